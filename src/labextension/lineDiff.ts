/// Two texts line by line, side by side.

export interface DiffRow {
  /// undefined: the line is missing on that side.
  readonly left: string | undefined;
  readonly right: string | undefined;
  /// `address`: they differ in addresses only, as they do from run to run.
  readonly kind: 'same' | 'address' | 'different';
}

/// Steps of the comparison; past it, what lies between the common beginning and end is paired as it comes.
const MOST_STEPS = 4_000_000;

const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
const withoutAddresses = (line: string): string => line.replace(/0x[0-9a-fA-F]{6,}/g, '0x…');

export function diffLines(left: string, right: string): DiffRow[] {
  const [a, b] = [linesOf(left), linesOf(right)];
  const [keysA, keysB] = [a.map(withoutAddresses), b.map(withoutAddresses)];
  let begin = 0;
  while (begin < a.length && begin < b.length && keysA[begin] === keysB[begin]) begin++;
  let end = 0;
  while (end < a.length - begin && end < b.length - begin && keysA[a.length - 1 - end] === keysB[b.length - 1 - end]) end++;
  const rows: DiffRow[] = [];
  const same = (i: number, j: number): void => void rows.push({ left: a[i], right: b[j], kind: a[i] === b[j] ? 'same' : 'address' });
  for (let i = 0; i < begin; i++) same(i, i);
  let [i, j] = [begin, begin];
  const differ = (toA: number, toB: number): void => {
    for (; i < toA || j < toB; ) rows.push({ left: i < toA ? a[i++] : undefined, right: j < toB ? b[j++] : undefined, kind: 'different' });
  };
  for (const [atA, atB] of commonLines(keysA.slice(begin, a.length - end), keysB.slice(begin, b.length - end))) {
    differ(begin + atA, begin + atB);
    same(i++, j++);
  }
  differ(a.length - end, b.length - end);
  for (; i < a.length; i++, j++) same(i, j);
  return rows;
}

/// Pairs of indices of a longest common subsequence.
function commonLines(a: readonly string[], b: readonly string[]): [number, number][] {
  if (a.length * b.length > MOST_STEPS) return [];
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = a[i] === b[j] ? lengths[(i + 1) * width + j + 1]! + 1 : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
}
