/// The C struct behind an object, field by field, with the names that CPython's headers use.
///
/// Only what the trace tells has a value: the count, what slots refer to, lengths. Other fields
/// are named, and their bytes are left open.

import { STRUCTS } from '../core/profile/structs';
import type { CField } from '../core/profile/structs';
import type { Links } from '../core/trace/linklog';
import { GcVerdict, ObjectKind } from '../core/trace/payload';
import type { TracePayload } from '../core/trace/payload';
import { hexAddress } from './naming';
import type { Naming } from './naming';
import { inlineText } from './state';
import type { HeapObject, HeapState } from './state';
import { clip } from './words';
import type { Words } from './words';

export interface StructField {
  /// Bytes from the object's address; negative = in front of it (the GC header).
  readonly offset: number;
  readonly size: number;
  readonly name: string;
  /// Little-endian, as in memory; undefined = the trace does not tell.
  readonly bytes: string | undefined;
  readonly meaning: string;
  readonly changed: boolean;
}

export interface Struct {
  readonly title: string;
  /// `struct` as in CPython's headers.
  readonly cName: string;
  readonly fields: readonly StructField[];
  readonly note: string;
}

interface Field {
  readonly name: string;
  readonly size?: number;
  readonly value?: number;
  readonly meaning?: string;
}

/// Pointers that are drawn of a table of items.
const MAX_ITEMS = 12;
const POINTER = 8;

export function structOf(
  object: HeapObject, before: HeapObject | undefined, state: HeapState, context: Context
): Struct {
  const { python, words } = context;
  const layout = bodyOf(object, state, context);
  const fields: StructField[] = [];
  let offset = -layout.head.reduce((sum, { size = POINTER }) => sum + size, 0);
  const toldBytes = (at: number, size: number): string | undefined => context.told?.get(at - (at & 7))?.split(' ').slice(at & 7, (at & 7) + size).join(' ');
  const add = (field: Field, changed = false): void => {
    const { size = POINTER, value } = field;
    fields.push({ offset, size, name: field.name, bytes: value !== undefined ? littleEndian(value, size) : object.freed ? undefined : toldBytes(offset, size), meaning: field.meaning ?? '', changed });
    offset += size;
  };
  const isLinked = object.freed && !usesFreeList(object, python);
  layout.head.forEach((field, i) => add(isLinked && i === 0 ? { ...field, meaning: words.__('overwritten: a link to the next free block') } : field, isLinked && i === 0));
  const counted = before === undefined || before.count !== object.count || before.freed !== object.freed;
  for (const field of refcountFields(object, python, layout.head.length > 0, words)) {
    add(field, counted);
  }
  add({ name: 'ob_type', ...pointerToType(object, state, context), ...(object.freed && { meaning: words.__('still there until the block is used again') }) });
  if (object.freed) {
    add({ name: layout.body.map(({ name }) => name).slice(0, 3).join(', ') || '…', meaning: words.__('what is left of the last owner') });
  } else {
    layout.body.forEach((field) => add(field));
  }
  return {
    title: words.__('%1 at %2', context.naming.label(object.serial), hexAddress(object.address)),
    cName: layout.cName,
    fields,
    note: object.freed ? freedNote(object, python, words) : words.__('Bytes as they lie in memory, the lowest address first; ·· stands for what the trace does not tell.')
  };
}

function littleEndian(value: number, size: number): string {
  const bytes: string[] = [];
  let rest = value;
  for (let i = 0; i < size; i++) {
    bytes.push((rest % 256).toString(16).padStart(2, '0'));
    rest = Math.floor(rest / 256);
  }
  return bytes.join(' ');
}

/// 3.14 keeps the count in 32 bits, flags beside it. CPython 3.14 Include/object.h struct _object
function refcountFields(object: HeapObject, python: string, hasHead: boolean, words: Words): Field[] {
  const count = object.count < 0 ? undefined : object.count;
  const left = object.freed && (!hasHead || usesFreeList(object, python));
  const meaning = left ? words.__('overwritten: a link to the next free block') : object.freed ? words.__('left as dealloc found it') : `= ${object.count < 0 ? '∞' : object.count}`;
  const value = left || count === undefined ? {} : { value: object.freed ? 0 : count };
  if (python === '3.11' || python === '3.13') {
    return [{ name: 'ob_refcnt', ...value, meaning }];
  }
  // Of what is not immortal, no flag is set.
  const none = count === undefined || left ? {} : { value: 0 };
  return [{ name: 'ob_refcnt', size: 4, ...value, meaning }, { name: 'ob_overflow', size: 2, ...none, ...(!left && { meaning: words.__('takes what the count has no room for') }) }, { name: 'ob_flags', size: 2, ...none, ...(!left && { meaning: words.__('such as: immortal') }) }];
}

