/// Why the two sides of an `is` are one object, as far as a learner can wonder.
import type { Ptr } from '../memory/ram';
import { bytesLength } from '../objects/bytes';
import { intValue, isSmall } from '../objects/int';
import { isInterned } from '../objects/str';
import { tupleSize } from '../objects/tuple';
import type { HostCode } from '../vm/codeobject';
import type { Vm } from '../vm/vm';
import { inlineText } from './anatomy';
import { Identity } from './payload';

/// An `Identity`; undefined for what goes without saying: different things, and comparisons with None. `code` is what runs.
export function identityOf(vm: Vm, code: HostCode, left: Ptr, right: Ptr): number | undefined {
  const { singletons, types } = vm;
  if (left === singletons.none || right === singletons.none) return undefined;
  if (left !== right) {
    const text = inlineText(vm, left);
    return vm.typeOf(left) === vm.typeOf(right) && text !== undefined && text === inlineText(vm, right) && !text.includes('…') ? Identity.EQUAL : undefined;
  }
  switch (vm.typeOf(left)) {
    case types.int: {
      const value = intValue(vm, left);
      if (isSmall(value)) return Identity.SMALL_INT;
      break;
    }
    case types.bool:
    case types.ellipsis:
    case types.NotImplementedType: return Identity.SINGLETON;
    case types.tuple:
      if (tupleSize(vm, left) === 0) return Identity.SINGLETON;
      break;
    case types.bytes:
      if (bytesLength(vm, left) === 0) return Identity.SINGLETON;
      break;
    case types.str: {
      const text = vm.text(left);
      if (text.length === 0 || (text.length === 1 && text.charCodeAt(0) < 256)) return Identity.SMALL_STR;
      if (isInterned(vm, left)) return Identity.INTERNED;
      break;
    }
    // What the compiler itself compares: whether `all` is still the built-in one.
    case types.builtin_function_or_method: return undefined;
    default: break;
  }
  return code.consts.includes(left) ? Identity.CONSTANT : Identity.SAME;
}
