/// What compiled code calls: the general way of each instruction, on values in memory with frame.sp and frame.ip set.
/// The names are those in the compiled source.
import { track } from '../../memory/gchead';
import type { Ptr } from '../../memory/ram';
import { contains as containsItem, getIter, isTrue, richCompare, setItem, str } from '../../objects/abstract';
import { addToInsertionOrder } from '../../objects/dictvalues';
import { getMethod } from '../../objects/getmethod';
import { freeCompactInt, newInt } from '../../objects/int';
import { listAppend, listSetInit, newList } from '../../objects/list';
import { binaryOp, unaryOp } from '../../objects/number';
import { newTupleUnset } from '../../objects/tuple';
import { addStrings } from '../addstrings';
import { evalBreaker } from '../evalbreaker';
import type { Frame } from '../frame';
import {
  CACHE_WORDS, cacheLoadMethod, cacheStoreName, loadAttrCached, loadGlobalCached, loadMethodCached, storeAttrCached, storeNameCached
} from '../inlinecache';
import { loadAttr, storeAttr } from '../cachedattrs';
import { returnValue, yieldValue } from '../leave';
import { loadName, storeName, unboundLocal } from '../names';
import { binaryInts, closeBinary, closeCompared, closeComparedInts, closeInts, computeFloats, wideInts } from '../numberfast';
import { unpack } from '../ops/build';
import { raiseHere } from '../unwind';
import { close, closeOperands, closePair, closeThree, steal as stealWord } from '../stackref';
import { loadAttrInline, storeAttrInline } from '../attributecalls';
import { binaryInline, compareInline, containsInline, setItemInline, subscriptInline, truthInline } from '../specialcalls';
import { compareNested, isDeep } from '../nesting';
import { storeDictItem, subscript as subscriptOf } from '../subscript';
import type { Vm } from '../vm';
import { createCalling } from './calling';

export type Runtime = ReturnType<typeof createRuntime>;

