/// What the trace tells is what is there: after every step, and when its operations are applied from the start.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { lengthOf, valueText, visitParts } from '../../src/core/trace/anatomy';
import { objectAt } from '../../src/core/vm/heapwalk';
import { Timeline } from '../../src/views/timeline';
import { readTrace } from '../../src/views/validate';
import { corpus, programs } from '../conformance/programs';
import { record } from './recorded';
import type { Insides } from './recorded';

/// Looks at every object anew that the recorder knows, and compares.
function compareWithHeap({ vm, recorder }: Insides): void {
  const { model } = recorder;
  for (const object of [...model.known.values()]) {
    const { p, serial } = object;
    if (vm.i32[p] === 0) continue;
    const what = `${object.typeName} ${serial}`;
    expect(objectAt(vm, p), `${what} is there`).toBe(p);
    expect([what, object.count, object.value, object.length]).toEqual([what, Math.max(vm.i32[p]!, -1), valueText(vm, p), lengthOf(vm, p)]);
    const parts = new Map<string, unknown>();
    visitParts(vm, p, (label, target) => { if (!parts.has(label)) parts.set(label, model.partRef(object, target)); });
    expect([what, ...parts]).toEqual([what, ...object.parts]);
  }
}

/// Applies the trace's operations and compares the last state with what the recorder knows.
function compareWithReplay({ recorder }: Insides, json: unknown): void {
  const read = readTrace(json);
  if (!read.ok) throw new Error(read.reason);
  const timeline = new Timeline(read.payload);
  const state = timeline.at(timeline.end);
  const { strings } = read.payload;
  const live = [...state.objects.values()].filter(object => !object.freed);
  expect(live.map(object => object.serial).sort((a, b) => a - b)).toEqual([...recorder.model.known.keys()].sort((a, b) => a - b));
  for (const object of live) {
    const known = recorder.model.known.get(object.serial)!;
    const slots = [...object.slots].map(([label, ref]) => [label, ref >= 0 ? ref : strings[-ref - 1]]);
    expect([object.serial, object.count, new Map(slots as [string, unknown][])]).toEqual([object.serial, known.count, known.parts]);
  }
}

const NAMES = ['cycles', 'lifetime', 'weakref'].flatMap(folder => programs(folder)).map(({ name }) => name);

describe.each(['3.11', '3.13', '3.14'] as const)('the recorder on %s', python => {
  test.each(NAMES)('%s', name => {
    const source = fs.readFileSync(path.join(corpus, name), 'utf8');
    let compared = 0;
    const first = record(source, { python }, insides => {
      if (compared++ > 200 || !insides.recorder.isRecording) return;
      compareWithHeap(insides);
    });
    expect(compared).toBeGreaterThan(0);
    compareWithReplay(first, JSON.parse(JSON.stringify(first.trace)));
    const second = record(source, { python });
    const third = record(source, { python });
    expect(JSON.stringify(third.trace)).toBe(JSON.stringify(second.trace));
    expect(second.printed).toBe(first.printed);
  });
});

test('of a list that is not told whole, the type of its items is', () => {
  const { recorder } = record('a = [[i] for i in range(50)]\nb = [*range(30), "x"]\nc = [[1]]\nd = tuple(range(21))\na.append(1)\ne = [[i] for i in range(50)]');
  const values = [...recorder.model.known.values()].filter(({ length }) => length > 0 && length !== 1).map(({ length, value }) => [length, value]);
  expect(values).toEqual([[51, ''], [31, ''], [21, 'int'], [50, 'list']]);
});
