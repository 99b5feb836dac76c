/// The gate for saved traces. A notebook can come from anyone: what passes here has the
/// declared shape, bounded sizes and string indices that exist, and nothing else is promised.
/// Strings stay untrusted text for ever: drawing code sets them as text, never as markup.

import { unpack, unpackTable } from '../core/trace/packing';
import { MemorySteps, readBlocks } from '../core/trace/memorysteps';
import { LEFT_OUT_ARITY, OP_ARGUMENTS, OP_ARITY, Op, TRACE_VERSION } from '../core/trace/payload';
import type { PackedInstruction, TraceInstructions, TraceMemory, TracePayload, TraceTotals } from '../core/trace/payload';
import { PoolBlocks } from '../core/trace/poolblocks';
import { PoolSteps } from '../core/trace/poolsteps';
import { LinkSteps } from '../core/trace/linklog';
import { WordSteps } from '../core/trace/wordlog';
import { PACKED_VERSION, StepsUnpacker, unpackInstructions, unpackMemory, unpackStrings, unpackTypes, withCommonStrings } from '../core/trace/savedtrace';
import { english } from './words';
import type { Words } from './words';
import { PORTION, finish } from './work';
import type { Work } from './work';

export type ReadTrace = { ok: true; payload: TracePayload } | { ok: false; reason: string };

/// Upper bounds. A cell's trace is at most 1 MB of JSON by contract; these leave room for a
/// million events and still end before a browser does.
export const LIMITS = {
  steps: 1_000_000, integers: 5_000_000, strings: 100_000, stringLength: 1_000_000, characters: 32_000_000,
  /// Objects in all, objects whose blocks are in use or shown as freed at one time, and frames on each other.
  objects: 300_000, atOnce: 20_000, depth: 5_000,
  /// Instructions with what they put on the stack and tell of counts.
  instructions: 500_000,
  /// Characters of packed operations once their repetitions are put back; an integer takes less than four.
  packed: 20_000_000
} as const;

const TOO_MANY_STEPS = 'the trace has too many steps, at most %1 are shown';

/// What has been met so far in the operations.
interface Tally {
  objects: number;
  atOnce: number;
  depth: number;
}

/// A text that is not put in the reader's language yet.
interface Said {
  readonly template: string;
  readonly args: readonly (string | number | Said)[];
}

function said(template: string, ...args: (string | number | Said)[]): Said {
  return { template, args };
}

function say({ template, args }: Said, words: Words): string {
  return words.__(template, ...args.map((arg) => (typeof arg === 'object' ? say(arg, words) : arg)));
}

class Refused extends Error {
  constructor(readonly reason: Said) {
    super(reason.template);
  }
}

function refuse(template: string, ...args: (string | number | Said)[]): never {
  throw new Refused(said(template, ...args));
}

/// Checks JSON of unknown origin and copies it into a fresh payload. Never throws on data.
export function readTrace(json: unknown, words: Words = english): ReadTrace {
  return finish(reading(json, words));
}

/// The same in portions; `words` for the reason why it cannot be shown.
export function* reading(json: unknown, words: Words): Work<ReadTrace> {
  try {
    return { ok: true, payload: yield* read(json) };
  } catch (error) {
    if (error instanceof Refused) {
      return { ok: false, reason: say(error.reason, words) };
    }
    throw error;
  }
}

