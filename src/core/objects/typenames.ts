/// What types are called, and where a type object keeps that.
import { dictGetItemKnownStr } from './dictobject';
import type { Interp } from './interp';
import { isStr } from './str';
import type { TypeObject } from './typeobject';

/// Words from the type object's Ptr.
export const TypeField = { DICT: 66, BASES: 84, MRO: 86, BASE: 64, NAME: 214, QUALNAME: 218, SLOTS: 216, WEAKLIST: 92, INDEX: 97 } as const;

/// The type's `__module__` as text; '' if it is not a str.
export function moduleOfType(it: Interp, type: TypeObject): string {
  if (!type.isHeapType) return type.builtinModule;
  const module = dictGetItemKnownStr(it, type.dict, it.name('__module__'));
  return module !== 0 && isStr(it, module) ? it.text(module) : '';
}

export function qualnameOfType(it: Interp, type: TypeObject): string {
  const qualname = type.isHeapType ? it.i32[type.ptr + TypeField.QUALNAME]! : 0;
  return qualname === 0 ? type.shortName : it.text(qualname);
}

/// What %T writes: the qualified name, with the module but for builtins and `__main__` (PyType_GetFullyQualifiedName).
export function fullyQualifiedName(it: Interp, type: TypeObject): string {
  if (!type.isHeapType) return type.name;
  const module = moduleOfType(it, type);
  const qualname = qualnameOfType(it, type);
  return ['', 'builtins', '__main__'].includes(module) ? qualname : `${module}.${qualname}`;
}
