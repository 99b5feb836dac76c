/// Python's abstract syntax as plain data: the ASDL of CPython 3.14 (Parser/Python.asdl), one interface a constructor.
/// Field names are CPython's. `kind` is the constructor's name. An optional field is always present and is `undefined`
/// where CPython has None. Older versions produce a subset (no TypeAlias, TemplateStr, ... in 3.11).
///
/// Positions: `lineno` counts from 1; `col_offset` counts UTF-8 bytes from 0, as CPython's ast and co_positions() do
/// (an ASCII line: also characters). Error offsets, in contrast, count characters: see errors.ts.

export interface Position {
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

export interface Module {
  readonly kind: 'Module';
  readonly body: Stmt[];
}

export interface Interactive {
  readonly kind: 'Interactive';
  readonly body: Stmt[];
}

export interface Expression {
  readonly kind: 'Expression';
  readonly body: Expr;
}

export type Mod = Module | Interactive | Expression;

export type ExprContext = 'Load' | 'Store' | 'Del';
export type BoolOpKind = 'And' | 'Or';
export type Operator =
  | 'Add' | 'Sub' | 'Mult' | 'MatMult' | 'Div' | 'Mod' | 'Pow' | 'LShift' | 'RShift'
  | 'BitOr' | 'BitXor' | 'BitAnd' | 'FloorDiv';
export type UnaryOpKind = 'Invert' | 'Not' | 'UAdd' | 'USub';
export type CmpOp = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';

/// The value of a Constant. An int is a number where it is a safe integer, else a bigint. A str may hold lone
/// surrogates.
export type ConstantValue =
  | { readonly type: 'None' }
  | { readonly type: 'True' }
  | { readonly type: 'False' }
  | { readonly type: 'Ellipsis' }
  | { readonly type: 'int'; readonly value: number | bigint }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'complex'; readonly imag: number }
  | { readonly type: 'str'; readonly value: string }
  | { readonly type: 'bytes'; readonly value: Uint8Array };

// --- statements ---

export interface FunctionDef extends Position {
  readonly kind: 'FunctionDef';
  readonly name: string;
  readonly args: Arguments;
  readonly body: Stmt[];
  readonly decorator_list: Expr[];
  readonly returns: Expr | undefined;
  readonly type_params: TypeParam[];
}

export interface AsyncFunctionDef extends Position {
  readonly kind: 'AsyncFunctionDef';
  readonly name: string;
  readonly args: Arguments;
  readonly body: Stmt[];
  readonly decorator_list: Expr[];
  readonly returns: Expr | undefined;
  readonly type_params: TypeParam[];
}

export interface ClassDef extends Position {
  readonly kind: 'ClassDef';
  readonly name: string;
  readonly bases: Expr[];
  readonly keywords: Keyword[];
  readonly body: Stmt[];
  readonly decorator_list: Expr[];
  readonly type_params: TypeParam[];
}

export interface Return extends Position {
  readonly kind: 'Return';
  readonly value: Expr | undefined;
}

export interface Delete extends Position {
  readonly kind: 'Delete';
  readonly targets: Expr[];
}

export interface Assign extends Position {
  readonly kind: 'Assign';
  readonly targets: Expr[];
  readonly value: Expr;
}

export interface TypeAlias extends Position {
  readonly kind: 'TypeAlias';
  readonly name: Name;
  readonly type_params: TypeParam[];
  readonly value: Expr;
}

export interface AugAssign extends Position {
  readonly kind: 'AugAssign';
  readonly target: Expr;
  readonly op: Operator;
  readonly value: Expr;
}

export interface AnnAssign extends Position {
  readonly kind: 'AnnAssign';
  readonly target: Expr;
  readonly annotation: Expr;
  readonly value: Expr | undefined;
  /// False for `(x): int`, `a.b: int`, `a[0]: int`.
  readonly simple: boolean;
}

