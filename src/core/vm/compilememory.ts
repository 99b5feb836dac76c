/// What CPython's compiler allocates on the way to a code object and gives back at its end: the collector counts it, and
/// it fills the free lists. Python/symtable.c, Python/compile.c, Python/assemble.c, Objects/codeobject.c.
import { beginsHandler, codeUnitStarts } from '../compiler/codeunits';
import type { CodeObject, HeldStep, Const } from '../compiler/code';
import { constRepr } from '../compiler/constRepr';
import type { SymtableEntry } from '../compiler/symtableEntry';
import type { Ptr } from '../memory/ram';
import { newDict } from '../objects/dictobject';
import { allocList } from '../objects/list';
import { ownScratchSet, ownScratchTuple } from '../objects/scratch';
import { newSet } from '../objects/set';
import { newSlice } from '../objects/slice';
import { newTuple } from '../objects/tuple';
import type { PythonVersion } from '../profile/profile';
import type { CodeWatcher } from './codeobject';
import type { RepeatedTuples } from './repeatedconsts';
import type { Vm } from './vm';

/// Containers that the compiler has now; nothing else refers to them, and nothing records them.
class Scratch {
  private readonly alive: Ptr[] = [];

  constructor(private readonly vm: Vm) {}

  dict(): void { this.alive.push(newDict(this.vm)); }
  list(): void { this.alive.push(allocList(this.vm, this.vm.types.list)); }
  set(): void { this.alive.push(newSet(this.vm)); }
  slice(): void {
    const { none } = this.vm.singletons;
    this.alive.push(newSlice(this.vm, none, none, none));
  }
  tuple(size: number): void { if (size > 0) this.alive.push(newTuple(this.vm, size)); }

  get mark(): number { return this.alive.length; }

  /// Gives back what was made since `mark`, the newest first.
  unwind(mark: number): void {
    while (this.alive.length > mark) this.vm.decref(this.alive.pop()!);
  }
}

const times = (count: number, make: () => void): void => {
  for (let i = 0; i < count; i++) make();
};

/// What is there while one code object is compiled.
class Unit extends Scratch {
  readonly staticAttributes: string;
  /// Sizes of its sets of constants.
  readonly setSizes: readonly number[];
  private readonly steps: readonly HeldStep[];
  private step = 0;
  /// Where those began that have not ended.
  private readonly marks: number[] = [];

  constructor(vm: Vm, code: CodeObject) {
    super(vm);
    this.staticAttributes = code.staticAttributes?.join() ?? '';
    this.setSizes = code.consts.flatMap(value => (value.type === 'frozenset' ? [value.items.length] : []));
    this.steps = code.heldSteps;
  }

  /// Up to the next nested code.
  reachCode(): void {
    while (this.step < this.steps.length && this.take() !== 'code');
  }

  reachEnd(): void {
    while (this.step < this.steps.length) this.take();
  }

  private take(): HeldStep {
    const step = this.steps[this.step++]!;
    if (step === 'end') this.unwind(this.marks.pop()!);
    else if (step !== 'code') {
      this.marks.push(this.mark);
      times(step.sets, () => this.set());
      times(step.dicts, () => this.dict());
      times(step.lists, () => this.list());
    }
    return step;
  }
}

/// A block of the symbol table with those in it, as they are before analysis.
export interface BlockShape {
  /// Names in its global and nonlocal statements.
  readonly directives: number;
  /// Blocks of annotations that become strings, there until the end.
  readonly strings: number;
  /// Up to 3.13 a function has the key of the block of its annotations that become strings, and takes its place.
  readonly replacesStrings: boolean;
  readonly children: readonly BlockShape[];
}

