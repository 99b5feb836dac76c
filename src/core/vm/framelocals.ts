/// The local variables of a frame as a dict (CPython 3.14 Objects/frameobject.c, 3.11 _PyFrame_FastToLocalsWithError).
import { CodeFlag, FastKind } from '../compiler/code';
import type { Ptr } from '../memory/ram';
import { cellGet } from '../objects/cell';
import { dictMerge } from '../objects/dictmerge';
import { dictDelItem, dictSetItem, newDict } from '../objects/dictobject';
import { ownScratchList, passScratch } from '../objects/scratch';
import { untag } from './frame';
import type { Frame } from './frame';
import type { Vm } from './vm';

/// Field of a frame object: the dict of what was added through f_locals and is no variable (3.13), 0 = none.
export const EXTRA_LOCALS = 10;

/// What locals() gives in the frame, a new reference: the namespace itself in a module or class body, in a function (and in
/// a comprehension of a module or class body that is no function of its own) a
/// dict of what is bound now. 3.11 keeps that dict with the frame, later versions make a new one each time.
export function frameLocals(vm: Vm, frame: Frame): Ptr {
  if (!frame.code.has(CodeFlag.OPTIMIZED) && !hasHiddenLocals(vm, frame)) return vm.newRef(frame.locals || frame.globals);
  if (!vm.profile.cachesLocals) {
    const dict = vm.own(newDict(vm));
    // The keys of the frame's proxy, and PyMapping_Keys' copy of them.
    ownScratchList(vm);
    passScratch(vm, vm.types.list_iterator);
    ownScratchList(vm);
    vm.drop(2);
    fastToLocals(vm, frame, dict);
    const extra = frame.frameObject === 0 ? 0 : vm.i32[frame.frameObject + EXTRA_LOCALS]!;
    if (extra !== 0) dictMerge(vm, dict, extra, 1);
    return vm.take();
  }
  if (frame.locals === 0) frame.locals = newDict(vm);
  fastToLocals(vm, frame, frame.locals);
  return vm.newRef(frame.locals);
}

/// Whether a comprehension that runs within a module or class body has variables of its own now (_PyFrame_HasHiddenLocals).
export function hasHiddenLocals(vm: Vm, frame: Frame): boolean {
  return !vm.profile.cachesLocals
    && frame.code.plain.localspluskinds.some((kind, i) => (kind & FastKind.HIDDEN) !== 0 && localValue(vm, frame, i) !== 0);
}

function fastToLocals(vm: Vm, frame: Frame, dict: Ptr): void {
  const { localsplusnames } = frame.code.plain;
  for (let i = 0; i < localsplusnames.length; i++) {
    const name = vm.name(localsplusnames[i]!);
    const value = localValue(vm, frame, i);
    if (value !== 0) dictSetItem(vm, dict, name, value);
    else if (vm.profile.cachesLocals) dictDelItem(vm, dict, name);
  }
}

/// The value of a variable of the frame, borrowed; 0 = not bound.
export function localValue(vm: Vm, frame: Frame, slot: number): Ptr {
  const p = untag(vm.i32[frame.base + slot]!);
  const kind = frame.code.plain.localspluskinds[slot]!;
  const inCell = (kind & (FastKind.CELL | FastKind.FREE)) !== 0 && p !== 0 && vm.typeOf(p) === vm.types.cell;
  return inCell ? cellGet(vm, p) : p;
}
