/// Padding, translation and the other methods of str. CPython 3.14 Objects/unicodeobject.c
import type { Ptr } from '../memory/ram';
import { getItem, indexNumber, str } from './abstract';
import { argumentTypeName, bindArguments } from './args';
import { newBytes } from './bytes';
import { encodeText } from './codecs';
import { dictNext, dictSetItem, entry, isDict, newDict } from './dictobject';
import { formatStr } from './formatter';
import { intValue, isInt, newInt } from './int';
import type { Interp } from './interp';
import { strFormat, strFormatMap } from './strnewformat';
import { ssizeArgument, textArgument } from './strargs';
import { strCaseMethods } from './strcase';
import { strFindMethods } from './strfind';
import { codePointsOf, exactStr, isStr, isStrExact, newSeparateStr, newStr, strLength, strSize, strValue } from './str';
import { strSplitMethods } from './strsplit';
import { tupleSteal } from './tuple';
import type { NativeMethod } from './typeobject';

const repeated = (it: Interp, fill: string, count: number): string => {
  if (count > it.ram.bytes) it.noMemory();
  return fill.repeat(count);
};

const pad = (leftOf: (total: number, width: number) => number): NativeMethod => ({
  kind: 'fastcall',
  min: 1,
  max: 2,
  fn: (it, self, args) => {
    const width = indexNumber(it, args[0]!);
    let fill = ' ';
    if (args.length > 1) {
      if (!isStr(it, args[1]!)) it.typeError(`The fill character must be a unicode character, not ${it.typeOf(args[1]!).name}`);
      if (strLength(it, args[1]!) !== 1) it.typeError('The fill character must be exactly one character long');
      fill = strValue(it, args[1]!);
    }
    const total = width - strLength(it, self);
    if (total <= 0) return exactStr(it, self);
    const left = leftOf(total, width);
    return newSeparateStr(it, repeated(it, fill, left) + strValue(it, self) + repeated(it, fill, total - left));
  }
});

function zfill(it: Interp, self: Ptr, arg: Ptr): Ptr {
  const missing = indexNumber(it, arg) - strLength(it, self);
  if (missing <= 0) return exactStr(it, self);
  const text = strValue(it, self);
  const sign = text[0] === '+' || text[0] === '-' ? text[0] : '';
  return newStr(it, sign + repeated(it, '0', missing) + text.slice(sign.length));
}

function expandTabs(it: Interp, self: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const [tabsize] = bindArguments(it, 'expandtabs', ['tabsize'], {}, args, kwnames);
  const size = ssizeArgument(it, tabsize, 8);
  const text = strValue(it, self);
  if (!text.includes('\t')) return exactStr(it, self);
  let column = 0;
  let out = '';
  for (const char of text) {
    if (char === '\t') {
      const spaces = size > 0 ? size - (column % size) : 0;
      out += repeated(it, ' ', spaces);
      column += spaces;
    } else {
      out += char;
      column = char === '\n' || char === '\r' ? 0 : column + 1;
    }
  }
  return newStr(it, out);
}

