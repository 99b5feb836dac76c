/// Heaps for tests of objects, and the way from JSON to objects and back.
import { readFileSync } from 'node:fs';
import { intFrom, intValue, isInt } from '../../src/core/objects/int';
import type { Interp } from '../../src/core/objects/interp';
import { newStr } from '../../src/core/objects/str';
import type { Ptr } from '../../src/core/memory/ram';
import type { PythonVersion } from '../../src/core/profile/profile';
import { createVm } from '../../src/core/vm/bootstrap';

export const VERSIONS: readonly PythonVersion[] = ['3.11', '3.13', '3.14'];

export const makeHeap = (version: PythonVersion): Interp => createVm(version, 64 << 20);

/// What record_containers.py recorded.
export function recorded(version: PythonVersion): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`containers-${version}.json`, import.meta.url), 'utf8'));
}

export type JsonKey = number | string | null | { int: string };

/// A new reference to the object for a recorded value.
export function toObject(it: Interp, value: JsonKey): Ptr {
  if (value === null) return it.singletons.none;
  if (typeof value === 'string') return newStr(it, value);
  const n = typeof value === 'number' ? value : BigInt(value.int);
  return intFrom(it, n);
}

export function fromObject(it: Interp, p: Ptr): JsonKey {
  if (p === it.singletons.none) return null;
  if (!isInt(it, p)) return it.text(p);
  const n = intValue(it, p);
  return typeof n === 'number' && Math.abs(n) < 2 ** 53 ? n : { int: String(n) };
}

/// What sys.getsizeof says of a container without a preheader.
export function sizeOf(it: Interp, p: Ptr): number {
  const type = it.typeOf(p);
  return type.slots.size!(it, p) + (type.hasGc ? 16 : 0);
}

export function fullHash(it: Interp, p: Ptr): bigint {
  const lo = it.typeOf(p).slots.hash!(it, p);
  return (BigInt(it.hashHigh) << 32n) | BigInt(lo >>> 0);
}

/// A random number generator with a seed (mulberry32): integers below n.
export function random(seed: number): (n: number) => number {
  return n => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}
