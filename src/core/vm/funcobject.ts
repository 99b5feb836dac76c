/// Python functions (Objects/funcobject.c). Each field of 8 bytes is a counted reference, 0 = NULL.
import { track } from '../memory/gchead';
import { zeroWords } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { bindArguments } from '../objects/args';
import { newBoundMethod } from '../objects/classobject';
import { dictAttribute } from '../objects/dictattribute';
import { dictGetItemKnownStr, dictSetItem, isDict, newDict } from '../objects/dictobject';
import { lookup } from '../objects/dictlookup';
import { raiseAttributeError } from '../objects/exceptions';
import type { Interp } from '../objects/interp';
import { genericGetAttr, genericSetAttr, hexAddress } from '../objects/object';
import { recordSlots, setReference } from '../objects/record';
import { isStr, newStr, strHash } from '../objects/str';
import { isTuple, newTuple, tupleGet, tupleSize, tupleToArray } from '../objects/tuple';
import type { GetSet, TypeSpec } from '../objects/typeobject';
import { call } from '../objects/abstract';
import { callFunction } from './calls';
import { CODE_NAME, CODE_QUALNAME, hostCode } from './codeobject';
import { hinted } from './inlinecache';
import { vmOf } from './vm';
import type { Vm } from './vm';

export const Func = {
  GLOBALS: 4, BUILTINS: 6, NAME: 8, QUALNAME: 10, CODE: 12, DEFAULTS: 14, KWDEFAULTS: 16, CLOSURE: 18, DOC: 20, DICT: 22,
  WEAKLIST: 24, MODULE: 26, ANNOTATIONS: 28, ANNOTATE: 30, TYPEPARAMS: 32
} as const;

/// In the order of func_clear and func_dealloc.
const REFERENCES = [
  Func.GLOBALS, Func.BUILTINS, Func.MODULE, Func.DEFAULTS, Func.KWDEFAULTS, Func.DOC, Func.DICT, Func.CLOSURE, Func.ANNOTATIONS,
  Func.ANNOTATE, Func.TYPEPARAMS, Func.NAME, Func.QUALNAME, Func.CODE
];

/// In the order of func_traverse.
const TRAVERSED = [
  Func.CODE, Func.GLOBALS, Func.BUILTINS, Func.MODULE, Func.DEFAULTS, Func.KWDEFAULTS, Func.DOC, Func.NAME, Func.DICT, Func.CLOSURE,
  Func.ANNOTATIONS, Func.ANNOTATE, Func.TYPEPARAMS, Func.QUALNAME
];

const nameName = (vm: Vm): Ptr => vm.nameName || (vm.nameName = vm.name('__name__'));
const builtinsName = (vm: Vm): Ptr => vm.builtinsName || (vm.builtinsName = vm.name('__builtins__'));

/// A function of this code and these globals, all borrowed (PyFunction_NewWithQualName).
export function newFunction(vm: Vm, code: Ptr, globals: Ptr): Ptr {
  const { i32 } = vm;
  const bytes = vm.profile.functionBytes;
  const p = vm.allocGc(vm.types.function, bytes);
  zeroWords(vm.f64, p + 4, p + (bytes >> 2));
  const host = hostCode(vm, code);
  i32[p + Func.GLOBALS] = vm.newRef(globals);
  i32[p + Func.BUILTINS] = vm.newRef(builtinsOf(vm, globals));
  i32[p + Func.NAME] = vm.newRef(i32[code + CODE_NAME]!);
  i32[p + Func.QUALNAME] = vm.newRef(i32[code + CODE_QUALNAME]!);
  i32[p + Func.CODE] = vm.newRef(code);
  i32[p + Func.DOC] = host.plain.docstring === undefined ? vm.singletons.none : vm.newRef(host.consts[0]!);
  const module = globalOf(vm, globals, nameName(vm), 0);
  if (module !== 0) i32[p + Func.MODULE] = vm.newRef(module);
  track(i32, p);
  return p;
}

