/// types.SimpleNamespace (Objects/namespaceobject.c). Field: ns_dict p+4.
import { call, reprText, richCompare } from './abstract';
import { checkPositional, keywordCount } from './args';
import { dictNext, dictSetItem, entry, newDict } from './dictobject';
import { dictMerge, Override } from './dictmerge';
import type { Interp } from './interp';
import { recordSlots, setReference } from './record';
import { guardedRepr } from './reprenter';
import { track } from '../memory/gchead';
import { isStr } from './str';
import { newTuple, tupleGet, tupleSteal } from './tuple';
import type { Ptr } from '../memory/ram';
import { CompareOp } from './typeobject';
import type { TypeSpec } from './typeobject';

const NS_DICT = 4;

const dictOf = (it: Interp, p: Ptr): Ptr => it.i32[p + NS_DICT]!;

/// `name=value, ...`
function fieldReprs(it: Interp, p: Ptr): string {
  const parts: string[] = [];
  const dict = dictOf(it, p);
  for (let at = dictNext(it, dict, 0); at >= 0; at = dictNext(it, dict, at)) {
    const { key, value } = entry;
    parts.push(`${it.text(key)}=${reprText(it, value)}`);
  }
  return parts.join(', ');
}

function takeMapping(it: Interp, p: Ptr, mapping: Ptr): void {
  const dict = it.own(call(it, it.types.dict.ptr, [mapping]));
  for (let at = dictNext(it, dict, 0); at >= 0; at = dictNext(it, dict, at)) if (!isStr(it, entry.key)) it.typeError('keywords must be strings');
  dictMerge(it, dictOf(it, p), dict, Override.REPLACE);
  it.drop();
}

/// `copy.replace(namespace, **changes)`
function replaced(it: Interp, p: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const nkw = keywordCount(it, kwnames);
  if (args.length > nkw) it.typeError('__replace__() takes no positional arguments');
  const made = it.own(call(it, it.typeOf(p).ptr));
  dictMerge(it, dictOf(it, made), dictOf(it, p), Override.REPLACE);
  for (let i = 0; i < nkw; i++) dictSetItem(it, dictOf(it, made), tupleGet(it, kwnames, i), args[i]!);
  return it.take();
}

export const namespaceSpec: TypeSpec = {
  name: 'SimpleNamespace',
  module: 'types',
  basicsize: 24,
  hasGc: true,
  isBaseType: true,
  dictoffset: NS_DICT * 4,
  slots: {
    ...recordSlots([NS_DICT]),
    new: (it, type) => {
      const p = it.allocInstance(type, type.basicsize);
      setReference(it, p, NS_DICT, newDict(it));
      track(it.i32, p);
      return p;
    },
    init: (it, p, args, kwnames) => {
      const nkw = keywordCount(it, kwnames);
      const given = args.length - nkw;
      if (!it.profile.namespaceTakesMapping && given > 0) return it.typeError('no positional arguments expected');
      checkPositional(it, it.typeOf(p).name, given, 0, 1);
      if (given === 1) takeMapping(it, p, args[0]!);
      for (let i = 0; i < nkw; i++) dictSetItem(it, dictOf(it, p), tupleGet(it, kwnames, i), args[given + i]!);
    },
    repr: (it, p) => {
      const name = it.typeOf(p) === it.types.SimpleNamespace ? 'namespace' : it.typeOf(p).name;
      return guardedRepr(it, p, `${name}(...)`, () => `${name}(${fieldReprs(it, p)})`);
    },
    richcompare: (it, a, b, op) => {
      if (!it.typeOf(b).isSubtypeOf(it.types.SimpleNamespace) || (op !== CompareOp.EQ && op !== CompareOp.NE)) return it.singletons.notImplemented;
      return richCompare(it, dictOf(it, a), dictOf(it, b), op);
    }
  },
  methods: {
    __reduce__: { kind: 'noargs', fn: (it, p) => tupleSteal(it, [it.newRef(it.typeOf(p).ptr), newTuple(it, 0), it.newRef(dictOf(it, p))]) },
    __replace__: { kind: 'keywords', fn: replaced }
  },
  getset: { __dict__: { isMember: true, get: (it, p) => it.newRef(dictOf(it, p)) } }
};
