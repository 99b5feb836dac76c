/// The steps told so far, packed: an integer takes a byte for every 7 bits, so that an event takes about 6.
export class StepLog {
  private bytes = new Uint8Array(1024);
  private used = 0;
  /// How many steps there are.
  length = 0;

  /// Bytes that they take.
  get size(): number {
    return this.used;
  }

  /// A step with its line and its operations.
  add(line: number, ops: readonly number[]): void {
    this.length++;
    this.put(ops.length);
    this.put(line);
    for (let i = 0; i < ops.length; i++) this.put(ops[i]!);
  }

  /// The sign is the lowest bit; addresses have more than 32 bits.
  private put(n: number): void {
    if (this.used + 8 > this.bytes.length) {
      const larger = new Uint8Array(this.bytes.length * 2);
      larger.set(this.bytes);
      this.bytes = larger;
    }
    let rest = n < 0 ? -n * 2 - 1 : n * 2;
    while (rest >= 128) {
      this.bytes[this.used++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.used++] = rest;
  }

  /// The steps as the payload has them.
  unpack(): number[][] {
    const { bytes, used } = this;
    let at = 0;
    const take = (): number => {
      let value = 0;
      for (let scale = 1; ; scale *= 128) {
        const byte = bytes[at++]!;
        value += (byte & 127) * scale;
        if (byte < 128) return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
      }
    };
    const steps: number[][] = [];
    while (at < used) {
      const step = [];
      for (let left = take() + 1; left > 0; left--) step.push(take());
      steps.push(step);
    }
    return steps;
  }
}

/// What a step tells beyond so many characters, such as all that a loop has made, mostly repeats itself: this part of it is left.
const LONG_STEP = 2_000;
const LEFT_OF_IT = 1 / 4;

/// Characters of a step in the packed form, about: most of its numbers are differences there. Before repetitions are taken out, but
/// for those of a long step.
export function packedLength(line: number, ops: readonly number[]): number {
  let length = line < 16 ? 2 : 3;
  for (let i = 0; i < ops.length; i++) length += ops[i]! > -16 && ops[i]! < 16 ? 1 : 2;
  return length <= LONG_STEP ? length : LONG_STEP + (length - LONG_STEP) * LEFT_OF_IT;
}
