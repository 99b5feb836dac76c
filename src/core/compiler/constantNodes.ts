/// Expressions that are constants already in the AST (CPython 3.14 Python/ast_preprocess.c).
import type { Expr } from '../syntax/ast';
import type { Const } from './code';
import { TRUE, constFromAst, tupleConst } from './constants';
import { foldBinary, foldUnary, operatorTexts } from './foldOperators';
import { subscript } from './foldSequences';
import { Opcode } from './opcodes';

/// A literal's value, or that of `__debug__`; undefined for all else.
export function constantOf(e: Expr): Const | undefined {
  if (e.kind === 'Constant') return constFromAst(e.value);
  return e.kind === 'Name' && e.id === '__debug__' && e.ctx === 'Load' ? TRUE : undefined;
}

/// The value of an expression of constants, where versions fold it in the tree (CPython 3.13 Python/ast_opt.c).
export function foldedConstant(e: Expr): Const | undefined {
  switch (e.kind) {
    case 'Tuple': {
      const items = e.ctx === 'Load' ? e.elts.map(foldedConstant) : [undefined];
      return items.includes(undefined) ? undefined : tupleConst(items as Const[], 'tree');
    }
    case 'UnaryOp': {
      const operand = foldedConstant(e.operand);
      return operand && foldUnary(UNARY_OPCODES[e.op], operand);
    }
    case 'BinOp': {
      const left = foldedConstant(e.left);
      const right = left && foldedConstant(e.right);
      return left && right && foldBinary(operatorTexts[e.op], left, right);
    }
    case 'Subscript': {
      const container = e.ctx === 'Load' ? foldedConstant(e.value) : undefined;
      const key = container && foldedConstant(e.slice);
      return container && key && subscript(container, key);
    }
    default:
      return constantOf(e);
  }
}

const UNARY_OPCODES = { Not: Opcode.UNARY_NOT, USub: Opcode.UNARY_NEGATIVE, Invert: Opcode.UNARY_INVERT, UAdd: Opcode.CALL_INTRINSIC_1 } as const;

/// The value of a literal in a pattern, where `-1` and `1 + 2j` are literals too.
export function patternConstantOf(e: Expr): Const | undefined {
  if (e.kind === 'UnaryOp' && e.op === 'USub') {
    const operand = constantOf(e.operand);
    return operand && foldUnary(Opcode.UNARY_NEGATIVE, operand);
  }
  if (e.kind === 'BinOp' && (e.op === 'Add' || e.op === 'Sub')) {
    const left = patternConstantOf(e.left);
    const right = constantOf(e.right);
    return left && right && foldBinary(e.op === 'Add' ? '+' : '-', left, right);
  }
  return constantOf(e);
}
