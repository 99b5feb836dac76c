/// Making types ready: slots from methods for classes, methods from slots for builtin types
/// (CPython 3.14 Objects/typeobject.c PyType_Ready, fixup_slot_dispatchers, add_operators).
import type { Ptr } from '../memory/ram';
import { descrHost, descrType, newGetSetDescr, newMethodDescr, newWrapperDescr } from './descr';
import { dictGetItemKnownStr, dictSetItem, newDict } from './dictobject';
import { lackingAttributes } from '../profile/typeAttributes';
import { hashNotImplemented } from './abstract';
import type { Interp, NativeCallable } from './interp';
import { findNameInMro } from './lookup';
import { REDUCE_METHODS } from './reduce';
import { newStaticMethod } from './classmethod';
import { nativeOf, newNativeFunction } from './methodobject';
import { SLOT_DEFS, genericNew } from './slotdefs';
import type { SlotDef } from './slotdefs';
import { newInt } from './int';
import { SIZED_TYPES } from './object';
import { newStr } from './str';
import { subtypeClear, subtypeDealloc, subtypeReferences, subtypeTraverse } from './subtype';
import { tupleFrom } from './tuple';
import { laterTypeDocs, typeDocs } from './typedocs';
import { typeFrom } from './type';
import { TypeField } from './typenames';
import { Subclass } from './typeobject';
import type { SlotName, Slots, TypeObject, TypeSpec } from './typeobject';

const DEFS_BY_SLOT = new Map<SlotName, SlotDef[]>();
for (const def of SLOT_DEFS) DEFS_BY_SLOT.set(def.slot, [...(DEFS_BY_SLOT.get(def.slot) ?? []), def]);
/// The place of each in SLOT_DEFS.
const PLACES = new Map(SLOT_DEFS.map((def, i) => [def, i]));

// --- classes ------------------------------------------------------------------------------------------------------

/// Fills all slots of a new class.
export function fixupSlots(it: Interp, type: TypeObject): void {
  const base = type.base!;
  type.nativeBase = base.nativeBase;
  type.dealloc = type.slots.dealloc = subtypeDealloc;
  type.usesTrashcan = type.hasGc;
  type.traverse = type.slots.traverse = subtypeTraverse;
  type.references = subtypeReferences;
  type.slots.clear = subtypeClear;
  type.slots.size = base.slots.size;
  for (const slot of DEFS_BY_SLOT.keys()) updateOneSlot(it, type, slot);
  updateNew(it, type);
}

/// The bases of a class changed: its slots and those of its subclasses follow (update_all_slots).
export function updateAllSlots(it: Interp, type: TypeObject): void {
  type.nativeBase = type.base!.nativeBase;
  type.slots.size = type.base!.slots.size;
  for (const slot of DEFS_BY_SLOT.keys()) updateOneSlot(it, type, slot);
  updateNew(it, type);
  for (const subclass of type.subclasses) updateAllSlots(it, subclass);
}

/// An attribute `name` of a class changed: its slots and those of its subclasses follow (update_slot).
export function updateSlot(it: Interp, type: TypeObject, name: string): void {
  const slots = new Set(SLOT_DEFS.filter(def => def.name === name).map(def => def.slot));
  const update = (t: TypeObject): void => {
    for (const slot of slots) updateOneSlot(it, t, slot);
    if (name === '__new__') updateNew(it, t);
    for (const subclass of t.subclasses) update(subclass);
  };
  update(type);
}

/// Objects/typeobject.c update_one_slot: the base's own function if all its methods are still the base's wrappers,
/// else the generic one.
function updateOneSlot(it: Interp, type: TypeObject, slot: SlotName): void {
  let specific: unknown;
  let generic: unknown;
  let useGeneric = false;
  for (const def of DEFS_BY_SLOT.get(slot)!) {
    const descr = findNameInMro(it, type, it.name(def.name));
    if (descr === 0) continue;
    if (descr === it.singletons.none && slot === 'hash') {
      specific = hashNotImplemented;
      continue;
    }
    const wrapped = it.typeOf(descr) === it.types.wrapper_descriptor ? it.natives.get(descrHost(it, descr)).wrapped : undefined;
    generic = def.generic;
    if (wrapped !== undefined && wrapped.def.name === def.name && type.isSubtypeOf(descrType(it, descr))) {
      if (wrapped.def.slot !== slot && inheritedSlot(type, slot) === undefined) continue;
      const fn = wrapped.def.slot === slot ? wrapped.slot : inheritedSlot(type, slot);
      if (specific === undefined || specific === fn) specific = fn;
      else useGeneric = true;
    } else {
      useGeneric = true;
    }
  }
  const value = specific !== undefined && !useGeneric ? specific : useGeneric ? generic : undefined;
  (type.slots as Record<SlotName, unknown>)[slot] = value;
}

