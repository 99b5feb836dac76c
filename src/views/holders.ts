/// What holds each object, as far as a picture has one place for it: beside that it stands, and after that it is called.

import type { Biography } from './survey';

export interface Hold {
  readonly owner: 'name' | number;
  readonly label: string;
  /// Of a name: its frame, as `Holders` numbers them; 0 = the module's.
  readonly frame: number;
}

/// Names that say nothing about who an object is.
const NOT_A_NAME = new Set(['self', 'cls', '.0']);

/// A chain of holders is followed at most so far.
const MAX_CHAIN = 50;

/// Takes in, in order, the names and slots that refer to objects; `settle` then says who holds what.
export class Holders {
  /// By serial number.
  readonly holds = new Map<number, Hold>();
  /// The first name of each object that had one.
  private readonly named = new Map<number, Hold>();
  /// The last object that began to hold it.
  private readonly latest = new Map<number, Hold>();
  /// The only object that a function's name stood for in one call; 0 = there were several.
  private readonly standsFor = new Map<string, number>();
  /// The frames under way, each with a number of its own.
  private readonly frames: number[] = [];
  private calls = 0;

  /// A frame begins; the first is the module's.
  call(): void {
    this.frames.push(this.calls++);
  }

  return(): void {
    if (this.frames.length > 1) {
      this.frames.pop();
    }
  }

  /// `isOld`: it is so before the cell, when nothing tells what came first.
  name(depth: number, label: string, ref: number, isOld: boolean): void {
    if (ref < 0 || NOT_A_NAME.has(label)) {
      return;
    }
    const hold: Hold = { owner: 'name', label, frame: this.frames[depth] ?? depth };
    const known = this.holds.get(ref);
    // A name says more than a slot.
    if (known === undefined || (isOld && known.owner !== 'name') || (isLocal(known) && !isLocal(hold))) {
      this.holds.set(ref, hold);
    }
    if (!this.named.has(ref)) {
      this.named.set(ref, hold);
    }
    const key = nameKey(hold);
    this.standsFor.set(key, (this.standsFor.get(key) ?? ref) === ref ? ref : 0);
  }

  /// What a function gives away is held by who takes it, but not by a frame that an exception keeps.
  slot(owner: number, label: string, ref: number, isFrame: boolean): void {
    // What refers to itself is not held by that.
    if (ref < 0 || ref === owner) {
      return;
    }
    const hold: Hold = { owner, label, frame: isFrame ? -1 : 0 };
    const known = this.holds.get(ref);
    if (known === undefined || (isLocal(known) && !isFrame)) {
      this.holds.set(ref, hold);
    }
    this.latest.set(ref, hold);
  }

  /// To be asked when all is taken in.
  settle(objects: ReadonlyMap<number, Biography>): void {
    // What holds for a moment only, such as a tuple of arguments, hands on to who holds after it, or to the name from before.
    for (const [serial, { owner }] of this.holds) {
      if (typeof owner === 'number' && isFleeting(objects, owner, serial)) {
        const heir = this.latest.get(serial)!;
        const next = isFleeting(objects, heir.owner as number, serial) ? this.named.get(serial) : heir;
        if (next !== undefined) {
          this.holds.set(serial, next);
        }
      }
    }
    // Objects that hold each other: what has a name is held by that. A name of its own first, then one that others had too.
    const circular = [...this.named].filter(([serial]) => this.isHeldByItself(serial));
    for (const [serial, hold] of circular) {
      if (!isLocal(hold) || this.standsFor.get(nameKey(hold)) === serial) {
        this.holds.set(serial, hold);
      }
    }
    for (const [serial, hold] of circular) {
      if (this.isHeldByItself(serial)) {
        this.holds.set(serial, hold);
      }
    }
  }

  /// The last object that began to hold it, be it what the object stands beside or not.
  lastOf(serial: number): number | undefined {
    const owner = this.latest.get(serial)?.owner;
    return typeof owner === 'number' ? owner : undefined;
  }

  private isHeldByItself(serial: number): boolean {
    let at = this.holds.get(serial)?.owner;
    for (let links = 0; typeof at === 'number' && at !== serial && links < MAX_CHAIN; links++) {
      at = this.holds.get(at)?.owner;
    }
    return at === serial;
  }
}

/// It passes with a function's call.
function isLocal(hold: Hold): boolean {
  return hold.frame !== 0;
}

function nameKey({ label, frame }: Hold): string {
  return `${frame} ${label}`;
}

/// The owner was there for less than half of the object's life.
function isFleeting(objects: ReadonlyMap<number, Biography>, owner: number, serial: number): boolean {
  const story = objects.get(serial);
  const end = objects.get(owner)?.freed;
  return story !== undefined && end !== undefined && end - story.born < story.freed - end;
}
