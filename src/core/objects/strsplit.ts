/// Splitting, joining and stripping of str. CPython 3.14 Objects/unicodeobject.c, Objects/stringlib/split.h
import type { Ptr } from '../memory/ram';
import { isTrue } from './abstract';
import { bindArguments } from './args';
import type { Interp } from './interp';
import { listAppendSteal, newList } from './list';
import { sequenceFast, sequenceFastItems } from './sequencefast';
import { exactStr, isStr, isStrExact, newSeparateStr, newStr, newStrOfWidth, strFromCodePoint, strLength, strValue, strWidth } from './str';
import type { StrWidth } from './str';
import { ssizeArgument } from './strargs';
import { WHITE_SPACE } from './strcase';
import type { NativeMethod } from './typeobject';

const SPACES = new RegExp(`[${WHITE_SPACE}]+`, 'g');
const LEADING = new RegExp(`^[${WHITE_SPACE}]+`);
const TRAILING = new RegExp(`[${WHITE_SPACE}]+$`);
const LINES = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;
/// Room that split gives its list at the start.
export const MAX_PREALLOC = 12;

const isSpace = (code: number): boolean => (code < 128 ? code === 32 || (code > 8 && code < 14) || (code > 27 && code < 32) : isWideSpace(code));
const isWideSpace = (code: number): boolean => LEADING.test(String.fromCharCode(code));

/// split() at white space. A text with none of it is its own only part, unless no splits are asked for.
function splitSpace(it: Interp, self: Ptr, text: string, limit: number, prealloc: number): Ptr {
  const list = it.own(newList(it, prealloc));
  it.i32[list + 4] = 0;
  const isAscii = strWidth(it, self) === 0;
  for (let at = 0, found = 0; ; found++) {
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    if (at === text.length) return it.take();
    let end = text.length;
    if (found !== limit) for (end = at + 1; end < text.length && !isSpace(text.charCodeAt(end));) end++;
    let part: Ptr;
    if (found !== limit && end - at === text.length && isStrExact(it, self)) part = it.newRef(self);
    else if (end - at === 1) part = strFromCodePoint(it, text.charCodeAt(at));
    else part = isAscii ? newStrOfWidth(it, text.slice(at, end), 0) : newStr(it, text.slice(at, end));
    listAppendSteal(it, list, part);
    at = end;
  }
}

function rsplitSpace(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = text.replace(TRAILING, '');
  while (rest !== '') {
    const words = parts.length < limit || limit < 0 ? rest.split(SPACES) : [];
    const last = words.at(-1);
    if (last === undefined || last.length === rest.length) {
      parts.push(rest);
      break;
    }
    parts.push(last);
    rest = rest.slice(0, rest.length - last.length).replace(TRAILING, '');
  }
  return parts.reverse();
}

/// The parts between separators, at most `limit` (-1 = any number) of which are found. Separators that overlap
/// are found in the order of the search.
export function splitText(text: string, sep: string, limit: number, fromRight: boolean): string[] {
  if (!fromRight) {
    const parts = text.split(sep);
    return limit < 0 || parts.length - 1 <= limit ? parts : [...parts.slice(0, limit), parts.slice(limit).join(sep)];
  }
  const parts: string[] = [];
  let end = text.length;
  while (parts.length !== limit && end >= sep.length) {
    const at = text.lastIndexOf(sep, end - sep.length);
    if (at < 0) break;
    parts.push(text.slice(at + sep.length, end));
    end = at;
  }
  parts.push(text.slice(0, end));
  return parts.reverse();
}

const PARAMETERS = ['sep', 'maxsplit'];
const NO_ARGUMENTS: readonly Ptr[] = [0, 0];
/// Room for so many splits, or any number (-1).
const preallocated = (most: number): number => (most < 0 || most >= MAX_PREALLOC ? MAX_PREALLOC : most + 1);

const split = (name: 'split' | 'rsplit'): NativeMethod => ({
  kind: 'keywords',
  fn: (it, self, args, kwnames) => {
    const [sep, maxsplit] = args.length === 0 ? NO_ARGUMENTS : bindArguments(it, name, PARAMETERS, {}, args, kwnames);
    const limit = maxsplit === 0 ? -1 : ssizeArgument(it, maxsplit, -1);
    const text = strValue(it, self);
    let parts: string[];
    let most = limit;
    if (sep === 0 || sep === it.singletons.none) {
      if (limit < 0 && it.profile.splitEstimates) most = Math.trunc((strLength(it, self) - 1) / 2) + 1;
      if (name === 'split') return splitSpace(it, self, text, limit, preallocated(most));
      parts = rsplitSpace(text, limit);
      if (limit === 0) return partsList(it, self, parts, preallocated(most), true);
    } else {
      if (!isStr(it, sep!)) it.typeError(`must be str or None, not ${it.typeOf(sep!).name}`);
      if (strValue(it, sep!) === '') it.valueError('empty separator');
      parts = splitText(text, strValue(it, sep!), limit, name === 'rsplit');
      if (strLength(it, sep!) > strLength(it, self)) most = 0;
      else if (limit < 0 && it.profile.splitEstimates) most = Math.floor(strLength(it, self) / strLength(it, sep!)) + 1;
    }
    return partsList(it, self, parts, preallocated(most));
  }
});

