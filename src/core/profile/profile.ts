/// What differs between CPython versions, as data. A field says what it is and where it comes from, versions.ts has the
/// values; code asks the profile, never for a version number.
import type { FreeListLimits } from './freeLists';
import type { NativeTypes } from './natives';
import type { StackSurplus } from './stackSurplus';
import type { StartupState } from './startup';
import type { ScalarMessages } from './scalarMessages';

export const PYTHON_VERSIONS = ['3.11', '3.13', '3.14'] as const;
export type PythonVersion = (typeof PYTHON_VERSIONS)[number];

export const isPythonVersion = (text: string): text is PythonVersion => PYTHON_VERSIONS.some(version => version === text);

export interface Profile {
  readonly version: PythonVersion;
  /// The release that is simulated, and sys.hexversion.
  readonly release: readonly [major: number, minor: number, micro: number];
  readonly hexVersion: number;
  /// Refcount that an immortal object shows (Include/refcount.h _Py_IMMORTAL_INITIAL_REFCNT);
  /// undefined: the version has no immortal objects, only very large counts (3.11).
  readonly immortalRefcount: number | undefined;
  /// A local is pushed as a borrowed reference where the compiler can prove it safe
  /// (3.14 Python/flowgraph.c optimize_load_fast).
  readonly borrowsLocals: boolean;
  /// Comprehensions run in the enclosing frame (PEP 709, 3.12+).
  readonly inlinesComprehensions: boolean;
  /// A traceback out of a loop's iterator or a `with` points at the iterable or the manager, and not at the statement (3.12+
  /// Python/compile.c compiler_for, compiler_with).
  readonly marksPartOfStatement: boolean;
  /// Blocks within each other that one code object may have (Include/cpython/code.h CO_MAXBLOCKS).
  readonly mostFrameBlocks: number;
  /// A warning of the compiler comes once a line, however often the line deserves it (3.13).
  readonly warnsOnceALine: boolean;
  /// Uncaught exceptions are printed by code in C, which marks one character for subclasses of SyntaxError and cuts off tabs
  /// (3.11 Python/pythonrun.c parse_syntax_error, print_error_text).
  readonly printsErrorsInC: boolean;
  /// `__bool__ = None` says that there is no truth, instead of being called (3.14 Objects/typeobject.c slot_nb_bool).
  readonly boolMayBeNone: boolean;
  /// A failing `__set_name__` gets a note, instead of being the cause of a RuntimeError (3.12 Objects/typeobject.c).
  readonly notesSetName: boolean;
  /// reversed(list) holds the list until it is dropped itself, though exhausted (3.13 Objects/listobject.c listreviter_next).
  readonly keepsReversedList: boolean;
  /// `x[a:b]` has instructions of its own, which drop the slice before the container (3.12 Python/bytecodes.c BINARY_SLICE).
  readonly slicesInline: boolean;
  /// Constant slices `x[1:2]` are folded into one constant (3.14 Python/codegen.c).
  readonly foldsConstantSlices: boolean;
  /// A while loop tests once more at its end and jumps back behind the first test, so that the eval breaker comes between test and
  /// body (Python/compile.c compiler_while).
  readonly testsWhileAtEnd: boolean;
  /// In `a and b or c` what was found false is not tested again (3.11 JUMP_IF_FALSE_OR_POP, 3.14 JUMP_IF_FALSE); 3.13 does it.
  readonly threadsTests: boolean;
  /// `a and b` tests a where it lies (3.11 JUMP_IF_FALSE_OR_POP), or a copy of it.
  readonly testsInPlace: boolean;
  /// round(), math.floor() and the like call the method without binding it (3.14 _PyObject_MaybeCallSpecialNoArgs).
  readonly bindsRounding: boolean;
  /// int() asks `__trunc__` (up to 3.13).
  readonly truncates: boolean;
  /// How a frame drops its locals: 3.14 Python/ceval.c clear_thread_frame pops from the end.
  readonly dropsLocalsInReverse: boolean;
  /// Arguments of native calls and operands of comparisons, `in`, `is` and stores are dropped from the top of the
  /// stack down (3.14), or from the bottom up.
  readonly dropsOperandsInReverse: boolean;
  /// close() of a generator that never ran drops what its frame holds; 3.13 leaves that to the deallocation.
  readonly closeClearsUnstarted: boolean;
  /// close() of a generator that waits outside of any block of its own raises nothing in it, but drops what its frame holds, in
  /// 3.13 only its variables (Objects/genobject.c gen_close).
  readonly quietClose: 'never' | 'variables' | 'frame';
  /// generator.close() returns what the generator returned (3.13+).
  readonly closeReturnsValue: boolean;
  /// str.split() without a limit gives its list room for as many parts as the text can have (3.13+
  /// Objects/stringlib/split.h).
  readonly splitEstimates: boolean;
  /// A dict's table for `minsize` keys is made for `minsize | 8` (3.11 Objects/dictobject.c calculate_log2_keysize).
  readonly roundsKeysSizeUp: boolean;
  /// The weak reference list of instances lies in their structure, and behind items of variable number the dict pointer (3.11).
  readonly weaklistInStructure: boolean;
  /// The shared one-character strs keep their UTF-8 form too, which sys.getsizeof counts (3.13+).
  readonly sharesUtf8: boolean;
  /// add_note() names itself when the note is no str (Objects/clinic/exceptions.c.h).
  readonly namesAddNote: boolean;
  /// A classmethod binds the descriptor that it wraps to the class (Objects/funcobject.c cm_descr_get, up to 3.12).
  readonly chainsClassMethods: boolean;
  /// What messages call the class of tracebacks: `TracebackType`, not `traceback` (Python/clinic/traceback.c.h).
  readonly namesTracebackInPython: boolean;
  /// Letters whose interned str is not the one-character str: deep-frozen modules brought their own (measured).
  readonly frozenLetters: string;
  /// `(-1).to_bytes(0, signed=True)` has no room for the sign (3.14 Objects/longobject.c _PyLong_AsByteArray).
  readonly checksSignOfNoBytes: boolean;
  /// A code object keeps the tuples of names that it was asked for (3.12 Objects/codeobject.c get_cached_locals).
  readonly cachesCodeNames: boolean;

