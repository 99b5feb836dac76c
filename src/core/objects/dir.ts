/// What dir() lists (Objects/object.c, Objects/typeobject.c ___dir__).
import type { Ptr } from '../memory/ram';
import { entry as dictEntry, dictNext } from './dictobject';
import { getManagedDict } from './instanceattrs';
import type { Interp } from './interp';
import { listFrom } from './list';
import { ownScratchDict } from './scratch';
import { isStr, newStr } from './str';
import type { TypeObject } from './typeobject';

function addKeys(it: Interp, dict: Ptr, names: Set<string>): void {
  for (let at = dictNext(it, dict, 0); at >= 0; at = dictNext(it, dict, at)) {
    if (isStr(it, dictEntry.key)) names.add(it.text(dictEntry.key));
  }
}

function sortedList(it: Interp, names: ReadonlySet<string>): Ptr {
  const strings = [...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map(name => newStr(it, name));
  const list = listFrom(it, strings);
  for (const s of strings) it.decref(s);
  return list;
}

export function dirOfDict(it: Interp, dict: Ptr): Ptr {
  const names = new Set<string>();
  addKeys(it, dict, names);
  return sortedList(it, names);
}

export function dirOfType(it: Interp, type: TypeObject): Ptr {
  const names = new Set<string>();
  for (const t of type.mro) addKeys(it, t.dict, names);
  ownScratchDict(it);
  const list = sortedList(it, names);
  it.drop();
  return list;
}

/// dir() of an instance: its attributes, its class's and those of the bases.
export function dirList(it: Interp, p: Ptr): Ptr {
  const names = new Set<string>();
  const type = it.typeOf(p);
  for (const t of type.mro) addKeys(it, t.dict, names);
  if (type.hasManagedDict) addKeys(it, getManagedDict(it, p), names);
  ownScratchDict(it);
  const list = sortedList(it, names);
  it.drop();
  return list;
}
