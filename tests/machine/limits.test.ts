/// What stops a cell in the middle of anything: KeyboardInterrupt, RecursionError. After it every count is
/// right, and the next cell runs.
import { describe, expect, test } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import type { CellResult, IMachine, PythonVersion } from '../../src/core/machine';

/// A machine whose counts are audited on demand.
class Audited {
  readonly machine: IMachine;
  private auditing = false;
  private output = '';

  constructor(python: PythonVersion, heapBytes: number) {
    this.machine = createMachine({
      python, heapBytes, record: false,
      audit: () => this.auditing,
      onOutput: output => {
        if (output.output_type === 'stream') this.output += output.text;
      }
    });
  }

  run(source: string): CellResult {
    this.machine.begin(source, 'cell');
    for (;;) {
      const result = this.machine.resume(1000);
      if (result !== undefined) return result;
    }
  }

  /// Runs a cell that is interrupted after so many jumps and calls.
  runInterrupted(source: string, after: number): CellResult {
    this.machine.begin(source, 'cell');
    for (let i = 0; i < after; i++) {
      const result = this.machine.resume(1);
      if (result !== undefined) return result;
    }
    this.machine.interrupt();
    for (;;) {
      const result = this.machine.resume(1000);
      if (result !== undefined) return result;
    }
  }

  /// What the cell printed that audits every instruction of its own.
  check(): string {
    this.auditing = true;
    this.output = '';
    const { status } = this.run("x = [1, {'a': (2,)}]\nprint(x)");
    this.auditing = false;
    return `${status} ${this.output}`;
  }
}

const SOUND = "ok [1, {'a': (2,)}]\n";

const BUSY = `
import weakref
class Node:
    def __init__(self, *children):
        self.children = list(children)
        self.me = self
    def __del__(self):
        self.children.append(len(self.children))
    def __eq__(self, other):
        return [c for c in self.children] == other
    def __hash__(self):
        return hash(tuple(range(3)))
def leaves(n):
    try:
        yield from [Node(), Node(n)] if n == 0 else leaves(n - 1)
    finally:
        seen.append(weakref.ref(Node()))
class Manager:
    def __enter__(self):
        return [self]
    def __exit__(self, *exc):
        self.exc = exc
        return False
seen = []
with Manager() as m:
    kept = {node: weakref.ref(node, seen.append) for node in leaves(3)}
    m += sorted([Node(i) for i in range(4)], key=lambda node: -node.children[0])
    first, *rest = m
    try:
        {}[first]
    except KeyError as error:
        seen.append(error)
    match rest:
        case [Node(children=[x]), *_]:
            seen += [f'{x!r:>{10}}', x]
`;

describe.each(['3.11', '3.13', '3.14'] as const)('%s', python => {
  test('KeyboardInterrupt at every jump and call', { timeout: 600_000 }, () => {
    const audited = new Audited(python, 32 << 20);
    let after = 0;
    let interrupted = 0;
    for (; ; after++) {
      const { status } = audited.runInterrupted(BUSY, after);
      expect(audited.check(), `interrupted after ${after}`).toBe(SOUND);
      if (status === 'ok') break;
      if (status === 'interrupted') interrupted++;
    }
    expect(interrupted).toBeGreaterThan(8);
  });

  test('RecursionError at many depths, through native code', { timeout: 600_000 }, () => {
    const audited = new Audited(python, 32 << 20);
    for (let limit = 60; limit < 68; limit++) {
      const { status } = audited.run(`
import sys
sys.setrecursionlimit(${limit})
class Deep:
    def __init__(self, inner): self.inner = inner
    def __repr__(self): return f'<{self.inner!r}>'
    def __eq__(self, other): return sorted([self.inner, other], key=lambda x: x == self.inner)
    def __getattr__(self, name): return [getattr(self.inner, name)]
    def __iter__(self): yield from (x for x in self.inner)
deep = None
for i in range(100): deep = Deep(deep)
failed = 0
for action in (repr, lambda d: d == d.inner, lambda d: d.missing, list):
    try:
        action(deep)
    except RecursionError:
        failed += 1
    except TypeError:
        pass
sys.setrecursionlimit(1000)
assert failed >= 3, failed`);
      expect([limit, status]).toEqual([limit, 'ok']);
      expect(audited.check(), `limit ${limit}`).toBe(SOUND);
    }
  });

  test.each([8, 11, 16])('a script that takes all of %i MiB ends with a MemoryError that is told', mib => {
    let told = '';
    const machine = createMachine({
      python, heapBytes: mib << 20, record: false,
      onOutput: output => {
        if (output.output_type === 'error') told += `${output.ename} ${output.traceback.length} `;
      }
    });
    machine.begin(`
class Node:
    def __init__(self, before):
        self.before = before
        self.items = [before]
    def __del__(self):
        pass
kept = {}
def fill():
    node = None
    while True:
        node = Node(node)
        kept[len(kept)] = [len(kept)] * 9
fill()
`, 'script.py', { script: true });
    let result: CellResult | undefined;
    while (result === undefined) result = machine.resume(100_000);
    machine.shutdown();
    expect([result.status, told]).toEqual(['error', expect.stringMatching(/^MemoryError \d+ $/)]);
  });
});

/// Methods that call themselves on the next node, by way of native code, and a call of one with what it gives for 450 nodes.
const NESTED: Record<string, readonly [method: string, call: string, result: string]> = {
  'len()': ['__len__(self): return 1 if self.next is None else 1 + len(self.next)', 'len(a)', '450'],
  'repr()': ['__repr__(self): return "N" + repr(self.next)', 'len(repr(a))', '454'],
  '!r of a list': ['__repr__(self): return f"N{[self.next]!r}"', 'len(repr(a))', '1354'],
  'str() of a dict': ['__repr__(self): return "N" + str({1: (self.next,)})', 'len(repr(a))', '4054'],
  '==': ['__eq__(self, other): return self.next == other.next', 'a == b', 'True'],
  '== of tuples': ['__eq__(self, other): return (1, self.next) == (1, other.next)', 'a == b', 'True'],
  '< of lists': ['__lt__(self, other): return False if self.next is None else [self.next] < [other.next]', 'a < b', 'False']
};

describe.each(Object.entries(NESTED))('nodes whose methods nest by %s', (_, [method, call, result]) => {
  test.each(['3.13', '3.14'] as const)('nest 450 deep, and without an end raise RecursionError (%s)', python => {
    const audited = new Audited(python, 64 << 20);
    const source = `
class Node:
    def __init__(self, next): self.next = next
    def ${method}
def nodes():
    node = last = Node(None)
    for i in range(449): node = Node(node)
    return node, last
a, last = nodes()
b, other = nodes()
assert str(${call}) == '${result}', ${call}
last.next, other.next = a, b
try:
    ${call}
except RecursionError: pass
else: assert False
last.next = other.next = None
assert str(${call}) == '${result}'
del a, b, last, other`;
    expect(audited.run(source)).toMatchObject({ status: 'ok' });
    expect(audited.check()).toBe(SOUND);
  });
});