/// types.FunctionType(code, globals, name, argdefs, closure, kwdefaults) (func_new_impl).
function functionFrom(it: Interp, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const { none } = it.singletons;
  const names = ['code', 'globals', 'name', 'argdefs', 'closure', ...(it.profile.functionTakesKwdefaults ? ['kwdefaults'] : [])];
  const given = bindArguments(it, 'function', names, { required: 2 }, args, kwnames);
  const [code, globals, name, defaults, closure, kwdefaults] = Array.from({ length: 6 }, (_, i) => given[i] || none) as [Ptr, Ptr, Ptr, Ptr, Ptr, Ptr];
  const typeName = (p: Ptr): string => it.typeOf(p).name;
  if (it.typeOf(code) !== it.types.code) it.typeError(`function() argument 'code' must be code, not ${typeName(code)}`);
  if (!isDict(it, globals)) it.typeError(`function() argument 'globals' must be dict, not ${typeName(globals)}`);
  if (name !== none && !isStr(it, name)) it.typeError('arg 3 (name) must be None or string');
  if (defaults !== none && !isTuple(it, defaults)) it.typeError('arg 4 (defaults) must be None or tuple');
  const { name: codeName, freevars } = hostCode(vmOf(it), code).plain;
  const free = freevars.length;
  const isGiven = isTuple(it, closure);
  if (!isGiven && free > 0 && closure === none) it.typeError('arg 5 (closure) must be tuple');
  if (!isGiven && closure !== none) it.typeError('arg 5 (closure) must be None or tuple');
  if (kwdefaults !== none && !isDict(it, kwdefaults)) it.typeError('arg 6 (kwdefaults) must be None or dict');
  const cells = isGiven ? tupleToArray(it, closure) : [];
  if (cells.length !== free) it.valueError(`${codeName} requires closure of length ${free}, not ${cells.length}`);
  const wrong = cells.find(cell => it.typeOf(cell) !== it.types.cell);
  if (wrong !== undefined) it.typeError(`arg 5 (closure) expected cell, found ${typeName(wrong)}`);
  const made = newFunction(vmOf(it), code, globals);
  const fields = [[Func.NAME, name], [Func.DEFAULTS, defaults], [Func.CLOSURE, closure], [Func.KWDEFAULTS, kwdefaults]] as const;
  for (const [field, value] of fields) if (value !== none) setReference(it, made, field, it.newRef(value));
  return made;
}

/// What the globals have under a name, borrowed; 0 = nothing. Modules have the same names first: `which` says at which entry it was
/// found last.
function globalOf(vm: Vm, globals: Ptr, name: Ptr, which: 0 | 1): Ptr {
  const { i32, moduleEntries } = vm;
  const found = i32[globals + 10] === 0 ? hinted(i32, i32[globals + 8]!, name, moduleEntries[which]!) : 0;
  if (found !== 0) return found;
  moduleEntries[which] = Math.max(lookup(vm, globals, name, strHash(vm, name), vm.hashHigh), 0);
  return dictGetItemKnownStr(vm, globals, name);
}

/// The builtins dict that code with these globals uses, borrowed (_PyEval_BuiltinsFromGlobals).
function builtinsOf(vm: Vm, globals: Ptr): Ptr {
  const builtins = globalOf(vm, globals, builtinsName(vm), 1);
  if (builtins === 0) return vm.builtinsDict;
  return isDict(vm, builtins) ? builtins : vm.i32[builtins + 4]!;
}

const reference = (field: number, check?: (vm: Vm, value: Ptr) => void): GetSet => ({
  get: (it, p) => it.newRef(it.i32[p + field]! || it.singletons.none),
  set: (it, p, value) => {
    if (value !== 0) check?.(vmOf(it), value);
    setReference(it, p, field, value === 0 || value === it.singletons.none ? 0 : it.newRef(value));
  }
});

/// `__name__` or `__qualname__`, which there is always.
const text = (attribute: string, field: number): GetSet => ({
  get: (it, p) => it.newRef(it.i32[p + field]!),
  set: (it, p, value) => {
    if (value === 0 || !isStr(it, value)) it.typeError(`${attribute} must be set to a string object`);
    setReference(it, p, field, it.newRef(value));
  }
});

/// `__code__`, which there is always, of as many free variables as there are cells (func_set_code).
const code: GetSet = {
  get: (it, p) => it.newRef(it.i32[p + Func.CODE]!),
  set: (it, p, value) => {
    if (value === 0 || it.typeOf(value) !== it.types.code) it.typeError('__code__ must be set to a code object');
    const closure = it.i32[p + Func.CLOSURE]!;
    const cells = closure === 0 ? 0 : tupleSize(it, closure);
    const free = hostCode(vmOf(it), value).plain.freevars.length;
    if (cells !== free) it.valueError(`${it.text(it.i32[p + Func.NAME]!)}() requires a code object with ${cells} free vars, not ${free}`);
    setReference(it, p, Func.CODE, it.newRef(value));
  }
};

const isOf = (attribute: string, kind: 'tuple' | 'dict') => (vm: Vm, value: Ptr): void => {
  if (value !== vm.singletons.none && !vm.typeOf(value).isSubtypeOf(vm.types[kind])) vm.typeError(`${attribute} must be set to a ${kind} object`);
};

/// Annotations as the compiler gives them, names and values in turn (func_get_annotation_dict).
function dictOfPairs(vm: Vm, tuple: Ptr): Ptr {
  const dict = vm.own(newDict(vm));
  for (let i = 0; i < tupleSize(vm, tuple); i += 2) dictSetItem(vm, dict, tupleGet(vm, tuple, i), tupleGet(vm, tuple, i + 1));
  return vm.take();
}

