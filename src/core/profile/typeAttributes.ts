/// Builtin types and attributes of them that came with a later version; measured by vars() of the types.
import type { PythonVersion } from './profile';

/// Attributes that a type has in later versions only, by the type's name.
/// The exceptions without an `__init__` of their own since 3.14 (Objects/exceptions.c SimpleExtendsException, MiddlingExtendsException).
const inheritingInit = ('ArithmeticError AssertionError BufferError BytesWarning DeprecationWarning EOFError EncodingWarning Exception ' +
  'FloatingPointError FutureWarning GeneratorExit ImportWarning IndexError KeyError KeyboardInterrupt LookupError MemoryError NotImplementedError ' +
  'OverflowError PendingDeprecationWarning PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning ' +
  'StopAsyncIteration SyntaxWarning SystemError TypeError UnicodeError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError ' +
  'BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError ' +
  'FileExistsError FileNotFoundError IndentationError InterruptedError IsADirectoryError ModuleNotFoundError NotADirectoryError ' +
  'PermissionError ProcessLookupError TabError TimeoutError UnboundLocalError').split(' ');

export const lackingAttributes: Readonly<Record<PythonVersion, Readonly<Record<string, readonly string[]>>>> = {
  '3.11': {
    int: ['is_integer'], bool: ['__invert__'], type: ['__annotate__'], property: ['__name__'],
    function: ['__annotate__', '__type_params__'], classmethod: ['__annotate__', '__annotations__'], staticmethod: ['__annotate__', '__annotations__'],
    BaseExceptionGroup: ['__repr__'], NoneType: ['__hash__'], generator: ['__class_getitem__'], ImportError: ['name_from'], SyntaxError: ['_metadata'], AttributeError: ['__reduce__', '__getstate__'],
    SimpleNamespace: ['__replace__'], frame: ['f_generator']
  },
  '3.13': {
    BaseExceptionGroup: ['__repr__'], SyntaxError: ['_metadata'], type: ['__annotate__'], function: ['__annotate__'], classmethod: ['__annotate__', '__annotations__'], staticmethod: ['__annotate__', '__annotations__'],
    frame: ['f_generator']
  },
  '3.14': Object.fromEntries([
    ...inheritingInit.map(name => [name, ['__init__']] as const), ['AttributeError', ['__str__']], ['NameError', ['__str__']]
  ])
};

/// Types that the version does not have yet.
export const lackingTypes: Readonly<Record<PythonVersion, ReadonlySet<string>>> = {
  '3.11': new Set(['FrameLocalsProxy', 'PythonFinalizationError']),
  '3.13': new Set(),
  '3.14': new Set()
};
