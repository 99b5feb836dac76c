/// What copying and pickling ask of an object (CPython 3.14 Objects/typeobject.c object___reduce_ex__ and the `__reduce__`
/// of builtin types).
import { track } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { bytearrayLength, bytearrayView } from './bytearray';
import { newBytes } from './bytes';
import { call, callMethod, getAttr, getIter, isTrue } from './abstract';
import { dictSetItem, dictSize, newDict } from './dictobject';
import { dictAtPointer, dictPointer } from './dictpointer';
import { visitAttributes } from './instanceattrs';
import { newInt } from './int';
import { bindSpecial } from './special';
import type { Interp } from './interp';
import { listFromIterable, listSize, newList } from './list';
import { typeLookup } from './lookup';
import { nativeSelf } from './methodobject';
import { genericGetDict } from './object';
import { REDUCE_EXCEPTIONS } from './reduceexceptions';
import { newStr } from './str';
import { ssizeNumber } from './ssize';
import { newTuple, tupleFrom, tupleSize, tupleSteal, tupleToArray } from './tuple';
import { lookupAttr } from './type';
import type { NativeMethod } from './typeobject';

/// The parts as a tuple; new references, taken over.
const parts = (it: Interp, ...items: Ptr[]): Ptr => tupleSteal(it, items);

const builtin = (it: Interp, name: string): Ptr => it.newRef(it.hooks.builtin(it, name));

const none = (it: Interp): Ptr => it.singletons.none;

/// `(iter, (sequence,), index)`: an iterator that is an index and a sequence; `empty` makes what stands for an exhausted one.
const indexed = (empty: (it: Interp) => Ptr, from = 'iter'): NativeMethod => ({
  kind: 'noargs',
  fn: (it, p) => {
    // Finding the builtin may run code that ends the iterator.
    const maker = builtin(it, from);
    const sequence = it.i32[p + 6]!;
    if (sequence !== 0) return parts(it, maker, parts(it, it.newRef(sequence)), newInt(it, it.i32[p + 4]!));
    it.decref(maker);
    return parts(it, builtin(it, 'iter'), parts(it, empty(it)));
  }
});

/// `(iter, (list,))`: what the iterator has not given yet, seen through a copy of it.
const remaining = (fields: number): NativeMethod => ({
  kind: 'noargs',
  fn: (it, p) => {
    const type = it.typeOf(p);
    const copy = it.own(it.allocInstance(type, type.basicsize));
    it.i32.copyWithin(copy + 4, p + 4, p + fields);
    it.i32.fill(0, copy + fields, copy + (type.basicsize >> 2));
    type.traverse(it, copy, { visit: q => it.incref(q) });
    track(it.i32, copy);
    const list = listFromIterable(it, copy);
    it.drop();
    return parts(it, builtin(it, 'iter'), parts(it, list));
  }
});

/// `(type, (field, ...))`
const fields = (...at: readonly number[]): NativeMethod => ({
  kind: 'noargs',
  fn: (it, p) => parts(it, it.newRef(it.typeOf(p).ptr), tupleFrom(it, at.map(field => it.i32[p + field]!)))
});

const setReduce: NativeMethod = {
  kind: 'noargs',
  fn: (it, p) => {
    const args = it.own(parts(it, listFromIterable(it, p)));
    const state = getState(it, p);
    it.take();
    return parts(it, it.newRef(it.typeOf(p).ptr), args, state);
  }
};

/// bytearray_reduce_common: protocols before 3 know no bytes.
function bytearrayReduce(it: Interp, p: Ptr, protocol: number): Ptr {
  const state = it.own(getState(it, p));
  const args = bytearrayLength(it, p) === 0 ? []
    : protocol < 3 ? [callMethod(it, p, 'decode', [it.name('latin-1')]), it.newRef(it.name('latin-1'))]
    : [newBytes(it, bytearrayView(it, p))];
  it.take();
  return parts(it, it.newRef(it.typeOf(p).ptr), parts(it, ...args), state);
}

const getNewArgs = (value: (it: Interp, p: Ptr) => Ptr[]): NativeMethod => ({ kind: 'noargs', fn: (it, p) => parts(it, ...value(it, p)) });

