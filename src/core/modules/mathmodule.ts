/// The module `math` (CPython 3.14 Modules/mathmodule.c).
import { index, iterate } from '../objects/abstract';
import type { Ptr } from '../memory/ram';
import { bindArguments } from '../objects/args';
import { floatValue, isFloat, newFloat } from '../objects/float';
import { asDouble, bigValue, bitLength, intFrom, intFromDouble, intValue, isInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { floatReprText } from '../objects/floatrepr';
import type { ModuleSpec } from './module';
import { dictDelItem } from '../objects/dictobject';
import { moduleDict, setModuleItem } from '../objects/module';
import { callRounding } from '../objects/special';
import { listExtend, listFrom, listToArray } from '../objects/list';
import { NB, binaryOp } from '../objects/number';
import { exp, exp2, log, log10, pow } from '../objects/power';
import { acos, asin, atan, atan2, cos, hypot, sin, tan } from '../objects/trigonometry';
import { tupleSteal } from '../objects/tuple';
import type { NativeMethod } from '../objects/typeobject';
import { cbrt, frexp, nextAfter, ulp } from './mathfloat';
import { fma } from './mathfma';
import { acosh, asinh, cosh, erf, erfc, gamma, lgamma, sinh } from './mathspecial';

/// An argument as a double (PyFloat_AsDouble).
function toDouble(it: Interp, p: Ptr): number {
  if (isFloat(it, p)) return floatValue(it, p);
  if (isInt(it, p)) return asDouble(it, p);
  const slots = it.typeOf(p).slots;
  if (slots.nbFloat === undefined && slots.nbIndex === undefined) it.typeError(`must be real number, not ${it.typeOf(p).name}`);
  const made = it.own((slots.nbFloat ?? slots.nbIndex)!(it, p));
  const value = isFloat(it, made) ? floatValue(it, made) : asDouble(it, made);
  it.drop();
  return value;
}

/// A function of doubles with C's errors: NaN from a number is a domain error, infinity a range error.
/// `expected`: what 3.14 says it wanted.
function checked(it: Interp, result: number, args: readonly number[], mayOverflow: boolean, expected = ''): Ptr {
  if (Number.isNaN(result) && !args.some(Number.isNaN)) domainError(it, args[0]!, expected);
  if (!Number.isFinite(result) && args.every(Number.isFinite)) {
    if (mayOverflow) it.raise(it.types.OverflowError, 'math range error');
    domainError(it, args[0]!, expected);
  }
  return newFloat(it, result);
}

function domainError(it: Interp, x: number, expected: string): never {
  const explains = expected !== '' && it.profile.explainsMathDomain;
  it.valueError(explains ? `expected ${expected}, got ${floatReprText(x)}` : 'math domain error');
}

const unary = (fn: (x: number) => number, mayOverflow = false, expected = ''): NativeMethod => ({
  kind: 'o',
  fn: (it, _self, p) => {
    const x = toDouble(it, p);
    return checked(it, fn(x), [x], mayOverflow, expected);
  }
});

const RANGE = 'a number in range from -1 up to 1';
const FINITE = 'a finite input';
const NO_POLE = 'a noninteger or positive integer';

const binary = (fn: (x: number, y: number) => number, mayOverflow = false): NativeMethod => ({
  kind: 'fastcall', min: 2, max: 2,
  fn: (it, _self, args) => {
    const x = toDouble(it, args[0]!);
    const y = toDouble(it, args[1]!);
    return checked(it, fn(x, y), [x, y], mayOverflow);
  }
});

const test = (fn: (x: number) => boolean): NativeMethod => ({ kind: 'o', fn: (it, _self, p) => it.bool(fn(toDouble(it, p))) });

/// floor(), ceil(), trunc(): the object's own method, else of its double.
const rounding = (special: string, fn: (x: number) => number): NativeMethod => ({
  kind: 'o',
  fn: (it, _self, p) => {
    if (!isFloat(it, p)) {
      const rounded = callRounding(it, p, special);
      if (rounded !== 0) return rounded;
    }
    const x = toDouble(it, p);
    if (Number.isNaN(x)) it.valueError('cannot convert float NaN to integer');
    if (!Number.isFinite(x)) it.raise(it.types.OverflowError, 'cannot convert float infinity to integer');
    return intFromDouble(it, fn(x));
  }
});

function bigArgument(it: Interp, p: Ptr): bigint {
  const asInt = it.own(index(it, p));
  const value = bigValue(it, asInt);
  it.drop();
  return value;
}

function fromBig(it: Interp, value: bigint): Ptr {
  const small = Number(value);
  return intFrom(it, Number.isSafeInteger(small) ? small : value);
}

const abs = (a: bigint): bigint => (a < 0n ? -a : a);

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return abs(a);
}

