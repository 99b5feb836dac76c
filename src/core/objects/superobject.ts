/// super (Objects/typeobject.c super_*). Fields: type p+4, obj p+6, obj_type p+8.
import type { Ptr } from '../memory/ram';
import { call, getAttr } from './abstract';
import { dictGetItemKnownStr } from './dictobject';
import { checkPositional, noKeywords } from './args';
import type { Interp } from './interp';
import { genericGetAttr } from './object';
import { newRecord, recordSlots, setReference } from './record';
import { newStr } from './str';
import { isType, typeFrom } from './type';
import type { TypeSpec } from './typeobject';

const TYPE = 4;
const OBJ = 6;
const OBJ_TYPE = 8;
const FIELDS = [OBJ, TYPE, OBJ_TYPE];

/// The class whose mro super walks: obj itself if it is a subclass of the type, else obj's class (supercheck).
function checkSuper(it: Interp, type: Ptr, obj: Ptr): Ptr {
  const cls = typeFrom(it, type);
  if (isType(it, obj) && typeFrom(it, obj).isSubtypeOf(cls)) return obj;
  if (it.typeOf(obj).isSubtypeOf(cls)) return it.typeOf(obj).ptr;
  // A proxy says whose instance it stands for.
  const claimed = it.own(getAttr(it, obj, it.name('__class__')));
  it.drop();
  if (claimed !== it.typeOf(obj).ptr && isType(it, claimed) && typeFrom(it, claimed).isSubtypeOf(cls)) return claimed;
  if (!it.profile.superSaysTypes) it.typeError('super(type, obj): obj must be an instance or subtype of type');
  const what = isType(it, obj) ? `type ${typeFrom(it, obj).name}` : `instance of ${it.typeOf(obj).name}`;
  it.typeError(`super(type, obj): obj (${what}) is not an instance or subtype of type (${cls.name}).`);
}

/// The attribute after `type` in the mro of obj's class, not bound; borrowed, 0 = none.
function superLookup(it: Interp, type: Ptr, objType: Ptr, name: Ptr): Ptr {
  const mro = typeFrom(it, objType).mro;
  const start = mro.indexOf(typeFrom(it, type)) + 1;
  for (let i = start; i > 0 && i < mro.length; i++) {
    const value = dictGetItemKnownStr(it, mro[i]!.dict, name);
    if (value !== 0) return value;
  }
  return 0;
}

/// `super(type, obj).name` bound (do_super_lookup); 0 if there is none.
export function superGetAttr(it: Interp, type: Ptr, obj: Ptr, name: Ptr): Ptr {
  const objType = checkSuper(it, type, obj);
  if (it.text(name) === '__class__') return 0;
  const value = superLookup(it, type, objType, name);
  if (value === 0) return 0;
  const get = it.typeOf(value).slots.descrGet;
  if (get === undefined) return it.newRef(value);
  it.own(it.newRef(value));
  const result = get(it, value, obj === objType ? 0 : obj, objType);
  it.drop();
  return result;
}

/// What `super(type, obj).name(...)` calls with obj before the arguments, borrowed; 0: it is nothing that binds to a method
/// (_PySuper_Lookup with `meth_found`).
export function superMethod(it: Interp, type: Ptr, obj: Ptr, name: Ptr): Ptr {
  if (it.typeOf(obj).slots.getattro !== genericGetAttr) return 0;
  const value = superLookup(it, type, checkSuper(it, type, obj), name);
  return value !== 0 && it.typeOf(value).bindsWithoutObject ? value : 0;
}

function newSuper(it: Interp, type: Ptr, obj: Ptr): Ptr {
  return newRecord(it, it.types.super, FIELDS, [obj, type, obj === 0 ? 0 : checkSuper(it, type, obj)]);
}

export const superSpec: TypeSpec = {
  name: 'super',
  basicsize: 40,
  hasGc: true,
  isBaseType: true,
  slots: {
    ...recordSlots(FIELDS),
    new: (it, type) => newRecord(it, type, [], []),
    init: (it, p, args, kwnames) => {
      noKeywords(it, 'super', kwnames);
      checkPositional(it, 'super()', args.length, 0, 2);
      const [type, obj] = args.length === 0 ? it.hooks.implicitSuper(it) : [args[0]!, args[1] ?? 0];
      if (!isType(it, type)) it.typeError(`super() argument 1 must be a type, not ${it.typeOf(type).name}`);
      const bound = obj === it.singletons.none ? 0 : obj;
      setReference(it, p, TYPE, it.newRef(type));
      if (bound !== 0) {
        setReference(it, p, OBJ_TYPE, it.newRef(checkSuper(it, type, bound)));
        setReference(it, p, OBJ, it.newRef(bound));
      }
    },
    getattro: (it, p, name) => {
      const obj = it.i32[p + OBJ]!;
      return (obj === 0 ? 0 : superGetAttr(it, it.i32[p + TYPE]!, obj, name)) || genericGetAttr(it, p, name);
    },
    repr: (it, p) => {
      const type = typeFrom(it, it.i32[p + TYPE]!);
      const obj = it.i32[p + OBJ_TYPE]!;
      return newStr(it, `<super: <class '${type.name}'>, ${obj === 0 ? 'NULL' : `<${typeFrom(it, obj).name} object>`}>`);
    },
    descrGet: (it, p, instance) => {
      if (instance === 0 || it.i32[p + OBJ] !== 0) return it.newRef(p);
      if (it.typeOf(p) !== it.types.super) return call(it, it.typeOf(p).ptr, [it.i32[p + TYPE]!, instance]);
      return newSuper(it, it.i32[p + TYPE]!, instance);
    }
  },
  getset: {
    __self__: { isMember: true, get: (it, p) => it.newRef(it.i32[p + OBJ]! || it.singletons.none) },
    __thisclass__: { isMember: true, get: (it, p) => it.newRef(it.i32[p + TYPE]! || it.singletons.none) },
    __self_class__: { isMember: true, get: (it, p) => it.newRef(it.i32[p + OBJ_TYPE]! || it.singletons.none) }
  }
};
