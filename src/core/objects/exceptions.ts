/// Exception objects (Objects/exceptions.c). Every field of 8 bytes is a reference: dict p+4, args p+6, notes p+8,
/// traceback p+10, context p+12, cause p+14; suppress_context is a byte at p+16; what a type adds follows from p+18.
import { track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { reprText, str } from './abstract';
import { keywordCount, positionalOf } from './args';
import { EXCEPTION_TREE, ExcField, NUMBER_FIELDS } from './exceptiontree';
import { intValue } from './int';
import type { Interp } from './interp';
import { newStr } from './str';
import { newTuple, tupleFrom, tupleGet, tupleSize } from './tuple';
import type { BuiltinTypeName } from './builtintypes';
import { exceptionGetSets, exceptionMethods, fieldGetSet, numberGetSet, ownText, readonlyField, writtenGetSet } from './exceptionattrs';
import { initFields } from './exceptioninit';
import { clearWeakRefs } from './weakref';
import type { ExceptionLayout, GetSet, Slots, TypeObject, TypeSpec } from './typeobject';

/// Of PyBaseExceptionObject, without the GC head.
const BASE_BYTES = 72;
/// Fields that are no attributes.
const HIDDEN: readonly string[] = ['excs_str'];
const COMMON = [ExcField.DICT, ExcField.ARGS, ExcField.NOTES, ExcField.TRACEBACK, ExcField.CAUSE, ExcField.CONTEXT];

/// See ExceptionLayout.
export function extraFields(type: TypeObject): readonly string[] {
  return layoutOf(type).extra;
}

function layoutOf(type: TypeObject): ExceptionLayout {
  return type.exceptionLayout ??= makeLayout(type);
}

function makeLayout(type: TypeObject): ExceptionLayout {
  const extra = findExtraFields(type);
  return { extra, references: [...extra.map((_, i) => ExcField.FIRST_EXTRA + 2 * i).filter((_, i) => !NUMBER_FIELDS.includes(extra[i]!)), ...COMMON] };
}

function findExtraFields(type: TypeObject): readonly string[] {
  for (const t of type.mro) {
    const entry = t.isHeapType ? undefined : EXCEPTION_TREE.get(t.name as BuiltinTypeName);
    if (entry !== undefined && entry.fields.length > 0) return entry.fields.slice(0, (t.basicsize - BASE_BYTES) / 8);
  }
  return [];
}

/// Allocates an exception of the type with `args` (a tuple, stolen); no `__init__`.
export function allocException(it: Interp, type: TypeObject, args: Ptr): Ptr {
  const p = it.allocInstance(type, type.basicsize);
  it.i32[p + ExcField.ARGS] = args;
  track(it.i32, p);
  return p;
}

/// A builtin exception with one str argument.
export function newExceptionWithMessage(it: Interp, type: TypeObject, message: string): Ptr {
  const text = newStr(it, message);
  const p = allocException(it, type, tupleFrom(it, [text]));
  it.decref(text);
  return p;
}

/// The value of a field as a borrowed reference; 0 = not set.
export const excField = (it: Interp, p: Ptr, field: number): Ptr => it.i32[p + field]!;

/// Sets a field; takes over the reference (0 = none).
export function setExcField(it: Interp, p: Ptr, field: number, value: Ptr): void {
  const old = it.i32[p + field]!;
  it.i32[p + field] = value;
  if (it.recording) it.touch(p);
  it.xdecref(old);
}

/// Sets a named extra field (`name`, `obj`, `value`, ...); takes over the reference.
export function setExtra(it: Interp, p: Ptr, name: string, value: Ptr): void {
  const at = extraFields(it.typeOf(p)).indexOf(name);
  if (at < 0) throw new Error(`${it.typeOf(p).name} has no field ${name}`);
  setExcField(it, p, ExcField.FIRST_EXTRA + 2 * at, value);
}

/// A field that is a number.
export const excNumber = (it: Interp, p: Ptr, field: number): number => it.i32[p + field + 1]! * 0x100000000 + (it.i32[p + field]! >>> 0);

export function setExcNumber(it: Interp, p: Ptr, field: number, value: number): void {
  it.i32[p + field] = value | 0;
  it.i32[p + field + 1] = Math.floor(value / 0x100000000);
  if (it.recording) it.touch(p);
}

/// Word of a named extra field.
export const extraAt = (it: Interp, p: Ptr, name: string): number => ExcField.FIRST_EXTRA + 2 * extraFields(it.typeOf(p)).indexOf(name);

export function getExtra(it: Interp, p: Ptr, name: string): Ptr {
  const at = extraFields(it.typeOf(p)).indexOf(name);
  return at < 0 ? 0 : it.i32[p + ExcField.FIRST_EXTRA + 2 * at]!;
}

/// AttributeError that knows the object and the name, as suggestions need them.
export function raiseAttributeError(it: Interp, object: Ptr, name: Ptr, message: string): never {
  const p = newExceptionWithMessage(it, it.types.AttributeError, message);
  setExtra(it, p, 'obj', it.newRef(object));
  setExtra(it, p, 'name', it.newRef(name));
  it.throwException(p);
}

/// The same for an attribute that cannot be set or deleted, where 3.11 does not say of what object.
export function raiseSetAttributeError(it: Interp, object: Ptr, name: Ptr, message: string): never {
  if (!it.profile.namesObjectOfSetattr) it.raise(it.types.AttributeError, message);
  raiseAttributeError(it, object, name, message);
}

export function raiseNameError(it: Interp, name: string, message = `name '${name}' is not defined`, type = it.types.NameError): never {
  const p = newExceptionWithMessage(it, type, message);
  if (type === it.types.NameError) setExtra(it, p, 'name', newStr(it, name));
  it.throwException(p);
}

/// KeyError whose argument is the key itself.
export function raiseKeyError(it: Interp, key: Ptr): never {
  it.throwException(allocException(it, it.types.KeyError, tupleFrom(it, [key])));
}

/// StopIteration with a value (borrowed; 0 = None).
export function raiseStopIteration(it: Interp, value: Ptr): never {
  const p = allocException(it, it.types.StopIteration, value === 0 ? newTuple(it, 0) : tupleFrom(it, [value]));
  setExtra(it, p, 'value', it.newRef(value || it.singletons.none));
  it.throwException(p);
}

/// Links `context` (borrowed) as `__context__`, breaking the cycle that this could make (Python/errors.c _PyErr_SetObject).
export function chainContext(it: Interp, exception: Ptr, context: Ptr): void {
  // A second walk at half the speed meets the first one if the chain is a circle without the exception.
  for (let p = context, slow = context, step = 0; ; step++) {
    const next = it.i32[p + ExcField.CONTEXT]!;
    if (next === 0) break;
    if (next === exception) {
      setExcField(it, p, ExcField.CONTEXT, 0);
      break;
    }
    p = next;
    if (p === slow) break;
    if ((step & 1) === 1) slow = it.i32[slow + ExcField.CONTEXT]!;
  }
  setExcField(it, exception, ExcField.CONTEXT, it.newRef(context));
}

/// OSError's types by errno (Objects/exceptions.c errnomap), Linux's numbers.
const ERRNO_TYPES: ReadonlyMap<number, BuiltinTypeName> = new Map<number, BuiltinTypeName>([
  [1, 'PermissionError'], [2, 'FileNotFoundError'], [3, 'ProcessLookupError'], [4, 'InterruptedError'], [10, 'ChildProcessError'],
  [11, 'BlockingIOError'], [13, 'PermissionError'], [17, 'FileExistsError'], [20, 'NotADirectoryError'], [21, 'IsADirectoryError'],
  [32, 'BrokenPipeError'], [103, 'ConnectionAbortedError'], [104, 'ConnectionResetError'], [108, 'BrokenPipeError'],
  [110, 'TimeoutError'], [111, 'ConnectionRefusedError'], [114, 'BlockingIOError'], [115, 'BlockingIOError']
]);

/// OSError(errno, text, ...) makes the type that the number stands for.
function typeForErrno(it: Interp, type: TypeObject, args: readonly Ptr[]): TypeObject {
  if (type !== it.types.OSError || args.length < 2 || args.length > 5 || !it.typeOf(args[0]!).isSubtypeOf(it.types.int)) return type;
  const name = ERRNO_TYPES.get(Number(intValue(it, args[0]!)));
  return name === undefined ? type : it.types[name];
}

const references = (it: Interp, p: Ptr): readonly number[] => layoutOf(it.typeOf(p)).references;

const clear: Slots['clear'] = (it, p) => {
  for (const field of references(it, p)) if (it.i32[p + field] !== 0) setExcField(it, p, field, 0);
};

/// The tuple that the call was made with, borrowed; 0 = it was made without. What is raised from here on does not get it.
export function takeArgs(it: Interp): Ptr {
  const args = it.exceptionArgs;
  it.exceptionArgs = 0;
  return args;
}

/// Sets `args`. A call of the class gives tp_new and tp_init the same tuple, an `__init__` of the class's own another. `given`: that
/// tuple, borrowed.
export function initArgs(it: Interp, p: Ptr, positional: readonly Ptr[], given: Ptr = 0): void {
  const old = it.i32[p + ExcField.ARGS]!;
  const { init } = it.typeOf(p).slots;
  const isBuiltin = init === exceptionSlots.init || init === it.types.BaseExceptionGroup.slots.init;
  const same = isBuiltin && tupleSize(it, old) === positional.length && positional.every((arg, i) => tupleGet(it, old, i) === arg);
  if (!same) setExcField(it, p, ExcField.ARGS, given === 0 ? tupleFrom(it, positional) : it.newRef(given));
}

const exceptionSlots: Partial<Slots> = {
  traverse: (it, p, visitor) => {
    for (const field of references(it, p)) if (it.i32[p + field]! !== 0) visitor.visit(it.i32[p + field]!);
  },
  clear,
  dealloc: (it, p) => {
    untrack(it.i32, p);
    clearWeakRefs(it, p);
    const fields = references(it, p);
    for (let i = 0; i < fields.length; i++) {
      const word = p + fields[i]!;
      const reference = it.i32[word]!;
      if (reference === 0) continue;
      it.i32[word] = 0;
      it.decref(reference);
    }
    it.freeInstance(p);
  },
  new: (it, type, args, kwnames) => {
    const given = takeArgs(it);
    const isOSError = type.isSubtypeOf(it.types.OSError);
    if (isOSError && type.slots.init === exceptionSlots.init && keywordCount(it, kwnames) > 0) it.typeError(`${type.name}() takes no keyword arguments`);
    const p = allocException(it, typeForErrno(it, type, args), given === 0 ? tupleFrom(it, positionalOf(it, args, kwnames)) : it.newRef(given));
    if (isOSError) setExcNumber(it, p, extraAt(it, p, 'characters_written'), -1);
    return p;
  },
  init: (it, p, args, kwnames) => {
    const given = takeArgs(it);
    const positional = positionalOf(it, args, kwnames);
    initArgs(it, p, positional, given);
    initFields(it, p, positional, args, kwnames);
  },
  repr: (it, p) => {
    const args = it.i32[p + ExcField.ARGS]!;
    const name = it.typeOf(p).name;
    if (tupleSize(it, args) === 1) return newStr(it, `${name}(${reprText(it, tupleGet(it, args, 0))})`);
    return newStr(it, `${name}${reprText(it, args)}`);
  },
  str: (it, p) => {
    const text = ownText(it, p);
    if (text !== undefined) return newStr(it, text);
    const args = it.i32[p + ExcField.ARGS]!;
    const n = tupleSize(it, args);
    return n === 0 ? it.statics.emptyStr : str(it, n === 1 ? tupleGet(it, args, 0) : args);
  }
};

type OwnSlot = 'new' | 'init' | 'str';

const OWN_SLOTS: ReadonlyMap<BuiltinTypeName, readonly OwnSlot[]> = new Map<BuiltinTypeName, readonly OwnSlot[]>([
  ['StopIteration', ['init']], ['SystemExit', ['init']], ['ExceptionGroup', []], ['BaseExceptionGroup', ['str']],
  ...(['AttributeError', 'ImportError', 'KeyError', 'NameError', 'SyntaxError'] as const).map(name => [name, ['init', 'str']] as const),
  ...(['OSError', 'UnicodeDecodeError', 'UnicodeEncodeError', 'UnicodeTranslateError'] as const).map(name => [name, ['new', 'init', 'str']] as const)
]);

const MIDDLING_BASES: readonly BuiltinTypeName[] = ['OSError', 'ConnectionError', 'ImportError', 'NameError', 'SyntaxError', 'IndentationError'];

/// One spec a builtin exception type, bases first.
export const exceptionSpecs: readonly (readonly [BuiltinTypeName, TypeSpec])[] = [...EXCEPTION_TREE].map(([name, { base, fields }]) => [name, {
  name,
  base: base ?? 'object',
  basicsize: BASE_BYTES + 8 * inheritedFieldCount(name),
  hasGc: true,
  isBaseType: true,
  dictoffset: ExcField.DICT * 4,
  slots: base === undefined ? exceptionSlots : Object.fromEntries(ownSlots(name, base).map(slot => [slot, exceptionSlots[slot]])),
  getset: {
    ...(base === undefined ? exceptionGetSets : {}),
    ...Object.fromEntries(fields.map((field, i) => [field, getSetOf(name, field)(ExcField.FIRST_EXTRA + 2 * i)] as const).filter(([field]) => !HIDDEN.includes(field)))
  },
  methods: base === undefined ? exceptionMethods : {}
}]);

/// The slots that a type fills itself, with what it would inherit anyway: their wrappers are its own (Objects/exceptions.c
/// SimpleExtendsException, MiddlingExtendsException, ComplexExtendsException).
function ownSlots(name: BuiltinTypeName, base: BuiltinTypeName): readonly OwnSlot[] {
  return OWN_SLOTS.get(name) ?? (MIDDLING_BASES.includes(base) ? ['init'] : ['new', 'init']);
}

function getSetOf(type: BuiltinTypeName, field: string): (at: number) => GetSet {
  if (field === 'characters_written') return writtenGetSet;
  if (NUMBER_FIELDS.includes(field)) return numberGetSet;
  return type === 'BaseExceptionGroup' ? readonlyField : fieldGetSet;
}

function inheritedFieldCount(name: BuiltinTypeName): number {
  const entry = EXCEPTION_TREE.get(name)!;
  if (entry.fields.length > 0 || entry.base === undefined) return entry.fields.length;
  return inheritedFieldCount(entry.base);
}
