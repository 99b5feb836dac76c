/// Searching methods of str. CPython 3.14 Objects/unicodeobject.c
import type { Ptr } from '../memory/ram';
import { bindArguments, checkPositional, noKeywords } from './args';
import { newInt } from './int';
import type { Interp } from './interp';
import { adjustBounds, searchMethod, sliceArgument, ssizeArgument, textArgument } from './strargs';
import { codePointCount, exactStr, isFlat, isStr, newStr, newStrOfWidth, strLength, strSubstring, strValue, strWidth } from './str';
import { isTuple, tupleGet, tupleSize, tupleSteal } from './tuple';
import type { NativeMethod } from './typeobject';

/// The searched part of the text and where it begins, in code points.
interface Range {
  readonly text: string;
  readonly start: number;
}

/// undefined if start is past the end.
function range(it: Interp, self: Ptr, args: readonly Ptr[]): Range | undefined {
  const length = strLength(it, self);
  const [start, end] = adjustBounds(sliceArgument(it, args[1], 0), sliceArgument(it, args[2], Infinity), length);
  if (start > end) return undefined;
  const text = strValue(it, self);
  if (start === 0 && end === length) return { text, start };
  if (isFlat(it, self)) return { text: text.slice(start, end), start };
  return { text: Array.from(text).slice(start, end).join(''), start };
}

function needle(it: Interp, name: string, args: readonly Ptr[]): string {
  if (it.profile.scalars.strUsesClinic) return textArgument(it, args[0]!, `${name}() argument 1`);
  if (!isStr(it, args[0]!)) it.typeError(`must be str, not ${it.typeOf(args[0]!).name}`);
  return strValue(it, args[0]!);
}

function position(it: Interp, self: Ptr, args: readonly Ptr[], name: string, last: boolean): number {
  const sub = needle(it, name, args);
  const part = range(it, self, args);
  if (part === undefined) return -1;
  const at = last ? part.text.lastIndexOf(sub) : part.text.indexOf(sub);
  if (at < 0) return -1;
  return part.start + (isFlat(it, self) ? at : codePointCount(part.text.slice(0, at)));
}

const find = (name: string, last: boolean, strict: boolean): NativeMethod => searchMethod(name, (it, self, args) => {
  const at = position(it, self, args, name, last);
  if (at < 0 && strict) it.valueError('substring not found');
  return newInt(it, at);
});

/// How often `sub` occurs in the text without overlap.
export function countText(text: string, sub: string): number {
  if (sub === '') return codePointCount(text) + 1;
  let count = 0;
  for (let at = text.indexOf(sub); at >= 0; at = text.indexOf(sub, at + sub.length)) count++;
  return count;
}

function count(it: Interp, self: Ptr, args: readonly Ptr[]): Ptr {
  const sub = needle(it, 'count', args);
  const part = range(it, self, args);
  return newInt(it, part === undefined ? 0 : countText(part.text, sub));
}

const affix = (name: 'startswith' | 'endswith'): NativeMethod => searchMethod(name, (it, self, args) => {
  const part = range(it, self, args);
  const matches = (p: Ptr): boolean => {
    const text = part?.text;
    const sub = strValue(it, p);
    return text !== undefined && (name === 'startswith' ? text.startsWith(sub) : text.endsWith(sub));
  };
  const first = args[0]!;
  if (isStr(it, first)) return it.bool(matches(first));
  if (!isTuple(it, first)) it.typeError(`${name} first arg must be str or a tuple of str, not ${it.typeOf(first).name}`);
  for (let i = 0; i < tupleSize(it, first); i++) {
    const item = tupleGet(it, first, i);
    if (!isStr(it, item)) it.typeError(`tuple for ${name} must only contain str, not ${it.typeOf(item).name}`);
    if (matches(item)) return it.singletons.true;
  }
  return it.singletons.false;
});

/// text with at most `limit` (-1 = all) occurrences of `from` replaced. Refuses what memory cannot hold.
function replaceText(it: Interp, text: string, from: string, to: string, limit: number): string {
  const found = countText(text, from);
  const times = limit < 0 ? found : Math.min(limit, found);
  if (text.length + times * (to.length - from.length) > it.ram.bytes) it.noMemory();
  if (times === 0) return text;
  if (times === 1 && from !== '') {
    const at = text.indexOf(from);
    return text.slice(0, at) + to + text.slice(at + from.length);
  }
  if (times === found && from !== '') return text.split(from).join(to);
  if (from === '') {
    const chars = Array.from(text);
    return chars.map((c, i) => (i < times ? to + c : c)).join('') + (times > chars.length ? to : '');
  }
  const parts = text.split(from);
  return parts.slice(0, times).join(to) + to + parts.slice(times).join(from);
}

function replace(it: Interp, self: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr {
  if (!it.profile.scalars.strUsesClinic) {
    noKeywords(it, 'str.replace', kwnames);
    checkPositional(it, 'replace', args.length, 2, 3);
  }
  const [from, to, limit] = args.length === 2 && kwnames === 0 ? args : bindArguments(it, 'replace', ['', '', 'count'], { positionalOnly: 2, required: 2 }, args, kwnames);
  const fromText = textArgument(it, from!, 'replace() argument 1');
  const toText = textArgument(it, to!, 'replace() argument 2');
  const text = strValue(it, self);
  const result = replaceText(it, text, fromText, toText, ssizeArgument(it, limit, -1));
  if (result === text) return exactStr(it, self);
  return strWidth(it, self) === 0 && strWidth(it, to!) === 0 ? newStrOfWidth(it, result, 0) : newStr(it, result);
}

const partition = (last: boolean): NativeMethod => ({
  kind: 'o',
  fn: (it, self, sep) => {
    if (!isStr(it, sep)) it.typeError(`must be str, not ${it.typeOf(sep).name}`);
    const text = strValue(it, self);
    const sub = strValue(it, sep);
    if (sub === '') it.valueError('empty separator');
    const at = last ? text.lastIndexOf(sub) : text.indexOf(sub);
    const empty = it.statics.emptyStr;
    if (at < 0) {
      const whole = exactStr(it, self);
      return tupleSteal(it, last ? [empty, empty, whole] : [whole, empty, empty]);
    }
    const head = it.own(newStr(it, text.slice(0, at)));
    const tail = newStr(it, text.slice(at + sub.length));
    it.take();
    return tupleSteal(it, [head, it.newRef(sep), tail]);
  }
});

const remove = (name: 'removeprefix' | 'removesuffix'): NativeMethod => ({
  kind: 'o',
  fn: (it, self, arg) => {
    const affixText = textArgument(it, arg, `${name}() argument`);
    const length = strLength(it, self);
    const size = strLength(it, arg);
    const text = strValue(it, self);
    if (size > 0 && name === 'removeprefix' && text.startsWith(affixText)) return strSubstring(it, self, size, length);
    if (size > 0 && name === 'removesuffix' && text.endsWith(affixText)) return strSubstring(it, self, 0, length - size);
    return exactStr(it, self);
  }
});

export const strFindMethods: Readonly<Record<string, NativeMethod>> = {
  find: find('find', false, false),
  rfind: find('rfind', true, false),
  index: find('index', false, true),
  rindex: find('rindex', true, true),
  count: searchMethod('count', count),
  startswith: affix('startswith'),
  endswith: affix('endswith'),
  replace: { kind: 'keywords', fn: replace },
  partition: partition(false),
  rpartition: partition(true),
  removeprefix: remove('removeprefix'),
  removesuffix: remove('removesuffix')
};
