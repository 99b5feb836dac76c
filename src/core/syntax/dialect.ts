import type { PythonVersion } from '../profile/profile';

/// What the versions' grammars differ in, as data.
export interface Dialect {
  /// 11, 13, 14: for the diagnosis grammar, whose alternatives name the versions they belong to.
  readonly minor: number;
  /// f-strings are tokenised (PEP 701, 3.12+) rather than parsed out of one STRING token.
  readonly fstringTokens: boolean;
  /// `type X = ...` and `def f[T]()` (PEP 695, 3.12+).
  readonly typeParams: boolean;
  /// `[T = int]` (PEP 696, 3.13+).
  readonly typeParamDefaults: boolean;
  /// t-strings (PEP 750, 3.14+).
  readonly templateStrings: boolean;
  /// `except A, B:` (PEP 758, 3.14+).
  readonly unparenthesizedExcept: boolean;
  /// Category of the warning for `'\d'` (3.12+: SyntaxWarning).
  readonly escapeWarning: 'SyntaxWarning' | 'DeprecationWarning';
}

const py311: Dialect = {
  minor: 11,
  fstringTokens: false,
  typeParams: false,
  typeParamDefaults: false,
  templateStrings: false,
  unparenthesizedExcept: false,
  escapeWarning: 'DeprecationWarning'
};

const py313: Dialect = {
  ...py311,
  minor: 13,
  fstringTokens: true,
  typeParams: true,
  typeParamDefaults: true,
  escapeWarning: 'SyntaxWarning'
};

const py314: Dialect = { ...py313, minor: 14, templateStrings: true, unparenthesizedExcept: true };

export const dialects: Readonly<Record<PythonVersion, Dialect>> = { '3.11': py311, '3.13': py313, '3.14': py314 };
