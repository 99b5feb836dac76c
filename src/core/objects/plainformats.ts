/// Formats of the simplest kind, taken apart once: text with nothing but `%s` and `%d`, or nothing but `{}` and `{:spec}`.
/// They are filled here when the values are simple too; whatever else there is to do or to complain of is the general way's.
import type { Ptr } from '../memory/ram';
import { intValue, scratchDigit } from './int';
import type { Interp } from './interp';
import { strValue } from './str';
import { isTuple, tupleGet, tupleSize } from './tuple';

/// `texts` stand before, between and behind the fields; of each field its code or its specification.
interface PlainFormat {
  readonly texts: readonly string[];
  readonly fields: readonly string[];
}

/// Programs have few formats; at most so many are kept.
const MOST = 64;
const SPLITS = { '%': /%([sd])/, '{': /\{(?::([^{}]*))?\}/ } as const;
const REST = { '%': /%/, '{': /[{}]/ } as const;

const kept = { '%': new Map<string, PlainFormat | undefined>(), '{': new Map<string, PlainFormat | undefined>() };

/// Undefined: there is more in it than that.
function plainFormat(kind: '%' | '{', format: string): PlainFormat | undefined {
  const known = kept[kind];
  if (!known.has(format)) {
    if (known.size >= MOST) known.clear();
    known.set(format, takeApart(kind, format));
  }
  return known.get(format);
}

function takeApart(kind: '%' | '{', format: string): PlainFormat | undefined {
  const parts = format.split(SPLITS[kind]);
  const texts = parts.filter((_, i) => i % 2 === 0);
  return texts.some(text => REST[kind].test(text)) ? undefined : { texts, fields: parts.filter((_, i) => i % 2 === 1).map(field => field ?? '') };
}

/// The text of an exact int or str that goes into `%s` and, of an int, into `%d` as it is; undefined for other values.
export function plainText(it: Interp, value: Ptr, code: string): string | undefined {
  const type = it.i32[value + 3];
  if (type === it.types.str.index) return code === 's' ? strValue(it, value) : undefined;
  if (type !== it.types.int.index) return undefined;
  const n = intValue(it, value);
  if (n === 0) scratchDigit(it);
  return typeof n === 'number' ? String(n) : undefined;
}

/// `format % values`; undefined: not so simple.
export function percentPlain(it: Interp, format: string, values: Ptr): string | undefined {
  const plain = plainFormat('%', format);
  if (plain === undefined) return undefined;
  const { texts, fields } = plain;
  const isMany = isTuple(it, values);
  if (fields.length !== (isMany ? tupleSize(it, values) : 1)) return undefined;
  let out = texts[0]!;
  for (let i = 0; i < fields.length; i++) {
    const text = plainText(it, isMany ? tupleGet(it, values, i) : values, fields[i]!);
    if (text === undefined) return undefined;
    out += text + texts[i + 1]!;
  }
  return out;
}

/// `text.format(*values)`, where `formatExact` formats values that need no method; undefined: not so simple.
export function formatPlain(it: Interp, format: string, values: readonly Ptr[], formatExact: (it: Interp, value: Ptr, spec: string) => string | undefined): string | undefined {
  const plain = plainFormat('{', format);
  if (plain === undefined || plain.fields.length > values.length) return undefined;
  const { texts, fields } = plain;
  let out = texts[0]!;
  for (let i = 0; i < fields.length; i++) {
    const text = formatExact(it, values[i]!, fields[i]!);
    if (text === undefined) return undefined;
    out += text + texts[i + 1]!;
  }
  return out;
}
