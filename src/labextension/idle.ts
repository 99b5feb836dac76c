/// What may wait until the page has nothing to do.
import type { Work } from '../views/work';

/// Safari has no idle callbacks.
const SOON_MS = 50;
/// Less than a frame.
const SLICE_MS = 8;

/// Calls back when the page has drawn what it has to draw now, and is idle; as `whenIdle` otherwise.
export function afterPaint(callback: () => void, most: number): () => void {
  let cancel = (): void => {};
  const frame = requestAnimationFrame(() => {
    cancel = whenIdle(callback, most);
  });
  return () => {
    cancelAnimationFrame(frame);
    cancel();
  };
}

/// When the page has painted what it shows now, and is idle or was not for `most` milliseconds.
export function whenPainted(most: number): Promise<void> {
  return new Promise(resolve => {
    // A page that is not seen paints nothing.
    const timer = setTimeout(resolve, most);
    afterPaint(() => {
      clearTimeout(timer);
      resolve();
    }, most);
  });
}

/// Calls back when the page is idle, after `most` milliseconds at the latest; the function that it gives takes that back.
export function whenIdle(callback: () => void, most: number): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(callback, { timeout: most });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(callback, Math.min(SOON_MS, most));
  return () => clearTimeout(id);
}

/// Works when the page is idle, a little at a time; each time after `most` milliseconds at the latest.
export async function whileIdle<T>(work: Work<T>, most: number): Promise<T> {
  for (;;) {
    await new Promise<void>(resolve => void whenIdle(resolve, most));
    const until = performance.now() + SLICE_MS;
    do {
      const step = work.next();
      if (step.done === true) {
        return step.value;
      }
    } while (performance.now() < until);
  }
}
