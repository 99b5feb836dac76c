/// The eval loop (CPython 3.14 Python/bytecodes.c, Python/ceval.c): the frequent instructions here, the others by
/// family in `ops`.
///
/// While native code runs, frame.sp and frame.ip of every frame tell the truth, so that tracebacks, the audit and the
/// recorder can look at any moment. What an instruction owns meanwhile is on the stack or among the held references.
import { Opcode } from '../compiler/opcodes';
import type { Ptr } from '../memory/ram';
import { contains, getIter, isTrue, richCompare, setItem } from '../objects/abstract';
import { cellGet, cellSet } from '../objects/cell';
import { getMethod } from '../objects/getmethod';
import { MIN_SMALL_INT, SMALL_INT_WORDS } from '../objects/int';
import { GuestError } from '../objects/interp';
import { listAppend, listSetInit, newList } from '../objects/list';
import { binaryOp, unaryOp } from '../objects/number';
import { newTuple, tupleSetInit, tupleTrack } from '../objects/tuple';
import { addStrings } from './addstrings';
import { InputRequest } from './asking';
import { callOp } from './callop';
import { close, closeOperands, closeThree, steal } from './stackref';
import {
  CACHE_WORDS, cacheLoadMethod, cacheStoreName, loadAttrCached, loadGlobalCached, loadMethodCached, storeAttrCached, storeNameCached
} from './inlinecache';
import { binaryInts, closeBinary, closeCompared, closeComparedInts, closeInts, compareInts, computeFloats } from './numberfast';
import { loadAttr, storeAttr } from './cachedattrs';
import { evalBreaker } from './evalbreaker';
import type { HostCode } from './codeobject';
import { ReturnTo } from './frame';
import type { Frame } from './frame';
import { resumeInline } from './genobject';
import { runFrom } from './jit/compiled';
import { returnValue } from './leave';
import { loadName, storeName, unboundLocal } from './names';
import { COLD_OPS } from './ops/table';
import { loadAttrInline, storeAttrInline } from './attributecalls';
import { binaryInline, compareInline, containsInline, setItemInline, subscriptInline, truthInline } from './specialcalls';
import { compareNested } from './nesting';
import { storeDictItem, subscript } from './subscript';
import { WARM, isConditional } from './specialization';
import { handleException, raiseHere, recoverFromOverflow } from './unwind';
import type { Vm } from './vm';

/// What a sliced eval loop returns when the budget is spent and the frame waits to go on.
export const SUSPENDED = -1;

/// A for loop's iterator need not be one where a program put it in place of the first argument of a generator expression.
function notIterator(vm: Vm, p: Ptr): never {
  vm.typeError(`'${vm.typeOf(p).name}' object is not an iterator`);
}

/// The frame that handles what was thrown; throws if that is none of those from `entry` on. `mark` and `deallocDepth`:
/// how much was held, and how many objects were being deallocated, when `entry` began to run.
export function recover(vm: Vm, error: unknown, entry: Frame, mark: number, deallocDepth: number): Frame {
  if (vm.unwound) {
    vm.unwound = false;
    throw error;
  }
  if (!(error instanceof GuestError)) recoverFromOverflow(vm, error, innermost(vm, entry), deallocDepth);
  vm.unwind(mark);
  const handler = handleException(vm, vm.frame!);
  if (handler === undefined) vm.rethrow();
  return handler;
}

/// The frame of this eval loop that ran last: loops within it ended with their frames left behind.
function innermost(vm: Vm, entry: Frame): Frame {
  let last = vm.frame!;
  for (let frame = last; frame !== entry; frame = frame.previous!) if (frame.returnTo === ReturnTo.NATIVE) last = frame.previous!;
  return last;
}