function* read(json: unknown): Work<TracePayload> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    refuse('the trace is not an object');
  }
  const get = (key: string): unknown => (Object.hasOwn(json, key) ? (json as Record<string, unknown>)[key] : undefined);
  const version = get('version');
  if (version !== TRACE_VERSION && version !== PACKED_VERSION) {
    if (typeof version !== 'number') {
      refuse('the trace has no version');
    }
    refuse('the trace has version %1, this extension reads versions %2 and %3', version, TRACE_VERSION, PACKED_VERSION);
  }
  const isPacked = version === PACKED_VERSION;
  const cell = readText(get('source'), 'source');
  const own = readStrings(isPacked ? plainStrings(get('strings'), cell) : get('strings'));
  const strings = isPacked ? withCommonStrings(own) : own;
  const source = isPacked ? yield* packedOperations(get('steps')) : plainOperations(get('start'), get('steps'));
  const budget = { left: LIMITS.integers };
  const tally: Tally = { objects: 0, atOnce: 0, depth: 0 };
  const start = readIntegers(source.start(), said('the initial state'), budget);
  checkOps(start, 0, strings.length, said('the initial state'), tally);
  const checked: number[][] = [];
  while (!source.isAtEnd()) {
    if (checked.length >= LIMITS.steps) {
      refuse(TOO_MANY_STEPS, LIMITS.steps);
    }
    const where = said('step %1', checked.length + 1);
    const step = readIntegers(source.step(), where, budget);
    if (step.length === 0 || step[0]! < 0) {
      refuse('%1 has no line number', where);
    }
    checkOps(step, 1, strings.length, where, tally);
    checked.push(step);
    if (checked.length % PORTION === 0) {
      yield;
    }
  }
  const folded = get('folded');
  const instructions = get('instructions');
  const memory = get('memory');
  const types = get('types');
  const leftOut = get('leftOut');
  const lines = get('lines');
  const words = get('words');
  const links = get('links');
  const payload: TracePayload = {
    version: TRACE_VERSION,
    python: readText(get('python'), 'python'),
    file: readText(get('file'), 'file'),
    source: cell,
    run: readNatural(get('run'), 'run'),
    strings,
    start,
    steps: checked,
    totals: readTotals(get('totals'))
  };
  if (folded !== undefined) {
    payload.folded = readText(folded, 'folded');
  }
  if (leftOut !== undefined) {
    payload.leftOut = readLists(leftOut, said('what the trace leaves out'), budget, (what) => LEFT_OUT_ARITY[what[0] ?? -1] === what.length - 1 && what.every((n) => n >= 0));
  }
  if (words !== undefined) {
    payload.words = readBytes(words, isPacked, (text) => WordSteps.read(text, checked.length + 2) !== undefined);
  }
  if (links !== undefined) {
    payload.links = readBytes(links, isPacked, (text) => LinkSteps.read(text, checked.length + 1) !== undefined);
  }
  if (lines !== undefined) {
    payload.lines = readLists(lines, said('the lines of other files'), budget, (line) => line.length === 3 && line.every((n, i) => fits(i === 1 ? 'n' : 's', n, strings.length)));
  }
  if (types !== undefined) {
    payload.types = readLists(isPacked ? plainTypes(types) : types, said('the list of types'), budget, (type) => type.length >= 2 && type.every((n, i) => fits(i === 1 ? 'n' : 's', n, strings.length)));
  }
  if (memory !== undefined) {
    payload.memory = readMemory(memory, checked.length, isPacked);
  }
  if (instructions !== undefined) {
    payload.instructions = readInstructions(isPacked ? plainInstructions(instructions) : instructions, checked, strings.length);
  }
  return payload;
}

/// Where operations come from: of unknown origin, and not checked yet.
interface Operations {
  start(): unknown;
  isAtEnd(): boolean;
  step(): unknown;
}

function plainOperations(start: unknown, steps: unknown): Operations {
  if (!Array.isArray(steps)) {
    refuse('the trace has no list of steps');
  }
  if (steps.length > LIMITS.steps) {
    refuse(TOO_MANY_STEPS, LIMITS.steps);
  }
  let next = 0;
  return { start: () => start, isAtEnd: () => next >= steps.length, step: () => steps[next++] as unknown };
}

function* packedOperations(steps: unknown): Work<Operations> {
  const unpacker = typeof steps === 'string' && steps.length <= LIMITS.packed ? yield* StepsUnpacker.open(steps, LIMITS.packed) : undefined;
  if (unpacker === undefined) {
    refuse('the steps of the trace are not packed in the way that this version knows');
  }
  return { start: () => unpacker.start(), isAtEnd: () => unpacker.isAtEnd, step: () => unpacker.step() };
}

/// As the plain form has them; undefined if the text is damaged.
function plainInstructions(value: unknown): unknown {
  const { table, steps } = (typeof value === 'object' && value !== null ? value : {}) as { table?: unknown; steps?: unknown };
  const isText = typeof table === 'string' && typeof steps === 'string' && table.length + steps.length <= LIMITS.stringLength;
  return isText ? unpackInstructions({ table, steps }, LIMITS.stringLength) : undefined;
}

/// As the plain form has them; undefined if a text is damaged.
function plainStrings(value: unknown, source: string): unknown {
  const { lengths, text } = (typeof value === 'object' && value !== null ? value : {}) as { lengths?: unknown; text?: unknown };
  const isText = typeof lengths === 'string' && typeof text === 'string' && lengths.length + text.length <= LIMITS.characters;
  return isText ? unpackStrings({ lengths, text }, source, LIMITS.characters) : undefined;
}

function plainTypes(value: unknown): unknown {
  return typeof value === 'string' && value.length <= LIMITS.stringLength ? unpackTypes(value) : undefined;
}

