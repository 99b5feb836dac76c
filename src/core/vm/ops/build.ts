/// Making and taking apart containers and strings.
import type { Ptr } from '../../memory/ram';
import { call, format, getAttr, getIter, iterNext, repr, reprText, str } from '../../objects/abstract';
import { dictMerge, Override } from '../../objects/dictmerge';
import { dictSetItem, dictSetItemTaking, newDict } from '../../objects/dictobject';
import { excField } from '../../objects/exceptions';
import { ExcField } from '../../objects/exceptiontree';
import { listExtend, listFromIterable, listSize, listTakeEnd } from '../../objects/list';
import { newSet, setAdd, setAddTaking, setUpdate } from '../../objects/set';
import { newSlice } from '../../objects/slice';
import { passScratch } from '../../objects/scratch';
import { newStr } from '../../objects/str';
import { asciiOfText } from '../../objects/strrepr';
import { tupleGet, tupleSize } from '../../objects/tuple';
import { callableName } from '../describe';
import type { Frame } from '../frame';
import { importModule } from '../import';
import { reprNested } from '../nesting';
import { formatInline, replaceTop, textInline } from '../specialcalls';
import { specialize } from '../specialization';
import { close, steal } from '../stackref';
import type { Vm } from '../vm';
import { peek, pop, popClose, push, replace } from './stack';
import type { ColdOps } from './table';

function ascii(vm: Vm, value: Ptr): Ptr {
  return newStr(vm, asciiOfText(reprText(vm, value)));
}

/// A tuple of just so many items (UNPACK_SEQUENCE_TUPLE).
function unpackTuple(vm: Vm, frame: Frame, tuple: Ptr, size: number): void {
  const word = vm.i32[--frame.sp]!;
  for (let i = size - 1; i >= 0; i--) push(vm, frame, vm.newRef(tupleGet(vm, tuple, i)));
  close(vm, word);
}

/// Unpacks `before` items, and with `after` >= 0 a list of the rest and `after` items; first item on top (_PyEval_UnpackIterableStackRef).
export function unpack(vm: Vm, frame: Frame, before: number, after: number): void {
  const iterable = peek(vm, frame, 0);
  const type = vm.typeOf(iterable);
  if (after < 0 && type === vm.types.tuple && tupleSize(vm, iterable) === before) {
    // The first time it is iterated, as anything else; the free list of 3.14 keeps the iterator.
    if (vm.types.tuple_iterator.freeList !== undefined && specialize(vm, frame, type.ptr) !== type.ptr) passScratch(vm, vm.types.tuple_iterator);
    unpackTuple(vm, frame, iterable, before);
    return;
  }
  const items: Ptr[] = [];
  const mark = vm.held.length;
  vm.i32[frame.sp - 1] = steal(vm, vm.i32[frame.sp - 1]!);
  if (type.slots.iter === undefined && type.slots.sqItem === undefined) vm.typeError(`cannot unpack non-iterable ${type.name} object`);
  const iterator = vm.own(getIter(vm, iterable));
  const next = (): Ptr => iterNext(vm, iterator);
  for (let i = 0; i < before; i++) {
    const item = next();
    if (item === 0) {
      if (after < 0) vm.valueError(`not enough values to unpack (expected ${before}, got ${i})`);
      vm.valueError(`not enough values to unpack (expected at least ${before + after}, got ${i})`);
    }
    items.push(vm.own(item));
  }
  if (after < 0) {
    const extra = next();
    if (extra !== 0) {
      vm.own(extra);
      const known = type === vm.types.list || type === vm.types.tuple || type === vm.types.dict;
      const got = known && vm.profile.unpackSaysHowMany ? `, got ${vm.typeOf(iterable).slots.sqLength?.(vm, iterable) ?? type.slots.mpLength!(vm, iterable)}` : '';
      vm.valueError(`too many values to unpack (expected ${before}${got})`);
    }
  } else {
    const rest = vm.own(listFromIterable(vm, iterator));
    const length = listSize(vm, rest) - after;
    if (length < 0) vm.valueError(`not enough values to unpack (expected at least ${before + after}, got ${before + length + after})`);
    items.push(rest, ...listTakeEnd(vm, rest, length).map(item => vm.own(item)));
  }
  const owned = items.map(item => vm.newRef(item));
  vm.unwind(mark);
  popClose(vm, frame);
  for (let i = owned.length - 1; i >= 0; i--) push(vm, frame, owned[i]!);
}

