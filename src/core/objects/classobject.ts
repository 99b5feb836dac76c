/// Bound methods (Objects/classobject.c). Fields: im_func p+4, im_self p+6, im_weakreflist p+8.
import { track } from '../memory/gchead';
import { zeroWords } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { call, getAttr, getOptionalAttr, hash, reprText, richCompareBool } from './abstract';
import type { Interp } from './interp';
import { typeLookup } from './lookup';
import { hashPointer } from './object';
import { recordSlots } from './record';
import { isStr, newStr } from './str';
import { CompareOp } from './typeobject';
import type { TypeSpec } from './typeobject';

const IM_FUNC = 4;
const IM_SELF = 6;
const METHOD_BYTES = 48;

export function newBoundMethod(it: Interp, fn: Ptr, self: Ptr): Ptr {
  const { method } = it.types;
  const p = it.allocGc(method, METHOD_BYTES);
  zeroWords(it.f64, p + IM_SELF + 2, p + METHOD_BYTES / 4);
  const { i32 } = it;
  i32[p + IM_FUNC] = it.newRef(fn);
  i32[p + IM_FUNC + 1] = 0;
  i32[p + IM_SELF] = it.newRef(self);
  i32[p + IM_SELF + 1] = 0;
  track(i32, p);
  return p;
}

export const methodFunction = (it: Interp, p: Ptr): Ptr => it.i32[p + IM_FUNC]!;
export const methodSelf = (it: Interp, p: Ptr): Ptr => it.i32[p + IM_SELF]!;

export const methodSpec: TypeSpec = {
  name: 'method',
  basicsize: METHOD_BYTES,
  hasGc: true,
  weaklistoffset: 32,
  slots: {
    ...recordSlots([IM_FUNC, IM_SELF], { weaklist: true }),
    call: (it, p, args, kwnames) => call(it, methodFunction(it, p), [methodSelf(it, p), ...args], kwnames),
    descrGet: (it, p) => it.newRef(p),
    getattro: (it, p, name) => {
      const type = it.typeOf(p);
      const descr = typeLookup(it, type, name);
      if (descr !== 0) {
        const get = it.typeOf(descr).slots.descrGet;
        return get === undefined ? it.newRef(descr) : get(it, descr, p, type.ptr);
      }
      return getAttr(it, methodFunction(it, p), name);
    },
    repr: (it, p) => {
      const name = getOptionalAttr(it, methodFunction(it, p), '__qualname__') || getOptionalAttr(it, methodFunction(it, p), '__name__');
      const text = name !== 0 && isStr(it, name) ? it.text(name) : '?';
      it.xdecref(name);
      return newStr(it, `<bound method ${text} of ${reprText(it, methodSelf(it, p))}>`);
    },
    richcompare: (it, a, b, op) => {
      if ((op !== CompareOp.EQ && op !== CompareOp.NE) || it.typeOf(b) !== it.types.method) return it.singletons.notImplemented;
      const same = methodSelf(it, a) === methodSelf(it, b) && richCompareBool(it, methodFunction(it, a), methodFunction(it, b), CompareOp.EQ);
      return it.bool(same === (op === CompareOp.EQ));
    },
    hash: (it, p) => {
      const self = hashPointer(it, methodSelf(it, p));
      const selfHigh = it.hashHigh;
      const fn = hash(it, methodFunction(it, p));
      it.hashHigh ^= selfHigh;
      return self ^ fn;
    },
    new: (it, _type, args) => {
      if (args.length !== 2) it.typeError(`method expected 2 arguments, got ${args.length}`);
      if (it.typeOf(args[0]!).slots.call === undefined) it.typeError('first argument must be callable');
      if (args[1] === it.singletons.none) it.typeError('instance must not be None');
      return newBoundMethod(it, args[0]!, args[1]!);
    }
  },
  getset: {
    __func__: { isMember: true, get: (it, p) => it.newRef(methodFunction(it, p)) },
    __self__: { isMember: true, get: (it, p) => it.newRef(methodSelf(it, p)) },
    __doc__: { get: (it, p) => getOptionalAttr(it, methodFunction(it, p), '__doc__') || it.singletons.none }
  }
};
