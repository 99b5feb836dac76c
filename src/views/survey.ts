/// One pass over a trace that collects each object's biography: what layout, lifelines and
/// sentences need to know about all moments before they can draw one.

import { ObjectKind, Op } from '../core/trace/payload';
import { entries, inlineText } from './state';
import type { HeapObject } from './state';
import { findGarbage } from './reach';
import { NOTHING_ASIDE, Parts } from './aside';
import type { Aside } from './aside';
import { Attributes } from './attributes';
import { Holders } from './holders';
import type { Hold } from './holders';
import { CodeHolders } from './codeHolders';
import { isIterator } from './kinds';
import { isSequence, labelLength, moreText, rowCount, textLength } from './boxRows';
import { eachOp } from './timeline';
import type { Timeline } from './timeline';
import { MAX_NAMES, drawnFrames } from './frames';
import { mentionedNames } from './mentioned';
import { quietNames, stillQuiet } from './quietNames';
import { PORTION, finish } from './work';
import type { Work } from './work';
import { clip } from './words';

export interface Biography {
  readonly serial: number;
  readonly type: string;
  readonly kind: number;
  readonly address: number;
  /// Moments: of its first appearance, of its deallocation, and of the end of its tombstone (end + 1 = not in this trace).
  readonly born: number;
  freed: number;
  gone: number;
  /// [moment, count], strictly ascending moments.
  readonly counts: [number, number][];
  /// Moments in which anything about it changed, ascending.
  readonly changes: number[];
  /// Half-open stretches of moments in which it was garbage.
  readonly garbage: [number, number][];
  /// What first referred to it for good: 'name', or the serial number of a holder.
  holder: 'name' | number | undefined;
  /// The last object that began to refer to it; often the same.
  lastHolder: number | undefined;
  /// The name or slot by which `holder` referred to it; '' without one.
  holderLabel: string;
  /// The expression a learner would reach it by (`michael.friends`), or ''.
  path: string;
  /// Its own `name` attribute, or ''.
  title: string;
  /// An attribute with its first value, if that tells it from others with the same type and path (`number 3`); else ''.
  mark: string;
  /// It referred to another object that is told.
  refersToObjects: boolean;
  /// A function or class that holds data of the learner's.
  holdsData: boolean;
  /// The most rows its box ever had, and the characters of its widest label and text.
  rows: number;
  labelWidth: number;
  textWidth: number;
}

export interface Survey {
  readonly end: number;
  readonly objects: ReadonlyMap<number, Biography>;
  /// How many objects of each type the trace has.
  readonly types: ReadonlyMap<string, number>;
  readonly collections: readonly { from: number; to: number; generation: number; reason: number }[];
  /// Names of the module that the cell has nothing to do with.
  readonly quiet: ReadonlySet<string>;
  /// Objects of earlier cells that it has nothing to do with, and their names.
  readonly aside: Aside;
  /// The most name rows and frames that stand on the left at any moment, each name with a row of its own.
  readonly nameRows: number;
  readonly frames: number;
  /// Of the longest name with a value that is drawn beside it.
  readonly nameCharacters: number;
}

/// `findGarbage` visits every entry of the state; beyond this many visits lifelines do without.
const GARBAGE_BUDGET = 1_500_000;

/// A sequence has room for a number of as many digits.
const A_LARGE_LENGTH = 10_000;

export function survey(timeline: Timeline): Survey {
  return finish(surveying(timeline));
}

