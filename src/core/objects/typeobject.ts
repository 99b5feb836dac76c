/// The host side of a type object: its slots as functions, its place in the hierarchy, its layout.
///
/// Slot names are CPython's without `tp_`; number, sequence and mapping slots keep `nb`, `sq`, `mp`.
/// A slot takes borrowed references and returns a new one. It reports an error by throwing (Interp.raise).
import type { Ptr } from '../memory/ram';
import type { BuiltinTypeName } from './builtintypes';
import type { FreeList } from './freelist';
import type { ForwardSlot } from './forward';
import type { Interp } from './interp';

/// Sees each reference an object holds. tp_traverse calls it once a reference, never with 0.
export interface Visitor {
  visit(p: Ptr): void;
}

export type UnarySlot = (it: Interp, self: Ptr) => Ptr;
/// Either operand may be of the slot's type; returns NotImplemented if it cannot.
export type BinarySlot = (it: Interp, left: Ptr, right: Ptr) => Ptr;
export type TernarySlot = (it: Interp, base: Ptr, exponent: Ptr, modulus: Ptr) => Ptr;
/// `args`: positional arguments, then the values of the keywords whose names the tuple `kwnames` (0 = none) holds.
export type CallSlot = (it: Interp, callable: Ptr, args: readonly Ptr[], kwnames: Ptr) => Ptr;

/// Comparison operators in CPython's numbering (Include/object.h Py_LT ...).
export const CompareOp = { LT: 0, LE: 1, EQ: 2, NE: 3, GT: 4, GE: 5 } as const;

export interface Slots {
  /// Bytes of this object as `sys.getsizeof` counts them, without GC head and preheader.
  size: (it: Interp, self: Ptr) => number;
  /// Calls the visitor with every object that this one holds a counted reference to.
  traverse: (it: Interp, self: Ptr, visitor: Visitor) => void;
  /// Drops the references that may be part of a cycle (gc.c delete_garbage).
  clear: (it: Interp, self: Ptr) => void;
  /// Called with count 0: drops what the object holds and frees it.
  dealloc: (it: Interp, self: Ptr) => void;
  /// PEP 442: called once, with count at least 1; never throws.
  finalize: (it: Interp, self: Ptr) => void;
  repr: UnarySlot;
  str: UnarySlot;
  /// Low 32 bits of the hash; the high 32 go to `it.hashHigh`.
  hash: (it: Interp, self: Ptr) => number;
  call: CallSlot;
  getattro: (it: Interp, self: Ptr, name: Ptr) => Ptr;
  /// value 0 = delete.
  setattro: (it: Interp, self: Ptr, name: Ptr, value: Ptr) => void;
  /// May return NotImplemented.
  richcompare: (it: Interp, self: Ptr, other: Ptr, op: number) => Ptr;
  iter: UnarySlot;
  /// Next item, or 0 at the end.
  iternext: UnarySlot;
  /// owner may be 0, instance may be 0.
  descrGet: (it: Interp, descr: Ptr, instance: Ptr, owner: Ptr) => Ptr;
  /// value 0 = delete.
  descrSet: (it: Interp, descr: Ptr, instance: Ptr, value: Ptr) => void;
  init: (it: Interp, self: Ptr, args: readonly Ptr[], kwnames: Ptr) => void;
  new: (it: Interp, type: TypeObject, args: readonly Ptr[], kwnames: Ptr) => Ptr;
  nbAdd: BinarySlot;
  nbSubtract: BinarySlot;
  nbMultiply: BinarySlot;
  nbRemainder: BinarySlot;
  nbDivmod: BinarySlot;
  nbPower: TernarySlot;
  nbNegative: UnarySlot;
  nbPositive: UnarySlot;
  nbAbsolute: UnarySlot;
  nbBool: (it: Interp, self: Ptr) => boolean;
  nbInvert: UnarySlot;
  nbLshift: BinarySlot;
  nbRshift: BinarySlot;
  nbAnd: BinarySlot;
  nbXor: BinarySlot;
  nbOr: BinarySlot;
  nbInt: UnarySlot;
  nbFloat: UnarySlot;
  nbInplaceAdd: BinarySlot;
  nbInplaceSubtract: BinarySlot;
  nbInplaceMultiply: BinarySlot;
  nbInplaceRemainder: BinarySlot;
  nbInplacePower: TernarySlot;
  nbInplaceLshift: BinarySlot;
  nbInplaceRshift: BinarySlot;
  nbInplaceAnd: BinarySlot;
  nbInplaceXor: BinarySlot;
  nbInplaceOr: BinarySlot;
  nbFloorDivide: BinarySlot;
  nbTrueDivide: BinarySlot;
  nbInplaceFloorDivide: BinarySlot;
  nbInplaceTrueDivide: BinarySlot;
  nbIndex: UnarySlot;
  nbMatrixMultiply: BinarySlot;
  nbInplaceMatrixMultiply: BinarySlot;
  mpLength: (it: Interp, self: Ptr) => number;
  mpSubscript: BinarySlot;
  /// value 0 = delete.
  mpAssSubscript: (it: Interp, self: Ptr, key: Ptr, value: Ptr) => void;
  sqLength: (it: Interp, self: Ptr) => number;
  sqConcat: BinarySlot;
  sqRepeat: (it: Interp, self: Ptr, count: number) => Ptr;
  /// index is not negative unless the caller's was and no length is known.
  sqItem: (it: Interp, self: Ptr, index: number) => Ptr;
  /// value 0 = delete.
  sqAssItem: (it: Interp, self: Ptr, index: number, value: Ptr) => void;
  sqContains: (it: Interp, self: Ptr, item: Ptr) => boolean;
  sqInplaceConcat: BinarySlot;
  sqInplaceRepeat: (it: Interp, self: Ptr, count: number) => Ptr;
  amAwait: UnarySlot;
  amAiter: UnarySlot;
  amAnext: UnarySlot;
}

