/// The audit: silent on sound heaps, and it names what is wrong on others.
import { afterEach, describe, expect, test } from 'vitest';
import { newMachineVm } from '../../src/core/machineVm';
import { findBuiltinModule } from '../../src/core/modules/registry';
import { newDict } from '../../src/core/objects/dictobject';
import { newList, listAppend } from '../../src/core/objects/list';
import { newStr } from '../../src/core/objects/str';
import { auditor } from '../../src/core/vm/audit';
import { run } from './run';

const program = `
import gc, weakref, contextlib
class A:
    def __init__(self, x): self.x = x
class B(A):
    __slots__ = ("q",)
    def __init__(self): super().__init__(1); self.q = [self]
def f(n):
    a = A(n)
    l = [a, {1: a}, (a, "s")]
    a.me = l
    return sum(x for x in range(n))
f(3)
def gen():
    try:
        yield 1
        yield [A(2)]
    finally: pass
g = gen(); next(g); next(g); g.close()
with contextlib.suppress(KeyError): {}["a"]
try: raise ValueError("x")
except ValueError as e: r = weakref.ref(A(1)); kept = e
d = A(3); d.__dict__["z"] = 1
b = B(); del b
print(gc.collect() > 0)
`;

describe.each(['3.11', '3.13', '3.14'] as const)('%s', python => {
  test('a program under audit at every instruction', () => {
    expect(run(program, { python, audit: true, heapBytes: 32 << 20 })).toBe('True\n');
  }, 180_000);
});

describe('what it finds', () => {
  const vm = newMachineVm('3.14', { heapBytes: 32 << 20 }, findBuiltinModule);
  afterEach(() => vm.unwind(0));

  test('nothing on a new interpreter', () => {
    expect(auditor(vm)()).toBeUndefined();
  });

  test('a count that is too high', () => {
    const list = vm.own(newList(vm, 0));
    vm.incref(list);
    expect(auditor(vm)()).toMatch(/^list at word \d+, count 2: 1 references found$/);
    vm.decref(list);
    expect(auditor(vm)()).toBeUndefined();
  });

  test('a count that is too low', () => {
    const list = vm.own(newList(vm, 0));
    const dict = newDict(vm);
    listAppend(vm, list, dict);
    vm.i32[dict] = 1;
    vm.held.push(dict);
    expect(auditor(vm)()).toMatch(/^dict at word \d+, count 1: 2 references found$/);
    vm.i32[dict] = 2;
  });

  test('an object that nothing refers to', () => {
    const lost = newStr(vm, 'lost and never found');
    expect(auditor(vm)()).toMatch(/^str at word \d+, count 1: nothing refers to it \("lost and never found"\)$/);
    vm.decref(lost);
    expect(auditor(vm)()).toBeUndefined();
  });
});
