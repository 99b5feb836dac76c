import type { PythonVersion } from '../profile/profile';
import type { Expression, Interactive, Module } from './ast';
import { ParseFailure } from './cursor';
import { dialects } from './dialect';
import type { ParseOptions, SyntaxWarning } from './errors';
import { SourceText } from './source';
import { StatementParser } from './statements';
import { Tokenizer } from './tokenizer';

type WarningSink = (warning: SyntaxWarning) => void;

/// A program's AST (mode 'exec'). Throws PythonSyntaxError with what that version of CPython says, or
/// ParserStackOverflow. `onWarning` hears of each SyntaxWarning.
export function parse(source: string, version: PythonVersion, filename = '<string>', onWarning?: WarningSink): Module {
  return read(source, { version, filename, onWarning }, parser => ({ kind: 'Module', body: parser.file() }));
}

/// Mode 'eval': one expression. (The builtin `eval` strips leading spaces and tabs first; so does this.)
export function parseExpression(source: string, version: PythonVersion, filename = '<string>', onWarning?: WarningSink): Expression {
  const text = source.replace(/^[ \t]+/, '');
  return read(text, { version, filename, onWarning }, parser => ({ kind: 'Expression', body: parser.evalInput() }));
}

/// Mode 'single': one statement, as at the prompt.
export function parseInteractive(source: string, version: PythonVersion, filename = '<stdin>', onWarning?: WarningSink): Interactive {
  return read(source, { version, filename, onWarning }, parser => ({ kind: 'Interactive', body: parser.interactive() }));
}

function read<T>(text: string, options: Required<Pick<ParseOptions, 'version' | 'filename'>> & { onWarning: WarningSink | undefined }, entry: (parser: StatementParser) => T): T {
  const { version, filename, onWarning } = options;
  const source = new SourceText(text, filename);
  const dialect = dialects[version];
  const tokenizer = new Tokenizer(source, dialect, onWarning).run();
  const parser = new StatementParser({ source, tokens: tokenizer.tokens, dialect, onWarning });
  try {
    return entry(parser);
  } catch (error) {
    if (!(error instanceof ParseFailure)) throw error;
    throw tokenizer.error ?? parser.errorAt(parser.tok, 'invalid syntax');
  }
}
