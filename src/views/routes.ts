/// Ways for references: from the slot or name that holds one to the box it refers to, along
/// the channels between columns and the gaps between boxes. Forward references leave their
/// box on the right and enter the next on its left; backward ones the other way round. Those within
/// a column leave and enter on the right, where names have no lines.

import { BOX_GAP, CHANNEL, TOP } from './layout';
import type { Layout, Place } from './layout';

export interface Port {
  readonly key: string;
  readonly target: number;
  /// -1 = the names.
  readonly column: number;
  /// Where the reference starts if it goes right, and if it goes left.
  readonly right: Point;
  readonly left: Point;
  /// A weak reference.
  readonly isWeak?: boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Route {
  readonly points: readonly Point[];
  /// The same whatever else is drawn.
  readonly isFixed: boolean;
}

/// A channel is parted: lanes to boxes on its left, then those to boxes on its right. So no line covers another's.
const LEFT_LANES = 5;
const RIGHT_LANES = 8;
const LANE = 3.8;
const LANE_MARGIN = 14;
const CLEARANCE = 7;
/// Above a box, where its tags stand.
const TAG_CLEARANCE = 13;
/// The heights in a box's header at which references enter it on its left and on its right: two boxes side by side that
/// refer to each other have two arrows, not one with two heads.
const LEFT_ENTRY = 12;
const RIGHT_ENTRY = 22;
/// Weak references have the other height, and lanes half a lane further out: their dashes would not show on another's line.
const WEAK_LEFT_ENTRY = 21;
const WEAK_RIGHT_ENTRY = 13;
const WEAK_LANE = 0.5;
const ARROW = 2;
/// A reference that would step up or down by no more than this goes straight: it still enters the box's header.
const STRAIGHT = 6;

/// Finds the ways of one picture, one after the other. `boxes` gives those that are drawn and must not be crossed.
export class Router {
  /// How many references share a gap between boxes.
  private readonly taken = new Map<number, number>();

  constructor(private readonly layout: Layout, private readonly boxes: () => readonly Place[]) {}

  /// A reference to an object without a place (hidden, or too many) has none.
  route(port: Port): Route | undefined {
    const { layout } = this;
    const target = layout.places.get(port.target);
    if (target === undefined) {
      return undefined;
    }
    const forward = target.column >= port.column;
    const start = forward ? port.right : port.left;
    const within = target.column === port.column;
    const entersLeft = forward && !within;
    const entry = { x: entersLeft ? target.x - ARROW : target.x + target.width + ARROW, y: target.y + entryHeight(entersLeft, port.isWeak === true) };
    const shift = port.isWeak === true ? WEAK_LANE : 0;
    const lastChannel = entersLeft ? target.column : target.column + 1;
    const firstChannel = forward ? port.column + 1 : port.column;
    const goesUp = start.y > entry.y;
    const lastX = laneX(layout, lastChannel, target.rank, within ? goesUp : goesUp === entersLeft, entersLeft, shift);
    if (firstChannel === lastChannel) {
      const isStraight = Math.abs(start.y - entry.y) <= STRAIGHT;
      return { isFixed: true, points: isStraight ? [start, { x: entry.x, y: start.y }] : [start, { x: lastX, y: start.y }, { x: lastX, y: entry.y }, entry] };
    }
    const from = Math.min(firstChannel, lastChannel);
    const to = Math.max(firstChannel, lastChannel);
    let isPacked = false;
    for (let column = from; column < to; column++) {
      isPacked ||= layout.columns[column]?.packed === true;
    }
    const crossing = isPacked ? target.y - BOX_GAP / 2 : freeLane(from, to, start.y, entry.y, this.blocked, this.taken);
    const firstX = laneX(layout, firstChannel, target.rank, (start.y > crossing) !== forward, !forward, shift);
    return { isFixed: isPacked, points: [start, { x: firstX, y: start.y }, { x: firstX, y: crossing }, { x: lastX, y: crossing }, { x: lastX, y: entry.y }, entry] };
  }

  /// Column by column, where boxes stand in the way.
  private get blocked(): ReadonlyMap<number, [number, number][]> {
    return (this.madeBlocked ??= this.makeBlocked());
  }
  private madeBlocked: ReadonlyMap<number, [number, number][]> | undefined;

