/// How many values each instruction takes from the stack and puts on it, and how it moves control.
import { Opcode as Op } from './opcodes';
import { Pseudo } from './instructions';

/// Values popped; for instructions that leave some of them in place, those count as popped and pushed.
export function numPopped(op: number, arg: number): number {
  switch (op) {
    case Op.STORE_FAST: case Op.STORE_FAST_LOAD_FAST: case Op.STORE_NAME: case Op.STORE_GLOBAL: case Op.STORE_DEREF:
    case Op.LOAD_ATTR: case Op.DELETE_ATTR: case Op.RETURN_VALUE: case Op.POP_TOP: case Op.TO_BOOL: case Op.POP_ITER:
    case Op.POP_JUMP_IF_FALSE: case Op.POP_JUMP_IF_TRUE: case Op.POP_JUMP_IF_NONE: case Op.POP_JUMP_IF_NOT_NONE:
    case Op.GET_ITER: case Op.FOR_ITER: case Op.END_FOR: case Op.UNPACK_SEQUENCE: case Op.UNPACK_EX:
    case Op.UNARY_NOT: case Op.UNARY_NEGATIVE: case Op.UNARY_INVERT: case Op.LOAD_FROM_DICT_OR_DEREF:
    case Op.LOAD_FROM_DICT_OR_GLOBALS: case Op.MAKE_FUNCTION: case Op.CALL_INTRINSIC_1: case Op.CONVERT_VALUE:
    case Op.FORMAT_SIMPLE: case Op.IMPORT_FROM: case Op.LOAD_SPECIAL: case Op.BEFORE_WITH: case Op.BEFORE_ASYNC_WITH:
    case Op.PUSH_EXC_INFO: case Op.POP_EXCEPT: case Op.YIELD_VALUE: case Op.GET_YIELD_FROM_ITER: case Op.GET_AWAITABLE:
    case Op.GET_AITER: case Op.GET_ANEXT: case Op.GET_LEN: case Op.MATCH_MAPPING: case Op.MATCH_SEQUENCE:
    case Pseudo.JUMP_IF_FALSE: case Pseudo.JUMP_IF_TRUE: case Pseudo.STORE_FAST_MAYBE_NULL:
      return 1;
    case Op.STORE_FAST_STORE_FAST: case Op.STORE_ATTR: case Op.BINARY_OP: case Op.COMPARE_OP: case Op.IS_OP:
    case Op.CONTAINS_OP: case Op.DELETE_SUBSCR: case Op.SET_FUNCTION_ATTRIBUTE: case Op.CALL_INTRINSIC_2:
    case Op.FORMAT_WITH_SPEC: case Op.BUILD_TEMPLATE: case Op.IMPORT_NAME: case Op.CHECK_EXC_MATCH:
    case Op.CHECK_EG_MATCH: case Op.SEND: case Op.END_SEND: case Op.END_ASYNC_FOR: case Op.MATCH_KEYS:
      return 2;
    case Op.STORE_SUBSCR: case Op.LOAD_SUPER_ATTR: case Op.BINARY_SLICE: case Op.CLEANUP_THROW: case Op.MATCH_CLASS:
      return 3;
    case Op.CALL_FUNCTION_EX: case Op.STORE_SLICE:
      return 4;
    case Op.WITH_EXCEPT_START:
      return arg === 1 ? 4 : 5;
    case Op.COPY: case Op.SWAP: case Op.BUILD_TUPLE: case Op.BUILD_LIST: case Op.BUILD_SLICE: case Op.BUILD_SET:
    case Op.BUILD_STRING: case Op.RAISE_VARARGS:
      return arg;
    case Op.CALL:
      return arg + 2;
    case Op.CALL_KW:
      return arg + 3;
    case Op.BUILD_MAP:
      return arg * 2;
    case Op.LIST_APPEND: case Op.LIST_EXTEND: case Op.SET_ADD: case Op.SET_UPDATE: case Op.DICT_UPDATE: case Op.RERAISE:
    case Op.BUILD_CONST_KEY_MAP:
      return arg + 1;
    case Op.MAP_ADD:
      return arg + 2;
    case Op.DICT_MERGE:
      return arg + 4;
    case Op.BUILD_INTERPOLATION:
      return 2 + (arg & 1);
    default:
      return 0;
  }
}

