/// Timsort with CPython's comparisons, in CPython's order (Objects/listobject.c, Objects/listsort.txt).
///
/// It sorts an array of elements; what an element stands for, only `less` knows. If `less` throws, the array holds
/// all elements still, in some order.

export type Less = (a: number, b: number) => boolean;

const MIN_GALLOP = 7;
const MAX_MINRUN = 64;

interface Run {
  start: number;
  length: number;
  power: number;
}

export class Timsort {
  private readonly pending: Run[] = [];
  private minGallop = MIN_GALLOP;

  /// `equalRuns`: a descending run may hold equal elements (3.13+).
  constructor(private readonly a: Int32Array, private readonly less: Less, private readonly equalRuns: boolean) {}

  sort(): void {
    let remaining = this.a.length;
    if (remaining < 2) return;
    const minrun = computeMinrun(remaining);
    let start = 0;
    do {
      let n = this.equalRuns ? this.countRun(start, remaining) : this.countStrictRun(start, remaining);
      if (n < minrun) {
        const forced = Math.min(remaining, minrun);
        this.binarySort(start, forced, n);
        n = forced;
      }
      this.foundNewRun(n);
      this.pending.push({ start, length: n, power: 0 });
      start += n;
      remaining -= n;
    } while (remaining > 0);
    this.mergeForceCollapse();
  }

  /// Makes the run at `lo` ascending and returns its length (3.13+ count_run).
  private countRun(lo: number, remaining: number): number {
    const { a, less } = this;
    let n = 1;
    while (n < remaining && !less(a[lo + n]!, a[lo + n - 1]!)) n++;
    if (n === remaining) return n;
    if (n > 1) {
      if (less(a[lo]!, a[lo + n - 1]!)) return n;
      this.reverse(lo, n);
    }
    n++;
    let equal = 0;
    const reverseEqual = (): void => {
      if (equal > 0) this.reverse(lo + n - equal - 1, equal + 1);
      equal = 0;
    };
    for (; n < remaining; n++) {
      if (less(a[lo + n]!, a[lo + n - 1]!)) reverseEqual();
      else if (less(a[lo + n - 1]!, a[lo + n]!)) break;
      else equal++;
    }
    reverseEqual();
    this.reverse(lo, n);
    while (n < remaining && !less(a[lo + n]!, a[lo + n - 1]!)) n++;
    return n;
  }

  /// The same up to 3.12: a descending run is strictly so.
  private countStrictRun(lo: number, remaining: number): number {
    const { a, less } = this;
    if (remaining === 1) return 1;
    const descending = less(a[lo + 1]!, a[lo]!);
    let n = 2;
    while (n < remaining && less(a[lo + n]!, a[lo + n - 1]!) === descending) n++;
    if (descending) this.reverse(lo, n);
    return n;
  }

  private reverse(start: number, length: number): void {
    this.a.subarray(start, start + length).reverse();
  }

  /// Sorts a[lo, lo + n), of which the first `ok` elements are sorted (binarysort).
  private binarySort(lo: number, n: number, ok: number): void {
    const { a, less } = this;
    for (; ok < n; ok++) {
      const pivot = a[lo + ok]!;
      let left = 0;
      let right = ok;
      while (left < right) {
        const middle = (left + right) >> 1;
        if (less(pivot, a[lo + middle]!)) right = middle;
        else left = middle + 1;
      }
      a.copyWithin(lo + left + 1, lo + left, lo + ok);
      a[lo + left] = pivot;
    }
  }

  /// Merges runs that lie deeper in the tree of merges than the run found now (found_new_run).
  private foundNewRun(n: number): void {
    const pending = this.pending;
    const last = pending[pending.length - 1];
    if (last === undefined) return;
    const power = powerloop(last.start, last.length, n, this.a.length);
    while (pending.length > 1 && pending[pending.length - 2]!.power > power) this.mergeAt(pending.length - 2);
    pending[pending.length - 1]!.power = power;
  }

  private mergeForceCollapse(): void {
    const pending = this.pending;
    while (pending.length > 1) {
      let n = pending.length - 2;
      if (n > 0 && pending[n - 1]!.length < pending[n + 1]!.length) n--;
      this.mergeAt(n);
    }
  }

  private mergeAt(i: number): void {
    const a = this.a;
    const first = this.pending[i]!;
    const second = this.pending[i + 1]!;
    let startA = first.start;
    let na = first.length;
    const startB = second.start;
    let nb = second.length;
    first.length = na + nb;
    this.pending.splice(i + 1, 1);
    const k = this.gallopRight(a[startB]!, a, startA, na, 0);
    startA += k;
    na -= k;
    if (na === 0) return;
    nb = this.gallopLeft(a[startA + na - 1]!, a, startB, nb, nb - 1);
    if (nb <= 0) return;
    if (na <= nb) this.mergeLo(startA, na, startB, nb);
    else this.mergeHi(startA, na, startB, nb);
  }

