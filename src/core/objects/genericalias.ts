/// `list[int]`: types.GenericAlias (Objects/genericaliasobject.c). Fields: origin p+4, args p+6, parameters p+8,
/// starred p+12. gaiterobject: the alias p+4.
import type { Ptr } from '../memory/ram';
import { call, getAttr, getItem, getOptionalAttr, hash, reprText, richCompareBool, setAttr } from './abstract';
import type { Interp } from './interp';
import { genericGetAttr } from './object';
import { newRecord, recordSlots, setReference } from './record';
import { isStr, newStr } from './str';
import { tupleFrom, tupleToArray } from './tuple';
import { isType } from './type';
import { CompareOp } from './typeobject';
import type { NativeMethod, TypeSpec } from './typeobject';
import { unionOr } from './uniontype';

const ORIGIN = 4;
const ARGS = 6;
const PARAMETERS = 8;
/// `*list[int]`, what iterating over the alias yields.
const STARRED = 12;

/// Attributes of the alias itself; all others are the origin's.
const OWN_ATTRIBUTES: ReadonlySet<string> = new Set([
  '__class__', '__origin__', '__args__', '__parameters__', '__mro_entries__', '__unpacked__', '__reduce__', '__reduce_ex__', '__copy__', '__deepcopy__'
]);

/// `origin[args]`; both borrowed, args a tuple or one argument (Py_GenericAlias).
function newGenericAlias(it: Interp, origin: Ptr, args: Ptr): Ptr {
  const tuple = it.own(it.typeOf(args) === it.types.tuple ? it.newRef(args) : tupleFrom(it, [args]));
  const p = newRecord(it, it.types.GenericAlias, [ORIGIN, ARGS], [origin, tuple]);
  it.drop();
  return p;
}

/// The same with a star; a new reference.
function starred(it: Interp, p: Ptr): Ptr {
  const made = newGenericAlias(it, it.i32[p + ORIGIN]!, it.i32[p + ARGS]!);
  it.i32[made + STARRED] = 1;
  return made;
}

/// `__parameters__`, borrowed; made when first asked for.
function parametersOf(it: Interp, p: Ptr): Ptr {
  if (it.i32[p + PARAMETERS] === 0) it.i32[p + PARAMETERS] = tupleFrom(it, typeParameters(it, tupleToArray(it, it.i32[p + ARGS]!)));
  return it.i32[p + PARAMETERS]!;
}

/// The type variables among arguments and within them, each once; borrowed.
export function typeParameters(it: Interp, args: readonly Ptr[]): Ptr[] {
  const found: Ptr[] = [];
  const add = (p: Ptr): void => { if (!found.includes(p)) found.push(p); };
  for (const arg of args) {
    if (isType(it, arg)) continue;
    if (isTypeVariable(it, arg)) add(arg);
    else {
      const inner = getOptionalAttr(it, arg, '__parameters__');
      if (inner !== 0 && it.typeOf(inner) === it.types.tuple) tupleToArray(it, inner).forEach(add);
      it.xdecref(inner);
    }
  }
  return found;
}

function isTypeVariable(it: Interp, p: Ptr): boolean {
  const marker = getOptionalAttr(it, p, '__typing_subst__');
  it.xdecref(marker);
  return marker !== 0;
}

/// How an argument shows in the repr of an alias or a union.
export function argumentText(it: Interp, arg: Ptr): string {
  if (arg === it.singletons.ellipsis) return '...';
  if (arg === it.types.NoneType.ptr) return 'None';
  if (it.typeOf(arg) === it.types.list) return reprText(it, arg);
  if (!isType(it, arg)) return reprText(it, arg);
  const text = (name: string): string => {
    const value = getAttr(it, arg, it.name(name));
    const result = isStr(it, value) ? it.text(value) : '';
    it.decref(value);
    return result;
  };
  const module = text('__module__');
  return module === 'builtins' || module === '' ? text('__qualname__') : `${module}.${text('__qualname__')}`;
}

/// `list[T][int]`
function substitute(it: Interp, p: Ptr, item: Ptr): Ptr {
  const args = tupleToArray(it, it.i32[p + ARGS]!);
  const tuple = it.own(substituteArguments(it, p, args, tupleToArray(it, parametersOf(it, p)), item));
  const made = newGenericAlias(it, it.i32[p + ORIGIN]!, tuple);
  it.i32[made + STARRED] = it.i32[p + STARRED]!;
  it.drop();
  return made;
}

