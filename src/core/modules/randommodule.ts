/// `_random`: the Mersenne Twister (CPython 3.14 Modules/_randommodule.c). A generator's state is kept by the host, by
/// the number that new() gives.
/// NOT-CPYTHON: unseeded generators all start alike, so that the same program always does the same.
import { indexNumber } from '../objects/abstract';
import type { Ptr } from '../memory/ram';
import { newFloat } from '../objects/float';
import { bigValue, isInt, newBigInt, newInt } from '../objects/int';
import { maxBits } from '../objects/intops';
import type { Interp } from '../objects/interp';
import { tupleSteal, tupleToArray } from '../objects/tuple';
import type { ModuleSpec } from './module';

const N = 624;
const M = 397;

class MersenneTwister {
  private readonly state = new Uint32Array(N);
  private index = N;

  /// The words and the index, as Random.getstate() tells them.
  get words(): number[] {
    return [...this.state, this.index];
  }
  set words(values: readonly number[]) {
    this.state.set(values.slice(0, N));
    this.index = values[N]!;
  }

  private initGenrand(seed: number): void {
    const mt = this.state;
    mt[0] = seed;
    for (let i = 1; i < N; i++) mt[i] = Math.imul(1812433253, mt[i - 1]! ^ (mt[i - 1]! >>> 30)) + i;
    this.index = N;
  }

  /// init_by_array
  seed(key: readonly number[]): void {
    const mt = this.state;
    this.initGenrand(19650218);
    let i = 1;
    let j = 0;
    for (let k = Math.max(N, key.length); k > 0; k--) {
      mt[i] = (mt[i]! ^ Math.imul(mt[i - 1]! ^ (mt[i - 1]! >>> 30), 1664525)) + key[j]! + j;
      if (++i >= N) {
        mt[0] = mt[N - 1]!;
        i = 1;
      }
      if (++j >= key.length) j = 0;
    }
    for (let k = N - 1; k > 0; k--) {
      mt[i] = (mt[i]! ^ Math.imul(mt[i - 1]! ^ (mt[i - 1]! >>> 30), 1566083941)) - i;
      if (++i >= N) {
        mt[0] = mt[N - 1]!;
        i = 1;
      }
    }
    mt[0] = 0x80000000;
  }

  private refill(): void {
    const mt = this.state;
    for (let k = 0; k < N; k++) {
      const y = (mt[k]! & 0x80000000) | (mt[(k + 1) % N]! & 0x7fffffff);
      mt[k] = mt[(k + M) % N]! ^ (y >>> 1) ^ ((y & 1) === 0 ? 0 : 0x9908b0df);
    }
    this.index = 0;
  }

  /// 32 random bits (genrand_uint32).
  next(): number {
    if (this.index >= N) this.refill();
    let y = this.state[this.index++]!;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /// [0, 1) with 53 bits.
  random(): number {
    const a = this.next() >>> 5;
    const b = this.next() >>> 6;
    return (a * 67108864 + b) / 9007199254740992;
  }

  bits(k: number): bigint {
    let result = 0n;
    for (let shift = 0; shift < k; shift += 32) {
      const word = this.next();
      result |= BigInt(k - shift >= 32 ? word : word >>> (32 - (k - shift))) << BigInt(shift);
    }
    return result;
  }
}

const generators = new WeakMap<Interp, MersenneTwister[]>();

const generator = (it: Interp, p: Ptr): MersenneTwister =>
  generators.get(it)?.[indexNumber(it, p)] ?? it.valueError('there is no such generator');

function make(it: Interp): number {
  const known = generators.get(it) ?? [];
  generators.set(it, known);
  return known.push(new MersenneTwister()) - 1;
}

function words(value: bigint): number[] {
  const key: number[] = [];
  for (let rest = value; rest > 0n || key.length === 0; rest >>= 32n) key.push(Number(rest & 0xffffffffn));
  return key;
}

export const randomModule: ModuleSpec = {
  name: '_random',
  functions: {
    new: { kind: 'noargs', fn: it => newInt(it, make(it)) },
    seed: {
      kind: 'fastcall', min: 2, max: 2,
      fn: (it, _self, args) => {
        if (!isInt(it, args[1]!)) it.typeError('the seed must be an int');
        generator(it, args[0]!).seed(words(bigValue(it, args[1]!)));
        return it.singletons.none;
      }
    },
    getstate: { kind: 'o', fn: (it, _self, p) => tupleSteal(it, generator(it, p).words.map(word => newInt(it, word))) },
    setstate: {
      kind: 'fastcall', min: 2, max: 2,
      fn: (it, _self, args) => {
        if (it.typeOf(args[1]!) !== it.types.tuple) it.typeError('state vector must be a tuple');
        const words = tupleToArray(it, args[1]!).map(word => indexNumber(it, word));
        if (words.length !== N + 1) it.valueError('state vector is the wrong size');
        generator(it, args[0]!).words = words;
        return it.singletons.none;
      }
    },
    random: { kind: 'o', fn: (it, _self, p) => newFloat(it, generator(it, p).random()) },
    getrandbits: {
      kind: 'fastcall', min: 2, max: 2,
      fn: (it, _self, args) => {
        const k = indexNumber(it, args[1]!);
        if (k > maxBits(it)) it.noMemory();
        return newBigInt(it, generator(it, args[0]!).bits(k));
      }
    }
  }
};
