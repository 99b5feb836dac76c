/// Traceback objects (Python/traceback.c). Fields: tb_next p+4, tb_frame p+6, the instruction's index p+8, its line p+10.
import type { Ptr } from '../memory/ram';
import { bindArguments } from '../objects/args';
import { excField, setExcField } from '../objects/exceptions';
import { ExcField } from '../objects/exceptiontree';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { listSteal } from '../objects/list';
import { ssizeNumber } from '../objects/ssize';
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
export const tracebackIndex = (vm: Vm, p: Ptr): number => vm.i32[p + TB_INDEX]! >> 1;
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
  vm.i32[p + TB_INDEX] = 2 * (frame.ip - 1);
  vm.i32[p + TB_LINENO] = frame.line;
  track(vm.i32, p);
  setExcField(vm, exception, ExcField.TRACEBACK, p);
}

/// A traceback, or 0 for None.
function nextOf(it: Interp, value: Ptr): Ptr {
  if (value === it.singletons.none) return 0;
  if (it.typeOf(value) !== it.types.traceback) it.typeError(`expected traceback object, got '${it.typeOf(value).name}'`);
  return value;
}

export const tracebackSpec: TypeSpec = {
  name: 'traceback',
  basicsize: 40,
  hasGc: true,
  slots: {
    ...recordSlots([TB_NEXT, TB_FRAME]),
    new: (it, type, args, kwnames) => {
      const fname = it.profile.namesTracebackInPython ? 'TracebackType' : 'traceback';
      const [next, frame, index, line] = bindArguments(it, fname, ['tb_next', 'tb_frame', 'tb_lasti', 'tb_lineno'], { required: 4 }, args, kwnames) as [Ptr, Ptr, Ptr, Ptr];
      if (it.typeOf(frame) !== it.types.frame) it.typeError(`${fname}() argument 'tb_frame' must be frame, not ${it.typeOf(frame).name}`);
      const [lasti, lineno] = [index, line].map(n => ssizeNumber(it, n)) as [number, number];
      const follower = nextOf(it, next);
      const p = it.allocGc(type, type.basicsize);
      it.i32[p + TB_NEXT] = follower === 0 ? 0 : it.newRef(follower);
      it.i32[p + TB_FRAME] = it.newRef(frame);
      it.i32[p + TB_INDEX] = lasti;
      it.i32[p + TB_LINENO] = lineno;
      track(it.i32, p);
      return p;
    }
  },
  methods: {
    __dir__: { kind: 'noargs', fn: it => listSteal(it, ['tb_frame', 'tb_next', 'tb_lasti', 'tb_lineno'].map(name => it.newRef(it.name(name)))) }
  },
  getset: {
    tb_next: {
      get: (it, p) => it.newRef(it.i32[p + TB_NEXT]! || it.singletons.none),
      set: (it, p, value) => {
        if (value === 0) it.typeError("can't delete tb_next attribute");
        const next = nextOf(it, value);
        for (let tb = next; tb !== 0; tb = it.i32[tb + TB_NEXT]!) if (tb === p) it.valueError('traceback loop detected');
        setReference(it, p, TB_NEXT, next === 0 ? 0 : it.newRef(next));
      }
    },
    tb_frame: { isMember: true, get: (it, p) => it.newRef(it.i32[p + TB_FRAME]!) },
    tb_lasti: { isMember: true, get: (it, p) => newInt(it, it.i32[p + TB_INDEX]!) },
    tb_lineno: { get: (it, p) => newInt(it, it.i32[p + TB_LINENO]!) }
  }
};
