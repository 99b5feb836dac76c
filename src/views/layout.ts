/// Where each object stands: decided once for the whole trace, so that nothing ever moves.
///
/// Columns go by depth of reference: what a name holds first, what that holds next. Within
/// a column an object stands beside its holder, at the first place that is free for as long
/// as the object can be seen; the place of a tombstone is given out again when its block is. Where very many stand
/// abreast, they are packed: in rows, over several columns beside each other.
/// A tall picture goes on beside itself, if there is room (`pages.ts`).

import { ObjectKind } from '../core/trace/payload';
import { NOTHING_ASIDE } from './aside';
import type { Aside } from './aside';
import { CHARACTER, framesHeight, NAMES_X, namesWidth } from './frames';
import { LOST, NO_WISHES, atOneTime, grouping as groupingOf } from './grouping';
import type { Group, Grouping, Wishes } from './grouping';
import { shortAddress } from './naming';
import { PAGE_HEIGHT, pagesOf, together, uniteFamilies } from './pages';
import type { Family } from './pages';
import { isPassing } from './survey';
import type { Biography, Survey } from './survey';
import { PORTION, finish } from './work';
import type { Work } from './work';

export interface Place {
  readonly serial: number;
  /// How many references lead to it from the names, at most `MAX_COLUMNS`; places of other cells are known by it.
  readonly depth: number;
  /// 0 but where the picture goes on beside itself.
  readonly page: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /// Where the texts of its rows start, right of the widest label it ever has.
  readonly textX: number;
  /// How many boxes of its column stand above it, at any time; picks the lane of references to it.
  rank: number;
  /// Set for the box of a group: all its members have this place.
  readonly group?: Group;
}

/// Where objects stood in the picture of an earlier cell, by serial number: they stay there. `column` is a depth.
export type Anchors = ReadonlyMap<number, Anchor>;

export interface Anchor {
  readonly column: number;
  readonly page: number;
  readonly y: number;
}

export interface Layout {
  readonly places: ReadonlyMap<number, Place>;
  readonly grouping: Grouping;
  /// Temporaries, which leave no tombstone in the picture.
  readonly passing: ReadonlySet<number>;
  /// The width of a name's row.
  readonly names: number;
  /// Names for which one row stands.
  readonly quiet: ReadonlySet<string>;
  /// How much higher things stand here than in the pictures of earlier cells.
  readonly lift: number;
  /// It does without what the cell has nothing to do with.
  readonly isSparse: boolean;
  readonly columns: readonly Column[];
  readonly width: number;
  readonly height: number;
}

export interface Column {
  readonly x: number;
  readonly width: number;
  /// Boxes stand in rows that go on in the columns beside it, with a free lane above each row.
  readonly packed: boolean;
}

export const TOP = 48;
export const CHANNEL = 76;
export const HEADER = 30;
export const ROW = 17;
export const SMALL_CHARACTER = 6.65;
const FOOT = 7;
export const BOX_GAP = 26;
const MAX_COLUMNS = 6;
const MIN_WIDTH = 120;
const MAX_WIDTH = 290;

/// Objects that may stand in one column at one time; more are counted, not drawn.
const MAX_ABREAST = 2_500;
/// With more at one time they are packed; a box takes about so many times more room to the side than down.
const PACKED_FROM = 60;
const BOX_SHAPE = 3.2;

export function layoutTrace(survey: Survey, wishes: Wishes = NO_WISHES, anchors: Anchors = new Map(), room = 0): Layout {
  return finish(layingOut(survey, wishes, anchors, room));
}

/// A higher picture does without the objects that the cell has nothing to do with.
const TOO_HIGH = PAGE_HEIGHT;
/// If it is so much lower then.
const WORTH_IT = 0.9;

