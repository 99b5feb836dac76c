import { describe, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import { inEnglish } from '../../src/core/vm/said';
import type { IMachine, PythonVersion } from '../../src/core/machine';

function machineAfter(source: string, python: PythonVersion = '3.14'): IMachine {
  const machine = createMachine({ python, onOutput: output => { if (output.output_type === 'error') throw new Error(output.evalue); } });
  machine.begin(source, '<cell 1>');
  while (machine.resume(100_000) === undefined);
  return machine;
}

const SOURCE = `
import gc
class Base:
    shared = 1
    def greet(self, name, /, mark='!', *rest, loud=False, **more):
        """Says hello.

        To a name."""
class Person(Base):
    __slots__ = ('pair',)
    def __init__(self, name, *friends):
        self.name = name
        self.friends = list(friends)
    @property
    def trap(self):
        raise SystemExit
    def __getattr__(self, name):
        raise SystemExit
    def __repr__(self):
        raise SystemExit
    @classmethod
    def make(cls, size): ...
def plain(first, second=(1, 2)): ...
ada = Person('Ada')
ada.pair = (ada, 7)
people = [ada, [1]]
by_name = {'ada': people}
text = 'abc'
`;

const machine = machineAfter(SOURCE);

/// What is offered at the `|`.
function offered(marked: string, on = machine): string[] {
  const cursor = marked.indexOf('|');
  const { start, end, matches } = on.complete(marked.replace('|', ''), cursor);
  expect(end).toBe(cursor);
  expect(matches.every(match => match.text.startsWith(marked.slice(start, cursor)))).toBe(true);
  return matches.map(match => match.text);
}

const explained = (marked: string): string | undefined => machine.inspect(marked.replace('|', ''), marked.indexOf('|'))?.map(inEnglish).join('\n');

describe('complete', () => {
  it('offers names of the heap, builtins, keywords and words of the cell', () => {
    expect(offered('pe|')).toEqual(['people']);
    expect(offered('le|')).toEqual(['len']);
    expect(offered('la|')).toEqual(['lambda']);
    expect(offered('latest = 1\nla|')).toEqual(['latest', 'lambda']);
    expect(offered('|')).not.toContain('__name__');
    expect(offered('__na|')).toEqual(['__name__']);
  });

  it('offers attributes of objects, classes and modules', () => {
    expect(offered('ada.|').sort()).toEqual(['friends', 'greet', 'make', 'name', 'pair', 'shared', 'trap']);
    expect(offered('people.ap|')).toEqual(['append']);
    expect(offered('people[0].fri|')).toEqual(['friends']);
    expect(offered('ada.pair[0] . na|')).toEqual(['name']);
    expect(offered('Person.gr|')).toEqual(['greet']);
    expect(offered('gc.get_th|')).toEqual(['get_threshold']);
    expect(offered('text.upp|')).toEqual(['upper']);
  });

  it('takes the descriptors of other types that lie in a class for what they are', () => {
    const on = machineAfter("class Slotted:\n    __slots__ = ('first', 'last')\nclass Borrower(complex):\n    piece, end = complex.real, Slotted.last\nb = Borrower()");
    for (const name of ['piece', 'end']) expect(offered(`b.${name}.|`, on)).toEqual([]);
    expect(offered('b.pie|', on)).toEqual(['piece']);
    expect(offered('b.en|', on)).toEqual(['end']);
  });

  it('offers parameters within a call', () => {
    expect(offered('plain(f|')).toEqual(expect.arrayContaining(['first=', 'for']));
    expect(offered('plain(1, sec|')).toEqual(['second=']);
    expect(offered('ada.greet(|').slice(0, 2)).toEqual(['mark=', 'loud=']);
    expect(offered('Person(na|')).toContain('name=');
    expect(offered('Person.make(si|')).toEqual(['size=']);
    expect(offered('plain(ada, people.co|').sort()).toEqual(['copy', 'count']);
  });

  it('offers modules', () => {
    expect(offered('import mat|')).toEqual(['math']);
    expect(offered('from wea|')).toEqual(['weakref']);
    expect(offered('from gc import col|')).toEqual(['collect']);
  });

  it('offers nothing where it cannot know, or in text', () => {
    for (const marked of ['plain().na|', 'ada.trap.|', 'people[9].|', 'nobody.|', "'pe|'", 'f"""\n pe|', '# pe|', '1.re|', '(ada).na|', "x = 'pe|"]) {
      expect([marked, offered(marked)]).toEqual([marked, []]);
    }
    expect(offered("'a' + pe|")).toEqual(['people']);
    expect(offered('"""a""" + pe|')).toEqual(['people']);
  });
});

describe('inspect', () => {
  it('tells value, type, count and holders', () => {
    const said = explained('print(ad|a.name)')!;
    expect(said).toMatch(/^ada = <Person at 0x[0-9a-f]+>\n\ntype {6}Person\nrefcount {2}3\n/);
    expect(said).toContain("global variable 'ada'");
    expect(said.match(/^ {10}\S/gm)).toHaveLength(3);
    expect(explained('by_name|')).toMatch(/^by_name = \{'ada': <list at 0x/);
    expect(explained('ada.pa|ir')).toMatch(/^ada\.pair = \(<Person at 0x[0-9a-f]+>, 7\)/);
  });

  it('tells signatures', () => {
    expect(explained('ada.gre|et')).toMatch(/^ada\.greet\(name, \/, mark='!', \*rest, loud=False, \*\*more\)[^]*defined {3}<cell 1>, line 5\n\nSays hello\./);
    expect(explained('Base.greet|')).toContain('Base.greet(self, name, /');
    expect(explained('plain(1, |')).toMatch(/^plain\(first, second=<tuple at 0x[0-9a-f]+>\)/);
    expect(explained('Person|')).toMatch(/^Person\(name, \*friends\)[^]*type {6}class Person/);
  });

  it('says of immortals that they are', () => {
    expect(explained('None|')).toMatch(/refcount {2}3221225472 \(immortal/);
    expect(explained('people[1]|')).toMatch(/^people\[1\] = \[1\]/);
    expect(explained('len|')).toMatch(/type {6}builtin_function_or_method/);
  });

  it('knows nothing of what has to be computed', () => {
    for (const marked of ['ada.trap|', 'ada.missing|', 'nobody|', "'ada|'", 'plain()|.name']) expect([marked, explained(marked)]).toEqual([marked, undefined]);
  });
});

describe('asking', () => {
  const cells = ['x = [1]\ny = x', 'class A: pass\na = A()\na.a = a\ndel a', 'import gc\nprint(id(y), gc.get_count(), gc.collect())'];

  it.each(['3.11', '3.13', '3.14'] as const)('leaves nothing behind in %s', python => {
    const runs = [false, true].map(asks => {
      let told = '';
      const machine = createMachine({ python, audit: true, onOutput: output => (told += JSON.stringify(output)) });
      for (const [i, cell] of cells.entries()) {
        const ask = (): void => {
          if (!asks) return;
          machine.complete('x.', 2);
          machine.complete('', 0);
          for (const name of ['x', 'y', 'A', 'gc', 'print', 'a']) machine.inspect(name, 1);
          machine.snapshot();
        };
        ask();
        machine.begin(cell, `<cell ${i + 1}>`);
        for (let result = machine.resume(1); ; result = machine.resume(1)) {
          ask();
          if (result) {
            told += JSON.stringify(result.trace);
            break;
          }
        }
      }
      return told;
    });
    expect(runs[1]).toBe(runs[0]);
  });

  it('answers while a cell runs', () => {
    const machine = createMachine({});
    machine.begin('counter = 0\nwhile True:\n    counter += 1', '<cell 1>');
    expect(machine.resume(1000)).toBeUndefined();
    expect(offered('cou|', machine)).toEqual(['counter']);
    expect(inEnglish(machine.inspect('counter', 3)![0]!)).toMatch(/^counter = \d+/);
    expect(machine.snapshot()).toBeUndefined();
  });
});

describe('snapshot', () => {
  it('is what the next cell begins with', () => {
    const machine = machineAfter('x = [1, [2]]');
    const before = machine.snapshot()!;
    expect(before.steps).toEqual([]);
    machine.begin('pass', '<cell 2>');
    let result;
    while ((result = machine.resume(1000)) === undefined);
    expect(result.trace!.start.slice(4)).toEqual(before.start.slice(4));
    expect(machine.snapshot()!.start).toContain(before.start[4]);
  });

  it('is not there without a recorder', () => {
    expect(createMachine({ record: false }).snapshot()).toBeUndefined();
  });
});
