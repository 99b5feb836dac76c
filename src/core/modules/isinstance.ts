/// isinstance() and issubclass() (CPython 3.14 Objects/abstract.c object_recursive_isinstance).
import type { Ptr } from '../memory/ram';
import { call, getOptionalAttr, isTrue } from '../objects/abstract';
import type { Interp } from '../objects/interp';
import { bindSpecial } from '../objects/special';
import { isTuple, tupleGet, tupleSize } from '../objects/tuple';
import { isType, typeFrom } from '../objects/type';
import type { NativeMethod } from '../objects/typeobject';

const NOT_CLASSES = 'isinstance() arg 2 must be a type, a tuple of types, or a union';
const NOT_CLASSES_SUB = 'issubclass() arg 2 must be a class, a tuple of classes, or a union';

export function objectIsInstance(it: Interp, p: Ptr, cls: Ptr): boolean {
  if (it.typeOf(p).ptr === cls) return true;
  if (it.typeOf(cls) === it.types.type) return realInstance(it, p, cls);
  if (isTuple(it, cls)) {
    for (let i = 0; i < tupleSize(it, cls); i++) if (objectIsInstance(it, p, tupleGet(it, cls, i))) return true;
    return false;
  }
  return askClass(it, cls, '__instancecheck__', p) ?? realInstance(it, p, cls);
}

export function objectIsSubclass(it: Interp, derived: Ptr, cls: Ptr): boolean {
  if (it.typeOf(cls) === it.types.type) return derived === cls || realSubclassOf(it, derived, cls);
  if (isTuple(it, cls)) {
    for (let i = 0; i < tupleSize(it, cls); i++) if (objectIsSubclass(it, derived, tupleGet(it, cls, i))) return true;
    return false;
  }
  return askClass(it, cls, '__subclasscheck__', derived) ?? realSubclassOf(it, derived, cls);
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
function realInstance(it: Interp, p: Ptr, cls: Ptr): boolean {
  if (!isType(it, cls)) it.typeError(NOT_CLASSES);
  const type = typeFrom(it, cls);
  if (it.typeOf(p).isSubtypeOf(type)) return true;
  const claimed = getOptionalAttr(it, p, '__class__');
  if (claimed === 0) return false;
  const result = claimed !== it.typeOf(p).ptr && isType(it, claimed) && typeFrom(it, claimed).isSubtypeOf(type);
  it.decref(claimed);
  return result;
}

function realSubclassOf(it: Interp, derived: Ptr, cls: Ptr): boolean {
  if (!isType(it, derived)) it.typeError('issubclass() arg 1 must be a class');
  if (!isType(it, cls)) it.typeError(NOT_CLASSES_SUB);
  return typeFrom(it, derived).isSubtypeOf(typeFrom(it, cls));
}

export const instanceFunctions: Readonly<Record<string, NativeMethod>> = {
  isinstance: { kind: 'fastcall', min: 2, max: 2, fn: (it, _self, args) => it.bool(objectIsInstance(it, args[0]!, args[1]!)) },
  issubclass: { kind: 'fastcall', min: 2, max: 2, fn: (it, _self, args) => it.bool(objectIsSubclass(it, args[0]!, args[1]!)) }
};
