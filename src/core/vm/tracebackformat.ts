/// Tracebacks as text (CPython 3.14 Lib/traceback.py TracebackException, StackSummary).
import type { Ptr } from '../memory/ram';
import { getOptionalAttr, strText } from '../objects/abstract';
import { dictGetItem, dictNext, entry } from '../objects/dictobject';
import { notesOf } from '../objects/exceptionattrs';
import { excField, getExtra } from '../objects/exceptions';
import { groupExceptions, isGroup } from '../objects/exceptiongroup';
import { ExcField } from '../objects/exceptiontree';
import { asNumber, isInt } from '../objects/int';
import { listToArray } from '../objects/list';
import { isStr } from '../objects/str';
import { tupleToArray } from '../objects/tuple';
import { calculateSuggestion } from '../objects/suggestions';
import { moduleOfType, qualnameOfType } from '../objects/typenames';
import { dirList, dirOfType } from '../objects/dir';
import { dirOfModule } from '../objects/module';
import { isType, typeFrom } from '../objects/type';
import { caretLine } from './carets';
import { excerpt } from './excerpt';
import { FastKind } from '../compiler/code';
import { cellGet } from '../objects/cell';
import { BORROWED } from './frame';
import type { Frame } from './frame';
import { hostFrame } from './frameobject';
import { findKeywordTypo } from './keywordtypos';
import { tracebackFrame, tracebackIndex, tracebackLine, tracebackNext } from './traceback';
import type { Vm } from './vm';

/// More equal frames in a row than this are folded into one line.
const REPEATS = 3;

/// What to leave out: entries past `limit` (below 0: all but the last ones), the exceptions of the chain. `traceback` stands
/// for that of the exception itself, 0 = none.
export interface TracebackOptions {
  readonly limit?: number;
  readonly chain?: boolean;
  readonly traceback?: Ptr;
  /// The module `traceback` asks; in 3.11 it guesses at no names, only the interpreter's own report does.
  readonly inPython?: boolean;
}

/// The lines of `traceback.format_exception(exception)`, each with its newline (TracebackException.format). `group`
/// is set for members of exception groups.
export function formatException(vm: Vm, exception: Ptr, options: TracebackOptions = {}, seen = new Set<Ptr>(), group = new GroupContext()): string[] {
  const chain: (readonly [exception: Ptr, message: string])[] = [];
  let message = '';
  for (let p = exception; p !== 0;) {
    seen.add(p);
    chain.push([p, message]);
    const cause = excField(vm, p, ExcField.CAUSE);
    const context = excField(vm, p, ExcField.CONTEXT);
    message = '';
    if (options.chain === false) break;
    if (cause !== 0 && !seen.has(cause)) {
      message = '\nThe above exception was the direct cause of the following exception:\n\n';
      p = cause;
    } else if (context !== 0 && vm.i32[p + ExcField.SUPPRESS_CONTEXT] === 0 && !seen.has(context)) {
      message = '\nDuring handling of the above exception, another exception occurred:\n\n';
      p = context;
    } else {
      p = 0;
    }
  }
  const lines: string[] = [];
  for (const [p, text] of chain.reverse()) {
    const own = p === exception ? options : { ...options, traceback: undefined };
    lines.push(...(isGroup(vm, p) ? formatGroup(vm, p, own, seen, group) : formatOne(vm, p, own, group)));
    if (text !== '') lines.push(...group.emit([text]));
  }
  return lines;
}

function formatOne(vm: Vm, exception: Ptr, options: TracebackOptions, group: GroupContext): string[] {
  const traceback = options.traceback ?? excField(vm, exception, ExcField.TRACEBACK);
  const lines = traceback === 0 || options.limit === 0 ? [] : ['Traceback (most recent call last):\n', ...formatTraceback(vm, traceback, true, options.limit)];
  return group.emit([...lines, ...formatExceptionOnly(vm, exception, options.inPython)]);
}

/// The margin around exception groups (_ExceptionPrintContext).
class GroupContext {
  depth = 0;
  needClose = false;

  get indent(): string {
    return ' '.repeat(2 * this.depth);
  }

  emit(texts: readonly string[], margin = '|'): string[] {
    if (this.depth === 0) return [...texts];
    const prefix = `${this.indent}${margin} `;
    return texts.map(text => text.replace(/[^\n]*(\n|$)/g, line => (line === '' ? '' : prefix + line)));
  }
}

const MAX_GROUP_WIDTH = 15;
const MAX_GROUP_DEPTH = 10;

