/// The module `memory_sim`: looks at the heap without changing what it sees.
import { indexNumber } from '../objects/abstract';
import { addressOf } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { listSteal } from '../objects/list';
import { isStr, newStr } from '../objects/str';
import { isType, typeFrom } from '../objects/type';
import type { NativeMethod, TypeObject } from '../objects/typeobject';
import { BORROWED, untag } from '../vm/frame';
import { objectInBlock, reach, visitBlocks } from '../vm/heapwalk';
import type { Vm } from '../vm/vm';
import { vmOf } from '../vm/vm';
import { describeHolders, describeObject } from './holders';
import { notYet } from './module';
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

const number = (fn: (vm: Vm, p: Ptr) => number): NativeMethod => ({ kind: 'o', fn: (it, _self, p) => newInt(it, fn(vmOf(it), p)) });
const texts = (it: Interp, items: readonly string[]): Ptr => listSteal(it, items.map(text => newStr(it, text)));

export const memorySimModule: ModuleSpec = {
  name: 'memory_sim',
  functions: {
    refcount: { ...number(refcount), doc: 'How many references there are to the object, the argument not counted.' },
    holders: {
      kind: 'o',
      doc: 'What holds the references that make up the count, in words.',
      fn: (it, _self, p) => texts(it, describeHolders(vmOf(it), p, argumentWord(vmOf(it), p)))
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
    events: { kind: 'fastcall', min: 0, max: 1, fn: it => notYet(it, 'memory_sim.events()') }
  }
};
