/// From source text to a code object, with the guest's errors.
import type { CodeObject } from '../compiler/code';
import type { CompileOptions } from '../compiler/compile';
import { compile } from '../compiler/compile';
import type { Ptr } from '../memory/ram';
import { call, getAttr } from '../objects/abstract';
import { reprOfBytes } from '../objects/bytesrepr';
import { dictGetItemKnownStr } from '../objects/dictobject';
import { allocException, setExtra } from '../objects/exceptions';
import { floatReprText } from '../objects/floatrepr';
import { newInt } from '../objects/int';
import { newStr } from '../objects/str';
import { reprOfText } from '../objects/strrepr';
import { tupleSteal } from '../objects/tuple';
import type { Constant, Mod, Stmt } from '../syntax/ast';
import { ParserStackOverflow, PythonSyntaxError } from '../syntax/errors';
import type { SyntaxWarning } from '../syntax/errors';
import { parse, parseExpression, parseInteractive } from '../syntax/parse';
import { charOffset } from './carets';
import { FROZEN, NO_WATCHER, literalKey, newCode, newSharedConstants } from './codeobject';
import type { TreeLiterals } from './codeobject';
import { shapeOf, withCompilersMemory } from './compilememory';
import type { BlockShape } from './compilememory';
import { repeatedTuples, tuplesOfCode } from './repeatedconsts';
import type { Vm } from './vm';

export type CompileMode = 'exec' | 'eval' | 'single';

/// Plain code of the modules that come with the machine, by version and file name: each is compiled once a host.
const frozenCode = new Map<string, { source: string; plain: CodeObject }>();

/// Compiles; raises SyntaxError and its kin, MemoryError for what nests too deeply. `onLiterals` gets what holdLiterals asks for.
export function compileSource(vm: Vm, source: string, filename: string, mode: CompileMode, onLiterals?: (literals: TreeLiterals) => void): Ptr {
  const { version } = vm.profile;
  const parsers = { exec: parse, eval: parseExpression, single: parseInteractive };
  return reportErrors(vm, mode === 'exec' ? 0 : openLine(source), () => {
    const onWarning = warner(vm, filename);
    // The compiler's errors show the file's line, not that of the text (Python/errors.c PyErr_ProgramTextObject).
    const options = { filename, source: vm.sources.get(filename), version, onWarning };
    const parsed = (): Mod => parsers[mode](source, version, filename, onWarning);
    if (!filename.startsWith(FROZEN)) {
      const tree = parsed();
      const apart = new Set<string>();
      onLiterals?.({ texts: literalsOf(vm, tree), apart });
      return assemble(vm, tree, options, false, apart);
    }
    // Modules that come with the machine are not CPython's: what compiling them takes is nobody's count.
    const key = `${version} ${filename}`;
    const known = frozenCode.get(key);
    const plain = known?.source === source ? known.plain : compile(parsed(), options);
    frozenCode.set(key, { source, plain });
    return newCode(vm, plain, newSharedConstants(NO_WATCHER));
  });
}

/// A code object of the tree, made amid what the compiler has allocated then.
function assemble(vm: Vm, tree: Mod, options: CompileOptions, isMain: boolean, apart?: Set<string>): Ptr {
  let top: BlockShape | undefined;
  const code = compile(tree, { ...options, onSymtable: entry => { top = shapeOf(entry, vm.profile.defersAnnotations); } });
  const repeated = repeatedTuples(tree, vm.profile.foldsConstantsInAst);
  const inTree = [...repeated.inTree, ...repeated.inFolded];
  for (const [tuple, size] of tuplesOfCode(code, repeated)) {
    inTree.push(size);
    apart?.add(tuple);
  }
  return withCompilersMemory(vm, top!, { ...repeated, inTree }, isMain, watcher => newCode(vm, code, newSharedConstants(watcher)));
}

/// The main program or a cell.
export interface MainCode {
  readonly body: Ptr;
  /// The last expression, apart from the rest so that its value can be shown; 0 = none.
  readonly last: Ptr;
  /// What holdLiterals asks for.
  readonly literals: TreeLiterals;
}

/// Compiles a main program; with `display` a last expression apart. `isScript`: it is a file's.
export function compileMain(vm: Vm, source: string, filename: string, display: boolean, isScript: boolean): MainCode {
  const { version } = vm.profile;
  return reportErrors(vm, 0, () => {
    const onWarning = warner(vm, filename);
    const tree = parse(source, version, filename, onWarning, isScript);
    const options = { filename, source, version, onWarning };
    const apart = new Set<string>();
    const literals = { texts: literalsOf(vm, tree), apart };
    const last = tree.body[tree.body.length - 1];
    if (!display || last?.kind !== 'Expr' || endsQuietly(source, last)) return { body: assemble(vm, tree, options, true, apart), last: 0, literals };
    const body = assemble(vm, { kind: 'Module', body: tree.body.slice(0, -1) }, options, true, apart);
    return { body, last: assemble(vm, { kind: 'Interactive', body: [last] }, options, true, apart), literals };
  });
}

