/// Exception groups (CPython 3.14 Objects/exceptions.c BaseExceptionGroup_*, _PyExc_PrepReraiseStar).
import type { Ptr } from '../memory/ram';
import { call, getAttr, getOptionalAttr, isTrue, repr, reprText, setAttr } from './abstract';
import { allocException, excField, extraFields, getExtra, initArgs, setExcField, setExtra, takeArgs } from './exceptions';
import { ExcField } from './exceptiontree';
import { classGetItem } from './genericalias';
import { argumentTypeName } from './args';
import type { Interp } from './interp';
import { listAppend, listAppendSteal, listFrom, listSize, listToArray, newList } from './list';
import { ownScratchList, ownScratchSet, ownScratchTuple } from './scratch';
import { isStr, newStr } from './str';
import { tupleFrom, tupleGet, tupleSize, tupleSteal, tupleToArray } from './tuple';
import { isType, typeFrom } from './type';
import type { NativeMethod, Slots, TypeObject } from './typeobject';

export const isGroup = (it: Interp, p: Ptr): boolean => it.typeOf(p).isSubtypeOf(it.types.BaseExceptionGroup);
const isException = (it: Interp, p: Ptr): boolean => it.typeOf(p).isSubtypeOf(it.types.BaseException);
const isExceptionClass = (it: Interp, p: Ptr): boolean => isType(it, p) && typeFrom(it, p).isSubtypeOf(it.types.BaseException);

/// The exceptions of a group: a tuple, borrowed.
export const groupExceptions = (it: Interp, group: Ptr): Ptr => getExtra(it, group, 'exceptions');

/// PyErr_GivenExceptionMatches for an instance and a class or tuple of classes.
export function exceptionMatches(it: Interp, exception: Ptr, type: Ptr): boolean {
  if (it.typeOf(type).isSubtypeOf(it.types.tuple)) return tupleToArray(it, type).some(item => exceptionMatches(it, exception, item));
  return isType(it, type) && it.typeOf(exception).isSubtypeOf(typeFrom(it, type));
}

/// Exceptions given as neither list nor tuple are kept as text, too (3.14).
const keepsSequenceText = (it: Interp): boolean => extraFields(it.types.BaseExceptionGroup).includes('excs_str');