/// Methods that the specs of builtin types leave to this file, by the type's name.
export const REDUCE_METHODS: Readonly<Record<string, Readonly<Record<string, NativeMethod>>>> = {
  ...REDUCE_EXCEPTIONS,
  object: {
    __reduce__: { kind: 'noargs', fn: (it, p) => commonReduce(it, p, 0) },
    __reduce_ex__: { kind: 'o', fn: (it, p, protocol) => reduceEx(it, p, ssizeNumber(it, protocol)) },
    __getstate__: { kind: 'noargs', fn: (it, p) => objectState(it, p, false) }
  },
  tuple: { __getnewargs__: getNewArgs((it, p) => [it.typeOf(p) === it.types.tuple ? it.newRef(p) : tupleFrom(it, tupleToArray(it, p))]) },
  list_iterator: { __reduce__: indexed(it => newList(it, 0)) },
  list_reverseiterator: { __reduce__: indexed(it => newList(it, 0), 'reversed') },
  tuple_iterator: { __reduce__: indexed(it => newTuple(it, 0)) },
  bytes_iterator: { __reduce__: indexed(it => newTuple(it, 0)) },
  bytearray_iterator: { __reduce__: indexed(it => newTuple(it, 0)) },
  str_iterator: { __reduce__: indexed(it => newStr(it, '')) },
  str_ascii_iterator: { __reduce__: indexed(it => newStr(it, '')) },
  iterator: { __reduce__: indexed(it => newTuple(it, 0)) },
  reversed: {
    __reduce__: {
      kind: 'noargs',
      fn: (it, p) => {
        const type = it.newRef(it.typeOf(p).ptr);
        const sequence = it.i32[p + 6]!;
        return sequence === 0 ? parts(it, type, parts(it, newTuple(it, 0))) : parts(it, type, parts(it, it.newRef(sequence)), newInt(it, it.i32[p + 4]!));
      }
    }
  },
  generic_alias_iterator: {
    __reduce__: { kind: 'noargs', fn: (it, p) => parts(it, builtin(it, 'iter'), parts(it, it.i32[p + 4] === 0 ? newTuple(it, 0) : it.newRef(it.i32[p + 4]!))) }
  },
  callable_iterator: {
    __reduce__: {
      kind: 'noargs',
      fn: (it, p) => {
        const maker = builtin(it, 'iter');
        const args = it.i32[p + 4] === 0 ? parts(it, newTuple(it, 0)) : tupleFrom(it, [it.i32[p + 4]!, it.i32[p + 6]!]);
        return parts(it, maker, args);
      }
    }
  },
  ...Object.fromEntries(['keyiterator', 'valueiterator', 'itemiterator', 'reversekeyiterator', 'reversevalueiterator', 'reverseitemiterator']
    .map(name => [`dict_${name}`, { __reduce__: remaining(14) }])),
  set_iterator: { __reduce__: remaining(12) },
  enumerate: {
    __reduce__: {
      kind: 'noargs',
      fn: (it, p) => parts(it, it.newRef(it.typeOf(p).ptr), parts(it, it.newRef(it.i32[p + 6]!),
        it.i32[p + 10] !== 0 ? it.newRef(it.i32[p + 10]!) : newInt(it, it.f64[(p + 4) >> 1]!)))
    }
  },
  zip: {
    __reduce__: {
      kind: 'noargs',
      fn: (it, p) => {
        const made = [it.newRef(it.typeOf(p).ptr), it.newRef(it.i32[p + 6]!)];
        return parts(it, ...made, ...(it.i32[p + 10] === 0 ? [] : [it.singletons.true]));
      }
    },
    __setstate__: {
      kind: 'o',
      fn: (it, p, state) => {
        it.i32[p + 10] = isTrue(it, state) ? 1 : 0;
        return it.singletons.none;
      }
    }
  },
  map: {
    __reduce__: {
      kind: 'noargs',
      fn: (it, p) => parts(it, it.newRef(it.typeOf(p).ptr), tupleFrom(it, [it.i32[p + 6]!, ...tupleToArray(it, it.i32[p + 4]!)]))
    }
  },
  filter: { __reduce__: fields(4, 6) },
  slice: { __reduce__: fields(4, 6, 8) },
  range: { __reduce__: fields(4, 6, 8) },
  set: { __reduce__: setReduce },
  frozenset: { __reduce__: setReduce },
  bytearray: {
    __reduce__: { kind: 'noargs', fn: (it, p) => bytearrayReduce(it, p, 2) },
    __reduce_ex__: { kind: 'o', fn: (it, p, protocol) => bytearrayReduce(it, p, ssizeNumber(it, protocol)) }
  },
  method: {
    __reduce__: {
      kind: 'noargs',
      fn: (it, p) => parts(it, builtin(it, 'getattr'), parts(it, lookupAttr(it, p, it.name('__self__')), lookupAttr(it, p, it.name('__name__'))))
    }
  },
  'method-wrapper': {
    __reduce__: {
      kind: 'noargs',
      fn: (it, p) => parts(it, builtin(it, 'getattr'), parts(it, lookupAttr(it, p, it.name('__self__')), lookupAttr(it, p, it.name('__name__'))))
    }
  },
  builtin_function_or_method: {
    __reduce__: {
      kind: 'noargs',
      fn: (it, p) => {
        const self = it.own(lookupAttr(it, p, it.name('__self__')));
        const name = lookupAttr(it, p, it.name('__name__'));
        const isPlain = self === none(it) || it.typeOf(self) === it.types.module;
        it.take();
        if (!isPlain) return parts(it, builtin(it, 'getattr'), parts(it, self, name));
        it.decref(self);
        return name;
      }
    }
  }
};

