/// Dropping many references, any of which may run guest code (a finalizer): what is still to be dropped is then among
/// the held references, as everything that native code holds.
import type { Ptr } from '../memory/ram';
import type { Interp } from './interp';

/// Whether dropping the reference runs no guest code.
export function dropsQuietly(it: Interp, p: Ptr): boolean {
  if (it.i32[p] !== 1) return true;
  const type = it.typeTable[it.i32[p + 3]!]!;
  return !type.hasGc && !type.isHeapType && type.references === undefined;
}

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

/// Empties fields of an object that is going away, then drops what they held from the first to the last; skips NULL.
export function dropFields(it: Interp, p: Ptr, fields: readonly number[]): void {
  const references = fields.map(field => it.i32[p + field]!);
  for (const field of fields) it.i32[p + field] = 0;
  dropInOrder(it, references);
}
