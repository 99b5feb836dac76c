/// `_typesupport`: what `typing` and `annotationlib` cannot do in Python.
import { call, getAttr, indexNumber } from '../objects/abstract';
import { dictGetItemKnownStr, dictSetItem, newDict } from '../objects/dictobject';
import type { Interp } from '../objects/interp';
import { newList } from '../objects/list';
import type { Ptr } from '../memory/ram';
import { newStr } from '../objects/str';
import { tupleFrom, tupleSize, tupleToArray } from '../objects/tuple';
import { unionOf, unionOr } from '../objects/uniontype';
import { hostCode } from '../vm/codeobject';
import { Func } from '../vm/funcobject';
import { importModule } from '../vm/import';
import { vmOf } from '../vm/vm';
import { frameAt } from './frames';
import type { ModuleSpec } from './module';

/// Calls a function of `typing` with tuples that C has meanwhile (Objects/typevarobject.c call_typing_args_kwargs).
function callTyping(it: Interp, name: string, args: readonly Ptr[], kwnames: Ptr, given: readonly Ptr[]): Ptr {
  it.own(newList(it, 0));
  const imported = importModule(vmOf(it), 'typing');
  it.drop();
  const module = it.own(imported);
  it.own(tupleFrom(it, given));
  it.own(tupleFrom(it, args));
  const fn = it.own(getAttr(it, module, it.name(name)));
  const result = call(it, fn, args, kwnames);
  it.drop(4);
  return result;
}

export const typeSupportModule: ModuleSpec = {
  name: '_typesupport',
  functions: {
    generic_class_getitem: { kind: 'keywords', fn: (it, _self, args, kwnames) => callTyping(it, '_generic_class_getitem', args, kwnames, args.slice(1)) },
    generic_init_subclass: { kind: 'keywords', fn: (it, _self, args, kwnames) => callTyping(it, '_generic_init_subclass', args, kwnames, args.slice(1)) },
    /// `X | Y` of objects that are no classes; NotImplemented if they cannot be in a union.
    union: { kind: 'fastcall', min: 2, max: 2, fn: (it, _self, args) => unionOr(it, args[0]!, args[1]!) },
    union_of: {
      kind: 'o',
      fn: (it, _self, parts) => {
        if (!it.typeOf(parts).isSubtypeOf(it.types.tuple) || tupleSize(it, parts) === 0) it.typeError('Cannot take a Union of no types.');
        return unionOf(it, tupleToArray(it, parts));
      }
    },
    /// The module of the function so many calls up; it makes no frame object (3.12+ sys._getframemodulename).
    module_at: {
      kind: 'o',
      fn: (it, _self, depth) => {
        const frame = frameAt(vmOf(it), Math.max(indexNumber(it, depth), 0));
        return it.newRef((frame && dictGetItemKnownStr(it, frame.globals, it.name('__name__'))) || it.singletons.none);
      }
    },
    /// Names and source texts of what an `__annotate__` function computes.
    annotation_texts: {
      kind: 'o',
      fn: (it, _self, fn) => {
        const texts = it.own(newDict(it));
        if (it.typeOf(fn) === it.types.function) {
          for (const [name, text] of hostCode(vmOf(it), it.i32[fn + Func.CODE]!).plain.annotationTexts ?? []) {
            const value = it.own(newStr(it, text));
            dictSetItem(it, texts, it.name(name), value);
            it.drop();
          }
        }
        return it.take();
      }
    }
  }
};
