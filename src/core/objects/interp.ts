/// The interpreter's state (PyInterpreterState and PyThreadState in one): the heap, the builtin types and
/// singletons, the exception being raised or handled, and the references that native code holds.
import { track } from '../memory/gchead';
import { isTracked, untrack } from '../memory/gchead';
import { zeroWords } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import type { Profile } from '../profile/profile';
import { emptyBuiltinTypes } from './builtintypes';
import { chainContext, newExceptionWithMessage } from './exceptions';
import type { FreeList } from './freelist';
import { Heap, HostTable, Touch } from './heap';
import { initInlineValues, inlineValuesSize } from './instanceattrs';
import { MethodCache } from './lookup';
import { ownScratchTuple } from './scratch';
import { emptyModuleTypes } from './moduletypes';
import { intern, strValue } from './str';
import { tupleSize } from './tuple';
import type { SlotDef } from './slotdefs';
import { TypeObject } from './typeobject';
import type { GetSet, NativeMethod, TypeLayout } from './typeobject';

/// A native function with the name by which CPython's messages call it.
export interface NativeCallable {
  readonly name: string;
  readonly method: NativeMethod;
  /// For a slot seen as a method: which special method, and the slot's function.
  readonly wrapped?: { readonly def: SlotDef; readonly slot: unknown };
  /// For `__new__`: the type whose tp_new it calls.
  readonly newOf?: TypeObject;
  /// Whether its arguments come in a tuple (METH_VARARGS); see callnative.ts.
  takesTuple?: boolean;
}

/// What native code throws for a guest exception; the exception itself is in `Interp.raised`.
export class GuestError {}
const GUEST_ERROR = new GuestError();

class Singletons {
  none: Ptr = 0;
  true: Ptr = 0;
  false: Ptr = 0;
  notImplemented: Ptr = 0;
  ellipsis: Ptr = 0;
  emptyTuple: Ptr = 0;
  /// The keys table that all empty dicts share: not an object.
  emptyDictKeys: Ptr = 0;
}

/// A link of the chain of exceptions being handled (_PyErr_StackItem): one a generator, one for the rest.
export interface ExcStackItem {
  /// The exception being handled, a counted reference; 0 = none.
  value: Ptr;
  previous: ExcStackItem | undefined;
}

/// What was going on when an exception came up that nobody can catch.
export type Doing = 'calling deallocator' | 'calling weakref callback' | 'on calling weakref callback' | 'calling GC callback' | 'closing generator' | 'in atexit callback' | 'flushing sys.stdout';

/// What objects ask of the machine above them; set by src/core/vm.
export interface VmHooks {
  /// Calls a Python function (args borrowed, kwnames 0 or a tuple).
  callFunction(it: Interp, fn: Ptr, args: readonly Ptr[], kwnames: Ptr): Ptr;
  /// `__class__` and the first argument of the method that calls super() (super_init_without_args); borrowed.
  implicitSuper(it: Interp): readonly [type: Ptr, object: Ptr];
  /// `__name__` of the globals of the code that runs, borrowed; 0 = none.
  currentModule(it: Interp): Ptr;
  /// Whether the code that runs comes with the machine.
  runsLibrary(it: Interp): boolean;
  /// sys.displayhook: shows the value of an expression statement at the prompt.
  displayHook(it: Interp, value: Ptr): void;
  /// Resumes a generator or coroutine: the value yielded or 0 when it returned (`it.returned` holds the value).
  sendGenerator(it: Interp, gen: Ptr, value: Ptr): Ptr;
  /// Writes "Exception ignored ..." with its traceback to the guest's stderr and drops the exception.
  unraisable(it: Interp, doing: Doing, object: Ptr): void;
  /// A builtin by name, borrowed.
  builtin(it: Interp, name: string): Ptr;
  /// An attribute of a module, which is imported if it is not yet; a new reference.
  importFrom(it: Interp, module: string, name: string): Ptr;
  /// Warns as warnings.warn does; the warning may be raised (PyErr_WarnFormat).
  warn(it: Interp, category: TypeObject, message: string): void;
  /// Writes to the guest's stdout or stderr.
  write(name: 'stdout' | 'stderr', text: string): void;
}

/// How deep deallocations nest in any case in the host, whose stack is smaller than C's; what each one past that takes of the
/// host's stack at most, as measured, of which half is left to finalizers. NOT-CPYTHON: types without the trashcan nest without an
/// end, and others deeper since 3.13.
const HOST_DEPTH = 250;
const DEEP_BYTES = 1600;
const MOST_DEPTH = 1000;

