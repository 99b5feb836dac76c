import type { Constant, ConstantValue, Expr, Position } from './ast';
import { place } from './cursor';

/// The text of a `{expr=}` field is shown without its comments.
export function stripComments(text: string): string {
  return text.includes('#') ? text.replace(/("[^"\n]*"|'[^'\n]*')|#[^\n]*/g, '$1') : text;
}

export function joinConstants(parts: readonly Constant[]): ConstantValue {
  if (parts[0]!.value.type !== 'bytes') {
    return { type: 'str', value: parts.map(part => (part.value.type === 'str' ? part.value.value : '')).join('') };
  }
  const bytes: number[] = [];
  for (const { value } of parts) if (value.type === 'bytes') for (const byte of value.value) bytes.push(byte);
  return { type: 'bytes', value: Uint8Array.from(bytes) };
}

/// Neighbouring text becomes one Constant; empty text goes.
export function foldConstants(values: readonly Expr[]): Expr[] {
  const folded: Expr[] = [];
  let run: Constant[] = [];
  const flush = (): void => {
    if (run.length === 0) return;
    const start = run[0]!;
    const end = run[run.length - 1]!;
    const value = joinConstants(run);
    if (value.type === 'str' && value.value !== '') {
      folded.push(place({ kind: 'Constant', value, literal_kind: start.literal_kind }, start, end));
    }
    run = [];
  };
  for (const value of values) {
    if (value.kind === 'Constant') {
      run.push(value);
    } else {
      flush();
      folded.push(value);
    }
  }
  flush();
  return folded;
}

/// 3.11: the parts of an f-string have no places of their own, only that of the whole concatenation. (But a format
/// spec, and the text at its end, have that of its token.)
export function widen(values: readonly Expr[], start: Position, end: Position, isSpec = false): Expr[] {
  return values.map((value, i) => {
    if (isSpec && value.kind === 'Constant' && i === values.length - 1) return value;
    const span = place({}, start, end);
    if (value.kind !== 'FormattedValue' || value.format_spec?.kind !== 'JoinedStr') return { ...value, ...span };
    const format_spec = { ...value.format_spec, values: widen(value.format_spec.values, start, end, true) };
    return { ...value, format_spec, ...span };
  });
}
