/// Expressions as text, for `from __future__ import annotations` (CPython 3.14 Python/ast_unparse.c).
import type { Arguments, Comprehension, Expr } from '../syntax/ast';
import { constFromAst } from './constants';
import { constRepr } from './constRepr';

/// How tightly operators bind, loosest first.
const Precedence = {
  TUPLE: 0, TEST: 1, OR: 2, AND: 3, NOT: 4, CMP: 5, BOR: 6, BXOR: 7, BAND: 8, SHIFT: 9, ARITH: 10, TERM: 11, FACTOR: 12,
  POWER: 13, AWAIT: 14, ATOM: 15
} as const;

const BINARY: Readonly<Record<string, readonly [string, number]>> = {
  Add: ['+', Precedence.ARITH], Sub: ['-', Precedence.ARITH], Mult: ['*', Precedence.TERM], MatMult: ['@', Precedence.TERM],
  Div: ['/', Precedence.TERM], Mod: ['%', Precedence.TERM], LShift: ['<<', Precedence.SHIFT], RShift: ['>>', Precedence.SHIFT],
  BitOr: ['|', Precedence.BOR], BitXor: ['^', Precedence.BXOR], BitAnd: ['&', Precedence.BAND],
  FloorDiv: ['//', Precedence.TERM], Pow: ['**', Precedence.POWER]
};

const COMPARE: Readonly<Record<string, string>> = {
  Eq: '==', NotEq: '!=', Lt: '<', LtE: '<=', Gt: '>', GtE: '>=', Is: 'is', IsNot: 'is not', In: 'in', NotIn: 'not in'
};

/// The expression on its own.
export function unparse(e: Expr): string {
  return text(e, Precedence.TEST);
}

/// Separated by commas.
function list(elts: readonly Expr[]): string {
  return elts.map(unparse).join(', ');
}

/// In parentheses if `level` binds tighter than the expression.
function text(e: Expr, level: number): string {
  const wrap = (inner: string, own: number): string => (level > own ? `(${inner})` : inner);
  switch (e.kind) {
    case 'BoolOp': {
      const own = e.op === 'And' ? Precedence.AND : Precedence.OR;
      return wrap(e.values.map((value) => text(value, own + 1)).join(e.op === 'And' ? ' and ' : ' or '), own);
    }
    case 'NamedExpr':
      return wrap(`${text(e.target, Precedence.ATOM)} := ${text(e.value, Precedence.ATOM)}`, Precedence.TUPLE);
    case 'BinOp': {
      const [operator, own] = BINARY[e.op]!;
      const rightAssociative = e.op === 'Pow';
      const left = text(e.left, own + (rightAssociative ? 1 : 0));
      return wrap(`${left} ${operator} ${text(e.right, own + (rightAssociative ? 0 : 1))}`, own);
    }
    case 'UnaryOp': {
      const own = e.op === 'Not' ? Precedence.NOT : Precedence.FACTOR;
      const operator = { Invert: '~', Not: 'not ', UAdd: '+', USub: '-' }[e.op];
      return wrap(operator + text(e.operand, own), own);
    }
    case 'Lambda': {
      const parameters = argumentsText(e.args);
      return wrap(`lambda${parameters === '' ? '' : ` ${parameters}`}: ${unparse(e.body)}`, Precedence.TEST);
    }
    case 'IfExp': {
      const inner = Precedence.TEST + 1;
      return wrap(`${text(e.body, inner)} if ${text(e.test, inner)} else ${unparse(e.orelse)}`, Precedence.TEST);
    }
    case 'Dict':
      return `{${e.keys.map((key, i) => (key === undefined ? `**${text(e.values[i]!, Precedence.BOR)}` : `${unparse(key)}: ${unparse(e.values[i]!)}`)).join(', ')}}`;
    case 'Set':
      return `{${list(e.elts)}}`;
    case 'ListComp':
      return `[${unparse(e.elt)}${generators(e.generators)}]`;
    case 'SetComp':
      return `{${unparse(e.elt)}${generators(e.generators)}}`;
    case 'DictComp':
      return `{${unparse(e.key)}: ${unparse(e.value)}${generators(e.generators)}}`;
    case 'GeneratorExp':
      return `(${unparse(e.elt)}${generators(e.generators)})`;
    case 'Await':
      return wrap(`await ${text(e.value, Precedence.ATOM)}`, Precedence.AWAIT);
    case 'Yield':
      return e.value === undefined ? '(yield)' : `(yield ${unparse(e.value)})`;
    case 'YieldFrom':
      return `(yield from ${unparse(e.value)})`;
    case 'Compare': {
      const inner = Precedence.CMP + 1;
      const rest = e.ops.map((op, i) => ` ${COMPARE[op]!} ${text(e.comparators[i]!, inner)}`).join('');
      return wrap(text(e.left, inner) + rest, Precedence.CMP);
    }
    case 'Call': {
      const only = e.args[0];
      if (e.args.length === 1 && e.keywords.length === 0 && only!.kind === 'GeneratorExp') {
        return text(e.func, Precedence.ATOM) + unparse(only!);
      }
      const keywords = e.keywords.map(({ arg, value }) => (arg === undefined ? `**${unparse(value)}` : `${arg}=${unparse(value)}`));
      return `${text(e.func, Precedence.ATOM)}(${[...e.args.map(unparse), ...keywords].join(', ')})`;
    }
    case 'FormattedValue':
    case 'Interpolation':
    case 'JoinedStr':
    case 'TemplateStr':
      return formatted(e);
    case 'Constant':
      return e.value.type === 'Ellipsis' ? '...' : (e.literal_kind ?? '') + constRepr(constFromAst(e.value)).replace(/\binf\b/g, '1e309');
    case 'Attribute': {
      const isInt = e.value.kind === 'Constant' && e.value.value.type === 'int';
      return `${text(e.value, Precedence.ATOM)}${isInt ? ' ' : ''}.${e.attr}`;
    }
    case 'Subscript':
      return `${text(e.value, Precedence.ATOM)}[${text(e.slice, Precedence.TUPLE)}]`;
    case 'Starred':
      return `*${text(e.value, Precedence.BOR)}`;
    case 'Name':
      return e.id;
    case 'List':
      return `[${list(e.elts)}]`;
    case 'Tuple':
      if (e.elts.length === 0) return '()';
      return wrap(list(e.elts) + (e.elts.length === 1 ? ',' : ''), Precedence.TUPLE);
    case 'Slice': {
      const part = (value: Expr | undefined): string => (value === undefined ? '' : unparse(value));
      return `${part(e.lower)}:${part(e.upper)}${e.step === undefined ? '' : `:${unparse(e.step)}`}`;
    }
  }
}

