/// Which cells have run on a heap, and in what order.

/// `Cell` is a cell's model. JupyterLab makes another for a cell that is moved; its id stays.
export class RunHistory<Cell extends { readonly id: string }> {
  private readonly runs = new Map<string, number>();
  private count = 0;

  /// A cell begins to run.
  began(cell: Cell): void {
    this.runs.set(cell.id, ++this.count);
  }

  /// The heap is a fresh one.
  clear(): void {
    this.runs.clear();
    this.count = 0;
  }

  /// The cell, of those of a notebook, whose latest run this was.
  cellOf(run: number, cells: Iterable<Cell>): Cell | undefined {
    for (const cell of cells) {
      if (this.runs.get(cell.id) === run) {
        return cell;
      }
    }
    return undefined;
  }

  hasRun(cell: Cell): boolean {
    return this.runs.has(cell.id);
  }

  /// Of the cells of a notebook in order: those whose output was made before a cell above them ran.
  stale(cells: Iterable<Cell>): Set<Cell> {
    const stale = new Set<Cell>();
    let latest = 0;
    for (const cell of cells) {
      const run = this.runs.get(cell.id) ?? 0;
      if (run !== 0 && run < latest) {
        stale.add(cell);
      }
      latest = Math.max(latest, run);
    }
    return stale;
  }
}
