/// Binding the arguments of native functions to their parameters, with CPython's messages (Python/getargs.c).
import type { Ptr } from '../memory/ram';
import type { Interp } from './interp';
import { newHiddenTuple } from './scratch';
import { calculateSuggestion } from './suggestions';
import { tupleGet, tupleSize } from './tuple';

export interface ArgumentOptions {
  /// How many of the first parameters cannot be given by name.
  readonly positionalOnly?: number;
  /// How many of the first parameters must be given.
  readonly required?: number;
  /// How many of the last parameters can only be given by name.
  readonly keywordOnly?: number;
}

/// What a message calls an argument of the wrong type: its type, but None (_PyArg_BadArgument).
export const argumentTypeName = (it: Interp, p: Ptr): string => (p === it.singletons.none ? 'None' : it.typeOf(p).name);

/// How many of a call's arguments are given by name.
export function keywordCount(it: Interp, kwnames: Ptr): number {
  return kwnames === 0 ? 0 : tupleSize(it, kwnames);
}

/// How many of a call's arguments are positional.
export function positionalCount(it: Interp, args: readonly Ptr[], kwnames: Ptr): number {
  return args.length - keywordCount(it, kwnames);
}

/// A call's positional arguments, borrowed; `args` itself where nothing is given by name.
export function positionalOf(it: Interp, args: readonly Ptr[], kwnames: Ptr): readonly Ptr[] {
  return kwnames === 0 ? args : args.slice(0, positionalCount(it, args, kwnames));
}

const plural = (n: number): string => (n === 1 ? '' : 's');

/// The functions whose tuple of parameter names is there; those without names for the first ones have a shorter one.
const parsers = new WeakMap<Interp, Set<string>>();

/// A function looks at its parameters' names.
export function initParser(it: Interp, fname: string, names: number): void {
  if (it.profile.makesKeywordTuples === it.profile.keywordTupleExceptions.has(fname)) return;
  const known = parsers.get(it) ?? new Set();
  if (known.size === 0) parsers.set(it, known);
  if (known.has(fname)) return;
  known.add(fname);
  newHiddenTuple(it, names);
}

/// One entry a parameter, in order, borrowed; 0 = not given.
/// CPython 3.14 Python/getargs.c _PyArg_UnpackKeywords
export function bindArguments(
  it: Interp, fname: string, params: readonly string[], options: ArgumentOptions, args: readonly Ptr[], kwnames: Ptr
): Ptr[] {
  const nkwargs = keywordCount(it, kwnames);
  const nargs = args.length - nkwargs;
  const maxpos = params.length - (options.keywordOnly ?? 0);
  const minpos = options.required ?? 0;
  if (args.length > params.length || nargs > maxpos) tooMany(it, fname, params.length, minpos, maxpos, nargs, nkwargs);
  if (nkwargs === 0 && nargs >= minpos) {
    const bound = args.slice();
    while (bound.length < params.length) bound.push(0);
    return bound;
  }
  const posonly = options.positionalOnly ?? 0;
  if (nkwargs > 0) initParser(it, fname, params.length - posonly);
  const minposonly = Math.min(posonly, minpos);
  if (nargs < minposonly) {
    const atLeast = minposonly < maxpos ? 'at least' : 'exactly';
    it.typeError(`${fname}() takes ${atLeast} ${minposonly} positional argument${plural(minposonly)} (${nargs} given)`);
  }
  const bound: Ptr[] = [];
  let unused = nkwargs;
  for (let i = 0; i < params.length; i++) {
    let value = 0;
    if (i < nargs) value = args[i]!;
    else if (unused > 0 && i >= posonly) {
      value = findKeyword(it, args, kwnames, nargs, nkwargs, params[i]!);
      if (value !== 0) unused--;
    }
    if (value === 0 && i < minpos) it.typeError(`${fname}() missing required argument '${params[i]!}' (pos ${i + 1})`);
    bound.push(value);
  }
  if (unused > 0) unexpectedKeyword(it, fname, params, posonly, args, kwnames, nargs, nkwargs);
  return bound;
}

function findKeyword(
  it: Interp, args: readonly Ptr[], kwnames: Ptr, nargs: number, nkwargs: number, name: string
): Ptr {
  for (let k = 0; k < nkwargs; k++) {
    if (it.text(tupleGet(it, kwnames, k)) === name) return args[nargs + k]!;
  }
  return 0;
}

function tooMany(
  it: Interp, fname: string, nparams: number, minpos: number, maxpos: number, nargs: number, nkwargs: number
): never {
  if (nargs + nkwargs > nparams) {
    const kind = nargs === 0 ? 'keyword ' : '';
    it.typeError(`${fname}() takes at most ${nparams} ${kind}argument${plural(nparams)} (${nargs + nkwargs} given)`);
  }
  if (maxpos === 0) it.typeError(`${fname}() takes no positional arguments`);
  const atMost = minpos < maxpos ? 'at most' : 'exactly';
  it.typeError(`${fname}() takes ${atMost} ${maxpos} positional argument${plural(maxpos)} (${nargs} given)`);
}

/// CPython 3.14 Python/getargs.c error_unexpected_keyword_arg
function unexpectedKeyword(
  it: Interp, fname: string, params: readonly string[], posonly: number,
  args: readonly Ptr[], kwnames: Ptr, nargs: number, nkwargs: number
): never {
  for (let i = posonly; i < nargs; i++) {
    if (findKeyword(it, args, kwnames, nargs, nkwargs, params[i]!) !== 0) {
      it.typeError(`argument for ${fname}() given by name ('${params[i]!}') and position (${i + 1})`);
    }
  }
  const named = params.slice(posonly);
  let name = '';
  for (let k = 0; k < nkwargs; k++) {
    name = it.text(tupleGet(it, kwnames, k));
    if (!named.includes(name)) break;
  }
  if (it.profile.keywordErrors === 'invalid') it.typeError(`'${name}' is an invalid keyword argument for ${fname}()`);
  const suggestion = it.profile.keywordErrors === 'suggest' ? calculateSuggestion(named, name) : undefined;
  const hint = suggestion === undefined ? '' : `. Did you mean '${suggestion}'?`;
  it.typeError(`${fname}() got an unexpected keyword argument '${name}'${hint}`);
}

/// Raises unless `min <= nargs <= max`. CPython 3.14 Python/getargs.c _PyArg_CheckPositional
export function checkPositional(it: Interp, name: string, nargs: number, min: number, max: number): void {
  if (nargs >= min && nargs <= max) return;
  const few = nargs < min;
  const bound = min === max ? '' : few ? 'at least ' : 'at most ';
  const limit = few ? min : max;
  it.typeError(`${name} expected ${bound}${limit} argument${plural(limit)}, got ${nargs}`);
}

/// Raises if keywords are given. CPython 3.14 Python/getargs.c _PyArg_NoKwnames
export function noKeywords(it: Interp, fname: string, kwnames: Ptr): void {
  if (kwnames !== 0 && tupleSize(it, kwnames) > 0) it.typeError(`${fname}() takes no keyword arguments`);
}
