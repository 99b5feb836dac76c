/// BINARY_OP, COMPARE_OP and truth: compact ints in place, the rest out of line.
import { COMPARE_TO_BOOL, NB_SUBSCR, Opcode as Op } from '../../../compiler/opcodes';
import { isBitwise, isSum } from '../../numberfast';
import type { Emitter, Operand } from '../emitter';
import { writeSubscript } from './containers';
import { isDue } from '../../specialization';
import type { Templates } from './table';

/// Expression that is true if the operand is a compact int; '' = it is known to be.
function isCompactInt(e: Emitter, { ptr, number, isLiteral }: Operand): string {
  if (isLiteral) return '';
  if (number !== undefined) return `${number} === ${number}`;
  return `s[${ptr} + 3] === ${e.vm.types.int.index} && s[${ptr} + 4] === 0`;
}

/// Expression of the value of a compact int.
const valueOf = ({ ptr, number }: Operand): string => number ?? `f[(${ptr} >> 1) + 3]`;

const both = (...conditions: string[]): string => conditions.filter(condition => condition !== '').join(' && ') || 'true';

const BOUND = Number.MAX_SAFE_INTEGER;

/// Condition that the value is of one digit, so that its result has a block of its own size (objects/intdigits.ts).
function inWords({ isLiteral }: Operand, x: string): string {
  if (!isLiteral) return `${x} < 0x40000000 && ${x} > -0x40000000`;
  return Math.abs(Number(x)) < 0x40000000 ? '' : 'false';
}

/// Statements that set `n` to x op y and `result` to a new reference to it, or leave `result` 0; undefined: no short way.
/// `words`: the condition that both are of one digit.
function compute(op: number, result: string, n: string, x: string, y: string, words: string): string | undefined {
  const wide = `wideInts(vm, ${op}, ${x}, ${y})`;
  const ofDigits = (condition: string, value: string): string => `if (${both(words, condition)}) { ${n} = ${value}; ${result} = box(${n}); }`;
  switch (op) {
    case 0: case 13: return `${n} = ${x} + ${y}; ${result} = ${words} ? box(${n}) : ${wide};`;
    case 10: case 23: return `${n} = ${x} - ${y}; ${result} = ${words} ? box(${n}) : ${wide};`;
    // + 0 turns -0 into 0.
    case 5: case 18: return `${n} = ${x} * ${y} + 0; ${result} = ${both(words, `${n} <= ${BOUND} && ${n} >= ${-BOUND}`)} ? box(${n}) : ${wide};`;
    case 6: case 19: return ofDigits(`${x} >= 0 && ${y} > 0`, `(${x} | 0) % (${y} | 0)`);
    case 2: case 15: return ofDigits(`${x} >= 0 && ${y} > 0`, `((${x} | 0) / (${y} | 0)) | 0`);
    case 1: case 14: return ofDigits('', `${x} & ${y}`);
    default: return undefined;
  }
}

function binaryOp(e: Emitter, op: number, ip: number): void {
  if (op === NB_SUBSCR) {
    writeSubscript(e, ip);
    return;
  }
  const right = e.pop();
  const left = e.pop();
  e.spill();
  const depth = e.stack.length;
  const [result, n] = [e.fresh('t'), e.fresh('n')];
  const [x, y] = [left, right].map(operand => operand.number ?? e.fresh('x')) as [string, string];
  const slow = `${left.spill} ${right.spill} ${e.at(depth + 2, ip)} if (!binary(frame, ${op})) return 0; ${result} = ${e.slot(depth)};`;
  const computed = compute(op, result, n, x, y, both(inWords(left, x), inWords(right, y)));
  if (computed === undefined) {
    e.line(`let ${result} = 0; ${slow}`);
    e.pushOwned(result);
    return;
  }
  const values = [left, right].map((operand, i) => (operand.number === undefined ? `const ${[x, y][i]!} = ${valueOf(operand)};` : '')).join(' ');
  e.line(`let ${result} = 0, ${n} = NaN;`);
  e.line(`if (${both(isCompactInt(e, left), isCompactInt(e, right))}) { ${values} ${computed} }`);
  e.line(`if (${result} !== 0) { ${dropInts(e, op, left, right, ip)} } else { ${slow} ${n} = NaN; }`);
  e.pushOwned(result, n);
}

/// Statements that drop the operands of a BINARY_OP (numberfast.ts closeInts). An instruction that ran before is specialized from now on.
function dropInts(e: Emitter, op: number, left: Operand, right: Operand, ip: number): string {
  const [first, second] = [e.dropInt(left), e.dropInt(right)];
  if (first === '' || second === '') return first + second;
  const isBits = e.vm.profile.extendsBinaryOps && isBitwise(op);
  if (!isSum(op) && !isBits) return `${first} ${second}`;
  if (isBits || !isDue(e.vm, e.code, ip - 1)) return `frame.ip = ${ip}; closeInts(vm, frame, ${op}, ${left.word}, ${right.word});`;
  return `${second} ${first}`;
}

