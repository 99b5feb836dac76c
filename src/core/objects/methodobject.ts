/// Native functions, bound or not (Objects/methodobject.c). Fields: m_self p+6, m_module p+8, m_weakreflist p+10,
/// host index p+12.
import { track, untrack } from '../memory/gchead';
import { dropFields } from './dropping';
import type { Ptr } from '../memory/ram';
import { callNative } from './callnative';
import { hashPointer, hexAddress } from './object';
import type { Interp, NativeCallable } from './interp';
import { newStr } from './str';
import { typeFrom } from './type';
import { qualnameOfType } from './typenames';
import { CompareOp } from './typeobject';
import type { TypeSpec } from './typeobject';
import { clearWeakRefs } from './weakref';

export const M_SELF = 6;
const M_MODULE = 8;
const M_WEAKLIST = 10;
export const M_HOST = 12;

/// A builtin function; `self` 0 for a plain one, `module` the str of its module or 0.
export function newNativeFunction(it: Interp, native: NativeCallable, self: Ptr, module: Ptr): Ptr {
  const type = it.types.builtin_function_or_method;
  const p = it.allocGc(type, type.basicsize);
  for (let i = p + 4; i < p + 14; i++) it.i32[i] = 0;
  if (self !== 0) it.i32[p + M_SELF] = it.newRef(self);
  if (module !== 0) it.i32[p + M_MODULE] = it.newRef(module);
  it.i32[p + M_HOST] = it.natives.add(native);
  track(it.i32, p);
  return p;
}

export const nativeOf = (it: Interp, p: Ptr): NativeCallable => it.natives.get(it.i32[p + M_HOST]!);
export const nativeSelf = (it: Interp, p: Ptr): Ptr => it.i32[p + M_SELF]!;

/// Last part of the name: `append` of `list.append`.
const shortName = (native: NativeCallable): string => native.name.slice(native.name.lastIndexOf('.') + 1);

/// Stands for the address of the C function in hashes (meth_hash).
function numberOfName(name: string): number {
  let number = 0;
  for (let i = 0; i < name.length; i++) number = Math.imul(number ^ name.charCodeAt(i), 0x01000193);
  return number;
}

export const builtinFunctionSpec: TypeSpec = {
  name: 'builtin_function_or_method',
  basicsize: 56,
  hasGc: true,
  disallowInstantiation: true,
  weaklistoffset: M_WEAKLIST * 4,
  slots: {
    traverse: (it, p, visitor) => {
      if (it.i32[p + M_SELF]! !== 0) visitor.visit(it.i32[p + M_SELF]!);
      if (it.i32[p + M_MODULE]! !== 0) visitor.visit(it.i32[p + M_MODULE]!);
    },
    dealloc: (it, p) => {
      untrack(it.i32, p);
      clearWeakRefs(it, p);
      it.natives.remove(it.i32[p + M_HOST]!);
      dropFields(it, p, [M_SELF, M_MODULE]);
      it.freeInstance(p);
    },
    call: (it, p, args, kwnames) => callNative(it, it.natives.get(it.i32[p + M_HOST]!), it.i32[p + M_SELF]!, args, kwnames),
    repr: (it, p) => {
      const self = nativeSelf(it, p);
      const name = shortName(nativeOf(it, p));
      if (self === 0 || it.typeOf(self) === it.types.module) return newStr(it, `<built-in function ${name}>`);
      return newStr(it, `<built-in method ${name} of ${it.typeOf(self).name} object at ${hexAddress(self)}>`);
    },
    hash: (it, p) => {
      const self = nativeSelf(it, p);
      const { name } = nativeOf(it, p);
      if (self === 0) it.hashHigh = 0;
      return (self === 0 ? 0 : hashPointer(it, self)) ^ numberOfName(name);
    },
    richcompare: (it, a, b, op) => {
      if ((op !== CompareOp.EQ && op !== CompareOp.NE) || it.typeOf(b) !== it.types.builtin_function_or_method) return it.singletons.notImplemented;
      const same = nativeSelf(it, a) === nativeSelf(it, b) && nativeOf(it, a).method === nativeOf(it, b).method;
      return it.bool(same === (op === CompareOp.EQ));
    }
  },
  getset: {
    __name__: { get: (it, p) => newStr(it, shortName(nativeOf(it, p))) },
    __qualname__: {
      get: (it, p) => {
        const self = nativeSelf(it, p);
        const name = shortName(nativeOf(it, p));
        if (self === 0 || it.typeOf(self) === it.types.module) return newStr(it, name);
        const owner = it.typeOf(self).isSubtypeOf(it.types.type) ? typeFrom(it, self) : it.typeOf(self);
        return newStr(it, `${qualnameOfType(it, owner)}.${name}`);
      }
    },
    __self__: { get: (it, p) => it.newRef(nativeSelf(it, p) || it.singletons.none) },
    __module__: { isMember: true, get: (it, p) => it.newRef(it.i32[p + M_MODULE]! || it.singletons.none) },
    __doc__: { get: (it, p) => (nativeOf(it, p).method.doc === undefined ? it.singletons.none : newStr(it, nativeOf(it, p).method.doc!)) },
    __text_signature__: { get: it => it.singletons.none }
  }
};
