/// The module `memory_sim`: looks at the heap without changing what it sees.
import { indexNumber } from '../objects/abstract';
import { BASE_ADDRESS, addressOf, ptrOf } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { bigValue, isIntExact, newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { listSteal } from '../objects/list';
import { isStr, newStr } from '../objects/str';
import { tupleSteal } from '../objects/tuple';
import { isType, typeFrom } from '../objects/type';
import type { NativeMethod, TypeObject } from '../objects/typeobject';
import { BORROWED, untag } from '../vm/frame';
import { objectAt, objectInBlock, reach, visitBlocks } from '../vm/heapwalk';
import type { Vm } from '../vm/vm';
import { vmOf } from '../vm/vm';
import { describeBlock } from './ctypesmemory';
import { inEnglish } from '../vm/said';
import { describeHolders, describeObject } from './holders';
import { describeBytes } from './layouts';
import type { ByteRow } from './layouts';
import type { ModuleSpec } from './module';
import { refcountOf } from './refcount';
import { getSizeof } from './sysmodule';

/// Word of the caller's stack on which the call's only argument lies; 0 = it came some other way.
function argumentWord(vm: Vm, p: Ptr): Ptr {
  const frame = vm.frame;
  if (frame === undefined || frame.sp <= frame.base) return 0;
  return untag(vm.i32[frame.sp - 1]!) === p ? frame.sp - 1 : 0;
}

/// The count without the reference that the argument itself is.
function refcount(vm: Vm, p: Ptr): number {
  const word = argumentWord(vm, p);
  const counted = word !== 0 && (vm.i32[word]! & BORROWED) === 0;
  return refcountOf(vm, p) - (counted && !vm.isImmortal(p) ? 1 : 0);
}

/// Whether a type is the one asked for, or a subclass of it.
function matcher(it: Interp, wanted: Ptr): (type: TypeObject) => boolean {
  if (isType(it, wanted)) {
    const cls = typeFrom(it, wanted);
    return type => type.isSubtypeOf(cls);
  }
  if (!isStr(it, wanted)) it.typeError(`expected a class or its name, not ${it.typeOf(wanted).name}`);
  const name = it.text(wanted);
  return type => type.mro.some(base => base.name === name);
}

function live(vm: Vm, wanted: Ptr): number {
  const matches = matcher(vm, wanted);
  let count = 0;
  visitBlocks(vm, block => {
    const p = objectInBlock(vm, block);
    if (p !== 0 && vm.i32[p] !== 0 && matches(vm.typeOf(p))) count++;
  });
  return count;
}

function freed(vm: Vm, wanted: Ptr): number {
  const matches = matcher(vm, wanted);
  let count = isStr(vm, wanted) ? vm.freedOfDeadTypes.get(vm.text(wanted)) ?? 0 : 0;
  for (const type of vm.typeTable) if (!vm.isVacant(type) && matches(type)) count += type.freed;
  return count;
}

/// Tracked objects that nothing outside them refers to.
function unreachable(vm: Vm): Ptr[] {
  const { counts } = reach(vm, []);
  return vm.gc.collector.getObjects().filter(p => !counts.has(p) && !vm.isImmortal(p));
}

function collections(vm: Vm, generation: Ptr): number {
  const { stats } = vm.gc.collector;
  if (generation === 0 || generation === vm.singletons.none) return stats.reduce((sum, { collections: n }) => sum + n, 0);
  const n = indexNumber(vm, generation);
  return stats[n]?.collections ?? vm.valueError('generation must be 0, 1 or 2');
}

function events(vm: Vm, wanted: Ptr): string[] {
  const record = vm.recordedEvents?.() ?? vm.raise(vm.types.RuntimeError, 'memory_sim.events() needs a recording, and this run has none');
  if (wanted !== 0 && wanted !== vm.singletons.none && !isStr(vm, wanted)) vm.typeError(`expected a kind of event, not ${vm.typeOf(wanted).name}`);
  const kind = wanted !== 0 && isStr(vm, wanted) ? vm.text(wanted) : undefined;
  return record.filter(event => kind === undefined || event.kind === kind).map(event => {
    const what = event.kind === 'collection' ? `generation ${event.generation}, ${event.collected} freed` : `${event.type} at 0x${event.address.toString(16)}`;
    return `line ${event.line}: ${event.kind}: ${what}`;
  });
}

/// The rows of an object; of a freed block or other data, if an address is given.
function bytesOf(vm: Vm, p: Ptr): ByteRow[] {
  const address = isIntExact(vm, p) ? Number(bigValue(vm, p)) : 0;
  if (address < BASE_ADDRESS || address % 16 !== 0 || address + 16 > BASE_ADDRESS + vm.ram.bytes) return describeBytes(vm, p);
  const at = ptrOf(address);
  return objectAt(vm, at) !== 0 ? describeBytes(vm, at) : describeBlock(vm, at);
}

const number = (fn: (vm: Vm, p: Ptr) => number): NativeMethod => ({ kind: 'o', fn: (it, _self, p) => newInt(it, fn(vmOf(it), p)) });
const texts = (it: Interp, items: readonly string[]): Ptr => listSteal(it, items.map(text => newStr(it, text)));

export const memorySimModule: ModuleSpec = {
  name: 'memory_sim',
  functions: {
    refcount: { ...number(refcount), doc: 'How many references there are to the object, the argument not counted.' },
    holders: {
      kind: 'o',
      doc: 'What holds the references that make up the count, in words.',
      fn: (it, _self, p) => texts(it, describeHolders(vmOf(it), p, argumentWord(vmOf(it), p)).map(inEnglish))
    },
    live: { ...number(live), doc: 'How many instances of the class (or of the class of that name) are alive, subclasses included.' },
    freed: { ...number(freed), doc: 'How many instances of the class (or of the class of that name) were freed so far.' },
    unreachable: {
      kind: 'noargs',
      doc: 'The objects that nothing reaches and no collection has freed yet, in words.',
      fn: it => texts(it, unreachable(vmOf(it)).map(p => describeObject(vmOf(it), p)))
    },
    collections: {
      kind: 'fastcall', min: 0, max: 1,
      doc: 'How many collections there were, of one generation or of all.',
      fn: (it, _self, args) => newInt(it, collections(vmOf(it), args[0] ?? 0))
    },
    generation: {
      kind: 'o',
      doc: "The object's generation: 0, 1, 2, 3 after gc.freeze(), or None if the collector does not track it.",
      fn: (it, _self, p) => {
        const generation = vmOf(it).gc.collector.generationOf(p);
        return generation < 0 ? it.singletons.none : newInt(it, generation);
      }
    },
    address: { ...number((_vm, p) => addressOf(p)), doc: 'Where the object lies, as id() says.' },
    size: { ...number(getSizeof), doc: 'The bytes of the object, as sys.getsizeof() says.' },
    events: {
      kind: 'fastcall', min: 0, max: 1,
      doc: "What happened so far in this cell to the objects shown, in words: of one kind ('allocated', 'freed', 'finalized', 'collection', 'weakref cleared') or of all.",
      fn: (it, _self, args) => texts(it, events(vmOf(it), args[0] ?? 0))
    },
    bytes: {
      kind: 'o',
      doc: 'The bytes of the object (or of the block at that address), 8 a row: offset, bytes, name of the field, meaning.',
      fn: (it, _self, p) => listSteal(it, bytesOf(vmOf(it), p).map(row => {
        const parts = [newInt(it, row.offset), newStr(it, row.bytes.map(byte => byte.toString(16).padStart(2, '0')).join(' ')), newStr(it, row.name), newStr(it, row.meaning)];
        return tupleSteal(it, parts);
      }))
    },
    arenas: {
      kind: 'noargs',
      doc: 'The arenas of pymalloc, each as (address, pools that are free, pools), a pool as (address, block size, blocks in use, blocks free).',
      fn: it => listSteal(it, it.memory.arenas().map(arena => {
        const pools = arena.pools.filter(pool => pool.blockBytes > 0).map(pool =>
          tupleSteal(it, [addressOf(pool.ptr), pool.blockBytes, pool.usedBlocks, pool.freeBlocks].map(n => newInt(it, n))));
        return tupleSteal(it, [newInt(it, addressOf(arena.ptr)), newInt(it, arena.freePools), listSteal(it, pools)]);
      }))
    }
  }
};
