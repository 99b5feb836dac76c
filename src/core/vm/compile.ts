/// From source text to a code object, with the guest's errors.
import { compile } from '../compiler/compile';
import type { Ptr } from '../memory/ram';
import { reprOfBytes } from '../objects/bytesrepr';
import { allocException, setExtra } from '../objects/exceptions';
import { floatReprText } from '../objects/floatrepr';
import { newInt } from '../objects/int';
import { newStr } from '../objects/str';
import { reprOfText } from '../objects/strrepr';
import { tupleSteal } from '../objects/tuple';
import type { Constant } from '../syntax/ast';
import { ParserStackOverflow, PythonSyntaxError } from '../syntax/errors';
import { parse, parseExpression, parseInteractive } from '../syntax/parse';
import { literalKey, newCode } from './codeobject';
import type { Vm } from './vm';

export type CompileMode = 'exec' | 'eval' | 'single';

/// Compiles; raises SyntaxError and its kin, MemoryError for what nests too deeply.
export function compileSource(vm: Vm, source: string, filename: string, mode: CompileMode): Ptr {
  const { version } = vm.profile;
  const parsers = { exec: parse, eval: parseExpression, single: parseInteractive };
  if (!vm.sources.has(filename) && filename !== '<string>') vm.sources.set(filename, source);
  try {
    const warn = (warning: { category: string; message: string; lineno: number }): void => {
      const line = vm.sources.get(filename)?.split(/\r\n|\r|\n/)[warning.lineno - 1]?.trim() ?? '';
      vm.hooks.write('stderr', `${filename}:${warning.lineno}: ${warning.category}: ${warning.message}\n${line === '' ? '' : `  ${line}\n`}`);
    };
    const tree = parsers[mode](source, version, filename, warn);
    return newCode(vm, compile(tree, { filename, source, version, onWarning: warn }));
  } catch (error) {
    if (error instanceof PythonSyntaxError) vm.throwException(newSyntaxError(vm, error));
    if (error instanceof ParserStackOverflow) vm.raise(vm.types.MemoryError, error.message);
    if (error instanceof RangeError) vm.raise(vm.types.RecursionError, 'maximum recursion depth exceeded during compilation');
    throw error;
  }
}

/// Compiles a cell: its statements, and apart from them a last expression whose value is to be shown.
export function compileCell(vm: Vm, source: string, filename: string): { body: Ptr; last: Ptr } {
  const { version } = vm.profile;
  const whole = compileSource(vm, source, filename, 'exec');
  const { body } = parse(source, version, filename);
  const last = body[body.length - 1];
  if (last?.kind !== 'Expr') return { body: whole, last: 0 };
  vm.decref(whole);
  const options = { filename, source, version };
  const statements = newCode(vm, compile({ kind: 'Module', body: body.slice(0, -1) }, options));
  return { body: statements, last: newCode(vm, compile({ kind: 'Interactive', body: [last] }, options)) };
}

/// The literals of a program that compiles, for holdLiterals; undefined if the version's compiler folds in the tree.
export function literalsOf(vm: Vm, source: string, filename: string): ReadonlySet<string> | undefined {
  if (vm.profile.foldsConstantsInAst) return undefined;
  const literals = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('kind' in node && node.kind === 'Constant') literals.add(constantKey((node as Constant).value));
    else Object.values(node).forEach(visit);
  };
  visit(parse(source, vm.profile.version, filename));
  return literals;
}

function constantKey(value: Constant['value']): string {
  switch (value.type) {
    case 'int': return literalKey('int', String(value.value));
    case 'float': return literalKey('float', floatReprText(value.value));
    case 'str': return literalKey('str', reprOfText(value.value));
    case 'bytes': return literalKey('bytes', reprOfBytes(value.value));
    case 'complex': return literalKey('complex', `${floatReprText(value.imag).replace(/\.0$/, '')}j`);
    default: return value.type;
  }
}

function newSyntaxError(vm: Vm, error: PythonSyntaxError): Ptr {
  const text = (value: string | undefined): Ptr => (value === undefined ? vm.singletons.none : newStr(vm, value));
  const details: readonly (readonly [name: string, value: Ptr])[] = [
    ['filename', text(error.filename)],
    ['lineno', newInt(vm, error.lineno)],
    ['offset', newInt(vm, error.offset)],
    ['text', text(error.text)],
    ['end_lineno', newInt(vm, error.end_lineno)],
    ['end_offset', newInt(vm, error.end_offset)]
  ];
  const message = newStr(vm, error.message);
  const args = tupleSteal(vm, [vm.newRef(message), tupleSteal(vm, details.map(([, value]) => vm.newRef(value)))]);
  const p = allocException(vm, vm.types[error.type], args);
  setExtra(vm, p, 'msg', message);
  for (const [name, value] of details) setExtra(vm, p, name, value);
  return p;
}
