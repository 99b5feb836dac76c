/// Which cells have run on a heap, and in what order.

/// `Cell` is a cell's model.
export class RunHistory<Cell extends object> {
  private readonly runs = new Map<Cell, number>();
  private count = 0;

  /// A cell begins to run.
  began(cell: Cell): void {
    this.runs.set(cell, ++this.count);
  }

  /// The heap is a fresh one.
  clear(): void {
    this.runs.clear();
    this.count = 0;
  }

  /// The cell whose latest run this was.
  cellOf(run: number): Cell | undefined {
    for (const [cell, latest] of this.runs) {
      if (latest === run) {
        return cell;
      }
    }
    return undefined;
  }

  hasRun(cell: Cell): boolean {
    return this.runs.has(cell);
  }

  /// Of the cells of a notebook in order: those whose output was made before a cell above them ran.
  stale(cells: Iterable<Cell>): Set<Cell> {
    const stale = new Set<Cell>();
    let latest = 0;
    for (const cell of cells) {
      const run = this.runs.get(cell) ?? 0;
      if (run !== 0 && run < latest) {
        stale.add(cell);
      }
      latest = Math.max(latest, run);
    }
    return stale;
  }
}
