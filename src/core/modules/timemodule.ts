/// The module `time`. NOT-CPYTHON: the core has no clock, so that the same program always does the same. Time stands
/// still but for a microsecond each time somebody looks, and sleep() moves it on and returns at once.
import { floatValue, isFloat, newFloat } from '../objects/float';
import { indexNumber } from '../objects/abstract';
import { newBigInt, newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import type { Ptr } from '../memory/ram';
import type { NativeMethod } from '../objects/typeobject';
import type { ModuleSpec } from './module';

/// 2026-01-01 00:00:00 UTC.
const START = 1767225600;
const TICK = 1e-6;

/// Seconds since start, a machine.
const elapsed = new WeakMap<Interp, number>();

function advance(it: Interp, seconds: number): number {
  const now = (elapsed.get(it) ?? 0) + seconds;
  elapsed.set(it, now);
  return now;
}

function sleep(it: Interp, p: Ptr): void {
  const seconds = isFloat(it, p) ? floatValue(it, p) : indexNumber(it, p);
  if (seconds < 0) it.valueError('sleep length must be non-negative');
  advance(it, seconds);
}

const clock = (start: number): NativeMethod => ({ kind: 'noargs', fn: it => newFloat(it, start + advance(it, TICK)) });
const nanoseconds = (start: number): NativeMethod => ({ kind: 'noargs', fn: it => newInt(it, start * 1e9 + Math.round(advance(it, TICK) * 1e9)) });

export const timeModule: ModuleSpec = {
  name: 'time',
  functions: {
    time: clock(START),
    time_ns: { kind: 'noargs', fn: it => newBigInt(it, BigInt(Math.round((START + advance(it, TICK)) * 1e6)) * 1000n) },
    perf_counter: clock(0),
    perf_counter_ns: nanoseconds(0),
    monotonic: clock(0),
    monotonic_ns: nanoseconds(0),
    process_time: clock(0),
    process_time_ns: nanoseconds(0),
    sleep: {
      kind: 'o',
      fn: (it, _self, p) => {
        sleep(it, p);
        return it.singletons.none;
      }
    }
  }
};
