/// Views of dicts. CPython 3.14 Objects/dictobject.c. _PyDictViewObject: dv_dict at p + 4.
import { track, untrack } from '../memory/gchead';
import { dropFields } from './dropping';
import type { Ptr } from '../memory/ram';
import { callMethod, contains, getIter, iterate, iterNext, length, reprText, richCompareBool } from './abstract';
import { newDictIterator } from './dictiter';
import { dictContains, dictGetItem, dictSize } from './dictobject';
import type { Interp } from './interp';
import { listFromIterable } from './list';
import { newMappingProxy } from './mappingproxy';
import { guardedRepr } from './reprenter';
import { isAnySet, newSet, setAdd, setSize } from './set';
import { isTuple, tupleGet, tupleSize } from './tuple';
import { CompareOp } from './typeobject';
import type { NativeMethod, Slots, TypeObject, TypeSpec } from './typeobject';
import type { BuiltinTypeName } from './builtintypes';

const VIEW_BYTES = 24;

/// A new view of one of the three types; the dict is borrowed.
export function newDictView(it: Interp, type: TypeObject, d: Ptr): Ptr {
  const p = it.allocGc(type, VIEW_BYTES);
  it.i32[p + 4] = it.newRef(d);
  it.i32[p + 5] = 0;
  track(it.i32, p);
  return p;
}

const viewLength = (it: Interp, p: Ptr): number => dictSize(it, it.i32[p + 4]!);

function isKeysOrItems(it: Interp, p: Ptr): boolean {
  const type = it.typeOf(p);
  return type.isSubtypeOf(it.types.dict_keys) || type.isSubtypeOf(it.types.dict_items);
}

/// CPython 3.14 dictitems_contains
function itemsContain(it: Interp, p: Ptr, item: Ptr): boolean {
  if (!isTuple(it, item) || tupleSize(it, item) !== 2) return false;
  const found = dictGetItem(it, it.i32[p + 4]!, tupleGet(it, item, 0));
  if (found === 0) return false;
  it.own(it.newRef(found));
  const equal = richCompareBool(it, found, tupleGet(it, item, 1), CompareOp.EQ);
  it.drop();
  return equal;
}

function viewRepr(it: Interp, p: Ptr): Ptr {
  return guardedRepr(it, p, '...', () => {
    const list = it.own(listFromIterable(it, p));
    const text = `${it.typeOf(p).name}(${reprText(it, list)})`;
    it.drop();
    return text;
  });
}

function allContainedIn(it: Interp, a: Ptr, b: Ptr): boolean {
  const iterator = it.own(getIter(it, a));
  for (let item = iterNext(it, iterator); item !== 0; item = iterNext(it, iterator)) {
    it.own(item);
    const found = contains(it, b, item);
    it.drop();
    if (!found) {
      it.drop();
      return false;
    }
  }
  it.drop();
  return true;
}

function viewRichCompare(it: Interp, v: Ptr, w: Ptr, op: number): Ptr {
  if (!isAnySet(it, w) && !isKeysOrItems(it, w)) return it.singletons.notImplemented;
  const a = viewLength(it, v);
  const b = length(it, w);
  switch (op) {
    case CompareOp.EQ: return it.bool(a === b && allContainedIn(it, v, w));
    case CompareOp.NE: return it.bool(!(a === b && allContainedIn(it, v, w)));
    case CompareOp.LT: return it.bool(a < b && allContainedIn(it, v, w));
    case CompareOp.LE: return it.bool(a <= b && allContainedIn(it, v, w));
    case CompareOp.GT: return it.bool(a > b && allContainedIn(it, w, v));
    default: return it.bool(a >= b && allContainedIn(it, w, v));
  }
}

/// A new set of the view's items, or of anything iterable (dictviews_to_set).
function toSet(it: Interp, p: Ptr): Ptr {
  const isKeys = it.typeOf(p) === it.types.dict_keys;
  return newSet(it, it.types.set, isKeys && it.typeOf(it.i32[p + 4]!) === it.types.dict ? it.i32[p + 4]! : p);
}

