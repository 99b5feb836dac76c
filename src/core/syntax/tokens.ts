/// A token's type: one of these names, or the operator or keyword itself (`'('`, `'if'`).
/// Soft keywords (`match`, `case`, `type`, `_`) are NAMEs.
export type TokenType = string;

/// Lines count from 1, columns are UTF-8 bytes from 0, as in the AST (-1: the token has no place, as CPython's INDENT,
/// DEDENT and ENDMARKER), start and end are offsets into the source text.
export interface Token {
  readonly type: TokenType;
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
  readonly start: number;
  readonly end: number;
  /// How many brackets are open after this token.
  readonly level: number;
}

export const keywords: ReadonlyMap<string, string> = new Map(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global ' +
    'if import in is lambda nonlocal not or pass raise return try while with yield'
  )
    .split(' ')
    .map(word => [word, word])
);

const operatorList =
  '( ) [ ] { } , : ; . + - * / % @ & | ^ ~ < > = ! -> := ... ' +
  '+= -= *= /= %= @= &= |= ^= ** // << >> <> == != <= >= **= //= <<= >>=';

/// Operator text to its (internalised) token type.
export const operators: ReadonlyMap<string, string> = new Map(operatorList.split(' ').map(op => [op, op]));
