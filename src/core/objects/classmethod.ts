/// classmethod and staticmethod (Objects/funcobject.c). Fields: callable p+4, dict p+6.
import type { Ptr } from '../memory/ram';
import { call, getOptionalAttr, reprText } from './abstract';
import { newBoundMethod } from './classobject';
import { dictAttribute } from './dictattribute';
import { dictDelItem, dictGetItemKnownStr, dictSetItem, newDict } from './dictobject';
import { raiseAttributeError } from './exceptions';
import type { Interp } from './interp';
import { newRecord, recordSlots } from './record';
import { ownScratchTuple, passScratch } from './scratch';
import { newStr } from './str';
import type { GetSet, Slots, TypeSpec } from './typeobject';

const CALLABLE = 4;
const DICT = 6;

export function newClassMethod(it: Interp, callable: Ptr): Ptr {
  return newRecord(it, it.types.classmethod, [CALLABLE], [callable]);
}

export function newStaticMethod(it: Interp, callable: Ptr): Ptr {
  return newRecord(it, it.types.staticmethod, [CALLABLE], [callable]);
}

/// An AttributeError comes and goes, with its arguments.
function passError(it: Interp): void {
  const mark = ownScratchTuple(it, 1);
  passScratch(it, it.types.AttributeError);
  it.unwind(mark);
}

/// Gives the wrapper attributes of what it wraps (functools_wraps).
function copyAttributes(it: Interp, wrapper: Ptr, callable: Ptr): void {
  for (const name of ['__module__', '__name__', '__qualname__', '__doc__', ...(it.profile.defersAnnotations ? [] : ['__annotations__'])]) {
    const value = getOptionalAttr(it, callable, name);
    if (value === 0) {
      if (it.profile.failsToCopyAttributes) passError(it);
      continue;
    }
    it.own(value);
    setInDict(it, wrapper, name, value);
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
  repr: (it, p) => newStr(it, `<${it.typeOf(p).isSubtypeOf(it.types.classmethod) ? 'classmethod' : 'staticmethod'}(${reprText(it, it.i32[p + CALLABLE]!)})>`)
};

/// Of the function, kept in the dict once asked for (descriptor_get_wrapped_attribute).
const wrappedAttribute = (name: string): GetSet => ({
  get: (it, p) => {
    const known = it.i32[p + DICT] === 0 ? 0 : dictGetItemKnownStr(it, it.i32[p + DICT]!, it.name(name));
    if (known !== 0) return it.newRef(known);
    const value = it.profile.defersAnnotations ? getOptionalAttr(it, it.i32[p + CALLABLE]!, name) : 0;
    if (value === 0) raiseAttributeError(it, p, it.name(name), `'${it.typeOf(p).name}' object has no attribute '${name}'`);
    it.own(value);
    setInDict(it, p, name, value);
    return it.take();
  },
  set: (it, p, value) => {
    if (value === 0) dictDelItem(it, it.i32[p + DICT]!, it.name(name));
    else setInDict(it, p, name, value);
  }
});

function setInDict(it: Interp, p: Ptr, name: string, value: Ptr): void {
  if (it.i32[p + DICT] === 0) it.i32[p + DICT] = newDict(it);
  dictSetItem(it, it.i32[p + DICT]!, it.name(name), value);
}

const getset: TypeSpec['getset'] = {
  __annotations__: wrappedAttribute('__annotations__'),
  __annotate__: wrappedAttribute('__annotate__'),
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
    descrGet: (it, p, instance, owner) => {
      const callable = it.i32[p + CALLABLE]!;
      const cls = owner || it.typeOf(instance).ptr;
      // A bound method is no descriptor in 3.11.
      const get = it.profile.chainsClassMethods && it.typeOf(callable) !== it.types.method ? it.typeOf(callable).slots.descrGet : undefined;
      return get === undefined ? newBoundMethod(it, callable, cls) : get(it, callable, cls, cls);
    }
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
