/// How native functions and types get their arguments: in a tuple that is made for the call, or as they lie on the stack.

/// Builtin types with tp_vectorcall: a call needs no tuple.
const vectorcall311 = ['super', 'tuple', 'enumerate', 'reversed', 'dict', 'range', 'list', 'set', 'frozenset', 'float', 'bool', 'filter', 'map'];
const vectorcall313 = [...vectorcall311, 'int', 'str'];

export const vectorcallTypes: Readonly<Record<'3.11' | '3.13' | '3.14', ReadonlySet<string>>> = {
  '3.11': new Set(vectorcall311), '3.13': new Set(vectorcall313), '3.14': new Set(vectorcall313)
};

const both = (names: readonly string[]): string[] => names.flatMap(name => [`set.${name}`, `frozenset.${name}`]);

/// METH_VARARGS (Python/bltinmodule.c, Objects/*.c), and Argument Clinic's `*args`, which makes a tuple too.
const always = ['dir', 'vars', 'sys.getsizeof', 'gc.get_referrers', 'gc.get_referents', 'gc.set_threshold', 'dict.update', 'property.__set_name__', 'str.format'];
const setMethods = [...both(['difference', 'intersection', 'union']), 'set.difference_update', 'set.intersection_update', 'set.update'];
const searches = ['count', 'find', 'index', 'rfind', 'rindex', 'startswith', 'endswith'];
const varargs311 = [
  ...always, ...setMethods, '_functools.reduce', 'print', 'max', 'min', '__subclasshook__', ...searches.map(name => `str.${name}`), ...searches.map(name => `bytes.${name}`),
  ...['derive', 'split', 'subgroup'].map(name => `BaseExceptionGroup.${name}`)
];

export const tupleFunctions: Readonly<Record<'3.11' | '3.13' | '3.14', ReadonlySet<string>>> = {
  '3.11': new Set(varargs311), '3.13': new Set([...always, ...setMethods, '_functools.reduce', 'print']), '3.14': new Set(always)
};

/// Those that make a tuple of the arguments that they get (Argument Clinic's `*args`).
export const packingFunctions: Readonly<Record<'3.11' | '3.13' | '3.14', ReadonlySet<string>>> = {
  '3.11': new Set(['print']), '3.13': new Set(['print', ...setMethods]), '3.14': new Set()
};

/// Functions that make, or do not make, a tuple of their parameters' names as others of their version: PyArg_ParseTupleAndKeywords,
/// or a parser that is not Argument Clinic's, or one that CPython's own start has used.
export const keywordTupleExceptions: Readonly<Record<'3.11' | '3.13', ReadonlySet<string>>> = {
  '3.11': new Set(['max', 'min', 'zip', 'property']), '3.13': new Set(['max', 'min'])
};
