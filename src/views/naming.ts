/// What to call an object in a sentence, so that a learner knows which one is meant.

import { ObjectKind } from '../core/trace/payload';
import { isCode } from './kinds';
import { inlineText } from './state';
import type { HeapState } from './state';
import type { Survey } from './survey';
import { clip } from './words';
import type { Words } from './words';

export class Naming {
  constructor(
    private readonly survey: Survey,
    private readonly strings: readonly string[],
    private readonly words: Words
  ) {}

  /// "the Doomed" where the trace has one of the type; "Person “Michael”" or "list michael.friends" otherwise.
  /// The same at every moment, so that a name that is rebound does not rename an object.
  noun(serial: number): string {
    const story = this.survey.objects.get(serial);
    if (story === undefined) {
      return this.words.__('an object not shown');
    }
    const type = clip(story.type, 32);
    if (isCode(story.kind) && story.path !== '') {
      return story.kind === ObjectKind.CLASS ? this.words.__('the class %1', story.path) : `${story.path}()`;
    }
    if (this.survey.types.get(story.type) === 1) {
      return this.words.__('the %1', type);
    }
    if (story.title !== '') {
      return this.words.__('%1 “%2”', type, story.title);
    }
    if (story.mark !== '') {
      return this.words.__('%1 with %2', type, story.mark);
    }
    return this.words.__('%1 %2', type, story.path || shortAddress(story.address));
  }

  /// True if `noun` has nothing to tell it by but this name.
  isKnownBy(serial: number, name: string): boolean {
    const story = this.survey.objects.get(serial);
    return story !== undefined && story.title === '' && story.mark === '' && story.path === name && !isCode(story.kind);
  }

  /// The noun for a sentence that has said `name` already: no "x now names list x".
  nounBeside(serial: number, name: string): string {
    const story = this.survey.objects.get(serial);
    return story !== undefined && this.isKnownBy(serial, name) ? this.words.__('the %1', clip(story.type, 32)) : this.noun(serial);
  }

  /// The same for a label of its own: "Doomed", "Person “Michael”", "list michael.friends".
  label(serial: number): string {
    const story = this.survey.objects.get(serial);
    if (story === undefined) {
      return '…';
    }
    const type = clip(story.type, 32);
    if (story.title !== '') {
      return this.words.__('%1 “%2”', type, story.title);
    }
    if (story.mark !== '') {
      return this.words.__('%1 with %2', type, story.mark);
    }
    const hint = story.path || (this.survey.types.get(story.type) === 1 ? '' : shortAddress(story.address));
    return hint === '' ? type : this.words.__('%1 %2', type, hint);
  }

  /// What `name` (a name or slot, which the text around it says) refers to, in words.
  target(ref: number, name: string): string {
    return ref >= 0 ? this.nounBeside(ref, name) : clip(inlineText(ref, this.strings), 40);
  }

  /// A name other than `name` in frame `depth` that is bound to the object: one that is spelt otherwise if there is, innermost
  /// frame first.
  otherName(state: HeapState, serial: number, depth: number, name: string): string | undefined {
    let alike: string | undefined;
    for (let d = state.frames.length - 1; d >= 0; d--) {
      for (const [other, ref] of state.frames[d]!.names) {
        if (ref === serial && other !== name) {
          return clip(other, 32);
        }
        if (ref === serial && d !== depth) {
          alike ??= d === 0 ? this.words.__('%1 of the module', clip(other, 32)) : this.words.__('%1 of %2()', clip(other, 32), clip(state.frames[d]!.name, 32));
        }
      }
    }
    return alike;
  }

  /// False for what came and went within one moment, and whose block was used anew at once: there is nothing to call it.
  knows(serial: number): boolean {
    return this.survey.objects.has(serial);
  }

  /// True for what no name and no object ever held, unless it is an instance of a class: a step of the running line's.
  isPassing(serial: number): boolean {
    const story = this.survey.objects.get(serial);
    return story === undefined || (story.holder === undefined && story.kind !== ObjectKind.INSTANCE && !isCode(story.kind));
  }
}

export function hexAddress(address: number): string {
  return '0x' + address.toString(16);
}

/// The last digits of a long address, for where room is short.
export function shortAddress(address: number): string {
  const digits = address.toString(16);
  return digits.length > 8 ? `…${digits.slice(-6)}` : `0x${digits}`;
}

/// A refcount in words: `∞` stands for an immortal object's.
export function countText(count: number): string {
  return count < 0 ? '∞' : String(count);
}
