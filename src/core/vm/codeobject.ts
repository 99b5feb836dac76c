/// Code objects (Objects/codeobject.c). Fields: co_consts p+4, co_names p+6, co_localsplusnames p+8, co_filename p+10,
/// co_name p+12, co_qualname p+14, host index p+16.
import type { CodeObject, Const } from '../compiler/code';
import { CodeFlag } from '../compiler/code';
import { countCodeUnits } from '../compiler/codeunits';
import { constRepr } from '../compiler/constRepr';
import { strConst } from '../compiler/constants';
import { isTracked, track } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { hash, reprText } from '../objects/abstract';
import { newBytes } from '../objects/bytes';
import { newComplex } from '../objects/complex';
import { newFloat } from '../objects/float';
import { intFrom, newInt } from '../objects/int';
import { hexAddress } from '../objects/object';
import { forEachSetKey, frozensetFrom } from '../objects/set';
import { newSlice } from '../objects/slice';
import { intern, newStr } from '../objects/str';
import { tupleGet, tupleSteal } from '../objects/tuple';
import { recordSlots } from '../objects/record';
import type { Interp } from '../objects/interp';
import { CompareOp } from '../objects/typeobject';
import type { TypeSpec } from '../objects/typeobject';
import { clearWeakRefs } from '../objects/weakref';
import { CACHE_WORDS } from './inlinecache';
import type { Compiled } from './jit/compiled';
import type { Vm } from './vm';
import { vmOf } from './vm';

const CONSTS = 4;
const NAMES = 6;
const LOCALSPLUSNAMES = 8;
const FILENAME = 10;
export const CODE_NAME = 12;
export const CODE_QUALNAME = 14;
/// Word of a code object with its index in `codes`.
export const CODE_HOST = 16;
/// co_varnames, co_freevars and co_cellvars, once asked for (_co_cached).
const VARNAMES = 18;
const FREEVARS = 20;
const CELLVARS = 22;
const REFERENCES = [CONSTS, NAMES, LOCALSPLUSNAMES, FILENAME, CODE_NAME, CODE_QUALNAME, VARNAMES, FREEVARS, CELLVARS];

/// How the file names of modules that come with the machine begin.
export const FROZEN = '<frozen ';

/// The host side of a code object: what the eval loop reads at every step.
export class HostCode {
  readonly instructions: Int32Array;
  readonly lines: Int32Array;
  readonly consts: Int32Array;
  /// Immortal interned strings.
  readonly names: Int32Array;
  /// What the instructions found; see inlinecache.
  readonly cache: Int32Array;
  readonly nlocalsplus: number;
  readonly stacksize: number;
  readonly room: number;
  readonly argcount: number;
  /// argcount if a call with just so many positional arguments needs no further binding; else -1.
  readonly simpleArgcount: number;
  /// Has neither keyword-only parameters nor `**kwargs`: positional arguments, defaults and `*args` fill it.
  readonly isPositional: boolean;
  readonly hasVarargs: boolean;
  readonly isGenerator: boolean;
  /// What the CALL instructions know of the classes they called: 0 = never ran, 1 = ran, else the class whose constructor
  /// runs in the same eval loop (the inline caches of CALL_ALLOC_AND_ENTER_INIT). What BINARY_OP knows of str is there too
  /// (see addstrings.ts).
  readonly callSites: Int32Array;
  /// How often each was asked for another class than the one it knows.
  readonly callMisses: Uint8Array;
  /// Begun calls and loops, up to WARM.
  warmth = 0;

  /// Begun calls and jumps back until the code is hot, and then what it was compiled to (see jit).
  heat: number;
  compiled: Compiled | undefined = undefined;