export function createRuntime(vm: Vm) {
  const s = vm.i32;
  const { f64, typeTable: types } = vm;
  const { true: TRUE, false: FALSE, } = vm.singletons;
  const INT = vm.types.int.index;
  const FLOAT = vm.types.float.index;
  const STR = vm.types.str.index;
  const DICT = vm.types.dict.index;

  const calling = createCalling(vm);
  const { enter } = calling;
  const isInstance = (p: Ptr): boolean => types[s[p + 3]!]!.isHeapType;

  return {
    ...calling,
    newRef: (p: Ptr): Ptr => {
      const count = s[p]!;
      s[p] = count + 1 + (count >> 31);
      return p;
    },
    notIterator: (_vm: Vm, p: Ptr): never => vm.typeError(`'${vm.typeOf(p).name}' object is not an iterator`),
    steal: (word: number): Ptr => stealWord(vm, word),
    /// Its count is 0 now.
    dealloc: (p: Ptr): void => {
      if (s[p + 3] === INT && s[p + 4] === 0) {
        freeCompactInt(vm, p);
        return;
      }
      vm.dealloc(p);
    },
    /// The same of a compact int.
    freeInt: (p: Ptr): void => freeCompactInt(vm, p),

    /// A new int; 0 = there is no memory at hand.
    box: (n: number): Ptr => {
      if (n >= -5 && n <= 256) return vm.statics.smallInts + (n + 5) * 8;
      const list = vm.intFreeList;
      if (list !== undefined && list.count > 0 && n < 0x40000000 && n > -0x40000000) {
        const kept = list.pop();
        s[kept] = 1;
        s[kept + 1] = 0;
        f64[(kept + 6) >> 1] = n;
        return kept;
      }
      return newInt(vm, n);
    },
    natives: vm.natives.values, str, isDeep,
    unboundLocal, closeOperands, closeInts, closeComparedInts, returnValue, yieldValue, addToInsertionOrder, wideInts,

    // What leaves its result on the stack returns whether the frame goes on behind the instruction: a special method in
    // Python may leave to the eval loop.

    binary: (frame: Frame, op: number): boolean => {
      const at = frame.sp - 2;
      const left = s[at]! & ~1;
      const right = s[at + 1]! & ~1;
      if (s[left + 3] === INT && s[right + 3] === INT && s[left + 4] === 0 && s[right + 4] === 0) {
        const value = binaryInts(vm, op, left, right);
        if (value !== 0) {
          closeInts(vm, frame, op, s[at]!, s[at + 1]!);
          s[at] = value;
          return true;
        }
      }
      if (s[left + 3] === FLOAT && s[right + 3] === FLOAT) {
        const value = computeFloats(vm, frame, op);
        if (value !== 0) {
          s[at] = value;
          frame.sp = at + 1;
          return true;
        }
      }
      if (isInstance(left)) {
        const callee = binaryInline(vm, op, left, right);
        if (callee !== undefined) return enter(callee, frame);
      }
      const addsStrings = s[left + 3] === STR && s[right + 3] === STR && (op === 0 || op === 13);
      const result = addsStrings ? addStrings(vm, frame) : binaryOp(vm, op, left, right);
      const leftWord = s[at]!;
      s[at] = result;
      frame.sp = at + 1;
      closeBinary(vm, frame, op, leftWord, s[at + 1]!);
      return true;
    },
    subscript: (frame: Frame): boolean => {
      const at = frame.sp - 2;
      const container = s[at]! & ~1;
      const key = s[at + 1]! & ~1;
      if (isInstance(container)) {
        const callee = subscriptInline(vm, container, key);
        if (callee !== undefined) return enter(callee, frame);
      }
      const value = subscriptOf(vm, container, key);
      if (value !== 0) return finish(frame, at, value);
      raiseHere(vm, frame);
      return false;
    },
    compare: (frame: Frame, arg: number): boolean => {
      const at = frame.sp - 2;
      const left = s[at]! & ~1;
      const right = s[at + 1]! & ~1;
      const callee = isInstance(left) ? compareInline(vm, left, right, arg >> 5) : compareNested(vm, frame, left, right, arg >> 5);
      if (callee !== undefined) return callee === frame || enter(callee, frame);
      let result = richCompare(vm, left, right, arg >> 5);
      if ((arg & 16) !== 0 && result !== TRUE && result !== FALSE) {
        vm.own(result);
        const truth = isTrue(vm, result);
        vm.drop();
        result = truth ? TRUE : FALSE;
      }
      const leftWord = s[at]!;
      s[at] = result;
      frame.sp = at + 1;
      closeCompared(vm, frame, arg >> 5, leftWord, s[at + 1]!);
      return true;
    },
    truthOf: (frame: Frame): boolean => {
      const at = frame.sp - 1;
      const word = s[at]!;
      if (isInstance(word & ~1)) {
        const callee = truthInline(vm, word & ~1);
        if (callee !== undefined) return enter(callee, frame);
      }
      const truth = isTrue(vm, word & ~1);
      const tested = s[at]!;
      s[at] = truth ? TRUE : FALSE;
      close(vm, tested);
      return true;
    },
    contains: (frame: Frame, arg: number): boolean => {
      const at = frame.sp - 2;
      const container = s[at + 1]! & ~1;
      const item = s[at]! & ~1;
      const callee = containsInline(vm, container, item);
      if (callee !== undefined) return enter(callee, frame);
      return finishOrdered(frame, at, containsItem(vm, container, item) === (arg === 0) ? TRUE : FALSE);
    },
    negative: (frame: Frame): Ptr => {
      const at = frame.sp - 1;
      const word = s[at]!;
      const result = unaryOp(vm, 'nbNegative', word & ~1);
      s[at] = result;
      close(vm, word);
      return result;
    },
    loadGlobal: (frame: Frame, ip: number, name: Ptr): Ptr => loadGlobalCached(vm, frame, frame.code.cache, ip * CACHE_WORDS, name),
    /// A new reference.
    loadNameOf: (frame: Frame, ip: number, name: Ptr): Ptr => {
      if (frame.locals !== frame.globals) return loadName(vm, frame, name);
      return vm.newRef(loadGlobalCached(vm, frame, frame.code.cache, ip * CACHE_WORDS, name));
    },
    storeNameTop: (frame: Frame, ip: number, name: Ptr): void => {
      const at = frame.sp - 1;
      const { cache } = frame.code;
      if (!storeNameCached(vm, frame, cache, ip * CACHE_WORDS, name, s[at]! & ~1)) {
        storeName(vm, frame, name, s[at]! & ~1);
        cacheStoreName(vm, frame, cache, ip * CACHE_WORDS, name);
      }
      frame.sp = at;
      close(vm, s[at]!);
    },
    loadAttribute: (frame: Frame, ip: number, name: Ptr): boolean => {
      const at = frame.sp - 1;
      const owner = s[at]! & ~1;
      const { cache } = frame.code;
      let value = loadAttrCached(vm, cache, ip * CACHE_WORDS, owner);
      if (value === 0) {
        const callee = isInstance(owner) ? loadAttrInline(vm, frame, owner, name) : undefined;
        if (callee !== undefined) return callee === frame || enter(callee, frame);
        value = loadAttr(vm, cache, ip * CACHE_WORDS, owner, name);
      }
      const old = s[at]!;
      s[at] = value;
      close(vm, old);
      return true;
    },
    loadMethodTop: (frame: Frame, ip: number, name: Ptr): boolean => {
      const at = frame.sp - 1;
      const owner = s[at]! & ~1;
      const { cache } = frame.code;
      const unbound = loadMethodCached(vm, cache, ip * CACHE_WORDS, owner);
      if (unbound !== 0) {
        vm.incref(unbound);
        s[at + 1] = s[at]!;
        s[at] = unbound;
        return true;
      }
      cacheLoadMethod(vm, cache, ip * CACHE_WORDS, owner, name);
      const callee = isInstance(owner) ? loadAttrInline(vm, frame, owner, name) : undefined;
      if (callee !== undefined) return callee === frame || enter(callee, frame);
      const method = getMethod(vm, owner, name);
      const old = s[at]!;
      s[at] = method;
      s[at + 1] = vm.methodIsUnbound ? old : 0;
      if (vm.methodIsUnbound) return true;
      frame.sp = at + 2;
      close(vm, old);
      return true;
    },
    storeAttribute: (frame: Frame, ip: number, name: Ptr): boolean => {
      const at = frame.sp - 2;
      const owner = s[at + 1]! & ~1;
      const value = s[at]! & ~1;
      const { cache } = frame.code;
      if (!storeAttrCached(vm, cache, ip * CACHE_WORDS, owner, value)) {
        const callee = storeAttrInline(vm, owner, name, value);
        if (callee !== undefined) return enter(callee, frame);
        storeAttr(vm, cache, ip * CACHE_WORDS, owner, name, value);
      }
      frame.sp = at;
      closeOperands(vm, s[at]!, s[at + 1]!);
      return true;
    },
    storeSubscript: (frame: Frame): boolean => {
      const at = frame.sp - 3;
      const container = s[at + 1]! & ~1;
      if (s[container + 3] === DICT) {
        storeDictItem(vm, frame);
        return true;
      }
      const callee = setItemInline(vm, container, s[at + 2]! & ~1, s[at]! & ~1);
      if (callee !== undefined) return enter(callee, frame);
      setItem(vm, container, s[at + 2]! & ~1, s[at]! & ~1);
      frame.sp = at;
      closeThree(vm, s[at]!, s[at + 1]!, s[at + 2]!);
      return true;
    },
    unpackSequence: (frame: Frame, count: number): void => unpack(vm, frame, count, -1),
    buildList: (frame: Frame, count: number): Ptr => {
      const list = newList(vm, count);
      const at = frame.sp - count;
      for (let i = 0; i < count; i++) listSetInit(vm, list, i, stealWord(vm, s[at + i]!));
      return list;
    },
    buildTuple: (frame: Frame, count: number): Ptr => {
      if (count === 0) return vm.singletons.emptyTuple;
      const at = frame.sp - count;
      const tuple = newTupleUnset(vm, vm.types.tuple, count);
      let to = tuple + vm.profile.tupleItems;
      let mayCycle = !vm.profile.untracksTupleAtBirth;
      for (let i = at; i < at + count; i++, to += 2) {
        const item = stealWord(vm, s[i]!);
        s[to] = item;
        s[to + 1] = 0;
        mayCycle ||= types[s[item + 3]!]!.hasGc;
      }
      if (mayCycle) track(s, tuple);
      return tuple;
    },
    listAppendTop: (frame: Frame, arg: number): void => {
      const at = frame.sp - 1;
      const value = s[at]!;
      listAppend(vm, s[at - arg]! & ~1, value & ~1);
      frame.sp = at;
      close(vm, value);
    },
    iteratorOf: (frame: Frame): Ptr => {
      const at = frame.sp - 1;
      const iterable = s[at]!;
      const iterator = getIter(vm, iterable & ~1);
      s[at] = iterator;
      close(vm, iterable);
      return iterator;
    },

    /// The eval breaker wants attention. True: back to the eval loop.
    onResume: (_frame: Frame, kind: number): boolean => {
      if (kind !== 2) evalBreaker(vm);
      return vm.sliced && vm.budget < 0;
    },
    onJumpBackward: (frame: Frame, target: number): boolean => {
      evalBreaker(vm);
      frame.ip = target;
      return vm.sliced && vm.budget < 0;
    },
    /// What a function of COLD_OPS returned: a frame that goes on, which is vm.frame, or the value with which the loop ends.
    leave: (next: Frame | number): number => (typeof next === 'number' ? next : 0)
  };

  /// Replaces two operands by the result; the first is dropped first.
  function finish(frame: Frame, at: number, result: Ptr): true {
    const left = s[at]!;
    s[at] = result;
    frame.sp = at + 1;
    closePair(vm, left, s[at + 1]!);
    return true;
  }

  /// The same in the version's order.
  function finishOrdered(frame: Frame, at: number, result: Ptr): true {
    const left = s[at]!;
    s[at] = result;
    frame.sp = at + 1;
    closeOperands(vm, left, s[at + 1]!);
    return true;
  }
}