/// A list of lists of numbers, each of which is as it must be.
function readLists(value: unknown, what: Said, budget: { left: number }, isSound: (list: readonly number[]) => boolean): number[][] {
  if (!Array.isArray(value) || value.length > LIMITS.strings) {
    refuse('%1: not a list', what);
  }
  return value.map((each: unknown) => {
    const list = readIntegers(each, what, budget);
    if (!isSound(list)) {
      refuse('%1: names something that is not there', what);
    }
    return list;
  });
}

/// The texts of a trace's memory, each with the reader that must take all of it.
const MEMORY_READERS = {
  steps: (text: string, entries: number) => MemorySteps.read(text, entries),
  blocks: readBlocks,
  poolSteps: (text: string, entries: number) => PoolSteps.read(text, entries),
  poolBlocks: (text: string, entries: number) => PoolBlocks.read(text, entries)
} as const;

function readMemory(value: unknown, stepCount: number, isPacked: boolean): TraceMemory {
  const get = (key: string): number =>
    readNatural(typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined, `memory.${key}`);
  const memory: TraceMemory = {
    used: get('used'), reserved: get('reserved'), large: get('large'), pools: get('pools'), pinnedPools: get('pinnedPools'), freePools: get('freePools')
  };
  const saved = (key: string): string | undefined => {
    const text = Object.hasOwn(value as object, key) ? (value as Record<string, unknown>)[key] : undefined;
    if (text === undefined) {
      return undefined;
    }
    return (typeof text !== 'string' ? undefined : isPacked ? unpackMemory(text, LIMITS.packed) : text) ?? refuse(DAMAGED_MEMORY);
  };
  for (const key of ['steps', 'blocks', 'poolSteps', 'poolBlocks'] as const) {
    const text = saved(key);
    if (text !== undefined) {
      memory[key] = MEMORY_READERS[key](text, stepCount + 1) === undefined ? refuse(DAMAGED_MEMORY) : text;
    }
  }
  return memory;
}

/// The Bytes part of a trace as text, unpacked if it is packed. `isSound` says whether its reader takes all of it.
function readBytes(value: unknown, isPacked: boolean, isSound: (text: string) => boolean): string {
  const text = typeof value !== 'string' ? undefined : isPacked ? unpackMemory(value, LIMITS.packed) : value;
  if (text === undefined || !isSound(text)) {
    refuse('what the trace tells of the bytes of objects is damaged');
  }
  return text;
}

const DAMAGED_MEMORY = 'what the trace tells of memory at each step is damaged';

/// Unpacks all of it once: what comes through names strings, instructions and operations that exist.
function readInstructions(value: unknown, steps: readonly number[][], strings: number): TraceInstructions {
  const { table, steps: packed } = (typeof value === 'object' && value !== null ? value : {}) as { table?: unknown; steps?: unknown };
  if (typeof table !== 'string' || !Array.isArray(packed) || packed.length > steps.length || table.length > LIMITS.stringLength) {
    refuse('the instructions of the trace are not in the form that this version knows');
  }
  const lines = unpackTable(table);
  if (lines === undefined || lines.some(([name, argument]) => name >= strings || argument >= strings)) {
    refuse('the table of instructions is damaged');
  }
  let left = LIMITS.instructions;
  let last = -1;
  const texts = packed.map((text: unknown, i): string => {
    const found = typeof text === 'string' && text.length <= LIMITS.stringLength ? unpack(text, last) : undefined;
    let told = 1;
    for (const { instruction, operations, pushes, counts } of found ?? []) {
      told += operations;
      left -= 1 + pushes.length + counts.length;
      const inRange = instruction >= 0 && instruction < lines.length && pushes.every(({ ref }) => fits('r', ref, strings)) && counts.every(([, count]) => count >= -1);
      if (!inRange || left < 0) {
        refuse('the instructions of step %1 are out of range', i + 1);
      }
      last = instruction;
    }
    if (found === undefined || !isBoundary(steps[i]!, told, found)) {
      refuse('the instructions of step %1 are damaged', i + 1);
    }
    return text as string;
  });
  return { table, steps: texts };
}

/// Whether each instruction ends between two operations of the step.
function isBoundary(ops: readonly number[], end: number, instructions: readonly PackedInstruction[]): boolean {
  const ends = new Set([1]);
  for (let i = 1; i < ops.length && i <= end; i += 1 + OP_ARITY[ops[i]!]!) {
    ends.add(i + 1 + OP_ARITY[ops[i]!]!);
  }
  let at = 1;
  return instructions.every(({ operations }) => ends.has((at += operations)));
}

