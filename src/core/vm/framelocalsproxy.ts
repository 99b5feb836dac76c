/// FrameLocalsProxy: the variables of a function's frame as a mapping that writes through (CPython 3.14
/// Objects/frameobject.c framelocalsproxy_*). The frame object is at p + 4. Names that are no variables of the code live
/// in a dict of the frame object; 3.14 keeps what a write replaces as long as the frame object lives.
import { track } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { FastKind } from '../compiler/code';
import { callMethod, getIter, hash, reprText, richCompare, richCompareBool } from '../objects/abstract';
import { cellSet } from '../objects/cell';
import { dictContains, dictDelItem, dictGetItem, dictNext, dictPop, dictSetItem, entry, isDict, newDict } from '../objects/dictobject';
import { dictUpdate } from '../objects/dictmerge';
import type { Interp } from '../objects/interp';
import { listAppend, newList } from '../objects/list';
import { recordSlots } from '../objects/record';
import { guardedRepr } from '../objects/reprenter';
import { isStr } from '../objects/str';
import { tupleFrom, tupleGet, tupleSize } from '../objects/tuple';
import { CompareOp } from '../objects/typeobject';
import type { NativeMethod, TypeSpec } from '../objects/typeobject';
import type { Frame } from './frame';
import { untag } from './frame';
import { FrameField, hostFrame } from './frameobject';
import { localValue } from './framelocals';
import { close } from './stackref';
import { vmOf } from './vm';
import type { Vm } from './vm';

const FRAME = 4;

/// A proxy of the frame object (borrowed).
export function newFrameLocalsProxy(it: Interp, frameObject: Ptr): Ptr {
  const type = it.types.FrameLocalsProxy;
  const p = it.allocGc(type, type.basicsize);
  it.i32[p + FRAME] = it.newRef(frameObject);
  it.i32[p + FRAME + 1] = 0;
  track(it.i32, p);
  return p;
}

const frameOf = (it: Interp, p: Ptr): Frame => hostFrame(vmOf(it), it.i32[p + FRAME]!);

/// The dict of names that are no variables, borrowed; 0 = none.
const extras = (it: Interp, p: Ptr): Ptr => it.i32[it.i32[p + FRAME]! + FrameField.EXTRA_LOCALS]!;

function ensureExtras(it: Interp, p: Ptr): Ptr {
  const at = it.i32[p + FRAME]! + FrameField.EXTRA_LOCALS;
  if (it.i32[at] === 0) it.i32[at] = newDict(it);
  return it.i32[at]!;
}

/// The variable that the key names, or -1: to read one that is bound, to write one that is not an inlined
/// comprehension's (framelocalsproxy_getkeyindex).
function variableOf(it: Interp, p: Ptr, key: Ptr, reads: boolean): number {
  hash(it, key);
  const frame = frameOf(it, p);
  const { localsplusnames, localspluskinds } = frame.code.plain;
  const text = isStr(it, key) ? it.text(key) : undefined;
  const isPlain = it.typeOf(key) === it.types.str;
  for (let i = 0; i < localsplusnames.length; i++) {
    if (isPlain ? localsplusnames[i] !== text : !richCompareBool(it, it.name(localsplusnames[i]!), key, CompareOp.EQ)) continue;
    if (reads ? localValue(vmOf(it), frame, i) !== 0 : (localspluskinds[i]! & FastKind.HIDDEN) === 0) return i;
  }
  return -1;
}

/// Calls `visit` with each name and value, both borrowed.
function visitVariables(it: Interp, p: Ptr, visit: (name: Ptr, value: Ptr) => void): void {
  const frame = frameOf(it, p);
  const { localsplusnames } = frame.code.plain;
  for (let i = 0; i < localsplusnames.length; i++) {
    const value = localValue(vmOf(it), frame, i);
    if (value !== 0) visit(it.name(localsplusnames[i]!), value);
  }
  const extra = extras(it, p);
  if (extra === 0) return;
  for (let at = dictNext(it, extra, 0); at >= 0; at = dictNext(it, extra, at)) visit(entry.key, entry.value);
}

