/// `_functools`: the native part of the module `functools` (CPython 3.14 Modules/_functoolsmodule.c).
import type { Ptr } from '../memory/ram';
import { call, getIter, iterNext, richCompare } from '../objects/abstract';
import { bindArguments, checkPositional } from '../objects/args';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { setModuleItem } from '../objects/module';
import { newBareInstance } from '../objects/object';
import { newRecord, recordSlots, setReference } from '../objects/record';
import { newTuple, tupleGet, tupleSetInit, tupleSize } from '../objects/tuple';
import type { TypeSpec } from '../objects/typeobject';
import { addModuleType } from './addtype';
import { lruCacheSpec, lruListElemSpec } from './lrucache';
import type { ModuleSpec } from './module';
import { partialGet, partialSpec, placeholderSpec } from './partial';

/// keyobject, what cmp_to_key() makes: cmp at p + 4, object at p + 6 (0 = the function that wraps others).
const Key = { CMP: 4, OBJECT: 6 } as const;

const keyWrapperSpec: TypeSpec = {
  name: 'KeyWrapper',
  module: 'functools',
  basicsize: 32,
  hasGc: true,
  disallowInstantiation: true,
  slots: {
    ...recordSlots([Key.CMP, Key.OBJECT]),
    call: (it, p, args, kwnames) => {
      it.unwind(it.ownArguments(args));
      const [object] = bindArguments(it, 'K', ['obj'], { required: 1 }, args, kwnames) as [Ptr];
      return newRecord(it, it.moduleTypes.keyWrapper, [Key.CMP, Key.OBJECT], [it.i32[p + Key.CMP]!, object]);
    },
    richcompare: (it, p, other, op) => {
      if (it.typeOf(other) !== it.moduleTypes.keyWrapper) it.typeError('other argument must be K instance');
      const [x, y] = [it.i32[p + Key.OBJECT]!, it.i32[other + Key.OBJECT]!];
      if (x === 0 || y === 0) it.raise(it.types.AttributeError, 'object');
      const order = it.own(call(it, it.i32[p + Key.CMP]!, [x, y]));
      return it.dropFor(richCompare(it, order, newInt(it, 0), op));
    }
  },
  getset: {
    obj: {
      isMember: true,
      get: (it, p) => it.newRef(it.i32[p + Key.OBJECT] || it.singletons.none),
      set: (it, p, value) => setReference(it, p, Key.OBJECT, value === 0 ? 0 : it.newRef(value))
    }
  },
  parts: {
    visit: (it, p, _most, visit) => {
      visit('cmp', it.i32[p + Key.CMP]!);
      if (it.i32[p + Key.OBJECT] !== 0) visit('obj', it.i32[p + Key.OBJECT]!);
    }
  }
};

/// The tuple of the two arguments holds the last ones until the next ones come (functools_reduce).
function reduce(it: Interp, args: readonly Ptr[], kwnames: Ptr): Ptr {
  let bound = args;
  if (it.profile.natives.reduceTakesInitialByName) {
    bound = bindArguments(it, 'reduce', ['function', 'iterable', 'initial'], { positionalOnly: 2, required: 2 }, args, kwnames);
  } else {
    if (kwnames !== 0 && tupleSize(it, kwnames) > 0) it.typeError('reduce() takes no keyword arguments');
    checkPositional(it, 'reduce', args.length, 2, 3);
  }
  const [fn, iterable, initial = 0] = bound as [Ptr, Ptr, Ptr?];
  const iterator = it.catching(it.types.TypeError, () => getIter(it, iterable));
  if (iterator === undefined) it.typeError('reduce() arg 2 must support iteration');
  const mark = it.held.length;
  it.own(iterator);
  let result = initial === 0 ? 0 : it.own(it.newRef(initial));
  const pair = it.own(newTuple(it, 2));
  for (let item = iterNext(it, iterator); item !== 0; item = iterNext(it, iterator)) {
    if (result === 0) {
      result = item;
      it.held.splice(mark + 1, 0, item);
      continue;
    }
    it.own(item);
    // The tuple takes both over; what it held goes.
    const old = [tupleGet(it, pair, 0), tupleGet(it, pair, 1)];
    tupleSetInit(it, pair, 0, result);
    it.held.splice(mark + 1, 1);
    if (old[0] !== 0) it.decref(old[0]!);
    tupleSetInit(it, pair, 1, it.take());
    if (old[1] !== 0) it.decref(old[1]!);
    result = call(it, fn, [tupleGet(it, pair, 0), tupleGet(it, pair, 1)]);
    it.held.splice(mark + 1, 0, result);
  }
  if (result === 0) it.typeError('reduce() of empty iterable with no initial value');
  it.held.splice(mark + 1, 1);
  return it.unwindFor(mark, result);
}

export const functoolsModule: ModuleSpec = {
  name: '_functools',
  functions: {
    reduce: { kind: 'keywords', fn: (it, _self, args, kwnames) => reduce(it, args, kwnames) },
    cmp_to_key: {
      kind: 'keywords',
      fn: (it, _self, args, kwnames) => {
        const [cmp] = bindArguments(it, 'cmp_to_key', ['mycmp'], { required: 1 }, args, kwnames) as [Ptr];
        return newRecord(it, it.moduleTypes.keyWrapper, [Key.CMP], [cmp]);
      }
    }
  },
  init: (vm, module) => {
    const { partialBytes, partialIsDescriptor, hasPlaceholder } = vm.profile.natives;
    const spec = partialSpec(partialBytes);
    const partial = addModuleType(vm, 'partial', partialIsDescriptor === 'no' ? spec : { ...spec, slots: { ...spec.slots, descrGet: partialGet(partialIsDescriptor === 'binds') } }, true);
    setModuleItem(vm, module, 'partial', vm.newRef(partial.ptr));
    if (hasPlaceholder) {
      const type = addModuleType(vm, 'placeholder', placeholderSpec, true);
      const placeholder = newBareInstance(vm, type);
      vm.makeImmortal(placeholder);
      type.instance = placeholder;
      setModuleItem(vm, module, 'Placeholder', placeholder);
      setModuleItem(vm, module, '_PlaceholderType', vm.newRef(type.ptr));
    }
    addModuleType(vm, 'keyWrapper', keyWrapperSpec, true);
    addModuleType(vm, 'lruListElem', lruListElemSpec, true);
    const mark = newBareInstance(vm, vm.types.object);
    vm.makeImmortal(mark);
    setModuleItem(vm, module, '_lru_cache_wrapper', vm.newRef(addModuleType(vm, 'lruCache', lruCacheSpec(mark), true).ptr));
  }
};
