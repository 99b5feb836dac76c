/// One plain sentence a moment, built from its operations.

import { Op } from '../core/trace/payload';
import { changesBetween, sharedStack } from './changes';
import { clauseOf } from './clauses';
import { Naming, countText } from './naming';
import { isCode, isIterator } from './kinds';
import type { Survey } from './survey';
import { MAX_NOUNS, OF_LIFE, finalizedNow, newOrNoun } from './telling';
import type { Telling } from './telling';
import { eachOp } from './timeline';
import type { Timeline } from './timeline';
import { english, grouped, listed } from './words';
import type { Words } from './words';

/// More clauses than this and the sentence ends in "and 4 more changes".
const MAX_CLAUSES = 4;

interface Clause {
  readonly text: string;
  readonly weight: number;
}

/// Which clauses a crowded sentence keeps: the higher number; 1 where none is given. What is of weight 0 is told only where
/// there is nothing else to tell.
const WEIGHTS: Readonly<Record<number, number>> = {
  [Op.GC_START]: 6, [Op.GC_PHASE]: 6, [Op.GC_STOP]: 6, [Op.GC_UNSHOWN]: 5, [Op.FREE]: 5, [Op.FINALIZE]: 5, [Op.RAISE]: 5, [Op.OUTPUT]: 5, [Op.IDENTITY]: 5, [Op.RETURN]: 5,
  [Op.UNNAME]: 4, [Op.NAME]: 3, [Op.SLOT]: 2, [Op.UNSLOT]: 2
};

export class Sentences {
  readonly naming: Naming;
  private readonly lines: readonly string[];
  /// Lines of other files, by file and number.
  private readonly foreign: ReadonlyMap<string, string>;

  constructor(
    private readonly timeline: Timeline,
    private readonly survey: Survey,
    private readonly words: Words = english,
    /// How many live objects the picture has before the cell.
    private readonly shownAtFirst: () => number = () => 0,
    /// Whether an object has a box in the picture.
    private readonly isDrawn: (serial: number) => boolean = () => true
  ) {
    this.naming = new Naming(survey, timeline.payload.strings, words);
    const { source, lines = [], strings } = timeline.payload;
    this.lines = source.split('\n');
    this.foreign = new Map(lines.map(([file, line, text]) => [`${strings[file!]!}:${line!}`, strings[text!]!]));
  }

  /// The source of a moment's line, without its indentation; '' if it is not told.
  sourceOf(n: number): string {
    const moment = this.timeline.moments[n];
    if (moment === undefined) {
      return '';
    }
    if (moment.file !== this.timeline.payload.file) {
      return this.foreign.get(`${moment.file}:${moment.line}`) ?? '';
    }
    return (this.lines[moment.line - 1] ?? '').trim();
  }

  /// `line 3`, or `memutil.py, line 3` in another file; '' where no line runs.
  placeOf(n: number): string {
    const { line, file } = this.timeline.moments[n]!;
    if (line === 0) return '';
    return file === this.timeline.payload.file ? this.words.__('line %1', line) : this.words.__('%1, line %2', file, line);
  }

  /// The sentence of moment `n`, or of a part of it: 0 tells what is there before the cell.
  at(n: number, part = 0): string {
    if (n <= 0) {
      return this.beginning();
    }
    if (n > this.timeline.end) {
      return '';
    }
    const { moment, before, after, instruction } = this.timeline.passage(n, part);
    const telling: Telling = {
      words: this.words, naming: this.naming, moment, strings: this.timeline.payload.strings,
      before, after, changes: changesBetween(before, after), isPart: part > 0, instruction, isDrawn: this.isDrawn,
      source: this.sourceOf(n), told: new Set(), former: new Set()
    };
    const clauses = tell(telling);
    if ((endsLoop(telling) || (part === 0 && this.leavesLoop(n))) && clauses.every(({ weight }) => weight === 0)) {
      clauses.unshift({ text: this.words.__('the loop is over'), weight: 1 });
    }
    if (part === 0 && after.collection === undefined) {
      clauses.push(...lostClauses(telling, this.lost.get(n) ?? []));
    }
    return instruction === '' ? finish(clauses, this.words) : `${instruction}: ${finish([...stackClauses(telling), ...clauses], this.words)}`;
  }

