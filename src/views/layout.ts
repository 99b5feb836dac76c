/// Where each object stands: decided once for the whole trace, so that nothing ever moves.
///
/// Columns go by depth of reference: what a name holds first, what that holds next. Within
/// a column an object stands beside its holder, at the first place that is free for as long
/// as the object can be seen; the place of a tombstone is given out again when its block is.

import { framesHeight, NAMES_WIDTH, NAMES_X } from './frames';
import { hexAddress } from './naming';
import { isCode } from './survey';
import type { Biography, Survey } from './survey';

export interface Place {
  readonly serial: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /// Where the texts of its rows start, right of the widest label it ever has.
  readonly textX: number;
  /// Picks the lane of references to it.
  readonly rank: number;
}

export interface Layout {
  readonly places: ReadonlyMap<number, Place>;
  readonly columns: readonly { x: number; width: number }[];
  readonly width: number;
  readonly height: number;
}

export const TOP = 48;
export const CHANNEL = 66;
export const HEADER = 30;
export const ROW = 17;
export const CHARACTER = 7.25;
export const SMALL_CHARACTER = 6.65;
const FOOT = 7;
const BOX_GAP = 26;
const MAX_COLUMNS = 6;
const MIN_WIDTH = 120;
const MAX_WIDTH = 290;

/// Objects that may stand in one column at one time; more are counted, not drawn.
const MAX_ABREAST = 2_000;

export function layoutTrace(survey: Survey): Layout {
  const columnsOf = assignColumns(survey);
  const byColumn: Biography[][] = [];
  for (const story of survey.objects.values()) {
    const column = columnsOf.get(story.serial)!;
    if (isDrawn(story)) {
      (byColumn[column] ??= []).push(story);
    }
  }
  const places = new Map<number, Place>();
  const columns: { x: number; width: number }[] = [];
  let x = NAMES_X + NAMES_WIDTH + CHANNEL;
  let height = TOP + framesHeight(survey.nameRows, survey.frames);
  for (let c = 0; c < byColumn.length; c++) {
    const stories = byColumn[c] ?? [];
    const width = stories.reduce((widest, story) => Math.max(widest, boxWidth(story)), MIN_WIDTH);
    columns.push({ x, width });
    height = Math.max(height, placeColumn(stories, c, x, width, places) + BOX_GAP);
    x += width + CHANNEL;
  }
  return { places, columns, width: x - (columns.length > 0 ? CHANNEL - 40 : 0), height };
}

/// Classes and functions are told beside their names, unless the trace is about their end.
export function isDrawn(story: Biography): boolean {
  return !isCode(story.kind) || story.garbage.length > 0 || story.freed < story.gone;
}

export function boxHeight(rows: number): number {
  return HEADER + rows * ROW + (rows > 0 ? FOOT : 0);
}

function boxWidth(story: Biography): number {
  const header = 12 + Math.min(story.type.length, 24) * CHARACTER + 8 + hexAddress(story.address).length * SMALL_CHARACTER + 8 + 34 + 8;
  const row = 12 + labelsWidth(story) + Math.max(3, story.textWidth) * CHARACTER + 12;
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, header, row)));
}

function labelsWidth(story: Biography): number {
  return story.labelWidth > 0 ? story.labelWidth * CHARACTER + 12 : 0;
}

/// A chain of holders is followed at most this far, so that a long list does not recurse.
function assignColumns(survey: Survey): Map<number, number> {
  const columns = new Map<number, number>();
  for (const serial of survey.objects.keys()) {
    const chain: number[] = [];
    let at: number | 'name' | undefined = serial;
    while (typeof at === 'number' && !columns.has(at) && !chain.includes(at) && chain.length < MAX_COLUMNS) {
      chain.push(at);
      at = survey.objects.get(at)?.holder;
    }
    let column = typeof at === 'number' ? (columns.get(at) ?? -1) : -1;
    for (let i = chain.length - 1; i >= 0; i--) {
      column = Math.min(column + 1, MAX_COLUMNS - 1);
      columns.set(chain[i]!, column);
    }
  }
  return columns;
}

interface Tenant {
  readonly y: number;
  readonly bottom: number;
  readonly gone: number;
}

/// Places a column's objects in order of birth; the result is the column's lower end.
function placeColumn(stories: readonly Biography[], column: number, x: number, width: number, places: Map<number, Place>): number {
  let tenants: Tenant[] = [];
  let lowest = TOP;
  let rank = 0;
  let nextGone = Infinity;
  for (const story of [...stories].sort((a, b) => a.born - b.born || a.serial - b.serial)) {
    if (story.born >= nextGone) {
      tenants = tenants.filter((tenant) => tenant.gone > story.born);
      nextGone = tenants.reduce((first, tenant) => Math.min(first, tenant.gone), Infinity);
    }
    if (tenants.length >= MAX_ABREAST) {
      continue;
    }
    const height = boxHeight(story.rows);
    const wish = typeof story.holder === 'number' ? (places.get(story.holder)?.y ?? TOP) : TOP;
    const index = firstGap(tenants, wish, height);
    const y = index.y;
    tenants.splice(index.at, 0, { y, bottom: y + height, gone: story.gone });
    nextGone = Math.min(nextGone, story.gone);
    places.set(story.serial, { serial: story.serial, column, x, y, width, height, textX: x + 12 + labelsWidth(story), rank: rank++ });
    lowest = Math.max(lowest, y + height);
  }
  return lowest;
}

/// `tenants` are in order of y. The first y >= `wish` with room, and where to insert it.
function firstGap(tenants: readonly Tenant[], wish: number, height: number): { y: number; at: number } {
  let y = wish;
  let at = 0;
  for (; at < tenants.length; at++) {
    const tenant = tenants[at]!;
    if (tenant.bottom + BOX_GAP <= y) {
      continue;
    }
    if (tenant.y >= y + height + BOX_GAP) {
      break;
    }
    y = tenant.bottom + BOX_GAP;
  }
  return { y, at };
}
