/// Descriptors of builtin types: methods, slots as methods, computed attributes, members of `__slots__`
/// (Objects/descrobject.c). Fields: d_type p+4, d_name p+6, host index p+10. There a member of `__slots__` has its byte
/// offset, and a member of a builtin type -1 - its index.
import { track, untrack } from '../memory/gchead';
import { call } from './abstract';
import { positionalCount } from './args';
import { dropFields } from './dropping';
import type { Ptr } from '../memory/ram';
import { callNative, callWrapped, ownTuple, wrapsCall } from './callnative';
import { raiseAttributeError } from './exceptions';
import type { Interp, NativeCallable } from './interp';
import { newNativeFunction } from './methodobject';
import { isType, typeFrom } from './type';
import { qualnameOfType } from './typenames';
import type { BuiltinTypeName } from './builtintypes';
import { hashPointer, hexAddress } from './object';
import { slotDoc } from './slotdocs';
import { newStr } from './str';
import { CompareOp } from './typeobject';
import type { CallSlot, GetSet, NativeMethod, Slots, TypeObject, TypeSpec } from './typeobject';

const D_TYPE = 4;
const D_NAME = 6;
const D_HOST = 10;

export const descrType = (it: Interp, p: Ptr): TypeObject => typeFrom(it, it.i32[p + D_TYPE]!);
const descrName = (it: Interp, p: Ptr): Ptr => it.i32[p + D_NAME]!;
export const descrHost = (it: Interp, p: Ptr): number => it.i32[p + D_HOST]!;

function newDescr(it: Interp, kind: BuiltinTypeName, owner: TypeObject, name: string, host: number): Ptr {
  const type = it.types[kind];
  const p = it.allocGc(type, type.basicsize);
  for (let i = p + 4; i < p + (type.basicsize >> 2); i++) it.i32[i] = 0;
  it.i32[p + D_TYPE] = it.newRef(owner.ptr);
  it.i32[p + D_NAME] = it.newRef(it.name(name));
  it.i32[p + D_HOST] = host;
  track(it.i32, p);
  return p;
}

export function newMethodDescr(it: Interp, owner: TypeObject, name: string, method: NativeMethod): Ptr {
  const kind = method.binding === 'class' ? 'classmethod_descriptor' : 'method_descriptor';
  return newDescr(it, kind, owner, name, it.natives.add({ name: `${owner.shortName}.${name}`, method }));
}

export function newWrapperDescr(it: Interp, owner: TypeObject, native: NativeCallable): Ptr {
  return newDescr(it, 'wrapper_descriptor', owner, native.name, it.natives.add(native));
}

export function newGetSetDescr(it: Interp, owner: TypeObject, name: string, getset: GetSet): Ptr {
  const { isMember } = getset;
  const index = it.getsets.add(getset);
  if (isMember === true || (isMember === 'formerly' && it.profile.hasMoreMembers)) return newDescr(it, 'member_descriptor', owner, name, -1 - index);
  return newDescr(it, 'getset_descriptor', owner, name, index);
}

export function newMemberDescr(it: Interp, owner: TypeObject, name: string, offset: number): Ptr {
  return newDescr(it, 'member_descriptor', owner, name, offset);
}

/// The words from an object of this type to what a member of `__slots__` tells of; 0: `descr` is none of this type's.
export function slotOffset(it: Interp, descr: Ptr, type: TypeObject): number {
  const isMember = it.typeOf(descr) === it.types.member_descriptor && type.isSubtypeOf(descrType(it, descr));
  return isMember ? Math.max(descrHost(it, descr), 0) >> 2 : 0;
}

/// How a member of a builtin type is got and set; undefined: a member of `__slots__`.
function memberOf(it: Interp, descr: Ptr): GetSet | undefined {
  const host = descrHost(it, descr);
  return host < 0 ? it.getsets.get(-1 - host) : undefined;
}

function checkInstance(it: Interp, descr: Ptr, instance: Ptr): void {
  const owner = descrType(it, descr);
  if (!it.typeOf(instance).isSubtypeOf(owner)) {
    it.typeError(`descriptor '${it.text(descrName(it, descr))}' for '${owner.name}' objects doesn't apply to a '${it.typeOf(instance).name}' object`);
  }
}

const dealloc: Slots['dealloc'] = (it, p) => {
  untrack(it.i32, p);
  const type = it.typeOf(p);
  const host = descrHost(it, p);
  if (type === it.types.getset_descriptor) it.getsets.remove(host);
  else if (type !== it.types.member_descriptor) it.natives.remove(host);
  else if (host < 0) it.getsets.remove(-1 - host);
  dropFields(it, p, [D_TYPE, D_NAME]);
  it.freeInstance(p);
};

/// The collector is shown the type only (descr_traverse).
const traverse: Slots['traverse'] = (it, p, visitor) => visitor.visit(it.i32[p + D_TYPE]!);

const references: Slots['traverse'] = (it, p, visitor) => {
  visitor.visit(it.i32[p + D_TYPE]!);
  visitor.visit(it.i32[p + D_NAME]!);
};

