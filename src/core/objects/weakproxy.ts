/// weakref.proxy: passes what is done to it on to its object, while that lives (Objects/weakrefobject.c proxy_*).
import type { Ptr } from '../memory/ram';
import { call, callMethod, contains, getAttr, getItem, getIter, index, isTrue, iterNext, length, richCompare, setAttr, setItem, str } from './abstract';
import type { Interp } from './interp';
import { NB, binaryOp, divmod, power, unaryOp } from './number';
import { hexAddress } from './object';
import { newStr } from './str';
import { describeReferent, weakObject, weakrefTypeSlots } from './weakref';
import type { NativeMethod, Slots, TypeSpec } from './typeobject';

/// The object behind a proxy, or p itself if it is none; held until the caller drops it.
function hold(it: Interp, p: Ptr): Ptr {
  const type = it.typeOf(p);
  if (type !== it.types.weakproxy && type !== it.types.weakcallableproxy) return it.own(it.newRef(p));
  const object = weakObject(it, p);
  if (object === 0) it.raise(it.types.ReferenceError, 'weakly-referenced object no longer exists');
  return it.own(it.newRef(object));
}

function through<T>(it: Interp, p: Ptr, action: (object: Ptr) => T): T {
  const object = hold(it, p);
  const result = action(object);
  it.drop();
  return result;
}

const binary = (op: number): Slots['nbAdd'] => (it, a, b) => through(it, a, left => through(it, b, right => binaryOp(it, op, left, right)));
const unary = (slot: Parameters<typeof unaryOp>[1]): Slots['nbNegative'] => (it, p) => through(it, p, object => unaryOp(it, slot, object));
const ternary: Slots['nbPower'] = (it, a, b, c) => through(it, a, left => through(it, b, right => through(it, c, third => power(it, left, right, third))));
const method = (name: string): NativeMethod => ({ kind: 'noargs', fn: (it, p) => through(it, p, object => callMethod(it, object, name)) });

/// The operators in the order of their BINARY_OP arguments, and in place.
const OPERATORS = [
  'Add', 'And', 'FloorDivide', 'Lshift', 'MatrixMultiply', 'Multiply', 'Remainder', 'Or', 'Power', 'Rshift', 'Subtract', 'TrueDivide', 'Xor'
] as const;
const operators: Record<string, Slots['nbAdd']> = {};
OPERATORS.forEach((name, op) => {
  if (name === 'Power') return;
  operators[`nb${name}`] = binary(op);
  operators[`nbInplace${name}`] = binary(op + OPERATORS.length);
});

const slots: Partial<Slots> = {
  ...weakrefTypeSlots,
  ...operators,
  nbPower: ternary,
  nbInplacePower: (it, a, b) => through(it, a, left => through(it, b, right => binaryOp(it, NB.INPLACE_POWER, left, right))),
  nbDivmod: (it, a, b) => through(it, a, left => through(it, b, right => divmod(it, left, right))),
  nbNegative: unary('nbNegative'),
  nbPositive: unary('nbPositive'),
  nbAbsolute: unary('nbAbsolute'),
  nbInvert: unary('nbInvert'),
  nbInt: (it, p) => through(it, p, object => call(it, it.types.int.ptr, [object])),
  nbFloat: (it, p) => through(it, p, object => call(it, it.types.float.ptr, [object])),
  nbIndex: (it, p) => through(it, p, object => index(it, object)),
  getattro: (it, p, name) => through(it, p, object => getAttr(it, object, name)),
  setattro: (it, p, name, value) => through(it, p, object => setAttr(it, object, name, value)),
  repr: (it, p) => {
    const object = weakObject(it, p);
    if (it.profile.weakReprIsQualified) return newStr(it, `<weakproxy at ${hexAddress(p)}; ${object === 0 ? 'dead' : describeReferent(it, object)}>`);
    const shown = object || it.singletons.none;
    return newStr(it, `<weakproxy at ${hexAddress(p)} to ${it.typeOf(shown).name} at ${hexAddress(shown)}>`);
  },
  str: (it, p) => through(it, p, object => str(it, object)),
  richcompare: (it, a, b, op) => through(it, a, left => through(it, b, right => richCompare(it, left, right, op))),
  iter: (it, p) => through(it, p, object => getIter(it, object)),
  iternext: (it, p) => through(it, p, object => {
    const type = it.typeOf(object);
    if (type.slots.iternext === undefined) it.typeError(`Weakref proxy referenced a non-iterator '${type.name}' object`);
    return iterNext(it, object);
  }),
  nbBool: (it, p) => through(it, p, object => isTrue(it, object)),
  mpLength: (it, p) => through(it, p, object => length(it, object)),
  mpSubscript: (it, p, key) => through(it, p, object => getItem(it, object, key)),
  mpAssSubscript: (it, p, key, value) => through(it, p, object => setItem(it, object, key, value)),
  sqContains: (it, p, item) => through(it, p, object => contains(it, object, item)),
  hash: (it, p) => it.typeError(`unhashable type: '${it.typeOf(p).name}'`)
};

const common = {
  module: 'weakref', basicsize: 64, hasGc: true, disallowInstantiation: true,
  methods: { __bytes__: method('__bytes__'), __reversed__: method('__reversed__') }
} as const;

export const weakproxySpec: TypeSpec = { ...common, name: 'ProxyType', slots };

export const weakcallableproxySpec: TypeSpec = {
  ...common,
  name: 'CallableProxyType',
  slots: { ...slots, call: (it, p, args, kwnames) => through(it, p, object => call(it, object, args, kwnames)) }
};