export type SlotName = keyof Slots;
export type PartialSlots = { -readonly [K in SlotName]: Slots[K] | undefined };

/// How a native function takes its arguments, after CPython's METH_ flags.
export type NativeFunction =
  | { readonly kind: 'noargs'; readonly fn: (it: Interp, self: Ptr) => Ptr }
  | { readonly kind: 'o'; readonly fn: (it: Interp, self: Ptr, arg: Ptr) => Ptr }
  | { readonly kind: 'fastcall'; readonly min: number; readonly max: number;
    readonly fn: (it: Interp, self: Ptr, args: readonly Ptr[]) => Ptr }
  | { readonly kind: 'keywords'; readonly fn: (it: Interp, self: Ptr, args: readonly Ptr[], kwnames: Ptr) => Ptr };

export type NativeMethod = NativeFunction & {
  readonly binding?: 'class' | 'static';
  readonly doc?: string;
  /// The special method of its first argument that a builtin function amounts to.
  readonly special?: 'repr' | 'hash' | 'len' | 'getattr' | 'setattr';
};

export interface GetSet {
  readonly get: (it: Interp, self: Ptr) => Ptr;
  /// value 0 = delete; absent: read-only.
  readonly set?: (it: Interp, self: Ptr, value: Ptr) => void;
  readonly doc?: string;
  /// CPython has a member of the structure here (PyMemberDef), or up to 3.11 had: messages differ.
  readonly isMember?: true | 'formerly';
}

/// What a builtin type is made of (PyTypeObject, PyMethodDef, PyGetSetDef).
export interface TypeSpec {
  readonly name: string;
  /// `builtins` if absent.
  readonly module?: string;
  readonly doc?: string;
  /// Key of the base among the builtin types; `object` if absent.
  readonly base?: BuiltinTypeName;
  readonly basicsize: number;
  readonly itemsize?: number;
  readonly hasGc?: boolean;
  /// Py_TPFLAGS_BASETYPE: may be subclassed.
  readonly isBaseType?: boolean;
  /// No `tp_new`: cannot be created by calling it.
  readonly disallowInstantiation?: boolean;
  /// Byte offset of the weakref list in instances; 0 = none.
  readonly weaklistoffset?: number;
  /// Byte offset of an instance dict; 0 = none.
  readonly dictoffset?: number;
  readonly slots?: Partial<Slots>;
  readonly methods?: Readonly<Record<string, NativeMethod>>;
  readonly getset?: Readonly<Record<string, GetSet>>;
  readonly parts?: ShownParts;
  /// Py_TPFLAGS_SEQUENCE or Py_TPFLAGS_MAPPING: what patterns take its instances for.
  readonly collectionFlag?: CollectionFlag;
  readonly forward?: ForwardSlot;
  /// Its tp_new keeps the tuple of the arguments.
  readonly keepsArguments?: boolean;
  /// The references that the object itself counts, where tp_traverse shows others.
  readonly references?: Slots['traverse'];
  /// Py_TPFLAGS_METHOD_DESCRIPTOR
  readonly bindsWithoutObject?: boolean;
}

