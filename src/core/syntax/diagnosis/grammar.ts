import { errorRules, fieldErrorRules } from './grammar-errors';
import { expressionRules } from './grammar-expressions';
import { statementRules } from './grammar-statements';

// The grammar of wrong programs. What CPython says about one depends on the order in which its PEG parser tries the
// alternatives (CPython 3.14 Grammar/python.gram), so that order is kept here; the parser proper needs none of this.
//
// Notation, one rule a paragraph `name: alternative | alternative`:
//   'x' "x" NAME  a token, a soft keyword, a kind of token        rule      another rule
//   e? e* e+ ','.e+ (a | b)  as usual; the fourth is a separated list        &e !e  look ahead        ~  no way back
//   !!'x'  or else the error "expected 'x'"        x=e  a label        @12+ @-13 @13  in these versions only
//   -> Kind  a node        => action  see diagnose.ts       ! place(labels) message  an error; it ends the line
// Flags after a name: (memo) remembers its results, (left) is left-recursive, (quiet) without the rules for mistakes.

export type Item =
  | { readonly op: 'token'; readonly type: string }
  | { readonly op: 'word'; readonly word: string }
  | { readonly op: 'softKeyword' }
  | { readonly op: 'rule'; readonly rule: Rule }
  | { readonly op: 'optional' | 'star' | 'plus' | 'and' | 'not'; readonly item: Item }
  | { readonly op: 'gather'; readonly separator: Item; readonly item: Item }
  | { readonly op: 'group'; readonly alternatives: readonly Alternative[] }
  | { readonly op: 'force'; readonly type: string }
  | { readonly op: 'cut' };

export interface Part {
  readonly label: string | undefined;
  readonly item: Item;
}

export type Action =
  | { readonly type: 'node'; readonly kind: string }
  | { readonly type: 'call'; readonly name: string }
  | { readonly type: 'error'; readonly place: string; readonly labels: readonly string[]; readonly message: string };

export interface Alternative {
  readonly parts: readonly Part[];
  readonly action: Action | undefined;
  /// Nothing but a rule for mistakes: counts in the second pass only. (Within a longer alternative, such a rule counts
  /// in both, as in CPython.)
  readonly isInvalid: boolean;
}

export interface Rule {
  readonly name: string;
  readonly id: number;
  readonly flag: string;
  alternatives: readonly Alternative[];
}

export type Grammar = ReadonlyMap<string, Rule>;

const grammars = new Map<number, Grammar>();

/// The grammar of one version (11, 13, 14), read at its first use.
export function grammarOf(minor: number): Grammar {
  let grammar = grammars.get(minor);
  if (grammar === undefined) {
    const text = statementRules + expressionRules + errorRules + fieldErrorRules('f') + fieldErrorRules('t');
    grammar = new GrammarReader(text, minor).read();
    grammars.set(minor, grammar);
  }
  return grammar;
}

