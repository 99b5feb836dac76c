/// Frame objects (Objects/frameobject.c). Fields: f_back p+4, host index p+6, what f_trace is for p+7, f_trace p+8, f_extra_locals p+10,
/// f_overwritten_fast_locals p+12. A frame object looks into the frame while it runs and takes its contents over when it
/// ends with others holding it: it has room for them at its end, so that a kept frame costs the host nothing.
import { isTracked, track, untrack } from '../memory/gchead';
import { CodeFlag } from '../compiler/code';
import { fillWords } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { hexAddress } from '../objects/object';
import { newInt } from '../objects/int';
import { setReference } from '../objects/record';
import { newStr } from '../objects/str';
import type { GetSet, TypeSpec, Visitor } from '../objects/typeobject';
import { hostCode } from './codeobject';
import { Frame, FrameOwner } from './frame';
import { EXTRA_LOCALS, frameLocals, hasHiddenLocals } from './framelocals';
import { newFrameLocalsProxy } from './framelocalsproxy';
import { clearGenerator } from './genobject';
import { clearWords, countsCode, dropEvalFunction } from './leave';
import { steal } from './stackref';
import { vmOf } from './vm';
import type { Vm } from './vm';

const F_BACK = 4;
const HOST = 6;
/// Bits of TraceEvents that are not as in a new frame.
const TRACE_EVENTS = 7;
const F_TRACE = 8;
/// f_trace is not called for lines; it is for instructions.
const TraceEvents = { NO_LINES: 1, OPCODES: 2 } as const;
export const FrameField = { EXTRA_LOCALS, OVERWRITTEN: 12 } as const;
const KEPT = [F_TRACE, FrameField.EXTRA_LOCALS, FrameField.OVERWRITTEN];
const DROPPED = [F_BACK, ...KEPT];
/// What the frame was, in words of the object that CPython uses for the same (_f_frame_data), once it has ended; `HOST` is
/// 0 then. Words in use are counted from the first local on.
const FUNC = 14;
const CODE = 15;
const EVAL_FUNCTION = 16;
const GLOBALS = 17;
const BUILTINS = 18;
const LOCALS = 19;
const IP = 20;
const USED = 21;

/// f_trace, borrowed; 0 = none.
export const frameTrace = (vm: Vm, p: Ptr): Ptr => vm.i32[p + F_TRACE]!;

/// Takes `value` over; 0 = none.
export const setFrameTrace = (vm: Vm, p: Ptr, value: Ptr): void => setReference(vm, p, F_TRACE, value);

export const tracesLines = (vm: Vm, p: Ptr): boolean => (vm.i32[p + TRACE_EVENTS]! & TraceEvents.NO_LINES) === 0;

/// The frame as the host has it while it runs, afterwards a copy of what is kept of it.
export function hostFrame(vm: Vm, p: Ptr): Frame {
  const { i32 } = vm;
  const index = i32[p + HOST]!;
  if (index !== 0) return vm.frames.get(index);
  const frame = new Frame();
  frame.func = i32[p + FUNC]!;
  frame.codeRef = i32[p + CODE]!;
  frame.code = hostCode(vm, frame.codeRef);
  frame.evalFunction = i32[p + EVAL_FUNCTION]!;
  frame.globals = i32[p + GLOBALS]!;
  frame.builtins = i32[p + BUILTINS]!;
  frame.locals = i32[p + LOCALS]!;
  frame.ip = i32[p + IP]!;
  frame.base = localsOf(vm, p);
  frame.sp = frame.base + i32[p + USED]!;
  frame.owner = FrameOwner.FRAME_OBJECT;
  return frame;
}

/// First word of the locals that the object has taken over.
const localsOf = (vm: Vm, p: Ptr): Ptr => p + (vm.profile.frameBytes[0] >> 2);

const frameBytes = (vm: Vm, { code }: Frame): number => vm.profile.frameBytes[0] + 8 * (code.nlocalsplus + code.stacksize);

/// The frame's object, borrowed; made when first asked for. Not tracked before it owns what the frame held.
export function getFrameObject(vm: Vm, frame: Frame): Ptr {
  if (frame.frameObject !== 0) return frame.frameObject;
  const bytes = frameBytes(vm, frame);
  const p = vm.allocGc(vm.types.frame, bytes);
  fillWords(vm.i32, 0, p + 4, p + (bytes >> 2));
  vm.i32[p + HOST] = vm.frames.add(frame);
  frame.frameObject = p;
  return p;
}