/// Everything as a new dict.
function asDict(it: Interp, p: Ptr): Ptr {
  const dict = it.own(newDict(it));
  visitVariables(it, p, (name, value) => dictSetItem(it, dict, name, value));
  return it.take();
}

const asList = (pick: (it: Interp, name: Ptr, value: Ptr) => Ptr) => (it: Interp, p: Ptr): Ptr => {
  const list = it.own(newList(it, 0));
  visitVariables(it, p, (name, value) => {
    listAppend(it, list, it.own(pick(it, name, value)));
    it.drop();
  });
  return it.take();
};
const names = asList((it, name) => it.newRef(name));

/// A value, a new reference; 0 = none.
function lookup(it: Interp, p: Ptr, key: Ptr): Ptr {
  const i = variableOf(it, p, key, true);
  if (i >= 0) return it.newRef(localValue(vmOf(it), frameOf(it, p), i));
  const value = extras(it, p) === 0 ? 0 : dictGetItem(it, extras(it, p), key);
  return value === 0 ? 0 : it.newRef(value);
}

function setVariable(vm: Vm, p: Ptr, slot: number, value: Ptr): void {
  const frame = frameOf(vm, p);
  const at = frame.base + slot;
  const held = untag(vm.i32[at]!);
  const kind = frame.code.plain.localspluskinds[slot]!;
  if (held !== 0 && (kind & (FastKind.CELL | FastKind.FREE)) !== 0 && vm.typeOf(held) === vm.types.cell) {
    cellSet(vm, held, vm.newRef(value));
    return;
  }
  if (held === value) return;
  const word = vm.i32[at]!;
  if (vm.profile.keepsOverwrittenLocals && held !== 0) {
    const field = vm.i32[p + FRAME]! + FrameField.OVERWRITTEN;
    const before = vm.i32[field]!;
    const kept = tupleFrom(vm, [...Array.from({ length: before === 0 ? 0 : tupleSize(vm, before) }, (_, i) => tupleGet(vm, before, i)), held]);
    vm.i32[field] = kept;
    vm.xdecref(before);
  }
  vm.i32[at] = vm.newRef(value);
  close(vm, word);
}

/// value 0 = delete.
function setItem(it: Interp, p: Ptr, key: Ptr, value: Ptr): void {
  const i = variableOf(it, p, key, false);
  if (i >= 0 && value === 0) it.valueError('cannot remove local variables from FrameLocalsProxy');
  if (i >= 0) return setVariable(vmOf(it), p, i, value);
  if (value === 0) {
    const extra = extras(it, p);
    if (extra === 0 || !dictContains(it, extra, key)) it.raise(it.types.KeyError, reprText(it, key));
    dictDelItem(it, extra, key);
    return;
  }
  dictSetItem(it, ensureExtras(it, p), key, value);
}

/// Takes over the items of a dict or another proxy.
function update(it: Interp, p: Ptr, other: Ptr): boolean {
  const isProxy = it.typeOf(other) === it.types.FrameLocalsProxy;
  if (!isProxy && !isDict(it, other)) return false;
  const source = it.own(isProxy ? asDict(it, other) : callMethod(it, other, 'copy'));
  for (let at = dictNext(it, source, 0); at >= 0; at = dictNext(it, source, at)) setItem(it, p, entry.key, entry.value);
  it.drop();
  return true;
}

const method = (min: number, max: number, fn: (it: Interp, p: Ptr, args: readonly Ptr[]) => Ptr): NativeMethod => ({ kind: 'fastcall', min, max, fn });

