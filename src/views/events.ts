/// Every event of a trace as a row of a table: step, line, object, old -> new, reason.
///
/// The index is two numbers an event; rows are made only for the page that is shown, so a
/// trace of a million events costs no million objects.

import { Identity, Op } from '../core/trace/payload';
import { generationText, phaseName } from './gcSentences';
import { identityText } from './identity';
import { countText } from './naming';
import type { Naming } from './naming';
import { inlineText } from './state';
import type { HeapState } from './state';
import { eachOp } from './timeline';
import type { Moment, Timeline } from './timeline';
import { PORTION, finish } from './work';
import type { Work } from './work';
import { clip, grouped } from './words';
import type { Words } from './words';

export type EventKind = 'count' | 'name' | 'slot' | 'life' | 'call' | 'output' | 'gc';

export interface EventRow {
  readonly moment: number;
  /// 0 = none.
  readonly line: number;
  /// The file of the line, if it is not the cell's own; ''.
  readonly file: string;
  readonly kind: EventKind;
  readonly serial: number | undefined;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

const KINDS: Readonly<Record<number, EventKind>> = {
  [Op.COUNT]: 'count', [Op.NAME]: 'name', [Op.UNNAME]: 'name', [Op.SLOT]: 'slot', [Op.UNSLOT]: 'slot', [Op.WEAK]: 'slot', [Op.NEW]: 'life', [Op.OLD]: 'life', [Op.FREE]: 'life',
  [Op.REUSE]: 'life', [Op.FINALIZE]: 'life', [Op.FRAME]: 'call', [Op.RETURN]: 'call', [Op.RAISE]: 'call', [Op.OUTPUT]: 'output', [Op.IDENTITY]: 'name',
  [Op.GC_START]: 'gc', [Op.GC_PHASE]: 'gc', [Op.GC_REFS]: 'gc', [Op.GC_VERDICT]: 'gc', [Op.GC_STOP]: 'gc', [Op.GC_SUBTRACT]: 'gc', [Op.GC_REACHED]: 'gc',
  [Op.GC_PROMOTE]: 'gc', [Op.GC_CLEAR]: 'gc', [Op.WEAKREF_CLEARED]: 'gc', [Op.GC_UNSHOWN]: 'gc', [Op.GC_SWITCH]: 'gc'
};

/// Operations whose object is their second argument.
const SECOND = new Set<number>([Op.GC_SUBTRACT, Op.GC_REACHED, Op.WEAKREF_CLEARED]);
const NO_OBJECT = new Set<number>([Op.NAME, Op.UNNAME, Op.FRAME, Op.RETURN, Op.RAISE, Op.OUTPUT, Op.GC_START, Op.GC_PHASE, Op.GC_STOP, Op.GC_UNSHOWN, Op.GC_SWITCH, Op.POP, Op.BORROWED, Op.IDENTITY]);

export interface EventFilter {
  readonly kind: EventKind | undefined;
  readonly serial: number | undefined;
  /// In the object's name or type, or in a name or slot; any case.
  readonly text: string;
}

export class Events {
  private readonly strings: readonly string[];

  constructor(private readonly timeline: Timeline, private readonly naming: Naming, private readonly words: Words) {
    this.strings = timeline.payload.strings;
  }

  /// Positions of the events that pass, in order: moment and place in its operations, alternating.
  find(filter: EventFilter): number[] {
    return finish(this.finding(filter));
  }

  /// The same in portions.
  *finding(filter: EventFilter): Work<number[]> {
    const found: number[] = [];
    const text = new Wanted(filter.text.trim().toLowerCase(), this.naming, this.strings);
    const { moments } = this.timeline;
    for (let n = 1; n < moments.length; n++) {
      const moment = moments[n]!;
      eachOp(moment, (op, at) => {
        const kind = KINDS[op];
        if (kind !== undefined && (filter.kind === undefined || filter.kind === kind) && this.passes(moment, op, at, filter.serial, text)) {
          found.push(n, at);
        }
      });
      if (n % PORTION === 0) {
        yield;
      }
    }
    return found;
  }

  /// The rows of `positions[from..to)` (counted in events).
  rows(positions: readonly number[], from: number, to: number): EventRow[] {
    const rows: EventRow[] = [];
    for (let i = Math.max(0, from); i < Math.min(to, positions.length / 2); i++) {
      rows.push(this.row(positions[2 * i]!, positions[2 * i + 1]!));
    }
    return rows;
  }

