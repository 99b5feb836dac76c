/// The logical instruction set: CPython 3.14's, before specialisation, the same for every profile.
///
/// A word is `op | arg << 8`. Jump arguments are absolute instruction indexes. There are no EXTENDED_ARG, CACHE or
/// NOT_TAKEN words. Numbers are ours: dense from 0, so that a `switch` over them is a table; the first 50 are the ones
/// that ordinary programs spend their time in.
/// NOT-CPYTHON: NOT_TAKEN is left out; it serves sys.monitoring only.
///
/// Stack effects read `before -- after`, top of the stack to the right, in the notation of CPython's bytecodes.c.
/// `names[i]`, `consts[i]` and `fast[i]` are the code object's names, consts and localsplus slots.
export const Opcode = {
  /// ( -- ) placeholder that keeps a line.
  NOP: 0,
  /// ( -- ) arg&3: 0 function start, 1 after yield, 2 after yield from, 3 after await; arg&4: not inside a try. Eval-breaker check unless 2.
  RESUME: 1,
  /// ( -- value) fast[arg], known to be set; a new reference.
  LOAD_FAST: 2,
  /// ( -- value) as LOAD_FAST, the stack slot borrows the local's reference.
  LOAD_FAST_BORROW: 3,
  /// ( -- first, second) fast[arg>>4], fast[arg&15].
  LOAD_FAST_LOAD_FAST: 4,
  /// ( -- first, second) as LOAD_FAST_LOAD_FAST, both borrowed.
  LOAD_FAST_BORROW_LOAD_FAST_BORROW: 5,
  /// ( -- value) fast[arg]; UnboundLocalError if unset.
  LOAD_FAST_CHECK: 6,
  /// (value -- ) fast[arg] = value; value may be NULL (restores a comprehension's outer variable).
  STORE_FAST: 7,
  /// (value -- loaded) fast[arg>>4] = value, then push fast[arg&15].
  STORE_FAST_LOAD_FAST: 8,
  /// (value2, value1 -- ) fast[arg>>4] = value1, then fast[arg&15] = value2.
  STORE_FAST_STORE_FAST: 9,
  /// ( -- value) consts[arg].
  LOAD_CONST: 10,
  /// ( -- value) the int arg, 0..255.
  LOAD_SMALL_INT: 11,
  /// ( -- value, NULL if arg&1) globals then builtins, names[arg>>1].
  LOAD_GLOBAL: 12,
  /// ( -- value) locals, globals, builtins: names[arg].
  LOAD_NAME: 13,
  /// (value -- ) locals[names[arg]] = value.
  STORE_NAME: 14,
  /// (owner -- attr) or, with arg&1, (owner -- method, self) or (owner -- attr, NULL); name is names[arg>>1].
  LOAD_ATTR: 15,
  /// (value, owner -- ) owner.names[arg] = value.
  STORE_ATTR: 16,
  /// (callable, self_or_NULL, args[arg] -- result).
  CALL: 17,
  /// (callable, self_or_NULL, args[arg], kwnames -- result); the last len(kwnames) args are keywords.
  CALL_KW: 18,
  /// (value -- ) leaves the frame.
  RETURN_VALUE: 19,
  /// (value -- ).
  POP_TOP: 20,
  /// (lhs, rhs -- result) arg indexes binaryOperators; 26 is subscription.
  BINARY_OP: 21,
  /// (lhs, rhs -- result) compareOperators[arg>>5]; arg&16: the result is converted to bool.
  COMPARE_OP: 22,
  /// (value -- bool).
  TO_BOOL: 23,
  /// (bool -- ) jump to arg; the operand is exactly True or False.
  POP_JUMP_IF_FALSE: 24,
  /// (bool -- ) jump to arg.
  POP_JUMP_IF_TRUE: 25,
  /// (value -- ) jump to arg if value is None.
  POP_JUMP_IF_NONE: 26,
  /// (value -- ) jump to arg if value is not None.
  POP_JUMP_IF_NOT_NONE: 27,
  /// ( -- ) jump to arg, ahead.
  JUMP_FORWARD: 28,
  /// ( -- ) jump to arg, behind; eval-breaker check.
  JUMP_BACKWARD: 29,
  /// ( -- ) jump to arg, behind, without the check.
  JUMP_BACKWARD_NO_INTERRUPT: 30,
  /// (iterable -- iter).
  GET_ITER: 31,
  /// (iter -- iter, next); when exhausted (iter -- iter) and continue at arg+1: arg is the END_FOR, which is skipped.
  FOR_ITER: 32,
  /// (value -- ) end of an exhausted loop over an inlined generator; only reached by falling into it.
  END_FOR: 33,
  /// (iter -- ) drops a loop's iterator.
  POP_ITER: 34,
  /// (value, container, sub -- ) container[sub] = value.
  STORE_SUBSCR: 35,
  /// ( -- NULL).
  PUSH_NULL: 36,
  /// (bottom, unused[arg-1] -- bottom, unused[arg-1], bottom) a new reference to the arg-th from the top.
  COPY: 37,
  /// exchanges the top with the arg-th from the top (2 = the one below).
  SWAP: 38,
  /// (values[arg] -- tuple).
  BUILD_TUPLE: 39,
  /// (values[arg] -- list).
  BUILD_LIST: 40,
  /// (key, value pairs[arg] -- dict).
  BUILD_MAP: 41,
  /// (list, unused[arg-1], value -- list, unused[arg-1]).
  LIST_APPEND: 42,
  /// (seq -- values[arg]) first value on top.
  UNPACK_SEQUENCE: 43,
  /// (left, right -- bool) arg 1: is not.
  IS_OP: 44,
  /// (left, right -- bool) left in right; arg 1: not in.
  CONTAINS_OP: 45,
  /// (bool -- bool).
  UNARY_NOT: 46,
  /// (value -- result).
  UNARY_NEGATIVE: 47,
  /// ( -- value) the cell fast[arg]'s content; NameError or UnboundLocalError if empty.
  LOAD_DEREF: 48,
  /// (value -- ) into the cell fast[arg].
  STORE_DEREF: 49,
  /// ( -- ) globals[names[arg]] removed; NameError.
  DELETE_GLOBAL: 50,
  /// (value -- ) globals[names[arg]] = value.
  STORE_GLOBAL: 51,
  /// ( -- ) locals[names[arg]] removed; NameError.
  DELETE_NAME: 52,
  /// (owner -- ) del owner.names[arg].
  DELETE_ATTR: 53,
  /// ( -- ) fast[arg] unset; UnboundLocalError.
  DELETE_FAST: 54,
  /// ( -- ) empties the cell fast[arg]; error as LOAD_DEREF.
  DELETE_DEREF: 55,
  /// (container, sub -- ).
  DELETE_SUBSCR: 56,
  /// ( -- value or NULL) moves fast[arg] to the stack and unsets it.
  LOAD_FAST_AND_CLEAR: 57,
  /// ( -- ) fast[arg] = a new cell holding what fast[arg] held (or empty).
  MAKE_CELL: 58,
  /// ( -- ) copies the closure's arg cells into the last arg fast slots.
  COPY_FREE_VARS: 59,
  /// (class_dict -- value) class_dict[name of slot arg], else the cell fast[arg].
  LOAD_FROM_DICT_OR_DEREF: 60,
  /// (class_dict -- value) class_dict[names[arg]], else globals, builtins.
  LOAD_FROM_DICT_OR_GLOBALS: 61,
  /// ( -- locals) the frame's locals mapping (class and module bodies).
  LOAD_LOCALS: 62,
  /// ( -- value) commonConstants[arg].
  LOAD_COMMON_CONSTANT: 63,
  /// ( -- builtins.__build_class__).
  LOAD_BUILD_CLASS: 64,
  /// (code -- function).
  MAKE_FUNCTION: 65,
  /// (attr, function -- function) arg: 1 defaults, 2 kwdefaults, 4 annotations tuple of name, value, ..., 8 closure, 16 __annotate__.
  SET_FUNCTION_ATTRIBUTE: 66,
  /// (callable, NULL, args, kwargs_or_NULL -- result) args is any iterable, made a tuple.
  CALL_FUNCTION_EX: 67,
  /// (value -- result) intrinsics1[arg].
  CALL_INTRINSIC_1: 68,
  /// (value2, value1 -- result) intrinsics2[arg].
  CALL_INTRINSIC_2: 69,
  /// (super, class, self -- attr) or, with arg&1, (… -- method, self_or_NULL); arg&2: super had two arguments; name is names[arg>>2].
  LOAD_SUPER_ATTR: 70,
  /// (value -- result).
  UNARY_INVERT: 71,
  /// (container, start, stop -- result).
  BINARY_SLICE: 72,
  /// (value, container, start, stop -- ).
  STORE_SLICE: 73,
  /// (values[arg] -- slice) arg is 2 or 3.
  BUILD_SLICE: 74,
  /// (values[arg] -- set).
  BUILD_SET: 75,
  /// (strings[arg] -- str).
  BUILD_STRING: 76,
  /// (list, unused[arg-1], iterable -- list, unused[arg-1]).
  LIST_EXTEND: 77,
  /// (set, unused[arg-1], value -- set, unused[arg-1]).
  SET_ADD: 78,
  /// (set, unused[arg-1], iterable -- set, unused[arg-1]).
  SET_UPDATE: 79,
  /// (dict, unused[arg-1], key, value -- dict, unused[arg-1]).
  MAP_ADD: 80,
  /// (dict, unused[arg-1], mapping -- dict, unused[arg-1]) for {**mapping}.
  DICT_UPDATE: 81,
  /// (callable, NULL, args, dict, unused[arg-1], mapping -- callable, NULL, args, dict, unused[arg-1]) for f(**mapping): a key twice is a TypeError.
  DICT_MERGE: 82,
  /// (seq -- values) arg&255 values before the star, arg>>8 after it; first value on top.
  UNPACK_EX: 83,
  /// (value -- str) arg: 1 str, 2 repr, 3 ascii.
  CONVERT_VALUE: 84,
  /// (value -- str) format(value, '').
  FORMAT_SIMPLE: 85,
  /// (value, spec -- str).
  FORMAT_WITH_SPEC: 86,
  /// (strings, interpolations -- template).
  BUILD_TEMPLATE: 87,
  /// (value, expression_text -- interpolation), with arg&1 (value, expression_text, format_spec -- …); arg>>2 conversion as CONVERT_VALUE.
  BUILD_INTERPOLATION: 88,
  /// (level, fromlist -- module) names[arg].
  IMPORT_NAME: 89,
  /// (module -- module, attr) names[arg].
  IMPORT_FROM: 90,
  /// ( -- ) __annotations__ made in locals if absent.
  SETUP_ANNOTATIONS: 91,
  /// (owner -- method, self_or_NULL) specialMethods[arg] looked up on the type.
  LOAD_SPECIAL: 92,
  /// (manager -- exit_method, entered) up to 3.13: bound __exit__, then the result of __enter__().
  BEFORE_WITH: 93,
  /// (manager -- exit_method, awaitable) up to 3.13, as BEFORE_WITH with __aexit__ and __aenter__.
  BEFORE_ASYNC_WITH: 94,
  /// (exit, self_or_NULL, lasti, prev_exc, exc -- …, result) calls exit(type, exc, traceback); arg 1 (up to 3.13): there is no self slot.
  WITH_EXCEPT_START: 95,
  /// (exc -- prev_exc, exc) exc becomes the exception being handled.
  PUSH_EXC_INFO: 96,
  /// (prev_exc -- ) prev_exc becomes the exception being handled again.
  POP_EXCEPT: 97,
  /// (exc, type -- exc, bool).
  CHECK_EXC_MATCH: 98,
  /// (exc, type -- rest_or_None, match_or_None) for except*.
  CHECK_EG_MATCH: 99,
  /// (args[arg] -- ) raise: 0 re-raise, 1 exception, 2 exception and cause.
  RAISE_VARARGS: 100,
  /// (values[arg], exc -- values[arg]) raises exc again; with arg the instruction index values[0] is restored for the traceback.
  RERAISE: 101,
  /// (value -- value sent in) arg 1: inside yield from or await.
  YIELD_VALUE: 102,
  /// ( -- generator) makes the generator or coroutine and returns it; on first resume pushes the sent value (None).
  RETURN_GENERATOR: 103,
  /// (iterable -- iter) a coroutine stays as it is in a coroutine.
  GET_YIELD_FROM_ITER: 104,
  /// (receiver, value -- receiver, result) sends value; when the receiver returns, jump to arg.
  SEND: 105,
  /// (receiver, value -- value).
  END_SEND: 106,
  /// (sub_iter, last_sent, exc -- None, value) if exc is StopIteration, else raises it.
  CLEANUP_THROW: 107,
  /// (iterable -- iter) arg: 0 await, 1 async with's __aenter__, 2 its __aexit__ (error text).
  GET_AWAITABLE: 108,
  /// (obj -- iter) __aiter__.
  GET_AITER: 109,
  /// (aiter -- aiter, awaitable).
  GET_ANEXT: 110,
  /// (aiter, exc -- ) ends the loop if exc is StopAsyncIteration, else raises it. arg: the loop's END_SEND.
  END_ASYNC_FOR: 111,
  /// (obj -- obj, len).
  GET_LEN: 112,
  /// (subject -- subject, bool).
  MATCH_MAPPING: 113,
  /// (subject -- subject, bool).
  MATCH_SEQUENCE: 114,
  /// (subject, keys -- subject, keys, values_tuple_or_None).
  MATCH_KEYS: 115,
  /// (subject, type, names -- attrs_tuple_or_None) arg positional sub-patterns.
  MATCH_CLASS: 116,
  /// (values[arg], keys -- dict) keys is a tuple of constants (up to 3.13).
  BUILD_CONST_KEY_MAP: 117
} as const;

