/// Callables that end in a call of another one (functools.partial, _lru_cache_wrapper): what they call, and what they do
/// with the result. The eval loop runs a Python function so called in a frame of its own, without nesting.
import type { Ptr } from '../memory/ram';
import { call } from './abstract';
import type { Interp } from './interp';

export interface ForwardedCall {
  /// What is called with what; all borrowed from the callable, from its caller's arguments or from `kept`.
  readonly fn: Ptr;
  readonly args: readonly Ptr[];
  readonly kwnames: Ptr;
  /// Counted references that live as long as the call.
  readonly kept: readonly Ptr[];
  /// A counted reference for `finish`, which takes it over; 0 = none.
  readonly state: Ptr;
  /// What is called gets the tuple that it is called with here (see Interp.argumentsInTuple).
  readonly inTuple: boolean;
  /// What the native call in between takes of the recursion limit in 3.11.
  readonly levels: number;
  /// Makes the result of the value returned; takes that and `state` over.
  readonly finish: (it: Interp, value: Ptr, state: Ptr) => Ptr;
}

/// The tuple of a call that is not at hand, and nobody asks for.
export const GIVEN = -1;

/// What a call amounts to, or its result at once. Arguments as for a CallSlot; the positional
/// ones are in `given` too, if that is not 0, and the others in a dict.
export type ForwardSlot = (it: Interp, callable: Ptr, args: readonly Ptr[], kwnames: Ptr, given: Ptr) => ForwardedCall | Ptr;

/// The value of a forwarded call as it is.
export const asIs = (_it: Interp, value: Ptr): Ptr => value;

/// What such a call within a call takes of the host's stack, by estimate.
const FORWARD_BYTES = 800;

/// Makes the call from native code.
export function runForwarded(it: Interp, forwarded: ForwardedCall | Ptr): Ptr {
  if (typeof forwarded === 'number') return forwarded;
  const { fn, args, kwnames, kept, state, finish } = forwarded;
  const mark = it.held.length;
  for (const p of kept) it.own(p);
  if (state !== 0) it.own(state);
  it.enterNative(FORWARD_BYTES);
  let value: Ptr;
  it.argumentsInTuple = forwarded.inTuple;
  try {
    value = call(it, fn, args, kwnames);
  } finally {
    it.leaveNative(FORWARD_BYTES);
  }
  if (state !== 0) it.take();
  return it.unwindFor(mark, finish(it, value, state));
}
