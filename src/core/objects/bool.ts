/// The type bool. CPython 3.14 Objects/boolobject.c
import type { Ptr } from '../memory/ram';
import { isTrue } from './abstract';
import { checkPositional, noKeywords } from './args';
import { compactValue } from './int';
import type { Interp } from './interp';
import type { BinarySlot, TypeSpec } from './typeobject';

const isBool = (it: Interp, p: Ptr): boolean => it.i32[p + 3] === it.types.bool.index;

const boolRepr = (it: Interp, p: Ptr): Ptr => it.name(p === it.singletons.true ? 'True' : 'False');

/// A logical operator: bool for two bools, else what int makes of the operands.
const logical = (slot: 'nbAnd' | 'nbOr' | 'nbXor', operator: (a: number, b: number) => number): BinarySlot =>
  (it, left, right) => {
    if (!isBool(it, left) || !isBool(it, right)) return it.types.int.slots[slot]!(it, left, right);
    return it.bool(operator(compactValue(it, left), compactValue(it, right)) !== 0);
  };

const INVERTED = "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion "
  + "of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation "
  + 'or ~int(x) if you really want the bitwise inversion of the underlying int.';

export const boolSpec: TypeSpec = {
  name: 'bool',
  base: 'int',
  basicsize: 24,
  itemsize: 4,
  slots: {
    repr: boolRepr,
    nbInvert: (it, p) => {
      if (it.profile.warnsOldUses) it.hooks.warn(it, it.types.DeprecationWarning, INVERTED);
      return it.types.int.slots.nbInvert!(it, p);
    },
    new: (it, _type, args, kwnames) => {
      noKeywords(it, 'bool', kwnames);
      checkPositional(it, 'bool', args.length, 0, 1);
      return it.bool(args.length > 0 && isTrue(it, args[0]!));
    },
    nbAnd: logical('nbAnd', (a, b) => a & b),
    nbOr: logical('nbOr', (a, b) => a | b),
    nbXor: logical('nbXor', (a, b) => a ^ b)
  }
};
