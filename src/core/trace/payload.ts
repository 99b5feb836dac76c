/// What a trace says: what a memory-sim cell's output carries under `application/vnd.memory-sim.trace.v1+json`, and what the
/// views read.
///
/// A trace is an initial state plus deltas. Both are written in one small language of
/// *operations*: flat arrays of integers, each operation an `Op` code followed by its
/// arguments (`OP_ARITY` says how many). Text lies in one string table and is named by
/// index. `start` applied to nothing gives the state before the cell; `steps[i]` applied
/// in order gives the state after each step. Nothing is ever a snapshot.
///
/// This is the plain form, version 1, which the recorder makes and the views work on. Saved notebooks hold the packed one,
/// version 2 (`savedtrace.ts`); the views read both.

import type { MemoryUsage } from '../memory/obmalloc';

export const TRACE_MIME = 'application/vnd.memory-sim.trace.v1+json';
export const TRACE_VERSION = 1;

/// Operation codes. Arguments in brackets, in order:
/// `obj` an object's serial number (unique on one heap, never reused, small integers from 1);
/// `str` an index into `strings`; `frame` the depth of a frame, 0 = the module's names;
/// `ref` a reference: >= 0 the serial number of an object drawn in its own box,
/// < 0 an inline value whose text is `strings[-ref - 1]` (small ints, short strings, None, ...).
export const Op = {
  /// [str name, str file, firstLine] a frame is pushed; its depth is the number of frames before it.
  FRAME: 1,
  /// [] the top frame is popped, its names with it.
  RETURN: 2,
  /// [frame, str name, ref] a name is bound (or rebound) in a frame.
  NAME: 3,
  /// [frame, str name] a name is unbound.
  UNNAME: 4,
  /// [obj, str type, kind, address / 16, size in bytes] an object is allocated; `kind` is an `ObjectKind`.
  NEW: 5,
  /// [obj, count] its refcount is now `count`; -1 = immortal.
  COUNT: 6,
  /// [obj, str text] its value in words, for objects whose value is not in slots; of a `SEQUENCE` with more items than slots, the type of them all.
  VALUE: 7,
  /// [obj, str label, ref] a slot (`[0]`, `friends`, `'key'`) refers to something.
  SLOT: 8,
  /// [obj, str label] a slot is gone.
  UNSLOT: 9,
  /// [obj, n] a container has n items; slots shown may be fewer.
  LENGTH: 10,
  /// [obj] deallocated: a tombstone stays until its block is reused.
  FREE: 11,
  /// [obj] the block of a freed object was handed out again: its tombstone goes.
  REUSE: 12,
  /// [stream 0 = stdout 1 = stderr, str text] text was written.
  OUTPUT: 13,
  /// [str type, str message] an exception was raised in the current frame.
  RAISE: 14,
  /// [generation, reason 0 = threshold 1 = gc.collect() 2 = shutdown, candidates] a collection begins.
  GC_START: 15,
  /// [phase] see `GcPhase`.
  GC_PHASE: 16,
  /// [obj, gc_refs] the scratch count of a candidate.
  GC_REFS: 17,
  /// [obj, verdict] see `GcVerdict`.
  GC_VERDICT: 18,
  /// [generation, collected, uncollectable] a collection ends.
  GC_STOP: 19,
  /// [obj] its finalizer (`__del__`) is called.
  FINALIZE: 20,
  /// [by, obj, gc_refs] subtract_refs: the reference that `by` holds is taken off, which leaves `obj` with gc_refs.
  /// `by` is 0 if the candidate that holds it has no box.
  GC_SUBTRACT: 21,
  /// [by, obj] move_unreachable: the reachable `by` refers to `obj`, whose gc_refs is 1 from now on. If `obj` was
  /// judged unreachable before, this rescues it. `by` 0 as above.
  GC_REACHED: 22,
  /// [obj, generation] it survived and is in that generation now.
  GC_PROMOTE: 23,
  /// [obj] delete_garbage: its tp_clear is called, which lets go of what it holds.
  GC_CLEAR: 24,
  /// [weakref, obj] a weak reference to the unreachable `obj` is cleared; `weakref` is 0 if it has no box.
  WEAKREF_CLEARED: 25,
  /// [n, lost] the phase did as much to n more candidates (or references to them) that have no box, or are not told one
  /// by one; move_unreachable: `lost` of them are unreachable.
  GC_UNSHOWN: 26,
  /// [ref] a temporary is on the value stack of the frame on top, at the end of the step; 27 counts it, 28 borrows it.
  PUSH: 27,
  PUSH_BORROWED: 28,
  /// [n] that many temporaries are taken off it.
  POP: 29,
  /// [frame, str name] the name, bound just before, borrows its reference: it is not counted.
  BORROWED: 30,
  /// [ref, ref, reason] `is` compares the two; why they are one object, or equal and two: see `Identity`.
  IDENTITY: 31,
  /// [weakref, obj] the weak reference refers to `obj` without holding it; 0 = it is dead, or refers to what has no box.
  /// (In a saved trace the codes from 32 on are taken, but for those 32 above a code whose first argument is no `obj`.)
  WEAK: 33,
  /// [obj, str type, kind, address / 16, size] as NEW, but the object was there before the cell: it is told from here on.
  OLD: 34,
  /// [on] whether the collector starts by itself from now on: 0 after gc.disable(). It does until this is told.
  GC_SWITCH: 35
} as const;