function readText(value: unknown, what: string): string {
  if (typeof value !== 'string') {
    refuse('the trace’s “%1” is not a text', what);
  }
  if (value.length > LIMITS.stringLength) {
    refuse('the trace’s “%1” is too long', what);
  }
  return value;
}

function readNatural(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    refuse('the trace’s “%1” is not a count', what);
  }
  return value;
}

function readStrings(value: unknown): string[] {
  if (!Array.isArray(value)) {
    refuse('the trace has no table of strings');
  }
  if (value.length > LIMITS.strings) {
    refuse('the trace has %1 strings, at most %2 are read', value.length, LIMITS.strings);
  }
  let characters = 0;
  const copy: string[] = [];
  for (let i = 0; i < value.length; i++) {
    const text: unknown = value[i];
    if (typeof text !== 'string' || text.length > LIMITS.stringLength) {
      refuse('string %1 of the trace is not a text of reasonable length', i);
    }
    characters += text.length;
    copy.push(text);
  }
  if (characters > LIMITS.characters) {
    refuse('the strings of the trace are too long in sum');
  }
  return copy;
}

function readIntegers(value: unknown, where: Said, budget: { left: number }): number[] {
  if (!Array.isArray(value)) {
    refuse('%1 is not a list of numbers', where);
  }
  budget.left -= value.length;
  if (budget.left < 0) {
    refuse('the trace holds more than %1 numbers', LIMITS.integers);
  }
  const copy: number[] = [];
  for (let i = 0; i < value.length; i++) {
    const n: unknown = value[i];
    if (typeof n !== 'number' || !Number.isSafeInteger(n)) {
      refuse('%1 holds something that is not a whole number', where);
    }
    copy.push(n);
  }
  return copy;
}

/// Arity, string indices and signs. Serial numbers are not checked against earlier `NEW`s:
/// the budget may have left an object out, and the state ignores what it does not know.
function checkOps(ops: readonly number[], from: number, strings: number, where: Said, tally: Tally): void {
  let i = from;
  while (i < ops.length) {
    const op = ops[i]!;
    const arity = Object.hasOwn(OP_ARITY, op) ? OP_ARITY[op] : undefined;
    if (arity === undefined) {
      refuse('%1 holds an operation that this version does not know (%2)', where, op);
    }
    if (i + arity >= ops.length) {
      refuse('%1 breaks off in the middle of an operation', where);
    }
    const kinds = OP_ARGUMENTS[op]!;
    for (let k = 0; k < arity; k++) {
      if (!fits(kinds[k]!, ops[i + 1 + k]!, strings)) {
        refuse('%1 holds an operation with an argument out of range', where);
      }
    }
    count(op, tally);
    i += 1 + arity;
  }
}

function count(op: number, tally: Tally): void {
  switch (op) {
    case Op.NEW:
    case Op.OLD:
      tally.objects++;
      tally.atOnce++;
      if (tally.objects > LIMITS.objects || tally.atOnce > LIMITS.atOnce) {
        refuse('the trace holds more than %1 objects, or %2 at one time', LIMITS.objects, LIMITS.atOnce);
      }
      break;
    case Op.REUSE:
      tally.atOnce--;
      break;
    case Op.FRAME:
      if (++tally.depth > LIMITS.depth) {
        refuse('the trace holds more than %1 calls inside each other', LIMITS.depth);
      }
      break;
    case Op.RETURN:
      tally.depth = Math.max(0, tally.depth - 1);
      break;
  }
}

function fits(kind: string, value: number, strings: number): boolean {
  switch (kind) {
    case 's':
      return value >= 0 && value < strings;
    case 'r':
      return value >= 0 || -value - 1 < strings;
    case 'c':
      return value >= -1;
    default:
      return value >= 0;
  }
}

function readTotals(value: unknown): TraceTotals {
  if (typeof value !== 'object' || value === null) {
    refuse('the trace has no totals');
  }
  const get = (key: string): unknown => (Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined);
  return {
    live: readNatural(get('live'), 'live'),
    shown: readNatural(get('shown'), 'shown'),
    freed: readNatural(get('freed'), 'freed'),
    count: readTriple(get('count'), 'count'),
    threshold: readTriple(get('threshold'), 'threshold')
  };
}

function readTriple(value: unknown, what: string): [number, number, number] {
  if (!Array.isArray(value) || value.length !== 3) {
    refuse('the trace’s “%1” is not three numbers', what);
  }
  return [readNatural(value[0], what), readNatural(value[1], what), readNatural(value[2], what)];
}
