/// weakref.proxy: passes what is done to it on to its object, while that lives (Objects/weakrefobject.c proxy_*).
import type { Ptr } from '../memory/ram';
import { call, contains, getAttr, getItem, getIter, isTrue, iterNext, length, richCompare, setAttr, setItem, str } from './abstract';
import type { Interp } from './interp';
import { NB, binaryOp } from './number';
import { hexAddress } from './object';
import { newStr } from './str';
import { weakObject, weakrefTypeSlots } from './weakref';
import type { Slots, TypeSpec } from './typeobject';

/// The object behind a proxy, or p itself if it is none; held until the caller drops it.
function hold(it: Interp, p: Ptr): Ptr {
  const type = it.typeOf(p);
  if (type !== it.types.weakproxy && type !== it.types.weakcallableproxy) return it.own(it.newRef(p));
  const object = weakObject(it, p);
  if (object === 0) it.raise(it.types.ReferenceError, 'weakly-referenced object no longer exists');
  return it.own(it.newRef(object));
}

function through<T>(it: Interp, p: Ptr, action: (object: Ptr) => T): T {
  const object = hold(it, p);
  const result = action(object);
  it.drop();
  return result;
}

const binary = (op: number): Slots['nbAdd'] => (it, a, b) => through(it, a, left => through(it, b, right => binaryOp(it, op, left, right)));

const slots: Partial<Slots> = {
  ...weakrefTypeSlots,
  getattro: (it, p, name) => through(it, p, object => getAttr(it, object, name)),
  setattro: (it, p, name, value) => through(it, p, object => setAttr(it, object, name, value)),
  repr: (it, p) => {
    const object = weakObject(it, p);
    const type = object === 0 ? it.types.NoneType : it.typeOf(object);
    return newStr(it, `<weakproxy at ${hexAddress(p)} to ${type.name} at ${hexAddress(object)}>`);
  },
  str: (it, p) => through(it, p, object => str(it, object)),
  richcompare: (it, a, b, op) => through(it, a, left => through(it, b, right => richCompare(it, left, right, op))),
  iter: (it, p) => through(it, p, object => getIter(it, object)),
  iternext: (it, p) => through(it, p, object => iterNext(it, object)),
  nbBool: (it, p) => through(it, p, object => isTrue(it, object)),
  nbAdd: binary(NB.ADD),
  nbSubtract: binary(NB.SUBTRACT),
  nbMultiply: binary(NB.MULTIPLY),
  nbRemainder: binary(NB.REMAINDER),
  mpLength: (it, p) => through(it, p, object => length(it, object)),
  mpSubscript: (it, p, key) => through(it, p, object => getItem(it, object, key)),
  mpAssSubscript: (it, p, key, value) => through(it, p, object => setItem(it, object, key, value)),
  sqContains: (it, p, item) => through(it, p, object => contains(it, object, item)),
  hash: it => it.typeError("unhashable type: 'weakref.ProxyType'")
};

const common = { module: 'weakref', basicsize: 64, hasGc: true, disallowInstantiation: true } as const;

export const weakproxySpec: TypeSpec = { ...common, name: 'ProxyType', slots };

export const weakcallableproxySpec: TypeSpec = {
  ...common,
  name: 'CallableProxyType',
  slots: { ...slots, call: (it, p, args, kwnames) => through(it, p, object => call(it, object, args, kwnames)) }
};