/// Types whose freed objects wait on a list of their own; 3.14 links them through their first word.
function usesFreeList(object: HeapObject, python: string): boolean {
  return python !== '3.11' && python !== '3.13' && ['list', 'tuple', 'dict', 'float', 'slice'].includes(object.type);
}

function freedNote(object: HeapObject, python: string, words: Words): string {
  if (usesFreeList(object, python)) {
    return words.__('Freed: objects of this type wait on a free list, linked through their first word, for the next one of the type.');
  }
  return words.__('Freed: pymalloc writes a link to the next free block over the start of the block; the rest stays until the block is used again.');
}

function pointerToType(object: HeapObject, state: HeapState, context: Context): { value?: number; meaning: string } {
  const meaning = `→ ${clip(object.type, 32)}`;
  const told = typeOf(object, context);
  if (told !== undefined) {
    return { value: told[1]! * 16, meaning };
  }
  for (const other of state.objects.values()) {
    if (other.kind === ObjectKind.CLASS && !other.freed && other.value === `class ${object.type}`) {
      return { value: other.address, meaning };
    }
  }
  return { meaning };
}

/// See `TracePayload.types`.
function typeOf({ type }: HeapObject, { types, strings }: Context): readonly number[] | undefined {
  return types?.find(([name]) => strings[name!] === type);
}

export interface Context {
  readonly python: string;
  readonly types: TracePayload['types'];
  readonly strings: readonly string[];
  readonly naming: Naming;
  readonly words: Words;
  /// What else lies in the object: 8 bytes in hexadecimal by their offset.
  readonly told?: ReadonlyMap<number, string>;
  /// The links of the collector's lists.
  readonly links?: Links | undefined;
}

/// Fields that say how many items there are.
const COUNTS_ITEMS: ReadonlySet<string> = new Set(['ob_size', 'ma_used', 'used']);

/// Bits of the collector's header. CPython Include/internal/pycore_gc.h
const FINALIZED = 1;
const COLLECTING = 2;
const REFS_SHIFT = 4;
/// Links lead to it: it lies right before its object.
const GC_HEAD = 16;

/// The links of its generation's list. During a collection, before what is reachable is told
/// from what is not, `_gc_prev` is the scratch count, which it does. CPython Python/gc.c update_refs
function gcHead(object: HeapObject, { collection, objects }: HeapState, { words, links, naming }: Context): readonly Field[] {
  const finalized = object.finalized ? FINALIZED : 0;
  const bits = object.finalized ? words.__('; its finalizer has run') : '';
  const refs = object.freed ? undefined : collection?.refs.get(object.serial);
  const verdict = collection?.verdicts.get(object.serial);
  if (refs !== undefined && verdict === undefined) {
    return [
      { name: '_gc_next', meaning: words.__('the next candidate') },
      { name: '_gc_prev', value: refs * REFS_SHIFT + COLLECTING + finalized, meaning: words.__('gc_refs %1, in bits 2 and up; bit 1: a collection looks at it', refs) + bits }
    ];
  }
  if (verdict === GcVerdict.UNREACHABLE) {
    return [{ name: '_gc_next', meaning: words.__('the next unreachable object') }, { name: '_gc_prev', meaning: words.__('the one before; bit 1: a collection looks at it') + bits }];
  }
  const told = links === undefined || object.freed || collection !== undefined ? undefined : links;
  const at = (head: number | undefined): number | undefined =>
    (head === undefined || head === 0 ? undefined : [...objects.values()].find(({ address, freed }) => !freed && address - GC_HEAD === head)?.serial);
  const next = at(told?.next);
  const prev = at(told && told.prev - (told.prev % (FINALIZED + 1)));
  return [
    { name: '_gc_next', ...(told && { value: told.next }), meaning: next === undefined ? words.__('the next of its generation; 0 = not tracked') : words.__('the next of its generation: %1', naming.noun(next)) },
    { name: '_gc_prev', ...(told && { value: told.prev }), meaning: (prev === undefined ? words.__('the one before') : words.__('the one before: %1', naming.noun(prev))) + bits }
  ];
}