  /// `isLibrary`: of a module that comes with the machine, or made by one from a text (the `__init__` of a dataclass).
  constructor(readonly plain: CodeObject, readonly ptr: Ptr, consts: readonly Ptr[], names: readonly Ptr[], heat: number, readonly isLibrary: boolean) {
    this.heat = heat;
    // A copy: recording puts BREAKPOINT in places.
    this.instructions = plain.instructions.slice();
    this.callSites = new Int32Array(plain.instructions.length);
    this.callMisses = new Uint8Array(plain.instructions.length);
    this.lines = plain.lines;
    this.cache = new Int32Array(CACHE_WORDS * (plain.instructions.length + 1));
    this.consts = Int32Array.from(consts);
    this.names = Int32Array.from(names);
    this.nlocalsplus = plain.localsplusnames.length;
    this.stacksize = plain.stacksize;
    this.room = plain.room;
    this.argcount = plain.argcount;
    const special = CodeFlag.VARARGS | CodeFlag.VARKEYWORDS;
    this.simpleArgcount = (plain.flags & special) === 0 && plain.kwonlyargcount === 0 ? plain.argcount : -1;
    this.isPositional = (plain.flags & CodeFlag.VARKEYWORDS) === 0 && plain.kwonlyargcount === 0;
    this.hasVarargs = (plain.flags & CodeFlag.VARARGS) !== 0;
    this.isGenerator = (plain.flags & (CodeFlag.GENERATOR | CodeFlag.COROUTINE | CodeFlag.ASYNC_GENERATOR)) !== 0;
  }

  has(flag: number): boolean {
    return (this.plain.flags & flag) !== 0;
  }
}

/// The host side of a code object.
export function hostCode(vm: Vm, code: Ptr): HostCode {
  return vm.codes.get(vm.i32[code + CODE_HOST]!);
}

/// Size of a code object, whose bytecode follows its fields (code_sizeof).
const codeBytes = (it: Interp, { instructions }: CodeObject): number => (it.types.code.basicsize + 2 * countCodeUnits(instructions, it.profile.version) + 7) & ~7;

/// Makes the code object and, through its constants, those within it.
export function newCode(vm: Vm, plain: CodeObject, shared: SharedConstants): Ptr {
  const { watcher } = shared;
  watcher.begin(plain);
  const consts = plain.consts.map(value => {
    const p = constObject(vm, value, shared);
    watcher.constant(value);
    return p;
  });
  for (const value of plain.unusedConsts) watcher.unused(value);
  const names = plain.names.map(name => vm.name(name));
  const type = vm.types.code;
  const p = vm.allocObject(type, codeBytes(vm, plain));
  for (let i = p + 4; i < p + (type.basicsize >> 2); i++) vm.i32[i] = 0;
  const tuple = (items: readonly Ptr[], values: readonly Const[], ofList = false): Ptr => {
    const known = shared.tuples.size;
    const made = sharedTuple(vm, items, shared, ofList);
    watcher.tuple(values, shared.tuples.size > known);
    return made;
  };
  watcher.assemble(plain);
  vm.i32[p + NAMES] = tuple(names.map(name => vm.newRef(name)), plain.names.map(strConst));
  vm.i32[p + CONSTS] = tuple(consts, plain.consts, true);
  const slots = plain.localsplusnames.map(name => vm.newRef(vm.name(name)));
  if (plain.renamesFormat) {
    // codegen_leave_annotations_scope
    watcher.replaced(['.format', ...plain.localsplusnames.slice(1)].map(strConst));
    vm.i32[p + LOCALSPLUSNAMES] = tupleSteal(vm, slots);
    trackAll(vm, vm.i32[p + LOCALSPLUSNAMES]!, slots.length);
  } else vm.i32[p + LOCALSPLUSNAMES] = tuple(slots, plain.localsplusnames.map(strConst));
  watcher.end();
  vm.i32[p + FILENAME] = intern(vm, plain.filename);
  vm.i32[p + CODE_NAME] = vm.newRef(vm.name(plain.name));
  vm.i32[p + CODE_QUALNAME] = intern(vm, plain.qualname);
  const isLibrary = plain.filename.startsWith(FROZEN) || (plain.filename === '<string>' && vm.hooks.runsLibrary(vm));
  vm.i32[p + CODE_HOST] = vm.codes.add(new HostCode(plain, p, consts, names, vm.jit.threshold, isLibrary));
  return p;
}