export function shapeOf(entry: SymtableEntry, defersAnnotations: boolean): BlockShape {
  const { stringAnnotations, annotationBlock, directives, children } = entry;
  const ofVariables = stringAnnotations.filter(block => block === annotationBlock).length;
  const ofFunctions = stringAnnotations.length - ofVariables;
  return {
    directives: directives.length,
    strings: defersAnnotations ? Math.min(ofVariables, 1) + ofFunctions : ofVariables,
    replacesStrings: !defersAnnotations && ofFunctions > 0,
    // The annotations of a block's variables are entered once each.
    children: [...new Set(children)].map(child => shapeOf(child, defersAnnotations))
  };
}

/// The three containers of a block's entry (ste_new).
const addEntry = (scratch: Scratch): void => {
  scratch.dict();
  times(2, () => scratch.list());
};

/// A block's entry, and the list of its global and nonlocal statements, each with its place (symtable_record_directive).
function buildBlock(scratch: Scratch, entry: BlockShape, replacesStrings = false): void {
  addEntry(scratch);
  if (entry.directives > 0) scratch.list();
  times(entry.directives, () => scratch.tuple(5));
  if (replacesStrings) {
    const { mark } = scratch;
    addEntry(scratch);
    scratch.unwind(mark);
  }
  times(entry.strings, () => addEntry(scratch));
  for (const child of entry.children) buildBlock(scratch, child, entry.replacesStrings);
}

/// analyze_child_block, analyze_block: sets of names a nested block, gone when it is done.
function analyzeBlock(scratch: Scratch, entry: BlockShape, sets: number): void {
  const { mark } = scratch;
  scratch.dict();
  times(sets, () => scratch.set());
  for (const child of entry.children) analyzeBlock(scratch, child, sets);
  scratch.unwind(mark);
}

/// What compiling each code object takes besides what stays, told by newCode as it makes it. `keys`: the constant cache,
/// which keeps a key for each constant until the end.
class CodeMemory implements CodeWatcher {
  private readonly known = new Set<string>();
  private readonly codes = new Map<CodeObject, string>();
  private readonly units: Unit[] = [];

  private readonly displays: number[];
  private readonly sets: number[];

  constructor(private readonly vm: Vm, private readonly keys: Scratch, private readonly repeated: RepeatedTuples) {
    this.displays = [...repeated.ofDisplays];
    this.sets = [...repeated.ofSets];
  }

  /// compiler_enter_scope
  begin(code: CodeObject): void {
    const { vm } = this;
    unrecorded(vm, () => {
      this.units.at(-1)?.reachCode();
      const unit = new Unit(vm, code);
      this.units.push(unit);
      unit.dict();
      for (let i = 0; i < 2; i++) {
        unit.dict();
        this.pass(scratch => scratch.list());
      }
      times(vm.profile.dictsOfUnit - 3, () => unit.dict());
    });
  }

  constant(value: Const): void {
    if (value.type === 'code') {
      if (value.code.isRepeated) this.compare(value.code);
      return;
    }
    unrecorded(this.vm, () => {
      // A set display's items, before they are a frozenset.
      if (value.type === 'frozenset' && this.sets.length > 0) this.pass(scratch => scratch.tuple(this.sets.shift()!));
      if (value.type === 'tuple' && this.isStaticAttributes(value.items)) this.pass(scratch => {
        scratch.tuple(value.items.length);
        this.addConst(value);
      });
      else {
        if (this.isDefaultsAgain(value)) passTuples(this.vm, value.items.length);
        this.addConst(value);
      }
      const repeated = value.type === 'tuple' ? this.displays.indexOf(value.items.length) : -1;
      if (repeated >= 0) passTuples(this.vm, this.displays.splice(repeated, 1)[0]!);
    });
  }

  /// An equal code object is found by the keys of both's constants (code_richcompare).
  private compare({ consts }: CodeObject): void {
    unrecorded(this.vm, () => this.pass(scratch => times(2, () => addKey(scratch, { type: 'tuple', items: consts }))));
  }

  /// It is there until the end, too.
  unused(value: Const): void {
    if (value.type !== 'code') unrecorded(this.vm, () => {
      const isNew = !this.known.has(this.identity(value));
      if (value.type === 'tuple' && isNew) this.keys.tuple(value.items.length);
      this.addConst(value);
    });
  }

