/// The module `builtins` (CPython 3.14 Python/bltinmodule.c).
import type { Ptr } from '../memory/ram';
import { setModuleItem } from '../objects/module';
import { BUILTIN_TYPE_NAMES } from '../objects/builtintypes';
import type { BuiltinTypeName } from '../objects/builtintypes';
import { attributeFunctions } from './builtinsattrs';
import { buildClass } from './builtinsclass';
import { codeFunctions } from './builtinscode';
import { printFunctions } from './builtinsio';
import { iterationFunctions } from './builtinsiter';
import { numberFunctions } from './builtinsnumber';
import { instanceFunctions } from '../objects/isinstance';
import { addMemoryview } from './memoryview';
import { lackingTypes } from '../profile/typeAttributes';
import type { ModuleSpec } from './module';
import type { Vm } from '../vm/vm';

/// Types that CPython binds in `types` or nowhere, not in builtins.
const NOT_BOUND: ReadonlySet<BuiltinTypeName> = new Set<BuiltinTypeName>([
  'NoneType', 'ellipsis', 'NotImplementedType', 'str_iterator', 'str_ascii_iterator', 'bytes_iterator', 'bytearray_iterator', 'tuple_iterator',
  'list_iterator', 'list_reverseiterator', 'dict_keys', 'dict_values', 'dict_items', 'dict_keyiterator', 'dict_valueiterator',
  'dict_itemiterator', 'dict_reversekeyiterator', 'dict_reversevalueiterator', 'dict_reverseitemiterator', 'set_iterator',
  'range_iterator', 'longrange_iterator', 'iterator', 'callable_iterator', 'mappingproxy', 'SimpleNamespace', 'function', 'builtin_function_or_method',
  'method', 'method_descriptor', 'classmethod_descriptor', 'wrapper_descriptor', 'method_wrapper', 'getset_descriptor',
  'member_descriptor', 'cell', 'code', 'frame', 'FrameLocalsProxy', 'traceback', 'generator', 'coroutine', 'async_generator', 'module', 'weakref',
  'weakproxy', 'weakcallableproxy', 'GenericAlias', 'UnionType', 'generic_alias_iterator'
]);

function init(vm: Vm, module: Ptr): void {
  const lacking = lackingTypes[vm.profile.version];
  for (const name of BUILTIN_TYPE_NAMES) {
    if (!NOT_BOUND.has(name) && !lacking.has(name)) setModuleItem(vm, module, name, vm.newRef(vm.types[name].ptr));
  }
  setModuleItem(vm, module, 'memoryview', addMemoryview(vm));
  const { singletons } = vm;
  const constants: Readonly<Record<string, Ptr>> = {
    None: singletons.none,
    True: singletons.true,
    False: singletons.false,
    Ellipsis: singletons.ellipsis,
    NotImplemented: singletons.notImplemented,
    __debug__: singletons.true,
    IOError: vm.types.OSError.ptr,
    EnvironmentError: vm.types.OSError.ptr
  };
  for (const [name, value] of Object.entries(constants)) setModuleItem(vm, module, name, vm.newRef(value));
}

export const builtinsModule: ModuleSpec = {
  name: 'builtins',
  functions: {
    __build_class__: buildClass,
    ...attributeFunctions,
    ...codeFunctions,
    ...instanceFunctions,
    ...iterationFunctions,
    ...numberFunctions,
    ...printFunctions
  },
  init
};
