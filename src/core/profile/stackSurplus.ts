/// What our code, whose instructions are 3.14's, holds on the stack and the version's own code does not:
/// co_stacksize does not count it.
export interface StackSurplus {
  /// Handlers in generators that make StopIteration a RuntimeError or end a delegation (3.12+): before, the generator and
  /// SEND did that.
  readonly generatorHandlers: boolean;
  /// The names of keyword arguments (3.13+ CALL_KW): before, KW_NAMES kept them aside.
  readonly keywordNames: boolean;
  /// CALL_FUNCTION_EX without keyword arguments takes NULL in their place (3.14).
  readonly noKeywords: boolean;
}

export const stackSurplus: Readonly<Record<'3.11' | '3.13' | '3.14', StackSurplus>> = {
  '3.11': { generatorHandlers: true, keywordNames: true, noKeywords: true },
  '3.13': { generatorHandlers: false, keywordNames: false, noKeywords: true },
  '3.14': { generatorHandlers: false, keywordNames: false, noKeywords: false }
};
