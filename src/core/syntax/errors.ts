export type SyntaxErrorType = 'SyntaxError' | 'IndentationError' | 'TabError';

/// A guest SyntaxError raised while source text becomes an AST (or, by the compiler stage, a code object).
/// `lineno`, `end_lineno` count from 1; `offset`, `end_offset` count characters (code points) from 1, as the attributes
/// of CPython's SyntaxError do; `end_offset` is exclusive; 0 or -1 mean what they mean there (no caret, up to the
/// line's end).
/// `text` is the source line with its newline, or undefined where CPython has None.
export class PythonSyntaxError extends Error {
  override readonly name = 'PythonSyntaxError';
  constructor(
    readonly type: SyntaxErrorType,
    message: string,
    readonly filename: string,
    readonly lineno: number,
    readonly offset: number,
    readonly end_lineno: number,
    readonly end_offset: number,
    readonly text: string | undefined
  ) {
    super(message);
  }
}

/// The same error with another text.
export function withText({ type, message, filename, lineno, offset, end_lineno, end_offset }: PythonSyntaxError, text: string | undefined): PythonSyntaxError {
  return new PythonSyntaxError(type, message, filename, lineno, offset, end_lineno, end_offset, text);
}

/// The source nests too deeply for the parser: a guest MemoryError (CPython Parser/pegen.c MAXSTACK).
export class ParserStackOverflow extends Error {
  override readonly name = 'ParserStackOverflow';
  constructor() {
    super('Parser stack overflowed - Python source too complex to parse');
  }
}

/// A SyntaxWarning, such as for an invalid escape sequence. (3.11 calls it DeprecationWarning.)
export interface SyntaxWarning {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning';
  readonly message: string;
  readonly lineno: number;
}
