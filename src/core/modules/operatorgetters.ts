/// operator.itemgetter, attrgetter and methodcaller. CPython 3.14 Modules/_operator.c
///
/// itemgetterobject: nitems at p + 4, item at p + 6, index at p + 8. attrgetterobject: nattrs at p + 4, attr at p + 6 (a tuple of
/// names, and of tuples for names with dots). methodcallerobject: name at p + 4, args at p + 6, kwds at p + 8 (0 = none),
/// from 3.14 vectorcall_args at p + 10 and vectorcall_kwnames at p + 12.
import { track } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { call, getAttr, getItem, reprText } from '../objects/abstract';
import { checkPositional, keywordCount, noKeywords } from '../objects/args';
import { dictFromKeywords } from '../objects/dictmerge';
import { dictNext, dictSize, entry } from '../objects/dictobject';
import type { Interp } from '../objects/interp';
import { intValue, isIntExact } from '../objects/int';
import { recordSlots } from '../objects/record';
import { guardedRepr } from '../objects/reprenter';
import { intern, internInPlace, isStr, newStr } from '../objects/str';
import { newTuple, tupleFrom, tupleGet, tupleSetInit, tupleSize, tupleToArray, tupleTrack } from '../objects/tuple';
import type { Slots, TypeObject, TypeSpec } from '../objects/typeobject';

const COUNT = 4;
const VALUE = 6;
const INDEX = 8;

function getterSpec(name: string, basicsize: number, fields: readonly number[], doc: string, slots: Partial<Slots>, reduce: (it: Interp, p: Ptr) => Ptr): TypeSpec {
  return {
    name,
    module: 'operator',
    doc,
    basicsize,
    hasGc: true,
    slots: { ...recordSlots(fields), ...slots },
    methods: { __reduce__: { kind: 'noargs', fn: reduce } },
    parts: { visit: (it, p, _most, visit) => fields.forEach(field => { if (it.i32[p + field] !== 0) visit(field === VALUE ? 'item' : 'name', it.i32[p + field]!); }) }
  };
}

/// The only argument of a call.
function oneArgument(it: Interp, name: string, args: readonly Ptr[], kwnames: Ptr): Ptr {
  noKeywords(it, name, kwnames);
  checkPositional(it, name, args.length, 1, 1);
  return args[0]!;
}

function newGetter(it: Interp, type: TypeObject, count: number, value: Ptr): Ptr {
  it.own(value);
  const p = it.allocInstance(type, type.basicsize);
  it.i32[p + COUNT] = count;
  it.i32[p + VALUE] = it.take();
  track(it.i32, p);
  return p;
}

/// A tuple of what `get` makes for each of `count` places; one alone without the tuple.
function results(it: Interp, count: number, get: (i: number) => Ptr): Ptr {
  if (count === 1) return get(0);
  const result = it.own(newTuple(it, count));
  for (let i = 0; i < count; i++) tupleSetInit(it, result, i, get(i));
  tupleTrack(it, result);
  return it.take();
}

export const itemgetterSpec: TypeSpec = getterSpec('itemgetter', 48, [VALUE], 'Return a callable object that fetches the given item(s) from its operand.', {
  new: (it, type, args, kwnames) => {
    noKeywords(it, 'itemgetter', kwnames);
    if (args.length === 0) checkPositional(it, 'itemgetter', 0, 1, 1);
    const single = args.length === 1 ? args[0]! : 0;
    const p = newGetter(it, type, args.length, single === 0 ? tupleFrom(it, args) : it.newRef(single));
    const index = single !== 0 && isIntExact(it, single) ? intValue(it, single) : -1;
    it.i32[p + INDEX] = typeof index === 'number' && index >= 0 && index < 2 ** 31 ? index : -1;
    return p;
  },
  call: (it, p, args, kwnames) => {
    const object = oneArgument(it, 'itemgetter', args, kwnames);
    const value = it.i32[p + VALUE]!;
    const count = it.i32[p + COUNT]!;
    const index = it.i32[p + INDEX]!;
    if (count === 1 && index >= 0 && it.typeOf(object) === it.types.tuple && index < tupleSize(it, object)) return it.newRef(tupleGet(it, object, index));
    return results(it, count, i => getItem(it, object, count === 1 ? value : tupleGet(it, value, i)));
  },
  repr: (it, p) => guardedRepr(it, p, `${it.typeOf(p).name}(...)`, () => {
    const text = reprText(it, it.i32[p + VALUE]!);
    return it.i32[p + COUNT] === 1 ? `${it.typeOf(p).name}(${text})` : `${it.typeOf(p).name}${text}`;
  })
}, (it, p) => {
  const value = it.i32[p + VALUE]!;
  const args = it.own(it.i32[p + COUNT] === 1 ? tupleFrom(it, [value]) : it.newRef(value));
  return it.dropFor(tupleFrom(it, [it.typeOf(p).ptr, args]));
});

