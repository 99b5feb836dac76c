/// Builtins on numbers and characters.
import type { Profile } from '../profile/profile';
import type { Ptr } from '../memory/ram';
import { bindArguments } from '../objects/args';
import { getIter, index, iterNext } from '../objects/abstract';
import { bytearrayView, isBytearray } from '../objects/bytearray';
import { bytesView, isBytes } from '../objects/bytes';
import { floatValue, newFloat } from '../objects/float';
import { asDouble, intFrom, intValue, isIntExact, newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { NB, binaryOp, divmod, power, unaryOp } from '../objects/number';
import { callRounding } from '../objects/special';
import { isStr, newStr, strCodePointAt, strFromCodePoint, strLength } from '../objects/str';
import type { NativeMethod } from '../objects/typeobject';

function inBase(it: Interp, p: Ptr, base: number, prefix: string): Ptr {
  const asInt = it.own(index(it, p));
  const value = BigInt(intValue(it, asInt));
  it.drop();
  return newStr(it, `${value < 0n ? '-' : ''}${prefix}${(value < 0n ? -value : value).toString(base)}`);
}

function chr(it: Interp, p: Ptr): Ptr {
  const asInt = it.own(index(it, p));
  const code = intValue(it, asInt);
  it.drop();
  if (code < 0 || code > 0x10ffff) {
    if (it.profile.chrTakesCInt && (code > 0x7fffffff || code < -0x80000000)) {
      it.raise(it.types.OverflowError, 'Python int too large to convert to C int');
    }
    it.valueError('chr() arg not in range(0x110000)');
  }
  return strFromCodePoint(it, Number(code));
}

function ord(it: Interp, p: Ptr): Ptr {
  const isText = isStr(it, p);
  const isArray = isBytearray(it, p);
  if (!isText && !isBytes(it, p) && !isArray) it.typeError(`ord() expected string of length 1, but ${it.typeOf(p).name} found`);
  const bytes = isText ? undefined : isArray ? bytearrayView(it, p) : bytesView(it, p);
  const length = bytes?.length ?? strLength(it, p);
  if (length !== 1) it.typeError(`ord() expected a character, but string of length ${length} found`);
  return newInt(it, bytes?.[0] ?? strCodePointAt(it, p, 0));
}

function round(it: Interp, number: Ptr, digits: Ptr): Ptr {
  const rounded = callRounding(it, number, '__round__', digits === 0 || digits === it.singletons.none ? [] : [digits]);
  return rounded !== 0 ? rounded : it.typeError(`type ${it.typeOf(number).name} doesn't define __round__ method`);
}

/// A sum of doubles that carries its rounding error along where the version does (Neumaier).
class FloatSum {
  private error = 0;

  constructor(private total: number, private readonly compensates: Profile['compensatesSums']) {}

  add(x: number): void {
    const t = this.total + x;
    if (this.compensates !== 'nothing') {
      this.error += Math.abs(this.total) >= Math.abs(x) ? this.total - t + x : x - t + this.total;
    }
    this.total = t;
  }

  addInt(x: number): void {
    if (this.compensates === 'all') this.add(x);
    else this.total += x;
  }

  get value(): number {
    return this.error !== 0 && Number.isFinite(this.error) ? this.total + this.error : this.total;
  }
}

/// sum(): ints and floats are added on the side as long as nothing else comes (Python/bltinmodule.c builtin_sum_impl).
function sum(it: Interp, iterable: Ptr, start: Ptr): Ptr {
  const iterator = it.own(getIter(it, iterable));
  if (start !== 0) {
    if (isStr(it, start)) it.typeError("sum() can't sum strings [use ''.join(seq) instead]");
    if (isBytes(it, start)) it.typeError("sum() can't sum bytes [use b''.join(seq) instead]");
    if (it.typeOf(start) === it.types.bytearray) it.typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
  }
  let total = it.own(start === 0 ? newInt(it, 0) : it.newRef(start));
  const replace = (value: Ptr): void => {
    it.held[it.held.length - 1] = value;
    it.decref(total);
    total = value;
  };
  let item = 0;
  const advance = (): boolean => (item = iterNext(it, iterator)) !== 0;
  let more = true;
  if (isIntExact(it, total)) {
    let exact: number | bigint = intValue(it, total);
    while ((more = advance()) && isIntExact(it, item)) {
      const value = intValue(it, item);
      exact = addExact(exact, value);
      it.decref(item);
    }
    replace(intFrom(it, exact));
  }
  const isFloat = (p: Ptr): boolean => it.typeOf(p) === it.types.float;
  if (more && item !== 0 && isFloat(item) && isIntExact(it, total)) {
    const value = floatValue(it, item) + asDouble(it, total);
    it.decref(item);
    replace(newFloat(it, value));
    item = 0;
  }
  if (more && isFloat(total)) {
    const floats = new FloatSum(floatValue(it, total), it.profile.compensatesSums);
    for (more = item !== 0 || advance(); more; more = advance()) {
      if (isFloat(item)) floats.add(floatValue(it, item));
      else if (isIntExact(it, item)) floats.addInt(asDouble(it, item));
      else break;
      it.decref(item);
    }
    if (more) it.own(item);
    const value = newFloat(it, floats.value);
    if (more) it.take();
    replace(value);
  }
  if (more && item === 0) more = advance();
  for (; more; more = advance()) {
    it.own(item);
    const value = binaryOp(it, NB.ADD, total, item);
    it.drop();
    replace(value);
  }
  it.take();
  it.drop();
  return total;
}

function addExact(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a + b)) return a + b;
  return BigInt(a) + BigInt(b);
}

export const numberFunctions: Readonly<Record<string, NativeMethod>> = {
  abs: { kind: 'o', fn: (it, _self, p) => unaryOp(it, 'nbAbsolute', p) },
  bin: { kind: 'o', fn: (it, _self, p) => inBase(it, p, 2, '0b') },
  chr: { kind: 'o', fn: (it, _self, p) => chr(it, p) },
  divmod: { kind: 'fastcall', min: 2, max: 2, fn: (it, _self, args) => divmod(it, args[0]!, args[1]!) },
  hex: { kind: 'o', fn: (it, _self, p) => inBase(it, p, 16, '0x') },
  oct: { kind: 'o', fn: (it, _self, p) => inBase(it, p, 8, '0o') },
  ord: { kind: 'o', fn: (it, _self, p) => ord(it, p) },
  pow: {
    kind: 'keywords',
    fn: (it, _self, args, kwnames) => {
      const [base, exp, mod] = bindArguments(it, 'pow', ['base', 'exp', 'mod'], { required: 2 }, args, kwnames) as [Ptr, Ptr, Ptr];
      return power(it, base, exp, mod || it.singletons.none);
    }
  },
  round: {
    kind: 'keywords',
    fn: (it, _self, args, kwnames) => {
      const [number, digits] = bindArguments(it, 'round', ['number', 'ndigits'], { required: 1 }, args, kwnames) as [Ptr, Ptr];
      return round(it, number, digits);
    }
  },
  sum: {
    kind: 'keywords',
    fn: (it, _self, args, kwnames) => {
      const [iterable, start] = bindArguments(it, 'sum', ['', 'start'], { positionalOnly: 1, required: 1 }, args, kwnames) as [Ptr, Ptr];
      return sum(it, iterable, start);
    }
  }
};
