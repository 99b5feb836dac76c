/// Method resolution order and layout of a class with several bases.
import type { Interp } from './interp';
import { findNameInMro } from './lookup';
import { callBoundSpecial } from './special';
import { tupleToArray } from './tuple';
import { tupleFromIterable } from './tuplefrom';
import { isType, typeFrom } from './type';
import type { TypeObject } from './typeobject';

/// The C3 linearisation (CPython 3.14 Objects/typeobject.c mro_implementation, pmerge).
export function computeMro(it: Interp, type: TypeObject): TypeObject[] {
  const sequences = [...type.bases.map(base => [...base.mro]), [...type.bases]];
  for (const [i, base] of type.bases.entries()) {
    if (type.bases.indexOf(base) !== i) it.typeError(`duplicate base class ${base.name}`);
  }
  const result = [type];
  for (;;) {
    const open = sequences.filter(sequence => sequence.length > 0);
    if (open.length === 0) return result;
    const candidate = open.map(sequence => sequence[0]!).find(head => open.every(other => other.indexOf(head) <= 0));
    if (candidate === undefined) {
      const heads = [...new Set(open.map(sequence => sequence[0]!.name))].join(', ');
      it.typeError(`Cannot create a consistent method resolution${it.profile.breaksMroMessage ? '\n' : ' '}order (MRO) for bases ${heads}`);
    }
    result.push(candidate);
    for (const sequence of open) if (sequence[0] === candidate) sequence.shift();
  }
}

/// The order that a metaclass's own method `mro` gives, or else the usual one (mro_invoke, mro_check).
export function invokeMro(it: Interp, type: TypeObject): TypeObject[] {
  const name = it.name('mro');
  const metatype = it.typeOf(type.ptr);
  if (metatype === it.types.type || findNameInMro(it, metatype, name) === findNameInMro(it, it.types.type, name)) return computeMro(it, type);
  const given = it.own(callBoundSpecial(it, type.ptr, 'mro'));
  const order = it.own(tupleFromIterable(it, given));
  const types = tupleToArray(it, order).map(item => {
    if (!isType(it, item)) it.typeError(`mro() returned a non-class ('${it.typeOf(item).name}')`);
    const base = typeFrom(it, item);
    if (!derives(solidBase(type), solidBase(base))) it.typeError(`mro() returned base with unsuitable layout ('${base.name}')`);
    return base;
  });
  if (types.length === 0) it.typeError('type MRO must not be empty');
  it.drop(2);
  return types;
}

/// Whether `base` is in the line of bases that a type extends.
function derives(type: TypeObject, base: TypeObject): boolean {
  for (let t: TypeObject | undefined = type; t !== undefined; t = t.base) if (t === base) return true;
  return false;
}

/// The nearest type in the line of bases that adds fields to the structure (solid_base).
function solidBase(type: TypeObject): TypeObject {
  for (let t = type; ; t = t.base!) {
    if (t.base === undefined) return t;
    if (addsFields(t, t.base)) return t;
  }
}

/// More than a weak reference list at the end (extra_ivars).
function addsFields(type: TypeObject, base: TypeObject): boolean {
  const addsWeakList = type.isHeapType && type.itemsize === 0 && base.weaklistoffset === 0 && type.weaklistoffset !== 0 && type.weaklistoffset + 8 === type.basicsize;
  return type.basicsize - (addsWeakList ? 8 : 0) !== base.basicsize || type.itemsize !== base.itemsize;
}

/// The base whose structure a class with these bases extends (best_base).
export function bestBase(it: Interp, bases: readonly TypeObject[]): TypeObject {
  let winner: TypeObject | undefined;
  let best = bases[0]!;
  for (const base of bases) {
    if (!base.isBaseType) it.typeError(`type '${base.name}' is not an acceptable base type`);
    const candidate = solidBase(base);
    if (winner === undefined) {
      winner = candidate;
      best = base;
    } else if (winner.isSubtypeOf(candidate)) {
      continue;
    } else if (candidate.isSubtypeOf(winner)) {
      winner = candidate;
      best = base;
    } else {
      it.typeError('multiple bases have instance lay-out conflict');
    }
  }
  return best;
}
