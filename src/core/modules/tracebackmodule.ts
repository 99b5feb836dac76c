/// `_traceback`: the lines that the interpreter would print for an exception.
import { asNumber } from '../objects/int';
import { listSteal } from '../objects/list';
import { newStr } from '../objects/str';
import { formatException, formatExceptionOnly } from '../vm/tracebackformat';
import { vmOf } from '../vm/vm';
import type { ModuleSpec } from './module';

export const tracebackModule: ModuleSpec = {
  name: '_traceback',
  functions: {
    /// The line of a source that the machine knows, or ''.
    source_line: {
      kind: 'fastcall', min: 2, max: 2,
      fn: (it, _self, args) => newStr(it, vmOf(it).sourceLine(it.text(args[0]!), asNumber(it, args[1]!)))
    },
    /// The lines for the exception itself, without its traceback.
    format_only: { kind: 'o', fn: (it, _self, exception) => listSteal(it, formatExceptionOnly(vmOf(it), exception).map(line => newStr(it, line))) },
    format: {
      kind: 'o',
      fn: (it, _self, exception) => {
        if (!it.typeOf(exception).isSubtypeOf(it.types.BaseException)) it.typeError(`expected an exception, not ${it.typeOf(exception).name}`);
        return listSteal(it, formatException(vmOf(it), exception).map(line => newStr(it, line)));
      }
    }
  }
};
