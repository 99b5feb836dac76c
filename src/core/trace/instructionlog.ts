/// Takes the first steps of a cell apart into instructions: what each does to the value stack and to counts in between.
///
/// It is told at once and packed, so that it costs about 20 characters a line; a cell gets so many and no more.
import { argRepr, hasArg } from '../compiler/dis';
import { Opcode, opcodeNames } from '../compiler/opcodes';
import type { Ptr } from '../memory/ram';
import type { HostCode } from '../vm/codeobject';
import { BORROWED, untag } from '../vm/frame';
import type { Frame } from '../vm/frame';
import type { Vm } from '../vm/vm';
import type { HeapModel, KnownObject } from './model';
import { pack, packTable } from './packing';
import type { TableLine } from './packing';
import type { TraceInstructions } from './payload';
import type { StringTable } from './strings';

/// Characters for the instructions of a cell, at most, before repetitions are taken out.
const MOST_SIZE = 16_000;
/// Characters that an instruction's line in the table takes, about.
const TABLE_LINE = 5;

/// Instructions that change no object but counts: the heap is not looked at after them.
const PASSIVE = new Set(Object.values(Opcode).filter(op => /^(LOAD_(FAST|CONST|NAME|GLOBAL|SMALL|DEREF)|POP_|COPY$|SWAP|PUSH_|JUMP|NOP|RESUME|RETURN|IS_OP)/.test(opcodeNames[op]!)));

/// Characters of an argument that are shown.
const SHOWN_CHARACTERS = 28;

function clip(text: string): string {
  return text.length <= SHOWN_CHARACTERS ? text : `${text.slice(0, SHOWN_CHARACTERS - 1)}…`;
}

/// A temporary as the trace tells it.
export interface Temporary {
  /// As in `Op`.
  readonly ref: number;
  readonly borrowed: boolean;
}

export class InstructionLog {
  private table: TableLine[] = [];
  private steps: string[] = [];
  private readonly numbers = new Map<HostCode, Map<number, number>>();
  /// The instruction that runs, and how many operations the step had when it began.
  private running: { readonly number: number; readonly op: number } | undefined;
  private told = 0;
  private last = -1;
  private text = '';
  private size = 0;
  private stack: Temporary[] = [];
  /// What the trace tells of counts within the step: what the operations told then, and what this told since.
  private readonly counts = new Map<KnownObject, { readonly base: number; readonly count: number }>();

  constructor(private readonly vm: Vm, private readonly model: HeapModel) {}

  restart(): void {
    this.table = [];
    this.steps = [];
    this.numbers.clear();
    this.running = undefined;
    this.last = -1;
    this.size = 0;
    this.text = '';
    this.counts.clear();
  }

  get isFull(): boolean {
    return this.size > MOST_SIZE;
  }

  /// Whether the instruction that runs may change more than counts.
  get isActive(): boolean {
    return this.running !== undefined && !PASSIVE.has(this.running.op as never);
  }

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  /// The payload's part; undefined if nothing was taken apart.
  get instructions(): TraceInstructions | undefined {
    return this.steps.some(text => text !== '') ? { table: packTable(this.table), steps: this.steps } : undefined;
  }

  /// The instruction at ip begins.
  begin(frame: Frame, ip: number, strings: StringTable): void {
    const word = frame.code.instructions[ip]!;
    this.running = { number: this.numberOf(frame.code, ip, strings), op: word & 255 };
  }

  /// The instruction that ran is over, and others of its step will follow. `touched`: objects whose count may have changed.
  end(frame: Frame, touched: Iterable<Ptr>): void {
    if (this.running === undefined) return;
    const now = temporaries(this.vm, frame, this.model);
    // Temporaries that have just got a box.
    this.model.tellFresh(false);
    const same = shared(this.stack, now);
    const operations = this.model.pending.length;
    const counts: [number, number][] = [];
    for (const p of touched) {
      const object = this.model.lookup(p);
      if (object === undefined) continue;
      const count = Math.max(this.vm.i32[p]!, -1);
      const known = this.counts.get(object);
      if (count === (known?.base === object.count ? known.count : object.count)) continue;
      this.counts.set(object, { base: object.count, count });
      counts.push([object.serial, count]);
    }
    this.add({
      instruction: this.running.number, operations: operations - this.told, pops: this.stack.length - same,
      pushes: now.slice(same), counts
    });
    this.told = operations;
    this.stack = now;
  }

  /// The step is over, and with it the instruction that runs. The next one begins with this stack.
  endStep(step: number, frame: Frame | undefined): void {
    if (this.running !== undefined) this.add({ instruction: this.running.number, operations: 0, pops: 0, pushes: [], counts: [] });
    if (this.text !== '') {
      while (this.steps.length < step) this.steps.push('');
      this.steps.push(this.text);
      this.size += this.text.length + 3;
    }
    this.text = '';
    this.running = undefined;
    this.told = 0;
    this.counts.clear();
    this.stack = frame === undefined || this.isFull ? [] : temporaries(this.vm, frame, this.model);
  }

  private add(instruction: Parameters<typeof pack>[0]): void {
    this.text += pack(instruction, this.last);
    this.last = instruction.instruction;
    this.running = undefined;
  }

  private numberOf(code: HostCode, ip: number, strings: StringTable): number {
    let numbers = this.numbers.get(code);
    if (numbers === undefined) this.numbers.set(code, numbers = new Map());
    let number = numbers.get(ip);
    if (number === undefined) {
      const word = code.instructions[ip]!;
      const op = word & 255;
      const repr = hasArg(op) ? argRepr(code.plain, op, word >>> 8) || String(word >>> 8) : '';
      number = this.table.push([strings.index(opcodeNames[op]!), repr === '' ? -1 : strings.index(clip(repr))]) - 1;
      numbers.set(ip, number);
      this.size += TABLE_LINE;
    }
    return number;
  }
}

/// The frame's temporaries, the lowest first; NULLs are left out.
export function temporaries(vm: Vm, frame: Frame, model: HeapModel): Temporary[] {
  const found: Temporary[] = [];
  for (let at = frame.stackBase; at < frame.sp; at++) {
    const word = vm.i32[at]!;
    if (untag(word) !== 0) found.push({ ref: model.encode(model.temporary(untag(word))), borrowed: (word & BORROWED) !== 0 });
  }
  return found;
}

/// How many of the lowest are the same in both.
export function shared(old: readonly Temporary[], now: readonly Temporary[]): number {
  let same = 0;
  while (same < old.length && same < now.length && old[same]!.ref === now[same]!.ref && old[same]!.borrowed === now[same]!.borrowed) same++;
  return same;
}
