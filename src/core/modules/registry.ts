/// The modules that come with the machine.
import type { FoundModule } from '../vm/import';
import { abcModule } from './abcmodule';
import { atexitModule } from './atexitmodule';
import { builtinsModule } from './builtins';
import { collectionsModule } from './collectionsmodule';
import { ctypesMemoryModule } from './ctypesmemory';
import { FROZEN_MODULES } from './frozen/modules';
import { functoolsModule } from './functoolsmodule';
import { gcModule } from './gcmodule';
import { itertoolsModule } from './itertoolsmodule';
import { mathModule } from './mathmodule';
import { memorySimModule } from './memorysim';
import { fillModule } from './module';
import type { ModuleSpec } from './module';
import { operatorModule } from './operatormodule';
import { randomModule } from './randommodule';
import { STDLIB_NAMES } from './stdlibnames';
import { sysModule } from './sysmodule';
import { timeModule } from './timemodule';
import { tracebackModule } from './tracebackmodule';
import { typeSupportModule } from './typesupport';
import { weakrefModule } from './weakrefmodule';

const specs = [
  abcModule, atexitModule, builtinsModule, collectionsModule, ctypesMemoryModule, functoolsModule, gcModule, itertoolsModule, mathModule, memorySimModule, operatorModule, randomModule, sysModule, timeModule,
  tracebackModule, typeSupportModule, weakrefModule
];

/// Native modules by name.
const builtinModules: ReadonlyMap<string, ModuleSpec> = new Map(specs.map(spec => [spec.name, spec]));

/// What the name stands for: a native module, one in Python, a module of the standard library that is not here, or
/// undefined for a name that CPython does not know either.
export function findBuiltinModule(name: string): FoundModule | undefined {
  const spec = builtinModules.get(name);
  if (spec !== undefined) return { kind: 'native', fill: (vm, module) => fillModule(vm, module, spec) };
  const source = FROZEN_MODULES.get(name);
  if (source !== undefined) return { kind: 'source', source, filename: `<frozen ${name}>`, frozen: true };
  return STDLIB_NAMES.has(name) ? { kind: 'unsupported' } : undefined;
}

/// Calls `visit` with the name of each module that comes with the machine and is meant to be imported.
export function visitModuleNames(visit: (name: string) => void): void {
  for (const name of [...builtinModules.keys(), ...FROZEN_MODULES.keys()]) visit(name);
}
