/// One moment's picture as plain shapes: what a renderer draws without thinking.

import { GcVerdict, ObjectKind } from '../core/trace/payload';
import { boxRows } from './boxRows';
import { changesBetween, handledBetween, nameKey, slotKey, stackKey } from './changes';
import { CHARACTER, frameBlocks, lowestRow, nameCharacters, NAMES_X, NAME_HEIGHT, TITLE_HEIGHT } from './frames';
import type { FrameBlock, NameRow } from './frames';
import { describe, describeMore, whereabouts } from './describe';
import { generationText } from './gcSentences';
import { sharedText } from './identity';
import { isIterator } from './kinds';
import { CHANNEL, HEADER, ROW, TOP, boxHeight } from './layout';
import type { Layout, Place } from './layout';
import { census, choose, groupBox } from './visible';
import type { Window } from './visible';
import { countText, shortAddress } from './naming';
import type { Naming } from './naming';
import { garbageOf, referencesTo } from './reach';
import { referencesOf } from './references';
import type { SceneEdge, Start } from './references';
import type { Point, Port } from './routes';
import { inlineText, isAlike } from './state';
import type { HeapObject, HeapState } from './state';
import { statusOf } from './status';
import type { BoxStatus } from './status';
import { valueInWords } from './valueWords';
import { clip, english, grouped, listed } from './words';
import type { Words } from './words';

export interface SceneRow {
  readonly label: string;
  readonly text: string;
  readonly textX: number;
  readonly y: number;
  /// The dot where a reference starts.
  readonly dot: Point | undefined;
  /// The reference is weak: the dot is hollow.
  readonly isWeak?: boolean;
  readonly changed: boolean;
}

export interface SceneBox {
  readonly serial: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly type: string;
  readonly address: string;
  readonly badge: string;
  /// The scratch count of a collection under way.
  readonly gcRefs: string | undefined;
  readonly status: BoxStatus;
  /// The word on the box's edge; '' = none.
  readonly tag: string;
  readonly changed: boolean;
  /// "1 → 2" where this moment changed the count; '' otherwise.
  readonly countNote: string;
  readonly rows: readonly SceneRow[];
  /// All of it in words.
  readonly description: string;
  /// The key of the group whose box it is.
  readonly group?: string;
}

export interface SceneName {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly name: string;
  readonly text: string;
  readonly dot: Point | undefined;
  readonly changed: boolean;
  /// Unbound by this very moment.
  readonly gone: boolean;
  /// A temporary of the value stack.
  readonly temporary?: boolean;
  /// The reference is borrowed: it is not counted.
  readonly borrowed?: boolean;
  /// Not a name: the row stands for names that the cell has nothing to do with.
  readonly isFold?: boolean;
  readonly description: string;
  /// Why the value beside it is an object that all share, if it is one.
  readonly note?: string;
}

export interface Scene {
  /// What stands over the objects.
  readonly title: string;
  readonly titleX: number;
  readonly width: number;
  readonly height: number;
  readonly frames: readonly { title: string; y: number; more: number; moreY: number; depth: number }[];
  readonly names: readonly SceneName[];
  readonly boxes: readonly SceneBox[];
  readonly edges: readonly SceneEdge[];
  /// Objects that would be drawn, were they not too many.
  readonly undrawn: number;
  readonly garbage: { readonly objects: number; readonly bytes: number };
}

export interface SceneOptions {
  readonly layout: Layout;
  readonly naming: Naming;
  readonly strings: readonly string[];
  readonly words?: Words;
  /// The moment before, for what changed; none = nothing is lit.
  readonly before?: HeapState;
  /// The picture is of a part of a moment: what it does to a collection's scratch counts is lit too.
  readonly isPart?: boolean;
  /// Only boxes that meet it are drawn.
  readonly window?: Window;
  readonly maxBoxes?: number;
  /// Blocks in use; undefined = not told.
  readonly blocks?: number | undefined;
  readonly remembered?: Remembered;
}

