/// Where `import` finds what is not built in: the files beside a program.
import type { MachineOptions } from '../core/machine';
import type { Host } from './host';

type ModuleFinder = NonNullable<MachineOptions['source']>;

const MODULE_NAME = /^[\p{ID_Start}_][\p{ID_Continue}]*(\.[\p{ID_Start}_][\p{ID_Continue}]*)*$/u;

/// `a.b` is a/b.py or a/b/__init__.py under the folder; a package comes before a module, as in CPython.
export function moduleFinder(host: Host, folder: string): ModuleFinder {
  return module => {
    if (!MODULE_NAME.test(module)) {
      return undefined;
    }
    const parts = module.split('.');
    const candidates = [host.resolvePath(folder, ...parts, '__init__.py'), host.resolvePath(folder, `${parts.join('/')}.py`)];
    for (const filename of candidates) {
      const source = host.readIfThere(filename);
      if (source !== undefined) {
        return { source, filename };
      }
    }
    return undefined;
  };
}
