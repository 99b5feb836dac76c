/// The compiler's place in the machine: what is hot, and whether there is a compiler.
import type { HostCode } from '../codeobject';
import type { Frame } from '../frame';
import type { Vm } from '../vm';
import type { Compiled } from './compiler';

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
  /// Compiles code that a frame runs; undefined: it stays with the eval loop. Set by the machine's start.
  compile: (code: HostCode, frame: Frame) => Compiled | undefined = () => undefined;

  constructor(private readonly vm: Vm, compileAfter = HOT) {
    this.threshold = Math.min(compileAfter, COLD);
  }

  /// The code is hot: compiles it if that was not tried yet. Whether there is compiled code to be run now; there is none
  /// while somebody watches single instructions.
  warm(code: HostCode, frame: Frame): boolean {
    const { vm } = this;
    if (vm.observer !== undefined || vm.recording) return false;
    code.compiled ??= this.tryToCompile(code, frame);
    if (code.compiled === undefined) code.heat = COLD;
    return code.compiled !== undefined;
  }

  private tryToCompile(code: HostCode, frame: Frame): Compiled | undefined {
    if (code.instructions.length > MOST_INSTRUCTIONS) return undefined;
    try {
      return this.compile(code, frame);
    } catch (error) {
      // A page may forbid new Function (Content-Security-Policy): the eval loop does it all.
      if (!(error instanceof EvalError)) throw error;
      this.threshold = COLD;
      return undefined;
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
