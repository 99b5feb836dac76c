/// A row a life: from allocation to deallocation, as thick as the refcount, with the stretch
/// in which it was garbage; kinds with very many lives are one row that counts them.

import { ObjectKind } from '../core/trace/payload';
import { generationText, generationWord } from './gcSentences';
import type { Naming } from './naming';
import { isPassing } from './survey';
import type { Biography, Survey } from './survey';
import type { Grouping } from './grouping';
import type { Timeline } from './timeline';
import { clip, clipMiddle, grouped } from './words';
import type { Words } from './words';
import { PORTION } from './work';
import type { Work } from './work';

export interface LifeStretch {
  /// Moments, half-open.
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly garbage: boolean;
}

export interface LifeRow {
  readonly label: string;
  /// Undefined for a row of many.
  readonly serial: number | undefined;
  readonly stretches: readonly LifeStretch[];
  /// The moment of its deallocation, if in this trace.
  readonly freed: number | undefined;
  /// For a row of many: [moment, alive], where the number changes.
  readonly alive: readonly (readonly [number, number])[];
  readonly description: string;
}

/// A line of the cell's own file that comes up for the first time; or that lines come up again, as in a loop.
export interface LifeTick {
  readonly moment: number;
  /// 0 = again.
  readonly line: number;
}

/// A collection.
export interface LifeBand {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /// The same where there is little room.
  readonly short: string;
}

export interface Lifelines {
  readonly rows: readonly LifeRow[];
  readonly end: number;
  readonly ticks: readonly LifeTick[];
  readonly bands: readonly LifeBand[];
}

/// Lives of one type that get rows of their own, and rows in all.
const MAX_OF_TYPE = 6;
const MAX_ROWS = 14;
/// Lives of one type that no name and no path tells apart, and that get rows of their own.
const MAX_NAMELESS = 2;
/// Lives that are there throughout, with one count, and get rows of their own.
const MAX_IDLE = 3;

/// Rows for the objects that are drawn; `grouping` says which.
export function* makingLifelines(survey: Survey, timeline: Timeline, naming: Naming, words: Words, grouping: Grouping): Work<Lifelines> {
  const byType = new Map<string, Biography[]>();
  const told = [...survey.objects.values()].filter((story) => !grouping.hidden.has(story.serial) && !isPassing(story));
  const idle = new Set(told.filter((story) => isIdle(story, survey.end)));
  // One straight line like another tells nothing: many are counted in one row.
  const isFolded = idle.size > MAX_IDLE;
  for (const story of told) {
    if (!isFolded || !idle.has(story)) {
      const group = byType.get(story.type);
      if (group === undefined) {
        byType.set(story.type, [story]);
      } else {
        group.push(story);
      }
    }
  }
  const single: Biography[] = [];
  const many: LifeRow[] = [];
  for (const [type, group] of byType) {
    yield;
    const named = group.filter((story) => story.title !== '' || story.path !== '');
    if (group.length <= MAX_OF_TYPE && group.length - named.length <= MAX_NAMELESS) {
      single.push(...group);
    } else {
      const apart = new Set(group.length <= MAX_OF_TYPE ? named : named.sort((a, b) => busyFirst(a, b) || namedFirst(a, b)).slice(0, 4));
      single.push(...apart);
      many.push(yield* rowOfMany(type, group.filter((story) => !apart.has(story)), survey.end, words));
    }
  }
  if (isFolded) {
    many.push(idleRow(idle.size, words));
  }
  // The learner's own objects first, in order of birth; before all, what the cell does something to.
  single.sort((a, b) => busyFirst(a, b) || rank(a) - rank(b) || a.born - b.born || a.serial - b.serial);
  const room = Math.max(1, MAX_ROWS - many.length);
  yield;
  return {
    rows: [...single.slice(0, room).map((story) => rowOf(story, survey.end, naming, words)), ...many.slice(1 - MAX_ROWS)],
    end: survey.end,
    ticks: ticksOf(timeline),
    bands: bandsOf(survey, words)
  };
}

/// Bands that are drawn at most; collections closer together than that share one, which is called by the oldest generation.
const MAX_BANDS = 400;

function bandsOf({ collections, end }: Survey, words: Words): Lifelines['bands'] {
  const bands: { from: number; to: number; generation: number }[] = [];
  const isCrowded = collections.length > MAX_BANDS;
  const placeOf = (moment: number): number => Math.floor((moment * MAX_BANDS) / (end + 1));
  for (const { from, to, generation } of collections) {
    const last = bands[bands.length - 1];
    if (last !== undefined && isCrowded && placeOf(last.from) === placeOf(from)) {
      last.to = to;
      last.generation = Math.max(last.generation, generation);
    } else {
      bands.push({ from, to, generation });
    }
  }
  return bands.map(({ from, to, generation }) => ({ from, to, label: generationText(generation, words), short: generationWord(generation, words) }));
}

/// It was there before the cell and is there after it, with the count it had, garbage or not.
function isIdle({ born, freed, counts, garbage }: Biography, end: number): boolean {
  return born === 0 && freed > end && counts.length <= 1 && garbage.every(([from, to]) => from === 0 && to > end);
}