/// A new tuple of the arguments of p, with what `item` gives in the parameters' places (_Py_subs_parameters).
export function substituteArguments(it: Interp, p: Ptr, args: readonly Ptr[], parameters: readonly Ptr[], item: Ptr): Ptr {
  const given = it.typeOf(item) === it.types.tuple ? tupleToArray(it, item) : [item];
  if (parameters.length === 0) it.typeError(`${reprText(it, p)} is not a generic class`);
  if (given.length !== parameters.length) {
    it.typeError(`Too ${given.length > parameters.length ? 'many' : 'few'} arguments for ${reprText(it, p)}; actual ${given.length}, expected ${parameters.length}`);
  }
  const mark = it.held.length;
  const replaced = args.map(arg => {
    const at = parameters.indexOf(arg);
    if (at >= 0) return given[at]!;
    const inner = isType(it, arg) ? [] : typeParameters(it, [arg]);
    if (inner.length === 0) return arg;
    const values = it.own(tupleFrom(it, inner.map(parameter => given[parameters.indexOf(parameter)]!)));
    return it.own(getItem(it, arg, values));
  });
  const tuple = tupleFrom(it, replaced);
  it.unwind(mark);
  return tuple;
}

function refuse(word: string): NativeMethod {
  return { kind: 'o', fn: it => it.typeError(`${word}() argument 2 cannot be a parameterized generic`) };
}

/// `__class_getitem__` of the builtin containers.
export const classGetItem: NativeMethod = { kind: 'o', binding: 'class', fn: newGenericAlias };

export const genericAliasSpec: TypeSpec = {
  name: 'GenericAlias',
  module: 'types',
  basicsize: 64,
  hasGc: true,
  isBaseType: true,
  weaklistoffset: 40,
  slots: {
    ...recordSlots([ORIGIN, ARGS, PARAMETERS], { weaklist: true }),
    new: (it, _type, args) => {
      if (args.length !== 2) it.typeError(`GenericAlias expected 2 arguments, got ${args.length}`);
      return newGenericAlias(it, args[0]!, args[1]!);
    },
    repr: (it, p) => {
      const args = tupleToArray(it, it.i32[p + ARGS]!).map(arg => argumentText(it, arg)).join(', ');
      return newStr(it, `${it.i32[p + STARRED] !== 0 ? '*' : ''}${argumentText(it, it.i32[p + ORIGIN]!)}[${args === '' ? '()' : args}]`);
    },
    hash: (it, p) => {
      const origin = hash(it, it.i32[p + ORIGIN]!);
      const high = it.hashHigh;
      const low = origin ^ hash(it, it.i32[p + ARGS]!);
      it.hashHigh ^= high;
      return low;
    },
    richcompare: (it, p, other, op) => {
      if (it.typeOf(other) !== it.types.GenericAlias || (op !== CompareOp.EQ && op !== CompareOp.NE)) return it.singletons.notImplemented;
      const same = it.i32[p + STARRED] === it.i32[other + STARRED] && [ORIGIN, ARGS].every(field => richCompareBool(it, it.i32[p + field]!, it.i32[other + field]!, CompareOp.EQ));
      return it.bool(same === (op === CompareOp.EQ));
    },
    getattro: (it, p, name) => (isStr(it, name) && !OWN_ATTRIBUTES.has(it.text(name)) ? getAttr(it, it.i32[p + ORIGIN]!, name) : genericGetAttr(it, p, name)),
    call: (it, p, args, kwnames) => {
      const made = it.own(call(it, it.i32[p + ORIGIN]!, args, kwnames));
      const mark = it.held.length;
      try {
        setAttr(it, made, it.name('__orig_class__'), p);
      } catch (error) {
        if (!it.isGuestError(error) || !(it.raisedIs(it.types.AttributeError) || it.raisedIs(it.types.TypeError))) throw error;
        it.unwind(mark);
        it.decref(it.fetchRaised());
      }
      return it.take();
    },
    iter: (it, p) => newRecord(it, it.types.generic_alias_iterator, [ORIGIN], [p]),
    mpSubscript: substitute,
    nbOr: unionOr
  },
  getset: {
    __origin__: { isMember: true, get: (it, p) => it.newRef(it.i32[p + ORIGIN]!) },
    __args__: { isMember: true, get: (it, p) => it.newRef(it.i32[p + ARGS]!) },
    __parameters__: { get: (it, p) => it.newRef(parametersOf(it, p)) },
    __unpacked__: { isMember: true, get: (it, p) => it.bool(it.i32[p + STARRED] !== 0) }
  },
  methods: {
    __mro_entries__: { kind: 'o', fn: (it, p) => tupleFrom(it, [it.i32[p + ORIGIN]!]) },
    __instancecheck__: refuse('isinstance'),
    __subclasscheck__: refuse('issubclass')
  }
};

/// Yields the alias once, with a star (ga_iternext).
export const genericAliasIteratorSpec: TypeSpec = {
  name: 'generic_alias_iterator',
  basicsize: 24,
  hasGc: true,
  disallowInstantiation: true,
  slots: {
    ...recordSlots([ORIGIN]),
    iter: (it, p) => it.newRef(p),
    iternext: (it, p) => {
      const alias = it.i32[p + ORIGIN]!;
      if (alias === 0) return 0;
      it.own(starred(it, alias));
      setReference(it, p, ORIGIN, 0);
      return it.take();
    }
  }
};
