/// `_abc`: the sets of weak references in which abstract classes keep what they know (CPython 3.14 Modules/_abc.c).
import type { Ptr } from '../memory/ram';
import type { NativeCallable } from '../objects/interp';
import { newNativeFunction } from '../objects/methodobject';
import { isSet, setAdd, setContains, setDiscard, setSize } from '../objects/set';
import { newWeakRef, weakObject } from '../objects/weakref';
import type { ModuleSpec } from './module';

/// Takes the reference to a class that is gone out of the set, to which its `__self__` refers.
const DESTROY: NativeCallable = {
  name: '_destroy',
  method: {
    kind: 'o',
    fn: (it, self, ref) => {
      const set = weakObject(it, self);
      if (set !== 0) {
        it.own(it.newRef(set));
        setDiscard(it, set, ref);
        it.drop();
      }
      return it.singletons.none;
    }
  }
};

export const abcModule: ModuleSpec = {
  name: '_abc',
  functions: {
    _in_weak_set: {
      kind: 'fastcall', min: 2, max: 2,
      fn: (it, _self, [set, object]) => {
        if (set === it.singletons.none) return it.bool(false);
        if (!isSet(it, set!)) it.typeError('this needs a set');
        if (setSize(it, set!) === 0) return it.bool(false);
        const ref = it.own(newWeakRef(it, it.types.weakref, object!, 0));
        return it.dropFor(it.bool(setContains(it, set!, ref)));
      }
    },
    _add_to_weak_set: {
      kind: 'fastcall', min: 2, max: 2,
      fn: (it, _self, [set, object]) => {
        if (!isSet(it, set!)) it.typeError('this needs a set');
        const { weakref } = it.types;
        const destroy = it.own(destroyer(set!));
        const ref = it.own(newWeakRef(it, weakref, object!, destroy));
        setAdd(it, set!, ref);
        it.drop(2);
        return it.singletons.none;

        function destroyer(of: Ptr): Ptr {
          const setRef = it.own(newWeakRef(it, weakref, of, 0));
          const made = newNativeFunction(it, DESTROY, setRef, 0);
          it.drop();
          return made;
        }
      }
    }
  }
};
