/// What the versions compile differently, and what holds for the code of all of them.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { PythonVersion } from '../../src/core/profile/profile';
import { type CodeObject, findHandler } from '../../src/core/compiler/code';
import { compile } from '../../src/core/compiler/compile';
import { isJumpArg } from '../../src/core/compiler/dis';
import { Opcode as Op, opcodeNames } from '../../src/core/compiler/opcodes';
import { isScopeExit, numPopped, numPushed } from '../../src/core/compiler/stackEffects';
import { PythonSyntaxError } from '../../src/core/syntax/errors';
import { parse } from '../../src/core/syntax/parse';

const versions: readonly PythonVersion[] = ['3.11', '3.13', '3.14'];
const snippets = readdirSync(new URL('snippets', import.meta.url));

function codesOf(code: CodeObject): CodeObject[] {
  return [code, ...code.consts.flatMap((value) => (value.type === 'code' ? codesOf(value.code) : []))];
}

function codes(source: string, version: PythonVersion): CodeObject[] {
  return codesOf(compile(parse(source, version), { filename: 'file.py', version }));
}

/// Instructions of all code objects, by name, with their arguments.
function listing(source: string, version: PythonVersion): string[] {
  return codes(source, version).flatMap((code) => [...code.instructions].map((word) => `${opcodeNames[word & 255]!} ${word >>> 8}`));
}

function uses(source: string, version: PythonVersion, name: string): boolean {
  return listing(source, version).some((line) => line.split(' ')[0] === name);
}

function inVersions(holds: (version: PythonVersion) => boolean): PythonVersion[] {
  return versions.filter(holds);
}

describe('by version', () => {
  test('borrowed loads', () => {
    expect(inVersions((v) => uses('def f(x): return g(x)', v, 'LOAD_FAST_BORROW'))).toEqual(['3.14']);
  });

  test('comprehensions in a frame of their own', () => {
    const names = (v: PythonVersion): string[] => codes('def f(y): return [x for x in y]', v).map(({ name }) => name);
    expect(names('3.11')).toEqual(['<module>', 'f', '<listcomp>']);
    expect(names('3.13')).toEqual(['<module>', 'f']);
  });

  test('with keeps a bound method, or the method and its self', () => {
    const source = 'with a as b: c';
    expect(inVersions((v) => uses(source, v, 'BEFORE_WITH'))).toEqual(['3.11', '3.13']);
    expect(inVersions((v) => listing(source, v).includes('WITH_EXCEPT_START 1'))).toEqual(['3.11', '3.13']);
    expect(inVersions((v) => uses(source, v, 'LOAD_SPECIAL'))).toEqual(['3.14']);
  });

  test('super() without an object', () => {
    const source = 'class A:\n    def f(self): super().f()';
    expect(inVersions((v) => uses(source, v, 'LOAD_SUPER_ATTR'))).toEqual(['3.13', '3.14']);
  });

  test('annotations at once, or in a function', () => {
    const source = 'x: int = 1\ndef f(a: int): pass';
    expect(inVersions((v) => uses(source, v, 'SETUP_ANNOTATIONS'))).toEqual(['3.11', '3.13']);
    expect(inVersions((v) => listing(source, v).includes('SET_FUNCTION_ATTRIBUTE 4'))).toEqual(['3.11', '3.13']);
    expect(inVersions((v) => listing(source, v).includes('SET_FUNCTION_ATTRIBUTE 16'))).toEqual(['3.14']);
  });

  test('what a class body sets', () => {
    const source = 'class A:\n    def f(self): self.b = self.a = 1';
    const sets = (v: PythonVersion, name: string): boolean => codes(source, v)[1]!.names.includes(name);
    expect(inVersions((v) => sets(v, '__static_attributes__'))).toEqual(['3.13', '3.14']);
    expect(inVersions((v) => sets(v, '__firstlineno__'))).toEqual(['3.13', '3.14']);
    expect(codes(source, '3.14')[1]!.staticAttributes).toEqual(['a', 'b']);
  });

  test('any() of a generator expression loops in the caller', () => {
    expect(inVersions((v) => uses('any(x for x in y)', v, 'FOR_ITER') && uses('any(x for x in y)', v, 'LOAD_COMMON_CONSTANT'))).toEqual(['3.14']);
  });

  test('constant slices', () => {
    const hasSlice = (v: PythonVersion): boolean => codes('x[1:2]', v)[0]!.consts.some(({ type }) => type === 'slice');
    expect(inVersions(hasSlice)).toEqual(['3.14']);
  });

  test('docstrings lose their indentation', () => {
    const source = 'def f():\n    """One.\n\n      two\n    """';
    expect(versions.map((v) => codes(source, v)[1]!.docstring)).toEqual([
      'One.\n\n      two\n    ', 'One.\n\ntwo\n', 'One.\n\ntwo\n'
    ]);
  });
});

/// Follows every path through the code; fails on a stack that is too deep, too shallow, or not the same on two ways.
function checkStack(code: CodeObject): void {
  const depths = new Map<number, number>([[0, 0]]);
  const todo = [0];
  const reach = (index: number, depth: number): void => {
    const known = depths.get(index);
    expect(index).toBeLessThan(code.instructions.length);
    if (known !== undefined) {
      expect(depth, `${code.qualname} ${index}`).toBe(known);
      return;
    }
    depths.set(index, depth);
    todo.push(index);
  };
  for (let index = todo.pop(); index !== undefined; index = todo.pop()) {
    const depth = depths.get(index)!;
    const op = code.instructions[index]! & 255;
    const arg = code.instructions[index]! >>> 8;
    const after = depth + numPushed(op, arg) - numPopped(op, arg);
    expect(depth - numPopped(op, arg), `${code.qualname} ${index}`).toBeGreaterThanOrEqual(0);
    expect(depth, code.qualname).toBeLessThanOrEqual(code.room);
    const handler = findHandler(code, index);
    if (handler >= 0) reach(code.exceptiontable[handler + 2]!, code.exceptiontable[handler + 3]! + code.exceptiontable[handler + 4]! + 1);
    if (isJumpArg(op) && op !== Op.END_ASYNC_FOR) reach(arg, after);
    const leaves = isScopeExit(op) || op === Op.JUMP_FORWARD || op === Op.JUMP_BACKWARD || op === Op.JUMP_BACKWARD_NO_INTERRUPT;
    // RETURN_GENERATOR's value is on the stack when the body begins.
    if (!leaves) reach(index + 1, after);
  }
}

describe.each(versions)('stack and handlers in %s', (version) => {
  test.each(snippets)('%s', (name) => {
    const source = readFileSync(new URL(`snippets/${name}`, import.meta.url), 'utf8');
    let all: CodeObject[];
    try {
      all = codes(source, version);
    } catch (error) {
      // Newer syntax than the version has.
      expect(error).toBeInstanceOf(PythonSyntaxError);
      expect(version).not.toBe('3.14');
      return;
    }
    for (const code of all) {
      checkStack(code);
      for (let i = 5; i < code.exceptiontable.length; i += 5) {
        expect(code.exceptiontable[i]!).toBeGreaterThanOrEqual(code.exceptiontable[i - 4]!);
      }
    }
  });
});