interface MadeBox {
  /// The object as it was, or as it is with the same to tell.
  object: HeapObject;
  readonly box: SceneBox;
  readonly starts: readonly Start[];
  readonly status: BoxStatus;
  /// References to it that the picture shows.
  readonly references: number;
}

/// What was drawn before in one layout: an object that nothing has happened to gets the same box again.
export class Remembered {
  private readonly boxes = new Map<number, MadeBox>();

  get(object: HeapObject, status: BoxStatus, references: number): MadeBox | undefined {
    const made = this.boxes.get(object.serial);
    if (made === undefined || made.status !== status || made.references !== references || !isAlike(made.object, object)) {
      return undefined;
    }
    made.object = object;
    return made;
  }

  set(made: MadeBox): void {
    this.boxes.set(made.object.serial, made);
  }

  /// Forgets what is not there, where that is much.
  prune({ objects }: HeapState): void {
    if (this.boxes.size > 2 * objects.size + 1_000) {
      for (const serial of this.boxes.keys()) {
        if (!objects.has(serial)) {
          this.boxes.delete(serial);
        }
      }
    }
  }
}

export const MAX_BOXES = 2_500;

/// Names without a row of their own that are told one by one.
const MAX_LISTED = 30;

/// The recorder's word for a built-in function, drawn in place.
const BUILTIN = 'a built-in function';

export function buildScene(state: HeapState, options: SceneOptions): Scene {
  const { layout, strings } = options;
  const words = options.words ?? english;
  const changes = options.before && changesBetween(options.before, state);
  const handled = options.isPart === true ? handledBetween(options.before, state) : undefined;
  const garbage = garbageOf(state);
  const shown = referencesTo(state);
  const { drawn, groups, undrawn, bottom } = choose(state, options, changes?.objects);

  const starts: Start[] = [];
  const frames = frameBlocks(state, TOP - 36, words, layout.quiet, options.isPart);
  const names = frames.flatMap((block) => namesOf(block, state, options, words, changes?.names, starts));
  const make = (object: HeapObject, status: BoxStatus, references: number): MadeBox => {
    const place = layout.places.get(object.serial)!;
    const own: Port[] = [];
    const rows = rowsOf(object, place, state, options, words, changes?.slots, own);
    const height = Math.min(place.height, Math.max(boxHeight(rows.length), object.freed ? HEADER : 0));
    const gcRefs = state.collection?.refs.get(object.serial);
    // Such as `gc.callbacks`: a module holds it, which has no box. A note on its count takes the same room.
    const isHeldUnseen = status === 'live' && references === 0 && changes?.counts.has(object.serial) !== true;
    const box: SceneBox = {
      serial: object.serial, x: place.x, y: place.y, width: place.width, height,
      type: clip(object.type, 24),
      address: shortAddress(object.address),
      badge: countText(object.count),
      gcRefs: gcRefs === undefined || object.freed ? undefined : String(gcRefs),
      status,
      tag: tagOf(object, status, state, words) || (changes?.born.has(object.serial) && !object.isOld ? words.__('new') : isHeldUnseen ? words.__('holder not shown') : ''),
      changed: (changes?.objects.has(object.serial) ?? false) || (handled?.objects.has(object.serial) ?? false),
      countNote: countNoteOf(changes?.counts.get(object.serial)),
      rows,
      description: describe(object, status, references, options.naming, words)
        + describeMore(object, gcRefs, changes?.counts.get(object.serial), options.naming, strings, words)
        + (object.freed ? '' : whereabouts(object, words))
    };
    const begun = own.map((port): Start => ({ port, source: object.serial, isGarbage: status === 'garbage', changed: changes?.slots.has(port.key) ?? false, borrowed: false }));
    return { object, box, starts: begun, status, references };
  };
  const boxes = drawn.map((object) => {
    const { serial } = object;
    const status = statusOf(object, garbage);
    const references = shown.get(serial) ?? 0;
    const isStill = state.collection === undefined && !(changes?.objects.has(serial) ?? false) && !(handled?.objects.has(serial) ?? false);
    const old = isStill ? options.remembered?.get(object, status, references) : undefined;
    const made = old ?? make(object, status, references);
    if (isStill && made !== old) {
      options.remembered?.set(made);
    }
    starts.push(...made.starts);
    return made.box;
  });
  for (const gathered of groups) {
    const box = groupBox(gathered, state, garbage, changes, words);
    boxes.push(box.box);
    for (const port of box.ports(layout)) {
      starts.push({ port, source: undefined, isGarbage: box.box.status === 'garbage', changed: false, borrowed: false });
    }
  }
  options.remembered?.prune(state);
  const obstacles = (): Place[] => [...drawn.map(({ serial }) => layout.places.get(serial)!), ...groups.map(({ place }) => place)];
  const edges = referencesOf(starts, state, layout, obstacles, handled?.links);
  let bytes = 0;
  for (const serial of garbage) {
    bytes += state.objects.get(serial)!.size;
  }
  const last = frames[frames.length - 1];
  const { collection } = state;
  const isCandidate = ({ serial }: HeapObject): boolean => collection?.refs.has(serial) === true;
  const candidates = collection === undefined ? 0 : [...drawn, ...groups.flatMap(({ members }) => members)].filter(isCandidate).length;
  const { live, freed, placeless, isWhole } = census(state, layout);
  const tooMany = undrawn + placeless;
  const hidden = options.blocks === undefined ? undefined : Math.max(0, options.blocks - live);
  const title = titleOf(state, candidates, { shown: live + freed - undrawn, freed, tooMany, hidden, isWhole, aside: layout.grouping.aside }, words);
  const titleX = layout.columns[0]?.x ?? NAMES_X + layout.names + CHANNEL;
  return {
    title, titleX,
    width: Math.max(layout.width, titleX + LEAST_TITLE),
    height: Math.max(bottom + 26, last === undefined ? 0 : lowestRow(last) + 34 + (last.more > 0 ? 20 : 0)),
    frames: frames.map((block) => ({ title: block.title, y: block.y, more: block.more, moreY: lowestRow(block) + 40, depth: block.depth })),
    names, boxes, edges, undrawn: tooMany,
    garbage: { objects: garbage.size, bytes }
  };
}