/// The name of an attribute as it was given.
const dotted = (it: Interp, attr: Ptr): string => (isStr(it, attr) ? it.text(attr) : tupleToArray(it, attr).map(part => it.text(part)).join('.'));

export const attrgetterSpec: TypeSpec = getterSpec('attrgetter', 40, [VALUE], 'Return a callable object that fetches the given attribute(s) from its operand.', {
  new: (it, type, args, kwnames) => {
    noKeywords(it, 'attrgetter', kwnames);
    if (args.length === 0) checkPositional(it, 'attrgetter', 0, 1, 1);
    const attrs = it.own(newTuple(it, args.length));
    args.forEach((arg, i) => {
      if (!isStr(it, arg)) it.typeError('attribute name must be a string');
      const parts = it.text(arg).split('.');
      if (parts.length === 1) {
        tupleSetInit(it, attrs, i, internInPlace(it, it.newRef(arg)));
        return;
      }
      const names = it.own(newTuple(it, parts.length));
      parts.forEach((part, j) => tupleSetInit(it, names, j, intern(it, part)));
      tupleSetInit(it, attrs, i, it.take());
    });
    tupleTrack(it, attrs);
    return newGetter(it, type, args.length, it.take());
  },
  call: (it, p, args, kwnames) => {
    const object = oneArgument(it, 'attrgetter', args, kwnames);
    return results(it, it.i32[p + COUNT]!, i => {
      const attr = tupleGet(it, it.i32[p + VALUE]!, i);
      if (isStr(it, attr)) return getAttr(it, object, attr);
      let value = it.newRef(object);
      for (const part of tupleToArray(it, attr)) {
        it.own(value);
        value = it.dropFor(getAttr(it, value, part));
      }
      return value;
    });
  },
  repr: (it, p) => guardedRepr(it, p, `${it.typeOf(p).name}(...)`, () => {
    const names = tupleToArray(it, it.i32[p + VALUE]!).map(attr => {
      const name = it.own(newStr(it, dotted(it, attr)));
      const text = reprText(it, name);
      it.drop();
      return text;
    });
    return `${it.typeOf(p).name}(${names.join(', ')})`;
  })
}, (it, p) => {
  const names = it.own(newTuple(it, it.i32[p + COUNT]!));
  tupleToArray(it, it.i32[p + VALUE]!).forEach((attr, i) => tupleSetInit(it, names, i, newStr(it, dotted(it, attr))));
  return it.dropFor(tupleFrom(it, [it.typeOf(p).ptr, names]));
});

const Method = { NAME: 4, ARGS: 6, KWDS: 8, VECTORCALL_ARGS: 10, VECTORCALL_KWNAMES: 12 } as const;
const KEPT = [Method.VECTORCALL_ARGS, Method.VECTORCALL_KWNAMES];

