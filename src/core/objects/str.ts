/// Storage and C API of str (CPython 3.14 Objects/unicodeobject.c). The methods are in strtype.ts and strmethods*.ts.
///
/// PyASCIIObject: length in code points at p + 4; hash at p + 6 and p + 7 (-1, -1 = not computed); state at p + 8.
/// NOT-CPYTHON: the text itself is a JS string in `it.strings`, by the index at p + 9, so the bytes that CPython
/// has after the header are there but not written. Two surrogates that make a pair count as one code point
/// when a text is scanned.
import type { Ptr } from '../memory/ram';
import { Touch } from './heap';
import type { Interp } from './interp';
import { sip, sipBuffer, sipHash } from './siphash';
import type { TypeObject } from './typeobject';
import { Subclass } from './typeobject';

/// Bits of `state`, in CPython's order: interned (2 bits), kind (3), compact, ascii.
export const StrState = { INTERNED: 1, INTERNED_IMMORTAL: 3, COMPACT: 32, ASCII: 64 } as const;
const KIND_SHIFT = 2;
const KIND_MASK = 7;

/// What holds a text: 0 = ASCII, 1 = Latin-1, 2 = 16 bits, 4 = 32 bits a code point. Larger holds more.
export type StrWidth = 0 | 1 | 2 | 4;

const WIDTH_STATE: readonly number[] = [
  StrState.ASCII | StrState.COMPACT | (1 << KIND_SHIFT), StrState.COMPACT | (1 << KIND_SHIFT),
  StrState.COMPACT | (2 << KIND_SHIFT), 0, StrState.COMPACT | (4 << KIND_SHIFT)
];

export function isStr(it: Interp, p: Ptr): boolean {
  return (it.typeTable[it.i32[p + 3]!]!.subclass & Subclass.STR) !== 0;
}

export function isStrExact(it: Interp, p: Ptr): boolean {
  return it.i32[p + 3] === it.types.str.index;
}

export function strValue(it: Interp, p: Ptr): string {
  return it.strings.values[it.i32[p + 9]!]!;
}

/// Length in code points.
export function strLength(it: Interp, p: Ptr): number {
  return it.i32[p + 4]!;
}

export function strWidth(it: Interp, p: Ptr): StrWidth {
  const state = it.i32[p + 8]!;
  return ((state & StrState.ASCII) !== 0 ? 0 : (state >> KIND_SHIFT) & KIND_MASK) as StrWidth;
}

/// Whether indices into the text are indices of its code points.
export function isFlat(it: Interp, p: Ptr): boolean {
  return (it.i32[p + 8]! & (4 << KIND_SHIFT)) === 0;
}

function textWidth(text: string): StrWidth {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= text.charCodeAt(i);
  if (bits < 128) return 0;
  if (bits < 256) return 1;
  return bits >= 0xd800 && text.length !== codePointCount(text) ? 4 : 2;
}

export function codePointCount(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      count--;
      i++;
    }
  }
  return count;
}

let lastText = '';
let lastCodePoints: number[] = [];

/// The code points of a text; remembers the last one, since indexing comes in loops.
export function codePointsOf(text: string): readonly number[] {
  if (text !== lastText) {
    lastCodePoints = Array.from(text, (c) => c.codePointAt(0)!);
    lastText = text;
  }
  return lastCodePoints;
}

/// A new str of this text.
export function newStr(it: Interp, text: string): Ptr {
  if (text.length < 2) {
    if (text.length === 0) return it.statics.emptyStr;
    const code = text.charCodeAt(0);
    if (code < 256) return latin1Str(it, code);
  }
  const width = textWidth(text);
  return allocStr(it, text, width === 4 ? codePointCount(text) : text.length, width);
}

/// A str of its own even for a single character (PyUnicode_New), where the caller knows that `width` holds the text and no
/// smaller one does.
export function newStrOfWidth(it: Interp, text: string, width: StrWidth): Ptr {
  if (text.length === 0) return it.statics.emptyStr;
  return allocStr(it, text, width === 4 ? codePointCount(text) : text.length, width);
}

/// The same for a text of any width.
export function newSeparateStr(it: Interp, text: string): Ptr {
  const width = textWidth(text);
  return newStrOfWidth(it, text, width);
}

/// The one-character str; immortal.
function latin1Str(it: Interp, code: number): Ptr {
  return it.statics.latin1 + code * it.statics.latin1Words;
}

export function strFromCodePoint(it: Interp, code: number): Ptr {
  return code < 256 ? latin1Str(it, code) : newStr(it, String.fromCodePoint(code));
}

const blockBytes = (it: Interp, length: number, width: StrWidth): number =>
  width === 0 ? it.profile.strHeaders[0] + length + 1 : it.profile.strHeaders[1] + (length + 1) * width;

