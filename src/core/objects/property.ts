/// property (Objects/descrobject.c property_*). Fields: prop_get p+4, prop_set p+6, prop_del p+8, prop_doc p+10,
/// prop_name p+12.
import type { Ptr } from '../memory/ram';
import { call, getOptionalAttr, isTrue } from './abstract';
import { bindArguments } from './args';
import type { Interp } from './interp';
import { newRecord, recordSlots, setReference } from './record';
import { isStr } from './str';
import type { NativeMethod, TypeSpec } from './typeobject';

const GET = 4;
const SET = 6;
const DEL = 8;
const DOC = 10;
const NAME = 12;
const FIELDS = [GET, SET, DEL, DOC, NAME];

const optional = (it: Interp, p: Ptr | undefined): Ptr => (p === undefined || p === it.singletons.none ? 0 : p);

/// A copy with one function replaced: `@x.setter`.
const replacing = (field: number): NativeMethod => ({
  kind: 'o',
  fn: (it, p, fn) => newRecord(it, it.typeOf(p), FIELDS, FIELDS.map(f => (f === field ? optional(it, fn) : it.i32[p + f]!)))
});

/// The getter or setter of a property, borrowed; 0 if there is none, or the object is no plain property.
export function propertyFunction(it: Interp, p: Ptr, which: 'get' | 'set'): Ptr {
  return it.typeOf(p) === it.types.property ? it.i32[p + (which === 'get' ? GET : SET)]! : 0;
}

function isAbstract(it: Interp, fn: Ptr): boolean {
  const mark = fn === 0 ? 0 : getOptionalAttr(it, fn, '__isabstractmethod__');
  if (mark === 0) return false;
  it.own(mark);
  const truth = isTrue(it, mark);
  it.drop();
  return truth;
}

function missing(it: Interp, p: Ptr, instance: Ptr, what: string): never {
  const name = it.i32[p + NAME]!;
  const label = name !== 0 && isStr(it, name) ? `property '${it.text(name)}'` : 'property';
  it.raise(it.types.AttributeError, `${label} of '${it.typeOf(instance).name}' object has no ${what}`);
}

export const propertySpec: TypeSpec = {
  name: 'property',
  basicsize: 64,
  hasGc: true,
  isBaseType: true,
  slots: {
    ...recordSlots(FIELDS),
    new: (it, type) => newRecord(it, type, [], []),
    init: (it, p, args, kwnames) => {
      const [get, set, del, doc] = bindArguments(it, 'property', ['fget', 'fset', 'fdel', 'doc'], { required: 0 }, args, kwnames);
      [get, set, del].forEach((fn, i) => {
        if (optional(it, fn) !== 0) setReference(it, p, GET + 2 * i, it.newRef(fn!));
      });
      const text = optional(it, doc) || (optional(it, get) === 0 ? 0 : getOptionalAttr(it, get!, '__doc__'));
      if (text !== 0) setReference(it, p, DOC, optional(it, doc) === 0 ? text : it.newRef(text));
    },
    descrGet: (it, p, instance) => {
      if (instance === 0) return it.newRef(p);
      const get = it.i32[p + GET]!;
      if (get === 0) missing(it, p, instance, 'getter');
      return call(it, get, [instance]);
    },
    descrSet: (it, p, instance, value) => {
      const fn = it.i32[p + (value === 0 ? DEL : SET)]!;
      if (fn === 0) missing(it, p, instance, value === 0 ? 'deleter' : 'setter');
      it.decref(call(it, fn, value === 0 ? [instance] : [instance, value]));
    }
  },
  methods: {
    getter: replacing(GET),
    setter: replacing(SET),
    deleter: replacing(DEL),
    __set_name__: {
      kind: 'fastcall', min: 2, max: 2,
      fn: (it, p, args) => {
        setReference(it, p, NAME, it.newRef(args[1]!));
        return it.singletons.none;
      }
    }
  },
  getset: {
    fget: { get: (it, p) => it.newRef(it.i32[p + GET]! || it.singletons.none) },
    fset: { get: (it, p) => it.newRef(it.i32[p + SET]! || it.singletons.none) },
    fdel: { get: (it, p) => it.newRef(it.i32[p + DEL]! || it.singletons.none) },
    __doc__: { get: (it, p) => it.newRef(it.i32[p + DOC]! || it.singletons.none) },
    __isabstractmethod__: { get: (it, p) => it.bool([GET, SET, DEL].some(field => isAbstract(it, it.i32[p + field]!))) }
  }
};
