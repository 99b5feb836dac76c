/// `_traceback`: the lines that the interpreter would print for an exception.
import { listSteal } from '../objects/list';
import { newStr } from '../objects/str';
import { formatException } from '../vm/tracebackformat';
import { vmOf } from '../vm/vm';
import type { ModuleSpec } from './module';

export const tracebackModule: ModuleSpec = {
  name: '_traceback',
  functions: {
    format: {
      kind: 'o',
      fn: (it, _self, exception) => {
        if (!it.typeOf(exception).isSubtypeOf(it.types.BaseException)) it.typeError(`expected an exception, not ${it.typeOf(exception).name}`);
        return listSteal(it, formatException(vmOf(it), exception).map(line => newStr(it, line)));
      }
    }
  }
};
