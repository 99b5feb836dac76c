/// The trace's size: 60 KB of JSON for every 1,000 steps (and at least that), whatever the program does.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LeftOut, Op, OP_ARITY } from '../../src/core/trace/payload';
import { packTrace } from '../../src/core/trace/savedtrace';
import { record } from './recorded';

const GRAPH = `
import gc
class P:
    def __init__(self, n): self.n = n; self.friends = []
people = [P(i) for i in range(150)]
for p in people:
    for q in people[:20]: p.friends.append(q)
for k in range(20): gc.collect()
def f(n): return 0 if n == 0 else f(n - 1) + 1
for i in range(20): f(20)
`;

const TREE = `
class Node:
    def __init__(self, v): self.v = v; self.left = None; self.right = None; self.name = 'node number ' + str(v)
def insert(t, v):
    if t is None: return Node(v)
    if v < t.v: t.left = insert(t.left, v)
    else: t.right = insert(t.right, v)
    return t
t, x = None, 7
def run():
    global t, x
    x = (x * 1103515245 + 12345) % 2147483648
    t = insert(t, x)
${'run()\n'.repeat(300)}
`;

const TEXTS = `
data = {'key' + str(i): ['x' * 35 + str(i), i * 1000000007, [i], (i, [i])] for i in range(24)}
def shuffle(k):
    for a in range(20): data['key' + str(a)][1] = 'changed text number %d of %d' % (a, k)
${Array.from({ length: 100 }, (_, k) => `shuffle(${k})\n`).join('')}
`;

const LARGE = `
class Node:
    def __init__(self, i): self.value = i * 1103515245 % 1000003; self.text = 'text %d' % self.value; self.items = [i * 7919 % 10007, str(i)]
nodes = [Node(i) for i in range(1500)]
x = 1
def link(a):
    global x
    x = (x * 1103515245 + 12345) % 2147483648
    a.other = nodes[x % 1500]
for a, b in zip(nodes, nodes[1:]): a.next = b
for a in nodes: link(a)
${'link(nodes[x % 1500]); y = Node(x)\n'.repeat(300)}
`;

const OUTPUT = `
for i in range(20): print('x' * 100000)
try: raise ValueError('y' * 100000)
except ValueError: pass
`;

describe('what a fold writes', () => {
  const told = (source: string): string[] => {
    const { steps, strings } = record(source).trace;
    return steps.flatMap(([, ...ops]) => {
      const texts: string[] = [];
      for (let i = 0; i < ops.length; i += 1 + OP_ARITY[ops[i]!]!) if (ops[i] === Op.OUTPUT) texts.push(strings[ops[i + 2]!]!);
      return texts;
    });
  };

  test.each([
    ['behind a loop in its line', 'numbers = range(200)\nprint("sum:", sum([n for n in numbers]))\nprint("end")', ['sum: 19900\n', 'end\n']],
    ['in a loop', 'for i in range(30): print(i)', [...Array.from({ length: 25 }, (_, i) => `${i}\n`), '25\n26\n27\n28\n29\n']],
    ['at length', 'for i in range(1000): print("x" * 99)', [...Array<string>(25).fill(`${'x'.repeat(99)}\n`), `${`${'x'.repeat(99)}\n`.repeat(5).slice(0, -1)}…`]],
    ['after which nothing is recorded', `x = 1\n${'x += 1\n'.repeat(1600)}print("late")`, ['late\n']]
  ])('is told at its end: %s', (_, source, texts) => {
    expect(told(source)).toEqual(texts);
  });
});

describe('the size of a trace', () => {
  test.each([['a graph collected often', GRAPH], ['very many objects that a loop has made', LARGE], ['a tree', TREE], ['texts that change', TEXTS], ['much output', OUTPUT]])('%s', (_name, source) => {
    const { trace } = record(source);
    expect(JSON.stringify(packTrace(trace)).length).toBeLessThan(60_000 * Math.max(1, trace.steps.length / 1000));
  });

  const demos = path.join(import.meta.dirname, '..', 'conformance', 'demos');
  test.each(fs.readdirSync(demos).filter(name => name.endsWith('.py')))('%s: what the lecture shows, again and again', name => {
    const source = fs.readFileSync(path.join(demos, name), 'utf8');
    const [first, main] = source.split(/^if __name__.*\n/m);
    const body = main === undefined ? source.slice(source.search(/^(\w+ = Doomed|for run)/m)) : main.replace(/^ {4}/gm, '');
    const { trace } = record(first! + body.repeat(50));
    // What is the same in every trace, and the source itself, weigh more in a short one.
    expect(JSON.stringify(packTrace(trace)).length).toBeLessThan(3_500 + 32 * trace.steps.length);
  });

  test('says so when collections are told without the counting', () => {
    const { trace } = record(GRAPH.replace('range(150)', 'range(60)').replace('people[:20]', 'people[:9]'));
    expect(trace.leftOut).toContainEqual([LeftOut.COUNTING]);
    const collections = trace.steps.flatMap(step => {
      const counted: boolean[] = [];
      for (let i = 1; i < step.length; i += 1 + OP_ARITY[step[i]!]!) {
        if (step[i] === Op.GC_START) counted.push(false);
        if (step[i] === Op.GC_SUBTRACT) counted[counted.length - 1] = true;
      }
      return counted;
    });
    expect(collections[0]).toBe(true);
    expect(collections.at(-1)).toBe(false);
  });

  test('tells what a cell left whose end was too long to be told', () => {
    const { trace } = record(`${TREE}before = 1\nbefore, after = 2, 'the end'\n`);
    expect(trace.leftOut!.map(([code]) => code)).toContain(LeftOut.REST);
    const line = TREE.split('\n').length + 1;
    const last = trace.steps.at(-1)!;
    expect(last[0]).toBeLessThanOrEqual(line);
    const names = new Map<string, string>();
    for (let at = 1; at < last.length; at += 1 + OP_ARITY[last[at]!]!) {
      if (last[at] === Op.NAME) names.set(trace.strings[last[at + 2]!]!, trace.strings[-last[at + 3]! - 1] ?? '');
    }
    expect([names.get('before'), names.get('after')]).toEqual(['2', "'the end'"]);
  });
});
