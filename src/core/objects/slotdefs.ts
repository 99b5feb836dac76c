/// The correspondence of special methods and slots (CPython 3.14 Objects/typeobject.c slotdefs): how a builtin
/// type's slot looks as a method, and what a class that defines the method puts in the slot.
import type { Ptr } from '../memory/ram';
import { call, checkedHash, checkedLength, getAttr, hashNotImplemented, intFromHash, intFromLength, isTrue, iterSearch } from './abstract';
import { positionalCount } from './args';
import { checkArgCount } from './callnative';
import { raiseStopIteration } from './exceptions';
import { callDel } from './finalize';
import { newInt } from './int';
import type { Interp } from './interp';
import { newSequenceIterator } from './iterobject';
import { typeLookup } from './lookup';
import { genericGetAttr, genericLookupAttr } from './object';
import { ownScratchDict } from './scratch';
import { callSpecial, callSpecialIfBound, callSpecialMaybe } from './special';
import { ssizeNumber } from './ssize';
import type { CallSlot, SlotName, Slots, TypeObject } from './typeobject';

/// A slot seen as a method: called with the slot's function, self and the arguments.
export type SlotWrapper = (it: Interp, slot: never, self: Ptr, args: readonly Ptr[], kwnames: Ptr) => Ptr;

export interface SlotDef {
  readonly name: string;
  readonly slot: SlotName;
  readonly wrap: SlotWrapper;
  /// What a class with this method has in the slot; the same function for all names of one slot.
  readonly generic: Slots[SlotName];
}

const none = (it: Interp): Ptr => it.singletons.none;

// --- wrappers: slot -> method ---------------------------------------------------------------------------------

const wrapUnary: SlotWrapper = (it, slot: Slots['repr'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 0);
  return slot(it, self);
};
const wrapNext: SlotWrapper = (it, slot: Slots['iternext'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 0);
  return slot(it, self) || raiseStopIteration(it, 0);
};
const wrapBinaryL: SlotWrapper = (it, slot: Slots['nbAdd'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 1);
  return slot(it, self, args[0]!);
};
const wrapBinaryR: SlotWrapper = (it, slot: Slots['nbAdd'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 1);
  return slot(it, args[0]!, self);
};
function checkTernary(it: Interp, args: readonly Ptr[], kwnames: Ptr): void {
  const { length } = args;
  if (it.profile.powerTakesOneOrTwo && (length < 1 || length > 2)) it.typeError(`expected 1 or 2 arguments, got ${length}`);
  checkArgCount(it, args, kwnames, 1, 2);
}