  private passes(moment: Moment, op: number, at: number, serial: number | undefined, text: Wanted): boolean {
    const { ops } = moment;
    const object = objectOf(op, ops, at);
    if (serial !== undefined && object !== serial && !((op === Op.NAME || op === Op.SLOT) && ops[at + 3] === serial)) {
      return false;
    }
    if (text.isAnything || (object !== undefined && text.isInLabel(object))) {
      return true;
    }
    const label = op === Op.NAME || op === Op.UNNAME || op === Op.SLOT || op === Op.UNSLOT || op === Op.OUTPUT ? ops[at + 2]! : op === Op.FRAME || op === Op.RAISE ? ops[at + 1]! : -1;
    return label >= 0 && text.isInString(label);
  }

  private row(n: number, at: number): EventRow {
    const { timeline, words, naming, strings } = this;
    const moment = timeline.moments[n]!;
    const { ops } = moment;
    const op = ops[at]!;
    const [a, b, c] = [ops[at + 1]!, ops[at + 2]!, ops[at + 3]!];
    const before = timeline.at(n - 1);
    const serial = objectOf(op, ops, at);
    const row = (subject: string, from: string, to: string, reason: string): EventRow => ({ moment: n, line: moment.line, file: moment.line === 0 || moment.file === timeline.payload.file ? '' : moment.file, kind: KINDS[op]!, serial, subject, from, to, reason });
    const noun = serial === undefined || serial === 0 ? '' : naming.label(serial);
    const target = (ref: number | undefined): string => (ref === undefined ? '' : ref >= 0 ? naming.label(ref) : clip(inlineText(ref, strings), 40));
    switch (op) {
      case Op.COUNT:
        return row(noun, this.countBefore(moment, at, a, before), countText(b), this.reason(moment, a, before));
      case Op.NAME:
        return row(this.nameIn(a, b, before), target(before.frames[a]?.names.get(strings[b]!)), target(c), words.__('bound'));
      case Op.UNNAME:
        return row(this.nameIn(a, b, before), target(before.frames[a]?.names.get(strings[b]!)), '', words.__('unbound'));
      case Op.SLOT:
        return row(`${noun} · ${clip(strings[b]!, 32)}`, target(before.objects.get(a)?.slots.get(strings[b]!)), target(c), words.__('set'));
      case Op.UNSLOT:
        return row(`${noun} · ${clip(strings[b]!, 32)}`, target(before.objects.get(a)?.slots.get(strings[b]!)), '', words.__('let go'));
      case Op.WEAK:
        return row(noun, target(before.objects.get(a)?.weak), b === 0 ? '' : target(b), words.__('a weak reference: not counted'));
      case Op.OLD:
        return row(noun, '', words.__('was there before'), words.__('%1 bytes', ops[at + 5]!));
      case Op.NEW:
        return row(noun, '', words.__('allocated'), words.__('%1 bytes', ops[at + 5]!));
      case Op.FREE:
        return row(noun, '', words.__('freed'), words.__('its count reached 0'));
      case Op.REUSE:
        return row(noun, words.__('freed'), '', words.__('its block is used again'));
      case Op.FINALIZE:
        return row(noun, '', words.__('__del__ runs'), before.collection === undefined ? words.__('its count reached 0') : words.__('the collector found it unreachable'));
      case Op.FRAME:
        return row(`${clip(strings[a]!, 40)}()`, '', words.__('begins'), '');
      case Op.RETURN:
        return row('', '', words.__('returns'), words.__('its names go'));
      case Op.RAISE:
        return row(clip(strings[a]!, 40), '', clip(strings[b]!, 60), words.__('raised'));
      case Op.IDENTITY:
        return row(`${target(a)} is ${target(b)}`, '', c === Identity.EQUAL ? 'False' : 'True', identityText(c, words));
      case Op.OUTPUT:
        return row(a === 0 ? 'stdout' : 'stderr', '', clip(JSON.stringify(strings[b]!), 60), words.__('written'));
      default:
        return this.gcRow(row, op, ops, at, noun);
    }
  }

