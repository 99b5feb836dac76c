/// The parts of the graph as SVG: each function draws one of a scene's shapes into its empty node.

import { CHARACTER } from '../views/frames';
import { HEADER, SMALL_CHARACTER } from '../views/layout';
import type { SceneEdge } from '../views/references';
import { arrowHead, pathData } from '../views/routes';
import type { SceneBox, SceneName } from '../views/scene';
import { hatchPath, tagPlaces, tagWidth } from '../views/shapes';
import { set, svg } from './dom';

/// The frame of the chosen box stands off by this.
const RING = 6;

export function fillName(node: SVGElement, name: SceneName): void {
  const { ownerDocument: document } = node;
  if (name.isFold === true) {
    set(node, { class: 'msim-name msim-fold', role: 'button', tabindex: 0, 'aria-label': name.description });
    node.append(
      svg(document, 'title', {}, name.description),
      svg(document, 'rect', { x: name.x, y: name.y, width: name.width, height: name.height, rx: 3 }),
      svg(document, 'text', { x: name.x + 10, y: name.y + 16, class: 'msim-dim' }, name.name)
    );
    return;
  }
  set(node, { class: classes('msim-name', name.changed && 'mod-changed', name.gone && 'mod-gone', name.temporary === true && 'mod-temporary', name.borrowed === true && 'mod-borrowed'), role: 'img', 'aria-label': name.description });
  node.append(
    svg(document, 'title', {}, name.note === undefined ? name.description : `${name.description}: ${name.note}`),
    svg(document, 'rect', { x: name.x, y: name.y, width: name.width, height: name.height, rx: 3 }),
    svg(document, 'text', { x: name.x + 10, y: name.y + 16, class: 'msim-identifier' }, name.name)
  );
  if (name.dot) {
    node.append(svg(document, 'circle', { cx: name.dot.x, cy: name.dot.y, r: 3.5 }));
  } else if (name.gone) {
    node.append(svg(document, 'path', { d: `M${name.x + 8} ${name.y + 12}h${name.name.length * CHARACTER + 4}`, class: 'msim-strike' }));
  } else {
    node.append(svg(document, 'text', { x: name.x + name.width - 10, y: name.y + 16, class: 'msim-dim', 'text-anchor': 'end' }, name.text));
  }
}

export function fillBox(node: SVGElement, box: SceneBox): void {
  const { ownerDocument: document } = node;
  set(node, { class: classes('msim-box', box.changed && 'mod-changed', box.group !== undefined && 'mod-group'), 'data-status': box.status });
  const { x, y, width, height } = box;
  if (box.changed) {
    node.append(svg(document, 'rect', { class: 'msim-halo', x: x - 4, y: y - 4, width: width + 8, height: height + 8, rx: 8 }));
  }
  if (box.group !== undefined) {
    // A second sheet behind: one box stands for many.
    node.append(svg(document, 'rect', { class: 'msim-body', x: x + 4, y: y + 4, width, height, rx: 5 }));
  }
  node.append(svg(document, 'rect', { class: 'msim-body', x, y, width, height, rx: 5 }));
  if (box.status === 'garbage') {
    node.append(svg(document, 'path', { class: 'msim-hatch', d: hatchPath(x, y, width, height) }));
  }
  node.append(svg(document, 'text', { class: 'msim-type', x: x + 12, y: y + 20 }, box.type));
  const left = fillBadges(node, box);
  const addressX = x + 12 + box.type.length * CHARACTER + 8;
  if (addressX + box.address.length * SMALL_CHARACTER < left - 4) {
    node.append(svg(document, 'text', { class: 'msim-address', x: addressX, y: y + 20 }, box.address));
  }
  if (box.rows.length > 0) {
    node.append(svg(document, 'path', { class: 'msim-rule', d: `M${x} ${y + HEADER}h${width}` }));
  }
  for (const row of box.rows) {
    const lit = row.changed ? ' mod-changed' : '';
    if (row.changed) {
      node.append(svg(document, 'rect', { class: 'msim-lit', x: x + 6, y: row.y - 12, width: width - 12, height: 16, rx: 2 }));
    }
    node.append(svg(document, 'text', { class: 'msim-dim' + lit, x: x + 12, y: row.y }, row.label));
    if (row.text !== '') {
      node.append(svg(document, 'text', { class: 'msim-value', x: row.textX, y: row.y }, row.text));
    }
    if (row.dot) {
      node.append(svg(document, 'circle', { class: row.isWeak === true ? 'msim-dot mod-weak' : 'msim-dot', cx: row.dot.x, cy: row.dot.y, r: 3.5 }));
    }
  }
  const places = tagPlaces(box);
  if (box.tag !== '') {
    fillTag(node, 'msim-tag', box.tag, places.tag, y);
  }
  if (box.countNote !== '') {
    fillTag(node, 'msim-tag mod-count', box.countNote, places.note, y);
  }
}

/// A box that is too small for words: its place, its state, and whether it has just changed.
export function fillSmallBox(node: SVGElement, box: SceneBox): void {
  const { x, y, width, height } = box;
  set(node, { class: classes('msim-box', box.changed && 'mod-changed', box.group !== undefined && 'mod-group'), 'data-status': box.status });
  if (box.changed) {
    node.append(svg(node.ownerDocument, 'rect', { class: 'msim-halo', x: x - 12, y: y - 12, width: width + 24, height: height + 24, rx: 12 }));
  }
  node.append(svg(node.ownerDocument, 'rect', { class: 'msim-body', x, y, width, height, rx: 5 }));
  if (box.status === 'garbage') {
    node.append(svg(node.ownerDocument, 'path', { class: 'msim-hatch', d: hatchPath(x, y, width, height) }));
  }
}