/// `room`: the width that the picture may take to be less high; 0 = it is not known, and all stands on one page. `isSparse`: whether
/// it does without what the cell has nothing to do with, if that is decided.
export function* layingOut(survey: Survey, wishes: Wishes, anchors: Anchors, room = 0, isSparse?: boolean): Work<Layout> {
  const whole = isSparse === true && !wishes.allNames ? undefined : yield* layingOutWithout(NOTHING_ASIDE, survey, wishes, anchors, room);
  if (whole !== undefined && (isSparse !== undefined || wishes.allNames || whole.height <= TOO_HIGH || survey.aside.objects.size + survey.aside.garbage.size === 0)) {
    return whole;
  }
  const sparse = yield* layingOutWithout(survey.aside, survey, wishes, anchors, room);
  return whole !== undefined && sparse.height > whole.height * WORTH_IT ? whole : sparse;
}

function* layingOutWithout(aside: Aside, survey: Survey, wishes: Wishes, known: Anchors, room: number): Work<Layout> {
  const grouping = yield* groupingOf(survey, wishes, aside);
  yield;
  const lift = aside === NOTHING_ASIDE ? 0 : liftOf(survey, grouping, known);
  const anchors: Anchors = lift === 0 ? known : new Map([...known].map(([serial, anchor]) => [serial, { ...anchor, y: anchor.y - lift }]));
  const columnsOf = yield* assignColumns(survey, anchors);
  const lost = grouping.groups.get(LOST);
  if (lost !== undefined) {
    columnsOf.set(lost.lead, 0);
  }
  const tenancies: Tenancy[] = [];
  let moved = 0;
  for (const story of survey.objects.values()) {
    if (!grouping.hidden.has(story.serial) && !grouping.groupOf.has(story.serial)) {
      tenancies.push({ lead: story, group: undefined, born: story.born, freed: story.freed, gone: story.gone, rows: story.rows });
    }
    if (++moved % PORTION === 0) {
      yield;
    }
  }
  for (const group of grouping.groups.values()) {
    const gone = group.members.reduce((last, story) => Math.max(last, story.gone), 0);
    tenancies.push({ lead: group.members[0]!, group, born: group.members[0]!.born, freed: gone, gone, rows: GROUP_ROWS });
  }
  const names = namesWidth(survey.nameCharacters);
  const left = NAMES_X + names + CHANNEL;
  let placed = yield* placePages(tenancies, columnsOf, () => 0, left, anchors);
  if (tenancies.length < MANY && placed.lowest > TOP + PAGE_HEIGHT && room * SHRUNK > placed.x && !placed.columns.some(({ packed }) => packed)) {
    const pageOf = yield* findPages(tenancies, columnsOf, placed.places, room * SHRUNK - left, survey, anchors);
    placed = pageOf === undefined ? placed : yield* placePages(tenancies, columnsOf, pageOf, left, anchors);
  }
  yield;
  const { places, columns, x, lowest } = placed;
  const quiet: ReadonlySet<string> = wishes.allNames ? new Set() : new Set([...survey.quiet, ...aside.names]);
  const namesHeight = TOP + framesHeight(Math.max(0, survey.nameRows - quiet.size) + (quiet.size > 0 ? 1 : 0), survey.frames);
  const height = columns.length > 0 ? Math.max(namesHeight, lowest + BOX_GAP) : namesHeight;
  const passing = new Set([...survey.objects.values()].filter(isPassing).map(({ serial }) => serial));
  return { places, grouping, passing, names, quiet, lift, isSparse: aside !== NOTHING_ASIDE, columns, width: x - (columns.length > 0 ? CHANNEL - 40 : 0), height };
}

/// So much the boxes of earlier cells go up, where those above them are left out.
function liftOf(survey: Survey, { hidden, groupOf }: Grouping, anchors: Anchors): number {
  const tops = [...survey.objects.values()].flatMap(({ serial, born }) => (born === 0 && !hidden.has(serial) && !groupOf.has(serial) && anchors.has(serial) ? [anchors.get(serial)!.y] : []));
  return tops.length === 0 ? 0 : tops.reduce((least, y) => Math.min(least, y)) - TOP;
}

interface Placed {
  readonly places: Map<number, Place>;
  readonly columns: Column[];
  readonly x: number;
  readonly lowest: number;
}

/// A picture may be so much wider than its room: it is drawn a little smaller then.
const SHRUNK = 1.12;
/// With more boxes, all stand on one page: which go together is not worth the time.
const MANY = 20_000;