const wrapTernary: SlotWrapper = (it, slot: Slots['nbPower'], self, args, kwnames) => {
  checkTernary(it, args, kwnames);
  return slot(it, self, args[0]!, args[1] ?? it.singletons.none);
};
const wrapTernaryR: SlotWrapper = (it, slot: Slots['nbPower'], self, args, kwnames) => {
  checkTernary(it, args, kwnames);
  return slot(it, args[0]!, self, args[1] ?? it.singletons.none);
};
const wrapInquiry: SlotWrapper = (it, slot: Slots['nbBool'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 0);
  return it.bool(slot(it, self));
};
const wrapLength: SlotWrapper = (it, slot: Slots['sqLength'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 0);
  return intFromLength(it, slot(it, self));
};
const wrapCount: SlotWrapper = (it, slot: Slots['sqRepeat'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 1);
  return slot(it, self, ssizeNumber(it, args[0]!));
};
const wrapSqItem: SlotWrapper = (it, slot: Slots['sqItem'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 1);
  return slot(it, self, sequenceIndex(it, self, args[0]!));
};
const wrapSqSetItem: SlotWrapper = (it, slot: Slots['sqAssItem'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 2);
  slot(it, self, sequenceIndex(it, self, args[0]!), args[1]!);
  return none(it);
};
const wrapSqDelItem: SlotWrapper = (it, slot: Slots['sqAssItem'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 1);
  slot(it, self, sequenceIndex(it, self, args[0]!), 0);
  return none(it);
};
const wrapContains: SlotWrapper = (it, slot: Slots['sqContains'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 1);
  return it.bool(slot(it, self, args[0]!));
};
const wrapSetItem: SlotWrapper = (it, slot: Slots['setattro'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 2);
  slot(it, self, args[0]!, args[1]!);
  return none(it);
};
const wrapDelItem: SlotWrapper = (it, slot: Slots['setattro'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 1);
  slot(it, self, args[0]!, 0);
  return none(it);
};
/// An instance's way of setting attributes is not for classes (hackcheck).
function checkOwnSetattr(it: Interp, slot: Slots['setattro'], self: Ptr, name: string): void {
  const type = it.typeOf(self);
  if (!type.isSubtypeOf(it.types.type)) return;
  const builtin = type.mro.find(t => !t.isHeapType)!;
  if (builtin.slots.setattro !== slot) it.typeError(`can't apply this ${name} to ${builtin.name} object`);
}
const wrapSetAttr: SlotWrapper = (it, slot: Slots['setattro'], self, args, kwnames) => {
  checkOwnSetattr(it, slot, self, '__setattr__');
  return wrapSetItem(it, slot as never, self, args, kwnames);
};
const wrapDelAttr: SlotWrapper = (it, slot: Slots['setattro'], self, args, kwnames) => {
  checkOwnSetattr(it, slot, self, '__delattr__');
  return wrapDelItem(it, slot as never, self, args, kwnames);
};
const wrapHash: SlotWrapper = (it, slot: Slots['hash'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 0);
  const low = slot(it, self);
  return intFromHash(it, low, it.hashHigh);
};
const wrapCall: SlotWrapper = (it, slot: CallSlot, self, args, kwnames) => slot(it, self, args, kwnames);
const wrapInit: SlotWrapper = (it, slot: Slots['init'], self, args, kwnames) => {
  slot(it, self, args, kwnames);
  return none(it);
};
const wrapDel: SlotWrapper = (it, slot: Slots['finalize'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 0);
  slot(it, self);
  return none(it);
};
const wrapDescrGet: SlotWrapper = (it, slot: Slots['descrGet'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 1, 2);
  const instance = args[0] === it.singletons.none ? 0 : args[0]!;
  const owner = args[1] === undefined || args[1] === it.singletons.none ? 0 : args[1];
  if (instance === 0 && owner === 0) it.typeError('__get__(None, None) is invalid');
  return slot(it, self, instance, owner);
};
const wrapRichCompare = (op: number): SlotWrapper => (it, slot: Slots['richcompare'], self, args, kwnames) => {
  checkArgCount(it, args, kwnames, 1);
  return slot(it, self, args[0]!, op);
};

function sequenceIndex(it: Interp, self: Ptr, arg: Ptr): number {
  const i = ssizeNumber(it, arg);
  const slots = it.typeOf(self).slots;
  return i < 0 && slots.sqLength ? i + slots.sqLength(it, self) : i;
}

// --- generic slots: method -> slot ----------------------------------------------------------------------------

const unary = (name: string): Slots['repr'] => (it, self) => callSpecial(it, self, name, []);

/// `installed`: what classes have in the slot, if that is not the result itself.
function binary(slot: SlotName, name: string, reflected: string, installed?: () => unknown): (it: Interp, left: Ptr, right: Ptr, ...more: Ptr[]) => Ptr {
  const result = (it: Interp, left: Ptr, right: Ptr, ...more: Ptr[]): Ptr => {
    const generic = installed === undefined ? result : installed();
    const leftType = it.typeOf(left);
    const rightType = it.typeOf(right);
    const notImplemented = it.singletons.notImplemented;
    let tryRight = leftType !== rightType && rightType.slots[slot] === generic;
    if (leftType.slots[slot] === generic) {
      if (tryRight && rightType.isSubtypeOf(leftType) && isOverloaded(it, leftType, rightType, reflected)) {
        const value = callSpecialMaybe(it, right, reflected, [left, ...more]);
        if (value !== notImplemented) return value;
        tryRight = false;
      }
      const value = callSpecialMaybe(it, left, name, [right, ...more]);
      if (value !== notImplemented || leftType === rightType) return value;
    }
    return tryRight ? callSpecialMaybe(it, right, reflected, [left, ...more]) : notImplemented;
  };
  return result;
}

function isOverloaded(it: Interp, left: TypeObject, right: TypeObject, name: string): boolean {
  const ours = typeLookup(it, right, it.name(name));
  return ours !== 0 && ours !== typeLookup(it, left, it.name(name));
}

const inplace = (name: string): Slots['nbAdd'] => (it, self, other) => callSpecial(it, self, name, [other]);

