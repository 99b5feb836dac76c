/// Finding the live objects: by what the allocator has handed out, and by what references lead to.
import {
  FINALIZERS_LIST, FINAL_UNREACHABLE_LIST, GENERATIONS, HEAD_WORDS, PERMANENT, SEEN_LIST, UNREACHABLE_LIST, WRCB_TO_CALL_LIST, visitList
} from '../memory/gchead';
import { POOL_COUNT, POOL_FREEBLOCK, POOL_NEXTOFFSET, POOL_OVERHEAD, POOL_WORDS } from '../memory/pool';
import type { Ptr } from '../memory/ram';
import { dictKeys, dictValues, isDict } from '../objects/dictobject';
import { areEmbedded, valuesBlock } from '../objects/dictvalues';
import { PREHEADER_WORDS } from '../objects/heap';
import { liveValues } from '../objects/instanceattrs';
import type { TypeObject } from '../objects/typeobject';
import { PlaceTable, ReferenceCounts } from './placetable';
import type { Position } from './placetable';
import { staticTypes, visitFields, visitReferences, visitRoots, visitSubclasses } from './roots';
import type { Vm } from './vm';

/// Whether the words at p are the header of an object that begins `before` words into its block.
function isHeader(vm: Vm, p: Ptr, before: number): boolean {
  const type = vm.typeTable[vm.i32[p + 3]!];
  if (type === undefined || type.ptr === 0 || type.ptr !== vm.i32[p + 2]) return false;
  return before === (type.hasGc ? HEAD_WORDS + type.preheaderWords : 0);
}

/// At which words of its block an object may begin.
export const BEFORE_OBJECTS: readonly number[] = [0, HEAD_WORDS, HEAD_WORDS + PREHEADER_WORDS];

/// The object in a block, or 0. A block of other data may look like one by chance.
export function objectInBlock(vm: Vm, block: Ptr): Ptr {
  for (const before of BEFORE_OBJECTS) {
    if (isHeader(vm, block + before, before)) return block + before;
  }
  return 0;
}

/// The live object whose header is at p, or 0: `p` may be any word.
export function objectAt(vm: Vm, p: Ptr): Ptr {
  const { i32 } = vm;
  if (p % 4 !== 0 || p <= 0 || p + 4 > i32.length) return 0;
  if (i32[p]! < 0) {
    const type = vm.typeTable[i32[p + 3]!];
    if (type !== undefined && type.ptr === i32[p + 2]) return p;
  }
  for (const before of BEFORE_OBJECTS) {
    if (p > before && vm.memory.isBlockLive(p - before) && isHeader(vm, p, before)) return vm.isKept(p) ? 0 : p;
  }
  return 0;
}

/// The live object in a pool's block that holds word w, or 0.
export function objectAround(vm: Vm, w: Ptr): Ptr {
  const block = vm.memory.blockOf(w);
  if (block === 0 || !vm.memory.isBlockLive(block)) return 0;
  const p = objectInBlock(vm, block);
  return p === 0 || vm.isKept(p) ? 0 : p;
}

/// Calls `visit` with every block handed out.
export function visitBlocks(vm: Vm, visit: (block: Ptr) => void): void {
  const { i32, memory } = vm;
  for (const arena of memory.arenas()) {
    for (const { ptr: pool, blockBytes } of arena.pools) {
      if (blockBytes === 0 || i32[pool + POOL_COUNT] === 0) continue;
      const end = Math.min(pool + (i32[pool + POOL_NEXTOFFSET]! >> 2), pool + POOL_WORDS);
      const free = freeBlocks(vm, pool);
      for (let block = pool + (POOL_OVERHEAD >> 2); block < end; block += blockBytes >> 2) if (free?.has(block) !== true) visit(block);
    }
  }
  for (const chunk of memory.raw.chunks()) if (chunk.live) visit(chunk.ptr);
}

/// A pool's free list; undefined = empty.
function freeBlocks(vm: Vm, pool: Ptr): Set<Ptr> | undefined {
  let block = vm.i32[pool + POOL_FREEBLOCK]!;
  if (block === 0) return undefined;
  const free = new Set<Ptr>();
  for (; block !== 0; block = vm.i32[block]!) free.add(block);
  return free;
}