/// Is told how code objects are made, for what the compiler takes meanwhile.
export interface CodeWatcher {
  begin(code: CodeObject): void;
  constant(value: Const): void;
  unused(value: Const): void;
  /// Before the tuples of names, constants and slots.
  assemble(code: CodeObject): void;
  tuple(items: readonly Const[], isNew: boolean): void;
  /// A tuple that another took the place of.
  replaced(items: readonly Const[]): void;
  end(): void;
}

const nothing = (): void => undefined;
export const NO_WATCHER: CodeWatcher = { begin: nothing, constant: nothing, unused: nothing, assemble: nothing, tuple: nothing, replaced: nothing, end: nothing };

/// What a compilation's code objects share, borrowed: an equal constant is one object.
export interface SharedConstants {
  readonly objects: Map<Const, Ptr>;
  /// Tuples by what they hold: all constants are merged, so equal items are the same object.
  readonly tuples: Map<string, Ptr>;
  readonly watcher: CodeWatcher;
}

export const newSharedConstants = (watcher: CodeWatcher): SharedConstants => ({ objects: new Map(), tuples: new Map(), watcher });

/// A tuple of the items, whose references it steals; an equal one that is there already (merge_const_one). A new one is tracked
/// until its first collection, whatever it holds (PyTuple_New); one of a list's items (PyList_AsTuple) as other tuples are.
function sharedTuple(vm: Vm, items: readonly Ptr[], { tuples }: SharedConstants, ofList = false): Ptr {
  const key = items.join();
  const known = tuples.get(key);
  if (known !== undefined) {
    for (const item of items) vm.decref(item);
    return vm.newRef(known);
  }
  const made = tupleSteal(vm, items);
  if (!ofList) trackAll(vm, made, items.length);
  tuples.set(key, made);
  return made;
}

/// Tracks a tuple that was made before its items were in it.
function trackAll(it: Interp, tuple: Ptr, size: number): void {
  if (size > 0 && !isTracked(it.i32, tuple)) track(it.i32, tuple);
}

/// Strings that look like identifiers are interned (Objects/codeobject.c should_intern_string).
const IDENTIFIER_LIKE = /^[A-Za-z0-9_]*$/;

function constObject(vm: Vm, value: Const, shared: SharedConstants): Ptr {
  const known = shared.objects.get(value);
  if (known !== undefined) return vm.newRef(known);
  const made = newConst(vm, value, shared);
  shared.objects.set(value, made);
  return made;
}

function newConst(vm: Vm, value: Const, shared: SharedConstants): Ptr {
  switch (value.type) {
    case 'None': return vm.singletons.none;
    case 'Ellipsis': return vm.singletons.ellipsis;
    case 'bool': return vm.bool(value.value);
    case 'int': return intFrom(vm, value.value);
    case 'float': return newFloat(vm, value.value);
    case 'complex': return newComplex(vm, value.real, value.imag);
    case 'str': return IDENTIFIER_LIKE.test(value.value) ? intern(vm, value.value) : newStr(vm, value.value);
    case 'bytes': return newBytes(vm, value.value);
    case 'tuple': return sharedTuple(vm, value.items.map(item => constObject(vm, item, shared)), shared);
    case 'code': return newCode(vm, value.code, shared);
    case 'slice': {
      const parts = [value.start, value.stop, value.step].map(part => constObject(vm, part, shared));
      const slice = newSlice(vm, parts[0]!, parts[1]!, parts[2]!);
      for (const part of parts) vm.decref(part);
      return slice;
    }
    case 'frozenset': {
      const items = value.items.map(item => constObject(vm, item, shared));
      const set = frozensetFrom(vm, items);
      for (const item of items) vm.decref(item);
      return vm.profile.foldsConstantsInAst ? madeAgain(vm, set) : set;
    }
  }
}

