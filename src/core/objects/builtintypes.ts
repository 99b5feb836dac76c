/// The builtin types every heap has, by the key under which `it.types` holds them.
import type { TypeObject } from './typeobject';

export const BUILTIN_TYPE_NAMES = [
  'object', 'type', 'NoneType', 'ellipsis', 'NotImplementedType', 'int', 'bool', 'float', 'complex', 'str', 'bytes', 'bytearray',
  'tuple', 'list', 'dict', 'set', 'frozenset', 'slice', 'range', 'enumerate', 'zip', 'map', 'filter', 'reversed', 'super',
  'str_iterator', 'bytes_iterator', 'bytearray_iterator', 'tuple_iterator', 'list_iterator', 'list_reverseiterator',
  'dict_keys', 'dict_values', 'dict_items', 'dict_keyiterator', 'dict_valueiterator', 'dict_itemiterator',
  'dict_reversekeyiterator', 'dict_reversevalueiterator', 'dict_reverseitemiterator', 'set_iterator', 'range_iterator', 'longrange_iterator',
  'iterator', 'callable_iterator', 'mappingproxy', 'SimpleNamespace',
  'function', 'builtin_function_or_method', 'method', 'method_descriptor', 'classmethod_descriptor', 'wrapper_descriptor',
  'method_wrapper', 'getset_descriptor', 'member_descriptor', 'property', 'classmethod', 'staticmethod', 'cell', 'code',
  'frame', 'traceback', 'generator', 'coroutine', 'async_generator', 'module', 'weakref', 'weakproxy', 'weakcallableproxy',
  'BaseException', 'Exception', 'BaseExceptionGroup', 'GeneratorExit', 'KeyboardInterrupt', 'SystemExit',
  'ArithmeticError', 'AssertionError', 'AttributeError', 'BufferError', 'EOFError', 'ImportError', 'ModuleNotFoundError',
  'LookupError', 'IndexError', 'KeyError', 'MemoryError', 'NameError', 'UnboundLocalError', 'OSError', 'FileNotFoundError',
  'ReferenceError', 'RuntimeError', 'NotImplementedError', 'RecursionError', 'StopIteration', 'StopAsyncIteration',
  'SyntaxError', 'IndentationError', 'TabError', 'SystemError', 'TypeError', 'ValueError', 'UnicodeError',
  'UnicodeDecodeError', 'UnicodeEncodeError', 'FloatingPointError', 'OverflowError', 'ZeroDivisionError',
  'Warning', 'DeprecationWarning', 'RuntimeWarning', 'SyntaxWarning', 'UserWarning', 'ResourceWarning',
  'BlockingIOError', 'ChildProcessError', 'ConnectionError', 'BrokenPipeError', 'ConnectionAbortedError', 'ConnectionRefusedError',
  'ConnectionResetError', 'FileExistsError', 'InterruptedError', 'IsADirectoryError', 'NotADirectoryError', 'PermissionError',
  'ProcessLookupError', 'TimeoutError', 'PythonFinalizationError', 'UnicodeTranslateError', 'BytesWarning', 'EncodingWarning',
  'FutureWarning', 'GenericAlias', 'ImportWarning', 'UnionType', 'PendingDeprecationWarning', 'UnicodeWarning', 'ExceptionGroup'
] as const;

export type BuiltinTypeName = (typeof BUILTIN_TYPE_NAMES)[number];
export type BuiltinTypes = Record<BuiltinTypeName, TypeObject>;
