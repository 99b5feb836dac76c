/// A trace made ready to be looked at: the one object that a renderer needs.

import type { TracePayload } from '../core/trace/payload';
import { receipt } from './holders';
import { layoutTrace } from './layout';
import type { Layout } from './layout';
import { findGarbage, shownReferences } from './reach';
import { buildScene, describe, statusOf } from './scene';
import type { Scene } from './scene';
import { Sentences } from './sentences';
import { survey } from './survey';
import type { Survey } from './survey';
import { Timeline } from './timeline';
import { english } from './words';
import type { Words } from './words';

export type { TracePayload };

export class Picture {
  readonly timeline: Timeline;
  readonly survey: Survey;
  readonly layout: Layout;
  readonly sentences: Sentences;

  constructor(
    readonly payload: TracePayload,
    readonly words: Words = english
  ) {
    this.timeline = new Timeline(payload);
    this.survey = survey(this.timeline);
    this.layout = layoutTrace(this.survey);
    this.sentences = new Sentences(this.timeline, this.survey, words);
  }

  /// The picture of moment `n`, with what it changed lit.
  scene(n: number, window?: { top: number; bottom: number }): Scene {
    // The earlier moment first: the later one is then a moment's work.
    const before = n > 0 ? this.timeline.at(n - 1) : undefined;
    return buildScene(this.timeline.at(n), {
      layout: this.layout, naming: this.sentences.naming, strings: this.payload.strings, words: this.words,
      ...(before && { before }), ...(window && { window })
    });
  }

  /// An object in words at moment `n`; '' if it is not there.
  describe(serial: number, n: number): string {
    const state = this.timeline.at(n);
    const object = state.objects.get(serial);
    return object === undefined
      ? ''
      : describe(object, statusOf(object, findGarbage(state)), shownReferences(state).get(serial) ?? 0, this.sentences.naming, this.words);
  }

  /// Who holds an object at moment `n`, in words; '' if nobody does.
  holders(serial: number, n: number): string {
    return receipt(this.timeline.at(n), serial, this.sentences.naming, this.words);
  }
}
