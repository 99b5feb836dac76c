/// property (Objects/descrobject.c property_*). Fields: prop_get p+4, prop_set p+6, prop_del p+8, prop_doc p+10,
/// prop_name p+12.
import type { Ptr } from '../memory/ram';
import { call, getOptionalAttr, isTrue, reprText, setAttr } from './abstract';
import { bindArguments } from './args';
import type { Interp } from './interp';
import { newRecord, recordSlots, setReference } from './record';
import { raiseAttributeError } from './exceptions';
import { newStr } from './str';
import { qualnameOfType } from './typenames';
import type { NativeMethod, TypeSpec } from './typeobject';

const GET = 4;
const SET = 6;
const DEL = 8;
const DOC = 10;
const NAME = 12;
/// Not a reference: whether the docstring is the getter's.
const GETTER_DOC = 14;
const FIELDS = [GET, SET, DEL, DOC, NAME];
const PARAMETERS = ['fget', 'fset', 'fdel', 'doc'];

const optional = (it: Interp, p: Ptr | undefined): Ptr => (p === undefined || p === it.singletons.none ? 0 : p);

/// A copy with one function replaced: `@x.setter`. A docstring that came from the getter comes from the new one
/// (property_copy).
const replacing = (field: number): NativeMethod => ({
  kind: 'o',
  fn: (it, p, fn) => {
    const none = it.singletons.none;
    const part = (f: number): Ptr => (f === field && fn !== none ? fn : it.i32[p + f]!) || none;
    const fromGetter = it.i32[p + GETTER_DOC] !== 0 && part(GET) !== none;
    const copy = call(it, it.typeOf(p).ptr, [part(GET), part(SET), part(DEL), fromGetter ? none : it.i32[p + DOC]! || none]);
    if (it.typeOf(copy).isSubtypeOf(it.types.property) && it.i32[p + NAME] !== 0) setReference(it, copy, NAME, it.newRef(it.i32[p + NAME]!));
    return copy;
  }
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
  const name = nameOf(it, p);
  if (name !== 0) it.own(name);
  const label = name !== 0 ? `property ${reprText(it, name)}` : 'property';
  it.raise(it.types.AttributeError, `${label} of ${reprText(it, it.own(newStr(it, qualnameOfType(it, it.typeOf(instance)))))} object has no ${what}`);
}

/// The name that the class gave it, from 3.13 on else its getter's; a new reference, 0 = none (property_name).
function nameOf(it: Interp, p: Ptr): Ptr {
  const name = it.i32[p + NAME]!;
  if (name !== 0) return it.newRef(name);
  const get = it.i32[p + GET]!;
  return get === 0 || it.profile.cachesLocals ? 0 : getOptionalAttr(it, get, '__name__');
}

function keepDoc(it: Interp, p: Ptr, text: Ptr): void {
  it.own(text || it.singletons.none);
  const set = (): void => setAttr(it, p, it.name('__doc__'), text || it.singletons.none);
  // With slots and no room for it, a given one is dropped.
  if (it.i32[p + GETTER_DOC] !== 0) set();
  else it.catching(it.types.AttributeError, set);
  it.drop();
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
      const functions = bindArguments(it, 'property', PARAMETERS, {}, args, kwnames);
      for (let i = 0; i < 3; i++) {
        if (optional(it, functions[i]) !== 0) setReference(it, p, GET + 2 * i, it.newRef(functions[i]!));
      }
      const get = functions[0];
      const given = optional(it, functions[3]);
      const found = given !== 0 || optional(it, get) === 0 ? 0 : optional(it, getOptionalAttr(it, get!, '__doc__'));
      it.i32[p + GETTER_DOC] = found === 0 ? 0 : 1;
      const noText = it.profile.propertyKeepsNone && optional(it, get) !== 0 ? it.singletons.none : 0;
      const text = given === 0 ? found || noText : it.newRef(given);
      // A subclass keeps it in its instances: its own docstring would hide it.
      if (it.typeOf(p) === it.types.property) setReference(it, p, DOC, text);
      else keepDoc(it, p, text);
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
      kind: 'keywords',
      fn: (it, p, args) => {
        if (args.length !== 2) it.typeError(`__set_name__() takes 2 positional arguments but ${args.length} were given`);
        setReference(it, p, NAME, it.newRef(args[1]!));
        return it.singletons.none;
      }
    }
  },
  getset: {
    fget: { isMember: true, get: (it, p) => it.newRef(it.i32[p + GET]! || it.singletons.none) },
    fset: { isMember: true, get: (it, p) => it.newRef(it.i32[p + SET]! || it.singletons.none) },
    fdel: { isMember: true, get: (it, p) => it.newRef(it.i32[p + DEL]! || it.singletons.none) },
    __doc__: {
      isMember: true,
      get: (it, p) => it.newRef(it.i32[p + DOC]! || it.singletons.none),
      set: (it, p, value) => setReference(it, p, DOC, value === 0 ? 0 : it.newRef(value))
    },
    __name__: {
      get: (it, p) => (it.profile.cachesLocals ? 0 : nameOf(it, p)) || raiseAttributeError(it, p, it.name('__name__'), "'property' object has no attribute '__name__'"),
      set: (it, p, value) => setReference(it, p, NAME, value === 0 ? 0 : it.newRef(value))
    },
    __isabstractmethod__: { get: (it, p) => it.bool([GET, SET, DEL].some(field => isAbstract(it, it.i32[p + field]!))) }
  }
};
