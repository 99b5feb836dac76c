/// A virtual machine ready to run: types, collector, modules, hooks.
import type { MachineOptions, PythonVersion } from './machine';
import type { VmHooks } from './objects/interp';
import { auditor } from './vm/audit';
import { createVm } from './vm/bootstrap';
import { createCollector } from './vm/gchost';
import type { ModuleFinder } from './vm/import';
import { startInterpreter } from './vm/lifecycle';
import { reportUnraisable, showValue } from './modules/syshooks';
import type { Vm } from './vm/vm';

const DEFAULT_HEAP_BYTES = 256 << 20;

export function newMachineVm(python: PythonVersion, options: MachineOptions, builtinModule: ModuleFinder, write: VmHooks['write'], display: (text: string) => void): Vm {
  const vm = createVm(python, options.heapBytes ?? DEFAULT_HEAP_BYTES, options.compileAfter);
  if (options.stackBytes !== undefined) vm.stackLimit = options.stackBytes;
  Object.assign(vm.hooks, {
    write,
    displayHook: (_it, value) => showValue(vm, value, display),
    unraisable: (_it, doing, object) => reportUnraisable(vm, doing, object)
  } satisfies Partial<VmHooks>);
  createCollector(vm);
  vm.findModule = name => {
    // The folder of the program comes first in sys.path: its modules hide those of the library, but not built-in ones.
    const builtin = builtinModule(name);
    const found = builtin?.kind === 'native' ? undefined : options.source?.(name);
    return found === undefined ? builtin : { kind: 'source', ...found };
  };
  startInterpreter(vm);
  if (options.audit !== undefined && options.audit !== false) {
    const isDue = options.audit === true ? () => true : options.audit;
    const audit = auditor(vm);
    let instructions = 0;
    vm.watch('host', {
      beforeInstruction: (frame, ip) => {
        if (!isDue(instructions++)) return;
        const wrong = audit();
        if (wrong !== undefined) throw new Error(`audit before ${frame.code.plain.name}:${frame.code.plain.lines[ip]} instruction ${ip}: ${wrong}`);
      },
      onPush: () => undefined,
      onPop: () => undefined,
      onRaise: () => undefined
    });
  }
  return vm;
}
