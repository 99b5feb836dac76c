/// The heap as a trace tells it, at one moment. Values of these types are never changed once
/// handed out: `fork` gives a cheap working copy, `applyOps` changes only what belongs to it.

import { GcVerdict, OP_ARITY, Op } from '../core/trace/payload';

export interface HeapObject {
  readonly serial: number;
  readonly type: string;
  readonly kind: number;
  /// The address in bytes.
  readonly address: number;
  readonly size: number;
  /// -1 = immortal.
  readonly count: number;
  readonly value: string | undefined;
  /// Label -> ref, in the order of appearance; see `ref` in `Op`.
  readonly slots: ReadonlyMap<string, number>;
  readonly length: number | undefined;
  /// What it refers to weakly: the reference is not counted. undefined = nothing that is told.
  readonly weak: number | undefined;
  readonly freed: boolean;
  readonly finalized: boolean;
  /// It was there before the cell, but told only in the middle of it.
  readonly isOld: boolean;
}

export interface FrameState {
  readonly name: string;
  readonly file: string;
  readonly firstLine: number;
  /// Name -> ref; undefined = was bound and is not now, so that its row keeps its place.
  readonly names: ReadonlyMap<string, number | undefined>;
  /// Names that borrow their reference: it is not counted.
  readonly borrowed: ReadonlySet<string>;
  /// The temporaries on its value stack, the lowest first.
  readonly stack: readonly Temporary[];
}

export interface Temporary {
  /// See `ref` in `Op`.
  readonly ref: number;
  readonly borrowed: boolean;
}

/// A collection under way.
export interface CollectionState {
  readonly generation: number;
  readonly reason: number;
  readonly candidates: number;
  /// 0 = just started, then a `GcPhase`.
  readonly phase: number;
  /// `gc_refs` of each candidate that has one.
  readonly refs: ReadonlyMap<number, number>;
  readonly verdicts: ReadonlyMap<number, number>;
  /// What this phase did so far: see `GC_SUBTRACT`, `GC_REACHED`, `WEAKREF_CLEARED`. `by` 0 = not shown.
  readonly links: readonly CollectionLink[];
  /// Objects judged unreachable and taken back, with the reachable object that refers to them (0 = not shown).
  readonly rescued: ReadonlyMap<number, number>;
  /// Survivors, with the generation they are in now.
  readonly promoted: ReadonlyMap<number, number>;
  /// What the phase did to candidates that are not shown; see `GC_UNSHOWN`.
  readonly unshown: { readonly n: number; readonly lost: number };
  /// Unreachable objects that are not shown, over all phases.
  readonly lost: number;
}

/// Temporaries of a frame beyond this are not kept: no program of CPython's has more.
const MAX_STACK = 10_000;

const NONE_UNSHOWN = { n: 0, lost: 0 };

/// One object acts on another in a phase of a collection.
export interface CollectionLink {
  readonly kind: 'subtract' | 'reached' | 'weakref';
  readonly by: number;
  readonly to: number;
}

export interface HeapState {
  /// frames[0] is the module; it is there from the beginning, and its names outlive its run.
  readonly frames: readonly FrameState[];
  /// Live objects and tombstones, by serial number.
  readonly objects: ReadonlyMap<number, HeapObject>;
  readonly collection: CollectionState | undefined;
  /// gc.disable() was called: no collection starts by itself.
  readonly isCollectorOff: boolean;
}

type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends ReadonlyMap<infer A, infer B> ? Map<A, B> : T[K] extends ReadonlySet<infer S> ? Set<S> : T[K] extends readonly (infer I)[] ? I[] : T[K];
};

/// A working copy: entries it has made itself (kept in `own`) are changed in place, all others are copied first.
export interface Draft {
  frames: FrameState[];
  objects: Map<number, HeapObject>;
  collection: CollectionState | undefined;
  isCollectorOff: boolean;
  own: Set<object>;
}

/// The name of a module's frame.
export const MODULE = '<module>';

export function emptyState(file: string): HeapState {
  return { frames: [{ name: '', file, firstLine: 1, names: new Map(), borrowed: new Set(), stack: [] }], objects: new Map(), collection: undefined, isCollectorOff: false };
}

export function fork(state: HeapState): Draft {
  return { frames: [...state.frames], objects: new Map(state.objects), collection: state.collection, isCollectorOff: state.isCollectorOff, own: new Set() };
}

/// Hands the draft out as a state; the draft goes on with entries it no longer owns.
export function snapshot(draft: Draft): HeapState {
  draft.own.clear();
  return { frames: [...draft.frames], objects: new Map(draft.objects), collection: draft.collection, isCollectorOff: draft.isCollectorOff };
}