const genericPower: Slots['nbPower'] = (it, base, exponent, modulus) => {
  if (modulus === it.singletons.none) return powerBinary(it, base, exponent);
  if (it.profile.reflectsTernaryPower) return powerBinary(it, base, exponent, modulus);
  if (it.typeOf(base).slots.nbPower === genericPower) return callSpecial(it, base, '__pow__', [exponent, modulus]);
  return it.singletons.notImplemented;
};
const powerBinary = binary('nbPower', '__pow__', '__rpow__', () => genericPower);
const genericInplacePower: Slots['nbPower'] = (it, base, exponent) => callSpecial(it, base, '__ipow__', [exponent]);

const genericBool: Slots['nbBool'] = (it, self) => {
  const method = typeLookup(it, it.typeOf(self), it.name('__bool__'));
  if (method === it.singletons.none && it.profile.boolMayBeNone) it.typeError(`'${it.typeOf(self).name}' cannot be interpreted as a boolean`);
  if (method !== 0) {
    const result = it.own(callSpecial(it, self, '__bool__', []));
    if (it.typeOf(result) !== it.types.bool) it.typeError(`__bool__ should return bool, returned ${it.typeOf(result).name}`);
    it.drop();
    return result === it.singletons.true;
  }
  return bindless(it, self, '__len__') ? genericLength(it, self) !== 0 : true;
};
const bindless = (it: Interp, self: Ptr, name: string): boolean => typeLookup(it, it.typeOf(self), it.name(name)) !== 0;

const genericLength: Slots['sqLength'] = (it, self) => checkedLength(it, callSpecial(it, self, '__len__', []));

const genericContains: Slots['sqContains'] = (it, self, item) => {
  const method = typeLookup(it, it.typeOf(self), it.name('__contains__'));
  if (method === it.singletons.none) it.typeError(`'${it.typeOf(self).name}' object is not a container`);
  if (method !== 0) {
    const result = it.own(callSpecial(it, self, '__contains__', [item]));
    const truth = isTrue(it, result);
    it.drop();
    return truth;
  }
  return iterSearch(it, self, item);
};

const genericItem: Slots['sqItem'] = (it, self, i) => {
  const key = it.own(newInt(it, i));
  const result = callSpecial(it, self, '__getitem__', [key]);
  it.drop();
  return result;
};
const genericSubscript: Slots['mpSubscript'] = (it, self, key) => callSpecial(it, self, '__getitem__', [key]);
const genericAssSubscript: Slots['mpAssSubscript'] = (it, self, key, value) => {
  it.decref(value === 0 ? callSpecial(it, self, '__delitem__', [key]) : callSpecial(it, self, '__setitem__', [key, value]));
};
const genericAssItem: Slots['sqAssItem'] = (it, self, i, value) => {
  const key = it.own(newInt(it, i));
  genericAssSubscript(it, self, key, value);
  it.drop();
};

const genericHash: Slots['hash'] = (it, self) => {
  const method = typeLookup(it, it.typeOf(self), it.name('__hash__'));
  if (method === 0 || method === it.singletons.none) return hashNotImplemented(it, self);
  return checkedHash(it, callSpecial(it, self, '__hash__', []));
};

export const genericRichcompare: Slots['richcompare'] = (it, self, other, op) => callSpecialIfBound(it, self, COMPARE_NAMES[op]!, [other]);
export const COMPARE_NAMES = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'];

/// Calls a special method with arguments of tp_call; keywords are unpacked to a stack that holds all of them and self
/// (_PyObject_Call_Prepend).
function callPrepended(it: Interp, self: Ptr, name: string, args: readonly Ptr[], kwnames: Ptr): Ptr {
  if (kwnames === 0) return callSpecial(it, self, name, args);
  it.own(it.newRef(self));
  const mark = it.ownUnpacked(args, kwnames);
  const result = callSpecial(it, self, name, args, kwnames);
  it.unwind(mark);
  it.drop();
  return result;
}
const CALL_BYTES = 1000;
export const genericCall: CallSlot = (it, self, args, kwnames) => {
  it.enterNative(CALL_BYTES, ' while calling a Python object');
  try {
    const { argumentsInTuple } = it;
    const mark = it.ownArguments(args, positionalCount(it, args, kwnames));
    if (kwnames !== 0 && !argumentsInTuple) ownScratchDict(it);
    const result = callPrepended(it, self, '__call__', args, kwnames);
    it.unwind(mark);
    return result;
  } finally {
    it.leaveNative(CALL_BYTES);
  }
};

