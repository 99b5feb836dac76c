/// How str, int and their kind lie in memory: sizes, sharing, interning, growth in place.
import { describe, expect, test } from 'vitest';
import type { Ptr } from '../../src/core/memory/ram';
import { call } from '../../src/core/objects/abstract';
import { newBytes } from '../../src/core/objects/bytes';
import { newDict } from '../../src/core/objects/dictobject';
import { newFloat } from '../../src/core/objects/float';
import { newBigInt, newInt } from '../../src/core/objects/int';
import { intAdd } from '../../src/core/objects/intops';
import type { Interp } from '../../src/core/objects/interp';
import { intern, internInPlace, newStr, strConcat, strConcatInPlace } from '../../src/core/objects/str';
import type { PythonVersion } from '../../src/core/profile/profile';
import { tupleFrom } from '../../src/core/objects/tuple';
import { fullHash, makeHeap, sizeOf, VERSIONS } from './heap';

/// sys.getsizeof of '', 'a', 'abc', 'é', 'éa', 'Ā', an emoji.
const STR_SIZES: Readonly<Record<PythonVersion, readonly number[]>> = {
  '3.11': [49, 50, 52, 74, 75, 76, 80],
  '3.13': [41, 42, 44, 61, 59, 60, 64],
  '3.14': [41, 42, 44, 61, 59, 60, 64]
};
/// Of instances of subclasses: int 1, int 2**40, str 'abc'. Without GC head and preheader or dict.
const SUBCLASS_SIZES: Readonly<Record<PythonVersion, readonly number[]>> = {
  '3.11': [28, 32, 84],
  '3.13': [28, 32, 68],
  '3.14': [28, 32, 68]
};

/// hash('abc') and hash(b'abc')
const ABC_HASH = -4594863902769663758n;

function subclass(it: Interp, base: Ptr): Ptr {
  it.hooks.currentModule = () => 0;
  return call(it, it.types.type.ptr, [newStr(it, 'Sub'), tupleFrom(it, [base]), newDict(it)]);
}

describe.each(VERSIONS)('CPython %s', (version) => {
  test('objects have the sizes that sys.getsizeof tells', () => {
    const it = makeHeap(version);
    const strs = ['', 'a', 'abc', 'é', 'éa', '\u0100', '\u{1f600}'].map((text) => sizeOf(it, newStr(it, text)));
    expect(strs).toEqual(STR_SIZES[version]);
    const ints = [0n, 1n, -1n, 2n ** 30n - 1n, 2n ** 30n, 2n ** 60n - 1n, 2n ** 60n].map((n) => sizeOf(it, newBigInt(it, n)));
    expect(ints).toEqual([28, 28, 28, 28, 32, 32, 36]);
    expect([sizeOf(it, newBytes(it, [])), sizeOf(it, newBytes(it, [1, 2, 3])), sizeOf(it, newFloat(it, 1))]).toEqual([33, 36, 24]);
  });

  test('instances of subclasses have their own layout and give everything back', () => {
    const it = makeHeap(version);
    const make = (base: Ptr, value: Ptr): Ptr => {
      const type = subclass(it, base);
      const p = call(it, type, [value]);
      it.decref(type);
      return p;
    };
    const { int, str } = it.types;
    const objects = [
      make(int.ptr, newInt(it, 1)), make(int.ptr, newBigInt(it, 2n ** 40n)), make(str.ptr, newStr(it, 'abc'))
    ];
    expect(objects.map((p) => it.typeOf(p).slots.size!(it, p))).toEqual(SUBCLASS_SIZES[version]);
    const strings = it.strings.values.filter((text) => text === 'abc').length;
    it.decref(objects[2]!);
    expect(it.strings.values.filter((text) => text === 'abc').length).toBe(strings - 1);
  });

  test('small ints and short strings are one object each', () => {
    const it = makeHeap(version);
    for (const n of [-5, 0, 256]) expect(newInt(it, n)).toBe(newInt(it, n));
    for (const n of [-6, 257]) expect(newInt(it, n)).not.toBe(newInt(it, n));
    expect(intAdd(it, newInt(it, 1000), newInt(it, -999))).toBe(newInt(it, 1));
    expect(newStr(it, '')).toBe(newStr(it, ''));
    expect(newStr(it, 'é')).toBe(newStr(it, 'é'));
    expect(newStr(it, 'Ā')).not.toBe(newStr(it, 'Ā'));
    expect(newBytes(it, [7])).toBe(newBytes(it, [7]));
    expect(it.isImmortal(newStr(it, 'x'))).toBe(true);
  });

  test('an interned string leaves the table when it dies', () => {
    const it = makeHeap(version);
    const first = intern(it, 'a name of its own');
    const twin = newStr(it, 'a name of its own');
    expect(twin).not.toBe(first);
    expect(internInPlace(it, twin)).toBe(first);
    expect(it.i32[first]).toBe(2);
    it.decref(first);
    expect(it.interned.has('a name of its own')).toBe(true);
    it.decref(first);
    expect(it.interned.has('a name of its own')).toBe(false);
  });

  test('hashes are those of PYTHONHASHSEED=0', () => {
    const it = makeHeap(version);
    expect(fullHash(it, newStr(it, ''))).toBe(0n);
    expect(BigInt.asIntN(64, fullHash(it, newStr(it, 'abc')))).toBe(ABC_HASH);
    expect(BigInt.asIntN(64, fullHash(it, newBytes(it, [97, 98, 99])))).toBe(ABC_HASH);
  });

  test('s += x grows a string that only s holds', () => {
    const it = makeHeap(version);
    let s = strConcat(it, newStr(it, 'ab'), newStr(it, 'c'));
    const blocks = it.memory.allocatedBlocks;
    for (let i = 0; i < 3; i++) {
      const grown = strConcatInPlace(it, s, newStr(it, 'd'));
      // 48 bytes hold seven ASCII characters in 3.13; 3.11's header leaves no room past 64.
      if (i === 0) expect(grown).toBe(s);
      s = grown;
    }
    expect(it.text(s)).toBe('abcddd');
    expect(it.memory.allocatedBlocks).toBe(blocks);
    it.incref(s);
    const copy = strConcatInPlace(it, s, newStr(it, 'e'));
    expect(copy).not.toBe(s);
    expect([it.text(s), it.text(copy), it.i32[s]]).toEqual(['abcddd', 'abcddde', 1]);
  });

  test('what does not fit into memory is a MemoryError, and nothing is lost', () => {
    const it = makeHeap(version);
    const big = it.own(newBigInt(it, 10n ** 12n));
    const ab = it.own(newStr(it, 'ab'));
    const one = newInt(it, 1);
    for (const attempt of [
      () => it.types.str.slots.sqRepeat!(it, ab, 2 ** 40),
      () => it.types.int.slots.nbLshift!(it, one, big),
      () => it.types.int.slots.nbPower!(it, newInt(it, 3), big, it.singletons.none)
    ]) {
      const before = it.memory.allocatedBlocks;
      expect(it.catching(it.types.MemoryError, attempt)).toBeUndefined();
      expect(it.memory.allocatedBlocks).toBe(before);
    }
  });
});
