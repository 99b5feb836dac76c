/// The infrequent instructions, by opcode.
import { Opcode } from '../../compiler/opcodes';
import type { Frame } from '../frame';
import type { Vm } from '../vm';
import { awaitOps } from './awaiting';
import { buildOps } from './build';
import { callOps } from './call';
import { exceptionOps } from './exceptions';
import { functionOps } from './function';
import { generatorOps } from './generator';
import { importOps } from './import';
import { matchOps } from './match';
import { nameOps } from './names';
import { withOps } from './with';

/// Works on frame.sp and frame.ip. Returns nothing to go on in the frame, a frame to run next, or a reference with
/// which the eval loop ends.
export type ColdOp = (vm: Vm, frame: Frame, arg: number) => Frame | number | undefined;

export type ColdOps = Readonly<Partial<Record<keyof typeof Opcode, ColdOp>>>;

/// Put in place of an instruction by whoever waits for it (vm.onBreakpoint), who restores it and sets frame.ip back.
export const BREAKPOINT = 255;

export const COLD_OPS: ColdOp[] = [];
COLD_OPS[BREAKPOINT] = (vm, frame) => {
  vm.onBreakpoint(frame);
  return undefined;
};
for (const ops of [awaitOps, buildOps, callOps, exceptionOps, functionOps, generatorOps, importOps, matchOps, nameOps, withOps]) {
  for (const [name, op] of Object.entries(ops)) COLD_OPS[Opcode[name as keyof typeof Opcode]] = op;
}
