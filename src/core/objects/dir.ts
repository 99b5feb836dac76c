/// What dir() lists (Objects/object.c, Objects/typeobject.c ___dir__).
import type { Ptr } from '../memory/ram';
import { entry as dictEntry, dictNext } from './dictobject';
import type { Interp } from './interp';
import { listFrom } from './list';
import { ownScratchDict } from './scratch';
import { isStr } from './str';
import { isType, lookupAttr, typeFrom } from './type';
import type { TypeObject } from './typeobject';

/// The keys by their text, borrowed; of equal ones the first.
type Names = Map<string, Ptr>;

function addKeys(it: Interp, dict: Ptr, names: Names): void {
  for (let at = dictNext(it, dict, 0); at >= 0; at = dictNext(it, dict, at)) {
    const { key } = dictEntry;
    if (!isStr(it, key)) continue;
    const text = it.text(key);
    if (!names.has(text)) names.set(text, key);
  }
}

function sortedList(it: Interp, names: Names): Ptr {
  return listFrom(it, [...names].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, key]) => key));
}

/// `more`: names that are in the dict once they are asked for.
export function dirOfDict(it: Interp, dict: Ptr, more: readonly string[] = []): Ptr {
  const names: Names = new Map();
  addKeys(it, dict, names);
  for (const name of more) names.set(name, it.name(name));
  return sortedList(it, names);
}

export function dirOfType(it: Interp, type: TypeObject): Ptr {
  const names: Names = new Map();
  for (const t of type.mro) addKeys(it, t.dict, names);
  ownScratchDict(it);
  const list = sortedList(it, names);
  it.drop();
  return list;
}

/// dir() of an instance: what is in its `__dict__`, then the attributes of its `__class__` and of the bases (object___dir__).
export function dirList(it: Interp, p: Ptr): Ptr {
  const names: Names = new Map();
  const dict = lookupAttr(it, p, it.name('__dict__'));
  if (dict !== 0 && it.typeOf(it.own(dict)).isSubtypeOf(it.types.dict)) addKeys(it, dict, names);
  const named = lookupAttr(it, p, it.name('__class__'));
  if (named !== 0) for (const type of isType(it, it.own(named)) ? typeFrom(it, named).mro : []) addKeys(it, type.dict, names);
  ownScratchDict(it);
  const list = sortedList(it, names);
  it.drop();
  if (named !== 0) it.drop();
  if (dict !== 0) it.drop();
  return list;
}