/// The set of `left`, changed by one of its own methods.
function viaSet(method: string) {
  return (it: Interp, left: Ptr, right: Ptr): Ptr => {
    const result = it.own(toSet(it, left));
    it.decref(callMethod(it, result, method, [right]));
    return it.take();
  };
}

/// CPython 3.14 _PyDictView_Intersect
function intersect(it: Interp, left: Ptr, right: Ptr): Ptr {
  let view = left;
  let other = right;
  if (!isKeysOrItems(it, left) || (isKeysOrItems(it, right) && viewLength(it, right) > viewLength(it, left))) {
    view = right;
    other = left;
  }
  if (it.typeOf(other) === it.types.set && it.typeOf(view) === it.types.dict_keys && viewLength(it, view) <= setSize(it, other)) {
    return callMethod(it, other, 'intersection', [view]);
  }
  const result = it.own(newSet(it));
  iterate(it, other, key => {
    if (contains(it, view, key)) setAdd(it, result, key);
  });
  return it.take();
}

const isDisjoint: NativeMethod = {
  kind: 'o',
  fn: (it, p, other) => {
    if (p === other) return it.bool(viewLength(it, p) === 0);
    let a = p;
    let b = other;
    if ((isAnySet(it, other) || isKeysOrItems(it, other)) && length(it, other) > viewLength(it, p)) {
      a = other;
      b = p;
    }
    const iterator = it.own(getIter(it, b));
    for (let item = iterNext(it, iterator); item !== 0; item = iterNext(it, iterator)) {
      it.own(item);
      const found = contains(it, a, item);
      it.drop();
      if (found) {
        it.drop();
        return it.singletons.false;
      }
    }
    it.drop();
    return it.singletons.true;
  }
};

const setSlots: Partial<Slots> = {
  richcompare: viewRichCompare,
  nbSubtract: viaSet('difference_update'),
  nbAnd: intersect,
  nbXor: viaSet('symmetric_difference_update'),
  nbOr: viaSet('update')
};

function viewSpec(name: BuiltinTypeName, iterator: BuiltinTypeName, reverse: BuiltinTypeName, slots: Partial<Slots>): TypeSpec {
  const reversed: NativeMethod = { kind: 'noargs', fn: (it, p) => newDictIterator(it, it.types[reverse], it.i32[p + 4]!) };
  return {
    name,
    basicsize: VIEW_BYTES,
    hasGc: true,
    disallowInstantiation: true,
    slots: {
      size: () => VIEW_BYTES,
      traverse: (it, p, visitor) => visitor.visit(it.i32[p + 4]!),
      dealloc: (it, p) => {
        untrack(it.i32, p);
        dropFields(it, p, [4]);
        it.freeInstance(p);
      },
      repr: viewRepr,
      iter: (it, p) => newDictIterator(it, it.types[iterator], it.i32[p + 4]!),
      sqLength: viewLength,
      ...slots
    },
    getset: { mapping: { get: (it, p) => newMappingProxy(it, it.i32[p + 4]!) } },
    methods: slots.nbOr === undefined ? { __reversed__: reversed } : { isdisjoint: isDisjoint, __reversed__: reversed }
  };
}

export const dictKeysSpec = viewSpec('dict_keys', 'dict_keyiterator', 'dict_reversekeyiterator', {
  ...setSlots, sqContains: (it, p, key) => dictContains(it, it.i32[p + 4]!, key)
});
export const dictItemsSpec = viewSpec('dict_items', 'dict_itemiterator', 'dict_reverseitemiterator', {
  ...setSlots, sqContains: itemsContain
});
export const dictValuesSpec = viewSpec('dict_values', 'dict_valueiterator', 'dict_reversevalueiterator', {});