export class Interp extends Heap {
  readonly singletons = new Singletons();
  /// Builtin types by name; complete after bootstrap.
  readonly types = emptyBuiltinTypes();
  readonly moduleTypes = emptyModuleTypes();
  readonly hooks = {} as VmHooks;
  /// Host side of native functions, by the index in the function or descriptor object.
  readonly natives = new HostTable<NativeCallable>();
  readonly getsets = new HostTable<GetSet>();
  readonly methodCache = new MethodCache();
  /// High 32 bits of the hash that a `hash` slot just returned.
  hashHigh = 0;
  /// Second result of getMethod.
  methodIsUnbound = false;
  /// A length past 2^53 that was measured just now, exactly.
  wideLength = 0n;
  /// The exception being raised, a counted reference; 0 = none.
  raised: Ptr = 0;
  excInfo: ExcStackItem = { value: 0, previous: undefined };
  /// References that native code holds while it may call the guest or raise. What a throw leaves behind, the
  /// eval loop drops; the audit counts them as roots.
  readonly held: Ptr[] = [];

  /// Estimated bytes of the host's stack that native code takes which the guest can nest (Py_EnterRecursiveCall), and
  /// the most it may take: by default less than the 500 KB that a browser gives a worker.
  stackUse = 0;
  stackLimit = 580_000;

  /// Containers that are being deallocated, the outermost first, `deallocDepth` of them; 0 = its block is free already.
  /// They hold what they have not dropped yet.
  readonly deallocating: Int32Array;
  deallocDepth = 0;
  /// How many of them are of types that use the trashcan, and the deallocation of what waited.
  trashDepth = 0;
  /// Containers whose deallocation waits until the outer ones are done.
  readonly deferred: Ptr[] = [];

  constructor(profile: Profile, bytes: number) {
    super(profile, bytes);
    this.deallocating = new Int32Array(MOST_DEPTH);
  }

  /// A new type in the table, its slots empty.
  addType(name: string, isHeapType: boolean, layout: TypeLayout): TypeObject {
    const index = this.vacantTypes.pop() ?? this.typeTable.length;
    const type = new TypeObject(index, name, isHeapType, layout);
    this.typeTable[index] = type;
    return type;
  }

  /// A class died: its place in the table is free.
  removeType(type: TypeObject): void {
    this.vacantTypes.push(type.index);
    // Its place in the table may be taken: what was found by its version is void.
    type.version = 0;
    if (type.freed > 0) this.freedOfDeadTypes.set(type.name, (this.freedOfDeadTypes.get(type.name) ?? 0) + type.freed);
  }
  /// Whether the class is gone, and its place in the table free.
  isVacant(type: TypeObject): boolean {
    return this.vacantTypes.includes(type.index);
  }
  /// Instances freed of classes that are gone, by the class's name.
  readonly freedOfDeadTypes = new Map<string, number>();
  private readonly vacantTypes: number[] = [];

  /// Before native code that the guest can nest; `leaveNative` must follow, also on a throw. Raises RecursionError.
  enterNative(bytes: number, doing = ''): void {
    if (this.stackUse + bytes > this.stackLimit) this.raise(this.types.RecursionError, `maximum recursion depth exceeded${doing}`);
    this.stackUse += bytes;
  }

  leaveNative(bytes: number): void {
    this.stackUse -= bytes;
  }

  /// Keeps an owned reference on the stack of held references, and returns it.
  own(p: Ptr): Ptr {
    this.held.push(p);
    return p;
  }

  /// Takes the last held reference back: the caller owns it again.
  take(): Ptr {
    return this.held.pop()!;
  }

  /// The same of the last `n`. (To set an array's length costs V8 a multiple of this.)
  release(n: number): void {
    for (let i = 0; i < n; i++) this.held.pop();
  }

  /// Set before a tp_call whose caller has the arguments in a tuple: it needs none of its own.
  argumentsInTuple = false;

  /// Set before the call of a class of exceptions that are made with this tuple; borrowed, 0 = with one of their own.
  exceptionArgs: Ptr = 0;

  /// Holds a reference of its own to each argument, as the tuple does that tp_call gets (_PyObject_MakeTpCall), and
  /// the tuple's memory, which has the first `positional` of them; a dict has the rest. Returns the mark to unwind to.
  ownArguments(args: readonly Ptr[], positional = args.length): number {
    const mark = this.held.length;
    if (this.argumentsInTuple) {
      this.argumentsInTuple = false;
      return mark;
    }
    ownScratchTuple(this, positional);
    for (let i = 0; i < args.length; i++) this.own(this.newRef(args[i]!));
    return mark;
  }

  /// Set before the call of what gets a dict: the tuple of names that is here in the dict's place; borrowed, or 0.
  namesOfDict: Ptr = 0;