/// `{**mapping}`: what has no `keys` is no mapping (DICT_UPDATE).
function updateDict(vm: Vm, dict: Ptr, mapping: Ptr): void {
  const isMerged = vm.catching(vm.types.AttributeError, () => { dictMerge(vm, dict, mapping, Override.REPLACE); return true; });
  if (isMerged === undefined) vm.typeError(`'${vm.typeOf(mapping).name}' object is not a mapping`);
}

/// `f(**mapping)`: the mapping's keys must be new to the call (_PyDict_MergeEx, format_kwargs_error).
function mergeKeywords(vm: Vm, dict: Ptr, mapping: Ptr, callable: Ptr): void {
  const mark = vm.held.length;
  try {
    dictMerge(vm, dict, mapping, Override.RAISE);
  } catch (error) {
    if (!vm.isGuestError(error)) throw error;
    if (vm.raisedIs(vm.types.AttributeError)) {
      vm.unwind(mark);
      vm.decref(vm.fetchRaised());
      vm.typeError(`${callableName(vm, callable)} argument after ** must be a mapping, not ${vm.typeOf(mapping).name}`);
    }
    const isSeen = vm.raisedIs(vm.types.KeyError) && (vm.profile.rewordsRaisedKeyErrors || excField(vm, vm.raised, ExcField.TRACEBACK) === 0);
    const args = isSeen ? excField(vm, vm.raised, ExcField.ARGS) : 0;
    if (args === 0 || tupleSize(vm, args) !== 1) throw error;
    vm.unwind(mark);
    vm.own(vm.fetchRaised());
    const key = vm.own(str(vm, tupleGet(vm, args, 0)));
    const message = `${callableName(vm, callable)} got multiple values for keyword argument '${vm.text(key)}'`;
    vm.drop(2);
    vm.typeError(message);
  }
}

/// A function of the module that has what template strings are made of.
function callTemplatelib(vm: Vm, name: string, args: readonly Ptr[]): Ptr {
  const module = vm.own(importModule(vm, 'string.templatelib'));
  const fn = vm.own(getAttr(vm, module, vm.name(name)));
  const result = call(vm, fn, args);
  vm.drop(2);
  return result;
}

