/// The type collections.OrderedDict. CPython 3.14 Objects/odictobject.c
import { untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { call, callMethod, contains, getItem, getIter, getOptionalAttr, isInstance, isTrue, iterNext, iterate, reprText, richCompareBool, setItem } from '../objects/abstract';
import { bindArguments, keywordCount, positionalCount } from '../objects/args';
import { dictAttribute } from '../objects/dictattribute';
import { dictGetItem, dictNext, dictSetItem, dictSize, entry, isDict, newDict, raiseKeyError } from '../objects/dictobject';
import { dictSpec } from '../objects/dicttype';
import { dropFields } from '../objects/dropping';
import type { Interp } from '../objects/interp';
import { listAppendSteal, newList } from '../objects/list';
import { setReference } from '../objects/record';
import { getState } from '../objects/reduce';
import { guardedRepr } from '../objects/reprenter';
import { ownScratchList, ownScratchTuple, passScratch } from '../objects/scratch';
import { newStr } from '../objects/str';
import { newTuple, tupleFrom, tupleGet, tupleSteal } from '../objects/tuple';
import { CompareOp } from '../objects/typeobject';
import type { NativeMethod, Slots, TypeSpec } from '../objects/typeobject';
import { clearWeakRefs } from '../objects/weakref';
import {
  ODICT_BYTES, Odict, clearNodes, firstNode, lastNode, nextNode, nodeKey, nodesBytes, odictClear, odictDelItem, odictKeys, odictMoveToEnd, odictPop, odictSetItem, odictState
} from './odict';
import { Kind, newOdictIterator, odictView } from './odictiter';

const dictSlots = dictSpec.slots as Required<Pick<Slots, 'size' | 'traverse' | 'dealloc' | 'richcompare'>>;

const isOdict = (it: Interp, p: Ptr): boolean => isInstance(it, p, it.moduleTypes.odict);
const isExact = (it: Interp, p: Ptr): boolean => it.typeOf(p) === it.moduleTypes.odict;

/// Puts pairs into a mapping (mutablemapping_add_pairs).
function addPairs(it: Interp, d: Ptr, pairs: Ptr): void {
  iterate(it, pairs, pair => {
    const mark = it.held.length;
    const iterator = it.own(getIter(it, pair));
    const found: Ptr[] = [];
    for (let item = iterNext(it, iterator); item !== 0; item = found.length > 2 ? 0 : iterNext(it, iterator)) found.push(it.own(item));
    if (found.length < 2) it.valueError(`need more than ${found.length} value${found.length === 1 ? '' : 's'} to unpack`);
    if (found.length > 2) it.valueError('too many values to unpack (expected 2)');
    setItem(it, d, found[0]!, found[1]!);
    it.unwind(mark);
  });
}

/// A list of pairs, as dict.items() would give them (PyDict_Items).
function itemsOf(it: Interp, dict: Ptr): Ptr {
  const list = it.own(newList(it, 0));
  for (let at = dictNext(it, dict, 0); at >= 0; at = dictNext(it, dict, at)) listAppendSteal(it, list, tupleFrom(it, [entry.key, entry.value]));
  return it.take();
}

/// What `update` takes: a dict, something with `keys` or `items`, or pairs (mutablemapping_update_arg).
function updateFrom(it: Interp, d: Ptr, arg: Ptr): void {
  const mark = it.held.length;
  it.own(it.newRef(arg));
  if (it.typeOf(arg) === it.types.dict) {
    addPairs(it, d, it.own(itemsOf(it, arg)));
  } else {
    const keysMethod = getOptionalAttr(it, arg, 'keys');
    const itemsMethod = keysMethod === 0 ? getOptionalAttr(it, arg, 'items') : 0;
    if (keysMethod !== 0) {
      it.own(keysMethod);
      iterate(it, it.own(call(it, keysMethod)), key => {
        const value = it.own(getItem(it, arg, key));
        setItem(it, d, key, value);
        it.drop();
      });
    } else if (itemsMethod !== 0) {
      it.own(itemsMethod);
      addPairs(it, d, it.own(call(it, itemsMethod)));
    } else {
      addPairs(it, d, arg);
    }
  }
  it.unwind(mark);
}

function updateAll(it: Interp, d: Ptr, args: readonly Ptr[], kwnames: Ptr): void {
  const keywords = keywordCount(it, kwnames);
  const positional = args.length - keywords;
  if (positional > 0) updateFrom(it, d, args[0]!);
  // The dict's items are in a list meanwhile (mutablemapping_update).
  const mark = it.held.length;
  if (keywords > 0) ownScratchList(it);
  for (let i = 0; i < keywords; i++) ownScratchTuple(it, 2);
  if (keywords > 0) {
    passScratch(it, it.types.list_iterator);
    passScratch(it, it.types.tuple_iterator);
  }
  for (let i = 0; i < keywords; i++) setItem(it, d, tupleGet(it, kwnames, i), args[positional + i]!);
  it.unwind(mark);
}

const mutated = (it: Interp): never => it.raise(it.types.RuntimeError, 'OrderedDict mutated during iteration');

function copy(it: Interp, d: Ptr): Ptr {
  const state = odictState(it, d);
  const exact = isExact(it, d);
  const result = it.own(call(it, it.typeOf(d).ptr));
  for (let node = firstNode(it, d); node !== 0; node = nextNode(it, node)) {
    const key = it.own(it.newRef(nodeKey(it, node)));
    const value = it.own(exact ? it.newRef(dictGetItem(it, d, key) || raiseKeyError(it, key)) : getItem(it, d, key));
    if (exact) odictSetItem(it, result, key, value);
    else setItem(it, result, key, value);
    it.drop(2);
    if (odictState(it, d) !== state) mutated(it);
  }
  return it.take();
}

function richCompare(it: Interp, v: Ptr, w: Ptr, op: number): Ptr {
  if (!isOdict(it, v) || !isDict(it, w) || (op !== CompareOp.EQ && op !== CompareOp.NE)) return it.singletons.notImplemented;
  const result = dictSlots.richcompare(it, v, w, op);
  if (!isOdict(it, w) || (op === CompareOp.EQ) !== (result === it.singletons.true)) return result;
  let a = firstNode(it, v);
  let b = firstNode(it, w);
  let equal = true;
  const states = [odictState(it, v), odictState(it, w)];
  while (equal && a !== 0 && b !== 0) {
    const x = it.own(it.newRef(nodeKey(it, a)));
    const y = it.own(it.newRef(nodeKey(it, b)));
    equal = richCompareBool(it, x, y, CompareOp.EQ);
    it.drop(2);
    if (odictState(it, v) !== states[0] || odictState(it, w) !== states[1]) mutated(it);
    a = nextNode(it, a);
    b = nextNode(it, b);
  }
  return it.bool((equal && a === b) === (op === CompareOp.EQ));
}

/// The items as a plain dict, or as a list of pairs (up to 3.11).
function plainItems(it: Interp, d: Ptr): Ptr {
  const asDict = it.profile.natives.odictReprIsDict;
  const result = it.own(asDict ? newDict(it) : newList(it, 0));
  const add = (key: Ptr, value: Ptr): void => {
    if (asDict) dictSetItem(it, result, key, value);
    else listAppendSteal(it, result, tupleFrom(it, [key, value]));
  };
  if (isExact(it, d)) {
    for (const key of odictKeys(it, d)) add(key, dictGetItem(it, d, key) || raiseKeyError(it, key));
  } else {
    const items = it.own(callMethod(it, d, 'items'));
    iterate(it, items, pair => add(tupleGet(it, pair, 0), tupleGet(it, pair, 1)));
    it.drop();
  }
  return it.take();
}

const tracedSlots: Partial<Slots> = {
  size: (it, d) => dictSlots.size(it, d) + nodesBytes(it, d),
  traverse: (it, d, visitor) => {
    if (it.i32[d + Odict.INST_DICT] !== 0) visitor.visit(it.i32[d + Odict.INST_DICT]!);
    for (let node = firstNode(it, d); node !== 0; node = nextNode(it, node)) visitor.visit(nodeKey(it, node));
    dictSlots.traverse(it, d, visitor);
  },
  clear: (it, d) => {
    setReference(it, d, Odict.INST_DICT, 0);
    odictClear(it, d);
  },
  dealloc: (it, d) => {
    untrack(it.i32, d);
    dropFields(it, d, [Odict.INST_DICT]);
    clearWeakRefs(it, d);
    clearNodes(it, d);
    dictSlots.dealloc(it, d);
  }
};

const returnsNone = (fn: (it: Interp, d: Ptr, args: readonly Ptr[], kwnames: Ptr) => void): NativeMethod => ({
  kind: 'keywords',
  fn: (it, d, args, kwnames) => {
    fn(it, d, args, kwnames);
    return it.singletons.none;
  }
});

const methods: TypeSpec['methods'] = {
  clear: {
    kind: 'noargs',
    fn: (it, d) => {
      odictClear(it, d);
      return it.singletons.none;
    }
  },
  copy: { kind: 'noargs', fn: copy },
  fromkeys: {
    kind: 'keywords', binding: 'class',
    fn: (it, cls, args, kwnames) => {
      const [iterable, value] = bindArguments(it, 'fromkeys', ['iterable', 'value'], { required: 1 }, args, kwnames) as [Ptr, Ptr];
      const d = it.own(call(it, cls));
      iterate(it, iterable, key => setItem(it, d, key, value || it.singletons.none));
      return it.take();
    }
  },
  items: odictView('odictItems'),
  keys: odictView('odictKeys'),
  values: odictView('odictValues'),
  move_to_end: returnsNone((it, d, args, kwnames) => {
    const [key, last] = bindArguments(it, 'move_to_end', ['key', 'last'], { required: 1 }, args, kwnames) as [Ptr, Ptr];
    odictMoveToEnd(it, d, key, last === 0 || isTrue(it, last));
  }),
  pop: {
    kind: 'keywords',
    fn: (it, d, args, kwnames) => {
      const [key, fallback] = bindArguments(it, 'pop', ['key', 'default'], { required: 1 }, args, kwnames) as [Ptr, Ptr];
      return odictPop(it, d, key) || (fallback === 0 ? raiseKeyError(it, key) : it.newRef(fallback));
    }
  },
  popitem: {
    kind: 'keywords',
    fn: (it, d, args, kwnames) => {
      const [last] = bindArguments(it, 'popitem', ['last'], {}, args, kwnames) as [Ptr];
      const node = last === 0 || isTrue(it, last) ? lastNode(it, d) : firstNode(it, d);
      if (node === 0) it.raise(it.types.KeyError, 'dictionary is empty');
      const key = it.own(it.newRef(nodeKey(it, node)));
      const value = odictPop(it, d, key) || raiseKeyError(it, key);
      return tupleSteal(it, [it.take(), value]);
    }
  },
  setdefault: {
    kind: 'keywords',
    fn: (it, d, args, kwnames) => {
      const [key, given] = bindArguments(it, 'setdefault', ['key', 'default'], { required: 1 }, args, kwnames) as [Ptr, Ptr];
      const fallback = given || it.singletons.none;
      if (!isExact(it, d)) {
        if (contains(it, d, key)) return getItem(it, d, key);
        setItem(it, d, key, fallback);
        return it.newRef(fallback);
      }
      const found = dictGetItem(it, d, key);
      if (found !== 0) return it.newRef(found);
      odictSetItem(it, d, key, fallback);
      return it.newRef(fallback);
    }
  },
  update: returnsNone((it, d, args, kwnames) => {
    const positional = positionalCount(it, args, kwnames);
    if (positional > 1) it.typeError(`update() takes at most 1 positional argument (${positional} given)`);
    updateAll(it, d, args, kwnames);
  }),
  __reversed__: { kind: 'noargs', fn: (it, d) => newOdictIterator(it, d, Kind.KEYS | Kind.REVERSED) },
  __reduce__: {
    kind: 'noargs',
    fn: (it, d) => {
      const state = it.own(getState(it, d));
      const items = it.own(callMethod(it, d, 'items'));
      const iterator = it.dropFor(getIter(it, items));
      it.own(iterator);
      const args = it.own(newTuple(it, 0));
      const result = tupleFrom(it, [it.typeOf(d).ptr, args, state, it.singletons.none, iterator]);
      it.drop(3);
      return result;
    }
  }
};

export const odictSpec: TypeSpec = {
  name: 'OrderedDict',
  module: 'collections',
  base: 'dict',
  doc: 'Dictionary that remembers insertion order',
  basicsize: ODICT_BYTES,
  dictoffset: Odict.INST_DICT * 4,
  weaklistoffset: Odict.WEAKLIST * 4,
  hasGc: true,
  isBaseType: true,
  collectionFlag: 'mapping',
  slots: {
    ...tracedSlots,
    init: (it, d, args, kwnames) => {
      const positional = positionalCount(it, args, kwnames);
      if (positional > 1) it.typeError(`expected at most 1 argument${it.profile.natives.odictSaysArgument ? '' : 's'}, got ${positional}`);
      updateAll(it, d, args, kwnames);
    },
    repr: (it, d) => {
      const { shortName } = it.typeOf(d);
      if (dictSize(it, d) === 0) return newStr(it, `${shortName}()`);
      return guardedRepr(it, d, '...', () => {
        const items = it.own(plainItems(it, d));
        const text = `${shortName}(${reprText(it, items)})`;
        it.drop();
        return text;
      });
    },
    richcompare: richCompare,
    iter: (it, d) => newOdictIterator(it, d, Kind.KEYS),
    mpAssSubscript: (it, d, key, value) => {
      if (value !== 0) return odictSetItem(it, d, key, value);
      if (!odictDelItem(it, d, key)) raiseKeyError(it, key);
    },
    nbOr: (it, left, right) => {
      const [self, other] = isOdict(it, left) ? [left, right] : [right, left];
      if (!isDict(it, other)) return it.singletons.notImplemented;
      const result = it.own(call(it, it.typeOf(self).ptr, [left]));
      updateFrom(it, result, right);
      return it.take();
    },
    nbInplaceOr: (it, d, other) => {
      updateFrom(it, d, other);
      return it.newRef(d);
    }
  },
  methods,
  getset: { __dict__: dictAttribute },
  parts: { visit: (it, d, _most, visit) => { if (it.i32[d + Odict.INST_DICT] !== 0) visit('__dict__', it.i32[d + Odict.INST_DICT]!); } }
};
