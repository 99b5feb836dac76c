/// Read-only views of mappings, as `Class.__dict__` is one. CPython 3.14 Objects/descrobject.c mappingproxy.
/// mappingproxyobject: mapping at p + 4.
import { track, untrack } from '../memory/gchead';
import { dropFields } from './dropping';
import type { Ptr } from '../memory/ram';
import { callMethod, contains, getItem, getIter, hash, hashNotImplemented, length, reprText, richCompare, str } from './abstract';
import { bindArguments } from './args';
import type { Interp } from './interp';
import { isList } from './list';
import { binaryOp } from './number';
import { newStr } from './str';
import { isTuple } from './tuple';
import type { NativeMethod, TypeSpec } from './typeobject';

const PROXY_BYTES = 24;
/// Argument of BINARY_OP for `|`.
const NB_OR = 7;

/// A new proxy; the mapping is borrowed.
export function newMappingProxy(it: Interp, mapping: Ptr): Ptr {
  const p = it.allocGc(it.types.mappingproxy, PROXY_BYTES);
  it.i32[p + 4] = it.newRef(mapping);
  it.i32[p + 5] = 0;
  track(it.i32, p);
  return p;
}

const mappingOf = (it: Interp, p: Ptr): Ptr => it.i32[p + 4]!;
const unwrap = (it: Interp, p: Ptr): Ptr => (it.typeOf(p) === it.types.mappingproxy ? mappingOf(it, p) : p);

const forward = (name: string): NativeMethod => ({ kind: 'noargs', fn: (it, p) => callMethod(it, mappingOf(it, p), name) });

export const mappingProxySpec: TypeSpec = {
  name: 'mappingproxy',
  basicsize: PROXY_BYTES,
  hasGc: true,
  slots: {
    size: () => PROXY_BYTES,
    traverse: (it, p, visitor) => visitor.visit(mappingOf(it, p)),
    dealloc: (it, p) => {
      untrack(it.i32, p);
      dropFields(it, p, [4]);
      it.freeInstance(p);
    },
    repr: (it, p) => newStr(it, `mappingproxy(${reprText(it, mappingOf(it, p))})`),
    str: (it, p) => str(it, mappingOf(it, p)),
    hash: (it, p) => (it.profile.hashesSlices ? hash(it, mappingOf(it, p)) : hashNotImplemented(it, p)),
    richcompare: (it, v, w, op) => richCompare(it, mappingOf(it, v), w, op),
    iter: (it, p) => getIter(it, mappingOf(it, p)),
    mpLength: (it, p) => length(it, mappingOf(it, p)),
    mpSubscript: (it, p, key) => getItem(it, mappingOf(it, p), key),
    sqContains: (it, p, key) => contains(it, mappingOf(it, p), key),
    nbOr: (it, left, right) => binaryOp(it, NB_OR, unwrap(it, left), unwrap(it, right)),
    nbInplaceOr: (it, p) => it.typeError(`'|=' is not supported by ${it.typeOf(p).name}; use '|' instead`),
    new: (it, _type, args, kwnames) => {
      const [mapping] = bindArguments(it, 'mappingproxy', ['mapping'], { required: 1 }, args, kwnames);
      if (it.typeOf(mapping!).slots.mpSubscript === undefined || isList(it, mapping!) || isTuple(it, mapping!)) {
        it.typeError(`mappingproxy() argument must be a mapping, not ${it.typeOf(mapping!).name}`);
      }
      return newMappingProxy(it, mapping!);
    }
  },
  methods: {
    get: {
      kind: 'fastcall', min: 1, max: 2,
      fn: (it, p, args) => callMethod(it, mappingOf(it, p), 'get', [args[0]!, args[1] ?? it.singletons.none])
    },
    keys: forward('keys'),
    values: forward('values'),
    items: forward('items'),
    copy: forward('copy'),
    __reversed__: forward('__reversed__')
  }
};
