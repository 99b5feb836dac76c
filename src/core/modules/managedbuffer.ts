/// What the memoryviews of one object share (Objects/memoryobject.c _PyManagedBufferObject). Fields: exports p+6, the object p+10
/// (master.obj).
import { untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { bytearrayExport, isBytearray } from '../objects/bytearray';
import type { Interp } from '../objects/interp';
import { newRecord, recordSlots } from '../objects/record';
import type { TypeSpec } from '../objects/typeobject';

const EXPORTS = 6;
const OBJECT = 10;

/// A new reference.
export function newManagedBuffer(it: Interp, object: Ptr): Ptr {
  const p = newRecord(it, it.moduleTypes.managedbuffer, [OBJECT], [object]);
  if (isBytearray(it, object)) bytearrayExport(it, object, 1);
  return p;
}

/// One more view looks through the buffer.
export function addView(it: Interp, buffer: Ptr): void {
  it.i32[buffer + EXPORTS]! += 1;
}

/// One view is released; with the last one the buffer gives its object up (_memory_release).
export function removeView(it: Interp, buffer: Ptr): void {
  it.i32[buffer + EXPORTS]! -= 1;
  if (it.i32[buffer + EXPORTS] === 0) releaseBuffer(it, buffer);
}

/// mbuf_release
function releaseBuffer(it: Interp, buffer: Ptr): void {
  const object = it.i32[buffer + OBJECT]!;
  if (object === 0) return;
  untrack(it.i32, buffer);
  it.i32[buffer + OBJECT] = 0;
  if (isBytearray(it, object)) bytearrayExport(it, object, -1);
  if (it.recording) it.touch(buffer);
  it.decref(object);
}

export const managedBufferSpec: TypeSpec = {
  name: 'managedbuffer',
  basicsize: 112,
  hasGc: true,
  slots: {
    ...recordSlots([OBJECT]),
    clear: (it, p) => {
      if (it.i32[p + EXPORTS] === 0) releaseBuffer(it, p);
    },
    dealloc: (it, p) => {
      untrack(it.i32, p);
      releaseBuffer(it, p);
      it.freeInstance(p);
    }
  }
};
