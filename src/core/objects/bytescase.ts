/// Case, tabs and affixes of bytes and bytearray. CPython 3.14 Objects/bytes_methods.c, Objects/stringlib/transmogrify.h, ctype.h
import type { Ptr } from '../memory/ram';
import { indexNumber } from './abstract';
import { bindArguments } from './args';
import { newBytes } from './bytes';
import type { Make } from './bytesmethods';
import { bufferArgument, bytesOfText, textOf } from './bytesmethods';
import type { Interp } from './interp';
import { ssizeArgument } from './strargs';
import type { NativeMethod } from './typeobject';

const lower = (text: string): string => text.replace(/[A-Z]+/g, s => s.toLowerCase());
const upper = (text: string): string => text.replace(/[a-z]+/g, s => s.toUpperCase());
const title = (text: string): string => text.replace(/[A-Za-z]+/g, s => upper(s[0]!) + lower(s.slice(1)));
const swapcase = (text: string): string => text.replace(/[A-Za-z]/g, c => (c < 'a' ? lower(c) : upper(c)));

/// Whether every word begins with its only capital.
const isTitle = (text: string): boolean => /[A-Za-z]/.test(text) && title(text) === text;

function expandTabs(text: string, size: number): string {
  let column = 0;
  let out = '';
  for (const c of text) {
    if (c === '\t') {
      const spaces = size > 0 ? size - (column % size) : 0;
      out += ' '.repeat(spaces);
      column += spaces;
    } else {
      out += c;
      column = c === '\n' || c === '\r' ? 0 : column + 1;
    }
  }
  return out;
}

function zeroFilled(text: string, width: number): string {
  const sign = text[0] === '+' || text[0] === '-' ? text[0] : '';
  return sign + '0'.repeat(Math.max(width - text.length, 0)) + text.slice(sign.length);
}

export function bytesCaseMethods(make: Make): Readonly<Record<string, NativeMethod>> {
  const map = (change: (text: string) => string): NativeMethod => ({ kind: 'noargs', fn: (it, p) => make.fresh(it, bytesOfText(change(textOf(it, p)))) });
  const remove = (from: (text: string, affix: string) => string): NativeMethod => ({
    kind: 'o',
    fn: (it, p, arg) => {
      const text = textOf(it, p);
      const rest = from(text, bufferArgument(it, arg));
      return rest.length === text.length ? make.same(it, p) : make.shared(it, bytesOfText(rest));
    }
  });
  return {
    upper: map(upper),
    lower: map(lower),
    title: map(title),
    swapcase: map(swapcase),
    capitalize: map(text => upper(text.slice(0, 1)) + lower(text.slice(1))),
    istitle: { kind: 'noargs', fn: (it, p) => it.bool(isTitle(textOf(it, p))) },
    expandtabs: {
      kind: 'keywords',
      fn: (it, p, args, kwnames) => {
        const [tabsize] = bindArguments(it, 'expandtabs', ['tabsize'], {}, args, kwnames);
        return make.fresh(it, bytesOfText(expandTabs(textOf(it, p), ssizeArgument(it, tabsize, 8))));
      }
    },
    zfill: {
      kind: 'o',
      fn: (it, p, arg) => {
        const width = indexNumber(it, arg);
        const text = textOf(it, p);
        if (width <= text.length) return make.same(it, p);
        if (width > it.ram.bytes) it.noMemory();
        return make.fresh(it, bytesOfText(zeroFilled(text, width)));
      }
    },
    removeprefix: remove((text, affix) => (text.startsWith(affix) ? text.slice(affix.length) : text)),
    removesuffix: remove((text, affix) => (affix !== '' && text.endsWith(affix) ? text.slice(0, -affix.length) : text)),
    maketrans: { kind: 'fastcall', min: 2, max: 2, binding: 'static', fn: (it, _self, args) => makeTranslation(it, args[0]!, args[1]!) }
  };
}

/// A table of 256 bytes for translate (_Py_bytes_maketrans).
function makeTranslation(it: Interp, from: Ptr, to: Ptr): Ptr {
  const [source, target] = [bufferArgument(it, from), bufferArgument(it, to)];
  if (source.length !== target.length) it.valueError('maketrans arguments must have same length');
  const table = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 0; i < source.length; i++) table[source.charCodeAt(i)] = target.charCodeAt(i);
  return newBytes(it, table);
}