/// Where the boxes of what has changed stand, in any window.
export function changedPlaces(state: HeapState, before: HeapState, isPart: boolean, layout: Layout): Place[] {
  const handled = isPart ? handledBetween(before, state).objects : [];
  return [...new Set([...changesBetween(before, state).objects, ...handled])].flatMap((serial) => layout.places.get(serial) ?? []);
}

/// The width of a character of the title, about.
export const TITLE_CHARACTER = 6;
const TITLE_Y = 24;
const TITLE_LINE = 13;
/// What stands over the objects has this room at least.
const LEAST_TITLE = 256;

/// The title in one line, or in two: broken behind the last dot that leaves the first line no wider than `room`, or behind the first dot.
export function titleLines(title: string, room: number): { text: string; y: number }[] {
  const dots = [...title.matchAll(/ · /g)].map(({ index }) => index);
  const at = title.length * TITLE_CHARACTER <= room ? undefined : (dots.filter((dot) => dot * TITLE_CHARACTER <= room).pop() ?? dots[0]);
  return at === undefined ? [{ text: title, y: TITLE_Y }] : [{ text: title.slice(0, at), y: TITLE_Y - TITLE_LINE }, { text: title.slice(at + 3), y: TITLE_Y }];
}

interface Numbers {
  readonly shown: number;
  readonly freed: number;
  readonly tooMany: number;
  readonly hidden: number | undefined;
  readonly isWhole: boolean;
  readonly aside: number;
}

