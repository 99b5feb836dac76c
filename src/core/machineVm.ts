/// A virtual machine ready to run: types, collector, modules, hooks.
import type { MachineOptions, PythonVersion } from './machine';
import type { Ptr } from './memory/ram';
import { reprText } from './objects/abstract';
import { dictGetItemKnownStr } from './objects/dictobject';
import type { VmHooks } from './objects/interp';
import { audit } from './vm/audit';
import { createVm } from './vm/bootstrap';
import { callFunction } from './vm/calls';
import { cellGet } from './objects/cell';
import { FROZEN } from './vm/codeobject';
import { createCollector } from './vm/gchost';
import { sendGenerator } from './vm/genobject';
import type { ModuleFinder } from './vm/import';
import { startInterpreter } from './vm/lifecycle';
import { writeStderr } from './modules/builtinsio';
import { formatUnraisable } from './vm/unraisable';
import { vmOf } from './vm/vm';
import type { Vm } from './vm/vm';

const DEFAULT_HEAP_BYTES = 256 << 20;

export function newMachineVm(python: PythonVersion, options: MachineOptions, builtinModule: ModuleFinder, write: VmHooks['write'], display: (text: string) => void): Vm {
  const vm = createVm(python, options.heapBytes ?? DEFAULT_HEAP_BYTES);
  Object.assign(vm.hooks, hooks(write, display));
  createCollector(vm);
  vm.findModule = name => {
    const found = options.source?.(name);
    return builtinModule(name) ?? (found === undefined ? undefined : { kind: 'source', ...found });
  };
  startInterpreter(vm);
  if (options.audit === true) {
    vm.observer = {
      beforeInstruction: (frame, ip) => {
        const wrong = audit(vm);
        if (wrong !== undefined) throw new Error(`audit before ${frame.code.plain.name}:${frame.code.plain.lines[ip]} instruction ${ip}: ${wrong}`);
      },
      onPush: () => undefined,
      onPop: () => undefined,
      onRaise: () => undefined
    };
  }
  return vm;
}

function hooks(write: VmHooks['write'], display: (text: string) => void): VmHooks {
  return {
    write,
    callFunction: (it, fn, args, kwnames) => callFunction(vmOf(it), fn, args, kwnames),
    sendGenerator: (it, gen, value) => sendGenerator(vmOf(it), gen, value),
    currentModule: it => {
      const { frame } = vmOf(it);
      return frame === undefined ? 0 : dictGetItemKnownStr(it, frame.globals, it.name('__name__'));
    },
    runsLibrary: it => vmOf(it).frame?.code.plain.filename.startsWith(FROZEN) ?? false,
    displayHook: (it, value) => {
      if (value !== it.singletons.none) display(reprText(it, value));
    },
    implicitSuper: it => implicitSuper(vmOf(it)),
    unraisable: (it, doing, object) => writeStderr(it, formatUnraisable(vmOf(it), doing, object))
  };
}

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