  /// Holds what a call's tuple and dict are unpacked to: a reference to each argument, and a tuple of names, unless
  /// `kwnames` is that (Objects/call.c _PyStack_UnpackDict). Returns the mark to unwind to.
  ownUnpacked(args: readonly Ptr[], kwnames: Ptr): number {
    const mark = ownScratchTuple(this, kwnames === 0 || kwnames === this.namesOfDict ? 0 : tupleSize(this, kwnames));
    for (let i = 0; i < args.length; i++) this.own(this.newRef(args[i]!));
    return mark;
  }

  /// Drops the last `n` held references.
  drop(n = 1): void {
    for (let i = 0; i < n; i++) this.decref(this.held.pop()!);
  }

  /// Drops the last held reference and gives back `result`, which is held while that runs a finalizer.
  dropFor(result: Ptr): Ptr {
    const last = this.held.length - 1;
    const dropped = this.held[last]!;
    this.held[last] = result;
    this.decref(dropped);
    return this.held.pop()!;
  }

  /// The same for all that was held since `mark`.
  unwindFor(mark: number, result: Ptr): Ptr {
    while (this.held.length > mark) this.dropFor(result);
    return result;
  }

  /// Drops what was held since `mark` (= held.length then).
  unwind(mark: number): void {
    while (this.held.length > mark) this.decref(this.held.pop()!);
  }

  /// Raises a new exception of the type with this message.
  raise(type: TypeObject, message: string): never {
    this.throwException(newExceptionWithMessage(this, type, message));
  }

  typeError(message: string): never {
    this.raise(this.types.TypeError, message);
  }

  valueError(message: string): never {
    this.raise(this.types.ValueError, message);
  }

  /// Throws an exception instance; takes over the reference. Sets `__context__` to what is being handled.
  throwException(exception: Ptr): never {
    this.setRaised(exception);
    throw GUEST_ERROR;
  }

  /// Lets `raised` go on up.
  rethrow(): never {
    if (this.raised === 0) throw new Error('rethrow without an exception');
    throw GUEST_ERROR;
  }

  /// Makes the exception the one being raised (_PyErr_SetObject); takes over the reference.
  setRaised(exception: Ptr): void {
    this.linkContext(exception);
    this.xdecref(this.raised);
    this.raised = exception;
  }

  /// Takes the exception being raised; the caller owns it.
  fetchRaised(): Ptr {
    const exception = this.raised;
    this.raised = 0;
    return exception;
  }

  /// Whether `error` is the guest's; anything else is a defect of ours and is thrown on.
  isGuestError(error: unknown): boolean {
    if (error instanceof GuestError) return true;
    throw error;
  }

  /// Whether the exception being raised is of the type.
  raisedIs(type: TypeObject): boolean {
    return this.raised !== 0 && this.typeOf(this.raised).isSubtypeOf(type);
  }

  /// Runs `attempt`; if the guest raises an exception of the type, drops it (and what was held) and returns undefined.
  catching<T>(type: TypeObject, attempt: () => T): T | undefined {
    const mark = this.held.length;
    try {
      return attempt();
    } catch (error) {
      if (!this.isGuestError(error) || !this.raisedIs(type)) throw error;
      this.unwind(mark);
      this.decref(this.fetchRaised());
      return undefined;
    }
  }

  /// Runs `attempt`; what the guest raises in it is reported, since nobody can catch it, and undefined returned
  /// (PyErr_WriteUnraisable). `object` is what was called or closed, borrowed.
  reporting<T>(doing: Doing, object: Ptr, attempt: () => T): T | undefined {
    const mark = this.held.length;
    try {
      return attempt();
    } catch (error) {
      this.isGuestError(error);
      this.unwind(mark);
      this.hooks.unraisable(this, doing, object);
      return undefined;
    }
  }

  /// The exception being handled, borrowed; 0 = none (_PyErr_GetTopmostException).
  handled(): Ptr {
    let item: ExcStackItem | undefined = this.excInfo;
    while (item !== undefined && (item.value === 0 || item.value === this.singletons.none)) item = item.previous;
    return item?.value ?? 0;
  }

  override noMemory(): never {
    this.throwException(this.newRef(this.memoryError()));
  }

  /// The MemoryError made at start, since none can be made when it is needed.
  memoryErrorInstance: Ptr = 0;
  private memoryError(): Ptr {
    if (this.memoryErrorInstance === 0) throw new Error('out of memory during bootstrap');
    return this.memoryErrorInstance;
  }

