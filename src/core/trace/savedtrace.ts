/// The packed form of a trace (version 2), as saved notebooks hold it: the plain form in about a tenth of the characters.
///
/// `strings` follow `COMMON_STRINGS`: their lengths, and all of them as one text, without what the source or an earlier one says
/// too. `types` is of each type one number more than its attributes, its name, its address as the difference to the last one's, and
/// the attributes. `steps` is the initial state and then the steps, each ended by `.`; a step begins with
/// its line, as the difference to the last step's. An operation is a digit and its arguments: its code, or 0 for a `NEW`
/// with the kind and size of the last one of its type; 32 more if its object is the one told last, which is then left out.
/// Objects and references to them are differences to the object told last, the serial number of a `NEW` to that of the
/// last `NEW`, its address to that of the last one of its type. Then repetitions are taken out.
import { COMMON_STRINGS } from './commonstrings';
import { DigitReader, digit, number, unzigzag, zigzag } from './digits';
import { OP_ARGUMENTS, OP_ARITY, Op } from './payload';
import type { TraceMemory, TracePayload } from './payload';
import { takingRepeats, withRepeats, withoutRepeats, wordsWithRepeats, wordsWithoutRepeats } from './repeats';
import type { InPortions } from './repeats';

export const PACKED_VERSION = 2;

export interface PackedTrace extends Omit<TracePayload, 'version' | 'strings' | 'start' | 'steps' | 'instructions' | 'types'> {
  version: typeof PACKED_VERSION;
  strings: { lengths: string; text: string };
  types?: string;
  steps: string;
  instructions?: { table: string; steps: string };
}

const END = '.';
/// A `NEW` like the last one of its type.
const ANOTHER = 0;
/// The operation's object is the one told last.
const SAME = 32;

/// What both sides know of the operations before.
class Context {
  line = 0;
  /// The object told last, and the one made last.
  object = 0;
  newest = 0;
  address = 0;
  readonly types = new Map<number, { kind: number; address: number; size: number }>();

  made(serial: number, type: number, kind: number, address: number, size: number): void {
    this.object = this.newest = serial;
    this.address = address;
    this.types.set(type, { kind, address, size });
  }
}

/// The trace as a saved output holds it. Its strings must begin with `COMMON_STRINGS`, as the recorder's do.
export function packTrace({ start, steps, strings, instructions, memory, words, links, types, ...rest }: TracePayload): PackedTrace {
  const context = new Context();
  let text = packOps(start, 0, context) + END;
  for (const step of steps) {
    text += number(zigzag(step[0]! - context.line));
    context.line = step[0]!;
    text += packOps(step, 1, context) + END;
  }
  return {
    ...rest,
    version: PACKED_VERSION,
    strings: packStrings(strings.slice(COMMON_STRINGS.length), rest.source),
    steps: withoutRepeats(text),
    ...(types && { types: packTypes(types) }),
    ...(words !== undefined && { words: withoutRepeats(words) }),
    ...(links !== undefined && { links: withoutRepeats(links) }),
    ...(memory && { memory: packMemory(memory) }),
    ...(instructions && { instructions: { table: withoutRepeats(instructions.table), steps: withoutRepeats(instructions.steps.map(one => one + END).join('')) } })
  };
}

function packMemory(memory: TraceMemory): TraceMemory {
  const packed = { ...memory };
  for (const key of ['steps', 'blocks', 'poolSteps', 'poolBlocks'] as const) {
    const text = memory[key];
    if (text !== undefined) packed[key] = withoutRepeats(text);
  }
  return packed;
}

function packStrings(strings: readonly string[], source: string): PackedTrace['strings'] {
  return { lengths: withoutRepeats(strings.map(({ length }) => number(length)).join('')), text: wordsWithoutRepeats(strings.join(''), source) };
}

function packTypes(types: readonly number[][]): string {
  let last = 0;
  return types.map(([name, address, ...attributes]) => {
    const text = [attributes.length + 1, name!, zigzag(address! - last), ...attributes].map(number).join('');
    last = address!;
    return text;
  }).join('');
}

function packOps(ops: readonly number[], from: number, context: Context): string {
  let text = '';
  for (let i = from; i < ops.length; i += 1 + OP_ARITY[ops[i]!]!) {
    text += ops[i] === Op.NEW ? packNew(ops, i, context) : packOp(ops, i, context);
  }
  return text;
}

function packNew(ops: readonly number[], i: number, context: Context): string {
  const [serial, type, kind, address, size] = ops.slice(i + 1, i + 6) as [number, number, number, number, number];
  const last = context.types.get(type);
  const isLike = last !== undefined && last.kind === kind && last.size === size;
  const text = digit(isLike ? ANOTHER : Op.NEW) + number(zigzag(serial - context.newest - 1)) + number(type)
    + (isLike ? number(zigzag(address - last.address)) : number(kind) + number(zigzag(address - context.address)) + number(size));
  context.made(serial, type, kind, address, size);
  return text;
}

