/// The frame that called a native function.
import type { Frame } from '../vm/frame';
import type { Vm } from '../vm/vm';

/// Raises RuntimeError when no code runs.
export function currentFrame(vm: Vm): Frame {
  return vm.frame ?? vm.raise(vm.types.RuntimeError, 'no current frame');
}

/// The frame `depth` calls further out; undefined if there are not so many.
export function frameAt(vm: Vm, depth: number): Frame | undefined {
  let frame = vm.frame;
  for (let i = 0; i < depth && frame !== undefined; i++) frame = frame.previous;
  return frame;
}