function allocStr(it: Interp, text: string, length: number, width: StrWidth): Ptr {
  const p = it.allocObject(it.types.str, blockBytes(it, length, width));
  initStr(it, p, it.strings.add(text), length, width);
  return p;
}

/// Fills the fields of a str whose header is set.
export function initStr(it: Interp, p: Ptr, index: number, length: number, width: StrWidth): void {
  const i32 = it.i32;
  i32[p + 4] = length;
  i32[p + 5] = 0;
  i32[p + 6] = -1;
  i32[p + 7] = -1;
  i32[p + 8] = WIDTH_STATE[width]!;
  i32[p + 9] = index;
}

/// An instance of a subclass with the text of `value` (CPython 3.14 Objects/unicodeobject.c unicode_subtype_new).
export function newStrSubtype(it: Interp, type: TypeObject, value: Ptr): Ptr {
  const self = it.own(it.allocInstance(type, type.basicsize));
  initStr(it, self, 0, strLength(it, value), strWidth(it, value));
  it.i32[self + 8]! &= ~StrState.COMPACT;
  const bytes = (strLength(it, value) + 1) * Math.max(strWidth(it, value), 1);
  const data = it.memory.malloc(bytes);
  it.i32[dataField(it, self)] = data;
  if (data === 0) it.noMemory();
  // The text is kept by the host: what the block held before must not be taken for an object.
  it.i32.fill(0, data, data + ((bytes + 15) >> 4) * 4);
  it.i32[self + 9] = it.strings.add(strValue(it, value));
  return it.take();
}

/// Where an instance of a subclass keeps the pointer to its text: the last field of PyUnicodeObject.
const dataField = (it: Interp, p: Ptr): number => p + (it.profile.strHeaders[2] - 8) / 4;

export function strSize(it: Interp, p: Ptr): number {
  const width = strWidth(it, p);
  const length = strLength(it, p);
  if ((it.i32[p + 8]! & StrState.COMPACT) !== 0) return blockBytes(it, length, width) + sharedUtf8Bytes(it, p, width);
  return it.profile.strHeaders[2] + (length + 1) * Math.max(width, 1);
}

/// The shared one-character strs past ASCII carry their UTF-8 form, two bytes and a NUL (3.13+ pycore_runtime_init.h
/// _PyUnicode_LATIN1_INIT).
function sharedUtf8Bytes(it: Interp, p: Ptr, width: StrWidth): number {
  const { latin1, latin1Words } = it.statics;
  return it.profile.sharesUtf8 && width === 1 && p >= latin1 && p < latin1 + 256 * latin1Words ? 3 : 0;
}

export function strDealloc(it: Interp, p: Ptr): void {
  const state = it.i32[p + 8]!;
  if ((state & StrState.INTERNED) !== 0) it.interned.delete(strValue(it, p));
  if (it.i32[p + 9] !== 0) it.strings.remove(it.i32[p + 9]!);
  if (it.i32[p + 3] === it.types.str.index) {
    it.freeObject(p, undefined);
    return;
  }
  it.memory.free(it.i32[dataField(it, p)]!);
  it.freeInstance(p);
}

/// The interned str of this text (PyUnicode_InternFromString).
export function intern(it: Interp, text: string): Ptr {
  const known = it.interned.get(text);
  if (known !== undefined) return it.newRef(known);
  return internInPlace(it, newStr(it, text));
}

/// Takes over a str and returns the interned one of its text (PyUnicode_InternInPlace).
/// An interned str that is not immortal leaves the table when it dies.
export function internInPlace(it: Interp, p: Ptr): Ptr {
  const state = it.i32[p + 8]!;
  if ((state & StrState.INTERNED) !== 0 || !isStrExact(it, p)) return p;
  const text = strValue(it, p);
  const known = it.interned.get(text);
  if (known !== undefined) {
    it.incref(known);
    it.decref(p);
    return known;
  }
  it.interned.set(text, p);
  it.i32[p + 8] = state | StrState.INTERNED;
  return p;
}

export function isInterned(it: Interp, p: Ptr): boolean {
  return (it.i32[p + 8]! & StrState.INTERNED) !== 0;
}

/// Low word; the high one in it.hashHigh. Cached in the object.
export function strHash(it: Interp, p: Ptr): number {
  const i32 = it.i32;
  const lo = i32[p + 6]!;
  if (lo !== -1 || i32[p + 7] !== -1) {
    it.hashHigh = i32[p + 7]!;
    return lo;
  }
  const hash = hashText(strValue(it, p), Math.max(strWidth(it, p), 1));
  i32[p + 6] = hash;
  i32[p + 7] = sip.high;
  it.hashHigh = sip.high;
  return hash;
}

