/// memoryview of bytes and bytearray (Objects/memoryobject.c). Fields: the object p+4, first byte p+6, length p+8, p+10 a block
/// for the buffer (_PyManagedBufferObject), which views of one object may share: its first word counts them.
/// NOT-CPYTHON: one dimension of unsigned bytes, steps of 1.
import { track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { indexNumber, iterate } from '../objects/abstract';
import { bytearrayExport, bytearrayView, isBytearray } from '../objects/bytearray';
import { isBytes, newFreshBytes, bytesView } from '../objects/bytes';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { listSteal } from '../objects/list';
import { hexAddress } from '../objects/object';
import { recordSlots } from '../objects/record';
import { newSequenceIterator } from '../objects/iterobject';
import { adjustedSlice, isSlice } from '../objects/slice';
import { newStr } from '../objects/str';
import { CompareOp } from '../objects/typeobject';
import type { TypeObject, TypeSpec } from '../objects/typeobject';
import { addBuiltinType } from './addtype';
import { notYet } from './module';

const OBJECT = 4;
const START = 6;
const LENGTH = 8;
const BUFFER = 10;
const VIEW_BYTES = 168;
const BUFFER_BYTES = 128;

const viewLength = (it: Interp, p: Ptr): number => it.i32[p + LENGTH]!;

/// The bytes seen: good until the object changes its size.
function viewOf(it: Interp, p: Ptr): Uint8Array {
  const object = it.i32[p + OBJECT]!;
  if (object === 0) it.valueError('operation forbidden on released memoryview object');
  const whole = isBytes(it, object) ? bytesView(it, object) : bytearrayView(it, object);
  return whole.subarray(it.i32[p + START]!, it.i32[p + START]! + viewLength(it, p));
}

/// A view through a buffer that another has already; 0 = a new one.
function newView(it: Interp, type: TypeObject, object: Ptr, start: number, length: number, shared = 0): Ptr {
  const buffer = shared || it.memory.malloc(BUFFER_BYTES) || it.noMemory();
  if (shared === 0) {
    // What lay there before must not look like an object (audit).
    it.i32.fill(0, buffer, buffer + (BUFFER_BYTES >> 2));
    if (isBytearray(it, object)) bytearrayExport(it, object, 1);
  }
  it.i32[buffer]! += 1;
  const p = it.allocInstance(type, VIEW_BYTES);
  it.i32[p + OBJECT] = it.newRef(object);
  it.i32[p + BUFFER] = buffer;
  track(it.i32, p);
  it.i32[p + START] = start;
  it.i32[p + LENGTH] = length;
  return p;
}

function position(it: Interp, p: Ptr, key: Ptr): number {
  const i = indexNumber(it, key);
  const at = i < 0 ? i + viewLength(it, p) : i;
  if (at < 0 || at >= viewLength(it, p)) it.raise(it.types.IndexError, 'index out of bounds on dimension 1');
  return at;
}

function slice(it: Interp, p: Ptr, key: Ptr): Ptr {
  viewOf(it, p);
  const { start, step, length } = adjustedSlice(it, key, viewLength, p);
  if (step !== 1) notYet(it, 'memoryview slices with a step');
  return newView(it, it.typeOf(p), it.i32[p + OBJECT]!, it.i32[p + START]! + start, length, it.i32[p + BUFFER]!);
}

function assign(it: Interp, p: Ptr, key: Ptr, value: Ptr): void {
  const view = viewOf(it, p);
  if (!isBytearray(it, it.i32[p + OBJECT]!)) it.typeError('cannot modify read-only memory');
  if (value === 0) it.typeError('cannot delete memory');
  if (isSlice(it, key)) {
    const { start, step, length } = adjustedSlice(it, key, viewLength, p);
    const data: number[] = [];
    iterate(it, value, item => void data.push(indexNumber(it, item)));
    if (step !== 1 || data.length !== length) it.valueError('memoryview assignment: lvalue and rvalue have different structures');
    view.set(data, start);
  } else {
    const at = position(it, p, key);
    const byte = indexNumber(it, value);
    if (byte < 0 || byte > 255) it.valueError("memoryview: invalid value for format 'B'");
    view[at] = byte;
  }
  if (it.recording) it.touch(it.i32[p + OBJECT]!);
}

function release(it: Interp, p: Ptr): void {
  const object = it.i32[p + OBJECT]!;
  const buffer = it.i32[p + BUFFER]!;
  if (object === 0) return;
  it.i32[p + OBJECT] = it.i32[p + BUFFER] = 0;
  it.i32[buffer]! -= 1;
  if (it.i32[buffer] === 0) {
    it.memory.free(buffer);
    if (isBytearray(it, object)) bytearrayExport(it, object, -1);
  }
  it.decref(object);
}

const spec: TypeSpec = {
  name: 'memoryview',
  basicsize: 144,
  itemsize: 8,
  hasGc: true,
  slots: {
    ...recordSlots([OBJECT]),
    clear: release,
    dealloc: (it, p) => {
      untrack(it.i32, p);
      release(it, p);
      it.freeInstance(p);
    },
    size: () => VIEW_BYTES,
    new: (it, type, args) => {
      if (args.length !== 1) it.typeError("memoryview() missing required argument 'object' (pos 1)");
      const object = args[0]!;
      const length = isBytes(it, object) ? bytesView(it, object).length : isBytearray(it, object) ? bytearrayView(it, object).length : -1;
      if (length >= 0) return newView(it, type, object, 0, length);
      if (it.typeOf(object) === type) return newView(it, type, it.i32[object + OBJECT]!, it.i32[object + START]!, viewLength(it, object), it.i32[object + BUFFER]!);
      return it.typeError(`memoryview: a bytes-like object is required, not '${it.typeOf(object).name}'`);
    },
    init: () => undefined,
    repr: (it, p) => newStr(it, `<${it.i32[p + OBJECT] === 0 ? 'released memory' : 'memory'} at ${hexAddress(p)}>`),
    mpLength: (it, p) => viewOf(it, p).length,
    mpSubscript: (it, p, key) => (isSlice(it, key) ? slice(it, p, key) : newInt(it, viewOf(it, p)[position(it, p, key)]!)),
    mpAssSubscript: assign,
    sqItem: (it, p, i) => {
      if (i >= viewLength(it, p)) it.raise(it.types.IndexError, 'index out of bounds on dimension 1');
      return newInt(it, viewOf(it, p)[i]!);
    },
    iter: newSequenceIterator,
    richcompare: (it, a, b, op) => {
      if (op !== CompareOp.EQ && op !== CompareOp.NE) return it.singletons.notImplemented;
      const other = isBytes(it, b) ? bytesView(it, b) : isBytearray(it, b) ? bytearrayView(it, b) : it.typeOf(b) === it.typeOf(a) ? viewOf(it, b) : undefined;
      if (other === undefined) return it.singletons.notImplemented;
      const mine = viewOf(it, a);
      const equal = mine.length === other.length && mine.every((byte, i) => byte === other[i]);
      return it.bool(equal === (op === CompareOp.EQ));
    }
  },
  methods: {
    tobytes: { kind: 'noargs', fn: (it, p) => newFreshBytes(it, viewOf(it, p).slice()) },
    tolist: { kind: 'noargs', fn: (it, p) => listSteal(it, [...viewOf(it, p)].map(byte => newInt(it, byte))) },
    release: {
      kind: 'noargs',
      fn: (it, p) => {
        release(it, p);
        return it.singletons.none;
      }
    },
    __enter__: { kind: 'noargs', fn: (it, p) => it.newRef(p) },
    __exit__: {
      kind: 'keywords',
      fn: (it, p) => {
        release(it, p);
        return it.singletons.none;
      }
    }
  },
  getset: {
    obj: { get: (it, p) => it.newRef(it.i32[p + OBJECT]! || it.singletons.none) },
    nbytes: { get: (it, p) => newInt(it, viewLength(it, p)) },
    readonly: { get: (it, p) => it.bool(!isBytearray(it, it.i32[p + OBJECT]!)) },
    format: { get: it => newStr(it, 'B') },
    itemsize: { get: it => newInt(it, 1) },
    ndim: { get: it => newInt(it, 1) }
  }
};

/// Makes the type on this heap; a new reference.
export const addMemoryview = (it: Interp): Ptr => it.newRef(addBuiltinType(it, spec).ptr);
