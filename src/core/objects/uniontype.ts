/// `int | None`: types.UnionType, typing.Union from 3.14 on (Objects/unionobject.c). Fields: args p+4, hashable_args p+6.
import type { Ptr } from '../memory/ram';
import { hash, richCompareBool } from './abstract';
import { argumentText, substituteArguments, typeParameters } from './genericalias';
import type { Interp } from './interp';
import { objectIsInstance, objectIsSubclass } from './isinstance';
import { binaryOp } from './number';
import { newRecord, recordSlots } from './record';
import { frozensetFrom } from './set';
import { newStr } from './str';
import { tupleFrom, tupleToArray } from './tuple';
import { isType } from './type';
import { CompareOp } from './typeobject';
import type { TypeSpec } from './typeobject';

/// BINARY_OP's argument for `|`.
const NB_OR = 7;

const ARGS = 4;
/// A frozenset of the members that can be hashed (3.14).
const HASHABLE_ARGS = 6;
const FIELDS = [ARGS, HASHABLE_ARGS];

const isUnion = (it: Interp, p: Ptr): boolean => it.typeOf(p) === it.types.UnionType;
const members = (it: Interp, p: Ptr): readonly Ptr[] => tupleToArray(it, it.i32[p + ARGS]!);

/// What may stand on a side of `|`: None, classes, aliases, unions (is_unionable).
function isUnionable(it: Interp, p: Ptr): boolean {
  const type = it.typeOf(p);
  return p === it.singletons.none || isType(it, p) || isUnion(it, p) || type === it.types.GenericAlias || (type.isLibrary && type.name === 'TypeAliasType');
}

const isHashable = (it: Interp, p: Ptr): boolean => it.catching(it.types.TypeError, () => (hash(it, p), true)) ?? false;

/// nb_or of classes (_Py_union_type_or).
export function unionOr(it: Interp, left: Ptr, right: Ptr): Ptr {
  return isUnionable(it, left) && isUnionable(it, right) ? unionOf(it, [left, right]) : it.singletons.notImplemented;
}

/// The union of these, whatever they are (3.14 _Py_union_from_tuple); one alone is itself.
export function unionOf(it: Interp, parts: readonly Ptr[]): Ptr {
  const unique: Ptr[] = [];
  for (const part of parts.flatMap(p => (isUnion(it, p) ? members(it, p) : [p === it.singletons.none ? it.types.NoneType.ptr : p]))) {
    if (!unique.some(known => richCompareBool(it, known, part, CompareOp.EQ))) unique.push(part);
  }
  if (unique.length === 1) return it.newRef(unique[0]!);
  const args = it.own(tupleFrom(it, unique));
  const hashable = it.profile.unionIsTyping ? it.own(frozensetFrom(it, unique.filter(part => isHashable(it, part)))) : 0;
  const union = newRecord(it, it.types.UnionType, FIELDS, [args, hashable]);
  it.drop(hashable === 0 ? 1 : 2);
  return union;
}

function check(it: Interp, p: Ptr, word: 'isinstance' | 'issubclass', matches: (member: Ptr) => boolean): Ptr {
  for (const member of members(it, p)) {
    if (!isType(it, member)) it.typeError(`${word}() argument 2 cannot be a parameterized generic`);
    if (matches(member)) return it.singletons.true;
  }
  return it.singletons.false;
}

const contains = (it: Interp, list: readonly Ptr[], p: Ptr): boolean => list.some(item => richCompareBool(it, item, p, CompareOp.EQ));

export const unionTypeSpec: TypeSpec = {
  name: 'UnionType',
  module: 'types',
  basicsize: 56,
  hasGc: true,
  disallowInstantiation: true,
  weaklistoffset: 48,
  slots: {
    ...recordSlots(FIELDS, { weaklist: true }),
    repr: (it, p) => newStr(it, members(it, p).map(member => argumentText(it, member)).join(' | ')),
    // Of the members as a set: their order is no difference.
    hash: (it, p) => {
      const set = it.own(frozensetFrom(it, members(it, p)));
      const low = hash(it, set);
      const high = it.hashHigh;
      it.drop();
      it.hashHigh = high;
      return low;
    },
    richcompare: (it, p, other, op) => {
      if (!isUnion(it, other) || (op !== CompareOp.EQ && op !== CompareOp.NE)) return it.singletons.notImplemented;
      const [a, b] = [members(it, p), members(it, other)];
      const same = a.length === b.length && a.every(member => contains(it, b, member));
      return it.bool(same === (op === CompareOp.EQ));
    },
    mpSubscript: (it, p, item) => {
      const tuple = it.own(substituteArguments(it, p, members(it, p), typeParameters(it, members(it, p)), item));
      const [first, ...others] = tupleToArray(it, tuple);
      let union = it.newRef(first!);
      for (const other of others) {
        it.own(union);
        union = it.dropFor(binaryOp(it, NB_OR, union, other));
      }
      return it.dropFor(union);
    },
    nbOr: unionOr
  },
  getset: {
    __args__: { isMember: true, get: (it, p) => it.newRef(it.i32[p + ARGS]!) },
    __parameters__: { get: (it, p) => tupleFrom(it, typeParameters(it, members(it, p))) }
  },
  methods: {
    __instancecheck__: { kind: 'o', fn: (it, p, object) => check(it, p, 'isinstance', member => objectIsInstance(it, object, member)) },
    __subclasscheck__: {
      kind: 'o',
      fn: (it, p, cls) => {
        if (!isType(it, cls)) it.typeError('issubclass() arg 1 must be a class');
        return check(it, p, 'issubclass', member => objectIsSubclass(it, cls, member));
      }
    }
  }
};