/// The frame ends and its object lives on: locals move into it, callers become f_back (Python/frame.c take_ownership).
export function takeOwnership(vm: Vm, frame: Frame): void {
  const object = frame.frameObject;
  const size = frame.code.nlocalsplus;
  const to = localsOf(vm, object);
  const { i32 } = vm;
  for (let at = frame.base + size; at < frame.sp; at++) {
    const word = i32[at]!;
    i32[at] = 0;
    if (word !== 0 && (word & 1) === 0) vm.decref(word);
  }
  for (let i = 0; i < size; i++) {
    i32[to + i] = steal(vm, i32[frame.base + i]!);
    i32[frame.base + i] = 0;
  }
  if (frame.owner === FrameOwner.THREAD) vm.stackTop = frame.base;
  i32[object + FUNC] = frame.func;
  i32[object + CODE] = frame.codeRef !== 0 || countsCode(vm, frame) ? frame.code.ptr : vm.newRef(frame.code.ptr);
  i32[object + EVAL_FUNCTION] = frame.evalFunction;
  i32[object + GLOBALS] = frame.globals;
  i32[object + BUILTINS] = frame.builtins;
  i32[object + LOCALS] = frame.locals;
  i32[object + IP] = frame.ip;
  i32[object + USED] = size;
  vm.frames.remove(i32[object + HOST]!);
  i32[object + HOST] = 0;
  const { previous } = frame;
  const keepsCaller = frame.generator === 0 || vm.profile.endedGeneratorKeepsCaller;
  vm.releaseFrame(frame);
  if (previous !== undefined && keepsCaller) i32[object + F_BACK] = vm.newRef(getFrameObject(vm, previous));
  track(i32, object);
  vm.decref(object);
}

/// What traverseFrame visits, of a frame that has ended.
function traverseOwned(vm: Vm, p: Ptr, visitor: Visitor): void {
  const { i32 } = vm;
  for (const field of i32[p + FUNC] === 0 ? [LOCALS, GLOBALS, BUILTINS, CODE, CODE] : [LOCALS, FUNC, CODE]) {
    if (i32[p + field] !== 0) visitor.visit(i32[p + field]!);
  }
  const base = localsOf(vm, p);
  for (let at = base; at < base + i32[p + USED]!; at++) if (i32[at] !== 0) visitor.visit(i32[at]!);
}

function clearOwned(vm: Vm, p: Ptr): void {
  const { owner, base, sp } = hostFrame(vm, p);
  if (owner !== FrameOwner.FRAME_OBJECT) return;
  const fields = Array.from({ length: sp - base }, (_, i) => base - p + i);
  if (vm.profile.dropsLocalsInReverse) fields.reverse();
  for (const field of fields) setReference(vm, p, field, 0);
  vm.i32[p + USED] = 0;
}

/// A flag of the frame: whether the bit of TRACE_EVENTS is `set`.
const traceFlag = (bit: number, set: boolean): GetSet => ({
  isMember: true,
  get: (it, p) => it.bool(((it.i32[p + TRACE_EVENTS]! & bit) !== 0) === set),
  set: (it, p, value) => {
    if (value === 0) it.typeError("can't delete numeric/char attribute");
    if (it.typeOf(value) !== it.types.bool) it.typeError('attribute value type must be bool');
    const wanted = (value === it.singletons.true) === set;
    it.i32[p + TRACE_EVENTS] = wanted ? it.i32[p + TRACE_EVENTS]! | bit : it.i32[p + TRACE_EVENTS]! & ~bit;
  }
});

