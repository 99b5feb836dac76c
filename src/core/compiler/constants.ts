/// Constants of a compilation: conversion from the AST, and the cache that makes equal ones the same.
import type { ConstantValue } from '../syntax/ast';
import type { CodeObject, Const, TupleOrigin } from './code';

export const NONE: Const = { type: 'None' };
export const TRUE: Const = { type: 'bool', value: true };
const FALSE: Const = { type: 'bool', value: false };
const ELLIPSIS: Const = { type: 'Ellipsis' };

/// True or False.
export function boolConst(value: boolean): Const {
  return value ? TRUE : FALSE;
}

/// An int of any size.
export function intConst(value: number | bigint): Const {
  return { type: 'int', value: BigInt(value) };
}

/// A str.
export function strConst(value: string): Const {
  return { type: 'str', value };
}

/// A tuple.
export function tupleConst(items: readonly Const[], origin?: TupleOrigin): Const {
  return { type: 'tuple', items, origin };
}

/// The value of a literal.
export function constFromAst(value: ConstantValue): Const {
  switch (value.type) {
    case 'None':
      return NONE;
    case 'True':
      return TRUE;
    case 'False':
      return FALSE;
    case 'Ellipsis':
      return ELLIPSIS;
    case 'int':
      return intConst(value.value);
    case 'complex':
      return { type: 'complex', real: 0, imag: value.imag };
    default:
      return value;
  }
}

/// An int or bool as an integer; undefined for others.
export function asInt(value: Const): bigint | undefined {
  if (value.type === 'int') return value.value;
  return value.type === 'bool' ? (value.value ? 1n : 0n) : undefined;
}

/// Tells 0.0 from -0.0.
function floatKey(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}

/// Equal constants of one compilation become one object, as CPython's const cache makes them one guest object
/// (CPython 3.14 Python/compile.c const_cache_insert, Objects/codeobject.c _PyCode_ConstantKey).
export class ConstCache {
  private readonly byKey = new Map<string, Const>();
  private readonly ids = new Map<Const, number>();

  intern(value: Const): Const {
    let candidate = value;
    if (value.type === 'tuple' || value.type === 'frozenset') {
      candidate = { ...value, items: value.items.map((item) => this.intern(item)) };
    } else if (value.type === 'slice') {
      candidate = {
        type: 'slice', start: this.intern(value.start), stop: this.intern(value.stop), step: this.intern(value.step)
      };
    }
    const key = this.key(candidate);
    const known = this.byKey.get(key);
    if (known !== undefined) {
      if (known.type === 'code' && candidate !== known) known.code.isRepeated = true;
      return known;
    }
    this.byKey.set(key, candidate);
    this.ids.set(candidate, this.ids.size);
    return candidate;
  }

  private key(value: Const): string {
    switch (value.type) {
      case 'None':
      case 'Ellipsis':
        return value.type;
      case 'bool':
      case 'int':
      case 'str':
        return `${value.type}:${value.value}`;
      case 'float':
        return `float:${floatKey(value.value)}`;
      case 'complex':
        return `complex:${floatKey(value.real)}:${floatKey(value.imag)}`;
      case 'bytes':
        return `bytes:${value.value.join()}`;
      case 'tuple':
        return `tuple:${this.itemKey(value.items)}`;
      case 'frozenset':
        return `frozenset:${value.items.map((item) => this.ids.get(item)!).sort((left, right) => left - right).join()}`;
      case 'slice':
        return `slice:${this.itemKey([value.start, value.stop, value.step])}`;
      case 'code':
        return this.codeKey(value.code);
    }
  }

  /// Items are interned already: their numbers stand for them.
  private itemKey(items: readonly Const[]): string {
    return items.map((item) => this.ids.get(item)).join();
  }

  /// What code objects are compared by (CPython 3.14 Objects/codeobject.c code_richcompare).
  private codeKey(code: CodeObject): string {
    return [
      'code', code.name, code.argcount, code.posonlyargcount, code.kwonlyargcount, code.flags, code.firstlineno,
      code.instructions.join(), this.itemKey(code.consts), code.names.join(), code.localsplusnames.join(),
      code.localspluskinds.join(), code.positions.join(), code.exceptiontable.join()
    ].join(';');
  }
}

/// A code unit's consts, in order of first use.
export class ConstTable {
  readonly items: Const[] = [];
  private readonly index = new Map<Const, number>();

  /// `loadsSmallInts`: the version has LOAD_SMALL_INT.
  constructor(private readonly cache: ConstCache, private readonly loadsSmallInts: boolean) {}

  /// An int's value if LOAD_SMALL_INT can load it, else -1.
  smallInt(value: Const): number {
    return this.loadsSmallInts && value.type === 'int' && value.value >= 0n && value.value < 256n ? Number(value.value) : -1;
  }

  /// The one object that stands for all constants equal to `value`.
  canonical(value: Const): Const {
    return this.cache.intern(value);
  }

  add(value: Const): number {
    const interned = this.cache.intern(value);
    let index = this.index.get(interned);
    if (index === undefined) {
      index = this.items.push(interned) - 1;
      this.index.set(interned, index);
    }
    return index;
  }
}