export interface For extends Position {
  readonly kind: 'For';
  readonly target: Expr;
  readonly iter: Expr;
  readonly body: Stmt[];
  readonly orelse: Stmt[];
}

export interface AsyncFor extends Position {
  readonly kind: 'AsyncFor';
  readonly target: Expr;
  readonly iter: Expr;
  readonly body: Stmt[];
  readonly orelse: Stmt[];
}

export interface While extends Position {
  readonly kind: 'While';
  readonly test: Expr;
  readonly body: Stmt[];
  readonly orelse: Stmt[];
}

export interface If extends Position {
  readonly kind: 'If';
  readonly test: Expr;
  readonly body: Stmt[];
  /// An `elif` is one If in here.
  readonly orelse: Stmt[];
}

export interface With extends Position {
  readonly kind: 'With';
  readonly items: WithItem[];
  readonly body: Stmt[];
}

export interface AsyncWith extends Position {
  readonly kind: 'AsyncWith';
  readonly items: WithItem[];
  readonly body: Stmt[];
}

export interface Match extends Position {
  readonly kind: 'Match';
  readonly subject: Expr;
  readonly cases: MatchCase[];
}

export interface Raise extends Position {
  readonly kind: 'Raise';
  readonly exc: Expr | undefined;
  readonly cause: Expr | undefined;
}

export interface Try extends Position {
  readonly kind: 'Try';
  readonly body: Stmt[];
  readonly handlers: ExceptHandler[];
  readonly orelse: Stmt[];
  readonly finalbody: Stmt[];
}

/// `try: ... except* E: ...`
export interface TryStar extends Position {
  readonly kind: 'TryStar';
  readonly body: Stmt[];
  readonly handlers: ExceptHandler[];
  readonly orelse: Stmt[];
  readonly finalbody: Stmt[];
}

export interface Assert extends Position {
  readonly kind: 'Assert';
  readonly test: Expr;
  readonly msg: Expr | undefined;
}

export interface Import extends Position {
  readonly kind: 'Import';
  readonly names: Alias[];
}

export interface ImportFrom extends Position {
  readonly kind: 'ImportFrom';
  readonly module: string | undefined;
  readonly names: Alias[];
  /// The number of leading dots.
  readonly level: number;
}

export interface Global extends Position {
  readonly kind: 'Global';
  readonly names: string[];
}

export interface Nonlocal extends Position {
  readonly kind: 'Nonlocal';
  readonly names: string[];
}

export interface ExprStmt extends Position {
  /// CPython's stmt constructor `Expr`; named ExprStmt because Expr is the type of all expressions here.
  readonly kind: 'Expr';
  readonly value: Expr;
}

export interface Pass extends Position {
  readonly kind: 'Pass';
}

export interface Break extends Position {
  readonly kind: 'Break';
}

export interface Continue extends Position {
  readonly kind: 'Continue';
}

export type Stmt =
  | FunctionDef | AsyncFunctionDef | ClassDef | Return | Delete | Assign | TypeAlias | AugAssign | AnnAssign
  | For | AsyncFor | While | If | With | AsyncWith | Match | Raise | Try | TryStar | Assert | Import | ImportFrom
  | Global | Nonlocal | ExprStmt | Pass | Break | Continue;

// --- expressions ---

export interface BoolOp extends Position {
  readonly kind: 'BoolOp';
  readonly op: BoolOpKind;
  readonly values: Expr[];
}

export interface NamedExpr extends Position {
  readonly kind: 'NamedExpr';
  readonly target: Name;
  readonly value: Expr;
}

export interface BinOp extends Position {
  readonly kind: 'BinOp';
  readonly left: Expr;
  readonly op: Operator;
  readonly right: Expr;
}

export interface UnaryOp extends Position {
  readonly kind: 'UnaryOp';
  readonly op: UnaryOpKind;
  readonly operand: Expr;
}

