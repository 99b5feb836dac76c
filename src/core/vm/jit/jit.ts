/// The compiler's place in the machine: what is hot, and whether there is a compiler.
import type { HostCode } from '../codeobject';
import type { Frame } from '../frame';
import type { Vm } from '../vm';
import type { Compiled } from './compiled';

/// Calls and jumps back after which code is compiled.
const HOT = 50;

/// Longer code stays with the eval loop: V8 would not optimise what it becomes.
const MOST_INSTRUCTIONS = 3000;

/// HostCode.heat of code that is never compiled.
const COLD = 0x3fffffff;

export class Jit {
  /// HostCode.heat of new code.
  threshold: number;
  /// Compiled code that runs within compiled code, how deep.
  nested = 0;
  /// Looks at code that is to be compiled; undefined: it stays with the eval loop. Set by the machine's start.
  prepare: (code: HostCode) => Compiled | undefined = () => undefined;

  constructor(private readonly vm: Vm, compileAfter = HOT) {
    this.threshold = Math.min(compileAfter, COLD);
  }

  /// The code is hot: the block with which the frame may go on in compiled code, which may be compiled now, or -1. There is
  /// none while somebody watches single instructions.
  enter(code: HostCode, frame: Frame): number {
    const { vm } = this;
    if (vm.observer !== undefined || vm.recording) return -1;
    const isNew = code.compiled === undefined;
    if (isNew && code.instructions.length <= MOST_INSTRUCTIONS) code.compiled = this.prepare(code);
    if (code.compiled === undefined) {
      code.heat = COLD;
      return -1;
    }
    try {
      return code.compiled.enter(frame, isNew);
    } catch (error) {
      // A page may forbid new Function (Content-Security-Policy): the eval loop does it all.
      if (!(error instanceof EvalError)) throw error;
      this.threshold = code.heat = COLD;
      return -1;
    }
  }

  /// The instructions of the code changed: `compiled` is what these were compiled to before, if they were. Returns the
  /// same of the ones that they replace.
  exchange(code: HostCode, compiled: Compiled | undefined): Compiled | undefined {
    const old = code.compiled;
    code.compiled = compiled;
    if (code.heat === COLD) code.heat = this.threshold;
    if (compiled !== undefined) code.heat = 0;
    return old;
  }
}
