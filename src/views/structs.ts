/// The C struct behind an object, field by field, with the names that CPython's headers use.
///
/// Only what the trace tells has a value: the count, what slots refer to, lengths. Other fields
/// are named, and their bytes are left open.

import { ObjectKind } from '../core/trace/payload';
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
  object: HeapObject, before: HeapObject | undefined, state: HeapState, context: { python: string; strings: readonly string[]; naming: Naming; words: Words }
): Struct {
  const { python, words } = context;
  const layout = bodyOf(object, state, context);
  const fields: StructField[] = [];
  let offset = -layout.head.reduce((sum, { size = POINTER }) => sum + size, 0);
  const add = (field: Field, changed = false): void => {
    const { size = POINTER, value } = field;
    fields.push({ offset, size, name: field.name, bytes: value === undefined ? undefined : littleEndian(value, size), meaning: field.meaning ?? '', changed });
    offset += size;
  };
  layout.head.forEach((field) => add(field));
  const counted = before === undefined || before.count !== object.count || before.freed !== object.freed;
  for (const field of refcountFields(object, python, layout.head.length > 0, words)) {
    add(field, counted);
  }
  add({ name: 'ob_type', ...pointerToType(object, state), ...(object.freed && { meaning: words.__('still there until the block is used again') }) });
  if (!object.freed) {
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
  return [{ name: 'ob_refcnt', size: 4, ...value, meaning }, { name: 'ob_overflow', size: 2 }, { name: 'ob_flags', size: 2 }];
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

function pointerToType(object: HeapObject, state: HeapState): { value?: number; meaning: string } {
  for (const other of state.objects.values()) {
    if (other.kind === ObjectKind.CLASS && !other.freed && other.value === `class ${object.type}`) {
      return { value: other.address, meaning: `→ ${clip(object.type, 32)}` };
    }
  }
  return { meaning: `→ ${clip(object.type, 32)}` };
}

interface Context {
  readonly python: string;
  readonly strings: readonly string[];
  readonly naming: Naming;
  readonly words: Words;
}

const GC_HEAD: readonly Field[] = [{ name: '_gc_next' }, { name: '_gc_prev' }];

/// What stands around `PyObject_HEAD`. CPython Include/cpython/*object.h
function bodyOf(object: HeapObject, state: HeapState, context: Context): { cName: string; head: readonly Field[]; body: readonly Field[] } {
  const size: Field = object.length === undefined ? { name: 'ob_size' } : { name: 'ob_size', value: object.length, meaning: `= ${object.length}` };
  const items = [...object.slots].slice(0, MAX_ITEMS).map(([label, ref]): Field => ({ name: label, ...pointerTo(ref, state, context) }));
  switch (object.type) {
    case 'list':
      return {
        cName: 'PyListObject', head: GC_HEAD,
        body: [size, { name: 'ob_item', meaning: `→ ${items.map(({ name, meaning }) => `${name} ${meaning ?? ''}`).slice(0, 3).join(', ')}` }, { name: 'allocated' }]
      };
    case 'tuple':
      return {
        cName: 'PyTupleObject', head: GC_HEAD,
        body: [size, ...(context.python === '3.14' ? [{ name: 'ob_hash' }] : []), ...items.map((item) => ({ ...item, name: `ob_item${item.name}` }))]
      };
    case 'dict': {
      const used: Field = object.length === undefined ? { name: 'ma_used' } : { name: 'ma_used', value: object.length, meaning: `= ${object.length}` };
      return {
        cName: 'PyDictObject', head: GC_HEAD,
        body: [used, { name: context.python === '3.11' ? 'ma_version_tag' : '_ma_watcher_tag' }, { name: 'ma_keys', meaning: context.words.__('→ the table of keys and values') }, { name: 'ma_values' }]
      };
    }
    case 'set':
    case 'frozenset':
      return { cName: 'PySetObject', head: GC_HEAD, body: [{ name: 'fill' }, { name: 'used' }, { name: 'mask' }, { name: 'table' }, { name: 'hash' }, { name: 'finger' }] };
    case 'function':
      return { cName: 'PyFunctionObject', head: GC_HEAD, body: ['func_globals', 'func_builtins', 'func_name', 'func_qualname', 'func_code', 'func_defaults'].map((name) => ({ name })) };
    default:
      break;
  }
  if (object.kind === ObjectKind.CLASS) {
    return { cName: 'PyHeapTypeObject', head: GC_HEAD, body: [{ name: 'ob_size' }, { name: 'tp_name', meaning: `→ ${clip(object.value ?? '', 40)}` }, { name: 'tp_basicsize' }, { name: 'tp_itemsize' }, { name: 'tp_dealloc' }] };
  }
  if (object.kind === ObjectKind.INSTANCE) {
    return instanceBody(items, context);
  }
  return { cName: 'PyObject', head: [], body: [] };
}

/// Plain instances: attributes lie behind the header from 3.13 on, the dict's pointer in front of it.
function instanceBody(items: readonly Field[], { python, words }: Context): { cName: string; head: readonly Field[]; body: readonly Field[] } {
  const dict = { name: '__dict__', meaning: words.__('only made when asked for') };
  if (python === '3.11') {
    return { cName: 'PyObject', head: [{ name: 'values', meaning: words.__('→ the attributes') }, dict, ...GC_HEAD], body: [] };
  }
  return { cName: 'PyObject', head: [{ name: '__weakref__' }, dict, ...GC_HEAD], body: items };
}

function pointerTo(ref: number, state: HeapState, { strings, naming }: Context): { value?: number; meaning: string } {
  const target = ref >= 0 ? state.objects.get(ref) : undefined;
  return target === undefined ? { meaning: `→ ${clip(inlineText(ref, strings), 40)}` } : { value: target.address, meaning: `→ ${naming.noun(ref)}` };
}
