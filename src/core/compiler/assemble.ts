/// From a unit's instructions to its code object
/// (CPython 3.14 Python/compile.c optimize_and_assemble_code_unit, Python/assemble.c).
import type { Profile } from '../profile/profile';
import { type CodeObject, CodeFlag, FastKind } from './code';
import { Opcode as Op } from './opcodes';
import { type Location, NEXT_LOCATION, NO_LOCATION, Pseudo } from './instructions';
import { BasicBlock, type Instruction, blocksFrom, buildBlocks, clearVisited, removeRedundantNopsAndJumps, setNop } from './basicBlock';
import { calculateStackDepth, labelExceptionTargets } from './exceptionTargets';
import { optimizeBlocks } from './optimizeBlocks';
import { resolveLineNumbers } from './lineNumbers';
import { addChecksForLoads, insertSuperinstructions, optimizeLoadFast } from './localChecks';
import { pushColdBlocksToEnd } from './coldBlocks';
import { isBlockPush, isConditionalJump, isTerminator } from './stackEffects';
import { type CompilerUnit, sortNames } from './unit';
import { removeUnusedConsts } from './unusedConsts';

/// co_flags (CPython 3.14 Python/compile.c compute_code_flags).
function codeFlags(unit: CompilerUnit, futureAnnotations: boolean): number {
  const { entry } = unit;
  let flags = 0;
  if (entry.isFunctionLike) {
    flags |= CodeFlag.NEWLOCALS | CodeFlag.OPTIMIZED;
    if (entry.nested) flags |= CodeFlag.NESTED;
    if (entry.generator) flags |= entry.coroutine ? CodeFlag.ASYNC_GENERATOR : CodeFlag.GENERATOR;
    if (entry.varargs) flags |= CodeFlag.VARARGS;
    if (entry.varkeywords) flags |= CodeFlag.VARKEYWORDS;
    if (entry.hasDocstring) flags |= CodeFlag.HAS_DOCSTRING;
    if (entry.method) flags |= CodeFlag.METHOD;
  }
  if (entry.coroutine && !entry.generator) flags |= CodeFlag.COROUTINE;
  return futureAnnotations ? flags | CodeFlag.FUTURE_ANNOTATIONS : flags;
}

/// Puts a module's annotation code where it belongs.
function placeAnnotations(unit: CompilerUnit): void {
  const index = unit.sequence.instructions.findIndex(({ op }) => op === Pseudo.ANNOTATIONS_PLACEHOLDER);
  if (index >= 0) unit.sequence.splice(index, 1, unit.annotationsSequence?.instructions ?? []);
}

/// JUMP_IF_*: copy, TO_BOOL and a jump that pops.
function convertConditionalJumps(entry: BasicBlock): void {
  for (const block of blocksFrom(entry)) {
    const { last } = block;
    if (last?.op !== Pseudo.JUMP_IF_FALSE && last?.op !== Pseudo.JUMP_IF_TRUE) continue;
    last.op = last.op === Pseudo.JUMP_IF_FALSE ? Op.POP_JUMP_IF_FALSE : Op.POP_JUMP_IF_TRUE;
    const extra = (op: number, arg: number): Instruction => ({ op, arg, loc: last.loc, target: undefined, except: last.except });
    block.instructions.splice(-1, 0, extra(Op.COPY, 1), extra(Op.TO_BOOL, 0));
  }
}

/// The slot of each cell and free variable, by its number among them (build_cellfixedoffsets, fix_cell_offsets).
function cellOffsets(unit: CompilerUnit): number[] {
  const nlocals = unit.varnames.size;
  let next = nlocals;
  const cells = unit.cellvars.names.map((name) => unit.varnames.get(name) ?? next++);
  return [...cells, ...unit.freevars.names.map(() => next++)];
}

/// What runs before RESUME: closure cells, new cells, and for generators the return of the generator (insert_prefix_instructions).
function insertPrefix(unit: CompilerUnit, entry: BasicBlock, flags: number, offsets: readonly number[]): void {
  const prefix: Instruction[] = [];
  const add = (op: number, arg: number, loc: Location): void => {
    prefix.push({ op, arg, loc, target: undefined, except: undefined });
  };
  if (unit.freevars.size > 0) add(Op.COPY_FREE_VARS, unit.freevars.size, NO_LOCATION);
  const cells = offsets.slice(0, unit.cellvars.size).sort((left, right) => left - right);
  for (const slot of cells) add(Op.MAKE_CELL, slot, NO_LOCATION);
  if ((flags & (CodeFlag.GENERATOR | CodeFlag.COROUTINE | CodeFlag.ASYNC_GENERATOR)) !== 0) {
    const line = unit.firstlineno;
    const loc: Location = { lineno: line, end_lineno: line, col_offset: -1, end_col_offset: -1 };
    add(Op.RETURN_GENERATOR, 0, loc);
    add(Op.POP_TOP, 0, loc);
  }
  entry.instructions.unshift(...prefix);
}

