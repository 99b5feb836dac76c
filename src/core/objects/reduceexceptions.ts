/// What copying and pickling ask of an exception (Objects/exceptions.c).
import type { Ptr } from '../memory/ram';
import { setAttr } from './abstract';
import { dictCopy } from './dictmerge';
import { dictNext, dictSetItem, entry, newDict } from './dictobject';
import { getExtra } from './exceptions';
import { ExcField } from './exceptiontree';
import type { Interp } from './interp';
import { tupleFrom, tupleSize, tupleSteal, tupleToArray } from './tuple';
import type { NativeMethod } from './typeobject';

const dictOf = (it: Interp, p: Ptr): Ptr => it.i32[p + ExcField.DICT]!;

/// `(type, args)`, and the state unless that is 0 (a new reference); `args` is one, too.
function reduced(it: Interp, p: Ptr, args: Ptr, state: Ptr): Ptr {
  return tupleSteal(it, [it.newRef(it.typeOf(p).ptr), args, ...(state === 0 ? [] : [state])]);
}

const ownArgs = (it: Interp, p: Ptr): Ptr => it.newRef(it.i32[p + ExcField.ARGS]!);

const ownDict = (it: Interp, p: Ptr): Ptr => (dictOf(it, p) === 0 ? 0 : it.newRef(dictOf(it, p)));

/// The fields that are set beside the attributes, in a dict of their own; the `__dict__` itself if none is, 0 without one.
function stateWith(it: Interp, p: Ptr, fields: readonly (readonly [name: string, value: Ptr])[]): Ptr {
  const set = fields.filter(([, value]) => value !== 0);
  if (set.length === 0) return ownDict(it, p);
  const state = it.own(dictOf(it, p) === 0 ? newDict(it) : dictCopy(it, dictOf(it, p)));
  for (const [name, value] of set) dictSetItem(it, state, it.name(name), value);
  return it.take();
}

const extras = (it: Interp, p: Ptr, ...names: string[]): [string, Ptr][] => names.map(name => [name, getExtra(it, p, name)]);

/// Its object is left out: it may not be to copy.
const attributeErrorState = (it: Interp, p: Ptr): Ptr => stateWith(it, p, [...extras(it, p, 'name'), ['args', it.i32[p + ExcField.ARGS]!]]);

/// The names of files are arguments again, which the exception does not keep among them.
function osErrorArgs(it: Interp, p: Ptr): Ptr {
  const args = it.i32[p + ExcField.ARGS]!;
  const [filename, second] = [getExtra(it, p, 'filename'), getExtra(it, p, 'filename2')];
  if (tupleSize(it, args) !== 2 || filename === 0) return it.newRef(args);
  return tupleFrom(it, [...tupleToArray(it, args), filename, ...(second === 0 ? [] : [it.singletons.none, second])]);
}

const noargs = (fn: (it: Interp, p: Ptr) => Ptr): NativeMethod => ({ kind: 'noargs', fn });

/// By the type's name.
export const REDUCE_EXCEPTIONS: Readonly<Record<string, Readonly<Record<string, NativeMethod>>>> = {
  BaseException: {
    __reduce__: noargs((it, p) => reduced(it, p, ownArgs(it, p), ownDict(it, p))),
    __setstate__: {
      kind: 'o',
      fn: (it, p, state) => {
        const { none } = it.singletons;
        if (state === none) return none;
        if (!it.typeOf(state).isSubtypeOf(it.types.dict)) it.typeError('state is not a dictionary');
        for (let pos = dictNext(it, state, 0); pos !== -1; pos = dictNext(it, state, pos)) {
          const { key, value } = entry;
          setAttr(it, p, it.own(it.newRef(key)), it.own(it.newRef(value)));
          it.drop(2);
        }
        return none;
      }
    }
  },
  OSError: { __reduce__: noargs((it, p) => reduced(it, p, osErrorArgs(it, p), ownDict(it, p))) },
  ImportError: { __reduce__: noargs((it, p) => reduced(it, p, ownArgs(it, p), stateWith(it, p, extras(it, p, 'name', 'path', 'name_from')))) },
  AttributeError: {
    __reduce__: noargs((it, p) => reduced(it, p, ownArgs(it, p), attributeErrorState(it, p))),
    __getstate__: noargs(attributeErrorState)
  }
};
