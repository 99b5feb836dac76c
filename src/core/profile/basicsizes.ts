/// `__basicsize__` of builtin types where versions differ, in bytes; measured.

/// Without `_metadata`.
const syntaxErrors = { SyntaxError: 136, IndentationError: 136, TabError: 136 };

export const basicsizes: Readonly<Record<'3.11' | '3.13' | '3.14', Readonly<Partial<Record<string, number>>>>> = {
  '3.11': { bool: 32, BaseExceptionGroup: 88, ImportError: 96, ModuleNotFoundError: 96, type: 904, UnionType: 32, code: 184, range_iterator: 48, longrange_iterator: 48, ...syntaxErrors },
  '3.13': {
    BaseExceptionGroup: 88, type: 928, UnionType: 32, code: 200, frame: 136, function: 144, generator: 144, coroutine: 144, async_generator: 144,
    ...syntaxErrors
  },
  '3.14': {
    type: 936, UnionType: 56, frame: 152, function: 152, map: 40, async_generator: 152
  }
};
