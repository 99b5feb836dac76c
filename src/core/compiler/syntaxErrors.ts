/// Syntax errors that the compiler finds, with CPython's offsets.
import { PythonSyntaxError } from '../syntax/errors';
import type { Location } from './instructions';

/// Raises syntax errors of one source text.
export class SyntaxErrorReporter {
  private lines: string[] | undefined;

  constructor(private readonly filename: string, private readonly source: string | undefined) {}

  /// Throws. `loc` is the range the caret marks.
  fail(loc: Location, message: string): never {
    throw new PythonSyntaxError(
      'SyntaxError', message, this.filename,
      loc.lineno, this.characters(loc.lineno, loc.col_offset) + 1,
      loc.end_lineno, this.characters(loc.end_lineno, loc.end_col_offset) + 1,
      this.line(loc.lineno)
    );
  }

  private line(lineno: number): string | undefined {
    this.lines ??= this.source?.split(/(?<=\n)|(?<=\r)(?!\n)/);
    return this.lines?.[lineno - 1];
  }

  /// Characters in the first `bytes` UTF-8 bytes of a line.
  private characters(lineno: number, bytes: number): number {
    let count = 0;
    let length = 0;
    for (const character of this.line(lineno) ?? '') {
      if (length >= bytes) return count;
      const code = character.codePointAt(0)!;
      length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      count++;
    }
    return count + Math.max(0, bytes - length);
  }
}
