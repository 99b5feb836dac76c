/// What `__init__` of the builtin exception types does with its arguments beyond keeping them in `args`
/// (Objects/exceptions.c ImportError_init, SyntaxError_init, oserror_init, UnicodeEncodeError_init and their like).
import type { Ptr } from '../memory/ram';
import { index } from './abstract';
import { argumentTypeName, bindArguments } from './args';
import { bufferOf } from './bytesfrom';
import { newBytes } from './bytes';
import { extraAt, extraFields, setExcField, setExcNumber, setExtra } from './exceptions';
import { ExcField } from './exceptiontree';
import { asNumber } from './int';
import type { Interp } from './interp';
import { ssizeNumber } from './ssize';
import { isStr } from './str';
import { tupleFrom, tupleSize, tupleToArray } from './tuple';
import { tupleFromIterable } from './tuplefrom';
import type { TypeObject } from './typeobject';

type Init = (it: Interp, p: Ptr, positional: readonly Ptr[], args: readonly Ptr[], kwnames: Ptr) => void;

const set = (it: Interp, p: Ptr, name: string, value: Ptr | undefined): void => setExtra(it, p, name, value === undefined || value === 0 ? 0 : it.newRef(value));

const noKeywords = (it: Interp, p: Ptr, kwnames: Ptr): void => {
  if (kwnames !== 0 && tupleSize(it, kwnames) > 0) it.typeError(`${it.typeOf(p).name}() takes no keyword arguments`);
};

/// The fields that can be given by name, and with them those that come from elsewhere are set anew.
const named = (...names: readonly string[]): Init => (it, p, positional, args, kwnames) => {
  const known = extraFields(it.typeOf(p)).filter(field => names.includes(field));
  const values = kwnames === 0 ? [] : bindArguments(it, it.typeOf(p).name, known, { keywordOnly: known.length }, args.slice(positional.length), kwnames);
  known.forEach((name, i) => set(it, p, name, values[i]));
};

const initNamed = named('name', 'obj');
const initImportFields = named('name', 'path', 'name_from');

const initImport: Init = (it, p, positional, args, kwnames) => {
  initImportFields(it, p, positional, args, kwnames);
  set(it, p, 'msg', positional.length === 1 ? positional[0] : undefined);
};

const initOSError: Init = (it, p, positional, _args, kwnames) => {
  noKeywords(it, p, kwnames);
  if (positional.length < 2 || positional.length > 5) return;
  const [errno, strerror, filename, , filename2] = positional;
  set(it, p, 'errno', errno);
  set(it, p, 'strerror', strerror);
  if (filename === undefined || filename === it.singletons.none) return;
  if (it.typeOf(p).isSubtypeOf(it.types.BlockingIOError) && isNumber(it, filename)) {
    setExcNumber(it, p, extraAt(it, p, 'characters_written'), ssizeNumber(it, filename));
    return;
  }
  set(it, p, 'filename', filename);
  set(it, p, 'filename2', filename2);
  setExcField(it, p, ExcField.ARGS, tupleFrom(it, positional.slice(0, 2)));
};

/// PyNumber_Check
function isNumber(it: Interp, p: Ptr): boolean {
  const { nbIndex, nbInt, nbFloat } = it.typeOf(p).slots;
  return nbIndex !== undefined || nbInt !== undefined || nbFloat !== undefined;
}

const initSyntaxError: Init = (it, p, positional, _args, kwnames) => {
  noKeywords(it, p, kwnames);
  if (positional.length > 0) set(it, p, 'msg', positional[0]);
  if (positional.length !== 2) return;
  const given = positional[1]!;
  const details = it.own(it.typeOf(given) === it.types.tuple ? it.newRef(given) : tupleFromIterable(it, given));
  const fields = extraFields(it.typeOf(p)).filter(field => field !== 'msg' && field !== 'print_file_and_line');
  const values = tupleToArray(it, details);
  if (values.length < 4) it.typeError(`function takes at least 4 arguments (${values.length} given)`);
  if (values.length > fields.length) it.typeError(`function takes at most ${fields.length} arguments (${values.length} given)`);
  fields.forEach((name, i) => set(it, p, name, values[i]));
  it.drop();
  if (values.length === 5) it.typeError('end_offset must be provided when end_lineno is provided');
};

const unicodeInit = (...fields: readonly string[]): Init => (it, p, positional, _args, kwnames) => {
  noKeywords(it, p, kwnames);
  if (positional.length !== fields.length) it.typeError(`function takes exactly ${fields.length} arguments (${positional.length} given)`);
  const decodes = it.typeOf(p).isSubtypeOf(it.types.UnicodeDecodeError);
  const numbers = new Map<string, number>();
  fields.forEach((name, i) => {
    const value = positional[i]!;
    if (name === 'start' || name === 'end') numbers.set(name, asSsize(it, value));
    else if (!isStr(it, value) && !(decodes && name === 'object')) it.typeError(`argument ${i + 1} must be str, not ${argumentTypeName(it, value)}`);
  });
  const at = fields.indexOf('object');
  const object = positional[at]!;
  const bytes = decodes && it.typeOf(object) !== it.types.bytes ? copyOfBuffer(it, object) : 0;
  fields.forEach((name, i) => {
    const number = numbers.get(name);
    if (number !== undefined) setExcNumber(it, p, extraAt(it, p, name), number);
    else if (i === at && bytes !== 0) setExtra(it, p, name, bytes);
    else set(it, p, name, positional[i]);
  });
};

function copyOfBuffer(it: Interp, p: Ptr): Ptr {
  const buffer = bufferOf(it, p);
  if (buffer === undefined) it.typeError(`a bytes-like object is required, not '${it.typeOf(p).name}'`);
  return newBytes(it, buffer);
}

/// An argument that C takes as Py_ssize_t.
export function asSsize(it: Interp, p: Ptr): number {
  const n = it.own(index(it, p));
  const value = asNumber(it, n);
  it.drop();
  return value;
}

const initStopIteration: Init = (it, p, positional, _args, kwnames) => {
  noKeywords(it, p, kwnames);
  set(it, p, 'value', positional[0] ?? it.singletons.none);
};

const initSystemExit: Init = (it, p, positional, _args, kwnames) => {
  noKeywords(it, p, kwnames);
  if (positional.length === 1) set(it, p, 'code', positional[0]);
  else if (positional.length > 1) setExtra(it, p, 'code', tupleFrom(it, positional));
};

const encodingFields = unicodeInit('encoding', 'object', 'start', 'end', 'reason');

const INITS: readonly (readonly [(types: Interp['types']) => TypeObject, Init])[] = [
  [types => types.NameError, initNamed], [types => types.AttributeError, initNamed], [types => types.ImportError, initImport], [types => types.StopIteration, initStopIteration],
  [types => types.SystemExit, initSystemExit], [types => types.OSError, initOSError], [types => types.SyntaxError, initSyntaxError],
  [types => types.UnicodeDecodeError, encodingFields], [types => types.UnicodeEncodeError, encodingFields],
  [types => types.UnicodeTranslateError, unicodeInit('object', 'start', 'end', 'reason')]
];

/// The arguments in `args` and `kwnames` as of a call; `positional` are the first of them.
export function initFields(it: Interp, p: Ptr, positional: readonly Ptr[], args: readonly Ptr[], kwnames: Ptr): void {
  const type = it.typeOf(p);
  if (extraFields(type).length === 0) return noKeywords(it, p, kwnames);
  INITS.find(([typeOf]) => type.isSubtypeOf(typeOf(it.types)))?.[1](it, p, positional, args, kwnames);
}
