/// The types of None, Ellipsis and NotImplemented. CPython 3.14 Objects/object.c, Objects/sliceobject.c
import type { Ptr } from '../memory/ram';
import type { Interp } from './interp';
import { hashOfNumber } from './int';
import { hashPointer } from './object';
import { newStr } from './str';
import type { Slots, TypeSpec } from './typeobject';

/// `new` that gives the one instance.
const singletonNew = (name: string, instance: (it: Interp) => Ptr): Slots['new'] => (it, _type, args) => {
  if (args.length > 0) it.typeError(`${name} takes no arguments`);
  return instance(it);
};

export const noneTypeSpec: TypeSpec = {
  name: 'NoneType',
  basicsize: 16,
  slots: {
    repr: it => newStr(it, 'None'),
    // From 3.12 on the hash is the same in every process.
    hash: (it, p) => (it.profile.immortalRefcount === undefined ? hashPointer(it, p) : hashOfNumber(it, 0xfca86420)),
    nbBool: () => false,
    new: singletonNew('NoneType', it => it.singletons.none)
  }
};

export const ellipsisSpec: TypeSpec = {
  name: 'ellipsis',
  basicsize: 16,
  slots: {
    repr: it => newStr(it, 'Ellipsis'),
    new: singletonNew('EllipsisType', it => it.singletons.ellipsis)
  },
  methods: { __reduce__: { kind: 'noargs', fn: it => it.newRef(it.name('Ellipsis')) } }
};

export const notImplementedTypeSpec: TypeSpec = {
  name: 'NotImplementedType',
  basicsize: 16,
  slots: {
    repr: it => newStr(it, 'NotImplemented'),
    nbBool: it => {
      if (it.profile.scalars.refusesNotImplementedBool) it.typeError('NotImplemented should not be used in a boolean context');
      it.hooks.warn(it, it.types.DeprecationWarning, 'NotImplemented should not be used in a boolean context');
      return true;
    },
    new: singletonNew('NotImplementedType', it => it.singletons.notImplemented)
  },
  methods: { __reduce__: { kind: 'noargs', fn: it => it.newRef(it.name('NotImplemented')) } }
};
