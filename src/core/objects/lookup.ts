/// Attribute lookup along the method resolution order, with CPython's method cache.
import type { Ptr } from '../memory/ram';
import { dictGetItemKnownStr } from './dictobject';
import type { Interp } from './interp';
import { strLength } from './str';
import type { TypeObject } from './typeobject';

const CACHE_SIZE = 4096;

/// Names up to this length are cached (Objects/typeobject.c MCACHE_MAX_ATTR_SIZE).
const MOST_CHARACTERS = 100;

/// (type version, name) -> attribute, borrowed. Each entry holds its name (CPython 3.14 Objects/typeobject.c type_cache).
export class MethodCache {
  readonly versions = new Int32Array(CACHE_SIZE);
  readonly names = new Int32Array(CACHE_SIZE);
  readonly values = new Int32Array(CACHE_SIZE);
  nextVersion = 1;
  /// The entries whose names are not immortal.
  private readonly held = new Set<number>();

  fill(it: Interp, at: number, version: number, name: Ptr, value: Ptr): void {
    const old = this.names[at]!;
    this.versions[at] = version;
    this.names[at] = name;
    this.values[at] = value;
    if (old === name) return;
    const dropped = this.held.delete(at) ? old : 0;
    if (!it.isImmortal(name)) {
      it.newRef(name);
      this.held.add(at);
    }
    if (dropped !== 0) it.decref(dropped);
  }

  /// Calls `visit` with each name that an entry holds, borrowed.
  visitNames(visit: (name: Ptr) => void): void {
    for (const at of this.held) visit(this.names[at]!);
  }

  /// sys._clear_type_cache() (type_cache_clear)
  clear(it: Interp): void {
    const names = [...this.held].map(at => this.names[at]!);
    this.held.clear();
    for (const column of [this.versions, this.names, this.values]) column.fill(0);
    for (const name of names) it.decref(name);
  }
}

const entryOf = (version: number, name: Ptr): number => ((version * 31) ^ (name >> 2)) & (CACHE_SIZE - 1);

/// The attribute `name` (interned) of the type or its bases, borrowed; 0 = none
/// (CPython 3.14 Objects/typeobject.c _PyType_LookupRef).
export function typeLookup(it: Interp, type: TypeObject, name: Ptr): Ptr {
  const cache = it.methodCache;
  // Static types have a version from the start.
  if (type.version === 0 && !type.isHeapType) assignVersion(it, type);
  const slot = entryOf(type.version, name);
  if (type.version !== 0 && cache.versions[slot] === type.version && cache.names[slot] === name) return cache.values[slot]!;
  const value = findNameInMro(it, type, name);
  if (!it.isImmortal(name) && (it.typeOf(name) !== it.types.str || strLength(it, name) > MOST_CHARACTERS)) return value;
  if (type.version === 0) assignVersion(it, type);
  cache.fill(it, it.profile.cachesUnderEarlierVersion ? slot : entryOf(type.version, name), type.version, name, value);
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
