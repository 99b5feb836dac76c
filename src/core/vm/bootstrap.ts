/// From an empty memory to an interpreter with its builtin types (CPython 3.14 Python/pylifecycle.c pycore_init_*).
import { HEAD_WORDS } from '../memory/gchead';
import { newMethodDescr } from '../objects/descr';
import { dictSetItem, newDict } from '../objects/dictobject';
import { classGetItem } from '../objects/genericalias';
import type { BuiltinTypeName } from '../objects/builtintypes';
import { BUILTIN_TYPE_NAMES } from '../objects/builtintypes';
import { allocException } from '../objects/exceptions';
import { IMMORTAL } from '../objects/heap';
import { initContainers } from '../objects/containertypes';
import { createSingletons } from '../objects/singletons';
import { newTuple, tupleFrom } from '../objects/tuple';
import { typeFrom, typeSpec } from '../objects/type';
import { TypeField } from '../objects/typenames';
import { typeNew } from '../objects/typenew';
import { inheritBuiltin, readyBuiltin, setSubclassBits } from '../objects/typeready';
import type { TypeObject, TypeSpec } from '../objects/typeobject';
import { profiles } from '../profile/versions';
import { basicsizes } from '../profile/basicsizes';
import { lackingAttributes, lackingTypes } from '../profile/typeAttributes';
import type { PythonVersion } from '../profile/profile';
import { BUILTIN_SPECS } from './builtinspecs';
import { createCompiler } from './jit/compiler';
import { Generators } from './generators';
import { vmHooks } from './hooks';
import { Vm } from './vm';

/// `class ExceptionGroup(BaseExceptionGroup, Exception)`, on the heap like a class of Python (CPython 3.14
/// Objects/exceptions.c create_exception_group_class). Held for good.
function createExceptionGroupClass(vm: Vm): TypeObject {
  const namespace = vm.own(newDict(vm));
  dictSetItem(vm, namespace, vm.name('__module__'), vm.name('builtins'));
  const bases = vm.own(tupleFrom(vm, [vm.types.BaseExceptionGroup.ptr, vm.types.Exception.ptr]));
  const type = typeFrom(vm, typeNew(vm, vm.types.type, [vm.name('ExceptionGroup'), bases, namespace], 0));
  vm.drop(2);
  return type;
}

/// Builtin classes that `C[x]` makes an alias of.
const SUBSCRIPTABLE = ['list', 'dict', 'tuple', 'set', 'frozenset', 'enumerate', 'weakref', 'mappingproxy', 'generator', 'coroutine'] as const;

function addClassGetItem(vm: Vm, type: TypeObject): void {
  const descr = newMethodDescr(vm, type, '__class_getitem__', classGetItem);
  dictSetItem(vm, type.dict, vm.name('__class_getitem__'), descr);
  vm.decref(descr);
}

/// An interpreter with its types and singletons, and no modules yet.
export function createVm(version: PythonVersion, bytes: number, compileAfter?: number): Vm {
  const vm = new Vm(profiles[version], bytes, compileAfter);
  Object.assign(vm.hooks, vmHooks);
  vm.generators = new Generators(vm);
  vm.jit.prepare = createCompiler(vm);
  const made: [TypeObject, TypeSpec][] = [];
  const create = (name: BuiltinTypeName): TypeObject => {
    if ((vm.types[name] as TypeObject | undefined) !== undefined) return vm.types[name];
    const spec = BUILTIN_SPECS[name];
    if (spec === undefined) throw new Error(`no spec for the builtin type ${name}`);
    const base = name === 'object' ? undefined : create(spec.base ?? 'object');
    const type = vm.addType(spec.name, false, spec);
    vm.types[name] = type;
    type.ptr = vm.memory.reserve(HEAD_WORDS * 4 + typeSpec.basicsize) + HEAD_WORDS;
    inheritBuiltin(vm, type, spec, base);
    if (lackingTypes[vm.profile.version].has(name)) base!.subclasses.pop();
    setSubclassBits(type);
    type.basicsize = basicsizes[vm.profile.version][name] ?? type.basicsize;
    // Up to 3.13 a union has none.
    if (type.weaklistoffset >= type.basicsize) type.weaklistoffset = 0;
    type.hasVectorcall = vm.profile.vectorcallTypes.has(name);
    made.push([type, spec]);
    return type;
  };
  for (const name of BUILTIN_TYPE_NAMES) if (name !== 'ExceptionGroup') create(name);
  for (const [type] of made) {
    vm.i32[type.ptr] = IMMORTAL;
    vm.i32[type.ptr + 2] = vm.types.type.ptr;
    vm.i32[type.ptr + 3] = vm.types.type.index;
    vm.i32[type.ptr + TypeField.INDEX] = type.index;
  }
  for (const type of [vm.types.function, vm.types.method_descriptor, vm.types.wrapper_descriptor]) type.bindsWithoutObject = true;
  createSingletons(vm);
  initContainers(vm);
  for (const [type, spec] of made) readyBuiltin(vm, type, spec);
  vm.types.ExceptionGroup = createExceptionGroupClass(vm);
  for (const name of SUBSCRIPTABLE) if (!lackingAttributes[version][name]?.includes('__class_getitem__')) addClassGetItem(vm, vm.types[name]);
  if (vm.profile.unionIsTyping) {
    vm.types.UnionType.name = 'typing.Union';
    vm.types.UnionType.builtinModule = 'typing';
  }
  vm.memoryErrorInstance = allocException(vm, vm.types.MemoryError, newTuple(vm, 0));
  return vm;
}
