/// Methods of type objects (Objects/typeobject.c type_methods).
import { isType, typeFrom } from './type';
import type { Ptr } from '../memory/ram';
import { dirOfType } from './dir';
import type { Interp } from './interp';
import { newDict } from './dictobject';
import { newInt } from './int';
import { listFrom } from './list';
import type { NativeMethod } from './typeobject';

/// Whether `cls` is a subclass by inheritance alone (recursive_issubclass for real types).
function realSubclass(it: Interp, derived: Ptr, cls: Ptr): boolean {
  return isType(it, derived) && isType(it, cls) && typeFrom(it, derived).isSubtypeOf(typeFrom(it, cls));
}

export const typeMethods: Readonly<Record<string, NativeMethod>> = {
  mro: { kind: 'noargs', fn: (it, p) => listFrom(it, typeFrom(it, p).mro.map(type => type.ptr)) },
  __subclasses__: { kind: 'noargs', fn: (it, p) => listFrom(it, typeFrom(it, p).subclasses.map(type => type.ptr)) },
  __prepare__: { kind: 'keywords', binding: 'class', fn: it => newDict(it) },
  __instancecheck__: { kind: 'o', fn: (it, cls, p) => it.bool(realSubclass(it, it.typeOf(p).ptr, cls)) },
  __subclasscheck__: { kind: 'o', fn: (it, cls, derived) => it.bool(realSubclass(it, derived, cls)) },
  __dir__: { kind: 'noargs', fn: (it, p) => dirOfType(it, typeFrom(it, p)) },
  __sizeof__: { kind: 'noargs', fn: (it, p) => newInt(it, it.types.type.slots.size!(it, p)) }
};
