/// The runs of a notebook's heap and the cells that made them: of the heap as it is, or of the saved outputs before it.
import { type ICellModel, isCodeCellModel } from '@jupyterlab/cells';
import type { Notebook } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import { TRACE_MIME } from '../core/trace/payload';
import { promptNumber, summarizing } from '../views/runSummary';
import { english } from '../views/words';
import { goToCell } from './goToCell';
import type { IMemorySimHeaps } from './heaps';
import { whileIdle } from './idle';
import { ribbon, type RibbonSegment } from './ribbon';

/// A page that is never idle reads on after this time.
const READ_WITHIN_MS = 2000;

export interface NotebookRuns {
  readonly segments: readonly RibbonSegment[];
  /// Undefined for a run whose cell has run again or is gone.
  cellOf(run: number): ICellModel | undefined;
  /// A cell above ran after it.
  isStale(run: number): boolean;
}

/// Undefined if nothing has run on the notebook's heap.
export function liveRuns({ model }: Notebook, heaps: IMemorySimHeaps): NotebookRuns | undefined {
  const runs = model ? heaps.find(model) : undefined;
  if (!model || !runs?.heap.isUsed) {
    return undefined;
  }
  const { heap, history } = runs;
  const stale = history.stale(model.cells);
  return {
    segments: heap.segments,
    cellOf: run => history.cellOf(run, model.cells),
    isStale: run => {
      const cell = history.cellOf(run, model.cells);
      return cell === undefined || stale.has(cell);
    }
  };
}

/// What outputs say of runs that were saved with the notebook; read when the page has nothing else to do.
export async function savedRuns({ model }: Notebook): Promise<NotebookRuns> {
  const cells = new Map<number, ICellModel>();
  const segments: RibbonSegment[] = [];
  for (const cell of model?.cells ?? []) {
    const trace = isCodeCellModel(cell) ? savedTrace(cell.outputs) : undefined;
    if (trace === undefined) {
      continue;
    }
    const { reading } = await import('../views/validate');
    const read = await whileIdle(reading(trace, english), READ_WITHIN_MS);
    const run = read.ok ? promptNumber(read.payload) : 0;
    if (read.ok && !cells.has(run)) {
      cells.set(run, cell);
      segments.push({ ...(await whileIdle(summarizing(read.payload), READ_WITHIN_MS)), run });
    }
  }
  return { segments: segments.sort((a, b) => a.run - b.run), cellOf: run => cells.get(run), isStale: () => false };
}

function savedTrace(outputs: { readonly length: number; get(i: number): { readonly data: { readonly [mime: string]: unknown } } }): unknown {
  for (let i = 0; i < outputs.length; i++) {
    const trace = outputs.get(i).data[TRACE_MIME];
    if (trace !== undefined) {
      return trace;
    }
  }
  return undefined;
}

/// The ribbon of a notebook's runs.
export function ribbonOf(notebook: Notebook, runs: NotebookRuns, trans: TranslationBundle): HTMLElement {
  const onGo = (run: number): (() => void) | undefined => {
    const cell = runs.cellOf(run);
    return cell && (() => void goToCell(notebook, cell));
  };
  return ribbon(runs.segments, { trans, onGo, isStale: run => runs.isStale(run) });
}
