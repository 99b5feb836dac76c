/// The names that a cell uses: those in its source, and those of the module that the functions it called read.

import { unpackTable } from '../core/trace/packing';
import type { TracePayload } from '../core/trace/payload';

const IDENTIFIER = /[\p{L}_][\p{L}\p{N}_]*/gu;
/// Comments, strings with what stands before them, identifiers.
const TOKEN = /#.*|([a-z]{0,2})("""[^]*?"""|'''[^]*?'''|"(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*')|[\p{L}_][\p{L}\p{N}_]*/giu;
/// What an f-string computes.
const FIELD = /\{[^{}]*\}/g;
const GLOBAL = /^(?:LOAD|STORE|DELETE)_(?:GLOBAL|NAME)$/;

/// Words in comments and strings are none. Of functions, those that the trace tells the instructions of.
export function mentionedNames({ source, instructions, strings }: Pick<TracePayload, 'source' | 'instructions' | 'strings'>): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (text: string): void => text.match(IDENTIFIER)?.forEach((name) => names.add(name));
  for (const [token, prefix, literal] of source.matchAll(TOKEN)) {
    if (literal === undefined) {
      add(token.startsWith('#') ? '' : token);
    } else if (/[ft]/i.test(prefix!)) {
      literal.match(FIELD)?.forEach(add);
    }
  }
  for (const [name, argument] of unpackTable(instructions?.table ?? '') ?? []) {
    if (GLOBAL.test(strings[name] ?? '')) {
      add(strings[argument] ?? '');
    }
  }
  return names;
}
