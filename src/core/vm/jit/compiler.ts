/// Bytecode to one JavaScript function (CPython 3.14 Python/jit.c, Python/optimizer.c by purpose, not by design).
import { Opcode as Op } from '../../compiler/opcodes';
import { isScopeExit, numPopped, numPushed } from '../../compiler/stackEffects';
import type { HostCode } from '../codeobject';
import type { Frame } from '../frame';
import { BREAKPOINT, COLD_OPS } from '../ops/table';
import type { Vm } from '../vm';
import { findBlocks } from './blocks';
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
  const goesOn = op === Op.CALL_KW || op === Op.CALL_FUNCTION_EX ? `!enterFrame(${next}, frame)` : 'true';
  e.line(`if (${next} !== undefined && ${goesOn}) return leave(${next});`);
  if (op === Op.SEND) e.line(`if (frame.ip !== ${ip}) { ${e.goto(arg)} }`);
  if (isScopeExit(op)) return;
  e.stack.length -= numPopped(op, arg);
  e.pushMemory(numPushed(op, arg));
}

const isJump = (op: number): boolean => op === Op.JUMP_FORWARD || op === Op.JUMP_BACKWARD || op === Op.JUMP_BACKWARD_NO_INTERRUPT;

/// The JavaScript of the code, as the body of a function of `vm`, `rt` (the runtime) and `ops`; undefined: not to be compiled.
function write(vm: Vm, code: HostCode, frame: Frame, rt: Runtime): { source: string; entries: Int16Array } | undefined {
  const blocks = findBlocks(code.plain);
  if (blocks === undefined) return undefined;
  const { instructions } = code;
  const e = new Emitter(vm, code, frame, blocks.numbers);
  let open = false;
  let reachable = false;
  for (let at = 0; at < instructions.length; at++) {
    const depth = blocks.depths[at]!;
    if (blocks.numbers[at] !== -1) {
      if (reachable) e.spill();
      if (open) e.line('}');
      e.line(`case ${blocks.numbers[at]}: {`);
      open = true;
      reachable = true;
      e.stack = [];
      e.pushMemory(depth);
    }
    if (!reachable || depth === -1) continue;
    if (e.stack.length !== depth) throw new Error(`${code.plain.name} instruction ${at}: ${e.stack.length} values instead of ${depth}`);
    const word = instructions[at]!;
    const op = word & 255;
    if (COLD_OPS[op] === undefined && TEMPLATES[op] === undefined) throw new Error(`opcode ${op} has neither template nor function`);
    const template = TEMPLATES[op];
    if (template === undefined) writeCold(e, op, word >>> 8, at + 1);
    else template(e, word >>> 8, at + 1, op);
    if (isScopeExit(op) || isJump(op) || op === BREAKPOINT) reachable = false;
  }
  const source = `'use strict';
const { i32: s, f64: f, typeTable: types } = vm;
const { TRUE, FALSE, NONE, ${Object.keys(rt).join(', ')} } = { ...rt, TRUE: ${vm.singletons.true}, FALSE: ${vm.singletons.false}, NONE: ${vm.singletons.none} };
return function compiled(frame, k) {
const b = frame.base, g = frame.globals, builtins = frame.builtins;
let c = 0;
for (;;) switch (k) {
${e.lines.join('\n')}
}
default: throw new Error('no such block');
}
};`;
  // The eval loop goes on itself at a breakpoint.
  const entries = blocks.numbers.map((number, at) => ((instructions[at] ?? 0) & 255) === BREAKPOINT ? -1 : number);
  return { source, entries };
}

/// What becomes `vm.jit.compile`.
export function createCompiler(vm: Vm): Vm['jit']['compile'] {
  let rt: Runtime | undefined;
  return (code, frame) => {
    rt ??= createRuntime(vm);
    const written = write(vm, code, frame, rt);
    if (written === undefined) return undefined;
    const make = new Function('vm', 'rt', 'ops', written.source) as (vm: Vm, rt: Runtime, ops: typeof COLD_OPS) => CompiledRun;
    return { run: make(vm, rt, COLD_OPS), entries: written.entries };
  };
}
