/// Comparing lists and tuples, and the repr of lists, tuples and dicts, for an instruction, when their items' special methods are
/// written in Python and the host's stack is well used already: cut at the calls of these methods, which run in the same eval loop
/// (specialcalls.ts), so that nothing waits for them on that stack.
/// NOT-CPYTHON: there all of it nests on the C stack.
import type { Ptr } from '../memory/ram';
import { checkedText, reprText, richCompare, richCompareReflected } from '../objects/abstract';
import { dictNext, entry } from '../objects/dictobject';
import { listGet, listSize } from '../objects/list';
import { enterRepr, leaveRepr } from '../objects/reprenter';
import { compareLengths } from '../objects/sequence';
import { newStr } from '../objects/str';
import { newTuple, tupleGet, tupleSetInit, tupleSize } from '../objects/tuple';
import { CompareOp } from '../objects/typeobject';
import type { Frame } from './frame';
import { COMPARING, TEXTS, comparisonMethod, enterSpecial, finishCompare, pythonMethod, takes, truthOf } from './specialcalls';
import type { Finish } from './specialcalls';
import type { Vm } from './vm';

/// A call of a method in Python for which native code waits.
interface Waiting {
  readonly fn: Ptr;
  readonly args: readonly Ptr[];
  readonly levels: readonly string[];
  /// What the native code uses behind the call, borrowed.
  readonly uses: readonly Ptr[];
}

/// Native code that hands out each call that it makes, and gets the value, which it owns.
type Steps<T> = Generator<Waiting, T, Ptr>;

/// The part of the host's stack from which on native code is cut.
const DEEP = 0.6;

export const isDeep = (vm: Vm): boolean => vm.stackUse > DEEP * vm.stackLimit;

/// Goes on to the next call, whose frame is entered, or to the end, when `finish` gets the result.
function goOn(vm: Vm, frame: Frame, steps: Steps<Ptr>, value: Ptr, finish: Finish): Frame | undefined {
  const step = steps.next(value);
  if (step.done === true) {
    finish(vm, frame, step.value);
    return undefined;
  }
  const { fn, args, levels, uses } = step.value;
  const used = vm.own(newTuple(vm, uses.length));
  uses.forEach((p, i) => tupleSetInit(vm, used, i, vm.newRef(p)));
  const goesOn = (at: Vm, caller: Frame, result: Ptr, state: Ptr): void => {
    at.own(state);
    goOn(at, caller, steps, result, finish);
    at.drop();
  };
  try {
    const callee = enterSpecial(vm, fn, args, levels, goesOn)!;
    callee.special = { ...callee.special!, state: vm.take(), abandon: () => void steps.return(0) };
    return callee;
  } catch (error) {
    steps.return(0);
    throw error;
  }
}

/// What `act` gives, which may run guest code meanwhile.
function holding<T>(vm: Vm, uses: readonly Ptr[], act: () => T): T {
  const mark = vm.held.length;
  for (const p of uses) vm.own(vm.newRef(p));
  const result = act();
  vm.unwind(mark);
  return result;
}

// --- comparison -----------------------------------------------------------------------------------------------------

const isSequences = ({ types, i32 }: Vm, v: Ptr, w: Ptr): boolean =>
  i32[v + 3] === i32[w + 3] && (i32[v + 3] === types.list.index || i32[v + 3] === types.tuple.index);

/// COMPARE_OP of two lists or two tuples: the frame that goes on; undefined: it is to be done in one go.
export function compareNested(vm: Vm, frame: Frame, v: Ptr, w: Ptr, op: number): Frame | undefined {
  return isDeep(vm) && isSequences(vm, v, w) ? goOn(vm, frame, sequenceSteps(vm, v, w, op, []), 0, finishCompare) ?? frame : undefined;
}