  /// The exception table, which is mostly empty, the line table and the bytecode.
  assemble(code: CodeObject): void {
    const ops = code.instructions.join();
    const handlers = this.vm.profile.stackSurplus.generatorHandlers ? ownHandlers(code) : code.exceptiontable.join();
    unrecorded(this.vm, () => {
      this.units.at(-1)!.reachEnd();
      this.pass(scratch => scratch.list());
      // The empty table is the constant b''.
      for (const table of [handlers === '' ? this.identity(BYTES) : `exceptions ${handlers}`, `lines ${lineTable(code, this.vm.profile.version)}`, `code ${ops}`]) this.merge(BYTES, table);
    });
  }

  tuple(items: readonly Const[], isNew: boolean): void {
    unrecorded(this.vm, () => this.pass(scratch => {
      if (!isNew) scratch.tuple(items.length);
      this.merge({ type: 'tuple', items });
    }));
  }

  replaced(items: readonly Const[]): void {
    unrecorded(this.vm, () => {
      const value: Const = { type: 'tuple', items };
      const isNew = !this.known.has(this.identity(value));
      const { mark } = this.keys;
      this.keys.tuple(items.length);
      this.merge(value);
      if (!isNew) this.keys.unwind(mark);
    });
  }

  /// The items of sets are looked through for names, as a tuple (intern_constants).
  end(): void {
    unrecorded(this.vm, () => {
      const unit = this.units.pop()!;
      for (const size of unit.setSizes) this.pass(scratch => scratch.tuple(size));
      unit.unwind(0);
    });
  }

  /// Whether a class's `__static_attributes__` have been a tuple before, of names or of another class's.
  private isStaticAttributes(items: readonly Const[]): boolean {
    const attributes = this.units.at(-1)!.staticAttributes;
    return attributes !== '' && this.known.has(this.identity({ type: 'tuple', items })) && attributes === items.map(item => (item.type === 'str' ? item.value : '')).join();
  }

  /// Whether it is a tuple that the code makes while it is optimized, such as a function's defaults, and there is one like it.
  private isDefaultsAgain(value: Const): value is Extract<Const, { type: 'tuple' }> {
    return value.type === 'tuple' && this.vm.profile.foldsConstantsInAst && this.known.has(this.identity(value)) && !this.repeated.tuples.has(constRepr(value));
  }

  private pass(make: (scratch: Scratch) => void): void {
    const scratch = new Scratch(this.vm);
    make(scratch);
    scratch.unwind(0);
  }

  /// merge_consts_recursive
  private addConst(value: Const): void {
    if (value.type === 'code' || !this.merge(value)) return;
    // A set is made again, of the items as they are in the cache.
    if (value.type === 'frozenset') this.pass(scratch => scratch.tuple(value.items.length));
    if (value.type === 'tuple') for (const item of value.items) this.addConst(item);
  }

  /// Adds the key if there is none like it (merge_const_one). False: there was.
  private merge(value: Const, identity = this.identity(value)): boolean {
    if (this.known.has(identity)) {
      this.pass(scratch => addKey(scratch, value));
      return false;
    }
    this.known.add(identity);
    addKey(this.keys, value);
    return true;
  }

  /// The same for equal constants of one type.
  private identity(value: Const): string {
    switch (value.type) {
      case 'tuple': case 'frozenset': return `${value.type}(${value.items.map(item => this.identity(item)).join()})`;
      case 'code': {
        const known = this.codes.get(value.code) ?? `code${this.codes.size}`;
        this.codes.set(value.code, known);
        return known;
      }
      case 'slice': return `slice(${[value.start, value.stop, value.step].map(part => this.identity(part)).join()})`;
      case 'complex': return `complex ${value.real} ${value.imag}`;
      case 'None': case 'Ellipsis': return value.type;
      default: return `${value.type} ${JSON.stringify(String(value.value))}`;
    }
  }
}

