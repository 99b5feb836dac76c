/// Docstrings: where they stand and what is kept of them.
import type { Stmt } from '../syntax/ast';

/// The text of a body's docstring.
export function docstringOf(body: readonly Stmt[]): string | undefined {
  const first = body[0];
  if (first?.kind !== 'Expr' || first.value.kind !== 'Constant') return undefined;
  return first.value.value.type === 'str' ? first.value.value.value : undefined;
}

/// A docstring without its indentation (CPython 3.14 Python/compile.c _PyCompile_CleanDoc, 3.13+).
export function cleanDocstring(text: string): string {
  const lines = expandTabs(text).split('\n');
  let margin = Infinity;
  for (const line of lines.slice(1)) {
    const indent = line.length - line.replace(/^ +/, '').length;
    if (indent < line.length) margin = Math.min(margin, indent);
  }
  if (margin === Infinity) margin = 0;
  const indentation = new RegExp(`^ {0,${margin}}`);
  return [lines[0]!.replace(/^ +/, ''), ...lines.slice(1).map((line) => line.replace(indentation, ''))].join('\n');
}

/// str.expandtabs() with tabs every 8 columns.
function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let column = 0;
  let result = '';
  for (const character of text) {
    if (character === '\t') {
      const width = 8 - (column % 8);
      result += ' '.repeat(width);
      column += width;
    } else {
      result += character;
      column = character === '\n' || character === '\r' ? 0 : column + 1;
    }
  }
  return result;
}
