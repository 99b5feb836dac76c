/// Making a class (CPython 3.14 Objects/typeobject.c type_new).
import { track } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { call, reprText } from './abstract';
import { argumentTypeName, positionalCount } from './args';
import { newGetSetDescr, newMemberDescr } from './descr';
import { dictCopy } from './dictmerge';
import { dictDelItem, dictGetItemKnownStr, dictNext, dictSetItem, entry as dictEntry } from './dictobject';
import { cellSet } from './cell';
import { newClassMethod, newStaticMethod } from './classmethod';
import { dictPointer } from './dictpointer';
import { newKeysForClass, setManagedDict } from './instanceattrs';
import { PREHEADER_WORDS } from './heap';
import { noteRaised, raiseFrom } from './exceptionattrs';
import type { Interp } from './interp';
import { bestBase, invokeMro } from './mro';
import { genericGetDict } from './object';
import { setReference } from './record';
import { bindSpecial } from './special';
import { newHidden, ownScratchList } from './scratch';
import { isStr } from './str';
import { tupleFrom, tupleGet, tupleSize, tupleToArray } from './tuple';
import { tupleFromIterable } from './tuplefrom';
import { isType, typeFrom } from './type';
import { addSubclass } from './typebases';
import { TypeField } from './typenames';
import { fixupSlots } from './typeready';
import { TypeObject } from './typeobject';
import type { GetSet, Slots } from './typeobject';
import { weakListHead } from './weakref';

/// The metaclass that all bases' metaclasses allow (_PyType_CalculateMetaclass).
export function calculateMetaclass(it: Interp, metatype: TypeObject, bases: readonly Ptr[]): TypeObject {
  let winner = metatype;
  for (const base of bases) {
    const candidate = it.typeOf(base);
    if (winner.isSubtypeOf(candidate)) continue;
    if (candidate.isSubtypeOf(winner)) winner = candidate;
    else it.typeError('metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases');
  }
  return winner;
}

export const typeNew: Slots['new'] = (it, metatype, args, kwnames) => {
  const positional = positionalCount(it, args, kwnames);
  if (positional !== 3) it.typeError(`type.__new__() takes exactly 3 arguments (${positional} given)`);
  const [name, basesTuple, namespace] = args as readonly [Ptr, Ptr, Ptr];
  if (!isStr(it, name)) it.typeError(`type.__new__() argument 1 must be str, not ${argumentTypeName(it, name)}`);
  if (!it.typeOf(basesTuple).isSubtypeOf(it.types.tuple)) it.typeError(`type.__new__() argument 2 must be tuple, not ${it.typeOf(basesTuple).name}`);
  if (!it.typeOf(namespace).isSubtypeOf(it.types.dict)) it.typeError(`type.__new__() argument 3 must be dict, not ${it.typeOf(namespace).name}`);
  const basePtrs = Array.from({ length: tupleSize(it, basesTuple) }, (_, i) => tupleGet(it, basesTuple, i));
  const winner = calculateMetaclass(it, metatype, basePtrs);
  for (const base of basePtrs) if (!isType(it, base)) it.typeError('bases must be types');
  if (winner !== metatype && winner.slots.new !== undefined && winner.slots.new !== typeNew) return winner.slots.new(it, winner, args, kwnames);
  const bases = basePtrs.length === 0 ? [it.types.object] : basePtrs.map(base => typeFrom(it, base));
  const base = bestBase(it, bases);

  it.own(basePtrs.length > 0 ? it.newRef(basesTuple) : tupleFrom(it, [it.types.object.ptr]));
  it.own(dictCopy(it, namespace));
  const slots = planSlots(it, it.text(name), namespace, bases, base);
  const cls = it.allocItems(winner, slots.names.length);
  if (slots.names.length > 0) setField(it, cls, TypeField.SLOTS, it.take());
  const type = it.addType(it.text(name), true, { basicsize: base.basicsize, itemsize: base.itemsize, isBaseType: true, weaklistoffset: base.weaklistoffset, dictoffset: base.dictoffset });
  type.ptr = cls;
  type.bases = bases;
  type.isLibrary = bases.some(b => b.isLibrary) || it.hooks.runsLibrary(it);
  type.base = base;
  it.i32[cls + TypeField.INDEX] = type.index;
  type.dict = it.take();
  setField(it, cls, TypeField.DICT, type.dict);
  setField(it, cls, TypeField.BASES, it.take());
  setField(it, cls, TypeField.BASE, it.newRef(base.ptr));
  setField(it, cls, TypeField.NAME, it.newRef(name));
  track(it.i32, cls);
  it.own(cls);
  inherit(type, base);
  fillClassCells(it, type);
  setNames(it, type, name);
  wrapSpecialFunctions(it, type);
  addSlots(it, type, slots);
  const ofMro = it.held.length;
  // Several bases are merged in a list (pmerge); a metaclass may have a method mro, which gives a list (mro_invoke).
  if (bases.length > 1) ownScratchList(it);
  if (winner !== it.types.type) ownScratchList(it);
  type.mro = invokeMro(it, type);
  setField(it, cls, TypeField.MRO, tupleFrom(it, type.mro.map(t => t.ptr)));
  it.unwind(ofMro);
  for (const b of bases) addSubclass(it, b, type);
  addDescriptors(it, type);
  hashNone(it, type);
  fixupSlots(it, type);
  if (type.hasManagedDict) {
    type.cachedKeys = newKeysForClass(it, staticAttributes(it, type));
    type.hasInlineValues = type.itemsize === 0 && givesInlineValues(it, type);
  }
  type.subclassReference = newHidden(it, it.types.weakref);
  setNamesOfAttributes(it, type);
  initSubclass(it, type, args, kwnames);
  return it.take();
};

