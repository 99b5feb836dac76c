import { describe, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import type { CellResult, MachineOptions } from '../../src/core/machine';

interface Ran {
  printed: string;
  prompts: string[];
  status: CellResult['status'];
}

/// Runs a cell; `answers` go to its input() calls, undefined ends the input and `null` interrupts.
function run(source: string, answers: (string | null | undefined)[], options: MachineOptions = {}): Ran {
  const ran: Ran = { printed: '', prompts: [], status: 'ok' };
  const machine = createMachine({
    input: 'ask', audit: true, ...options,
    onOutput: output => {
      if (output.output_type === 'error') ran.printed += `${output.ename}: ${output.evalue}`;
      else if (output.output_type === 'stream') ran.printed += output.text;
    }
  });
  machine.begin(source, '<cell 1>');
  for (let i = 0; i < 10_000; i++) {
    const result = machine.resume(1000);
    if (result) return { ...ran, status: result.status };
    if (machine.asking === undefined) continue;
    ran.prompts.push(machine.asking);
    expect(machine.resume(1000)).toBeUndefined();
    const answer = answers.shift();
    if (answer === null) machine.interrupt();
    else machine.answer(answer);
  }
  throw new Error('it does not end');
}

describe('input() that waits', () => {
  it('asks and goes on with the answer', () => {
    expect(run("name = input('Name? ')\nprint('Hello', name)", ['Ada'])).toEqual({ printed: 'Hello Ada\n', prompts: ['Name? '], status: 'ok' });
  });

  it('leaves every version’s counts exact', () => {
    const source = `
import sys
class Prompt:
    def __str__(self): return 'n? '
    def __del__(self): print('prompt gone')
def ask(p):
    return int(input(p)) + int(input())
class Asks:
    def ask(self): return input()
print(ask(Prompt()), [input() for _ in range(2)], Asks().ask())
x = input()
print(sys.getrefcount(x))
for line in (input() for _ in range(2)): print(line)
`;
    const printed = 'prompt gone\n5 [\'a\', \'b\'] c\n2\n1st\n2nd\n';
    for (const python of ['3.11', '3.13', '3.14'] as const) {
      const ran = run(source, ['2', '3', 'a', 'b', 'c', 'unique text', '1st', '2nd'], { python });
      expect([python, ran.printed, ran.prompts[0]]).toEqual([python, printed, 'n? ']);
    }
  });

  it('ends with EOFError when there is no more input', () => {
    expect(run('try:\n    input()\nexcept EOFError as e:\n    print(e)', [undefined]).printed).toBe('EOF when reading a line\n');
  });

  it('can be interrupted, and the heap stays', () => {
    expect(run('try:\n    input()\nexcept KeyboardInterrupt:\n    print(input())', [null, 'after']).printed).toBe('after\n');
    expect(run('input()', [null])).toMatchObject({ status: 'interrupted', printed: 'KeyboardInterrupt: ' });
  });

  it('says so where it cannot wait', () => {
    const cannot = 'memory-sim cannot wait for input() here';
    for (const call of ["list(map(input, ['a']))", 'next(input() for _ in [1])', 'sorted([1], key=lambda x: input())', 'class A:\n    x = input()', 'class A:\n    def __init__(self): input()\nA(*[])', "input(*['a'])"]) {
      expect(run(call, []).printed).toContain(`RuntimeError: ${cannot}`);
    }
  });

  it('is not asked twice for the text of a prompt', () => {
    expect(run("class P:\n    def __str__(self):\n        print('str')\n        return '?'\ninput(P())", ['x']).printed).toBe('str\n');
  });

  it('records the same trace as the answer in place', () => {
    const traces = [['ask', 'x = "a"'], ['ask', 'x = input()']].map(([, source]) => {
      const machine = createMachine({ input: 'ask' });
      machine.begin(source!, '<cell 1>');
      let result = machine.resume(1000);
      machine.answer('ab');
      result ??= machine.resume(1000);
      return result?.trace;
    });
    expect(traces[1]?.steps.length).toBe(traces[0]?.steps.length);
  });
});

describe('input() from a function', () => {
  const lines = (...all: string[]) => ({ input: () => all.shift() });

  it('writes the prompt as CPython does on a pipe', () => {
    expect(run("print(input('a? ') + input('b? '))", [], lines('1', '2'))).toMatchObject({ printed: 'a? b? 12\n', prompts: [] });
  });

  it('works in code that built-in code calls', () => {
    expect(run("print(list(map(input, '12')))", [], lines('x', 'y')).printed).toBe("12['x', 'y']\n");
  });
});
