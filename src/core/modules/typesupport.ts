/// `_typesupport`: what `typing` and `annotationlib` cannot do in Python.
import { dictSetItem, newDict } from '../objects/dictobject';
import { newStr } from '../objects/str';
import { unionOr } from '../objects/uniontype';
import { hostCode } from '../vm/codeobject';
import { Func } from '../vm/funcobject';
import { vmOf } from '../vm/vm';
import type { ModuleSpec } from './module';

export const typeSupportModule: ModuleSpec = {
  name: '_typesupport',
  functions: {
    /// `X | Y` of objects that are no classes; NotImplemented if they cannot be in a union.
    union: { kind: 'fastcall', min: 2, max: 2, fn: (it, _self, args) => unionOr(it, args[0]!, args[1]!) },
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
