/// The final state as a static SVG: what GitHub, nbconvert and viewers without the extension
/// show. Presentation attributes only (sanitizers take styles away), on a card of its own so
/// that it reads on light and dark pages. No scripts, no links, no foreignObject.

import type { TracePayload } from '../core/trace/payload';
import { CHARACTER } from './frames';
import { HEADER, SMALL_CHARACTER } from './layout';
import { Picture } from './picture';
import { arrowHead, pathData } from './routes';
import { buildScene } from './scene';
import type { SceneEdge } from './references';
import type { Scene, SceneBox, SceneName } from './scene';
import { hatchPath, tagPlaces, tagWidth } from './shapes';
import { english } from './words';
import type { Words } from './words';

const MAX_BOXES = 60;
const INK = '#212121';
const DIM = '#616161';
const STATUS = {
  live: { stroke: '#1976d2', fill: '#f4f9fe' },
  garbage: { stroke: '#c43e0c', fill: '#fdeee8' },
  dying: { stroke: '#c43e0c', fill: '#ffffff' },
  freed: { stroke: '#757575', fill: '#f5f5f5' }
} as const;
/// Behind what a step changed.
const LIT = '#fff3c4';
const SANS = 'font-family="system-ui, sans-serif" font-size="11"';

export function fallbackSvg(payload: TracePayload, words: Words = english): string {
  return pictureSvg(new Picture(payload, words));
}

/// The same from a picture that is at hand.
export function pictureSvg(picture: Picture): string {
  const { words, timeline } = picture;
  return drawing(sceneOf(picture, timeline.end), [picture.status(timeline.end)], words.__('The simulated heap after the cell'), PAGE);
}

/// Moment `n`, or a part of it: what it changed is lit, and below stands what it did, in words.
export function stepSvg(picture: Picture, n: number, part = 0): string {
  const { words, timeline, sentences } = picture;
  const step = words.__('step %1 of %2', n, timeline.end);
  return drawing(sceneOf(picture, n, part), [[step, sentences.placeOf(n), sentences.sourceOf(n)].filter((text) => text !== '').join(' · '), sentences.at(n, part)], words.__('The simulated heap'));
}

/// The moment without words: a page has them beside it.
export function momentSvg(picture: Picture, n: number): string {
  return drawing(sceneOf(picture, n, 0), [picture.words.__('step %1 of %2', n, picture.timeline.end)], picture.words.__('The simulated heap'));
}

/// With `part`, what the moment or its part changed is lit.
function sceneOf(picture: Picture, n: number, part?: number): Scene {
  const { payload, words, timeline } = picture;
  const passage = part === undefined || n === 0 ? undefined : timeline.passage(n, part);
  const state = passage?.after ?? timeline.at(n);
  const whole = buildScene(state, {
    blocks: picture.figures.blocksAt(n), layout: picture.layout, naming: picture.sentences.naming, strings: payload.strings, words, maxBoxes: MAX_BOXES,
    isPart: (part ?? 0) > 0, ...(passage && { before: passage.before })
  });
  const drawn = new Set(whole.boxes.map((box) => box.serial));
  return { ...whole, edges: whole.edges.filter((edge) => drawn.has(picture.layout.places.get(edge.target)!.serial)) };
}

const LABEL_CHARACTER = 5.9;
const LABEL_LINE = 15;
const LEAST_CAPTION = 90;

/// Wider, a picture would be cut on paper, and in pages of nbconvert: it is shown smaller there.
const PAGE = 900;

