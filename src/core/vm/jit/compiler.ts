/// Bytecode to JavaScript functions (CPython 3.14 Python/jit.c, Python/optimizer.c by purpose, not by design).
import { Opcode as Op } from '../../compiler/opcodes';
import { isScopeExit, numPopped, numPushed } from '../../compiler/stackEffects';
import { BREAKPOINT, COLD_OPS } from '../ops/table';
import type { HostCode } from '../codeobject';
import type { Vm } from '../vm';
import { findBlocks, partsOf } from './blocks';
import type { Blocks } from './blocks';
import { Compiled } from './compiled';
import type { CompilePart, PartRun, Plan } from './compiled';
import { Emitter } from './emitter';
import { createRuntime } from './runtime';
import type { Runtime } from './runtime';
import { TEMPLATES } from './templates/table';

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

/// The JavaScript of a part of the code, as the body of a function of `machine` (vm), `rt` (the runtime), `coldOps` and
/// `constants`.
function write(e: Emitter, rt: Runtime, blocks: Blocks): string {
  const { vm, code, part, parts } = e;
  const { instructions } = code;
  let open = false;
  let reachable = false;
  for (let at = blocks.starts[parts.indexOf(part)]!; at < instructions.length; at++) {
    const depth = blocks.depths[at]!;
    const block = blocks.numbers[at]!;
    if (block !== -1) {
      if (reachable) e.spill();
      if (parts[block] !== part) {
        if (reachable) e.line(`return ${~block};`);
        break;
      }
      if (open) e.line('}');
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
  // V8 folds what a const of an outer function holds, but not what its parameter holds.
  return `'use strict';
const vm = machine, ops = coldOps;
const { i32, f64, typeTable } = vm;
${e.constants.map((_, i) => `const k${i} = constants[${i}];`).join(' ')}
const { TRUE, FALSE, NONE, ${Object.keys(rt).join(', ')} } = { ...rt, TRUE: ${vm.singletons.true}, FALSE: ${vm.singletons.false}, NONE: ${vm.singletons.none} };
return function compiled(frame, k) {
const s = i32, f = f64, types = typeTable, b = frame.base, g = frame.globals, builtins = frame.builtins;
let c = 0;
for (;;) switch (k) {
${e.lines.join('\n')}
}
default: throw new Error('no such block');
}
};`;
}

/// What becomes `vm.jit.prepare`.
export function createCompiler(vm: Vm): Vm['jit']['prepare'] {
  let rt: Runtime | undefined;
  const compilePart: CompilePart = (code, frame, blocks, parts, part) => {
    rt ??= createRuntime(vm);
    const e = new Emitter(vm, code, frame, blocks.numbers, parts, part);
    const source = write(e, rt, blocks);
    const make = new Function('machine', 'rt', 'coldOps', 'constants', source) as (vm: Vm, rt: Runtime, ops: typeof COLD_OPS, constants: readonly unknown[]) => PartRun;
    return make(vm, rt, COLD_OPS, e.constants);
  };
  const plans = new WeakMap<HostCode, Plan>();
  return code => {
    let plan = plans.get(code);
    if (plan === undefined) {
      const blocks = findBlocks(code.plain);
      if (blocks === undefined) return undefined;
      plans.set(code, plan = { blocks, parts: partsOf(code.plain, blocks), whole: [] });
    }
    const { blocks, parts } = plan;
    const entries = blocks.numbers.slice();
    const broken = new Set<number>();
    let block = 0;
    for (let at = 0; at < code.instructions.length; at++) {
      if (blocks.numbers[at] !== -1) block = blocks.numbers[at]!;
      if ((code.instructions[at]! & 255) !== BREAKPOINT) continue;
      // The eval loop goes on itself at a breakpoint.
      entries[at] = -1;
      broken.add(parts[block]!);
    }
    return new Compiled(code, plan, entries, broken, vm.jit.threshold, compilePart);
  };
}
