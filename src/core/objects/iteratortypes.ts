/// zip, map and filter. CPython 3.14 Python/bltinmodule.c
///
/// zipobject: tuplesize at p + 4, ittuple at p + 6, result at p + 8, strict at p + 10. mapobject: iters at p + 4, func
/// at p + 6; from 3.14 8 bytes more for strict, which is in the high half of iters here. filterobject: func at p + 4, it at p + 6.
import { track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { call, getIter, isTrue, iterNext } from './abstract';
import { bindArguments, checkPositional, noKeywords, positionalOf } from './args';
import { dropFields, dropInOrder } from './dropping';
import type { Interp } from './interp';
import { newTuple, tupleGet, tupleReused, tupleSetInit, tupleSize, tupleTrack } from './tuple';
import type { Slots, TypeObject, TypeSpec } from './typeobject';

/// A new tuple that the collector sees before it is filled, and whatever is in it (PyTuple_New).
function trackedTuple(it: Interp, size: number): Ptr {
  const p = newTuple(it, size);
  if (size > 0) track(it.i32, p);
  return p;
}

/// An iterator over each argument from the one at `first` on, as a new tuple.
function iteratorsOf(it: Interp, args: readonly Ptr[], first: number): Ptr {
  const iterators = it.own(trackedTuple(it, args.length - first));
  for (let i = first; i < args.length; i++) tupleSetInit(it, iterators, i - first, getIter(it, args[i]!));
  return it.take();
}

/// The value of `strict`, the only keyword.
function strictArgument(it: Interp, name: string, args: readonly Ptr[], kwnames: Ptr): boolean {
  if (kwnames === 0) return false;
  const values = args.slice(args.length - tupleSize(it, kwnames));
  const [strict] = bindArguments(it, name, ['strict'], { keywordOnly: 1 }, values, kwnames);
  return strict !== 0 && isTrue(it, strict!);
}

/// Iterator `i` is at its end. In strict mode, raises unless all are (zip_next, map_next).
function checkStrict(it: Interp, name: string, iterators: Ptr, i: number): 0 {
  const plural = (n: number): string => (n === 1 ? ' ' : 's 1-');
  if (i > 0) it.valueError(`${name}() argument ${i + 1} is shorter than argument${plural(i)}${i}`);
  for (i = 1; i < tupleSize(it, iterators); i++) {
    const item = iterNext(it, tupleGet(it, iterators, i));
    if (item === 0) continue;
    it.decref(item);
    it.valueError(`${name}() argument ${i + 1} is longer than argument${plural(i)}${i}`);
  }
  return 0;
}

function zipNew(it: Interp, type: TypeObject, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const strict = strictArgument(it, 'zip', args, kwnames);
  const iterators = it.own(iteratorsOf(it, positionalOf(it, args, kwnames), 0));
  const size = tupleSize(it, iterators);
  const result = it.own(trackedTuple(it, size));
  for (let i = 0; i < size; i++) tupleSetInit(it, result, i, it.newRef(it.singletons.none));
  const p = it.allocInstance(type, 48);
  it.release(2);
  it.i32[p + 4] = size;
  it.i32[p + 6] = iterators;
  it.i32[p + 8] = result;
  it.i32[p + 10] = strict ? 1 : 0;
  track(it.i32, p);
  return p;
}

/// CPython 3.14 zip_next: hands out the same tuple again if nobody kept it.
function zipNext(it: Interp, p: Ptr): Ptr {
  const i32 = it.i32;
  const size = i32[p + 4]!;
  if (size === 0) return 0;
  const iterators = i32[p + 6]!;
  let result = i32[p + 8]!;
  const reused = i32[result] === 1;
  if (reused) it.incref(result);
  else result = newTuple(it, size);
  it.own(result);
  for (let i = 0; i < size; i++) {
    const item = iterNext(it, tupleGet(it, iterators, i));
    if (item === 0) {
      it.drop();
      return i32[p + 10] === 0 ? 0 : checkStrict(it, 'zip', iterators, i);
    }
    const old = tupleGet(it, result, i);
    tupleSetInit(it, result, i, item);
    it.xdecref(old);
  }
  if (reused) tupleReused(it, result);
  else tupleTrack(it, result);
  return it.take();
}

/// Whether nobody else takes the keywords of a call: the type itself, or one without an `__init__` of its own.
const isPlain = (type: TypeObject, builtin: TypeObject): boolean => type === builtin || type.slots.init === builtin.slots.init;

function mapNew(it: Interp, type: TypeObject, args: readonly Ptr[], kwnames: Ptr): Ptr {
  if (!it.profile.mapIsStrict && isPlain(type, it.types.map)) noKeywords(it, 'map', kwnames);
  const strict = strictArgument(it, 'map', args, kwnames);
  const positional = positionalOf(it, args, kwnames);
  if (positional.length < 2) it.typeError('map() must have at least two arguments.');
  const iterators = it.own(iteratorsOf(it, positional, 1));
  const p = it.allocInstance(type, mapBytes(it));
  it.take();
  it.i32[p + 4] = iterators;
  it.i32[p + 6] = it.newRef(positional[0]!);
  it.i32[p + 5] = strict ? 1 : 0;
  track(it.i32, p);
  return p;
}

const mapBytes = (it: Interp): number => (it.profile.mapIsStrict ? 40 : 32);

function mapNext(it: Interp, p: Ptr): Ptr {
  const iterators = it.i32[p + 4]!;
  const size = tupleSize(it, iterators);
  const args: Ptr[] = [];
  for (let i = 0; i < size; i++) {
    const item = iterNext(it, tupleGet(it, iterators, i));
    if (item === 0) {
      it.release(args.length);
      dropInOrder(it, args);
      return it.i32[p + 5] !== 0 ? checkStrict(it, 'map', iterators, i) : 0;
    }
    args.push(it.own(item));
  }
  const result = call(it, it.i32[p + 6]!, args);
  it.release(size);
  it.own(result);
  dropInOrder(it, args);
  return it.take();
}

function filterNew(it: Interp, type: TypeObject, args: readonly Ptr[], kwnames: Ptr): Ptr {
  if (isPlain(type, it.types.filter)) noKeywords(it, 'filter', kwnames);
  const positional = positionalOf(it, args, kwnames);
  checkPositional(it, 'filter', positional.length, 2, 2);
  const iterator = it.own(getIter(it, args[1]!));
  const p = it.allocInstance(type, 32);
  it.take();
  it.i32[p + 4] = it.newRef(args[0]!);
  it.i32[p + 6] = iterator;
  track(it.i32, p);
  return p;
}

function filterNext(it: Interp, p: Ptr): Ptr {
  const fn = it.i32[p + 4]!;
  const plain = fn === it.singletons.none || fn === it.types.bool.ptr;
  for (;;) {
    const item = iterNext(it, it.i32[p + 6]!);
    if (item === 0) return 0;
    it.own(item);
    let keep: boolean;
    if (plain) {
      keep = isTrue(it, item);
    } else {
      const good = it.own(call(it, fn, [item]));
      keep = isTrue(it, good);
      it.drop();
    }
    if (keep) return it.take();
    it.drop();
  }
}

/// An iterator type that holds references in the fields at `fields`, visits them in the order of `visited` and lets go of them in their own.
function iteratorSpec(name: string, basicsize: number, fields: readonly number[], slots: Pick<Slots, 'new' | 'iternext'>, visited = fields): TypeSpec {
  return {
    name,
    basicsize,
    hasGc: true,
    isBaseType: true,
    slots: {
      size: (it, p) => Math.max(it.typeOf(p).basicsize, name === 'map' ? mapBytes(it) : 0),
      traverse: (it, p, visitor) => visited.forEach(at => visitor.visit(it.i32[p + at]!)),
      dealloc: (it, p) => {
        untrack(it.i32, p);
        dropFields(it, p, fields);
        it.freeInstance(p);
      },
      iter: (it, p) => it.newRef(p),
      ...slots
    }
  };
}

export const zipSpec = iteratorSpec('zip', 48, [6, 8], { new: zipNew, iternext: zipNext });
export const mapSpec = iteratorSpec('map', 32, [4, 6], { new: mapNew, iternext: mapNext });
export const filterSpec = iteratorSpec('filter', 32, [4, 6], { new: filterNew, iternext: filterNext }, [6, 4]);
