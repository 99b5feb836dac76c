/// What objects ask of the machine above them, as far as the virtual machine answers it.
import type { Ptr } from '../memory/ram';
import { call, getAttr } from '../objects/abstract';
import { cellGet } from '../objects/cell';
import { dictGetItemKnownStr } from '../objects/dictobject';
import type { VmHooks } from '../objects/interp';
import { moduleDict } from '../objects/module';
import { newStr } from '../objects/str';
import { callFunction } from './calls';
import { sendGenerator } from './genobject';
import { importModule } from './import';
import { vmOf } from './vm';
import type { Vm } from './vm';

/// The rest tells the host, and is the host's to set.
export const vmHooks: Omit<VmHooks, 'write' | 'displayHook' | 'unraisable'> = {
  callFunction: (it, fn, args, kwnames) => callFunction(vmOf(it), fn, args, kwnames),
  sendGenerator: (it, gen, value) => sendGenerator(vmOf(it), gen, value),
  currentModule: it => {
    const { frame } = vmOf(it);
    return frame === undefined ? 0 : dictGetItemKnownStr(it, frame.globals, it.name('__name__'));
  },
  builtin: (it, name) => dictGetItemKnownStr(it, moduleDict(it, vmOf(it).builtinsModule), it.name(name)),
  importFrom: (it, module, name) => {
    const found = it.own(importModule(vmOf(it), module));
    return it.dropFor(getAttr(it, found, it.name(name)));
  },
  warn: (it, category, message) => {
    const warn = it.own(vmHooks.importFrom(it, 'warnings', 'warn'));
    it.decref(call(it, warn, [it.own(newStr(it, message)), category.ptr]));
    it.drop(2);
  },
  runsLibrary: it => vmOf(it).frame?.code.isLibrary ?? false,
  implicitSuper: it => implicitSuper(vmOf(it))
};

/// Objects/typeobject.c super_init_without_args.
function implicitSuper(vm: Vm): readonly [Ptr, Ptr] {
  const frame = vm.frame;
  if (frame === undefined) return vm.raise(vm.types.RuntimeError, 'super(): no current frame');
  const { plain } = frame.code;
  if (plain.argcount === 0) return vm.raise(vm.types.RuntimeError, 'super(): no arguments');
  let self = vm.i32[frame.base]! & ~1;
  if (self !== 0 && vm.typeOf(self) === vm.types.cell && plain.cellvars.includes(plain.varnames[0]!)) self = cellGet(vm, self);
  if (self === 0) return vm.raise(vm.types.RuntimeError, 'super(): arg[0] deleted');
  const slot = plain.localsplusnames.indexOf('__class__');
  if (slot < 0) return vm.raise(vm.types.RuntimeError, 'super(): __class__ cell not found');
  return [cellGet(vm, vm.i32[frame.base + slot]!) || vm.raise(vm.types.RuntimeError, 'super(): empty __class__ cell'), self];
}
