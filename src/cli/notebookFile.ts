/// A notebook file, and the memory-sim cells in it.
import type { PythonVersion } from '../core/machine';
import type { MemorySimCell } from '../lessons/memorySimCells';
import type { Notebook } from '../lessons/notebook';
import { NotebookError, readNotebook } from '../lessons/notebook';
import type { Host } from './host';
import { UsageError } from './host';
import type { GoodMagic } from './notebookRun';

/// Throws a UsageError if the file is no notebook.
export function readNotebookFile(host: Host, file: string): Notebook {
  const text = host.readFile(host.resolvePath(file));
  try {
    return readNotebook(text);
  } catch (error) {
    if (error instanceof NotebookError) {
      throw new UsageError(`${file} is not a notebook: ${error.message}`);
    }
    throw error;
  }
}

export type GoodCell = MemorySimCell & { magic: GoodMagic };

export const isGood = (cell: MemorySimCell): cell is GoodCell => cell.magic.ok;

/// Throws a UsageError that names the first cell with a mistake in its magic line.
export function goodCells(file: string, cells: readonly MemorySimCell[]): GoodCell[] {
  if (cells.length === 0) {
    throw new UsageError(`${file} has no memory-sim cells`);
  }
  return cells.map(cell => {
    const { magic, number } = cell;
    if (!magic.ok) {
      throw new UsageError(`${file}, cell ${number}: ${magic.message}`);
    }
    return { ...cell, magic };
  });
}

/// The first cell that names a version decides; another that names a different one is a mistake.
export function readPython(file: string, cells: readonly GoodCell[]): PythonVersion | undefined {
  const named = cells.filter(cell => cell.magic.options.python !== undefined);
  const first = named[0];
  const other = named.find(cell => cell.magic.options.python !== first?.magic.options.python);
  if (first && other) {
    throw new UsageError(
      `${file}: cell ${first.number} asks for Python ${first.magic.options.python} and cell ${other.number} for ` +
        `${other.magic.options.python}; a notebook has one heap`
    );
  }
  return first?.magic.options.python;
}

/// Authors mark a cell that is meant to fail with this tag, and every runner of notebooks goes on after it.
export const mayFail = (cell: MemorySimCell): boolean => {
  const tags = cell.cell.metadata.tags;
  return Array.isArray(tags) && tags.includes('raises-exception');
};
