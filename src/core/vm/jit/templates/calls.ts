/// CALL, by what the callable was when the code became hot: native functions are called in place.
import { Opcode as Op } from '../../../compiler/opcodes';
import type { Ptr } from '../../../memory/ram';
import { takesTuple } from '../../../objects/callnative';
import { descrHost, descrType } from '../../../objects/descr';
import type { NativeCallable } from '../../../objects/interp';
import { typeLookup } from '../../../objects/lookup';
import { M_HOST, M_SELF, nativeOf } from '../../../objects/methodobject';
import { genericInit, genericNew } from '../../../objects/slotdefs';
import { typeFrom } from '../../../objects/type';
import { collectsAfter } from '../../callop';
import type { Emitter } from '../emitter';
import type { Templates } from './table';

/// A call of native code in place.
interface NativeCall {
  /// Condition that the callable is what it was.
  readonly test: string;
  /// Expression of the result, a new reference.
  readonly result: string;
  /// The callable, for the eval breaker's check behind the call.
  readonly checked: Ptr;
}

/// Expression of a stack word's object.
const object = (e: Emitter, depth: number): string => `(${e.slot(depth)} & -2)`;

/// The arguments as the function wants them; undefined: it does not take so many.
function argumentsFor(e: Emitter, { method }: NativeCallable, at: number, nargs: number): string | undefined {
  const args = Array.from({ length: nargs }, (_, i) => object(e, at + 2 + i)).join(', ');
  switch (method.kind) {
    case 'noargs': return nargs === 0 ? '' : undefined;
    case 'o': return nargs === 1 ? `, ${args}` : undefined;
    case 'fastcall': return nargs >= method.min && nargs <= method.max ? `, [${args}]` : undefined;
    case 'keywords': return `, [${args}], 0`;
  }
}

/// A method of a builtin type, called on an exact instance. Such a type never loses its descriptors.
function methodCall(e: Emitter, callable: Ptr, receiver: number, at: number, nargs: number): NativeCall | undefined {
  const { vm } = e;
  const type = vm.typeTable[receiver]!;
  const native = vm.natives.get(descrHost(vm, callable));
  const args = argumentsFor(e, native, at, nargs);
  if (args === undefined || type.isHeapType || !type.isSubtypeOf(descrType(vm, callable)) || takesTuple(vm, native)) return undefined;
  return {
    test: `${e.slot(at)} === ${callable} && s[${object(e, at + 1)} + 3] === ${receiver}`,
    result: `${e.constant(native.method.fn)}(vm, ${object(e, at + 1)}${args})`,
    checked: callable
  };
}

/// A builtin function. Its object may be gone later, and its place taken.
function functionCall(e: Emitter, callable: Ptr, at: number, nargs: number): NativeCall | undefined {
  const { vm } = e;
  const native = nativeOf(vm, callable);
  const args = argumentsFor(e, native, at, nargs);
  if (args === undefined || takesTuple(vm, native)) return undefined;
  const { special } = native.method;
  const isSpecial = special === undefined ? '' : ` && !types[s[${object(e, at + 2)} + 3]].isHeapType${special === 'repr' ? ' && !isDeep(vm)' : ''}`;
  return {
    test: `${e.slot(at)} === ${callable} && s[${callable + 3}] === ${vm.types.builtin_function_or_method.index} && natives[s[${callable + M_HOST}]] === ${e.constant(native)} && ${e.slot(at + 1)} === 0${isSpecial}`,
    result: `${e.constant(native.method.fn)}(vm, s[${callable + M_SELF}]${args})`,
    checked: callable
  };
}

/// `str(x)` (CPython 3.14 CALL_STR_1).
function strCall(e: Emitter, callable: Ptr, at: number): NativeCall {
  return {
    test: `${e.slot(at)} === ${callable} && ${e.slot(at + 1)} === 0 && !types[s[${object(e, at + 2)} + 3]].isHeapType && !isDeep(vm)`,
    result: `str(vm, ${object(e, at + 2)})`,
    checked: callable
  };
}

/// A class whose instances native code makes and readies. bool() and str() of an instance may call a method in Python.
function classCall(e: Emitter, callable: Ptr, at: number, nargs: number): NativeCall | undefined {
  const { vm } = e;
  const { object: bare, str, bool } = vm.types;
  const type = typeFrom(vm, callable);
  const { slots } = type;
  if (slots.new === bare.slots.new || slots.new === genericNew || slots.init === genericInit) return undefined;
  if (type === str && nargs === 1 && type.hasVectorcall) return strCall(e, callable, at);
  const isSpecial = nargs === 1 && (type === str || type === bool) ? ` && !types[s[${object(e, at + 2)} + 3]].isHeapType && !isDeep(vm)` : '';
  // A class has a version once something was looked up, and none when it is gone.
  if (type.isHeapType && typeLookup(vm, type, vm.name('__init__')) === 0) return undefined;
  const isSame = type.isHeapType ? ` && s[${callable + 3}] === ${vm.types.type.index} && ${e.constant(type)}.version === ${type.version}` : '';
  const args = Array.from({ length: nargs }, (_, i) => object(e, at + 2 + i)).join(', ');
  return {
    test: `${e.slot(at)} === ${callable} && ${e.slot(at + 1)} === 0${isSpecial}${isSame}`,
    result: `${e.constant(vm.types.type.slots.call)}(vm, ${callable}, [${args}], 0)`,
    checked: callable
  };
}

function nativeCall(e: Emitter, at: number, nargs: number): NativeCall | undefined {
  const hint = e.hintOf(at);
  if (hint === undefined || hint.callable === 0) return undefined;
  const { vm } = e;
  const { callable, receiver } = hint;
  const type = vm.typeOf(callable);
  if (type === vm.types.method_descriptor && receiver >= 0) return methodCall(e, callable, receiver, at, nargs);
  if (type === vm.types.builtin_function_or_method) return functionCall(e, callable, at, nargs);
  return type === vm.types.type ? classCall(e, callable, at, nargs) : undefined;
}

export const callTemplates: Templates = {
  [Op.CALL]: (e, nargs, ip) => {
    const at = e.stack.length - nargs - 2;
    const hint = e.hintOf(at);
    const native = nativeCall(e, at, nargs);
    e.spill();
    e.line(e.at(e.stack.length, ip));
    const general = `if (!callTop(frame, ${nargs})) return 0;`;
    if (native !== undefined) {
      const check = collectsAfter(e.vm, native.checked, nargs) ? ` if (vm.gcScheduled) vm.collectYoung();` : '';
      e.line(`if (${native.test}) { endCall(frame, ${nargs}, ${native.result});${check} } else ${general}`);
    } else {
      const isClass = hint !== undefined && hint.callable !== 0 && e.vm.i32[hint.callable + 3] === e.vm.types.type.index;
      e.line(isClass ? `if (!construct(frame, ${nargs})) return 0;` : general);
    }
    e.stack.length = at;
    e.pushMemory();
  }
};