  /// An interned, immortal string for a name that the runtime itself uses; borrowed.
  name(text: string): Ptr {
    return this.names.get(text) ?? this.makeName(text);
  }
  private readonly names = new Map<string, Ptr>();
  private makeName(text: string): Ptr {
    const p = intern(this, text);
    this.makeImmortal(p);
    this.names.set(text, p);
    return p;
  }

  /// The text of a str object.
  text(str: Ptr): string {
    return strValue(this, str);
  }

  bool(value: boolean): Ptr {
    return value ? this.singletons.true : this.singletons.false;
  }

  /// _Py_Dealloc, with the trashcan: past a depth of nesting, containers wait until the outer ones are done.
  override dealloc(p: Ptr): void {
    const type = this.typeTable[this.i32[p + 3]!]!;
    if (!type.hasGc) {
      type.dealloc(this, p);
      return;
    }
    const depth = this.deallocDepth;
    const { trashDepth } = this;
    if ((type.usesTrashcan && trashDepth === this.profile.trashcanDepth) || (depth >= HOST_DEPTH && !this.enterDeep(depth))) {
      if (isTracked(this.i32, p)) untrack(this.i32, p);
      this.deferred.push(p);
      return;
    }
    this.deallocating[depth] = p;
    this.deallocDepth = depth + 1;
    if (type.usesTrashcan) this.trashDepth = trashDepth + 1;
    type.dealloc(this, p);
    if (depth >= HOST_DEPTH) this.stackUse -= DEEP_BYTES;
    this.trashDepth = trashDepth;
    this.deallocDepth = depth;
    if (trashDepth === 0 && this.deferred.length > 0) this.deallocDeferred(depth);
  }

  /// Containers whose deallocation has begun or waits.
  deallocatingNow(): Ptr[] {
    return [...this.deallocating.subarray(0, this.deallocDepth).filter(p => p !== 0), ...this.deferred];
  }

  /// Whether the host's stack has room for a deallocation past HOST_DEPTH, which is taken.
  private enterDeep(depth: number): boolean {
    if (depth === MOST_DEPTH || this.stackUse + DEEP_BYTES > this.stackLimit / 2) return false;
    this.stackUse += DEEP_BYTES;
    return true;
  }

  /// The last that was put off goes first (_PyTrash_thread_destroy_chain).
  private deallocDeferred(depth: number): void {
    while (this.deferred.length > 0) {
      const p = this.deferred.pop()!;
      const type = this.typeOf(p);
      this.deallocating[depth] = p;
      this.deallocDepth = depth + 1;
      this.trashDepth = type.usesTrashcan ? 2 : 1;
      type.dealloc(this, p);
    }
    this.trashDepth = 0;
    this.deallocDepth = depth;
  }

  /// An instance of the type, exact or derived: `bytes` of structure (at least the type's basicsize), zeroed, with
  /// what a class adds to it (GC head, preheader, inline values). Not tracked; count 1.
  allocInstance(type: TypeObject, bytes: number): Ptr {
    let size = Math.max(bytes, type.basicsize);
    if (type.hasInlineValues) size += inlineValuesSize(this, type);
    const p = type.hasGc ? this.allocGc(type, size, type.preheaderWords) : this.allocObject(type, size);
    zeroWords(this.f64, p + 4, p + (((size + 7) & ~7) >> 2));
    if (type.hasInlineValues) initInlineValues(this, p, type);
    if (type.tracksAtBirth) track(this.i32, p);
    return p;
  }

  /// An instance of a derived type with room for `n` items of a variable number, and one more (PyType_GenericAlloc).
  allocItems(type: TypeObject, n: number): Ptr {
    return this.allocInstance(type, (type.basicsize + (n + 1) * type.itemsize + 7) & ~7);
  }

  /// Frees the block of an instance, exact or derived, and drops its reference to a heap type.
  freeInstance(p: Ptr): void {
    const type = this.typeTable[this.i32[p + 3]!]!;
    this.freeTo(p, type, type.freeList);
  }

  /// The same, with the free list that may take the block.
  freeTo(p: Ptr, type: TypeObject, list: FreeList | undefined): void {
    type.freed++;
    if (type.hasGc) {
      const last = this.deallocDepth - 1;
      if (last >= 0 && this.deallocating[last] === p) this.deallocating[last] = 0;
      this.freeGc(p, list, type.preheaderWords);
    } else {
      this.freeObject(p, list);
    }
    if (type.isHeapType) this.decref(type.ptr);
  }

  /// Notes that an object's finalizer is about to run.
  noteFinalized(p: Ptr): void {
    if (this.recording) this.touch(p | Touch.FINALIZED);
  }

  private linkContext(exception: Ptr): void {
    const context = this.handled();
    if (context !== 0 && context !== exception) chainContext(this, exception, context);
  }

}
