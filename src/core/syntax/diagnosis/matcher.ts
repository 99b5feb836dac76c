import { PythonSyntaxError } from '../errors';
import type { ParserInput } from '../cursor';
import type { Token } from '../tokens';
import type { Action, Alternative, Grammar, Item, Part, Rule } from './grammar';
import type { DiagnosisNode, Value } from './values';

/// What an alternative's parts matched, by label.
export type Labels = Record<string, Value>;

/// Decides what `=>` and `!` mean; `undefined`: the alternative does not match after all.
export interface Actions {
  call(name: string, labels: Labels, matcher: Matcher): Value | undefined;
  error(action: Action & { readonly type: 'error' }, labels: Labels, matcher: Matcher): never;
  /// The tokenizer's own error, when the matcher looks at the ERROR token.
  tokenizerError(): PythonSyntaxError;
  forced(token: Token, expected: string): PythonSyntaxError;
}

/// The diagnosis costs too much: the program nests too deeply, or the grammar's choices multiply.
export class DiagnosisLimit extends Error {}

const maxDepth = 1000;
const stepsPerToken = 3000;
const minSteps = 2_000_000;
const noMatch = Symbol('no match');
type Result = Value | typeof noMatch;

/// Matches rules against the tokens as CPython's generated parser does, with its memory of some rules' results.
export class Matcher {
  mark = 0;
  /// The furthest token looked at.
  furthest = 0;
  private depth = 0;
  private steps = 0;
  private readonly maxSteps: number;
  private readonly tokens: readonly Token[];
  private readonly text: string;
  private readonly memo: Map<number, { value: Result; end: number }>[] = [];
  private readonly softKeywords: readonly string[];

  constructor(
    readonly input: ParserInput,
    private readonly grammar: Grammar,
    private readonly actions: Actions,
    /// Second pass: the rules for mistakes count.
    private invalidRules: boolean
  ) {
    this.tokens = input.tokens;
    this.text = input.source.text;
    this.maxSteps = Math.max(minSteps, this.tokens.length * stepsPerToken);
    this.softKeywords = input.dialect.typeParams ? ['_', 'case', 'match', 'type'] : ['_', 'case', 'match'];
  }

  /// Whether the rule matches from the first token on.
  matches(rule: string): boolean {
    return this.rule(this.grammar.get(rule)!) !== noMatch;
  }

  token(index: number): Token {
    const token = this.tokens[index]!;
    if (index > this.furthest) this.furthest = index;
    if (token.type === 'ERROR') throw this.actions.tokenizerError();
    return token;
  }

  textOf(token: Token): string {
    return this.text.slice(token.start, token.end);
  }

  isSoftKeyword(token: Token): boolean {
    if (token.type !== 'NAME') return false;
    const text = this.textOf(token);
    // Up to 3.13, CPython compares only as many letters as the name has, so `c` passes for `case`.
    return this.softKeywords.some(word => (this.input.dialect.minor < 14 ? word.startsWith(text) : word === text));
  }

  /// What a rule matches here; `mark` moves past it.
  private rule(rule: Rule): Result {
    if (++this.depth > maxDepth) throw new DiagnosisLimit();
    const result = rule.flag === '' ? this.alternatives(rule.alternatives) : this.flagged(rule);
    this.depth--;
    return result;
  }

  /// A rule that remembers its results, is left-recursive, or turns the rules for mistakes off.
  private flagged(rule: Rule): Result {
    if (rule.flag === 'quiet') {
      const before = this.invalidRules;
      this.invalidRules = false;
      const result = this.alternatives(rule.alternatives);
      this.invalidRules = before;
      return result;
    }
    const start = this.mark;
    const memo = (this.memo[start] ??= new Map());
    const known = memo.get(rule.id);
    if (known !== undefined) {
      if (known.value !== noMatch) this.mark = known.end;
      return known.value;
    }
    if (rule.flag === 'memo') {
      const value = this.alternatives(rule.alternatives);
      memo.set(rule.id, { value, end: this.mark });
      return value;
    }
    // Left recursion: match again with the last match as the seed, as long as that gets further.
    const entry: { value: Result; end: number } = { value: noMatch, end: start };
    memo.set(rule.id, entry);
    for (;;) {
      this.mark = start;
      const value = this.alternatives(rule.alternatives);
      if (value === noMatch || this.mark <= entry.end) break;
      entry.value = value;
      entry.end = this.mark;
    }
    this.mark = entry.value === noMatch ? start : entry.end;
    return entry.value;
  }