/// str.maketrans, a static method.
function makeTrans(it: Interp, args: readonly Ptr[]): Ptr {
  const table = it.own(newDict(it));
  const set = (key: Ptr, value: Ptr): void => {
    it.own(key);
    dictSetItem(it, table, key, value);
    it.drop();
  };
  if (args.length === 1) {
    const { maketransTable, maketransKeys } = it.profile.scalars;
    if (!isDict(it, args[0]!)) it.typeError('if you give only one argument to maketrans it must be a dict');
    for (let pos = dictNext(it, args[0]!, 0); pos >= 0; pos = dictNext(it, args[0]!, pos)) {
      const { key, value } = entry;
      if (isStr(it, key)) {
        if (strLength(it, key) !== 1) it.valueError(`string keys in ${maketransTable} must be of length 1`);
        set(newInt(it, strValue(it, key).codePointAt(0)!), value);
      } else if (isInt(it, key)) {
        set(it.newRef(key), value);
      } else {
        it.typeError(`keys in translate table ${maketransKeys} strings or integers`);
      }
    }
    return it.take();
  }
  if (!isStr(it, args[0]!)) it.typeError('first maketrans argument must be a string if there is a second argument');
  const from = codePointsOf(strValue(it, args[0]!)).slice();
  const to = codePointsOf(textArgument(it, args[1]!, 'maketrans() argument 2')).slice();
  if (from.length !== to.length) it.valueError('the first two maketrans arguments must have equal length');
  from.forEach((code, i) => {
    const value = it.own(newInt(it, to[i]!));
    set(newInt(it, code), value);
    it.drop();
  });
  if (args.length > 2) {
    for (const code of codePointsOf(textArgument(it, args[2]!, 'maketrans() argument 3')).slice()) {
      set(newInt(it, code), it.singletons.none);
    }
  }
  return it.take();
}

function translate(it: Interp, self: Ptr, table: Ptr): Ptr {
  let out = '';
  for (const code of codePointsOf(strValue(it, self)).slice()) {
    const key = it.own(newInt(it, code));
    const value = it.catching(it.types.LookupError, () => getItem(it, table, key));
    if (value === undefined) {
      out += String.fromCodePoint(code);
    } else {
      it.own(value);
      out += translated(it, value);
      it.drop();
    }
    it.drop();
  }
  return newStr(it, out);
}

function translated(it: Interp, value: Ptr): string {
  if (value === it.singletons.none) return '';
  if (isStr(it, value)) return strValue(it, value);
  if (!isInt(it, value)) it.typeError('character mapping must return integer, None or str');
  const code = intValue(it, value);
  if (code < 0 || code > 0x10ffff) it.valueError('character mapping must be in range(0x110000)');
  return String.fromCodePoint(Number(code));
}

function encode(it: Interp, self: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const [encoding, errors] = bindArguments(it, 'encode', ['encoding', 'errors'], {}, args, kwnames);
  const encodingName = encoding === 0 ? 'utf-8' : textArgument(it, encoding!, "encode() argument 'encoding'");
  const errorsName = errors === 0 ? 'strict' : textArgument(it, errors!, "encode() argument 'errors'");
  return newBytes(it, encodeText(it, self, encodingName, errorsName));
}

export const strMethods: Readonly<Record<string, NativeMethod>> = {
  ...strCaseMethods,
  ...strFindMethods,
  ...strSplitMethods,
  center: pad((total, width) => (total >> 1) + (total & width & 1)),
  ljust: pad(() => 0),
  rjust: pad(total => total),
  zfill: { kind: 'o', fn: zfill },
  expandtabs: { kind: 'keywords', fn: expandTabs },
  maketrans: { kind: 'fastcall', min: 1, max: 3, fn: (it, _self, args) => makeTrans(it, args), binding: 'static' },
  translate: { kind: 'o', fn: translate },
  encode: { kind: 'keywords', fn: encode },
  format: { kind: 'keywords', fn: strFormat },
  format_map: { kind: 'o', fn: strFormatMap },
  __format__: {
    kind: 'o',
    fn: (it, p, spec) => {
      if (!isStr(it, spec)) it.typeError(`__format__() argument must be str, not ${argumentTypeName(it, spec)}`);
      if (strLength(it, spec) === 0) return str(it, p);
      const text = formatStr(it, p, strValue(it, spec));
      // A writer that gets one str alone hands it on (_PyUnicodeWriter_WriteStr).
      return isStrExact(it, p) && text === strValue(it, p) ? it.newRef(p) : newStr(it, text);
    }
  },
  __getnewargs__: { kind: 'noargs', fn: (it, p) => tupleSteal(it, [newStr(it, strValue(it, p))]) },
  __sizeof__: { kind: 'noargs', fn: (it, p) => newInt(it, strSize(it, p)) }
};
