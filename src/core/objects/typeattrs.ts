/// Computed attributes of type objects (Objects/typeobject.c type_getsets), and what others ask of a type.
import type { Ptr } from '../memory/ram';
import { isTrue, iterate } from './abstract';
import { raiseAttributeError } from './exceptions';
import { dictDelItem, dictGetItemKnownStr, dictSetItem } from './dictobject';
import { newMappingProxy } from './mappingproxy';
import { leaveInlineValues } from './instanceattrs';
import { newInt } from './int';
import type { Interp } from './interp';
import { typeModified } from './lookup';
import { passScratch } from './scratch';
import { isStr, newStr } from './str';
import { newTuple } from './tuple';
import { isType, typeFrom } from './type';
import { sameLayout, setBases } from './typebases';
import { typeFlags } from './typeflags';
import { TypeField } from './typenames';
import { annotationGetSets } from './typeannotations';
import type { GetSet, TypeObject } from './typeobject';

/// Raises TypeError if the class still has abstract methods (object_new).
export function checkAbstract(it: Interp, type: TypeObject): void {
  if (!type.isAbstract) return;
  const methods = dictGetItemKnownStr(it, type.dict, it.name('__abstractmethods__'));
  const names: string[] = [];
  // CPython sorts them in a list.
  passScratch(it, it.types.list);
  iterate(it, methods, name => { names.push(it.text(name)); });
  names.sort();
  const quoted = names.map(name => `'${name}'`).join(', ');
  if (!it.profile.quotesAbstractMethods) {
    it.typeError(`Can't instantiate abstract class ${type.name} with abstract method${names.length > 1 ? 's' : ''} ${names.join(', ')}`);
  }
  it.typeError(`Can't instantiate abstract class ${type.name} without an implementation for abstract method${names.length > 1 ? 's' : ''} ${quoted}`);
}

/// `obj.__class__ = cls` (object_set_class).
export function setClass(it: Interp, p: Ptr, value: Ptr): void {
  if (value === 0) it.typeError("can't delete __class__ attribute");
  if (!isType(it, value)) it.typeError(`__class__ must be set to a class, not '${it.typeOf(value).name}' object`);
  const from = it.typeOf(p);
  const to = typeFrom(it, value);
  const ofModule = from.isSubtypeOf(it.types.module) && to.isSubtypeOf(it.types.module);
  if ((from.isImmutable || to.isImmutable) && !ofModule) {
    it.typeError('__class__ assignment only supported for mutable types or ModuleType subclasses');
  }
  if (!sameLayout(from, to)) it.typeError(`__class__ assignment: '${to.name}' object layout differs from '${from.name}'`);
  if (from !== to) leaveInlineValues(it, p);
  if (to.isHeapType) it.incref(value);
  it.i32[p + 2] = to.ptr;
  it.i32[p + 3] = to.index;
  if (it.recording) it.touch(p);
  if (from.isHeapType) it.decref(from.ptr);
}

const fieldOr = (field: number, fallback: (it: Interp, type: TypeObject) => Ptr): GetSet['get'] => (it, p) => {
  const value = it.i32[p + field]!;
  return value === 0 ? fallback(it, typeFrom(it, p)) : it.newRef(value);
};

/// What CPython says of every class (check_set_special_type_attr).
const refuseDeletion = (it: Interp, type: TypeObject, name: string): never => it.typeError(`cannot delete '${name}' attribute of immutable type '${type.name}'`);

function setText(it: Interp, p: Ptr, field: number, name: string, value: Ptr): Ptr {
  const type = typeFrom(it, p);
  if (!type.isHeapType) it.typeError(`cannot set '${name}' attribute of immutable type '${type.name}'`);
  if (value === 0) refuseDeletion(it, type, name);
  if (!isStr(it, value)) it.typeError(`can only assign string to ${type.name}.${name}, not '${it.typeOf(value).name}'`);
  const old = it.i32[p + field]!;
  it.i32[p + field] = it.newRef(value);
  it.xdecref(old);
  return value;
}

/// Bytes from an instance to its managed weak reference list.
const MANAGED_WEAKREF_OFFSET = -32;

