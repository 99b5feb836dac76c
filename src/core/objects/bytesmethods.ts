/// Methods that bytes and bytearray share. CPython 3.14 Objects/bytes_methods.c, Objects/stringlib
///
/// Bytes are handled as text of code points 0-255: JS has the searching that is needed for those.
import type { Ptr } from '../memory/ram';
import { call, indexNumber, isTrue } from './abstract';
import { argumentTypeName, bindArguments } from './args';
import { byteFrom, bufferOf } from './bytesfrom';
import { bytesFromHex, hexText } from './bytesrepr';
import { decodeBytes } from './codecs';
import { newInt } from './int';
import type { Interp } from './interp';
import { listAppendSteal, newList } from './list';
import { sequenceFast, sequenceFastItems } from './sequencefast';
import { hasIndex } from './ssize';
import { adjustBounds, sliceArgument, ssizeArgument, textArgument } from './strargs';
import { countText } from './strfind';
import { MAX_PREALLOC, linesOf, splitText } from './strsplit';
import { newStr } from './str';
import { isTuple, tupleGet, tupleSize, tupleSteal } from './tuple';
import type { NativeMethod } from './typeobject';

/// Bytes as text, a code point a byte.
function latin1Text(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

export function bytesOfText(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/// How the owner of the methods makes its results: bytes from bytes, bytearray from bytearray.
export interface Make {
  /// One byte, or none, is the object that there is of it (PyBytes_FromStringAndSize of a text).
  shared(it: Interp, bytes: Uint8Array): Ptr;
  /// An object of its own unless it is empty: CPython allocates it first and fills it then.
  fresh(it: Interp, bytes: Uint8Array): Ptr;
  /// What did not change: an exact bytes object itself.
  same(it: Interp, self: Ptr): Ptr;
}

export const textOf = (it: Interp, p: Ptr): string => latin1Text(bufferOf(it, p)!);

export function bufferArgument(it: Interp, p: Ptr): string {
  const buffer = bufferOf(it, p);
  if (buffer === undefined) it.typeError(`a bytes-like object is required, not '${it.typeOf(p).name}'`);
  return latin1Text(buffer);
}

/// The byte that center(), ljust() and rjust() fill up with (Python/getargs.c, format c).
function fillByte(it: Interp, name: string, p: Ptr): string {
  const type = it.typeOf(p);
  const bytes = type.isSubtypeOf(it.types.bytes) || type.isSubtypeOf(it.types.bytearray) ? textOf(it, p) : undefined;
  if (bytes?.length === 1) return bytes;
  if (!it.profile.scalars.tellsFillLength || bytes === undefined) it.typeError(`${name}() argument 2 must be a byte string of length 1, not ${argumentTypeName(it, p)}`);
  it.typeError(`${name}(): argument 2 must be a byte string of length 1, not a ${type.name} object of length ${bytes.length}`);
}

/// What is searched for: bytes, or one byte as an int.
function needle(it: Interp, p: Ptr): string {
  const buffer = bufferOf(it, p);
  if (buffer !== undefined) return latin1Text(buffer);
  if (!hasIndex(it, p)) it.typeError(`argument should be integer or bytes-like object, not '${it.typeOf(p).name}'`);
  return String.fromCharCode(byteFrom(it, p, 'byte'));
}

/// `sub in self`
export function bytesContains(it: Interp, self: Ptr, sub: Ptr): boolean {
  if (bufferOf(it, sub) === undefined && hasIndex(it, sub)) return textOf(it, self).includes(String.fromCharCode(byteFrom(it, sub, 'byte')));
  return textOf(it, self).includes(bufferArgument(it, sub));
}

function range(it: Interp, self: Ptr, args: readonly Ptr[]): { text: string; start: number } | undefined {
  const text = textOf(it, self);
  const [start, end] = adjustBounds(sliceArgument(it, args[1], 0), sliceArgument(it, args[2], Infinity), text.length);
  return start > end ? undefined : { text: text.slice(start, end), start };
}

const find = (last: boolean, strict: boolean): NativeMethod => ({
  kind: 'fastcall',
  min: 1,
  max: 3,
  fn: (it, self, args) => {
    const sub = needle(it, args[0]!);
    const part = range(it, self, args);
    const at = part === undefined ? -1 : last ? part.text.lastIndexOf(sub) : part.text.indexOf(sub);
    if (at < 0 && strict) it.valueError('subsection not found');
    return newInt(it, at < 0 ? -1 : part!.start + at);
  }
});

const affix = (name: 'startswith' | 'endswith'): NativeMethod => ({
  kind: 'fastcall',
  min: 1,
  max: 3,
  fn: (it, self, args) => {
    const first = args[0]!;
    const part = range(it, self, args);
    const matches = (p: Ptr): boolean => {
      const sub = bufferArgument(it, p);
      return part !== undefined && (name === 'startswith' ? part.text.startsWith(sub) : part.text.endsWith(sub));
    };
    if (isTuple(it, first)) {
      for (let i = 0; i < tupleSize(it, first); i++) if (matches(tupleGet(it, first, i))) return it.singletons.true;
      return it.singletons.false;
    }
    if (bufferOf(it, first) === undefined) it.typeError(`${name} first arg must be bytes or a tuple of bytes, not ${it.typeOf(first).name}`);
    return it.bool(matches(first));
  }
});

const SPACE = ' \t\n\r\v\f';
const SPACE_RUN = /[\t-\r ]+/;

function stripText(text: string, chars: string, name: string): string {
  let start = 0;
  let end = text.length;
  if (name !== 'rstrip') while (start < end && chars.includes(text[start]!)) start++;
  if (name !== 'lstrip') while (end > start && chars.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
}

/// A list of the parts, with room for `prealloc` items; `whole` = the length of self, which is its own only part.
function partsList(it: Interp, make: Make, self: Ptr, parts: readonly string[], whole: number, prealloc = 0): Ptr {
  const list = it.own(newList(it, prealloc));
  it.i32[list + 4] = 0;
  for (const part of parts) listAppendSteal(it, list, part.length === whole ? make.same(it, self) : make.shared(it, bytesOfText(part)));
  return it.take();
}

function splitParts(text: string, sep: string | undefined, limit: number, fromRight: boolean): string[] {
  if (sep !== undefined) return splitText(text, sep, limit, fromRight);
  const parts: string[] = [];
  let rest = stripText(text, SPACE, fromRight ? 'rstrip' : 'lstrip');
  while (rest !== '') {
    const at = limit >= 0 && parts.length >= limit ? -1 : fromRight ? lastSpace(rest) : rest.search(SPACE_RUN);
    if (at < 0) {
      parts.push(rest);
      break;
    }
    parts.push(fromRight ? rest.slice(at + 1) : rest.slice(0, at));
    rest = fromRight ? stripText(rest.slice(0, at), SPACE, 'rstrip') : stripText(rest.slice(at), SPACE, 'lstrip');
  }
  return fromRight ? parts.reverse() : parts;
}

const lastSpace = (text: string): number => Math.max(...Array.from(SPACE, (c) => text.lastIndexOf(c)));

const isAscii = (pattern: RegExp): NativeMethod => ({ kind: 'noargs', fn: (it, p) => it.bool(pattern.test(textOf(it, p))) });

/// The method table for a type whose results `make` makes.
export function bytesMethods(make: Make): Readonly<Record<string, NativeMethod>> {
  const split = (name: 'split' | 'rsplit'): NativeMethod => ({
    kind: 'keywords',
    fn: (it, self, args, kwnames) => {
      const [sep, maxsplit] = bindArguments(it, name, ['sep', 'maxsplit'], {}, args, kwnames);
      const limit = ssizeArgument(it, maxsplit, -1);
      const separator = sep === 0 || sep === it.singletons.none ? undefined : bufferArgument(it, sep!);
      if (separator === '') it.valueError('empty separator');
      const text = textOf(it, self);
      return partsList(it, make, self, splitParts(text, separator, limit, name === 'rsplit'), text.length, limit < 0 ? MAX_PREALLOC : Math.min(limit + 1, MAX_PREALLOC));
    }
  });
  const strip = (name: 'strip' | 'lstrip' | 'rstrip'): NativeMethod => ({
    kind: 'fastcall',
    min: 0,
    max: 1,
    fn: (it, self, args) => {
      const chars = args.length === 0 || args[0] === it.singletons.none ? SPACE : bufferArgument(it, args[0]!);
      const text = textOf(it, self);
      const stripped = stripText(text, chars, name);
      return stripped.length === text.length ? make.same(it, self) : make.shared(it, bytesOfText(stripped));
    }
  });
  const pad = (name: string, leftOf: (total: number, width: number) => number): NativeMethod => ({
    kind: 'fastcall',
    min: 1,
    max: 2,
    fn: (it, self, args) => {
      const width = indexNumber(it, args[0]!);
      const fill = args.length > 1 ? fillByte(it, name, args[1]!) : ' ';
      const text = textOf(it, self);
      const total = Math.max(width - text.length, 0);
      if (total === 0) return make.same(it, self);
      if (total > it.ram.bytes) it.noMemory();
      const left = leftOf(total, width);
      return make.fresh(it, bytesOfText(fill.repeat(left) + text + fill.repeat(total - left)));
    }
  });
  const partition = (last: boolean): NativeMethod => ({
    kind: 'o',
    fn: (it, self, arg) => {
      const sep = bufferArgument(it, arg);
      if (sep === '') it.valueError('empty separator');
      const text = textOf(it, self);
      const at = last ? text.lastIndexOf(sep) : text.indexOf(sep);
      const none = (): Ptr => make.shared(it, new Uint8Array(0));
      if (at < 0) return tupleSteal(it, last ? [none(), none(), make.same(it, self)] : [make.same(it, self), none(), none()]);
      const part = (start: number, end: number): Ptr => make.shared(it, bytesOfText(text.slice(start, end)));
      return tupleSteal(it, [part(0, at), make.same(it, arg), part(at + sep.length, text.length)]);
    }
  });
  return {
    find: find(false, false),
    rfind: find(true, false),
    index: find(false, true),
    rindex: find(true, true),
    count: {
      kind: 'fastcall',
      min: 1,
      max: 3,
      fn: (it, self, args) => {
        const sub = needle(it, args[0]!);
        const part = range(it, self, args);
        return newInt(it, part === undefined ? 0 : countText(part.text, sub));
      }
    },
    startswith: affix('startswith'),
    endswith: affix('endswith'),
    split: split('split'),
    rsplit: split('rsplit'),
    splitlines: {
      kind: 'keywords',
      fn: (it, self, args, kwnames) => {
        const [keepends] = bindArguments(it, 'splitlines', ['keepends'], {}, args, kwnames);
        const text = textOf(it, self);
        return partsList(it, make, self, linesOf(text, keepends !== 0 && isTrue(it, keepends!), /\r\n|[\n\r]/g), text.length);
      }
    },
    strip: strip('strip'),
    lstrip: strip('lstrip'),
    rstrip: strip('rstrip'),
    center: pad('center', (total, width) => (total >> 1) + (total & width & 1)),
    ljust: pad('ljust', () => 0),
    rjust: pad('rjust', total => total),
    partition: partition(false),
    rpartition: partition(true),
    join: {
      kind: 'o',
      fn: (it, self, iterable) => {
        const sequence = it.own(sequenceFast(it, iterable, 'can only join an iterable'));
        const texts = sequenceFastItems(it, sequence).map((item, i) => {
          const buffer = bufferOf(it, item);
          if (buffer !== undefined) return latin1Text(buffer);
          return it.typeError(`sequence item ${i}: expected a bytes-like object, ${it.typeOf(item).name} found`);
        });
        const items = sequenceFastItems(it, sequence);
        const isOne = items.length === 1 && it.typeOf(items[0]!) === it.types.bytes;
        const joined = isOne ? make.same(it, items[0]!) : make.fresh(it, bytesOfText(texts.join(textOf(it, self))));
        return it.dropFor(joined);
      }
    },
    replace: {
      kind: 'fastcall',
      min: 2,
      max: 3,
      fn: (it, self, args) => {
        const from = bufferArgument(it, args[0]!);
        const to = bufferArgument(it, args[1]!);
        const limit = ssizeArgument(it, args[2], -1);
        const parts = from === '' ? ['', ...Array.from(textOf(it, self)), ''] : textOf(it, self).split(from);
        const times = limit < 0 ? parts.length - 1 : Math.min(limit, parts.length - 1);
        const text = parts.map((part, i) => (i === 0 ? part : (i <= times ? to : from) + part)).join('');
        return times === 0 ? make.same(it, self) : make.fresh(it, bytesOfText(text));
      }
    },
    translate: {
      kind: 'keywords',
      fn: (it, self, args, kwnames) => {
        const [table, deleted] = bindArguments(it, 'translate', ['', 'delete'], { positionalOnly: 1, required: 1 }, args, kwnames);
        const to = table === it.singletons.none ? undefined : bufferArgument(it, table!);
        if (to !== undefined && to.length !== 256) it.valueError('translation table must be 256 characters long');
        const without = deleted === 0 ? '' : bufferArgument(it, deleted!);
        const kept = Array.from(textOf(it, self)).filter((c) => !without.includes(c));
        const text = kept.map((c) => (to === undefined ? c : to[c.charCodeAt(0)]!)).join('');
        return text === textOf(it, self) ? make.same(it, self) : make.fresh(it, bytesOfText(text));
      }
    },
    decode: {
      kind: 'keywords',
      fn: (it, self, args, kwnames) => {
        const [encoding, errors] = bindArguments(it, 'decode', ['encoding', 'errors'], {}, args, kwnames);
        const encodingName = encoding === 0 ? 'utf-8' : textArgument(it, encoding!, "decode() argument 'encoding'");
        const errorsName = errors === 0 ? 'strict' : textArgument(it, errors!, "decode() argument 'errors'");
        return decodeBytes(it, bufferOf(it, self)!.slice(), self, encodingName, errorsName);
      }
    },
    hex: {
      kind: 'keywords',
      fn: (it, self, args, kwnames) => {
        const [sep, perGroup] = bindArguments(it, 'hex', ['sep', 'bytes_per_sep'], {}, args, kwnames);
        return newStr(it, hexText(it, bufferOf(it, self)!, sep!, ssizeArgument(it, perGroup, 1)));
      }
    },
    fromhex: {
      kind: 'o',
      binding: 'class',
      fn: (it, cls, arg) => {
        const result = make.shared(it, bytesFromHex(it, arg));
        if (it.typeOf(result).ptr === cls) return result;
        it.own(result);
        const instance = call(it, cls, [result]);
        it.drop();
        return instance;
      }
    },
    isascii: isAscii(/^[\0-\x7f]*$/),
    isalpha: isAscii(/^[A-Za-z]+$/),
    isalnum: isAscii(/^[A-Za-z0-9]+$/),
    isdigit: isAscii(/^[0-9]+$/),
    isspace: isAscii(/^[\t-\r ]+$/),
    islower: isAscii(/^[^A-Z]*[a-z][^A-Z]*$/),
    isupper: isAscii(/^[^a-z]*[A-Z][^a-z]*$/)
  };
}
