/// Repetition, concatenation and subscription of constants.
import type { Const } from './code';
import { asInt, intConst, strConst, tupleConst } from './constants';

const MAX_COLLECTION_SIZE = 256;
const MAX_STR_SIZE = 4096;
const MAX_TOTAL_ITEMS = 1024;

/// Items left of `limit` after counting those of a nested tuple.
function complexityLeft(value: Const, limit: number): number {
  if (value.type !== 'tuple') return limit;
  let left = limit - value.items.length;
  for (const item of value.items) {
    if (left < 0) return left;
    left = complexityLeft(item, left);
  }
  return left;
}

/// `sequence * count` (const_folding_safe_multiply).
export function repeat(sequence: Const, count: bigint): Const | undefined {
  if (sequence.type === 'tuple') {
    const size = sequence.items.length;
    if (size > 0) {
      if (count < 0n || count > BigInt(Math.floor(MAX_COLLECTION_SIZE / size))) return undefined;
      if (count > 0n && complexityLeft(sequence, Math.floor(MAX_TOTAL_ITEMS / Number(count))) < 0) return undefined;
    }
    return tupleConst(Array.from({ length: size === 0 ? 0 : Number(count) }, () => sequence.items).flat(), sequence.origin);
  }
  if (sequence.type !== 'str' && sequence.type !== 'bytes') return undefined;
  const size = sequence.type === 'str' ? [...sequence.value].length : sequence.value.length;
  if (size > 0 && (count < 0n || count > BigInt(Math.floor(MAX_STR_SIZE / size)))) return undefined;
  const times = size === 0 ? 0 : Number(count);
  if (sequence.type === 'str') return strConst(sequence.value.repeat(times));
  const bytes = new Uint8Array(size * times);
  for (let i = 0; i < times; i++) bytes.set(sequence.value, i * size);
  return { type: 'bytes', value: bytes };
}

/// `+` of two strs, tuples or bytes.
export function concatenate(left: Const, right: Const): Const | undefined {
  if (left.type === 'str' && right.type === 'str') return strConst(left.value + right.value);
  if (left.type === 'tuple' && right.type === 'tuple') return tupleConst([...left.items, ...right.items], left.origin);
  if (left.type === 'bytes' && right.type === 'bytes') {
    return { type: 'bytes', value: Uint8Array.from([...left.value, ...right.value]) };
  }
  return undefined;
}

/// Indexes a slice selects of a sequence of `length`, or undefined where evaluating it fails.
function sliceIndexes(slice: Extract<Const, { type: 'slice' }>, length: number): number[] | undefined {
  const bound = (value: Const): number | undefined | null => {
    if (value.type === 'None') return null;
    const int = asInt(value);
    return int === undefined ? undefined : Number(int);
  };
  const step = bound(slice.step);
  const start = bound(slice.start);
  const stop = bound(slice.stop);
  if (step === undefined || start === undefined || stop === undefined || step === 0) return undefined;
  const by = step ?? 1;
  const low = by < 0 ? -1 : 0;
  const high = by < 0 ? length - 1 : length;
  const clamp = (value: number): number => Math.min(Math.max(value < 0 ? value + length : value, low), high);
  const from = start === null ? (by < 0 ? high : low) : clamp(start);
  const to = stop === null ? (by < 0 ? low : high) : clamp(stop);
  const indexes: number[] = [];
  for (let i = from; by < 0 ? i > to : i < to; i += by) indexes.push(i);
  return indexes;
}

/// `container[key]` of a str, bytes or tuple.
export function subscript(container: Const, key: Const): Const | undefined {
  if (container.type !== 'str' && container.type !== 'bytes' && container.type !== 'tuple') return undefined;
  const items: readonly unknown[] =
    container.type === 'str' ? [...container.value] : container.type === 'bytes' ? [...container.value] : container.items;
  if (key.type === 'slice') {
    const indexes = sliceIndexes(key, items.length);
    if (indexes === undefined) return undefined;
    if (container.type === 'tuple') return tupleConst(indexes.map((i) => container.items[i]!), container.origin);
    if (container.type === 'bytes') return { type: 'bytes', value: Uint8Array.from(indexes, (i) => container.value[i]!) };
    return strConst(indexes.map((i) => items[i]).join(''));
  }
  const int = asInt(key);
  if (int === undefined) return undefined;
  const index = Number(int < 0n ? int + BigInt(items.length) : int);
  if (index < 0 || index >= items.length) return undefined;
  if (container.type === 'tuple') return container.items[index];
  return container.type === 'bytes' ? intConst(container.value[index]!) : strConst(items[index] as string);
}
