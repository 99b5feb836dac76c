/// sys.stdout and sys.stderr: text streams that write to the machine's outputs. Fields: which one, p+4; weak references, p+44;
/// the dict, p+46, in which a guest may put a write() of its own.
import type { Ptr } from '../memory/ram';
import { track } from '../memory/gchead';
import { callMethod, iterate } from '../objects/abstract';
import { dictAttribute } from '../objects/dictattribute';
import { dictGetItemKnownStr, dictSetItem, newDict } from '../objects/dictobject';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { recordSlots } from '../objects/record';
import { isStr, newStr, strLength } from '../objects/str';
import type { TypeSpec } from '../objects/typeobject';
import type { Vm } from '../vm/vm';
import { addBuiltinType } from './addtype';

const NAMES = ['stdout', 'stderr'] as const;
type StreamName = (typeof NAMES)[number];
const WHICH = 4;
const WEAKLIST_OFFSET = 176;
const DICT = 46;

const nameOf = (it: Interp, p: Ptr): StreamName => NAMES[it.i32[p + WHICH]!]!;

function write(it: Interp, p: Ptr, text: Ptr): Ptr {
  if (!isStr(it, text)) it.typeError(`write() argument must be str, not ${it.typeOf(text).name}`);
  it.hooks.write(nameOf(it, p), it.text(text));
  return newInt(it, strLength(it, text));
}

const spec: TypeSpec = {
  name: 'TextIOWrapper',
  module: '_io',
  basicsize: 200,
  hasGc: true,
  weaklistoffset: WEAKLIST_OFFSET,
  dictoffset: DICT * 4,
  disallowInstantiation: true,
  slots: {
    ...recordSlots([DICT], { weaklist: true }),
    repr: (it, p) => newStr(it, `<_io.TextIOWrapper name='<${nameOf(it, p)}>' mode='w' encoding='utf-8'>`)
  },
  methods: {
    write: { kind: 'o', fn: write },
    writelines: {
      kind: 'o',
      fn: (it, p, lines) => {
        iterate(it, lines, line => it.decref(callMethod(it, p, 'write', [line])));
        return it.singletons.none;
      }
    },
    flush: { kind: 'noargs', fn: it => it.singletons.none },
    isatty: { kind: 'noargs', fn: it => it.singletons.false },
    writable: { kind: 'noargs', fn: it => it.singletons.true },
    readable: { kind: 'noargs', fn: it => it.singletons.false },
    fileno: { kind: 'noargs', fn: (it, p) => newInt(it, it.i32[p + WHICH]! + 1) }
  },
  getset: {
    name: { get: (it, p) => newStr(it, `<${nameOf(it, p)}>`) },
    encoding: { get: it => newStr(it, 'utf-8') },
    errors: { get: (it, p) => newStr(it, nameOf(it, p) === 'stderr' ? 'backslashreplace' : 'strict') },
    closed: { get: it => it.singletons.false },
    line_buffering: { get: (it, p) => it.bool(nameOf(it, p) === 'stderr') },
    __dict__: dictAttribute
  }
};

/// The two streams, new references.
export function newStreams(vm: Vm): Readonly<Record<StreamName, Ptr>> {
  const type = addBuiltinType(vm, { ...spec, basicsize: vm.profile.natives.streamBytes });
  const make = (which: number): Ptr => {
    const p = vm.allocInstance(type, type.basicsize);
    vm.i32[p + WHICH] = which;
    vm.i32[p + DICT] = newDict(vm);
    dictSetItem(vm, vm.i32[p + DICT]!, vm.name('mode'), vm.name('w'));
    track(vm.i32, p);
    return p;
  };
  return { stdout: make(0), stderr: make(1) };
}

/// Which output the object writes to if it is one of the machine's own streams, and no guest has put another write() on it.
export function streamName(it: Interp, p: Ptr): StreamName | undefined {
  const type = it.typeOf(p);
  if (type.shortName !== spec.name || type.builtinModule !== '_io') return undefined;
  const dict = it.i32[p + DICT]!;
  return dict !== 0 && dictGetItemKnownStr(it, dict, it.name('write')) !== 0 ? undefined : nameOf(it, p);
}