  private gcRow(row: (subject: string, from: string, to: string, reason: string) => EventRow, op: number, ops: readonly number[], at: number, noun: string): EventRow {
    const { words, naming } = this;
    const [a, b, c] = [ops[at + 1]!, ops[at + 2]!, ops[at + 3]!];
    const by = (serial: number): string => (serial === 0 ? words.__('an object not shown') : naming.noun(serial));
    switch (op) {
      case Op.GC_START:
        return row(generationText(a, words), '', words.__('begins'), words._n('%1 candidate', '%1 candidates', c));
      case Op.GC_STOP:
        return row(generationText(a, words), '', words.__('ends'), words._n('%1 object was garbage', '%1 objects were garbage', b));
      case Op.GC_PHASE:
        return row(words.__('phase'), '', phaseName(a, words), '');
      case Op.GC_REFS:
        return row(noun, '', `gc_refs ${b}`, words.__('copy of its count'));
      case Op.GC_SUBTRACT:
        return row(noun, `gc_refs ${c + 1}`, String(c), words.__('a reference from %1', by(a)));
      case Op.GC_REACHED:
        return row(noun, '', words.__('reachable'), words.__('a reference from %1', by(a)));
      case Op.GC_VERDICT:
        return row(noun, '', b === 0 ? words.__('reachable') : words.__('unreachable'), '');
      case Op.GC_PROMOTE:
        return row(noun, '', words.__('generation %1', b), words.__('it survived'));
      case Op.GC_UNSHOWN:
        return row(words.__('not shown'), '', words._n('%2 more', '%2 more', a, grouped(a)), b > 0 ? words._n('%2 unreachable', '%2 unreachable', b, grouped(b)) : '');
      case Op.GC_SWITCH:
        return row(words.__('the collector'), '', a === 0 ? words.__('off') : words.__('on'), '');
      case Op.WEAKREF_CLEARED:
        return row(noun, '', words.__('weak reference cleared'), '');
      default:
        return row(noun, '', words.__('tp_clear'), words.__('the collector takes it apart'));
    }
  }

  private nameIn(depth: number, name: number, before: HeapState): string {
    const frame = before.frames[depth];
    const text = clip(this.strings[name]!, 40);
    return depth === 0 || frame === undefined ? text : this.words.__('%1 in %2()', text, clip(frame.name, 40));
  }

  /// The count just before this operation: of an earlier one in the moment, or of the moment before.
  private countBefore(moment: Moment, until: number, serial: number, before: HeapState): string {
    let count = before.objects.get(serial)?.count;
    eachOp(moment, (op, at) => {
      if (at < until && op === Op.COUNT && moment.ops[at + 1] === serial) {
        count = moment.ops[at + 2]!;
      }
    });
    return count === undefined ? '' : countText(count);
  }

  /// What else the moment did to the object: the references it gained and lost.
  private reason(moment: Moment, serial: number, before: HeapState): string {
    const { words, strings, naming } = this;
    const reasons: string[] = [];
    eachOp(moment, (op, at) => {
      const [a, b, c] = [moment.ops[at + 1]!, moment.ops[at + 2]!, moment.ops[at + 3]!];
      const label = clip(strings[b] ?? '', 24);
      if (op === Op.NAME && c === serial) {
        reasons.push(words.__('+ name %1', label));
      } else if ((op === Op.NAME || op === Op.UNNAME) && before.frames[a]?.names.get(strings[b]!) === serial) {
        reasons.push(words.__('− name %1', label));
      } else if (op === Op.SLOT && c === serial) {
        reasons.push(words.__('+ %1 of %2', label, naming.noun(a)));
      } else if ((op === Op.SLOT || op === Op.UNSLOT) && before.objects.get(a)?.slots.get(strings[b]!) === serial) {
        reasons.push(words.__('− %1 of %2', label, naming.noun(a)));
      } else if (op === Op.RETURN && [...(before.frames[before.frames.length - 1]?.names.values() ?? [])].includes(serial)) {
        reasons.push(words.__('− names of %1()', clip(before.frames[before.frames.length - 1]!.name, 24)));
      } else if (op === Op.FREE && a !== serial && [...(before.objects.get(a)?.slots.values() ?? [])].includes(serial)) {
        reasons.push(words.__('− %1 was freed', naming.noun(a)));
      }
    });
    return reasons.length === 0 ? words.__('a temporary of the running line') : [...new Set(reasons)].slice(0, 3).join(', ');
  }
}

/// A text that is looked for, in lower case; each object and each string is looked at once.
class Wanted {
  private readonly labels = new Map<number, boolean>();
  private readonly found = new Map<number, boolean>();

  constructor(private readonly text: string, private readonly naming: Naming, private readonly strings: readonly string[]) {}

  get isAnything(): boolean {
    return this.text === '';
  }

  isInLabel(serial: number): boolean {
    return this.remember(this.labels, serial, () => this.naming.label(serial));
  }

  isInString(index: number): boolean {
    return this.remember(this.found, index, () => this.strings[index]!);
  }

  private remember(known: Map<number, boolean>, key: number, of: () => string): boolean {
    let is = known.get(key);
    if (is === undefined) {
      known.set(key, (is = of().toLowerCase().includes(this.text)));
    }
    return is;
  }
}

function objectOf(op: number, ops: readonly number[], at: number): number | undefined {
  return NO_OBJECT.has(op) ? undefined : ops[at + (SECOND.has(op) ? 2 : 1)];
}