function formatGroup(vm: Vm, exception: Ptr, options: TracebackOptions, seen: Set<Ptr>, group: GroupContext): string[] {
  if (group.depth > MAX_GROUP_DEPTH) return group.emit([`... (max_group_depth is ${MAX_GROUP_DEPTH})\n`]);
  const isTop = group.depth === 0;
  if (isTop) group.depth = 1;
  const lines: string[] = [];
  const traceback = options.traceback ?? excField(vm, exception, ExcField.TRACEBACK);
  if (traceback !== 0 && options.limit !== 0) {
    lines.push(...group.emit(['Exception Group Traceback (most recent call last):\n'], isTop ? '+' : '|'));
    lines.push(...group.emit(formatTraceback(vm, traceback, true, options.limit)));
  }
  lines.push(...group.emit(formatExceptionOnly(vm, exception, options.inPython)));
  const members = tupleToArray(vm, groupExceptions(vm, exception));
  const shown = Math.min(members.length, MAX_GROUP_WIDTH + 1);
  group.needClose = false;
  for (let i = 0; i < shown; i++) {
    const isLast = i === shown - 1;
    if (isLast) group.needClose = true;
    const truncated = i >= MAX_GROUP_WIDTH;
    lines.push(`${group.indent}${i === 0 ? '+-' : '  '}+---------------- ${truncated ? '...' : i + 1} ----------------\n`);
    group.depth++;
    if (truncated) {
      const remaining = members.length - MAX_GROUP_WIDTH;
      lines.push(...group.emit([`and ${remaining} more exception${remaining > 1 ? 's' : ''}\n`]));
    } else {
      lines.push(...formatException(vm, members[i]!, { ...options, traceback: undefined }, seen, group));
    }
    if (isLast && group.needClose) {
      lines.push(`${group.indent}+------------------------------------\n`);
      group.needClose = false;
    }
    group.depth--;
  }
  if (isTop) group.depth = 0;
  return lines;
}

function entries(vm: Vm, traceback: Ptr, limit: number | undefined): Ptr[] {
  const found: Ptr[] = [];
  for (let tb = traceback; tb !== 0; tb = tracebackNext(vm, tb)) found.push(tb);
  return limit === undefined ? found : limit >= 0 ? found.slice(0, limit) : found.slice(limit);
}

/// The entries of a traceback, without its heading.
export function formatTraceback(vm: Vm, traceback: Ptr, withCarets = true, limit?: number): string[] {
  const lines: string[] = [];
  let last = '';
  let count = 0;
  const flush = (): void => {
    if (count > REPEATS) lines.push(`  [Previous line repeated ${count - REPEATS} more time${count - REPEATS > 1 ? 's' : ''}]\n`);
  };
  for (const tb of entries(vm, traceback, limit)) {
    const { plain } = hostFrame(vm, tracebackFrame(vm, tb)).code;
    const lineno = tracebackLine(vm, tb);
    const key = `${plain.filename}:${lineno}:${plain.name}`;
    if (key !== last) {
      flush();
      last = key;
      count = 0;
    }
    if (++count > REPEATS) continue;
    lines.push(`  File "${plain.filename}", line ${lineno}, in ${plain.name}\n${sourceLines(vm, plain.filename, lineno, withCarets ? tracebackPosition(vm, tb) : undefined).join('')}`);
  }
  flush();
  return lines;
}

/// First line, last line, first and last column of what an entry points at.
export function tracebackPosition(vm: Vm, tb: Ptr): Int32Array {
  const at = 4 * tracebackIndex(vm, tb);
  return hostFrame(vm, tracebackFrame(vm, tb)).code.plain.positions.subarray(at, at + 4);
}

/// The source line, indented by four, and the carets below it; nothing when the modules are gone, without which CPython cannot
/// read a file.
export function sourceLines(vm: Vm, filename: string, lineno: number, position: Int32Array | undefined): string[] {
  const source = vm.finalizing ? undefined : vm.sources.get(filename)?.split(/\r\n|\r|\n/);
  const line = source?.[lineno - 1];
  const text = line?.trim() ?? '';
  if (source === undefined || line === undefined || text === '') return [];
  if (position !== undefined && vm.profile.marksCalls && position[0] === lineno && position[2]! >= 0 && position[1]! >= lineno) {
    return excerpt(source, position, vm.profile.version).map(shown => `    ${shown}\n`);
  }
  const carets = position === undefined ? undefined : caretLine(line, lineno, position, vm.profile.version);
  return [`    ${text}\n`, ...(carets === undefined ? [] : [`    ${carets}\n`])];
}

