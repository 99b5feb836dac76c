/// Type objects as objects: their references, attribute access, calling, life and death
/// (Objects/typeobject.c type_*). Each field is a counted reference of 8 bytes.
import { untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { positionalCount } from './args';
import { raiseAttributeError, raiseSetAttributeError } from './exceptions';
import { decrefKeys, keysBytes } from './dictkeys';
import { dictClear, dictDelItem, dictGetItemKnownStr, dictSetItem } from './dictobject';
import type { Interp } from './interp';
import { typeLookup, typeModified } from './lookup';
import { genericGetAttr, genericLookupAttr } from './object';
import { intern, isStr, newStr } from './str';
import { typeNew } from './typenew';
import { freeHidden, ownScratchDict } from './scratch';
import { typeGetSets } from './typeattrs';
import { removeSubclass } from './typebases';
import { TypeField, moduleOfType, qualnameOfType } from './typenames';
import { typeMethods } from './typemethods';
import { updateSlot } from './typeready';
import { Subclass } from './typeobject';
import type { CallSlot, Slots, TypeObject, TypeSpec } from './typeobject';
import { clearWeakRefs } from './weakref';

/// What tp_traverse shows, and what a type holds besides.
const TRAVERSED = [TypeField.DICT, TypeField.MRO, TypeField.BASES, TypeField.BASE];
export const UNTRAVERSED = [TypeField.NAME, TypeField.QUALNAME, TypeField.SLOTS];

/// The host side of a type object.
export function typeFrom(it: Interp, p: Ptr): TypeObject {
  return it.typeTable[it.i32[p + TypeField.INDEX]!]!;
}

export function isType(it: Interp, p: Ptr): boolean {
  return (it.typeOf(p).subclass & Subclass.TYPE) !== 0;
}

/// Objects/typeobject.c type_call.
const typeCall: CallSlot = (it, cls, args, kwnames) => {
  const type = typeFrom(it, cls);
  const { argumentsInTuple } = it;
  it.argumentsInTuple = false;
  const positional = positionalCount(it, args, kwnames);
  if (type === it.types.type && positional === 1 && args.length === 1) {
    return it.newRef(it.typeOf(args[0]!).ptr);
  }
  if (type === it.types.type && positional !== 3) it.typeError('type() takes 1 or 3 arguments');
  const make = type.slots.new;
  if (make === undefined || type.disallowInstantiation) return it.typeError(`cannot create '${type.name}' instances`);
  // An exception keeps the tuple itself.
  const keepsTuple = type.keepsArguments || make === it.types.BaseException.slots.new || make === it.types.BaseExceptionGroup.slots.new;
  // With the `__init__` of builtin exceptions and no fields of its own nothing is left to do.
  if (keepsTuple && kwnames === 0 && type.slots.init === it.types.BaseException.slots.init && type.exceptionLayout?.extra.length === 0) return make(it, type, args, 0);
  const named = positional < args.length;
  // Those of int and str take no names, and pass the call on.
  const vectorcall = type.hasVectorcall && !(named && (type === it.types.int || type === it.types.str));
  const mark = it.held.length;
  if (!vectorcall && !keepsTuple && !argumentsInTuple) it.ownArguments(args, positional);
  // What hands calls on keeps the dict itself.
  if (named && !vectorcall && !argumentsInTuple && type.forward === undefined) ownScratchDict(it);
  const instance = it.own(make(it, type, args, kwnames));
  const actual = it.typeOf(instance);
  if (actual.isSubtypeOf(type)) actual.slots.init?.(it, instance, args, kwnames);
  // The caller holds the arguments too: nothing dies here.
  it.take();
  it.unwind(mark);
  return instance;
};

/// Objects/typeobject.c _Py_type_getattro.
const typeGetAttr: Slots['getattro'] = (it, cls, name) =>
  typeLookupAttr(it, cls, name) || raiseAttributeError(it, cls, name, `type object '${typeFrom(it, cls).name}' has no attribute '${it.text(name)}'`);

/// The same, but 0 if there is no such attribute (_Py_type_getattro_impl that suppresses).
function typeLookupAttr(it: Interp, cls: Ptr, name: Ptr): Ptr {
  if (!isStr(it, name)) it.typeError(`attribute name must be string, not '${it.typeOf(name).name}'`);
  const type = typeFrom(it, cls);
  const meta = it.typeOf(cls);
  const metaAttr = typeLookup(it, meta, name);
  const metaSlots = metaAttr === 0 ? undefined : it.typeOf(metaAttr).slots;
  if (metaSlots?.descrGet !== undefined && metaSlots.descrSet !== undefined) return metaSlots.descrGet(it, metaAttr, cls, meta.ptr);
  const attr = typeLookup(it, type, name);
  if (attr !== 0) {
    const get = it.typeOf(attr).slots.descrGet;
    if (get === undefined) return it.newRef(attr);
    it.own(it.newRef(attr));
    const result = get(it, attr, 0, cls);
    it.drop();
    return result;
  }
  if (metaSlots?.descrGet !== undefined) return metaSlots.descrGet(it, metaAttr, cls, meta.ptr);
  return metaAttr === 0 ? 0 : it.newRef(metaAttr);
}

/// An attribute or 0, without an exception where the type can tell (PyObject_GetOptionalAttr).
export function lookupAttr(it: Interp, p: Ptr, name: Ptr): Ptr {
  const { getattro } = it.typeOf(p).slots;
  const get = getattro === genericGetAttr ? genericLookupAttr : getattro === typeGetAttr ? typeLookupAttr : getattro!;
  return it.catching(it.types.AttributeError, () => get(it, p, name)) ?? 0;
}

const typeSetAttr: Slots['setattro'] = (it, cls, name, value) => {
  const type = typeFrom(it, cls);
  if (!isStr(it, name)) it.typeError(`attribute name must be string, not '${it.typeOf(name).name}'`);
  const text = it.text(name);
  if (type.isImmutable) it.typeError(`cannot set '${text}' attribute of immutable type '${type.name}'`);
  const metaAttr = typeLookup(it, it.typeOf(cls), name);
  const set = metaAttr === 0 ? undefined : it.typeOf(metaAttr).slots.descrSet;
  if (set !== undefined) {
    set(it, metaAttr, cls, value);
    return;
  }
  const key = it.own(intern(it, text));
  if (value === 0) {
    if (dictGetItemKnownStr(it, type.dict, key) === 0) raiseSetAttributeError(it, cls, name, `type object '${type.name}' has no attribute '${text}'`);
    typeModified(type);
    dictDelItem(it, type.dict, key);
  } else {
    typeModified(type);
    dictSetItem(it, type.dict, key, value);
  }
  if (it.recording) it.touch(cls);
  if (text.startsWith('__') && text.endsWith('__')) updateSlot(it, type, text);
  it.drop();
};

function typeRepr(it: Interp, cls: Ptr): Ptr {
  const type = typeFrom(it, cls);
  const module = moduleOfType(it, type);
  const prefix = module === '' || module === 'builtins' ? '' : `${module}.`;
  // A class of the module builtins goes by its name (tp_name).
  return newStr(it, `<class '${prefix}${module === 'builtins' ? type.name : qualnameOfType(it, type)}'>`);
}

const typeTraverse: Slots['traverse'] = (it, p, visitor) => {
  for (const field of TRAVERSED) if (it.i32[p + field]! !== 0) visitor.visit(it.i32[p + field]!);
};

/// Objects/typeobject.c type_clear: the dict and the mro, which refers to the type itself.
const typeClear: Slots['clear'] = (it, p) => {
  const type = typeFrom(it, p);
  typeModified(type);
  if (type.dict !== 0) dictClear(it, type.dict);
  const mro = it.i32[p + TypeField.MRO]!;
  it.i32[p + TypeField.MRO] = 0;
  it.xdecref(mro);
};

const typeDealloc: Slots['dealloc'] = (it, p) => {
  const type = typeFrom(it, p);
  untrack(it.i32, p);
  typeModified(type);
  for (const base of type.bases) {
    it.xdecref(type.weakRef);
    removeSubclass(it, base, type);
  }
  if (type.subclassReference !== 0) freeHidden(it, it.types.weakref, type.subclassReference);
  clearWeakRefs(it, p);
  for (const field of [TypeField.BASE, TypeField.DICT, TypeField.BASES, TypeField.MRO, TypeField.NAME, TypeField.QUALNAME, TypeField.SLOTS]) {
    const reference = it.i32[p + field]!;
    it.i32[p + field] = 0;
    it.xdecref(reference);
  }
  if (type.cachedKeys !== 0) decrefKeys(it, type.cachedKeys);
  it.removeType(type);
  it.freeInstance(p);
};

/// Objects/typeobject.c type___sizeof___impl.
function typeSize(it: Interp, p: Ptr): number {
  const { isImmutable, cachedKeys } = typeFrom(it, p);
  const [builtin, heap] = it.profile.typeBytes;
  return !isImmutable ? heap + (cachedKeys === 0 ? 0 : keysBytes(it, cachedKeys)) : builtin;
}

export const typeSpec: TypeSpec = {
  name: 'type',
  basicsize: 936,
  itemsize: 40,
  hasGc: true,
  isBaseType: true,
  dictoffset: TypeField.DICT * 4,
  weaklistoffset: TypeField.WEAKLIST * 4,
  slots: {
    size: typeSize,
    traverse: typeTraverse,
    clear: typeClear,
    dealloc: typeDealloc,
    call: typeCall,
    getattro: typeGetAttr,
    setattro: typeSetAttr,
    repr: typeRepr,
    new: typeNew,
    init: (it, _cls, args, kwnames) => {
      const positional = positionalCount(it, args, kwnames);
      if (positional === 1 && args.length > 1) it.typeError('type.__init__() takes no keyword arguments');
      if (positional !== 1 && positional !== 3) it.typeError('type.__init__() takes 1 or 3 arguments');
    }
  },
  getset: typeGetSets,
  methods: typeMethods
};

