/// Writes the JavaScript of one part of a code object: the lines, and what the value stack holds at the place that is being written.
///
/// A value of the stack is in its word of memory only when somebody may look: until then the emitter knows it as an
/// expression. The source is made of numbers and of our own names, never of the guest's text.
import type { Ptr } from '../../memory/ram';
import type { HostCode } from '../codeobject';
import type { Frame } from '../frame';
import type { Vm } from '../vm';

/// What a value was when the code became hot, if that was something to be called. It may be anything later.
export interface Hint {
  readonly callable: Ptr;
  /// For a method: index of the type of the object that it goes with; else -1.
  readonly receiver: number;
}

/// A value of the stack. `spilled`: its word in memory holds it too.
export type Value =
  /// Only in memory; may borrow.
  | { readonly kind: 'memory'; readonly hint?: Hint | undefined }
  /// A local's object; `counted`: as a reference of its own, whose increment is put off until somebody may look.
  | { readonly kind: 'local'; readonly index: number; readonly counted: boolean; spilled: boolean }
  /// An object that the code or the interpreter holds; `counted` as above, never for an immortal one.
  | { readonly kind: 'constant'; readonly ptr: number; readonly counted: boolean; spilled: boolean }
  /// A reference of its own in the variable `name`. `number`: a variable with its value if it is a compact int, else NaN.
  | { readonly kind: 'owned'; readonly name: string; readonly number: string | undefined; readonly hint?: Hint | undefined; spilled: boolean }
  /// A word, which may borrow, in the variable `name`.
  | { readonly kind: 'word'; readonly name: string; spilled: boolean }
  /// True or False by the JavaScript boolean `name`.
  | { readonly kind: 'truth'; readonly name: string; spilled: boolean };

/// A value taken off the stack, ready for use.
export interface Operand {
  /// Expression of its object.
  readonly ptr: string;
  /// What is left to do when it goes: nothing, an owned reference, or a word that may borrow.
  readonly drop: 'none' | 'owned' | 'word';
  /// The word, for `drop`.
  readonly word: string;
  /// Expression of its value as a compact int; NaN if it is none. undefined: not known without looking.
  readonly number: string | undefined;
  /// The number is a literal.
  readonly isLiteral: boolean;
  /// Statements that put it into its place in memory, where it was when it was taken.
  readonly spill: string;
}

export class Emitter {
  readonly lines: string[] = [];
  /// What the source calls k0, k1, ...: objects of the host.
  readonly constants: unknown[] = [];
  stack: Value[] = [];
  private names = 0;

  constructor(
    readonly vm: Vm,
    readonly code: HostCode,
    /// The frame that made the code hot: what instructions found in its namespaces is taken for what they will find.
    readonly frame: Frame,
    private readonly blockNumbers: Int16Array,
    /// For each block: its part (see blocks.ts); the one that is written.
    readonly parts: Int16Array,
    readonly part: number
  ) {}

  line(text: string): void {
    this.lines.push(text);
  }

  fresh(prefix: string): string {
    return `${prefix}${this.names++}`;
  }

  /// Name of an object of the host.
  constant(value: unknown): string {
    const known = this.constants.indexOf(value);
    return `k${known >= 0 ? known : this.constants.push(value) - 1}`;
  }

  /// A local's word.
  local(index: number): string {
    return `s[b + ${index}]`;
  }

  /// Word of memory of the value `depth` from the bottom of the stack.
  slot(depth: number): string {
    return `s[b + ${this.code.nlocalsplus + depth}]`;
  }

  /// Statements that tell the world where the frame is: `depth` values on the stack, in the instruction before `ip`.
  at(depth: number, ip: number): string {
    return `frame.sp = b + ${this.code.nlocalsplus + depth}; frame.ip = ${ip};`;
  }

  /// Statements that go to an instruction, which begins a block.
  goto(ip: number): string {
    const block = this.blockNumbers[ip]!;
    return this.parts[block] === this.part ? `k = ${block}; continue;` : `return ${~block};`;
  }

  // --- the stack ----------------------------------------------------------------------------------------------

  push(value: Value): void {
    this.stack.push(value);
  }

  pushMemory(count = 1): void {
    for (let i = 0; i < count; i++) this.push({ kind: 'memory' });
  }

