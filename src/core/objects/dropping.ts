/// Dropping many references, any of which may run guest code (a finalizer): what is still to be dropped is then among
/// the held references, as everything that native code holds.
import type { Ptr } from '../memory/ram';
import type { Interp } from './interp';
import type { TypeObject } from './typeobject';

/// Whether dropping the reference runs no guest code.
export function dropsQuietly(it: Interp, p: Ptr): boolean {
  if (it.i32[p] !== 1) return true;
  const type = it.typeTable[it.i32[p + 3]!]!;
  return type === it.types.tuple ? holdsQuiet(it, p) : isPlain(type);
}

/// Whether objects of the type hold nothing that could run guest code.
const isPlain = (type: TypeObject): boolean => !type.hasGc && !type.isHeapType && type.references === undefined;

/// Whether the tuple is short, and none of its items would die with it but those that hold nothing.
function holdsQuiet(it: Interp, tuple: Ptr): boolean {
  const size = it.i32[tuple + 4]!;
  if (size > MOST_LOOKED_AT) return false;
  for (let i = 0; i < size; i++) {
    const item = it.i32[tuple + it.profile.tupleItems + 2 * i]!;
    // The same item may be there more than once.
    if (item === 0 || it.i32[item]! < 0 || it.i32[item]! > size) continue;
    if (!isPlain(it.typeTable[it.i32[item + 3]!]!)) return false;
  }
  return true;
}

const MOST_LOOKED_AT = 4;

/// Empties the `count` references that lie 8 bytes apart from `base` and drops them from the last to the first; skips NULL.
export function dropReversed(it: Interp, base: Ptr, count: number): void {
  const i32 = it.i32;
  for (let i = base + 2 * count - 2; i >= base; i -= 2) {
    const p = i32[i]!;
    if (p === 0) continue;
    if (dropsQuietly(it, p)) {
      i32[i] = 0;
      it.decref(p);
      continue;
    }
    const mark = it.held.length;
    for (let j = base; j <= i; j += 2) {
      if (i32[j] !== 0) it.held.push(i32[j]!);
      i32[j] = 0;
    }
    it.drop(it.held.length - mark);
    return;
  }
}

/// Empties the words that lie `stride` apart from `base` to `end` and drops what they held from the first to the last;
/// skips NULL.
export function dropEach(it: Interp, base: Ptr, end: Ptr, stride: number): void {
  const i32 = it.i32;
  for (let word = base; word < end; word += stride) {
    const p = i32[word]!;
    if (p === 0) continue;
    i32[word] = 0;
    if (dropsQuietly(it, p)) {
      it.decref(p);
      continue;
    }
    const mark = it.held.length;
    for (let rest = end - stride; rest > word; rest -= stride) {
      if (i32[rest] !== 0) it.held.push(i32[rest]!);
      i32[rest] = 0;
    }
    it.decref(p);
    it.drop(it.held.length - mark);
    return;
  }
}

/// Drops references from the first to the last; skips NULL.
export function dropInOrder(it: Interp, references: readonly Ptr[] | Int32Array): void {
  for (let i = 0; i < references.length; i++) {
    const p = references[i]!;
    if (p === 0) continue;
    if (dropsQuietly(it, p)) {
      it.decref(p);
      continue;
    }
    const mark = it.held.length;
    for (let j = references.length - 1; j >= i; j--) if (references[j] !== 0) it.held.push(references[j]!);
    it.drop(it.held.length - mark);
    return;
  }
}

/// Drops two references, not NULL, in this order; `held`, which the caller owns, is held meanwhile.
export function dropPair(it: Interp, first: Ptr, second: Ptr, held: Ptr): void {
  if (first !== second && dropsQuietly(it, first) && dropsQuietly(it, second)) {
    it.decref(first);
    it.decref(second);
    return;
  }
  it.own(held);
  dropInOrder(it, [first, second]);
  it.take();
}

/// Empties fields of an object that is going away, then drops what they held from the first to the last; skips NULL.
export function dropFields(it: Interp, p: Ptr, fields: readonly number[]): void {
  const { i32 } = it;
  for (let i = 0; i < fields.length; i++) {
    const reference = i32[p + fields[i]!]!;
    if (reference === 0) continue;
    i32[p + fields[i]!] = 0;
    if (dropsQuietly(it, reference)) {
      it.decref(reference);
      continue;
    }
    const mark = it.held.length;
    for (let rest = fields.length - 1; rest > i; rest--) {
      const word = p + fields[rest]!;
      if (i32[word] !== 0) it.held.push(i32[word]!);
      i32[word] = 0;
    }
    it.decref(reference);
    it.drop(it.held.length - mark);
    return;
  }
}
