/// Builtin types that modules bring along (`ctypes.Structure`, `_io.TextIOWrapper`, ...).
import type { Interp } from '../objects/interp';
import { intern } from '../objects/str';
import { TypeField } from '../objects/typenames';
import { inheritBuiltin, readyBuiltin } from '../objects/typeready';
import type { ModuleTypeName } from '../objects/moduletypes';
import type { TypeObject, TypeSpec } from '../objects/typeobject';

/// Makes an immortal type object of the spec. It has no GC head's duties: nothing in it is ever freed.
export function addBuiltinType(it: Interp, spec: TypeSpec): TypeObject {
  const type = it.addType(spec.name, false, spec);
  const p = it.allocGc(it.types.type, it.types.type.basicsize);
  it.i32.fill(0, p + 4, p + (it.types.type.basicsize >> 2));
  it.makeImmortal(p);
  type.ptr = p;
  it.i32[p + TypeField.INDEX] = type.index;
  it.i32[p + TypeField.NAME] = intern(it, spec.name);
  inheritBuiltin(it, type, spec, it.types[spec.base ?? 'object']);
  readyBuiltin(it, type, spec);
  return type;
}

/// Makes a type of the table `it.moduleTypes`. `isHeap`: in CPython it is a heap type.
export function addModuleType(it: Interp, key: ModuleTypeName, spec: TypeSpec, isHeap: boolean): TypeObject {
  const type = addBuiltinType(it, spec);
  it.moduleTypes[key] = type;
  if (isHeap) visitTypeToo(type);
  return type;
}

/// Instances of a heap type refer to it, which tp_traverse shows first or `last`.
/// NOT-CPYTHON: the references are not counted, as nothing ever frees the type.
export function visitTypeToo(type: TypeObject, last = false): void {
  type.isHeapInC = true;
  if (!type.hasGc) return;
  const { traverse } = type;
  type.traverse = type.slots.traverse = (it, p, visitor) => {
    if (last) traverse(it, p, visitor);
    // Of a class's instance, subtypeTraverse has shown it.
    if (!it.typeOf(p).isHeapType) visitor.visit(it.typeOf(p).ptr);
    if (!last) traverse(it, p, visitor);
  };
}