/// A list of new strs, with room for `prealloc` items; self stands for its own text unless `anew`.
function partsList(it: Interp, self: Ptr, parts: readonly string[], prealloc: number, anew = false): Ptr {
  const list = it.own(newList(it, prealloc));
  it.i32[list + 4] = 0;
  const whole = !anew && parts.length === 1 && isStrExact(it, self) && parts[0] === strValue(it, self);
  const isAscii = strWidth(it, self) === 0;
  for (const part of parts) listAppendSteal(it, list, whole ? it.newRef(self) : isAscii && part.length > 1 ? newStrOfWidth(it, part, 0) : newStr(it, part));
  return it.take();
}

function splitLines(it: Interp, self: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const [keepends] = bindArguments(it, 'splitlines', ['keepends'], {}, args, kwnames);
  const keep = keepends !== 0 && (it.profile.scalars.strUsesClinic ? isTrue(it, keepends!) : ssizeArgument(it, keepends, 0) !== 0);
  return partsList(it, self, linesOf(strValue(it, self), keep), 0);
}

export function linesOf(text: string, keepEnds: boolean, boundary = LINES): string[] {
  const lines: string[] = [];
  let start = 0;
  for (const end of text.matchAll(boundary)) {
    lines.push(text.slice(start, end.index + (keepEnds ? end[0].length : 0)));
    start = end.index + end[0].length;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

/// CPython 3.14 Objects/unicodeobject.c PyUnicode_Join
function strJoin(it: Interp, separator: Ptr, iterable: Ptr): Ptr {
  const sequence = it.own(sequenceFast(it, iterable, 'can only join an iterable'));
  const items = sequenceFastItems(it, sequence);
  if (items.length === 1 && isStrExact(it, items[0]!)) {
    const only = it.newRef(items[0]!);
    it.drop();
    return only;
  }
  const texts: string[] = [];
  let length = 0;
  let width = strWidth(it, separator);
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (!isStr(it, item)) it.typeError(`sequence item ${i}: expected str instance, ${it.typeOf(item).name} found`);
    texts.push(strValue(it, item));
    length += texts[i]!.length;
    width = Math.max(width, strWidth(it, item)) as StrWidth;
  }
  const between = strValue(it, separator);
  if (length + between.length * items.length > it.ram.bytes) it.noMemory();
  const text = texts.join(between);
  // What is ASCII in all parts is so as a whole; without parts the separator does not count.
  const joined = width === 0 ? newStrOfWidth(it, text, 0) : newSeparateStr(it, text);
  it.drop();
  return joined;
}

const strip = (name: 'strip' | 'lstrip' | 'rstrip'): NativeMethod => ({
  kind: 'fastcall',
  min: 0,
  max: 1,
  fn: (it, self, args) => {
    const text = strValue(it, self);
    let result = text;
    if (args.length === 0 || args[0] === it.singletons.none) {
      if (name !== 'rstrip') result = result.replace(LEADING, '');
      if (name !== 'lstrip') result = result.replace(TRAILING, '');
    } else {
      if (!isStr(it, args[0]!)) it.typeError(`${name} arg must be None or str`);
      result = stripChars(text, new Set(strValue(it, args[0]!)), name);
    }
    return result.length === text.length ? exactStr(it, self) : newStr(it, result);
  }
});

function stripChars(text: string, chars: ReadonlySet<string>, name: string): string {
  const all = Array.from(text);
  let start = 0;
  let end = all.length;
  if (name !== 'rstrip') while (start < end && chars.has(all[start]!)) start++;
  if (name !== 'lstrip') while (end > start && chars.has(all[end - 1]!)) end--;
  return all.slice(start, end).join('');
}

export const strSplitMethods: Readonly<Record<string, NativeMethod>> = {
  split: split('split'),
  rsplit: split('rsplit'),
  splitlines: { kind: 'keywords', fn: splitLines },
  join: { kind: 'o', fn: strJoin },
  strip: strip('strip'),
  lstrip: strip('lstrip'),
  rstrip: strip('rstrip')
};
