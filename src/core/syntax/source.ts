import type { Position } from './ast';
import { PythonSyntaxError, type SyntaxErrorType } from './errors';

const notAscii = /[^\x00-\x7f]/;

/// UTF-8 length of `text` from `start` to `end` (UTF-16 offsets).
export function utf8Length(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c < 0x80) bytes += 1;
    else if (c < 0x800) bytes += 2;
    else if (c >= 0xd800 && c < 0xdc00 && i + 1 < end) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}

/// Number of code points of `text` from `start` to `end` (UTF-16 offsets).
export function codePoints(text: string, start: number, end: number): number {
  let n = 0;
  for (let i = start; i < end; i++, n++) {
    const c = text.charCodeAt(i);
    if (c >= 0xd800 && c < 0xdc00 && i + 1 < end && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++;
  }
  return n;
}

/// A program's text with universal newlines, no BOM, and a newline at its end; and the mapping between offsets in it
/// (UTF-16), AST columns (UTF-8 bytes from 0) and error columns (code points from 1).
export class SourceText {
  readonly text: string;
  readonly isAscii: boolean;
  /// Offset at which line i + 1 starts.
  readonly lineStarts: number[] = [0];
  /// The text ended without a newline, and CPython adds none (Parser/tokenizer.c translate_newlines).
  readonly endsOpen: boolean;

  constructor(
    source: string,
    readonly filename: string,
    /// Read line by line from a file, so that the tokenizer stands nowhere at its end (Parser/tokenizer.c tok_underflow_file).
    readonly isScript = false,
    /// In the mode 'exec'.
    isProgram = true
  ) {
    let text = source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
    const isOpen = text !== '' && !text.endsWith('\n');
    if (isOpen) text += '\n';
    this.endsOpen = isOpen && !isProgram;
    this.text = text;
    this.isAscii = !notAscii.test(text);
    for (let i = text.indexOf('\n'); i !== -1 && i + 1 < text.length; i = text.indexOf('\n', i + 1)) {
      this.lineStarts.push(i + 1);
    }
  }

  lineStart(lineno: number): number {
    return this.lineStarts[lineno - 1] ?? this.text.length;
  }

  /// The line with its newline; empty past the end.
  line(lineno: number): string {
    return this.text.slice(this.lineStart(lineno), this.lineStarts[lineno] ?? this.text.length);
  }

  /// AST column of an offset in the given line.
  byteColumn(lineno: number, offset: number): number {
    const start = this.lineStart(lineno);
    return this.isAscii ? offset - start : utf8Length(this.text, start, offset);
  }

  /// Code points before an AST column of a line.
  charColumn(lineno: number, byteColumn: number): number {
    if (this.isAscii || byteColumn <= 0) return byteColumn;
    const start = this.lineStart(lineno);
    let bytes = 0;
    let chars = 0;
    for (let i = start; bytes < byteColumn && i < this.text.length; chars++) {
      const width = this.text.codePointAt(i)! > 0xffff ? 2 : 1;
      bytes += utf8Length(this.text, i, i + width);
      i += width;
    }
    return chars;
  }

  /// An error that covers two nodes or tokens and all between. As in CPython, the end's column is measured in the first
  /// line, even if the end is in a later one.
  errorBetween(type: SyntaxErrorType, message: string, start: Position, end: Position): PythonSyntaxError {
    const { lineno } = start;
    const offset = this.charColumn(lineno, start.col_offset) + 1;
    let endOffset = this.charColumn(lineno, end.end_col_offset) + 1;
    if (end.end_lineno !== lineno) {
      const line = this.line(lineno);
      endOffset = Math.min(endOffset, codePoints(line, 0, line.length - 1) + 1);
    }
    return this.error(type, message, lineno, offset, end.end_lineno, endOffset);
  }

  /// An error at error columns (code points from 1; 0 and -1 as in CPython).
  error(
    type: SyntaxErrorType,
    message: string,
    lineno: number,
    offset: number,
    endLineno: number,
    endOffset: number,
    text: string | undefined = this.line(lineno)
  ): PythonSyntaxError {
    return new PythonSyntaxError(type, message, this.filename, lineno, offset, endLineno, endOffset, text);
  }
}
