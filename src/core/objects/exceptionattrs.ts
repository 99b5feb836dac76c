/// Attributes, methods and text of exceptions (Objects/exceptions.c).
import type { Ptr } from '../memory/ram';
import { unicodeErrorText } from './unicodeerror';
import { call, reprText, strText } from './abstract';
import { dictAttribute } from './dictattribute';
import { excNumber, extraFields, getExtra, newExceptionWithMessage, setExcField, setExcNumber } from './exceptions';
import { ExcField } from './exceptiontree';
import type { Interp } from './interp';
import { isIntExact, newInt } from './int';
import { listAppend, newList } from './list';
import { intSsize, ssizeNumber } from './ssize';
import { isStr, newStr } from './str';
import { tupleGet, tupleSize } from './tuple';
import type { GetSet, NativeMethod, TypeObject } from './typeobject';

const orNone = (it: Interp, p: Ptr): Ptr => it.newRef(p || it.singletons.none);

/// A field that holds any object, None when unset.
export const fieldGetSet = (field: number): GetSet => ({
  isMember: true,
  get: (it, p) => orNone(it, it.i32[p + field]!),
  set: (it, p, value) => setExcField(it, p, field, value === 0 ? 0 : it.newRef(value))
});

/// A field that is a number, 8 bytes in the object (Py_T_PYSSIZET).
export const numberGetSet = (field: number): GetSet => ({
  isMember: true,
  get: (it, p) => newInt(it, excNumber(it, p, field)),
  set: (it, p, value) => {
    if (value === 0) it.typeError("can't delete numeric/char attribute");
    setExcNumber(it, p, field, intSsize(it, value));
  }
});

/// OSError's characters_written, -1 in the object where there is none.
export const writtenGetSet = (field: number): GetSet => ({
  get: (it, p) => {
    if (excNumber(it, p, field) === -1) it.raise(it.types.AttributeError, 'characters_written');
    return newInt(it, excNumber(it, p, field));
  },
  set: (it, p, value) => {
    if (value === 0 && excNumber(it, p, field) === -1) it.raise(it.types.AttributeError, 'characters_written');
    setExcNumber(it, p, field, value === 0 ? -1 : ssizeNumber(it, value));
  }
});

/// A field that only the constructor sets.
export const readonlyField = (field: number): GetSet => ({ isMember: true, get: (it, p) => orNone(it, it.i32[p + field]!) });

/// `__context__` or `__cause__`: an exception or None.
const exceptionLink = (field: number, name: string, then: (it: Interp, p: Ptr) => void = () => undefined): GetSet => ({
  get: (it, p) => orNone(it, it.i32[p + field]!),
  set: (it, p, value) => {
    if (value === 0) it.typeError(`${name} may not be deleted`);
    const isNone = value === it.singletons.none;
    if (!isNone && !it.typeOf(value).isSubtypeOf(it.types.BaseException)) it.typeError(`exception ${name === '__cause__' ? 'cause' : 'context'} must be None or derive from BaseException`);
    setExcField(it, p, field, isNone ? 0 : it.newRef(value));
    then(it, p);
  }
});

export const exceptionGetSets: Readonly<Record<string, GetSet>> = {
  __suppress_context__: {
    isMember: true,
    get: (it, p) => it.bool(it.i32[p + ExcField.SUPPRESS_CONTEXT] !== 0),
    set: (it, p, value) => {
      if (value === 0) it.typeError("can't delete numeric/char attribute");
      if (it.typeOf(value) !== it.types.bool) it.typeError('attribute value type must be bool');
      it.i32[p + ExcField.SUPPRESS_CONTEXT] = value === it.singletons.true ? 1 : 0;
    }
  },
  __dict__: dictAttribute,
  args: {
    get: (it, p) => orNone(it, it.i32[p + ExcField.ARGS]!),
    set: (it, p, value) => {
      if (value === 0) it.typeError('args may not be deleted');
      setExcField(it, p, ExcField.ARGS, call(it, it.types.tuple.ptr, [value]));
    }
  },
  __traceback__: {
    get: (it, p) => orNone(it, it.i32[p + ExcField.TRACEBACK]!),
    set: (it, p, value) => setTraceback(it, p, value)
  },
  __context__: exceptionLink(ExcField.CONTEXT, '__context__'),
  __cause__: exceptionLink(ExcField.CAUSE, '__cause__', (it, p) => { it.i32[p + ExcField.SUPPRESS_CONTEXT] = 1; })
};

function setTraceback(it: Interp, p: Ptr, value: Ptr): void {
  if (value === 0) it.typeError('__traceback__ may not be deleted');
  const isNone = value === it.singletons.none;
  if (!isNone && it.typeOf(value) !== it.types.traceback) it.typeError('__traceback__ must be a traceback or None');
  setExcField(it, p, ExcField.TRACEBACK, isNone ? 0 : it.newRef(value));
}

