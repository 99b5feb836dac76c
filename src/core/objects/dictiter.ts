/// Iterators over dicts. CPython 3.14 Objects/dictobject.c
///
/// dictiterobject: di_dict at p + 4 (0 = exhausted), di_used at p + 6, di_pos at p + 8, di_result at p + 10 (the tuple
/// that an items iterator hands out again and again if nobody keeps it), len at p + 12.
import { track, untrack } from '../memory/gchead';
import { fillWords } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { entryAt, keysEntries } from './dictkeys';
import { dictNext, dictSize, entry } from './dictobject';
import { indexFromOrder, valueAt } from './dictvalues';
import { dropFields, dropPair } from './dropping';
import { newInt } from './int';
import type { Interp } from './interp';
import { tupleGet, tupleReused, tupleSetInit, tupleSteal } from './tuple';
import type { Slots, TypeObject, TypeSpec } from './typeobject';

const DICT_ITERATOR_BYTES = 56;
const CHANGED = -1;

/// A new iterator of one of the six types; the dict is borrowed (dictiter_new).
export function newDictIterator(it: Interp, type: TypeObject, d: Ptr): Ptr {
  const i32 = it.i32;
  const p = it.allocGc(type, DICT_ITERATOR_BYTES);
  fillWords(i32, 0, p + 4, p + DICT_ITERATOR_BYTES / 4);
  const reversed = type === it.types.dict_reversekeyiterator || type === it.types.dict_reversevalueiterator ||
    type === it.types.dict_reverseitemiterator;
  i32[p + 4] = it.newRef(d);
  i32[p + 6] = dictSize(it, d);
  i32[p + 8] = !reversed ? 0 : i32[d + 10] !== 0 ? dictSize(it, d) - 1 : keysEntries(it, i32[d + 8]!) - 1;
  i32[p + 12] = dictSize(it, d);
  if (type === it.types.dict_itemiterator || type === it.types.dict_reverseitemiterator) {
    const none = it.singletons.none;
    it.own(p);
    i32[p + 10] = tupleSteal(it, [it.newRef(none), it.newRef(none)]);
    it.take();
  }
  track(i32, p);
  return p;
}

/// Puts the next entry into `entry`; false at the end.
function advance(it: Interp, p: Ptr): boolean {
  const i32 = it.i32;
  const d = i32[p + 4]!;
  if (d === 0) return false;
  checkSize(it, p, d);
  const pos = dictNext(it, d, i32[p + 8]!);
  if (pos === -1) return finish(it, p, d);
  if (i32[p + 12] === 0) it.raise(it.types.RuntimeError, 'dictionary keys changed during iteration');
  i32[p + 8] = pos;
  i32[p + 12] = i32[p + 12]! - 1;
  return true;
}

/// The same from the end to the start (dictreviter_iter_lock_held).
function retreat(it: Interp, p: Ptr): boolean {
  const i32 = it.i32;
  const d = i32[p + 4]!;
  if (d === 0) return false;
  checkSize(it, p, d);
  const k = i32[d + 8]!;
  const values = i32[d + 10]!;
  let pos = i32[p + 8]!;
  if (values === 0 && pos >= keysEntries(it, k)) return finish(it, p, d);
  if (values === 0) while (pos >= 0 && i32[entryAt(it, k, pos)] === 0) pos--;
  if (pos < 0) return finish(it, p, d);
  if (i32[p + 12] === 0 && it.profile.reverseChecksKeys) it.raise(it.types.RuntimeError, 'dictionary keys changed during iteration');
  const ix = values === 0 ? pos : indexFromOrder(it, values, pos);
  const e = entryAt(it, k, ix);
  entry.key = i32[e]!;
  entry.value = i32[values === 0 ? e + 2 : valueAt(values, ix)]!;
  i32[p + 8] = pos - 1;
  i32[p + 12] = i32[p + 12]! - 1;
  return true;
}

function checkSize(it: Interp, p: Ptr, d: Ptr): void {
  if (it.i32[p + 6] === dictSize(it, d)) return;
  it.i32[p + 6] = CHANGED;
  it.raise(it.types.RuntimeError, 'dictionary changed size during iteration');
}

function finish(it: Interp, p: Ptr, d: Ptr): false {
  it.i32[p + 4] = 0;
  if (it.recording) it.touch(p);
  it.decref(d);
  return false;
}

const nextKey = (it: Interp, p: Ptr): Ptr => (advance(it, p) ? it.newRef(entry.key) : 0);
const nextValue = (it: Interp, p: Ptr): Ptr => (advance(it, p) ? it.newRef(entry.value) : 0);
const nextItem = (it: Interp, p: Ptr): Ptr => (advance(it, p) ? itemTuple(it, p) : 0);

/// A tuple of the entry found: the iterator's own if nobody else holds it (dictiter_iternextitem).
function itemTuple(it: Interp, p: Ptr): Ptr {
  const i32 = it.i32;
  const result = i32[p + 10]!;
  const { key, value } = entry;
  it.incref(key);
  it.incref(value);
  if (i32[result] !== 1) return tupleSteal(it, [key, value]);
  const oldKey = tupleGet(it, result, 0);
  const oldValue = tupleGet(it, result, 1);
  tupleSetInit(it, result, 0, key);
  tupleSetInit(it, result, 1, value);
  tupleReused(it, result);
  it.incref(result);
  dropPair(it, oldKey, oldValue, result);
  return result;
}

function iteratorSpec(name: string, iternext: Slots['iternext'], step: typeof advance): TypeSpec {
  return {
    name,
    basicsize: DICT_ITERATOR_BYTES,
    hasGc: true,
    disallowInstantiation: true,
    slots: {
      size: () => DICT_ITERATOR_BYTES,
      traverse: (it, p, visitor) => {
        if (it.i32[p + 4] !== 0) visitor.visit(it.i32[p + 4]!);
        if (it.i32[p + 10] !== 0) visitor.visit(it.i32[p + 10]!);
      },
      dealloc: (it, p) => {
        untrack(it.i32, p);
        dropFields(it, p, [4, 10]);
        it.freeInstance(p);
      },
      iter: (it, p) => it.newRef(p),
      iternext
    },
    methods: step === advance ? {
      __length_hint__: {
        kind: 'noargs',
        fn: (it, p) => {
          const d = it.i32[p + 4]!;
          return newInt(it, d !== 0 && it.i32[p + 6] === dictSize(it, d) ? it.i32[p + 12]! : 0);
        }
      }
    } : {}
  };
}

export const dictKeyIteratorSpec = iteratorSpec('dict_keyiterator', nextKey, advance);
export const dictValueIteratorSpec = iteratorSpec('dict_valueiterator', nextValue, advance);
export const dictItemIteratorSpec = iteratorSpec('dict_itemiterator', nextItem, advance);
export const dictReverseKeyIteratorSpec = iteratorSpec('dict_reversekeyiterator', (it, p) => (retreat(it, p) ? it.newRef(entry.key) : 0), retreat);
export const dictReverseValueIteratorSpec = iteratorSpec('dict_reversevalueiterator', (it, p) => (retreat(it, p) ? it.newRef(entry.value) : 0), retreat);
export const dictReverseItemIteratorSpec = iteratorSpec('dict_reverseitemiterator', (it, p) => (retreat(it, p) ? itemTuple(it, p) : 0), retreat);
