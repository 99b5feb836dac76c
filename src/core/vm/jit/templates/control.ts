/// Jumps, loops, calls and returns.
import { Opcode as Op } from '../../../compiler/opcodes';
import { CodeFlag } from '../../../compiler/code';
import { WARM, isConditional } from '../../specialization';
import type { HostCode } from '../../codeobject';
import type { Emitter } from '../emitter';
import { popTruth } from './arithmetic';
import type { Templates } from './table';

function jumpIf(e: Emitter, target: number, when: boolean): void {
  const test = popTruth(e);
  e.spill();
  e.line(`if (${when ? test : `!(${test})`}) { ${e.goto(target)} }`);
}

function jumpIfNone(e: Emitter, target: number, ip: number, op: number): void {
  const value = e.pop();
  e.spill();
  e.drop(value, ip);
  e.line(`if (${value.ptr} ${op === Op.POP_JUMP_IF_NONE ? '===' : '!=='} NONE) { ${e.goto(target)} }`);
}

function jump(e: Emitter, target: number): void {
  e.spill();
  e.line(e.goto(target));
}

const isPlainFunction = (code: HostCode): boolean => code.has(CodeFlag.OPTIMIZED) && code.has(CodeFlag.NEWLOCALS) && !code.isGenerator;

/// The top of the stack leaves the frame, and control too.
function writeEnd(e: Emitter, ip: number, how: string): void {
  const value = e.take(false);
  const result = e.fresh('t');
  e.line(`const ${result} = ${value};`);
  e.spill();
  e.line(`${e.at(e.stack.length, ip)} return ${how}${result});`);
}

/// Whether the eval breaker wants attention (see evalLoop).
const BREAKER = '--vm.budget < 0 || vm.gcScheduled || vm.interrupted';

/// Counts as the eval loop does, until the code is warm (see addstrings.ts).
function writeWarmth(e: Emitter): void {
  if (e.code.warmth < WARM) e.line(`if (frame.code.warmth < ${WARM}) frame.code.warmth++;`);
}

function forIter(e: Emitter, target: number, ip: number): void {
  const { range_iterator: range, list_iterator: list, generator } = e.vm.types;
  e.spill();
  const depth = e.stack.length;
  const [iterator, type, item, n] = [e.fresh('p'), e.fresh('y'), e.fresh('t'), e.fresh('n')];
  const over = e.goto(target + 1);
  e.line(`const ${iterator} = ${e.slot(depth - 1)} & -2, ${type} = s[${iterator} + 3];`);
  e.line(`let ${item} = 0, ${n} = NaN;`);
  // range_iterator: next value, step and values left as doubles (objects/range.ts).
  e.line(`if (${type} === ${range.index}) { const h = (${iterator} >> 1) + 2; if (f[h + 2] <= 0) { ${over} }`);
  e.line(`${n} = f[h]; ${item} = box(${n}); if (${item} !== 0) { f[h] = ${n} + f[h + 1]; f[h + 2] = f[h + 2] - 1; } else ${n} = NaN; }`);
  // list_iterator: index and list (objects/indexiter.ts).
  e.line(`else if (${type} === ${list.index}) { const l = s[${iterator} + 6], i = s[${iterator} + 4];`);
  e.line(`if (l !== 0 && i < s[l + 4]) { ${item} = s[s[l + 6] + 2 * i]; s[${iterator} + 4] = i + 1; ${e.incref(item)} } }`);
  e.line(`if (${item} === 0) { ${e.at(depth, ip)} if (${type} === ${generator.index}) { if (!resumeForIter(frame, ${iterator})) return 0;`);
  e.line(`if (frame.ip === ${target + 1}) { ${over} } if (frame.ip !== ${ip}) return 0; ${item} = ${e.slot(depth)}; }`);
  e.line(`else { ${item} = (types[${type}].slots.iternext ?? notIterator)(vm, ${iterator}); if (${item} === 0) { ${over} } } }`);
  e.pushOwned(item, n);
}

export const controlTemplates: Templates = {
  [Op.RESUME]: (e, arg, ip) => {
    e.spill();
    writeWarmth(e);
    e.line(`if (${BREAKER}) { ${e.at(e.stack.length, ip)} if (onResume(frame, ${arg & 3})) return 0; }`);
  },
  [Op.POP_JUMP_IF_FALSE]: (e, arg) => jumpIf(e, arg, false),
  [Op.POP_JUMP_IF_TRUE]: (e, arg) => jumpIf(e, arg, true),
  [Op.POP_JUMP_IF_NONE]: jumpIfNone,
  [Op.POP_JUMP_IF_NOT_NONE]: jumpIfNone,
  [Op.JUMP_FORWARD]: jump,
  [Op.JUMP_BACKWARD_NO_INTERRUPT]: jump,
  [Op.JUMP_BACKWARD]: (e, arg, ip) => {
    e.spill();
    if (!isConditional(e.code, ip - 1)) writeWarmth(e);
    e.line(`if (${BREAKER}) { ${e.at(e.stack.length, ip)} if (onJumpBackward(frame, ${arg})) return 0; }`);
    e.line(e.goto(arg));
  },
  [Op.GET_ITER]: (e, _arg, ip) => {
    e.spill();
    const iterator = e.fresh('t');
    e.line(`${e.at(e.stack.length, ip)} const ${iterator} = iteratorOf(frame);`);
    e.stack.pop();
    e.pushOwned(iterator);
  },
  [Op.FOR_ITER]: forIter,
  [Op.RETURN_VALUE]: (e, _arg, ip) => writeEnd(e, ip, isPlainFunction(e.code) ? 'returnPlain(frame, ' : 'returnValue(vm, frame, '),
  [Op.YIELD_VALUE]: (e, _arg, ip) => {
    writeEnd(e, ip, 'yieldValue(vm, frame, ');
    e.pushMemory();
  }
};