/// The slot of the first base that has it.
function inheritedSlot(type: TypeObject, slot: SlotName): unknown {
  return type.mro.slice(1).find(base => base.slots[slot] !== undefined)?.slots[slot];
}

function updateNew(it: Interp, type: TypeObject): void {
  const descr = findNameInMro(it, type, it.name('__new__'));
  const fn = descr !== 0 && it.typeOf(descr) === it.types.builtin_function_or_method ? nativeOf(it, descr).newOf : undefined;
  type.slots.new = fn?.slots.new ?? genericNew;
}

const NO_SLOTS: Partial<Slots> = {};

// --- builtin types --------------------------------------------------------------------------------------------------

/// Copies the slots of a builtin type's spec and inherits the rest; before the heap holds any object.
export function inheritBuiltin(it: Interp, type: TypeObject, spec: TypeSpec, base: TypeObject | undefined): void {
  const own = spec.slots ?? NO_SLOTS;
  if (base !== undefined) Object.assign(type.slots, base.slots);
  Object.assign(type.slots, own);
  type.base = base;
  type.bases = base === undefined ? [] : [base];
  type.mro = base === undefined ? [type] : [type, ...base.mro];
  type.builtinModule = spec.module ?? 'builtins';
  if (spec.module !== undefined) type.name = `${spec.module}.${spec.name}`;
  if (base !== undefined) {
    base.subclasses.push(type);
    if (spec.disallowInstantiation) type.slots.new = own.new;
    // A type that compares in its own way does not hash as its base does (inherit_slots).
    if (own.richcompare !== undefined || own.hash !== undefined) type.slots.hash = own.hash ?? hashNotImplemented;
    if (type.weaklistoffset === 0) type.weaklistoffset = base.weaklistoffset;
    if (type.dictoffset === 0) type.dictoffset = base.dictoffset;
    if (base.hasGc) type.hasGc = true;
    type.subclass = base.subclass;
  }
  type.parts = spec.parts ?? base?.parts;
  type.forward = spec.forward ?? base?.forward;
  type.keepsArguments = spec.keepsArguments ?? base?.keepsArguments ?? false;
  type.references = spec.references;
  type.bindsWithoutObject = spec.bindsWithoutObject ?? false;
  type.collectionFlag = spec.collectionFlag ?? base?.collectionFlag;
  type.usesTrashcan = type.hasGc && asksTrashcan(it, type, base);
  if (type.slots.dealloc !== undefined) type.dealloc = type.slots.dealloc;
  if (type.slots.traverse !== undefined) type.traverse = type.slots.traverse;
}

/// Types that add fields have a tp_dealloc of their own.
function asksTrashcan(it: Interp, type: TypeObject, base: TypeObject | undefined): boolean {
  const { trashcanTypes } = it.profile;
  if (trashcanTypes === 'all' || trashcanTypes.has(type.shortName)) return true;
  return base?.usesTrashcan === true && type.basicsize === base.basicsize;
}

const SUBCLASS_BITS: Readonly<Record<string, number>> = {
  int: Subclass.INT, list: Subclass.LIST, tuple: Subclass.TUPLE, bytes: Subclass.BYTES, str: Subclass.STR, dict: Subclass.DICT,
  BaseException: Subclass.EXCEPTION, type: Subclass.TYPE
};

export function setSubclassBits(type: TypeObject): void {
  type.subclass |= SUBCLASS_BITS[type.name] ?? 0;
}

