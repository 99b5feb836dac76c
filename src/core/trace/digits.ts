/// Whole numbers as characters: base 64 with continuation bits, as in source maps.

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/// Values of the digits by character code; -1 = no digit.
const VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < DIGITS.length; value++) VALUES[DIGITS.charCodeAt(value)] = value;

/// Bits before the first five of a number.
const CONTINUES = 32;

/// No number is larger than this times 32.
const MOST = 2 ** 45;

export const zigzag = (n: number): number => (n < 0 ? -2 * n - 1 : 2 * n);
export const unzigzag = (n: number): number => (n % 2 === 1 ? -(n + 1) / 2 : n / 2);

/// One character for 0..63.
export function digit(n: number): string {
  return DIGITS[n]!;
}

export function number(n: number): string {
  let text = '';
  for (; n >= CONTINUES; n = Math.floor(n / CONTINUES)) text += DIGITS[CONTINUES + (n % CONTINUES)]!;
  return text + DIGITS[n]!;
}

/// Reads digits and numbers. Beyond the end of the text, and for what is no digit, they are NaN.
export class DigitReader {
  constructor(private readonly text: string, private at = 0, private readonly end = text.length) {}

  get isAtEnd(): boolean {
    return this.at >= this.end;
  }

  /// Whether this character comes next; if so, it is read.
  accept(character: string): boolean {
    if (this.isAtEnd || this.text[this.at] !== character) return false;
    this.at++;
    return true;
  }

  digit(): number {
    const value = this.at < this.end ? VALUES[this.text.charCodeAt(this.at)] : undefined;
    this.at++;
    return value === undefined || value < 0 ? NaN : value;
  }

  next(): number {
    let n = 0;
    for (let unit = 1; ; unit *= CONTINUES) {
      const value = this.digit();
      n += (value % CONTINUES) * unit;
      if (!(value >= CONTINUES) || unit > MOST) return n;
    }
  }

  /// Where the next character is.
  get position(): number {
    return this.at;
  }
}
