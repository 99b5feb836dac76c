/// Kinds of objects that pictures treat in a way of their own.

import { ObjectKind } from '../core/trace/payload';

/// What a loop keeps on the value stack.
const ITERATORS: ReadonlySet<string> = new Set(['list_iterator', 'tuple_iterator']);

/// True for the types of objects that a loop makes for itself.
export function isIterator(type: string): boolean {
  return ITERATORS.has(type);
}

/// True for the objects that are code rather than data: names show them in words.
export function isCode(kind: number): boolean {
  return kind === ObjectKind.FUNCTION || kind === ObjectKind.CLASS;
}
