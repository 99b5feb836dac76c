/// What dir() lists (Objects/object.c, Objects/typeobject.c ___dir__).
import type { Ptr } from '../memory/ram';
import { entry as dictEntry, dictNext } from './dictobject';
import { getManagedDict } from './instanceattrs';
import type { Interp } from './interp';
import { listFrom } from './list';
import { ownScratchDict } from './scratch';
import { isStr } from './str';
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

export function dirOfDict(it: Interp, dict: Ptr): Ptr {
  const names: Names = new Map();
  addKeys(it, dict, names);
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

/// dir() of an instance: its attributes, its class's and those of the bases.
export function dirList(it: Interp, p: Ptr): Ptr {
  const names: Names = new Map();
  const type = it.typeOf(p);
  for (const t of type.mro) addKeys(it, t.dict, names);
  if (type.hasManagedDict) addKeys(it, getManagedDict(it, p), names);
  ownScratchDict(it);
  const list = sortedList(it, names);
  it.drop();
  return list;
}