/// Page by page, and column by column of each.
function* placePages(
  tenancies: readonly Tenancy[], columnsOf: ReadonlyMap<number, number>, pageOf: (serial: number) => number, left: number, anchors: Anchors
): Work<Placed> {
  const pages: Tenancy[][][] = [];
  let split = 0;
  for (const tenancy of tenancies) {
    const { serial } = tenancy.lead;
    ((pages[pageOf(serial)] ??= [])[columnsOf.get(serial)!] ??= []).push(tenancy);
    if (++split % PORTION === 0) {
      yield;
    }
  }
  const places = new Map<number, Place>();
  const columns: Column[] = [];
  let x = left;
  let lowest = TOP;
  for (let page = 0; page < pages.length; page++) {
    for (let c = 0; c < (pages[page]?.length ?? 0); c++) {
      const here = pages[page]![c] ?? [];
      if (page > 0 && here.length === 0) {
        continue;
      }
      const width = yield* columnWidth(here);
      const most = Math.min(MAX_ABREAST, atOneTime(here));
      yield;
      const tracks = most <= PACKED_FROM ? 1 : Math.ceil(Math.sqrt(most / BOX_SHAPE));
      const first = columns.length;
      for (let track = 0; track < tracks; track++) {
        columns.push({ x, width, packed: tracks > 1 });
        x += width + CHANNEL;
      }
      const at = { depth: c, page, column: first, x: columns[first]!.x, width };
      lowest = Math.max(lowest, tracks === 1 ? yield* placeColumn(here, at, places, anchors) : yield* packColumns(here, at, tracks, places, anchors));
    }
  }
  return { places, columns, x, lowest };
}

/// On which page an object is to stand, with what hangs on to it, as the places on one page tell.
function* findPages(
  tenancies: readonly Tenancy[], columnsOf: ReadonlyMap<number, number>, places: ReadonlyMap<number, Place>, room: number, survey: Survey, anchors: Anchors
): Work<((serial: number) => number) | undefined> {
  const families = new Map<number, Family>();
  const rootOf = (serial: number): number => {
    const holder = survey.objects.get(serial)?.holder;
    return typeof holder === 'number' && places.has(holder) && columnsOf.get(holder)! < columnsOf.get(serial)! ? rootOf(holder) : serial;
  };
  for (const tenancy of tenancies) {
    const { serial } = tenancy.lead;
    const place = places.get(serial);
    if (place === undefined) {
      continue;
    }
    const widths = Array<number>(place.depth).fill(0);
    widths.push(Math.max(boxWidth(tenancy.lead), tenancy.group === undefined ? MIN_WIDTH : GROUP_WIDTH));
    const own: Family = { top: place.y, bottom: place.y + place.height, page: isAnchored(tenancy, anchors) ? anchors.get(serial)!.page : undefined, widths };
    const root = rootOf(serial);
    const family = families.get(root);
    families.set(root, family === undefined ? own : together(family, own));
    if (families.size % PORTION === 0) {
      yield;
    }
  }
  yield;
  const others = [...places.keys()].map((serial): [number, number | undefined] => [rootOf(serial), survey.objects.get(serial)?.lastHolder]);
  const heads = uniteFamilies(families, others.flatMap(([root, other]) => (other !== undefined && places.has(other) ? [[root, rootOf(other)] as const] : [])));
  yield;
  const pages = pagesOf([...families.values()], room, CHANNEL);
  if (pages === undefined) {
    return undefined;
  }
  const pageOfHead = new Map([...families.keys()].map((head, i) => [head, pages[i]!]));
  return (serial) => pageOfHead.get(heads(rootOf(serial))) ?? 0;
}

export function boxHeight(rows: number): number {
  return HEADER + rows * ROW + (rows > 0 ? FOOT : 0);
}

function* columnWidth(tenancies: readonly Tenancy[]): Work<number> {
  let widest = MIN_WIDTH;
  for (let i = 0; i < tenancies.length; i++) {
    const { lead, group } = tenancies[i]!;
    widest = Math.max(widest, boxWidth(lead), group === undefined ? 0 : GROUP_WIDTH);
    if (i % PORTION === 0) {
      yield;
    }
  }
  return widest;
}

