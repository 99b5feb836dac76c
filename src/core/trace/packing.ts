/// Instructions as a few characters each, since five of them are in a line.
import { DigitReader, digit, number, unzigzag, zigzag } from './digits';
import type { PackedInstruction } from './payload';

/// Bits of an instruction's first digit. JUMP: not the instruction after the last one in the table. TOLD: it told operations.
/// POPS: two bits; all of them: the number follows.
const JUMP = 1;
const TOLD = 2;
const COUNTS = 4;
const POPS = 8;
const MANY = 3;
const PUSHES = 32;

/// String indices of an instruction's name and of what its argument stands for; -1 = nothing.
export type TableLine = readonly [name: number, argument: number];

export function packTable(lines: readonly TableLine[]): string {
  return lines.map(([name, argument]) => number(name) + number(argument + 1)).join('');
}

/// undefined if the text is none of `packTable`'s.
export function unpackTable(text: string): TableLine[] | undefined {
  const numbers = new DigitReader(text);
  const lines: TableLine[] = [];
  while (!numbers.isAtEnd) lines.push([numbers.next(), numbers.next() - 1]);
  return lines.flat().every(Number.isSafeInteger) ? lines : undefined;
}

/// The instruction after number `previous` of the table.
export function pack({ instruction, operations, pops, pushes, counts }: PackedInstruction, previous: number): string {
  const jump = instruction - previous - 1;
  let text = digit(
    (jump !== 0 ? JUMP : 0) | (operations > 0 ? TOLD : 0) | (counts.length > 0 ? COUNTS : 0) | (Math.min(pops, MANY) * POPS) | (pushes.length > 0 ? PUSHES : 0)
  );
  if (jump !== 0) text += number(zigzag(jump));
  if (operations > 0) text += number(operations);
  if (pops >= MANY) text += number(pops);
  pushes.forEach(({ ref, borrowed }, i) => { text += number((zigzag(ref) * 2 + (borrowed ? 1 : 0)) * 2 + (i < pushes.length - 1 ? 1 : 0)); });
  if (counts.length > 0) text += number(counts.length);
  for (const [serial, count] of counts) text += number(serial) + number(zigzag(count));
  return text;
}

/// The instructions of one step, the first after number `first`; undefined if the text is none of `pack`'s.
export function unpack(text: string, first: number): PackedInstruction[] | undefined {
  const found: PackedInstruction[] = [];
  const numbers = new DigitReader(text);
  let previous = first;
  while (!numbers.isAtEnd) {
    const head = numbers.digit();
    const instruction = previous + 1 + (head & JUMP ? unzigzag(numbers.next()) : 0);
    const operations = head & TOLD ? numbers.next() : 0;
    const few = Math.floor(head / POPS) % (MANY + 1);
    const pops = few === MANY ? numbers.next() : few;
    const pushes: { ref: number; borrowed: boolean }[] = [];
    for (let more = (head & PUSHES) !== 0; more;) {
      const n = numbers.next();
      more = n % 2 === 1;
      pushes.push({ ref: unzigzag(Math.floor(n / 4)), borrowed: Math.floor(n / 2) % 2 === 1 });
    }
    const counts: [number, number][] = [];
    for (let left = head & COUNTS ? numbers.next() : 0; left > 0 && !numbers.isAtEnd; left--) counts.push([numbers.next(), unzigzag(numbers.next())]);
    if (![head, instruction, operations, pops, ...pushes.map(({ ref }) => ref), ...counts.flat()].every(Number.isSafeInteger)) return undefined;
    found.push({ instruction, operations, pops, pushes, counts });
    previous = instruction;
  }
  return found;
}