const lexeme =
  /\s*(?:(! (?:\w+)\([\w,]*\) [^\n]*)|('[^']+'|"[^"]+")|(@[-+\d]+)|(->|=>|!!)|(\w+)|([&!~?*+.|()=:]))/y;

class GrammarReader {
  private readonly rules = new Map<string, Rule>();
  private words: string[] = [];
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly minor: number
  ) {}

  read(): Grammar {
    const paragraphs = this.text.split(/\n(?=\w)/).map(paragraph => paragraph.trim());
    const pending: { rule: Rule; body: string }[] = [];
    for (const paragraph of paragraphs) {
      const match = /^(\w+)(?: \((\w+)\))?: ([^]*)$/.exec(paragraph);
      if (match === null) continue;
      const [, name, flag, body] = match as unknown as [string, string, string | undefined, string];
      const rule: Rule = { name, id: this.rules.size, flag: flag ?? '', alternatives: [] };
      this.rules.set(name, rule);
      pending.push({ rule, body });
    }
    for (const { rule, body } of pending) {
      this.words = this.split(body);
      this.at = 0;
      rule.alternatives = this.alternatives();
      if (this.at < this.words.length) throw new Error(`grammar: ${rule.name}: ${this.words[this.at]}`);
    }
    return this.rules;
  }

  /// A rule's words: literals, names, actions, signs.
  private split(body: string): string[] {
    const words: string[] = [];
    lexeme.lastIndex = 0;
    while (lexeme.lastIndex < body.length) {
      const from = lexeme.lastIndex;
      const match = lexeme.exec(body);
      if (match === null) throw new Error(`grammar: ${body.slice(from, from + 40)}`);
      words.push(match[0].trim());
    }
    return words;
  }

  private alternatives(): Alternative[] {
    const result: Alternative[] = [];
    do {
      const guard = this.words[this.at]?.startsWith('@') === true ? this.words[this.at++]! : '@';
      const alternative = this.alternative();
      if (this.inVersion(guard)) result.push(alternative);
    } while (this.eat('|'));
    return result;
  }

  /// Whether an alternative's version guard lets it in.
  private inVersion(guard: string): boolean {
    if (guard === '@') return true;
    if (guard.startsWith('@-')) return this.minor <= Number(guard.slice(2));
    return guard.endsWith('+') ? this.minor >= Number(guard.slice(1, -1)) : this.minor === Number(guard.slice(1));
  }

  private eat(word: string): boolean {
    if (this.words[this.at] !== word) return false;
    this.at++;
    return true;
  }

  private alternative(): Alternative {
    const parts: Part[] = [];
    const action = this.partsAndAction(parts);
    const only = parts.length === 1 ? parts[0]!.item : undefined;
    return { parts, action, isInvalid: only?.op === 'rule' && only.rule.name.startsWith('invalid_') };
  }

  /// Fills `parts`; gives back the action that ends the alternative.
  private partsAndAction(parts: Part[]): Action | undefined {
    for (;;) {
      const word = this.words[this.at];
      if (word === undefined || word === '|' || word === ')') return undefined;
      if (word === '->' || word === '=>') {
        const name = this.words[this.at + 1]!;
        this.at += 2;
        return word === '->' ? { type: 'node', kind: name } : { type: 'call', name };
      }
      if (word.startsWith('! ')) {
        this.at++;
        const [, place, labels, message] = /^! (\w+)\(([\w,]*)\) (.*)$/.exec(word) as unknown as
          [string, string, string, string];
        return { type: 'error', place, labels: labels === '' ? [] : labels.split(','), message };
      }
      const labelled = this.words[this.at + 1] === '=';
      if (labelled) this.at += 2;
      parts.push({ label: labelled ? word : undefined, item: this.item() });
    }
  }

  /// A part with its prefix or suffix.
  private item(): Item {
    if (this.eat('&')) return { op: 'and', item: this.item() };
    if (this.eat('!')) return { op: 'not', item: this.item() };
    if (this.eat('~')) return { op: 'cut' };
    if (this.eat('!!')) return { op: 'force', type: this.words[this.at++]!.slice(1, -1) };
    const atom = this.atom();
    if (this.eat('?')) return { op: 'optional', item: atom };
    if (this.eat('*')) return { op: 'star', item: atom };
    if (this.eat('+')) return { op: 'plus', item: atom };
    if (this.eat('.')) {
      const item = this.atom();
      if (!this.eat('+')) throw new Error('grammar: a separated list needs +');
      return { op: 'gather', separator: atom, item };
    }
    return atom;
  }

  /// A token, a rule, or a group.
  private atom(): Item {
    const word = this.words[this.at++]!;
    if (word === '(') {
      const alternatives = this.alternatives();
      if (!this.eat(')')) throw new Error('grammar: ) expected');
      return { op: 'group', alternatives };
    }
    if (word.startsWith("'")) return { op: 'token', type: word.slice(1, -1) };
    if (word.startsWith('"')) return { op: 'word', word: word.slice(1, -1) };
    if (word === 'SOFT_KEYWORD') return { op: 'softKeyword' };
    if (/^[A-Z]/.test(word)) return { op: 'token', type: word };
    const rule = this.rules.get(word);
    if (rule === undefined) throw new Error(`grammar: no rule ${word}`);
    return { op: 'rule', rule };
  }
}
