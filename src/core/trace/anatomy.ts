/// What the trace shows of each type of object: its kind of box, its parts, its value in words.
/// Nothing here runs guest code.
import type { Ptr } from '../memory/ram';
import { bytearrayLength } from '../objects/bytearray';
import { bytesView } from '../objects/bytes';
import { reprOfBytes } from '../objects/bytesrepr';
import { cellGet } from '../objects/cell';
import { methodFunction, methodSelf } from '../objects/classobject';
import { complexValue } from '../objects/complex';
import { complexText } from '../objects/complextype';
import { dictNext, dictSize, entry } from '../objects/dictobject';
import { ExcField } from '../objects/exceptiontree';
import { floatReprText } from '../objects/floatrepr';
import { floatValue } from '../objects/float';
import { indexIteratorSequence } from '../objects/indexiter';
import { visitAttributes } from '../objects/instanceattrs';
import { intValue } from '../objects/int';
import { listGet, listSize } from '../objects/list';
import { moduleDict } from '../objects/module';
import { setNext, setSize } from '../objects/set';
import { isStr } from '../objects/str';
import { reprOfText } from '../objects/strrepr';
import { tupleGet, tupleSize } from '../objects/tuple';
import { isType, typeFrom } from '../objects/type';
import { moduleOfType } from '../objects/typenames';
import { Subclass } from '../objects/typeobject';
import type { TypeObject } from '../objects/typeobject';
import { weakObject } from '../objects/weakref';
import { hostCode } from '../vm/codeobject';
import { BORROWED, FrameOwner, untag } from '../vm/frame';
import { hostFrame } from '../vm/frameobject';
import { Func } from '../vm/funcobject';
import { GenState } from '../vm/generators';
import { tracebackFrame, tracebackNext } from '../vm/traceback';
import type { Vm } from '../vm/vm';
import { ObjectKind } from './payload';

/// Items of a container that are shown; the rest is a number.
export const SHOWN_ITEMS = 20;
/// Characters of a text that are shown.
const SHOWN_CHARACTERS = 40;

/// Labels of the first items of a sequence.
const LABELS: readonly string[] = Array.from({ length: SHOWN_ITEMS }, (_, i) => `[${i}]`);
const itemLabel = (i: number): string => LABELS[i] ?? `[${i}]`;

export type PartVisit = (label: string, target: Ptr) => void;

function cut(text: string): string {
  if (text.length <= SHOWN_CHARACTERS) return text;
  const characters = [...text];
  return characters.length <= SHOWN_CHARACTERS ? text : `${characters.slice(0, SHOWN_CHARACTERS - 1).join('')}…`;
}

/// The text of a value that is drawn in place, without a box; undefined: the object gets a box.
export function inlineText(vm: Vm, p: Ptr): string | undefined {
  const { types, singletons } = vm;
  const type = vm.typeOf(p);
  switch (type) {
    case types.NoneType: return 'None';
    case types.bool: return p === singletons.true ? 'True' : 'False';
    case types.int: return cut(String(intValue(vm, p)));
    case types.float: return floatReprText(floatValue(vm, p));
    case types.str: return cut(reprOfText(vm.text(p)));
    case types.complex: return complexText(complexValue(vm, p));
    case types.bytes: return cut(reprOfBytes(bytesView(vm, p).subarray(0, SHOWN_CHARACTERS)));
    case types.ellipsis: return 'Ellipsis';
    case types.NotImplementedType: return 'NotImplemented';
    case types.module: return moduleText(vm, p);
    case types.builtin_function_or_method:
    case types.method_descriptor:
    case types.wrapper_descriptor: return 'a built-in function';
    case types.tuple: return tupleSize(vm, p) === 0 ? '()' : undefined;
    default: break;
  }
  if (isType(vm, p) && !typeFrom(vm, p).isHeapType) return `<class '${typeFrom(vm, p).name}'>`;
  return undefined;
}

function moduleText(vm: Vm, p: Ptr): string {
  for (let at = dictNext(vm, moduleDict(vm, p), 0); at >= 0; at = dictNext(vm, moduleDict(vm, p), at)) {
    if (isStr(vm, entry.key) && vm.text(entry.key) === '__name__') return `module ${isStr(vm, entry.value) ? vm.text(entry.value) : '?'}`;
  }
  return 'module ?';
}

export function kindOf(vm: Vm, type: TypeObject): number {
  const { types } = vm;
  if (type.subclass & Subclass.TYPE) return ObjectKind.CLASS;
  if (type === types.function) return ObjectKind.FUNCTION;
  if (type === types.list || type === types.tuple) return ObjectKind.SEQUENCE;
  if (type === types.dict) return ObjectKind.MAPPING;
  if (type === types.set || type === types.frozenset) return ObjectKind.SET;
  if (!type.isHeapType && type.collectionFlag !== undefined) return type.collectionFlag === 'sequence' ? ObjectKind.SEQUENCE : ObjectKind.MAPPING;
  return type.isHeapType ? ObjectKind.INSTANCE : ObjectKind.OTHER;
}