/// What stands around `PyObject_HEAD`. CPython Include/cpython/*object.h
function bodyOf(object: HeapObject, state: HeapState, context: Context): { cName: string; head: readonly Field[]; body: readonly Field[] } {
  const size: Field = object.length === undefined ? { name: 'ob_size' } : { name: 'ob_size', value: object.length, meaning: `= ${object.length}` };
  const items = [...object.slots].slice(0, MAX_ITEMS).map(([label, ref]): Field => ({ name: label, ...pointerTo(ref, state, context) }));
  if (object.type === 'tuple') {
    const hash = context.python === '3.14' ? [{ name: 'ob_hash' }] : [];
    return { cName: 'PyTupleObject', head: gcHead(object, state, context), body: [size, ...hash, ...items.map((item) => ({ ...item, name: `ob_item${item.name}` }))] };
  }
  const struct = Object.hasOwn(STRUCTS, object.type) ? STRUCTS[object.type] : object.type === 'frozenset' ? STRUCTS['set'] : undefined;
  if (struct !== undefined) {
    return { cName: struct.cName, head: struct.isGc ? gcHead(object, state, context) : [], body: struct.fields.map((field) => known(field, object, state, context)) };
  }
  if (object.kind === ObjectKind.CLASS) {
    return { cName: 'PyHeapTypeObject', head: gcHead(object, state, context), body: [{ name: 'ob_size' }, { name: 'tp_name', meaning: `→ ${clip(object.value ?? '', 40)}` }, { name: 'tp_basicsize' }, { name: 'tp_itemsize' }, { name: 'tp_dealloc' }] };
  }
  if (object.kind === ObjectKind.INSTANCE) {
    return instanceBody(object, state, context);
  }
  return { cName: 'PyObject', head: [], body: [] };
}

/// A field with what the trace tells of it.
function known({ name, meaning, slot }: CField, object: HeapObject, state: HeapState, context: Context): Field {
  const { words } = context;
  if (slot !== undefined && object.slots.has(slot)) {
    return { name, ...pointerTo(object.slots.get(slot)!, state, context) };
  }
  if (name === 'wr_object' && object.weak !== undefined) {
    return { name, ...pointerTo(object.weak, state, context) };
  }
  if (COUNTS_ITEMS.has(name) && object.length !== undefined) {
    return { name, value: object.length, meaning: `= ${object.length}` };
  }
  if (name === 'ob_item') {
    const first = [...object.slots].slice(0, 3).map(([label, ref]) => `${label} ${pointerTo(ref, state, context).meaning}`);
    return object.length === 0 ? { name, value: 0, meaning: words.__('no block yet') } : { name, meaning: `→ ${first.join(', ')}` };
  }
  return { name: name === '_ma_watcher_tag' && context.python === '3.11' ? 'ma_version_tag' : name, meaning: words.__(meaning) };
}

/// Plain instances: attributes lie behind the header from 3.13 on, the dict's pointer in front of it.
function instanceBody(object: HeapObject, state: HeapState, context: Context): { cName: string; head: readonly Field[]; body: readonly Field[] } {
  const { python, words } = context;
  const dict = { name: '__dict__', meaning: words.__('only made when asked for') };
  if (python === '3.11') {
    return { cName: 'PyObject', head: [{ name: 'values', meaning: words.__('→ the attributes') }, dict, ...gcHead(object, state, context)], body: [{ name: '__weakref__', meaning: words.__('its weak references, or 0') }] };
  }
  const places = typeOf(object, context)?.slice(2).map((name) => context.strings[name]!) ?? [];
  const values = places.slice(0, MAX_ITEMS).map((name): Field => {
    const ref = object.slots.get(name);
    return ref === undefined ? { name, meaning: words.__('no such attribute now') } : { name, ...pointerTo(ref, state, context) };
  });
  const header = places.length === 0 ? [] : [{ name: '_dictvalues', meaning: words.__('room for attributes, and how many there are') }];
  return { cName: 'PyObject', head: [{ name: '__weakref__', meaning: words.__('its weak references, or 0') }, dict, ...gcHead(object, state, context)], body: [...header, ...values] };
}

function pointerTo(ref: number, state: HeapState, { strings, naming }: Context): { value?: number; meaning: string } {
  const target = ref >= 0 ? state.objects.get(ref) : undefined;
  return target === undefined ? { meaning: `→ ${clip(inlineText(ref, strings), 40)}` } : { value: target.address, meaning: `→ ${naming.noun(ref)}` };
}