/// Fills the dict of a builtin type with descriptors; once str, dict and tuple work.
export function readyBuiltin(it: Interp, type: TypeObject, spec: TypeSpec): void {
  type.dict = newDict(it);
  it.i32[type.ptr + TypeField.DICT] = type.dict;
  it.i32[type.ptr + TypeField.BASES] = tupleFrom(it, type.bases.map(b => b.ptr));
  it.i32[type.ptr + TypeField.MRO] = tupleFrom(it, type.mro.map(t => t.ptr));
  if (type.base !== undefined) it.i32[type.ptr + TypeField.BASE] = it.newRef(type.base.ptr);
  const lacking = lackingAttributes[it.profile.version][spec.name] ?? [];
  const put = (name: string, value: Ptr): void => {
    if (!lacking.includes(name)) dictSetItem(it, type.dict, it.name(name), value);
    it.decref(value);
  };
  const slots = spec.slots ?? NO_SLOTS;
  for (const def of defsOf(slots)) {
    const slot = slots[def.slot];
    if (slot === undefined || dictGetItemKnownStr(it, type.dict, it.name(def.name)) !== 0 || def.name === '__getattr__' || def.name === '__del__') continue;
    if (def.slot === 'hash' && (slot as unknown) === hashNotImplemented) continue;
    put(def.name, newWrapperDescr(it, type, wrapSlot(def, slot)));
  }
  if (type.slots.hash === hashNotImplemented) put('__hash__', it.singletons.none);
  if (spec.slots?.new !== undefined) put('__new__', newNativeFunction(it, newFunction(type), type.ptr, 0));
  for (const [name, method] of Object.entries({ ...spec.methods, ...REDUCE_METHODS[spec.name] })) {
    if (method.binding === 'static') {
      const fn = newNativeFunction(it, { name: `${type.shortName}.${name}`, method }, 0, 0);
      put(name, newStaticMethod(it, fn));
      it.decref(fn);
    } else {
      put(name, newMethodDescr(it, type, name, method));
    }
  }
  const { size } = slots;
  if (size !== undefined && SIZED_TYPES.has(spec.name)) put('__sizeof__', newMethodDescr(it, type, '__sizeof__', { kind: 'noargs', fn: (_, p) => newInt(it, size(it, p)) }));
  for (const [name, getset] of Object.entries(spec.getset ?? {})) put(name, newGetSetDescr(it, type, name, getset));
  if (dictGetItemKnownStr(it, type.dict, it.name('__doc__')) === 0) {
    const doc = spec.doc ?? typeDocs[spec.name] ?? (it.profile.natives.documentsSingletons ? laterTypeDocs[spec.name] : undefined);
    put('__doc__', doc === undefined ? it.singletons.none : newStr(it, doc));
  }
}

/// The special methods of the slots, in the order of SLOT_DEFS. Most types have few slots.
function defsOf(slots: Partial<Slots>): SlotDef[] {
  const defs: SlotDef[] = [];
  for (const slot in slots) {
    const own = DEFS_BY_SLOT.get(slot as SlotName);
    if (own !== undefined) defs.push(...own);
  }
  return defs.sort((a, b) => PLACES.get(a)! - PLACES.get(b)!);
}

function wrapSlot(def: SlotDef, slot: unknown): NativeCallable {
  return {
    name: def.name,
    wrapped: { def, slot },
    method: { kind: 'keywords', fn: (it, self, args, kwnames) => def.wrap(it, slot as never, self, args, kwnames) }
  };
}

/// `T.__new__` (tp_new_wrapper).
function newFunction(type: TypeObject): NativeCallable {
  return {
    name: '__new__',
    newOf: type,
    method: {
      kind: 'keywords',
      fn: (it, _self, args, kwnames) => {
        if (args.length === 0) it.typeError(`${type.name}.__new__(): not enough arguments`);
        const cls = args[0]!;
        if (!it.typeOf(cls).isSubtypeOf(it.types.type)) it.typeError(`${type.name}.__new__(X): X is not a type object (${it.typeOf(cls).name})`);
        const wanted = typeFrom(it, cls);
        if (!wanted.isSubtypeOf(type)) it.typeError(`${type.name}.__new__(${wanted.name}): ${wanted.name} is not a subtype of ${type.name}`);
        const native = wanted.mro.find(t => !t.isHeapType)!;
        if (native.slots.new !== type.slots.new) it.typeError(`${type.name}.__new__(${wanted.name}) is not safe, use ${native.name}.__new__()`);
        return type.slots.new!(it, wanted, args.slice(1), kwnames);
      }
    }
  };
}
