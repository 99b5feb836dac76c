/// Storage of complex (CPython 3.14 Objects/complexobject.c): real at byte 16, imag at byte 24.
import type { Ptr } from '../memory/ram';
import { toDouble } from './float';
import type { Interp } from './interp';
import type { TypeObject } from './typeobject';

/// Real and imaginary part.
export type Complex = readonly [real: number, imag: number];

export function isComplex(it: Interp, p: Ptr): boolean {
  return it.typeOf(p).isSubtypeOf(it.types.complex);
}

export function complexValue(it: Interp, p: Ptr): Complex {
  return [it.f64[(p + 4) >> 1]!, it.f64[(p + 6) >> 1]!];
}

export function newComplex(it: Interp, real: number, imag: number): Ptr {
  return setComplex(it, it.allocObject(it.types.complex, 32), real, imag);
}

export function newComplexSubtype(it: Interp, type: TypeObject, real: number, imag: number): Ptr {
  return setComplex(it, it.allocInstance(type, type.basicsize), real, imag);
}

function setComplex(it: Interp, p: Ptr, real: number, imag: number): Ptr {
  it.f64[(p + 4) >> 1] = real;
  it.f64[(p + 6) >> 1] = imag;
  return p;
}

/// The value of a complex or real operand; undefined for anything else.
export function toComplex(it: Interp, p: Ptr): Complex | undefined {
  if (isComplex(it, p)) return complexValue(it, p);
  const real = toDouble(it, p);
  return real === undefined ? undefined : [real, 0];
}
