/// isinstance() and issubclass() (CPython 3.14 Objects/abstract.c object_recursive_isinstance).
import type { Ptr } from '../memory/ram';
import { call, getOptionalAttr, isTrue } from './abstract';
import type { Interp } from './interp';
import { bindSpecial } from './special';
import { isTuple, tupleGet, tupleSize } from './tuple';
import { isType, typeFrom } from './type';
import type { NativeMethod } from './typeobject';

const NOT_CLASSES = 'isinstance() arg 2 must be a type, a tuple of types, or a union';
const NOT_CLASSES_SUB = 'issubclass() arg 2 must be a class, a tuple of classes, or a union';
/// What a level of bases takes of the host's stack, by estimate.
const NESTED_BYTES = 800;

export function objectIsInstance(it: Interp, p: Ptr, cls: Ptr): boolean {
  if (it.typeOf(p).ptr === cls) return true;
  if (it.typeOf(cls) === it.types.type) return realInstance(it, p, cls);
  if (isTuple(it, cls)) return anyOf(it, objectIsInstance, ' in __instancecheck__', p, cls);
  return askClass(it, cls, '__instancecheck__', p) ?? realInstance(it, p, cls);
}

export function objectIsSubclass(it: Interp, derived: Ptr, cls: Ptr): boolean {
  if (it.typeOf(cls) === it.types.type) return derived === cls || realSubclassOf(it, derived, cls);
  if (isTuple(it, cls)) return anyOf(it, objectIsSubclass, ' in __subclasscheck__', derived, cls);
  return askClass(it, cls, '__subclasscheck__', derived) ?? realSubclassOf(it, derived, cls);
}

/// Whether the test holds for `p` and any of the tuple's items.
function anyOf(it: Interp, test: (it: Interp, p: Ptr, cls: Ptr) => boolean, doing: string, p: Ptr, classes: Ptr): boolean {
  it.enterNative(NESTED_BYTES, doing);
  try {
    for (let i = 0; i < tupleSize(it, classes); i++) if (test(it, p, tupleGet(it, classes, i))) return true;
    return false;
  } finally {
    it.leaveNative(NESTED_BYTES);
  }
}

/// What the metaclass's method answers; undefined if it has none.
function askClass(it: Interp, cls: Ptr, method: string, arg: Ptr): boolean | undefined {
  const checker = bindSpecial(it, cls, method);
  if (checker === 0) return undefined;
  it.own(checker);
  const result = it.own(call(it, checker, [arg]));
  const answer = isTrue(it, result);
  it.drop(2);
  return answer;
}

/// By the type, or by a `__class__` that claims another one (object_isinstance).
export function realInstance(it: Interp, p: Ptr, cls: Ptr): boolean {
  if (!isType(it, cls)) return abstractInstance(it, p, cls);
  const type = typeFrom(it, cls);
  if (it.typeOf(p).isSubtypeOf(type)) return true;
  const claimed = getOptionalAttr(it, p, '__class__');
  if (claimed === 0) return false;
  const result = claimed !== it.typeOf(p).ptr && isType(it, claimed) && typeFrom(it, claimed).isSubtypeOf(type);
  it.decref(claimed);
  return result;
}

/// By the class and its bases alone (recursive_issubclass).
export function realSubclassOf(it: Interp, derived: Ptr, cls: Ptr): boolean {
  if (isType(it, derived) && isType(it, cls)) return typeFrom(it, derived).isSubtypeOf(typeFrom(it, cls));
  checkClass(it, derived, 'issubclass() arg 1 must be a class');
  checkClass(it, cls, NOT_CLASSES_SUB);
  return abstractSubclass(it, derived, cls);
}

/// What is no type counts as a class if it has a tuple `__bases__` (check_class).
function checkClass(it: Interp, cls: Ptr, message: string): void {
  const bases = basesOf(it, cls);
  if (bases === 0) it.typeError(message);
  it.decref(bases);
}

/// `cls.__bases__`, a new reference; 0 = none, or no tuple (abstract_get_bases).
function basesOf(it: Interp, cls: Ptr): Ptr {
  const bases = getOptionalAttr(it, cls, '__bases__');
  if (bases === 0 || isTuple(it, bases)) return bases;
  it.decref(bases);
  return 0;
}

function abstractInstance(it: Interp, p: Ptr, cls: Ptr): boolean {
  checkClass(it, cls, NOT_CLASSES);
  const claimed = getOptionalAttr(it, p, '__class__');
  if (claimed === 0) return false;
  it.own(claimed);
  const answer = abstractSubclass(it, claimed, cls);
  it.drop();
  return answer;
}

/// Whether `cls` is among the bases of `derived`, theirs, ... (abstract_issubclass).
function abstractSubclass(it: Interp, derived: Ptr, cls: Ptr): boolean {
  if (derived === cls) return true;
  const bases = basesOf(it, derived);
  if (bases === 0) return false;
  it.own(bases);
  it.enterNative(NESTED_BYTES, ' in __issubclass__');
  try {
    let found = false;
    for (let i = 0; !found && i < tupleSize(it, bases); i++) found = abstractSubclass(it, tupleGet(it, bases, i), cls);
    it.drop();
    return found;
  } finally {
    it.leaveNative(NESTED_BYTES);
  }
}

export const instanceFunctions: Readonly<Record<string, NativeMethod>> = {
  isinstance: { kind: 'fastcall', min: 2, max: 2, fn: (it, _self, args) => it.bool(objectIsInstance(it, args[0]!, args[1]!)) },
  issubclass: { kind: 'fastcall', min: 2, max: 2, fn: (it, _self, args) => it.bool(objectIsSubclass(it, args[0]!, args[1]!)) }
};
