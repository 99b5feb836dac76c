/// The modules that a notebook's cells define (`%%memory-sim --module NAME`), for the other cells on the same heap.
import type { Output } from '../core/machine';
import { moduleFilename } from './magic';

interface Module {
  source: string;
  filename: string;
  /// The source that the guest has imported, if it has.
  imported?: string;
}

export class CellModules {
  private readonly modules = new Map<string, Module>();

  /// What the cell shows for it.
  define(name: string, source: string): Output {
    const imported = this.modules.get(name)?.imported;
    this.modules.set(name, { source, filename: moduleFilename(name), imported });
    const stale = imported !== undefined && imported !== source;
    return {
      output_type: 'stream',
      name: stale ? 'stderr' : 'stdout',
      text: stale
        ? `Module ${name} has changed, but this heap has imported it already: restart the kernel to import the new one.\n`
        : `Module ${name} is ready: other cells can import it.\n`
    };
  }

  /// For the guest that imports it.
  import(name: string): { source: string; filename: string } | undefined {
    const module = this.modules.get(name);
    if (module) {
      module.imported = module.source;
    }
    return module;
  }

  clear(): void {
    this.modules.clear();
  }
}
