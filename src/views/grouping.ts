/// Which objects get a box of their own, and which share one: what keeps a picture of 2,000
/// lists readable. Decided once for the whole trace, so that no step moves anything.

import type { Aside } from './aside';
import { OF_CLASSES, servesCode } from './codeHolders';
import { isCode, isIterator } from './kinds';
import { isPassing } from './survey';
import type { Biography, Survey } from './survey';
import { PORTION } from './work';
import type { Work } from './work';

/// What the learner asked for.
export interface Wishes {
  /// Types that are left out.
  readonly hiddenTypes: ReadonlySet<string>;
  /// Keys of groups whose members are drawn one by one.
  readonly expanded: ReadonlySet<string>;
  /// Objects whose holdings (what they were the first to hold) are left out.
  readonly collapsed: ReadonlySet<number>;
  /// Classes and functions get boxes too, where the trace tells of their end.
  readonly showCode: boolean;
  /// Names that the cell has nothing to do with get rows of their own.
  readonly allNames: boolean;
}

export const NO_WISHES: Wishes = { hiddenTypes: new Set(), expanded: new Set(), collapsed: new Set(), showCode: false, allNames: false };

export interface Group {
  readonly key: string;
  /// '' = of several: the garbage of earlier cells.
  readonly type: string;
  /// The first member stands for all where a serial number is asked for.
  readonly lead: number;
  readonly members: readonly Biography[];
}

export interface Grouping {
  readonly groups: ReadonlyMap<string, Group>;
  /// Serial number -> key of its group.
  readonly groupOf: ReadonlyMap<number, string>;
  /// Objects without any box.
  readonly hidden: ReadonlySet<number>;
  /// How many of these are left out only for being of earlier cells.
  readonly aside: number;
}

/// Siblings that can be seen at one time without becoming a group, and those of a group that keep their own box.
const MAX_SIBLINGS = 12;
const OWN_BOX = 3;
/// Families nest at most as deep; what hangs on to that, such as the rest of a linked list, is one family.
const MAX_DEPTH = 8;

/// The key of the group for garbage of earlier cells, and from how many members on there is one.
export const LOST = 'lost';
const LOST_FROM = 8;

/// `aside`: more objects without a box, and garbage that gets one box.
export function* grouping(survey: Survey, wishes: Wishes, aside: Aside): Work<Grouping> {
  const hidden = yield* hiddenObjects(survey, wishes);
  const before = hidden.size;
  for (const serial of aside.objects) {
    hidden.add(serial);
  }
  const more = hidden.size - before;
  const lost = wishes.expanded.has(LOST) ? [] : [...survey.objects.values()].filter(({ serial }) => aside.garbage.has(serial) && !hidden.has(serial));
  const groups = new Map<string, Group>();
  const groupOf = new Map<number, string>();
  if (lost.length >= LOST_FROM) {
    groups.set(LOST, { key: LOST, type: '', lead: lost[0]!.serial, members: lost });
    lost.forEach(({ serial }) => groupOf.set(serial, LOST));
  }
  const families = new Map<string, Biography[]>();
  const familyOf = new Map<number, Family>();
  // Holders come before what they hold in order of their birth; a later holder counts as none.
  for (const story of survey.objects.values()) {
    if (hidden.has(story.serial) || groupOf.has(story.serial)) {
      continue;
    }
    const above = typeof story.holder === 'number' ? familyOf.get(story.holder) : undefined;
    const holder = holderKey(story, above);
    const key = `${holder}|${story.type}`;
    familyOf.set(story.serial, { key, holder, depth: (above?.depth ?? 0) + 1 });
    if (familyOf.size % PORTION === 0) {
      yield;
    }
    const family = families.get(key);
    if (family === undefined) {
      families.set(key, [story]);
    } else {
      family.push(story);
    }
  }
  for (const [key, family] of families) {
    if (wishes.expanded.has(key) || family.length <= MAX_SIBLINGS || atOneTime(family) <= MAX_SIBLINGS) {
      continue;
    }
    const members = family.slice(OWN_BOX);
    groups.set(key, { key, type: members[0]!.type, lead: members[0]!.serial, members });
    for (const { serial } of members) {
      groupOf.set(serial, key);
    }
    yield;
  }
  return { groups, groupOf, hidden, aside: more };
}