/// Whether a temporary of this type is worth a box: a learner's object, a container, or what keeps one alive while a loop runs.
export function holdsOthers(vm: Vm, type: TypeObject): boolean {
  const { types } = vm;
  return (type.isHeapType && !type.isLibrary && !(type.subclass & Subclass.TYPE)) || type === types.list || type === types.tuple || type === types.dict
    || type === types.set || type === types.frozenset || type.parts !== undefined || type === types.generator || type === types.list_iterator || type === types.tuple_iterator;
}

function isWeak({ types }: Vm, type: TypeObject): boolean {
  return type.isSubtypeOf(types.weakref) || type === types.weakproxy || type === types.weakcallableproxy;
}

/// What a weak reference or a proxy refers to without holding it; 0 = it is dead, or no such object.
export function weakTarget(vm: Vm, p: Ptr): Ptr {
  return isWeak(vm, vm.typeOf(p)) ? weakObject(vm, p) : 0;
}

/// A few words on an object whose value is not in its parts; of a list or a tuple that is not shown whole, the type of all its items.
/// '' = nothing to say.
export function valueText(vm: Vm, p: Ptr): string {
  const { types } = vm;
  const type = vm.typeOf(p);
  if (type === types.function) return `${vm.text(vm.i32[p + Func.QUALNAME]!)}()`;
  if (isType(vm, p)) return `class ${typeFrom(vm, p).name}`;
  if (isWeak(vm, type)) return weakObject(vm, p) === 0 ? 'dead' : 'refers weakly';
  if (type.subclass & Subclass.INT) return String(intValue(vm, p));
  if (type.subclass & Subclass.STR) return cut(reprOfText(vm.text(p)));
  if (type === types.bytearray) return `len() = ${bytearrayLength(vm, p)}`;
  if (type === types.generator) return GENERATOR_WORDS[vm.generatorOf(p).state]!;
  return typeOfItems(vm, p, type);
}

/// Of a longer container the items are not looked at.
const MOST_ITEMS = 20_000;

/// The type of all items of a list or a tuple that has more of them than are shown; '' = there is no such type.
function typeOfItems(vm: Vm, p: Ptr, type: TypeObject): string {
  const { types } = vm;
  const [get, size] = type === types.list ? [listGet, listSize(vm, p)] : type === types.tuple ? [tupleGet, tupleSize(vm, p)] : [listGet, 0];
  if (size <= SHOWN_ITEMS || size > MOST_ITEMS) return '';
  const first = vm.typeOf(get(vm, p, 0));
  for (let i = 1; i < size; i++) if (vm.typeOf(get(vm, p, i)) !== first) return '';
  return first.shortName;
}

const GENERATOR_WORDS = ['not started', 'suspended', 'running', 'finished'];

/// Number of items of a container; -1 for other objects.
export function lengthOf(vm: Vm, p: Ptr): number {
  const { subclass } = vm.typeOf(p);
  const type = vm.typeOf(p);
  if (subclass & Subclass.LIST) return listSize(vm, p);
  if (subclass & Subclass.TUPLE) return tupleSize(vm, p);
  if (subclass & Subclass.DICT) return dictSize(vm, p);
  if (type === vm.types.set || type === vm.types.frozenset) return setSize(vm, p);
  return type.parts?.length?.(vm, p) ?? -1;
}

/// Calls `visit` with each part of the object that refers to another, with the label a learner would use. Of the items of a container
/// the first are visited, and of those behind them, up to `most` in all, what holds others.
export function visitParts(vm: Vm, p: Ptr, visit: PartVisit, most = SHOWN_ITEMS): void {
  const { types } = vm;
  const type = vm.typeOf(p);
  if (type.subclass & Subclass.LIST) {
    for (let i = 0; i < Math.min(listSize(vm, p), most); i++) if (isVisited(vm, i, listGet(vm, p, i))) visit(itemLabel(i), listGet(vm, p, i));
  } else if (type.subclass & Subclass.TUPLE) {
    for (let i = 0; i < Math.min(tupleSize(vm, p), most); i++) if (isVisited(vm, i, tupleGet(vm, p, i))) visit(itemLabel(i), tupleGet(vm, p, i));
  } else if (type.subclass & Subclass.DICT) {
    visitDict(vm, p, visit, most);
  } else if (type === types.set || type === types.frozenset) {
    let n = 0;
    for (let e = setNext(vm, p, 0); e !== 0 && n < SHOWN_ITEMS; e = setNext(vm, p, e)) visit(`item ${n++}`, vm.i32[e]!);
  } else if (type.parts === undefined) {
    visitFields(vm, p, type, visit);
  }
  type.parts?.visit(vm, p, SHOWN_ITEMS, visit);
  if (type.isHeapType && type !== types.type) visitInstance(vm, p, type, visit);
}

function isVisited(vm: Vm, index: number, item: Ptr): boolean {
  return index < SHOWN_ITEMS || holdsOthers(vm, vm.typeOf(item));
}