/// `__annotations__`: kept, or made by `__annotate__` when first asked for (3.14), or a new dict.
function annotations(vm: Vm, p: Ptr): Ptr {
  const kept = vm.i32[p + Func.ANNOTATIONS]!;
  if (kept !== 0 && vm.typeOf(kept) !== vm.types.tuple) return vm.newRef(kept);
  const annotate = vm.i32[p + Func.ANNOTATE]!;
  const format = annotate === 0 ? 0 : vm.statics.smallInts + (1 + 5) * 8;
  const made = kept !== 0 ? dictOfPairs(vm, kept) : annotate === 0 ? newDict(vm) : call(vm, annotate, [format]);
  setReference(vm, p, Func.ANNOTATIONS, made);
  return vm.newRef(made);
}

/// A dict, or 0 or None for none; `__annotate__` is forgotten (func_set_annotations).
function setAnnotations(it: Interp, p: Ptr, value: Ptr): void {
  const none = value === it.singletons.none ? 0 : value;
  if (none !== 0 && !isDict(it, none)) it.typeError('__annotations__ must be set to a dict object');
  setReference(it, p, Func.ANNOTATIONS, none === 0 ? 0 : it.newRef(none));
  setReference(it, p, Func.ANNOTATE, 0);
}

/// `__annotate__`: a function, or None for none.
function setAnnotate(it: Interp, p: Ptr, value: Ptr): void {
  if (value === 0) it.typeError('__annotate__ cannot be deleted');
  if (value !== it.singletons.none && it.typeOf(value).slots.call === undefined) it.typeError('__annotate__ must be callable or None');
  setReference(it, p, Func.ANNOTATE, value === it.singletons.none ? 0 : it.newRef(value));
  if (value !== it.singletons.none) setReference(it, p, Func.ANNOTATIONS, 0);
}

function getAnnotate(it: Interp, p: Ptr): Ptr {
  if (!it.profile.defersAnnotations) raiseAttributeError(it, p, it.name('__annotate__'), "'function' object has no attribute '__annotate__'");
  return it.newRef(it.i32[p + Func.ANNOTATE]! || it.singletons.none);
}

export const functionSpec: TypeSpec = {
  name: 'function',
  basicsize: 136,
  hasGc: true,
  weaklistoffset: Func.WEAKLIST * 4,
  dictoffset: Func.DICT * 4,
  slots: {
    size: it => it.profile.functionBytes,
    ...recordSlots(REFERENCES, { weaklist: true }),
    traverse: recordSlots(TRAVERSED).traverse,
    clear: (it, p) => {
      for (const field of REFERENCES) {
        if (field !== Func.NAME && field !== Func.QUALNAME && field !== Func.CODE) setReference(it, p, field, 0);
      }
    },
    call: (it, p, args, kwnames) => callFunction(vmOf(it), p, args, kwnames),
    descrGet: (it, p, instance) => (instance === 0 ? it.newRef(p) : newBoundMethod(it, p, instance)),
    repr: (it, p) => newStr(it, `<function ${it.text(it.i32[p + Func.QUALNAME]!)} at ${hexAddress(p)}>`),
    getattro: genericGetAttr,
    setattro: genericSetAttr,
    new: (it, _type, args, kwnames) => functionFrom(it, args, kwnames)
  },
  getset: {
    __code__: code,
    __defaults__: reference(Func.DEFAULTS, isOf('__defaults__', 'tuple')),
    __kwdefaults__: reference(Func.KWDEFAULTS, isOf('__kwdefaults__', 'dict')),
    __name__: text('__name__', Func.NAME),
    __qualname__: text('__qualname__', Func.QUALNAME),
    __doc__: reference(Func.DOC),
    __module__: reference(Func.MODULE),
    __globals__: { isMember: true, get: (it, p) => it.newRef(it.i32[p + Func.GLOBALS]!) },
    __builtins__: { isMember: true, get: (it, p) => it.newRef(it.i32[p + Func.BUILTINS]!) },
    __closure__: { isMember: true, get: (it, p) => it.newRef(it.i32[p + Func.CLOSURE]! || it.singletons.none) },
    __annotations__: { get: (it, p) => annotations(vmOf(it), p), set: setAnnotations },
    __annotate__: { get: getAnnotate, set: setAnnotate },
    __type_params__: {
      get: (it, p) => {
        if (!it.profile.functionsHaveTypeParams) raiseAttributeError(it, p, it.name('__type_params__'), "'function' object has no attribute '__type_params__'");
        return it.newRef(it.i32[p + Func.TYPEPARAMS]! || newTuple(it, 0));
      },
      set: (it, p, value) => {
        if (value === 0 || it.typeOf(value) !== it.types.tuple) it.typeError('__type_params__ must be set to a tuple');
        setReference(it, p, Func.TYPEPARAMS, it.newRef(value));
      }
    },
    __dict__: dictAttribute
  }
};
