/// The C structs behind builtin types, as data: what follows PyObject_HEAD, 8 bytes a field. From Include/cpython/*object.h and
/// Objects/*object.c; the same in 3.11, 3.13 and 3.14 but for what is said.

/// What is in a field: a pointer, a number, or bits.
export type FieldKind = 'pointer' | 'number' | 'bits';

export interface CField {
  readonly name: string;
  readonly kind: FieldKind;
  readonly meaning: string;
  /// How the trace labels the reference that it holds.
  readonly slot?: string;
}

export interface CStruct {
  readonly cName: string;
  /// Whether the collector's header lies before it.
  readonly isGc: boolean;
  readonly fields: readonly CField[];
}

const pointer = (name: string, slot?: string): CField => ({ name, kind: 'pointer', meaning: 'a reference, or 0', ...(slot !== undefined && { slot }) });
const number = (name: string, meaning: string): CField => ({ name, kind: 'number', meaning });
const pointers = (names: string): CField[] => names.split(' ').map(name => pointer(name));
const struct = (cName: string, isGc: boolean, ...fields: readonly CField[]): CStruct => ({ cName, isGc, fields });

const ITEMS = number('ob_size', 'number of items');
const EXCEPTION = struct(
  'PyBaseExceptionObject', true, pointer('dict'), pointer('args'), pointer('notes'), pointer('traceback', '__traceback__'), pointer('context', '__context__'),
  pointer('cause', '__cause__'), number('suppress_context', '1 after raise ... from')
);

/// By the type's name. Tuples, ints, texts, classes and instances are laid out by rules of their own.
export const STRUCTS: Readonly<Record<string, CStruct>> = {
  list: struct('PyListObject', true, ITEMS, { name: 'ob_item', kind: 'pointer', meaning: 'the block with the item pointers' }, number('allocated', 'items there is room for')),
  dict: struct(
    'PyDictObject', true, number('ma_used', 'number of items'), number('_ma_watcher_tag', 'version tag'),
    { name: 'ma_keys', kind: 'pointer', meaning: 'the table of keys' }, { name: 'ma_values', kind: 'pointer', meaning: 'values of a split table, or 0' }
  ),
  float: struct('PyFloatObject', false, { name: 'ob_fval', kind: 'bits', meaning: 'the value, a double' }),
  method: struct('PyMethodObject', true, pointer('im_func', '__func__'), pointer('im_self', '__self__'), ...pointers('im_weakreflist vectorcall')),
  cell: struct('PyCellObject', true, pointer('ob_ref', 'cell_contents')),
  slice: struct('PySliceObject', true, ...pointers('start stop step')),
  range: struct('rangeobject', false, ...pointers('start stop step length')),
  list_iterator: struct('_PyListIterObject', true, number('it_index', 'the next index'), { name: 'it_seq', kind: 'pointer', meaning: 'the list, or 0 at the end', slot: 'it_seq' }),
  tuple_iterator: struct('_PyTupleIterObject', true, number('it_index', 'the next index'), { name: 'it_seq', kind: 'pointer', meaning: 'the tuple, or 0 at the end', slot: 'it_seq' }),
  function: struct(
    'PyFunctionObject', true,
    ...pointers('func_globals func_builtins func_name func_qualname func_code func_defaults func_kwdefaults func_closure func_doc func_dict func_weakreflist func_module func_annotations')
  ),
  set: struct(
    'PySetObject', true, number('fill', 'entries in use, and dummies'), number('used', 'number of items'), number('mask', 'entries of the table, less one'),
    { name: 'table', kind: 'pointer', meaning: 'the table' }, { name: 'hash', kind: 'bits', meaning: 'of a frozenset, or -1' }, number('finger', 'where pop() goes on')
  ),
  traceback: struct('PyTracebackObject', true, pointer('tb_next', 'tb_next'), pointer('tb_frame', 'tb_frame'), number('tb_lasti, tb_lineno', '4 bytes each')),
  ReferenceType: struct(
    'PyWeakReference', true, { name: 'wr_object', kind: 'pointer', meaning: 'what it refers to, uncounted; None once that is gone' }, pointer('wr_callback'),
    { name: 'hash', kind: 'bits', meaning: 'the hash, or -1' }, { name: 'wr_prev', kind: 'pointer', meaning: 'the weak references to the same object' }, ...pointers('wr_next vectorcall')
  ),
  Exception: EXCEPTION, ValueError: EXCEPTION, TypeError: EXCEPTION, KeyError: EXCEPTION, IndexError: EXCEPTION, ZeroDivisionError: EXCEPTION, RuntimeError: EXCEPTION,
  RecursionError: EXCEPTION, AssertionError: EXCEPTION, MemoryError: EXCEPTION
};
