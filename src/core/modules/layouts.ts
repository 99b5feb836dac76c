/// Object layouts as data, and the bytes of an object as CPython has them.
///
/// The simulated words of an object have CPython's places; their contents are translated here: pointers to addresses,
/// texts and ints to characters and digits.
import { FINALIZED, GC_FLAGS, GC_NEXT, GC_PREV, HEAD_WORDS } from '../memory/gchead';
import { addressOf } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { areApart, valuesCapacity } from '../objects/dictvalues';
import { bigValue } from '../objects/int';
import { isStr } from '../objects/str';
import { tupleItems } from '../objects/tuple';
import { Subclass } from '../objects/typeobject';
import type { TypeObject } from '../objects/typeobject';
import type { Vm } from '../vm/vm';
import { STRUCTS } from '../profile/structs';
import type { FieldKind } from '../profile/structs';
import { refcountWord } from './refcount';

export interface LayoutField {
  /// Bytes from the object's address; negative for what lies before it.
  readonly offset: number;
  /// The C name.
  readonly name: string;
  readonly kind: FieldKind | 'values';
  readonly meaning: string;
}

/// A row of 8 bytes, lowest address first.
export interface ByteRow extends Omit<LayoutField, 'kind'> {
  readonly bytes: readonly number[];
}

const field = (offset: number, name: string, kind: LayoutField['kind'], meaning: string): LayoutField => ({ offset, name, kind, meaning });
const pointers = (from: number, names: readonly string[]): LayoutField[] =>
  names.map((name, i) => field(from + 8 * i, name, 'pointer', name === '(spare)' ? '' : 'a reference, or 0'));

/// The name of what lies in an object and has no place in a layout here.
const REST = '(more)';

const SIZE = field(16, 'ob_size', 'number', 'number of items');

/// Structs whose fields the simulated objects keep in CPython's places.
const KEPT = [
  'list', 'dict', 'float', 'method', 'cell', 'slice', 'range', 'list_iterator', 'tuple_iterator', 'function', 'set', 'traceback', 'ReferenceType', 'Exception'
];

/// Fields after the header, by the struct's name.
const FIELDS: Readonly<Record<string, readonly LayoutField[]>> = Object.fromEntries(
  KEPT.map(type => [type, STRUCTS[type]!.fields.map(({ name, kind, meaning }, i) => field(16 + 8 * i, name, kind, meaning))])
);

/// The struct that the type's instances begin with.
function structName(type: TypeObject): string | undefined {
  if (type.subclass & Subclass.EXCEPTION) return 'Exception';
  const base = type.mro.find(one => FIELDS[one.shortName] !== undefined || one.shortName === 'frozenset');
  return base?.shortName === 'frozenset' ? 'set' : base?.shortName;
}

/// The table within a set: keys and their hashes.
const SMALL_TABLE: readonly LayoutField[] = Array.from({ length: 8 }, (_, i) => [
  field(64 + 16 * i, `smalltable[${i}].key`, 'pointer', 'an item, or 0'), field(72 + 16 * i, `smalltable[${i}].hash`, 'bits', 'its hash')
]).flat();

function headFields(vm: Vm, p: Ptr): LayoutField[] {
  const type = vm.typeOf(p);
  if (!vm.gc.isGc(p)) return [];
  const before = type.preheaderWords === 0 ? [] : [
    areApart(vm) ? field(-32, 'values', 'values', 'the attributes, until there is a dict') : field(-32, 'weakreflist', 'pointer', 'the first weak reference to it, or 0'),
    field(-24, '__dict__', 'pointer', 'the dict, once somebody asked for it')
  ];
  return [
    ...before,
    field(-16, '_gc_next', 'pointer', 'GC header: the next object of the generation; 0 = not tracked'),
    field(-8, '_gc_prev', 'pointer', 'GC header: the one before; its lowest bits are flags')
  ];
}

/// The fields of a live object, in the order of their addresses.
export function layoutOf(vm: Vm, p: Ptr): LayoutField[] {
  const type = vm.typeOf(p);
  const fields = [
    ...headFields(vm, p),
    field(0, 'ob_refcnt', 'number', 'number of references'), field(8, 'ob_type', 'pointer', `the type: ${type.name}`)
  ];
  const before = fields[0]!.offset / 4;
  const end = vm.isImmortal(p) || vm.memory.blockSize(p + before) === 0 ? type.slots.size?.(vm, p) ?? type.basicsize : vm.memory.blockSize(p + before) + before * 4;
  const struct = structName(type);
  if (type.subclass & Subclass.TUPLE) {
    fields.push(SIZE);
    if (vm.profile.tupleItems === 8) fields.push(field(24, 'ob_hash', 'bits', 'the hash, or -1'));
    const items = (tupleItems(vm, p) - p) * 4;
    for (let i = 0; i < vm.i32[p + 4]!; i++) fields.push(field(items + 8 * i, `ob_item[${i}]`, 'pointer', 'an item'));
  } else if (type.subclass & Subclass.INT) {
    fields.push(field(16, vm.profile.intTag, 'bits', 'number of digits, and the sign'));
    for (let at = 24; at < end; at += 8) fields.push(field(at, 'ob_digit', 'bits', 'digits of 30 bits, the lowest first'));
  } else if (isStr(vm, p)) {
    const ascii = vm.profile.strHeaders[0];
    fields.push(
      field(16, 'length', 'number', 'number of characters'), field(24, 'hash', 'bits', 'the hash, or -1'),
      field(32, 'state', 'bits', 'interned, kind, compact, ascii')
    );
    for (let at = 40; at < end; at += 8) fields.push(field(at, at < ascii ? 'wstr' : 'characters', 'bits', at < ascii ? '' : 'the text'));
  } else if (struct !== undefined) {
    fields.push(...FIELDS[struct]!);
    if (struct === 'set') fields.push(...SMALL_TABLE);
  } else if (type.isHeapType) {
    for (const one of [...type.mro].reverse()) {
      for (const [i, offset] of one.slotOffsets.entries()) fields.push(field(offset, one.slotNames[i]!, 'pointer', 'an attribute of __slots__'));
    }
    if (type.weaklistoffset > 0) fields.push(field(type.weaklistoffset, 'weakreflist', 'pointer', 'the first weak reference to it, or 0'));
    if (type.hasInlineValues) {
      fields.push(field(type.basicsize, 'dictvalues', 'bits', 'how many attributes there are, and room for'));
      const room = valuesCapacity(vm, p + type.basicsize / 4);
      fields.push(...pointers(type.basicsize + 8, Array.from({ length: room }, (_, i) => `values[${i}]`)));
    }
  }
  for (let at = fields[fields.length - 1]!.offset + 8; at + 8 <= end; at += 8) fields.push(field(at, REST, 'bits', ''));
  return fields;
}

