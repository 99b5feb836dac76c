/// Long work that leaves the page its turn: a slice at a time, between the frames.

import { finish } from '../views/work';
import type { Work } from '../views/work';

/// Less than a frame.
const SLICE_MS = 10;

/// Does the first slice at once, so that short work needs no other, and calls back with what came of it all. The function that it
/// gives stops the work. Where nothing is laid out, nobody waits: all of it is done at once.
export function inSlices<T>(work: Work<T>, document: Document, onDone: (result: T) => void): () => void {
  const window = document.defaultView;
  let isStopped = false;
  if (window?.ResizeObserver === undefined) {
    onDone(finish(work));
    return () => {};
  }
  const { performance, MessageChannel } = window;
  const slice = (): void => {
    const until = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done === true) {
        onDone(step.value);
        return;
      }
    } while (performance.now() < until);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      if (!isStopped) {
        slice();
      }
    };
    port2.postMessage(undefined);
  };
  slice();
  return () => {
    isStopped = true;
  };
}

/// Works of which only the newest is wanted.
export class Newest {
  constructor(private readonly document: Document) {}

  /// As `inSlices`; the work before is stopped.
  begin<T>(work: Work<T>, onDone: (result: T) => void): void {
    this.stop();
    this.stop = inSlices(work, this.document, onDone);
  }

  stop = (): void => {};
}