const COMPARISONS = ['<', '<=', '===', '!==', '>', '>='];

function compareOp(e: Emitter, arg: number, ip: number): void {
  const right = e.pop();
  const left = e.pop();
  e.spill();
  const truth = e.fresh('c');
  const wantsBool = (arg & COMPARE_TO_BOOL) !== 0;
  const slow = `${left.spill} ${right.spill} ${e.at(e.stack.length + 2, ip)}`;
  const test = `${valueOf(left)} ${COMPARISONS[arg >> 5]!} ${valueOf(right)}`;
  const fast = both(isCompactInt(e, left), isCompactInt(e, right));
  const drops = e.vm.profile.dropsOperandsInReverse && left.drop !== 'none' && right.drop !== 'none'
    ? `frame.ip = ${ip}; closeComparedInts(vm, frame, ${left.word}, ${right.word});`
    : `${e.dropInt(left)} ${e.dropInt(right)}`;
  if (wantsBool) {
    e.line(`let ${truth} = false;`);
    e.line(`if (${fast}) { ${truth} = ${test}; ${drops} } else { ${slow} if (!compare(frame, ${arg})) return 0; ${truth} = ${e.slot(e.stack.length)} === TRUE; }`);
    e.pushTruth(truth);
    return;
  }
  const result = e.fresh('t');
  e.line(`let ${result} = 0;`);
  e.line(`if (${fast}) { ${result} = ${test} ? TRUE : FALSE; ${drops} } else { ${slow} if (!compare(frame, ${arg})) return 0; ${result} = ${e.slot(e.stack.length)}; }`);
  e.pushOwned(result);
}

function toBool(e: Emitter, _arg: number, ip: number): void {
  if (e.stack[e.stack.length - 1]!.kind === 'truth') return;
  const value = e.pop();
  e.spill();
  const truth = e.fresh('c');
  const { ptr } = value;
  e.line(`let ${truth} = false;`);
  e.line(`if (${ptr} === TRUE) ${truth} = true; else if (${ptr} !== FALSE && ${ptr} !== NONE) {`);
  e.line(`if (${both(isCompactInt(e, value))}) { ${truth} = ${valueOf(value)} !== 0; ${e.dropInt(value)} }`);
  e.line(`else { ${value.spill} ${e.at(e.stack.length + 1, ip)} if (!truthOf(frame)) return 0; ${truth} = ${e.slot(e.stack.length)} === TRUE; } }`);
  e.pushTruth(truth);
}

/// The JavaScript boolean of a value that is exactly True or False.
export function popTruth(e: Emitter): string {
  const top = e.stack[e.stack.length - 1]!;
  if (top.kind === 'truth') {
    e.stack.pop();
    return top.name;
  }
  return `${e.pop().ptr} === TRUE`;
}

export const arithmeticTemplates: Templates = {
  [Op.BINARY_OP]: binaryOp,
  [Op.COMPARE_OP]: compareOp,
  [Op.TO_BOOL]: toBool,
  [Op.UNARY_NOT]: e => {
    const truth = e.fresh('c');
    const test = popTruth(e);
    e.line(`const ${truth} = !(${test});`);
    e.pushTruth(truth);
  },
  [Op.UNARY_NEGATIVE]: (e, _arg, ip) => {
    const value = e.pop();
    e.spill();
    const result = e.fresh('t');
    e.line(`${value.spill} ${e.at(e.stack.length + 1, ip)} const ${result} = negative(frame);`);
    e.pushOwned(result);
  },
  [Op.IS_OP]: (e, arg, ip) => {
    const right = e.pop();
    const left = e.pop();
    const truth = e.fresh('c');
    e.line(`const ${truth} = ${left.ptr} ${arg === 0 ? '===' : '!=='} ${right.ptr};`);
    if (left.drop !== 'none' || right.drop !== 'none') {
      e.spill();
      const [a, b] = [left, right].map(operand => (operand.drop === 'none' ? '1' : operand.word)) as [string, string];
      e.line(`${e.at(e.stack.length, ip)} closeOperands(vm, ${a}, ${b});`);
    }
    e.pushTruth(truth);
  },
  [Op.CONTAINS_OP]: (e, arg, ip) => {
    e.spill();
    const truth = e.fresh('c');
    e.line(`${e.at(e.stack.length, ip)} if (!contains(frame, ${arg})) return 0;`);
    e.stack.length -= 2;
    e.line(`const ${truth} = ${e.slot(e.stack.length)} === TRUE;`);
    e.pushTruth(truth);
  }
};
