/// No reference is drawn across a count, or across a box at all, in any step of the lessons and of the lecture's programs.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import { TRACE_MIME } from '../../src/core/trace/payload';
import type { TracePayload } from '../../src/core/trace/payload';
import { CHARACTER } from '../../src/views/frames';
import { Picture } from '../../src/views/picture';
import type { Scene, SceneBox } from '../../src/views/scene';
import { readTrace } from '../../src/views/validate';
import { english } from '../../src/views/words';

const root = path.join(import.meta.dirname, '..', '..');
const lessons = path.join(root, 'lessons');
const demos = path.join(root, 'tests', 'conformance', 'demos');

interface Saved {
  cells: { outputs?: { data?: Record<string, unknown> }[] }[];
}

function tracesOfLesson(file: string): TracePayload[] {
  const { cells } = JSON.parse(fs.readFileSync(file, 'utf8')) as Saved;
  return cells.flatMap(({ outputs }) => outputs ?? []).flatMap(({ data }) => (data?.[TRACE_MIME] === undefined ? [] : [payloadOf(data[TRACE_MIME])]));
}

function payloadOf(json: unknown): TracePayload {
  const read = readTrace(json);
  if (!read.ok) {
    throw new Error(read.reason);
  }
  return read.payload;
}

function traceOfProgram(file: string): TracePayload {
  const machine = createMachine({
    python: '3.14', record: true, onOutput: () => {},
    source: (name) => {
      const module = path.join(path.dirname(file), `${name}.py`);
      return fs.existsSync(module) ? { source: fs.readFileSync(module, 'utf8'), filename: `${name}.py` } : undefined;
    }
  });
  machine.begin(fs.readFileSync(file, 'utf8'), path.basename(file), { display: false });
  for (;;) {
    const result = machine.resume(1_000_000);
    if (result) {
      return result.trace!;
    }
  }
}

const programs = (fs.readdirSync(demos, { recursive: true }) as string[]).filter((name) => name.endsWith('.py') && !name.endsWith('memutil.py'));
const traces: [string, TracePayload[]][] = [
  ...fs.readdirSync(lessons).filter((name) => name.endsWith('.ipynb')).map((name): [string, TracePayload[]] => [name, tracesOfLesson(path.join(lessons, name))]),
  ...programs.map((name): [string, TracePayload[]] => [name, [traceOfProgram(path.join(demos, name))]])
];

/// The width of a notebook in a large window.
const WIDE = 1400;

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/// A stretch of a reference, which runs along an axis, and the inside of a rectangle.
function meets({ x: x0, y: y0 }: { x: number; y: number }, { x: x1, y: y1 }: { x: number; y: number }, { x, y, width, height }: Rectangle): boolean {
  return Math.min(x0, x1) < x + width && Math.max(x0, x1) > x && Math.min(y0, y1) < y + height && Math.max(y0, y1) > y;
}

/// The round badge, and the square one beside it.
function badges(box: SceneBox): Rectangle {
  const round = Math.max(28, box.badge.length * CHARACTER + 14);
  const square = box.gcRefs === undefined ? 0 : Math.max(26, box.gcRefs.length * CHARACTER + 12) + 6;
  return { x: box.x + box.width - 8 - round - square, y: box.y + 5, width: round + square, height: 21 };
}

function crossings({ edges, boxes }: Scene): string[] {
  return edges.flatMap(({ key, points }) =>
    points.slice(1).flatMap((to, i) =>
      boxes.filter((box) => meets(points[i]!, to, badges(box)) || (i > 0 && meets(points[i]!, to, box))).map((box) => `${key} crosses ${box.type} ${box.serial}`)
    )
  );
}

describe('references', () => {
  it.each(traces)('of %s cross no box, in no step', (_, payloads) => {
    let drawn = 0;
    for (const payload of payloads) {
      const picture = new Picture(payload);
      for (let n = 0; n <= picture.timeline.end; n++) {
        const scene = picture.scene(n);
        drawn += scene.edges.length;
        expect(crossings(scene), `step ${n}`).toEqual([]);
      }
    }
    expect(drawn).toBeGreaterThan(0);
  }, 60_000);

  it('of a picture that goes on beside itself cross no box either', () => {
    let beside = 0;
    for (const payload of traces.flatMap(([, payloads]) => payloads)) {
      const picture = new Picture(payload, english, undefined, undefined, undefined, WIDE);
      if (![...picture.layout.places.values()].some(({ page }) => page > 0)) {
        continue;
      }
      beside++;
      expect(picture.layout.width).toBeLessThan(WIDE * 1.15);
      for (let n = 0; n <= picture.timeline.end; n++) {
        expect(crossings(picture.scene(n)), `step ${n}`).toEqual([]);
      }
    }
    expect(beside).toBeGreaterThan(3);
  }, 60_000);
});
