import type { Position } from '../ast';
import type { ParserInput } from '../cursor';
import { PythonSyntaxError, withText, type SyntaxErrorType } from '../errors';
import { codePoints } from '../source';
import type { Tokenizer } from '../tokenizer';
import type { Token } from '../tokens';
import { grammarOf, type Action } from './grammar';
import { DiagnosisLimit, Matcher, type Actions, type Labels } from './matcher';
import {
  expressionName, expressionsOf, firstOf, invalidTarget, isNode, isToken, lastOf, leaves, type DiagnosisNode,
  type TargetUse, type Value
} from './values';

/// Reads literals again, to raise the errors that their values cause.
export interface LiteralChecker {
  checkStrings(index: number): void;
  checkNumber(index: number): void;
  checkConversion(index: number): void;
}

/// A mistake found by the grammar, as opposed to one of the tokenizer's.
class GrammarError extends Error {
  constructor(readonly error: PythonSyntaxError) {
    super();
  }
}

/// What CPython says about a text that is no program. CPython 3.14 Parser/pegen.c _PyPegen_run_parser,
/// Parser/pegen_errors.c _PyPegen_set_syntax_error
export function diagnose(
  input: ParserInput,
  tokenizer: Tokenizer,
  entry: string,
  checker: LiteralChecker
): PythonSyntaxError {
  return new Diagnosis(input, tokenizer, checker).run(entry);
}

class Diagnosis implements Actions {
  private matcher: Matcher;
  /// The tokenizer's error, once the grammar has run into it.
  private reached: PythonSyntaxError | undefined;
  private generic: Token | undefined;

  constructor(
    private readonly input: ParserInput,
    private readonly tokenizer: Tokenizer,
    private readonly checker: LiteralChecker
  ) {
    this.matcher = this.pass(false);
  }

  private pass(invalidRules: boolean): Matcher {
    return new Matcher(this.input, grammarOf(this.input.dialect.minor), this, invalidRules);
  }

  /// First pass without the rules for mistakes, to find the token of a plain "invalid syntax"; second pass with them.
  run(entry: string): PythonSyntaxError {
    try {
      this.matcher.matches(entry);
      this.generic = this.lastToken();
      this.matcher = this.pass(true);
      this.matcher.matches(entry);
    } catch (error) {
      if (error instanceof GrammarError) return this.laterTokenizerError() ?? error.error;
      if (error === this.reached) return this.reached!;
      if (error instanceof PythonSyntaxError) return this.laterTokenizerError() ?? error;
      if (!(error instanceof DiagnosisLimit)) throw error;
    }
    return this.genericError();
  }

  private lastToken(): Token {
    return this.input.tokens[this.matcher.furthest]!;
  }

  /// No rule knows the mistake: it is at the furthest token of the first pass.
  private genericError(): PythonSyntaxError {
    const token = this.generic ?? this.lastToken();
    if (token.type === 'INDENT') return this.atToken(token, 'IndentationError', 'unexpected indent');
    if (token.type === 'DEDENT') return this.atToken(token, 'IndentationError', 'unexpected unindent');
    return this.laterTokenizerError() ?? this.between(token, token, 'invalid syntax');
  }

  /// An error of the tokenizer further on counts more; so does a bracket that is never closed, if it was opened in an
  /// earlier line. CPython 3.14 Parser/pegen_errors.c _PyPegen_tokenize_full_source_to_check_for_errors
  private laterTokenizerError(): PythonSyntaxError | undefined {
    const { tokenizer } = this;
    if (tokenizer.tokens[tokenizer.tokens.length - 1]?.type !== 'ERROR') return undefined;
    // Within an f-string, what is wrong in its expression counts more than a missing brace or quote.
    if (tokenizer.modes.length > 0) return undefined;
    if (tokenizer.error !== undefined && !tokenizer.errorIsDeferred) return tokenizer.error;
    const open = tokenizer.brackets[tokenizer.brackets.length - 1];
    return open !== undefined && this.lastToken().lineno > open.lineno ? this.neverClosed() : undefined;
  }

  tokenizerError(): PythonSyntaxError {
    this.reached = this.tokenizer.error ?? this.neverClosed();
    return this.reached;
  }

  /// The innermost bracket that is open at the end.
  private neverClosed(): PythonSyntaxError {
    const open = this.tokenizer.brackets[this.tokenizer.brackets.length - 1]!;
    const { source } = this.input;
    const column = codePoints(source.text, source.lineStart(open.lineno), open.offset) + 1;
    return this.cut(source.error('SyntaxError', `'${open.char}' was never closed`, open.lineno, column, open.lineno, 0));
  }

  // --- places ---

  private between(start: Position, end: Position, message: string): PythonSyntaxError {
    return this.cut(this.input.source.errorBetween('SyntaxError', message, start, end));
  }

