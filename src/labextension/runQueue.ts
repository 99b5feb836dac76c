/// The order of a notebook's cells, over kernel and heap alike.
///
/// JupyterLab asks for all cells of Run All in one go and leaves it to the kernel to run them in order
/// and to drop what waits behind a failure. With two places to run, that is done here.

/// What a cell that was dropped before its turn comes to.
export const DROPPED = Symbol('dropped');

export class RunQueue {
  private tail: Promise<unknown> = Promise.resolve();
  private waiting = 0;
  /// Jobs that have not ended, those that were run at once too.
  private pending = 0;
  private generation = 0;

  /// Whether a cell put in now would have to wait for its turn.
  get isBusy(): boolean {
    return this.waiting > 0;
  }

  /// Runs `job` when all jobs before it are done: at once, if there are none. If it rejects, all that wait then are dropped, unless `mayFail`.
  run<T>(job: () => Promise<T>, mayFail: boolean): Promise<T | typeof DROPPED> {
    const generation = this.generation;
    this.waiting++;
    const turn = this.pending === 0 ? job() : this.tail.then<T | typeof DROPPED>(() => (generation === this.generation ? job() : DROPPED));
    return this.follow(turn, mayFail, () => this.waiting--);
  }

  /// Runs `job` at once; what comes later waits for it.
  runNow<T>(job: () => Promise<T>, mayFail: boolean): Promise<T> {
    return this.follow(job(), mayFail, () => undefined);
  }

  /// Drops all that wait.
  drop(): void {
    this.generation++;
  }

  private follow<R>(result: Promise<R>, mayFail: boolean, done: () => void): Promise<R> {
    this.pending++;
    const end = (): void => {
      this.pending--;
      done();
    };
    const settled = result.then(
      () => end(),
      () => {
        end();
        if (!mayFail) {
          this.drop();
        }
      }
    );
    this.tail = Promise.all([this.tail, settled]).then(() => undefined);
    return result;
  }
}
