/// Traceback objects (Python/traceback.c). Fields: tb_next p+4, tb_frame p+6, the instruction's index p+8, its line p+10.
import type { Ptr } from '../memory/ram';
import { excField, setExcField } from '../objects/exceptions';
import { ExcField } from '../objects/exceptiontree';
import { newInt } from '../objects/int';
import { recordSlots, setReference } from '../objects/record';
import { track } from '../memory/gchead';
import type { TypeSpec } from '../objects/typeobject';
import type { Frame } from './frame';
import { getFrameObject } from './frameobject';
import type { Vm } from './vm';

const TB_NEXT = 4;
const TB_FRAME = 6;
const TB_INDEX = 8;
const TB_LINENO = 9;

export const tracebackNext = (vm: Vm, p: Ptr): Ptr => vm.i32[p + TB_NEXT]!;
export const tracebackFrame = (vm: Vm, p: Ptr): Ptr => vm.i32[p + TB_FRAME]!;
export const tracebackIndex = (vm: Vm, p: Ptr): number => vm.i32[p + TB_INDEX]!;
export const tracebackLine = (vm: Vm, p: Ptr): number => vm.i32[p + TB_LINENO]!;

/// Adds the frame to the traceback of an exception (PyTraceBack_Here).
export function addTraceback(vm: Vm, frame: Frame, exception: Ptr): void {
  const type = vm.types.traceback;
  const frameObject = getFrameObject(vm, frame);
  const p = vm.allocGc(type, type.basicsize);
  vm.i32[p + TB_NEXT] = 0;
  const next = excField(vm, exception, ExcField.TRACEBACK);
  if (next !== 0) vm.i32[p + TB_NEXT] = vm.newRef(next);
  vm.i32[p + TB_FRAME] = vm.newRef(frameObject);
  vm.i32[p + TB_INDEX] = frame.ip - 1;
  vm.i32[p + TB_LINENO] = frame.line;
  track(vm.i32, p);
  setExcField(vm, exception, ExcField.TRACEBACK, p);
}

export const tracebackSpec: TypeSpec = {
  name: 'traceback',
  basicsize: 40,
  hasGc: true,
  disallowInstantiation: true,
  slots: recordSlots([TB_NEXT, TB_FRAME]),
  getset: {
    tb_next: {
      get: (it, p) => it.newRef(it.i32[p + TB_NEXT]! || it.singletons.none),
      set: (it, p, value) => {
        if (value === 0) it.typeError("can't delete tb_next attribute");
        const next = value === it.singletons.none ? 0 : value;
        if (next !== 0 && it.typeOf(next) !== it.types.traceback) it.typeError(`expected traceback object, got '${it.typeOf(next).name}'`);
        for (let tb = next; tb !== 0; tb = it.i32[tb + TB_NEXT]!) if (tb === p) it.valueError('traceback loop detected');
        setReference(it, p, TB_NEXT, next === 0 ? 0 : it.newRef(next));
      }
    },
    tb_frame: { isMember: true, get: (it, p) => it.newRef(it.i32[p + TB_FRAME]!) },
    tb_lasti: { isMember: true, get: (it, p) => newInt(it, 2 * it.i32[p + TB_INDEX]!) },
    tb_lineno: { get: (it, p) => newInt(it, it.i32[p + TB_LINENO]!) }
  }
};