function isqrt(it: Interp, n: bigint): bigint {
  if (n < 0n) it.valueError('isqrt() argument must be nonnegative');
  if (n < 2n) return n;
  let x = 1n << BigInt((bitLength(n) + 1) >> 1);
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

function comb(it: Interp, n: bigint, k: bigint): bigint {
  if (n < 0n) it.valueError('n must be a non-negative integer');
  if (k < 0n) it.valueError('k must be a non-negative integer');
  if (k > n) return 0n;
  const fewer = k < n - k ? k : n - k;
  let result = 1n;
  for (let i = 0n; i < fewer; i++) result = (result * (n - i)) / (i + 1n);
  return result;
}

function perm(it: Interp, n: bigint, k: bigint): bigint {
  if (n < 0n) it.valueError('n must be a non-negative integer');
  if (k < 0n) it.valueError('k must be a non-negative integer');
  let result = k > n ? 0n : 1n;
  for (let i = 0n; i < k && result !== 0n; i++) result *= n - i;
  return result;
}

function factorial(it: Interp, p: Ptr): Ptr {
  const n = bigArgument(it, p);
  if (n < 0n) it.valueError('factorial() not defined for negative values');
  let result = 1n;
  for (let i = 2n; i <= n; i++) result *= i;
  return fromBig(it, result);
}

/// log of an int of any size, or of a double.
function logOf(it: Interp, p: Ptr, fn: (x: number) => number): number {
  const value = isInt(it, p) ? intValue(it, p) : toDouble(it, p);
  if (value <= 0) {
    if (!isInt(it, p)) domainError(it, Number(value), 'a positive input');
    it.valueError(it.profile.explainsMathDomain ? 'expected a positive input' : 'math domain error');
  }
  if (typeof value === 'number') return fn(value);
  const double = Number(value);
  if (double < Infinity) return fn(double);
  // As a number from 0.5 to 1 and a power of two; the last bit stands for those cut off.
  const power = bitLength(value);
  return fn(Number((value >> BigInt(power - 64)) | 1n) / 2 ** 64) + fn(2) * power;
}

function numbersOf(it: Interp, iterable: Ptr): number[] {
  const numbers: number[] = [];
  iterate(it, iterable, item => void numbers.push(toDouble(it, item)));
  return numbers;
}

/// Exact sum, rounded once: doubles as partial sums that do not overlap (Shewchuk).
function fsum(numbers: readonly number[]): number {
  const partials: number[] = [];
  for (let x of numbers) {
    let i = 0;
    for (let y of partials) {
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
      const high = x + y;
      const low = y - (high - x);
      if (low !== 0) partials[i++] = low;
      x = high;
    }
    partials.length = i;
    partials.push(x);
  }
  let total = partials.pop() ?? 0;
  while (partials.length > 0) {
    const x = total;
    const y = partials.pop()!;
    total = x + y;
    const low = y - (total - x);
    if (low === 0) continue;
    const next = partials[partials.length - 1];
    if (next !== undefined && ((low < 0 && next < 0) || (low > 0 && next > 0))) {
      const twice = low * 2;
      const rounded = total + twice;
      if (twice === rounded - total) total = rounded;
    }
    break;
  }
  return total;
}

function isClose(it: Interp, args: readonly Ptr[], kwnames: Ptr): boolean {
  const [first, second, relTol, absTol] = bindArguments(it, 'isclose', ['a', 'b', 'rel_tol', 'abs_tol'], { required: 2, keywordOnly: 2 }, args, kwnames);
  const a = toDouble(it, first!);
  const b = toDouble(it, second!);
  const relative = relTol === 0 ? 1e-9 : toDouble(it, relTol!);
  const absolute = absTol === 0 ? 0 : toDouble(it, absTol!);
  if (relative < 0 || absolute < 0) it.valueError('tolerances must be non-negative');
  if (a === b) return true;
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const difference = Math.abs(a - b);
  return difference <= Math.abs(relative * b) || difference <= Math.abs(relative * a) || difference <= absolute;
}

/// The product of the items, by their own `*`.
function prod(it: Interp, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const [iterable, start] = bindArguments(it, 'prod', ['', 'start'], { positionalOnly: 1, required: 1, keywordOnly: 1 }, args, kwnames);
  let total = it.own(start === 0 ? intFrom(it, 1) : it.newRef(start!));
  iterate(it, iterable!, item => {
    const at = it.held.indexOf(total);
    const product = binaryOp(it, NB.MULTIPLY, total, item);
    it.held[at] = product;
    it.decref(total);
    total = product;
  });
  return it.take();
}

const fold = (fn: (a: bigint, b: bigint) => bigint, start: bigint): NativeMethod => ({
  kind: 'fastcall', min: 0, max: Infinity,
  fn: (it, _self, args) => fromBig(it, args.reduce((total, p) => fn(total, bigArgument(it, p)), start))
});

const lcm = (a: bigint, b: bigint): bigint => (a === 0n || b === 0n ? 0n : abs((a / gcd(a, b)) * b));

/// C's fmod has the sign of the first argument, as JS's % has.
const fmod = (x: number, y: number): number => x % y;

const intPair = (fn: (it: Interp, n: bigint, k: bigint) => bigint): NativeMethod => ({
  kind: 'fastcall', min: 2, max: 2,
  fn: (it, _self, args) => fromBig(it, fn(it, bigArgument(it, args[0]!), bigArgument(it, args[1]!)))
});

export const mathModule: ModuleSpec = {
  name: 'math',
  functions: {
    acos: unary(acos, false, RANGE), acosh: unary(acosh, false, 'argument value not less than 1'), asin: unary(asin, false, RANGE), asinh: unary(asinh), atan: unary(atan),
    atan2: binary(atan2), atanh: unary(Math.atanh, false, 'a number between -1 and 1'), cbrt: unary(cbrt), cos: unary(cos, false, FINITE), cosh: unary(cosh, true),
    sin: unary(sin, false, FINITE), sinh: unary(sinh, true), tan: unary(tan, false, FINITE), tanh: unary(Math.tanh), exp: unary(exp, true),
    exp2: unary(exp2, true), expm1: unary(Math.expm1, true), log1p: unary(Math.log1p, false, 'argument value > -1'), sqrt: unary(Math.sqrt, false, 'a nonnegative input'), fabs: unary(Math.abs),
    erf: unary(erf), erfc: unary(erfc), gamma: unary(gamma, true, NO_POLE), lgamma: unary(lgamma, true, NO_POLE),
    degrees: unary(x => x * (180 / Math.PI)), radians: unary(x => x * (Math.PI / 180)),
    copysign: binary((x, y) => (Object.is(Math.sign(y), -0) || y < 0 ? -Math.abs(x) : Math.abs(x))),
    fmod: binary(fmod), pow: binary((x, y) => (x === 0 && y < 0 && y !== -Infinity ? NaN : pow(x, y)), true),
    remainder: binary((x, y) => {
      if (!Number.isFinite(y) && Number.isFinite(x)) return Number.isNaN(y) ? y : x;
      const rest = x % y;
      const half = Math.abs(y) / 2;
      const over = Math.abs(rest) > half || (Math.abs(rest) === half && Math.trunc(x / y) % 2 !== 0);
      return over ? rest - Math.sign(rest) * Math.abs(y) : rest;
    }),
    hypot: { kind: 'fastcall', min: 0, max: Infinity, fn: (it, _self, args) => newFloat(it, hypot(...args.map(p => toDouble(it, p)))) },
    dist: {
      kind: 'fastcall', min: 2, max: 2,
      fn: (it, _self, args) => {
        const [p, q] = [numbersOf(it, args[0]!), numbersOf(it, args[1]!)];
        if (p.length !== q.length) it.valueError('both points must have the same number of dimensions');
        return newFloat(it, hypot(...p.map((x, i) => x - q[i]!)));
      }
    },
    floor: rounding('__floor__', Math.floor), ceil: rounding('__ceil__', Math.ceil), trunc: rounding('__trunc__', Math.trunc),
    isfinite: test(Number.isFinite), isinf: test(x => x === Infinity || x === -Infinity), isnan: test(Number.isNaN),
    isclose: { kind: 'keywords', fn: (it, _self, args, kwnames) => it.bool(isClose(it, args, kwnames)) },
    log: {
      kind: 'fastcall', min: 1, max: 2,
      fn: (it, _self, args) => {
        const value = logOf(it, args[0]!, log);
        if (args[1] === undefined) return newFloat(it, value);
        const base = logOf(it, args[1], log);
        if (base === 0) it.raise(it.types.ZeroDivisionError, it.profile.scalars.floatDivide);
        return newFloat(it, value / base);
      }
    },
    log2: { kind: 'o', fn: (it, _self, p) => newFloat(it, logOf(it, p, Math.log2)) },
    log10: { kind: 'o', fn: (it, _self, p) => newFloat(it, logOf(it, p, log10)) },
    factorial: { kind: 'o', fn: (it, _self, p) => factorial(it, p) },
    comb: intPair(comb),
    perm: {
      kind: 'fastcall', min: 1, max: 2,
      fn: (it, _self, args) => {
        if (args[1] === undefined || args[1] === it.singletons.none) return factorial(it, args[0]!);
        return fromBig(it, perm(it, bigArgument(it, args[0]!), bigArgument(it, args[1])));
      }
    },
    isqrt: { kind: 'o', fn: (it, _self, p) => fromBig(it, isqrt(it, bigArgument(it, p))) },
    gcd: fold(gcd, 0n),
    lcm: fold(lcm, 1n),
    fsum: { kind: 'o', fn: (it, _self, p) => newFloat(it, fsum(numbersOf(it, p))) },
    prod: { kind: 'keywords', fn: (it, _self, args, kwnames) => prod(it, args, kwnames) },
    fma: {
      kind: 'fastcall', min: 3, max: 3,
      fn: (it, _self, args) => {
        const numbers = args.map(arg => toDouble(it, arg));
        const result = fma(numbers[0]!, numbers[1]!, numbers[2]!);
        if (Number.isNaN(result) && !numbers.some(Number.isNaN)) it.valueError('invalid operation in fma');
        if (!Number.isFinite(result) && numbers.every(Number.isFinite)) it.raise(it.types.OverflowError, 'overflow in fma');
        return newFloat(it, result);
      }
    },
    sumprod: {
      kind: 'fastcall', min: 2, max: 2,
      fn: (it, _self, args) => {
        const [p, q] = args.map(iterable => {
          const list = it.own(listFrom(it, []));
          listExtend(it, list, iterable);
          return listToArray(it, list);
        }) as [Ptr[], Ptr[]];
        if (p.length !== q.length) it.valueError('Inputs are not the same length');
        const exact = [...p, ...q].every(item => isInt(it, item));
        const total = exact
          ? intFrom(it, p.reduce((sum, x, i) => sum + BigInt(intValue(it, x)) * BigInt(intValue(it, q[i]!)), 0n))
          : newFloat(it, fsum(p.map((x, i) => toDouble(it, x) * toDouble(it, q[i]!))));
        it.drop(2);
        return total;
      }
    },
    nextafter: {
      kind: 'keywords',
      fn: (it, _self, args, kwnames) => {
        const [x, y, steps] = bindArguments(it, 'nextafter', ['', '', 'steps'], { positionalOnly: 2, required: 2, keywordOnly: 1 }, args, kwnames);
        const n = steps === 0 ? 1n : bigArgument(it, steps!);
        if (n < 0n) it.valueError('steps must be a non-negative integer');
        return newFloat(it, nextAfter(toDouble(it, x!), toDouble(it, y!), n));
      }
    },
    ulp: { kind: 'o', fn: (it, _self, p) => newFloat(it, ulp(toDouble(it, p))) },
    modf: {
      kind: 'o',
      fn: (it, _self, p) => {
        const x = toDouble(it, p);
        const whole = Math.trunc(x);
        return tupleSteal(it, [newFloat(it, Number.isFinite(x) ? x - whole : 0), newFloat(it, whole)]);
      }
    },
    frexp: {
      kind: 'o',
      fn: (it, _self, p) => {
        const [mantissa, exponent] = frexp(toDouble(it, p));
        return tupleSteal(it, [newFloat(it, mantissa), intFrom(it, exponent)]);
      }
    },
    ldexp: binary((x, n) => (Math.abs(n) > 1000 ? x * 2 ** Math.trunc(n / 2) * 2 ** (n - Math.trunc(n / 2)) : x * 2 ** n), true)
  },
  init: (vm, module) => {
    for (const name of vm.profile.natives.lacksMath) dictDelItem(vm, moduleDict(vm, module), vm.name(name));
    const constants = { pi: Math.PI, e: Math.E, tau: 2 * Math.PI, inf: Infinity, nan: NaN };
    for (const [name, value] of Object.entries(constants)) setModuleItem(vm, module, name, newFloat(vm, value));
  }
};
