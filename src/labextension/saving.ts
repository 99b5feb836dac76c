/// Saving waits for what outputs still lack: the picture and the words that stand in for a trace are made after it is shown.
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { IMemorySimHeaps } from './heaps';

/// A heap that does not answer must not keep anybody from saving.
const MOST_MS = 3000;

/// Promises of what outputs lack, until they are kept.
export class Unfinished {
  private readonly pending = new Set<Promise<void>>();

  add(rest: Promise<void>): void {
    const done = rest.catch(() => undefined).finally(() => this.pending.delete(done));
    this.pending.add(done);
  }

  get isEmpty(): boolean {
    return this.pending.size === 0;
  }

  /// Resolves when all of them are kept, after `most` milliseconds at the latest.
  async settled(most: number): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const enough = new Promise<void>(resolve => (timer = setTimeout(resolve, most)));
    await Promise.race([Promise.all(this.pending), enough]);
    clearTimeout(timer);
  }
}

/// Saves a notebook whole, whoever asks: by command, by itself, before it is closed or downloaded.
export function saveWhole({ context }: NotebookPanel, heaps: IMemorySimHeaps): void {
  const save = context.save.bind(context);
  context.save = async () => {
    const unfinished = heaps.find(context.model)?.unfinished;
    if (unfinished?.isEmpty === false) {
      await unfinished.settled(MOST_MS);
    }
    return save();
  };
}
