/// The `class` statement (CPython 3.14 Python/bltinmodule.c builtin___build_class__).
import type { Ptr } from '../memory/ram';
import { call, getOptionalAttr, reprText, setItem } from '../objects/abstract';
import { positionalCount } from '../objects/args';
import { cellGet } from '../objects/cell';
import { newDict } from '../objects/dictobject';
import type { Interp } from '../objects/interp';
import { listAppend, listExtend, listToArray, newList } from '../objects/list';
import { ownScratchDict } from '../objects/scratch';
import { isStr } from '../objects/str';
import { tupleFrom, tupleGet, tupleSize, tupleToArray } from '../objects/tuple';
import { isType, typeFrom } from '../objects/type';
import { calculateMetaclass } from '../objects/typenew';
import type { NativeMethod } from '../objects/typeobject';
import { frameForCall, runNested } from '../vm/calls';
import { vmOf } from '../vm/vm';
import type { Vm } from '../vm/vm';

export const buildClass: NativeMethod = {
  kind: 'keywords',
  fn: (it, _self, args, kwnames) => {
    const nargs = positionalCount(it, args, kwnames);
    if (nargs < 2) it.typeError('__build_class__: not enough arguments');
    const mark = it.held.length;
    const body = args[0]!;
    const name = args[1]!;
    if (it.typeOf(body) !== it.types.function) it.typeError('__build_class__: func must be a function');
    if (!isStr(it, name)) it.typeError('__build_class__: name is not a string');
    const original = it.own(tupleFrom(it, args.slice(2, nargs)));
    const replaced = updateBases(it, original);
    const bases = replaced === 0 ? original : it.own(replaced);
    if (kwnames !== 0) ownScratchDict(it);
    const keywords = classKeywords(it, args, kwnames, nargs);
    const meta = it.own(it.newRef(metaclass(it, keywords.metaclass, bases)));
    const kwtuple = it.own(tupleFrom(it, keywords.names));
    const namespace = it.own(prepare(it, meta, [name, bases, ...keywords.values], kwtuple));
    const cell = it.own(runClassBody(vmOf(it), body, namespace));
    if (bases !== original) setItem(it, namespace, it.name('__orig_bases__'), original);
    const cls = call(it, meta, [name, bases, namespace, ...keywords.values], tupleSize(it, kwtuple) === 0 ? 0 : kwtuple);
    it.own(cls);
    checkClassCell(it, cell, cls, name);
    it.incref(cls);
    it.unwind(mark);
    return cls;
  }
};

/// Runs the body's function with the namespace as its locals; returns `__classcell__` or None.
function runClassBody(vm: Vm, body: Ptr, namespace: Ptr): Ptr {
  const frame = frameForCall(vm, vm.newRef(body), [], 0);
  frame.locals = vm.newRef(namespace);
  return runNested(vm, frame);
}

interface ClassKeywords {
  readonly metaclass: Ptr;
  readonly names: readonly Ptr[];
  readonly values: readonly Ptr[];
}

/// The keywords without `metaclass`, borrowed.
function classKeywords(it: Interp, args: readonly Ptr[], kwnames: Ptr, nargs: number): ClassKeywords {
  const names: Ptr[] = [];
  const values: Ptr[] = [];
  let metaclass = 0;
  for (let i = nargs; i < args.length; i++) {
    const key = tupleGet(it, kwnames, i - nargs);
    if (it.text(key) === 'metaclass') {
      metaclass = args[i]!;
    } else {
      names.push(key);
      values.push(args[i]!);
    }
  }
  return { metaclass, names, values };
}

/// Borrowed. A metaclass that is no class is only called (it need not derive from `type`).
function metaclass(it: Interp, given: Ptr, bases: Ptr): Ptr {
  const first = given || (tupleSize(it, bases) === 0 ? it.types.type.ptr : it.typeOf(tupleGet(it, bases, 0)).ptr);
  return isType(it, first) ? calculateMetaclass(it, typeFrom(it, first), tupleToArray(it, bases)).ptr : first;
}

/// Replaces bases that are no types by what their `__mro_entries__` gives. New reference, 0 = none is to be replaced (update_bases).
function updateBases(it: Interp, bases: Ptr): Ptr {
  const count = tupleSize(it, bases);
  let replaced = 0;
  for (let i = 0; i < count; i++) {
    const base = tupleGet(it, bases, i);
    const entries = isType(it, base) ? 0 : getOptionalAttr(it, base, '__mro_entries__');
    if (entries === 0) {
      if (replaced !== 0) listAppend(it, replaced, base);
      continue;
    }
    if (replaced === 0) {
      replaced = it.own(newList(it, 0));
      for (let k = 0; k < i; k++) listAppend(it, replaced, tupleGet(it, bases, k));
    }
    it.own(entries);
    const more = it.own(call(it, entries, [bases]));
    if (it.typeOf(more) !== it.types.tuple) it.typeError('__mro_entries__ must return a tuple');
    listExtend(it, replaced, more);
    it.drop(2);
  }
  if (replaced === 0) return 0;
  const result = tupleFrom(it, listToArray(it, replaced));
  it.drop();
  return result;
}

function prepare(it: Interp, meta: Ptr, args: readonly Ptr[], kwtuple: Ptr): Ptr {
  const method = meta === it.types.type.ptr ? 0 : getOptionalAttr(it, meta, '__prepare__');
  if (method === 0) return newDict(it);
  const mark = it.held.length;
  it.own(method);
  // The stack that keywords of a dict are unpacked to counts all arguments (_PyStack_UnpackDict).
  if (tupleSize(it, kwtuple) > 0) for (const arg of args) it.own(it.newRef(arg));
  const namespace = call(it, method, args, tupleSize(it, kwtuple) === 0 ? 0 : kwtuple);
  it.unwindFor(mark, namespace);
  it.own(namespace);
  const type = it.typeOf(namespace);
  if (type.slots.mpSubscript === undefined) {
    const name = isType(it, meta) ? typeFrom(it, meta).name : '<metaclass>';
    it.typeError(`${name}.__prepare__() must return a mapping, not ${type.name}`);
  }
  return it.take();
}

function checkClassCell(it: Interp, cell: Ptr, cls: Ptr, name: Ptr): void {
  if (it.typeOf(cell) !== it.types.cell || !isType(it, cls)) return;
  const content = cellGet(it, cell);
  if (content === cls) return;
  const where = `${reprText(it, name)} as ${reprText(it, cls)}`;
  if (content !== 0) it.typeError(`__class__ set to ${reprText(it, content)} defining ${where}`);
  it.raise(it.types.RuntimeError, `__class__ not set defining ${where}. Was __classcell__ propagated to type.__new__?`);
}