/// Numbers among the cells become slots of the frame.
function fixCellOffsets(entry: BasicBlock, offsets: readonly number[]): void {
  for (const block of blocksFrom(entry)) {
    for (const instruction of block.instructions) {
      switch (instruction.op) {
        case Op.MAKE_CELL:
        case Pseudo.LOAD_CLOSURE:
        case Op.LOAD_DEREF:
        case Op.STORE_DEREF:
        case Op.DELETE_DEREF:
        case Op.LOAD_FROM_DICT_OR_DEREF:
          instruction.arg = offsets[instruction.arg]!;
      }
    }
  }
}

/// What is left of the instructions that only the compiler knows (convert_pseudo_ops).
function convertPseudoOps(entry: BasicBlock): void {
  for (const block of blocksFrom(entry)) {
    for (const instruction of block.instructions) {
      if (isBlockPush(instruction.op)) setNop(instruction);
      else if (instruction.op === Pseudo.LOAD_CLOSURE) instruction.op = Op.LOAD_FAST;
      else if (instruction.op === Pseudo.STORE_FAST_MAYBE_NULL) instruction.op = Op.STORE_FAST;
    }
  }
  removeRedundantNopsAndJumps(entry);
}

/// A conditional jump backward becomes the opposite jump over a backward one (normalize_jumps).
function normalizeJumps(entry: BasicBlock): void {
  const opposite: Readonly<Record<number, number>> = {
    [Op.POP_JUMP_IF_FALSE]: Op.POP_JUMP_IF_TRUE,
    [Op.POP_JUMP_IF_TRUE]: Op.POP_JUMP_IF_FALSE,
    [Op.POP_JUMP_IF_NONE]: Op.POP_JUMP_IF_NOT_NONE,
    [Op.POP_JUMP_IF_NOT_NONE]: Op.POP_JUMP_IF_NONE
  };
  clearVisited(entry);
  for (const block of blocksFrom(entry)) {
    block.visited = true;
    const { last } = block;
    if (last === undefined || !isConditionalJump(last.op) || !last.target!.visited) continue;
    const target = last.target!;
    const backward = new BasicBlock(false);
    backward.append(Pseudo.JUMP, 0, last.loc, target);
    backward.startDepth = target.startDepth;
    backward.cold = block.cold;
    backward.next = block.next;
    last.op = opposite[last.op]!;
    last.target = block.next;
    block.next = backward;
  }
}

/// CPython 3.14 Python/flowgraph.c _PyCfg_OptimizeCodeUnit and _PyCfg_OptimizedCfgToInstructionSequence.
export function assemble(unit: CompilerUnit, profile: Profile, filename: string, futureAnnotations: boolean): CodeObject {
  placeAnnotations(unit);
  const flags = codeFlags(unit, futureAnnotations);
  const entry = buildBlocks(unit.sequence);
  labelExceptionTargets(entry);
  optimizeBlocks(entry, unit.consts, profile);
  const consts = removeUnusedConsts(entry, unit.consts.items, profile.keepsUnusedConsts);
  addChecksForLoads(entry, unit.varnames.size, unit.entry.varnames.length);
  insertSuperinstructions(entry);
  pushColdBlocksToEnd(entry);
  resolveLineNumbers(entry);
  convertConditionalJumps(entry);
  const { stacksize, room } = calculateStackDepth(entry, profile.stackSurplus);
  const offsets = cellOffsets(unit);
  fixCellOffsets(entry, offsets);
  insertPrefix(unit, entry, flags, offsets);
  convertPseudoOps(entry);
  normalizeJumps(entry);
  if (profile.borrowsLocals) optimizeLoadFast(entry);
  const instructions = layOut(entry);
  const isClass = unit.scopeType === 'class';
  const used = new Set(consts);
  return {
    name: unit.name,
    qualname: unit.qualname,
    annotationTexts: unit.annotationTexts.length === 0 ? undefined : unit.annotationTexts,
    filename,
    firstlineno: unit.firstlineno,
    argcount: unit.args.argcount + unit.args.posonlyargcount,
    posonlyargcount: unit.args.posonlyargcount,
    kwonlyargcount: unit.args.kwonlyargcount,
    flags,
    ...localsPlus(unit, flags),
    names: unit.names.names,
    consts,
    unusedConsts: unit.consts.items.filter(value => !used.has(value)),
    stacksize,
    room,
    ...encode(instructions),
    exceptiontable: exceptionTable(instructions),
    docstring: unit.docstring,
    heldSteps: unit.heldSteps,
    isRepeated: false,
    renamesFormat: unit.renamesFormat,
    staticAttributes: isClass ? sortNames([...unit.staticAttributes]) : undefined
  };
}

