/// The objects that CPython has in static memory: None and its kind, the small ints, one-character strings
/// (CPython 3.14 Include/internal/pycore_global_objects.h). All are immortal here.
/// NOT-CPYTHON: in 3.11 they are ordinary objects with large counts.
import type { Ptr } from '../memory/ram';
import { initStaticBytes } from './bytes';
import { IMMORTAL } from './heap';
import { MAX_SMALL_INT, MIN_SMALL_INT, SMALL_INT_WORDS, initSmallInt } from './int';
import type { Interp } from './interp';
import { StrState, initStr } from './str';
import type { TypeObject } from './typeobject';

/// Gives the object in static memory at `p` its header.
export function initStaticObject(it: Interp, p: Ptr, type: TypeObject): Ptr {
  it.i32[p] = IMMORTAL;
  it.i32[p + 2] = type.ptr;
  it.i32[p + 3] = type.index;
  return p;
}

/// Reserves and fills the static objects, except the empty tuple. Before the first malloc of the heap; the types
/// involved must have their Ptrs.
export function createSingletons(it: Interp): void {
  const { types, singletons } = it;
  singletons.none = initStaticObject(it, reserveInPage(it, it.profile.nonePageOffset), types.NoneType);
  singletons.notImplemented = initStaticObject(it, it.memory.reserve(16), types.NotImplementedType);
  singletons.ellipsis = initStaticObject(it, it.memory.reserve(16), types.ellipsis);
  singletons.false = initStaticObject(it, it.memory.reserve(32), types.bool);
  initSmallInt(it, singletons.false, 0);
  singletons.true = initStaticObject(it, it.memory.reserve(32), types.bool);
  initSmallInt(it, singletons.true, 1);
  createSmallInts(it);
  createStaticStrings(it);
  initStaticBytes(it, (bytes) => initStaticObject(it, it.memory.reserve(bytes), types.bytes));
}

/// Room for a small static object at `offset` bytes from the start of a page.
function reserveInPage(it: Interp, offset: number): Ptr {
  const room = it.memory.reserve(4096 + 16);
  return room + (((offset - room * 4) & 4095) >> 2);
}

function createSmallInts(it: Interp): void {
  const count = MAX_SMALL_INT - MIN_SMALL_INT + 1;
  const base = it.memory.reserve(count * SMALL_INT_WORDS * 4);
  it.statics.smallInts = base;
  for (let i = 0; i < count; i++) {
    const p = initStaticObject(it, base + i * SMALL_INT_WORDS, it.types.int);
    initSmallInt(it, p, i + MIN_SMALL_INT);
  }
}

/// The empty string and those of one Latin-1 character, interned.
function createStaticStrings(it: Interp): void {
  it.types.str.basicsize = it.profile.strHeaders[2];
  const stride = (it.profile.strHeaders[1] + 2 + 15) & ~15;
  it.statics.emptyStr = it.memory.reserve(stride);
  createStaticString(it, it.statics.emptyStr, '');
  it.statics.latin1 = it.memory.reserve((256 + it.profile.frozenLetters.length) * stride);
  it.statics.latin1Words = stride / 4;
  for (let code = 0; code < 256; code++) {
    const text = String.fromCharCode(code);
    const p = it.statics.latin1 + (code * stride) / 4;
    const frozen = it.profile.frozenLetters.indexOf(text);
    if (frozen >= 0) {
      initStaticString(it, p, text);
      createStaticString(it, it.statics.latin1 + ((256 + frozen) * stride) / 4, text);
    } else {
      createStaticString(it, p, text);
    }
  }
}

function initStaticString(it: Interp, p: Ptr, text: string): void {
  initStaticObject(it, p, it.types.str);
  initStr(it, p, it.strings.add(text), text.length, text > '\x7f' ? 1 : 0);
}

function createStaticString(it: Interp, p: Ptr, text: string): void {
  initStaticString(it, p, text);
  it.i32[p + 8]! |= StrState.INTERNED_IMMORTAL;
  it.interned.set(text, p);
}
