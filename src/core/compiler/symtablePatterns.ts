/// The symbol table's visit of patterns.
import type { Pattern } from '../syntax/ast';
import { Def } from './symtableEntry';
import type { Symtable } from './symtable';
import { visitExpr, visitExprs } from './symtableExpressions';

/// Captures bind.
export function visitPattern(st: Symtable, p: Pattern): void {
  switch (p.kind) {
    case 'MatchValue':
      visitExpr(st, p.value);
      break;
    case 'MatchSingleton':
      break;
    case 'MatchSequence':
    case 'MatchOr':
      for (const pattern of p.patterns) visitPattern(st, pattern);
      break;
    case 'MatchStar':
      if (p.name !== undefined) st.define(p.name, Def.LOCAL, p);
      break;
    case 'MatchMapping':
      visitExprs(st, p.keys);
      for (const pattern of p.patterns) visitPattern(st, pattern);
      if (p.rest !== undefined) st.define(p.rest, Def.LOCAL, p);
      break;
    case 'MatchClass':
      visitExpr(st, p.cls);
      for (const pattern of p.patterns) visitPattern(st, pattern);
      p.kwd_attrs.forEach((name, i) => st.checkName(name, p.kwd_patterns[i]!, 'Store'));
      for (const pattern of p.kwd_patterns) visitPattern(st, pattern);
      break;
    case 'MatchAs':
      if (p.pattern !== undefined) visitPattern(st, p.pattern);
      if (p.name !== undefined) st.define(p.name, Def.LOCAL, p);
      break;
  }
}
