/// Native types that modules of the standard library bring along; undefined until the module is imported.
import type { TypeObject } from './typeobject';

const unset = undefined as unknown as TypeObject;

/// A table to be filled, by one literal as the table of builtin types.
export const emptyModuleTypes = () => ({
  deque: unset, defaultdict: unset, odict: unset, odictIterator: unset, odictKeys: unset, odictValues: unset, odictItems: unset,
  dequeIterator: unset, dequeReverseIterator: unset, partial: unset, placeholder: unset, keyWrapper: unset, lruCache: unset,
  lruListElem: unset, tee: unset, teeData: unset, groupby: unset, grouper: unset, itemgetter: unset,
  attrgetter: unset, methodcaller: unset, managedbuffer: unset
});

export type ModuleTypes = ReturnType<typeof emptyModuleTypes>;
export type ModuleTypeName = keyof ModuleTypes;
