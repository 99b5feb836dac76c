/// The builtin types every heap has, by the key under which `it.types` holds them.
import type { TypeObject } from './typeobject';

const unset = undefined as unknown as TypeObject;

/// A table to be filled. One literal: V8 would give an object that grows by computed keys a hash table, and the types
/// are read everywhere.
export const emptyBuiltinTypes = () => ({
  object: unset, type: unset, NoneType: unset, ellipsis: unset, NotImplementedType: unset, int: unset, bool: unset,
  float: unset, complex: unset, str: unset, bytes: unset, bytearray: unset, tuple: unset, list: unset, dict: unset,
  set: unset, frozenset: unset, slice: unset, range: unset, enumerate: unset, zip: unset, map: unset, filter: unset,
  reversed: unset, super: unset, str_iterator: unset, str_ascii_iterator: unset, bytes_iterator: unset, bytearray_iterator: unset,
  tuple_iterator: unset, list_iterator: unset, list_reverseiterator: unset, dict_keys: unset, dict_values: unset,
  dict_items: unset, dict_keyiterator: unset, dict_valueiterator: unset, dict_itemiterator: unset,
  dict_reversekeyiterator: unset, dict_reversevalueiterator: unset, dict_reverseitemiterator: unset,
  set_iterator: unset, range_iterator: unset, longrange_iterator: unset, iterator: unset, callable_iterator: unset,
  mappingproxy: unset, SimpleNamespace: unset, function: unset, builtin_function_or_method: unset, method: unset,
  method_descriptor: unset, classmethod_descriptor: unset, wrapper_descriptor: unset, method_wrapper: unset,
  getset_descriptor: unset, member_descriptor: unset, property: unset, classmethod: unset, staticmethod: unset,
  cell: unset, code: unset, frame: unset, FrameLocalsProxy: unset, traceback: unset, generator: unset, coroutine: unset,
  async_generator: unset, module: unset, weakref: unset, weakproxy: unset, weakcallableproxy: unset,
  BaseException: unset, BaseExceptionGroup: unset, Exception: unset, GeneratorExit: unset, KeyboardInterrupt: unset,
  SystemExit: unset, ArithmeticError: unset, AssertionError: unset, AttributeError: unset, BufferError: unset, EOFError: unset,
  ImportError: unset, LookupError: unset, MemoryError: unset, NameError: unset, OSError: unset, ReferenceError: unset,
  RuntimeError: unset, StopAsyncIteration: unset, StopIteration: unset, SyntaxError: unset, SystemError: unset,
  TypeError: unset, ValueError: unset, Warning: unset, FloatingPointError: unset, OverflowError: unset,
  ZeroDivisionError: unset, BytesWarning: unset, DeprecationWarning: unset, EncodingWarning: unset, FutureWarning: unset,
  ImportWarning: unset, PendingDeprecationWarning: unset, ResourceWarning: unset, RuntimeWarning: unset, SyntaxWarning: unset,
  UnicodeWarning: unset, UserWarning: unset, BlockingIOError: unset, ChildProcessError: unset, ConnectionError: unset,
  FileExistsError: unset, FileNotFoundError: unset, InterruptedError: unset, IsADirectoryError: unset,
  NotADirectoryError: unset, PermissionError: unset, ProcessLookupError: unset, TimeoutError: unset, IndentationError: unset,
  IndexError: unset, KeyError: unset, ModuleNotFoundError: unset, NotImplementedError: unset, PythonFinalizationError: unset,
  RecursionError: unset, UnboundLocalError: unset, UnicodeError: unset, BrokenPipeError: unset, ConnectionAbortedError: unset,
  ConnectionRefusedError: unset, ConnectionResetError: unset, TabError: unset, UnicodeDecodeError: unset,
  UnicodeEncodeError: unset, UnicodeTranslateError: unset, ExceptionGroup: unset, GenericAlias: unset, UnionType: unset,
  generic_alias_iterator: unset
});

export type BuiltinTypes = ReturnType<typeof emptyBuiltinTypes>;
export type BuiltinTypeName = keyof BuiltinTypes;
export const BUILTIN_TYPE_NAMES = Object.keys(emptyBuiltinTypes()) as readonly BuiltinTypeName[];