/// Whether two values of one object tell the same of it.
export function isAlike(a: HeapObject, b: HeapObject): boolean {
  if (a === b) {
    return true;
  }
  if (a.count !== b.count || a.value !== b.value || a.length !== b.length || a.weak !== b.weak || a.freed !== b.freed || a.finalized !== b.finalized || a.slots.size !== b.slots.size) {
    return false;
  }
  const others = b.slots[Symbol.iterator]();
  for (const [label, ref] of a.slots) {
    const other = others.next().value;
    if (other?.[0] !== label || other[1] !== ref) {
      return false;
    }
  }
  return true;
}

/// Names, objects and slots in all: what copying or searching a state costs.
export function entries(state: { readonly frames: readonly FrameState[]; readonly objects: ReadonlyMap<number, HeapObject> }): number {
  let n = state.frames.length + state.objects.size;
  for (const frame of state.frames) {
    n += frame.names.size;
  }
  for (const object of state.objects.values()) {
    n += object.slots.size;
  }
  return n;
}

function ownObject(draft: Draft, serial: number): Mutable<HeapObject> | undefined {
  const object = draft.objects.get(serial);
  if (object === undefined || draft.own.has(object)) {
    return object as Mutable<HeapObject> | undefined;
  }
  const copy = { ...object, slots: new Map(object.slots) };
  draft.own.add(copy);
  draft.objects.set(serial, copy);
  return copy;
}

function ownFrame(draft: Draft, depth: number): Mutable<FrameState> | undefined {
  const frame = draft.frames[depth];
  if (frame === undefined || draft.own.has(frame)) {
    return frame as Mutable<FrameState> | undefined;
  }
  const copy = { ...frame, names: new Map(frame.names), borrowed: new Set(frame.borrowed), stack: [...frame.stack] };
  draft.own.add(copy);
  draft.frames[depth] = copy;
  return copy;
}

function ownCollection(draft: Draft): Mutable<CollectionState> | undefined {
  const collection = draft.collection;
  if (collection === undefined || draft.own.has(collection)) {
    return collection as Mutable<CollectionState> | undefined;
  }
  const copy = {
    ...collection, refs: new Map(collection.refs), verdicts: new Map(collection.verdicts), links: [...collection.links],
    rescued: new Map(collection.rescued), promoted: new Map(collection.promoted)
  };
  draft.own.add(copy);
  draft.collection = copy;
  return copy;
}

/// What the trace tells between two instructions of a line: the temporaries of the frame on top, and counts.
export function overlay(draft: Draft, stack: readonly Temporary[], counts: ReadonlyMap<number, number>): void {
  ownFrame(draft, draft.frames.length - 1)!.stack = [...stack];
  for (const [serial, count] of counts) {
    const object = ownObject(draft, serial);
    if (object !== undefined && !object.freed) {
      object.count = count;
    }
  }
}

/// Applies `ops[from..to)`. What names an object or frame that is not there is passed over:
/// the trace's size budget may have left it out.
export function applyOps(draft: Draft, ops: readonly number[], from: number, to: number, strings: readonly string[]): void {
  for (let i = from; i < to; i += 1 + OP_ARITY[ops[i]!]!) {
    applyOp(draft, ops, i, strings);
  }
}

