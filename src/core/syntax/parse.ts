import type { PythonVersion } from '../profile/profile';
import type { Expression, Interactive, Module } from './ast';
import { ParseFailure } from './cursor';
import { diagnose } from './diagnosis/diagnose';
import { dialects } from './dialect';
import { PythonSyntaxError, type SyntaxWarning } from './errors';
import { SourceText } from './source';
import { StatementParser } from './statements';
import { Tokenizer } from './tokenizer';

type WarningSink = (warning: SyntaxWarning) => void;
/// A rule of the diagnosis grammar.
type Entry = 'file' | 'eval' | 'interactive';

/// A program's AST (mode 'exec'). Throws PythonSyntaxError with what that version of CPython says, or
/// ParserStackOverflow. `onWarning` hears of each SyntaxWarning. `isScript`: read from a file, as `python FILE` does.
export function parse(source: string, version: PythonVersion, filename = '<string>', onWarning?: WarningSink, isScript = false): Module {
  return read(new SourceText(source, filename, isScript), version, onWarning, 'file', parser => ({ kind: 'Module', body: parser.file() }));
}

/// Mode 'eval': one expression. (The builtin `eval` strips leading spaces and tabs first; `compile` does not.)
export function parseExpression(
  source: string,
  version: PythonVersion,
  filename = '<string>',
  onWarning?: WarningSink
): Expression {
  return read(new SourceText(source, filename, false, false), version, onWarning, 'eval', parser => ({
    kind: 'Expression',
    body: parser.evalInput()
  }));
}

/// Mode 'single': one statement, as at the prompt.
export function parseInteractive(
  source: string,
  version: PythonVersion,
  filename = '<stdin>',
  onWarning?: WarningSink
): Interactive {
  return read(new SourceText(source, filename, false, false), version, onWarning, 'interactive', parser => ({
    kind: 'Interactive',
    body: parser.interactive()
  }));
}

function read<T>(
  source: SourceText,
  version: PythonVersion,
  onWarning: WarningSink | undefined,
  entry: Entry,
  build: (parser: StatementParser) => T
): T {
  const { filename } = source;
  if (source.text.includes('\0')) {
    const message = 'source code string cannot contain null bytes';
    throw new PythonSyntaxError('SyntaxError', message, filename, 0, 0, 0, 0, undefined);
  }
  const dialect = dialects[version];
  const tokenizer = new Tokenizer(source, dialect, onWarning).run();
  const input = { source, tokens: tokenizer.tokens, dialect, onWarning };
  const parser = new StatementParser(input);
  try {
    return build(parser);
  } catch (error) {
    // An error in a literal's value stands, unless the tokenizer finds one further on.
    const tokenizerFailed = tokenizer.tokens[tokenizer.tokens.length - 1]?.type === 'ERROR';
    const mustDiagnose = error instanceof ParseFailure || (error instanceof PythonSyntaxError && tokenizerFailed);
    if (!mustDiagnose) throw error;
    const silent = { ...input, onWarning: undefined };
    throw diagnose(silent, tokenizer, entry, new StatementParser(silent));
  }
}