export const exceptionMethods: Readonly<Record<string, NativeMethod>> = {
  with_traceback: {
    kind: 'o',
    fn: (it, p, tb) => {
      setTraceback(it, p, tb);
      return it.newRef(p);
    }
  },
  add_note: {
    kind: 'o',
    fn: (it, p, note) => {
      if (!isStr(it, note)) it.typeError(it.profile.namesAddNote ? `add_note() argument must be str, not ${it.typeOf(note).name}` : `note must be a str, not '${it.typeOf(note).name}'`);
      appendNote(it, p, note);
      return it.singletons.none;
    }
  }
};

function appendNote(it: Interp, p: Ptr, note: Ptr): void {
  let notes = notesOf(it, p);
  if (notes !== 0 && !it.typeOf(notes).isSubtypeOf(it.types.list)) it.typeError('Cannot add note: __notes__ is not a list');
  if (notes === 0) {
    notes = it.own(newList(it, 0));
    it.typeOf(p).slots.setattro!(it, p, it.name('__notes__'), notes);
    it.drop();
  }
  listAppend(it, notes, note);
}

/// A note on an exception, which nobody raised yet.
export function addNote(it: Interp, exception: Ptr, text: string): void {
  it.own(exception);
  appendNote(it, exception, it.own(newStr(it, text)));
  it.drop();
  it.take();
}

/// A note on the exception being raised (_PyErr_FormatNote).
export function noteRaised(it: Interp, text: string): void {
  const raised = it.fetchRaised();
  addNote(it, raised, text);
  it.raised = raised;
}

/// Raises an exception whose cause and context is the one being raised (_PyErr_FormatFromCause).
export function raiseFrom(it: Interp, type: TypeObject, message: string): never {
  const cause = it.fetchRaised();
  const error = newExceptionWithMessage(it, type, message);
  setExcField(it, error, ExcField.CAUSE, it.newRef(cause));
  setExcField(it, error, ExcField.CONTEXT, cause);
  it.i32[error + ExcField.SUPPRESS_CONTEXT] = 1;
  it.throwException(error);
}

/// The list `__notes__`, borrowed; 0 = none.
export function notesOf(it: Interp, p: Ptr): Ptr {
  const notes = it.catching(it.types.AttributeError, () => it.typeOf(p).slots.getattro!(it, p, it.name('__notes__')));
  if (notes === undefined) return 0;
  it.decref(notes);
  return notes;
}

/// str() of an exception of a type that has its own; undefined: it is that of its arguments.
export function ownText(it: Interp, p: Ptr): string | undefined {
  const is = (type: typeof it.types.OSError): boolean => it.typeOf(p).isSubtypeOf(type);
  const args = it.i32[p + ExcField.ARGS]!;
  if (is(it.types.KeyError) && tupleSize(it, args) === 1) return reprText(it, tupleGet(it, args, 0));
  if (is(it.types.OSError) && getExtra(it, p, 'errno') !== 0) {
    const filename = getExtra(it, p, 'filename');
    const head = `[Errno ${strText(it, getExtra(it, p, 'errno'))}] ${strText(it, getExtra(it, p, 'strerror'))}`;
    const second = getExtra(it, p, 'filename2');
    return filename === 0 || filename === it.singletons.none ? head
      : `${head}: ${reprText(it, filename)}${second === 0 || second === it.singletons.none ? '' : ` -> ${reprText(it, second)}`}`;
  }
  if (is(it.types.ImportError) && getExtra(it, p, 'msg') !== 0) return strText(it, getExtra(it, p, 'msg'));
  if (is(it.types.SyntaxError)) {
    const filename = getExtra(it, p, 'filename');
    const lineno = getExtra(it, p, 'lineno');
    const message = strText(it, getExtra(it, p, 'msg') || it.singletons.none);
    const places = [];
    if (filename !== 0 && isStr(it, filename)) places.push(it.text(filename).replace(/^.*\//, ''));
    if (lineno !== 0 && isIntExact(it, lineno)) places.push(`line ${strText(it, lineno)}`);
    return places.length === 0 ? message : `${message} (${places.join(', ')})`;
  }
  if (is(it.types.UnicodeError) && extraFields(it.typeOf(p)).length > 0) return unicodeErrorText(it, p);
  if (is(it.types.BaseExceptionGroup)) {
    const n = tupleSize(it, getExtra(it, p, 'exceptions'));
    return `${strText(it, getExtra(it, p, 'message'))} (${n} sub-exception${n === 1 ? '' : 's'})`;
  }
  return undefined;
}