function setField(it: Interp, cls: Ptr, field: number, value: Ptr): void {
  it.i32[cls + field] = value;
}

/// Whether instances that have a dict keep their attributes as values within them until someone asks for it.
function givesInlineValues(it: Interp, type: TypeObject): boolean {
  switch (it.profile.inlineValues) {
    case 'any': return true;
    case 'bare': return type.basicsize === it.types.object.basicsize;
    default: return false;
  }
}

/// Layout and flags that a class takes from its base.
function inherit(type: TypeObject, base: TypeObject): void {
  type.hasGc = true;
  type.tracksAtBirth = base.isHeapType ? base.tracksAtBirth : !base.hasGc && base.base !== undefined;
  type.hasManagedDict = base.hasManagedDict;
  type.hasManagedWeakref = base.hasManagedWeakref;
  type.preheaderWords = base.preheaderWords;
  type.parts = base.parts;
  type.collectionFlag = base.collectionFlag;
  type.subclass = type.bases.reduce((bits, b) => bits | b.subclass, 0);
}

interface SlotPlan {
  /// Names of the slots, mangled and sorted.
  readonly names: readonly string[];
  readonly addDict: boolean;
  readonly addWeakref: boolean;
}

/// `__slots__`, and whether instances get a dict and weak references (type_new_slots); before there is a class, so that
/// a mistake leaves none. Where there are names the tuple of them (ht_slots) is held then.
function planSlots(it: Interp, typeName: string, namespace: Ptr, bases: readonly TypeObject[], base: TypeObject): SlotPlan {
  const slots = dictGetItemKnownStr(it, namespace, it.name('__slots__'));
  const mayHaveDict = !base.hasManagedDict && base.dictoffset === 0;
  const mayHaveWeakrefs = !base.hasManagedWeakref && base.weaklistoffset === 0;
  let addDict = slots === 0 && mayHaveDict;
  let addWeakref = slots === 0 && mayHaveWeakrefs && base.itemsize === 0;
  const names: string[] = [];
  const mark = it.held.length;
  if (slots !== 0) {
    const add = (item: Ptr): void => {
      if (base.itemsize !== 0) it.typeError(`nonempty __slots__ not supported for subtype of '${base.name}'`);
      if (!isStr(it, item)) it.typeError(`__slots__ items must be strings, not '${it.typeOf(item).name}'`);
      const text = it.text(item);
      if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(text)) it.typeError('__slots__ must be identifiers');
      if (text === '__dict__') {
        if (!mayHaveDict || addDict) it.typeError('__dict__ slot disallowed: we already got one');
        addDict = true;
      } else if (text === '__weakref__') {
        if (!mayHaveWeakrefs || addWeakref) {
          it.typeError(`__weakref__ slot disallowed: ${it.profile.weaklistInStructure ? 'either we already got one, or __itemsize__ != 0' : 'we already got one'}`);
        }
        addWeakref = true;
      } else {
        const mangled = mangle(typeName, text);
        if (dictGetItemKnownStr(it, namespace, it.name(mangled)) !== 0 && mangled !== '__qualname__' && mangled !== '__classcell__') {
          it.valueError(`'${text}' in __slots__ conflicts with class variable`);
        }
        names.push(mangled);
      }
    };
    it.own(isStr(it, slots) ? tupleFrom(it, [slots]) : tupleFromIterable(it, slots));
    tupleToArray(it, it.held.at(-1)!).forEach(add);
  }
  // What another base than the one of the layout has comes along (type_new_slots_bases).
  for (const other of bases) {
    if (slots === 0 || other === base) continue;
    if (mayHaveDict && (other.hasManagedDict || other.dictoffset !== 0)) addDict = true;
    if (mayHaveWeakrefs && (other.hasManagedWeakref || other.weaklistoffset !== 0)) addWeakref = true;
  }
  if (slots !== 0) {
    names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    ownScratchList(it);
    const sorted = tupleFrom(it, names.map(name => it.name(name)));
    it.unwind(mark);
    if (names.length > 0) it.own(sorted);
    else it.decref(sorted);
  }
  return { names, addDict, addWeakref };
}

