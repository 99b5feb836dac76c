/// What the collector needs from the objects and the machine, and what it tells whoever watches.
import type { Ptr } from '../memory/ram';
import type { Visitor } from '../objects/typeobject';
import type { Profile } from '../profile/profile';

/// Why a collection runs (CPython 3.14 _PyGC_Reason).
export type GcReason = 'heap' | 'manual' | 'shutdown';

/// The parts of a collection, named as the functions of gc.c. A phase is announced when it begins.
export type GcPhase =
  | 'update_refs'
  | 'subtract_refs'
  | 'move_unreachable'
  | 'untrack_tuples'
  | 'untrack_dicts'
  | 'move_legacy_finalizers'
  | 'handle_weakrefs'
  | 'finalize_garbage'
  | 'handle_resurrected_objects'
  | 'delete_garbage'
  | 'handle_legacy_finalizers';

/// The objects, as the collector sees them. Nothing here throws a guest's exception: finalizers and
/// callbacks report theirs as unraisable.
export interface GcHost {
  readonly i32: Int32Array;
  readonly profile: Profile;
  /// gc.get_count()[0]: GC objects allocated less those freed. The host counts; the collector sets it to 0.
  youngCount: number;
  /// The host schedules a collection when an allocation makes the count exceed this and `gcEnabled` is true.
  /// Set by the collector's `thresholds`.
  youngThreshold: number;
  gcEnabled: boolean;
  /// The VM answers with Collector.runGC(): at once in the allocation, before the new object is tracked (3.11), or at
  /// the eval breaker.
  gcScheduled: boolean;

  incref(p: Ptr): void;
  /// May run guest code and free objects.
  decref(p: Ptr): void;

  /// Whether the object has a GC head (_PyObject_IS_GC).
  isGc(p: Ptr): boolean;
  /// tp_traverse: the visitor sees each counted reference that the object holds, in tp_traverse's order.
  traverse(p: Ptr, visitor: Visitor): void;
  /// tp_clear, or nothing for a type without it.
  clear(p: Ptr): void;
  /// Whether the type has tp_finalize, and calling it (the count is held, FINALIZED is set).
  hasFinalizer(p: Ptr): boolean;
  finalize(p: Ptr): void;
  /// Whether the type has tp_del; no type that Python code can make has.
  hasLegacyFinalizer?(p: Ptr): boolean;

  /// Untracks an exact tuple (dict) whose contents can never be part of a cycle; nothing for other objects.
  /// (_PyTuple_MaybeUntrack, _PyDict_MaybeUntrack)
  maybeUntrackTuple(p: Ptr): void;
  maybeUntrackDict(p: Ptr): void;

  isWeakref(p: Ptr): boolean;
  /// First weakref to the object, borrowed; 0 = none.
  firstWeakref(p: Ptr): Ptr;
  /// The weakref answers None from now on and is off its referent's list; its callback stays (_PyWeakref_ClearRef).
  clearWeakref(wr: Ptr): void;
  hasCallback(wr: Ptr): boolean;
  /// Calls the callback of a cleared weakref, which keeps it, with the weakref.
  callCallback(wr: Ptr): void;

  /// Appends to gc.garbage.
  appendGarbage(p: Ptr): void;
  /// Calls gc.callbacks.
  invokeCallbacks?(phase: 'start' | 'stop', info: GcInfo): void;
  /// Empties the types' free lists; after a full collection (_PyGC_ClearAllFreeLists).
  clearFreeLists?(): void;
  /// Where gc.set_debug() output goes, and the type's name in it.
  writeStderr(text: string): void;
  typeName(p: Ptr): string;
}

/// What gc.callbacks are told.
export interface GcInfo {
  readonly generation: number;
  readonly collected: number;
  readonly uncollectable: number;
}

/// Sees a collection from inside. It must not change the heap.
export interface GcListener {
  /// `candidates`: tracked objects in the generations being collected. False: it does not watch this one.
  start(generation: number, reason: GcReason, candidates: number): boolean;
  phase(name: GcPhase): void;
  /// gc_refs of p is now `gcRefs`: in update_refs the copy of its count (`by` is 0); in subtract_refs without
  /// the reference that `by` holds; in move_unreachable (`reached`) 1 because the reachable `by` refers to it.
  refs(p: Ptr, gcRefs: number, by: Ptr, reached: boolean): void;
  /// move_unreachable came to p. `reachable` false is tentative: `refs` and a second verdict may follow.
  verdict(p: Ptr, reachable: boolean): void;
  /// p survives in this generation.
  promoted(p: Ptr, generation: number): void;
  weakrefCleared(wr: Ptr, referent: Ptr): void;
  finalize(p: Ptr): void;
  clear(p: Ptr): void;
  stop(generation: number, collected: number, uncollectable: number): void;
}