export function* surveying(timeline: Timeline): Work<Survey> {
  const objects = new Map<number, Biography>();
  const holders = new Holders();
  const { holds } = holders;
  /// Moment -> the container that got an item which is not told.
  const hoarded = new Map<number, number>();
  const attributes = new Attributes();
  const codeHolders = new CodeHolders();
  const collections: { from: number; to: number; generation: number; reason: number }[] = [];
  const { strings } = timeline.payload;
  const end = timeline.end;
  let quiet: ReadonlyMap<string, number> = new Map();
  let parts: Parts | undefined;
  /// Objects that the cell did something to, or gave another name, holder or place on a stack.
  const used = new Set<number>();
  /// Names of the module that the cell bound or unbound.
  const changedNames = new Set<string>();
  const open = new Set<number>();
  let budget = GARBAGE_BUDGET;
  let nameCharacters = 0;
  let nameRows = 0;
  let frames = 1;

  yield* timeline.replay((index, draft, moment) => {
    let loosened = false;
    const touch = (serial: number): Biography | undefined => {
      const object = draft.objects.get(serial);
      let story = objects.get(serial);
      if (story === undefined && object !== undefined) {
        story = begin(object, index, end);
        objects.set(serial, story);
      }
      if (story !== undefined) {
        note(story, object, index);
      }
      return story;
    };
    /// A container with more items than are told, if it got one in this moment.
    let grown = 0;
    eachOp(moment, (op, at) => {
      const a = moment.ops[at + 1]!;
      const b = moment.ops[at + 2]!;
      switch (op) {
        case Op.NAME: {
          const ref = moment.ops[at + 3]!;
          holders.name(a, strings[b]!, ref, index === 0);
          nameCharacters = Math.max(nameCharacters, textLength(strings[b]!) + 1 + (ref < 0 ? valueLength(inlineText(ref, strings)) : 0));
          loosened = true;
          if (a === 0 && index > 0) {
            changedNames.add(strings[b]!);
          }
          if (index > 0) {
            used.add(ref);
          }
          return;
        }
        case Op.GC_START:
          collections.push({ from: index, to: end, generation: a, reason: b });
          return;
        case Op.GC_STOP:
          if (collections.length > 0) {
            collections[collections.length - 1]!.to = index;
          }
          return;
        case Op.UNNAME:
          loosened = true;
          if (a === 0) {
            changedNames.add(strings[b]!);
          }
          return;
        case Op.RETURN:
          holders.return();
          loosened = true;
          return;
        case Op.FRAME:
          holders.call();
          return;
        case Op.PUSH:
        case Op.PUSH_BORROWED:
          used.add(a);
          return;
        case Op.POP:
        case Op.BORROWED:
        case Op.OUTPUT:
        case Op.RAISE:
        case Op.IDENTITY:
        case Op.GC_PHASE:
        case Op.GC_UNSHOWN:
        case Op.GC_SWITCH:
        case Op.GC_PROMOTE:
        case Op.GC_CLEAR:
          return;
        case Op.GC_SUBTRACT:
        case Op.GC_REACHED:
          touch(b);
          return;
        case Op.WEAKREF_CLEARED:
          touch(b);
          used.add(b);
          return;
        case Op.GC_REFS:
        case Op.GC_VERDICT:
          // That the collector looks at it is nothing that the cell does.
          touch(a);
          return;
        case Op.SLOT:
          // A frame that an exception keeps holds what its function's names held.
          holders.slot(a, strings[b]!, moment.ops[at + 3]!, draft.objects.get(a)?.type === 'frame');
          loosened = true;
          break;
        default:
          loosened = true;
      }
      if (op === Op.LENGTH && b > (draft.objects.get(a)?.slots.size ?? 0)) {
        grown = a;
      }
      const story = touch(a);
      if (index > 0) {
        used.add(a);
      }
      if (story !== undefined && op === Op.SLOT) {
        const ref = moment.ops[at + 3]!;
        const text = ref < 0 ? inlineText(ref, strings) : '';
        story.refersToObjects ||= ref >= 0;
        if (index > 0) {
          used.add(ref);
        }
        measure(story, strings[b]!, text);
        attributes.note(story, strings[b]!, text);
        codeHolders.note(story, strings[b]!, ref);
      } else if (story !== undefined && op === Op.VALUE) {
        measure(story, '', isSequence(story) ? moreText(A_LARGE_LENGTH, strings[b]) : strings[b]!);
      }
    });
    if (index === 0) {
      const mentioned = mentionedNames(timeline.payload);
      quiet = quietNames(draft, mentioned, end);
      parts = end > 0 ? new Parts(draft, mentioned) : undefined;
    }
    if (grown > 0 && index > 0) {
      hoarded.set(index, grown);
    }
    frames = Math.max(frames, draft.frames.length);
    nameRows = Math.max(nameRows, drawnFrames(draft.frames.length).reduce((rows, d) => rows + Math.min(draft.frames[d]!.names.size, MAX_NAMES), 0));
    if (loosened && budget > 0) {
      budget -= entries(draft) + 1;
      markGarbage(objects, findGarbage(draft), open, index, end);
    }
  });

  holders.settle(objects);
  const types = new Map<string, number>();
  let told = 0;
  for (const story of objects.values()) {
    types.set(story.type, (types.get(story.type) ?? 0) + 1);
    const hold = holds.get(story.serial);
    // What a loop goes through is held by no object to be seen.
    const held = typeof hold?.owner === 'number' && isIterator(objects.get(hold.owner)?.type ?? '') && !holds.has(hold.owner) ? undefined : hold;
    // What came up when a container grew beyond the items that are told, and is held by nothing else, went there.
    const hoarder = held === undefined && story.freed > story.born ? hoarded.get(story.born) : undefined;
    story.holder = held?.owner ?? (hoarder === story.serial ? undefined : hoarder);
    story.holderLabel = held?.label ?? '';
    story.lastHolder = holders.lastOf(story.serial);
    if (told++ % PORTION === 0) {
      yield;
    }
  }
  for (const story of objects.values()) {
    story.path = pathOf(story.serial, objects, holds, 0);
    if (told++ % PORTION === 0) {
      yield;
    }
  }
  yield* attributes.mark(objects.values());
  codeHolders.mark(objects);
  const isUsed = (serial: number): boolean => {
    const { born, garbage } = objects.get(serial)!;
    return born > 0 || used.has(serial) || (garbage.length > 0 && !isLost(serial));
  };
  const isLost = (serial: number): boolean => {
    const stretch = objects.get(serial)!.garbage[0];
    return stretch !== undefined && stretch[0] === 0 && stretch[1] > end;
  };
  const aside = parts?.aside(objects.keys(), isUsed, isLost) ?? NOTHING_ASIDE;
  return { end, objects, types, collections, aside, quiet: stillQuiet(quiet, changedNames, (ref) => objects.get(ref)?.holdsData === true), nameCharacters, nameRows, frames };
}

