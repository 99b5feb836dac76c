/// BINARY_OP, COMPARE_OP and truth: compact ints in place, the rest out of line.
import { COMPARE_TO_BOOL, NB_SUBSCR, Opcode as Op } from '../../../compiler/opcodes';
import type { Emitter, Operand } from '../emitter';
import { writeSubscript } from './containers';
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

/// Statements that set `n` to x op y, or to NaN if the general way must be taken; undefined: no short way.
function compute(op: number, n: string, x: string, y: string): string | undefined {
  const bounded = (value: string): string => `${n} = ${value}; if (${n} > ${BOUND} || ${n} < ${-BOUND}) ${n} = NaN;`;
  const small = `(${x} | 0) === ${x} && (${y} | 0) === ${y}`;
  switch (op) {
    case 0: case 13: return bounded(`${x} + ${y}`);
    case 10: case 23: return bounded(`${x} - ${y}`);
    // + 0 turns -0 into 0.
    case 5: case 18: return bounded(`${x} * ${y} + 0`);
    case 6: case 19: return `if (${x} >= 0 && ${y} > 0) ${n} = ${small} ? (${x} | 0) % (${y} | 0) : ${x} % ${y};`;
    case 2: case 15: return `if (${x} >= 0 && ${y} > 0) ${n} = ${small} ? ((${x} | 0) / (${y} | 0)) | 0 : (${x} - ${x} % ${y}) / ${y};`;
    case 1: case 14: return `if (${small}) ${n} = ${x} & ${y};`;
    default: return undefined;
  }
}

/// Whether the value is of one digit, so that its result has a block of its own size (objects/intdigits.ts).
const inWords = (x: string): string => `${x} < 0x40000000 && ${x} > -0x40000000`;

function binaryOp(e: Emitter, op: number, ip: number): void {
  if (op === NB_SUBSCR) {
    writeSubscript(e, ip);
    return;
  }
  const right = e.pop();
  const left = e.pop();
  e.spill();
  const depth = e.stack.length;
  const [result, n, x, y] = [e.fresh('t'), e.fresh('n'), e.fresh('x'), e.fresh('y')];
  const slow = `${left.spill} ${right.spill} ${e.at(depth + 2, ip)} if (!binary(frame, ${op})) return 0; ${result} = ${e.slot(depth)};`;
  const computed = compute(op, n, x, y);
  if (computed === undefined) {
    e.line(`let ${result} = 0; ${slow}`);
    e.pushOwned(result);
    return;
  }
  e.line(`let ${result} = 0, ${n} = NaN;`);
  e.line(`if (${both(isCompactInt(e, left), isCompactInt(e, right))}) { const ${x} = ${valueOf(left)}, ${y} = ${valueOf(right)}; ${computed} if (${n} === ${n}) ${result} = ${inWords(x)} && ${inWords(y)} ? box(${n}) : wideInts(vm, ${op}, ${x}, ${y}); }`);
  e.line(`if (${result} !== 0) { ${e.dropInt(left)} ${e.dropInt(right)} } else { ${slow} ${n} = NaN; }`);
  e.pushOwned(result, n);
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
  const drops = `${e.dropInt(left)} ${e.dropInt(right)}`;
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
