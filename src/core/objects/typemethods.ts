/// Methods of type objects (Objects/typeobject.c type_methods).
import { realInstance, realSubclassOf } from './isinstance';
import { typeFrom } from './type';
import { dirOfType } from './dir';
import { newDict } from './dictobject';
import { newInt } from './int';
import { listFrom } from './list';
import { computeMro } from './mro';
import type { NativeMethod } from './typeobject';

export const typeMethods: Readonly<Record<string, NativeMethod>> = {
  mro: { kind: 'noargs', fn: (it, p) => listFrom(it, computeMro(it, typeFrom(it, p)).map(type => type.ptr)) },
  __subclasses__: { kind: 'noargs', fn: (it, p) => listFrom(it, typeFrom(it, p).subclasses.map(type => type.ptr)) },
  __prepare__: { kind: 'keywords', binding: 'class', fn: it => newDict(it) },
  __instancecheck__: { kind: 'o', fn: (it, cls, p) => it.bool(realInstance(it, p, cls)) },
  __subclasscheck__: { kind: 'o', fn: (it, cls, derived) => it.bool(realSubclassOf(it, derived, cls)) },
  __dir__: { kind: 'noargs', fn: (it, p) => dirOfType(it, typeFrom(it, p)) },
  __sizeof__: { kind: 'noargs', fn: (it, p) => newInt(it, it.types.type.slots.size!(it, p)) }
};
