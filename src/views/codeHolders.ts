/// Which functions and classes hold data of the learner's: mutable defaults, closures, attributes. They get a box, so that what
/// they hold is seen to be held.

import { ObjectKind } from '../core/trace/payload';
import { isCode } from './kinds';
import type { Biography } from './survey';

/// Objects of a class that serve the class itself: wrapped functions, the descriptors of `__slots__`, `__dict__` and `__weakref__`, the fields of a
/// ctypes structure.
export const OF_CLASSES: ReadonlySet<string> = new Set(['property', 'staticmethod', 'classmethod', 'member_descriptor', 'getset_descriptor', 'CField']);

/// What closures are made of.
const OF_CLOSURES: ReadonlySet<string> = new Set(['tuple', 'cell']);

/// Slots of a function that hold what the learner put there.
const OF_FUNCTIONS: ReadonlySet<string> = new Set(['__defaults__', '__kwdefaults__', '__closure__']);

/// True for what a class or function holds, by this label, for its own ends: `_fields_`, `__wrapped__`.
export function servesCode(label: string, type: string): boolean {
  return OF_CLASSES.has(type) || type.startsWith('_') || (/^_.*_$/.test(label) && !OF_FUNCTIONS.has(label));
}

export class CodeHolders {
  private readonly slots = new Map<number, Map<string, Set<number>>>();

  /// `story` refers to `ref` (an object's serial number, or < 0: a value) by `label`, in some moment.
  note(story: Biography, label: string, ref: number): void {
    if (!isCode(story.kind) && !OF_CLOSURES.has(story.type)) {
      return;
    }
    let labels = this.slots.get(story.serial);
    if (labels === undefined) {
      this.slots.set(story.serial, labels = new Map());
    }
    const refs = labels.get(label);
    if (refs === undefined) {
      labels.set(label, new Set([ref]));
    } else {
      refs.add(ref);
    }
  }

  /// Marks the functions and classes that hold data.
  mark(objects: ReadonlyMap<number, Biography>): void {
    for (const story of objects.values()) {
      story.holdsData = isCode(story.kind) && [...(this.slots.get(story.serial) ?? [])].some(([label, refs]) => [...refs].some((ref) => this.isData(label, ref, objects)));
    }
  }

  private isData(label: string, ref: number, objects: ReadonlyMap<number, Biography>): boolean {
    const target = objects.get(ref);
    if (label === '__closure__') {
      // The cell `__class__`, for super(), holds the class.
      return this.targetsOf(ref).some((cell) => this.targetsOf(cell).some((content) => objects.get(content)?.kind !== ObjectKind.CLASS));
    }
    return target !== undefined && !isCode(target.kind) && !servesCode(label, target.type);
  }

  private targetsOf(serial: number): number[] {
    return [...(this.slots.get(serial)?.values() ?? [])].flatMap((refs) => [...refs]);
  }
}
