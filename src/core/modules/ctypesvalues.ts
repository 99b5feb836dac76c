/// From Python values to the bytes of C's types and back (Modules/_ctypes/cfield.c), for ctypes objects of their own.
import { addressOf } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { index, isTrue } from '../objects/abstract';
import { bytearrayView, isBytearray } from '../objects/bytearray';
import { bytesView, isBytes, newBytes } from '../objects/bytes';
import { newFloat, toDouble } from '../objects/float';
import { asNumber, bigValue, isInt, newBigInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { isStr, newStr } from '../objects/str';

/// A character's code: bytes of length 1, or an integer.
function charCode(it: Interp, value: Ptr): number {
  const view = isBytes(it, value) ? bytesView(it, value) : isBytearray(it, value) ? bytearrayView(it, value) : undefined;
  if (view?.length === 1) return view[0]!;
  if (view === undefined && isInt(it, value)) {
    const code = asNumber(it, value);
    if (code >= 0 && code < 256) return code;
    if (it.profile.explainsCharValues) it.typeError('integer not in range(256)');
  }
  const got = view === undefined ? it.typeOf(value).name : `${it.typeOf(value).name} of length ${view.length}`;
  it.typeError(it.profile.explainsCharValues ? `one character bytes, bytearray, or an integer in range(256) expected, not ${got}` : 'one character bytes, bytearray or integer expected');
}

function wideCode(it: Interp, value: Ptr): number {
  const explains = it.profile.explainsCharValues;
  const type = it.typeOf(value).name;
  if (!isStr(it, value)) it.typeError(explains ? `a unicode character expected, not instance of ${type}` : `unicode string expected instead of ${type} instance`);
  const chars = [...it.text(value)];
  if (chars.length !== 1) it.typeError(explains ? `a unicode character expected, not a string of length ${chars.length}` : 'one character unicode string expected');
  return chars[0]!.codePointAt(0)!;
}

function double(it: Interp, value: Ptr): number {
  return toDouble(it, value) ?? it.typeError(`must be real number, not ${it.typeOf(value).name}`);
}

/// The bytes of a value as a C type of this size and kind has them; 0 = zeros.
export function encoded(it: Interp, size: number, kind: string, value: Ptr): Uint8Array {
  if (size < 1 || size > 8 || (kind === 'double' && size < 8) || (kind === 'float' && size < 4)) it.valueError(`no C type of kind ${kind} has ${size} bytes`);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const put = (n: bigint): void => {
    for (let i = 0; i < size; i++) bytes[i] = Number((n >> BigInt(8 * i)) & 0xffn);
  };
  if (value === 0) return bytes;
  switch (kind) {
    case 'double': view.setFloat64(0, double(it, value), true); break;
    case 'float': view.setFloat32(0, double(it, value), true); break;
    case 'bool': put(isTrue(it, value) ? 1n : 0n); break;
    case 'char': put(BigInt(charCode(it, value))); break;
    case 'wchar': put(BigInt(wideCode(it, value))); break;
    case 'object': put(BigInt(addressOf(value))); break;
    case 'text': put(value === it.singletons.none ? 0n : BigInt(addressOf(value))); break;
    default: {
      if (kind === 'pointer' && value === it.singletons.none) break;
      const n = it.own(index(it, value));
      put(bigValue(it, n));
      it.drop();
    }
  }
  return bytes;
}

/// The value of such bytes, for kinds that hold no addresses.
export function decoded(it: Interp, kind: string, bytes: Uint8Array): Ptr {
  const view = new DataView(bytes.buffer);
  const bits = bytes.length * 8;
  const n = bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  switch (kind) {
    case 'double': return newFloat(it, view.getFloat64(0, true));
    case 'float': return newFloat(it, view.getFloat32(0, true));
    case 'bool': return it.bool(n !== 0n);
    case 'char': return newBytes(it, bytes);
    case 'wchar': return newStr(it, String.fromCodePoint(Number(n)));
    case 'signed': return newBigInt(it, BigInt.asIntN(bits, n));
    default: return newBigInt(it, n);
  }
}
