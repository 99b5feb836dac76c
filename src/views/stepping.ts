/// Where a step leads: by instruction, by line, over calls, by change of a count or of the chosen object, by collection.

import { Op } from '../core/trace/payload';
import { MODULE } from './state';
import { isCode } from './kinds';
import type { Survey } from './survey';
import { eachOp } from './timeline';
import type { Timeline } from './timeline';

export type StepMode = 'instruction' | 'line' | 'over' | 'count' | 'object' | 'collection';

/// A moment, and a part of it; part 0 = all of it.
export interface Position {
  readonly moment: number;
  readonly part: number;
}

export class Stepping {
  private countMoments: readonly number[] | undefined;
  private depths: readonly number[] | undefined;

  constructor(private readonly timeline: Timeline, private readonly survey: Survey) {}

  /// Where a step leads; undefined if there is none that way. A step of many lines ends at the first of `breakpoints`.
  from(
    mode: StepMode, { moment, part }: Position, direction: 1 | -1, chosen: number | undefined, breakpoints: ReadonlySet<number> = new Set()
  ): Position | undefined {
    if (mode !== 'instruction') {
      // What is left of a moment is a step of its own.
      const rest = part > 0 && part < this.timeline.parts(moment) && direction === 1 && mode === 'line';
      const to = rest ? moment : this.stopBefore(this.next(mode, moment, direction, chosen), moment, direction, breakpoints);
      return to === undefined ? undefined : { moment: to, part: 0 };
    }
    const parts = this.timeline.parts(moment);
    const at = part === 0 ? parts : part;
    if (at + direction >= 1 && at + direction <= parts) {
      return { moment, part: at + direction };
    }
    const beside = moment + direction;
    if (beside < 0 || beside > this.survey.end) {
      return undefined;
    }
    return { moment: beside, part: beside === 0 ? 0 : direction === 1 ? 1 : this.timeline.parts(beside) };
  }

  /// The moment a step from `n` leads to; undefined if there is none that way.
  next(mode: Exclude<StepMode, 'instruction'>, n: number, direction: 1 | -1, chosen: number | undefined): number | undefined {
    if (mode === 'line' || (mode === 'object' && chosen === undefined)) {
      const target = n + direction;
      return target < 0 || target > this.survey.end ? undefined : target;
    }
    return mode === 'over' ? this.over(n, direction) : neighbour(this.moments(mode, chosen), n, direction);
  }

  /// The next moment after `n` in which a line of the cell ran, from the start again after the last; undefined = never.
  nextOfLine(line: number, n: number): number | undefined {
    const { moments, payload: { file } } = this.timeline;
    for (let i = 1; i <= moments.length; i++) {
      const at = (n + i) % moments.length;
      if (moments[at]!.line === line && moments[at]!.file === file) {
        return at;
      }
    }
    return undefined;
  }

  /// The first moment on the way from `n` to `target` (or to the end, if there is none) that runs a line with a breakpoint.
  private stopBefore(target: number | undefined, n: number, direction: 1 | -1, breakpoints: ReadonlySet<number>): number | undefined {
    const { moments, payload: { file } } = this.timeline;
    const until = target ?? (direction === 1 ? this.survey.end : 0);
    for (let at = n + direction; breakpoints.size > 0 && (until - at) * direction >= 0; at += direction) {
      const moment = moments[at];
      if (moment !== undefined && moment.file === file && breakpoints.has(moment.line) && moments[n]!.line !== moment.line) {
        return at;
      }
    }
    return target;
  }

  /// The nearest moment of a line in the same frame or one that called it, past collections; else the first or last.
  private over(n: number, direction: 1 | -1): number | undefined {
    this.depths ??= depthsOf(this.timeline);
    const { depths } = this;
    const { end } = this.survey;
    let at = n + direction;
    if (at < 0 || at > end) {
      return undefined;
    }
    const depth = Math.abs(depths[n]!);
    while (at > 0 && at < end && (depths[at]! < 0 || depths[at]! > depth)) {
      at += direction;
    }
    return at;
  }

  private moments(mode: 'count' | 'object' | 'collection', chosen: number | undefined): readonly number[] {
    switch (mode) {
      case 'object':
        return this.survey.objects.get(chosen ?? -1)?.changes ?? [];
      case 'collection':
        return this.survey.collections.map(({ from }) => from);
      default:
        return (this.countMoments ??= countMoments(this.survey));
    }
  }
}

/// Moments in which the count of an object (no code) changes, ascending.
function countMoments(survey: Survey): number[] {
  const moments = new Set<number>();
  for (const story of survey.objects.values()) {
    if (!isCode(story.kind)) {
      story.counts.forEach(([moment]) => moments.add(moment));
    }
  }
  return [...moments].sort((a, b) => a - b);
}

/// Of each moment: how many frames there are when it begins, negative within a collection.
function depthsOf(timeline: Timeline): number[] {
  const { strings } = timeline.payload;
  let depth = 1;
  let module = false;
  let collecting = false;
  return timeline.moments.map((moment) => {
    const before = depth;
    let inside = collecting;
    eachOp(moment, (op, at) => {
      if (op === Op.FRAME && !module && depth === 1 && strings[moment.ops[at + 1]!] === MODULE) {
        module = true;
      } else if (op === Op.FRAME) {
        depth++;
      } else if (op === Op.RETURN) {
        depth = Math.max(1, depth - 1);
      } else if (op === Op.GC_START) {
        collecting = inside = true;
      } else if (op === Op.GC_STOP) {
        collecting = false;
      }
    });
    return inside ? -before : before;
  });
}

/// The neighbour of `n` in an ascending list, by bisection.
export function neighbour(list: readonly number[], n: number, direction: 1 | -1): number | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (direction === 1 ? list[middle]! <= n : list[middle]! < n) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return list[direction === 1 ? low : low - 1];
}
