/// Fewer lines that still diverge.

const depth = (line: string): number => line.length - line.trimStart().length;

/// The end of the block that begins at line `i`: past the deeper lines, and the clauses that go on with it.
function blockEnd(lines: readonly string[], i: number): number {
  const own = depth(lines[i]!);
  let end = i + 1;
  while (end < lines.length && (depth(lines[end]!) > own || (depth(lines[end]!) === own && /^\s*(except|finally|else|elif)\b/.test(lines[end]!)))) end++;
  return end;
}

/// Programs with `blocks` statements of one block left out.
function* withoutBlocks(lines: readonly string[], blocks: number): Generator<string[]> {
  for (let i = lines.length - 1; i >= 0; i--) {
    if (/^\s*(except|finally|else|elif)\b/.test(lines[i]!)) continue;
    let end = i;
    for (let n = 0; n < blocks && end < lines.length && depth(lines[end]!) === depth(lines[i]!); n++) end = blockEnd(lines, end);
    yield [...lines.slice(0, i), ...lines.slice(end)];
  }
}

/// Programs in which a block's body stands in its place, with or without the clauses after it.
function* unwrapped(lines: readonly string[]): Generator<string[]> {
  for (let i = 0; i < lines.length; i++) {
    const end = blockEnd(lines, i);
    if (end === i + 1) continue;
    let bodyEnd = i + 1;
    while (bodyEnd < end && depth(lines[bodyEnd]!) > depth(lines[i]!)) bodyEnd++;
    const extra = depth(lines[i + 1]!) - depth(lines[i]!);
    yield [...lines.slice(0, i), ...lines.slice(i + 1, bodyEnd).map(line => line.slice(extra)), ...lines.slice(end)];
    if (bodyEnd < end) yield [...lines.slice(0, bodyEnd), ...lines.slice(end)];
  }
}

/// How many variants are asked about at a time.
const AHEAD = 6;

/// `diverges` is asked with several variants, and says which is the first that still diverges, or -1.
async function pass(start: string[], variants: (lines: readonly string[]) => Iterable<string[]>, diverges: (variants: string[][]) => Promise<number>): Promise<string[]> {
  let lines = start;
  // The place in the order of variants at which the last one was found: what was tried before it is not tried again.
  for (let skip = 0; ; ) {
    const batch = [...variants(lines)].slice(skip, skip + AHEAD);
    if (batch.length === 0) return lines;
    const first = await diverges(batch);
    if (first < 0) {
      skip += batch.length;
    } else {
      lines = batch[first]!;
      skip = Math.max(0, skip + first - 1);
    }
  }
}

/// Greedy, from large cuts to small ones, until nothing more can go.
export async function shrink(start: readonly string[], diverges: (variants: string[][]) => Promise<number>): Promise<string[]> {
  let lines = start.filter(line => line !== '');
  for (const blocks of [32, 8, 2]) lines = await pass(lines, all => withoutBlocks(all, blocks), diverges);
  for (let before = Infinity; lines.join('\n').length < before; ) {
    before = lines.join('\n').length;
    lines = await pass(lines, all => withoutBlocks(all, 1), diverges);
    lines = await pass(lines, unwrapped, diverges);
  }
  return lines;
}
