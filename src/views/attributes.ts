/// What tells objects apart that would all be called the same.

import { ObjectKind } from '../core/trace/payload';
import { isCode } from './kinds';
import type { Biography } from './survey';
import { clip } from './words';
import { PORTION } from './work';
import type { Work } from './work';

/// Attributes of an object that are looked at.
const MAX_ATTRIBUTES = 4;

export class Attributes {
  /// Of each instance the first values of its attributes, as far as they are drawn in place.
  private readonly values = new Map<number, Map<string, string>>();

  note(story: Biography, label: string, text: string): void {
    if (story.kind !== ObjectKind.INSTANCE || text === '') {
      return;
    }
    let own = this.values.get(story.serial);
    if (own === undefined) {
      this.values.set(story.serial, (own = new Map()));
    }
    if (own.size < MAX_ATTRIBUTES && !own.has(label)) {
      own.set(label, text);
    }
  }

  /// Tells apart those that have no title of their own and share type and path: by `mark`, or else by a number after the path.
  *mark(stories: Iterable<Biography>): Work<void> {
    const families = new Map<string, Biography[]>();
    let looked = 0;
    for (const story of stories) {
      if (++looked % PORTION === 0) {
        yield;
      }
      if (story.title === '' && story.path !== '' && !isCode(story.kind)) {
        const key = `${story.type} ${story.path}`;
        const family = families.get(key);
        if (family === undefined) {
          families.set(key, [story]);
        } else {
          family.push(story);
        }
      }
    }
    for (const family of families.values()) {
      yield;
      // Those that follow each other need no more than their path.
      if (!coexist(family)) {
        continue;
      }
      const label = this.telling(family);
      family.forEach((story, i) => {
        if (label !== undefined) {
          story.mark = `${clip(label, 16)} ${clip(this.values.get(story.serial)!.get(label)!, 24)}`;
        } else if (i > 0) {
          story.path = `${story.path} #${i + 1}`;
        }
      });
    }
  }

  /// An attribute that all have, and no two at the same time with the same value.
  private telling(family: readonly Biography[]): string | undefined {
    const labels = this.values.get(family[0]!.serial)?.keys() ?? [];
    return [...labels].find((label) => {
      const byValue = new Map<string, Biography[]>();
      for (const story of family) {
        const value = this.values.get(story.serial)?.get(label);
        if (value === undefined) {
          return false;
        }
        const alike = byValue.get(value);
        if (alike === undefined) {
          byValue.set(value, [story]);
        } else {
          alike.push(story);
        }
      }
      return ![...byValue.values()].some(coexist);
    });
  }
}

/// True if any two of them are there at the same time; they are in order of birth.
function coexist(stories: readonly Biography[]): boolean {
  return stories.some(({ born }, i) => i > 0 && stories[i - 1]!.freed > born);
}
