/// code.replace() (Objects/codeobject.c code_replace_impl): a code object with other fields.
import type { CodeObject, Const } from '../compiler/code';
import type { Ptr } from '../memory/ram';
import { bindArguments } from '../objects/args';
import { bytesView } from '../objects/bytes';
import { complexValue } from '../objects/complex';
import { floatValue } from '../objects/float';
import { bigValue } from '../objects/int';
import type { Interp } from '../objects/interp';
import { ssizeNumber } from '../objects/ssize';
import { isStr } from '../objects/str';
import { tupleToArray } from '../objects/tuple';
import type { NativeMethod } from '../objects/typeobject';
import { NO_WATCHER, hostCode, newCode, newSharedConstants } from './codeobject';
import type { Vm } from './vm';
import { vmOf } from './vm';

/// code.replace()'s parameters, all by name.
const FIELDS = [
  'co_argcount', 'co_posonlyargcount', 'co_kwonlyargcount', 'co_nlocals', 'co_stacksize', 'co_flags', 'co_firstlineno', 'co_code', 'co_consts',
  'co_names', 'co_varnames', 'co_freevars', 'co_cellvars', 'co_filename', 'co_name', 'co_qualname', 'co_linetable', 'co_exceptiontable'
] as const;
type Field = typeof FIELDS[number];

const notYet = (vm: Vm, what: string): never => vm.raise(vm.types.NotImplementedError, `memory-sim does not run code.replace() with another ${what} yet`);

/// What the compiler would have had to make the object; `known` gets it, so that the new code holds the very object.
function constOf(vm: Vm, p: Ptr, known: Map<Const, Ptr>): Const {
  const { types, singletons } = vm;
  const plain = ((): Const => {
    if (p === singletons.none) return { type: 'None' };
    if (p === singletons.ellipsis) return { type: 'Ellipsis' };
    const items = (): Const[] => tupleToArray(vm, p).map(item => constOf(vm, item, known));
    switch (vm.typeOf(p)) {
      case types.bool: return { type: 'bool', value: p === vm.bool(true) };
      case types.int: return { type: 'int', value: bigValue(vm, p) };
      case types.float: return { type: 'float', value: floatValue(vm, p) };
      case types.complex: {
        const [real, imag] = complexValue(vm, p);
        return { type: 'complex', real, imag };
      }
      case types.str: return { type: 'str', value: vm.text(p) };
      case types.bytes: return { type: 'bytes', value: bytesView(vm, p).slice() };
      case types.tuple: return { type: 'tuple', items: items() };
      case types.code: return { type: 'code', code: hostCode(vm, p).plain };
      default: return notYet(vm, `constant of type ${vm.typeOf(p).name}`);
    }
  })();
  known.set(plain, p);
  return plain;
}

/// The locals under other names, in the same order.
function renamed(vm: Vm, field: Field, old: readonly string[], names: readonly string[]): Map<string, string> {
  if (names.length !== old.length) vm.valueError(field === 'co_varnames' ? 'code: varnames is too small' : `code: ${field.slice(3)} is of another length`);
  return new Map(old.map((name, i) => [name, names[i]!]));
}

function replaced(vm: Vm, plain: CodeObject, given: ReadonlyMap<Field, Ptr>, objects: Map<Const, Ptr>): CodeObject {
  const text = (field: Field, known: string): string => {
    const p = given.get(field);
    if (p === undefined) return known;
    if (!isStr(vm, p)) vm.typeError(`replace() argument '${field}' must be str, not ${vm.typeOf(p).name}`);
    return vm.text(p);
  };
  const number = (field: Field, known: number): number => {
    const p = given.get(field);
    return p === undefined ? known : ssizeNumber(vm, p);
  };
  const items = (field: Field): readonly Ptr[] | undefined => {
    const p = given.get(field);
    if (p === undefined) return undefined;
    if (vm.typeOf(p) !== vm.types.tuple) vm.typeError(`replace() argument '${field}' must be tuple, not ${vm.typeOf(p).name}`);
    return tupleToArray(vm, p);
  };
  const names = (field: Field): readonly string[] | undefined =>
    items(field)?.map(p => (isStr(vm, p) ? vm.text(p) : vm.typeError(`name tuples must contain only strings, not '${vm.typeOf(p).name}'`)));
  // The instructions stay, and refer to what they did. CPython believes what it is told.
  const atLeast = <T>(field: Field, known: readonly T[], other: readonly T[] = known): readonly T[] =>
    (other.length >= known.length ? other : vm.valueError(`memory-sim: the instructions need ${field} of ${known.length} items`));
  const firstlineno = number('co_firstlineno', plain.firstlineno);
  const shift = firstlineno - plain.firstlineno;
  const hidden = plain.flags & vm.profile.hiddenCodeFlags;
  const varnames = names('co_varnames') ?? plain.varnames;
  const freevars = names('co_freevars') ?? plain.freevars;
  const cellvars = names('co_cellvars') ?? plain.cellvars;
  const others = new Map([
    ...renamed(vm, 'co_freevars', plain.freevars, freevars), ...renamed(vm, 'co_cellvars', plain.cellvars, cellvars), ...renamed(vm, 'co_varnames', plain.varnames, varnames)
  ]);
  return {
    ...plain,
    name: text('co_name', plain.name), qualname: text('co_qualname', plain.qualname), filename: text('co_filename', plain.filename), firstlineno,
    flags: number('co_flags', plain.flags & ~hidden) | hidden, stacksize: Math.max(number('co_stacksize', plain.stacksize), plain.stacksize),
    consts: atLeast('co_consts', plain.consts, items('co_consts')?.map(p => constOf(vm, p, objects))), unusedConsts: [],
    names: atLeast('co_names', plain.names, names('co_names')), varnames, freevars, cellvars, localsplusnames: plain.localsplusnames.map(name => others.get(name) ?? name),
    // Lines are kept as distances from the first one.
    lines: shift === 0 ? plain.lines : plain.lines.map(line => (line < 0 ? line : line + shift)),
    positions: shift === 0 ? plain.positions : plain.positions.map((at, i) => (i % 4 > 1 || at < 0 ? at : at + shift))
  };
}

/// The fields that only other instructions could do with.
const FIXED: readonly Field[] = ['co_argcount', 'co_posonlyargcount', 'co_kwonlyargcount', 'co_nlocals', 'co_code', 'co_linetable', 'co_exceptiontable'];

export const codeReplace: NativeMethod = {
  kind: 'keywords',
  fn: (it: Interp, self, args, kwnames) => {
    const vm = vmOf(it);
    const host = hostCode(vm, self);
    const bound = bindArguments(it, 'replace', FIELDS, { keywordOnly: FIELDS.length }, args, kwnames);
    const given = new Map(FIELDS.map((field, i) => [field, bound[i]!] as const).filter(([, p]) => p !== 0));
    for (const field of FIXED) if (given.has(field)) notYet(vm, field);
    const shared = newSharedConstants(NO_WATCHER);
    host.plain.consts.forEach((value, i) => shared.objects.set(value, host.consts[i]!));
    return newCode(vm, replaced(vm, host.plain, given, shared.objects), shared);
  }
};