const getset = {
  __name__: { isMember: true as const, get: (it: Interp, p: Ptr) => it.newRef(descrName(it, p)) },
  __objclass__: { isMember: true as const, get: (it: Interp, p: Ptr) => it.newRef(it.i32[p + D_TYPE]!) },
  __qualname__: { get: (it: Interp, p: Ptr) => newStr(it, `${qualnameOfType(it, descrType(it, p))}.${it.text(descrName(it, p))}`) },
  __doc__: { get: (it: Interp, p: Ptr) => docOf(it, textOf(it, p)) }
};

function textOf(it: Interp, p: Ptr): string | undefined {
  const type = it.typeOf(p);
  if (type === it.types.getset_descriptor) return it.getsets.get(descrHost(it, p)).doc;
  if (type === it.types.member_descriptor) return memberOf(it, p)?.doc;
  const native = it.natives.get(descrHost(it, p));
  return native.wrapped === undefined ? native.method.doc : slotDoc(native.wrapped.def, !it.profile.cachesLocals);
}

function docOf(it: Interp, doc: string | undefined): Ptr {
  return doc === undefined ? it.singletons.none : newStr(it, doc);
}

const repr = (word: string): Slots['repr'] => (it, p) =>
  newStr(it, `<${word} '${it.text(descrName(it, p))}' of '${descrType(it, p).name}' objects>`);

const callMethodDescr: CallSlot = (it, descr, args, kwnames) => {
  const native = it.natives.get(descrHost(it, descr));
  if (positionalCount(it, args, kwnames) === 0) it.typeError(`unbound method ${native.name}() needs an argument`);
  checkInstance(it, descr, args[0]!);
  return callNative(it, native, args[0]!, args.slice(1), kwnames);
};

const callWrapperDescr: CallSlot = (it, descr, args, kwnames) => {
  const native = it.natives.get(descrHost(it, descr));
  const owner = descrType(it, descr);
  const positional = positionalCount(it, args, kwnames);
  const mark = wrapsCall(native) ? it.ownArguments(args, positional) : ownTuple(it, args, positional);
  if (positional === 0) it.typeError(`descriptor '${native.name}' of '${owner.name}' object needs an argument`);
  if (!it.typeOf(args[0]!).isSubtypeOf(owner)) {
    it.typeError(`descriptor '${native.name}' requires a '${owner.name}' object but received a '${it.typeOf(args[0]!).name}'`);
  }
  const result = callWrapped(it, native, args[0]!, args.slice(1), kwnames);
  it.unwind(mark);
  return result;
};

/// A method of classes bound to `cls`, which must be a class under the descriptor's own (Objects/descrobject.c classmethod_get).
function bindToClass(it: Interp, descr: Ptr, cls: Ptr): Ptr {
  const base = descrType(it, descr);
  const name = it.text(descrName(it, descr));
  if (!isType(it, cls)) it.typeError(`descriptor '${name}' for type '${base.name}' needs a type, not a '${it.typeOf(cls).name}' as arg 2`);
  const type = typeFrom(it, cls);
  if (!type.isSubtypeOf(base)) it.typeError(`descriptor '${name}' requires a subtype of '${base.name}' but received '${type.name}'`);
  return newNativeFunction(it, it.natives.get(descrHost(it, descr)), cls, 0);
}

const base = { basicsize: 48, hasGc: true, disallowInstantiation: true } as const;
const descriptor = { ...base, references } as const;

export const methodDescriptorSpec: TypeSpec = {
  ...descriptor, name: 'method_descriptor', basicsize: 56, getset,
  slots: {
    dealloc, traverse, repr: repr('method'), call: callMethodDescr,
    descrGet: (it, descr, instance) => {
      if (instance === 0) return it.newRef(descr);
      checkInstance(it, descr, instance);
      return newNativeFunction(it, it.natives.get(descrHost(it, descr)), instance, 0);
    }
  }
};

export const classmethodDescriptorSpec: TypeSpec = {
  ...descriptor, name: 'classmethod_descriptor', basicsize: 56, getset,
  slots: {
    dealloc, traverse, repr: repr('method'),
    descrGet: (it, descr, instance, owner) => bindToClass(it, descr, owner || it.typeOf(instance).ptr),
    call: (it, descr, args, kwnames) => {
      if (positionalCount(it, args, kwnames) === 0) {
        it.typeError(`descriptor '${it.text(descrName(it, descr))}' of '${descrType(it, descr).name}' object needs an argument`);
      }
      const bound = it.own(bindToClass(it, descr, args[0]!));
      const result = call(it, bound, args.slice(1), kwnames);
      it.drop();
      return result;
    }
  }
};

export const wrapperDescriptorSpec: TypeSpec = {
  ...descriptor, name: 'wrapper_descriptor', basicsize: 56, getset,
  slots: {
    dealloc, traverse, repr: repr('slot wrapper'), call: callWrapperDescr,
    descrGet: (it, descr, instance) => {
      if (instance === 0) return it.newRef(descr);
      checkInstance(it, descr, instance);
      return newMethodWrapper(it, descr, instance);
    }
  }
};

