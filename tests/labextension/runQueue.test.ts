import { describe, expect, it } from 'vitest';
import { DROPPED, RunQueue } from '../../src/labextension/runQueue';

const turns = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) {
    await Promise.resolve();
  }
};

/// A job that ends when told to.
function job<T>() {
  let started = false;
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { run: () => ((started = true), promise), started: () => started, resolve, reject };
}

describe('RunQueue', () => {
  it('runs jobs one after the other', async () => {
    const queue = new RunQueue();
    const [a, b] = [job<number>(), job<number>()];
    const results = [queue.run(a.run, false), queue.run(b.run, false)];
    await turns();
    expect([a.started(), b.started(), queue.isBusy]).toEqual([true, false, true]);
    a.resolve(1);
    await turns();
    expect(b.started()).toBe(true);
    b.resolve(2);
    expect(await Promise.all(results)).toEqual([1, 2]);
    await turns();
    expect(queue.isBusy).toBe(false);
  });

  it('starts a job at once if there is none before it', async () => {
    const queue = new RunQueue();
    const [a, b, c] = [job<number>(), job<number>(), job<number>()];
    void queue.runNow(a.run, false);
    void queue.run(b.run, false);
    expect([a.started(), b.started()]).toEqual([true, false]);
    a.resolve(1);
    await turns();
    b.resolve(2);
    await turns();
    void queue.run(c.run, false);
    expect(c.started()).toBe(true);
  });

  it('drops what waits behind a failure, and only that', async () => {
    const queue = new RunQueue();
    const a = job<number>();
    const failing = queue.run(a.run, false);
    const waiting = queue.run(async () => 2, false);
    a.reject(new Error('no'));
    await expect(failing).rejects.toThrow('no');
    expect(await waiting).toBe(DROPPED);
    expect(await queue.run(async () => 3, false)).toBe(3);
  });

  it('goes on behind a failure that is allowed', async () => {
    const queue = new RunQueue();
    const failing = queue.run(async () => Promise.reject(new Error('meant')), true);
    const waiting = queue.run(async () => 2, false);
    await expect(failing).rejects.toThrow('meant');
    expect(await waiting).toBe(2);
  });

  it('waits for what was run at once, and drops behind its failure', async () => {
    const queue = new RunQueue();
    const kernel = job<number>();
    const now = queue.runNow(kernel.run, false);
    expect(kernel.started()).toBe(true);
    expect(queue.isBusy).toBe(false);
    const waiting = queue.run(async () => 2, false);
    await turns();
    kernel.reject(new Error('kernel'));
    await expect(now).rejects.toThrow('kernel');
    expect(await waiting).toBe(DROPPED);
  });

  it('drops on demand', async () => {
    const queue = new RunQueue();
    const a = job<number>();
    const first = queue.run(a.run, false);
    const second = queue.run(async () => 2, false);
    await turns();
    queue.drop();
    a.resolve(1);
    expect(await first).toBe(1);
    expect(await second).toBe(DROPPED);
  });
});
