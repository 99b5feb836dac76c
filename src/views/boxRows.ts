/// The rows of an object's box: its value, its slots, and a word on what is left out.

import { ObjectKind } from '../core/trace/payload';
import { inlineText } from './state';
import type { HeapObject } from './state';
import { clip, grouped } from './words';

export interface BoxRow {
  /// The slot's whole label, its key in edges and highlights; undefined for the value and for what is left out.
  readonly slot: string | undefined;
  readonly label: string;
  readonly text: string;
  /// The object referred to, if the row is a reference.
  readonly ref: number | undefined;
  /// The reference is a weak one: it is not counted.
  readonly isWeak?: boolean;
}

/// The key of what an object refers to weakly: no slot of CPython's has it.
export const WEAK = '⇢';

const MAX_SLOTS = 8;
const HEAD = 4;
const TAIL = 3;
const LABEL_LIMIT = 16;
const TEXT_LIMIT = 26;

/// At most `MAX_SLOTS` slots: the first and the last ones, since a list grows at its end; only the first ones where the last
/// are not told. Then how many are left out.
export function boxRows(object: HeapObject, strings: readonly string[]): BoxRow[] {
  const rows: BoxRow[] = [];
  const typeOfRest = isSequence(object) ? object.value : undefined;
  if (object.value !== undefined && !isSequence(object)) {
    const weak = object.weak === undefined ? {} : { slot: WEAK, ref: object.weak, isWeak: true };
    rows.push({ slot: undefined, label: '', text: clip(oneLine(object.value), TEXT_LIMIT), ref: undefined, ...weak });
  }
  const all = object.slots.size;
  const folded = all > MAX_SLOTS ? all - HEAD - TAIL : 0;
  const untold = object.freed ? 0 : Math.max(0, (object.length ?? 0) - all);
  const first = untold > 0 ? HEAD + TAIL : HEAD;
  let i = 0;
  for (const [slot, ref] of object.slots) {
    if (folded === 0 || i < first || (untold === 0 && i >= all - TAIL)) {
      rows.push({ slot, label: clip(oneLine(slot), LABEL_LIMIT), text: ref < 0 ? clip(oneLine(inlineText(ref, strings)), TEXT_LIMIT) : '', ref: ref < 0 ? undefined : ref });
    } else if (untold === 0 && i === HEAD) {
      rows.push(more(folded, undefined));
    }
    i++;
  }
  if (untold > 0) {
    rows.push(more(untold + folded, typeOfRest));
  }
  return rows;
}

/// How many rows `boxRows` gives, without making them.
export function rowCount(object: HeapObject): number {
  const all = object.slots.size;
  const untold = !object.freed && (object.length ?? 0) > all;
  const shown = (all > MAX_SLOTS ? HEAD + TAIL : all) + (untold || all > MAX_SLOTS ? 1 : 0);
  return shown + (object.value === undefined || isSequence(object) ? 0 : 1);
}

/// What stands for items that are not told.
export function moreText(n: number, type: string | undefined): string {
  return clip(`⋯ +${grouped(n)}${type === undefined || type === '' ? '' : ` × ${type}`}`, TEXT_LIMIT);
}

/// Characters that a slot's label and text take at most.
export function labelLength(label: string): number {
  return Math.min(label.length, LABEL_LIMIT);
}

export function textLength(text: string): number {
  return Math.min(text.length, TEXT_LIMIT);
}

/// The value of a sequence is the type of its items; see `Op.VALUE`.
export function isSequence({ kind }: Pick<HeapObject, 'kind'>): boolean {
  return kind === ObjectKind.SEQUENCE;
}

/// Numbers and signs, so that nothing needs translating.
function more(n: number, type: string | undefined): BoxRow {
  return { slot: undefined, label: '', text: moreText(n, type), ref: undefined };
}

function oneLine(text: string): string {
  return text.length > 200 ? text.slice(0, 200).replace(/\s+/g, ' ') : text.replace(/\s+/g, ' ');
}