/// `caption`: lines below the picture; they are broken where it ends. `most`: the width that it is shown in.
function drawing(scene: Scene, caption: readonly string[], title: string, most = Infinity): string {
  const least = Math.max(scene.titleX + scene.title.length * LABEL_CHARACTER, Math.min(LEAST_CAPTION, Math.max(...caption.map(({ length }) => length))) * LABEL_CHARACTER + 16);
  const { width, height: bottom } = extent(scene, least);
  const lines = caption.flatMap((text) => broken(text, Math.floor((width - 32) / LABEL_CHARACTER)));
  const height = bottom + (lines.length - 1) * LABEL_LINE;
  const scale = Math.min(1, most / width);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(width * scale)}" height="${Math.round(height * scale)}" viewBox="0 0 ${width} ${height}" style="max-width:100%;height:auto" role="img" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="12" fill="${INK}">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="4" fill="#ffffff" stroke="#e0e0e0"/>`,
    ...scene.frames.flatMap((frame) => [
      label(frame.title, 16, frame.y + 12),
      ...(frame.more > 0 ? [label(`⋯ +${frame.more}`, 16, frame.moreY)] : [])
    ]),
    label(scene.title, scene.titleX, 30),
    ...scene.names.map(nameSvg),
    ...scene.boxes.map(boxSvg),
    ...scene.edges.map(edgeSvg),
    ...scene.edges.filter((edge) => edge.status === 'subtracted').map(minusSvg),
    ...lines.map((text, i) => label(text, 16, bottom - 12 + i * LABEL_LINE)),
    '</svg>'
  ];
  return parts.join('\n') + '\n';
}

