/// Text without its repetitions: what a loop or a function does again is told again almost letter by letter. A repetition
/// becomes `~`, how many characters before it began, and how long it is (LZ77); all else stands as it is.
import { DigitReader, number } from './digits';

const MARK = '~';
/// Shorter repetitions stay: the mark and two numbers take as much.
const LEAST = 4;
/// Earlier places that are tried for each place.
const TRIES = 48;

/// `text` must not contain `~`.
export function withoutRepeats(text: string): string {
  const pieces: string[] = [];
  /// Where the next characters stood last, and for each place the one before.
  const last = new Map<number, number>();
  const before = new Int32Array(text.length);
  const codes = Uint8Array.from(text, character => character.charCodeAt(0));
  const keyAt = (at: number): number => (codes[at]! << 24) ^ (codes[at + 1]! << 16) ^ (codes[at + 2]! << 8) ^ codes[at + 3]!;
  const enter = (at: number): void => {
    const key = keyAt(at);
    before[at] = last.get(key) ?? -1;
    last.set(key, at);
  };
  for (let at = 0; at < text.length;) {
    let longest = 0;
    let from = 0;
    let place = last.get(keyAt(at)) ?? -1;
    for (let tries = 0; tries < TRIES && place >= 0; tries++, place = before[place]!) {
      let length = 0;
      while (at + length < codes.length && codes[place + length] === codes[at + length]) length++;
      if (length > longest) {
        longest = length;
        from = place;
      }
    }
    const token = longest < LEAST ? '' : MARK + number(at - from) + number(longest - LEAST);
    const taken = longest > token.length && token !== '' ? longest : 1;
    pieces.push(taken > 1 ? token : text[at]!);
    for (let i = 0; i < taken; i++) enter(at + i);
    at += taken;
  }
  return pieces.join('');
}

/// The text that `withoutRepeats` was given; undefined if it was given none, or one of more characters than `most`.
export function withRepeats(text: string, most: number): string | undefined {
  let bytes = new Uint8Array(Math.min(most, 4 * text.length + 64));
  let length = 0;
  const reserve = (more: number): boolean => {
    if (length + more > most) return false;
    if (length + more > bytes.length) {
      const larger = new Uint8Array(Math.min(most, Math.max(2 * bytes.length, length + more)));
      larger.set(bytes);
      bytes = larger;
    }
    return true;
  };
  for (let at = 0; at < text.length;) {
    if (text[at] !== MARK) {
      const code = text.charCodeAt(at++);
      if (code > 127 || !reserve(1)) return undefined;
      bytes[length++] = code;
      continue;
    }
    const numbers = new DigitReader(text, at + 1);
    const distance = numbers.next();
    const size = numbers.next() + LEAST;
    if (!(distance >= 1 && distance <= length && Number.isSafeInteger(size)) || !reserve(size)) return undefined;
    // Byte by byte: a repetition may overlap what it repeats.
    for (let i = 0; i < size; i++, length++) bytes[length] = bytes[length - distance]!;
    at = numbers.position;
  }
  let whole = '';
  for (let at = 0; at < length; at += PORTION) whole += String.fromCharCode(...bytes.subarray(at, Math.min(length, at + PORTION)));
  return whole;
}

/// Arguments of one call.
const PORTION = 8192;