export interface Lambda extends Position {
  readonly kind: 'Lambda';
  readonly args: Arguments;
  readonly body: Expr;
}

export interface IfExp extends Position {
  readonly kind: 'IfExp';
  readonly test: Expr;
  readonly body: Expr;
  readonly orelse: Expr;
}

export interface Dict extends Position {
  readonly kind: 'Dict';
  /// `undefined` at i means `**values[i]`.
  readonly keys: (Expr | undefined)[];
  readonly values: Expr[];
}

export interface Set extends Position {
  readonly kind: 'Set';
  readonly elts: Expr[];
}

export interface ListComp extends Position {
  readonly kind: 'ListComp';
  readonly elt: Expr;
  readonly generators: Comprehension[];
}

export interface SetComp extends Position {
  readonly kind: 'SetComp';
  readonly elt: Expr;
  readonly generators: Comprehension[];
}

export interface DictComp extends Position {
  readonly kind: 'DictComp';
  readonly key: Expr;
  readonly value: Expr;
  readonly generators: Comprehension[];
}

export interface GeneratorExp extends Position {
  readonly kind: 'GeneratorExp';
  readonly elt: Expr;
  readonly generators: Comprehension[];
}

export interface Await extends Position {
  readonly kind: 'Await';
  readonly value: Expr;
}

export interface Yield extends Position {
  readonly kind: 'Yield';
  readonly value: Expr | undefined;
}

export interface YieldFrom extends Position {
  readonly kind: 'YieldFrom';
  readonly value: Expr;
}

export interface Compare extends Position {
  readonly kind: 'Compare';
  readonly left: Expr;
  readonly ops: CmpOp[];
  readonly comparators: Expr[];
}

export interface Call extends Position {
  readonly kind: 'Call';
  readonly func: Expr;
  readonly args: Expr[];
  readonly keywords: Keyword[];
}

export interface FormattedValue extends Position {
  readonly kind: 'FormattedValue';
  readonly value: Expr;
  /// -1 none, 115 `!s`, 114 `!r`, 97 `!a`.
  readonly conversion: number;
  readonly format_spec: Expr | undefined;
}

/// 3.14: one `{...}` of a t-string; `str` is the source text of the expression.
export interface Interpolation extends Position {
  readonly kind: 'Interpolation';
  readonly value: Expr;
  readonly str: string;
  readonly conversion: number;
  readonly format_spec: Expr | undefined;
}

export interface JoinedStr extends Position {
  readonly kind: 'JoinedStr';
  readonly values: Expr[];
}

/// 3.14: a t-string.
export interface TemplateStr extends Position {
  readonly kind: 'TemplateStr';
  readonly values: Expr[];
}

export interface Constant extends Position {
  readonly kind: 'Constant';
  readonly value: ConstantValue;
  /// 'u' for a literal with that prefix: CPython's field `kind`, renamed because `kind` is the node's tag here.
  readonly literal_kind: 'u' | undefined;
}

export interface Attribute extends Position {
  readonly kind: 'Attribute';
  readonly value: Expr;
  readonly attr: string;
  ctx: ExprContext;
}

export interface Subscript extends Position {
  readonly kind: 'Subscript';
  readonly value: Expr;
  readonly slice: Expr;
  ctx: ExprContext;
}

export interface Starred extends Position {
  readonly kind: 'Starred';
  readonly value: Expr;
  ctx: ExprContext;
}

export interface Name extends Position {
  readonly kind: 'Name';
  readonly id: string;
  ctx: ExprContext;
}

export interface List extends Position {
  readonly kind: 'List';
  readonly elts: Expr[];
  ctx: ExprContext;
}

export interface Tuple extends Position {
  readonly kind: 'Tuple';
  readonly elts: Expr[];
  ctx: ExprContext;
}

/// Only as Subscript.slice, or within a Tuple there.
export interface Slice extends Position {
  readonly kind: 'Slice';
  readonly lower: Expr | undefined;
  readonly upper: Expr | undefined;
  readonly step: Expr | undefined;
}

