/// Which loads of locals can fail, pairs of local accesses, and which loads may borrow.
import { Opcode as Op } from './opcodes';
import { Pseudo } from './instructions';
import { hasTarget, isBlockPush, isScopeExit, isUnconditionalJump, numPopped, numPushed } from './stackEffects';
import { type BasicBlock, type Instruction, blocksFrom, clearVisited, jumpsAtEnd, removeRedundantNops, setNop, setOp } from './basicBlock';

/// Locals beyond these are analysed within one block only.
const ANALYSED_LOCALS = 64;

/// After it the local may be unset.
function setsUnsafe(op: number): boolean {
  return op === Op.DELETE_FAST || op === Op.LOAD_FAST_AND_CLEAR || op === Pseudo.STORE_FAST_MAYBE_NULL;
}

/// The analysis of locals beyond the first 64 (fast_scan_many_locals).
function scanManyLocals(entry: BasicBlock): void {
  for (const block of blocksFrom(entry)) {
    const safe = new Set<number>();
    for (const instruction of block.instructions) {
      const { op, arg } = instruction;
      if (arg < ANALYSED_LOCALS) continue;
      if (setsUnsafe(op)) safe.delete(arg);
      else if (op === Op.STORE_FAST) safe.add(arg);
      else if (op === Op.LOAD_FAST) {
        if (!safe.has(arg)) instruction.op = Op.LOAD_FAST_CHECK;
        safe.add(arg);
      }
    }
  }
}

/// LOAD_FAST becomes LOAD_FAST_CHECK where the local may be unset
/// (CPython 3.14 Python/flowgraph.c add_checks_for_loads_of_uninitialized_variables).
export function addChecksForLoads(entry: BasicBlock, nlocals: number, nparams: number): void {
  if (nlocals === 0) return;
  if (nlocals > ANALYSED_LOCALS) scanManyLocals(entry);
  clearVisited(entry);
  const stack: BasicBlock[] = [];
  const push = (block: BasicBlock, unsafe: bigint): void => {
    const both = block.unsafeLocals | unsafe;
    if (block.unsafeLocals === both) return;
    block.unsafeLocals = both;
    if (block.visited) return;
    block.visited = true;
    stack.push(block);
  };
  const scan = (block: BasicBlock): void => {
    let unsafe = block.unsafeLocals;
    for (const instruction of block.instructions) {
      if (instruction.except !== undefined) push(instruction.except, unsafe);
      const { op, arg } = instruction;
      if (arg >= ANALYSED_LOCALS) continue;
      if (setsUnsafe(op)) {
        unsafe |= 1n << BigInt(arg);
      } else if (op === Op.STORE_FAST || op === Op.LOAD_FAST_CHECK || op === Op.LOAD_FAST) {
        const bit = 1n << BigInt(arg);
        if (op === Op.LOAD_FAST && (unsafe & bit) !== 0n) instruction.op = Op.LOAD_FAST_CHECK;
        unsafe &= ~bit;
      }
    }
    if (block.next !== undefined && block.hasFallthrough) push(block.next, unsafe);
    if (jumpsAtEnd(block)) push(block.last!.target!, unsafe);
  };
  let start = 0n;
  for (let i = nparams; i < Math.min(nlocals, ANALYSED_LOCALS); i++) start |= 1n << BigInt(i);
  push(entry, start);
  for (const block of blocksFrom(entry)) scan(block);
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    block.visited = false;
    scan(block);
  }
}

/// Two neighbouring accesses to locals become one instruction (insert_superinstructions).
export function insertSuperinstructions(entry: BasicBlock): void {
  for (const block of blocksFrom(entry)) {
    for (let i = 0; i + 1 < block.instructions.length; i++) {
      const first = block.instructions[i]!;
      const second = block.instructions[i + 1]!;
      const op =
        first.op === Op.LOAD_FAST && second.op === Op.LOAD_FAST ? Op.LOAD_FAST_LOAD_FAST
        : first.op === Op.STORE_FAST && second.op === Op.LOAD_FAST ? Op.STORE_FAST_LOAD_FAST
        : first.op === Op.STORE_FAST && second.op === Op.STORE_FAST ? Op.STORE_FAST_STORE_FAST
        : undefined;
      if (op !== undefined) combine(first, second, op);
    }
  }
  removeRedundantNops(entry);
}

/// Only within a line, and for the first 16 slots (make_super_instruction).
function combine(first: Instruction, second: Instruction, op: number): void {
  const otherLine = first.loc.lineno >= 0 && second.loc.lineno >= 0 && first.loc.lineno !== second.loc.lineno;
  if (otherLine || first.arg >= 16 || second.arg >= 16) return;
  setOp(first, op, (first.arg << 4) | second.arg);
  setNop(second);
}

/// A value on the abstract stack: the instruction that pushed it (-1: another block) and the local it came from (-1: none).
interface Reference {
  readonly instruction: number;
  readonly local: number;
}

const UNKNOWN: Reference = { instruction: -1, local: -1 };

