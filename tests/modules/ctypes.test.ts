/// ctypes where CPython would show the same, or crash.
import { describe, expect, test } from 'vitest';
import { run } from './run';

const last = (source: string, python: '3.11' | '3.13' | '3.14' = '3.14'): string => run(`import ctypes\n${source}`, { python }).trimEnd().split('\n').at(-1)!;

describe('reads of freed memory', () => {
  test('an instance shows 0, since its header lies behind the GC head', () => {
    expect(last('class A: pass\na = A(); c = ctypes.c_long.from_address(id(a)); n = c.value; del a; print(n, c.value)')).toBe('1 0');
  });

  test('an object without a GC head shows the address of the next free block', () => {
    expect(last(`
f = float("2.5"); g = float("3.5"); a, b = id(f), id(g)
del g
del f
print(ctypes.c_ulong.from_address(a).value == b)`)).toBe('True');
  });
});

describe('what would crash', () => {
  test('addresses outside', () => {
    expect(last('ctypes.c_long.from_address(8).value')).toBe('ValueError: memory-sim: address 0x8 is not in the simulated memory');
    expect(last('ctypes.c_long.from_address(2**60).value')).toMatch(/is not in the simulated memory$/);
  });

  test('no object there', () => {
    expect(last('x = []\nctypes.cast(id(x) + 16, ctypes.py_object).value')).toMatch(/^ValueError: memory-sim: no object lives at address 0x/);
  });

  test('writing', () => {
    expect(last('x = []\nctypes.c_long.from_address(id(x)).value = 5')).toBe('NotImplementedError: memory-sim does not run writing ob_refcnt with ctypes yet');
    expect(last('x = []\nctypes.c_long.from_address(id(x) + 16).value = 5')).toBe('NotImplementedError: memory-sim does not run writing to memory with ctypes yet');
  });
});

test.each([['3.13', '4294967295'], ['3.14', '1407378104778752']] as const)('None on %s', (python, word) => {
  expect(last('print(ctypes.c_long.from_address(id(None)).value)', python)).toBe(word);
});