export type Expr =
  | BoolOp | NamedExpr | BinOp | UnaryOp | Lambda | IfExp | Dict | Set | ListComp | SetComp | DictComp | GeneratorExp
  | Await | Yield | YieldFrom | Compare | Call | FormattedValue | Interpolation | JoinedStr | TemplateStr | Constant
  | Attribute | Subscript | Starred | Name | List | Tuple | Slice;

// --- parts ---

export interface Comprehension {
  readonly kind: 'comprehension';
  readonly target: Expr;
  readonly iter: Expr;
  readonly ifs: Expr[];
  readonly is_async: boolean;
}

export interface ExceptHandler extends Position {
  readonly kind: 'ExceptHandler';
  readonly type: Expr | undefined;
  readonly name: string | undefined;
  readonly body: Stmt[];
}

export interface Arguments {
  readonly kind: 'arguments';
  readonly posonlyargs: Arg[];
  readonly args: Arg[];
  readonly vararg: Arg | undefined;
  readonly kwonlyargs: Arg[];
  /// One a kwonlyarg; `undefined`: required.
  readonly kw_defaults: (Expr | undefined)[];
  readonly kwarg: Arg | undefined;
  /// Of the last n of posonlyargs followed by args.
  readonly defaults: Expr[];
}

export interface Arg extends Position {
  readonly kind: 'arg';
  readonly arg: string;
  readonly annotation: Expr | undefined;
}

export interface Keyword extends Position {
  readonly kind: 'keyword';
  /// `undefined`: `**value`.
  readonly arg: string | undefined;
  readonly value: Expr;
}

export interface Alias extends Position {
  readonly kind: 'alias';
  readonly name: string;
  readonly asname: string | undefined;
}

export interface WithItem {
  readonly kind: 'withitem';
  readonly context_expr: Expr;
  readonly optional_vars: Expr | undefined;
}

export interface MatchCase {
  readonly kind: 'match_case';
  readonly pattern: Pattern;
  readonly guard: Expr | undefined;
  readonly body: Stmt[];
}

export interface MatchValue extends Position {
  readonly kind: 'MatchValue';
  readonly value: Expr;
}

export interface MatchSingleton extends Position {
  readonly kind: 'MatchSingleton';
  readonly value: ConstantValue;
}

export interface MatchSequence extends Position {
  readonly kind: 'MatchSequence';
  readonly patterns: Pattern[];
}

export interface MatchMapping extends Position {
  readonly kind: 'MatchMapping';
  readonly keys: Expr[];
  readonly patterns: Pattern[];
  readonly rest: string | undefined;
}

export interface MatchClass extends Position {
  readonly kind: 'MatchClass';
  readonly cls: Expr;
  readonly patterns: Pattern[];
  readonly kwd_attrs: string[];
  readonly kwd_patterns: Pattern[];
}

export interface MatchStar extends Position {
  readonly kind: 'MatchStar';
  readonly name: string | undefined;
}

export interface MatchAs extends Position {
  readonly kind: 'MatchAs';
  readonly pattern: Pattern | undefined;
  readonly name: string | undefined;
}

export interface MatchOr extends Position {
  readonly kind: 'MatchOr';
  readonly patterns: Pattern[];
}

export type Pattern =
  | MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;

export interface TypeVar extends Position {
  readonly kind: 'TypeVar';
  readonly name: string;
  readonly bound: Expr | undefined;
  readonly default_value: Expr | undefined;
}

export interface ParamSpec extends Position {
  readonly kind: 'ParamSpec';
  readonly name: string;
  readonly default_value: Expr | undefined;
}

export interface TypeVarTuple extends Position {
  readonly kind: 'TypeVarTuple';
  readonly name: string;
  readonly default_value: Expr | undefined;
}

export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;
