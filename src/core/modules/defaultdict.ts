/// collections.defaultdict. CPython 3.14 Modules/_collectionsmodule.c. A dict, and default_factory at d + 12.
import { untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { call, callMethod, getIter, isInstance, reprText, setItem } from '../objects/abstract';
import { positionalCount } from '../objects/args';
import { dictUpdate } from '../objects/dictmerge';
import { dictSetDefault, isDict, raiseKeyError } from '../objects/dictobject';
import { dictSpec } from '../objects/dicttype';
import { dropFields } from '../objects/dropping';
import { classGetItem } from '../objects/genericalias';
import type { Interp } from '../objects/interp';
import { setReference } from '../objects/record';
import { guardedRepr } from '../objects/reprenter';
import { passScratch } from '../objects/scratch';
import { newStr } from '../objects/str';
import { newTuple, tupleFrom, tupleSteal } from '../objects/tuple';
import type { Slots, TypeSpec } from '../objects/typeobject';

const FACTORY = 12;

const dictSlots = dictSpec.slots as Required<Pick<Slots, 'traverse' | 'clear' | 'dealloc' | 'repr' | 'init'>>;
const factoryOf = (it: Interp, d: Ptr): Ptr => it.i32[d + FACTORY]! || it.singletons.none;

/// The object's class called with its factory and a mapping (new_defdict).
const newLike = (it: Interp, d: Ptr, items: Ptr): Ptr => call(it, it.typeOf(d).ptr, [factoryOf(it, d), items]);

const init: Slots['init'] = (it, d, args, kwnames) => {
  const positional = positionalCount(it, args, kwnames);
  const factory = positional > 0 ? args[0]! : 0;
  if (factory !== 0 && factory !== it.singletons.none && it.typeOf(factory).slots.call === undefined) it.typeError('first argument must be callable or None');
  const old = it.own(factoryOf(it, d));
  it.i32[d + FACTORY] = factory === 0 ? 0 : it.newRef(factory);
  // What cuts the other arguments out of the tuple.
  if (positional > 0) passScratch(it, it.types.slice);
  dictSlots.init(it, d, positional > 0 ? args.slice(1) : args, kwnames);
  if (old === it.singletons.none) it.take();
  else it.drop();
};

function missing(it: Interp, d: Ptr, key: Ptr): Ptr {
  const factory = factoryOf(it, d);
  if (factory === it.singletons.none) raiseKeyError(it, key);
  const value = it.own(call(it, factory));
  if (it.profile.natives.missingKeepsEarlier) return it.dropFor(it.newRef(dictSetDefault(it, d, key, value)));
  setItem(it, d, key, value);
  return it.take();
}

export const defaultdictSpec: TypeSpec = {
  name: 'defaultdict',
  module: 'collections',
  base: 'dict',
  basicsize: 56,
  hasGc: true,
  isBaseType: true,
  collectionFlag: 'mapping',
  slots: {
    traverse: (it, d, visitor) => {
      if (it.i32[d + FACTORY] !== 0) visitor.visit(it.i32[d + FACTORY]!);
      dictSlots.traverse(it, d, visitor);
    },
    clear: (it, d) => {
      setReference(it, d, FACTORY, 0);
      dictSlots.clear(it, d);
    },
    dealloc: (it, d) => {
      untrack(it.i32, d);
      dropFields(it, d, [FACTORY]);
      dictSlots.dealloc(it, d);
    },
    repr: (it, d) => {
      const items = it.own(dictSlots.repr(it, d));
      const factory = it.own(it.newRef(factoryOf(it, d)));
      const shown = it.own(guardedRepr(it, factory, '...', () => reprText(it, factory)));
      const text = newStr(it, `${it.typeOf(d).shortName}(${it.text(shown)}, ${it.text(items)})`);
      it.drop(3);
      return text;
    },
    init,
    nbOr: (it, left, right) => {
      const [self, other] = isInstance(it, left, it.moduleTypes.defaultdict) ? [left, right] : [right, left];
      if (!isDict(it, other)) return it.singletons.notImplemented;
      const result = it.own(newLike(it, self, left));
      dictUpdate(it, result, right);
      return it.take();
    }
  },
  methods: {
    __missing__: { kind: 'o', fn: missing },
    copy: { kind: 'noargs', fn: (it, d) => newLike(it, d, d) },
    __copy__: { kind: 'noargs', fn: (it, d) => newLike(it, d, d) },
    __reduce__: {
      kind: 'noargs',
      fn: (it, d) => {
        const none = it.singletons.none;
        const items = it.own(callMethod(it, d, 'items'));
        const iterator = it.dropFor(getIter(it, items));
        it.own(iterator);
        const factory = factoryOf(it, d);
        const args = factory === none ? newTuple(it, 0) : tupleFrom(it, [factory]);
        return tupleSteal(it, [it.newRef(it.typeOf(d).ptr), args, none, none, it.take()]);
      }
    },
    __class_getitem__: classGetItem
  },
  getset: {
    default_factory: {
      isMember: true,
      get: (it, d) => it.newRef(factoryOf(it, d)),
      set: (it, d, value) => setReference(it, d, FACTORY, value === 0 ? 0 : it.newRef(value))
    }
  },
  parts: {
    visit: (it, d, _most, visit) => visit('default_factory', factoryOf(it, d))
  }
};
