/// What a built-in module is made of.
import { addFunctions, setModuleItem } from '../objects/module';
import type { Ptr } from '../memory/ram';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { newStr } from '../objects/str';
import type { NativeMethod } from '../objects/typeobject';
import type { Vm } from '../vm/vm';

export interface ModuleSpec {
  readonly name: string;
  readonly functions: Readonly<Record<string, NativeMethod>>;
  /// Adds constants, types and state to the new module (borrowed), whose functions are there already.
  readonly init?: (vm: Vm, module: Ptr) => void;
}

/// Puts into the module what its spec says.
export function fillModule(vm: Vm, module: Ptr, spec: ModuleSpec): void {
  addFunctions(vm, module, spec.name, spec.functions);
  spec.init?.(vm, module);
}

export function addInts(it: Interp, module: Ptr, values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values)) setModuleItem(it, module, name, newInt(it, value));
}

export function addText(it: Interp, module: Ptr, name: string, value: string): void {
  setModuleItem(it, module, name, newStr(it, value));
}

/// A feature that is left out says so in the guest.
export function notYet(it: Interp, what: string): never {
  it.raise(it.types.NotImplementedError, `memory-sim does not run ${what} yet`);
}
