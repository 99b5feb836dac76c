/// classmethod and staticmethod (Objects/funcobject.c). Fields: callable p+4, dict p+6.
import type { Ptr } from '../memory/ram';
import { call, getOptionalAttr, reprText } from './abstract';
import { newBoundMethod } from './classobject';
import { dictAttribute } from './dictattribute';
import { dictSetItem, newDict } from './dictobject';
import type { Interp } from './interp';
import { newRecord, recordSlots } from './record';
import { newStr } from './str';
import type { Slots, TypeSpec } from './typeobject';

const CALLABLE = 4;
const DICT = 6;

export function newClassMethod(it: Interp, callable: Ptr): Ptr {
  return newRecord(it, it.types.classmethod, [CALLABLE], [callable]);
}

export function newStaticMethod(it: Interp, callable: Ptr): Ptr {
  return newRecord(it, it.types.staticmethod, [CALLABLE], [callable]);
}

/// Gives the wrapper attributes of what it wraps (functools_wraps).
function copyAttributes(it: Interp, wrapper: Ptr, callable: Ptr): void {
  for (const name of ['__module__', '__name__', '__qualname__', '__doc__', ...(it.profile.defersAnnotations ? [] : ['__annotations__'])]) {
    const value = getOptionalAttr(it, callable, name);
    if (value === 0) continue;
    it.own(value);
    if (it.i32[wrapper + DICT] === 0) it.i32[wrapper + DICT] = newDict(it);
    dictSetItem(it, it.i32[wrapper + DICT]!, it.name(name), value);
    it.drop();
  }
}

const common: Partial<Slots> = {
  ...recordSlots([CALLABLE, DICT]),
  init: (it, p, args) => {
    if (args.length !== 1) it.typeError(`${it.typeOf(p).name} expected 1 argument, got ${args.length}`);
    const old = it.i32[p + CALLABLE]!;
    it.i32[p + CALLABLE] = it.newRef(args[0]!);
    it.xdecref(old);
    copyAttributes(it, p, args[0]!);
  },
  new: (it, type) => newRecord(it, type, [], []),
  repr: (it, p) => newStr(it, `<${it.typeOf(p).name}(${reprText(it, it.i32[p + CALLABLE]!)})>`)
};

const getset: TypeSpec['getset'] = {
  __dict__: dictAttribute,
  __func__: { isMember: true, get: (it, p) => it.newRef(it.i32[p + CALLABLE]!) },
  __wrapped__: { isMember: true, get: (it, p) => it.newRef(it.i32[p + CALLABLE]!) },
  __isabstractmethod__: {
    get: (it, p) => getOptionalAttr(it, it.i32[p + CALLABLE]!, '__isabstractmethod__') || it.singletons.false
  }
};

export const classmethodSpec: TypeSpec = {
  name: 'classmethod',
  basicsize: 32,
  hasGc: true,
  isBaseType: true,
  dictoffset: DICT * 4,
  getset,
  slots: {
    ...common,
    descrGet: (it, p, instance, owner) => newBoundMethod(it, it.i32[p + CALLABLE]!, owner || it.typeOf(instance).ptr)
  }
};

export const staticmethodSpec: TypeSpec = {
  name: 'staticmethod',
  basicsize: 32,
  hasGc: true,
  isBaseType: true,
  dictoffset: DICT * 4,
  getset,
  slots: {
    ...common,
    descrGet: (it, p) => it.newRef(it.i32[p + CALLABLE]!),
    call: (it, p, args, kwnames) => call(it, it.i32[p + CALLABLE]!, args, kwnames)
  }
};