/// `keeps`: the arguments of the call lie ready in tuples. `usesTuples`: see Profile.natives.methodcallerUsesTuples.
export const methodcallerSpec = (bytes: number, keeps: boolean, usesTuples: boolean): TypeSpec => getterSpec('methodcaller', bytes, [Method.NAME, Method.ARGS, Method.KWDS, ...(keeps ? KEPT : [])], 'Return a callable object that calls the given method on its operand.', {
  new: (it, type, args, kwnames) => {
    const keywords = keywordCount(it, kwnames);
    const positional = args.slice(0, args.length - keywords);
    if (positional.length === 0) it.typeError('methodcaller needs at least one argument, the method name');
    if (!isStr(it, positional[0]!)) it.typeError('method name must be a string');
    const own = it.own(tupleFrom(it, positional.slice(1)));
    const kwds = it.own(keywords === 0 ? it.singletons.none : dictFromKeywords(it, args, kwnames));
    const p = it.allocInstance(type, type.basicsize);
    it.release(2);
    if (keeps) {
      it.i32[p + KEPT[0]!] = keywords === 0 ? it.newRef(own) : tupleFrom(it, args.slice(1));
      it.i32[p + KEPT[1]!] = keywords === 0 ? 0 : tupleFrom(it, tupleToArray(it, kwnames));
    }
    it.i32[p + Method.NAME] = internInPlace(it, it.newRef(positional[0]!));
    it.i32[p + Method.ARGS] = own;
    it.i32[p + Method.KWDS] = keywords === 0 ? 0 : kwds;
    track(it.i32, p);
    return p;
  },
  call: (it, p, args, kwnames) => {
    const object = oneArgument(it, 'methodcaller', args, kwnames);
    const mark = it.held.length;
    if (usesTuples) it.ownArguments(args);
    const method = it.own(getAttr(it, object, it.i32[p + Method.NAME]!));
    const values = tupleToArray(it, it.i32[p + Method.ARGS]!);
    const names: Ptr[] = [];
    const kwds = it.i32[p + Method.KWDS]!;
    for (let at = kwds === 0 ? -1 : dictNext(it, kwds, 0); at >= 0; at = dictNext(it, kwds, at)) {
      names.push(entry.key);
      values.push(entry.value);
    }
    const keywords = names.length === 0 ? 0 : it.own(tupleFrom(it, names));
    if (usesTuples && keywords !== 0) it.ownArguments(values, values.length - names.length);
    return it.unwindFor(mark, call(it, method, values, keywords));
  },
  repr: (it, p) => guardedRepr(it, p, `${it.typeOf(p).name}(...)`, () => {
    const parts = [reprText(it, it.i32[p + Method.NAME]!), ...tupleToArray(it, it.i32[p + Method.ARGS]!).map(arg => reprText(it, arg))];
    const kwds = it.i32[p + Method.KWDS]!;
    for (let at = kwds === 0 ? -1 : dictNext(it, kwds, 0); at >= 0; at = dictNext(it, kwds, at)) parts.push(`${it.text(entry.key)}=${reprText(it, entry.value)}`);
    return `${it.typeOf(p).name}(${parts.join(', ')})`;
  })
}, (it, p) => {
  const mark = it.held.length;
  const { ptr } = it.typeOf(p);
  const name = it.i32[p + Method.NAME]!;
  const kwds = it.i32[p + Method.KWDS]!;
  const args = it.i32[p + Method.ARGS]!;
  if (kwds === 0 || dictSize(it, kwds) === 0) {
    const all = it.own(tupleFrom(it, [name, ...tupleToArray(it, args)]));
    return it.unwindFor(mark, tupleFrom(it, [ptr, all]));
  }
  // partial(type, name, **kwds)
  const partial = it.own(it.hooks.importFrom(it, 'functools', 'partial'));
  const keys: Ptr[] = [];
  const values: Ptr[] = [ptr, name];
  for (let at = dictNext(it, kwds, 0); at >= 0; at = dictNext(it, kwds, at)) {
    keys.push(entry.key);
    values.push(entry.value);
  }
  const kwnames = it.own(tupleFrom(it, keys));
  const maker = it.own(call(it, partial, values, kwnames));
  return it.unwindFor(mark, tupleFrom(it, [maker, args]));
});
