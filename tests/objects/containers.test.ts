import { describe, expect, test } from 'vitest';
import {
  dictClear, dictDelItem, dictGetItem, dictGetItemKnownStr, dictNext, dictPopItem, dictSetDefault, dictSetItem, dictSize, entry, newDict
} from '../../src/core/objects/dictobject';
import { dictCopy, dictMerge, Override } from '../../src/core/objects/dictmerge';
import { intFrom, newInt } from '../../src/core/objects/int';
import type { Interp } from '../../src/core/objects/interp';
import {
  listAppend, listDelItem, listExtend, listFrom, listFromIterable, listInsert, listPop, listReplace, listSize, listToArray, newList
} from '../../src/core/objects/list';
import { frozensetFrom, newSet, setAdd, setDiscard, setNext, setPop } from '../../src/core/objects/set';
import { setDifference, setDifferenceUpdate, setIntersection, setSymmetricDifference, setSymmetricDifferenceUpdate, setUnion } from '../../src/core/objects/setops';
import { newStr } from '../../src/core/objects/str';
import { tupleFrom, tupleSteal } from '../../src/core/objects/tuple';
import type { Ptr } from '../../src/core/memory/ram';
import { fromObject, fullHash, makeHeap, random, recorded, sizeOf, toObject, VERSIONS } from './heap';
import type { JsonKey } from './heap';

function setOrder(it: Interp, s: Ptr): JsonKey[] {
  const keys: JsonKey[] = [];
  for (let e = setNext(it, s, 0); e !== 0; e = setNext(it, s, e)) keys.push(fromObject(it, it.i32[e]!));
  return keys;
}

function entries(it: Interp, d: Ptr): [JsonKey, JsonKey][] {
  const found: [JsonKey, JsonKey][] = [];
  for (let pos = dictNext(it, d, 0); pos !== -1; pos = dictNext(it, d, pos)) {
    found.push([fromObject(it, entry.key), fromObject(it, entry.value)]);
  }
  return found;
}

const setOf = (it: Interp, values: readonly number[]): Ptr => {
  const s = newSet(it);
  for (const value of values) setAdd(it, s, newInt(it, value));
  return s;
};

interface SetCase {
  ops: [string, JsonKey][];
  order: JsonKey[];
  copy: JsonKey[];
  size: number;
  hash: string;
}

