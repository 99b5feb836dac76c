/// A frame as the trace tells it: its names and the temporaries on its value stack.
import { CodeFlag } from '../compiler/code';
import { Opcode } from '../compiler/opcodes';
import type { Ptr } from '../memory/ram';
import { dictNext, entry } from '../objects/dictobject';
import { isStr } from '../objects/str';
import type { Frame } from '../vm/frame';
import type { Vm } from '../vm/vm';
import { inlineText, visitFrameLocals } from './anatomy';
import { shared, temporaries } from './instructionlog';
import type { Temporary } from './instructionlog';
import type { HeapModel, Ref } from './model';
import { Namespace } from './namespace';
import { Op } from './payload';

/// Frames of the guest's own functions and modules. Class bodies, the functions that compute annotations, and code of the
/// library are part of the line that runs them.
export function isShown({ code }: Frame): boolean {
  const { name, annotationTexts } = code.plain;
  return !code.isLibrary && annotationTexts === undefined && (code.has(CodeFlag.OPTIMIZED) || name === '<module>');
}

const PREPARES: ReadonlySet<number> = new Set([Opcode.MAKE_CELL, Opcode.COPY_FREE_VARS, Opcode.RESUME]);

export class ShownFrame {
  /// The dict of its names in a module or class body; 0 = they are fast locals.
  readonly namespace: Ptr;
  /// Where its last instruction was: 0 = it has run none, unless it is a generator that goes on.
  line: number;
  ip = -1;
  /// Names that borrow their reference.
  private readonly borrowed = new Set<string>();
  private stack: Temporary[] = [];
  private readonly entries: Namespace | undefined;

  /// `names`: what was told of its names.
  constructor(private readonly vm: Vm, private readonly model: HeapModel, readonly frame: Frame, private readonly names = new Map<string, Ref>()) {
    this.namespace = frame.locals;
    // The table of a dict with values of its own is shared.
    this.entries = this.namespace !== 0 && vm.typeOf(this.namespace) === vm.types.dict && vm.i32[this.namespace + 10] === 0 ? new Namespace(vm, this.namespace) : undefined;
    this.line = frame.generator === 0 ? 0 : frame.code.lines[frame.ip]!;
  }

  /// Whether this instruction belongs to no line yet: the frame makes the cells of its closure.
  isBefore(ip: number): boolean {
    return this.line === 0 && PREPARES.has(this.frame.code.instructions[ip]! & 255);
  }

  /// It is told no more.
  leave(): void {
    this.entries?.leave();
  }

  /// Compares its names with what was told.
  readNames(depth: number): void {
    if (this.entries === undefined) {
      this.visitNames((name, p, borrowed) => this.tellName(depth, name, this.model.ref(p), borrowed));
    } else {
      const { vm, model } = this;
      if (this.lacksBoxes && !model.isFull) {
        this.entries.forget();
        this.far.clear();
        this.lacksBoxes = false;
      }
      for (const p of model.takeNear()) for (const ix of this.far.get(p) ?? []) this.entries.entryChanged(ix);
      this.entries.visitChanged((name, p, ix) => {
        if (model.staysFar(p, this.names.get(name), this.isFirstLook)) {
          this.far.set(p, [...(this.far.get(p) ?? []), ix]);
          return true;
        }
        const ref = model.ref(p);
        this.tellName(depth, name, ref, false);
        if (typeof ref === 'string' && inlineText(vm, p) === undefined) this.lacksBoxes = true;
        return vm.typeOf(p) !== vm.types.module;
      });
      this.isFirstLook = false;
    }
  }
  /// There are names whose values have no box, and get one when there is room.
  private lacksBoxes = false;
  private isFirstLook = true;
  /// Where the names are whose values are far (see HeapModel.forgetFar).
  private readonly far = new Map<Ptr, number[]>();

  private tellName(depth: number, name: string, ref: Ref, borrowed: boolean): void {
    const { model, names } = this;
    // Of a value that is drawn in place it does not matter.
    const lent = borrowed && typeof ref === 'number';
    if (names.get(name) === ref && this.borrowed.has(name) === lent) return;
    names.set(name, ref);
    model.push(Op.NAME, depth, model.string(name), model.encode(ref));
    this.borrowed.delete(name);
    if (!lent) return;
    this.borrowed.add(name);
    model.push(Op.BORROWED, depth, model.string(name));
  }

  /// Tells names that are gone.
  tellUnbound(depth: number): void {
    if (this.entries?.hasAll() === true) return;
    let still = 0;
    this.visitNames(name => { if (this.names.has(name)) still++; });
    if (still === this.names.size) return;
    const bound = new Set<string>();
    this.visitNames(name => bound.add(name));
    for (const name of [...this.names.keys()]) {
      if (bound.has(name)) continue;
      this.model.push(Op.UNNAME, depth, this.model.string(name));
      this.names.delete(name);
      this.borrowed.delete(name);
    }
  }

  /// Tells what has changed on its value stack; it must be the frame on top.
  tellStack(): void {
    const { model } = this;
    const now = temporaries(this.vm, this.frame, model);
    const same = shared(this.stack, now);
    if (same < this.stack.length) model.push(Op.POP, this.stack.length - same);
    for (const { borrowed, ref } of now.slice(same)) model.push(borrowed ? Op.PUSH_BORROWED : Op.PUSH, ref);
    this.stack = now;
    model.tellFresh();
  }

  private visitNames(visit: (name: string, p: Ptr, borrowed: boolean) => void): void {
    const { vm, frame, namespace } = this;
    if (namespace === 0) {
      visitFrameLocals(vm, frame.base, frame.code.plain.localsplusnames, visit);
    } else if (vm.typeOf(namespace) === vm.types.dict) {
      for (let at = dictNext(vm, namespace, 0); at >= 0; at = dictNext(vm, namespace, at)) {
        const { key, value } = entry;
        const name = isStr(vm, key) ? vm.text(key) : '';
        if (name !== '' && !name.startsWith('__')) visit(name, value, false);
      }
    }
  }
}