const genericIter: Slots['iter'] = (it, self) => {
  const method = typeLookup(it, it.typeOf(self), it.name('__iter__'));
  if (method === it.singletons.none) it.typeError(`'${it.typeOf(self).name}' object is not iterable`);
  if (method !== 0) return callSpecial(it, self, '__iter__', []);
  if (!bindless(it, self, '__getitem__')) it.typeError(`'${it.typeOf(self).name}' object is not iterable`);
  return newSequenceIterator(it, self);
};
export const genericIternext: Slots['iternext'] = (it, self) =>
  it.catching(it.types.StopIteration, () => callSpecial(it, self, '__next__', [])) ?? 0;

export const genericGetattro: Slots['getattro'] = (it, self, name) => {
  const getattr = typeLookup(it, it.typeOf(self), it.name('__getattr__'));
  if (getattr === 0) return callSpecial(it, self, '__getattribute__', [name]);
  it.own(it.newRef(getattr));
  const found = it.catching(it.types.AttributeError, () => callGetattribute(it, self, name));
  return it.dropFor(found || callAttribute(it, self, '__getattr__', getattr, name));
};
/// That of object is not called as a method (slot_tp_getattr_hook); 0 = it found none.
export function callGetattribute(it: Interp, self: Ptr, name: Ptr): Ptr {
  const own = it.name('__getattribute__');
  const getattribute = typeLookup(it, it.typeOf(self), own);
  if (getattribute !== typeLookup(it, it.types.object, own)) return callAttribute(it, self, '__getattribute__', getattribute, name);
  return it.profile.raisesBeforeGetattr ? genericGetAttr(it, self, name) : genericLookupAttr(it, self, name);
}
/// Up to 3.11 through a bound method (call_attribute); later ones do not bind a function or what type has.
function callAttribute(it: Interp, self: Ptr, called: '__getattribute__' | '__getattr__', attr: Ptr, name: Ptr): Ptr {
  if (!it.profile.bindsGetattr && bindless(it, self, called)) return called === '__getattr__' ? callSpecial(it, self, called, [name]) : call(it, attr, [self, name]);
  const get = it.typeOf(attr).slots.descrGet;
  const method = it.own(get === undefined ? it.newRef(attr) : get(it, attr, self, it.typeOf(self).ptr));
  const result = call(it, method, [name]);
  it.drop();
  return result;
}
export const genericSetattro: Slots['setattro'] = (it, self, name, value) => {
  it.decref(value === 0 ? callSpecial(it, self, '__delattr__', [name]) : callSpecial(it, self, '__setattr__', [name, value]));
};

const genericDescrGet: Slots['descrGet'] = (it, self, instance, owner) => {
  const get = typeLookup(it, it.typeOf(self), it.name('__get__'));
  if (get === 0) return it.newRef(self);
  return call(it, get, [self, instance || it.singletons.none, owner || it.singletons.none]);
};
export const genericDescrSet: Slots['descrSet'] = (it, self, instance, value) => {
  it.decref(value === 0 ? callSpecial(it, self, '__delete__', [instance]) : callSpecial(it, self, '__set__', [instance, value]));
};

export const genericInit: Slots['init'] = (it, self, args, kwnames) => {
  const result = callPrepended(it, self, '__init__', args, kwnames);
  if (result !== it.singletons.none) {
    it.own(result);
    it.typeError(`__init__() should return None, not '${it.typeOf(result).name}'`);
  }
};

export const genericNew: Slots['new'] = (it, type, args, kwnames) => {
  const fn = it.own(getAttr(it, type.ptr, it.name('__new__')));
  const mark = kwnames === 0 ? it.held.length : it.ownUnpacked(args, kwnames);
  const result = call(it, fn, [type.ptr, ...args], kwnames);
  it.unwind(mark);
  it.drop();
  return result;
};

const genericFinalize: Slots['finalize'] = (it, self) => callDel(it, self);

// --- the table ------------------------------------------------------------------------------------------------

function def<K extends SlotName>(name: string, slot: K, wrap: SlotWrapper, generic: Slots[K]): SlotDef {
  return { name, slot, wrap, generic };
}

function bin(slot: SlotName, stem: string): SlotDef[] {
  const generic = binary(slot, `__${stem}__`, `__r${stem}__`);
  return [def(`__${stem}__`, slot, wrapBinaryL, generic as never), def(`__r${stem}__`, slot, wrapBinaryR, generic as never)];
}

const ibin = (slot: SlotName, stem: string): SlotDef => def(`__${stem}__`, slot, wrapBinaryL, inplace(`__${stem}__`) as never);
const un = (slot: SlotName, name: string): SlotDef => def(name, slot, wrapUnary, unary(name) as never);

