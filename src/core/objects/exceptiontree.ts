/// The builtin exception types: base, and the fields each adds to BaseException's.
import type { BuiltinTypeName } from './builtintypes';

/// Words from an exception's Ptr: see exceptions.ts.
export const ExcField = { DICT: 4, ARGS: 6, NOTES: 8, TRACEBACK: 10, CONTEXT: 12, CAUSE: 14, SUPPRESS_CONTEXT: 16, FIRST_EXTRA: 18 } as const;

export interface ExceptionEntry {
  readonly base: BuiltinTypeName | undefined;
  /// A version may lack the last ones: see profile/basicsizes.ts.
  readonly fields: readonly string[];
}

/// Fields that are numbers, and no references.
export const NUMBER_FIELDS: readonly string[] = ['start', 'end', 'characters_written'];

const entry = (base: BuiltinTypeName | undefined, ...fields: string[]): ExceptionEntry => ({ base, fields });

/// Bases come before what derives from them.
export const EXCEPTION_TREE: ReadonlyMap<BuiltinTypeName, ExceptionEntry> = new Map<BuiltinTypeName, ExceptionEntry>([
  ['BaseException', entry(undefined)],
  ['Exception', entry('BaseException')],
  ['BaseExceptionGroup', entry('BaseException', 'message', 'exceptions', 'excs_str')],
  ['GeneratorExit', entry('BaseException')],
  ['KeyboardInterrupt', entry('BaseException')],
  ['SystemExit', entry('BaseException', 'code')],
  ['ArithmeticError', entry('Exception')],
  ['FloatingPointError', entry('ArithmeticError')],
  ['OverflowError', entry('ArithmeticError')],
  ['ZeroDivisionError', entry('ArithmeticError')],
  ['AssertionError', entry('Exception')],
  ['AttributeError', entry('Exception', 'obj', 'name')],
  ['BufferError', entry('Exception')],
  ['EOFError', entry('Exception')],
  ['ImportError', entry('Exception', 'msg', 'name', 'path', 'name_from')],
  ['ModuleNotFoundError', entry('ImportError')],
  ['LookupError', entry('Exception')],
  ['IndexError', entry('LookupError')],
  ['KeyError', entry('LookupError')],
  ['MemoryError', entry('Exception')],
  ['NameError', entry('Exception', 'name')],
  ['UnboundLocalError', entry('NameError')],
  ['OSError', entry('Exception', 'errno', 'strerror', 'filename', 'filename2', 'characters_written')],
  ['BlockingIOError', entry('OSError')],
  ['ChildProcessError', entry('OSError')],
  ['ConnectionError', entry('OSError')],
  ['BrokenPipeError', entry('ConnectionError')],
  ['ConnectionAbortedError', entry('ConnectionError')],
  ['ConnectionRefusedError', entry('ConnectionError')],
  ['ConnectionResetError', entry('ConnectionError')],
  ['FileExistsError', entry('OSError')],
  ['FileNotFoundError', entry('OSError')],
  ['InterruptedError', entry('OSError')],
  ['IsADirectoryError', entry('OSError')],
  ['NotADirectoryError', entry('OSError')],
  ['PermissionError', entry('OSError')],
  ['ProcessLookupError', entry('OSError')],
  ['TimeoutError', entry('OSError')],
  ['ReferenceError', entry('Exception')],
  ['RuntimeError', entry('Exception')],
  ['NotImplementedError', entry('RuntimeError')],
  ['PythonFinalizationError', entry('RuntimeError')],
  ['RecursionError', entry('RuntimeError')],
  ['StopIteration', entry('Exception', 'value')],
  ['StopAsyncIteration', entry('Exception')],
  ['SyntaxError', entry('Exception', 'msg', 'filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset', 'print_file_and_line', '_metadata')],
  ['IndentationError', entry('SyntaxError')],
  ['TabError', entry('IndentationError')],
  ['SystemError', entry('Exception')],
  ['TypeError', entry('Exception')],
  ['ValueError', entry('Exception')],
  ['UnicodeError', entry('ValueError')],
  ['UnicodeDecodeError', entry('UnicodeError', 'encoding', 'object', 'start', 'end', 'reason')],
  ['UnicodeEncodeError', entry('UnicodeError', 'encoding', 'object', 'start', 'end', 'reason')],
  ['UnicodeTranslateError', entry('UnicodeError', 'encoding', 'object', 'start', 'end', 'reason')],
  ['Warning', entry('Exception')],
  ['BytesWarning', entry('Warning')],
  ['DeprecationWarning', entry('Warning')],
  ['EncodingWarning', entry('Warning')],
  ['FutureWarning', entry('Warning')],
  ['ImportWarning', entry('Warning')],
  ['PendingDeprecationWarning', entry('Warning')],
  ['RuntimeWarning', entry('Warning')],
  ['SyntaxWarning', entry('Warning')],
  ['UnicodeWarning', entry('Warning')],
  ['UserWarning', entry('Warning')],
  ['ResourceWarning', entry('Warning')]
]);
