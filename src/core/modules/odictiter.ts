/// Iterators and views of OrderedDict. CPython 3.14 Objects/odictobject.c
///
/// odictiterobject: kind at p + 4, di_odict at p + 6, di_size at p + 8, di_state at p + 10, di_result at p + 12 (of items), di_current
/// at p + 14 (the next key).
import { track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { dictGetItem, dictSize, raiseKeyError } from '../objects/dictobject';
import { newDictView } from '../objects/dictviews';
import { dropFields, dropPair } from '../objects/dropping';
import type { Interp } from '../objects/interp';
import { listFromIterable } from '../objects/list';
import { newTuple, tupleFrom, tupleGet, tupleReused, tupleSetInit, tupleSteal } from '../objects/tuple';
import type { NativeMethod, TypeSpec } from '../objects/typeobject';
import { findNode, firstNode, lastNode, nextNode, nodeKey, odictState, previousNode } from './odict';

const Iter = { KIND: 4, ODICT: 6, SIZE: 8, STATE: 10, RESULT: 12, CURRENT: 14 } as const;
const ITERATOR_BYTES = 64;

export const Kind = { KEYS: 1, VALUES: 2, ITEMS: 3, REVERSED: 4 } as const;

/// A new iterator; the dict is borrowed.
export function newOdictIterator(it: Interp, d: Ptr, kind: number): Ptr {
  const { none } = it.singletons;
  const result = it.own((kind & Kind.ITEMS) === Kind.ITEMS ? tupleFrom(it, [none, none]) : none);
  const p = it.allocInstance(it.moduleTypes.odictIterator, ITERATOR_BYTES);
  it.take();
  const i32 = it.i32;
  const node = (kind & Kind.REVERSED) !== 0 ? lastNode(it, d) : firstNode(it, d);
  i32[p + Iter.KIND] = kind;
  i32[p + Iter.ODICT] = it.newRef(d);
  i32[p + Iter.SIZE] = dictSize(it, d);
  i32[p + Iter.STATE] = odictState(it, d);
  i32[p + Iter.RESULT] = result === none ? 0 : result;
  i32[p + Iter.CURRENT] = node === 0 ? 0 : it.newRef(nodeKey(it, node));
  track(i32, p);
  return p;
}

/// Lets go of the dict; returns 0, the end.
function end(it: Interp, p: Ptr): 0 {
  dropFields(it, p, [Iter.ODICT]);
  if (it.recording) it.touch(p);
  return 0;
}

/// The next key, a new reference; 0 at the end (odictiter_nextkey).
function nextKey(it: Interp, p: Ptr): Ptr {
  const i32 = it.i32;
  const d = i32[p + Iter.ODICT]!;
  if (d === 0) return 0;
  const key = i32[p + Iter.CURRENT]!;
  if (key === 0) return end(it, p);
  let problem = '';
  if (odictState(it, d) !== i32[p + Iter.STATE]) problem = 'OrderedDict mutated during iteration';
  else if (dictSize(it, d) !== i32[p + Iter.SIZE]) problem = 'OrderedDict changed size during iteration';
  if (problem !== '') {
    end(it, p);
    it.raise(it.types.RuntimeError, problem);
  }
  const node = findNode(it, d, key);
  if (node === 0) {
    i32[p + Iter.CURRENT] = 0;
    it.own(key);
    end(it, p);
    raiseKeyError(it, key);
  }
  const after = (i32[p + Iter.KIND]! & Kind.REVERSED) !== 0 ? previousNode(it, node) : nextNode(it, node);
  i32[p + Iter.CURRENT] = after === 0 ? 0 : it.newRef(nodeKey(it, after));
  if (it.recording) it.touch(p);
  return key;
}

function iterNext(it: Interp, p: Ptr): Ptr {
  const i32 = it.i32;
  const d = i32[p + Iter.ODICT]!;
  const key = nextKey(it, p);
  const kind = i32[p + Iter.KIND]! & Kind.ITEMS;
  if (key === 0 || kind === Kind.KEYS) return key;
  it.own(key);
  const value = dictGetItem(it, d, key);
  if (value === 0) {
    end(it, p);
    raiseKeyError(it, key);
  }
  it.incref(value);
  if (kind === Kind.VALUES) return it.dropFor(value);
  it.take();
  const last = i32[p + Iter.RESULT]!;
  if (i32[last] !== 1) return tupleSteal(it, [key, value]);
  it.incref(last);
  const oldKey = tupleGet(it, last, 0);
  const oldValue = tupleGet(it, last, 1);
  tupleSetInit(it, last, 0, key);
  tupleSetInit(it, last, 1, value);
  tupleReused(it, last);
  dropPair(it, oldKey, oldValue, last);
  return last;
}

export const odictIteratorSpec: TypeSpec = {
  name: 'odict_iterator',
  basicsize: ITERATOR_BYTES,
  hasGc: true,
  disallowInstantiation: true,
  slots: {
    traverse: (it, p, visitor) => {
      for (const field of [Iter.ODICT, Iter.CURRENT, Iter.RESULT]) if (it.i32[p + field] !== 0) visitor.visit(it.i32[p + field]!);
    },
    dealloc: (it, p) => {
      untrack(it.i32, p);
      dropFields(it, p, [Iter.ODICT, Iter.CURRENT, Iter.RESULT]);
      it.freeInstance(p);
    },
    iter: (it, p) => it.newRef(p),
    iternext: iterNext
  },
  methods: {
    __reduce__: {
      kind: 'noargs',
      fn: (it, p) => {
        // A copy gives what is left.
        const copy = it.own(it.allocInstance(it.moduleTypes.odictIterator, ITERATOR_BYTES));
        it.i32.copyWithin(copy + 4, p + 4, p + (ITERATOR_BYTES >> 2));
        for (const field of [Iter.ODICT, Iter.CURRENT]) if (it.i32[copy + field] !== 0) it.incref(it.i32[copy + field]!);
        if (it.i32[copy + Iter.RESULT] !== 0) it.i32[copy + Iter.RESULT] = newTuple(it, 2);
        track(it.i32, copy);
        const list = it.dropFor(listFromIterable(it, copy));
        return tupleSteal(it, [it.newRef(it.hooks.builtin(it, 'iter')), tupleSteal(it, [list])]);
      }
    }
  },
  parts: { visit: (it, p, _most, visit) => { if (it.i32[p + Iter.ODICT] !== 0) visit('di_odict', it.i32[p + Iter.ODICT]!); } }
};

function viewSpec(name: string, base: 'dict_keys' | 'dict_values' | 'dict_items', kind: number): TypeSpec {
  return {
    name,
    base,
    basicsize: 24,
    hasGc: true,
    disallowInstantiation: true,
    slots: { iter: (it, p) => newOdictIterator(it, it.i32[p + 4]!, kind) },
    methods: { __reversed__: { kind: 'noargs', fn: (it, p) => newOdictIterator(it, it.i32[p + 4]!, kind | Kind.REVERSED) } }
  };
}

export const odictKeysSpec = viewSpec('odict_keys', 'dict_keys', Kind.KEYS);
export const odictValuesSpec = viewSpec('odict_values', 'dict_values', Kind.VALUES);
export const odictItemsSpec = viewSpec('odict_items', 'dict_items', Kind.ITEMS);

/// `keys`, `values`, `items`
export const odictView = (type: 'odictKeys' | 'odictValues' | 'odictItems'): NativeMethod => ({ kind: 'noargs', fn: (it, d) => newDictView(it, it.moduleTypes[type], d) });