function titleOf(state: HeapState, candidates: number, { shown, freed, tooMany, hidden, isWhole, aside }: Numbers, words: Words): string {
  const { collection } = state;
  if (collection !== undefined) {
    if (collection.refs.size === 0) {
      // Nobody has a gc_refs yet, or any more.
      return words.__('%1 · %2 candidates', generationText(collection.generation, words).toUpperCase(), grouped(collection.candidates));
    }
    return words.__(
      '%1 · %2 of %3 candidates shown · ● = ob_refcnt, ■ = gc_refs',
      generationText(collection.generation, words).toUpperCase(), grouped(candidates), grouped(Math.max(collection.candidates, collection.refs.size))
    );
  }
  const title = words._n('HEAP · %2 object shown', 'HEAP · %2 objects shown', shown, grouped(shown));
  const notes = [
    ...(freed > 0 ? [words.__('%1 freed', grouped(freed))] : []),
    ...(tooMany > 0 ? [words.__('%1 more are too many to draw', grouped(tooMany))] : [])
  ];
  const all = notes.length === 0 ? title : `${title} (${notes.join('; ')})`;
  if (hidden === undefined) {
    return all;
  }
  const what = [
    words.__('builtins, code, strings'), ...(isWhole ? [] : [words.__('further items')]), ...(aside === 0 ? [] : [words.__('%1 that this cell does not use', grouped(aside))])
  ];
  return words.__('%1 · %2 hidden (%3)', all, grouped(hidden), what.join(', '));
}

function countNoteOf(change: readonly [number, number] | undefined): string {
  return change === undefined ? '' : `${countText(change[0])} → ${countText(change[1])}`;
}

function tagOf(object: HeapObject, status: BoxStatus, state: HeapState, words: Words): string {
  switch (status) {
    case 'freed':
      return object.finalized ? words.__('freed · __del__ ran') : words.__('freed');
    case 'dying':
      return words.__('being freed');
    case 'garbage':
      return object.finalized ? words.__('garbage · __del__ ran') : words.__('garbage');
    default: {
      if (state.collection?.rescued.has(object.serial)) {
        return words.__('rescued');
      }
      const generation = state.collection?.promoted.get(object.serial);
      if (generation !== undefined) {
        return words.__('→ generation %1', generation);
      }
      return state.collection?.verdicts.get(object.serial) === GcVerdict.REACHABLE ? words.__('stays') : '';
    }
  }
}

function rowsOf(
  object: HeapObject, place: Place, state: HeapState, { layout, strings }: SceneOptions, words: Words, changed: ReadonlySet<string> | undefined,
  ports: Port[]
): SceneRow[] {
  const rows = boxRows(object, strings);
  // A box is no wider than its limit, however long its labels are.
  return rows.map((row, i) => {
    const textX = row.label === '' ? place.x + 12 : place.textX;
    const room = Math.max(1, Math.floor((place.x + place.width - 6 - textX) / CHARACTER));
    const y = place.y + HEADER + i * ROW + 13;
    const key = row.slot === undefined ? '' : slotKey(object.serial, row.slot);
    const lit = changed?.has(key) ?? false;
    let dot: Point | undefined;
    const target = row.ref === undefined ? undefined : layout.places.get(row.ref);
    if (row.ref !== undefined && target !== undefined) {
      // Of a weak reference the text stays before the dot.
      const right = { x: row.isWeak === true ? place.x + place.width - 12 : textX + 4, y: y - 4 };
      // A little lower, so that it does not lie on a line that comes from the box before, in the same row.
      const left = { x: place.x, y: y + 1 };
      dot = target.column < place.column ? left : right;
      ports.push({ key, target: row.ref, column: place.column, right, left, ...(row.isWeak === true && { isWeak: true }) });
    }
    // What has no box, being code or left out of the trace, is told in a word.
    const text = row.ref !== undefined && target === undefined && row.isWeak !== true ? valueOf(row.ref, state, strings, words) : row.label === '' ? valueInWords(row.text, object, words) : row.text;
    return { label: row.label, text: clip(text, room), textX, y, dot, changed: lit, ...(row.isWeak === true && dot !== undefined && { isWeak: true }) };
  });
}