/// A semicolon behind a last expression says that its value is not to be shown (IPython's DisplayHook.quiet).
function endsQuietly(source: string, { end_lineno, end_col_offset }: Stmt): boolean {
  const [line = '', ...others] = source.split(/\r\n?|\n/).slice(end_lineno - 1);
  return [line.slice(charOffset(line, end_col_offset)), ...others].some(rest => rest.replace(/#.*/, '').includes(';'));
}

/// What writes a warning about the source.
function warner(vm: Vm, filename: string): (warning: SyntaxWarning) => void {
  const given = new Set<string>();
  return warning => {
    // The default filters show those of the module `__main__` only, and no file is named so.
    if (warning.category === 'DeprecationWarning') return;
    const module = dictGetItemKnownStr(vm, vm.modules, vm.name('warnings'));
    if (module !== 0 && !filename.startsWith(FROZEN)) return warnExplicit(vm, module, warning, filename);
    const once = `${warning.lineno} ${warning.message}`;
    if (vm.profile.warnsOnceALine && given.has(once)) return;
    given.add(once);
    // Of what compile() was given as `<name>` there is no file to read.
    const line = filename.startsWith('<') ? '' : vm.sourceLine(filename, warning.lineno).trim();
    vm.hooks.write('stderr', `${filename}:${warning.lineno}: ${warning.category}: ${warning.message}\n${line === '' ? '' : `  ${line}\n`}`);
  };
}

/// Leaves a warning to the guest's module `warnings`; one that its filters make an error is a SyntaxError (_PyErr_EmitSyntaxWarning).
function warnExplicit(vm: Vm, module: Ptr, { category, message, lineno }: SyntaxWarning, filename: string): void {
  const type = vm.types[category];
  const mark = vm.held.length;
  try {
    const warn = vm.own(getAttr(vm, module, vm.name('warn_explicit')));
    const args = [newStr(vm, message), vm.newRef(type.ptr), newStr(vm, filename), newInt(vm, lineno)].map(arg => vm.own(arg));
    const registry = vm.profile.warnsOnceALine ? [vm.singletons.none, vm.own(getAttr(vm, module, vm.name('_shown')))] : [];
    vm.decref(call(vm, warn, [...args, ...registry]));
    vm.unwind(mark);
  } catch (error) {
    if (!vm.isGuestError(error) || !vm.raisedIs(type)) throw error;
    vm.unwind(mark);
    vm.decref(vm.fetchRaised());
    throw new PythonSyntaxError('SyntaxError', message, filename, lineno, 1, lineno, 0, vm.sourceLine(filename, lineno));
  }
}

/// The number of a last line without a newline; 0 = there is none.
function openLine(source: string): number {
  return source.endsWith('\n') ? 0 : source.split(/\r\n?|\n/).length;
}

/// Raises in the guest what parsing and compiling throw.
function reportErrors<T>(vm: Vm, open: number, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof PythonSyntaxError && error.lineno === open) vm.throwException(newSyntaxError(vm, withoutNewline(error)));
    if (error instanceof PythonSyntaxError) vm.throwException(newSyntaxError(vm, error));
    if (error instanceof ParserStackOverflow) vm.raise(vm.types.MemoryError, error.message);
    if (error instanceof RangeError) vm.raise(vm.types.RecursionError, 'maximum recursion depth exceeded during compilation');
    throw error;
  }
}

/// The modes 'eval' and 'single' add no newline to their source: an error behind the last word is at no place.
function withoutNewline(error: PythonSyntaxError): PythonSyntaxError {
  const { type, message, filename, lineno, offset, end_lineno, end_offset } = error;
  const text = error.text?.replace(/\n$/, '');
  const isPast = text !== undefined && offset > text.length && lineno === end_lineno;
  return new PythonSyntaxError(type, message, filename, lineno, isPast ? 0 : offset, end_lineno, isPast ? 0 : end_offset, text);
}

/// The literals of a program, for holdLiterals; undefined if the version's compiler folds in the tree.
function literalsOf(vm: Vm, tree: Mod): ReadonlySet<string> | undefined {
  if (vm.profile.foldsConstantsInAst) return undefined;
  const literals = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('kind' in node && node.kind === 'Constant') literals.add(constantKey((node as Constant).value));
    else Object.values(node).forEach(visit);
  };
  visit(tree);
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