export type CollectionFlag = 'sequence' | 'mapping';

/// What the trace shows of an instance, where that is the type's own matter.
export interface ShownParts {
  /// How many items it has.
  readonly length?: (it: Interp, self: Ptr) => number;
  /// Calls `visit` with what it refers to, borrowed, `most` items at most, and the label that a learner would use.
  readonly visit: (it: Interp, self: Ptr, most: number, visit: (label: string, target: Ptr) => void) => void;
}

/// Bits of TypeObject.subclass.
export const Subclass = { INT: 1, LIST: 2, TUPLE: 4, BYTES: 8, STR: 16, DICT: 32, EXCEPTION: 64, TYPE: 128 } as const;

/// How instances of a type are laid out, and whether it may be called and derived from.
export type TypeLayout = Pick<TypeSpec, 'basicsize' | 'itemsize' | 'hasGc' | 'isBaseType' | 'disallowInstantiation' | 'dictoffset' | 'weaklistoffset'>;

/// What an exception has besides what all have.
export interface ExceptionLayout {
  /// Names of the fields that its builtin type adds, in order from ExcField.FIRST_EXTRA.
  readonly extra: readonly string[];
  /// Words from the object to its references, in the order in which they are visited and dropped.
  readonly references: readonly number[];
}

/// Host side of one type object on one heap. Its Python-visible references (bases, mro, dict, ...) are in
/// the simulated memory at `ptr`; see type.ts.
export class TypeObject {
  /// The type object; 0 until the heap can hold it (bootstrap).
  ptr: Ptr = 0;
  /// Method resolution order, this type first.
  mro: TypeObject[] = [];
  bases: TypeObject[] = [];
  /// tp_base: the base whose layout this type extends.
  base: TypeObject | undefined = undefined;
  /// The nearest builtin type of tp_base, its base and so on: this type itself if it is one.
  nativeBase: TypeObject = this;
  /// Direct subclasses, in order of creation.
  readonly subclasses: TypeObject[] = [];
  /// The plain weak reference to this type, once somebody has asked for one: each base holds it in its tp_subclasses.
  weakRef: Ptr = 0;
  /// tp_dict, a reference the type object owns.
  dict: Ptr = 0;
  /// Changes when an attribute of the type or one of its bases changes; 0 = never cached. See lookup.ts.
  version = 0;
  readonly isHeapType: boolean;
  /// Py_TPFLAGS_IMMUTABLETYPE: of builtin types all but ExceptionGroup.
  isImmutable: boolean;
  hasGc: boolean;
  /// Deallocations of its instances wait when many are nested (Include/cpython/object.h Py_TRASHCAN_BEGIN).
  usesTrashcan = false;
  basicsize: number;
  itemsize: number;
  dictoffset: number;
  weaklistoffset: number;
  isBaseType: boolean;
  disallowInstantiation: boolean;
  /// Instances keep their attributes in inline values with shared keys (Py_TPFLAGS_MANAGED_DICT).
  hasManagedDict = false;
  hasManagedWeakref = false;
  /// The attributes lie in the instance itself, behind its structure (Py_TPFLAGS_INLINE_VALUES).
  hasInlineValues = false;
  /// Instances are tracked as soon as they are allocated: the builtin base has no GC head (PyType_GenericAlloc).
  tracksAtBirth = false;
  /// Words before the GC head of an instance.
  preheaderWords = 0;
  /// Has abstract methods left (Py_TPFLAGS_IS_ABSTRACT).
  isAbstract = false;
  /// Made by, or derived from a class made by, code that comes with the machine: views leave its instances out until
  /// something of the guest refers to them.
  isLibrary = false;
  /// Static here, a heap type in CPython.
  isHeapInC = false;
  /// `__module__` of a builtin type.
  builtinModule = 'builtins';
  /// The class itself brought the dict or the weak references of its instances, not a base.
  addsDict = false;
  addsWeakref = false;
  /// Instances, as attributes of a class, are called with self in front instead of making a bound method
  /// (Py_TPFLAGS_METHOD_DESCRIPTOR).
  bindsWithoutObject = false;
  /// ht_cached_keys of a class with managed dicts: a dict keys table.
  cachedKeys: Ptr = 0;
  /// Byte offsets of `__slots__` members that this type adds.
  slotOffsets: number[] = [];
  slotNames: string[] = [];
  /// Instances freed so far, those of subclasses not counted.
  freed = 0;
  /// Where blocks of its instances wait for the next ones; undefined: nowhere, or by a rule of the type's own.
  freeList: FreeList | undefined = undefined;
  /// tp_vectorcall: calls make no tuple of the arguments.
  hasVectorcall = false;
  /// tp_subclasses, and the weak reference in the base's one: hidden containers, 0 = none.
  subclassesDict: Ptr = 0;
  /// The ints that stand for it in the dicts of its bases' subclasses: blocks that nobody gets to see.
  readonly subclassKeys: Ptr[] = [];
  subclassReference: Ptr = 0;
  /// Of an exception type; found when first asked for (see exceptions.ts).
  exceptionLayout: ExceptionLayout | undefined = undefined;
  /// `Subclass` bits that answer isinstance for the commonest builtin bases at once (Py_TPFLAGS_*_SUBCLASS).
  subclass = 0;
  parts: ShownParts | undefined = undefined;
  collectionFlag: CollectionFlag | undefined = undefined;
  forward: ForwardSlot | undefined = undefined;
  keepsArguments = false;
  references: Slots['traverse'] | undefined = undefined;
  /// The only instance, of a type that has just one.
  instance: Ptr = 0;
  readonly slots: PartialSlots;
  /// tp_dealloc and tp_traverse, out of `slots` because every object needs them.
  dealloc: Slots['dealloc'] = () => { throw new Error(`${this.name} has no tp_dealloc`); };
  traverse: Slots['traverse'] = () => undefined;

