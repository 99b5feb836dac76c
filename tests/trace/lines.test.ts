/// The lines that steps are told to be of, and their source in other files than the cell's.
import { expect, test } from 'vitest';
import { Picture } from '../../src/views/picture';
import { cells } from './recorded';

const FIRST = `class D:
    def __del__(self):
        print('bye')
def refs(x):
    return 1`;
const SECOND = `v = D()
v = None
print('a', refs(4))
print('b', refs(5))`;

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
