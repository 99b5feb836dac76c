/// Special methods are looked up on the type, never on the instance.
import type { Ptr } from '../memory/ram';
import { call } from './abstract';
import type { Interp } from './interp';
import { typeLookup } from './lookup';

/// The special method bound to self, a new reference; 0 = the type has none
/// (CPython 3.14 Objects/typeobject.c lookup_maybe_method with unbound = 0).
export function bindSpecial(it: Interp, self: Ptr, name: string): Ptr {
  const type = it.typeOf(self);
  const method = typeLookup(it, type, it.name(name));
  if (method === 0) return 0;
  const get = it.typeOf(method).slots.descrGet;
  return get === undefined ? it.newRef(method) : get(it, method, self, type.ptr);
}

/// Calls a special method through a bound method, which refers to `self` too (_PyObject_LookupSpecial); 0 = the type has none.
export function callBoundSpecial(it: Interp, self: Ptr, name: string, args: readonly Ptr[] = []): Ptr {
  const method = bindSpecial(it, self, name);
  if (method === 0) return 0;
  it.own(method);
  return it.dropFor(call(it, method, args));
}

/// The same for round() and its like (see Profile.bindsRounding).
export function callRounding(it: Interp, self: Ptr, name: string, args: readonly Ptr[] = []): Ptr {
  if (it.profile.bindsRounding) return callBoundSpecial(it, self, name, args);
  return typeLookup(it, it.typeOf(self), it.name(name)) === 0 ? 0 : callSpecial(it, self, name, args);
}

/// Calls a special method; NotImplemented if the type has none (vectorcall_maybe).
export function callSpecialMaybe(it: Interp, self: Ptr, name: string, args: readonly Ptr[]): Ptr {
  if (typeLookup(it, it.typeOf(self), it.name(name)) === 0) return it.singletons.notImplemented;
  return callSpecial(it, self, name, args);
}

/// The same, also if it cannot be bound (slot_tp_richcompare).
export function callSpecialIfBound(it: Interp, self: Ptr, name: string, args: readonly Ptr[]): Ptr {
  const method = typeLookup(it, it.typeOf(self), it.name(name));
  if (method === 0) return it.singletons.notImplemented;
  const { bindsWithoutObject, slots } = it.typeOf(method);
  if (bindsWithoutObject || slots.descrGet === undefined) return callSpecial(it, self, name, args);
  const bound = it.catching(it.types.BaseException, () => bindSpecial(it, self, name));
  if (bound === undefined) return it.singletons.notImplemented;
  it.own(bound);
  return it.dropFor(call(it, bound, args));
}

/// Calls a special method; AttributeError if the type has none (vectorcall_method).
export function callSpecial(it: Interp, self: Ptr, name: string, args: readonly Ptr[], kwnames: Ptr = 0): Ptr {
  const type = it.typeOf(self);
  const method = typeLookup(it, type, it.name(name));
  if (method === 0) it.raise(it.types.AttributeError, name);
  it.own(it.newRef(method));
  const methodType = it.typeOf(method);
  let result: Ptr;
  if (methodType.bindsWithoutObject) {
    result = call(it, method, [self, ...args], kwnames);
  } else if (methodType.slots.descrGet !== undefined) {
    const bound = it.own(methodType.slots.descrGet(it, method, self, type.ptr));
    result = call(it, bound, args, kwnames);
    it.drop();
  } else {
    result = call(it, method, args, kwnames);
  }
  it.drop();
  return result;
}