export const frameSpec: TypeSpec = {
  name: 'frame',
  basicsize: 120,
  itemsize: 8,
  hasGc: true,
  disallowInstantiation: true,
  slots: {
    traverse: (it, p, visitor) => {
      const back = it.i32[p + F_BACK]!;
      if (back !== 0) visitor.visit(back);
      for (const field of KEPT) if (it.i32[p + field] !== 0) visitor.visit(it.i32[p + field]!);
      if (it.i32[p + HOST] === 0) traverseOwned(vmOf(it), p, visitor);
    },
    size: (it, p) => frameBytes(vmOf(it), hostFrame(vmOf(it), p)),
    clear: (it, p) => {
      for (const field of KEPT) setReference(it, p, field, 0);
      clearOwned(vmOf(it), p);
    },
    dealloc: (it, p) => {
      const vm = vmOf(it);
      if (isTracked(vm.i32, p)) untrack(vm.i32, p);
      const index = vm.i32[p + HOST]!;
      if (index !== 0) {
        vm.frames.remove(index);
      } else {
        const base = localsOf(vm, p);
        clearWords(vm, base, base + vm.i32[p + USED]!);
        setReference(vm, p, LOCALS, 0);
        if (vm.i32[p + FUNC] === 0) {
          setReference(vm, p, GLOBALS, 0);
          setReference(vm, p, BUILTINS, 0);
          dropEvalFunction(vm, hostFrame(vm, p));
        } else {
          vm.i32[p + GLOBALS] = vm.i32[p + BUILTINS] = 0;
        }
        setReference(vm, p, FUNC, 0);
        setReference(vm, p, CODE, 0);
      }
      for (const field of DROPPED) if (vm.i32[p + field] !== 0) setReference(vm, p, field, 0);
      vm.freeInstance(p);
    },
    repr: (it, p) => {
      const frame = hostFrame(vmOf(it), p);
      return newStr(it, `<frame at ${hexAddress(p)}, file '${frame.code.plain.filename}', line ${frame.line}, code ${frame.code.plain.name}>`);
    }
  },
  getset: {
    f_back: {
      get: (it, p) => {
        const frame = hostFrame(vmOf(it), p);
        if (frame.owner === FrameOwner.FRAME_OBJECT) return it.newRef(it.i32[p + F_BACK]! || it.singletons.none);
        return frame.previous === undefined ? it.singletons.none : it.newRef(getFrameObject(vmOf(it), frame.previous));
      }
    },
    f_code: { get: (it, p) => it.newRef(hostFrame(vmOf(it), p).code.ptr) },
    f_globals: { get: (it, p) => it.newRef(hostFrame(vmOf(it), p).globals) },
    f_builtins: { get: (it, p) => it.newRef(hostFrame(vmOf(it), p).builtins) },
    f_locals: {
      get: (it, p) => {
        const frame = hostFrame(vmOf(it), p);
        const proxied = !it.profile.cachesLocals && (frame.code.has(CodeFlag.OPTIMIZED) || hasHiddenLocals(vmOf(it), frame));
        if (proxied) return newFrameLocalsProxy(it, p);
        const locals = frameLocals(vmOf(it), frame);
        if (frame.owner === FrameOwner.FRAME_OBJECT) it.i32[p + LOCALS] = frame.locals;
        return locals;
      }
    },
    f_lineno: { get: (it, p) => newInt(it, hostFrame(vmOf(it), p).line) },
    f_trace: {
      get: (it, p) => it.newRef(it.i32[p + F_TRACE]! || it.singletons.none),
      set: (it, p, value) => setReference(it, p, F_TRACE, value === 0 || value === it.singletons.none ? 0 : it.newRef(value))
    },
    f_trace_lines: traceFlag(TraceEvents.NO_LINES, false),
    f_trace_opcodes: traceFlag(TraceEvents.OPCODES, true),
    f_generator: {
      get: (it, p) => {
        const frame = hostFrame(vmOf(it), p);
        return it.newRef(frame.owner === FrameOwner.GENERATOR ? frame.generator : it.singletons.none);
      }
    },
    f_lasti: { get: (it, p) => newInt(it, 2 * (hostFrame(vmOf(it), p).ip - 1)) }
  },
  methods: {
    clear: {
      kind: 'noargs',
      fn: (it, p) => {
        const vm = vmOf(it);
        const frame = hostFrame(vm, p);
        if (frame.owner === FrameOwner.THREAD) vm.raise(vm.types.RuntimeError, 'cannot clear an executing frame');
        if (frame.owner === FrameOwner.GENERATOR) clearGenerator(vm, frame.generator);
        else clearOwned(vm, p);
        return vm.singletons.none;
      }
    }
  }
};
