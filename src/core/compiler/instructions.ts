/// What code generation writes and the flow graph reads: instructions with symbolic jump targets.
import type { Position } from '../syntax/ast';

/// A source range. An AST node is one.
export type Location = Readonly<Position>;

/// An instruction that belongs to no line: it takes its neighbour's, or stays without one.
export const NO_LOCATION: Location = { lineno: -1, end_lineno: -1, col_offset: -1, end_col_offset: -1 };

/// An instruction that is located where the next one is.
export const NEXT_LOCATION: Location = { lineno: -2, end_lineno: -2, col_offset: -2, end_col_offset: -2 };

/// Instructions that exist only inside the compiler (CPython 3.14 Python/bytecodes.c `pseudo`).
export const Pseudo = {
  /// Jump to a label; forward or backward is decided at the end.
  JUMP: 200,
  JUMP_NO_INTERRUPT: 201,
  /// (value -- value) jump if it is true / false.
  JUMP_IF_FALSE: 202,
  JUMP_IF_TRUE: 203,
  /// Begin a protected region whose handler is the label.
  SETUP_FINALLY: 204,
  /// As SETUP_FINALLY; the handler also gets the index of the failed instruction.
  SETUP_CLEANUP: 205,
  /// As SETUP_CLEANUP; the handler drops the value on top (the result of __enter__).
  SETUP_WITH: 206,
  POP_BLOCK: 207,
  /// ( -- cell) the cell itself.
  LOAD_CLOSURE: 208,
  STORE_FAST_MAYBE_NULL: 209,
  /// Where a module's `__annotate__` is made, if it has one.
  ANNOTATIONS_PLACEHOLDER: 210
} as const;

/// A jump target within one InstructionSequence.
export type Label = number;

export const NO_LABEL: Label = -1;

export interface SequenceInstruction {
  readonly op: number;
  /// The argument, or a Label where the instruction has a target.
  readonly arg: number;
  readonly loc: Location;
}

/// CPython 3.14 Python/instruction_sequence.c.
export class InstructionSequence {
  readonly instructions: SequenceInstruction[] = [];
  /// Index of the instruction that a label stands before.
  readonly labels: number[] = [];

  newLabel(): Label {
    return this.labels.push(-1) - 1;
  }

  useLabel(label: Label): void {
    this.labels[label] = this.instructions.length;
  }

  add(op: number, arg: number, loc: Location): void {
    this.instructions.push({ op, arg, loc });
  }

  /// Puts `inserted` in the place of `removed` instructions at `index`.
  splice(index: number, removed: number, inserted: readonly SequenceInstruction[]): void {
    this.instructions.splice(index, removed, ...inserted);
    const shift = inserted.length - removed;
    for (let label = 0; label < this.labels.length; label++) {
      if (this.labels[label]! >= index + removed) this.labels[label]! += shift;
    }
  }
}
