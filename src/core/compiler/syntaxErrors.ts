/// Syntax errors that the compiler finds, with CPython's offsets.
import { PythonSyntaxError } from '../syntax/errors';
import type { Location } from './instructions';

/// Raises syntax errors of one source text.
export class SyntaxErrorReporter {
  private lines: string[] | undefined;

  constructor(private readonly filename: string, private readonly source: string | undefined) {}

  /// Throws. `loc` is the range the caret marks. As in CPython, the offsets count UTF-8 bytes, unlike the parser's.
  fail(loc: Location, message: string): never {
    throw new PythonSyntaxError(
      'SyntaxError', message, this.filename,
      loc.lineno, loc.col_offset + 1, loc.end_lineno, loc.end_col_offset + 1,
      this.line(loc.lineno)
    );
  }

  private line(lineno: number): string | undefined {
    this.lines ??= this.source?.split(/(?<=\n)|(?<=\r)(?!\n)/);
    return this.lines?.[lineno - 1];
  }
}