function boxWidth(story: Biography): number {
  const header = 12 + Math.min(story.type.length, 24) * CHARACTER + 8 + shortAddress(story.address).length * SMALL_CHARACTER + 8 + 34 + 8;
  const row = 12 + labelsWidth(story) + Math.max(3, story.textWidth) * CHARACTER + 12;
  return Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, header, row)));
}

function labelsWidth(story: Biography): number {
  return story.labelWidth > 0 ? story.labelWidth * CHARACTER + 12 : 0;
}

/// A chain of holders is followed at most this far, so that a long list does not recurse. Where objects hold each other and no
/// name holds any of them, the instances stand first and what they hold beside them.
function* assignColumns(survey: Survey, anchors: Anchors): Work<Map<number, number>> {
  const columns = new Map<number, number>();
  for (const [serial, { column }] of anchors) {
    columns.set(serial, Math.min(column, MAX_COLUMNS - 1));
  }
  for (const serial of yield* cycles(survey)) {
    if (!columns.has(serial) && survey.objects.get(serial)!.kind === ObjectKind.INSTANCE) {
      columns.set(serial, 0);
    }
  }
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
    if (columns.size % PORTION === 0) {
      yield;
    }
  }
  return columns;
}

/// Objects whose chain of holders leads back to them.
function* cycles(survey: Survey): Work<Set<number>> {
  const found = new Set<number>();
  const seen = new Set<number>();
  let looked = 0;
  for (const serial of survey.objects.keys()) {
    const chain: number[] = [];
    let at: number | 'name' | undefined = serial;
    while (typeof at === 'number' && !seen.has(at)) {
      seen.add(at);
      chain.push(at);
      at = survey.objects.get(at)?.holder;
    }
    const from = typeof at === 'number' ? chain.indexOf(at) : -1;
    for (const each of from < 0 ? [] : chain.slice(from)) {
      found.add(each);
    }
    if (++looked % PORTION === 0) {
      yield;
    }
  }
  return found;
}

/// A box to be placed: an object's, or a group's.
interface Tenancy {
  readonly lead: Biography;
  readonly group: Group | undefined;
  readonly born: number;
  /// From here on the box has no rows but its value's.
  readonly freed: number;
  readonly gone: number;
  readonly rows: number;
}

/// How many live, how many are garbage or freed.
const GROUP_ROWS = 2;
/// Room for "1,234 live · 567 freed".
const GROUP_WIDTH = 24 + 22 * CHARACTER;

/// A column, or the first of some.
interface Site {
  readonly depth: number;
  readonly page: number;
  readonly column: number;
  readonly x: number;
  readonly width: number;
}

interface Tenant {
  readonly y: number;
  bottom: number;
  readonly freed: number;
  /// The lower end of the tombstone.
  readonly low: number;
  readonly gone: number;
}

/// When it takes up less room than now: as a tombstone, and then not at all.
function nextEnd({ bottom, low, freed, gone }: Tenant): number {
  return bottom > low ? Math.min(freed, gone) : gone;
}

/// Places a column's boxes in order of birth, those with an anchor first; the result is the column's lower end.
function* placeColumn(
  tenancies: readonly Tenancy[], at: Site, places: Map<number, Place>, anchors: Anchors
): Work<number> {
  let tenants: Tenant[] = [];
  let lowest = TOP;
  const made: Place[] = [];
  let ends = Infinity;
  for (const tenancy of inOrder(tenancies, anchors)) {
    const { lead, group, born, freed, gone } = tenancy;
    if (born >= ends) {
      tenants = tenants.filter((tenant) => tenant.gone > born);
      for (const tenant of tenants) {
        tenant.bottom = tenant.freed <= born ? tenant.low : tenant.bottom;
      }
      ends = tenants.reduce((first, tenant) => Math.min(first, nextEnd(tenant)), Infinity);
    }
    if (tenants.length >= MAX_ABREAST) {
      continue;
    }
    const height = boxHeight(tenancy.rows);
    const wish = wishOf(tenancy, places, anchors);
    const index = firstGap(tenants, wish, height);
    const y = index.y;
    const tenant = { y, bottom: y + height, freed, low: y + boxHeight(Math.min(1, tenancy.rows)), gone };
    tenants.splice(index.at, 0, tenant);
    ends = Math.min(ends, nextEnd(tenant));
    const place: Place = { ...at, serial: lead.serial, y, height, textX: at.x + 12 + labelsWidth(lead), rank: 0, ...(group && { group }) };
    for (const { serial } of group?.members ?? [lead]) {
      places.set(serial, place);
    }
    made.push(place);
    lowest = Math.max(lowest, y + height);
    if (made.length % PORTION === 0) {
      yield;
    }
  }
  yield;
  made.sort((a, b) => a.y - b.y).forEach((place, above) => {
    place.rank = above;
  });
  return lowest;
}