/// Loads become borrowed loads where the local surely outlives the value on the stack: the value is consumed within
/// the block, before the local is overwritten, and is not stored into a local (optimize_load_fast).
export function optimizeLoadFast(entry: BasicBlock): void {
  clearVisited(entry);
  entry.visited = true;
  const stack = [entry];
  const push = (block: BasicBlock | undefined): void => {
    if (block === undefined || block.visited) return;
    block.visited = true;
    stack.push(block);
  };
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    for (const { op, target } of block.instructions) {
      if (hasTarget(op)) push(target);
    }
    const { last } = block;
    if (last !== undefined && !isUnconditionalJump(last.op) && !isScopeExit(last.op)) push(block.next);
    borrowIn(block);
  }
}

/// Simulates the stack of one block; loads that nothing forbids to borrow do.
function borrowIn(block: BasicBlock): void {
  const { instructions } = block;
  const owned = new Set<number>();
  const refs: Reference[] = Array.from({ length: block.startDepth }, () => UNKNOWN);
  const kill = (local: number): void => {
    for (const ref of refs) if (ref.local === local) owned.add(ref.instruction);
  };
  const store = (local: number): void => {
    const ref = refs.pop()!;
    kill(local);
    if (ref.instruction >= 0) owned.add(ref.instruction);
  };
  const replace = (popped: number, pushed: number, instruction: number): void => {
    refs.length -= popped;
    for (let i = 0; i < pushed; i++) refs.push({ instruction, local: -1 });
  };
  instructions.forEach(({ op, arg }, i) => {
    switch (op) {
      case Op.LOAD_FAST:
        refs.push({ instruction: i, local: arg });
        break;
      case Op.LOAD_FAST_AND_CLEAR:
        kill(arg);
        refs.push({ instruction: i, local: arg });
        break;
      case Op.LOAD_FAST_LOAD_FAST:
        refs.push({ instruction: i, local: arg >> 4 }, { instruction: i, local: arg & 15 });
        break;
      case Op.STORE_FAST:
        store(arg);
        break;
      case Op.STORE_FAST_LOAD_FAST:
        store(arg >> 4);
        refs.push({ instruction: i, local: arg & 15 });
        break;
      case Op.STORE_FAST_STORE_FAST:
        store(arg >> 4);
        store(arg & 15);
        break;
      case Op.COPY:
        refs.push(refs[refs.length - arg]!);
        break;
      case Op.SWAP: {
        const top = refs[refs.length - 1]!;
        refs[refs.length - 1] = refs[refs.length - arg]!;
        refs[refs.length - arg] = top;
        break;
      }
      case Op.GET_ANEXT:
      case Op.GET_LEN:
      case Op.IMPORT_FROM:
      case Op.MATCH_KEYS:
      case Op.MATCH_MAPPING:
      case Op.MATCH_SEQUENCE:
      case Op.WITH_EXCEPT_START:
        // 3.14 records the values as pushed by the block's first instructions (a shadowed variable in
        // optimize_load_fast): a load that stands there then does not borrow.
        for (let j = 0; j < numPushed(op, arg) - numPopped(op, arg); j++) refs.push({ instruction: j, local: -1 });
        break;
      case Op.DICT_MERGE:
      case Op.DICT_UPDATE:
      case Op.LIST_APPEND:
      case Op.LIST_EXTEND:
      case Op.MAP_ADD:
      case Op.RERAISE:
      case Op.SET_ADD:
      case Op.SET_UPDATE:
        replace(numPopped(op, arg) - numPushed(op, arg), 0, i);
        break;
      case Op.CHECK_EXC_MATCH:
        replace(1, 1, i);
        break;
      case Op.FOR_ITER:
        replace(0, 1, i);
        break;
      case Op.LOAD_ATTR:
      case Op.LOAD_SUPER_ATTR: {
        const self = refs.pop()!;
        replace(op === Op.LOAD_SUPER_ATTR ? 2 : 0, 1, i);
        if ((arg & 1) === 1) refs.push(self);
        break;
      }
      case Op.SEND:
        replace(1, 1, i);
        break;
      // A coroutine, or a str, may pass through as it is.
      case Op.GET_YIELD_FROM_ITER:
      case Op.FORMAT_SIMPLE:
        break;
      case Op.LOAD_SPECIAL:
      case Op.PUSH_EXC_INFO: {
        const top = refs.pop()!;
        refs.push({ instruction: i, local: -1 }, top);
        break;
      }
      case Op.END_SEND:
      case Op.SET_FUNCTION_ATTRIBUTE:
        refs.splice(-2, 1);
        break;
      case Op.DELETE_FAST:
      case Op.MAKE_CELL:
        kill(arg);
        break;
      default:
        if (!isBlockPush(op)) replace(numPopped(op, arg), numPushed(op, arg), i);
    }
  });
  for (const ref of refs) if (ref.instruction >= 0) owned.add(ref.instruction);
  instructions.forEach((instruction, i) => {
    if (owned.has(i)) return;
    if (instruction.op === Op.LOAD_FAST) instruction.op = Op.LOAD_FAST_BORROW;
    else if (instruction.op === Op.LOAD_FAST_LOAD_FAST) instruction.op = Op.LOAD_FAST_BORROW_LOAD_FAST_BORROW;
  });
}
