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

/// Each step's line and sentence.
function told(source: string): [number, string][] {
  const { timeline, sentences } = new Picture(cells(source)[0]!);
  return timeline.moments.slice(1).map(({ line }, i) => [line, sentences.at(i + 1)]);
}

test('what a function does with its closure before its first line is no step of its own', () => {
  const steps = told('def outer(x):\n    def inner():\n        return x\n    return inner\nouter([1])()');
  expect(steps.map(([line]) => line)).toEqual([1, 5, 2, 4, 5, 3, 5]);
});

test('a generator makes its frame wait, and goes on with it', () => {
  const steps = told('def gen(a):\n    yield a\n    yield 2\ng = gen([1])\nnext(g)\nnext(g)');
  expect(steps.slice(1, 9)).toEqual([
    [4, 'gen() is called and gets a frame for its names; a now names a new list, whose count is 1.'],
    [1, 'gen() does not run yet: its frame waits in a new generator; a of the generator is now the list.'],
    [4, 'g now names the generator.'],
    [5, 'gen() begins to run, in the frame of its generator; the count of the generator goes 1 → 2.'],
    [2, 'gen() yields: its frame waits in the generator; the count of the list goes 1 → 2; the count of the generator goes 2 → 1.'],
    [5, 'the count of the list goes 2 → 1.'],
    [6, 'gen() goes on where it stopped; the count of the generator goes 1 → 2.'],
    [3, 'gen() yields: its frame waits in the generator; the count of the generator goes 2 → 1.']
  ]);
});

test('a generator expression that C code goes on with at once', () => {
  const steps = told('sum(p for p in [1000, 2000])');
  expect(steps.map(([, sentence]) => sentence).filter((sentence) => sentence.startsWith('p is'))).toEqual([
    'p is now 1000; <genexpr>() yields, and goes on at once.', 'p is now 2000; <genexpr>() yields, and goes on at once.'
  ]);
  const twice = told('def half(n):\n    return n / 2\nx = sorted([3, 4], key=half)').map(([, sentence]) => sentence).join(' ');
  expect(twice).toContain('half() is called and gets a frame for its names; n is now 4');
});

test('a collection goes on in the line that started it when a finalizer has returned', () => {
  const steps = told('import gc\nclass D:\n    def __del__(self):\n        print("bye")\nd = D()\nd.d = d\ngc.collect(); del d\ngc.collect()\nx = 1');
  const from = steps.findIndex(([, sentence]) => sentence.includes('__del__ of'));
  expect(steps.slice(from).map(([line]) => line)).toEqual([8, 4, 8, 8, 8, 9]);
  expect(steps.at(-1)).toEqual([9, 'x is now 1.']);
});

test('the collector is told to be switched off, at once and in later cells', () => {
  const [first, second] = cells('import gc\ngc.disable()', 'class D: pass\nd = D()\nd.d = d\ndel d\ngc.enable()');
  expect(new Picture(first!).sentences.at(2)).toBe('the collector is switched off: from now on it runs only when gc.collect() is called.');
  const picture = new Picture(second!);
  const { serial } = [...picture.survey.objects.values()].find(({ garbage }) => garbage.length > 0)!;
  expect(picture.why(serial!, 4)).toContain('The collector is switched off');
  expect(picture.status(4)).toContain('collector off');
  expect(picture.why(serial!, 5)).toContain('net allocations to go');
});
