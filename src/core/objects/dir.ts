/// What `__dir__` lists, in the order in which dicts hold it; dir() sorts (Objects/object.c, Objects/typeobject.c ___dir__).
import type { Ptr } from '../memory/ram';
import { entry as dictEntry, dictNext } from './dictobject';
import type { Interp } from './interp';
import { listFrom } from './list';
import { ownScratchDict } from './scratch';
import { isStr } from './str';
import { isType, lookupAttr, typeFrom } from './type';
import type { TypeObject } from './typeobject';

/// The keys, borrowed, by their text where they are str; of equal ones the first.
type Names = Map<string | Ptr, Ptr>;

function addKeys(it: Interp, dict: Ptr, names: Names): void {
  for (let at = dictNext(it, dict, 0); at >= 0; at = dictNext(it, dict, at)) {
    const { key } = dictEntry;
    const known = isStr(it, key) ? it.text(key) : key;
    if (!names.has(known)) names.set(known, key);
  }
}

/// A class's own names, then those of its bases (merge_class_dict).
function addClass(it: Interp, type: TypeObject, names: Names): void {
  addKeys(it, type.dict, names);
  for (const base of type.bases) addClass(it, base, names);
}

/// `more`: names that are in the dict once they are asked for.
export function dirOfDict(it: Interp, dict: Ptr, more: readonly string[] = []): Ptr {
  const names: Names = new Map();
  addKeys(it, dict, names);
  for (const name of more) names.set(name, it.name(name));
  return listFrom(it, [...names.values()]);
}

export function dirOfType(it: Interp, type: TypeObject): Ptr {
  const names: Names = new Map();
  addClass(it, type, names);
  ownScratchDict(it);
  const list = listFrom(it, [...names.values()]);
  it.drop();
  return list;
}

/// dir() of an instance: what is in its `__dict__`, then the attributes of its `__class__` and of the bases (object___dir__).
export function dirList(it: Interp, p: Ptr): Ptr {
  const names: Names = new Map();
  const dict = lookupAttr(it, p, it.name('__dict__'));
  if (dict !== 0 && it.typeOf(it.own(dict)).isSubtypeOf(it.types.dict)) addKeys(it, dict, names);
  const named = lookupAttr(it, p, it.name('__class__'));
  if (named !== 0 && isType(it, it.own(named))) addClass(it, typeFrom(it, named), names);
  ownScratchDict(it);
  const list = listFrom(it, [...names.values()]);
  it.drop();
  if (named !== 0) it.drop();
  if (dict !== 0) it.drop();
  return list;
}
