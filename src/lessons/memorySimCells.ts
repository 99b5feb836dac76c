/// The cells of a notebook that run on the simulated heap.
import type { Magic } from './magic';
import { parseMagic } from './magic';
import type { Cell } from './notebook';

export interface MemorySimCell {
  readonly cell: Cell;
  /// Its place among all cells of the notebook, from 1.
  readonly number: number;
  readonly magic: Magic;
}

export function memorySimCells(cells: readonly Cell[]): MemorySimCell[] {
  return cells.flatMap((cell, index) => {
    const magic = cell.type === 'code' ? parseMagic(cell.source) : undefined;
    return magic ? [{ cell, number: index + 1, magic }] : [];
  });
}
