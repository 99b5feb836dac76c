/// itertools.tee and groupby. CPython 3.14 Modules/itertoolsmodule.c
///
/// teedataobject: it at p + 4, numread at p + 6 and running at p + 7, nextlink at p + 8, values[57] from p + 10. teeobject: dataobj at
/// p + 4, index at p + 6, weakreflist at p + 8. groupbyobject: it at p + 4, keyfunc at p + 6, tgtkey at p + 8, currkey at p + 10,
/// currvalue at p + 12, currgrouper at p + 14 (not counted). _grouperobject: parent at p + 4, tgtkey at p + 6.
import { untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { call, getIter, getOptionalAttr, iterNext, richCompareBool } from '../objects/abstract';
import { bindArguments, checkPositional } from '../objects/args';
import { dropEach, dropFields } from '../objects/dropping';
import type { Interp } from '../objects/interp';
import { recordSlots, setReference } from '../objects/record';
import { ssizeNumber } from '../objects/ssize';
import { newTuple, tupleFrom, tupleSetInit, tupleTrack } from '../objects/tuple';
import { CompareOp } from '../objects/typeobject';
import type { NativeMethod, TypeSpec } from '../objects/typeobject';
import { clearWeakRefs } from '../objects/weakref';
import { clearField, iteratorType, newIterator } from './itertoolstypes';

const LINKCELLS = 57;
const Data = { IT: 4, NUMREAD: 6, RUNNING: 7, NEXTLINK: 8, VALUES: 10 } as const;
const Tee = { DATA: 4, INDEX: 6 } as const;

/// A new link over the iterator, borrowed (teedataobject_newinternal).
function newData(it: Interp, iterator: Ptr): Ptr {
  return newIterator(it, it.moduleTypes.teeData, [[Data.IT, it.newRef(iterator)]]);
}

function clearData(it: Interp, p: Ptr): void {
  const i32 = it.i32;
  dropFields(it, p, [Data.IT]);
  dropEach(it, p + Data.VALUES, p + Data.VALUES + 2 * i32[p + Data.NUMREAD]!, 2);
  i32[p + Data.NUMREAD] = 0;
  let next = i32[p + Data.NEXTLINK]!;
  i32[p + Data.NEXTLINK] = 0;
  // A chain of links goes one by one, not one within another (teedataobject_safe_decref).
  while (next !== 0 && i32[next] === 1) {
    const after = i32[next + Data.NEXTLINK]!;
    i32[next + Data.NEXTLINK] = 0;
    if (after !== 0) it.own(after);
    it.decref(next);
    if (after !== 0) it.take();
    next = after;
  }
  it.xdecref(next);
}

export const teeDataSpec: TypeSpec = {
  name: '_tee_dataobject',
  module: 'itertools',
  doc: 'teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.',
  basicsize: 496,
  hasGc: true,
  slots: {
    traverse: (it, p, visitor) => {
      const i32 = it.i32;
      if (i32[p + Data.IT] !== 0) visitor.visit(i32[p + Data.IT]!);
      for (let i = 0; i < i32[p + Data.NUMREAD]!; i++) visitor.visit(i32[p + Data.VALUES + 2 * i]!);
      if (i32[p + Data.NEXTLINK] !== 0) visitor.visit(i32[p + Data.NEXTLINK]!);
    },
    clear: clearData,
    dealloc: (it, p) => {
      untrack(it.i32, p);
      clearData(it, p);
      it.freeInstance(p);
    }
  },
  disallowInstantiation: true,
  parts: {
    visit: (it, p, most, visit) => {
      if (it.i32[p + Data.IT] !== 0) visit('it', it.i32[p + Data.IT]!);
      for (let i = 0; i < Math.min(it.i32[p + Data.NUMREAD]!, most); i++) visit(`values[${i}]`, it.i32[p + Data.VALUES + 2 * i]!);
      if (it.i32[p + Data.NEXTLINK] !== 0) visit('nextlink', it.i32[p + Data.NEXTLINK]!);
    }
  }
};

/// The value at `index` of a link, a new reference; 0 at the end (teedataobject_getitem).
function dataItem(it: Interp, data: Ptr, index: number): Ptr {
  const i32 = it.i32;
  if (index < i32[data + Data.NUMREAD]!) return it.newRef(i32[data + Data.VALUES + 2 * index]!);
  if (i32[data + Data.RUNNING] !== 0) it.raise(it.types.RuntimeError, 'cannot re-enter the tee iterator');
  i32[data + Data.RUNNING] = 1;
  let value: Ptr;
  try {
    value = iterNext(it, i32[data + Data.IT]!);
  } finally {
    i32[data + Data.RUNNING] = 0;
  }
  if (value === 0) return 0;
  i32[data + Data.NUMREAD] = index + 1;
  i32[data + Data.VALUES + 2 * index] = value;
  if (it.recording) it.touch(data);
  return it.newRef(value);
}

function newTee(it: Interp, data: Ptr, index: number): Ptr {
  const p = newIterator(it, it.moduleTypes.tee, [[Tee.DATA, data]]);
  it.i32[p + Tee.INDEX] = index;
  return p;
}

const copyTee = (it: Interp, p: Ptr): Ptr => newTee(it, it.newRef(it.i32[p + Tee.DATA]!), it.i32[p + Tee.INDEX]!);

/// A tee over an iterator, or a copy of one that is a tee already (tee_fromiterable).
function teeFrom(it: Interp, iterable: Ptr): Ptr {
  const iterator = it.own(getIter(it, iterable));
  const result = it.typeOf(iterator) === it.moduleTypes.tee ? copyTee(it, iterator) : newTee(it, newData(it, iterator), 0);
  it.drop();
  return result;
}

const teeRecord = recordSlots([Tee.DATA]);

export const teeSpec = (bytes: number): TypeSpec => iteratorType('_tee', bytes, [Tee.DATA], {
  clear: teeRecord.clear,
  dealloc: (it, p) => {
    untrack(it.i32, p);
    clearWeakRefs(it, p);
    dropFields(it, p, [Tee.DATA]);
    it.freeInstance(p);
  },
  new: (it, _type, args) => {
    checkPositional(it, '_tee', args.length, 1, 1);
    return teeFrom(it, args[0]!);
  },
  iternext: (it, p) => {
    const i32 = it.i32;
    if (i32[p + Tee.INDEX]! >= LINKCELLS) {
      const data = i32[p + Tee.DATA]!;
      if (i32[data + Data.NEXTLINK] === 0) i32[data + Data.NEXTLINK] = newData(it, i32[data + Data.IT]!);
      i32[p + Tee.INDEX] = 0;
      setReference(it, p, Tee.DATA, it.newRef(i32[data + Data.NEXTLINK]!));
    }
    const data = it.own(it.newRef(i32[p + Tee.DATA]!));
    const value = dataItem(it, data, i32[p + Tee.INDEX]!);
    if (value !== 0) i32[p + Tee.INDEX] = i32[p + Tee.INDEX]! + 1;
    return it.dropFor(value);
  }
}, { isBaseType: false, weaklistoffset: 32, methods: { __copy__: { kind: 'noargs', fn: copyTee } } });

/// `tee(iterable, n=2)`
export const tee: NativeMethod = {
  kind: 'fastcall', min: 1, max: 2,
  fn: (it, _self, args) => {
    const n = args[1] === undefined ? 2 : ssizeNumber(it, args[1]);
    if (n < 0) it.valueError('n must be >= 0');
    const result = it.own(newTuple(it, n));
    if (n === 0) return it.take();
    let first = it.own(getIter(it, args[0]!));
    let copy = it.typeOf(first) === it.moduleTypes.tee && it.profile.natives.teeCopiesTees ? 0 : getOptionalAttr(it, first, '__copy__');
    if (copy === 0) {
      const made = it.dropFor(teeFrom(it, first));
      first = it.own(made);
      copy = getOptionalAttr(it, first, '__copy__');
    }
    tupleSetInit(it, result, 0, it.take());
    it.own(copy);
    for (let i = 1; i < n; i++) tupleSetInit(it, result, i, call(it, copy));
    it.drop();
    tupleTrack(it, result);
    return it.take();
  }
};

const Group = { IT: 4, KEYFUNC: 6, TGTKEY: 8, CURRKEY: 10, CURRVALUE: 12, CURRGROUPER: 14 } as const;
const Grouper = { PARENT: 4, TGTKEY: 6 } as const;

/// Goes on to the next item; false at the end (groupby_step).
function step(it: Interp, p: Ptr): boolean {
  const i32 = it.i32;
  const value = iterNext(it, i32[p + Group.IT]!);
  if (value === 0) return false;
  it.own(value);
  const fn = i32[p + Group.KEYFUNC]!;
  const key = fn === it.singletons.none ? it.newRef(value) : call(it, fn, [value]);
  const old = i32[p + Group.CURRVALUE]!;
  i32[p + Group.CURRVALUE] = it.take();
  it.own(old || it.singletons.none);
  setReference(it, p, Group.CURRKEY, key);
  it.take();
  it.xdecref(old);
  return true;
}

/// Whether two keys are equal; both are held, since comparing may change the fields they come from.
function sameKey(it: Interp, a: Ptr, b: Ptr): boolean {
  it.own(it.newRef(a));
  it.own(it.newRef(b));
  const same = richCompareBool(it, a, b, CompareOp.EQ);
  it.drop(2);
  return same;
}

export const groupbySpec = (bytes: number): TypeSpec => iteratorType('groupby', bytes, [Group.IT, Group.KEYFUNC, Group.TGTKEY, Group.CURRKEY, Group.CURRVALUE], {
  new: (it, type, args, kwnames) => {
    const [iterable, key] = bindArguments(it, 'groupby', ['iterable', 'key'], { required: 1 }, args, kwnames) as [Ptr, Ptr];
    const iterator = getIter(it, iterable);
    return newIterator(it, type, [[Group.IT, iterator], [Group.KEYFUNC, it.newRef(key || it.singletons.none)]]);
  },
  iternext: (it, p) => {
    const i32 = it.i32;
    i32[p + Group.CURRGROUPER] = 0;
    while (i32[p + Group.CURRKEY] === 0 || (i32[p + Group.TGTKEY] !== 0 && sameKey(it, i32[p + Group.TGTKEY]!, i32[p + Group.CURRKEY]!))) {
      if (!step(it, p)) return 0;
    }
    setReference(it, p, Group.TGTKEY, it.newRef(i32[p + Group.CURRKEY]!));
    const grouper = it.own(newIterator(it, it.moduleTypes.grouper, [[Grouper.PARENT, it.newRef(p)], [Grouper.TGTKEY, it.newRef(i32[p + Group.TGTKEY]!)]]));
    i32[p + Group.CURRGROUPER] = grouper;
    return it.dropFor(tupleFrom(it, [i32[p + Group.CURRKEY]!, grouper]));
  }
});

export const grouperSpec: TypeSpec = iteratorType('_grouper', 32, [Grouper.PARENT, Grouper.TGTKEY], {
  new: (it, type, args) => {
    checkPositional(it, '_grouper', args.length, 2, 2);
    if (it.typeOf(args[0]!) !== it.moduleTypes.groupby) it.typeError(`argument 1 must be itertools.groupby, not ${it.typeOf(args[0]!).name}`);
    const p = newIterator(it, type, [[Grouper.PARENT, it.newRef(args[0]!)], [Grouper.TGTKEY, it.newRef(args[1]!)]]);
    it.i32[args[0]! + Group.CURRGROUPER] = p;
    return p;
  },
  iternext: (it, p) => {
    const i32 = it.i32;
    const parent = i32[p + Grouper.PARENT]!;
    if (i32[parent + Group.CURRGROUPER] !== p) return 0;
    if (i32[parent + Group.CURRVALUE] === 0 && !step(it, parent)) return 0;
    if (!sameKey(it, i32[p + Grouper.TGTKEY]!, i32[parent + Group.CURRKEY]!)) return 0;
    const value = i32[parent + Group.CURRVALUE]!;
    i32[parent + Group.CURRVALUE] = 0;
    it.own(value);
    clearField(it, parent, Group.CURRKEY);
    return it.take();
  }
}, { isBaseType: false });