  private makeBlocked(): ReadonlyMap<number, [number, number][]> {
    const blocked = new Map<number, [number, number][]>();
    for (const place of this.boxes()) {
      if (this.layout.columns[place.column]?.packed === true) {
        continue;
      }
      let column = blocked.get(place.column);
      if (column === undefined) {
        blocked.set(place.column, (column = []));
      }
      column.push([place.y - TAG_CLEARANCE, place.y + place.height + CLEARANCE]);
    }
    return blocked;
  }
}

function entryHeight(entersLeft: boolean, isWeak: boolean): number {
  return entersLeft ? (isWeak ? WEAK_LEFT_ENTRY : LEFT_ENTRY) : isWeak ? WEAK_RIGHT_ENTRY : RIGHT_ENTRY;
}

/// References that go up take the outer lanes for the upper boxes, those that go down for the lower ones: so they do not
/// cross each other.
function laneX(layout: Layout, channel: number, rank: number, upperOutside: boolean, entersLeft: boolean, shift: number): number {
  const lanes = entersLeft ? RIGHT_LANES : LEFT_LANES;
  const lane = shift + (upperOutside ? lanes - 1 - (rank % lanes) : rank % lanes);
  const right = layout.columns[channel]?.x ?? (layout.columns[channel - 1]?.x ?? 0) + (layout.columns[channel - 1]?.width ?? 0) + CHANNEL;
  return entersLeft ? right - LANE_MARGIN - 2 - lane * LANE : right - CHANNEL + LANE_MARGIN + lane * LANE;
}

/// A height at which columns `from` .. `to` - 1 have no box, as near to both ends as there is.
function freeLane(from: number, to: number, a: number, b: number, blocked: ReadonlyMap<number, [number, number][]>, taken: Map<number, number>): number {
  const walls: [number, number][] = [];
  for (let c = from; c < to; c++) {
    walls.push(...(blocked.get(c) ?? []));
  }
  const isFree = (y: number): boolean => walls.every(([top, bottom]) => y <= top || y >= bottom);
  let best: number | undefined;
  let least = Infinity;
  const consider = (y: number): void => {
    const detour = Math.abs(y - a) + Math.abs(y - b);
    if (detour < least && y >= TOP - 14 && isFree(y)) {
      best = y;
      least = detour;
    }
  };
  consider(a);
  consider(b);
  for (const [top, bottom] of walls) {
    consider(top);
    consider(bottom);
  }
  best ??= Math.max(TOP - 14, ...walls.map(([, bottom]) => bottom));
  // References that share a gap run side by side.
  const used = taken.get(best) ?? 0;
  taken.set(best, used + 1);
  if (used > 0 && isFree(best + used * 4)) {
    best += used * 4;
  }
  return best;
}

const RADIUS = 6;

/// Of ways that were drawn before.
const paths = new WeakMap<readonly Point[], string>();

/// An SVG path with rounded corners through the points, which must not change.
export function pathData(points: readonly Point[]): string {
  let path = paths.get(points);
  if (path === undefined) {
    paths.set(points, (path = rounded(points)));
  }
  return path;
}

function rounded(points: readonly Point[]): string {
  const clean = points.filter((p, i) => i === 0 || p.x !== points[i - 1]!.x || p.y !== points[i - 1]!.y);
  let path = `M${n(clean[0]!.x)} ${n(clean[0]!.y)}`;
  for (let i = 1; i < clean.length; i++) {
    const here = clean[i]!;
    const next = clean[i + 1];
    if (next === undefined) {
      path += `L${n(here.x)} ${n(here.y)}`;
      break;
    }
    const before = clean[i - 1]!;
    const room = Math.min(RADIUS, distance(before, here) / 2, distance(here, next) / 2);
    const p = towards(here, before, room);
    const q = towards(here, next, room);
    path += `L${n(p.x)} ${n(p.y)}Q${n(here.x)} ${n(here.y)} ${n(q.x)} ${n(q.y)}`;
  }
  return path;
}

/// A filled triangle whose point is the path's last point.
export function arrowHead(points: readonly Point[]): string {
  const tip = points[points.length - 1]!;
  const before = points[points.length - 2] ?? tip;
  const d = tip.x >= before.x ? -8 : 8;
  return `M${n(tip.x)} ${n(tip.y)}l${d} -4v8z`;
}

/// A place on the path's longest stretch, for a mark on it; neighbours that run side by side
/// (`index` even and odd) get theirs at different heights.
export function middleOf(points: readonly Point[], index: number): Point {
  let from = points[0]!;
  let to = from;
  for (let i = 1; i < points.length; i++) {
    if (distance(points[i - 1]!, points[i]!) > distance(from, to)) {
      from = points[i - 1]!;
      to = points[i]!;
    }
  }
  const share = from.x === to.x ? (index % 2 === 0 ? 0.35 : 0.7) : 0.5;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/// Marks stand off by this from each other and from other paths, if there is such a place.
const MARK_ROOM = 14;
/// Where on a stretch a mark may go, the middle first.
const SHARES = [0.5, 0.35, 0.65, 0.2, 0.8];

/// A place on the path for a mark, such that one sees whose it is: off the other paths and the marks there are.
export function markPlace(points: readonly Point[], others: readonly (readonly Point[])[], marks: readonly Point[]): Point {
  let best = points[0]!;
  let most = -1;
  const stretches = points.slice(1).map((to, i) => ({ from: points[i]!, to })).sort((a, b) => distance(b.from, b.to) - distance(a.from, a.to));
  for (const { from, to } of stretches.filter((each) => distance(each.from, each.to) >= MARK_ROOM)) {
    for (const share of SHARES) {
      const at = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
      const room = Math.min(
        ...marks.map((mark) => distance(mark, at)),
        ...others.flatMap((path) => path.slice(1).map((end, i) => distanceTo(at, path[i]!, end))), MARK_ROOM
      );
      if (room > most) {
        [best, most] = [at, room];
      }
    }
  }
  return best;
}

/// Of a point from a stretch along an axis.
function distanceTo(point: Point, a: Point, b: Point): number {
  const x = Math.min(Math.max(point.x, Math.min(a.x, b.x)), Math.max(a.x, b.x));
  const y = Math.min(Math.max(point.y, Math.min(a.y, b.y)), Math.max(a.y, b.y));
  return distance(point, { x, y });
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
