/// Drops the constants that optimization left unused (CPython 3.14 Python/flowgraph.c remove_unused_consts).
import type { Const } from './code';
import { Opcode } from './opcodes';
import { type BasicBlock, blocksFrom } from './basicBlock';

/// The constants still used, in order, and the first, which may be a docstring; renumbers LOAD_CONST.
/// `onlyLast`: only those after the last that is used (3.11 Python/compile.c trim_unused_consts).
export function removeUnusedConsts(entry: BasicBlock, consts: readonly Const[], onlyLast: boolean): Const[] {
  const used = new Set([0]);
  for (const block of blocksFrom(entry)) {
    for (const { op, arg } of block.instructions) if (op === Opcode.LOAD_CONST) used.add(arg);
  }
  if (onlyLast) return consts.slice(0, Math.max(...used) + 1);
  const kept: Const[] = [];
  const renumbered = consts.map((value, i) => (used.has(i) ? kept.push(value) - 1 : -1));
  for (const block of blocksFrom(entry)) {
    for (const instruction of block.instructions) {
      if (instruction.op === Opcode.LOAD_CONST) instruction.arg = renumbered[instruction.arg]!;
    }
  }
  return kept;
}
