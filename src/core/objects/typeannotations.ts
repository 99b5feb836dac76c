/// `__annotations__` and `__annotate__` of classes (CPython 3.14 Objects/typeobject.c type_get_annotations).
import type { Ptr } from '../memory/ram';
import { call } from './abstract';
import { dictDelItem, dictGetItemKnownStr, dictSetItem, newDict } from './dictobject';
import { raiseAttributeError } from './exceptions';
import { newInt } from './int';
import type { Interp } from './interp';
import { typeModified } from './lookup';
import { typeFrom } from './type';
import type { GetSet, TypeObject } from './typeobject';

/// annotationlib.Format.VALUE
const FORMAT_VALUE = 1;

function heapType(it: Interp, p: Ptr, name: string): TypeObject {
  const type = typeFrom(it, p);
  if (!type.isHeapType) raiseAttributeError(it, p, it.name(name), `type object '${type.name}' has no attribute '${name}'`);
  return type;
}

/// Where made annotations are kept: 3.14 has a name for what `__annotate__` gave, which `__annotations__` hides.
const cacheName = (it: Interp): string => (it.profile.defersAnnotations ? '__annotations_cache__' : '__annotations__');

function annotations(it: Interp, p: Ptr): Ptr {
  const type = heapType(it, p, '__annotations__');
  for (const name of ['__annotations__', cacheName(it)]) {
    const kept = dictGetItemKnownStr(it, type.dict, it.name(name));
    if (kept !== 0) return it.newRef(kept);
  }
  const annotate = dictGetItemKnownStr(it, type.dict, it.name('__annotate_func__'));
  const made = it.own(annotate === 0 || annotate === it.singletons.none ? newDict(it) : call(it, annotate, [newInt(it, FORMAT_VALUE)]));
  typeModified(type);
  dictSetItem(it, type.dict, it.name(cacheName(it)), made);
  return it.take();
}

function setAnnotations(it: Interp, p: Ptr, value: Ptr): void {
  const type = typeFrom(it, p);
  if (!type.isHeapType) it.typeError(`cannot set '__annotations__' attribute of immutable type '${type.name}'`);
  typeModified(type);
  if (value !== 0) {
    dictSetItem(it, type.dict, it.name('__annotations__'), value);
    return;
  }
  const deleted = [dictDelItem(it, type.dict, it.name('__annotations__')), dictDelItem(it, type.dict, it.name(cacheName(it)))];
  if (!deleted.includes(true)) raiseAttributeError(it, p, it.name('__annotations__'), '__annotations__');
}

/// A function, or None (type_set_annotate): what the last one gave is forgotten.
function setAnnotate(it: Interp, p: Ptr, value: Ptr): void {
  const type = heapType(it, p, '__annotate__');
  if (value === 0) it.typeError('cannot delete __annotate__ attribute');
  if (value !== it.singletons.none && it.typeOf(value).slots.call === undefined) it.typeError('__annotate__ must be callable or None');
  dictSetItem(it, type.dict, it.name('__annotate_func__'), value);
  if (value === it.singletons.none) return;
  dictDelItem(it, type.dict, it.name('__annotations_cache__'));
  dictDelItem(it, type.dict, it.name('__annotations__'));
}

export const annotationGetSets: Readonly<Record<string, GetSet>> = {
  __annotations__: { get: annotations, set: setAnnotations },
  __annotate__: {
    get: (it, p) => {
      if (!it.profile.defersAnnotations) raiseAttributeError(it, p, it.name('__annotate__'), `type object '${typeFrom(it, p).name}' has no attribute '__annotate__'`);
      const type = heapType(it, p, '__annotate__');
      return it.newRef(dictGetItemKnownStr(it, type.dict, it.name('__annotate_func__')) || it.singletons.none);
    },
    set: setAnnotate
  }
};
