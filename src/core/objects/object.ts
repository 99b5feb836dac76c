/// The type `object`, and generic attribute access (Objects/object.c, Objects/typeobject.c object_*).
import { track } from '../memory/gchead';
import { addressOf } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { isTrue, str, uncheckedRepr } from './abstract';
import { raiseAttributeError, raiseSetAttributeError } from './exceptions';
import { dictDelItem, dictGetItem, dictSetItem } from './dictobject';
import { dictAtPointer, dictPointer } from './dictpointer';
import { areApart } from './dictvalues';
import { getManagedDict, initValuesApart, instanceGetAttr, instanceSetAttr } from './instanceattrs';
import { newInt } from './int';
import { argumentTypeName } from './args';
import type { Interp } from './interp';
import { dirList } from './dir';
import { typeLookup } from './lookup';
import { isStr, newStr, strLength } from './str';
import { tupleSize } from './tuple';
import { checkAbstract, setClass } from './typeattrs';
import { moduleOfType, qualnameOfType } from './typenames';
import { CompareOp } from './typeobject';
import type { TypeObject, TypeSpec } from './typeobject';

/// `0x7f3a00001230`, as repr and id() show an object's place.
export function hexAddress(p: Ptr): string {
  return `0x${addressOf(p).toString(16)}`;
}

/// An attribute in the instance itself, borrowed; 0 = none.
export function instanceLookup(it: Interp, type: TypeObject, p: Ptr, name: Ptr): Ptr {
  if (type.hasManagedDict) return instanceGetAttr(it, p, name);
  if (type.dictoffset === 0) return 0;
  const dict = it.i32[dictPointer(it, type, p)]!;
  return dict === 0 ? 0 : dictGetItem(it, dict, name);
}

/// PyObject_GenericGetAttr.
export function genericGetAttr(it: Interp, p: Ptr, name: Ptr): Ptr {
  return genericLookupAttr(it, p, name) || raiseAttributeError(it, p, name, `'${it.typeOf(p).name}' object has no attribute '${it.text(name)}'`);
}

/// The same, but 0 if there is no such attribute (_PyObject_GenericGetAttrWithDict that suppresses). A descriptor may
/// raise AttributeError.
export function genericLookupAttr(it: Interp, p: Ptr, name: Ptr): Ptr {
  if (!isStr(it, name)) it.typeError(`attribute name must be string, not '${it.typeOf(name).name}'`);
  const type = it.typeOf(p);
  const descr = typeLookup(it, type, name);
  const descrSlots = descr === 0 ? undefined : it.typeOf(descr).slots;
  if (descrSlots?.descrGet !== undefined && descrSlots.descrSet !== undefined) return getFrom(it, descr, p, type);
  // Keys of the instance's dict may run code when compared, which may take the descriptor away.
  if (descr !== 0) it.own(it.newRef(descr));
  const value = instanceLookup(it, type, p, name);
  if (value !== 0) {
    return descr === 0 ? it.newRef(value) : it.dropFor(it.newRef(value));
  }
  if (descrSlots?.descrGet !== undefined) return it.dropFor(descrSlots.descrGet(it, descr, p, type.ptr));
  return descr === 0 ? 0 : it.take();
}

/// Calls a descriptor found on the type; held, since the call may remove it from there.
function getFrom(it: Interp, descr: Ptr, p: Ptr, type: TypeObject): Ptr {
  it.own(it.newRef(descr));
  return it.dropFor(it.typeOf(descr).slots.descrGet!(it, descr, p, type.ptr));
}

/// The instance's `__dict__`, borrowed; made now if it was not there yet (PyObject_GenericGetDict).
export const genericGetDict = (it: Interp, p: Ptr): Ptr => (it.typeOf(p).hasManagedDict ? getManagedDict(it, p) : dictAtPointer(it, p));

/// PyObject_GenericSetAttr; value 0 = delete.
export function genericSetAttr(it: Interp, p: Ptr, name: Ptr, value: Ptr): void {
  if (!isStr(it, name)) it.typeError(`attribute name must be string, not '${it.typeOf(name).name}'`);
  const type = it.typeOf(p);
  const descr = typeLookup(it, type, name);
  if (descr !== 0) {
    const set = it.typeOf(descr).slots.descrSet;
    if (set !== undefined) {
      it.own(it.newRef(descr));
      set(it, descr, p, value);
      it.drop();
      return;
    }
  }
  if (type.hasManagedDict) {
    if (instanceSetAttr(it, p, name, value)) return;
    // _PyObject_StoreInstanceAttribute does not say of what object.
    if (type.hasInlineValues) it.raise(it.types.AttributeError, `'${type.name}' object has no attribute '${it.text(name)}'`);
  } else if (type.dictoffset !== 0) {
    if (value !== 0) {
      dictSetItem(it, dictAtPointer(it, p), name, value);
      return;
    }
    // The dict is made even to delete from it (Objects/dictobject.c _PyObjectDict_SetItem).
    if (dictDelItem(it, dictAtPointer(it, p), name)) return;
  } else {
    const text = it.text(name);
    const what = descr === 0
      ? type.slots.setattro === genericSetAttr ? `'${type.name}' object has no attribute '${text}'${it.profile.saysNoDict ? ` and no __dict__ for setting new attributes` : ''}` : `'${type.name}' object has no attribute '${text}'`
      : `'${type.name}' object attribute '${text}' is read-only`;
    if (descr !== 0) it.raise(it.types.AttributeError, what);
    raiseSetAttributeError(it, p, name, what);
  }
  raiseSetAttributeError(it, p, name, `'${type.name}' object has no attribute '${it.text(name)}'`);
}

