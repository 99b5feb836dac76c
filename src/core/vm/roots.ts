/// Everything outside the objects that holds a counted reference: frames, held references, exceptions, modules.
import { isUnicodeKeys, traverseUnicodeKeys } from '../objects/dictkeys';
import { dictKeys, isDict } from '../objects/dictobject';
import { WRCB_TO_CALL_LIST, listObjects } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import type { ExcStackItem } from '../objects/interp';
import { UNTRAVERSED, isType, typeFrom } from '../objects/type';
import type { TypeObject, Visitor } from '../objects/typeobject';
import { BORROWED, FrameOwner, untag } from './frame';
import type { Frame } from './frame';
import { countsCode } from './leave';
import { traceFunction } from './tracing';
import type { Vm } from './vm';

/// Who holds a root reference.
export type RootHolder =
  | { readonly kind: 'local'; readonly frame: Frame; readonly slot: number }
  | { readonly kind: 'stack'; readonly frame: Frame; readonly index: number }
  | { readonly kind: 'frame'; readonly frame: Frame; readonly what: 'function' | 'code' | 'locals' | 'globals' | 'builtins' | 'frame object' }
  | { readonly kind: 'interpreter'; readonly what: string };

export type RootVisit = (target: Ptr, holder: RootHolder) => void;

/// Calls `visit` with every root reference, once a reference. Frames of generators are not here: their generators
/// traverse them. `borrowed`: also references of the running frames' stacks that are not counted (3.14).
export function visitRoots(vm: Vm, visit: RootVisit, borrowed = false): void {
  const seen = new Set<Frame>();
  const visitOnce = (frame: Frame): void => {
    if (seen.has(frame)) return;
    seen.add(frame);
    visitFrame(vm, frame, visit, borrowed);
  };
  for (let frame = vm.frame; frame !== undefined; frame = frame.previous) if (frame.owner === FrameOwner.THREAD) visitOnce(frame);
  for (const frame of vm.dying) {
    visitOnce(frame);
    if (countsCode(vm, frame)) visit(frame.code.ptr, { kind: 'frame', frame, what: 'code' });
  }
  const other = (target: Ptr, what: string): void => { if (target !== 0) visit(target, { kind: 'interpreter', what }); };
  for (const p of vm.held) other(p, 'native code');
  other(vm.raised, 'the exception being raised');
  other(vm.returned, 'the value a generator returned');
  visitExcInfo(vm, other);
  other(traceFunction(vm), 'sys.settrace');
  other(vm.modules, 'sys.modules');
  other(vm.sysDict, 'the interpreter');
  other(vm.builtinsModule, 'the interpreter');
  other(vm.builtinsDict, 'the interpreter');
  other(vm.builtinsCopy, 'the interpreter');
  other(vm.sysCopy, 'the interpreter');
  other(vm.memoryErrorInstance, 'the interpreter');
  other(vm.types.ExceptionGroup.ptr, 'the interpreter');
  vm.methodCache.visitNames(name => other(name, 'the method cache'));
  const gc = vm.gc as Vm['gc'] | undefined;
  other(gc?.garbage ?? 0, 'the collector');
  other(gc?.callbacks ?? 0, 'the collector');
  for (const ref of listObjects(vm.i32, WRCB_TO_CALL_LIST)) other(ref, 'the collector');
}

function visitFrame(vm: Vm, frame: Frame, visit: RootVisit, borrowed: boolean): void {
  const own = (target: Ptr, what: 'function' | 'code' | 'locals' | 'globals' | 'builtins' | 'frame object'): void => {
    if (target !== 0) visit(target, { kind: 'frame', frame, what });
  };
  own(frame.func, 'function');
  own(frame.codeRef, 'code');
  if (frame.evalFunction !== 0) own(frame.codeRef, 'code');
  own(frame.locals, 'locals');
  own(frame.frameObject, 'frame object');
  for (const target of frame.special?.kept ?? []) visit(target, { kind: 'interpreter', what: 'native code' });
  if (frame.special !== undefined && frame.special.state !== 0) visit(frame.special.state, { kind: 'interpreter', what: 'native code' });
  if (frame.func === 0) {
    own(frame.globals, 'globals');
    own(frame.builtins, 'builtins');
  }
  const stackBase = frame.base + frame.code.nlocalsplus;
  for (let at = frame.base; at < frame.sp; at++) {
    const word = vm.i32[at]!;
    if (word === 0 || (!borrowed && (word & BORROWED) !== 0)) continue;
    if (at < stackBase) visit(untag(word), { kind: 'local', frame, slot: at - frame.base });
    else visit(untag(word), { kind: 'stack', frame, index: at - stackBase });
  }
}

/// The exceptions being handled, except those of generators, which traverse theirs.
function visitExcInfo(vm: Vm, other: (target: Ptr, what: string) => void): void {
  const ofGenerators = new Set<ExcStackItem>();
  for (const { excState } of vm.generators.all) ofGenerators.add(excState);
  for (let item: ExcStackItem | undefined = vm.excInfo; item !== undefined; item = item.previous) {
    if (!ofGenerators.has(item)) other(item.value, 'the exception being handled');
  }
}

/// Builtin type objects, whose references count although nothing ever frees them.
export function staticTypes(vm: Vm): TypeObject[] {
  return vm.typeTable.filter(type => type !== undefined && type.ptr !== 0 && !type.isHeapType);
}

/// Calls the visitor with every counted reference in the object: what tp_traverse shows and what it leaves out (string
/// keys of dicts, the dict around inline values, names of types, weak references to subclasses). `seenKeys` has the keys tables visited so far, which dicts share.
export function visitReferences(vm: Vm, p: Ptr, visitor: Visitor, seenKeys: Set<Ptr>): void {
  visitFields(vm, p, visitor, seenKeys);
  if (isType(vm, p)) visitSubclasses(typeFrom(vm, p), visitor);
}

/// The same without the weak references to subclasses, of which a builtin type may get more.
export function visitFields(vm: Vm, p: Ptr, visitor: Visitor, seenKeys: Set<Ptr>): void {
  const { references, traverse } = vm.typeOf(p);
  if (references !== undefined) references(vm, p, visitor);
  else traverse(vm, p, visitor);
  if (isDict(vm, p)) visitKeys(vm, dictKeys(vm, p), visitor, seenKeys);
  if (!isType(vm, p)) return;
  visitKeys(vm, typeFrom(vm, p).cachedKeys, visitor, seenKeys);
  for (const field of UNTRAVERSED) if (vm.i32[p + field] !== 0) visitor.visit(vm.i32[p + field]!);
}

export function visitSubclasses(type: TypeObject, visitor: Visitor): void {
  for (const { weakRef } of type.subclasses) if (weakRef !== 0) visitor.visit(weakRef);
}

function visitKeys(vm: Vm, keys: Ptr, visitor: Visitor, seenKeys: Set<Ptr>): void {
  if (keys === 0 || seenKeys.has(keys)) return;
  seenKeys.add(keys);
  if (isUnicodeKeys(vm, keys)) traverseUnicodeKeys(vm, keys, visitor);
}