function idleRow(n: number, words: Words): LifeRow {
  return {
    label: words._n('%2 unchanged', '%2 unchanged', n, grouped(n)), serial: undefined, stretches: [], freed: undefined, alive: [[0, n]],
    description: words._n('%2 object that is there throughout, with the same count', '%2 objects that are there throughout, with the same counts', n, grouped(n))
  };
}

/// Those that something happens to in the cell before those that are only there.
function busyFirst(a: Biography, b: Biography): number {
  const isIdle = ({ changes }: Biography): number => ((changes[changes.length - 1] ?? 0) > 0 ? 0 : 1);
  return isIdle(a) - isIdle(b);
}

/// Those that a name holds before the items of others.
function namedFirst(a: Biography, b: Biography): number {
  return Number(a.holder !== 'name') - Number(b.holder !== 'name');
}

function rank(story: Biography): number {
  return story.kind === ObjectKind.INSTANCE ? 0 : 1;
}

/// Edges of a row that are drawn, about; more could not be told apart.
const MAX_EDGES = 1_000;

/// The first moment of each stretch that is wide enough to be seen, and the last.
function thinned(moments: readonly number[], end: number): readonly number[] {
  return moments.length <= MAX_EDGES ? moments : moments.filter((moment, i) => i === 0 || i === moments.length - 1 || edgeAt(moment, end) !== edgeAt(moments[i - 1]!, end));
}

function edgeAt(moment: number, end: number): number {
  return Math.floor((moment * MAX_EDGES) / (end + 1));
}

const MAX_LABEL = 32;

function rowOf(story: Biography, end: number, naming: Naming, words: Words): LifeRow {
  const last = Math.min(story.freed, end + 1);
  const stretches: LifeStretch[] = [];
  const edges = new Set([story.born, last]);
  for (const [moment] of story.counts) {
    edges.add(moment);
  }
  for (const [from, to] of story.garbage) {
    edges.add(from).add(to);
  }
  const moments = thinned([...edges].filter((moment) => moment >= story.born && moment <= last).sort((a, b) => a - b), end);
  let c = 0;
  let g = 0;
  for (let i = 0; i + 1 < moments.length; i++) {
    const from = moments[i]!;
    while (c + 1 < story.counts.length && story.counts[c + 1]![0] <= from) {
      c++;
    }
    while (g < story.garbage.length && story.garbage[g]![1] <= from) {
      g++;
    }
    const stretch = story.garbage[g];
    stretches.push({ from, to: moments[i + 1]!, count: story.counts[c]?.[1] ?? 0, garbage: stretch !== undefined && stretch[0] <= from });
  }
  const freed = story.freed <= end ? story.freed : undefined;
  const name = naming.label(story.serial);
  // The end of a path tells objects apart.
  const label = clipMiddle(name, MAX_LABEL);
  const life = freed === undefined
    ? words.__('%1: from step %2, still there at the end', clip(name, 80), story.born)
    : words.__('%1: from step %2 to step %3', clip(name, 80), story.born, freed);
  const garbage = story.garbage[0];
  return {
    label, serial: story.serial, stretches, freed, alive: [],
    description: garbage === undefined ? life : words.__('%1, garbage from step %2', life, garbage[0])
  };
}

function* rowOfMany(type: string, group: readonly Biography[], end: number, words: Words): Work<LifeRow> {
  const births = Float64Array.from(group, ({ born }) => born).sort();
  yield;
  const ends = Float64Array.from(group, ({ freed }) => freed).sort();
  yield;
  let curve: [number, number][] = [];
  let born = 0;
  let freed = 0;
  for (;;) {
    const moment = Math.min(births[born] ?? Infinity, ends[freed] ?? Infinity);
    if (moment > end) {
      break;
    }
    while (births[born] === moment) {
      born++;
    }
    while (ends[freed] === moment) {
      freed++;
    }
    curve.push([moment, born - freed]);
    if (curve.length % PORTION === 0) {
      yield;
    }
  }
  const label = words.__('%1 × %2', clip(type, 16), grouped(group.length));
  const most = curve.reduce((highest, [, n]) => Math.max(highest, n), 0);
  if (curve.length > MAX_EDGES) {
    curve = peaks(curve, end);
  }
  return { label, serial: undefined, stretches: [], freed: undefined, alive: curve, description: words.__('%1: at most %2 alive at a time', label, grouped(most)) };
}

/// The highest of each stretch that is wide enough to be seen, and the last.
function peaks(curve: readonly [number, number][], end: number): [number, number][] {
  const highest = new Map<number, [number, number]>();
  for (const point of curve) {
    const place = edgeAt(point[0], end);
    if (point[1] > (highest.get(place)?.[1] ?? -1)) {
      highest.set(place, point);
    }
  }
  return [...highest.values(), curve[curve.length - 1]!];
}

/// Each line once, and one sign for the time in which lines only come again.
function ticksOf(timeline: Timeline): LifeTick[] {
  const ticks: LifeTick[] = [];
  const seen = new Set<number>();
  let last = 0;
  timeline.moments.forEach(({ line, file }, moment) => {
    if (line === 0 || file !== timeline.payload.file || line === last) {
      return;
    }
    last = line;
    if (!seen.has(line)) {
      seen.add(line);
      ticks.push({ moment, line });
    } else if (ticks[ticks.length - 1]!.line !== 0) {
      ticks.push({ moment, line: 0 });
    }
  });
  return ticks;
}
