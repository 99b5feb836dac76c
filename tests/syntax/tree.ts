import type { ConstantValue } from '../../src/core/syntax/ast';
import type { PythonVersion } from '../../src/core/profile/profile';

/// CPython's fields of each node, in order.
const fields: Readonly<Record<string, string>> = {
  Module: 'body', Interactive: 'body', Expression: 'body',
  FunctionDef: 'name args body decorator_list returns type_params',
  AsyncFunctionDef: 'name args body decorator_list returns type_params',
  ClassDef: 'name bases keywords body decorator_list type_params',
  Return: 'value', Delete: 'targets', Assign: 'targets value', TypeAlias: 'name type_params value',
  AugAssign: 'target op value', AnnAssign: 'target annotation value simple', For: 'target iter body orelse',
  AsyncFor: 'target iter body orelse', While: 'test body orelse', If: 'test body orelse', With: 'items body',
  AsyncWith: 'items body', Match: 'subject cases', Raise: 'exc cause', Try: 'body handlers orelse finalbody',
  TryStar: 'body handlers orelse finalbody', Assert: 'test msg', Import: 'names', ImportFrom: 'module names level',
  Global: 'names', Nonlocal: 'names', Expr: 'value', Pass: '', Break: '', Continue: '',
  BoolOp: 'op values', NamedExpr: 'target value', BinOp: 'left op right', UnaryOp: 'op operand', Lambda: 'args body',
  IfExp: 'test body orelse', Dict: 'keys values', Set: 'elts', ListComp: 'elt generators', SetComp: 'elt generators',
  DictComp: 'key value generators', GeneratorExp: 'elt generators', Await: 'value', Yield: 'value', YieldFrom: 'value',
  Compare: 'left ops comparators', Call: 'func args keywords', FormattedValue: 'value conversion format_spec',
  Interpolation: 'value str conversion format_spec', JoinedStr: 'values', TemplateStr: 'values',
  Constant: 'value literal_kind', Attribute: 'value attr ctx', Subscript: 'value slice ctx', Starred: 'value ctx',
  Name: 'id ctx', List: 'elts ctx', Tuple: 'elts ctx', Slice: 'lower upper step',
  comprehension: 'target iter ifs is_async', ExceptHandler: 'type name body',
  arguments: 'posonlyargs args vararg kwonlyargs kw_defaults kwarg defaults', arg: 'arg annotation',
  keyword: 'arg value', alias: 'name asname', withitem: 'context_expr optional_vars',
  match_case: 'pattern guard body', MatchValue: 'value', MatchSingleton: 'value', MatchSequence: 'patterns',
  MatchMapping: 'keys patterns rest', MatchClass: 'cls patterns kwd_attrs kwd_patterns', MatchStar: 'name',
  MatchAs: 'pattern name', MatchOr: 'patterns', TypeVar: 'name bound default_value', ParamSpec: 'name default_value',
  TypeVarTuple: 'name default_value'
};

// Fields whose strings are enumerations in the ASDL, not identifiers.
const enumerations = new Set(['op', 'ops', 'ctx']);

function quoted(value: string): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));
}

function bits(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, '0');
}

function constant(value: ConstantValue): string {
  switch (value.type) {
    case 'int':
      return String(value.value);
    case 'float':
      return 'f' + bits(value.value);
    case 'complex':
      return 'j' + bits(value.imag);
    case 'str':
      return quoted(value.value);
    case 'bytes':
      return 'b' + Array.from(value.value, byte => byte.toString(16).padStart(2, '0')).join('');
    default:
      return value.type;
  }
}

/// A tree as record.py writes it.
export function treeText(node: unknown, version: PythonVersion, field = ''): string {
  if (node === undefined) return '-';
  if (Array.isArray(node)) return '[' + node.map(each => treeText(each, version, field)).join(' ') + ']';
  if (typeof node === 'string') return enumerations.has(field) ? node : quoted(node);
  if (typeof node !== 'object' || node === null) return String(node);
  const record = node as Record<string, unknown>;
  if (!('kind' in record)) return constant(record as unknown as ConstantValue);
  const { kind, lineno, col_offset, end_lineno, end_col_offset } = record;
  const place = lineno === undefined ? '' : ` ${lineno}:${col_offset}-${end_lineno}:${end_col_offset}`;
  const has = (name: string): boolean => name !== '' && !(version === '3.11' && name === 'type_params');
  const names = fields[kind as string]!.split(' ').filter(has);
  for (const key of Object.keys(record)) {
    const isPlace = key === 'kind' || key.endsWith('lineno') || key.endsWith('col_offset');
    if (!isPlace && !names.includes(key) && key !== 'type_params') throw new Error(`${kind} has no field ${key}`);
  }
  const parts = names.map(name => treeText(record[name], version, name));
  return '(' + [`${kind}${place}`, ...parts].join(' ') + ')';
}