export const getsetDescriptorSpec: TypeSpec = {
  ...descriptor, name: 'getset_descriptor', getset,
  slots: {
    dealloc, traverse, repr: repr('attribute'),
    descrGet: (it, descr, instance) => {
      if (instance === 0) return it.newRef(descr);
      checkInstance(it, descr, instance);
      return it.getsets.get(descrHost(it, descr)).get(it, instance);
    },
    descrSet: (it, descr, instance, value) => {
      checkInstance(it, descr, instance);
      const set = it.getsets.get(descrHost(it, descr)).set;
      if (set === undefined) return it.raise(it.types.AttributeError, `attribute '${it.text(descrName(it, descr))}' of '${descrType(it, descr).name}' objects is not writable`);
      set(it, instance, value);
    }
  }
};

export const memberDescriptorSpec: TypeSpec = {
  ...descriptor, name: 'member_descriptor', getset,
  slots: {
    dealloc, traverse, repr: repr('member'),
    descrGet: (it, descr, instance) => {
      if (instance === 0) return it.newRef(descr);
      checkInstance(it, descr, instance);
      const member = memberOf(it, descr);
      if (member !== undefined) return member.get(it, instance);
      const value = it.i32[instance + (descrHost(it, descr) >> 2)]!;
      if (value !== 0) return it.newRef(value);
      raiseAttributeError(it, instance, descrName(it, descr), `'${it.typeOf(instance).name}' object has no attribute '${it.text(descrName(it, descr))}'`);
    },
    descrSet: (it, descr, instance, value) => {
      checkInstance(it, descr, instance);
      const member = memberOf(it, descr);
      if (member !== undefined) {
        if (member.set === undefined) return it.raise(it.types.AttributeError, 'readonly attribute');
        return member.set(it, instance, value);
      }
      const at = instance + (descrHost(it, descr) >> 2);
      const old = it.i32[at]!;
      if (value === 0 && old === 0) it.raise(it.types.AttributeError, it.text(descrName(it, descr)));
      if (value !== 0) it.incref(value);
      it.i32[at] = value;
      if (it.recording) it.touch(instance);
      it.xdecref(old);
    }
  }
};

/// A slot wrapper bound to an instance: descr p+4, self p+6.
function newMethodWrapper(it: Interp, descr: Ptr, self: Ptr): Ptr {
  const p = it.allocGc(it.types.method_wrapper, 32);
  it.i32[p + 4] = it.newRef(descr);
  it.i32[p + 6] = it.newRef(self);
  track(it.i32, p);
  return p;
}

/// The slot's name and the object of a bound slot wrapper, borrowed.
export const wrappedName = (it: Interp, p: Ptr): string => it.text(descrName(it, it.i32[p + 4]!));
export const wrappedSelf = (it: Interp, p: Ptr): Ptr => it.i32[p + 6]!;

export const methodWrapperSpec: TypeSpec = {
  ...base, name: 'method-wrapper', basicsize: 32,
  getset: {
    __self__: { isMember: true, get: (it, p) => it.newRef(it.i32[p + 6]!) },
    __name__: { get: (it, p) => it.newRef(descrName(it, it.i32[p + 4]!)) },
    __qualname__: { get: (it, p) => getset.__qualname__.get(it, it.i32[p + 4]!) },
    __objclass__: { get: (it, p) => it.newRef(it.i32[it.i32[p + 4]! + D_TYPE]!) },
    __doc__: { get: (it, p) => docOf(it, textOf(it, it.i32[p + 4]!)) }
  },
  slots: {
    dealloc: (it, p) => {
      untrack(it.i32, p);
      dropFields(it, p, [4, 6]);
      it.freeInstance(p);
    },
    traverse: (it, p, visitor) => {
      visitor.visit(it.i32[p + 4]!);
      visitor.visit(it.i32[p + 6]!);
    },
    repr: (it, p) => {
      const descr = it.i32[p + 4]!;
      return newStr(it, `<method-wrapper '${it.text(descrName(it, descr))}' of ${it.typeOf(it.i32[p + 6]!).name} object at ${hexAddress(it.i32[p + 6]!)}>`);
    },
    richcompare: (it, a, b, op) => {
      if ((op !== CompareOp.EQ && op !== CompareOp.NE) || it.typeOf(b) !== it.types.method_wrapper) return it.singletons.notImplemented;
      const same = it.i32[a + 4] === it.i32[b + 4] && it.i32[a + 6] === it.i32[b + 6];
      return it.bool(same === (op === CompareOp.EQ));
    },
    hash: (it, p) => {
      const self = hashPointer(it, it.i32[p + 6]!);
      const high = it.hashHigh;
      const descr = hashPointer(it, it.i32[p + 4]!);
      it.hashHigh ^= high;
      return self ^ descr;
    },
    call: (it, p, args, kwnames) => callNative(it, it.natives.get(descrHost(it, it.i32[p + 4]!)), it.i32[p + 6]!, args, kwnames)
  }
};
