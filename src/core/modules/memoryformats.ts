/// The items of a memoryview by their format (CPython 3.14 Objects/memoryobject.c unpack_single, pack_single).
import type { Ptr } from '../memory/ram';
import { isTrue } from '../objects/abstract';
import { bytesView, isBytes, newFreshBytes } from '../objects/bytes';
import { newFloat, floatValue } from '../objects/float';
import { bigValue, isInt, newBigInt, newInt } from '../objects/int';
import type { Interp } from '../objects/interp';

interface Format {
  readonly size: number;
  readonly get: (it: Interp, data: DataView, at: number) => Ptr;
  /// False: the value is of the right type but does not fit.
  readonly set: (it: Interp, data: DataView, at: number, value: Ptr) => boolean;
}

const badType = (it: Interp, format: string): never => it.typeError(`memoryview: invalid type for format '${format}'`);

function integer(format: string, size: number, signed: boolean): Format {
  const bits = BigInt(8 * size);
  const low = signed ? -(1n << (bits - 1n)) : 0n;
  const high = low + (1n << bits);
  return {
    size,
    get: (it, data, at) => {
      if (size === 8) return newBigInt(it, signed ? data.getBigInt64(at, true) : data.getBigUint64(at, true));
      if (size === 4) return newInt(it, signed ? data.getInt32(at, true) : data.getUint32(at, true));
      if (size === 2) return newInt(it, signed ? data.getInt16(at, true) : data.getUint16(at, true));
      return newInt(it, signed ? data.getInt8(at) : data.getUint8(at));
    },
    set: (it, data, at, value) => {
      const index = isInt(it, value) ? value : it.typeOf(value).slots.nbIndex?.(it, value);
      const n = index === undefined ? badType(it, format) : bigValue(it, index);
      if (n < low || n >= high) return false;
      for (let i = 0; i < size; i++) data.setUint8(at + i, Number((n >> BigInt(8 * i)) & 255n));
      return true;
    }
  };
}

function real(format: string, size: 4 | 8): Format {
  return {
    size,
    get: (it, data, at) => newFloat(it, size === 4 ? data.getFloat32(at, true) : data.getFloat64(at, true)),
    set: (it, data, at, value) => {
      const type = it.typeOf(value);
      const n = type.isSubtypeOf(it.types.float) ? floatValue(it, value) : isInt(it, value) ? Number(bigValue(it, value)) : badType(it, format);
      if (size === 4) data.setFloat32(at, n, true);
      else data.setFloat64(at, n, true);
      return true;
    }
  };
}

export const FORMATS: Readonly<Record<string, Format>> = {
  ...Object.fromEntries(([['b', 1], ['h', 2], ['i', 4], ['l', 8], ['q', 8], ['n', 8]] as const).flatMap(([c, size]) =>
    [[c, integer(c, size, true)], [c.toUpperCase(), integer(c.toUpperCase(), size, false)]])),
  P: integer('P', 8, false),
  f: real('f', 4),
  d: real('d', 8),
  '?': {
    size: 1,
    get: (it, data, at) => it.bool(data.getUint8(at) !== 0),
    set: (it, data, at, value) => {
      data.setUint8(at, isTrue(it, value) ? 1 : 0);
      return true;
    }
  },
  c: {
    size: 1,
    get: (it, data, at) => newFreshBytes(it, Uint8Array.of(data.getUint8(at))),
    set: (it, data, at, value) => {
      if (!isBytes(it, value)) badType(it, 'c');
      const bytes = bytesView(it, value);
      if (bytes.length !== 1) return false;
      data.setUint8(at, bytes[0]!);
      return true;
    }
  }
};