export const typeGetSets: Readonly<Record<string, GetSet>> = {
  __name__: {
    get: (it, p) => fieldOr(TypeField.NAME, (i, type) => newStr(i, type.shortName))(it, p),
    set: (it, p, value) => { typeFrom(it, p).name = it.text(setText(it, p, TypeField.NAME, '__name__', value)); }
  },
  __qualname__: {
    get: (it, p) => fieldOr(TypeField.QUALNAME, (i, type) => newStr(i, type.shortName))(it, p),
    set: (it, p, value) => { setText(it, p, TypeField.QUALNAME, '__qualname__', value); }
  },
  __bases__: { get: (it, p) => fieldOr(TypeField.BASES, i => newTuple(i, 0))(it, p), set: setBases },
  __mro__: { isMember: 'formerly', get: (it, p) => fieldOr(TypeField.MRO, i => i.singletons.none)(it, p) },
  __base__: { isMember: true, get: (it, p) => fieldOr(TypeField.BASE, i => i.singletons.none)(it, p) },
  __module__: {
    get: (it, p) => {
      const type = typeFrom(it, p);
      if (!type.isHeapType) return newStr(it, type.builtinModule);
      const module = dictGetItemKnownStr(it, type.dict, it.name('__module__'));
      if (module === 0) raiseAttributeError(it, p, it.name('__module__'), '__module__');
      return it.newRef(module);
    },
    set: (it, p, value) => {
      const type = typeFrom(it, p);
      if (!type.isHeapType) it.typeError(`cannot set '__module__' attribute of immutable type '${type.name}'`);
      if (value === 0) refuseDeletion(it, type, '__module__');
      typeModified(type);
      dictSetItem(it, type.dict, it.name('__module__'), value);
    }
  },
  __abstractmethods__: {
    get: (it, p) => {
      const value = p === it.types.type.ptr ? 0 : dictGetItemKnownStr(it, typeFrom(it, p).dict, it.name('__abstractmethods__'));
      if (value === 0) raiseAttributeError(it, p, it.name('__abstractmethods__'), '__abstractmethods__');
      return it.newRef(value);
    },
    set: (it, p, value) => {
      const type = typeFrom(it, p);
      typeModified(type);
      if (value === 0) {
        if (!dictGetItemKnownStr(it, type.dict, it.name('__abstractmethods__'))) raiseAttributeError(it, p, it.name('__abstractmethods__'), '__abstractmethods__');
        dictDelItem(it, type.dict, it.name('__abstractmethods__'));
        type.isAbstract = false;
      } else {
        dictSetItem(it, type.dict, it.name('__abstractmethods__'), value);
        type.isAbstract = isTrue(it, value);
      }
    }
  },
  __dict__: { get: (it, p) => newMappingProxy(it, typeFrom(it, p).dict) },
  __doc__: {
    get: (it, p) => {
      const doc = dictGetItemKnownStr(it, typeFrom(it, p).dict, it.name('__doc__'));
      if (doc === 0) return it.singletons.none;
      // Of a builtin type, tp_doc: what its dict has may describe its instances' attribute.
      if (!typeFrom(it, p).isHeapType) return isStr(it, doc) ? it.newRef(doc) : it.singletons.none;
      const get = it.typeOf(doc).slots.descrGet;
      return get === undefined ? it.newRef(doc) : get(it, doc, 0, p);
    },
    set: (it, p, value) => {
      const type = typeFrom(it, p);
      if (type.isImmutable) it.typeError(`cannot set '__doc__' attribute of immutable type '${type.name}'`);
      if (value === 0) refuseDeletion(it, type, '__doc__');
      typeModified(type);
      dictSetItem(it, type.dict, it.name('__doc__'), value);
    }
  },
  ...annotationGetSets,
  __flags__: { isMember: true, get: (it, p) => newInt(it, typeFlags(it, typeFrom(it, p))) },
  __basicsize__: { isMember: true, get: (it, p) => newInt(it, typeFrom(it, p).basicsize) },
  __itemsize__: { isMember: true, get: (it, p) => newInt(it, typeFrom(it, p).itemsize) },
  __dictoffset__: { isMember: true, get: (it, p) => newInt(it, dictOffset(it, typeFrom(it, p))) },
  __weakrefoffset__: { isMember: true, get: (it, p) => newInt(it, typeFrom(it, p).hasManagedWeakref ? MANAGED_WEAKREF_OFFSET : typeFrom(it, p).weaklistoffset) }
};

/// tp_dictoffset: of a managed dict -1, or a number made of the size (3.11 type_new_descriptors).
function dictOffset(it: Interp, type: TypeObject): number {
  if (!type.hasManagedDict) return type.dictoffset;
  return it.profile.weaklistInStructure ? -type.mro.find(t => t.addsDict)!.basicsize - 24 : -1;
}
