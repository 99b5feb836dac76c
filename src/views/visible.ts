/// What of a moment is drawn: the objects and groups within the window, and the boxes of groups.

import type { Changes } from './changes';
import { LOST } from './grouping';
import type { Layout, Place } from './layout';
import { CHARACTER } from './frames';
import { HEADER, ROW, boxHeight } from './layout';
import type { Port } from './routes';
import type { SceneBox, SceneOptions, SceneRow } from './scene';
import type { BoxStatus } from './status';
import { MAX_BOXES } from './scene';
import type { HeapObject, HeapState } from './state';
import { clip, grouped, listed } from './words';
import type { Words } from './words';

/// The part of a picture that is to be drawn.
export interface Window {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/// Columns are few, unless boxes are packed: only these are left out for being too far to the side.
function isWithin({ x, y, width, height, column }: Place, window: Window, layout: Layout): boolean {
  return y < window.bottom && y + height > window.top && (layout.columns[column]?.packed !== true || (x < window.right && x + width > window.left));
}

/// The members of a group that are there at a moment.
export interface Gathered {
  readonly place: Place;
  readonly members: HeapObject[];
}

export interface Visible {
  readonly drawn: readonly HeapObject[];
  readonly groups: readonly Gathered[];
  /// Objects that would be drawn, were they not too many.
  readonly undrawn: number;
  /// The lower end of all boxes that are there, in or out of the window.
  readonly bottom: number;
}

/// How many objects the picture of a state has, in or out of the window, by themselves or in a group; `isWhole`: no container
/// holds more than it has slots for.
export function census(state: HeapState, layout: Layout): { readonly live: number; readonly freed: number; readonly placeless: number; readonly isWhole: boolean } {
  let live = 0;
  let freed = 0;
  let placeless = 0;
  let isWhole = true;
  for (const object of state.objects.values()) {
    isWhole &&= object.freed || (object.length ?? 0) <= object.slots.size;
    if (!layout.places.has(object.serial)) {
      placeless += layout.grouping.hidden.has(object.serial) ? 0 : 1;
    } else if (!object.freed) {
      live++;
    } else if (!layout.passing.has(object.serial)) {
      freed++;
    }
  }
  return { live, freed, placeless, isWhole };
}

/// No more objects than these are drawn all, in sight or not: arrow keys and screen readers go from one to the next.
const FEW = 100;

/// Objects within the window, at most so many; what has just changed comes first.
export function choose(state: HeapState, options: SceneOptions, changed: ReadonlySet<number> | undefined): Visible {
  const { layout } = options;
  const window = state.objects.size > FEW ? options.window : undefined;
  const first: HeapObject[] = [];
  const rest: HeapObject[] = [];
  const gathered = new Map<string, Gathered>();
  let bottom = 0;
  for (const object of state.objects.values()) {
    const place = layout.places.get(object.serial);
    if (place === undefined || (object.freed && layout.passing.has(object.serial))) {
      continue;
    }
    bottom = Math.max(bottom, place.y + place.height);
    const seen = window === undefined || isWithin(place, window, layout);
    if (place.group === undefined) {
      if (seen) {
        (changed?.has(object.serial) ? first : rest).push(object);
      }
      continue;
    }
    const group = gathered.get(place.group.key);
    if (group !== undefined) {
      group.members.push(object);
    } else if (seen) {
      gathered.set(place.group.key, { place, members: [object] });
    }
  }
  const limit = options.maxBoxes ?? MAX_BOXES;
  const all = first.length + rest.length;
  const y = (object: HeapObject): number => layout.places.get(object.serial)!.y;
  const drawn = first.slice(0, limit);
  drawn.push(...(rest.length <= limit - drawn.length ? rest : rest.sort((a, b) => y(a) - y(b) || a.serial - b.serial).slice(0, limit - drawn.length)));
  drawn.sort((a, b) => a.serial - b.serial);
  return { drawn, groups: [...gathered.values()].slice(0, limit), undrawn: all - drawn.length, bottom };
}

/// References that leave a group's box.
const MAX_ARROWS = 4;

/// Types that are told of a group of several.
const MAX_TYPES = 8;

/// How many there are of each type, the most frequent first.
function typesOf(members: readonly HeapObject[]): string[] {
  const counts = new Map<string, number>();
  for (const { type } of members) {
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([type, count]) => `${grouped(count)} ${clip(type, 20)}`);
}

/// As many as there is room for.
function fitting(texts: readonly string[], room: number): string {
  const line = texts.join(', ');
  const cut = line.length <= room ? line.length : line.lastIndexOf(', ', room - 3);
  return cut <= 0 || cut === line.length ? line : `${line.slice(0, cut)}, …`;
}

/// One box for all members: how many there are, and how they fare.
export function groupBox(
  { place, members }: Gathered, state: HeapState, garbage: ReadonlySet<number>, changes: Changes | undefined, words: Words
): { box: SceneBox; ports: (layout: Layout) => Port[] } {
  const group = place.group!;
  const freed = members.filter((object) => object.freed).length;
  const lost = members.filter((object) => garbage.has(object.serial)).length;
  const live = members.length - freed - lost;
  const isGone = freed === members.length;
  const bytes = members.reduce((sum, object) => sum + (object.freed === isGone ? object.size : 0), 0);
  const status: BoxStatus = lost > 0 && live === 0 ? 'garbage' : live === 0 ? 'freed' : 'live';
  const parts = [
    ...(live > 0 ? [words.__('%1 live', grouped(live))] : []),
    ...(lost > 0 ? [words.__('%1 garbage', grouped(lost))] : []),
    ...(freed > 0 ? [words.__('%1 freed', grouped(freed))] : [])
  ];
  const rowY = (i: number): number => place.y + HEADER + i * ROW + 13;
  const ports = (layout: Layout): Port[] => {
    const found = new Map<number, Port>();
    const start = { x: place.x + place.width - 12, y: rowY(1) - 4 };
    for (const member of members) {
      if (found.size === MAX_ARROWS) {
        break;
      }
      for (const ref of member.slots.values()) {
        const target = ref >= 0 && state.objects.has(ref) ? layout.places.get(ref) : undefined;
        if (target !== undefined && target !== place && !found.has(target.serial) && found.size < MAX_ARROWS) {
          found.set(target.serial, { key: `${group.key}:${target.serial}`, target: ref, column: place.column, right: start, left: { x: place.x, y: start.y } });
        }
      }
    }
    return [...found.values()];
  };
  const isLost = group.key === LOST;
  const title = isLost ? words.__('of earlier cells') : clip(group.type, 20);
  const room = Math.max(1, Math.floor((place.width - 18) / CHARACTER));
  const row = (i: number, text: string): SceneRow => ({ label: clip(text, room), text: '', textX: place.x + 12, y: rowY(i), dot: undefined, changed: false });
  return {
    ports,
    box: {
      serial: place.serial, x: place.x, y: place.y, width: place.width, height: boxHeight(2),
      type: title, address: '', badge: `×${grouped(members.length)}`, gcRefs: undefined, status, tag: isLost && status === 'garbage' ? words.__('garbage') : '',
      changed: changes !== undefined && members.some((object) => changes.objects.has(object.serial)), countNote: '',
      rows: [
        row(0, isLost ? fitting(typesOf(members), room) : parts.join(' · ')),
        row(1, isGone ? words.__('%1 bytes free again', grouped(bytes)) : words.__('%1 bytes', grouped(bytes)))
      ],
      description: isLost
        ? words.__('garbage of earlier cells that this cell does nothing to: %1, %2 bytes; press to show each', listed(typesOf(members), MAX_TYPES, words), grouped(bytes))
        : words.__('%1 × %2: %3; press to show each', grouped(members.length), title, parts.join(', ')),
      group: group.key
    }
  };
}
