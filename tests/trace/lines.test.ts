/// The lines that steps are told to be of, and their source in other files than the cell's.
import { expect, test } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import type { TracePayload } from '../../src/core/trace/payload';
import { Picture } from '../../src/views/picture';

const FIRST = `class D:
    def __del__(self):
        print('bye')
def refs(x):
    return 1`;
const SECOND = `v = D()
v = None
print('a', refs(4))
print('b', refs(5))`;

/// Traces of cells that run one after the other, as a notebook runs them.
function cells(...sources: string[]): TracePayload[] {
  const machine = createMachine({ heapBytes: 16 << 20 });
  return sources.map((source, i) => {
    machine.begin(source, `<cell ${i + 1}>`, { display: true });
    for (;;) {
      const result = machine.resume(1_000_000);
      if (result !== undefined) return result.trace!;
    }
  });
}

test('what is left of the line before a last expression belongs to that line', () => {
  const [, trace] = cells(FIRST, SECOND);
  expect(trace!.steps.map(([line]) => line)).toEqual([1, 2, 3, 3, 5, 3, 4, 5, 4]);
});

test('what follows a loop that was told in part belongs to a line', () => {
  const [trace] = cells('for i in range(99):\n    x = [i]\nx');
  expect(trace!.steps.map(([line]) => line)).not.toContain(0);
});

test('lines of functions of other cells come with their source', () => {
  const [first, second] = cells(FIRST, SECOND);
  expect(first!.lines).toBeUndefined();
  expect(second!.lines!.map(([file, line, text]) => [second!.strings[file!], line, second!.strings[text!]])).toEqual([
    ['<cell 1>', 3, "print('bye')"], ['<cell 1>', 5, 'return 1']
  ]);
  const { sentences } = new Picture(second!);
  expect([3, 4, 5].map((n) => sentences.sourceOf(n))).toEqual(["print('bye')", "print('a', refs(4))", 'return 1']);
});
