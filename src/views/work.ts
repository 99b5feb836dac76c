/// Long computations as generators: each `yield` is a place where a host may see to other things.

export type Work<T> = Generator<undefined, T, undefined>;

/// So many moments, steps or objects are worked on between two yields; well under a frame.
export const PORTION = 512;

/// Does all of it at once.
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      return step.value;
    }
  }
}