function typeName(vm: Vm, exception: Ptr): string {
  const type = vm.typeOf(exception);
  const module = moduleOfType(vm, type);
  return module === 'builtins' || module === '__main__' || module === '' ? qualnameOfType(vm, type) : `${module}.${qualnameOfType(vm, type)}`;
}

/// `Type: message` and no more, as C code prints what nobody can catch, with the colon in any case.
export function formatTypeAndMessage(vm: Vm, exception: Ptr): string {
  return `${typeName(vm, exception)}: ${messageOf(vm, exception)}\n`;
}

/// `Type: message` with notes; for a SyntaxError the place as well.
export function formatExceptionOnly(vm: Vm, exception: Ptr, inPython = false): string[] {
  const type = vm.typeOf(exception);
  const name = typeName(vm, exception);
  if (type.isSubtypeOf(vm.types.SyntaxError) && getExtra(vm, exception, 'lineno') !== 0) return formatSyntaxError(vm, exception, name);
  const message = messageOf(vm, exception) + (inPython && vm.profile.printsErrorsInC ? '' : hintFor(vm, exception));
  return [`${name}${message === '' ? '' : `: ${message}`}\n`, ...formatNotes(vm, exception)];
}

function formatNotes(vm: Vm, exception: Ptr): string[] {
  const notes = notesOf(vm, exception);
  if (notes === 0 || vm.typeOf(notes) !== vm.types.list) return [];
  return listToArray(vm, notes).flatMap(note => strText(vm, note).split('\n').map(line => `${line}\n`));
}

function messageOf(vm: Vm, exception: Ptr): string {
  const mark = vm.held.length;
  try {
    return strText(vm, exception);
  } catch (error) {
    vm.isGuestError(error);
    vm.unwind(mark);
    vm.decref(vm.fetchRaised());
    return '<exception str() failed>';
  }
}

function formatSyntaxError(vm: Vm, exception: Ptr, name: string): string[] {
  const field = (key: string): Ptr => getExtra(vm, exception, key);
  const text = (p: Ptr): string | undefined => (p !== 0 && isStr(vm, p) ? vm.text(p) : undefined);
  const number = (p: Ptr): number | undefined => (p !== 0 && isInt(vm, p) ? asNumber(vm, p) : undefined);
  const lines = [`  File "${text(field('filename')) ?? '<string>'}", line ${number(field('lineno')) ?? '?'}\n`];
  const source = text(field('text'));
  const above = vm.sources.get(text(field('filename')) ?? '')?.split('\n').slice(0, (number(field('lineno')) ?? 1) - 1);
  const typo = vm.profile.suggestsSyntaxKeywords && source !== undefined && isInvalidSyntax(text(field('msg'))) ? findKeywordTypo(source, vm.profile.version, above) : undefined;
  if (source !== undefined) {
    const inC = vm.profile.printsErrorsInC;
    const trimmed = source.replace(/\n+$/, '').replace(inC ? /^[ \t\f]+/ : /^[ \f]+/, '');
    const cut = source.replace(/\n+$/, '').length - trimmed.length;
    lines.push(`    ${trimmed}\n`);
    const offset = typo === undefined ? number(field('offset')) : typo.start + 1;
    if (offset !== undefined && offset >= 1) {
      const isPlain = vm.typeOf(exception) === vm.types.SyntaxError || !inC;
      const sameLine = number(field('end_lineno')) === number(field('lineno'));
      let end = typo !== undefined ? typo.end + 1 : !isPlain ? offset : sameLine ? number(field('end_offset')) ?? offset : trimmed.length + cut + 1;
      if (end <= 0 || end === offset) end = offset + 1;
      const start = offset - 1 - cut;
      if (start >= 0) lines.push(`    ${[...trimmed.slice(0, start)].map(c => (/\s/.test(c) ? c : ' ')).join('')}${'^'.repeat(Math.max(1, end - offset))}\n`);
    }
  }
  lines.push(`${name}: ${typo === undefined ? text(field('msg')) ?? '<no detail available>' : `invalid syntax. Did you mean '${typo.keyword}'?`}\n`);
  return [...lines, ...formatNotes(vm, exception)];
}

/// The messages for which a mistyped keyword is looked for.
const isInvalidSyntax = (message: string | undefined): boolean => message === 'invalid syntax' || message?.includes('Perhaps you forgot a comma') === true;