export const buildOps: ColdOps = {
  BUILD_MAP: (vm, frame, arg) => {
    const dict = vm.own(newDict(vm));
    for (let i = arg - 1; i >= 0; i--) dictSetItem(vm, dict, peek(vm, frame, 2 * i + 1), peek(vm, frame, 2 * i));
    vm.take();
    replace(vm, frame, 2 * arg, dict);
    return undefined;
  },
  BUILD_CONST_KEY_MAP: (vm, frame, arg) => {
    const keys = peek(vm, frame, 0);
    const dict = vm.own(newDict(vm));
    for (let i = 0; i < arg; i++) dictSetItem(vm, dict, tupleGet(vm, keys, i), peek(vm, frame, arg - i));
    vm.take();
    replace(vm, frame, arg + 1, dict);
    return undefined;
  },
  BUILD_SET: (vm, frame, arg) => {
    const set = vm.own(newSet(vm));
    const first = frame.sp - arg;
    // Each item goes from the stack when it is in the set; when one fails, so do those after it.
    let at = first;
    const takeNext = (): number => {
      const word = vm.i32[at]!;
      vm.i32[at++] = 0;
      return word;
    };
    try {
      while (at < frame.sp) {
        if (vm.profile.setTakesItems) {
          setAddTaking(vm, set, steal(vm, takeNext()));
        } else {
          setAdd(vm, set, vm.i32[at]!);
          close(vm, takeNext());
        }
      }
    } finally {
      while (at < frame.sp) close(vm, takeNext());
    }
    frame.sp = first;
    push(vm, frame, vm.take());
    return undefined;
  },
  BUILD_SLICE: (vm, frame, arg) => {
    const step = arg === 3 ? peek(vm, frame, 0) : vm.singletons.none;
    replace(vm, frame, arg, newSlice(vm, peek(vm, frame, arg - 1), peek(vm, frame, arg - 2), step));
    return undefined;
  },
  BUILD_STRING: (vm, frame, arg) => {
    let text = '';
    for (let i = arg - 1; i >= 0; i--) text += vm.text(peek(vm, frame, i));
    replace(vm, frame, arg, newStr(vm, text));
    return undefined;
  },
  LIST_EXTEND: (vm, frame, arg) => {
    const iterable = peek(vm, frame, 0);
    const type = vm.typeOf(iterable);
    if (type.slots.iter === undefined && type.slots.sqItem === undefined) vm.typeError(`Value after * must be an iterable, not ${type.name}`);
    listExtend(vm, peek(vm, frame, arg), iterable);
    popClose(vm, frame);
    return undefined;
  },
  SET_ADD: (vm, frame, arg) => {
    const set = peek(vm, frame, arg);
    if (vm.profile.setTakesItems) {
      setAddTaking(vm, set, pop(vm, frame));
    } else {
      setAdd(vm, set, peek(vm, frame, 0));
      popClose(vm, frame);
    }
    return undefined;
  },
  SET_UPDATE: (vm, frame, arg) => {
    setUpdate(vm, peek(vm, frame, arg), peek(vm, frame, 0));
    popClose(vm, frame);
    return undefined;
  },
  MAP_ADD: (vm, frame, arg) => {
    const d = peek(vm, frame, arg + 1);
    const value = pop(vm, frame);
    dictSetItemTaking(vm, d, pop(vm, frame), value);
    return undefined;
  },
  DICT_UPDATE: (vm, frame, arg) => {
    const mapping = peek(vm, frame, 0);
    updateDict(vm, peek(vm, frame, arg), mapping);
    popClose(vm, frame);
    return undefined;
  },
  DICT_MERGE: (vm, frame, arg) => {
    const mapping = peek(vm, frame, 0);
    mergeKeywords(vm, peek(vm, frame, arg), mapping, peek(vm, frame, arg + 3));
    popClose(vm, frame);
    return undefined;
  },
  UNPACK_SEQUENCE: (vm, frame, arg) => {
    unpack(vm, frame, arg, -1);
    return undefined;
  },
  UNPACK_EX: (vm, frame, arg) => {
    unpack(vm, frame, arg & 255, arg >> 8);
    return undefined;
  },
  CONVERT_VALUE: (vm, frame, arg) => {
    const value = peek(vm, frame, 0);
    const special = arg === 3 ? undefined : textInline(vm, arg === 1 ? 'str' : 'repr', value) ?? reprNested(vm, frame, value, [], replaceTop);
    if (special !== undefined) return special;
    replace(vm, frame, 1, arg === 1 ? str(vm, value) : arg === 2 ? repr(vm, value) : ascii(vm, value));
    return undefined;
  },
  FORMAT_SIMPLE: (vm, frame) => {
    const value = peek(vm, frame, 0);
    if (vm.typeOf(value) === vm.types.str) return undefined;
    const special = formatInline(vm, value) ?? reprNested(vm, frame, value, [], replaceTop);
    if (special !== undefined) return special;
    replace(vm, frame, 1, format(vm, value, vm.statics.emptyStr));
    return undefined;
  },
  FORMAT_WITH_SPEC: (vm, frame) => {
    replace(vm, frame, 2, format(vm, peek(vm, frame, 1), peek(vm, frame, 0)));
    return undefined;
  },
  BUILD_TEMPLATE: (vm, frame) => {
    replace(vm, frame, 2, callTemplatelib(vm, '_template', [peek(vm, frame, 1), peek(vm, frame, 0)]));
    return undefined;
  },
  BUILD_INTERPOLATION: (vm, frame, arg) => {
    const count = 2 + (arg & 1);
    const spec = (arg & 1) === 0 ? vm.statics.emptyStr : peek(vm, frame, 0);
    const conversion = arg >> 2 === 0 ? vm.singletons.none : vm.name('sra'[(arg >> 2) - 1]!);
    replace(vm, frame, count, callTemplatelib(vm, 'Interpolation', [peek(vm, frame, count - 1), peek(vm, frame, count - 2), conversion, spec]));
    return undefined;
  }
};