describe.each(VERSIONS)('containers of %s', version => {
  test('sets have the order, size and hash that CPython recorded', () => {
    const it = makeHeap(version);
    for (const { ops, order, copy, size, hash } of recorded(version)['sets'] as SetCase[]) {
      const s = newSet(it);
      for (const [op, value] of ops) {
        if (op === 'pop') {
          const key = setPop(it, s);
          expect(key === 0 ? null : fromObject(it, key)).toEqual(value);
          continue;
        }
        const key = toObject(it, value);
        if (op === 'add') setAdd(it, s, key);
        else setDiscard(it, s, key);
        it.decref(key);
      }
      expect(setOrder(it, s)).toEqual(order);
      expect(sizeOf(it, s)).toBe(size);
      expect(setOrder(it, newSet(it, it.types.set, s))).toEqual(copy);
      const frozen = frozensetFrom(it, order.map(value => toObject(it, value)));
      expect(String(fullHash(it, frozen))).toBe(hash);
    }
  });

  test('set operations give sets in CPython\'s order', () => {
    const it = makeHeap(version);
    for (const recordedCase of recorded(version)['setOperations'] as Record<string, number[]>[]) {
      const a = setOf(it, recordedCase['a']!);
      const b = setOf(it, recordedCase['b']!);
      expect(setOrder(it, setUnion(it, a, [b]))).toEqual(recordedCase['union']);
      expect(setOrder(it, setIntersection(it, a, b))).toEqual(recordedCase['intersection']);
      expect(setOrder(it, setDifference(it, a, b))).toEqual(recordedCase['difference']);
      expect(setOrder(it, setSymmetricDifference(it, a, b))).toEqual(recordedCase['symmetric']);
      const updated = setOf(it, recordedCase['a']!);
      setDifferenceUpdate(it, updated, b);
      expect(setOrder(it, updated)).toEqual(recordedCase['difference_update']);
      const toggled = setOf(it, recordedCase['a']!);
      setSymmetricDifferenceUpdate(it, toggled, b);
      expect(setOrder(it, toggled)).toEqual(recordedCase['symmetric_update']);
    }
  });

  test('sizes grow and shrink as recorded', () => {
    const it = makeHeap(version);
    const sizes = recorded(version)['sizes'] as Record<string, number[]> & { dictMixed: number };
    const grown = (p: Ptr, n: number, step: (i: number) => void): number[] =>
      Array.from({ length: n }, (_, i) => {
        step(i);
        return sizeOf(it, p);
      });
    const ints = newDict(it);
    expect(grown(ints, 200, i => dictSetItem(it, ints, newInt(it, i), newInt(it, i)))).toEqual(sizes['dictInts']);
    const strs = newDict(it);
    expect(grown(strs, 200, i => dictSetItem(it, strs, newStr(it, String(i)), newInt(it, i)))).toEqual(sizes['dictStrs']);
    const mixed = newDict(it);
    for (let i = 0; i < 3; i++) dictSetItem(it, mixed, newStr(it, String(i)), newInt(it, i));
    dictSetItem(it, mixed, newInt(it, 1), newInt(it, 1));
    expect(sizeOf(it, mixed)).toBe(sizes.dictMixed);
    const set = newSet(it);
    expect(grown(set, 200, i => setAdd(it, set, newInt(it, i)))).toEqual(sizes['setInts']);
    const appended = newList(it, 0);
    expect(grown(appended, 200, i => listAppend(it, appended, newInt(it, i)))).toEqual(sizes['listAppend']);
    const inserted = newList(it, 0);
    expect(grown(inserted, 50, i => listInsert(it, inserted, 0, newInt(it, i)))).toEqual(sizes['listInsert']);
    const extended = newList(it, 0);
    expect(grown(extended, 40, i => {
      const n = newInt(it, i);
      listExtend(it, extended, tupleFrom(it, [n, n, n]));
    })).toEqual(sizes['listExtend']);
    const range = (n: number): Ptr => {
      const list = newList(it, 0);
      listExtend(it, list, listFrom(it, Array.from({ length: n }, (_, i) => newInt(it, i))));
      return list;
    };
    const popped = range(100);
    expect(grown(popped, 100, () => it.decref(listPop(it, popped, listSize(it, popped) - 1)))).toEqual(sizes['listPop']);
    const deleted = range(100);
    expect(grown(deleted, 100, () => listDelItem(it, deleted, listSize(it, deleted) - 1))).toEqual(sizes['listDelete']);
    expect(sizes['tuple']!.map((_, n) => sizeOf(it, tupleFrom(it, new Array<Ptr>(n).fill(it.singletons.none))))).toEqual(sizes['tuple']);
    expect(sizes['listFromTuple']!.map((_, n) =>
      sizeOf(it, listFromIterable(it, tupleFrom(it, new Array<Ptr>(n).fill(it.singletons.none)))))).toEqual(sizes['listFromTuple']);
  });

  test('tuples hash as recorded', () => {
    const it = makeHeap(version);
    for (const { items, tuple } of recorded(version)['hashes'] as { items: (string | { str: string })[]; tuple: string }[]) {
      const p = tupleSteal(it, items.map(item => (typeof item === 'string' ? intFrom(it, BigInt(item)) : newStr(it, item.str))));
      expect(String(fullHash(it, p))).toBe(tuple);
      expect(String(fullHash(it, p))).toBe(tuple);
    }
  });

  test('a dict does what a Map does, whatever happens to it', () => {
    const it = makeHeap(version);
    const below = random(42);
    it.clearFreeLists();
    const live = it.memory.allocatedBlocks;
    for (let round = 0; round < 12; round++) {
      let d = newDict(it);
      const model = new Map<JsonKey, number>();
      const keys: JsonKey[] = Array.from({ length: 4 + below(60) }, (_, i) => (round % 3 === 0 || (round % 3 === 1 && i % 5 > 0) ? `k${i}` : i * 1000));
      for (let step = 0; step < 400; step++) {
        const value = keys[below(keys.length)]!;
        const key = toObject(it, value);
        switch (below(12)) {
          case 0: case 1: case 2: case 3: case 4:
            dictSetItem(it, d, key, newInt(it, step % 200));
            model.set(value, step % 200);
            break;
          case 5: case 6:
            expect(dictDelItem(it, d, key)).toBe(model.delete(value));
            break;
          case 7: {
            const fallback = dictSetDefault(it, d, key, newInt(it, 7));
            if (!model.has(value)) model.set(value, 7);
            expect(fromObject(it, fallback)).toBe(model.get(value));
            break;
          }
          case 8:
            if (below(4) === 0) {
              expect(dictPopItem(it, d)).toBe(model.size > 0);
              if (model.size > 0) {
                const last = [...model.keys()].pop()!;
                expect(fromObject(it, entry.key)).toBe(last);
                it.decref(entry.key);
                it.decref(entry.value);
                model.delete(last);
              }
            }
            break;
          case 9:
            if (below(60) === 0) {
              dictClear(it, d);
              model.clear();
            }
            break;
          case 10: {
            if (below(20) > 0) break;
            const copy = dictCopy(it, d);
            it.decref(d);
            d = copy;
            break;
          }
          default: {
            const found = typeof value === 'string' && below(2) > 0 ? dictGetItemKnownStr(it, d, key) : dictGetItem(it, d, key);
            expect(found === 0 ? undefined : fromObject(it, found)).toBe(model.get(value));
          }
        }
        it.decref(key);
      }
      expect(entries(it, d)).toEqual([...model]);
      const merged = newDict(it);
      dictSetItem(it, merged, newInt(it, 0), newInt(it, 1));
      dictMerge(it, merged, d, Override.KEEP);
      expect(entries(it, merged)).toEqual([...new Map<JsonKey, number>([[0, 1], ...[...model].filter(([key]) => key !== 0)])]);
      expect(dictSize(it, merged)).toBe(entries(it, merged).length);
      it.decref(merged);
      it.decref(d);
    }
    it.clearFreeLists();
    expect(it.memory.allocatedBlocks).toBe(live);
    it.memory.validate();
  });

  test('a list does what an array does', () => {
    const it = makeHeap(version);
    const below = random(7);
    const live = it.memory.allocatedBlocks;
    const p = newList(it, 0);
    const model: number[] = [];
    for (let step = 0; step < 3000; step++) {
      const value = 1000 + step;
      const item = newInt(it, value);
      switch (below(6)) {
        case 0: case 1:
          listAppend(it, p, item);
          model.push(value);
          break;
        case 2: {
          const at = below(model.length + 3) - 1;
          listInsert(it, p, at, item);
          model.splice(at < 0 ? Math.max(model.length + at, 0) : at, 0, value);
          break;
        }
        case 3:
          if (model.length > 0) {
            const at = below(model.length);
            const popped = listPop(it, p, at);
            expect(fromObject(it, popped)).toBe(model.splice(at, 1)[0]);
            it.decref(popped);
          }
          break;
        case 4: {
          const low = below(model.length + 1);
          const high = low + below(model.length - low + 1);
          const source = listFrom(it, [item, item]);
          const count = below(3);
          if (below(4) === 0) {
            listReplace(it, p, low, high, it.i32[source + 6]!, count);
            model.splice(low, high - low, ...new Array<number>(count).fill(value));
          }
          it.decref(source);
          break;
        }
        default:
          if (model.length > 0) {
            const at = below(model.length);
            listDelItem(it, p, at);
            model.splice(at, 1);
          }
      }
      it.decref(item);
    }
    expect(listToArray(it, p).map(item => fromObject(it, item))).toEqual(model);
    it.decref(p);
    expect(it.memory.allocatedBlocks).toBe(live);
  });
});
