/// The type bytearray. CPython 3.14 Objects/bytearrayobject.c
import type { Ptr } from '../memory/ram';
import { indexNumber } from './abstract';
import { BYTEARRAY_BYTES, isBytearray, bytearrayAssign, bytearrayDealloc, bytearrayLength, bytearrayResize, bytearrayView, newBytearray } from './bytearray';
import { bufferOf, byteFrom, bytesFromObject } from './bytesfrom';
import { bytesCaseMethods } from './bytescase';
import { bytesContains, bytesMethods } from './bytesmethods';
import type { Make } from './bytesmethods';
import { reprOfBytes } from './bytesrepr';
import { bytesFromArguments, compareBytes, concatBytes, repeatBytes, sliceBytes } from './bytestype';
import { newInt } from './int';
import { satisfies } from './intops';
import type { Interp } from './interp';
import { newIndexIterator } from './indexiter';
import { adjustedSlice, isSlice } from './slice';
import { hasIndex, subscriptIndex } from './ssize';
import { isStr, newStr } from './str';
import { percentFormatBytes } from './strformat';
import type { NativeMethod, TypeSpec } from './typeobject';

const make = (it: Interp, bytes: Uint8Array): Ptr => newBytearray(it, it.types.bytearray, bytes);
/// Of something that changes every result is an object of its own.
const makers: Make = { shared: make, fresh: make, same: (it, p) => make(it, bufferOf(it, p)!.slice()) };

function richCompare(it: Interp, self: Ptr, other: Ptr, op: number): Ptr {
  const a = bufferOf(it, self);
  const b = bufferOf(it, other);
  if (a === undefined || b === undefined) return it.singletons.notImplemented;
  return it.bool(satisfies(op, compareBytes(a, b)));
}

function subscript(it: Interp, self: Ptr, key: Ptr): Ptr {
  if (isSlice(it, key)) return make(it, sliceBytes(it, self, key, bytearrayLength));
  return newInt(it, bytearrayView(it, self)[position(it, self, key, 'bytearray index out of range')]!);
}

function position(it: Interp, self: Ptr, key: Ptr, message: string): number {
  if (!hasIndex(it, key)) it.typeError(`bytearray indices must be integers or slices, not ${it.typeOf(key).name}`);
  const length = bytearrayLength(it, self);
  const at = subscriptIndex(it, key);
  const index = at < 0 ? at + length : at;
  if (index < 0 || index >= length) it.raise(it.types.IndexError, message);
  return index;
}

/// Puts `bytes` in the place of self[low:high].
function splice(it: Interp, self: Ptr, low: number, high: number, bytes: Uint8Array): void {
  const old = bytearrayView(it, self).slice();
  bytearrayResize(it, self, old.length - (high - low) + bytes.length);
  const view = bytearrayView(it, self);
  view.set(old.subarray(0, low));
  view.set(bytes, low);
  view.set(old.subarray(high), low + bytes.length);
}

function assSubscript(it: Interp, self: Ptr, key: Ptr, value: Ptr): void {
  if (!isSlice(it, key)) {
    const at = position(it, self, key, 'bytearray index out of range');
    if (value === 0) return splice(it, self, at, at + 1, new Uint8Array(0));
    const byte = byteFrom(it, value, 'byte');
    bytearrayView(it, self)[at] = byte;
    return;
  }
  const bytes = value === 0 ? new Uint8Array(0) : bytesFromObject(it, value, 'bytearray');
  const { start, stop, step, length } = adjustedSlice(it, key, bytearrayLength, self);
  if (step === 1) return splice(it, self, start, Math.max(start, stop), bytes);
  if (value === 0) {
    const dropped = new Set(Array.from({ length }, (_, i) => start + i * step));
    return bytearrayAssign(it, self, bytearrayView(it, self).filter((_, i) => !dropped.has(i)));
  }
  if (bytes.length !== length) {
    it.valueError(`attempt to assign bytes of size ${bytes.length} to extended slice of size ${length}`);
  }
  for (let i = 0; i < length; i++) bytearrayView(it, self)[start + i * step] = bytes[i]!;
}

function extend(it: Interp, self: Ptr, bytes: Uint8Array): void {
  const length = bytearrayLength(it, self);
  bytearrayResize(it, self, length + bytes.length);
  bytearrayView(it, self).set(bytes, length);
}

function pop(it: Interp, self: Ptr, args: readonly Ptr[]): Ptr {
  const length = bytearrayLength(it, self);
  if (length === 0) it.raise(it.types.IndexError, 'pop from empty bytearray');
  let at = args.length === 0 ? -1 : indexNumber(it, args[0]!);
  if (at < 0) at += length;
  if (at < 0 || at >= length) it.raise(it.types.IndexError, 'pop index out of range');
  const byte = bytearrayView(it, self)[at]!;
  splice(it, self, at, at + 1, new Uint8Array(0));
  return newInt(it, byte);
}

