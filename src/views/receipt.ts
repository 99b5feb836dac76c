/// A refcount taken apart: each holder, the step that added it, and what is left for holders
/// that have no place in the picture.

import { Op } from '../core/trace/payload';
import type { Naming } from './naming';
import { isItem, isKey } from './slotClauses';
import type { HeapState } from './state';
import type { Survey } from './survey';
import { eachOp } from './timeline';
import type { Timeline } from './timeline';
import { clip } from './words';
import type { Words } from './words';
import { PORTION, finish } from './work';
import type { Work } from './work';

export interface Holder {
  readonly text: string;
  /// The moment that added it; undefined = before this cell, or not told.
  readonly since: number | undefined;
  /// The object that holds it; undefined for a name or a temporary.
  readonly owner: number | undefined;
  /// It uses the object without being counted.
  readonly borrowed?: boolean;
}

export interface Receipt {
  readonly count: number;
  readonly holders: readonly Holder[];
  /// References that nothing in the picture holds: temporaries of the running line, call arguments, hidden objects.
  readonly rest: number;
  /// References shown that are not counted: borrowed ones (3.14 lends a local without counting it).
  readonly borrowed: number;
}

/// Moments that are looked through for the one that pushed a temporary.
const MAX_BACK = 500;

/// Moments that bind a name, by `depth:name`; made once a trace.
type Bindings = ReadonlyMap<string, readonly (readonly [moment: number, ref: number])[]>;

export class Receipts {
  private bindings: Bindings | undefined;

  constructor(private readonly timeline: Timeline, private readonly survey: Survey, private readonly naming: Naming, private readonly words: Words) {}

  /// What all receipts of names need, in portions; without it, the first one makes it.
  *preparing(): Work<void> {
    this.bindings ??= yield* bindingsOf(this.timeline);
  }

  /// The receipt at moment `n`, or at a part of it; undefined if the object is not there, freed or immortal.
  of(serial: number, n: number, part = 0): Receipt | undefined {
    const state = n > 0 && part > 0 ? this.timeline.passage(n, part).after : this.timeline.at(n);
    const object = state.objects.get(serial);
    if (object === undefined || object.freed || object.count < 0) {
      return undefined;
    }
    const holders = [...this.names(state, serial, n), ...this.temporaries(state, serial, n, part), ...this.slots(state, serial, n)];
    const counted = holders.filter(({ borrowed }) => borrowed !== true).length;
    return { count: object.count, holders, rest: Math.max(0, object.count - counted), borrowed: Math.max(0, counted - object.count) };
  }

  private names(state: HeapState, serial: number, n: number): Holder[] {
    const { words } = this;
    return state.frames.flatMap((frame, depth) =>
      [...frame.names].filter(([, ref]) => ref === serial).map(([name]) => ({
        text: depth === 0 ? words.__('name %1', clip(name, 40)) : words.__('name %1 in %2()', clip(name, 40), clip(frame.name, 40)),
        since: this.boundSince(depth, name, serial, n), owner: undefined, ...(frame.borrowed.has(name) && { borrowed: true })
      }))
    );
  }

  /// What waits on the value stacks: of the frame on top for the running line, below it for a call to come back.
  private temporaries(state: HeapState, serial: number, n: number, part: number): Holder[] {
    const { words } = this;
    return state.frames.flatMap((frame, depth) =>
      frame.stack.flatMap(({ ref, borrowed }, index): Holder[] => {
        if (ref !== serial) {
          return [];
        }
        const waits = depth < state.frames.length - 1;
        const where = depth === 0 ? words.__('the module') : `${clip(frame.name, 40)}()`;
        const text = waits ? words.__('a temporary or call argument of %1, which waits for a call', where) : words.__('a temporary on the stack of %1', where);
        const since = part > 0 && !waits ? n : this.pushedSince(depth, index, serial, n);
        return [{ text, since, owner: undefined, ...(borrowed && { borrowed: true }) }];
      })
    );
  }

  /// The moment that pushed it: after it, the temporary is there at every moment up to n.
  private pushedSince(depth: number, index: number, serial: number, n: number): number | undefined {
    let since = n;
    while (since > 0 && this.timeline.at(since - 1).frames[depth]?.stack[index]?.ref === serial && n - since < MAX_BACK) {
      since--;
    }
    return since > 0 ? since : undefined;
  }

  private slots(state: HeapState, serial: number, n: number): Holder[] {
    const holders: Holder[] = [];
    for (const holder of state.objects.values()) {
      for (const [label, ref] of holder.slots) {
        if (ref === serial) {
          const noun = this.naming.noun(holder.serial);
          // The recorder numbers the keys and items that have a box of their own.
          const text = isKey(label) ? this.words.__('a key of %1', noun)
            : isItem(label) ? this.words.__('an item of %1', noun) : this.words.__('%1 of %2', clip(label, 32), noun);
          holders.push({ text, since: this.slotSince(holder.serial, label, serial, n), owner: holder.serial });
        }
      }
    }
    return holders;
  }

  private boundSince(depth: number, name: string, serial: number, n: number): number | undefined {
    this.bindings ??= finish(bindingsOf(this.timeline));
    const moments = this.bindings.get(`${depth}:${name}`) ?? [];
    for (let i = moments.length - 1; i >= 0; i--) {
      const [moment, ref] = moments[i]!;
      if (moment <= n && ref === serial) {
        return moment > 0 ? moment : undefined;
      }
    }
    return undefined;
  }

  private slotSince(owner: number, label: string, serial: number, n: number): number | undefined {
    const changes = this.survey.objects.get(owner)?.changes ?? [];
    const { moments, payload: { strings } } = this.timeline;
    for (let i = changes.length - 1; i >= 0; i--) {
      const moment = changes[i]!;
      if (moment > n) {
        continue;
      }
      let found = false;
      eachOp(moments[moment]!, (op, at) => {
        const { ops } = moments[moment]!;
        found ||= op === Op.SLOT && ops[at + 1] === owner && strings[ops[at + 2]!] === label && ops[at + 3] === serial;
      });
      if (found) {
        return moment > 0 ? moment : undefined;
      }
    }
    return undefined;
  }
}

function* bindingsOf(timeline: Timeline): Work<Bindings> {
  const bindings = new Map<string, [number, number][]>();
  const { strings } = timeline.payload;
  for (const [n, moment] of timeline.moments.entries()) {
    eachOp(moment, (op, at) => {
      const ref = moment.ops[at + 3]!;
      if (op === Op.NAME && ref >= 0) {
        const key = `${moment.ops[at + 1]!}:${strings[moment.ops[at + 2]!]!}`;
        const list = bindings.get(key);
        if (list === undefined) {
          bindings.set(key, [[n, ref]]);
        } else {
          list.push([n, ref]);
        }
      }
    });
    if (n % PORTION === 0) {
      yield;
    }
  }
  return bindings;
}
