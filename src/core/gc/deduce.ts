/// Which objects of a list are kept alive only by each other: the first half of a collection.
/// CPython 3.14 Python/gc.c deduce_unreachable
import { COLLECTING, FINALIZED, GC_FLAGS, GC_NEXT, GC_REFS, UNREACHABLE, listAppend, listInit, listMove, listRemove, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import type { Visitor } from '../objects/typeobject';
import type { GcHost, GcListener } from './host';

/// What the visitor does with each reference.
const VISIT_DECREF = 0;
const VISIT_REACHABLE = 1;
const VISIT_MOVE = 2;

/// One class for all of gc.c's visit functions, so that the `visit` in every type's traverse is monomorphic.
class GcVisitor implements Visitor {
  private readonly i32: Int32Array;
  private readonly host: GcHost;
  mode = VISIT_DECREF;
  /// The object being traversed.
  parent: Ptr = 0;
  /// Where visit_reachable and visit_move put objects.
  list: Ptr = 0;
  listener: GcListener | undefined = undefined;

  constructor(host: GcHost) {
    this.i32 = host.i32;
    this.host = host;
  }

  visit(p: Ptr): void {
    // The words before an object without a GC head belong to something else.
    if ((this.i32[p + GC_FLAGS]! & COLLECTING) === 0 || !this.host.isGc(p)) return;
    if (this.mode === VISIT_DECREF) this.visitDecref(p);
    else if (this.mode === VISIT_REACHABLE) this.visitReachable(p);
    else this.visitMove(p);
  }

  /// CPython 3.14 Python/gc.c visit_decref
  private visitDecref(p: Ptr): void {
    const refs = this.i32[p + GC_REFS]! - 1;
    if (refs < 0) throw new Error(`gc_refs of the object at word ${p} fell below 0: a reference is not counted`);
    this.i32[p + GC_REFS] = refs;
    if (this.listener !== undefined) this.listener.refs(p, refs, this.parent, false);
  }

  /// CPython 3.14 Python/gc.c visit_reachable
  private visitReachable(p: Ptr): void {
    const i32 = this.i32;
    const flags = i32[p + GC_FLAGS]!;
    if ((flags & UNREACHABLE) !== 0) {
      // moveUnreachable has been there and was wrong: it will come to p again at the end of the list.
      i32[p + GC_FLAGS] = flags & ~UNREACHABLE;
      listMove(i32, p, this.list);
    } else if (i32[p + GC_REFS] !== 0) {
      return;
    }
    i32[p + GC_REFS] = 1;
    if (this.listener !== undefined) this.listener.refs(p, 1, this.parent, true);
  }

  /// CPython 3.14 Python/gc.c visit_move
  private visitMove(p: Ptr): void {
    this.i32[p + GC_FLAGS] = this.i32[p + GC_FLAGS]! & ~COLLECTING;
    listMove(this.i32, p, this.list);
  }
}

export class Deduction {
  private readonly i32: Int32Array;
  private readonly visitor: GcVisitor;
  private listener: GcListener | undefined = undefined;

  constructor(private readonly host: GcHost) {
    this.i32 = host.i32;
    this.visitor = new GcVisitor(host);
  }

  /// Leaves in `base` what is reachable from outside it, and moves the rest, marked COLLECTING and
  /// UNREACHABLE, to `unreachable`. CPython 3.14 Python/gc.c deduce_unreachable
  deduceUnreachable(base: Ptr, unreachable: Ptr, listener: GcListener | undefined): void {
    this.listener = listener;
    this.visitor.listener = listener;
    listener?.phase('update_refs');
    this.updateRefs(base);
    listener?.phase('subtract_refs');
    this.subtractRefs(base);
    listInit(this.i32, unreachable);
    listener?.phase('move_unreachable');
    this.moveUnreachable(base, unreachable);
  }

  /// Moves what is reachable from `finalizers` there too. CPython 3.14 Python/gc.c move_legacy_finalizer_reachable
  moveReachable(finalizers: Ptr): void {
    this.visitor.mode = VISIT_MOVE;
    this.visitor.list = finalizers;
    this.traverseAll(finalizers);
  }

  /// Copies every count to gc_refs and marks the objects COLLECTING. CPython 3.14 Python/gc.c update_refs
  private updateRefs(containers: Ptr): void {
    const i32 = this.i32;
    const listener = this.listener;
    let next: Ptr;
    for (let p = i32[containers + GC_NEXT]!; p !== containers; p = next) {
      next = i32[p + GC_NEXT]!;
      const refs = i32[p]!;
      if (refs < 0) {
        // An immortal object's count says nothing. NOT-CPYTHON: 3.13 puts it into the permanent generation.
        untrack(i32, p);
        continue;
      }
      if (refs === 0) throw new Error(`the object at word ${p} is tracked with count 0`);
      i32[p + GC_REFS] = refs;
      i32[p + GC_FLAGS] = (i32[p + GC_FLAGS]! & FINALIZED) | COLLECTING;
      if (listener !== undefined) listener.refs(p, refs, 0, false);
    }
  }

  /// Takes the references inside the list off gc_refs. CPython 3.14 Python/gc.c subtract_refs
  private subtractRefs(containers: Ptr): void {
    this.visitor.mode = VISIT_DECREF;
    this.traverseAll(containers);
  }

  private traverseAll(list: Ptr): void {
    const { i32, host, visitor } = this;
    for (let p = i32[list + GC_NEXT]!; p !== list; p = i32[p + GC_NEXT]!) {
      visitor.parent = p;
      host.traverse(p, visitor);
    }
  }

  /// All to the left of p in `young` are reachable from outside and traversed; what was assumed to be
  /// unreachable is in `unreachable`, and comes back to the end of `young` when a reference to it is found.
  /// CPython 3.14 Python/gc.c move_unreachable
  private moveUnreachable(young: Ptr, unreachable: Ptr): void {
    const { i32, host, visitor, listener } = this;
    visitor.mode = VISIT_REACHABLE;
    visitor.list = young;
    let p = i32[young + GC_NEXT]!;
    while (p !== young) {
      if (i32[p + GC_REFS] !== 0) {
        if (listener !== undefined) listener.verdict(p, true);
        visitor.parent = p;
        host.traverse(p, visitor);
        i32[p + GC_FLAGS] = i32[p + GC_FLAGS]! & ~COLLECTING;
        // Only now: the traversal may have appended to young.
        p = i32[p + GC_NEXT]!;
      } else {
        const next = i32[p + GC_NEXT]!;
        listRemove(i32, p);
        listAppend(i32, p, unreachable);
        i32[p + GC_FLAGS] = i32[p + GC_FLAGS]! | UNREACHABLE;
        if (listener !== undefined) listener.verdict(p, false);
        p = next;
      }
    }
  }
}