/// The instructions in order; sets each block's offset.
function layOut(entry: BasicBlock): Instruction[] {
  const instructions: Instruction[] = [];
  for (const block of blocksFrom(entry)) {
    block.offset = instructions.length;
    for (const instruction of block.instructions) instructions.push(instruction);
  }
  for (let i = instructions.length - 1; i >= 0; i--) {
    const instruction = instructions[i]!;
    if (instruction.loc.lineno !== NEXT_LOCATION.lineno) continue;
    instruction.loc = isTerminator(instruction.op) ? NO_LOCATION : instructions[i + 1]!.loc;
  }
  return instructions;
}

/// From the SEND that END_ASYNC_FOR is compiled with to the END_SEND it names in the end.
const END_SEND_OFFSET = 4;

/// Words and their positions; unconditional jumps learn their direction (CPython 3.14 Python/assemble.c).
function encode(source: readonly Instruction[]): Pick<CodeObject, 'instructions' | 'lines' | 'positions'> {
  const instructions = new Int32Array(source.length);
  const lines = new Int32Array(source.length);
  const positions = new Int32Array(source.length * 4);
  source.forEach(({ op, arg, loc, target }, i) => {
    const goal = target === undefined ? arg : target.offset + (op === Op.END_ASYNC_FOR ? END_SEND_OFFSET : 0);
    const final =
      op === Pseudo.JUMP ? (goal > i ? Op.JUMP_FORWARD : Op.JUMP_BACKWARD)
      : op === Pseudo.JUMP_NO_INTERRUPT ? (goal > i ? Op.JUMP_FORWARD : Op.JUMP_BACKWARD_NO_INTERRUPT)
      : op;
    instructions[i] = final | (goal << 8);
    lines[i] = loc.lineno;
    positions.set([loc.lineno, loc.end_lineno, loc.col_offset, loc.end_col_offset], i * 4);
  });
  return { instructions, lines, positions };
}

/// Runs of instructions with the same handler (assemble_exception_table).
function exceptionTable(source: readonly Instruction[]): Int32Array {
  const entries: number[] = [];
  let start = 0;
  for (let i = 1; i <= source.length; i++) {
    const handler = source[start]?.except;
    if (i < source.length && source[i]!.except === handler) continue;
    if (handler !== undefined) {
      const lasti = handler.preserveLasti ? 1 : 0;
      entries.push(start, i, handler.offset, handler.startDepth - 1 - lasti, lasti);
    }
    start = i;
  }
  return Int32Array.from(entries);
}

type LocalsPlus = Pick<CodeObject, 'nlocals' | 'varnames' | 'cellvars' | 'freevars' | 'localsplusnames' | 'localspluskinds'>;

/// CPython 3.14 Python/assemble.c compute_localsplus_info.
function localsPlus(unit: CompilerUnit, flags: number): LocalsPlus {
  const { argcount, posonlyargcount, kwonlyargcount } = unit.args;
  const positional = argcount + posonlyargcount;
  const named = positional + kwonlyargcount;
  const variadic = named + ((flags & CodeFlag.VARARGS) !== 0 ? 1 : 0) + ((flags & CodeFlag.VARKEYWORDS) !== 0 ? 1 : 0);
  const varnames = unit.varnames.names;
  const localsplusnames = [...varnames];
  const localspluskinds: number[] = varnames.map((name, i) => {
    const parameter =
      i < posonlyargcount ? FastKind.ARG_POS
      : i < positional ? FastKind.ARG_POS | FastKind.ARG_KW
      : i < named ? FastKind.ARG_KW
      : i >= variadic ? 0
      : FastKind.ARG_VAR | ((flags & CodeFlag.VARARGS) !== 0 && i === named ? FastKind.ARG_POS : FastKind.ARG_KW);
    const hidden = unit.fastHidden.has(name) ? FastKind.HIDDEN : 0;
    return FastKind.LOCAL | hidden | (unit.cellvars.get(name) === undefined ? 0 : FastKind.CELL) | parameter;
  });
  for (const name of unit.cellvars.names) {
    if (unit.varnames.get(name) !== undefined) continue;
    localsplusnames.push(name);
    localspluskinds.push(FastKind.CELL);
  }
  for (const name of unit.freevars.names) {
    localsplusnames.push(name);
    localspluskinds.push(FastKind.FREE);
  }
  if (unit.renamesFormat) varnames[0] = localsplusnames[0] = 'format';
  const ofKind = (kind: number): string[] => localsplusnames.filter((_, i) => (localspluskinds[i]! & kind) !== 0);
  return {
    nlocals: varnames.length, varnames, cellvars: ofKind(FastKind.CELL), freevars: ofKind(FastKind.FREE), localsplusnames, localspluskinds
  };
}
