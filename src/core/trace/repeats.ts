/// Text without its repetitions: what a loop or a function does again is told again almost letter by letter. A repetition
/// becomes a mark that says how long it is, and how many characters before it began (LZ77); all else stands as it is.
///
/// There are two kinds of text: numbers in digits, which leave many characters free to be marks, and words, where a `~` of their
/// own is `~A`, and only ASCII is repeated, so that no character is cut in halves.
import { DigitReader, number } from './digits';

/// The repetition's length follows, from 4 on.
const LONG = '~';
/// Repetitions of 4, 5, ... characters, where no digits and no `.` stand for themselves.
const MARKS = '!#$%()*,-:;=?@[]^_{|}';
/// Shorter repetitions stay: the mark and its numbers take as much.
const LEAST = 4;
/// Earlier places that are tried for each place.
const TRIES = 48;
const ASCII = 128;

/// Lengths by the marks' character codes; 0 = no mark.
const LENGTHS = new Uint8Array(ASCII);
for (let i = 0; i < MARKS.length; i++) LENGTHS[MARKS.charCodeAt(i)] = LEAST + i;

/// A text of digits and `.`, short.
export function withoutRepeats(text: string): string {
  return shorten(text, '', (length, distance) => {
    const mark = MARKS[length - LEAST];
    return mark === undefined ? LONG + number(distance) + number(length - LEAST) : mark + number(distance);
  });
}

/// Words, short: repetitions of what stands in `before` too.
export function wordsWithoutRepeats(text: string, before: string): string {
  return shorten(text, before, (length, distance) => LONG + number(distance) + number(length - LEAST));
}

function shorten(text: string, before: string, token: (length: number, distance: number) => string): string {
  const pieces: string[] = [];
  const whole = before + text;
  const codes = new Uint16Array(whole.length);
  for (let i = 0; i < codes.length; i++) codes[i] = whole.charCodeAt(i);
  /// Where the next characters stood last, and for each place the one before.
  const last = new Map<number, number>();
  const earlier = new Int32Array(codes.length);
  const keyAt = (at: number): number => (codes[at]! << 24) ^ (codes[at + 1]! << 16) ^ (codes[at + 2]! << 8) ^ codes[at + 3]!;
  const enter = (at: number): void => {
    const key = keyAt(at);
    earlier[at] = last.get(key) ?? -1;
    last.set(key, at);
  };
  for (let at = 0; at < before.length; at++) enter(at);
  for (let at = before.length; at < codes.length;) {
    let longest = 0;
    let from = 0;
    let place = last.get(keyAt(at)) ?? -1;
    for (let tries = 0; tries < TRIES && place >= 0; tries++, place = earlier[place]!) {
      let length = 0;
      while (at + length < codes.length && codes[at + length]! < ASCII && codes[place + length] === codes[at + length]) length++;
      if (length > longest) {
        longest = length;
        from = place;
      }
    }
    const short = longest < LEAST ? '' : token(longest, at - from);
    const taken = short !== '' && longest > short.length ? longest : 1;
    const itself = whole[at]!;
    pieces.push(taken > 1 ? short : itself === LONG ? LONG + number(0) : itself);
    for (let i = 0; i < taken; i++) enter(at + i);
    at += taken;
  }
  return pieces.join('');
}

/// The text that `withoutRepeats` was given; undefined if it was given none, or one of more characters than `most`.
export function withRepeats(text: string, most: number): string | undefined {
  return result(lengthen(text, most, '', false));
}

/// The same in portions.
export function takingRepeats(text: string, most: number): InPortions<string | undefined> {
  return lengthen(text, most, '', false);
}

/// The same of `wordsWithoutRepeats`, with what was `before` there.
export function wordsWithRepeats(text: string, most: number, before: string): string | undefined {
  return result(lengthen(text, most, before, true));
}

export type InPortions<T> = Generator<undefined, T, undefined>;

function result<T>(work: InPortions<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/// Characters read, and written, between two portions.
const READ = 1 << 15;
const WRITTEN = 1 << 18;

function* lengthen(text: string, most: number, before: string, isWords: boolean): InPortions<string | undefined> {
  let codes = new Uint16Array(before.length + Math.min(most, 4 * text.length + 64));
  let length = before.length;
  const end = before.length + most;
  for (let i = 0; i < length; i++) codes[i] = before.charCodeAt(i);
  const reserve = (more: number): boolean => {
    if (length + more > end) return false;
    if (length + more > codes.length) {
      const larger = new Uint16Array(Math.min(end, Math.max(2 * codes.length, length + more)));
      larger.set(codes);
      codes = larger;
    }
    return true;
  };
  let due = READ;
  for (let at = 0; at < text.length;) {
    if (at > due) {
      due = at + READ;
      yield;
    }
    const code = text.charCodeAt(at);
    const known = code < ASCII && !isWords ? LENGTHS[code]! : 0;
    if (known === 0 && text[at] !== LONG) {
      if ((code >= ASCII && !isWords) || !reserve(1)) return undefined;
      codes[length++] = code;
      at++;
      continue;
    }
    const numbers = new DigitReader(text, at + 1);
    const distance = numbers.next();
    if (distance === 0 && isWords && reserve(1)) {
      codes[length++] = code;
    } else {
      const size = known || numbers.next() + LEAST;
      if (!(distance >= 1 && distance <= length && Number.isSafeInteger(size)) || !reserve(size)) return undefined;
      // One by one: a repetition may overlap what it repeats.
      for (let i = 0; i < size; i++, length++) codes[length] = codes[length - distance]!;
    }
    at = numbers.position;
  }
  let whole = '';
  for (let at = before.length; at < length; at += PORTION) {
    whole += String.fromCharCode(...codes.subarray(at, Math.min(length, at + PORTION)));
    if (at % WRITTEN < PORTION) yield;
  }
  return whole;
}

/// Arguments of one call.
const PORTION = 8192;