  pushOwned(name: string, number?: string, hint?: Hint): void {
    this.push({ kind: 'owned', name, number, hint, spilled: false });
  }

  /// What the value `depth` from the bottom of the stack was when the code became hot.
  hintOf(depth: number): Hint | undefined {
    const value = this.stack[depth]!;
    if (value.kind === 'memory' || value.kind === 'owned') return value.hint;
    const callable = value.kind === 'local' ? this.vm.i32[this.frame.base + value.index]! & ~1 : value.kind === 'constant' ? value.ptr : 0;
    return callable === 0 ? undefined : { callable, receiver: -1 };
  }

  pushTruth(name: string): void {
    this.push({ kind: 'truth', name, spilled: false });
  }

  pushLocal(index: number, counted: boolean): void {
    this.push({ kind: 'local', index, counted, spilled: false });
  }

  pushConstant(ptr: number): void {
    this.push({ kind: 'constant', ptr, counted: ptr !== 0 && this.vm.i32[ptr]! >= 0, spilled: false });
  }

  /// Puts all values into their words of memory.
  spill(): void {
    for (let depth = 0; depth < this.stack.length; depth++) this.stack[depth] = this.spilled(this.stack[depth]!, depth);
  }

  private spilled(value: Value, depth: number): Value {
    const slot = this.slot(depth);
    if (value.kind === 'memory' || value.spilled) return value;
    switch (value.kind) {
      case 'local':
        if (value.counted) {
          this.line(`${slot} = newRef(${this.local(value.index)} & -2);`);
          return { kind: 'memory' };
        }
        this.line(`${slot} = ${this.local(value.index)} | 1;`);
        break;
      case 'constant':
        if (value.counted) {
          this.line(`${slot} = newRef(${value.ptr});`);
          return { kind: 'memory' };
        }
        this.line(`${slot} = ${value.ptr};`);
        break;
      case 'owned':
      case 'word':
        this.line(`${slot} = ${value.name};`);
        break;
      case 'truth':
        this.line(`${slot} = ${value.name} ? TRUE : FALSE;`);
        break;
    }
    return { ...value, spilled: true };
  }

  /// Before a local gets another value: those on the stack that stand for its old one take it along.
  detachLocal(index: number): void {
    for (let depth = 0; depth < this.stack.length; depth++) {
      const value = this.stack[depth]!;
      if (value.kind === 'local' && value.index === index) {
        if (!value.spilled) this.spilled(value, depth);
        this.stack[depth] = { kind: 'memory' };
      }
    }
  }

  /// COPY: a reference more to the value `n` from the top (1 = the top).
  copy(n: number): void {
    const depth = this.stack.length - n;
    const value = this.stack[depth]!;
    switch (value.kind) {
      case 'memory':
      case 'word': {
        const name = value.kind === 'word' ? value.name : this.fresh('w');
        if (value.kind === 'memory') this.line(`const ${name} = ${this.slot(depth)};`);
        this.line(`if (${name} !== 0 && (${name} & 1) === 0) { ${this.incref(name)} }`);
        this.push({ kind: 'word', name, spilled: false });
        break;
      }
      case 'owned':
        this.line(this.incref(value.name));
        this.push({ ...value, spilled: false });
        break;
      default:
        this.push({ ...value, spilled: false });
    }
  }

  /// SWAP: exchanges the top with the value `n` from the top (2 = the one below).
  swap(n: number): void {
    const low = this.stack.length - n;
    const high = this.stack.length - 1;
    const value = this.loaded(low);
    this.stack[low] = this.loaded(high);
    this.stack[high] = value;
  }

  /// The value as one that may move to another place.
  private loaded(depth: number): Value {
    const value = this.stack[depth]!;
    if (value.kind !== 'memory') return { ...value, spilled: false };
    const name = this.fresh('w');
    this.line(`const ${name} = ${this.slot(depth)};`);
    return { kind: 'word', name, spilled: false };
  }

