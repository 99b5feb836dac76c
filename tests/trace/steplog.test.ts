/// The packed steps of a recorder: what comes out is what went in.
import { describe, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import { OP_ARITY } from '../../src/core/trace/payload';
import { StepLog } from '../../src/core/trace/steplog';

describe('the packed steps', () => {
  it('come out as they went in, whatever the numbers', () => {
    const log = new StepLog();
    const steps = [[1], [0, -1, 63, 64, -64, -65], [70_000, 2 ** 31, -(2 ** 31), 2 ** 43 + 5], [3, ...Array.from({ length: 3000 }, (_, i) => i * 7919 - 9_000_000)]];
    for (const [line, ...ops] of steps) log.add(line!, ops);
    expect(log.unpack()).toEqual(steps);
    expect(log.length).toBe(4);
  });

  it('take at most 12 bytes an event of a real trace', () => {
    const machine = createMachine();
    machine.begin('class A: pass\nkept = []\nfor i in range(20):\n    a = A()\n    a.n = [i]\n    kept.append(a)\n    b = a\nkept = a = b = None\n', 'cell.py');
    let result;
    while (result === undefined) result = machine.resume(1000);
    const log = new StepLog();
    let events = 0;
    for (const [line, ...ops] of result.trace!.steps) {
      log.add(line!, ops);
      for (let i = 0; i < ops.length; i += 1 + OP_ARITY[ops[i]!]!) events++;
    }
    expect(events).toBeGreaterThan(300);
    expect(log.size).toBeLessThanOrEqual(12 * events);
  });
});