function isAnchored({ lead, group }: Tenancy, anchors: Anchors): boolean {
  return group === undefined && lead.born === 0 && anchors.has(lead.serial);
}

/// Of birth, those with an anchor first.
function inOrder(tenancies: readonly Tenancy[], anchors: Anchors): Tenancy[] {
  const later = (tenancy: Tenancy): number => (isAnchored(tenancy, anchors) ? 0 : 1);
  return [...tenancies].sort((a, b) => a.born - b.born || later(a) - later(b) || a.lead.serial - b.lead.serial);
}

/// The height at which a box would best stand: its old one, or its holder's.
function wishOf(tenancy: Tenancy, places: ReadonlyMap<number, Place>, anchors: Anchors): number {
  const { serial, holder } = tenancy.lead;
  const anchor = isAnchored(tenancy, anchors) ? anchors.get(serial)!.y : undefined;
  return anchor ?? (typeof holder === 'number' ? (places.get(holder)?.y ?? TOP) : TOP);
}

/// Places boxes in rows of equal height over columns beside each other; otherwise as `placeColumn`.
function* packColumns(
  tenancies: readonly Tenancy[], at: Site, tracks: number, places: Map<number, Place>, anchors: Anchors
): Work<number> {
  const height = boxHeight(tenancies.reduce((most, { rows }) => Math.max(most, rows), 0));
  const step = height + BOX_GAP;
  /// Row by row: until when each place is taken.
  const taken: number[] = [];
  let made = 0;
  yield;
  const ordered = inOrder(tenancies, anchors);
  yield;
  for (const tenancy of ordered) {
    const { lead, group, born, gone } = tenancy;
    let slot = Math.max(0, Math.floor((wishOf(tenancy, places, anchors) - TOP) / step)) * tracks;
    while (slot < taken.length && taken[slot]! > born) {
      slot++;
    }
    if (slot >= MAX_ABREAST * 2) {
      continue;
    }
    while (taken.length < slot) {
      taken.push(0);
    }
    taken[slot] = gone;
    const row = Math.floor(slot / tracks);
    const track = slot % tracks;
    const x = at.x + track * (at.width + CHANNEL);
    const place: Place = {
      ...at, column: at.column + track, x, serial: lead.serial, y: TOP + row * step, height: boxHeight(tenancy.rows), textX: x + 12 + labelsWidth(lead), rank: row, ...(group && { group })
    };
    for (const { serial } of group?.members ?? [lead]) {
      places.set(serial, place);
    }
    if (made++ % PORTION === 0) {
      yield;
    }
  }
  return TOP + Math.ceil(taken.length / tracks) * step;
}

/// `tenants` are in order of y. The first y >= `wish` with room, and where to insert it.
function firstGap(tenants: readonly Tenant[], wish: number, height: number): { y: number; at: number } {
  let y = wish;
  let at = firstBelow(tenants, wish);
  for (; at < tenants.length; at++) {
    const tenant = tenants[at]!;
    if (tenant.y >= y + height + BOX_GAP) {
      break;
    }
    y = tenant.bottom + BOX_GAP;
  }
  return { y, at };
}

/// The first tenant, of those in order of y, that ends too low to be passed over; they do not overlap.
function firstBelow(tenants: readonly Tenant[], y: number): number {
  let low = 0;
  let high = tenants.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tenants[middle]!.bottom + BOX_GAP <= y) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