  /// Takes the top of the stack for use; the rest may still be anywhere.
  pop(): Operand {
    const value = this.stack.pop()!;
    const slot = this.slot(this.stack.length);
    switch (value.kind) {
      case 'memory': {
        const word = this.fresh('w');
        const ptr = this.fresh('p');
        this.line(`const ${word} = ${slot}, ${ptr} = ${word} & -2;`);
        return { ptr, drop: 'word', word, number: undefined, isLiteral: false, spill: '' };
      }
      case 'local': {
        const ptr = this.fresh('p');
        this.line(`const ${ptr} = ${this.local(value.index)} & -2;`);
        const spill = value.counted ? `${slot} = newRef(${ptr});` : `${slot} = ${ptr} | 1;`;
        return { ptr, drop: 'none', word: value.counted ? ptr : `${ptr} | 1`, number: undefined, isLiteral: false, spill: value.spilled ? '' : spill };
      }
      case 'constant': {
        const spill = `${slot} = ${value.counted ? `newRef(${value.ptr})` : value.ptr};`;
        const number = this.numberOf(value.ptr);
        return { ptr: `${value.ptr}`, drop: 'none', word: `${value.ptr}`, number, isLiteral: number !== undefined, spill: value.spilled ? '' : spill };
      }
      case 'word': {
        const ptr = this.fresh('p');
        this.line(`const ${ptr} = ${value.name} & -2;`);
        return { ptr, drop: 'word', word: value.name, number: undefined, isLiteral: false, spill: value.spilled ? '' : `${slot} = ${value.name};` };
      }
      case 'owned':
        return { ptr: value.name, drop: 'owned', word: value.name, number: value.number, isLiteral: false, spill: value.spilled ? '' : `${slot} = ${value.name};` };
      case 'truth': {
        const ptr = this.fresh('p');
        this.line(`const ${ptr} = ${value.name} ? TRUE : FALSE;`);
        return { ptr, drop: 'none', word: ptr, number: undefined, isLiteral: false, spill: value.spilled ? '' : `${slot} = ${ptr};` };
      }
    }
  }

  private numberOf(ptr: number): string | undefined {
    const { vm } = this;
    if (ptr === 0 || vm.i32[ptr + 3] !== vm.types.int.index || vm.i32[ptr + 4] !== 0) return undefined;
    return `${vm.f64[(ptr + 6) >> 1]!}`;
  }

  /// Expression of the top word as the owner of a reference, which it stops being: for a place that keeps it.
  /// `borrows`: the place may borrow.
  take(borrows: boolean): string {
    const value = this.stack.pop()!;
    const slot = this.slot(this.stack.length);
    switch (value.kind) {
      case 'memory': return borrows ? slot : `steal(${slot})`;
      case 'local': {
        const { index, counted, spilled } = value;
        if (counted || !borrows) return `newRef(${this.local(index)} & -2)`;
        return spilled ? slot : `${this.local(index)} | 1`;
      }
      case 'constant': return value.counted ? `newRef(${value.ptr})` : `${value.ptr}`;
      case 'word': return borrows ? value.name : `steal(${value.name})`;
      case 'owned': return value.name;
      case 'truth': return `(${value.name} ? TRUE : FALSE)`;
    }
  }

  // --- counts -------------------------------------------------------------------------------------------------

  /// Drops an operand that may be anything. Dropping it may run guest code: all values are in memory then, and the
  /// frame is at `ip`.
  drop(operand: Operand, ip: number): void {
    if (operand.drop === 'none') return;
    this.spill();
    const drop = this.dropWord(operand.word, this.stack.length, ip);
    this.line(operand.drop === 'word' ? `if ((${operand.word} & 1) === 0 && ${operand.word} !== 0) { ${drop} }` : drop);
  }

  // A count goes up and down without a branch, c >> 31 being -1 for an immortal one: V8 knows a way only once it ran.

  /// Statements that drop the reference `word`, not NULL.
  dropWord(word: string, depth: number, ip: number): string {
    return `s[${word}] = (c = s[${word}]) - 1 - (c >> 31); if (c === 1) { ${this.at(depth, ip)} dealloc(${word}); }`;
  }

  /// Statements that drop an operand known to be a compact int: no guest code runs.
  dropInt(operand: Operand): string {
    if (operand.drop === 'none') return '';
    const drop = `s[${operand.word}] = (c = s[${operand.word}]) - 1 - (c >> 31); if (c === 1) freeInt(${operand.word});`;
    return operand.drop === 'word' ? `if ((${operand.word} & 1) === 0) { ${drop} }` : drop;
  }

  /// Statement that counts one reference more.
  incref(ptr: string): string {
    return `s[${ptr}] = (c = s[${ptr}]) + 1 + (c >> 31);`;
  }
}
