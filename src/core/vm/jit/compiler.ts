/// Bytecode to one JavaScript function (CPython 3.14 Python/jit.c, Python/optimizer.c by purpose, not by design).
import { Opcode as Op } from '../../compiler/opcodes';
import { isScopeExit, numPopped, numPushed } from '../../compiler/stackEffects';
import type { HostCode } from '../codeobject';
import type { Frame } from '../frame';
import { BREAKPOINT, COLD_OPS } from '../ops/table';
import type { Vm } from '../vm';
import { findBlocks, partsOf } from './blocks';
import { Emitter } from './emitter';
import { createRuntime } from './runtime';
import type { Runtime } from './runtime';
import { TEMPLATES } from './templates/table';

/// Runs a frame from the block `k` on. Returns 0: the eval loop goes on with `vm.frame`; else the value with which the
/// eval loop ends.
export type CompiledRun = (frame: Frame, k: number) => number;

export interface Compiled {
  readonly run: CompiledRun;
  /// For each instruction: the block that begins with it, or -1.
  readonly entries: Int16Array;
}

/// An instruction without a template: the function of the eval loop, on values in memory.
function writeCold(e: Emitter, op: number, arg: number, ip: number): void {
  e.spill();
  if (op === BREAKPOINT) {
    e.line(`${e.at(e.stack.length, ip - 1)} return 0;`);
    return;
  }
  const next = e.fresh('r');
  e.line(`${e.at(e.stack.length, ip)} const ${next} = ops[${op}](vm, frame, ${arg});`);
  const goesOn = op === Op.CALL_KW || op === Op.CALL_FUNCTION_EX ? ` && !enterFrame(${next}, frame)` : '';
  e.line(`if (${next} !== undefined${goesOn}) return leave(${next});`);
  if (op === Op.SEND) e.line(`if (frame.ip !== ${ip}) { ${e.goto(arg)} }`);
  if (isScopeExit(op)) return;
  e.stack.length -= numPopped(op, arg);
  e.pushMemory(numPushed(op, arg));
}

const isJump = (op: number): boolean => op === Op.JUMP_FORWARD || op === Op.JUMP_BACKWARD || op === Op.JUMP_BACKWARD_NO_INTERRUPT;

/// The JavaScript of the code, as the body of a function of `machine` (vm), `rt` (the runtime), `coldOps` and `constants`; undefined: not to be compiled.
function write(vm: Vm, code: HostCode, frame: Frame, rt: Runtime): { source: string; constants: readonly unknown[]; entries: Int16Array; parts: Int16Array } | undefined {
  const blocks = findBlocks(code.plain);
  if (blocks === undefined) return undefined;
  const { instructions } = code;
  const parts = partsOf(code.plain, blocks);
  const e = new Emitter(vm, code, frame, blocks.numbers, parts);
  const written: string[][] = [e.lines];
  let open = false;
  let reachable = false;
  for (let at = 0; at < instructions.length; at++) {
    const depth = blocks.depths[at]!;
    const block = blocks.numbers[at]!;
    if (block !== -1) {
      if (reachable) e.spill();
      if (reachable && parts[block] !== e.part) e.line(`return ${~block};`);
      if (open) e.line('}');
      if (parts[block] !== e.part) {
        e.part = parts[block]!;
        e.lines = [];
        written.push(e.lines);
      }
      e.line(`case ${block}: {`);
      open = true;
      reachable = true;
      e.stack = [];
      e.pushMemory(depth);
    }
    if (!reachable || depth === -1) continue;
    if (e.stack.length !== depth) throw new Error(`${code.plain.name} instruction ${at}: ${e.stack.length} values instead of ${depth}`);
    const word: number = instructions[at]!;
    const op = word & 255;
    if (COLD_OPS[op] === undefined && TEMPLATES[op] === undefined) throw new Error(`opcode ${op} has neither template nor function`);
    const template = TEMPLATES[op];
    if (template === undefined) writeCold(e, op, word >>> 8, at + 1);
    else template(e, word >>> 8, at + 1, op);
    if (isScopeExit(op) || isJump(op) || op === BREAKPOINT) reachable = false;
  }
  e.line('}');
  // V8 folds what a const of an outer function holds, but not what its parameter holds.
  const source = `'use strict';
const vm = machine, ops = coldOps;
const { i32, f64, typeTable } = vm;
${e.constants.map((_, i) => `const k${i} = constants[${i}];`).join(' ')}
const { TRUE, FALSE, NONE, ${Object.keys(rt).join(', ')} } = { ...rt, TRUE: ${vm.singletons.true}, FALSE: ${vm.singletons.false}, NONE: ${vm.singletons.none} };
return [
${written.map(writeFunction).join(',\n')}
];`;
  // The eval loop goes on itself at a breakpoint.
  const entries = blocks.numbers.map((number, at) => ((instructions[at] ?? 0) & 255) === BREAKPOINT ? -1 : number);
  return { source, constants: e.constants, entries, parts };
}

/// A part of the code. It takes the number of a block, and returns as CompiledRun does, or the complement of the number of
/// a block in another part.
const writeFunction = (lines: readonly string[]): string => `function compiled(frame, k) {
const s = i32, f = f64, types = typeTable, b = frame.base, g = frame.globals, builtins = frame.builtins;
let c = 0;
for (;;) switch (k) {
${lines.join('\n')}
default: throw new Error('no such block');
}
}`;

/// The parts as one.
function joined(functions: readonly CompiledRun[], parts: Int16Array): CompiledRun {
  if (functions.length === 1) return functions[0]!;
  return (frame, k) => {
    let next = ~k;
    while (next < 0) next = functions[parts[~next]!]!(frame, ~next);
    return next;
  };
}

/// What becomes `vm.jit.compile`.
export function createCompiler(vm: Vm): Vm['jit']['compile'] {
  let rt: Runtime | undefined;
  return (code, frame) => {
    rt ??= createRuntime(vm);
    const written = write(vm, code, frame, rt);
    if (written === undefined) return undefined;
    const make = new Function('machine', 'rt', 'coldOps', 'constants', written.source) as (vm: Vm, rt: Runtime, ops: typeof COLD_OPS, constants: readonly unknown[]) => CompiledRun[];
    return { run: joined(make(vm, rt, COLD_OPS, written.constants), written.parts), entries: written.entries };
  };
}
