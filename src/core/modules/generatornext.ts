/// next() on anything, with the value that a generator returned.
import type { Ptr } from '../memory/ram';
import { iterNext } from '../objects/abstract';
import { raiseStopIteration } from '../objects/exceptions';
import type { Interp } from '../objects/interp';
import { send } from '../vm/genobject';
import { vmOf } from '../vm/vm';

/// The next item; at the end raises StopIteration, with the value if a generator returned one.
export function generatorNext(it: Interp, iterator: Ptr): Ptr {
  if (it.typeOf(iterator) === it.types.generator) return send(vmOf(it), iterator, it.singletons.none);
  return iterNext(it, iterator) || raiseStopIteration(it, 0);
}