/// A frozenset of the items of another, which goes away, in the order of its table: what the compiler kept of a set
/// (CPython 3.13 Python/compile.c merge_consts_recursive).
function madeAgain(vm: Vm, set: Ptr): Ptr {
  const items: Ptr[] = [];
  forEachSetKey(vm, set, key => items.push(vm.newRef(key)));
  vm.decref(set);
  const again = frozensetFrom(vm, items);
  for (const item of items) vm.decref(item);
  return again;
}

/// What is known of a program's tree.
export interface TreeLiterals {
  /// Its numbers and texts, as `literalKey` has them; undefined: the compiler folds in the tree, so that all constants are there.
  readonly texts: ReadonlySet<string> | undefined;
  /// Tuples of the tree that are not what is loaded (`tuplesOfCode`): they are there already.
  readonly apart: ReadonlySet<string>;
}

/// A literal by type and text.
export const literalKey = (type: string, text: string): string => `${type} ${text}`;

/// While a text runs, a script or what exec() is given, CPython's parser keeps every literal of its syntax tree alive
/// (Python/pythonrun.c pyrun_file, _PyRun_StringFlagsWithName, its arena): one more reference each, here among the held ones.
export function holdLiterals(vm: Vm, code: Ptr, tree: TreeLiterals): void {
  const { int, float, complex, str, bytes } = vm.types;
  const simple = [int, float, complex, str, bytes];
  const seen = new Set<Ptr>();
  // No repr() of CPython's: it must not have a collection run.
  const textOf = (value: Ptr): string => {
    const { gcScheduled } = vm;
    vm.gcScheduled = false;
    const text = reprText(vm, value);
    vm.gcScheduled = gcScheduled;
    return text;
  };
  const isLiteral = (value: Ptr): boolean => tree.texts === undefined || tree.texts.has(literalKey(vm.typeOf(value).name, textOf(value)));
  const hold = (value: Ptr, plain: Const): void => {
    if (plain.type === 'code') return holdAll(value);
    if (seen.has(value) || vm.isImmortal(value)) return;
    seen.add(value);
    if (plain.type === 'tuple') {
      if (plain.origin === undefined) return;
      plain.items.forEach((item, i) => hold(tupleGet(vm, value, i), item));
      if (plain.origin === 'tree' && !tree.apart.has(constRepr(plain))) vm.own(vm.newRef(value));
    } else if (simple.includes(vm.typeOf(value)) && isLiteral(value)) {
      vm.own(vm.newRef(value));
      if (plain.type === 'bytes' && vm.profile.arenaHoldsBytesTwice) vm.own(vm.newRef(value));
    }
  };
  const holdAll = (p: Ptr): void => {
    const { consts, plain } = hostCode(vm, p);
    consts.forEach((value, i) => hold(value, plain.consts[i]!));
  };
  holdAll(code);
}

const drop = recordSlots(REFERENCES);

/// A tuple of names of locals, which the code keeps from 3.12 on (Objects/codeobject.c get_cached_locals).
function namesIn(it: Interp, p: Ptr, field: number, names: readonly string[]): Ptr {
  const known = it.i32[p + field]!;
  if (known !== 0) return it.newRef(known);
  const made = tupleSteal(it, names.map(name => intern(it, name)));
  trackAll(it, made, names.length);
  if (it.profile.cachesCodeNames) it.i32[p + field] = it.newRef(made);
  return made;
}

/// Code that does the same for the same constants, names and lines is equal (code_richcompare).
function sameCode(a: CodeObject, b: CodeObject): boolean {
  const head = ({ name, argcount, posonlyargcount, kwonlyargcount, flags, firstlineno, localsplusnames, localspluskinds, names }: CodeObject): string =>
    JSON.stringify([name, argcount, posonlyargcount, kwonlyargcount, flags, firstlineno, localsplusnames, localspluskinds, names]);
  return head(a) === head(b)
    && (['instructions', 'positions', 'exceptiontable'] as const).every(part => a[part].join() === b[part].join())
    && a.consts.length === b.consts.length && a.consts.every((value, i) => sameConst(value, b.consts[i]!));
}