/// Names by number, for dis and error texts.
export const opcodeNames: readonly string[] = Object.entries(Opcode)
  .sort((left, right) => left[1] - right[1])
  .map(([name]) => name);

/// BINARY_OP's arguments; index + 13 is the in-place form up to index 25.
export const binaryOperators: readonly string[] = [
  '+', '&', '//', '<<', '@', '*', '%', '|', '**', '>>', '-', '/', '^',
  '+=', '&=', '//=', '<<=', '@=', '*=', '%=', '|=', '**=', '>>=', '-=', '/=', '^=',
  '[]'
];

/// COMPARE_OP's argument shifted right by 5.
export const compareOperators = ['<', '<=', '==', '!=', '>', '>='] as const;

/// COMPARE_OP's flag: the result is wanted as a bool.
export const COMPARE_TO_BOOL = 16;

/// LOAD_SPECIAL's argument.
export const specialMethods = ['__enter__', '__exit__', '__aenter__', '__aexit__'] as const;

/// LOAD_COMMON_CONSTANT's argument.
export const commonConstants = ['AssertionError', 'NotImplementedError', 'tuple', 'all', 'any'] as const;

/// CALL_INTRINSIC_1's argument.
export const intrinsics1 = [
  'INTRINSIC_1_INVALID', 'INTRINSIC_PRINT', 'INTRINSIC_IMPORT_STAR', 'INTRINSIC_STOPITERATION_ERROR',
  'INTRINSIC_ASYNC_GEN_WRAP', 'INTRINSIC_UNARY_POSITIVE', 'INTRINSIC_LIST_TO_TUPLE', 'INTRINSIC_TYPEVAR',
  'INTRINSIC_PARAMSPEC', 'INTRINSIC_TYPEVARTUPLE', 'INTRINSIC_SUBSCRIPT_GENERIC', 'INTRINSIC_TYPEALIAS'
] as const;

/// CALL_INTRINSIC_2's argument.
export const intrinsics2 = [
  'INTRINSIC_2_INVALID', 'INTRINSIC_PREP_RERAISE_STAR', 'INTRINSIC_TYPEVAR_WITH_BOUND',
  'INTRINSIC_TYPEVAR_WITH_CONSTRAINTS', 'INTRINSIC_SET_FUNCTION_TYPE_PARAMS', 'INTRINSIC_SET_TYPEPARAM_DEFAULT'
] as const;

/// BINARY_OP's argument for `-` and for subscription.
export const NB_SUBTRACT = 10;
export const NB_SUBSCR = 26;
