/// The strings that most traces hold, so that none needs to: the beginning of the string table of every packed trace.
/// Part of the format: what is here stays where it is. A change of this list is a new version of the format.

const upTo = (n: number, text: (i: number) => string): string[] => Array.from({ length: n }, (_, i) => text(i));

/// The most frequent first: they take the fewest characters where they are named.
const WORDS = `<module>;None;list;name;self;function;type;tuple;True;False;print;__init__;it_seq;dict;list_iterator;()
RESUME;PUSH_NULL;LOAD_CONST;CALL;STORE_NAME;RETURN_VALUE;LOAD_NAME;POP_TOP;LOAD_ATTR;LOAD_GLOBAL;STORE_FAST;LOAD_FAST;LOAD_FAST_BORROW;STORE_ATTR;MAKE_FUNCTION;BUILD_LIST
LOAD_SMALL_INT;LOAD_FAST_BORROW_LOAD_FAST_BORROW;LOAD_FAST_LOAD_FAST;STORE_FAST_LOAD_FAST;STORE_FAST_STORE_FAST;LOAD_FAST_AND_CLEAR;LOAD_FAST_CHECK;LOAD_DEREF;STORE_DEREF;STORE_GLOBAL
LOAD_BUILD_CLASS;IMPORT_NAME;IMPORT_FROM;CALL_INTRINSIC_1;INTRINSIC_PRINT;CALL_KW;CALL_FUNCTION_EX;LOAD_METHOD;PRECALL;KW_NAMES;RETURN_CONST;RETURN_GENERATOR;YIELD_VALUE;SEND;END_SEND;END_FOR
GET_ITER;FOR_ITER;POP_ITER;JUMP_BACKWARD;JUMP_BACKWARD_NO_INTERRUPT;JUMP_FORWARD;POP_JUMP_IF_FALSE;POP_JUMP_IF_TRUE;POP_JUMP_IF_NONE;POP_JUMP_IF_NOT_NONE
POP_JUMP_FORWARD_IF_FALSE;POP_JUMP_FORWARD_IF_TRUE;COMPARE_OP;IS_OP;CONTAINS_OP;BINARY_OP;BINARY_SUBSCR;BINARY_SLICE;STORE_SUBSCR;DELETE_SUBSCR;STORE_SLICE;UNARY_NOT;UNARY_NEGATIVE;TO_BOOL
BUILD_TUPLE;BUILD_MAP;BUILD_SET;BUILD_STRING;BUILD_SLICE;LIST_APPEND;LIST_EXTEND;SET_ADD;MAP_ADD;UNPACK_SEQUENCE;FORMAT_SIMPLE;FORMAT_WITH_SPEC;FORMAT_VALUE;CONVERT_VALUE
DELETE_NAME;DELETE_FAST;DELETE_ATTR;DELETE_GLOBAL;COPY;SWAP;NOP;CACHE;COPY_FREE_VARS;MAKE_CELL;LOAD_CLOSURE;SET_FUNCTION_ATTRIBUTE;LOAD_SUPER_ATTR;LOAD_COMMON_CONSTANT
PUSH_EXC_INFO;POP_EXCEPT;CHECK_EXC_MATCH;RERAISE;RAISE_VARARGS;BEFORE_WITH;WITH_EXCEPT_START;LOAD_SPECIAL
a built-in function;function object;code object;type object;method object;range object;range_iterator object;tuple_iterator;dict_keyiterator;set;frozenset;frame;cell;method;generator;traceback;object;count
print + NULL;append + NULL|self;len + NULL;id + NULL;range + NULL;list + NULL;collect + NULL|self;<class 'list'>;<class 'range'>;<class 'type'>;<class 'str'>;<class 'object'>;[];is;is not;+;-;*;+=;<;>;==;bool(==)
gc;module gc;sys;module sys;ctypes;module ctypes;weakref;module weakref;ReferenceType;refers weakly;dead;not started;suspended;running;finished;__del__;__repr__;__doc__;__name__;'__main__'
args[0];__traceback__;__context__;tb_frame;tb_next;cell_contents;__self__;__func__;closure 0;default 0;_Field;_fields_;_StructureType;kind;offset;size;class c_long;refcnt;friends;n;x;i;a;b`;

export const COMMON_STRINGS: readonly string[] = [...WORDS.split(/[;\n]/), ...upTo(20, i => `[${i}]`), ...upTo(64, String)];