/// Equal and of the same type, item by item (_PyCode_ConstantKey).
function sameConst(a: Const, b: Const): boolean {
  if (a.type === 'code') return b.type === 'code' && sameCode(a.code, b.code);
  if (a.type === 'tuple') return b.type === 'tuple' && a.items.length === b.items.length && a.items.every((item, i) => sameConst(item, b.items[i]!));
  return constRepr(a) === constRepr(b);
}

export const codeSpec: TypeSpec = {
  name: 'code',
  basicsize: 208,
  weaklistoffset: 144,
  disallowInstantiation: true,
  slots: {
    size: (it, p) => codeBytes(it, hostCode(vmOf(it), p).plain),
    traverse: drop.traverse,
    richcompare: (it, a, b, op) => {
      if ((op !== CompareOp.EQ && op !== CompareOp.NE) || it.typeOf(b) !== it.types.code) return it.singletons.notImplemented;
      const vm = vmOf(it);
      return it.bool(sameCode(hostCode(vm, a).plain, hostCode(vm, b).plain) === (op === CompareOp.EQ));
    },
    hash: (it, p) => {
      const { plain } = hostCode(vmOf(it), p);
      const name = hash(it, it.i32[p + CODE_NAME]!);
      return name ^ plain.firstlineno ^ (plain.instructions.length << 8);
    },
    dealloc: (it, p) => {
      clearWeakRefs(it, p);
      vmOf(it).codes.remove(it.i32[p + CODE_HOST]!);
      drop.clear(it, p);
      it.freeInstance(p);
    },
    repr: (it, p) => {
      const { plain } = hostCode(vmOf(it), p);
      return newStr(it, `<code object ${plain.name} at ${hexAddress(p)}, file "${plain.filename}", line ${plain.firstlineno}>`);
    }
  },
  getset: {
    co_name: { isMember: true, get: (it, p) => it.newRef(it.i32[p + CODE_NAME]!) },
    co_qualname: { isMember: true, get: (it, p) => it.newRef(it.i32[p + CODE_QUALNAME]!) },
    co_filename: { isMember: true, get: (it, p) => it.newRef(it.i32[p + FILENAME]!) },
    co_consts: { isMember: true, get: (it, p) => it.newRef(it.i32[p + CONSTS]!) },
    co_names: { isMember: true, get: (it, p) => it.newRef(it.i32[p + NAMES]!) },
    co_firstlineno: { isMember: true, get: (it, p) => newInt(it, hostCode(vmOf(it), p).plain.firstlineno) },
    co_argcount: { isMember: true, get: (it, p) => newInt(it, hostCode(vmOf(it), p).argcount) },
    co_kwonlyargcount: { isMember: true, get: (it, p) => newInt(it, hostCode(vmOf(it), p).plain.kwonlyargcount) },
    co_posonlyargcount: { isMember: true, get: (it, p) => newInt(it, hostCode(vmOf(it), p).plain.posonlyargcount) },
    co_flags: { isMember: true, get: (it, p) => newInt(it, hostCode(vmOf(it), p).plain.flags & ~it.profile.hiddenCodeFlags) },
    co_nlocals: { isMember: true, get: (it, p) => newInt(it, hostCode(vmOf(it), p).plain.nlocals) },
    co_stacksize: { isMember: true, get: (it, p) => newInt(it, hostCode(vmOf(it), p).stacksize) },
    co_varnames: { get: (it, p) => namesIn(it, p, VARNAMES, hostCode(vmOf(it), p).plain.varnames) },
    co_freevars: { get: (it, p) => namesIn(it, p, FREEVARS, hostCode(vmOf(it), p).plain.freevars) },
    co_cellvars: { get: (it, p) => namesIn(it, p, CELLVARS, hostCode(vmOf(it), p).plain.cellvars) }
  }
};
