/// Frames: what a call needs while it runs (CPython 3.14 Include/internal/pycore_interpframe_structs.h).
///
/// A frame's localsplus (locals, cells, free variables) and its value stack are consecutive words of simulated
/// memory from `base`. A word is a reference, 0 = NULL. In 3.14 a word with the low bit set borrows its reference
/// (pycore_stackref.h Py_TAG_REFCNT): it is not counted and not dropped.
import type { Ptr } from '../memory/ram';
import type { Interp, ExcStackItem } from '../objects/interp';
import type { HostCode } from './codeobject';
import type { Vm } from './vm';

/// Marks a stack word that borrows its reference.
export const BORROWED = 1;

/// The object of a stack word.
export const untag = (word: number): Ptr => word & ~BORROWED;

/// What happens when the frame returns.
export const ReturnTo = {
  /// The value goes on the caller's stack.
  CALLER: 0,
  /// The eval loop ends and hands the value to native code.
  NATIVE: 1,
  /// The frame runs `__init__`: the instance, which the caller keeps on its stack, is the result.
  INIT: 2,
  /// The frame is a generator that the caller's FOR_ITER resumed.
  FOR_ITER: 3,
  /// The frame is a generator that the caller's SEND resumed.
  SEND: 4,
  /// The frame runs a special method for an instruction of the caller, which `special` ends.
  SPECIAL: 5
} as const;

export const FrameOwner = { THREAD: 0, GENERATOR: 1, FRAME_OBJECT: 2 } as const;

/// A call of a special method by an instruction.
export interface SpecialCall {
  /// Ends the instruction with the method's value, which it takes over, and `state`.
  readonly finish: (vm: Vm, frame: Frame, value: Ptr, state: Ptr) => void;
  /// What the call holds besides the frame, counted: the method, and what the arguments' tuple holds.
  readonly kept: readonly Ptr[];
  /// A counted reference that `finish` takes over; 0 = none.
  readonly state: Ptr;
  /// What else it takes of the recursion limit.
  readonly levels: number;
  /// Called if the method raises, in place of `finish`.
  readonly abandon?: () => void;
}

export class Frame {
  code: HostCode = undefined as unknown as HostCode;
  /// The function, counted; 0 for a module or class body.
  func: Ptr = 0;
  /// The code object, counted. 0 in a function's frame on the thread's stack and in a generator's: the function holds it,
  /// and sys.getrefcount() adds such frames (modules/refcount.ts).
  codeRef: Ptr = 0;
  /// The function that PyEval_EvalCode makes to run it, a hidden container; 0 = none.
  evalFunction: Ptr = 0;
  /// Both borrowed from the function, or counted if there is none.
  globals: Ptr = 0;
  builtins: Ptr = 0;
  /// f_locals of a module or class body, counted; 0 in functions.
  locals: Ptr = 0;
  base = 0;
  /// Next free stack word; kept here while the frame is not the running one.
  sp = 0;
  /// Index of the next instruction; the one being executed is ip - 1.
  ip = 0;
  previous: Frame | undefined = undefined;
  /// The frame object, counted, once something asked for it.
  frameObject: Ptr = 0;
  /// The generator that owns the frame, borrowed.
  generator: Ptr = 0;
  owner: number = FrameOwner.THREAD;
  returnTo: number = ReturnTo.CALLER;
  special: SpecialCall | undefined = undefined;

  /// First word of the value stack.
  get stackBase(): number {
    return this.base + this.code.nlocalsplus;
  }

  /// Line of the instruction being executed.
  get line(): number {
    return this.code.plain.lines[Math.max(this.ip - 1, 0)] ?? -1;
  }
}

/// A generator's own exception state, with the frame it belongs to.
export interface GeneratorState {
  readonly frame: Frame;
  readonly excState: ExcStackItem;
  state: number;
  /// The frame's contents are gone.
  cleared: boolean;
  /// See `Generators`.
  place: number;
}

/// Calls `visit` with every reference that a frame outside the thread's stack counts (Python/frame.c _PyFrame_Traverse).
/// `code`: who counts the code of a generator's frame is its generator.
export function traverseFrame(it: Interp, frame: Frame, visit: (p: Ptr) => void, code = frame.codeRef): void {
  for (const p of [frame.frameObject, frame.locals, frame.func]) if (p !== 0) visit(p);
  if (frame.func === 0) {
    visit(frame.globals);
    visit(frame.builtins);
  }
  visit(code);
  if (frame.special !== undefined) {
    frame.special.kept.forEach(visit);
    if (frame.special.state !== 0) visit(frame.special.state);
  }
  for (let at = frame.base; at < frame.sp; at++) {
    const word = it.i32[at]!;
    if (word !== 0 && (word & BORROWED) === 0) visit(word);
  }
}