/// Places for slots, dict and weak references. 3.11 has the weak reference list in the structure, and the dict pointer behind
/// items of a variable number (3.11 type_new_descriptors).
function addSlots(it: Interp, type: TypeObject, { names, addDict, addWeakref }: SlotPlan): void {
  const inStructure = it.profile.weaklistInStructure;
  let offset = type.basicsize;
  for (const slotName of names) {
    const descr = newMemberDescr(it, type, slotName, offset);
    type.slotOffsets.push(offset);
    type.slotNames.push(slotName);
    offset += 8;
    dictSetItem(it, type.dict, it.name(slotName), descr);
    it.decref(descr);
  }
  if (addDict && inStructure && type.itemsize !== 0) {
    type.dictoffset = -8;
    offset += 8;
  } else if (addDict) {
    type.hasManagedDict = true;
  }
  if (addWeakref && inStructure) {
    type.weaklistoffset = offset;
    offset += 8;
  } else if (addWeakref) {
    type.hasManagedWeakref = true;
  }
  type.basicsize = offset;
  if (type.hasManagedDict || type.hasManagedWeakref) type.preheaderWords = PREHEADER_WORDS;
  type.addsDict = addDict;
  type.addsWeakref = addWeakref;
}

/// `__x` in a class `C` is `_C__x` (Objects/typeobject.c uses _Py_Mangle).
function mangle(className: string, name: string): string {
  const stripped = className.replace(/^_+/, '');
  return name.startsWith('__') && !name.endsWith('__') && stripped !== '' ? `_${stripped}${name}` : name;
}

/// Takes an item out of a dict: a new reference, or 0.
function takeItem(it: Interp, dict: Ptr, name: string): Ptr {
  const value = dictGetItemKnownStr(it, dict, it.name(name));
  if (value === 0) return 0;
  it.incref(value);
  dictDelItem(it, dict, it.name(name));
  return value;
}

/// Tells the class body's functions their class (type_new_set_classcell), and annotation scopes its namespace.
function fillClassCells(it: Interp, type: TypeObject): void {
  for (const [name, value] of [['__classcell__', type.ptr], ['__classdictcell__', type.dict]] as const) {
    const cell = takeItem(it, type.dict, name);
    if (cell === 0) continue;
    it.own(cell);
    if (it.typeOf(cell) !== it.types.cell) it.typeError(`${name} must be a nonlocal cell, not ${reprText(it, it.typeOf(cell).ptr)}`);
    cellSet(it, cell, it.newRef(value));
    it.drop();
  }
}

function setNames(it: Interp, type: TypeObject, name: Ptr): void {
  if (it.text(name).includes('\0')) it.valueError('type name must not contain null characters');
  const qualname = takeItem(it, type.dict, '__qualname__');
  if (qualname !== 0 && !isStr(it, qualname)) it.typeError(`type __qualname__ must be a str, not ${it.typeOf(qualname).name}`);
  setField(it, type.ptr, TypeField.QUALNAME, qualname || it.newRef(name));
  if (dictGetItemKnownStr(it, type.dict, it.name('__module__')) === 0) {
    const module = it.hooks.currentModule(it);
    if (module !== 0) dictSetItem(it, type.dict, it.name('__module__'), module);
  }
}

/// `__new__` is a static method, `__init_subclass__` and `__class_getitem__` class methods, unsaid.
function wrapSpecialFunctions(it: Interp, type: TypeObject): void {
  for (const [name, wrap] of [['__new__', newStaticMethod], ['__init_subclass__', newClassMethod], ['__class_getitem__', newClassMethod]] as const) {
    const fn = dictGetItemKnownStr(it, type.dict, it.name(name));
    if (fn === 0 || it.typeOf(fn) !== it.types.function) continue;
    const wrapped = wrap(it, fn);
    dictSetItem(it, type.dict, it.name(name), wrapped);
    it.decref(wrapped);
  }
}