/// Runs `start` and the frames that it calls and returns to, up to `entry`'s end. `sliced`: or until the budget is spent.
export function evalLoop(vm: Vm, entry: Frame, start: Frame, sliced: boolean): Ptr {
  const s = vm.i32;
  const types = vm.typeTable;
  const TRUE = vm.singletons.true;
  const FALSE = vm.singletons.false;
  const NONE = vm.singletons.none;
  const INT = vm.types.int.index;
  const FLOAT = vm.types.float.index;
  const DICT = vm.types.dict.index;
  const STR = vm.types.str.index;
  const smallInts = vm.statics.smallInts - MIN_SMALL_INT * SMALL_INT_WORDS;
  /// Here, because V8 does not fold constants of modules.
  const BORROWED = 1;
  const mark = vm.held.length;
  const deallocMark = vm.deallocDepth;
  const { nested } = vm.jit;
  const { stackUse } = vm;
  let frame = start;
  let code: HostCode = frame.code;
  let base = frame.base;
  let sp = frame.sp;
  let ip = frame.ip;

  for (;;) {
    try {
      for (;;) {
        // A frame begins or goes on here.
        code = frame.code;
        if (code.heat <= 0) {
          const block = vm.jit.enter(code, frame);
          if (block >= 0) {
            const value = runFrom(code.compiled!, frame, block);
            if (value !== 0) return value;
            frame = vm.frame!;
            if (sliced && vm.budget < 0) return SUSPENDED;
            continue;
          }
        }
        base = frame.base;
        sp = frame.sp;
        ip = frame.ip;
        const instructions = code.instructions;
        instructions: for (;;) {
          if (vm.observer !== undefined) {
            frame.sp = sp;
            frame.ip = ip + 1;
            vm.observer.beforeInstruction(frame, ip);
          }
          const word = instructions[ip++]!;
          const arg = word >>> 8;
          // Literals make the switch a table; a label with a name would be compared one after the other.
          switch (word & 255) {
            case 0 satisfies typeof Opcode.NOP:
              break;

            case 1 satisfies typeof Opcode.RESUME:
              frame.sp = sp;
              frame.ip = ip;
              if (code.warmth < WARM) code.warmth++;
              if (--vm.budget < 0 || vm.gcScheduled || vm.interrupted) {
                if ((arg & 3) !== 2) evalBreaker(vm);
                if (sliced && vm.budget < 0) return SUSPENDED;
              }
              code.heat--;
              break;

            case 2 satisfies typeof Opcode.LOAD_FAST: {
              const value = s[base + arg]!;
              const count = s[value]!;
              if ((value & BORROWED) === 0 && count >= 0) {
                s[value] = count + 1;
                if (vm.recording) vm.touch(value);
              }
              s[sp++] = value;
              break;
            }

            case 3 satisfies typeof Opcode.LOAD_FAST_BORROW:
              s[sp++] = s[base + arg]! | BORROWED;
              break;

            case 4 satisfies typeof Opcode.LOAD_FAST_LOAD_FAST: {
              const first = s[base + (arg >> 4)]!;
              const second = s[base + (arg & 15)]!;
              if ((first & BORROWED) === 0) vm.incref(first);
              if ((second & BORROWED) === 0) vm.incref(second);
              s[sp++] = first;
              s[sp++] = second;
              break;
            }

            case 5 satisfies typeof Opcode.LOAD_FAST_BORROW_LOAD_FAST_BORROW:
              s[sp++] = s[base + (arg >> 4)]! | BORROWED;
              s[sp++] = s[base + (arg & 15)]! | BORROWED;
              break;

            case 6 satisfies typeof Opcode.LOAD_FAST_CHECK: {
              const value = s[base + arg]!;
              if (value === 0) {
                frame.sp = sp;
                frame.ip = ip;
                unboundLocal(vm, frame, arg);
              }
              if ((value & BORROWED) === 0) vm.incref(value);
              s[sp++] = value;
              break;
            }

            case 7 satisfies typeof Opcode.STORE_FAST: {
              const old = s[base + arg]!;
              s[base + arg] = s[--sp]!;
              if (old !== 0 && (old & BORROWED) === 0) {
                frame.sp = sp;
                frame.ip = ip;
                vm.decref(old);
              }
              break;
            }

            case 8 satisfies typeof Opcode.STORE_FAST_LOAD_FAST: {
              const old = s[base + (arg >> 4)]!;
              s[base + (arg >> 4)] = s[--sp]!;
              frame.sp = sp;
              frame.ip = ip;
              close(vm, old);
              const value = s[base + (arg & 15)]!;
              if ((value & BORROWED) === 0) vm.incref(value);
              s[sp++] = value;
              break;
            }

            case 9 satisfies typeof Opcode.STORE_FAST_STORE_FAST: {
              const first = s[base + (arg >> 4)]!;
              s[base + (arg >> 4)] = s[--sp]!;
              frame.sp = sp;
              frame.ip = ip;
              close(vm, first);
              const second = s[base + (arg & 15)]!;
              s[base + (arg & 15)] = s[--sp]!;
              frame.sp = sp;
              close(vm, second);
              break;
            }

            case 10 satisfies typeof Opcode.LOAD_CONST: {
              const value = code.consts[arg]!;
              const count = s[value]!;
              if (count >= 0) {
                s[value] = count + 1;
                if (vm.recording) vm.touch(value);
              }
              s[sp++] = value;
              break;
            }

            case 11 satisfies typeof Opcode.LOAD_SMALL_INT:
              s[sp++] = smallInts + arg * SMALL_INT_WORDS;
              break;

            case 12 satisfies typeof Opcode.LOAD_GLOBAL: {
              frame.sp = sp;
              frame.ip = ip;
              const value = loadGlobalCached(vm, frame, code.cache, ip * CACHE_WORDS, code.names[arg >> 1]!);
              vm.incref(value);
              s[sp++] = value;
              if ((arg & 1) !== 0) s[sp++] = 0;
              break;
            }

            case 13 satisfies typeof Opcode.LOAD_NAME: {
              frame.sp = sp;
              frame.ip = ip;
              if (frame.locals === frame.globals) {
                const value = loadGlobalCached(vm, frame, code.cache, ip * CACHE_WORDS, code.names[arg]!);
                vm.incref(value);
                s[sp] = value;
              } else {
                s[sp] = loadName(vm, frame, code.names[arg]!);
              }
              sp++;
              break;
            }

            case 14 satisfies typeof Opcode.STORE_NAME: {
              frame.sp = sp;
              frame.ip = ip;
              const name = code.names[arg]!;
              const cache = code.cache;
              if (!storeNameCached(vm, frame, cache, ip * CACHE_WORDS, name, s[sp - 1]! & ~BORROWED)) {
                storeName(vm, frame, name, s[sp - 1]! & ~BORROWED);
                cacheStoreName(vm, frame, cache, ip * CACHE_WORDS, name);
              }
              const value = s[--sp]!;
              frame.sp = sp;
              close(vm, value);
              break;
            }

            case 15 satisfies typeof Opcode.LOAD_ATTR: {
              frame.sp = sp;
              frame.ip = ip;
              const owner = s[sp - 1]! & ~BORROWED;
              const cache = code.cache;
              if ((arg & 1) === 0) {
                let value = loadAttrCached(vm, cache, ip * CACHE_WORDS, owner);
                if (value === 0) {
                  const callee = types[s[owner + 3]!]!.isHeapType ? loadAttrInline(vm, frame, owner, code.names[arg >> 1]!) : undefined;
                  if (callee !== undefined) {
                    frame = callee;
                    break instructions;
                  }
                  value = loadAttr(vm, cache, ip * CACHE_WORDS, owner, code.names[arg >> 1]!);
                }
                const old = s[sp - 1]!;
                s[sp - 1] = value;
                if ((old & BORROWED) === 0) vm.decref(old);
                break;
              }
              const unbound = loadMethodCached(vm, cache, ip * CACHE_WORDS, owner);
              if (unbound !== 0) {
                vm.incref(unbound);
                s[sp] = s[sp - 1]!;
                s[sp - 1] = unbound;
                sp++;
                break;
              }
              const name = code.names[arg >> 1]!;
              cacheLoadMethod(vm, cache, ip * CACHE_WORDS, owner, name);
              if (types[s[owner + 3]!]!.isHeapType) {
                const callee = loadAttrInline(vm, frame, owner, name);
                if (callee !== undefined) {
                  frame = callee;
                  break instructions;
                }
              }
              const method = getMethod(vm, owner, name);
              if (vm.methodIsUnbound) {
                s[sp] = s[sp - 1]!;
                s[sp - 1] = method;
                sp++;
              } else {
                const old = s[sp - 1]!;
                s[sp - 1] = method;
                s[sp++] = 0;
                frame.sp = sp;
                close(vm, old);
              }
              break;
            }

            case 16 satisfies typeof Opcode.STORE_ATTR: {
              frame.sp = sp;
              frame.ip = ip;
              const owner = s[sp - 1]! & ~BORROWED;
              const value = s[sp - 2]! & ~BORROWED;
              if (!storeAttrCached(vm, code.cache, ip * CACHE_WORDS, owner, value)) {
                const callee = storeAttrInline(vm, owner, code.names[arg]!, value);
                if (callee !== undefined) {
                  frame = callee;
                  break instructions;
                }
                storeAttr(vm, code.cache, ip * CACHE_WORDS, owner, code.names[arg]!, value);
              }
              sp -= 2;
              frame.sp = sp;
              closeOperands(vm, s[sp]!, s[sp + 1]!);
              break;
            }

            case 17 satisfies typeof Opcode.CALL: {
              frame.sp = sp;
              frame.ip = ip;
              const callee = callOp(vm, frame, arg);
              if (callee === undefined) {
                sp = frame.sp;
                break;
              }
              frame = callee;
              break instructions;
            }

            case 19 satisfies typeof Opcode.RETURN_VALUE: {
              const value = steal(vm, s[--sp]!);
              frame.sp = sp;
              frame.ip = ip;
              const result = returnValue(vm, frame, value);
              if (result !== 0) return result;
              frame = vm.frame!;
              break instructions;
            }

            case 20 satisfies typeof Opcode.POP_TOP: {
              const value = s[--sp]!;
              if (value !== 0 && (value & BORROWED) === 0) {
                frame.sp = sp;
                frame.ip = ip;
                vm.decref(value);
              }
              break;
            }

            case 21 satisfies typeof Opcode.BINARY_OP: {
              const left = s[sp - 2]! & ~BORROWED;
              const right = s[sp - 1]! & ~BORROWED;
              frame.sp = sp;
              frame.ip = ip;
              if (s[left + 3] === INT && s[right + 3] === INT && s[left + 4] === 0 && s[right + 4] === 0) {
                const value = binaryInts(vm, arg, left, right);
                if (value !== 0) {
                  sp--;
                  const leftWord = s[sp - 1]!;
                  s[sp - 1] = value;
                  closeInts(vm, frame, arg, leftWord, s[sp]!);
                  break;
                }
              }
              if (s[left + 3] === FLOAT && s[right + 3] === FLOAT) {
                const value = computeFloats(vm, frame, arg);
                if (value !== 0) {
                  sp--;
                  s[sp - 1] = value;
                  break;
                }
              }
              if (types[s[left + 3]!]!.isHeapType) {
                const callee = arg === 26 ? subscriptInline(vm, left, right) : binaryInline(vm, arg, left, right);
                if (callee !== undefined) {
                  frame = callee;
                  break instructions;
                }
              }
              const addsStrings = s[left + 3] === STR && s[right + 3] === STR && (arg === 0 || arg === 13);
              const result = arg === 26 ? subscript(vm, left, right) : addsStrings ? addStrings(vm, frame) : binaryOp(vm, arg, left, right);
              if (result === 0) {
                frame = raiseHere(vm, frame);
                break instructions;
              }
              sp--;
              const leftWord = s[sp - 1]!;
              const rightWord = s[sp]!;
              s[sp - 1] = result;
              frame.sp = sp;
              closeBinary(vm, frame, arg, leftWord, rightWord);
              break;
            }

            case 22 satisfies typeof Opcode.COMPARE_OP: {
              const left = s[sp - 2]! & ~BORROWED;
              const right = s[sp - 1]! & ~BORROWED;
              frame.sp = sp;
              frame.ip = ip;
              if (s[left + 3] === INT && s[right + 3] === INT && s[left + 4] === 0 && s[right + 4] === 0) {
                const truth = compareInts(vm, arg >> 5, left, right);
                sp--;
                const leftWord = s[sp - 1]!;
                s[sp - 1] = truth ? TRUE : FALSE;
                closeComparedInts(vm, frame, leftWord, s[sp]!);
                break;
              }
              const callee = types[s[left + 3]!]!.isHeapType ? compareInline(vm, left, right, arg >> 5) : compareNested(vm, frame, left, right, arg >> 5);
              if (callee !== undefined) {
                frame = callee;
                break instructions;
              }
              let result = richCompare(vm, left, right, arg >> 5);
              if ((arg & 16) !== 0 && result !== TRUE && result !== FALSE) {
                vm.own(result);
                const truth = isTrue(vm, result);
                vm.drop();
                result = truth ? TRUE : FALSE;
              }
              sp--;
              const leftWord = s[sp - 1]!;
              const rightWord = s[sp]!;
              s[sp - 1] = result;
              frame.sp = sp;
              closeCompared(vm, frame, arg >> 5, leftWord, rightWord);
              break;
            }

            case 23 satisfies typeof Opcode.TO_BOOL: {
              const value = s[sp - 1]!;
              if ((value & ~BORROWED) === TRUE || (value & ~BORROWED) === FALSE) break;
              frame.sp = sp;
              frame.ip = ip;
              if (types[s[(value & ~BORROWED) + 3]!]!.isHeapType) {
                const callee = truthInline(vm, value & ~BORROWED);
                if (callee !== undefined) {
                  frame = callee;
                  break instructions;
                }
              }
              const truth = isTrue(vm, value & ~BORROWED);
              const tested = s[sp - 1]!;
              s[sp - 1] = truth ? TRUE : FALSE;
              close(vm, tested);
              break;
            }

            case 24 satisfies typeof Opcode.POP_JUMP_IF_FALSE:
              if ((s[--sp]! & ~BORROWED) === FALSE) ip = arg;
              break;

            case 25 satisfies typeof Opcode.POP_JUMP_IF_TRUE:
              if ((s[--sp]! & ~BORROWED) === TRUE) ip = arg;
              break;

            case 26 satisfies typeof Opcode.POP_JUMP_IF_NONE:
            case 27 satisfies typeof Opcode.POP_JUMP_IF_NOT_NONE: {
              const value = s[--sp]!;
              frame.sp = sp;
              frame.ip = ip;
              close(vm, value);
              if (((value & ~BORROWED) === NONE) === ((word & 255) === Opcode.POP_JUMP_IF_NONE)) ip = arg;
              break;
            }

            case 28 satisfies typeof Opcode.JUMP_FORWARD:
            case 30 satisfies typeof Opcode.JUMP_BACKWARD_NO_INTERRUPT:
              ip = arg;
              break;

            case 29 satisfies typeof Opcode.JUMP_BACKWARD:
              if (code.warmth < WARM && !isConditional(code, ip - 1)) code.warmth++;
              if (--vm.budget < 0 || vm.gcScheduled || vm.interrupted) {
                frame.sp = sp;
                frame.ip = ip;
                evalBreaker(vm);
                frame.ip = arg;
                if (sliced && vm.budget < 0) return SUSPENDED;
              }
              ip = arg;
              if (--code.heat <= 0) {
                frame.sp = sp;
                frame.ip = ip;
                if (vm.jit.enter(code, frame) >= 0) break instructions;
              }
              break;

            case 31 satisfies typeof Opcode.GET_ITER: {
              frame.sp = sp;
              frame.ip = ip;
              const iterable = s[sp - 1]!;
              const iterator = getIter(vm, iterable & ~BORROWED);
              s[sp - 1] = iterator;
              close(vm, iterable);
              break;
            }

            case 32 satisfies typeof Opcode.FOR_ITER: {
              const iterator = s[sp - 1]! & ~BORROWED;
              frame.sp = sp;
              frame.ip = ip;
              const callee = resumeInline(vm, iterator, NONE, ReturnTo.FOR_ITER);
              if (callee !== undefined) {
                frame = callee;
                break instructions;
              }
              const next = types[s[iterator + 3]!]!.slots.iternext;
              if (next === undefined) notIterator(vm, iterator);
              const item = next(vm, iterator);
              if (item === 0) ip = arg + 1;
              else s[sp++] = item;
              break;
            }

            case 33 satisfies typeof Opcode.END_FOR:
            case 34 satisfies typeof Opcode.POP_ITER: {
              const value = s[--sp]!;
              frame.sp = sp;
              frame.ip = ip;
              close(vm, value);
              break;
            }

            case 35 satisfies typeof Opcode.STORE_SUBSCR: {
              frame.sp = sp;
              frame.ip = ip;
              if (s[(s[sp - 2]! & ~BORROWED) + 3] === DICT) {
                storeDictItem(vm, frame);
                sp -= 3;
                break;
              }
              const callee = setItemInline(vm, s[sp - 2]! & ~BORROWED, s[sp - 1]! & ~BORROWED, s[sp - 3]! & ~BORROWED);
              if (callee !== undefined) {
                frame = callee;
                break instructions;
              }
              setItem(vm, s[sp - 2]! & ~BORROWED, s[sp - 1]! & ~BORROWED, s[sp - 3]! & ~BORROWED);
              sp -= 3;
              frame.sp = sp;
              closeThree(vm, s[sp]!, s[sp + 1]!, s[sp + 2]!);
              break;
            }

            case 36 satisfies typeof Opcode.PUSH_NULL:
              s[sp++] = 0;
              break;

            case 37 satisfies typeof Opcode.COPY: {
              const value = s[sp - arg]!;
              if (value !== 0 && (value & BORROWED) === 0) vm.incref(value);
              s[sp++] = value;
              break;
            }

            case 38 satisfies typeof Opcode.SWAP: {
              const top = s[sp - 1]!;
              s[sp - 1] = s[sp - arg]!;
              s[sp - arg] = top;
              break;
            }

            case 39 satisfies typeof Opcode.BUILD_TUPLE: {
              frame.ip = ip;
              frame.sp = sp;
              const tuple = newTuple(vm, arg);
              sp -= arg;
              for (let i = 0; i < arg; i++) tupleSetInit(vm, tuple, i, steal(vm, s[sp + i]!));
              if (arg > 0) tupleTrack(vm, tuple);
              s[sp++] = tuple;
              break;
            }

            case 40 satisfies typeof Opcode.BUILD_LIST: {
              frame.ip = ip;
              frame.sp = sp;
              const list = newList(vm, arg);
              sp -= arg;
              for (let i = 0; i < arg; i++) listSetInit(vm, list, i, steal(vm, s[sp + i]!));
              s[sp++] = list;
              break;
            }

            case 42 satisfies typeof Opcode.LIST_APPEND: {
              frame.sp = sp;
              frame.ip = ip;
              const value = s[sp - 1]!;
              listAppend(vm, s[sp - 1 - arg]! & ~BORROWED, value & ~BORROWED);
              frame.sp = --sp;
              close(vm, value);
              break;
            }

            case 44 satisfies typeof Opcode.IS_OP: {
              sp--;
              const left = s[sp - 1]!;
              const right = s[sp]!;
              s[sp - 1] = ((left & ~BORROWED) === (right & ~BORROWED)) === (arg === 0) ? TRUE : FALSE;
              frame.sp = sp;
              frame.ip = ip;
              closeOperands(vm, left, right);
              break;
            }

            case 45 satisfies typeof Opcode.CONTAINS_OP: {
              frame.sp = sp;
              frame.ip = ip;
              const callee = containsInline(vm, s[sp - 1]! & ~BORROWED, s[sp - 2]! & ~BORROWED);
              if (callee !== undefined) {
                frame = callee;
                break instructions;
              }
              const truth = contains(vm, s[sp - 1]! & ~BORROWED, s[sp - 2]! & ~BORROWED);
              sp--;
              const left = s[sp - 1]!;
              s[sp - 1] = truth === (arg === 0) ? TRUE : FALSE;
              frame.sp = sp;
              closeOperands(vm, left, s[sp]!);
              break;
            }

            case 46 satisfies typeof Opcode.UNARY_NOT:
              s[sp - 1] = (s[sp - 1]! & ~BORROWED) === TRUE ? FALSE : TRUE;
              break;

            case 47 satisfies typeof Opcode.UNARY_NEGATIVE: {
              frame.sp = sp;
              frame.ip = ip;
              const value = s[sp - 1]!;
              s[sp - 1] = unaryOp(vm, 'nbNegative', value & ~BORROWED);
              close(vm, value);
              break;
            }

            case 48 satisfies typeof Opcode.LOAD_DEREF: {
              const value = cellGet(vm, s[base + arg]!  & ~BORROWED);
              if (value === 0) {
                frame.sp = sp;
                frame.ip = ip;
                unboundLocal(vm, frame, arg);
              }
              vm.incref(value);
              s[sp++] = value;
              break;
            }

            case 49 satisfies typeof Opcode.STORE_DEREF: {
              const value = steal(vm, s[--sp]!);
              frame.sp = sp;
              frame.ip = ip;
              cellSet(vm, s[base + arg]! & ~BORROWED, value);
              break;
            }

            default: {
              frame.sp = sp;
              frame.ip = ip;
              const next = COLD_OPS[word & 255]!(vm, frame, arg);
              if (next === undefined) {
                sp = frame.sp;
                ip = frame.ip;
                break;
              }
              if (typeof next === 'number') return next;
              frame = next;
              break instructions;
            }
          }
        }
      }
    } catch (error) {
      vm.jit.nested = nested;
      vm.stackUse = stackUse;
      if (sliced && error instanceof InputRequest) {
        vm.unwind(mark);
        vm.frame!.ip--;
        return SUSPENDED;
      }
      frame = recover(vm, error, entry, mark, deallocMark);
    }
  }
}