/// As compareSequences. `outer`: the sequences that these are items of.
function* sequenceSteps(vm: Vm, v: Ptr, w: Ptr, op: number, outer: readonly Ptr[]): Steps<Ptr> {
  const [get, size] = vm.typeOf(v) === vm.types.list ? [listGet, listSize] : [tupleGet, tupleSize];
  const uses = [...outer, v, w];
  let i = 0;
  for (; i < size(vm, v) && i < size(vm, w); i++) {
    const [a, b] = [get(vm, v, i), get(vm, w, i)];
    if (a !== b && truthOf(vm, yield* itemSteps(vm, a, b, CompareOp.EQ, uses)) === vm.singletons.false) break;
  }
  if (i >= size(vm, v) || i >= size(vm, w)) return vm.bool(compareLengths(size(vm, v), size(vm, w), op));
  if (op === CompareOp.EQ || op === CompareOp.NE) return vm.bool(op === CompareOp.NE);
  return yield* itemSteps(vm, get(vm, v, i), get(vm, w, i), op, uses);
}

function* itemSteps(vm: Vm, v: Ptr, w: Ptr, op: number, outer: readonly Ptr[]): Steps<Ptr> {
  if (isSequences(vm, v, w)) return yield* sequenceSteps(vm, v, w, op, outer);
  const uses = [...outer, v, w];
  const fn = comparisonMethod(vm, v, w, op);
  if (fn === 0 || !takes(vm, fn, 2)) return holding(vm, uses, () => richCompare(vm, v, w, op));
  // A level for each pair of sequences, and for the items.
  const levels = new Array<string>(uses.length / 2).fill(COMPARING[0]!);
  const result = yield { fn, args: [v, w], levels, uses };
  return result === vm.singletons.notImplemented ? richCompareReflected(vm, v, w, op) : result;
}

// --- repr -------------------------------------------------------------------------------------------------------------

/// The text of a list, a tuple or a dict, as compareNested. `levels`: what the instruction itself takes of the recursion limit.
export function reprNested(vm: Vm, frame: Frame, p: Ptr, levels: readonly string[], finish: Finish): Frame | undefined {
  return isDeep(vm) && bracketsOf(vm, p) !== '' ? goOn(vm, frame, reprSteps(vm, p, levels), 0, finish) ?? frame : undefined;
}

function bracketsOf({ types, typeTable, i32 }: Vm, p: Ptr): string {
  switch (typeTable[i32[p + 3]!]) {
    case types.list: return '[]';
    case types.tuple: return '()';
    case types.dict: return '{}';
    default: return '';
  }
}

function* reprSteps(vm: Vm, p: Ptr, levels: readonly string[]): Steps<Ptr> {
  return newStr(vm, yield* containerSteps(vm, p, [], levels));
}

/// `outer`: the containers that this one is in.
function* containerSteps(vm: Vm, p: Ptr, outer: readonly Ptr[], levels: readonly string[]): Steps<string> {
  const [open, close] = bracketsOf(vm, p) as unknown as [string, string];
  const isTuple = open === '(';
  if (!enterRepr(vm, p)) return `${open}...${close}`;
  try {
    const uses = [...outer, p];
    const inner = [...levels, ...TEXTS.repr];
    const parts: string[] = [];
    if (open === '{') {
      for (let at = dictNext(vm, p, 0); at !== -1; at = dictNext(vm, p, at)) {
        const { key, value } = entry;
        const text = yield* textSteps(vm, key, [...uses, key, value], inner);
        parts.push(`${text}: ${yield* textSteps(vm, value, [...uses, value], inner)}`);
      }
    } else {
      const [get, size] = isTuple ? [tupleGet, tupleSize] : [listGet, listSize];
      for (let i = 0; i < size(vm, p); i++) parts.push(yield* textSteps(vm, get(vm, p, i), [...uses, get(vm, p, i)], inner));
    }
    return `${open}${parts.join(', ')}${isTuple && parts.length === 1 ? ',' : ''}${close}`;
  } finally {
    leaveRepr(vm);
  }
}

function* textSteps(vm: Vm, p: Ptr, uses: readonly Ptr[], levels: readonly string[]): Steps<string> {
  if (bracketsOf(vm, p) !== '') return yield* containerSteps(vm, p, uses, levels);
  const fn = pythonMethod(vm, vm.typeOf(p), '__repr__');
  if (fn === 0 || !takes(vm, fn, 1)) return holding(vm, uses, () => reprText(vm, p));
  const result = checkedText(vm, yield { fn, args: [p], levels: [...levels, ...TEXTS.repr], uses }, '__repr__');
  const text = vm.text(result);
  vm.decref(result);
  return text;
}
