/// Attributes, methods and text of exceptions (Objects/exceptions.c).
import type { Ptr } from '../memory/ram';
import { unicodeErrorText } from './unicodeerror';
import { call, reprText, strText } from './abstract';
import { bindArguments } from './args';
import { dictAttribute } from './dictattribute';
import { extraFields, getExtra, newExceptionWithMessage, setExcField, setExtra } from './exceptions';
import { ExcField } from './exceptiontree';
import type { Interp } from './interp';
import { listAppend, newList } from './list';
import { isStr, newStr } from './str';
import { tupleFrom, tupleGet, tupleSize } from './tuple';
import type { GetSet, NativeMethod, TypeObject } from './typeobject';

const orNone = (it: Interp, p: Ptr): Ptr => it.newRef(p || it.singletons.none);

/// A field that holds any object, None when unset.
export const fieldGetSet = (field: number): GetSet => ({
  get: (it, p) => orNone(it, it.i32[p + field]!),
  set: (it, p, value) => setExcField(it, p, field, value === 0 ? 0 : it.newRef(value))
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

/// What `__init__` of a builtin exception type does with its arguments beyond keeping them in `args`.
export function initFields(it: Interp, p: Ptr, positional: readonly Ptr[], args: readonly Ptr[], kwnames: Ptr): void {
  const fields = extraFields(it.typeOf(p));
  if (fields.length === 0 && kwnames === 0) return;
  const is = (type: typeof it.types.OSError): boolean => it.typeOf(p).isSubtypeOf(type);
  const set = (name: string, value: Ptr | undefined): void => setExtra(it, p, name, value === undefined || value === 0 ? 0 : it.newRef(value));
  if (fields.length === 0 || is(it.types.NameError) || is(it.types.AttributeError) || is(it.types.ImportError)) {
    const names = fields.filter(field => field === 'name' || field === 'obj' || field === 'path' || field === 'name_from');
    if (kwnames !== 0 && tupleSize(it, kwnames) > 0) {
      if (names.length === 0) it.typeError(`${it.typeOf(p).name}() takes no keyword arguments`);
      const values = bindArguments(it, it.typeOf(p).name, names, { positionalOnly: 0, required: 0, keywordOnly: names.length }, args.slice(positional.length), kwnames);
      names.forEach((name, i) => set(name, values[i]));
    }
    if (is(it.types.ImportError)) set('msg', positional.length === 1 ? positional[0] : undefined);
  } else if (is(it.types.StopIteration)) {
    set('value', positional[0] ?? it.singletons.none);
  } else if (is(it.types.SystemExit)) {
    if (positional.length === 1) set('code', positional[0]);
    else if (positional.length > 1) setExtra(it, p, 'code', tupleFrom(it, positional));
  } else if (is(it.types.OSError)) {
    if (positional.length < 2 || positional.length > 5) return;
    set('errno', positional[0]);
    set('strerror', positional[1]);
    if (positional[2] === undefined || positional[2] === it.singletons.none) return;
    set('filename', positional[2]);
    set('filename2', positional[4]);
    setExcField(it, p, ExcField.ARGS, tupleFrom(it, positional.slice(0, 2)));
  } else if (is(it.types.SyntaxError)) {
    set('msg', positional[0]);
    const details = positional[1];
    if (details !== undefined && it.typeOf(details) === it.types.tuple) {
      fields.slice(1, 7).forEach((name, i) => { if (i < tupleSize(it, details)) set(name, tupleGet(it, details, i)); });
    }
  } else {
    fields.forEach((name, i) => set(name, positional[i]));
  }
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
  if (is(it.types.SyntaxError) && getExtra(it, p, 'msg') !== 0) {
    const filename = getExtra(it, p, 'filename');
    const lineno = getExtra(it, p, 'lineno');
    const message = strText(it, getExtra(it, p, 'msg'));
    if (lineno === 0 || lineno === it.singletons.none) return message;
    const file = filename !== 0 && isStr(it, filename) ? `${it.text(filename).replace(/^.*\//, '')}, ` : '';
    return `${message} (${file}line ${strText(it, lineno)})`;
  }
  if (is(it.types.UnicodeError) && tupleSize(it, args) === 5) return unicodeErrorText(it, p);
  if (is(it.types.BaseExceptionGroup)) {
    const n = tupleSize(it, getExtra(it, p, 'exceptions'));
    return `${strText(it, getExtra(it, p, 'message'))} (${n} sub-exception${n === 1 ? '' : 's'})`;
  }
  return undefined;
}