/// `__reduce_ex__`: the class's own `__reduce__` if it has one.
function reduceEx(it: Interp, p: Ptr, protocol: number): Ptr {
  const name = it.name('__reduce__');
  if (typeLookup(it, it.typeOf(p), name) === typeLookup(it, it.types.object, name)) return commonReduce(it, p, protocol);
  const reduce = it.own(lookupAttr(it, p, name));
  return it.dropFor(call(it, reduce));
}

function commonReduce(it: Interp, p: Ptr, protocol: number): Ptr {
  if (protocol >= 2) return reduceNewObject(it, p);
  const reduce = it.own(it.hooks.importFrom(it, 'copyreg', '_reduce_ex'));
  return it.dropFor(call(it, reduce, [p, it.own(newInt(it, protocol))]));
}

/// Objects/typeobject.c reduce_newobj: how to make the object anew, its state, its items.
function reduceNewObject(it: Interp, p: Ptr): Ptr {
  const type = it.typeOf(p);
  if (type.slots.new === undefined || type.disallowInstantiation) it.typeError(`cannot pickle '${type.name}' object`);
  const mark = it.held.length;
  const [args, kwargs] = newArguments(it, p);
  const isItems = type.isSubtypeOf(it.types.list) || type.isSubtypeOf(it.types.dict);
  const maker = it.own(it.hooks.importFrom(it, 'copyreg', kwargs === 0 ? '__newobj__' : '__newobj_ex__'));
  const made = it.own(kwargs === 0
    ? tupleFrom(it, [type.ptr, ...(args === 0 ? [] : tupleToArray(it, args))])
    : tupleFrom(it, [type.ptr, args, kwargs]));
  const state = it.own(getState(it, p, !(args !== 0 || isItems)));
  const listItems = it.own(type.isSubtypeOf(it.types.list) ? getIter(it, p) : none(it));
  let dictItems = none(it);
  if (type.isSubtypeOf(it.types.dict)) {
    const items = it.own(callMethod(it, p, 'items', []));
    dictItems = it.dropFor(getIter(it, items));
  }
  const result = tupleFrom(it, [maker, made, state, listItems, dictItems]);
  it.decref(dictItems);
  it.unwind(mark);
  return result;
}

/// Calls without arguments what is given away; the result on the hold stack.
function callAndDrop(it: Interp, callable: Ptr): Ptr {
  it.own(callable);
  return it.own(it.dropFor(call(it, callable)));
}

