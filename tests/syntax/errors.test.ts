import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PythonVersion } from '../../src/core/profile/profile';
import { ParserStackOverflow, PythonSyntaxError, type SyntaxWarning } from '../../src/core/syntax/errors';
import { parse, parseExpression, parseInteractive } from '../../src/core/syntax/parse';

interface Case {
  readonly name: string;
  readonly source: string;
  readonly errors: Readonly<Partial<Record<PythonVersion, Expected | null>>>;
}

interface Expected {
  readonly type: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

const cases = JSON.parse(readFileSync(new URL('./syntax-errors.json', import.meta.url), 'utf8')) as readonly Case[];

// CPython finds these mistakes in the tree (symtable.c, codegen.c): they are the compiler's here too.
const compilerStage = new Set([
  'star assign alone', 'two stars', 'repeat kw', 'dup arg', 'bare except first', 'starred expr alone',
  'C return outside', 'C nonlocal module', 'C nonlocal missing', 'C star outside', 'C param global', 'C walrus compr',
  'C match irrefutable', 'C __debug__'
]);

function errorOf(source: string, version: PythonVersion): PythonSyntaxError | undefined {
  try {
    parse(source, version);
    return undefined;
  } catch (error) {
    if (error instanceof PythonSyntaxError) return error;
    throw error;
  }
}

describe('the corpus of syntax errors', () => {
  it.each(cases.filter(each => !compilerStage.has(each.name)))('$name', ({ source, errors }) => {
    for (const [version, expected] of Object.entries(errors) as [PythonVersion, Expected | null][]) {
      const error = errorOf(source, version);
      const found = error && { type: error.type, message: error.message, line: error.lineno, column: error.offset };
      expect(found ?? null, version).toEqual(expected);
    }
  });

  it('leaves what needs the compiler to the compiler', () => {
    const rejected = cases.filter(each => compilerStage.has(each.name) && errorOf(each.source, '3.14') !== undefined);
    expect(rejected).toEqual([]);
    expect(cases.filter(each => compilerStage.has(each.name))).toHaveLength(compilerStage.size);
  });
});

describe('an error', () => {
  it('has the file name and the line', () => {
    expect(() => parse('a = 1\nx = (1 2)\n', '3.14', 'cell.py')).toThrow(
      expect.objectContaining({ filename: 'cell.py', text: 'x = (1 2)\n', lineno: 2, offset: 6, end_offset: 9 })
    );
  });

  it('counts characters, where the tree counts UTF-8 bytes', () => {
    expect(errorOf('é, "😀", (1 2)\n', '3.14')).toMatchObject({ offset: 10, end_offset: 13 });
    expect(parse('"😀"; x\n', '3.14').body[1]).toMatchObject({ col_offset: 8 });
  });

  it('knows null bytes', () => {
    expect(errorOf('x = 1\0', '3.14')?.message).toBe('source code string cannot contain null bytes');
  });
});

describe('deep nesting', () => {
  const overflows = (source: string): void => expect(() => parse(source, '3.14')).toThrow(ParserStackOverflow);

  it('of brackets ends at 200', () => {
    for (const [open, close] of ['()', '[]'].map(pair => [...pair] as [string, string])) {
      expect(errorOf(open.repeat(200) + close.repeat(200), '3.14')).toBeUndefined();
      expect(errorOf(open.repeat(201) + close.repeat(201), '3.14')?.message).toBe('too many nested parentheses');
    }
    expect(errorOf('f({1: ['.repeat(30000), '3.14')?.message).toBe('too many nested parentheses');
  });

  it('of other expressions ends as in CPython, before the stack does', () => {
    const parts = ['not ', '-', 'x**', 'lambda:', 'x if x else ', 'lambda x='];
    for (const part of parts) overflows(part.repeat(20_000) + 'x');
  });

  it('of blocks ends at 100', () => {
    const blocks = (n: number): string =>
      Array.from({ length: n }, (_, i) => ' '.repeat(i) + 'if x:\n').join('') + ' '.repeat(n) + 'pass\n';
    expect(errorOf(blocks(99), '3.14')).toBeUndefined();
    expect(errorOf(blocks(100), '3.14')).toMatchObject({
      type: 'IndentationError',
      message: 'too many levels of indentation'
    });
  });

  it('does not count what is only long', () => {
    parse('x = ' + '1 + '.repeat(20_000) + '1\n', '3.14');
    parse('if x: pass\n' + 'elif x: pass\n'.repeat(5000), '3.14');
    expect(errorOf('x = ' + '1 + '.repeat(5000) + '1 2\n', '3.14')?.message).toBe('invalid syntax');
  });

  it('is diagnosed in bounded time', () => {
    expect(errorOf('('.repeat(150) + 'x y' + ')'.repeat(150), '3.14')).toBeDefined();
    expect(errorOf('{1: '.repeat(150) + 'x y' + '}'.repeat(150), '3.11')).toBeDefined();
  });
});

describe('other entries', () => {
  it('read one expression', () => {
    expect(parseExpression('1, 2\n\n', '3.14').body.kind).toBe('Tuple');
    const equals = expect.objectContaining({ message: 'invalid syntax', offset: 3 });
    expect(() => parseExpression('x = 1', '3.14')).toThrow(equals);
    expect(() => parseExpression('', '3.14')).toThrow(expect.objectContaining({ lineno: 0, offset: 0 }));
  });

  it('read one statement of the prompt', () => {
    expect(parseInteractive('x = 1; y\n', '3.14').body).toHaveLength(2);
    expect(parseInteractive('if x:\n  y\n\n', '3.14').body).toHaveLength(1);
    expect(() => parseInteractive('x\ny\n', '3.14')).toThrow(
      expect.objectContaining({ message: 'multiple statements found while compiling a single statement', offset: 2 })
    );
    const nothing = expect.objectContaining({ message: 'invalid syntax', offset: 0 });
    expect(() => parseInteractive('\n', '3.14')).toThrow(nothing);
  });
});

describe('warnings', () => {
  const warningsOf = (source: string, version: PythonVersion): SyntaxWarning[] => {
    const warnings: SyntaxWarning[] = [];
    parse(source, version, 'f', warning => warnings.push(warning));
    return warnings;
  };

  it('name an invalid escape sequence as each version does', () => {
    const source = '"""\n\\d"""\n';
    expect(warningsOf(source, '3.11')).toEqual([
      { category: 'DeprecationWarning', message: "invalid escape sequence '\\d'", lineno: 1 }
    ]);
    expect(warningsOf(source, '3.13')).toEqual([
      { category: 'SyntaxWarning', message: "invalid escape sequence '\\d'", lineno: 2 }
    ]);
    expect(warningsOf(source, '3.14')).toEqual([
      {
        category: 'SyntaxWarning',
        message:
          '"\\d" is an invalid escape sequence. Such sequences will not work in the future. Did you mean "\\\\d"? ' +
          'A raw string is also an option.',
        lineno: 2
      }
    ]);
  });

  it('name a backslash before a brace, an octal escape that is too large, and a number stuck to a keyword', () => {
    const messages = (source: string): string[] => warningsOf(source, '3.13').map(({ message }) => message);
    expect(messages("f'\\{x}'\n")).toEqual(["invalid escape sequence '\\{'"]);
    expect(messages("'\\777'\n")).toEqual(["invalid octal escape sequence '\\777'"]);
    expect(messages('1if x else y\n')).toEqual(['invalid decimal literal']);
  });

  it('are none for raw strings', () => {
    expect(warningsOf("r'\\d'\n", '3.14')).toEqual([]);
  });
});
