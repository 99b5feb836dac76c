/// The modules that are built in, by name.
import type { FoundModule } from '../vm/import';
import { builtinsModule } from './builtins';
import { fillModule } from './module';
import { sysModule } from './sysmodule';

const NATIVE = new Map([builtinsModule, sysModule].map(spec => [spec.name, spec]));

export function findBuiltinModule(name: string): FoundModule | undefined {
  const spec = NATIVE.get(name);
  return spec === undefined ? undefined : { kind: 'native', fill: (vm, module) => fillModule(vm, module, spec) };
}