  /// The line is a `for` of the cell that gives its names nothing, and what runs next is not in the loop. So a loop ends that goes
  /// through what is not told, such as a range.
  private leavesLoop(n: number): boolean {
    const { moments, payload: { file } } = this.timeline;
    const [here, next] = [moments[n]!, moments[n + 1]];
    const header = here.file === file ? (this.lines[here.line - 1] ?? '') : '';
    let isPlain = A_LOOP.test(header);
    eachOp(here, (op) => {
      isPlain &&= op !== Op.NAME && op !== Op.FRAME && op !== Op.RETURN;
    });
    return isPlain && (next === undefined || (next.file === file && next.line !== here.line && !this.isWithin(next.line, here.line, header)));
  }

  /// A line is in the block below a header.
  private isWithin(line: number, first: number, header: string): boolean {
    const block = this.lines.slice(first, line).filter((each) => each.trim() !== '');
    return line > first && block.every((each) => indentation(each) > indentation(header));
  }

  /// What became garbage, by moments.
  private get lost(): ReadonlyMap<number, readonly number[]> {
    if (this.madeLost === undefined) {
      const lost = (this.madeLost = new Map<number, number[]>());
      for (const { serial, kind, garbage } of this.survey.objects.values()) {
        for (const [from] of isCode(kind) ? [] : garbage) {
          const there = lost.get(from);
          if (there === undefined) {
            lost.set(from, [serial]);
          } else {
            there.push(serial);
          }
        }
      }
    }
    return this.madeLost;
  }
  private madeLost: Map<number, number[]> | undefined;

  private beginning(): string {
    const live = this.shownAtFirst();
    if (live > 0) {
      return this.words._n('Before the cell: %2 object is there from earlier cells.', 'Before the cell: %2 objects are there from earlier cells.', live, grouped(live));
    }
    const isEmpty = this.timeline.at(0).frames.every(({ names }) => names.size === 0);
    return isEmpty ? this.words.__('Before the cell: no objects are shown yet.') : this.words.__('Before the cell: names from earlier cells, and no objects that are shown.');
  }
}

/// The clauses of a moment, in the order in which things happened.
function tell(t: Telling): Clause[] {
  const clauses = new Map<string, Clause>();
  // A loop inside one line says the same thing many times: a map says it once.
  const add = (text: string, weight: number): void => {
    if (text !== '' && !clauses.has(text)) {
      clauses.set(text, { text, weight });
    }
  };
  for (const at of inOrder(t)) {
    const op = t.moment.ops[at]!;
    add(clauseOf(t, op, at), isAside(t, op, at) ? 0 : (WEIGHTS[op] ?? 1));
  }
  for (const [serial, [from, to]] of t.changes.counts) {
    // How often instances and names refer to a class or function is not what a lesson is about.
    const object = t.after.objects.get(serial)!;
    if (!t.told.has(serial) && !isCode(object.kind) && (t.isPart || !isIterator(object.type))) {
      const noun = t.naming.noun(serial);
      const text = to === 0 ? t.words.__('the count of %1 reaches 0: it is being freed', noun) : t.words.__('the count of %1 goes %2 → %3', noun, countText(from), countText(to));
      add(text, !t.isPart && t.naming.isPassing(serial) ? 0 : 1);
    }
  }
  return [...clauses.values()];
}