function namesOf(block: FrameBlock, state: HeapState, options: SceneOptions, words: Words, changed: ReadonlySet<string> | undefined, starts: Start[]): SceneName[] {
  const names: SceneName[] = [];
  const room = nameCharacters(options.layout.names);
  if (block.quiet.length > 0) {
    names.push({
      key: 'quiet', x: NAMES_X, y: block.y + TITLE_HEIGHT, width: options.layout.names, height: NAME_HEIGHT, name: words._n('⋯ %1 other name', '⋯ %1 other names', block.quiet.length),
      text: '', dot: undefined, changed: false, gone: false, isFold: true,
      description: words._n('%1 name that this cell does not use; press to show it: %2', '%1 names that this cell does not use; press to show them: %2', block.quiet.length, listed(block.quiet.map((name) => clip(name, 40)), MAX_LISTED, words))
    });
  }
  for (const row of block.rows) {
    const key = row.index === undefined ? nameKey(row.depth, row.name) : stackKey(row.depth, row.index);
    const lit = changed?.has(key) ?? false;
    if (row.ref === undefined && !lit) {
      continue;
    }
    const sequence = row.index === undefined ? undefined : loopedOver(row.ref, state, options);
    const place = row.ref === undefined ? undefined : options.layout.places.get(sequence ?? row.ref);
    if (row.index !== undefined && place === undefined && options.isPart !== true) {
      continue;
    }
    const dot = place && { x: NAMES_X + options.layout.names - 12, y: row.y + NAME_HEIGHT / 2 };
    if (dot && place) {
      starts.push({ port: { key, target: place.serial, column: -1, right: dot, left: dot }, source: undefined, isGarbage: false, changed: lit, borrowed: row.borrowed === true, isGlobal: row.depth === 0 && row.index === undefined });
    }
    const text = dot || row.ref === undefined ? '' : valueOf(row.ref, state, options.strings, words);
    const shared = row.ref === undefined || row.ref >= 0 ? '' : sharedText(inlineText(row.ref, options.strings), words);
    const name = clip(sequence === undefined ? row.name : words.__('for loop'), room - (text === '' ? 1 : Math.min(6, text.length) + 1));
    names.push({
      key, x: NAMES_X, y: row.y, width: options.layout.names, height: NAME_HEIGHT, name,
      text: clip(text, room - name.length - 1), dot, changed: lit, gone: row.ref === undefined,
      ...(shared !== '' && { note: shared }), ...(row.index !== undefined && { temporary: true }), ...(row.borrowed === true && { borrowed: true }),
      description: sequence === undefined ? nameDescription(row, options.naming, words) : words.__('the for loop goes through %1', options.naming.noun(sequence))
    });
  }
  return names;
}

function nameDescription({ name, ref, borrowed }: NameRow, naming: Naming, words: Words): string {
  if (ref === undefined) {
    return words.__('%1 is no longer a name', name);
  }
  const target = naming.target(ref, name);
  return borrowed === true ? words.__('%1 borrows a reference to %2: it is not counted', clip(name, 80), target) : words.__('%1 refers to %2', clip(name, 80), target);
}

/// What a `for` goes through, if the iterator that it keeps on the value stack has no box of its own.
function loopedOver(ref: number | undefined, state: HeapState, { layout }: SceneOptions): number | undefined {
  const iterator = ref === undefined || ref < 0 || layout.places.has(ref) ? undefined : state.objects.get(ref);
  return iterator === undefined || !isIterator(iterator.type) ? undefined : iterator.slots.get('it_seq');
}

function valueOf(ref: number, state: HeapState, strings: readonly string[], words: Words): string {
  switch (ref < 0 ? undefined : state.objects.get(ref)?.kind) {
    case ObjectKind.CLASS:
      return words.__('class');
    case ObjectKind.FUNCTION:
      return words.__('function');
    default:
      return (ref < 0 ? shortValue(inlineText(ref, strings), words) : (state.objects.get(ref)?.type ?? '…')).replace(/\s+/g, ' ');
  }
}

/// What the recorder says of every function of C is cut short beside a name.
function shortValue(text: string, words: Words): string {
  return text === BUILTIN ? words.__('built-in') : text;
}
