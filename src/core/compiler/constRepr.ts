/// repr() of constants, for error texts and dis.
import type { Const } from './code';

/// CPython 3.14 Python/pystrtod.c float_repr_style 'r'.
function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (Object.is(value, -0)) return '-0.0';
  if (value === 0) return '0.0';
  const [mantissa, exponentText] = value.toExponential().split('e') as [string, string];
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const digits = String(Math.abs(exponent)).padStart(2, '0');
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${digits}`;
  }
  const text = exponent < 0 ? value.toFixed(Math.min(100, -exponent + mantissa.replace(/^-?\d\.?/, '').length)) : String(value);
  return text.includes('.') ? text : `${text}.0`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/// Hexadecimal digits, padded with zeros.
function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}

/// CPython 3.14 Objects/unicodeobject.c unicode_repr.
function strRepr(value: string): string {
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
  let result = quote;
  for (const character of value) {
    const code = character.codePointAt(0)!;
    if (character === quote) result += `\\${character}`;
    else if (ESCAPES[character] !== undefined) result += ESCAPES[character];
    else if (code < 32 || (code >= 127 && code < 160) || code === 173) result += `\\x${hex(code, 2)}`;
    else if (character !== ' ' && /[\p{C}\p{Z}]/u.test(character)) {
      result += code > 0xffff ? `\\U${hex(code, 8)}` : code > 0xff ? `\\u${hex(code, 4)}` : `\\x${hex(code, 2)}`;
    } else result += character;
  }
  return result + quote;
}

/// CPython 3.14 Objects/bytesobject.c PyBytes_Repr.
function bytesRepr(value: Uint8Array): string {
  const hasSingle = value.includes(39);
  const quote = hasSingle && !value.includes(34) ? '"' : "'";
  let result = `b${quote}`;
  for (const byte of value) {
    const character = String.fromCharCode(byte);
    if (character === quote) result += `\\${character}`;
    else if (ESCAPES[character] !== undefined) result += ESCAPES[character];
    else result += byte < 32 || byte >= 127 ? `\\x${hex(byte, 2)}` : character;
  }
  return result + quote;
}

/// CPython 3.14 Objects/complexobject.c complex_repr.
function complexRepr(real: number, imag: number): string {
  const part = (value: number): string => floatRepr(value).replace(/\.0$/, '');
  if (real === 0 && !Object.is(real, -0)) return `${part(imag)}j`;
  const sign = imag < 0 || Object.is(imag, -0) ? '' : '+';
  return `(${part(real)}${sign}${part(imag)}j)`;
}

/// As the guest prints it; a code object without its address.
export function constRepr(value: Const): string {
  switch (value.type) {
    case 'None':
    case 'Ellipsis':
      return value.type;
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return String(value.value);
    case 'float':
      return floatRepr(value.value);
    case 'complex':
      return complexRepr(value.real, value.imag);
    case 'str':
      return strRepr(value.value);
    case 'bytes':
      return bytesRepr(value.value);
    case 'tuple':
      return value.items.length === 1 ? `(${constRepr(value.items[0]!)},)` : `(${value.items.map(constRepr).join(', ')})`;
    case 'frozenset':
      return value.items.length === 0 ? 'frozenset()' : `frozenset({${value.items.map(constRepr).join(', ')}})`;
    case 'slice':
      return `slice(${[value.start, value.stop, value.step].map(constRepr).join(', ')})`;
    case 'code':
      return `<code object ${value.code.name}, file "${value.code.filename}", line ${value.code.firstlineno}>`;
  }
}