  /// The first alternative that matches, tried in order.
  private alternatives(alternatives: readonly Alternative[]): Result {
    const start = this.mark;
    for (const alternative of alternatives) {
      if (alternative.isInvalid && !this.invalidRules) continue;
      const result = this.alternative(alternative, start);
      if (result === 'cut') return noMatch;
      if (result !== noMatch) return result;
      this.mark = start;
    }
    return noMatch;
  }

  /// All parts in a row. Without an action, its value is the label `a`, or the list of its parts' values.
  private alternative(alternative: Alternative, start: number): Result | 'cut' {
    const { parts, action } = alternative;
    let labels: Labels | undefined;
    let first: Value = null;
    let rest: Value[] | undefined;
    let isCut = false;
    for (let i = 0; i < parts.length; i++) {
      const part: Part = parts[i]!;
      if (part.item.op === 'cut') {
        isCut = true;
        continue;
      }
      const value = this.item(part.item);
      if (value === noMatch) {
        this.mark = start;
        return isCut ? 'cut' : noMatch;
      }
      if (part.label !== undefined) (labels ??= {})[part.label] = value;
      if (i === 0) first = value;
      else (rest ??= [first]).push(value);
    }
    if (action === undefined) return labels?.['a'] ?? rest ?? first;
    if (action.type === 'node') return this.node(action.kind, labels ?? {}, start);
    if (action.type === 'error') return this.actions.error(action, labels ?? {}, this);
    const value = this.actions.call(action.name, labels ?? {}, this);
    return value === undefined ? noMatch : value;
  }

  /// A node from the alternative's first token to its last that is not white space.
  private node(kind: string, parts: Labels, start: number): DiagnosisNode {
    const { lineno, col_offset } = this.token(start);
    let last = this.mark - 1;
    while (last > start && (this.tokens[last]!.col_offset === -1 || this.tokens[last]!.type === 'NEWLINE')) last--;
    const { end_lineno, end_col_offset } = this.tokens[last]!;
    return { kind, parts, lineno, col_offset, end_lineno, end_col_offset };
  }

  private item(item: Item): Result {
    if (++this.steps > this.maxSteps) throw new DiagnosisLimit();
    switch (item.op) {
      case 'token': {
        const token = this.token(this.mark);
        if (token.type !== item.type) return noMatch;
        this.mark++;
        return token;
      }
      case 'rule':
        return this.rule(item.rule);
      case 'optional': {
        const value = this.item(item.item);
        return value === noMatch ? null : value;
      }
      case 'star':
      case 'plus':
        return this.repeat(item.item, item.op === 'plus' ? 1 : 0);
      case 'gather':
        return this.gather(item.separator, item.item);
      case 'group':
        return this.alternatives(item.alternatives);
      case 'and':
      case 'not': {
        const start = this.mark;
        const value = this.item(item.item);
        this.mark = start;
        return (value === noMatch) === (item.op === 'not') ? null : noMatch;
      }
      case 'word': {
        const token = this.token(this.mark);
        if (token.type !== 'NAME' || this.textOf(token) !== item.word) return noMatch;
        this.mark++;
        return token;
      }
      case 'softKeyword': {
        const token = this.token(this.mark);
        if (!this.isSoftKeyword(token)) return noMatch;
        this.mark++;
        return token;
      }
      case 'force': {
        const token = this.token(this.mark);
        if (token.type !== item.type) throw this.actions.forced(token, item.type);
        this.mark++;
        return token;
      }
      case 'cut':
        return null;
    }
  }

  /// `e*` and `e+`: as many as there are, no way back.
  private repeat(item: Item, least: number): Result {
    const values: Value[] = [];
    for (;;) {
      const start = this.mark;
      const value = this.item(item);
      if (value === noMatch || this.mark === start) {
        this.mark = start;
        break;
      }
      values.push(value);
    }
    return values.length < least ? noMatch : values;
  }

  /// `','.e+`: a separator at the end is left over.
  private gather(separator: Item, item: Item): Result {
    const first = this.item(item);
    if (first === noMatch) return noMatch;
    const values: Value[] = [first];
    for (;;) {
      const start = this.mark;
      if (this.item(separator) === noMatch) break;
      const value = this.item(item);
      if (value === noMatch) {
        this.mark = start;
        break;
      }
      values.push(value);
    }
    return values;
  }
}