  /// The text of a line that the tokenizer has left is without its newline, unless it is read from a script again
  /// (CPython 3.14 Parser/pegen_errors.c get_error_line_from_tokenizer_buffers).
  private cut(error: PythonSyntaxError): PythonSyntaxError {
    const { isScript, lineStarts } = this.input.source;
    return isScript || error.lineno >= Math.min(this.lastToken().lineno, lineStarts.length) ? error : withText(error, error.text?.replace(/\n$/, ''));
  }

  /// From a place to where the tokenizer stands, its last character not counted.
  private upToHere(start: Position, message: string): PythonSyntaxError {
    const { source } = this.input;
    const { end_lineno, end_col_offset } = this.lastToken();
    const offset = source.charColumn(start.lineno, start.col_offset) + 1;
    const endOffset = source.charColumn(end_lineno, end_col_offset);
    return this.cut(source.error('SyntaxError', message, start.lineno, offset, end_lineno, endOffset));
  }

  /// At a token, which may have no column of its own: then where the tokenizer stood after it.
  private atToken(token: Token, type: SyntaxErrorType, message: string): PythonSyntaxError {
    if (token.col_offset !== -1) return this.input.source.errorBetween(type, message, token, token);
    const { source } = this.input;
    const isAtEnd = source.isScript && token.start >= source.text.length;
    const offset = isAtEnd ? 0 : codePoints(source.text, source.lineStart(token.lineno), token.start);
    return source.error(type, message, token.lineno, offset, token.lineno, -1);
  }

  /// A `!` action: fills in the message and works out its place.
  error(action: Action & { readonly type: 'error' }, labels: Labels): never {
    const message = action.message.replace(/%[atl]/g, code => {
      if (code === '%a') return expressionName(labels['a']);
      const first = leaves(labels['a'] ?? null)[0];
      if (code === '%l') return String(first?.lineno);
      return isToken(first) ? this.matcher.textOf(first) : '';
    });
    const first = labels[action.labels[0] ?? ''] ?? null;
    const last = labels[action.labels[1] ?? ''] ?? first;
    switch (action.place) {
      case 'at':
      case 'range':
        throw new GrammarError(this.between(firstOf(first), lastOf(last), message));
      case 'from':
        throw new GrammarError(this.upToHere(firstOf(first), message));
      case 'next':
        throw new GrammarError(this.atToken(this.matcher.token(this.matcher.mark), 'SyntaxError', message));
      case 'indent':
        throw new GrammarError(this.atToken(this.lastToken(), 'IndentationError', message));
      default:
        throw new GrammarError(this.atToken(this.lastToken(), 'SyntaxError', message));
    }
  }

  /// A `!!` part that is not there.
  forced(token: Token, expected: string): never {
    throw new GrammarError(this.between(token, token, `expected '${expected}'`));
  }

  // --- actions ---

  /// A `=>` action.
  call(name: string, labels: Labels, matcher: Matcher): Value | undefined {
    const a = labels['a'] ?? null;
    const b = labels['b'] ?? null;
    switch (name) {
      case 'strings':
        this.checker.checkStrings(this.input.tokens.indexOf(this.tokenAt(a)));
        return this.stringsNode(a);
      case 'number':
        this.checker.checkNumber(matcher.mark - 1);
        return this.input.tokens[matcher.mark - 1]!;
      case 'complex':
        return this.complex(a, b);
      case 'conversion':
        if (a !== null) this.checker.checkConversion(this.input.tokens.indexOf(leaves(a)[0] as Token));
        return a;
      case 'oldNotEqual':
        return this.oldNotEqual(a as Token, b as Token);
      case 'assignTarget':
        return this.target(a, 'assign');
      case 'forTarget':
        return this.target(a, 'for');
      case 'deleteTarget':
        return this.target(a, 'delete');
      default:
        return this.mistake(name, labels, a, b);
    }
  }

  /// `<>` was an operator once. With a space in between, it is nothing.
  private oldNotEqual(less: Token, greater: Token): undefined {
    if (less.end !== greater.start) return undefined;
    throw new GrammarError(this.between(less, greater, "invalid syntax.  Maybe you meant '!=' instead of '<>'?"));
  }