const methods: Readonly<Record<string, NativeMethod>> = {
  __contains__: { kind: 'o', fn: (it, p, key) => it.bool(contains(it, p, key)) },
  __getitem__: { kind: 'o', fn: getItem },
  update: {
    kind: 'o',
    fn: (it, p, other) => {
      if (!update(it, p, other)) it.typeError('update() argument must be dict or another FrameLocalsProxy');
      return it.singletons.none;
    }
  },
  __reversed__: { kind: 'noargs', fn: (it, p) => {
    const list = it.own(names(it, p));
    it.decref(callMethod(it, list, 'reverse'));
    return it.take();
  } },
  copy: { kind: 'noargs', fn: asDict },
  keys: { kind: 'noargs', fn: names },
  values: { kind: 'noargs', fn: asList((it, _name, value) => it.newRef(value)) },
  items: { kind: 'noargs', fn: asList((it, name, value) => tupleFrom(it, [name, value])) },
  get: method(1, 2, (it, p, args) => lookup(it, p, args[0]!) || it.newRef(args[1] ?? it.singletons.none)),
  pop: method(1, 2, (it, p, args) => {
    if (variableOf(it, p, args[0]!, false) >= 0) it.valueError('cannot remove local variables from FrameLocalsProxy');
    const value = extras(it, p) === 0 ? 0 : dictPop(it, extras(it, p), args[0]!);
    if (value !== 0) return value;
    return args.length === 2 ? it.newRef(args[1]!) : it.raise(it.types.KeyError, reprText(it, args[0]!));
  }),
  setdefault: method(1, 2, (it, p, args) => {
    const known = lookup(it, p, args[0]!);
    if (known !== 0) return known;
    const value = args[1] ?? it.singletons.none;
    setItem(it, p, args[0]!, value);
    return it.newRef(value);
  })
};

function contains(it: Interp, p: Ptr, key: Ptr): boolean {
  if (variableOf(it, p, key, true) >= 0) return true;
  const extra = extras(it, p);
  return extra !== 0 && dictContains(it, extra, key);
}

function getItem(it: Interp, p: Ptr, key: Ptr): Ptr {
  return lookup(it, p, key) || it.raise(it.types.KeyError, `local variable '${reprText(it, key)}' is not defined`);
}

export const frameLocalsProxySpec: TypeSpec = {
  name: 'FrameLocalsProxy',
  basicsize: 24,
  hasGc: true,
  collectionFlag: 'mapping',
  slots: {
    ...recordSlots([FRAME]),
    repr: (it, p) => guardedRepr(it, p, '{...}', () => {
      const dict = it.own(asDict(it, p));
      const text = reprText(it, dict);
      it.drop();
      return text;
    }),
    richcompare: (it, p, other, op) => {
      if (it.typeOf(other) === it.types.FrameLocalsProxy) {
        const same = it.i32[p + FRAME] === it.i32[other + FRAME];
        if (op !== CompareOp.EQ && op !== CompareOp.NE) return it.singletons.notImplemented;
        return it.bool(same === (op === CompareOp.EQ));
      }
      if (!isDict(it, other)) return it.singletons.notImplemented;
      const dict = it.own(asDict(it, p));
      return it.dropFor(richCompare(it, dict, other, op));
    },
    iter: (it, p) => {
      const list = it.own(names(it, p));
      return it.dropFor(getIter(it, list));
    },
    mpLength: (it, p) => {
      let count = 0;
      visitVariables(it, p, () => { count++; });
      return count;
    },
    mpSubscript: getItem,
    mpAssSubscript: setItem,
    sqContains: contains,
    nbOr: (it, left, right) => {
      const ok = [left, right].every(p => it.typeOf(p) === it.types.FrameLocalsProxy || isDict(it, p));
      if (!ok) return it.singletons.notImplemented;
      const result = it.own(newDict(it));
      dictUpdate(it, result, left);
      dictUpdate(it, result, right);
      return it.take();
    },
    nbInplaceOr: (it, p, other) => (update(it, p, other) ? it.newRef(p) : it.singletons.notImplemented),
    new: (it, _type, args, kwnames) => {
      if (args.length !== 1 || kwnames !== 0) it.typeError(`FrameLocalsProxy ${kwnames !== 0 ? 'takes no keyword arguments' : `expected 1 argument, got ${args.length}`}`);
      if (it.typeOf(args[0]!) !== it.types.frame) it.typeError(`expect frame, not ${it.typeOf(args[0]!).name}`);
      return newFrameLocalsProxy(it, args[0]!);
    }
  },
  methods
};
