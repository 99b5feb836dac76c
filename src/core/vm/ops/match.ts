/// The `match` statement (CPython 3.14 Python/ceval.c _PyEval_MatchClass, _PyEval_MatchKeys).
import type { Ptr } from '../../memory/ram';
import { callMethod, getOptionalAttr, length, reprText } from '../../objects/abstract';
import { dictGetItemKnownStr } from '../../objects/dictobject';
import { newInt } from '../../objects/int';
import { objectIsInstance } from '../../objects/isinstance';
import { ownScratchList, ownScratchSet } from '../../objects/scratch';
import { newSet, setAdd, setContains } from '../../objects/set';
import { isStr } from '../../objects/str';
import { newTuple, tupleGet, tupleSetInit, tupleSize, tupleSteal } from '../../objects/tuple';
import { isType, typeFrom } from '../../objects/type';
import type { CollectionFlag, TypeObject } from '../../objects/typeobject';
import type { Vm } from '../vm';
import { peek, push, replace } from './stack';
import type { ColdOps } from './table';

/// Builtin types that match their whole subject as first positional sub-pattern (Py_TPFLAGS_MATCH_SELF).
const matchesSelf = (vm: Vm, type: TypeObject): boolean => {
  const t = vm.types;
  return [t.bool, t.bytearray, t.bytes, t.dict, t.float, t.frozenset, t.int, t.list, t.set, t.str, t.tuple].some(base => type.isSubtypeOf(base));
};

/// The attributes a class pattern asks for, as new references; undefined = no match. CPython has the names in a set, the
/// values in a list meanwhile.
function matchClass(vm: Vm, subject: Ptr, cls: Ptr, positional: number, names: Ptr): Ptr[] | undefined {
  if (!isType(vm, cls)) vm.typeError(`called match pattern must be a ${vm.profile.matchPatternWord}`);
  const type = typeFrom(vm, cls);
  if (!objectIsInstance(vm, subject, cls)) return undefined;
  ownScratchSet(vm);
  ownScratchList(vm);
  const wanted = new Set<string>();
  const found: Ptr[] = [];
  const take = (name: Ptr): boolean => {
    const text = vm.text(name);
    if (wanted.has(text)) vm.typeError(`${type.name}() got multiple sub-patterns for attribute '${text}'`);
    wanted.add(text);
    const value = getOptionalAttr(vm, subject, text);
    if (value !== 0) found.push(vm.own(value));
    return value !== 0;
  };
  if (positional > 0) {
    const matchArgs = getOptionalAttr(vm, cls, '__match_args__');
    if (matchArgs === 0 && matchesSelf(vm, type)) {
      if (positional > 1) vm.typeError(`${type.name}() accepts 1 positional sub-pattern (${positional} given)`);
      found.push(vm.own(vm.newRef(subject)));
    } else {
      if (matchArgs !== 0) vm.own(matchArgs);
      if (matchArgs !== 0 && vm.typeOf(matchArgs) !== vm.types.tuple) vm.typeError(`${type.name}.__match_args__ must be a tuple (got ${vm.typeOf(matchArgs).name})`);
      const n = matchArgs === 0 ? 0 : tupleSize(vm, matchArgs);
      if (positional > n) vm.typeError(`${type.name}() accepts ${n} positional sub-pattern${n === 1 ? '' : 's'} (${positional} given)`);
      for (let i = 0; i < positional; i++) {
        const name = tupleGet(vm, matchArgs, i);
        if (!isStr(vm, name)) vm.typeError(`__match_args__ elements must be strings (got ${vm.typeOf(name).name})`);
        if (!take(name)) return undefined;
      }
    }
  }
  for (let i = 0; i < tupleSize(vm, names); i++) if (!take(tupleGet(vm, names, i))) return undefined;
  return found.map(value => vm.newRef(value));
}

/// What patterns take an object of the type for: the first class of the MRO that is a Sequence or Mapping, by itself or by
/// registration, tells (Py_TPFLAGS_SEQUENCE, Py_TPFLAGS_MAPPING).
function collectionOf(vm: Vm, type: TypeObject): CollectionFlag | undefined {
  const { dict, mappingproxy, list, tuple, range } = vm.types;
  if (type === list || type === tuple) return 'sequence';
  for (const base of type.mro) {
    if (base.isHeapType) {
      for (const flag of ['sequence', 'mapping'] as const) {
        if (dictGetItemKnownStr(vm, base.dict, vm.name(`_abc_${flag}`)) === vm.singletons.true) return flag;
      }
    } else if (base === dict || base === mappingproxy) {
      return 'mapping';
    } else if (base === list || base === tuple || base === range || base.name === 'memoryview') {
      return 'sequence';
    } else if (base.collectionFlag !== undefined) {
      return base.collectionFlag;
    }
  }
  return undefined;
}

export const matchOps: ColdOps = {
  GET_LEN: (vm, frame) => {
    push(vm, frame, newInt(vm, length(vm, peek(vm, frame, 0))));
    return undefined;
  },
  MATCH_MAPPING: (vm, frame) => {
    push(vm, frame, vm.bool(collectionOf(vm, vm.typeOf(peek(vm, frame, 0))) === 'mapping'));
    return undefined;
  },
  MATCH_SEQUENCE: (vm, frame) => {
    push(vm, frame, vm.bool(collectionOf(vm, vm.typeOf(peek(vm, frame, 0))) === 'sequence'));
    return undefined;
  },
  MATCH_KEYS: (vm, frame) => {
    const keys = peek(vm, frame, 0);
    const subject = peek(vm, frame, 1);
    const mark = vm.held.length;
    const seen = vm.own(newSet(vm));
    const missing = vm.own(vm.allocObject(vm.types.object, vm.types.object.basicsize));
    const values = vm.own(newTuple(vm, tupleSize(vm, keys)));
    for (let i = 0; i < tupleSize(vm, keys); i++) {
      const key = tupleGet(vm, keys, i);
      if (setContains(vm, seen, key)) vm.valueError(`mapping pattern checks duplicate key (${reprText(vm, key)})`);
      setAdd(vm, seen, key);
      const value = callMethod(vm, subject, 'get', [key, missing]);
      if (value === missing) {
        vm.decref(value);
        vm.unwind(mark);
        push(vm, frame, vm.singletons.none);
        return undefined;
      }
      tupleSetInit(vm, values, i, value);
    }
    vm.incref(values);
    vm.unwind(mark);
    push(vm, frame, values);
    return undefined;
  },
  MATCH_CLASS: (vm, frame, arg) => {
    const mark = vm.held.length;
    const found = matchClass(vm, peek(vm, frame, 2), peek(vm, frame, 1), arg, peek(vm, frame, 0));
    vm.unwind(mark);
    replace(vm, frame, 3, found === undefined ? vm.singletons.none : tupleSteal(vm, found));
    return undefined;
  }
};