/// Why both sides of an `is` are the same object; EQUAL: why they are not.
export const Identity = {
  /// It has several references.
  SAME: 0,
  /// Ints from -5 to 256 are made at start.
  SMALL_INT: 1,
  /// There is one None, one True, one empty tuple.
  SINGLETON: 2,
  /// The empty str, and those of one character up to 255, are made at start.
  SMALL_STR: 3,
  /// A str that is interned.
  INTERNED: 4,
  /// The compiler keeps equal constants of a code object once.
  CONSTANT: 5,
  /// Two objects of equal value, each made by itself.
  EQUAL: 6
} as const;

/// For each operation, what each argument is: s string index, o object, r reference, f frame, n number >= 0, c count
/// (-1 = immortal).
export const OP_ARGUMENTS: Readonly<Record<number, string>> = {
  [Op.FRAME]: 'ssn', [Op.RETURN]: '', [Op.NAME]: 'fsr', [Op.UNNAME]: 'fs', [Op.NEW]: 'osnnn', [Op.COUNT]: 'oc', [Op.VALUE]: 'os',
  [Op.SLOT]: 'osr', [Op.UNSLOT]: 'os', [Op.LENGTH]: 'on', [Op.FREE]: 'o', [Op.REUSE]: 'o', [Op.OUTPUT]: 'ns', [Op.RAISE]: 'ss',
  [Op.GC_START]: 'nnn', [Op.GC_PHASE]: 'n', [Op.GC_REFS]: 'on', [Op.GC_VERDICT]: 'on', [Op.GC_STOP]: 'nnn', [Op.FINALIZE]: 'o',
  [Op.GC_SUBTRACT]: 'oon', [Op.GC_REACHED]: 'oo', [Op.GC_PROMOTE]: 'on', [Op.GC_CLEAR]: 'o', [Op.WEAKREF_CLEARED]: 'oo',
  [Op.GC_UNSHOWN]: 'nn', [Op.PUSH]: 'r', [Op.PUSH_BORROWED]: 'r', [Op.POP]: 'n', [Op.BORROWED]: 'fs', [Op.IDENTITY]: 'rrn', [Op.WEAK]: 'oo', [Op.OLD]: 'osnnn',
  [Op.GC_SWITCH]: 'n'
};

/// How many integers follow each operation code.
export const OP_ARITY: Readonly<Record<number, number>> = Object.fromEntries(Object.entries(OP_ARGUMENTS).map(([op, kinds]) => [op, kinds.length]));

/// What sort of box an object gets.
export const ObjectKind = { INSTANCE: 0, SEQUENCE: 1, MAPPING: 2, SET: 3, FUNCTION: 4, CLASS: 5, VALUE: 6, OTHER: 7 } as const;

/// In the order of a collection: 1, 2, 3, 6, 4, 7, 5. HANDLE_WEAKREFS is told when a weak reference to an object shown is
/// cleared; HANDLE_RESURRECTED when finalizers ran: update_refs, subtract_refs and move_unreachable once more, for the
/// garbage alone, with their operations.
export const GcPhase = {
  UPDATE_REFS: 1, SUBTRACT_REFS: 2, MOVE_UNREACHABLE: 3, FINALIZE: 4, CLEAR: 5, HANDLE_WEAKREFS: 6, HANDLE_RESURRECTED: 7
} as const;
export const GcVerdict = { REACHABLE: 0, UNREACHABLE: 1 } as const;

