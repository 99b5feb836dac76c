/// The free lists of the builtin types: their limits, and what the interpreter's start leaves in them.
import { HEAD_WORDS } from '../memory/gchead';
import { printOne } from '../memory/mallocstats';
import { indexToSize } from '../memory/pool';
import { FreeList, MAX_SAVE_SIZE } from '../objects/freelist';
import type { TypeObject } from '../objects/typeobject';
import { ImportCosts } from './importcost';
import type { Vm } from './vm';

/// The first size class in `heldBlocks`.
const FIRST_HELD_CLASS = 13;
const ONE_DIGIT_INT = 28;

/// Sets the limits. The builtin types must be there, and nothing in use that they would have kept.
export function initFreeLists(vm: Vm): void {
  const { types, profile: { freeLists: limits } } = vm;
  const set = (type: TypeObject, limit: number, bytes = type.basicsize): void => {
    if (limit === 0) return;
    type.freeList = new FreeList(limit, bytes);
    vm.freeLists[type.index] = [type.freeList];
  };
  set(types.float, limits.float);
  if (limits.int > 0) vm.freeLists[types.int.index] = [vm.intFreeList = new FreeList(limits.int, ONE_DIGIT_INT)];
  const tupleBytes = vm.profile.tupleItems * 4;
  const ofTuples = Array.from({ length: MAX_SAVE_SIZE }, (_, i) =>
    new FreeList(limits.tuple, tupleBytes + 8 * (i + 1), i + 1 < MAX_SAVE_SIZE || vm.profile.reusesLargestTuples));
  vm.freeLists[types.tuple.index] = ofTuples;
  vm.tupleFreeLists = [new FreeList(0, tupleBytes), ...ofTuples];
  set(types.list, limits.list);
  set(types.dict, limits.dict);
  set(types.slice, limits.slice);
  set(types.range, limits.range);
  set(types.range_iterator, limits.range_iterator, vm.profile.rangeIteratorBytes);
  set(types.list_iterator, limits.list_iterator);
  set(types.tuple_iterator, limits.tuple_iterator);
  set(types.method, limits.method);
  set(types.builtin_function_or_method, limits.builtin_function_or_method);
  if (!vm.profile.clearsKeptSlice) vm.keptSlices = vm.freeLists[types.slice.index];
}

/// Leaves `count` blocks in a free list, without the collector counting any. `type`: undefined for a list of blocks that
/// are no objects.
export function setFreeList(vm: Vm, type: TypeObject | undefined, list: FreeList, count: number): void {
  const before = type?.hasGc === true ? HEAD_WORDS : 0;
  while (list.count > count) vm.memory.free(list.pop() - before);
  while (list.count < count) {
    const p = (vm.memory.malloc(before * 4 + list.bytes) || vm.noMemory()) + before;
    vm.i32.fill(0, p - before, p + (list.bytes >> 2));
    if (type !== undefined) {
      vm.i32[p + 2] = type.ptr;
      vm.i32[p + 3] = type.index;
    }
    list.push(p);
  }
}

/// Leaves blocks in use in the size classes in which nothing made here is: a pool of theirs that a program fills and empties
/// is given back while this one stays.
function holdBlocks(vm: Vm): void {
  const { memory, profile: { startup } } = vm;
  const pools = memory.arenas().flatMap(arena => arena.pools);
  startup.heldBlocks.forEach((held, i) => {
    const bytes = indexToSize(FIRST_HELD_CLASS + i);
    const used = pools.reduce((sum, pool) => sum + (pool.blockBytes === bytes ? pool.usedBlocks : 0), 0);
    for (let n = used; n < held; n++) {
      const block = memory.malloc(bytes) || vm.noMemory();
      vm.i32.fill(0, block, block + bytes / 4);
    }
  });
}

/// Brings the collector's counts and the free lists to where CPython's are when a script begins: what its own start
/// (importlib, site, encodings) leaves is not run here.
export function enterMain(vm: Vm): void {
  const { startup } = vm.profile;
  const fill = (type: TypeObject, counts: readonly number[]): void => {
    for (const [i, list] of (vm.freeLists[type.index] ?? []).entries()) setFreeList(vm, type, list, Math.max(counts[i] ?? 0, list.count));
  };
  fill(vm.types.int, [startup.ints]);
  fill(vm.types.float, [startup.floats]);
  fill(vm.types.tuple, startup.tuples);
  fill(vm.types.list, [startup.lists]);
  fill(vm.types.dict, [startup.dicts]);
  fill(vm.types.list_iterator, [startup.listIterators]);
  fill(vm.types.tuple_iterator, [startup.tupleIterators]);
  fill(vm.types.method, [startup.methods]);
  fill(vm.types.builtin_function_or_method, [startup.builtinMethods]);
  fill(vm.types.range, [startup.ranges]);
  fill(vm.types.range_iterator, [startup.rangeIterators]);
  fill(vm.types.slice, [startup.slices]);
  setFreeList(vm, undefined, vm.dictKeysFreeList, Math.max(startup.dictKeys, vm.dictKeysFreeList.count));
  holdBlocks(vm);
  vm.gc.collector.setCounts(startup.counts);
  vm.gcScheduled = startup.counts[0] > vm.youngThreshold;
  vm.importCosts = new ImportCosts(vm);
}

/// What sys._debugmallocstats() prints about them (_PyDebugAllocatorStats).
export function freeListStats(vm: Vm): string {
  const line = (list: FreeList, name: string, bytes = list.bytes): string =>
    printOne(`${`${list.count} free ${name}s * ${bytes} bytes each`.padStart(48)} `, list.count * bytes);
  const of = (type: TypeObject): readonly FreeList[] => vm.freeLists[type.index] ?? [];
  const { dict, float, list, tuple } = vm.types;
  const tuples = of(tuple).map((one, i) => line(one, `${i + 1}-sized PyTupleObject`));
  return [
    ...of(dict).map(one => line(one, 'PyDictObject')),
    ...(vm.profile.countsKeptKeys ? [line(vm.dictKeysFreeList, 'PyDictKeysObject', 32)] : []),
    ...of(float).map(one => line(one, 'PyFloatObject')), ...of(list).map(one => line(one, 'PyListObject')), ...tuples
  ].join('');
}