/// The `for … in … if …` of a comprehension.
function generators(list: readonly Comprehension[]): string {
  return list
    .map(({ target, iter, ifs, is_async: isAsync }) => {
      const conditions = ifs.map((condition) => ` if ${text(condition, Precedence.TEST + 1)}`).join('');
      return ` ${isAsync ? 'async ' : ''}for ${text(target, Precedence.TUPLE)} in ${text(iter, Precedence.TEST + 1)}${conditions}`;
    })
    .join('');
}

/// Parameters without annotations, as a lambda has them.
function argumentsText(args: Arguments): string {
  const positional = [...args.posonlyargs, ...args.args];
  const parts: string[] = [];
  positional.forEach(({ arg }, i) => {
    const value = args.defaults[i - (positional.length - args.defaults.length)];
    parts.push(value === undefined ? arg : `${arg}=${unparse(value)}`);
    if (i + 1 === args.posonlyargs.length) parts.push('/');
  });
  if (args.vararg !== undefined) parts.push(`*${args.vararg.arg}`);
  else if (args.kwonlyargs.length > 0) parts.push('*');
  args.kwonlyargs.forEach(({ arg }, i) => {
    const value = args.kw_defaults[i];
    parts.push(value === undefined ? arg : `${arg}=${unparse(value)}`);
  });
  if (args.kwarg !== undefined) parts.push(`**${args.kwarg.arg}`);
  return parts.join(', ');
}

/// An f-string or t-string.
function formatted(e: Expr): string {
  const prefix = e.kind === 'TemplateStr' || e.kind === 'Interpolation' ? 't' : 'f';
  const quoted = constRepr({ type: 'str', value: formattedPart(e, false) });
  return prefix + quoted;
}

/// A piece of it; braces in text are doubled outside format specs.
function formattedPart(e: Expr, inSpec: boolean): string {
  switch (e.kind) {
    case 'Constant':
      if (e.value.type !== 'str') return '';
      return inSpec ? e.value.value : e.value.value.replace(/[{}]/g, '$&$&');
    case 'JoinedStr':
    case 'TemplateStr':
      return e.values.map((value) => formattedPart(value, inSpec)).join('');
    case 'FormattedValue':
    case 'Interpolation': {
      const value = e.kind === 'Interpolation' ? e.str : text(e.value, Precedence.TEST + 1);
      const conversion = e.conversion === -1 ? '' : `!${String.fromCharCode(e.conversion)}`;
      const spec = e.format_spec === undefined ? '' : `:${formattedPart(e.format_spec, true)}`;
      return `{${value.startsWith('{') ? ' ' : ''}${value}${conversion}${spec}}`;
    }
    default:
      return '';
  }
}