  /// `name` is tp_name: of builtin types outside builtins with the module.
  constructor(readonly index: number, public name: string, isHeapType: boolean, layout: TypeLayout) {
    this.isHeapType = isHeapType;
    this.isImmutable = !isHeapType;
    this.basicsize = layout.basicsize;
    this.itemsize = layout.itemsize ?? 0;
    this.hasGc = layout.hasGc ?? false;
    this.isBaseType = layout.isBaseType ?? false;
    this.disallowInstantiation = layout.disallowInstantiation ?? false;
    this.dictoffset = layout.dictoffset ?? 0;
    this.weaklistoffset = layout.weaklistoffset ?? 0;
    this.slots = emptySlots();
  }

  /// `__name__` of a builtin type.
  get shortName(): string {
    return this.isHeapType ? this.name : this.name.slice(this.name.lastIndexOf('.') + 1);
  }

  isSubtypeOf(other: TypeObject): boolean {
    if (this === other) return true;
    const { mro } = this;
    for (let i = 0; i < mro.length; i++) if (mro[i] === other) return true;
    return false;
  }
}

/// A table without any slot. Made by one literal, so that V8 gives the slots of all types one hidden class.
const emptySlots = (): PartialSlots => ({
  size: undefined, traverse: undefined, clear: undefined, dealloc: undefined, finalize: undefined, repr: undefined,
  str: undefined, hash: undefined, call: undefined, getattro: undefined, setattro: undefined, richcompare: undefined,
  iter: undefined, iternext: undefined, descrGet: undefined, descrSet: undefined, init: undefined, new: undefined,
  nbAdd: undefined, nbSubtract: undefined, nbMultiply: undefined, nbRemainder: undefined, nbDivmod: undefined,
  nbPower: undefined, nbNegative: undefined, nbPositive: undefined, nbAbsolute: undefined, nbBool: undefined,
  nbInvert: undefined, nbLshift: undefined, nbRshift: undefined, nbAnd: undefined, nbXor: undefined, nbOr: undefined,
  nbInt: undefined, nbFloat: undefined, nbInplaceAdd: undefined, nbInplaceSubtract: undefined,
  nbInplaceMultiply: undefined, nbInplaceRemainder: undefined, nbInplacePower: undefined, nbInplaceLshift: undefined,
  nbInplaceRshift: undefined, nbInplaceAnd: undefined, nbInplaceXor: undefined, nbInplaceOr: undefined,
  nbFloorDivide: undefined, nbTrueDivide: undefined, nbInplaceFloorDivide: undefined, nbInplaceTrueDivide: undefined,
  nbIndex: undefined, nbMatrixMultiply: undefined, nbInplaceMatrixMultiply: undefined, mpLength: undefined,
  mpSubscript: undefined, mpAssSubscript: undefined, sqLength: undefined, sqConcat: undefined, sqRepeat: undefined,
  sqItem: undefined, sqAssItem: undefined, sqContains: undefined, sqInplaceConcat: undefined,
  sqInplaceRepeat: undefined, amAwait: undefined, amAiter: undefined, amAnext: undefined
});