/// Values pushed.
export function numPushed(op: number, arg: number): number {
  switch (op) {
    case Op.LOAD_FAST: case Op.LOAD_FAST_BORROW: case Op.LOAD_FAST_CHECK: case Op.STORE_FAST_LOAD_FAST:
    case Op.LOAD_CONST: case Op.LOAD_SMALL_INT: case Op.LOAD_NAME: case Op.TO_BOOL: case Op.BINARY_OP:
    case Op.COMPARE_OP: case Op.CALL: case Op.CALL_KW: case Op.GET_ITER: case Op.PUSH_NULL: case Op.BUILD_TUPLE:
    case Op.BUILD_LIST: case Op.BUILD_MAP: case Op.BUILD_CONST_KEY_MAP: case Op.IS_OP: case Op.CONTAINS_OP: case Op.UNARY_NOT:
    case Op.UNARY_NEGATIVE: case Op.UNARY_INVERT: case Op.LOAD_DEREF: case Op.LOAD_FAST_AND_CLEAR:
    case Op.LOAD_FROM_DICT_OR_DEREF: case Op.LOAD_FROM_DICT_OR_GLOBALS: case Op.LOAD_LOCALS:
    case Op.LOAD_COMMON_CONSTANT: case Op.LOAD_BUILD_CLASS: case Op.MAKE_FUNCTION: case Op.SET_FUNCTION_ATTRIBUTE:
    case Op.CALL_FUNCTION_EX: case Op.CALL_INTRINSIC_1: case Op.CALL_INTRINSIC_2: case Op.BINARY_SLICE:
    case Op.BUILD_SLICE: case Op.BUILD_SET: case Op.BUILD_STRING: case Op.CONVERT_VALUE: case Op.FORMAT_SIMPLE:
    case Op.FORMAT_WITH_SPEC: case Op.BUILD_TEMPLATE: case Op.BUILD_INTERPOLATION: case Op.IMPORT_NAME:
    case Op.YIELD_VALUE: case Op.RETURN_GENERATOR: case Op.GET_YIELD_FROM_ITER: case Op.END_SEND:
    case Op.GET_AWAITABLE: case Op.GET_AITER: case Op.MATCH_CLASS:
    case Pseudo.LOAD_CLOSURE: case Pseudo.JUMP_IF_FALSE: case Pseudo.JUMP_IF_TRUE:
    case Pseudo.SETUP_FINALLY: case Pseudo.SETUP_WITH:
      return 1;
    case Op.LOAD_FAST_LOAD_FAST: case Op.LOAD_FAST_BORROW_LOAD_FAST_BORROW: case Op.FOR_ITER: case Op.IMPORT_FROM:
    case Op.LOAD_SPECIAL: case Op.BEFORE_WITH: case Op.BEFORE_ASYNC_WITH: case Op.PUSH_EXC_INFO:
    case Op.CHECK_EXC_MATCH: case Op.CHECK_EG_MATCH: case Op.SEND: case Op.CLEANUP_THROW: case Op.GET_ANEXT:
    case Op.GET_LEN: case Op.MATCH_MAPPING: case Op.MATCH_SEQUENCE: case Pseudo.SETUP_CLEANUP:
      return 2;
    case Op.MATCH_KEYS:
      return 3;
    case Op.WITH_EXCEPT_START:
      return arg === 1 ? 5 : 6;
    case Op.LOAD_GLOBAL: case Op.LOAD_ATTR: case Op.LOAD_SUPER_ATTR:
      return 1 + (arg & 1);
    case Op.COPY:
      return arg + 1;
    case Op.SWAP: case Op.LIST_APPEND: case Op.LIST_EXTEND: case Op.SET_ADD: case Op.SET_UPDATE: case Op.MAP_ADD:
    case Op.DICT_UPDATE: case Op.UNPACK_SEQUENCE: case Op.RERAISE:
      return arg;
    case Op.DICT_MERGE:
      return arg + 3;
    case Op.UNPACK_EX:
      return 1 + (arg & 255) + (arg >> 8);
    default:
      return 0;
  }
}

/// Begins a protected region.
export function isBlockPush(op: number): boolean {
  return op === Pseudo.SETUP_FINALLY || op === Pseudo.SETUP_CLEANUP || op === Pseudo.SETUP_WITH;
}

/// Pops what it tests.
export function isConditionalJump(op: number): boolean {
  return op >= Op.POP_JUMP_IF_FALSE && op <= Op.POP_JUMP_IF_NOT_NONE;
}

/// Never falls through.
export function isUnconditionalJump(op: number): boolean {
  return op === Pseudo.JUMP || op === Pseudo.JUMP_NO_INTERRUPT;
}

/// Has a jump target that control may reach without an exception.
export function isJump(op: number): boolean {
  return (
    isConditionalJump(op) || isUnconditionalJump(op) || op === Pseudo.JUMP_IF_FALSE || op === Pseudo.JUMP_IF_TRUE ||
    op === Op.FOR_ITER || op === Op.SEND || op === Op.END_ASYNC_FOR
  );
}

/// Names a block: a jump or a block push.
export function hasTarget(op: number): boolean {
  return isJump(op) || isBlockPush(op);
}

/// Leaves the frame.
export function isScopeExit(op: number): boolean {
  return op === Op.RETURN_VALUE || op === Op.RAISE_VARARGS || op === Op.RERAISE;
}

/// Ends a basic block.
export function isTerminator(op: number): boolean {
  return isJump(op) || isScopeExit(op);
}
