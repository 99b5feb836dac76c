/// `_operator`: the operators as functions (CPython 3.14 Modules/_operator.c).
import type { Ptr } from '../memory/ram';
import { call, contains, exactIndex, getIter, getItem, isTrue, iterNext, lengthHint, richCompare, richCompareBool, setItem } from '../objects/abstract';
import { checkPositional, positionalCount } from '../objects/args';
import { isIntExact, newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { addFunctions, setModuleItem } from '../objects/module';
import { binaryOp, unaryOp } from '../objects/number';
import { ssizeNumber } from '../objects/ssize';
import { CompareOp } from '../objects/typeobject';
import type { NativeMethod } from '../objects/typeobject';
import { addModuleType, visitTypeToo } from './addtype';
import type { ModuleSpec } from './module';
import { attrgetterSpec, itemgetterSpec, methodcallerSpec } from './operatorgetters';

const two = (doc: string, fn: (it: Interp, a: Ptr, b: Ptr) => Ptr): NativeMethod => ({ kind: 'fastcall', min: 2, max: 2, doc, fn: (it, _self, [a, b]) => fn(it, a!, b!) });
const one = (doc: string, fn: (it: Interp, a: Ptr) => Ptr): NativeMethod => ({ kind: 'o', doc, fn: (it, _self, a) => fn(it, a) });

/// By the argument of BINARY_OP; in place from 13 on.
const BINARY = ['add +', 'and_ &', 'floordiv //', 'lshift <<', 'matmul @', 'mul *', 'mod %', 'or_ |', 'pow **', 'rshift >>', 'sub -', 'truediv /', 'xor ^'];
const COMPARISONS = ['lt <', 'le <=', 'eq ==', 'ne !=', 'gt >', 'ge >='];

const functions: Record<string, NativeMethod> = {};
BINARY.forEach((line, op) => {
  const [name, symbol] = line.split(' ') as [string, string];
  functions[name] = two(`Same as a ${symbol} b.`, (it, a, b) => binaryOp(it, op, a, b));
  functions[`i${name.replace('_', '')}`] = two(`Same as a ${symbol}= b.`, (it, a, b) => binaryOp(it, op + BINARY.length, a, b));
});
COMPARISONS.forEach((line, op) => {
  const [name, symbol] = line.split(' ') as [string, string];
  functions[name] = two(`Same as a ${symbol} b.`, (it, a, b) => richCompare(it, a, b, op));
});

const isSequence = (it: Interp, p: Ptr): boolean => it.typeOf(p).slots.sqItem !== undefined || it.typeOf(p).slots.sqConcat !== undefined;

/// PySequence_Concat, PySequence_InPlaceConcat
function concat(it: Interp, a: Ptr, b: Ptr, inplace: boolean): Ptr {
  const { sqConcat, sqInplaceConcat } = it.typeOf(a).slots;
  if (inplace && sqInplaceConcat !== undefined) return sqInplaceConcat(it, a, b);
  if (sqConcat !== undefined) return sqConcat(it, a, b);
  if (isSequence(it, a) && isSequence(it, b)) return binaryOp(it, inplace ? BINARY.length : 0, a, b);
  it.typeError(`'${it.typeOf(a).name}' object can't be concatenated`);
}

/// Calls `visit` with whether each item equals `value`, until it says stop (_PySequence_IterSearch).
function search(it: Interp, iterable: Ptr, value: Ptr, visit: (equal: boolean) => boolean): boolean {
  const { slots, name } = it.typeOf(iterable);
  if (slots.iter === undefined && slots.sqItem === undefined) it.typeError(`argument of type '${name}' is not iterable`);
  const iterator = it.own(getIter(it, iterable));
  let stopped = false;
  for (let item = iterNext(it, iterator); !stopped && item !== 0; item = stopped ? 0 : iterNext(it, iterator)) {
    it.own(item);
    const equal = richCompareBool(it, item, value, CompareOp.EQ);
    it.drop();
    stopped = visit(equal);
  }
  it.drop();
  return stopped;
}

Object.assign(functions, {
  is_: two('Same as a is b.', (it, a, b) => it.bool(a === b)),
  is_not: two('Same as a is not b.', (it, a, b) => it.bool(a !== b)),
  not_: one('Same as not a.', (it, a) => it.bool(!isTrue(it, a))),
  truth: one('Return True if a is true, False otherwise.', (it, a) => it.bool(isTrue(it, a))),
  neg: one('Same as -a.', (it, a) => unaryOp(it, 'nbNegative', a)),
  pos: one('Same as +a.', (it, a) => unaryOp(it, 'nbPositive', a)),
  abs: one('Same as abs(a).', (it, a) => unaryOp(it, 'nbAbsolute', a)),
  invert: one('Same as ~a.', (it, a) => unaryOp(it, 'nbInvert', a)),
  inv: one('Same as ~a.', (it, a) => unaryOp(it, 'nbInvert', a)),
  index: one('Same as a.__index__()', (it, a) => exactIndex(it, a)),
  concat: two('Same as a + b, for a and b sequences.', (it, a, b) => concat(it, a, b, false)),
  iconcat: two('Same as a += b, for a and b sequences.', (it, a, b) => concat(it, a, b, true)),
  contains: two('Same as b in a (note reversed operands).', (it, a, b) => it.bool(contains(it, a, b))),
  getitem: two('Same as a[b].', (it, a, b) => getItem(it, a, b)),
  delitem: two('Same as del a[b].', (it, a, b) => {
    setItem(it, a, b, 0);
    return it.singletons.none;
  }),
  setitem: {
    kind: 'fastcall', min: 3, max: 3, doc: 'Same as a[b] = c.',
    fn: (it, _self, [a, b, c]) => {
      setItem(it, a!, b!, c!);
      return it.singletons.none;
    }
  },
  countOf: two('Return the number of items in a which are, or which equal, b.', (it, a, b) => {
    let count = 0;
    search(it, a, b, equal => {
      if (equal) count++;
      return false;
    });
    return newInt(it, count);
  }),
  indexOf: two('Return the first index of b in a.', (it, a, b) => {
    let at = -1;
    const found = search(it, a, b, equal => {
      at++;
      return equal;
    });
    if (!found) it.valueError('sequence.index(x): x not in sequence');
    return newInt(it, at);
  }),
  length_hint: {
    kind: 'fastcall', min: 1, max: 2, doc: 'Return an estimate of the number of items in obj.',
    fn: (it, _self, [object, fallback]) => {
      if (fallback !== undefined && !isIntExact(it, fallback) && it.typeOf(fallback).slots.nbIndex === undefined) {
        it.typeError(`'${it.typeOf(fallback).name}' object cannot be interpreted as an integer`);
      }
      return newInt(it, lengthHint(it, object!, fallback === undefined ? 0 : ssizeNumber(it, fallback)));
    }
  },
  call: {
    kind: 'keywords', doc: 'Same as obj(*args, **kwargs).',
    fn: (it, _self, args, kwnames) => {
      if (positionalCount(it, args, kwnames) === 0) checkPositional(it, 'call', 0, 1, Infinity);
      return call(it, args[0]!, args.slice(1), kwnames);
    }
  }
} satisfies Record<string, NativeMethod>);

const questions: Readonly<Record<string, NativeMethod>> = {
  is_none: one('Same as a is None.', (it, a) => it.bool(a === it.singletons.none)),
  is_not_none: one('Same as a is not None.', (it, a) => it.bool(a !== it.singletons.none))
};

export const operatorModule: ModuleSpec = {
  name: '_operator',
  functions,
  init: (vm, module) => {
    const { methodcallerBytes, methodcallerKeepsArguments, methodcallerUsesTuples, operatorAsksForNone } = vm.profile.natives;
    if (operatorAsksForNone) addFunctions(vm, module, '_operator', questions);
    for (const [key, spec] of [['itemgetter', itemgetterSpec], ['attrgetter', attrgetterSpec], ['methodcaller', methodcallerSpec(methodcallerBytes, methodcallerKeepsArguments, methodcallerUsesTuples)]] as const) {
      const type = addModuleType(vm, key, spec, false);
      visitTypeToo(type, key !== 'itemgetter');
      setModuleItem(vm, module, key, vm.newRef(type.ptr));
    }
  }
};
