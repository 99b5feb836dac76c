/// tp_flags, as `cls.__flags__` shows them (CPython 3.14 Include/object.h Py_TPFLAGS_*).
import type { Interp } from './interp';
import type { TypeObject } from './typeobject';

/// Builtin types whose pattern `T(x)` matches the subject itself; the classes derived from them do likewise.
const MATCH_SELF = ['bool', 'bytearray', 'bytes', 'dict', 'float', 'frozenset', 'int', 'list', 'set', 'str', 'tuple'] as const;

/// Builtin types whose instances are called without a tuple (Py_TPFLAGS_HAVE_VECTORCALL).
const VECTORCALL = ['function', 'builtin_function_or_method', 'method', 'method_descriptor', 'wrapper_descriptor', 'type'] as const;

/// Builtin types that patterns take for sequences and mappings.
const SEQUENCES = ['list', 'tuple', 'range'] as const;
const MAPPINGS = ['dict', 'mappingproxy'] as const;

const bit = (n: number, set: boolean): number => (set ? 2 ** n : 0);

export function typeFlags(it: Interp, type: TypeObject): number {
  const { types, profile } = it;
  const isMetaclass = type.isSubtypeOf(types.type);
  const isLate = profile.immortalRefcount !== undefined;
  return bit(1, isLate && !type.isHeapType)
    + bit(2, type.hasInlineValues && isLate)
    + bit(3, type.hasManagedWeakref)
    + bit(4, type.hasManagedDict)
    + bit(5, type.collectionFlag === 'sequence' || SEQUENCES.some(name => type.isSubtypeOf(types[name])))
    + bit(6, type.collectionFlag === 'mapping' || MAPPINGS.some(name => type.isSubtypeOf(types[name])))
    + bit(7, type.disallowInstantiation)
    + bit(8, type.isImmutable)
    + bit(9, type.isHeapType)
    + bit(10, type.isBaseType)
    + bit(11, VECTORCALL.some(name => types[name] === type) || (isMetaclass && isLate))
    + bit(12, true)
    + bit(14, type.hasGc)
    + bit(17, type.bindsWithoutObject)
    + bit(19, type.version !== 0)
    + bit(20, type.isAbstract)
    + bit(22, MATCH_SELF.some(name => type.isSubtypeOf(types[name])))
    + bit(23, isMetaclass && isLate)
    + type.subclass * 2 ** 24;
}
