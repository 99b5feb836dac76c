/// The arena objects of pymalloc and the order in which arenas are used.
/// CPython 3.14 Objects/obmalloc.c "Arena management"
import { MAX_POOLS_IN_ARENA } from './pool';
import type { Ptr } from './ram';

const INITIAL_ARENA_OBJECTS = 16;

/// `struct arena_object`. A slot of the table; `base` is 0 while it has no arena.
export class ArenaObject {
  base: Ptr = 0;
  /// The next pool never used before.
  poolAddress: Ptr = 0;
  nfreepools = 0;
  /// Emptied pools, linked through POOL_NEXT; 0 ends the list.
  freepools: Ptr = 0;
  nextarena: ArenaObject | undefined = undefined;
  prevarena: ArenaObject | undefined = undefined;

  constructor(readonly index: number) {}
}

export class ArenaTable {
  readonly arenas: ArenaObject[] = [];
  /// Arenas with free pools, fullest first, so that nearly empty ones get a chance to be given back.
  usable: ArenaObject | undefined = undefined;
  /// The last arena in `usable` with so many free pools.
  readonly nfp2lasta: (ArenaObject | undefined)[] = new Array<undefined>(MAX_POOLS_IN_ARENA + 1).fill(undefined);
  private unused: ArenaObject | undefined = undefined;
  ntimesArenaAllocated = 0;
  narenasCurrentlyAllocated = 0;
  narenasHighwater = 0;

  /// Arenas in use, by index.
  allocated(): ArenaObject[] {
    return this.arenas.filter((arena) => arena.base !== 0);
  }

  /// Makes the arena at `base` the only usable one; there must be none. CPython 3.14 new_arena
  add(base: Ptr): ArenaObject {
    if (this.unused === undefined) this.grow();
    const arena = this.unused!;
    this.unused = arena.nextarena;
    arena.base = base;
    arena.poolAddress = base;
    arena.nfreepools = MAX_POOLS_IN_ARENA;
    arena.freepools = 0;
    arena.nextarena = undefined;
    arena.prevarena = undefined;
    this.ntimesArenaAllocated++;
    this.narenasCurrentlyAllocated++;
    this.narenasHighwater = Math.max(this.narenasHighwater, this.narenasCurrentlyAllocated);
    this.usable = arena;
    this.nfp2lasta[arena.nfreepools] = arena;
    return arena;
  }

  /// Counts one pool taken from the first usable arena. It stays first, or leaves the list when full.
  poolTaken(arena: ArenaObject): void {
    const nf = arena.nfreepools;
    if (this.nfp2lasta[nf] === arena) this.nfp2lasta[nf] = undefined;
    if (nf > 1) this.nfp2lasta[nf - 1] = arena;
    arena.nfreepools = nf - 1;
    if (nf === 1) {
      this.usable = arena.nextarena;
      if (this.usable !== undefined) this.usable.prevarena = undefined;
    }
  }

  /// Counts one pool given back and restores the order. True: the arena is empty and has been taken off;
  /// the caller gives back its memory. CPython 3.14 insert_to_freepool
  poolFreed(arena: ArenaObject): boolean {
    const old = arena.nfreepools;
    const lastnf = this.nfp2lasta[old];
    if (lastnf === arena) {
      const before = arena.prevarena;
      this.nfp2lasta[old] = before !== undefined && before.nfreepools === old ? before : undefined;
    }
    const nf = old + 1;
    arena.nfreepools = nf;
    // The last of the list stays even when empty, or a loop at the border would map and unmap it each time.
    if (nf === MAX_POOLS_IN_ARENA && arena.nextarena !== undefined) {
      this.unlink(arena);
      arena.base = 0;
      arena.nextarena = this.unused;
      this.unused = arena;
      this.narenasCurrentlyAllocated--;
      return true;
    }
    if (nf === 1) {
      arena.nextarena = this.usable;
      arena.prevarena = undefined;
      if (this.usable !== undefined) this.usable.prevarena = arena;
      this.usable = arena;
      this.nfp2lasta[1] ??= arena;
      return false;
    }
    this.nfp2lasta[nf] ??= arena;
    if (arena !== lastnf) this.moveAfter(arena, lastnf!);
    return false;
  }

  private moveAfter(arena: ArenaObject, place: ArenaObject): void {
    this.unlink(arena);
    arena.prevarena = place;
    arena.nextarena = place.nextarena;
    if (place.nextarena !== undefined) place.nextarena.prevarena = arena;
    place.nextarena = arena;
  }

  private unlink(arena: ArenaObject): void {
    const { nextarena, prevarena } = arena;
    if (prevarena === undefined) this.usable = nextarena;
    else prevarena.nextarena = nextarena;
    if (nextarena !== undefined) nextarena.prevarena = prevarena;
  }

  private grow(): void {
    const from = this.arenas.length;
    const to = from === 0 ? INITIAL_ARENA_OBJECTS : from * 2;
    for (let index = from; index < to; index++) this.arenas.push(new ArenaObject(index));
    for (let index = from; index < to - 1; index++) this.arenas[index]!.nextarena = this.arenas[index + 1];
    this.unused = this.arenas[from];
  }
}