/// In CPython's order of slots (by offset), which is the order of special methods in a builtin type's dict.
export const SLOT_DEFS: readonly SlotDef[] = [
  def('__getattribute__', 'getattro', wrapBinaryL, genericGetattro),
  def('__getattr__', 'getattro', wrapBinaryL, genericGetattro),
  def('__setattr__', 'setattro', wrapSetAttr, genericSetattro),
  def('__delattr__', 'setattro', wrapDelAttr, genericSetattro),
  un('repr', '__repr__'),
  def('__hash__', 'hash', wrapHash, genericHash),
  def('__call__', 'call', wrapCall, genericCall),
  un('str', '__str__'),
  ...['lt', 'le', 'eq', 'ne', 'gt', 'ge'].map((op, i) => def(`__${op}__`, 'richcompare', wrapRichCompare(i), genericRichcompare)),
  def('__iter__', 'iter', wrapUnary, genericIter),
  def('__next__', 'iternext', wrapNext, genericIternext),
  def('__get__', 'descrGet', wrapDescrGet, genericDescrGet),
  def('__set__', 'descrSet', wrapSetItem, genericDescrSet),
  def('__delete__', 'descrSet', wrapDelItem, genericDescrSet),
  def('__init__', 'init', wrapInit, genericInit),
  def('__del__', 'finalize', wrapDel, genericFinalize),
  un('amAwait', '__await__'),
  un('amAiter', '__aiter__'),
  un('amAnext', '__anext__'),
  ...bin('nbAdd', 'add'),
  ...bin('nbSubtract', 'sub'),
  ...bin('nbMultiply', 'mul'),
  ...bin('nbRemainder', 'mod'),
  ...bin('nbDivmod', 'divmod'),
  def('__pow__', 'nbPower', wrapTernary, genericPower),
  def('__rpow__', 'nbPower', wrapTernaryR, genericPower),
  un('nbNegative', '__neg__'),
  un('nbPositive', '__pos__'),
  un('nbAbsolute', '__abs__'),
  def('__bool__', 'nbBool', wrapInquiry, genericBool),
  un('nbInvert', '__invert__'),
  ...bin('nbLshift', 'lshift'),
  ...bin('nbRshift', 'rshift'),
  ...bin('nbAnd', 'and'),
  ...bin('nbXor', 'xor'),
  ...bin('nbOr', 'or'),
  un('nbInt', '__int__'),
  un('nbFloat', '__float__'),
  ibin('nbInplaceAdd', 'iadd'),
  ibin('nbInplaceSubtract', 'isub'),
  ibin('nbInplaceMultiply', 'imul'),
  ibin('nbInplaceRemainder', 'imod'),
  def('__ipow__', 'nbInplacePower', wrapTernary, genericInplacePower),
  ibin('nbInplaceLshift', 'ilshift'),
  ibin('nbInplaceRshift', 'irshift'),
  ibin('nbInplaceAnd', 'iand'),
  ibin('nbInplaceXor', 'ixor'),
  ibin('nbInplaceOr', 'ior'),
  ...bin('nbFloorDivide', 'floordiv'),
  ...bin('nbTrueDivide', 'truediv'),
  ibin('nbInplaceFloorDivide', 'ifloordiv'),
  ibin('nbInplaceTrueDivide', 'itruediv'),
  un('nbIndex', '__index__'),
  ...bin('nbMatrixMultiply', 'matmul'),
  ibin('nbInplaceMatrixMultiply', 'imatmul'),
  def('__len__', 'mpLength', wrapLength, genericLength),
  def('__getitem__', 'mpSubscript', wrapBinaryL, genericSubscript),
  def('__setitem__', 'mpAssSubscript', wrapSetItem, genericAssSubscript),
  def('__delitem__', 'mpAssSubscript', wrapDelItem, genericAssSubscript),
  def('__len__', 'sqLength', wrapLength, genericLength),
  def('__add__', 'sqConcat', wrapBinaryL, undefined as never),
  def('__mul__', 'sqRepeat', wrapCount, undefined as never),
  def('__rmul__', 'sqRepeat', wrapCount, undefined as never),
  def('__getitem__', 'sqItem', wrapSqItem, genericItem),
  def('__setitem__', 'sqAssItem', wrapSqSetItem, genericAssItem),
  def('__delitem__', 'sqAssItem', wrapSqDelItem, genericAssItem),
  def('__contains__', 'sqContains', wrapContains, genericContains),
  def('__iadd__', 'sqInplaceConcat', wrapBinaryL, undefined as never),
  def('__imul__', 'sqInplaceRepeat', wrapCount, undefined as never)
];
