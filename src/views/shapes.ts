/// Small shapes and lines of text that every renderer draws alike.

import type { TracePayload } from '../core/trace/payload';
import { grouped } from './words';
import type { Words } from './words';

/// Diagonal lines across a rectangle: the mark of garbage that needs no colour.
export function hatchPath(x: number, y: number, width: number, height: number): string {
  const step = 9;
  let path = '';
  for (let d = step; d < width + height; d += step) {
    const x0 = Math.max(0, d - height);
    const x1 = Math.min(width, d);
    path += `M${x + x0} ${y + d - x0}L${x + x1} ${y + d - x1}`;
  }
  return path;
}

/// Width of the word on a box's edge.
export function tagWidth(tag: string): number {
  return Math.round(tag.length * 6 + 12);
}

/// Where the tag and the note on a count begin on a box's upper edge: at its ends, and beside each other where it is short.
export function tagPlaces({ x, width, tag, countNote }: { x: number; width: number; tag: string; countNote: string }): { tag: number; note: number } {
  const note = x + width - 10 - tagWidth(countNote);
  return { tag: x + 10, note: tag === '' ? note : Math.max(note, x + 12 + tagWidth(tag)) };
}

/// Blocks in use, and how many of them the picture has no object for.
export function liveText(blocks: number, shown: number, words: Words): string {
  const hidden = Math.max(0, blocks - shown);
  return words.__('live %1', grouped(blocks)) + (hidden > 0 ? ' ' + words.__('(%1 hidden)', grouped(hidden)) : '');
}

/// The totals of a cell in one line, with `shown` live objects in the picture.
export function statusLine(payload: TracePayload, shown: number, isCollectorOff: boolean, words: Words): string {
  const { totals } = payload;
  return [
    liveText(totals.live, shown, words),
    words.__('freed %1', grouped(totals.freed)),
    words.__('young %1/%2', grouped(totals.count[0]), grouped(totals.threshold[0])),
    words.__('middle %1/%2', totals.count[1], totals.threshold[1]),
    words.__('old %1/%2', totals.count[2], totals.threshold[2]),
    ...(isCollectorOff ? [words.__('collector off')] : []),
    words.__('CPython %1 rules', payload.python)
  ].join(' · ');
}