/// A `for` with its block below it.
const A_LOOP = /^\s*(async\s+)?for\b.*:\s*(#.*)?$/;

function indentation(line: string): number {
  return line.search(/\S|$/);
}

/// The line is a `for`, and what it went through things with is gone.
function endsLoop({ isPart, source, before, after }: Telling): boolean {
  const isThere = (serial: number): boolean => after.objects.get(serial)?.freed === false;
  return !isPart && /^(async )?for\b/.test(source) && [...before.objects.values()].some(({ serial, type, freed }) => !freed && isIterator(type) && !isThere(serial));
}

/// True for what a line does to objects that only pass, such as the tuple that a `for` goes through.
function isAside(t: Telling, op: number, at: number): boolean {
  return !t.isPart && OF_LIFE.has(op) && t.naming.isPassing(t.moment.ops[at + 1]!);
}

/// Places of the operations. A name's end comes before the death it brings: the recorder looks
/// at names when the line is over, after `__del__` ran.
function inOrder(t: Telling): number[] {
  const places: number[] = [];
  let death = -1;
  eachOp(t.moment, (op, at) => {
    const a = t.moment.ops[at + 1]!;
    if (death < 0 && (op === Op.FREE || op === Op.FINALIZE)) {
      death = places.length;
    }
    if (death >= 0 && (op === Op.NAME || op === Op.UNNAME)) {
      const old = t.before.frames[a]?.names.get(t.strings[t.moment.ops[at + 2]!]!) ?? -1;
      if (old >= 0 && (dies(t, old) || [...(t.before.objects.get(old)?.slots.values() ?? [])].some((held) => dies(t, held)))) {
        places.splice(death++, 0, at);
        return;
      }
    }
    places.push(at);
  });
  return places;
}

function dies(t: Telling, serial: number): boolean {
  return t.changes.freed.has(serial) || finalizedNow(t, serial);
}

/// Objects that nothing can reach from now on.
function lostClauses({ words, naming }: Telling, lost: readonly number[]): Clause[] {
  if (lost.length === 0) {
    return [];
  }
  const text = lost.length === 1
    ? words.__('no name reaches %1 any more: it is garbage', naming.noun(lost[0]!))
    : lost.length <= MAX_NOUNS
      ? words.__('no name reaches %1 any more: they are garbage', listed(lost.map((serial) => naming.noun(serial)), MAX_NOUNS, words))
      : words.__('no name reaches %1 objects any more: they are garbage', grouped(lost.length));
  return [{ text, weight: 6 }];
}

/// What an instruction takes off the value stack and puts on it.
function stackClauses(t: Telling): Clause[] {
  const { words, naming } = t;
  const depth = t.after.frames.length - 1;
  if (t.before.frames.length !== t.after.frames.length) {
    return [];
  }
  const old = t.before.frames[depth]!.stack;
  const now = t.after.frames[depth]!.stack;
  const same = sharedStack(old, now);
  const pushed = now.slice(same).map(({ ref, borrowed }) => {
    const text = ref >= 0 ? newOrNoun(t, ref, '') : naming.target(ref, '');
    return borrowed && ref >= 0 ? words.__('%1 (borrowed)', text) : text;
  });
  const popped = old.length - same;
  return [
    ...(popped > 0 ? [{ text: words._n('takes %1 value off the stack', 'takes %1 values off the stack', popped), weight: 6 }] : []),
    ...(pushed.length > 0 ? [{ text: words.__('pushes %1', pushed.slice(0, MAX_NOUNS).join(', ')), weight: 6 }] : [])
  ];
}

function finish(clauses: readonly Clause[], words: Words): string {
  if (clauses.length === 0) {
    return words.__('nothing changes on the heap.');
  }
  const worth = clauses.some(({ weight }) => weight > 0) ? clauses.filter(({ weight }) => weight > 0) : clauses;
  const kept = new Set([...worth].sort((a, b) => b.weight - a.weight).slice(0, MAX_CLAUSES));
  let text = worth.filter((clause) => kept.has(clause)).map((clause) => clause.text).join('; ');
  if (worth.length > MAX_CLAUSES) {
    text += words._n('; and %1 more change', '; and %1 more changes', worth.length - MAX_CLAUSES);
  }
  return text + '.';
}