/// What a line table tells: for how many code units which place in the source holds, from the code's first line on; whether the
/// instructions are the same ones it does not matter to.
function lineTable({ instructions, positions, firstlineno }: CodeObject, version: PythonVersion): string {
  const starts = codeUnitStarts(instructions, version);
  const runs: string[] = [];
  let last = '';
  let begin = 0;
  for (let i = 0; i <= instructions.length; i++) {
    const [line, endLine, ...columns] = positions.slice(4 * i, 4 * i + 4);
    const place = line === undefined ? '' : [line < 0 ? line : line - firstlineno, endLine! < 0 ? endLine : endLine! - firstlineno, ...columns].join();
    if (place === last || i < instructions.length && starts[i] === starts[i + 1]) continue;
    if (i > 0) runs.push(`${last} ${starts[i]! - begin}`);
    last = place;
    begin = starts[i]!;
  }
  return runs.join(';');
}

/// The exception table without the handlers around generators and delegations, which 3.11 has not.
function ownHandlers({ exceptiontable, instructions }: CodeObject): string {
  const entries: string[] = [];
  for (let i = 0; i < exceptiontable.length; i += 5) {
    if (!beginsHandler(instructions[exceptiontable[i + 2]!]!)) entries.push(exceptiontable.slice(i, i + 5).join());
  }
  return entries.join();
}

/// Any bytes object.
const BYTES: Const = { type: 'bytes', value: new Uint8Array() };

/// The containers of a constant's key (_PyCode_ConstantKey).
function addKey(keys: Scratch, value: Const): void {
  switch (value.type) {
    case 'bool': case 'bytes': case 'float': case 'complex':
      keys.tuple(2);
      break;
    case 'tuple':
      keys.tuple(value.items.length);
      for (const item of value.items) addKey(keys, item);
      keys.tuple(2);
      break;
    case 'frozenset': {
      const { mark } = keys;
      keys.tuple(value.items.length);
      keys.unwind(mark);
      for (const item of value.items) addKey(keys, item);
      keys.set();
      keys.tuple(2);
      break;
    }
    case 'slice':
      keys.slice();
      keys.tuple(2);
      break;
    default:
  }
}

/// A tuple and its key, which are there already.
function passTuples(vm: Vm, size: number): void {
  const scratch = new Scratch(vm);
  scratch.tuple(size);
  scratch.tuple(size);
  scratch.tuple(2);
  scratch.unwind(0);
}

function unrecorded(vm: Vm, act: () => void): void {
  const { recording } = vm;
  vm.recording = false;
  act();
  vm.recording = recording;
}

/// Runs `make`, which makes the code objects, while everything is there that the compiler has then.
/// `keepsTree`: the main program's tree lives while it runs, and with it what is among the held references now; the list of its
/// objects (_PyArena_New) is there when CPython's start ends.
export function withCompilersMemory<T>(vm: Vm, top: BlockShape, repeated: RepeatedTuples, keepsTree: boolean, make: (watcher: CodeWatcher) => T): T {
  const tree = new Scratch(vm);
  unrecorded(vm, () => {
    if (!keepsTree) tree.list();
    for (const size of repeated.inTree) keepsTree ? ownScratchTuple(vm, size) : tree.tuple(size);
    times(repeated.setsInTree, () => { keepsTree ? ownScratchSet(vm) : tree.set(); });
  });
  const scratch = new Scratch(vm);
  unrecorded(vm, () => {
    scratch.dict();
    scratch.list();
    scratch.list();
    scratch.dict();
    buildBlock(scratch, top);
    analyzeBlock(scratch, top, vm.profile.setsOfBlock);
  });
  const made = make(new CodeMemory(vm, scratch, repeated));
  unrecorded(vm, () => {
    scratch.unwind(0);
    tree.unwind(0);
  });
  return made;
}