function visitDict(vm: Vm, dict: Ptr, visit: PartVisit, most = SHOWN_ITEMS): void {
  let n = 0;
  for (let at = dictNext(vm, dict, 0); at >= 0 && n < most; at = dictNext(vm, dict, at), n++) {
    const { key, value } = entry;
    if (!isVisited(vm, n, value)) continue;
    const text = inlineText(vm, key);
    visit(text === undefined ? `[${vm.typeOf(key).name}]` : `[${text}]`, value);
    if (text === undefined) visit(`key ${n}`, key);
  }
}

/// Whether a tuple's item or a dict's value has a box of its own.
function hasBoxes(vm: Vm, p: Ptr): boolean {
  let has = false;
  visitParts(vm, p, (_label, target) => { has ||= inlineText(vm, target) === undefined; });
  return has;
}

/// Attributes and `__slots__` of an instance of a class; not what its dict has under keys that are no names.
function visitInstance(vm: Vm, p: Ptr, type: TypeObject, visit: PartVisit): void {
  if (type.hasManagedDict) visitAttributes(vm, p, (name, value) => { if (isStr(vm, name)) visit(vm.text(name), value); });
  for (const t of type.mro) {
    for (const [i, offset] of t.slotOffsets.entries()) {
      const value = vm.i32[p + (offset >> 2)]!;
      if (value !== 0) visit(t.slotNames[i]!, value);
    }
  }
}

/// The first three words of a slice and of a range.
const SPAN = ['start', 'stop', 'step'];

function visitFields(vm: Vm, p: Ptr, type: TypeObject, visit: PartVisit): void {
  const { types } = vm;
  const field = (label: string, target: Ptr): void => { if (target !== 0) visit(label, target); };
  if (isType(vm, p)) {
    if (moduleOfType(vm, typeFrom(vm, p)) !== '__main__') return;
    const { dict } = typeFrom(vm, p);
    for (let at = dictNext(vm, dict, 0); at >= 0; at = dictNext(vm, dict, at)) {
      const { key, value } = entry;
      const name = isStr(vm, key) ? vm.text(key) : '?';
      if (!name.startsWith('__') && inlineText(vm, value) === undefined) visit(name, value);
    }
  } else if (type === types.function) {
    // What the library's own functions hold is their business.
    if (hostCode(vm, vm.i32[p + Func.CODE]!).isLibrary) return;
    // Of defaults that are plain values there is nothing to see.
    const defaults = vm.i32[p + Func.DEFAULTS]!;
    if (defaults !== 0 && hasBoxes(vm, defaults)) visit('__defaults__', defaults);
    const kwdefaults = vm.i32[p + Func.KWDEFAULTS]!;
    if (kwdefaults !== 0 && hasBoxes(vm, kwdefaults)) visit('__kwdefaults__', kwdefaults);
    field('__closure__', vm.i32[p + Func.CLOSURE]!);
    if (vm.i32[p + Func.DICT] !== 0) visitDict(vm, vm.i32[p + Func.DICT]!, (label, value) => visit(label.replace(/^\['(.*)'\]$/, '$1'), value));
  } else if (type === types.cell) {
    field('cell_contents', cellGet(vm, p));
  } else if (type === types.method) {
    field('__self__', methodSelf(vm, p));
    field('__func__', methodFunction(vm, p));
  } else if (type === types.generator) {
    const { frame, state } = vm.generatorOf(p);
    if (state !== GenState.COMPLETED) visitFrameLocals(vm, frame.base, frame.code.plain.localsplusnames, field);
  } else if (type === types.list_iterator || type === types.tuple_iterator) {
    field('it_seq', indexIteratorSequence(vm, p));
  } else if (type === types.slice || type === types.range) {
    SPAN.forEach((label, i) => field(label, vm.i32[p + 4 + 2 * i]!));
  } else if (type === types.traceback) {
    field('tb_frame', tracebackFrame(vm, p));
    field('tb_next', tracebackNext(vm, p));
  } else if (type === types.frame) {
    const frame = hostFrame(vm, p);
    if (frame.owner === FrameOwner.FRAME_OBJECT) visitFrameLocals(vm, frame.base, frame.code.plain.localsplusnames, field);
  } else if (type.subclass & Subclass.EXCEPTION) {
    const args = vm.i32[p + ExcField.ARGS]!;
    for (let i = 0; args !== 0 && i < tupleSize(vm, args); i++) visit(`args[${i}]`, tupleGet(vm, args, i));
    field('__traceback__', vm.i32[p + ExcField.TRACEBACK]!);
    field('__context__', vm.i32[p + ExcField.CONTEXT]!);
    field('__cause__', vm.i32[p + ExcField.CAUSE]!);
  }
}

/// The variables in a frame's localsplus; a cell shows what is in it.
export function visitFrameLocals(vm: Vm, base: number, names: readonly string[], visit: (name: string, p: Ptr, borrowed: boolean) => void): void {
  for (let i = 0; i < names.length; i++) {
    const word = vm.i32[base + i]!;
    const p = untag(word);
    if (p === 0) continue;
    if (vm.typeOf(p) !== vm.types.cell) visit(names[i]!, p, (word & BORROWED) !== 0);
    else if (cellGet(vm, p) !== 0) visit(names[i]!, cellGet(vm, p), false);
  }
}
