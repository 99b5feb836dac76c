/// Steps taken apart into instructions: what the views make of them is what was on the heap.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { InstructionLog } from '../../src/core/trace/instructionlog';
import { pack, packTable, unpack, unpackTable } from '../../src/core/trace/packing';
import { LeftOut } from '../../src/core/trace/payload';
import type { PackedInstruction } from '../../src/core/trace/payload';
import { Picture } from '../../src/views/picture';
import { Timeline } from '../../src/views/timeline';
import { readTrace } from '../../src/views/validate';
import { corpus } from '../conformance/programs';
import { random } from '../views/hostile';
import { record } from './recorded';
import type { Insides } from './recorded';

describe('packing', () => {
  test('gives back what was packed', () => {
    const next = random(11);
    const number = (most: number): number => Math.floor(next() * most);
    for (let round = 0; round < 200; round++) {
      const instructions: PackedInstruction[] = Array.from({ length: number(12) }, () => ({
        instruction: number(3000), operations: number(3) * number(100), pops: number(6), pushes: Array.from({ length: number(3) }, () => ({ ref: number(4000) - 2000, borrowed: next() < 0.5 })),
        counts: Array.from({ length: number(3) }, () => [number(100_000), number(1000) - 1] as const)
      }));
      const first = number(50) - 1;
      let previous = first;
      const text = instructions.map(one => {
        const packed = pack(one, previous);
        previous = one.instruction;
        return packed;
      }).join('');
      expect(unpack(text, first)).toEqual(instructions);
    }
    const table = Array.from({ length: 50 }, () => [number(900), number(900) - 1] as const);
    expect(unpackTable(packTable(table))).toEqual(table);
  });

  test('says so when a text is damaged', () => {
    for (const text of ['B', '!', 'g', 'CC\u0000', `B${'/'.repeat(50)}`, 'I!']) expect([text, unpack(text, 0)]).toEqual([text, undefined]);
    expect(unpackTable('A')).toBeUndefined();
  });
});

interface Seen {
  readonly counts: Map<number, number>;
  readonly stack: string[];
}

/// Runs the program; what was on the heap after each instruction that others of its step follow.
function watch(source: string, python: '3.11' | '3.13' | '3.14'): { json: unknown; seen: Seen[] } {
  const seen: Seen[] = [];
  let wrapped = false;
  const { trace } = record(source, { python }, ({ vm, recorder }: Insides) => {
    if (wrapped) return;
    wrapped = true;
    const { log } = recorder as unknown as { log: InstructionLog };
    const end = log.end.bind(log);
    log.end = (frame, touched) => {
      end(frame, touched);
      const stack: string[] = [];
      for (let at = frame.stackBase; at < frame.sp; at++) {
        const word = vm.i32[at]!;
        if (word !== 0) stack.push(`${word & 1 ? 'borrowed ' : ''}${recorder.model.temporary(word & ~1)}`);
      }
      seen.push({ stack, counts: new Map([...recorder.model.known.values()].filter(({ p }) => vm.i32[p] !== 0).map(({ serial, p }) => [serial, Math.max(vm.i32[p]!, -1)])) });
    };
  });
  return { json: JSON.parse(JSON.stringify(trace)), seen };
}

const PROGRAMS = ['lifetime/rebinding.py', 'lifetime/temporaries_in_expressions.py', 'lifetime/instance_attributes_order.py', 'lifetime/generator_close.py', 'lifetime/error_in_del.py', 'refcount/local_names.py'];

describe.each(['3.11', '3.13', '3.14'] as const)('between two instructions on %s', python => {
  test.each(PROGRAMS)('%s: counts and temporaries are those of the heap', name => {
    const { json, seen } = watch(fs.readFileSync(path.join(corpus, name), 'utf8'), python);
    const read = readTrace(json);
    if (!read.ok) throw new Error(read.reason);
    const timeline = new Timeline(read.payload);
    const { strings } = read.payload;
    const told: Seen[] = [];
    for (let n = 1; n <= timeline.end; n++) {
      for (let part = 1; part < timeline.parts(n); part++) {
        const { after } = timeline.passage(n, part);
        const stack = after.frames[after.frames.length - 1]!.stack.map(({ ref, borrowed }) => `${borrowed ? 'borrowed ' : ''}${ref < 0 ? strings[-ref - 1]! : ref}`);
        told.push({ stack, counts: new Map([...after.objects.values()].filter(({ freed }) => !freed).map(({ serial, count }) => [serial, count])) });
      }
    }
    expect(told.length).toBeGreaterThan(20);
    // What is being deallocated has no count any more, though it is not freed yet.
    told.forEach(({ stack, counts }, i) => {
      const { stack: there, counts: real } = seen[i]!;
      expect([i, stack, [...real.keys()].map(serial => [serial, counts.get(serial)])]).toEqual([i, there, [...real]]);
    });
  });
});

const LOOP = 'class P: pass\npeople = [P(), P()]\nfor p in people:\n    q = p\n';

test('a line is told instruction by instruction', () => {
  const { trace } = record('a = []\nb = [a]\n');
  const picture = new Picture(trace);
  const told = [2].flatMap(n => Array.from({ length: picture.timeline.parts(n) }, (_, i) => picture.sentences.at(n, i + 1)));
  expect(told.slice(0, 3)).toEqual([
    'LOAD_NAME a: pushes list a; the count of list a goes 1 → 2.', 'BUILD_LIST 1: takes 1 value off the stack; pushes a new list; [0] of list b is now list a.',
    'STORE_NAME b: takes 1 value off the stack; b now names the list.'
  ]);
});

test('a receipt names temporaries, and what borrows without being counted', () => {
  const { trace } = record(`${LOOP}def f(who):\n    n = 1\n    return n\ndef main():\n    p = P()\n    f(p)\nmain()\n`);
  const picture = new Picture(trace);
  const inF = picture.timeline.moments.findIndex(({ line }) => line === 6);
  const { frames } = picture.timeline.at(inF);
  const who = frames[frames.length - 1]!.names.get('who')!;
  const receipt = picture.receipts.of(who, inF)!;
  expect(receipt.holders.map(({ text, borrowed }) => [text, borrowed])).toEqual([['name p in main()', undefined], ['name who in f()', true]]);
  expect([receipt.count, receipt.rest, receipt.borrowed]).toEqual([1, 0, 0]);
  const inLoop = picture.timeline.moments.findIndex(({ line }) => line === 4);
  const people = picture.timeline.at(inLoop).frames[0]!.names.get('people')!;
  const held = picture.receipts.of(people, inLoop)!;
  expect(held.holders.map(({ text }) => text)).toEqual(['name people', 'it_seq of the list_iterator']);
  expect(held.rest).toBe(0);
});

test('no more characters than the bound, and the rest of the trace as without', () => {
  const { trace } = record('x0 = x1 = x2 = 1\n' + Array.from({ length: 900 }, (_, i) => `x${i % 7} = (${i} if x0 > 9 and not x1 else x2) + 1 - 1\n`).join(''));
  const size = JSON.stringify(trace.instructions).length;
  expect(size).toBeGreaterThan(10_000);
  expect(size).toBeLessThan(18_000);
  expect(trace.leftOut).toEqual([[LeftOut.INSTRUCTIONS, expect.any(Number)]]);
  const { instructions: _, ...older } = trace;
  const read = readTrace(JSON.parse(JSON.stringify(older)));
  expect(read.ok && new Timeline(read.payload).parts(5)).toBe(1);
});