/// What the family of an object is known by.
interface Family {
  readonly key: string;
  /// Of what holds it.
  readonly holder: string;
  readonly depth: number;
}

/// Siblings are held by the same thing: by one name, by one object, or by objects that are siblings themselves.
function holderKey(story: Biography, above: Family | undefined): string {
  if (above !== undefined) {
    return above.depth <= MAX_DEPTH ? `${above.key}>` : above.holder;
  }
  return story.holder === 'name' ? `name ${story.holderLabel}` : typeof story.holder === 'number' ? `held ${story.holder}` : 'free';
}

/// The most of them that there are at one moment, tombstones included.
export function atOneTime(family: readonly { readonly born: number; readonly gone: number }[]): number {
  const births = new Float64Array(family.length);
  const ends = new Float64Array(family.length);
  family.forEach(({ born, gone }, i) => {
    births[i] = born;
    ends[i] = gone;
  });
  births.sort();
  ends.sort();
  let most = 0;
  let gone = 0;
  for (let born = 0; born < births.length; born++) {
    while (ends[gone]! <= births[born]!) {
      gone++;
    }
    most = Math.max(most, born + 1 - gone);
  }
  return most;
}

/// Code, what only code holds for its own ends (`_fields_` of a class), and what the learner left out.
function* hiddenObjects(survey: Survey, wishes: Wishes): Work<Set<number>> {
  const known = new Map<number, boolean>();
  const isHidden = (story: Biography): boolean => {
    let hidden = known.get(story.serial);
    if (hidden === undefined) {
      // Objects that hold each other are not hidden for that.
      known.set(story.serial, false);
      const holder = typeof story.holder === 'number' ? survey.objects.get(story.holder) : undefined;
      const inner = holder !== undefined && isCode(holder.kind) && servesCode(story.holderLabel, story.type);
      const below = holder !== undefined && (wishes.collapsed.has(holder.serial) || isHidden(holder));
      hidden = !isDrawn(story, wishes.showCode) || inner || below || wishes.hiddenTypes.has(story.type);
      known.set(story.serial, hidden);
    }
    return hidden;
  };
  const found = new Set<number>();
  let looked = 0;
  for (const story of survey.objects.values()) {
    if (isHidden(story)) {
      found.add(story.serial);
    }
    if (++looked % PORTION === 0) {
      yield;
    }
  }
  return found;
}

/// What a generator expression goes through things with.
const ARGUMENT_OF_GENERATOR = '.0';

/// Classes and functions are told beside their names. A box of their own says something only of the data that they hold, or of
/// their end.
export function isDrawn(story: Biography, showCode: boolean): boolean {
  if (isCode(story.kind)) {
    return story.holdsData || (showCode && (story.garbage.length > 0 || story.freed < story.gone));
  }
  // Without a holder: what a loop keeps on the value stack, which the loop's row tells, and a constant that it goes through.
  const isGenerators = isIterator(story.type) && story.holderLabel === ARGUMENT_OF_GENERATOR;
  const isLoops = isIterator(story.type) || (story.type === 'tuple' && !story.refersToObjects && !isPassing(story));
  return !OF_CLASSES.has(story.type) && !isGenerators && (story.holder !== undefined || !isLoops);
}

/// What there is to draw, by type.
export interface TypeCounts {
  /// The most frequent first.
  readonly types: readonly (readonly [type: string, count: number])[];
  /// Classes and functions that are drawn only if the learner wants them.
  readonly code: number;
}

export function* countingTypes(survey: Survey): Work<TypeCounts> {
  const counts = new Map<string, number>();
  let code = 0;
  let looked = 0;
  for (const story of survey.objects.values()) {
    if (!isDrawn(story, false)) {
      code += isDrawn(story, true) ? 1 : 0;
    } else {
      counts.set(story.type, (counts.get(story.type) ?? 0) + 1);
    }
    if (++looked % PORTION === 0) {
      yield;
    }
  }
  return { types: [...counts].sort((a, b) => b[1] - a[1]), code };
}
