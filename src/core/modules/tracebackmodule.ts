/// `_traceback`: the lines that the interpreter would print for an exception.
import type { Ptr } from '../memory/ram';
import { isTrue } from '../objects/abstract';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { listSteal } from '../objects/list';
import { ssizeNumber } from '../objects/ssize';
import { isStr, newStr } from '../objects/str';
import { tupleSteal } from '../objects/tuple';
import { formatException, formatExceptionOnly, sourceLines, tracebackPosition } from '../vm/tracebackformat';
import { vmOf } from '../vm/vm';
import type { ModuleSpec } from './module';

// The module's own callers give these what they want, but any program can call them.
const requireTraceback = (it: Interp, p: Ptr): Ptr => (it.typeOf(p) === it.types.traceback ? p : it.typeError(`expected a traceback, not ${it.typeOf(p).name}`));
const requireException = (it: Interp, p: Ptr): Ptr => (it.typeOf(p).isSubtypeOf(it.types.BaseException) ? p : it.typeError(`expected an exception, not ${it.typeOf(p).name}`));
const fileName = (it: Interp, p: Ptr): string => (isStr(it, p) ? it.text(p) : it.typeError(`expected a file name, not ${it.typeOf(p).name}`));

export const tracebackModule: ModuleSpec = {
  name: '_traceback',
  functions: {
    /// The line of a source that the machine knows, or ''.
    source_line: {
      kind: 'fastcall', min: 2, max: 2,
      fn: (it, _self, args) => newStr(it, vmOf(it).sourceLine(fileName(it, args[0]!), ssizeNumber(it, args[1]!)))
    },
    /// The lines for the exception itself, without its traceback.
    format_only: { kind: 'o', fn: (it, _self, exception) => listSteal(it, formatExceptionOnly(vmOf(it), requireException(it, exception), true).map(line => newStr(it, line))) },
    /// The place of a traceback's instruction: (lineno, end_lineno, colno, end_colno).
    positions: {
      kind: 'o',
      fn: (it, _self, tb) => tupleSteal(it, [...tracebackPosition(vmOf(it), requireTraceback(it, tb))].map(n => (n < 0 ? it.singletons.none : newInt(it, n))))
    },
    /// The line and the carets below it, for (filename, lineno, end_lineno, colno, end_colno).
    source_lines: {
      kind: 'fastcall', min: 5, max: 5,
      fn: (it, _self, args) => {
        const numbers = args.slice(1).map(arg => (arg === it.singletons.none ? -1 : ssizeNumber(it, arg)));
        const position = numbers[2]! < 0 ? undefined : Int32Array.from(numbers);
        return listSteal(it, sourceLines(vmOf(it), fileName(it, args[0]!), numbers[0]!, position).map(line => newStr(it, line)));
      }
    },
    /// The lines for (exception, traceback or None, limit or None, chain).
    format: {
      kind: 'fastcall', min: 4, max: 4,
      fn: (it, _self, [exception, tb, limit, chain]) => {
        const { none } = it.singletons;
        const options = { traceback: tb === none ? 0 : requireTraceback(it, tb!), chain: isTrue(it, chain!), limit: limit === none ? undefined : ssizeNumber(it, limit!), inPython: true };
        return listSteal(it, formatException(vmOf(it), requireException(it, exception!), options).map(line => newStr(it, line)));
      }
    }
  }
};