/// Boxes that are too small for words, many in one path: what has just changed is drawn over them.
export function fillSmallBoxes(node: SVGElement, boxes: readonly SceneBox[]): void {
  const { ownerDocument: document } = node;
  for (const own of alike(boxes, ({ status }) => status)) {
    const { status } = own[0]!;
    const group = svg(document, 'g', { class: 'msim-box', 'data-status': status });
    group.append(svg(document, 'path', { class: 'msim-body', d: own.map(boxPath).join('') }));
    if (status === 'garbage') {
      group.append(svg(document, 'path', { class: 'msim-hatch', d: own.map(({ x, y, width, height }) => hatchPath(x, y, width, height)).join('') }));
    }
    node.append(group);
  }
}

/// What is to be seen of a box among many.
export function smallBoxLooks(box: SceneBox): string {
  return box.status + boxPath(box);
}

function boxPath({ x, y, width, height }: SceneBox): string {
  return `M${x} ${y}h${width}v${height}h${-width}z`;
}

/// References, many in one path: what has just changed is drawn over them.
export function fillEdges(node: SVGElement, edges: readonly SceneEdge[]): void {
  const { ownerDocument: document } = node;
  for (const own of alike(edges, edgeKind)) {
    const group = svg(document, 'g', { class: edgeClass(own[0]!, false), 'data-status': own[0]!.status });
    group.append(
      svg(document, 'path', { class: 'msim-line', d: own.map(({ points }) => pathData(points)).join('') }),
      svg(document, 'path', { class: 'msim-arrow', d: own.map(({ points }) => arrowHead(points)).join('') })
    );
    node.append(group);
  }
}

/// What is to be seen of a reference among many.
export function edgeLooks(edge: SceneEdge): string {
  return edgeKind(edge) + pathData(edge.points);
}

function edgeKind(edge: SceneEdge): string {
  return `${edge.status} ${edgeClass(edge, false)}`;
}

function alike<T>(items: readonly T[], keyOf: (item: T) => string): Iterable<T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [item]);
    } else {
      group.push(item);
    }
  }
  return groups.values();
}

/// What is pointed at and focused: it says in words all that the box draws. It stays when
/// the box is drawn anew, and so does the focus.
export function fillHit(node: SVGElement, box: SceneBox): void {
  // The first member of a group that was unfolded has the group's number.
  node.removeAttribute('data-group');
  set(node, {
    class: 'msim-hit', x: box.x - RING, y: box.y - RING, width: box.width + 2 * RING, height: box.height + 2 * RING, rx: 9,
    'data-serial': box.serial, role: 'button', 'aria-label': box.description, ...(box.group !== undefined && { 'data-group': box.group })
  });
  node.append(svg(node.ownerDocument, 'title', {}, box.description));
}

/// The round badge is `ob_refcnt`, the square one `gc_refs`; the result is where they begin.
function fillBadges(node: SVGElement, box: SceneBox): number {
  const { ownerDocument: document } = node;
  const width = Math.max(28, box.badge.length * CHARACTER + 14);
  let left = box.x + box.width - 8;
  if (box.gcRefs !== undefined) {
    const square = Math.max(26, box.gcRefs.length * CHARACTER + 12);
    left -= square;
    node.append(
      svg(document, 'rect', { class: 'msim-gcrefs', x: left, y: box.y + 6, width: square, height: 19, rx: 3 }),
      svg(document, 'text', { class: 'msim-gcrefs', x: left + square / 2, y: box.y + 20 }, box.gcRefs)
    );
    left -= 6;
  }
  left -= width;
  node.append(
    svg(document, 'rect', { class: 'msim-badge', x: left, y: box.y + 5, width, height: 20, rx: 10 }),
    svg(document, 'text', { class: 'msim-badge', x: left + width / 2, y: box.y + 19 }, box.badge)
  );
  return left;
}

function fillTag(node: SVGElement, className: string, text: string, x: number, y: number): void {
  const { ownerDocument: document } = node;
  node.append(
    svg(document, 'rect', { class: className, x, y: y - 11, width: tagWidth(text), height: 15, rx: 3 }),
    svg(document, 'text', { class: className, x: x + tagWidth(text) / 2, y }, text)
  );
}

export function fillEdge(node: SVGElement, edge: SceneEdge): void {
  const { ownerDocument: document } = node;
  set(node, { class: edgeClass(edge, edge.changed), 'data-status': edge.status });
  node.append(
    svg(document, 'path', { class: 'msim-line', d: pathData(edge.points) }),
    svg(document, 'path', { class: 'msim-arrow', d: arrowHead(edge.points) })
  );
}

function edgeClass(edge: SceneEdge, isLit: boolean): string {
  return classes('msim-edge', isLit && 'mod-changed', edge.borrowed === true && 'mod-borrowed', edge.isWeak === true && 'mod-weak');
}

function classes(...names: (string | false)[]): string {
  return names.filter((name) => name !== false).join(' ');
}