/// What references lead to from the roots, the builtin types and the tracked objects.
export interface Reached {
  /// How many counted references to each object there are.
  readonly counts: ReferenceCounts;
  /// Blocks that belong to an object but are none.
  readonly parts: PlaceTable;
  /// How far one comes from the builtin types by objects that never change.
  builtins: Builtins;
}

interface Builtins {
  /// Walked from so many types.
  readonly types: number;
  readonly position: Position;
  /// Keys tables and other blocks of the objects.
  readonly parts: readonly Ptr[];
}

/// `lists`: the collector's lists whose objects are reached too. `reused`: the tables of an earlier walk, which are emptied;
/// else new ones.
export function reach(vm: Vm, lists: readonly Ptr[], reused?: Reached): Reached {
  const types = staticTypes(vm);
  const builtins = reused?.builtins.types === types.length ? reused.builtins : reachBuiltins(vm, types);
  const { counts, parts } = reused ?? { counts: new ReferenceCounts(), parts: new PlaceTable() };
  counts.clear();
  parts.clear();
  counts.goOnFrom(builtins.position);
  for (const block of builtins.parts) parts.mark(block);
  const seenKeys = new Set<Ptr>();
  visitRoots(vm, p => counts.visit(p));
  for (const type of types) visitSubclasses(type, counts);
  for (const list of lists) visitList(vm.i32, list, p => counts.add(p));
  for (const p of vm.deallocatingNow()) counts.add(p);
  for (let p = counts.nextPending(); p !== undefined; p = counts.nextPending()) {
    visitReferences(vm, p, counts, seenKeys);
    visitParts(vm, p, block => parts.mark(block));
  }
  for (const keys of seenKeys) parts.mark(keys);
  return { counts, parts, builtins };
}

/// The builtin types, their dicts, and what these are full of.
function reachBuiltins(vm: Vm, types: readonly TypeObject[]): Builtins {
  const { wrapper_descriptor, method_descriptor, getset_descriptor, member_descriptor, tuple, str } = vm.types;
  const fixed = new Set<TypeObject>([wrapper_descriptor, method_descriptor, getset_descriptor, member_descriptor, tuple, str]);
  const ofTypes = new Set(types.flatMap(type => [type.ptr, type.dict]));
  const counts = new ReferenceCounts();
  const seenKeys = new Set<Ptr>();
  const parts: Ptr[] = [];
  const others: Ptr[] = [];
  for (const type of types) counts.add(type.ptr);
  for (let p = counts.nextPending(); p !== undefined; p = counts.nextPending()) {
    if (!ofTypes.has(p) && !fixed.has(vm.typeOf(p))) {
      others.push(p);
      continue;
    }
    visitFields(vm, p, counts, seenKeys);
    visitParts(vm, p, block => parts.push(block));
  }
  const { objects, places } = counts.position();
  return { types: types.length, position: { objects, places, pending: others }, parts: [...parts, ...seenKeys] };
}

/// Every list that a tracked object may be in, also while guest code runs in a collection.
const LISTS = [...GENERATIONS, PERMANENT, UNREACHABLE_LIST, FINALIZERS_LIST, SEEN_LIST, FINAL_UNREACHABLE_LIST, WRCB_TO_CALL_LIST];

/// What leads to an object that lives, garbage included.
export function reachAll(vm: Vm, reused?: Reached): Reached {
  return reach(vm, LISTS, reused);
}

/// Calls `visit` with the blocks that belong to an object beside its own.
function visitParts(vm: Vm, p: Ptr, visit: (block: Ptr) => void): void {
  const type = vm.typeOf(p);
  if (type.isSubtypeOf(vm.types.list)) visit(vm.i32[p + 6]!);
  else if (type.isSubtypeOf(vm.types.set) || type.isSubtypeOf(vm.types.frozenset)) visit(vm.i32[p + 10]!);
  else if (isDict(vm, p)) {
    visit(dictKeys(vm, p));
    if (dictValues(vm, p) !== 0) visit(valuesBlock(vm, dictValues(vm, p)));
  }
  const values = type.hasManagedDict ? liveValues(vm, p, type) : 0;
  if (values !== 0 && !areEmbedded(vm, values)) visit(valuesBlock(vm, values));
}
