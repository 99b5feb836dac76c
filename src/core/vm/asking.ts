/// How input() gets its answer: from the host at once, or by leaving the eval loop until the answer has come.
import { Opcode } from '../compiler/opcodes';
import type { Ptr } from '../memory/ram';
import type { NativeFunction } from '../objects/typeobject';
import { nativeOf } from '../objects/methodobject';
import { evalBreaker } from './evalbreaker';
import { untag } from './frame';
import type { Vm } from './vm';

/// Gives a line without its end; undefined = the end of input.
export type ReadLine = () => string | undefined;

/// Thrown through native code by an input() that waits. The CALL that was being executed is left as it was, its operands
/// on the stack, and is executed again when the answer is there: no reference is held meanwhile that CPython does not hold.
export class InputRequest extends Error {}

export class Asking {
  /// Who gives the lines, asked at each input(): nobody, a function at once, or the host later (`ask`).
  source: () => 'ask' | ReadLine | undefined = () => undefined;
  /// The prompt of the input() that waits; undefined = none does.
  prompt: string | undefined = undefined;
  private answer: { readonly line: string | undefined } | undefined = undefined;

  reply(line: string | undefined): void {
    if (this.prompt === undefined) return;
    this.prompt = undefined;
    this.answer = { line };
  }

  /// Ends the wait without an answer: the call is executed again and sees the interrupt.
  cancel(): void {
    this.reply(undefined);
  }

  takeAnswer(): { readonly line: string | undefined } | undefined {
    const { answer } = this;
    this.answer = undefined;
    return answer;
  }
}

/// The line that input() returns; undefined = the end of input. `prompt` makes the text of the prompt (guest code may
/// run), `show` writes it where the host does not show it itself.
export function readLine(vm: Vm, fn: NativeFunction['fn'], prompt: () => string, show: (text: string) => void): string | undefined {
  const { asking } = vm;
  const source = asking.source();
  if (source !== 'ask') {
    show(prompt());
    return source?.();
  }
  const answer = asking.takeAnswer();
  if (answer !== undefined) {
    if (vm.interrupted) evalBreaker(vm);
    return answer.line;
  }
  if (vm.stackUse > 0 || !isDirectCall(vm, fn)) {
    // NOT-CPYTHON: native code cannot be left and come back to.
    vm.raise(vm.types.RuntimeError, 'memory-sim cannot wait for input() here: call it outside of constructors, class bodies and what built-in functions call');
  }
  asking.prompt = prompt();
  throw new InputRequest();
}

/// Whether the instruction that runs is a CALL of this native function.
function isDirectCall(vm: Vm, fn: NativeFunction['fn']): boolean {
  const { frame } = vm;
  if (frame === undefined) return false;
  const word = frame.code.instructions[frame.ip - 1]!;
  if ((word & 255) !== Opcode.CALL) return false;
  const callable: Ptr = untag(vm.i32[frame.sp - (word >>> 8) - 2]!);
  return vm.typeOf(callable) === vm.types.builtin_function_or_method && nativeOf(vm, callable).method.fn === fn;
}