const dictGetSet: GetSet = {
  get: (it, p) => {
    if (!isType(it, p)) return it.newRef(genericGetDict(it, p));
    const descr = dictGetItemKnownStr(it, it.types.type.dict, it.name('__dict__'));
    return it.typeOf(descr).slots.descrGet!(it, descr, p, it.typeOf(p).ptr);
  },
  // A class or a module can be an instance of the class too, and its namespace is not to be replaced (subtype_setdict).
  set: (it, p, value) => {
    if (isType(it, p)) it.raise(it.types.AttributeError, "attribute '__dict__' of 'type' objects is not writable");
    if (it.typeOf(p).isSubtypeOf(it.types.module)) it.raise(it.types.AttributeError, 'readonly attribute');
    if (value !== 0 && !it.typeOf(value).isSubtypeOf(it.types.dict)) it.typeError(`__dict__ must be set to a dictionary, not a '${it.typeOf(value).name}'`);
    if (it.typeOf(p).hasManagedDict) setManagedDict(it, p, value);
    else setReference(it, p, dictPointer(it, it.typeOf(p), p) - p, value === 0 ? 0 : it.newRef(value));
  }
};

const weakrefGetSet: GetSet = { get: (it, p) => it.newRef(weakListHead(it, p) || it.singletons.none) };

/// `__dict__`, `__weakref__` and `__doc__` of a class (type_add_getset, type_dict_set_doc).
function addDescriptors(it: Interp, type: TypeObject): void {
  const add = (name: string, getset: GetSet): void => {
    const descr = newGetSetDescr(it, type, name, getset);
    // What the body of the class made of the name stays.
    if (dictGetItemKnownStr(it, type.dict, it.name(name)) === 0) dictSetItem(it, type.dict, it.name(name), descr);
    it.decref(descr);
  };
  if (type.addsDict) add('__dict__', dictGetSet);
  if (type.addsWeakref) add('__weakref__', weakrefGetSet);
  if (dictGetItemKnownStr(it, type.dict, it.name('__doc__')) === 0) dictSetItem(it, type.dict, it.name('__doc__'), it.singletons.none);
}

/// A class with `__eq__` and no `__hash__` is unhashable (type_new_set_hash).
function hashNone(it: Interp, type: TypeObject): void {
  if (dictGetItemKnownStr(it, type.dict, it.name('__eq__')) !== 0 && dictGetItemKnownStr(it, type.dict, it.name('__hash__')) === 0) {
    dictSetItem(it, type.dict, it.name('__hash__'), it.singletons.none);
  }
}

/// Attributes that methods assign to self, which pre-fill the shared keys (3.14 _PyDict_NewKeysForClass).
function staticAttributes(it: Interp, type: TypeObject): string[] {
  const tuple = it.profile.prefillsSharedKeys ? dictGetItemKnownStr(it, type.dict, it.name('__static_attributes__')) : 0;
  if (tuple === 0 || it.typeOf(tuple) !== it.types.tuple) return [];
  return Array.from({ length: tupleSize(it, tuple) }, (_, i) => it.text(tupleGet(it, tuple, i)));
}

/// Runs `attempt`; what it raises gets a note, or up to 3.11 becomes the cause of a RuntimeError (type_new_set_names).
function explaining(it: Interp, what: string, attempt: () => Ptr): Ptr {
  try {
    return attempt();
  } catch (error) {
    it.isGuestError(error);
    if (it.profile.notesSetName) noteRaised(it, what);
    else raiseFrom(it, it.types.RuntimeError, what);
    throw error;
  }
}

function setNamesOfAttributes(it: Interp, type: TypeObject): void {
  const names = it.own(dictCopy(it, type.dict));
  for (let at = dictNext(it, names, 0); at >= 0; at = dictNext(it, names, at)) {
    const key = dictEntry.key;
    const value = dictEntry.value;
    const what = `Error calling __set_name__ on '${it.typeOf(value).name}' instance ${reprText(it, key)} in '${type.name}'`;
    const method = bindSpecial(it, value, '__set_name__');
    if (method === 0) continue;
    it.own(method);
    it.decref(explaining(it, what, () => call(it, method, [type.ptr, key])));
    it.drop();
  }
  it.drop();
}

/// super(type, type).__init_subclass__(**keywords)
/// What making a class takes of the host's stack beyond what any call does, by estimate.
const CLASS_BYTES = 1800;

function initSubclass(it: Interp, type: TypeObject, args: readonly Ptr[], kwnames: Ptr): void {
  const name = it.name('__init_subclass__');
  for (const base of type.mro.slice(1)) {
    const attr = dictGetItemKnownStr(it, base.dict, name);
    if (attr === 0) continue;
    const get = it.typeOf(attr).slots.descrGet;
    const fn = it.own(get === undefined ? it.newRef(attr) : get(it, attr, 0, type.ptr));
    it.enterNative(CLASS_BYTES);
    try {
      const mark = it.ownUnpacked([], kwnames);
      it.decref(call(it, fn, args.slice(3), kwnames));
      it.unwind(mark);
    } finally {
      it.leaveNative(CLASS_BYTES);
    }
    it.drop();
    return;
  }
}