/// Whether `__new__` or `__init__` of object gets arguments that nobody takes (object_new, object_init).
function checkExcessArgs(it: Interp, type: TypeObject, args: readonly Ptr[], kwnames: Ptr, calledNew: boolean): void {
  if (args.length === 0 && (kwnames === 0 || tupleSize(it, kwnames) === 0)) return;
  const overridesNew = type.slots.new !== it.types.object.slots.new;
  const overridesInit = type.slots.init !== it.types.object.slots.init;
  if (calledNew) {
    if (overridesNew) it.typeError('object.__new__() takes exactly one argument (the type to instantiate)');
    if (!overridesInit) it.typeError(`${type.name}() takes no arguments`);
  } else {
    if (overridesInit) it.typeError('object.__init__() takes exactly one argument (the instance to initialize)');
    if (!overridesNew) it.typeError(`${type.name}.__init__() takes exactly one argument (the instance to initialize)`);
  }
}

function objectRepr(it: Interp, p: Ptr): Ptr {
  const type = it.typeOf(p);
  const module = moduleOfType(it, type);
  const prefix = module === '' || module === 'builtins' ? '' : `${module}.`;
  return newStr(it, `<${prefix}${qualnameOfType(it, type)} object at ${hexAddress(p)}>`);
}

/// Hash of an object by its address (Python/pyhash.c Py_HashPointer: rotated by 4).
export function hashPointer(it: Interp, p: Ptr): number {
  // Objects are 16-byte aligned: the bits that come round are zeros.
  const rotated = addressOf(p) / 16;
  it.hashHigh = Math.floor(rotated / 2 ** 32);
  return rotated | 0;
}

/// An instance of the type with nothing set, tracked (object_new).
export function newBareInstance(it: Interp, type: TypeObject): Ptr {
  const p = it.allocInstance(type, type.basicsize);
  if (type.hasGc && !type.tracksAtBirth) track(it.i32, p);
  if (type.hasManagedDict && areApart(it)) initValuesApart(it, p, type);
  return p;
}

/// Builtin types with a `__sizeof__` of their own: object's knows the structure only, not the tables that it points to.
export const SIZED_TYPES: ReadonlySet<string> = new Set(['list', 'dict', 'set', 'frozenset', 'bytearray', 'code', 'frame', 'OrderedDict', 'deque']);

export const objectSpec: TypeSpec = {
  name: 'object',
  basicsize: 16,
  isBaseType: true,
  slots: {
    size: (it, p) => it.typeOf(p).basicsize,
    dealloc: (it, p) => it.freeInstance(p),
    repr: objectRepr,
    str: uncheckedRepr,
    hash: hashPointer,
    getattro: genericGetAttr,
    setattro: genericSetAttr,
    richcompare: (it, self, other, op) => {
      if (op === CompareOp.EQ) return self === other ? it.singletons.true : it.singletons.notImplemented;
      if (op !== CompareOp.NE || it.typeOf(self).slots.richcompare === undefined) return it.singletons.notImplemented;
      const equal = it.typeOf(self).slots.richcompare!(it, self, other, CompareOp.EQ);
      if (equal === it.singletons.notImplemented) return equal;
      it.own(equal);
      const truth = isTrue(it, equal);
      it.drop();
      return it.bool(!truth);
    },
    new: (it, type, args, kwnames) => {
      checkExcessArgs(it, type, args, kwnames, true);
      checkAbstract(it, type);
      return newBareInstance(it, type);
    },
    init: (it, p, args, kwnames) => checkExcessArgs(it, it.typeOf(p), args, kwnames, false)
  },
  getset: {
    __class__: {
      get: (it, p) => it.newRef(it.typeOf(p).ptr),
      set: (it, p, value) => setClass(it, p, value)
    }
  },
  methods: {
    __format__: {
      kind: 'o',
      fn: (it, p, spec) => {
        if (!isStr(it, spec)) it.typeError(`__format__() argument must be str, not ${argumentTypeName(it, spec)}`);
        if (strLength(it, spec) > 0) it.typeError(`unsupported format string passed to ${it.typeOf(p).name}.__format__`);
        return str(it, p);
      }
    },
    __dir__: { kind: 'noargs', fn: (it, p) => dirList(it, p) },
    __sizeof__: {
      kind: 'noargs',
      fn: (it, p) => {
        const type = it.typeOf(p);
        return newInt(it, type.mro.some(base => SIZED_TYPES.has(base.name) && base.isImmutable) ? type.basicsize : type.slots.size!(it, p));
      }
    },
    __init_subclass__: { kind: 'noargs', binding: 'class', fn: it => it.singletons.none },
    __subclasshook__: { kind: 'keywords', binding: 'class', fn: it => it.singletons.notImplemented }
  }
};