const groupNew: Slots['new'] = (it, type, args) => {
  const given = takeArgs(it);
  if (args.length !== 2) it.typeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  const [message, exceptions] = args as readonly [Ptr, Ptr];
  if (!isStr(it, message)) it.typeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${argumentTypeName(it, message)}`);
  if (it.typeOf(exceptions).slots.sqItem === undefined || it.typeOf(exceptions).isSubtypeOf(it.types.dict)) it.typeError('second argument (exceptions) must be a sequence');
  const keepsText = keepsSequenceText(it) && ![it.types.list, it.types.tuple].some(type => it.typeOf(exceptions).isSubtypeOf(type));
  if (keepsText) it.own(repr(it, exceptions));
  const tuple = it.own(call(it, it.types.tuple.ptr, [exceptions]));
  const members = tupleToArray(it, tuple);
  if (members.length === 0) it.valueError('second argument (exceptions) must be a non-empty sequence');
  members.forEach((member, i) => {
    if (!isException(it, member)) it.valueError(`Item ${i} of second argument (exceptions) is not an exception`);
  });
  const cls = groupType(it, type, members.every(member => it.typeOf(member).isSubtypeOf(it.types.Exception)));
  const p = allocException(it, cls, given === 0 ? tupleFrom(it, args) : it.newRef(given));
  setExtra(it, p, 'message', it.newRef(message));
  setExtra(it, p, 'exceptions', it.take());
  if (keepsText) setExtra(it, p, 'excs_str', it.take());
  return p;
};

/// A BaseExceptionGroup of plain exceptions is an ExceptionGroup, which takes no others.
function groupType(it: Interp, type: TypeObject, plain: boolean): TypeObject {
  if (type === it.types.BaseExceptionGroup) return plain ? it.types.ExceptionGroup : type;
  if (plain || !type.isSubtypeOf(it.types.Exception)) return type;
  return it.typeError(type === it.types.ExceptionGroup ? 'Cannot nest BaseExceptions in an ExceptionGroup' : `Cannot nest BaseExceptions in '${type.name}'`);
}

/// Shows the exceptions as they were given, a list or a tuple, whatever became of `args` (BaseExceptionGroup_repr).
function groupRepr(it: Interp, p: Ptr): Ptr {
  const args = excField(it, p, ExcField.ARGS);
  let exceptions = getExtra(it, p, 'excs_str');
  if (exceptions === 0) {
    const members = it.own(it.newRef(groupExceptions(it, p)));
    const wasList = tupleSize(it, args) === 2 && it.typeOf(tupleGet(it, args, 1)).isSubtypeOf(it.types.list);
    exceptions = repr(it, wasList ? it.own(listFrom(it, tupleToArray(it, members))) : members);
    it.drop(wasList ? 2 : 1);
  } else {
    it.incref(exceptions);
  }
  it.own(exceptions);
  const text = newStr(it, `${it.typeOf(p).name}(${reprText(it, getExtra(it, p, 'message'))}, ${it.text(exceptions)})`);
  it.drop();
  return text;
}

export const groupSlots: Partial<Slots> = {
  new: groupNew,
  repr: (it, p) => keepsSequenceText(it) ? groupRepr(it, p) : it.types.BaseException.slots.repr!(it, p),
  init: (it, p, args, kwnames) => {
    if (kwnames !== 0 && tupleSize(it, kwnames) > 0) it.typeError(`${it.typeOf(p).name}() takes no keyword arguments`);
    initArgs(it, p, args);
  }
};

/// A group of the exceptions in a list or tuple, with an empty message (_PyExc_CreateExceptionGroup).
function createGroup(it: Interp, exceptions: Ptr): Ptr {
  it.own(exceptions);
  const group = call(it, it.types.BaseExceptionGroup.ptr, [it.statics.emptyStr, exceptions]);
  it.drop();
  return group;
}

/// Calls a method of the group that its class may have its own of; bound, and with a reference for the argument
/// (PyObject_CallMethod).
function callBound(it: Interp, group: Ptr, name: string, arg: Ptr): Ptr {
  const method = it.own(getAttr(it, group, it.name(name)));
  ownScratchTuple(it, 1);
  it.own(it.newRef(arg));
  const result = call(it, method, [arg]);
  it.drop(3);
  return result;
}

/// Like the group, with some of its exceptions, which are in the list; 0 for none (exceptiongroup_subset).
function subset(it: Interp, group: Ptr, exceptions: Ptr): Ptr {
  if (listSize(it, exceptions) === 0) return 0;
  const made = it.own(callBound(it, group, 'derive', exceptions));
  if (!isGroup(it, made)) it.typeError('derive must return an instance of BaseExceptionGroup');
  for (const field of [ExcField.TRACEBACK, ExcField.CONTEXT, ExcField.CAUSE]) {
    const value = excField(it, group, field);
    if (field !== ExcField.TRACEBACK || value !== 0) setExcField(it, made, field, value === 0 ? 0 : it.newRef(value));
  }
  it.i32[made + ExcField.SUPPRESS_CONTEXT] = 1;
  const notes = getOptionalAttr(it, group, '__notes__');
  if (notes !== 0 && it.typeOf(notes).slots.sqItem === undefined) {
    it.decref(notes);
  } else if (notes !== 0) {
    it.own(notes);
    const copy = it.own(call(it, it.types.list.ptr, [notes]));
    setAttr(it, made, it.name('__notes__'), copy);
    it.drop(2);
  }
  return it.take();
}

type Matcher = (exception: Ptr) => boolean;

/// What a group in a group takes of the host's stack, by estimate.
const SPLIT_BYTES = 800;

/// Splits an exception, group or not: both parts as new references, 0 = nothing; the rest only if it is asked for
/// (exceptiongroup_split_recursive).
function split(it: Interp, exception: Ptr, matches: Matcher, keepsRest: boolean): readonly [match: Ptr, rest: Ptr] {
  if (matches(exception)) return [it.newRef(exception), 0];
  if (!isGroup(it, exception)) return [0, keepsRest ? it.newRef(exception) : 0];
  const matched = it.own(newList(it, 0));
  const others = keepsRest ? it.own(newList(it, 0)) : 0;
  it.enterNative(SPLIT_BYTES, ' in exceptiongroup_split_recursive');
  try {
    for (const member of tupleToArray(it, groupExceptions(it, exception))) {
      const [match, rest] = split(it, member, matches, keepsRest);
      if (match !== 0) listAppendSteal(it, matched, match);
      if (rest !== 0) listAppendSteal(it, others, rest);
    }
  } finally {
    it.leaveNative(SPLIT_BYTES);
  }
  const match = subset(it, exception, matched);
  if (match !== 0) it.own(match);
  const rest = keepsRest ? subset(it, exception, others) : 0;
  if (match !== 0) it.take();
  it.drop(keepsRest ? 2 : 1);
  return [match, rest];
}

/// What subgroup() and split() are asked for.
function matcherFor(it: Interp, value: Ptr): Matcher {
  if (isExceptionClass(it, value)) return exception => exceptionMatches(it, exception, value);
  if (it.typeOf(value).isSubtypeOf(it.types.tuple) && tupleToArray(it, value).every(item => isExceptionClass(it, item))) {
    return exception => exceptionMatches(it, exception, value);
  }
  if (it.typeOf(value).slots.call === undefined || isType(it, value)) it.typeError(it.profile.groupMatcherWords);
  return exception => {
    const result = it.own(call(it, value, [exception]));
    const truth = isTrue(it, result);
    it.drop();
    return truth;
  };
}

export const groupMethods: Readonly<Record<string, NativeMethod>> = {
  derive: { kind: 'o', fn: (it, p, exceptions) => call(it, it.types.BaseExceptionGroup.ptr, [getExtra(it, p, 'message'), exceptions]) },
  split: {
    kind: 'o',
    fn: (it, p, condition) => {
      const parts = split(it, p, matcherFor(it, condition), true);
      return tupleSteal(it, parts.map(part => part || it.singletons.none));
    }
  },
  subgroup: {
    kind: 'o',
    fn: (it, p, condition) => {
      const [match] = split(it, p, matcherFor(it, condition), false);
      return match || it.singletons.none;
    }
  },
  __class_getitem__: classGetItem
};

/// What an `except*` takes of the exception and what it leaves, as new references; None for nothing
/// (Python/ceval.c _PyEval_ExceptionGroupMatch). `wrapped` is told of a group made around a plain exception.
export function groupMatch(it: Interp, exception: Ptr, type: Ptr, wrapped: (group: Ptr) => void): readonly [match: Ptr, rest: Ptr] {
  const { none } = it.singletons;
  if (exception === none) return [none, none];
  if (exceptionMatches(it, exception, type)) {
    if (isGroup(it, exception)) return [it.newRef(exception), none];
    const group = it.own(createGroup(it, tupleFrom(it, [exception])));
    wrapped(group);
    return [it.take(), none];
  }
  if (!isGroup(it, exception)) return [none, it.newRef(exception)];
  const pair = it.own(callBound(it, exception, 'split', type));
  if (!it.typeOf(pair).isSubtypeOf(it.types.tuple)) it.typeError(`${it.typeOf(exception).name}.split must return a tuple, not ${it.typeOf(pair).name}`);
  if (tupleSize(it, pair) < 2) it.typeError(`${it.typeOf(exception).name}.split must return a 2-tuple, got tuple of size ${tupleSize(it, pair)}`);
  const parts = [it.newRef(tupleGet(it, pair, 0)), it.newRef(tupleGet(it, pair, 1))] as const;
  it.drop();
  return parts;
}

function sameMetadata(it: Interp, a: Ptr, b: Ptr): boolean {
  return [ExcField.NOTES, ExcField.TRACEBACK, ExcField.CAUSE, ExcField.CONTEXT].every(field => excField(it, a, field) === excField(it, b, field));
}

function leaves(it: Interp, exception: Ptr, into: Set<Ptr>): void {
  if (isGroup(it, exception)) for (const member of tupleToArray(it, groupExceptions(it, exception))) leaves(it, member, into);
  else into.add(exception);
}

/// The group with these of its exceptions only, or 0 (exc_group_projection: by a set of their addresses).
function project(it: Interp, group: Ptr, kept: ReadonlySet<Ptr>): Ptr {
  const mark = it.held.length;
  ownScratchSet(it);
  const [match] = split(it, group, exception => kept.has(exception), false);
  it.unwind(mark);
  return match;
}

/// What the end of a `try` with `except*` raises: a new reference, None for nothing (_PyExc_PrepReraiseStar).
/// `list` has what the clauses raised and what they left.
export function prepareReraise(it: Interp, original: Ptr, list: Ptr): Ptr {
  const { none } = it.singletons;
  const left = listToArray(it, list);
  if (left.length === 0) return none;
  if (!isGroup(it, original)) return it.newRef(left[0]!);
  const raised = it.own(newList(it, 0));
  const mark = it.held.length;
  ownScratchList(it);
  const reraised = new Set<Ptr>();
  for (const exception of left) {
    if (exception === none) continue;
    if (sameMetadata(it, exception, original)) leaves(it, exception, reraised);
    else listAppend(it, raised, exception);
  }
  const projection = project(it, original, reraised);
  it.unwind(mark);
  if (listSize(it, raised) === 0) {
    it.drop();
    return projection || none;
  }
  if (projection !== 0) listAppendSteal(it, raised, projection);
  const result = listSize(it, raised) === 1 ? it.newRef(listToArray(it, raised)[0]!) : createGroup(it, it.newRef(raised));
  return it.dropFor(result);
}