function begin(object: HeapObject, index: number, end: number): Biography {
  return {
    serial: object.serial, type: object.type, kind: object.kind, address: object.address,
    born: index, freed: end + 1, gone: end + 1, counts: [], changes: [], garbage: [],
    holder: undefined, lastHolder: undefined, holderLabel: '', path: '', title: '', mark: '', refersToObjects: false, holdsData: false, rows: 0, labelWidth: 0, textWidth: 0
  };
}

function note(story: Biography, object: HeapObject | undefined, index: number): void {
  if (story.changes[story.changes.length - 1] !== index) {
    story.changes.push(index);
  }
  if (object === undefined) {
    story.gone = index;
    return;
  }
  if (object.freed && story.freed > index) {
    story.freed = index;
  }
  const last = story.counts[story.counts.length - 1];
  if (last?.[0] === index) {
    last[1] = object.count;
  } else if (last?.[1] !== object.count) {
    story.counts.push([index, object.count]);
  }
  story.rows = Math.max(story.rows, rowCount(object));
}

/// Takes in one slot or value of an object: how wide it is drawn, and whether it is the object's own name.
function measure(story: Biography, label: string, text: string): void {
  story.labelWidth = Math.max(story.labelWidth, labelLength(label));
  story.textWidth = Math.max(story.textWidth, textLength(text));
  if (label === 'name' && story.title === '' && text !== '') {
    story.title = clip(text.replace(/^(['"])(.*)\1$/s, '$2').replace(/\s+/g, ' '), 24);
  }
}

/// `open` holds who was garbage until now, and is brought up to date.
function markGarbage(objects: Map<number, Biography>, garbage: ReadonlySet<number>, open: Set<number>, index: number, end: number): void {
  for (const serial of open) {
    if (!garbage.has(serial)) {
      open.delete(serial);
      const stretches = objects.get(serial)!.garbage;
      stretches[stretches.length - 1]![1] = index;
    }
  }
  for (const serial of garbage) {
    if (!open.has(serial)) {
      open.add(serial);
      objects.get(serial)!.garbage.push([index, end + 1]);
    }
  }
}

/// Longer values are cut anyway, and say nothing about how wide the names must be.
const LONG_VALUE = 16;

function valueLength(text: string): number {
  const length = textLength(text);
  return length > LONG_VALUE ? LONG_VALUE / 2 : length;
}

const MAX_PATH = 40;
/// Labels of slots that Python has no expression for.
const NO_ATTRIBUTE: ReadonlySet<string> = new Set(['.0', 'it_seq']);

function pathOf(serial: number, objects: ReadonlyMap<number, Biography>, holds: ReadonlyMap<number, Hold>, depth: number): string {
  const hold = holds.get(serial);
  if (hold === undefined || depth > 8 || NO_ATTRIBUTE.has(hold.label)) {
    return '';
  }
  if (hold.owner === 'name') {
    return clip(hold.label, MAX_PATH);
  }
  const known = objects.get(hold.owner)?.path;
  const owner = known || pathOf(hold.owner, objects, holds, depth + 1);
  if (owner === '') {
    return '';
  }
  const path = hold.label.startsWith('[') ? owner + hold.label : isKey(hold.label) ? `${owner}[${hold.label}]` : `${owner}.${hold.label}`;
  return path.length > MAX_PATH ? '' : path;
}

/// A label that is a dict's key in its repr, not an attribute's name.
function isKey(label: string): boolean {
  return !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(label);
}

/// True for what came and went within one moment without a name or an object that held it: a temporary. Instances of the
/// learner's classes are worth more than that.
export function isPassing(story: Biography): boolean {
  return story.freed === story.born && story.holder === undefined && story.kind !== ObjectKind.INSTANCE;
}