function packOp(ops: readonly number[], i: number, context: Context): string {
  const op = ops[i]!;
  const kinds = OP_ARGUMENTS[op]!;
  const isSame = op < SAME && kinds.startsWith('o') && ops[i + 1] === context.object;
  let text = digit(isSame ? op + SAME : op);
  for (let k = isSame ? 1 : 0; k < kinds.length; k++) {
    const value = ops[i + 1 + k]!;
    if (kinds[k] === 'o') {
      text += number(zigzag(value - context.object));
      context.object = value;
    } else if (kinds[k] === 'r') {
      text += value < 0 ? number(2 * (-value - 1) + 1) : number(2 * zigzag(value - context.object));
    } else {
      text += number(kinds[k] === 'c' ? zigzag(value) : value);
    }
  }
  return text;
}

/// Unpacks the steps of a packed trace, one after the other. What it gives out has numbers in the right places, and
/// nothing else is checked.
export class StepsUnpacker {
  private readonly context = new Context();
  private readonly digits: DigitReader;

  private constructor(text: string) {
    this.digits = new DigitReader(text);
  }

  /// `most`: characters of the steps with their repetitions. undefined: the text is no text of steps.
  static *open(steps: string, most: number): InPortions<StepsUnpacker | undefined> {
    const text = yield* takingRepeats(steps, most);
    return text === undefined ? undefined : new StepsUnpacker(text);
  }

  get isAtEnd(): boolean {
    return this.digits.isAtEnd;
  }

  /// The operations of the initial state; undefined if the text is damaged.
  start(): number[] | undefined {
    return this.operations([]);
  }

  /// The next step; undefined if the text is damaged.
  step(): number[] | undefined {
    const { context } = this;
    context.line += unzigzag(this.digits.next());
    return this.operations([context.line]);
  }

  private operations(ops: number[]): number[] | undefined {
    const { digits } = this;
    while (!digits.accept(END)) {
      const head = digits.digit();
      const isSame = head >= SAME && OP_ARITY[head] === undefined;
      const op = isSame ? head - SAME : head;
      if (head === ANOTHER || head === Op.NEW) this.readNew(head, ops);
      else if (OP_ARITY[op] !== undefined && (!isSame || OP_ARGUMENTS[op]!.startsWith('o'))) this.readOp(op, isSame, ops);
      else return undefined;
    }
    return ops.every(Number.isSafeInteger) ? ops : undefined;
  }

  private readNew(head: number, ops: number[]): void {
    const { context, digits } = this;
    const serial = context.newest + 1 + unzigzag(digits.next());
    const type = digits.next();
    const last = context.types.get(type) ?? { kind: NaN, address: NaN, size: NaN };
    const kind = head === ANOTHER ? last.kind : digits.next();
    const address = (head === ANOTHER ? last.address : context.address) + unzigzag(digits.next());
    const size = head === ANOTHER ? last.size : digits.next();
    ops.push(Op.NEW, serial, type, kind, address, size);
    context.made(serial, type, kind, address, size);
  }

  private readOp(op: number, isSame: boolean, ops: number[]): void {
    const { context, digits } = this;
    ops.push(op);
    for (const [k, kind] of [...OP_ARGUMENTS[op]!].entries()) {
      if (kind === 'o') {
        if (k > 0 || !isSame) context.object += unzigzag(digits.next());
        ops.push(context.object);
      } else if (kind === 'r') {
        const n = digits.next();
        ops.push(n % 2 === 1 ? -(n - 1) / 2 - 1 : context.object + unzigzag(n / 2));
      } else {
        ops.push(kind === 'c' ? unzigzag(digits.next()) : digits.next());
      }
    }
  }
}

/// The instructions in the plain form; undefined if the texts are none of `packTrace`'s.
export function unpackInstructions({ table, steps }: { table: string; steps: string }, most: number): { table: string; steps: string[] } | undefined {
  const whole = withRepeats(table, most);
  const pieces = withRepeats(steps, most)?.split(END);
  return whole === undefined || pieces?.pop() !== '' ? undefined : { table: whole, steps: pieces };
}

/// The memory's figures at each step in the plain form; undefined if the text is none of `packTrace`'s.
export function unpackMemory(steps: string, most: number): string | undefined {
  return withRepeats(steps, most);
}

/// The strings that the trace brings along; undefined if the texts are none of `packTrace`'s with that source.
export function unpackStrings({ lengths, text }: { lengths: string; text: string }, source: string, most: number): string[] | undefined {
  const sizes = withRepeats(lengths, most);
  const whole = wordsWithRepeats(text, most, source);
  if (sizes === undefined || whole === undefined) return undefined;
  const numbers = new DigitReader(sizes);
  const strings: string[] = [];
  let at = 0;
  while (!numbers.isAtEnd) {
    const end = at + numbers.next();
    if (!(end <= whole.length)) return undefined;
    strings.push(whole.slice(at, at = end));
  }
  return at === whole.length ? strings : undefined;
}

/// All strings of the plain form.
export function withCommonStrings(own: readonly string[]): string[] {
  return [...COMMON_STRINGS, ...own];
}

/// The types in the plain form; undefined if the text is none of `packTrace`'s.
export function unpackTypes(text: string): number[][] | undefined {
  const numbers = new DigitReader(text);
  const types: number[][] = [];
  let last = 0;
  while (!numbers.isAtEnd) {
    let left = numbers.next() - 1;
    const type = [numbers.next(), last += unzigzag(numbers.next())];
    for (; left > 0 && !numbers.isAtEnd; left--) type.push(numbers.next());
    if (left !== 0 || !type.every(Number.isSafeInteger)) return undefined;
    types.push(type);
  }
  return types;
}
