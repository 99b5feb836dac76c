/// What the types of itertools share: slots from the fields with references, and how their constructors read arguments.
import { track, untrack } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { checkPositional, noKeywords, positionalOf } from '../objects/args';
import { dropFields } from '../objects/dropping';
import type { Interp } from '../objects/interp';
import { tupleSetInit } from '../objects/tuple';
import type { Slots, TypeObject, TypeSpec } from '../objects/typeobject';

type Extra = Partial<Pick<TypeSpec, 'methods' | 'getset' | 'isBaseType' | 'weaklistoffset' | 'disallowInstantiation' | 'doc' | 'keepsArguments'>> & { readonly drops?: readonly number[] };

/// An iterator type. `fields`: words from the object's Ptr of its references, in the order of traverse; `extra.drops`: in the
/// order in which they are dropped, if that is another.
export function iteratorType(
  name: string, basicsize: number, fields: readonly number[], slots: Partial<Slots> & Pick<Slots, 'new' | 'iternext'>, { drops = fields, ...extra }: Extra = {}
): TypeSpec {
  return {
    name,
    module: 'itertools',
    basicsize,
    hasGc: true,
    isBaseType: true,
    ...extra,
    slots: {
      traverse: (it, p, visitor) => {
        for (const field of fields) if (it.i32[p + field] !== 0) visitor.visit(it.i32[p + field]!);
      },
      dealloc: (it, p) => {
        untrack(it.i32, p);
        dropFields(it, p, drops);
        it.freeInstance(p);
      },
      iter: (it, p) => it.newRef(p),
      ...slots
    },
    parts: {
      visit: (it, p, _most, visit) => {
        for (const field of fields) if (it.i32[p + field] !== 0) visit(it.typeOf(it.i32[p + field]!).shortName, it.i32[p + field]!);
      }
    }
  };
}

/// A tracked instance with these references, of which it takes over each.
export function newIterator(it: Interp, type: TypeObject, references: readonly (readonly [field: number, value: Ptr])[]): Ptr {
  for (let i = 0; i < references.length; i++) it.own(references[i]![1] || it.singletons.none);
  const p = it.allocInstance(type, type.basicsize);
  it.release(references.length);
  for (let i = 0; i < references.length; i++) it.i32[p + references[i]![0]] = references[i]![1];
  track(it.i32, p);
  return p;
}

/// The positional arguments, `min` to `max`; raises if keywords are given, unless a class has an `__init__` of its own for them.
export function positionalArguments(it: Interp, type: TypeObject, name: string, args: readonly Ptr[], kwnames: Ptr, min: number, max: number): readonly Ptr[] {
  if (type.slots.init === it.types.object.slots.init) noKeywords(it, name, kwnames);
  const positional = positionalOf(it, args, kwnames);
  checkPositional(it, name, positional.length, min, max);
  return positional;
}

/// Empties a field and drops what it held; returns 0, the end of an iterator.
export function clearField(it: Interp, p: Ptr, field: number): 0 {
  const old = it.i32[p + field]!;
  it.i32[p + field] = 0;
  if (it.recording) it.touch(p);
  it.xdecref(old);
  return 0;
}

/// Runs `action`; if the guest raises, `repair` runs before that goes on.
export function repairingOnError(it: Interp, action: () => Ptr, repair: () => void): Ptr {
  const mark = it.held.length;
  try {
    return action();
  } catch (error) {
    it.isGuestError(error);
    const raised = it.fetchRaised();
    it.unwind(mark);
    it.own(raised);
    repair();
    it.raised = it.take();
    throw error;
  }
}

/// The same, emptying a field.
export const clearingOnError = (it: Interp, p: Ptr, field: number, action: () => Ptr): Ptr => repairingOnError(it, action, () => clearField(it, p, field));

/// Puts an item into a tuple in place of another, which goes; takes the new one over.
export function replaceItem(it: Interp, tuple: Ptr, index: number, old: Ptr, item: Ptr): void {
  tupleSetInit(it, tuple, index, item);
  if (it.recording) it.touch(tuple);
  it.xdecref(old);
}
