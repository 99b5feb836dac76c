/// How something is called, in Python's notation.
import { CodeFlag } from '../compiler/code';
import type { Ptr } from '../memory/ram';
import { methodFunction } from '../objects/classobject';
import { tupleGet, tupleSize } from '../objects/tuple';
import { isType } from '../objects/type';
import { hostCode } from '../vm/codeobject';
import { Func } from '../vm/funcobject';
import type { Vm } from '../vm/vm';
import { lookupAttribute, visitNamespace } from './lookup';
import { shortText } from './words';

export interface Parameter {
  readonly name: string;
  /// `positional` ones cannot be named in a call.
  readonly kind: 'positional' | 'plain' | 'args' | 'keyword' | 'kwargs';
  readonly text: string;
}

/// The Python function that a call of p runs, and whether its first parameter is bound by then; undefined = none.
export function functionOf(vm: Vm, p: Ptr): { fn: Ptr; isBound: boolean } | undefined {
  const { types } = vm;
  const type = vm.typeOf(p);
  if (type === types.function) return { fn: p, isBound: false };
  if (type === types.method) return functionIn(vm, methodFunction(vm, p), true);
  if (type === types.classmethod) return functionIn(vm, vm.i32[p + 4]!, true);
  if (type === types.staticmethod) return functionIn(vm, vm.i32[p + 4]!, false);
  if (isType(vm, p)) return functionIn(vm, lookupAttribute(vm, p, '__init__'), true);
  return functionIn(vm, lookupAttribute(vm, type.ptr, '__call__'), true);
}

const functionIn = (vm: Vm, p: Ptr, isBound: boolean): { fn: Ptr; isBound: boolean } | undefined =>
  p !== 0 && vm.typeOf(p) === vm.types.function ? { fn: p, isBound } : undefined;

/// The parameters of a Python function, with their defaults.
export function parametersOf(vm: Vm, fn: Ptr, isBound: boolean): Parameter[] {
  const { plain } = hostCode(vm, vm.i32[fn + Func.CODE]!);
  const { varnames, argcount, posonlyargcount, kwonlyargcount } = plain;
  const defaults = vm.i32[fn + Func.DEFAULTS]!;
  const firstDefault = argcount - (defaults === 0 ? 0 : tupleSize(vm, defaults));
  const keywordDefaults = new Map<string, Ptr>();
  if (vm.i32[fn + Func.KWDEFAULTS] !== 0) visitNamespace(vm, vm.i32[fn + Func.KWDEFAULTS]!, (name, value) => keywordDefaults.set(name, value));
  const withDefault = (name: string, value: Ptr): string => (value === 0 ? name : `${name}=${shortText(vm, value)}`);
  const parameters: Parameter[] = [];
  for (let i = 0; i < argcount; i++) {
    const name = varnames[i]!;
    parameters.push({ name, kind: i < posonlyargcount ? 'positional' : 'plain', text: withDefault(name, i >= firstDefault ? tupleGet(vm, defaults, i - firstDefault) : 0) });
  }
  let next = argcount + kwonlyargcount;
  if (plain.flags & CodeFlag.VARARGS) parameters.push({ name: varnames[next]!, kind: 'args', text: `*${varnames[next++]!}` });
  for (let i = argcount; i < argcount + kwonlyargcount; i++) {
    parameters.push({ name: varnames[i]!, kind: 'keyword', text: withDefault(varnames[i]!, keywordDefaults.get(varnames[i]!) ?? 0) });
  }
  if (plain.flags & CodeFlag.VARKEYWORDS) parameters.push({ name: varnames[next]!, kind: 'kwargs', text: `**${varnames[next]!}` });
  return isBound && argcount > 0 ? parameters.slice(1) : parameters;
}

/// `(a, /, b=1, *, c)`
export function signatureText(parameters: readonly Parameter[]): string {
  const texts: string[] = [];
  parameters.forEach(({ kind, text }, i) => {
    const previous = parameters[i - 1]?.kind;
    if (previous === 'positional' && kind !== 'positional') texts.push('/');
    if (kind === 'keyword' && previous !== 'keyword' && previous !== 'args') texts.push('*');
    texts.push(text);
  });
  if (parameters.at(-1)?.kind === 'positional') texts.push('/');
  return `(${texts.join(', ')})`;
}