  /// The mistakes that need more than a place and a message; undefined: none after all.
  private mistake(name: string, labels: Labels, a: Value, b: Value): undefined {
    const raise = (start: Value, end: Value, message: string): never => {
      throw new GrammarError(this.between(firstOf(start), lastOf(end), message));
    };
    switch (name) {
      case 'missingComma':
        if (this.isLegacy(a) || this.levelBefore() === 0) return undefined;
        return raise(a, b, 'invalid syntax. Perhaps you forgot a comma?');
      case 'legacyStatement': {
        if (!this.isLegacy(a)) return undefined;
        const word = this.matcher.textOf(a as Token);
        return raise(a, b, `Missing parentheses in call to '${word}'. Did you mean ${word}(...)?`);
      }
      case 'partOfString': {
        const inner = labels['elts'] ?? null;
        return raise(inner, inner, 'invalid syntax. Is this intended to be part of the string?');
      }
      case 'parameterWithoutDefault': {
        const old = this.input.dialect.minor < 12;
        const message = old
          ? 'non-default argument follows default argument'
          : 'parameter without a default follows parameter with a default';
        return raise(a, a, message);
      }
      case 'generatorArgument': {
        const positional = positionalArguments(a);
        if (positional.length <= 1) return undefined;
        return raise(positional[positional.length - 1]!, b, 'Generator expression must be parenthesized');
      }
      case 'positionalAfterKeyword': {
        const unpacks = argumentNodes(a).some(node => isNode(node) && node.kind === 'unpacking');
        const what = unpacks ? 'keyword argument unpacking' : 'keyword argument';
        throw new GrammarError(this.atToken(this.lastToken(), 'SyntaxError', `positional argument follows ${what}`));
      }
      case 'starredBound': {
        const stars = this.input.tokens[this.input.tokens.indexOf(a as Token) - 2]!;
        const kind = stars.type === '*' ? 'TypeVarTuple' : 'ParamSpec';
        const bound = leaves(b)[0];
        const what = isNode(bound) && bound.kind === 'Tuple' ? 'constraints' : 'bound';
        throw new GrammarError(this.upToHere(a as Token, `cannot use ${what} with ${kind}`));
      }
      case 'missingColon': {
        // CPython's range starts at the key's last character and has no end.
        const key = lastOf(a);
        const { source } = this.input;
        const offset = source.charColumn(firstOf(a).lineno, key.end_col_offset - 1) + 1;
        const message = "':' expected after dictionary key";
        throw new GrammarError(source.error('SyntaxError', message, firstOf(a).lineno, offset, key.end_lineno, 0));
      }
      case 'mixedTemplate': {
        const first = leaves(a).pop()!;
        return raise(first, b, 'cannot mix t-string literals with string or bytes literals');
      }
      default:
        throw new Error(`diagnosis: no action ${name}`);
    }
  }

  /// An error if the value holds something that cannot be assigned to or deleted.
  private target(value: Value, use: TargetUse): undefined {
    const invalid = invalidTarget(value, use);
    if (invalid === undefined) return undefined;
    const verb = use === 'delete' ? 'delete' : 'assign to';
    throw new GrammarError(this.between(invalid, invalid, `cannot ${verb} ${expressionName(invalid)}`));
  }

  /// `print x` and `exec x` of Python 2 have messages of their own.
  private isLegacy(value: Value): boolean {
    const token = leaves(value)[0];
    if (!isToken(token) || token.type !== 'NAME') return false;
    const text = this.matcher.textOf(token);
    return text === 'print' || text === 'exec';
  }

  /// How many brackets are open after the last token matched.
  private levelBefore(): number {
    return this.input.tokens[this.matcher.mark - 1]!.level;
  }

  private tokenAt(value: Value): Token {
    const { lineno, col_offset } = firstOf(value);
    return this.input.tokens.find(token => token.lineno === lineno && token.col_offset === col_offset)!;
  }

  /// String literals in a row as one node.
  private stringsNode(value: Value): Value {
    const parts = leaves(value) as DiagnosisNode[];
    const { lineno, col_offset } = parts[0]!;
    const { end_lineno, end_col_offset } = parts[parts.length - 1]!;
    const formatted = parts.find(part => part.kind !== 'Constant' || this.isOldFString(part));
    const kind = formatted === undefined || formatted.kind !== 'Constant' ? formatted?.kind : 'JoinedStr';
    return { kind: kind ?? 'Constant', parts: {}, lineno, col_offset, end_lineno, end_col_offset };
  }

  private isOldFString(part: DiagnosisNode): boolean {
    const token = part.parts['token'];
    return isToken(token) && /^[rR]?[fF]/.test(this.matcher.textOf(token));
  }

  /// `1+2j` in a pattern: a real number, then an imaginary one.
  private complex(a: Value, b: Value): Value {
    const isImaginary = (value: Value): boolean => {
      const token = expressionsOf(isNode(value) ? value.parts['a'] : value)[0];
      return isToken(token) && /[jJ]$/.test(this.matcher.textOf(token));
    };
    const fail = (value: Value, what: string): never => {
      throw new GrammarError(this.between(firstOf(value), lastOf(value), `${what} number required in complex literal`));
    };
    if (isImaginary(a)) fail(isNode(a) ? a.parts['a']! : a, 'real');
    if (!isImaginary(b)) fail(b, 'imaginary');
    return a;
  }
}

function argumentNodes(args: Value): Value[] {
  const call = leaves(args)[0];
  if (!isNode(call)) return [];
  const all = leaves([call.parts['elts'] ?? null, call.parts['rest'] ?? null]);
  return all.filter(leaf => isNode(leaf) || leaf.type !== ',');
}

function positionalArguments(args: Value): Value[] {
  return argumentNodes(args).filter(node => !(isNode(node) && (node.kind === 'keyword' || node.kind === 'unpacking')));
}