const methods: Readonly<Record<string, NativeMethod>> = {
  append: {
    kind: 'o',
    fn: (it, p, item) => {
      extend(it, p, Uint8Array.of(byteFrom(it, item, 'byte')));
      return it.singletons.none;
    }
  },
  extend: {
    kind: 'o',
    fn: (it, p, iterable) => {
      if (isStr(it, iterable)) it.typeError(it.profile.scalars.extendNamesIterable ? "expected iterable of integers; got: 'str'" : "'str' object cannot be interpreted as an integer");
      const { slots } = it.typeOf(iterable);
      if (slots.iter === undefined && slots.sqItem === undefined) it.typeError(`can't extend bytearray with ${it.typeOf(iterable).name}`);
      extend(it, p, bytesFromObject(it, iterable, 'bytearray', true));
      return it.singletons.none;
    }
  },
  insert: {
    kind: 'fastcall',
    min: 2,
    max: 2,
    fn: (it, p, args) => {
      const byte = byteFrom(it, args[1]!, 'byte');
      const length = bytearrayLength(it, p);
      const at = indexNumber(it, args[0]!);
      const place = Math.min(at < 0 ? Math.max(at + length, 0) : at, length);
      splice(it, p, place, place, Uint8Array.of(byte));
      return it.singletons.none;
    }
  },
  pop: { kind: 'fastcall', min: 0, max: 1, fn: pop },
  remove: {
    kind: 'o',
    fn: (it, p, item) => {
      const at = bytearrayView(it, p).indexOf(byteFrom(it, item, 'byte'));
      if (at < 0) it.valueError('value not found in bytearray');
      splice(it, p, at, at + 1, new Uint8Array(0));
      return it.singletons.none;
    }
  },
  clear: {
    kind: 'noargs',
    fn: (it, p) => {
      bytearrayResize(it, p, 0);
      return it.singletons.none;
    }
  },
  reverse: {
    kind: 'noargs',
    fn: (it, p) => {
      bytearrayView(it, p).reverse();
      return it.singletons.none;
    }
  },
  copy: { kind: 'noargs', fn: (it, p) => make(it, bytearrayView(it, p).slice()) },
  __alloc__: { kind: 'noargs', fn: (it, p) => newInt(it, it.i32[p + 6]!) }
};

/// Whether bytearray() finds out the length of the source, no str, only at its end (bytearray___init___impl).
function comesByteByByte(it: Interp, source: Ptr): boolean {
  const type = it.typeOf(source);
  if (type === it.types.list || type === it.types.tuple || type.name === 'memoryview' || isStr(it, source)) return false;
  return type.slots.iter !== undefined && !hasIndex(it, source) && bufferOf(it, source) === undefined;
}

export const bytearraySpec: TypeSpec = {
  name: 'bytearray',
  basicsize: BYTEARRAY_BYTES,
  isBaseType: true,
  slots: {
    size: (it, p) => it.typeOf(p).basicsize + it.i32[p + 6]!,
    dealloc: bytearrayDealloc,
    repr: (it, p) => newStr(it, `${it.typeOf(p).name}(${reprOfBytes(bytearrayView(it, p), true)})`),
    richcompare: richCompare,
    nbRemainder: (it, left, right) => (isBytearray(it, left) ? make(it, percentFormatBytes(it, bytearrayView(it, left), right)) : it.singletons.notImplemented),
    iter: (it, p) => newIndexIterator(it, it.types.bytearray_iterator, p, 0),
    new: (it, type) => newBytearray(it, type, []),
    init: (it, p, args, kwnames) => {
      const bytes = bytesFromArguments(it, 'bytearray', args, kwnames);
      if (args.length === 1 && comesByteByByte(it, args[0]!)) for (let n = 1; n <= bytes.length; n++) bytearrayResize(it, p, n);
      bytearrayAssign(it, p, bytes);
    },
    sqLength: bytearrayLength,
    mpLength: bytearrayLength,
    sqConcat: (it, left, right) => make(it, concatBytes(it, left, right)),
    sqInplaceConcat: (it, self, other) => {
      extend(it, self, concatBytes(it, self, other).slice(bytearrayLength(it, self)));
      return it.newRef(self);
    },
    sqRepeat: (it, self, count) => make(it, repeatBytes(it, self, count)),
    sqInplaceRepeat: (it, self, count) => {
      bytearrayAssign(it, self, repeatBytes(it, self, count));
      return it.newRef(self);
    },
    sqContains: bytesContains,
    mpSubscript: subscript,
    mpAssSubscript: assSubscript
  },
  methods: { ...bytesMethods(makers), ...bytesCaseMethods(makers), ...methods }
};