/// Hash of the text as CPython lays it out, `kind` bytes a code point. High word in sip.high.
function hashText(text: string, kind: number): number {
  const length = text.length;
  const out = sipBuffer(length * kind);
  if (kind === 1) {
    for (let i = 0; i < length; i++) out[i] = text.charCodeAt(i);
    return sipHash(length);
  }
  let n = 0;
  for (let i = 0; i < length; i++) {
    let code = text.charCodeAt(i);
    if (kind === 4) {
      code = text.codePointAt(i)!;
      if (code > 0xffff) i++;
      out[n + 2] = code >> 16;
      out[n + 3] = 0;
    }
    out[n] = code & 255;
    out[n + 1] = (code >> 8) & 255;
    n += kind;
  }
  return sipHash(n);
}

export function strEqual(it: Interp, a: Ptr, b: Ptr): boolean {
  return a === b || (it.i32[a + 4] === it.i32[b + 4] && strValue(it, a) === strValue(it, b));
}

/// a + b for two str (PyUnicode_Concat).
export function strConcat(it: Interp, a: Ptr, b: Ptr): Ptr {
  const lengthA = it.i32[a + 4]!, lengthB = it.i32[b + 4]!;
  if (lengthA === 0) return exactStr(it, b);
  if (lengthB === 0) return exactStr(it, a);
  const width = Math.max(strWidth(it, a), strWidth(it, b)) as StrWidth;
  const length = lengthA + lengthB;
  const p = it.allocObject(it.types.str, blockBytes(it, length, width));
  initStr(it, p, it.strings.add(strValue(it, a) + strValue(it, b)), length, width);
  return p;
}

/// `left += right`: takes over `left`, and grows it in place if nobody else can see that
/// (CPython 3.14 Objects/unicodeobject.c PyUnicode_Append). The block may move.
export function strConcatInPlace(it: Interp, left: Ptr, right: Ptr): Ptr {
  const i32 = it.i32;
  const width = strWidth(it, left);
  const lengthLeft = i32[left + 4]!, lengthRight = i32[right + 4]!;
  if (lengthRight === 0 && isStrExact(it, left)) return left;
  const modifiable = i32[left] === 1 && i32[left + 6] === -1 && i32[left + 7] === -1 && !isInterned(it, left) &&
    lengthLeft > 0 && isStrExact(it, left) && isStrExact(it, right) && strWidth(it, right) <= width;
  if (!modifiable) {
    it.own(left);
    const sum = strConcat(it, left, right);
    it.drop();
    return sum;
  }
  const length = lengthLeft + lengthRight;
  const moved = it.memory.realloc(left, blockBytes(it, length, width));
  if (moved === 0) {
    it.own(left);
    it.noMemory();
  }
  if (it.recording) {
    if (moved === left) {
      it.touch(left);
    } else {
      it.touch(left | Touch.FREED);
      it.touchNew(moved);
    }
  }
  i32[moved + 4] = length;
  it.strings.values[i32[moved + 9]!] += strValue(it, right);
  return moved;
}

/// The object itself, or for an instance of a subclass a plain str of its text (PyUnicode_FromObject).
export function exactStr(it: Interp, p: Ptr): Ptr {
  if (isStrExact(it, p)) return it.newRef(p);
  return newStrOfWidth(it, strValue(it, p), strWidth(it, p));
}

/// self[start:end], in code points and within bounds (PyUnicode_Substring).
export function strSubstring(it: Interp, p: Ptr, start: number, end: number): Ptr {
  const length = strLength(it, p);
  if (start === 0 && end === length) return exactStr(it, p);
  if (start >= end) return it.statics.emptyStr;
  const text = strValue(it, p);
  if (isFlat(it, p)) {
    const part = text.slice(start, end);
    return part.length > 1 && (it.i32[p + 8]! & StrState.ASCII) !== 0 ? newStrOfWidth(it, part, 0) : newStr(it, part);
  }
  const from = utf16Offset(text, start, 0);
  return newStr(it, text.slice(from, utf16Offset(text, end - start, from)));
}

/// The UTF-16 offset `count` code points after the offset `from`.
function utf16Offset(text: string, count: number, from: number): number {
  let offset = from;
  for (let i = 0; i < count; i++) offset += text.codePointAt(offset)! > 0xffff ? 2 : 1;
  return offset;
}

/// The code point at an index within bounds.
export function strCodePointAt(it: Interp, p: Ptr, index: number): number {
  const text = strValue(it, p);
  return isFlat(it, p) ? text.charCodeAt(index) : codePointsOf(text)[index]!;
}
