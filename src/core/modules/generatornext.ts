/// next() on anything, with the value that a generator returned.
import type { Ptr } from '../memory/ram';
import { iterNext } from '../objects/abstract';
import { raiseStopIteration } from '../objects/exceptions';
import type { Interp } from '../objects/interp';
import { genericIternext } from '../objects/slotdefs';
import { callSpecial } from '../objects/special';
import { send } from '../vm/genobject';
import { vmOf } from '../vm/vm';

/// The next item; at the end raises StopIteration, with the value if a generator returned one
/// (CPython 3.14 Python/bltinmodule.c builtin_next).
export function generatorNext(it: Interp, iterator: Ptr): Ptr {
  const type = it.typeOf(iterator);
  if (type === it.types.generator) return send(vmOf(it), iterator, it.singletons.none);
  // What the method raises passes as it is, with its traceback and value.
  if (type.slots.iternext === genericIternext) return callSpecial(it, iterator, '__next__', []);
  return iterNext(it, iterator) || raiseStopIteration(it, 0);
}
