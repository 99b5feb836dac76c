/// Where a step leads: by line, by change of a count, by change of the chosen object, by collection.

import { isCode } from './survey';
import type { Survey } from './survey';
import type { Timeline } from './timeline';

export type StepMode = 'line' | 'count' | 'object' | 'collection';

export class Stepping {
  private countMoments: readonly number[] | undefined;

  constructor(private readonly timeline: Timeline, private readonly survey: Survey) {}

  /// The moment a step from `n` leads to; undefined if there is none that way.
  next(mode: StepMode, n: number, direction: 1 | -1, chosen: number | undefined): number | undefined {
    if (mode === 'line' || (mode === 'object' && chosen === undefined)) {
      const target = n + direction;
      return target < 0 || target > this.survey.end ? undefined : target;
    }
    return neighbour(this.moments(mode, chosen), n, direction);
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
