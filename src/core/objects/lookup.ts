/// Attribute lookup along the method resolution order, with CPython's method cache.
import type { Ptr } from '../memory/ram';
import { dictGetItemKnownStr } from './dictobject';
import type { Interp } from './interp';
import type { TypeObject } from './typeobject';

const CACHE_SIZE = 4096;

/// (type version, name) -> attribute, borrowed. Only immortal names are cached, so a name cannot be reused
/// under an entry (CPython 3.14 Objects/typeobject.c type_cache; there each entry holds its name).
export class MethodCache {
  readonly versions = new Int32Array(CACHE_SIZE);
  readonly names = new Int32Array(CACHE_SIZE);
  readonly values = new Int32Array(CACHE_SIZE);
  nextVersion = 1;
}

/// The attribute `name` (interned) of the type or its bases, borrowed; 0 = none
/// (CPython 3.14 Objects/typeobject.c _PyType_LookupRef).
export function typeLookup(it: Interp, type: TypeObject, name: Ptr): Ptr {
  const cache = it.methodCache;
  const slot = ((type.version * 31) ^ (name >> 2)) & (CACHE_SIZE - 1);
  if (type.version !== 0 && cache.versions[slot] === type.version && cache.names[slot] === name) return cache.values[slot]!;
  const value = findNameInMro(it, type, name);
  if (it.isImmortal(name)) {
    if (type.version === 0) assignVersion(it, type);
    const fresh = ((type.version * 31) ^ (name >> 2)) & (CACHE_SIZE - 1);
    cache.versions[fresh] = type.version;
    cache.names[fresh] = name;
    cache.values[fresh] = value;
  }
  return value;
}

export function findNameInMro(it: Interp, type: TypeObject, name: Ptr): Ptr {
  const mro = type.mro;
  for (let i = 0; i < mro.length; i++) {
    const value = dictGetItemKnownStr(it, mro[i]!.dict, name);
    if (value !== 0) return value;
  }
  return 0;
}

/// A version is good only while those of all bases are.
function assignVersion(it: Interp, type: TypeObject): void {
  for (const base of type.mro) if (base.version === 0) base.version = it.methodCache.nextVersion++;
}

/// The type's attributes changed: cached lookups of it and its subclasses are void (PyType_Modified).
export function typeModified(type: TypeObject): void {
  if (type.version === 0) return;
  type.version = 0;
  for (const subclass of type.subclasses) typeModified(subclass);
}