/// What the size budget left out of a trace: a code with its numbers, which the views put in words.
export const LeftOut = {
  /// [line, rounds] of a loop so many rounds are told, the rest is one step.
  LOOP: 0,
  /// [n] the same of n more loops.
  LOOPS: 1,
  /// [steps] after so many steps, fewer are told.
  REST: 2,
  /// [steps] instructions are told of so many steps.
  INSTRUCTIONS: 3,
  /// [] some collections are told without the counting.
  COUNTING: 4,
  /// [n] from n objects on, some more are told by their type alone.
  OBJECTS: 5
} as const;

/// How many numbers follow each code.
export const LEFT_OUT_ARITY: Readonly<Record<number, number>> = {
  [LeftOut.LOOP]: 2, [LeftOut.LOOPS]: 1, [LeftOut.REST]: 1, [LeftOut.INSTRUCTIONS]: 1, [LeftOut.COUNTING]: 0, [LeftOut.OBJECTS]: 1
};

/// Totals for the widget's status line.
export interface TraceTotals {
  /// Objects alive after the cell, all of them and those shown.
  live: number;
  shown: number;
  /// Objects freed during the cell.
  freed: number;
  /// `gc.get_count()` and `gc.get_threshold()` after the cell.
  count: [number, number, number];
  threshold: [number, number, number];
}

export interface TraceMemory extends MemoryUsage {
  /// The same before the cell and after each step, and the young generation's count, packed by a `MemoryPacker`. Absent in
  /// older traces.
  steps?: string;
  /// Blocks in use before the cell and after each step, hidden objects' too, packed by a `BlockPacker`. Absent in older traces.
  blocks?: string;
  /// The pools before the cell and after each of its first steps, packed by a `PoolPacker`. Absent in older traces.
  poolSteps?: string;
  /// Which blocks are in use in the pools that told objects lie in, packed by a `PoolBlockPacker`. Absent in older traces.
  poolBlocks?: string;
}

export interface TracePayload {
  version: typeof TRACE_VERSION;
  /// Whose rules ran: `3.11`, `3.13`, `3.14`.
  python: string;
  /// The file name of this cell as it stands in `FRAME` and in tracebacks.
  file: string;
  /// The cell's source as it ran, line for line as in the editor (the magic line included).
  source: string;
  /// Which run on this heap this was: 1, 2, ...
  run: number;
  strings: string[];
  start: number[];
  /// A step: the line that ran (1-based, in the file of the frame that is on top when the step begins;
  /// 0 = no line), then what it did. A line that calls a function is two steps or more: up to the call,
  /// then the callee's, then what is left of it after the return.
  steps: number[][];
  /// What the size budget left out; see `LeftOut`. Absent if nothing.
  leftOut?: number[][];
  /// The same in English, in older traces.
  folded?: string;
  /// What lies in objects, word by word, packed by a `WordLog`. Absent in older traces.
  words?: string;
  /// The links of the collector's lists that run through objects, packed by a `LinkLog`. Absent in older traces.
  links?: string;
  /// Lines of other files that steps name: [str file, line, str text]. Absent in older traces.
  lines?: number[][];
  totals: TraceTotals;
  /// Of each type of an object told that lives after the cell: [str name, address / 16, str attribute, ...], the attributes
  /// in the order of their places in its instances' inline values. Absent in older traces.
  types?: number[][];
  /// The allocator after the cell; absent in older traces.
  memory?: TraceMemory;
  /// The steps taken apart into instructions; absent in older traces.
  instructions?: TraceInstructions;
}

/// What the instructions of the first steps did between them. A step's last instruction leaves what the step leaves.
export interface TraceInstructions {
  /// Each instruction's name and what its argument stands for, packed; see `packTable`.
  table: string;
  /// For each of the first steps its instructions, packed as `PackedInstruction`s; '' = none.
  steps: string[];
}

/// One instruction of a step. What it does to the heap and to names is in the step's operations.
export interface PackedInstruction {
  /// Its number in the table.
  readonly instruction: number;
  /// Integers of the step's operations that tell what it did.
  readonly operations: number;
  /// What it took off the value stack, then put on it; a reference as in `Op`.
  readonly pops: number;
  readonly pushes: readonly { readonly ref: number; readonly borrowed: boolean }[];
  /// Counts that are other than the operations tell, for the rest of the step: serial number, count.
  readonly counts: readonly (readonly [serial: number, count: number])[];
}