/// `__getnewargs_ex__` or `__getnewargs__`: a tuple and a dict on the hold stack, 0 where there is none.
function newArguments(it: Interp, p: Ptr): [Ptr, Ptr] {
  const both = bindSpecial(it, p, '__getnewargs_ex__');
  if (both !== 0) {
    const result = callAndDrop(it, both);
    if (!it.typeOf(result).isSubtypeOf(it.types.tuple)) it.typeError(`__getnewargs_ex__ should return a tuple, not '${it.typeOf(result).name}'`);
    if (tupleSize(it, result) !== 2) it.valueError(`__getnewargs_ex__ should return a tuple of length 2, not ${tupleSize(it, result)}`);
    const [args, kwargs] = tupleToArray(it, result) as [Ptr, Ptr];
    if (!it.typeOf(args).isSubtypeOf(it.types.tuple)) it.typeError(`first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '${it.typeOf(args).name}'`);
    if (!it.typeOf(kwargs).isSubtypeOf(it.types.dict)) it.typeError(`second item of the tuple returned by __getnewargs_ex__ must be a dict, not '${it.typeOf(kwargs).name}'`);
    return [args, dictSize(it, kwargs) === 0 ? 0 : kwargs];
  }
  const plainOnes = bindSpecial(it, p, '__getnewargs__');
  if (plainOnes === 0) return [0, 0];
  const args = callAndDrop(it, plainOnes);
  if (!it.typeOf(args).isSubtypeOf(it.types.tuple)) it.typeError(`__getnewargs__ should return a tuple, not '${it.typeOf(args).name}'`);
  return [args, 0];
}

/// `obj.__getstate__()`; object's own may insist that the state tells everything (Objects/typeobject.c object_getstate).
export function getState(it: Interp, p: Ptr, required = false): Ptr {
  const name = it.name('__getstate__');
  const method = it.own(getAttr(it, p, name));
  const isOwn = it.typeOf(method) === it.types.builtin_function_or_method && nativeSelf(it, method) === p
    && typeLookup(it, it.typeOf(p), name) === typeLookup(it, it.types.object, name);
  return it.dropFor(isOwn ? objectState(it, p, required) : call(it, method));
}

/// A new reference to the object's `__dict__`, None where it has no attributes.
function stateDict(it: Interp, p: Ptr): Ptr {
  const type = it.typeOf(p);
  let isEmpty = true;
  if (type.hasManagedDict) visitAttributes(it, p, () => { isEmpty = false; });
  else isEmpty = type.dictoffset === 0 || it.i32[dictPointer(it, type, p)] === 0 || dictSize(it, dictAtPointer(it, p)) === 0;
  return it.newRef(isEmpty ? none(it) : genericGetDict(it, p));
}

/// Objects/typeobject.c object_getstate_default: the dict, or with slots the pair of dict and slots.
function objectState(it: Interp, p: Ptr, required: boolean): Ptr {
  const type = it.typeOf(p);
  if (required && type.itemsize !== 0) it.typeError(`cannot pickle ${type.name} objects`);
  const mark = it.held.length;
  const state = it.own(stateDict(it, p));
  const finder = it.own(it.hooks.importFrom(it, 'copyreg', '_slotnames'));
  const names = it.own(call(it, finder, [type.ptr]));
  if (required) {
    const known = 16 + (type.dictoffset !== 0 ? 8 : 0) + (type.weaklistoffset !== 0 ? 8 : 0) + 8 * (names === none(it) ? 0 : listSize(it, names));
    if (type.basicsize > known) it.typeError(`cannot pickle '${type.name}' object`);
  }
  let slots: Ptr = 0;
  if (names !== none(it) && listSize(it, names) > 0) {
    slots = it.own(newDict(it));
    for (let i = 0; i < listSize(it, names); i++) {
      // Finding the attribute may change the list of names.
      const name = it.own(it.newRef(it.i32[it.i32[names + 6]! + 2 * i]!));
      const value = lookupAttr(it, p, name);
      if (value !== 0) {
        dictSetItem(it, slots, name, it.own(value));
        it.drop();
      }
      it.drop();
    }
  }
  const result = slots === 0 || dictSize(it, slots) === 0 ? it.newRef(state) : tupleFrom(it, [state, slots]);
  it.unwind(mark);
  return result;
}