  /// Tracebacks mark a call as `~^^^` and leave plain calls unmarked (3.13+ Lib/traceback.py).
  readonly marksCalls: boolean;
  /// sys.getsizeof of a builtin type and of a class, without GC head and shared keys.
  readonly typeBytes: readonly [builtin: number, heap: number];
  /// "too many values to unpack" says how many a list, tuple or dict has (3.14).
  readonly unpackSaysHowMany: boolean;
  /// Where a collection starts: inside the allocation (3.11), or at the eval breaker (3.12+).
  readonly collectsAtEvalBreaker: boolean;
  /// gc.get_threshold() at start (Include/internal/pycore_gc.h, pycore_runtime_init.h).
  readonly gcThresholds: readonly [number, number, number];
  /// A new dict is tracked at birth (3.14) or when it first holds a container.
  readonly tracksEmptyDict: boolean;
  /// A weak reference's repr has the full name of its object's class, and a proxy's looks alike (3.13+ Objects/weakrefobject.c).
  readonly weakReprIsQualified: boolean;
  /// The only weak reference with a callback is held, in a tuple, while that runs, as several are (3.13+ Objects/weakrefobject.c
  /// PyObject_ClearWeakRefs).
  readonly holdsSoleWeakRef: boolean;
  /// The dict of a module is tracked from the start (3.13+ Objects/moduleobject.c track_module).
  readonly tracksModuleDict: boolean;
  /// A tuple of atoms is never tracked (3.14), or untracked at its first collection.
  readonly untracksTupleAtBirth: boolean;
  /// A native function makes a tuple of its parameters' names at the first call that gives one by name (3.11 Python/getargs.c
  /// parser_init; later ones are compiled in).
  readonly makesKeywordTuples: boolean;
  /// Functions that do otherwise.
  readonly keywordTupleExceptions: ReadonlySet<string>;
  /// A full collection untracks dicts of atoms (up to 3.13 Python/gc.c untrack_dicts).
  readonly untracksDicts: boolean;
  /// Weakrefs that finalizers made to the rest of the garbage are cleared before it is (3.14 Python/gc.c), so
  /// that their callbacks are not called.
  readonly clearsWeakrefsTwice: boolean;
  /// `cannot use 'list' as a dict key (unhashable type: 'list')` (3.14), or the part in parentheses only.
  readonly explainsUnhashable: boolean;
  /// A list gives memory back only if it has room for more items than this (measured on 3.14.10).
  readonly listShrinksAbove: 0 | 32;
  /// What `del l[i]` does (Objects/listobject.c list_ass_item): assign an empty slice (3.11), leave the memory as it
  /// is (3.13), or resize the list (3.14).
  readonly delItem: 'replace' | 'keep' | 'resize';
  /// `list(a_set)` and `list(a_dict)` allocate like `extend` (3.13+ Objects/listobject.c list_extend_set).
  readonly extendsFromSetsAtOnce: boolean;
  /// Slices are hashable (3.12+).
  readonly hashesSlices: boolean;
  /// What list.index says when it fails: `4 is not in list`, or `list.index(x): x not in list` (3.14).
  readonly listIndexNamesValue: boolean;
  /// What `l[:] = 5` says: `can only assign an iterable` (3.11), or the words for extended slices.
  readonly sliceAssignSaysIterable: boolean;
  /// Timsort takes a descending run with equal items as one run (3.13+ Objects/listobject.c count_run).
  readonly sortsEqualRuns: boolean;
  /// What `dict([1])` says: `cannot convert dictionary update sequence element #0 to a sequence`, or `object is
  /// not iterable` (3.14).
  readonly numbersUpdateElement: boolean;
  /// Assigning to an extended slice of a list looks at its size when the values are known (3.13 Objects/listobject.c
  /// list_ass_subscript).
  readonly measuresSlicesLast: boolean;
  /// atexit calls what was registered when it began; before, what is unregistered leaves its place empty (3.14
  /// Modules/atexitmodule.c atexit_callfuncs).
  readonly atexitCallsCopy: boolean;
  /// A dict that is merged into another must keep its number of items meanwhile, not that of its keys' entries (3.14
  /// Objects/dictobject.c dict_dict_merge).
  readonly updateCountsItems: boolean;
  /// A key that is no str makes a dict's table of str keys a general one before it is looked up (3.13 Objects/dictobject.c insertdict).
  readonly generalizesKeysFirst: boolean;
  /// Size of a range iterator (Objects/rangeobject.c; 3.12 dropped its index).
  readonly rangeIteratorBytes: 40 | 48;
  /// `map` takes `strict` (3.14).
  readonly mapIsStrict: boolean;
  /// What an int has before its digits: their number with the sign, or a tag of both (3.12+ Include/cpython/longintrepr.h).
  readonly intTag: 'ob_size' | 'lv_tag';
  /// Words from a tuple's start to its items; 3.14 keeps the hash before them (Include/cpython/tupleobject.h).
  readonly tupleItems: 6 | 8;
  /// Setting an attribute on an object without a dict says so (3.13+ Objects/object.c).
  readonly saysNoDict: boolean;
  /// End of `x in 1`'s message "argument of type 'int' is not ...".
  readonly notContainerWords: string;
  /// A `with` statement holds the traceback itself while `__exit__` runs (3.14 Python/bytecodes.c WITH_EXCEPT_START).
  readonly withHoldsTraceback: boolean;
  /// A set display takes its items over instead of counting them anew (3.14 Objects/setobject.c _PySet_AddTakeRef).
  readonly setTakesItems: boolean;
  /// How deep deallocations of containers nest before the rest waits (Objects/object.c _PyTrash_begin): 50; as many as
  /// Py_C_RECURSION_LIMIT leaves (3.13); as the C stack allows (3.14 _Py_Dealloc).
  readonly trashcanDepth: number;
  /// The builtin types whose deallocation asks for that; their subtypes and all classes do (Py_TRASHCAN_BEGIN).
  readonly trashcanTypes: ReadonlySet<string> | 'all';
  /// Bytes before the text of a str: ASCII, other (sizeof PyASCIIObject, PyCompactUnicodeObject), and of a
  /// subclass instance, whose text is a block of its own (PyUnicodeObject). 3.11 still has wstr.
  readonly strHeaders: readonly [ascii: number, compact: number, subclass: number];
  /// The bit of a str's state that says that it is complete (3.11 Include/cpython/unicodeobject.h `ready`).
  readonly strReadyBit: 0 | 128;
  /// Wording for an unknown keyword of a native function (Python/getargs.c error_unexpected_keyword_arg).
  readonly keywordErrors: 'invalid' | 'suggest';
  readonly scalars: ScalarMessages;
  readonly natives: NativeTypes;
  /// Annotations run when asked for, in a function `__annotate__` (PEP 649, 3.14), or where they stand.
  readonly defersAnnotations: boolean;
  /// `with` keeps the method and the manager on the stack (3.14 LOAD_SPECIAL), or a bound method (BEFORE_WITH).
  readonly loadsSpecialMethods: boolean;
  /// `super().f` makes no super object (3.12+ LOAD_SUPER_ATTR).
  readonly loadsSuperAttr: boolean;
  /// A comprehension's loop asks its iterator for an iterator once more (3.13.4 Python/compile.c
  /// compiler_sync_comprehension_generator).
  readonly asksIteratorsAgain: boolean;
  /// A comprehension in a class body puts aside all its names, its argument too, not only those that it binds (3.13
  /// Python/compile.c push_inlined_comprehension_state).
  readonly isolatesAllNamesInClasses: boolean;
  /// any(), all(), tuple() of a generator expression loop in the caller's frame
  /// (3.14 Python/codegen.c maybe_optimize_function_call).
  readonly inlinesGenexprCalls: boolean;
  /// A class body sets `__firstlineno__` and `__static_attributes__` (3.13+).
  readonly setsStaticAttributes: boolean;
  /// The keys that instances share have the static attributes from the start (3.14 Objects/dictobject.c
  /// _PyDict_NewKeysForClass).
  readonly prefillsSharedKeys: boolean;
  /// `"is" with 'int' literal` (3.12+) or `"is" with a literal`.
  readonly warnsWithLiteralType: boolean;
  /// `__mro__` of classes and `gi_code` are members of their structures (3.11 Objects/typeobject.c type_members,
  /// Objects/genobject.c gen_memberlist).
  readonly hasMoreMembers: boolean;
  /// Functions have `__type_params__` (3.12+, PEP 695).
  readonly functionsHaveTypeParams: boolean;
  /// A property has None as its doc if its getter has none (3.11 Objects/descrobject.c property_init_impl), or nothing.
  readonly propertyKeepsNone: boolean;
  /// Constant expressions are folded before code is generated (up to 3.13), which warnings show.
  readonly foldsConstantsInAst: boolean;
  /// The parser's arena refers twice to a bytes literal: it joins it to the empty bytes, which gives the same object
  /// (3.13 Parser/action_helpers.c _PyPegen_concatenate_strings).
  readonly arenaHoldsBytesTwice: boolean;
  /// `return`, `break`, `continue` that leave a finally block warn (PEP 765, 3.14).
  readonly warnsAboutFinally: boolean;
  /// frame.clear() closes a generator that waits at a yield (up to 3.12), or refuses to (3.13+).
  readonly clearsSuspendedFrames: boolean;
  /// types.FunctionType takes `kwdefaults` (3.13 Objects/funcobject.c func_new_impl).
  readonly functionTakesKwdefaults: boolean;
  /// Format specifications of floats may separate the digits of the fraction: `.6_f` (3.14 Python/formatter_unicode.c).
  readonly groupsFractions: boolean;
  /// The frame of a generator that returned still has its last caller as f_back (3.13, measured).
  readonly endedGeneratorKeepsCaller: boolean;
  /// Who holds a generator's code: a field of the generator, and its frame once more while it is there (3.11); the frame, to
  /// the generator's end, and gen_traverse shows it of one that ended (3.14) or not (Objects/genobject.c).
  readonly generatorCode: 'gi_code' | 'kept' | 'kept, traversed';
  /// A `throw` method that a generator delegates to is called as from its frame (3.14 Objects/genobject.c _gen_throw).
  readonly linksThrowMethod: boolean;
  /// Warns about throw() with three arguments and about `~True` (3.12).
  readonly warnsOldUses: boolean;
  /// A reversed iterator over a dict notices more keys than there were (3.14 Objects/dictobject.c dictreviter_iter_lock_held).
  readonly reverseChecksKeys: boolean;
  /// What `await` says of an object that cannot be awaited; N stands for its type.
  readonly awaitWords: string;
  /// repr() of a list holds each item meanwhile (Objects/listobject.c list_repr, 3.13+).
  readonly listReprHoldsItems: boolean;
  /// str() of a UnicodeError wants its object still to be a str or bytes (Objects/exceptions.c check_unicode_error_attribute, 3.14+).
  readonly checksUnicodeErrors: boolean;
  /// `E(*args)` of a builtin exception keeps the very tuple (until 3.14 gave them BaseException_vectorcall).
  readonly exceptionsKeepGivenTuple: boolean;
  /// Fields of sys.flags that are no items.
  readonly moreFlags: readonly string[];
  /// `__pow__` says so where it gets another number of arguments (3.14 Objects/typeobject.c wrap_ternaryfunc).
  readonly powerTakesOneOrTwo: boolean;
  /// pow(a, b, c) asks b's `__rpow__`, too (3.14 Objects/typeobject.c slot_nb_power).
  readonly reflectsTernaryPower: boolean;
  /// `with` names the missing method, and tells of `async with` where that would do (3.14 Python/ceval.c _Py_SpecialMethods).
  readonly hintsAtAsyncWith: boolean;
  /// types.SimpleNamespace takes a mapping or pairs, too (3.13+ Objects/namespaceobject.c namespace_init).
  readonly namespaceTakesMapping: boolean;
  /// The compiler takes indentation out of docstrings (3.13+).
  readonly cleansDocstrings: boolean;
  /// locals() of a function gives one dict a call, kept up to date (up to 3.12), or a new one each time (PEP 667).
  readonly cachesLocals: boolean;
  /// A lookup that gives its type a version fills the entry of the version before (3.12+ Objects/typeobject.c _PyType_Lookup).
  readonly cachesUnderEarlierVersion: boolean;
  /// A write through f_locals keeps the value that it replaces with the frame object (3.14 f_overwritten_fast_locals).
  readonly keepsOverwrittenLocals: boolean;
  /// ob_refcnt of an immortal object as a 64-bit word; in 3.14 with the flags of a static object in the upper half
  /// (measured). 3.11 has none: ordinary objects in static memory show what they happened to have.
  readonly immortalWord: bigint | undefined;
  /// What max() and min() of nothing say.
  readonly emptyExtremum: string;
  /// What sum() carries the rounding error of along: floats (3.12+ Python/bltinmodule.c cs_add), or ints among them too (3.14).
  readonly compensatesSums: 'nothing' | 'floats' | 'all';
  /// `one character bytes, bytearray, or an integer in range(256) expected, not str` (3.14 Modules/_ctypes/cfield.c c_set, u_set).
  readonly explainsCharValues: boolean;
  /// Bits of our co_flags that the version does not have (CO_HAS_DOCSTRING and CO_METHOD are 3.14's).
  readonly hiddenCodeFlags: number;
  /// `expected a nonnegative input, got -1.0` (3.14 Modules/mathmodule.c), or `math domain error`.
  readonly explainsMathDomain: boolean;
  /// `without an implementation for abstract method 'f'` (3.12+ Objects/typeobject.c object_new).
  readonly quotesAbstractMethods: boolean;
  /// chr() reads a C int: OverflowError past 32 bits (up to 3.12).
  readonly chrTakesCInt: boolean;
  /// How many dead objects of each type wait for reuse (3.14 Include/internal/pycore_freelist_state.h; measured).
  readonly freeLists: FreeListLimits;
  /// sys._debugmallocstats() tells of tables of keys (3.13+).
  readonly countsKeptKeys: boolean;
  /// Free lists are linked through the first word of their objects (3.14).
  readonly linksFreeLists: boolean;
  /// Where the collector and the free lists stand when a script begins.
  readonly startup: StartupState;
  /// A full collection gives the slice that is kept back, too (3.14).
  readonly clearsKeptSlice: boolean;
  /// What gc.set_threshold() says without arguments, and with N of them.
  readonly thresholdWords: readonly [few: string, many: string];
  /// eval() and exec() take `globals` and `locals` by name (3.13+).
  readonly namesEvalNamespaces: boolean;
  /// What ExceptionGroup.split() says of a condition that is none.
  readonly groupMatcherWords: string;
  /// How exceptions that cannot be raised are reported: `Exception ignored in: <function D.__del__ ...>`, or with words
  /// for what was being done (3.14).
  readonly unraisableSaysWhere: boolean;
  /// C's own traceback printing marks columns (up to 3.12 Python/traceback.c).
  readonly unraisableHasCarets: boolean;
  /// `f(*args)` runs a Python function in the same eval loop, which lets go of the tuple before (3.12+ Python/bytecodes.c).
  readonly inlinesUnpackingCalls: boolean;
  /// An attribute that a class- or staticmethod cannot copy makes an AttributeError, which is dropped (3.11 Objects/funcobject.c
  /// functools_copy_attr).
  readonly failsToCopyAttributes: boolean;
  /// The instructions of a code object specialize together when it has run for a while (3.11 _PyCode_Warmup), or each at
  /// its second run (3.13+ adaptive_counter_warmup).
  readonly specializesTogether: boolean;
  /// A specialized instruction for floats makes its result before it drops its operands, or puts it into the first of them that
  /// nothing else refers to, or makes it last, which then takes the block of an operand that died (3.11, 3.13 and 3.14
  /// Python/bytecodes.c BINARY_OP_ADD_FLOAT).
  readonly specializedFloats: 'made first' | 'made in an operand' | 'made last';
  /// `&`, `|` and `^` of ints of one digit have specialized instructions too (3.14 BINARY_OP_EXTEND).
  readonly extendsBinaryOps: boolean;
  /// A call of a class that runs again runs `__init__` in the same eval loop (CALL_ALLOC_AND_ENTER_INIT): never, or if
  /// instances have inline values (3.13), or always (3.14).
  readonly inlinesConstructors: 'never' | 'inline values' | 'always';
  /// The same where `__init__` has defaults for arguments that are not given (3.14 Python/specialize.c specialize_class_call).
  readonly constructorsTakeDefaults: boolean;
  /// `int | str` is a typing.Union (3.14), or a types.UnionType.
  readonly unionIsTyping: boolean;
  /// `__getattr__` is called through a bound method (3.11 Objects/typeobject.c call_attribute).
  readonly bindsGetattr: boolean;
  /// An attribute that is not there is an AttributeError before `__getattr__` is called (3.11 Objects/typeobject.c slot_tp_getattr_hook).
  readonly raisesBeforeGetattr: boolean;
  /// An import asks modules for `__path__` or, of the interpreter's own, whether they are being made, and meets an AttributeError
  /// (3.11 Python/import.c PyImport_ImportModuleLevelObject, import_ensure_initialized).
  readonly importsMeetErrors: boolean;
  /// `case x():` with an x that is no class: "called match pattern must be a type" (3.11), or "a class".
  readonly matchPatternWord: 'type' | 'class';
  /// An inconsistent MRO is told in two lines (3.11).
  readonly breaksMroMessage: boolean;
  /// What super(type, obj) says of types that do not fit names them (3.13+ Objects/typeobject.c supercheck).
  readonly superSaysTypes: boolean;
  /// The AttributeError of a failed assignment or deletion has `obj` and `name` (3.12+ _PyObject_SetAttributeErrorContext).
  readonly namesObjectOfSetattr: boolean;
  /// A slice with a step that is one byte is the shared object of it (3.14 Objects/bytesobject.c, measured).
  readonly sharesSteppedByte: boolean;
  /// Which instances of a fixed size have values in them: none, but object.__new__ gives them a block of values (3.11 object_new),
  /// those of nothing but a header (3.13 type_ready_managed_dict), or any (3.14).
  readonly inlineValues: 'apart' | 'bare' | 'any';
  /// Where in its page of 4 KiB None lies: up to 3.11 its address is its hash, and orders it in sets (measured, Debian's build).
  readonly nonePageOffset: number;
  /// An uncaught exception is kept as sys.last_exc, too (3.12+).
  readonly hasLastExc: boolean;
  /// The traceback of an uncaught exception is printed by Python code, whose import and compilation makes young collections
  /// due: one is enough to age what the program has (3.13+ Python/pythonrun.c _PyErr_Display, measured).
  readonly printsTracebacksInPython: boolean;
  /// Size of a function (Include/cpython/funcobject.h; 3.12 added func_typeparams, 3.14 func_annotate).
  readonly functionBytes: 136 | 144 | 152;
  /// Size of a frame object and of a generator before the variables and the stack that follow in it
  /// (Include/internal/pycore_frame.h, 3.14 pycore_interpframe_structs.h: _PyInterpreterFrame is part of both).
  readonly frameBytes: readonly [frame: number, generator: number];
  /// Native code that calls back counts against the recursion limit, too (3.11 Include/internal/pycore_ceval.h).
  readonly limitsNativeCalls: boolean;
  /// Invalid syntax comes with a guess at a mistyped keyword (3.14 Lib/traceback.py).
  readonly suggestsSyntaxKeywords: boolean;
  /// A name that is missing in a module comes with a guess; a missing name that is an attribute of self is told as such
  /// (3.12+ Lib/traceback.py _compute_suggestion_error).
  readonly suggestsImports: boolean;
  /// The message of a NameError asks whether an import was forgotten (3.12 Lib/traceback.py).
  readonly suggestsModules: boolean;
  /// What converts a condition to a bool, and what raises AssertionError, is placed at the statement (3.11 Python/compile.c
  /// compiler_jump_if) or at the condition.
  readonly placesTestsAtStatement: boolean;
  readonly suggestsSelf: boolean;
  /// An unknown keyword argument of a Python function comes with a guess (3.13+).
  readonly suggestsKeywords: boolean;
  /// Builtin types whose calls make no tuple; native functions whose calls make one.
  readonly vectorcallTypes: ReadonlySet<string>;
  readonly tupleFunctions: ReadonlySet<string>;
  /// Those of them that make one of the tuple that a call has already.
  readonly packingFunctions: ReadonlySet<string>;
  /// A KeyError that guest code raised while `**` merges is taken for a keyword that is given twice; 3.11 sees only those
  /// that are no exception object yet (Python/ceval.c format_kwargs_error).
  readonly rewordsRaisedKeyErrors: boolean;
  /// print() and the flushing at exit have references of their own to the file (since 3.13 Python/bltinmodule.c
  /// builtin_print_impl, Python/pylifecycle.c flush_std_files).
  readonly holdsStdFiles: boolean;
  /// Dicts of the unit for each code object that is being compiled (Python/compile.c compiler_enter_scope), and sets for
  /// each block that is being analysed (Python/symtable.c analyze_child_block, analyze_block).
  readonly dictsOfUnit: number;
  readonly setsOfBlock: number;
  /// Small ints are loaded without being constants (3.14 LOAD_SMALL_INT).
  readonly loadsSmallInts: boolean;
  /// Constants that optimization left unused stay, if a used one follows (3.11).
  readonly keepsUnusedConsts: boolean;
  readonly stackSurplus: StackSurplus;
  /// Tuples of 20 items are kept and used again, or kept only (3.11 Objects/tupleobject.c maybe_freelist_pop).
  readonly reusesLargestTuples: boolean;
  /// Dict displays with constant keys have the keys in one tuple (up to 3.13 BUILD_CONST_KEY_MAP).
  readonly buildsConstKeyMaps: boolean;
  /// A function without a docstring has None as its first constant (up to 3.13 Python/compile.c compiler_function).
  readonly putsNoneFirst: boolean;
  /// Code gets a return at the end even if it cannot be reached (3.12+ Python/compile.c add_return_at_end).
  readonly alwaysReturnsAtEnd: boolean;
  /// When no exception is handled any more, None stands for it, which a generator refers to then (3.11 Python/ceval.c
  /// POP_EXCEPT).
  readonly leavesNoneHandled: boolean;
  /// A value stored to a local that the next instruction stores to is popped only (after 3.11 Python/flowgraph.c
  /// optimize_basic_block), so that the local's old value goes last.
  readonly dropsOverwrittenStores: boolean;
}
