/// A trace made ready to be looked at: the one object that a renderer needs.

import type { TracePayload } from '../core/trace/payload';
import { Events } from './events';
import { Figures } from './figures';
import { NO_WISHES } from './grouping';
import type { Wishes } from './grouping';
import { sharedOf } from './identity';
import { layingOut, layoutTrace } from './layout';
import type { Anchors, Layout, Place } from './layout';
import { makingLifelines } from './lifelines';
import type { Lifelines } from './lifelines';
import { garbageOf, referencesTo } from './reach';
import { describe, whereabouts } from './describe';
import { Remembered, buildScene, changedPlaces } from './scene';
import type { Scene } from './scene';
import { Receipts } from './receipt';
import { Sentences } from './sentences';
import type { HeapState } from './state';
import { Stepping } from './stepping';
import { statusOf } from './status';
import { subjectOf } from './subject';
import { survey as surveyOf, surveying } from './survey';
import type { Survey } from './survey';
import { Timeline, indexing } from './timeline';
import { census } from './visible';
import type { Window } from './visible';
import { whyAlive } from './whyAlive';
import { english } from './words';
import type { Words } from './words';
import { finish } from './work';
import type { Work } from './work';

export type { TracePayload };

/// Moments from which a trace is worth portions.
const A_LONG_TRACE = 20_000;

export class Picture {
  readonly sentences: Sentences;

  /// Does all the work at once, as far as it is not given.
  constructor(
    readonly payload: TracePayload,
    readonly words: Words = english,
    private readonly anchors: Anchors = new Map(),
    readonly timeline: Timeline = new Timeline(payload),
    readonly survey: Survey = surveyOf(timeline),
    /// The width that the graph may take to be less high; 0 = not known.
    private readonly room = 0
  ) {
    this.sentences = new Sentences(this.timeline, this.survey, words, () => census(this.timeline.at(0), this.layout).live, (serial) => this.layout.places.has(serial));
  }

  /// The same in portions, for long traces.
  static *open(payload: TracePayload, words: Words, anchors: Anchors, room = 0): Work<Picture> {
    const timeline = new Timeline(payload, yield* indexing(payload));
    const picture = new Picture(payload, words, anchors, timeline, yield* surveying(timeline), room);
    picture.laidOut = yield* layingOut(picture.survey, NO_WISHES, anchors, room);
    // Of a short trace they are made behind its first picture.
    if (timeline.end > A_LONG_TRACE) {
      picture.madeLifelines = yield* picture.makingLifelines();
    }
    return picture;
  }

  /// Where everything stands; the same at all moments until `arrange`.
  get layout(): Layout {
    return (this.laidOut ??= layoutTrace(this.survey, this.wished, this.anchors, this.room));
  }
  private laidOut: Layout | undefined;

  get wishes(): Wishes {
    return this.wished;
  }
  private wished = NO_WISHES;
  private remembered = new Remembered();

  /// The lives of what is drawn.
  get lifelines(): Lifelines {
    return (this.madeLifelines ??= finish(this.makingLifelines()));
  }
  private madeLifelines: Lifelines | undefined;

  private makingLifelines(): Work<Lifelines> {
    return makingLifelines(this.survey, this.timeline, this.sentences.naming, this.words, this.layout.grouping);
  }

  /// Lays everything out anew: without some types, with some groups shown one by one.
  arrange(wishes: Wishes): void {
    finish(this.arranging(wishes));
  }

  /// The same in portions; until it is done, everything stands where it stood.
  *arranging(wishes: Wishes): Work<void> {
    // What the learner shows or hides does not decide whether the rest is shown.
    this.isSparse ??= this.layout.isSparse;
    this.wished = wishes;
    const layout = yield* layingOut(this.survey, wishes, this.anchors, this.room, this.isSparse);
    // Something else may have been wished for meanwhile.
    if (this.wished === wishes) {
      this.laidOut = layout;
      this.remembered = new Remembered();
    }
  }

  private isSparse: boolean | undefined;

  /// The picture of moment `n`, or of a part of it, with what it changed lit.
  scene(n: number, window?: Window, part = 0): Scene {
    const passage = n > 0 && n <= this.timeline.end ? this.timeline.passage(n, part) : undefined;
    const state = passage?.after ?? this.timeline.at(n);
    return buildScene(state, {
      blocks: this.figures.blocksAt(n), layout: this.layout, naming: this.sentences.naming, strings: this.payload.strings, words: this.words, isPart: part > 0, remembered: this.remembered,
      ...(passage && { before: passage.before }), ...(window && { window })
    });
  }

  /// Where the boxes stand that moment `n`, or a part of it, changes.
  changed(n: number, part = 0): readonly Place[] {
    const { before, after } = n > 0 ? this.timeline.passage(n, part) : { before: undefined, after: undefined };
    return before === undefined ? [] : changedPlaces(after, before, part > 0, this.layout);
  }

  /// The heap at moment `n` in one line.
  status(n: number): string {
    return this.figures.status(n, census(this.timeline.at(n), this.layout).live, this.words);
  }

  /// The state after moment `n`, or after a part of it.
  state(n: number, part = 0): HeapState {
    return n > 0 && part > 0 ? this.timeline.passage(n, part).after : this.timeline.at(n);
  }

  /// An object in words at moment `n`; '' if it is not there.
  describe(serial: number, n: number, part = 0): string {
    const state = this.state(n, part);
    const object = state.objects.get(serial);
    return object === undefined
      ? ''
      : describe(object, statusOf(object, garbageOf(state)), referencesTo(state).get(serial) ?? 0, this.sentences.naming, this.words) + whereabouts(object, this.words);
  }

  /// The object that moment `n` is about, to show where none is chosen.
  subject(n: number, part = 0): number | undefined {
    const passage = n > 0 && n <= this.timeline.end ? this.timeline.passage(n, part) : undefined;
    return subjectOf(passage?.before, passage?.after ?? this.timeline.at(n), this.layout);
  }

  /// Why an object is there at moment `n`, in words; '' if it is not.
  why(serial: number, n: number, part = 0): string {
    return whyAlive(this.state(n, part), serial, this.survey, this.figures.untilYoung(n), this.sentences.naming, this.words);
  }

  /// Which ints and texts in an object's slots are objects that all others share, in words; '' = none.
  shared(serial: number, n: number, part = 0): string {
    const object = this.state(n, part).objects.get(serial);
    return object === undefined ? '' : sharedOf(object, this.payload.strings, this.words);
  }

  /// What makes up the counts.
  get receipts(): Receipts {
    return (this.madeReceipts ??= new Receipts(this.timeline, this.survey, this.sentences.naming, this.words));
  }
  private madeReceipts: Receipts | undefined;

  get events(): Events {
    return (this.madeEvents ??= new Events(this.timeline, this.sentences.naming, this.words));
  }
  private madeEvents: Events | undefined;

  get figures(): Figures {
    return (this.madeFigures ??= new Figures(this.timeline));
  }
  private madeFigures: Figures | undefined;

  get stepping(): Stepping {
    return (this.madeStepping ??= new Stepping(this.timeline, this.survey));
  }
  private madeStepping: Stepping | undefined;
}
