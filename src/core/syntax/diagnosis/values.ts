import type { Position } from '../ast';
import type { Token } from '../tokens';

/// What a matched rule is worth: enough of a tree to say what is wrong.
export interface DiagnosisNode extends Position {
  readonly kind: string;
  readonly parts: Readonly<Record<string, Value>>;
}

/// `null`: an optional part that is not there.
export type Value = DiagnosisNode | Token | null | readonly Value[];

export function isToken(value: Value | undefined): value is Token {
  return value !== null && value !== undefined && 'type' in value;
}

export function isNode(value: Value | undefined): value is DiagnosisNode {
  return value !== null && value !== undefined && 'kind' in value;
}

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/// All nodes and tokens of a value, in order, lists opened.
export function leaves(value: Value | undefined): (DiagnosisNode | Token)[] {
  if (value === null || value === undefined) return [];
  return isList(value) ? value.flatMap(leaves) : [value];
}

/// Nodes, and the NAMEs and NUMBERs that stand for expressions.
export function expressionsOf(value: Value | undefined): (DiagnosisNode | Token)[] {
  return leaves(value).filter(leaf => isNode(leaf) || leaf.type === 'NAME' || leaf.type === 'NUMBER');
}

export function firstOf(value: Value): Position {
  return leaves(value)[0]!;
}

/// Where a value ends: of comprehension clauses, that is the last condition or iterable.
export function lastOf(value: Value): Position {
  const last = leaves(value).pop()!;
  if (!isNode(last) || last.kind !== 'comprehension') return last;
  const conditions = expressionsOf(last.parts['ifs']);
  return conditions.pop() ?? leaves(last.parts['iter']).pop()!;
}

const names: Readonly<Record<string, string>> = {
  Attribute: 'attribute', Subscript: 'subscript', Starred: 'starred', NAME: 'name', List: 'list', Tuple: 'tuple',
  Lambda: 'lambda', Call: 'function call', BoolOp: 'expression', BinOp: 'expression', UnaryOp: 'expression',
  GeneratorExp: 'generator expression', Yield: 'yield expression', YieldFrom: 'yield expression',
  Await: 'await expression', ListComp: 'list comprehension', SetComp: 'set comprehension',
  DictComp: 'dict comprehension', Dict: 'dict literal', Set: 'set display', JoinedStr: 'f-string expression',
  TemplateStr: 't-string expression', Constant: 'literal', NUMBER: 'literal', True: 'True', False: 'False',
  None: 'None', Ellipsis: 'ellipsis', Compare: 'comparison', IfExp: 'conditional expression',
  NamedExpr: 'named expression'
};

/// What an error calls an expression. CPython 3.14 Parser/pegen.c _PyPegen_get_expr_name
export function expressionName(value: Value | undefined): string {
  const first = leaves(value)[0];
  if (first === undefined) return 'expression';
  return names[isNode(first) ? first.kind : first.type] ?? 'expression';
}

export type TargetUse = 'assign' | 'delete' | 'for';

/// The first part that cannot be a target. CPython 3.14 Parser/pegen.c _PyPegen_get_invalid_target
export function invalidTarget(value: Value, use: TargetUse): DiagnosisNode | Token | undefined {
  const target = leaves(value)[0];
  if (target === undefined) return undefined;
  if (isToken(target)) return target.type === 'NAME' ? undefined : target;
  switch (target.kind) {
    case 'Attribute':
    case 'Subscript':
      return undefined;
    case 'List':
    case 'Tuple':
      for (const element of expressionsOf(target.parts['elts'])) {
        const invalid = invalidTarget(element, use);
        if (invalid !== undefined) return invalid;
      }
      return undefined;
    case 'Starred':
      return use === 'delete' ? target : invalidTarget(target.parts['value'] ?? null, use);
    case 'Compare': {
      if (use !== 'for') return target;
      const operator = leaves(target.parts['op'] ?? null)[0];
      return isToken(operator) && operator.type === 'in' ? invalidTarget(target.parts['left'] ?? null, use) : undefined;
    }
    default:
      return target;
  }
}
