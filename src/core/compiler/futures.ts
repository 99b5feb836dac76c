/// `from __future__ import …` at the top of a module (CPython 3.14 Python/future.c).
import type { Mod, Stmt } from '../syntax/ast';
import { docstringOf } from './docstring';
import type { Future } from './symtable';
import type { SyntaxErrorReporter } from './syntaxErrors';

const FEATURES: ReadonlySet<string> = new Set([
  'nested_scopes', 'generators', 'division', 'absolute_import', 'with_statement', 'print_function', 'unicode_literals',
  'barry_as_FLUFL', 'generator_stop', 'annotations'
]);

/// Reads the imports before any other statement; an unknown feature is a syntax error.
export function futureOf(mod: Mod, errors: SyntaxErrorReporter): Future {
  let annotations = false;
  let lastLine = 0;
  const body: readonly Stmt[] = mod.kind === 'Expression' ? [] : mod.body;
  const start = docstringOf(body) === undefined ? 0 : 1;
  for (const s of body.slice(start)) {
    if (s.kind !== 'ImportFrom' || s.module !== '__future__' || s.level !== 0) break;
    for (const alias of s.names) {
      if (alias.name === 'braces') errors.fail(alias, 'not a chance');
      if (!FEATURES.has(alias.name)) errors.fail(alias, `future feature ${alias.name} is not defined`);
      if (alias.name === 'annotations') annotations = true;
    }
    lastLine = s.lineno;
  }
  return { annotations, lastLine };
}
