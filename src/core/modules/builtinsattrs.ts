/// Builtins that look at one object: attributes, text, identity, hash, size.
import { addressOf } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { callBoundSpecial } from '../objects/special';
import { format, getAttr, hash, intFromHash, intFromLength, length, repr, setAttr } from '../objects/abstract';
import { dirOfDict } from '../objects/dir';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { listFromIterable } from '../objects/list';
import { listSort } from '../objects/listsort';
import { internInPlace, isStr, newStr } from '../objects/str';
import { lookupAttr } from '../objects/type';
import type { NativeMethod } from '../objects/typeobject';
import { vmOf } from '../vm/vm';
import { frameLocals } from '../vm/framelocals';
import { currentFrame } from './frames';

function attributeName(it: Interp, name: Ptr): Ptr {
  if (!isStr(it, name)) it.typeError(`attribute name must be string, not '${it.typeOf(name).name}'`);
  return name;
}

/// Sets or (value 0) deletes the attribute; its name becomes an interned str (PyObject_SetAttr).
function setNamed(it: Interp, p: Ptr, name: Ptr, value: Ptr): void {
  const interned = it.own(internInPlace(it, it.newRef(attributeName(it, name))));
  setAttr(it, p, interned, value);
  it.drop();
}

/// Non-ASCII characters as escapes.
function asciiText(text: string): string {
  return [...text].map(char => {
    const code = char.codePointAt(0)!;
    if (code < 128) return char;
    const digits = code.toString(16);
    if (code < 256) return `\\x${digits.padStart(2, '0')}`;
    return code < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
  }).join('');
}

function dirOf(it: Interp, p: Ptr): Ptr {
  const names = it.own(callBoundSpecial(it, p, '__dir__'));
  return it.dropFor(sorted(it, listFromIterable(it, names)));
}

/// The list, sorted in place.
function sorted(it: Interp, list: Ptr): Ptr {
  listSort(it, it.own(list), 0, false);
  return it.take();
}

/// locals() of the running frame, a new reference.
function localsOf(it: Interp): Ptr {
  const vm = vmOf(it);
  return frameLocals(vm, currentFrame(vm));
}

function localNames(it: Interp): Ptr {
  const locals = it.own(localsOf(it));
  return it.dropFor(sorted(it, it.typeOf(locals) === it.types.dict ? dirOfDict(it, locals) : listFromIterable(it, locals)));
}

function varsOf(it: Interp, p: Ptr): Ptr {
  return lookupAttr(it, p, it.name('__dict__')) || it.typeError('vars() argument must have __dict__ attribute');
}

export const attributeFunctions: Readonly<Record<string, NativeMethod>> = {
  ascii: {
    kind: 'o',
    fn: (it, _self, p) => {
      const text = repr(it, p);
      const ascii = asciiText(it.text(text));
      if (ascii === it.text(text)) return text;
      it.decref(text);
      return newStr(it, ascii);
    }
  },
  callable: { kind: 'o', fn: (it, _self, p) => it.bool(it.typeOf(p).slots.call !== undefined) },
  delattr: {
    kind: 'fastcall', min: 2, max: 2,
    fn: (it, _self, args) => {
      setNamed(it, args[0]!, args[1]!, 0);
      return it.singletons.none;
    }
  },
  dir: { kind: 'fastcall', min: 0, max: 1, fn: (it, _self, args) => (args.length === 0 ? localNames(it) : dirOf(it, args[0]!)) },
  format: {
    kind: 'fastcall', min: 1, max: 2,
    fn: (it, _self, args) => {
      const spec = args[1] ?? it.statics.emptyStr;
      if (!isStr(it, spec)) it.typeError(`format() argument 2 must be str, not ${it.typeOf(spec).name}`);
      return format(it, args[0]!, spec);
    }
  },
  getattr: {
    kind: 'fastcall', min: 2, max: 3, special: 'getattr',
    fn: (it, _self, args) => {
      const name = attributeName(it, args[1]!);
      const fallback = args[2];
      if (fallback === undefined) return getAttr(it, args[0]!, name);
      return lookupAttr(it, args[0]!, name) || it.newRef(fallback);
    }
  },
  globals: { kind: 'noargs', fn: it => it.newRef(currentFrame(vmOf(it)).globals) },
  hasattr: {
    kind: 'fastcall', min: 2, max: 2,
    fn: (it, _self, args) => {
      const name = attributeName(it, args[1]!);
      const value = lookupAttr(it, args[0]!, name);
      if (value === 0) return it.singletons.false;
      it.decref(value);
      return it.singletons.true;
    }
  },
  hash: {
    kind: 'o',
    special: 'hash',
    fn: (it, _self, p) => {
      const low = hash(it, p);
      return intFromHash(it, low, it.hashHigh);
    }
  },
  id: { kind: 'o', fn: (it, _self, p) => newInt(it, addressOf(p)) },
  len: { kind: 'o', special: 'len', fn: (it, _self, p) => intFromLength(it, length(it, p)) },
  locals: { kind: 'noargs', fn: it => localsOf(it) },
  repr: { kind: 'o', special: 'repr', fn: (it, _self, p) => repr(it, p) },
  setattr: {
    kind: 'fastcall', min: 3, max: 3, special: 'setattr',
    fn: (it, _self, args) => {
      setNamed(it, args[0]!, args[1]!, args[2]!);
      return it.singletons.none;
    }
  },
  vars: { kind: 'fastcall', min: 0, max: 1, fn: (it, _self, args) => (args.length === 0 ? localsOf(it) : varsOf(it, args[0]!)) }
};

