/// The handler around a generator's whole body that turns StopIteration into RuntimeError.
import type { Compiler } from './compiler';
import { NO_LOCATION, Pseudo } from './instructions';
import { NONE } from './constants';
import { Opcode as Op } from './opcodes';

const INTRINSIC_STOPITERATION_ERROR = 3;

/// Whether the instruction begins this handler, or the one of a delegation.
export const isGeneratorHandler = (first: { readonly op: number; readonly arg: number } | undefined): boolean =>
  first?.op === Op.CLEANUP_THROW || (first?.op === Op.CALL_INTRINSIC_1 && first.arg === INTRINSIC_STOPITERATION_ERROR);

/// CPython 3.14 Python/codegen.c codegen_wrap_in_stopiteration_handler.
export function wrapInStopIterationHandler(c: Compiler): void {
  const handler = c.label();
  c.unit.sequence.splice(0, 0, [{ op: Pseudo.SETUP_CLEANUP, arg: handler, loc: NO_LOCATION }]);
  c.loadConst(NO_LOCATION, NONE);
  c.op(NO_LOCATION, Op.RETURN_VALUE);
  c.use(handler);
  c.op(NO_LOCATION, Op.CALL_INTRINSIC_1, INTRINSIC_STOPITERATION_ERROR);
  c.op(NO_LOCATION, Op.RERAISE, 1);
}
