/// The runs of a notebook's heap and the cells that made them: of the heap as it is, or of the saved outputs before it.
import { type ICellModel, isCodeCellModel } from '@jupyterlab/cells';
import type { Notebook } from '@jupyterlab/notebook';
import { TRACE_MIME, type TracePayload } from '../core/trace/payload';
import { runSummary } from '../views/runSummary';
import type { IMemorySimHeaps } from './heaps';
import type { RibbonSegment } from './ribbon';

export interface NotebookRuns {
  readonly segments: readonly RibbonSegment[];
  /// Undefined for a run whose cell has run again or is gone.
  cellOf(run: number): ICellModel | undefined;
  /// A cell above ran after it.
  isStale(run: number): boolean;
}

export function runsOf(notebook: Notebook, heaps: IMemorySimHeaps): NotebookRuns {
  const runs = notebook.model ? heaps.find(notebook.model) : undefined;
  if (!runs?.heap.isUsed) {
    return savedRuns(notebook);
  }
  const { heap, history } = runs;
  const stale = history.stale(notebook.model!.cells);
  return {
    segments: heap.segments,
    cellOf: run => history.cellOf(run),
    isStale: run => {
      const cell = history.cellOf(run);
      return cell === undefined || stale.has(cell);
    }
  };
}

/// What outputs say of runs that were saved with the notebook.
function savedRuns({ model }: Notebook): NotebookRuns {
  const cells = new Map<number, ICellModel>();
  const segments: RibbonSegment[] = [];
  for (const cell of model?.cells ?? []) {
    const trace = isCodeCellModel(cell) ? savedTrace(cell.outputs) : undefined;
    if (trace && !cells.has(trace.run)) {
      cells.set(trace.run, cell);
      segments.push({ ...runSummary(trace), run: trace.run });
    }
  }
  return { segments: segments.sort((a, b) => a.run - b.run), cellOf: run => cells.get(run), isStale: () => false };
}

/// Checked no further than a summary of it needs: all saved traces are looked at when the notebook opens.
function savedTrace(outputs: { readonly length: number; get(i: number): { readonly data: { readonly [mime: string]: unknown } } }): TracePayload | undefined {
  for (let i = 0; i < outputs.length; i++) {
    const trace = outputs.get(i).data[TRACE_MIME] as Partial<TracePayload> | null | undefined;
    if (typeof trace === 'object' && trace !== null && Number.isSafeInteger(trace.run) && Array.isArray(trace.steps) && trace.steps.every(Array.isArray)) {
      return trace as TracePayload;
    }
  }
  return undefined;
}

/// Makes a cell the active one and brings it in sight.
export async function goToCell(notebook: Notebook, cell: ICellModel): Promise<void> {
  const index = notebook.widgets.findIndex(({ model }) => model === cell);
  if (index >= 0) {
    notebook.deselectAll();
    notebook.activeCellIndex = index;
    await notebook.scrollToItem(index, 'smart');
  }
}
