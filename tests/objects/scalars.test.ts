/// Numbers and strings against what CPython made of the same calls: see record_scalars.py.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Ptr } from '../../src/core/memory/ram';
import * as abstract from '../../src/core/objects/abstract';
import { newBytes } from '../../src/core/objects/bytes';
import { newBytearray } from '../../src/core/objects/bytearray';
import { newComplex } from '../../src/core/objects/complex';
import { dictSetItem, newDict } from '../../src/core/objects/dictobject';
import { newFloat } from '../../src/core/objects/float';
import { newBigInt, newInt } from '../../src/core/objects/int';
import type { Interp } from '../../src/core/objects/interp';
import { listSteal } from '../../src/core/objects/list';
import { binaryOp, divmod, power, unaryOp } from '../../src/core/objects/number';
import { newSlice } from '../../src/core/objects/slice';
import { newStr } from '../../src/core/objects/str';
import { asciiOfText } from '../../src/core/objects/strrepr';
import { tupleSteal } from '../../src/core/objects/tuple';
import { makeHeap, sizeOf, VERSIONS } from './heap';

type Encoded = Readonly<Record<string, unknown>>;
type Case = readonly [name: string, args: readonly Encoded[], result: readonly string[]];

const bits = new DataView(new ArrayBuffer(8));
const fromHex = (hex: string): number => {
  bits.setBigUint64(0, BigInt(`0x${hex}`));
  return bits.getFloat64(0);
};
const hexBytes = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

function decode(it: Interp, encoded: Encoded): Ptr {
  const [kind, value] = Object.entries(encoded)[0]!;
  const items = (): Ptr[] => (value as Encoded[]).map((item) => decode(it, item));
  switch (kind) {
    case 'n': return it.singletons.none;
    case 'o': return it.bool(value as boolean);
    case 'i': return newBigInt(it, BigInt(value as string));
    case 'f': return newFloat(it, fromHex(value as string));
    case 'c': {
      const [real, imag] = value as Record<string, string>[];
      return newComplex(it, fromHex(real!['f']!), fromHex(imag!['f']!));
    }
    case 's': return newStr(it, value as string);
    case 'b': return newBytes(it, hexBytes(value as string));
    case 'y': return newBytearray(it, it.types.bytearray, hexBytes(value as string));
    case 't': return tupleSteal(it, items());
    case 'l': return listSteal(it, items());
    case 'S': {
      const bounds = items();
      const slice = newSlice(it, bounds[0]!, bounds[1]!, bounds[2]!);
      for (const bound of bounds) it.decref(bound);
      return slice;
    }
    case 'd': {
      const dict = newDict(it);
      for (const [encodedKey, encodedItem] of value as [Encoded, Encoded][]) {
        const key = decode(it, encodedKey);
        const item = decode(it, encodedItem);
        dictSetItem(it, dict, key, item);
        it.decref(key);
        it.decref(item);
      }
      return dict;
    }
    default: throw new Error(`no such kind ${kind}`);
  }
}

const BINARY = ['+', '&', '//', '<<', '@', '*', '%', '|', '**', '>>', '-', '/', '^'];
const COMPARE = ['<', '<=', '==', '!=', '>', '>='];
const UNARY = { neg: 'nbNegative', pos: 'nbPositive', abs: 'nbAbsolute', invert: 'nbInvert' } as const;

function evaluate(it: Interp, name: string, args: readonly Ptr[]): Ptr {
  const [a, b, c] = args as [Ptr, Ptr, Ptr];
  if (name.startsWith('.')) return abstract.callMethod(it, a, name.slice(1), args.slice(1));
  if (BINARY.includes(name)) return binaryOp(it, BINARY.indexOf(name), a, b);
  if (COMPARE.includes(name)) return abstract.richCompare(it, a, b, COMPARE.indexOf(name));
  if (name in UNARY) return unaryOp(it, UNARY[name as keyof typeof UNARY], a);
  switch (name) {
    case '[]': return abstract.getItem(it, a, b);
    case 'in': return it.bool(abstract.contains(it, b, a));
    case 'divmod': return divmod(it, a, b);
    case 'pow': return power(it, a, b, c ?? it.singletons.none);
    case 'repr': return abstract.repr(it, a);
    case 'hash': return abstract.intFromHash(it, abstract.hash(it, a), it.hashHigh);
    case 'len': return newInt(it, abstract.length(it, a));
    case 'format': return abstract.format(it, a, b);
    case 'round': return abstract.callMethod(it, a, '__round__', args.slice(1));
    case 'sizeof': return newInt(it, sizeOf(it, a));
  }
  const [owner, method] = name.split('.');
  const type = it.types[owner as 'str'].ptr;
  return method === undefined ? abstract.call(it, type, args) : abstract.callMethod(it, type, method, args);
}

/// The result as the recorder wrote it.
function outcome(it: Interp, name: string, args: readonly Ptr[]): string[] {
  const mark = it.held.length;
  try {
    const result = it.own(evaluate(it, name, args));
    const shown = [it.typeOf(result).name, asciiOfText(abstract.reprText(it, result))];
    it.drop();
    expect(it.held.length).toBe(mark);
    return shown;
  } catch (error) {
    it.isGuestError(error);
    it.unwind(mark);
    const exception = it.own(it.fetchRaised());
    const message = abstract.strText(it, exception);
    const shown = ['!', it.typeOf(exception).name, asciiOfText(reprOf(it, message))];
    it.drop();
    return shown;
  }
}

function reprOf(it: Interp, text: string): string {
  const str = newStr(it, text);
  const shown = abstract.reprText(it, str);
  it.decref(str);
  return shown;
}

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

function casesOf(version: string): Case[] {
  const cases = read('scalars-3.14.json') as Case[];
  if (version === '3.14') return cases;
  const different = read(`scalars-${version}.json`) as Record<string, string[]>;
  return cases.map(([name, args, result], i) => [name, args, different[i] ?? result]);
}

const liveEntries = (values: readonly unknown[]): number => values.filter((value) => value !== undefined).length;

describe.each(VERSIONS)('CPython %s', (version) => {
  test('the recorded calls give the recorded results, and leave nothing behind', () => {
    const it = makeHeap(version);
    const cases = casesOf(version);
    expect(cases.length).toBeGreaterThan(10000);
    const wrong: string[] = [];
    const live = (): number[] => {
      it.methodCache.clear(it); // It holds names that were looked up last.
      return [it.memory.allocatedBlocks, liveEntries(it.strings.values), liveEntries(it.bigints.values), it.interned.size];
    };
    let before: number[] = [];
    // Names that methods look up are interned at first use: run everything twice, count the second time.
    for (const round of [1, 2]) {
      before = live();
      for (const [name, encoded, expected] of cases) {
        const args = encoded.map((arg) => decode(it, arg));
        const actual = outcome(it, name, args);
        if (round === 1 && actual.join('\n') !== expected.join('\n')) {
          wrong.push(`${name} ${JSON.stringify(encoded).slice(0, 200)}: ${actual.join(' ')} instead of ${expected.join(' ')}`);
        }
        for (const arg of args) it.decref(arg);
      }
    }
    expect(wrong).toEqual([]);
    expect(live()).toEqual(before);
    it.memory.validate();
  });
});
