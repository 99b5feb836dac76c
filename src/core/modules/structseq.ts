/// Tuples with named items, such as sys.version_info (Objects/structseq.c).
import type { Ptr } from '../memory/ram';
import { reprText } from '../objects/abstract';
import type { Interp } from '../objects/interp';
import { newStr } from '../objects/str';
import { allocTuple, tupleGet, tupleSetInit } from '../objects/tuple';
import type { GetSet, TypeObject } from '../objects/typeobject';
import { track } from '../memory/gchead';
import { addBuiltinType } from './addtype';

/// One instance of a new type; takes over the references. `name` has the module in front.
/// `hidden`: names and values of items past the length, which are attributes only.
export function newStructSequence(it: Interp, name: string, fields: readonly string[], values: readonly Ptr[], hidden: readonly (readonly [string, Ptr])[] = []): Ptr {
  return newStructSequenceOf(it, structSequenceType(it, name, fields, hidden), values);
}

export function structSequenceType(it: Interp, name: string, fields: readonly string[], hidden: readonly (readonly [string, Ptr])[] = []): TypeObject {
  const dot = name.indexOf('.');
  const getset: Record<string, GetSet> = {};
  fields.forEach((field, i) => {
    getset[field] = { get: (at, p) => at.newRef(tupleGet(at, p, i)) };
  });
  hidden.forEach(([field, value]) => { getset[field] = { get: at => at.newRef(value) }; });
  const base = it.types.tuple;
  return addBuiltinType(it, {
    name: name.slice(dot + 1),
    module: name.slice(0, dot),
    base: 'tuple',
    basicsize: base.basicsize,
    itemsize: base.itemsize,
    hasGc: true,
    disallowInstantiation: true,
    getset,
    slots: {
      size: (at, p) => at.types.tuple.slots.size!(at, p) + 8 * hidden.length,
      repr: (at, p) => newStr(at, `${name}(${fields.map((field, i) => `${field}=${reprText(at, tupleGet(at, p, i))}`).join(', ')})`)
    }
  });
}

/// Takes over the references.
export function newStructSequenceOf(it: Interp, type: TypeObject, values: readonly Ptr[]): Ptr {
  const p = allocTuple(it, type, values.length);
  values.forEach((value, i) => tupleSetInit(it, p, i, value));
  track(it.i32, p);
  return p;
}
