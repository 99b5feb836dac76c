/// The bases of a class, and assigning them (CPython 3.14 Objects/typeobject.c type_set_bases).
import type { Ptr } from '../memory/ram';
import type { Interp } from './interp';
import { listAppend, newList } from './list';
import { typeModified } from './lookup';
import { bestBase, invokeMro } from './mro';
import { setReference } from './record';
import { freeHidden, newHidden } from './scratch';
import { tupleFrom, tupleGet, tupleSize } from './tuple';
import { isType, typeFrom } from './type';
import { TypeField } from './typenames';
import { updateAllSlots } from './typeready';
import type { TypeObject } from './typeobject';

/// An int of two digits, as an address is.
const ADDRESS_INT_BYTES = 32;

/// The base gets to know its new subclass (add_subclass).
export function addSubclass(it: Interp, base: TypeObject, type: TypeObject): void {
  if (base.isHeapType && base.subclasses.length === 0) base.subclassesDict = newHidden(it, it.types.dict);
  base.subclasses.push(type);
  const key = it.memory.malloc(ADDRESS_INT_BYTES) || it.noMemory();
  it.i32.fill(0, key, key + ADDRESS_INT_BYTES / 4);
  type.subclassKeys.push(key);
}

/// And forgets it (remove_subclass).
export function removeSubclass(it: Interp, base: TypeObject, type: TypeObject): void {
  const at = base.subclasses.indexOf(type);
  if (at < 0) return;
  base.subclasses.splice(at, 1);
  it.memory.free(type.subclassKeys.pop() ?? 0);
  if (base.subclasses.length > 0 || base.subclassesDict === 0) return;
  freeHidden(it, it.types.dict, base.subclassesDict);
  base.subclassesDict = 0;
}

/// The nearest base that gives instances something (a part, slots, a dict, weak references), or the class itself.
function layoutOf(type: TypeObject): TypeObject {
  let t = type;
  while (t.base !== undefined && t.isHeapType && sameFields(t, t.base) && t.slotOffsets.length === 0) t = t.base;
  return t;
}

const sameFields = (a: TypeObject, b: TypeObject): boolean => a.basicsize === b.basicsize && a.itemsize === b.itemsize
  && a.hasManagedDict === b.hasManagedDict && a.hasManagedWeakref === b.hasManagedWeakref && a.preheaderWords === b.preheaderWords
  && a.dictoffset === b.dictoffset && a.weaklistoffset === b.weaklistoffset;

/// Whether what is laid out as `from` may become a `to` (compatible_for_assignment).
export function sameLayout(from: TypeObject, to: TypeObject): boolean {
  const a = layoutOf(from);
  const b = layoutOf(to);
  return a === b || (a.dictoffset >= 0 && a.base === b.base && sameFields(a, b) && a.slotNames.join() === b.slotNames.join());
}

/// `cls.__bases__ = bases`; 0 = del.
export function setBases(it: Interp, cls: Ptr, value: Ptr): void {
  const type = typeFrom(it, cls);
  if (!type.isHeapType) it.typeError(`cannot set '__bases__' attribute of immutable type '${type.name}'`);
  if (value === 0) it.typeError(`cannot delete '__bases__' attribute of immutable type '${type.name}'`);
  if (!it.typeOf(value).isSubtypeOf(it.types.tuple)) it.typeError(`can only assign tuple to ${type.name}.__bases__, not ${it.typeOf(value).name}`);
  const count = tupleSize(it, value);
  if (count === 0) it.typeError(`can only assign non-empty tuple to ${type.name}.__bases__, not ()`);
  const bases: TypeObject[] = [];
  for (let i = 0; i < count; i++) {
    const base = tupleGet(it, value, i);
    if (!isType(it, base)) it.typeError(`${type.name}.__bases__ must be tuple of classes, not '${it.typeOf(base).name}'`);
    if (typeFrom(it, base).isSubtypeOf(type) || isBase(type, typeFrom(it, base))) it.typeError('a __bases__ item causes an inheritance cycle');
    bases.push(typeFrom(it, base));
  }
  const base = bestBase(it, bases);
  const old = type.base!;
  if (base.hasGc !== old.hasGc) it.typeError(`__bases__ assignment: '${base.name}' deallocator differs from '${old.name}'`);
  if (!sameLayout(old, base)) it.typeError(`__bases__ assignment: '${base.name}' object layout differs from '${old.name}'`);
  changeBases(it, type, value, bases, base);
}

/// Whether it is the class's `__base__`, that one's, ... An mro() that assigns `__bases__` again finds orders that are not new yet
/// (type_is_subtype_base_chain).
function isBase(base: TypeObject, type: TypeObject): boolean {
  let at: TypeObject | undefined = type;
  while (at !== undefined && at !== base) at = at.base;
  return at === base;
}

function changeBases(it: Interp, type: TypeObject, tuple: Ptr, bases: TypeObject[], base: TypeObject): void {
  const before = { bases: type.bases, base: type.base };
  const fields = [[TypeField.BASE, base.ptr], [TypeField.BASES, tuple]] as const;
  const old = fields.map(([field]) => it.own(it.i32[type.ptr + field]!));
  for (const [field, value] of fields) it.i32[type.ptr + field] = it.newRef(value);
  if (it.recording) it.touch(type.ptr);
  const orders = new Map<TypeObject, TypeObject[]>();
  type.bases = bases;
  type.base = base;
  try {
    computeOrders(it, type, orders);
  } catch (error) {
    for (const [t, mro] of orders) t.mro = mro;
    if (type.bases === bases) {
      type.bases = before.bases;
      type.base = before.base;
      fields.forEach(([field], i) => setReference(it, type.ptr, field, it.newRef(old[i]!)));
    }
    throw error;
  }
  typeModified(type);
  replaceOrders(it, orders);
  // Unless an mro() assigned `__bases__` again.
  if (type.bases === bases) replaceBases(it, type, before.bases);
  it.drop(old.length);
}

/// The bases that were forget the class, and those that are get to know it.
function replaceBases(it: Interp, type: TypeObject, before: readonly TypeObject[]): void {
  for (const gone of before) {
    removeSubclass(it, gone, type);
    it.xdecref(type.weakRef);
  }
  for (const added of type.bases) {
    addSubclass(it, added, type);
    if (type.weakRef !== 0) it.incref(type.weakRef);
  }
  updateAllSlots(it, type);
}

/// With what CPython has for going back: a list of tuples of a class, its new order and its old one; and a list of each one's subclasses.
function replaceOrders(it: Interp, orders: ReadonlyMap<TypeObject, unknown>): void {
  const made = it.own(newList(it, 0));
  for (const t of orders.keys()) {
    const order = it.own(tupleFrom(it, t.mro.map(one => one.ptr)));
    const row = it.own(tupleFrom(it, [t.ptr, order, it.i32[t.ptr + TypeField.MRO]!]));
    setReference(it, t.ptr, TypeField.MRO, it.newRef(order));
    listAppend(it, made, row);
    it.drop(2);
    it.decref(newList(it, 0));
  }
  it.drop();
}

/// The orders of the class and all its subclasses anew, unless an mro() did that meanwhile (mro_hierarchy); `old` gets what they were.
function computeOrders(it: Interp, type: TypeObject, old: Map<TypeObject, TypeObject[]>): void {
  const before = type.mro;
  const order = invokeMro(it, type);
  if (type.mro !== before) return;
  if (!old.has(type)) old.set(type, before);
  type.mro = order;
  for (const subclass of type.subclasses) computeOrders(it, subclass, old);
}