  /// Where `key` belongs in a[base, base + n): left of what equals it (gallop_left).
  private gallopLeft(key: number, a: Int32Array, base: number, n: number, hint: number): number {
    const less = this.less;
    let last = 0;
    let ofs = 1;
    if (less(a[base + hint]!, key)) {
      const max = n - hint;
      while (ofs < max && less(a[base + hint + ofs]!, key)) {
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      if (ofs > max) ofs = max;
      last += hint;
      ofs += hint;
    } else {
      const max = hint + 1;
      while (ofs < max && !less(a[base + hint - ofs]!, key)) {
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      if (ofs > max) ofs = max;
      const k = last;
      last = hint - ofs;
      ofs = hint - k;
    }
    last++;
    while (last < ofs) {
      const middle = last + ((ofs - last) >> 1);
      if (less(a[base + middle]!, key)) last = middle + 1;
      else ofs = middle;
    }
    return ofs;
  }

  /// The same, right of what equals it (gallop_right).
  private gallopRight(key: number, a: Int32Array, base: number, n: number, hint: number): number {
    const less = this.less;
    let last = 0;
    let ofs = 1;
    if (less(key, a[base + hint]!)) {
      const max = hint + 1;
      while (ofs < max && less(key, a[base + hint - ofs]!)) {
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      if (ofs > max) ofs = max;
      const k = last;
      last = hint - ofs;
      ofs = hint - k;
    } else {
      const max = n - hint;
      while (ofs < max && !less(key, a[base + hint + ofs]!)) {
        last = ofs;
        ofs = ofs * 2 + 1;
      }
      if (ofs > max) ofs = max;
      last += hint;
      ofs += hint;
    }
    last++;
    while (last < ofs) {
      const middle = last + ((ofs - last) >> 1);
      if (less(key, a[base + middle]!)) ofs = middle;
      else last = middle + 1;
    }
    return ofs;
  }

  /// Merges two neighbouring runs from the left; the first is the shorter one (merge_lo).
  private mergeLo(startA: number, na: number, startB: number, nb: number): void {
    const { a, less } = this;
    const temp = a.slice(startA, startA + na);
    let from = 0;
    let dest = startA;
    let b = startB;
    const end = startB + nb;
    try {
      a[dest++] = a[b++]!;
      if (b === end) return;
      if (na === 1) return;
      let minGallop = this.minGallop;
      for (;;) {
        let countA = 0;
        let countB = 0;
        do {
          if (less(a[b]!, temp[from]!)) {
            a[dest++] = a[b++]!;
            countB++;
            countA = 0;
            if (b === end) return;
          } else {
            a[dest++] = temp[from++]!;
            countA++;
            countB = 0;
            if (from === na - 1) return;
          }
        } while (countA < minGallop && countB < minGallop);
        minGallop++;
        do {
          if (minGallop > 1) minGallop--;
          this.minGallop = minGallop;
          countA = this.gallopRight(a[b]!, temp, from, na - from, 0);
          a.set(temp.subarray(from, from + countA), dest);
          dest += countA;
          from += countA;
          if (countA > 0 && from >= na - 1) return;
          a[dest++] = a[b++]!;
          if (b === end) return;
          countB = this.gallopLeft(temp[from]!, a, b, end - b, 0);
          a.copyWithin(dest, b, b + countB);
          dest += countB;
          b += countB;
          if (b === end) return;
          a[dest++] = temp[from++]!;
          if (from === na - 1) return;
        } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
        minGallop++;
        this.minGallop = minGallop;
      }
    } finally {
      // What is left of the second run comes before what is left of the first, of which all but the last element
      // are gone unless the second run is used up or `less` threw.
      if (from === na - 1) {
        a.copyWithin(dest, b, end);
        a[end - 1] = temp[from]!;
      } else {
        a.set(temp.subarray(from), dest);
      }
    }
  }

  /// Merges two neighbouring runs from the right; the second is the shorter one (merge_hi).
  private mergeHi(startA: number, na: number, startB: number, nb: number): void {
    const { a, less } = this;
    const temp = a.slice(startB, startB + nb);
    let from = nb - 1;
    let dest = startB + nb - 1;
    let last = startA + na - 1;
    try {
      a[dest--] = a[last--]!;
      if (last < startA) return;
      if (nb === 1) return;
      let minGallop = this.minGallop;
      for (;;) {
        let countA = 0;
        let countB = 0;
        do {
          if (less(temp[from]!, a[last]!)) {
            a[dest--] = a[last--]!;
            countA++;
            countB = 0;
            if (last < startA) return;
          } else {
            a[dest--] = temp[from--]!;
            countB++;
            countA = 0;
            if (from === 0) return;
          }
        } while (countA < minGallop && countB < minGallop);
        minGallop++;
        do {
          if (minGallop > 1) minGallop--;
          this.minGallop = minGallop;
          const lengthA = last - startA + 1;
          countA = lengthA - this.gallopRight(temp[from]!, a, startA, lengthA, lengthA - 1);
          dest -= countA;
          last -= countA;
          a.copyWithin(dest + 1, last + 1, last + 1 + countA);
          if (last < startA) return;
          a[dest--] = temp[from--]!;
          if (from === 0) return;
          countB = from + 1 - this.gallopLeft(a[last]!, temp, 0, from + 1, from);
          dest -= countB;
          from -= countB;
          a.set(temp.subarray(from + 1, from + 1 + countB), dest + 1);
          if (countB > 0 && from <= 0) return;
          a[dest--] = a[last--]!;
          if (last < startA) return;
        } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
        minGallop++;
        this.minGallop = minGallop;
      }
    } finally {
      if (from === 0) {
        a.copyWithin(startA + 1, startA, last + 1);
        a[startA] = temp[0]!;
      } else {
        a.set(temp.subarray(0, from + 1), last + 1);
      }
    }
  }
}

/// Runs are made at least this long, so that their number is just below a power of two (merge_compute_minrun).
function computeMinrun(n: number): number {
  let odd = 0;
  while (n >= MAX_MINRUN) {
    odd |= n & 1;
    n >>= 1;
  }
  return n + odd;
}

/// Depth of the node in the tree of merges that joins two neighbouring runs (powerloop).
function powerloop(start: number, n1: number, n2: number, n: number): number {
  let power = 0;
  let a = 2 * start + n1;
  let b = a + n1 + n2;
  for (;;) {
    power++;
    if (a >= n) {
      a -= n;
      b -= n;
    } else if (b >= n) {
      return power;
    }
    a *= 2;
    b *= 2;
  }
}
