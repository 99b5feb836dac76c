/// The codecs utf-16 and utf-32, in either byte order (CPython 3.14 Objects/unicodeobject.c _PyUnicode_EncodeUTF16, DecodeUTF32).

export interface WideCodec {
  readonly unit: 2 | 4;
  /// undefined: the machine's order, after a byte order mark.
  readonly bigEndian: boolean | undefined;
}

export const WIDE_CODECS: Readonly<Record<string, WideCodec>> = {
  'utf-16': { unit: 2, bigEndian: undefined }, 'utf-16-le': { unit: 2, bigEndian: false }, 'utf-16-be': { unit: 2, bigEndian: true },
  'utf-32': { unit: 4, bigEndian: undefined }, 'utf-32-le': { unit: 4, bigEndian: false }, 'utf-32-be': { unit: 4, bigEndian: true }
};

const MARK = 0xfeff;

export function pushWide(out: number[], { unit, bigEndian }: WideCodec, code: number): void {
  if (unit === 2 && code > 0xffff) {
    pushWide(out, { unit, bigEndian }, 0xd800 + ((code - 0x10000) >> 10));
    pushWide(out, { unit, bigEndian }, 0xdc00 + ((code - 0x10000) & 0x3ff));
    return;
  }
  for (let i = 0; i < unit; i++) out.push((code >>> (8 * (bigEndian === true ? unit - 1 - i : i))) & 255);
}

/// What stands before the text.
export function pushMark(out: number[], codec: WideCodec): void {
  if (codec.bigEndian === undefined) pushWide(out, codec, MARK);
}

/// Calls `emit` with each code point, `fail` with the end and the reason of what is none; it returns where to go on.
export function decodeWide(bytes: Uint8Array, codec: WideCodec, emit: (code: number) => void, fail: (start: number, end: number, reason: string) => void): void {
  const { unit } = codec;
  let big = codec.bigEndian === true;
  const read = (at: number): number => {
    let value = 0;
    for (let i = 0; i < unit; i++) value = value * 256 + bytes[at + (big ? i : unit - 1 - i)]!;
    return value;
  };
  const isMarked = (order: boolean): boolean => {
    big = order;
    return read(0) === MARK;
  };
  let at = 0;
  if (codec.bigEndian === undefined && bytes.length >= unit) {
    if (isMarked(true) || isMarked(false)) at = unit;
  }
  while (at < bytes.length) {
    if (at + unit > bytes.length) return fail(at, bytes.length, 'truncated data');
    const code = read(at);
    if (unit === 4) {
      if (code > 0x10ffff) fail(at, at + 4, 'code point not in range(0x110000)');
      else if (code >= 0xd800 && code < 0xe000) fail(at, at + 4, 'code point in surrogate code point range(0xd800, 0xe000)');
      else emit(code);
    } else if (code < 0xd800 || code > 0xdfff) {
      emit(code);
    } else if (code > 0xdbff) {
      fail(at, at + 2, 'illegal encoding');
    } else if (at + 4 > bytes.length) {
      return fail(at, bytes.length, 'unexpected end of data');
    } else {
      const low = read(at + 2);
      if (low < 0xdc00 || low > 0xdfff) {
        fail(at, at + 2, 'illegal UTF-16 surrogate');
      } else {
        emit(0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00));
        at += 2;
      }
    }
    at += unit;
  }
}
