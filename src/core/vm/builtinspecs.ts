/// The builtin types of every heap and what they are made of.
import { boolSpec } from '../objects/bool';
import { bytearraySpec } from '../objects/bytearraytype';
import { bytesSpec } from '../objects/bytestype';
import { cellSpec } from '../objects/cell';
import { classmethodSpec, staticmethodSpec } from '../objects/classmethod';
import { methodSpec } from '../objects/classobject';
import { containerSpecs } from '../objects/containertypes';
import { complexSpec } from '../objects/complextype';
import { classmethodDescriptorSpec, getsetDescriptorSpec, memberDescriptorSpec, methodDescriptorSpec, methodWrapperSpec, wrapperDescriptorSpec } from '../objects/descr';
import { groupMethods, groupSlots } from '../objects/exceptiongroup';
import { exceptionSpecs } from '../objects/exceptions';
import { floatSpec } from '../objects/floattype';
import { intSpec } from '../objects/inttype';
import { genericAliasIteratorSpec, genericAliasSpec } from '../objects/genericalias';
import { builtinFunctionSpec } from '../objects/methodobject';
import { moduleSpec } from '../objects/module';
import { namespaceSpec } from '../objects/namespace';
import { ellipsisSpec, noneTypeSpec, notImplementedTypeSpec } from '../objects/none';
import { objectSpec } from '../objects/object';
import { propertySpec } from '../objects/property';
import { bytearrayIteratorSpec, bytesIteratorSpec, strAsciiIteratorSpec, strIteratorSpec } from '../objects/scalariterators';
import { strSpec } from '../objects/strtype';
import { superSpec } from '../objects/superobject';
import { typeSpec } from '../objects/type';
import { unionOr, unionTypeSpec } from '../objects/uniontype';
import { weakcallableproxySpec, weakproxySpec } from '../objects/weakproxy';
import { weakrefSpec } from '../objects/weakref';
import { codeSpec } from './codeobject';
import { codeReplace } from './codereplace';
import { frameSpec } from './frameobject';
import { frameLocalsProxySpec } from './framelocalsproxy';
import { functionSpec } from './funcobject';
import { coroutineSpec, generatorSpec } from './gentypes';
import { tracebackSpec } from './traceback';
import type { TypeSpec } from '../objects/typeobject';

const asyncGeneratorSpec: TypeSpec = { name: 'async_generator', basicsize: 160, hasGc: true, disallowInstantiation: true };

const exceptions: Readonly<Record<string, TypeSpec>> = Object.fromEntries(exceptionSpecs);

/// What each builtin type is made of, by its key.
export const BUILTIN_SPECS: Readonly<Record<string, TypeSpec | undefined>> = {
  ...containerSpecs,
  object: objectSpec, type: { ...typeSpec, slots: { ...typeSpec.slots, nbOr: unionOr } }, NoneType: noneTypeSpec, ellipsis: ellipsisSpec, NotImplementedType: notImplementedTypeSpec,
  int: intSpec, bool: boolSpec, float: floatSpec, complex: complexSpec, str: strSpec, bytes: bytesSpec, bytearray: bytearraySpec,
  str_iterator: strIteratorSpec, str_ascii_iterator: strAsciiIteratorSpec, bytes_iterator: bytesIteratorSpec, bytearray_iterator: bytearrayIteratorSpec,
  super: superSpec, SimpleNamespace: namespaceSpec, function: functionSpec, builtin_function_or_method: builtinFunctionSpec,
  method: methodSpec, method_descriptor: methodDescriptorSpec, classmethod_descriptor: classmethodDescriptorSpec,
  wrapper_descriptor: wrapperDescriptorSpec, method_wrapper: methodWrapperSpec, getset_descriptor: getsetDescriptorSpec,
  member_descriptor: memberDescriptorSpec, property: propertySpec, classmethod: classmethodSpec, staticmethod: staticmethodSpec,
  cell: cellSpec, code: { ...codeSpec, methods: { replace: codeReplace } }, frame: frameSpec, FrameLocalsProxy: frameLocalsProxySpec, traceback: tracebackSpec, generator: generatorSpec, coroutine: coroutineSpec,
  async_generator: asyncGeneratorSpec, module: moduleSpec, weakref: weakrefSpec, weakproxy: weakproxySpec,
  weakcallableproxy: weakcallableproxySpec,
  GenericAlias: genericAliasSpec, UnionType: unionTypeSpec, generic_alias_iterator: genericAliasIteratorSpec,
  ...exceptions,
  BaseExceptionGroup: { ...exceptions.BaseExceptionGroup!, slots: { ...exceptions.BaseExceptionGroup!.slots, ...groupSlots }, methods: groupMethods }
};
