/// functools._lru_cache_wrapper. CPython 3.14 Modules/_functoolsmodule.c
///
/// lru_cache_object: root.prev at p + 4, root.next at p + 6 (p itself = the list's end), wrapper at p + 14, typed at p + 16,
/// cache at p + 18, hits at p + 20, func at p + 22, maxsize at p + 24 (-1 = no bound), misses at p + 26, kwd_mark at
/// p + 28, lru_list_elem_type at p + 30, cache_info_type at p + 32, dict at p + 34, weakreflist at p + 36. A link: prev at
/// l + 4, next at l + 6, hash at l + 8, key at l + 10, result at l + 12. The list is from the oldest to the newest; it counts a
/// reference to each link, and the dict another.
import { track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { call, getAttr, hash, isTrue } from '../objects/abstract';
import { bindArguments, keywordCount } from '../objects/args';
import { newBoundMethod } from '../objects/classobject';
import { dictAttribute } from '../objects/dictattribute';
import { lookup } from '../objects/dictlookup';
import { dictClear, dictPopKnownHash, dictSetItemKnownHash, dictSize, newDict, valueWord } from '../objects/dictobject';
import { dropFields, dropInOrder } from '../objects/dropping';
import { getsGivenTuple } from '../objects/callnative';
import type { ForwardSlot } from '../objects/forward';
import { GIVEN, asIs, runForwarded } from '../objects/forward';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { ssizeNumber, hasIndex } from '../objects/ssize';
import { ownScratchTuple, passScratch } from '../objects/scratch';
import { newTuple, tupleFrom, tupleGet } from '../objects/tuple';
import type { TypeSpec, Visitor } from '../objects/typeobject';
import { clearWeakRefs } from '../objects/weakref';

const LRU_BYTES = 152;
const LINK_BYTES = 56;

const Lru = {
  PREV: 4, NEXT: 6, TYPED: 16, CACHE: 18, HITS: 20, FUNC: 22, MAXSIZE: 24, MISSES: 26, KWD_MARK: 28, ELEM_TYPE: 30, INFO_TYPE: 32, DICT: 34
} as const;
const Link = { PREV: 4, NEXT: 6, HASH: 8, KEY: 10, RESULT: 12 } as const;

const links = (it: Interp, p: Ptr): Ptr[] => {
  const found: Ptr[] = [];
  for (let link = it.i32[p + Lru.NEXT]!; link !== p; link = it.i32[link + Link.NEXT]!) found.push(link);
  return found;
};

function extractLink(it: Interp, link: Ptr): void {
  const prev = it.i32[link + Link.PREV]!;
  const next = it.i32[link + Link.NEXT]!;
  it.i32[prev + Link.NEXT] = next;
  it.i32[next + Link.PREV] = prev;
}

/// Puts the link at the end of the newest.
function appendLink(it: Interp, p: Ptr, link: Ptr): void {
  const last = it.i32[p + Lru.PREV]!;
  it.i32[last + Link.NEXT] = link;
  it.i32[p + Lru.PREV] = link;
  it.i32[link + Link.PREV] = last;
  it.i32[link + Link.NEXT] = p;
}

/// Empties the list; its references to the links are the caller's (lru_cache_unlink_list).
function unlinkList(it: Interp, p: Ptr): Ptr[] {
  const found = links(it, p);
  it.i32[p + Lru.PREV] = it.i32[p + Lru.NEXT] = p;
  return found;
}

/// The key of a call, a new reference (lru_cache_make_key). `tuple`: the positional arguments.
function makeKey(it: Interp, p: Ptr, tuple: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const typed = it.i32[p + Lru.TYPED] !== 0;
  const { types } = it;
  if (!typed && kwnames === 0) {
    if (args.length === 1) {
      const type = it.typeOf(args[0]!);
      if (type === types.str || type === types.int) return it.newRef(args[0]!);
    }
    return it.newRef(tuple);
  }
  const keywords = keywordCount(it, kwnames);
  const positional = args.slice(0, args.length - keywords);
  const items = [...positional];
  if (keywords > 0) items.push(it.i32[p + Lru.KWD_MARK]!);
  for (let i = 0; i < keywords; i++) items.push(tupleGet(it, kwnames, i), args[positional.length + i]!);
  if (typed) for (const arg of args) items.push(it.typeOf(arg).ptr);
  return tupleFrom(it, items);
}

/// The value of a key in the cache, borrowed, or 0.
function cached(it: Interp, p: Ptr, key: Ptr, lo: number, hi: number): Ptr {
  const dict = it.i32[p + Lru.CACHE]!;
  const ix = lookup(it, dict, key, lo, hi);
  return ix < 0 ? 0 : it.i32[valueWord(it, dict, ix)]!;
}

const count = (it: Interp, p: Ptr, field: number): void => {
  it.i32[p + field] = it.i32[p + field]! + 1;
};

const forwardLru: ForwardSlot = (it, p, args, kwnames, given) => {
  const i32 = it.i32;
  const keywords = keywordCount(it, kwnames);
  const maxsize = i32[p + Lru.MAXSIZE]!;
  const tuple = it.own(given > 0 ? it.newRef(given) : given === GIVEN ? newTuple(it, 0) : tupleFrom(it, keywords === 0 ? args : args.slice(0, args.length - keywords)));
  const fn = i32[p + Lru.FUNC]!;
  const inTuple = getsGivenTuple(it, fn);
  // With names, the dict of the call and the array that it is unpacked to (_PyObject_MakeTpCall, _PyStack_UnpackDict) hold references.
  const copies = keywords === 0 ? [] : [...(given === 0 ? args.slice(args.length - keywords) : []), ...(inTuple ? [] : args)];
  if (keywords > 0 && given === 0) passScratch(it, it.types.dict);
  if (keywords > 0 && !inTuple) it.unwind(ownScratchTuple(it, keywords));
  if (maxsize === 0) {
    count(it, p, Lru.MISSES);
    return { fn, args, kwnames, kept: [it.take(), ...copies.map(value => it.newRef(value))], state: 0, levels: 1, inTuple, finish: asIs };
  }
  const key = it.own(makeKey(it, p, tuple, args, keywords === 0 ? 0 : kwnames));
  const lo = hash(it, key);
  const hi = it.hashHigh;
  const found = cached(it, p, key, lo, hi);
  if (found !== 0) {
    let result = found;
    if (maxsize > 0) {
      extractLink(it, found);
      appendLink(it, p, found);
      result = i32[found + Link.RESULT]!;
    }
    count(it, p, Lru.HITS);
    it.incref(result);
    it.own(result);
    const mark = it.held.length;
    it.held[mark - 3] = result;
    it.release(it.held.length - mark + 2);
    it.decref(key);
    it.decref(tuple);
    return it.take();
  }
  count(it, p, Lru.MISSES);
  it.take();
  it.take();
  const finish = maxsize < 0 ? storeUnbounded : storeBounded;
  return { fn, args, kwnames, kept: [tuple, ...copies.map(value => it.newRef(value))], state: key, levels: 1, inTuple, finish: (at, value, state) => finish(at, p, state, lo, hi, value) };
};

/// infinite_lru_cache_wrapper behind the call; takes key and value over.
function storeUnbounded(it: Interp, p: Ptr, key: Ptr, lo: number, hi: number, value: Ptr): Ptr {
  it.own(value);
  it.own(key);
  dictSetItemKnownHash(it, it.i32[p + Lru.CACHE]!, key, lo, hi, value);
  it.drop();
  return it.take();
}

/// bounded_lru_cache_wrapper behind the call; takes key and value over.
function storeBounded(it: Interp, p: Ptr, key: Ptr, lo: number, hi: number, value: Ptr): Ptr {
  const i32 = it.i32;
  it.own(value);
  it.own(key);
  // The call may have put the key there.
  if (cached(it, p, key, lo, hi) !== 0) {
    it.drop();
    return it.take();
  }
  const dict = i32[p + Lru.CACHE]!;
  if (dictSize(it, dict) < i32[p + Lru.MAXSIZE]! || i32[p + Lru.NEXT] === p) {
    const link = it.own(it.allocObject(it.moduleTypes.lruListElem, LINK_BYTES));
    setLink(it, link, lo, hi, it.newRef(key), it.newRef(value));
    dictSetItemKnownHash(it, dict, key, lo, hi, link);
    appendLink(it, p, it.take());
    it.drop();
    return it.take();
  }
  const link = i32[p + Lru.NEXT]!;
  extractLink(it, link);
  const oldKey = i32[link + Link.KEY]!;
  const oldResult = i32[link + Link.RESULT]!;
  it.own(link);
  const popped = dictPopKnownHash(it, dict, oldKey, i32[link + Link.HASH]!, i32[link + Link.HASH + 1]!);
  if (popped === 0) {
    // The call has taken the old key out already.
    it.drop(2);
    return it.take();
  }
  it.own(popped);
  setLink(it, link, lo, hi, it.newRef(key), it.newRef(value));
  it.own(oldResult);
  it.own(oldKey);
  dictSetItemKnownHash(it, dict, key, lo, hi, link);
  appendLink(it, p, link);
  // Held: value, key, link (now the list's), popped, the old result and the old key; they go in CPython's order.
  const mark = it.held.length;
  it.held[mark - 4] = oldResult;
  it.held[mark - 3] = oldKey;
  it.held[mark - 2] = popped;
  it.release(it.held.length - mark + 1);
  it.drop(4);
  return it.take();
}

function setLink(it: Interp, link: Ptr, lo: number, hi: number, key: Ptr, result: Ptr): void {
  it.i32[link + Link.HASH] = lo;
  it.i32[link + Link.HASH + 1] = hi;
  it.i32[link + Link.KEY] = key;
  it.i32[link + Link.RESULT] = result;
}

const REFERENCES = [Lru.CACHE, Lru.FUNC, Lru.KWD_MARK, Lru.ELEM_TYPE, Lru.INFO_TYPE, Lru.DICT];

function visitFields(it: Interp, p: Ptr, visitor: Visitor): void {
  for (const field of REFERENCES) if (it.i32[p + field] !== 0) visitor.visit(it.i32[p + field]!);
}

function lruClear(it: Interp, p: Ptr): void {
  const unlinked = unlinkList(it, p);
  const references = REFERENCES.map(field => it.i32[p + field]!);
  for (const field of REFERENCES) it.i32[p + field] = 0;
  if (it.recording) it.touch(p);
  dropInOrder(it, [...references, ...unlinked]);
}

export const lruListElemSpec: TypeSpec = {
  name: '_lru_list_elem',
  module: 'functools',
  basicsize: LINK_BYTES,
  disallowInstantiation: true,
  references: (it, link, visitor) => {
    for (const field of [Link.KEY, Link.RESULT]) if (it.i32[link + field] !== 0) visitor.visit(it.i32[link + field]!);
  },
  slots: {
    dealloc: (it, link) => {
      dropFields(it, link, [Link.KEY, Link.RESULT]);
      it.freeInstance(link);
    }
  }
};

/// `kwdMark`: what stands between positional and keyword arguments in a key, borrowed.
export const lruCacheSpec = (kwdMark: Ptr): TypeSpec => ({
  name: '_lru_cache_wrapper',
  module: 'functools',
  doc: 'Create a cached callable that wraps another function.',
  basicsize: LRU_BYTES,
  dictoffset: Lru.DICT * 4,
  weaklistoffset: 144,
  hasGc: true,
  bindsWithoutObject: true,
  slots: {
    traverse: (it, p, visitor) => {
      for (const link of links(it, p)) {
        visitor.visit(it.i32[link + Link.KEY]!);
        visitor.visit(it.i32[link + Link.RESULT]!);
        visitor.visit(it.typeOf(link).ptr);
      }
      visitFields(it, p, visitor);
    },
    clear: lruClear,
    dealloc: (it, p) => {
      untrack(it.i32, p);
      clearWeakRefs(it, p);
      lruClear(it, p);
      it.freeInstance(p);
    },
    call: (it, p, args, kwnames) => {
      const given = it.argumentsInTuple && kwnames !== 0 ? GIVEN : 0;
      it.argumentsInTuple = false;
      return runForwarded(it, forwardLru(it, p, args, kwnames, given));
    },
    descrGet: (it, p, instance) => (instance === 0 || instance === it.singletons.none ? it.newRef(p) : newBoundMethod(it, p, instance)),
    new: (it, type, args, kwnames) => {
      const [fn, maxsizeArg, typed, infoType] = bindArguments(it, 'lru_cache', ['user_function', 'maxsize', 'typed', 'cache_info_type'], { required: 4 }, args, kwnames) as [Ptr, Ptr, Ptr, Ptr];
      if (it.typeOf(fn).slots.call === undefined) it.typeError('the first argument must be callable');
      let maxsize = -1;
      if (maxsizeArg !== it.singletons.none) {
        if (!hasIndex(it, maxsizeArg)) it.typeError('maxsize should be integer or None');
        maxsize = Math.min(Math.max(ssizeNumber(it, maxsizeArg), 0), 0x7fffffff);
      }
      const isTyped = isTrue(it, typed);
      it.own(newDict(it));
      const p = it.allocInstance(type, LRU_BYTES);
      const i32 = it.i32;
      i32[p + Lru.PREV] = i32[p + Lru.NEXT] = p;
      i32[p + Lru.TYPED] = isTyped ? 1 : 0;
      i32[p + Lru.CACHE] = it.take();
      i32[p + Lru.FUNC] = it.newRef(fn);
      i32[p + Lru.MAXSIZE] = maxsize;
      i32[p + Lru.KWD_MARK] = it.newRef(kwdMark);
      i32[p + Lru.ELEM_TYPE] = it.newRef(it.moduleTypes.lruListElem.ptr);
      i32[p + Lru.INFO_TYPE] = it.newRef(infoType);
      track(i32, p);
      return p;
    }
  },
  forward: forwardLru,
  references: (it, p, visitor) => {
    for (const link of links(it, p)) visitor.visit(link);
    visitFields(it, p, visitor);
  },
  methods: {
    cache_info: {
      kind: 'noargs',
      fn: (it, p) => {
        const i32 = it.i32;
        const maxsize = i32[p + Lru.MAXSIZE]!;
        const mark = it.held.length;
        const args = [
          it.own(newInt(it, i32[p + Lru.HITS]!)), it.own(newInt(it, i32[p + Lru.MISSES]!)), it.own(maxsize < 0 ? it.singletons.none : newInt(it, maxsize)),
          it.own(newInt(it, dictSize(it, i32[p + Lru.CACHE]!)))
        ];
        return it.unwindFor(mark, call(it, i32[p + Lru.INFO_TYPE]!, args));
      }
    },
    cache_clear: {
      kind: 'noargs',
      fn: (it, p) => {
        const unlinked = unlinkList(it, p);
        for (const link of unlinked) it.own(link);
        it.i32[p + Lru.HITS] = it.i32[p + Lru.MISSES] = 0;
        dictClear(it, it.i32[p + Lru.CACHE]!);
        it.release(unlinked.length);
        dropInOrder(it, unlinked);
        return it.singletons.none;
      }
    },
    __reduce__: { kind: 'noargs', fn: (it, p) => getAttr(it, p, it.name('__qualname__')) },
    __copy__: { kind: 'noargs', fn: (it, p) => it.newRef(p) },
    __deepcopy__: { kind: 'o', fn: (it, p) => it.newRef(p) }
  },
  getset: { __dict__: dictAttribute },
  parts: {
    length: (it, p) => dictSize(it, it.i32[p + Lru.CACHE]!),
    visit: (it, p, most, visit) => {
      visit('func', it.i32[p + Lru.FUNC]!);
      for (const [i, link] of links(it, p).slice(0, most).entries()) {
        visit(`key ${i}`, it.i32[link + Link.KEY]!);
        visit(`result ${i}`, it.i32[link + Link.RESULT]!);
      }
      if (it.i32[p + Lru.MAXSIZE]! < 0) visit('cache', it.i32[p + Lru.CACHE]!);
    }
  }
});