/// The 8 bytes at `offset` of the live object p as an unsigned number.
export function objectWord(vm: Vm, p: Ptr, { offset, kind }: Pick<LayoutField, 'offset' | 'kind'>): bigint {
  const { i32 } = vm;
  const w = p + offset / 4;
  if (offset === 0) return refcountWord(vm, p);
  if (offset === 8) return BigInt(addressOf(i32[p + 2]!));
  if (offset === GC_NEXT * 4 && vm.gc.isGc(p)) return i32[w] === 0 ? 0n : BigInt(addressOf(i32[w]! - HEAD_WORDS));
  if (offset === GC_PREV * 4 && vm.gc.isGc(p)) return (i32[w] === 0 ? 0n : BigInt(addressOf(i32[w]! - HEAD_WORDS))) | BigInt(i32[p + GC_FLAGS]! & FINALIZED);
  const type = vm.typeOf(p);
  if (type.subclass & Subclass.INT && offset >= 16) return intWord(vm, p, offset);
  if (isStr(vm, p) && offset >= 32) return textWord(vm, p, offset);
  if (kind === 'pointer') return i32[w] === 0 ? 0n : BigInt(addressOf(i32[w]!));
  // To the values themselves in 3.11, which dictvalues.ts has a word before.
  if (kind === 'values') return i32[w] === 0 ? 0n : BigInt(addressOf(i32[w]! + 2));
  if (kind === 'number') return BigInt.asUintN(64, BigInt(i32[w]!));
  return (BigInt(i32[w + 1]! >>> 0) << 32n) | BigInt(i32[w]! >>> 0);
}

function intWord(vm: Vm, p: Ptr, offset: number): bigint {
  const value = bigValue(vm, p);
  const magnitude = value < 0n ? -value : value;
  if (offset === 16) {
    let digits = 0n;
    for (let rest = magnitude; rest > 0n; rest >>= 30n) digits++;
    if (vm.profile.intTag === 'ob_size') return BigInt.asUintN(64, value < 0n ? -digits : digits);
    return (digits === 0n ? 1n << 3n : digits << 3n) | (value < 0n ? 2n : value === 0n ? 1n : 0n);
  }
  const shift = BigInt(((offset - 24) / 4) * 30);
  const digit = (magnitude >> shift) & 0x3fffffffn;
  return digit | (((magnitude >> (shift + 30n)) & 0x3fffffffn) << 32n);
}

function textWord(vm: Vm, p: Ptr, offset: number): bigint {
  const state = vm.i32[p + 8]!;
  if (offset === 32) return BigInt(state | vm.profile.strReadyBit);
  const ascii = (state & 64) !== 0;
  const width = ascii ? 1 : (state >> 2) & 7;
  const header = vm.typeOf(p) === vm.types.str ? vm.profile.strHeaders[ascii ? 0 : 1] : vm.profile.strHeaders[2];
  const characters = [...vm.text(p)];
  let word = 0n;
  for (let byte = 0; byte < 8; byte++) {
    const at = offset + byte - header;
    const code = at < 0 ? 0 : characters[Math.floor(at / width)]?.codePointAt(0) ?? 0;
    word |= BigInt((code >> (8 * (at % width))) & 0xff) << BigInt(8 * byte);
  }
  return word;
}

/// The words of a live object that have a place in a layout, the first `most` at most.
export function wordsOf(vm: Vm, p: Ptr, most: number): { offset: number; low: number; high: number }[] {
  return layoutOf(vm, p).slice(0, most).filter(({ name }) => name !== REST).map(one => {
    const word = objectWord(vm, p, one);
    return { offset: one.offset, low: Number(word & 0xffffffffn), high: Number(word >> 32n) };
  });
}

/// The live object's bytes, 8 a row.
export function describeBytes(vm: Vm, p: Ptr): ByteRow[] {
  return layoutOf(vm, p).map(one => {
    const word = objectWord(vm, p, one);
    const { kind: _, ...row } = one;
    return { ...row, bytes: Array.from({ length: 8 }, (_unused, i) => Number((word >> BigInt(8 * i)) & 0xffn)) };
  });
}