/// What the message of an exception is followed by: a name that may be meant, or a module that is not imported.
function hintFor(vm: Vm, exception: Ptr): string {
  const suggestion = suggestionFor(vm, exception);
  if (!vm.profile.suggestsModules || !vm.typeOf(exception).isSubtypeOf(vm.types.NameError)) return suggestion;
  const name = getExtra(vm, exception, 'name');
  const found = name !== 0 && isStr(vm, name) ? vm.findModule(vm.text(name)) : undefined;
  if (found === undefined || (found.kind === 'source' && found.frozen !== true)) return suggestion;
  return `${suggestion}${suggestion === '' ? '. Did' : ' Or did'} you forget to import '${vm.text(name)}'?`;
}

/// Whether a local, or what its cell holds, has a value.
function hasValue(vm: Vm, frame: Frame, slot: number): boolean {
  const held = vm.i32[frame.base + slot]! & ~BORROWED;
  const inCell = (frame.code.plain.localspluskinds[slot]! & (FastKind.CELL | FastKind.FREE)) !== 0 && held !== 0 && vm.typeOf(held) === vm.types.cell;
  return inCell ? cellGet(vm, held) !== 0 : held !== 0;
}

/// `. Did you mean: 'x'?` for a NameError, AttributeError or ImportError.
function suggestionFor(vm: Vm, exception: Ptr): string {
  const type = vm.typeOf(exception);
  const fromImport = vm.profile.suggestsImports && type.isSubtypeOf(vm.types.ImportError);
  const name = getExtra(vm, exception, fromImport ? 'name_from' : 'name');
  if (name === 0 || !isStr(vm, name)) return '';
  const wrong = vm.text(name);
  const candidates: string[] = [];
  if (fromImport) {
    const module = dictGetItem(vm, vm.modules, getExtra(vm, exception, 'name'));
    if (module === 0) return '';
    candidates.push(...namesOf(vm, module).filter(candidate => wrong.startsWith('_') || !candidate.startsWith('_')));
  } else if (type.isSubtypeOf(vm.types.AttributeError)) {
    const object = getExtra(vm, exception, 'obj');
    if (object === 0) return '';
    candidates.push(...namesOf(vm, object));
    if (!wrong.startsWith('_')) candidates.splice(0, candidates.length, ...candidates.filter(candidate => !candidate.startsWith('_')));
  } else if (type.isSubtypeOf(vm.types.NameError)) {
    let tb = excField(vm, exception, ExcField.TRACEBACK);
    if (tb === 0) return '';
    while (tracebackNext(vm, tb) !== 0) tb = tracebackNext(vm, tb);
    const frame = hostFrame(vm, tracebackFrame(vm, tb));
    const { localsplusnames } = frame.code.plain;
    if (vm.profile.suggestsSelf) {
      const self = localsplusnames.indexOf('self');
      const object = self < 0 ? 0 : vm.i32[frame.base + self]! & ~BORROWED;
      if (object !== 0 && hasAttribute(vm, object, name)) return `. Did you mean: 'self.${wrong}'?`;
    }
    localsplusnames.forEach((local, i) => { if (hasValue(vm, frame, i)) candidates.push(local); });
    if (frame.locals !== 0) candidates.push(...keysOf(vm, frame.locals));
    candidates.push(...keysOf(vm, frame.globals), ...keysOf(vm, frame.builtins));
    if (candidates.includes(wrong)) return '';
  } else {
    return '';
  }
  const suggestion = calculateSuggestion(candidates, wrong);
  return suggestion === undefined ? '' : `. Did you mean: '${suggestion}'?`;
}

function hasAttribute(vm: Vm, object: Ptr, name: Ptr): boolean {
  const value = getOptionalAttr(vm, object, vm.text(name));
  vm.xdecref(value);
  return value !== 0;
}

function namesOf(vm: Vm, object: Ptr): string[] {
  const type = vm.typeOf(object);
  const list = type === vm.types.module ? dirOfModule(vm, object) : isType(vm, object) ? dirOfType(vm, typeFrom(vm, object)) : dirList(vm, object);
  const names = listToArray(vm, list).filter(item => isStr(vm, item)).map(item => vm.text(item));
  vm.decref(list);
  return names.sort();
}

function keysOf(vm: Vm, dict: Ptr): string[] {
  const names: string[] = [];
  if (vm.typeOf(dict) !== vm.types.dict) return names;
  for (let at = dictNext(vm, dict, 0); at >= 0; at = dictNext(vm, dict, at)) if (isStr(vm, entry.key)) names.push(vm.text(entry.key));
  return names;
}