function applyOp(draft: Draft, ops: readonly number[], i: number, strings: readonly string[]): void {
  const a = ops[i + 1]!;
  const b = ops[i + 2]!;
  const c = ops[i + 3]!;
  switch (ops[i]) {
    case Op.FRAME:
      pushFrame(draft, { name: strings[a]!, file: strings[b]!, firstLine: c, names: new Map(), borrowed: new Set(), stack: [] });
      break;
    case Op.RETURN:
      if (draft.frames.length > 1) {
        draft.frames.pop();
      }
      break;
    case Op.NAME: {
      const frame = ownFrame(draft, a);
      frame?.names.set(strings[b]!, c);
      frame?.borrowed.delete(strings[b]!);
      break;
    }
    case Op.BORROWED: {
      const frame = ownFrame(draft, a);
      if (frame?.names.get(strings[b]!) !== undefined) {
        frame.borrowed.add(strings[b]!);
      }
      break;
    }
    case Op.PUSH:
    case Op.PUSH_BORROWED: {
      const { stack } = ownFrame(draft, draft.frames.length - 1)!;
      if (stack.length < MAX_STACK) {
        stack.push({ ref: a, borrowed: ops[i] === Op.PUSH_BORROWED });
      }
      break;
    }
    case Op.POP: {
      const { stack } = ownFrame(draft, draft.frames.length - 1)!;
      stack.length = Math.max(0, stack.length - a);
      break;
    }
    case Op.UNNAME: {
      const frame = ownFrame(draft, a);
      if (frame?.names.has(strings[b]!)) {
        frame.names.set(strings[b]!, undefined);
        frame.borrowed.delete(strings[b]!);
      }
      break;
    }
    case Op.NEW:
    case Op.OLD: {
      const object: HeapObject = {
        serial: a, type: strings[b]!, kind: c, address: ops[i + 4]! * 16, size: ops[i + 5]!,
        count: 1, value: undefined, slots: new Map(), length: undefined, weak: undefined, freed: false, finalized: false, isOld: ops[i] === Op.OLD
      };
      draft.own.add(object);
      draft.objects.set(a, object);
      break;
    }
    case Op.REUSE:
      draft.objects.delete(a);
      break;
    case Op.GC_START:
      draft.collection = {
        generation: a, reason: b, candidates: c, phase: 0, refs: new Map(), verdicts: new Map(), links: [], rescued: new Map(), promoted: new Map(),
        unshown: NONE_UNSHOWN, lost: 0
      };
      draft.own.add(draft.collection);
      break;
    case Op.GC_STOP:
      draft.collection = undefined;
      break;
    case Op.GC_SWITCH:
      draft.isCollectorOff = a === 0;
      break;
    case Op.GC_PHASE:
    case Op.GC_REFS:
    case Op.GC_VERDICT:
    case Op.GC_SUBTRACT:
    case Op.GC_REACHED:
    case Op.GC_PROMOTE:
    case Op.GC_UNSHOWN:
    case Op.WEAKREF_CLEARED: {
      const collection = ownCollection(draft);
      if (collection) {
        applyToCollection(collection, ops, i);
      }
      break;
    }
    case Op.GC_CLEAR:
    case Op.OUTPUT:
    case Op.RAISE:
    case Op.IDENTITY:
      break;
    default:
      applyToObject(draft, ops, i, strings);
  }
}

function applyToCollection(collection: Mutable<CollectionState>, ops: readonly number[], i: number): void {
  const a = ops[i + 1]!;
  const b = ops[i + 2]!;
  switch (ops[i]) {
    case Op.GC_PHASE:
      collection.phase = a;
      collection.links = [];
      collection.unshown = NONE_UNSHOWN;
      break;
    case Op.GC_UNSHOWN:
      collection.unshown = { n: a, lost: b };
      collection.lost += b;
      break;
    case Op.GC_REFS:
      collection.refs.set(a, b);
      break;
    case Op.GC_VERDICT:
      collection.verdicts.set(a, b);
      break;
    case Op.GC_SUBTRACT:
      collection.refs.set(b, ops[i + 3]!);
      collection.links.push({ kind: 'subtract', by: a, to: b });
      break;
    case Op.GC_REACHED:
      collection.refs.set(b, 1);
      collection.links.push({ kind: 'reached', by: a, to: b });
      if (collection.verdicts.get(b) === GcVerdict.UNREACHABLE) {
        collection.rescued.set(b, a);
      }
      break;
    case Op.GC_PROMOTE:
      collection.promoted.set(a, b);
      break;
    case Op.WEAKREF_CLEARED:
      collection.links.push({ kind: 'weakref', by: a, to: b });
      break;
  }
}

function applyToObject(draft: Draft, ops: readonly number[], i: number, strings: readonly string[]): void {
  const object = ownObject(draft, ops[i + 1]!);
  if (object === undefined) {
    return;
  }
  const b = ops[i + 2]!;
  switch (ops[i]) {
    case Op.COUNT:
      object.count = b;
      break;
    case Op.VALUE:
      object.value = strings[b]!;
      break;
    case Op.SLOT:
      object.slots.set(strings[b]!, ops[i + 3]!);
      break;
    case Op.UNSLOT:
      object.slots.delete(strings[b]!);
      break;
    case Op.LENGTH:
      object.length = b;
      break;
    case Op.WEAK:
      object.weak = b === 0 ? undefined : b;
      break;
    case Op.FREE:
      object.freed = true;
      object.count = 0;
      object.slots.clear();
      object.weak = undefined;
      break;
    case Op.FINALIZE:
      object.finalized = true;
      break;
  }
}

/// The module's own frame is always there: the first `<module>` frame names it, later ones
/// (imports) are pushed like any other.
function pushFrame(draft: Draft, frame: FrameState): void {
  const module = draft.frames[0]!;
  if (frame.name === MODULE && draft.frames.length === 1 && module.name === '') {
    draft.frames[0] = { ...frame, names: module.names, borrowed: module.borrowed, stack: module.stack };
    return;
  }
  draft.own.add(frame);
  draft.frames.push(frame);
}

/// The text of an inline value (`ref` < 0), or of a reference to what is not shown.
export function inlineText(ref: number, strings: readonly string[]): string {
  return (ref < 0 ? strings[-ref - 1] : undefined) ?? '…';
}
