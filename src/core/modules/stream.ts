/// sys.stdout and sys.stderr: text streams that write to the machine's outputs. Field: which one, p+4.
import type { Ptr } from '../memory/ram';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { isStr, newStr, strLength } from '../objects/str';
import type { TypeSpec } from '../objects/typeobject';
import type { Vm } from '../vm/vm';
import { addBuiltinType } from './addtype';

const NAMES = ['stdout', 'stderr'] as const;
type StreamName = (typeof NAMES)[number];
const WHICH = 4;

const nameOf = (it: Interp, p: Ptr): StreamName => NAMES[it.i32[p + WHICH]!]!;

function write(it: Interp, p: Ptr, text: Ptr): Ptr {
  if (!isStr(it, text)) it.typeError(`write() argument must be str, not ${it.typeOf(text).name}`);
  it.hooks.write(nameOf(it, p), it.text(text));
  return newInt(it, strLength(it, text));
}

const spec: TypeSpec = {
  name: 'TextIOWrapper',
  module: '_io',
  basicsize: 32,
  disallowInstantiation: true,
  slots: {
    dealloc: (it, p) => it.freeInstance(p),
    repr: (it, p) => newStr(it, `<_io.TextIOWrapper name='<${nameOf(it, p)}>' mode='w' encoding='utf-8'>`)
  },
  methods: {
    write: { kind: 'o', fn: write },
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
    closed: { get: it => it.singletons.false }
  }
};

/// The two streams, new references.
export function newStreams(vm: Vm): Readonly<Record<StreamName, Ptr>> {
  const type = addBuiltinType(vm, spec);
  const make = (which: number): Ptr => {
    const p = vm.allocInstance(type, type.basicsize);
    vm.i32[p + WHICH] = which;
    return p;
  };
  return { stdout: make(0), stderr: make(1) };
}

/// Which output the object writes to if it is one of the machine's own streams.
export function streamName(it: Interp, p: Ptr): StreamName | undefined {
  const type = it.typeOf(p);
  return type.shortName === spec.name && type.builtinModule === '_io' ? nameOf(it, p) : undefined;
}
