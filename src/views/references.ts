/// The references of a scene: the way of each, and how it is drawn.

import type { Layout, Place } from './layout';
import { Router, markPlace, middleOf } from './routes';
import type { Point, Port } from './routes';
import type { CollectionState, HeapState } from './state';

export interface SceneEdge {
  readonly key: string;
  readonly target: number;
  readonly points: readonly Point[];
  /// `subtracted`: the collector takes it off; `reached`: the collector reaches its target along it.
  readonly status: 'live' | 'garbage' | 'subtracted' | 'reached';
  readonly changed: boolean;
  readonly borrowed?: boolean;
  readonly isWeak?: boolean;
  /// Where the mark on it goes, if it is `subtracted`.
  middle?: Point;
}

/// Where a reference starts.
export interface Start {
  readonly port: Port;
  /// The object that holds it; undefined = a name, or a group.
  readonly source: number | undefined;
  readonly isGarbage: boolean;
  readonly changed: boolean;
  /// It is not counted.
  readonly borrowed: boolean;
  /// It is a name of the module, which is in the module's dict.
  readonly isGlobal?: boolean;
  /// How it was drawn last, if its way is the same whatever else is drawn.
  last?: SceneEdge;
}

/// `boxes` gives the places that references go around, `handled` tells `by:to` of the references that a part of a collection goes along.
export function referencesOf(
  starts: readonly Start[], state: HeapState, layout: Layout, boxes: () => readonly Place[], handled: ReadonlySet<string> | undefined
): SceneEdge[] {
  const links = new Map(state.collection?.links.map(({ kind, by, to }) => [`${by}:${to}`, kind]));
  const fromGlobals = takenFromGlobals(starts, state.collection);
  const router = new Router(layout, boxes);
  const edges: SceneEdge[] = [];
  for (const start of starts) {
    const { port, source, borrowed, last } = start;
    const { target } = port;
    if (!state.objects.has(target)) {
      continue;
    }
    const link = links.size > 0 ? links.get(`${source}:${target}`) : undefined;
    const isTaken = link === 'subtract' || (start.isGlobal === true && fromGlobals.has(target));
    const status = isTaken ? 'subtracted' : link === 'reached' ? 'reached' : start.isGarbage ? 'garbage' : 'live';
    const changed = start.changed || (handled?.has(`${source}:${target}`) ?? false);
    if (last !== undefined && last.status === status && last.changed === changed) {
      edges.push(last);
      continue;
    }
    const way = router.route(port);
    if (way === undefined) {
      continue;
    }
    const edge: SceneEdge = { key: port.key, target, points: way.points, status, changed, ...(borrowed && { borrowed: true }), ...(port.isWeak === true && { isWeak: true }) };
    edges.push(edge);
    // A mark is placed anew each time.
    if (way.isFixed && status !== 'subtracted') {
      start.last = edge;
    }
  }
  placeMarks(edges);
  return edges;
}

const FULL = 2;

/// Objects from whose scratch count the module's dict, a candidate of every full collection without a box of its own, has taken 1
/// off for each name.
function takenFromGlobals(starts: readonly Start[], collection: CollectionState | undefined): ReadonlySet<number> {
  const taken = new Map<number, number>();
  for (const { kind, by, to } of collection?.generation === FULL ? collection.links : []) {
    if (kind === 'subtract' && by === 0) {
      taken.set(to, (taken.get(to) ?? 0) + 1);
    }
  }
  for (const { isGlobal, port: { target } } of taken.size > 0 ? starts : []) {
    if (isGlobal === true && taken.has(target)) {
      taken.set(target, taken.get(target)! - 1);
    }
  }
  return new Set([...taken].filter(([, more]) => more >= 0).map(([target]) => target));
}

/// With more marks than these they go to the middles of their paths.
const MAX_MARKS = 60;

/// Finds clear places for the marks of references that are taken off.
function placeMarks(edges: readonly SceneEdge[]): void {
  const marked = edges.filter(({ status }) => status === 'subtracted');
  if (marked.length > MAX_MARKS) {
    edges.forEach((edge, i) => {
      if (edge.status === 'subtracted') {
        edge.middle = middleOf(edge.points, i);
      }
    });
    return;
  }
  const marks: Point[] = [];
  for (const edge of marked) {
    edge.middle = markPlace(edge.points, edges.filter((other) => other !== edge).map(({ points }) => points), marks);
    marks.push(edge.middle);
  }
}