/// Lines of at most so many characters, broken at blanks where there are any.
function broken(text: string, characters: number): string[] {
  const lines: string[] = [];
  let rest = text.replace(/\s+/g, ' ');
  while (rest.length > characters) {
    const blank = rest.lastIndexOf(' ', characters);
    const end = blank > 0 ? blank : characters;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
}

function extent(scene: Scene, least: number): { width: number; height: number } {
  let right = least;
  let bottom = 80;
  for (const { x, y, width, height } of [...scene.names, ...scene.boxes]) {
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  for (const { points } of scene.edges) {
    for (const { x, y } of points) {
      right = Math.max(right, x);
      bottom = Math.max(bottom, y);
    }
  }
  return { width: Math.ceil(right) + 24, height: Math.ceil(bottom) + 44 };
}

function nameSvg(name: SceneName): string {
  return [
    `<rect x="${name.x}" y="${name.y}" width="${name.width}" height="${name.height}" rx="3" fill="${name.changed ? LIT : '#fafafa'}" stroke="${name.changed ? DIM : '#e0e0e0'}"${name.temporary === true ? ' stroke-dasharray="2 3"' : ''}/>`,
    text(name.name, name.x + 10, name.y + 16, INK),
    name.dot ? dot(name.dot.x, name.dot.y, DIM) : text(name.text, name.x + name.width - 10, name.y + 16, DIM, 'text-anchor="end"')
  ].join('');
}

function boxSvg(box: SceneBox): string {
  const { stroke, fill } = STATUS[box.status];
  const dashed = box.status === 'live' ? '' : ' stroke-dasharray="5 3"';
  const badge = Math.max(28, box.badge.length * CHARACTER + 14);
  const square = box.gcRefs === undefined ? 0 : Math.max(26, box.gcRefs.length * CHARACTER + 12);
  // The scratch count stands right of the round badge, square.
  const badgeX = box.x + box.width - badge - 8 - (square > 0 ? square + 6 : 0);
  const parts = [
    ...(box.changed ? [`<rect x="${box.x - 4}" y="${box.y - 4}" width="${box.width + 8}" height="${box.height + 8}" rx="8" fill="${LIT}"/>`] : []),
    `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="5" fill="${fill}" stroke="${stroke}"${dashed}/>`
  ];
  if (box.status === 'garbage') {
    parts.push(`<path d="${hatchPath(box.x, box.y, box.width, box.height)}" stroke="${stroke}" stroke-opacity="0.22" fill="none"/>`);
  }
  if (box.gcRefs !== undefined) {
    const x = badgeX + badge + 6;
    parts.push(`<rect x="${round(x)}" y="${box.y + 6}" width="${round(square)}" height="19" rx="3" fill="#ffffff" stroke="#7b1fa2"/>`);
    parts.push(text(box.gcRefs, x + square / 2, box.y + 20, '#7b1fa2', 'text-anchor="middle" font-weight="700"'));
  }
  parts.push(text(box.type, box.x + 12, box.y + 20, INK, 'font-weight="600"'));
  const addressX = box.x + 12 + box.type.length * CHARACTER + 8;
  if (addressX + box.address.length * SMALL_CHARACTER < badgeX - 4) {
    parts.push(text(box.address, addressX, box.y + 20, DIM, '', 11));
  }
  parts.push(`<rect x="${round(badgeX)}" y="${box.y + 5}" width="${round(badge)}" height="20" rx="10" fill="${stroke}"/>`);
  parts.push(text(box.badge, badgeX + badge / 2, box.y + 19, '#ffffff', 'text-anchor="middle" font-weight="700"'));
  if (box.rows.length > 0) {
    parts.push(`<path d="M${box.x} ${box.y + HEADER}h${box.width}" stroke="${stroke}" stroke-opacity="0.35"/>`);
  }
  for (const row of box.rows) {
    if (row.changed) {
      parts.push(`<rect x="${box.x + 6}" y="${row.y - 12}" width="${box.width - 12}" height="16" rx="2" fill="${LIT}"/>`);
    }
    parts.push(row.label === '' ? '' : text(row.label, box.x + 12, row.y, DIM), row.text === '' ? '' : text(row.text, row.textX, row.y, INK));
    if (row.dot) {
      const color = box.status === 'garbage' ? stroke : DIM;
      parts.push(row.isWeak === true ? dot(row.dot.x, row.dot.y, '#ffffff', ` stroke="${color}"`) : dot(row.dot.x, row.dot.y, color));
    }
  }
  if (box.tag !== '') {
    parts.push(tagSvg(box.tag, tagPlaces(box).tag, box.y, '#ffffff', stroke));
  }
  if (box.countNote !== '') {
    parts.push(tagSvg(box.countNote, tagPlaces(box).note, box.y, LIT, INK));
  }
  return parts.join('');
}

/// A word on a box's edge.
function tagSvg(tag: string, x: number, y: number, fill: string, stroke: string): string {
  return `<rect x="${x}" y="${y - 11}" width="${tagWidth(tag)}" height="15" rx="3" fill="${fill}" stroke="${stroke}"/>`
    + `<text x="${round(x + tagWidth(tag) / 2)}" y="${y}" ${SANS.replace('11', '10')} font-weight="600" text-anchor="middle" fill="${stroke}">${escapeXml(tag)}</text>`;
}

/// A reference that the collector takes off.
function minusSvg({ middle }: SceneEdge): string {
  const { x, y } = middle!;
  return `<circle cx="${round(x)}" cy="${round(y)}" r="9" fill="#7b1fa2"/>` + text('−1', x, round(y + 3.5), '#ffffff', 'text-anchor="middle" font-weight="700"', 11);
}

function edgeSvg(edge: SceneEdge): string {
  const color = edge.status === 'garbage' ? STATUS.garbage.stroke : edge.status === 'subtracted' || edge.status === 'reached' ? '#7b1fa2' : DIM;
  const dashes = edge.isWeak === true ? ' stroke-dasharray="7 4"' : edge.borrowed === true ? ' stroke-dasharray="3 3"' : '';
  const head = edge.isWeak === true ? `fill="#ffffff" stroke="${color}"` : `fill="${color}"`;
  return `<path d="${pathData(edge.points)}" fill="none" stroke="${color}" stroke-width="${edge.changed ? 2.6 : 1.4}"${dashes}/><path d="${arrowHead(edge.points)}" ${head}/>`;
}

function label(content: string, x: number, y: number): string {
  return `<text x="${x}" y="${y}" ${SANS} fill="${DIM}">${escapeXml(content)}</text>`;
}

function text(content: string, x: number, y: number, fill: string, more = '', size = 12): string {
  const own = (fill === INK ? '' : ` fill="${fill}"`) + (size === 12 ? '' : ` font-size="${size}"`) + (more && ' ' + more);
  return `<text x="${round(x)}" y="${y}"${own}>${escapeXml(content)}</text>`;
}

function dot(x: number, y: number, fill: string, more = ''): string {
  return `<circle cx="${round(x)}" cy="${y}" r="3.5" fill="${fill}"${more}/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/// Text for XML: markup escaped, and what XML 1.0 cannot hold at all (control characters, lone
/// surrogates) replaced.
export function escapeXml(content: string): string {
  return content
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '\ufffd')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
}
