/// memoryview of bytes and bytearray (Objects/memoryobject.c). Fields: the object p+4, which the managed buffer
/// holds (0 = released), first byte p+6, dimensions p+8, the managed buffer p+10, format p+12, readonly p+13, weak references p+34, then shape and strides.
import { track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { callMethod, indexNumber, richCompareBool } from '../objects/abstract';
import { bindArguments } from '../objects/args';
import { bytearrayView, isBytearray } from '../objects/bytearray';
import { bytesHash, bytesView, isBytes, newFreshBytes } from '../objects/bytes';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { newSequenceIterator } from '../objects/iterobject';
import { listSteal, listToArray } from '../objects/list';
import { hexAddress } from '../objects/object';
import { recordSlots } from '../objects/record';
import { adjustedSlice, isSlice } from '../objects/slice';
import { isStr, newStr } from '../objects/str';
import { tupleGet, tupleSize, tupleSteal, tupleToArray } from '../objects/tuple';
import { CompareOp } from '../objects/typeobject';
import type { GetSet, TypeObject, TypeSpec } from '../objects/typeobject';
import { addBuiltinType, addModuleType } from './addtype';
import { addView, managedBufferSpec, newManagedBuffer, removeView } from './managedbuffer';
import { FORMATS } from './memoryformats';

const OBJECT = 4;
const START = 6;
const NDIM = 8;
const BUFFER = 10;
const FORMAT = 12;
const READONLY = 13;
const WEAKLIST_OFFSET = 136;
const DIMENSIONS = 36;
const BASE_BYTES = 144;
const BYTES_A_DIMENSION = 24;

const ndim = (it: Interp, p: Ptr): number => it.i32[p + NDIM]!;
const shapeOf = (it: Interp, p: Ptr, axis = 0): number => it.i32[p + DIMENSIONS + 2 * axis]!;
const strideOf = (it: Interp, p: Ptr, axis = 0): number => it.i32[p + DIMENSIONS + 2 * (ndim(it, p) + axis)]!;
const formatOf = (it: Interp, p: Ptr): string => String.fromCharCode(it.i32[p + FORMAT]!);
const itemSize = (it: Interp, p: Ptr): number => FORMATS[formatOf(it, p)]!.size;
const axes = (it: Interp, p: Ptr): number[] => Array.from({ length: ndim(it, p) }, (_, i) => i);
const shape = (it: Interp, p: Ptr): number[] => axes(it, p).map(i => shapeOf(it, p, i));
const strides = (it: Interp, p: Ptr): number[] => axes(it, p).map(i => strideOf(it, p, i));
const byteCount = (it: Interp, p: Ptr): number => shape(it, p).reduce((a, b) => a * b, itemSize(it, p));

function checkReleased(it: Interp, p: Ptr): void {
  if (it.i32[p + OBJECT] === 0) it.valueError('operation forbidden on released memoryview object');
}

/// All bytes of the object seen: good until it changes its size.
function wholeOf(it: Interp, p: Ptr): DataView {
  checkReleased(it, p);
  const object = it.i32[p + OBJECT]!;
  const bytes = isBytes(it, object) ? bytesView(it, object) : bytearrayView(it, object);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

interface Shape {
  readonly start: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly format: string;
  readonly readonly: boolean;
}

const packedStrides = (sizes: readonly number[], itemsize: number): number[] =>
  sizes.map((_, i) => sizes.slice(i + 1).reduce((a, b) => a * b, itemsize));

/// A view through a buffer that another has already; 0 = a new one.
function newView(it: Interp, type: TypeObject, object: Ptr, view: Shape, shared = 0): Ptr {
  it.own(shared === 0 ? newManagedBuffer(it, object) : it.newRef(shared));
  const p = it.allocInstance(type, BASE_BYTES + BYTES_A_DIMENSION * view.shape.length);
  const buffer = it.take();
  addView(it, buffer);
  it.i32[p + OBJECT] = object;
  it.i32[p + BUFFER] = buffer;
  it.i32[p + START] = view.start;
  it.i32[p + NDIM] = view.shape.length;
  it.i32[p + FORMAT] = view.format.charCodeAt(0);
  it.i32[p + READONLY] = view.readonly ? 1 : 0;
  const sizes = view.shape.length;
  for (let i = 0; i < sizes; i++) {
    it.i32[p + DIMENSIONS + 2 * i] = view.shape[i]!;
    it.i32[p + DIMENSIONS + 2 * (sizes + i)] = view.strides[i]!;
  }
  track(it.i32, p);
  return p;
}

/// Another view of what `p` sees.
function viewAgain(it: Interp, p: Ptr, changes: Partial<Shape>): Ptr {
  const same: Shape = { start: it.i32[p + START]!, shape: shape(it, p), strides: strides(it, p), format: formatOf(it, p), readonly: it.i32[p + READONLY] !== 0 };
  return newView(it, it.typeOf(p), it.i32[p + OBJECT]!, { ...same, ...changes }, it.i32[p + BUFFER]!);
}

/// Where each item lies, in the order of C.
function places(it: Interp, p: Ptr, axis = 0, at = it.i32[p + START]!): number[] {
  if (axis === ndim(it, p)) return [at];
  return Array.from({ length: shapeOf(it, p, axis) }, (_, i) => places(it, p, axis + 1, at + i * strideOf(it, p, axis))).flat();
}

const itemAt = (it: Interp, p: Ptr, at: number): Ptr => FORMATS[formatOf(it, p)]!.get(it, wholeOf(it, p), at);

function toBytes(it: Interp, p: Ptr): Uint8Array {
  const data = wholeOf(it, p);
  const start = it.i32[p + START]!;
  if (isContiguous(it, p, false)) return new Uint8Array(data.buffer, data.byteOffset + start, byteCount(it, p)).slice();
  const size = itemSize(it, p);
  return Uint8Array.from(places(it, p).flatMap(at => Array.from({ length: size }, (_, i) => data.getUint8(at + i))));
}

function axisPlace(it: Interp, p: Ptr, axis: number, key: number): number {
  const size = shapeOf(it, p, axis);
  const i = key < 0 ? key + size : key;
  if (i < 0 || i >= size) it.raise(it.types.IndexError, `index out of bounds on dimension ${axis + 1}`);
  return i * strideOf(it, p, axis);
}

function refuseSubViews(it: Interp, p: Ptr): void {
  if (ndim(it, p) > 1) it.raise(it.types.NotImplementedError, 'multi-dimensional sub-views are not implemented');
}

const hasIndex = (it: Interp, key: Ptr): boolean => it.typeOf(key).slots.nbIndex !== undefined;

/// Where the item of a key lies that is an index or a tuple of them; undefined: it is no such key.
function placeOf(it: Interp, p: Ptr, key: Ptr): number | undefined {
  const start = it.i32[p + START]!;
  if (hasIndex(it, key)) {
    const i = indexNumber(it, key);
    refuseSubViews(it, p);
    return start + axisPlace(it, p, 0, i);
  }
  if (it.typeOf(key) !== it.types.tuple) return undefined;
  const count = tupleSize(it, key);
  const keys = Array.from({ length: count }, (_, i) => tupleGet(it, key, i));
  if (!keys.every(one => hasIndex(it, one))) return undefined;
  if (count < ndim(it, p)) it.raise(it.types.NotImplementedError, 'sub-views are not implemented');
  if (count > ndim(it, p)) it.typeError(`cannot index ${ndim(it, p)}-dimension view with ${count}-element tuple`);
  return keys.reduce((at, one, axis) => at + axisPlace(it, p, axis, indexNumber(it, one)), start);
}

function sliced(it: Interp, p: Ptr, key: Ptr): Ptr {
  checkReleased(it, p);
  const { start, step, length } = adjustedSlice(it, key, shapeOf, p);
  const stride = strideOf(it, p);
  return viewAgain(it, p, {
    start: it.i32[p + START]! + start * stride, shape: [length, ...shape(it, p).slice(1)], strides: [stride * step, ...strides(it, p).slice(1)]
  });
}

function subscript(it: Interp, p: Ptr, key: Ptr): Ptr {
  checkReleased(it, p);
  if (isSlice(it, key)) return sliced(it, p, key);
  const at = placeOf(it, p, key);
  return at === undefined ? it.typeError('memoryview: invalid slice key') : itemAt(it, p, at);
}

/// The bytes of a bytes-like object and their format.
function source(it: Interp, value: Ptr): { bytes: Uint8Array; format: string; items: number } {
  const type = it.typeOf(value);
  if (type.slots.mpSubscript === subscript) return { bytes: toBytes(it, value), format: formatOf(it, value), items: shapeOf(it, value) };
  if (!isBytes(it, value) && !isBytearray(it, value)) it.typeError(`a bytes-like object is required, not '${type.name}'`);
  const bytes = isBytes(it, value) ? bytesView(it, value) : bytearrayView(it, value);
  return { bytes: bytes.slice(), format: 'B', items: bytes.length };
}

function assign(it: Interp, p: Ptr, key: Ptr, value: Ptr): void {
  const data = wholeOf(it, p);
  if (it.i32[p + READONLY] !== 0) it.typeError('cannot modify read-only memory');
  if (value === 0) it.typeError('cannot delete memory');
  const format = formatOf(it, p);
  if (isSlice(it, key)) {
    const given = source(it, value);
    const target = it.own(sliced(it, p, key));
    if (given.format !== format || given.items !== shapeOf(it, target)) it.valueError('memoryview assignment: lvalue and rvalue have different structures');
    const size = itemSize(it, p);
    places(it, target).forEach((at, k) => { for (let i = 0; i < size; i++) data.setUint8(at + i, given.bytes[k * size + i]!); });
    it.drop();
  } else {
    const at = placeOf(it, p, key) ?? it.typeError('memoryview: invalid slice key');
    if (!FORMATS[format]!.set(it, data, at, value)) it.valueError(`memoryview: invalid value for format '${format}'`);
  }
  if (it.recording) it.touch(it.i32[p + OBJECT]!);
}

function release(it: Interp, p: Ptr): void {
  if (it.i32[p + OBJECT] === 0) return;
  it.i32[p + OBJECT] = 0;
  removeView(it, it.i32[p + BUFFER]!);
}

const fields = recordSlots([BUFFER], { weaklist: true });

function isContiguous(it: Interp, p: Ptr, reversed: boolean): boolean {
  const sizes = shape(it, p);
  const wanted = reversed ? packedStrides([...sizes].reverse(), itemSize(it, p)).reverse() : packedStrides(sizes, itemSize(it, p));
  return sizes.includes(0) || wanted.every((stride, i) => sizes[i] === 1 || stride === strideOf(it, p, i));
}

function cast(it: Interp, p: Ptr, format: Ptr, sizes: Ptr): Ptr {
  checkReleased(it, p);
  if (!isStr(it, format)) it.typeError(`cast() argument 'format' must be str, not ${it.typeOf(format).name}`);
  if (!isContiguous(it, p, false)) it.typeError('memoryview: casts are restricted to C-contiguous views');
  const letter = it.text(format).replace(/^@/, '');
  const to = FORMATS[letter];
  if (to === undefined) it.valueError("memoryview: destination format must be a native single character format prefixed with an optional '@'");
  const isByte = (f: string): boolean => 'bBc'.includes(f);
  if (!isByte(formatOf(it, p)) && !isByte(letter)) it.typeError('memoryview: cannot cast between two non-byte formats');
  const bytes = byteCount(it, p);
  if (bytes % to.size !== 0) it.typeError('memoryview: length is not a multiple of itemsize');
  let made = [bytes / to.size];
  if (sizes !== 0) {
    const isTuple = it.typeOf(sizes) === it.types.tuple;
    if (!isTuple && it.typeOf(sizes) !== it.types.list) it.typeError('shape must be a list or a tuple');
    made = (isTuple ? tupleToArray(it, sizes) : listToArray(it, sizes)).map(size => indexNumber(it, size));
    if (made.reduce((a, b) => a * b, to.size) !== bytes) it.typeError('memoryview: product(shape) * itemsize != buffer size');
  }
  return viewAgain(it, p, { shape: made, strides: packedStrides(made, to.size), format: letter });
}

function toList(it: Interp, p: Ptr, axis = 0, at = it.i32[p + START]!): Ptr {
  if (axis === ndim(it, p)) return itemAt(it, p, at);
  return listSteal(it, Array.from({ length: shapeOf(it, p, axis) }, (_, i) => toList(it, p, axis + 1, at + i * strideOf(it, p, axis))));
}

/// Whether shapes and items are equal.
function equal(it: Interp, a: Ptr, b: Ptr): boolean {
  if (a === b) return true;
  if (it.i32[a + OBJECT] === 0 || it.i32[b + OBJECT] === 0) return false;
  if (shape(it, a).join() !== shape(it, b).join()) return false;
  const other = places(it, b);
  return places(it, a).every((at, i) => {
    const mine = it.own(itemAt(it, a, at));
    const theirs = it.own(itemAt(it, b, other[i]!));
    const same = richCompareBool(it, mine, theirs, CompareOp.EQ);
    it.drop(2);
    return same;
  });
}

const numbers = (it: Interp, values: readonly number[]): Ptr => tupleSteal(it, values.map(n => newInt(it, n)));

const whileHeld = (get: GetSet['get']): GetSet => ({
  get: (it, p) => {
    checkReleased(it, p);
    return get(it, p);
  }
});

function viewOfObject(it: Interp, type: TypeObject, object: Ptr): Ptr {
  if (it.typeOf(object) === type) {
    checkReleased(it, object);
    return viewAgain(it, object, {});
  }
  const length = isBytes(it, object) ? bytesView(it, object).length : isBytearray(it, object) ? bytearrayView(it, object).length : -1;
  if (length < 0) it.typeError(`memoryview: a bytes-like object is required, not '${it.typeOf(object).name}'`);
  return newView(it, type, object, { start: 0, shape: [length], strides: [1], format: 'B', readonly: isBytes(it, object) });
}

const spec: TypeSpec = {
  name: 'memoryview',
  basicsize: BASE_BYTES,
  itemsize: 8,
  hasGc: true,
  weaklistoffset: WEAKLIST_OFFSET,
  slots: {
    ...fields,
    clear: (it, p) => {
      release(it, p);
      fields.clear(it, p);
    },
    dealloc: (it, p) => {
      untrack(it.i32, p);
      release(it, p);
      fields.dealloc(it, p);
    },
    size: (it, p) => BASE_BYTES + BYTES_A_DIMENSION * ndim(it, p),
    new: (it, type, args, kwnames) => viewOfObject(it, type, bindArguments(it, 'memoryview', ['object'], { required: 1 }, args, kwnames)[0]!),
    init: () => undefined,
    repr: (it, p) => newStr(it, `<${it.i32[p + OBJECT] === 0 ? 'released memory' : 'memory'} at ${hexAddress(p)}>`),
    hash: (it, p) => {
      checkReleased(it, p);
      if (it.i32[p + READONLY] === 0) it.valueError('cannot hash writable memoryview object');
      if (!'bBc'.includes(formatOf(it, p))) it.valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
      const bytes = it.own(newFreshBytes(it, toBytes(it, p)));
      const low = bytesHash(it, bytes);
      const high = it.hashHigh;
      it.drop();
      it.hashHigh = high;
      return low;
    },
    mpLength: (it, p) => {
      checkReleased(it, p);
      return shapeOf(it, p);
    },
    mpSubscript: subscript,
    mpAssSubscript: assign,
    sqItem: (it, p, i) => {
      checkReleased(it, p);
      refuseSubViews(it, p);
      if (i >= shapeOf(it, p)) it.raise(it.types.IndexError, 'index out of bounds on dimension 1');
      return itemAt(it, p, it.i32[p + START]! + i * strideOf(it, p));
    },
    iter: (it, p) => {
      checkReleased(it, p);
      refuseSubViews(it, p);
      return newSequenceIterator(it, p);
    },
    richcompare: (it, a, b, op) => {
      const known = it.typeOf(b) === it.typeOf(a) || isBytes(it, b) || isBytearray(it, b);
      if ((op !== CompareOp.EQ && op !== CompareOp.NE) || !known) return it.singletons.notImplemented;
      if (it.typeOf(b) === it.typeOf(a)) return it.bool(equal(it, a, b) === (op === CompareOp.EQ));
      const other = it.own(viewOfObject(it, it.typeOf(a), b));
      const same = equal(it, a, other);
      it.drop();
      return it.bool(same === (op === CompareOp.EQ));
    }
  },
  methods: {
    tobytes: { kind: 'keywords', fn: (it, p) => newFreshBytes(it, toBytes(it, p)) },
    tolist: {
      kind: 'noargs',
      fn: (it, p) => {
        checkReleased(it, p);
        return toList(it, p);
      }
    },
    hex: {
      kind: 'keywords',
      fn: (it, p, args, kwnames) => {
        const bytes = it.own(newFreshBytes(it, toBytes(it, p)));
        const [sep, group] = bindArguments(it, 'hex', ['sep', 'bytes_per_sep'], {}, args, kwnames);
        return it.dropFor(callMethod(it, bytes, 'hex', [sep!, group!].filter(arg => arg !== 0)));
      }
    },
    cast: {
      kind: 'keywords',
      fn: (it, p, args, kwnames) => {
        const [format, sizes] = bindArguments(it, 'cast', ['format', 'shape'], { required: 1 }, args, kwnames) as [Ptr, Ptr];
        return cast(it, p, format, sizes);
      }
    },
    toreadonly: {
      kind: 'noargs',
      fn: (it, p) => {
        checkReleased(it, p);
        return viewAgain(it, p, { readonly: true });
      }
    },
    release: {
      kind: 'noargs',
      fn: (it, p) => {
        release(it, p);
        return it.singletons.none;
      }
    },
    __enter__: {
      kind: 'noargs',
      fn: (it, p) => {
        checkReleased(it, p);
        return it.newRef(p);
      }
    },
    __exit__: {
      kind: 'keywords',
      fn: (it, p) => {
        release(it, p);
        return it.singletons.none;
      }
    }
  },
  getset: {
    obj: whileHeld((it, p) => it.newRef(it.i32[p + OBJECT]!)),
    nbytes: whileHeld((it, p) => newInt(it, byteCount(it, p))),
    readonly: whileHeld((it, p) => it.bool(it.i32[p + READONLY] !== 0)),
    format: whileHeld((it, p) => newStr(it, formatOf(it, p))),
    itemsize: whileHeld((it, p) => newInt(it, itemSize(it, p))),
    ndim: whileHeld((it, p) => newInt(it, ndim(it, p))),
    shape: whileHeld((it, p) => numbers(it, shape(it, p))),
    strides: whileHeld((it, p) => numbers(it, strides(it, p))),
    suboffsets: whileHeld(it => numbers(it, [])),
    c_contiguous: whileHeld((it, p) => it.bool(isContiguous(it, p, false))),
    f_contiguous: whileHeld((it, p) => it.bool(isContiguous(it, p, true))),
    contiguous: whileHeld((it, p) => it.bool(isContiguous(it, p, false) || isContiguous(it, p, true)))
  }
};

/// Makes the type on this heap; a new reference.
export function addMemoryview(it: Interp): Ptr {
  addModuleType(it, 'managedbuffer', managedBufferSpec, false);
  return it.newRef(addBuiltinType(it, spec).ptr);
}
