/// What differs in modules that are native in CPython: _collections, _functools, _operator, itertools, math.
import type { PythonVersion } from './profile';

export interface NativeTypes {
  /// The types of _collections and itertools are heap types (3.12+), as those of _functools and _operator always are.
  readonly haveHeapTypes: boolean;
  /// Size of sys.stdout.
  readonly streamBytes: 192 | 200;
  /// The types of None, NotImplemented and Ellipsis and the mappingproxy have a `__doc__` (3.13).
  readonly documentsSingletons: boolean;
  /// Size of a partial (3.14 counts its placeholders).
  readonly partialBytes: 64 | 80;
  /// The repr of an instance of a class derived from partial has module and qualified name (3.13+).
  readonly partialReprIsQualified: boolean;
  /// A partial in a class: no descriptor; one that warns (3.13); one that makes methods (3.14).
  readonly partialIsDescriptor: 'no' | 'warns' | 'binds';
  /// functools.Placeholder (3.14)
  readonly hasPlaceholder: boolean;
  /// Sizes of iterators that differ.
  readonly itertoolsBytes: Readonly<Record<'tee' | 'groupby' | 'accumulate' | 'cycle', number>>;
  /// The iterators of itertools have `__reduce__` (up to 3.13).
  readonly iteratorsCanBePickled: boolean;
  /// And say that they soon cannot.
  readonly warnsOfPickledIterators: boolean;
  /// tee() of a tee gives copies only, not the tee itself (3.13.1+).
  readonly teeCopiesTees: boolean;
  readonly methodcallerBytes: 40 | 64;
  /// A methodcaller has the arguments of its call ready in tuples (3.14 vectorcall_args, vectorcall_kwnames).
  readonly methodcallerKeepsArguments: boolean;
  /// It has no vectorcall: its own call and that of the method go through a tuple (3.11 Modules/_operator.c methodcaller_call).
  readonly methodcallerUsesTuples: boolean;
  /// operator.is_none and is_not_none (3.14)
  readonly operatorAsksForNone: boolean;
  /// Clearing an OrderedDict is a change to its iterators (3.12+); its repr shows a dict (3.12+); its `__init__` says
  /// `argument` (3.14).
  readonly odictClearIsChange: boolean;
  readonly odictReprIsDict: boolean;
  readonly odictSaysArgument: boolean;
  /// A value that a defaultdict's factory has put under the key itself stays (3.14).
  readonly missingKeepsEarlier: boolean;
  /// Functions of the module math that the version does not have yet (sumprod came with 3.12, fma with 3.13).
  readonly lacksMath: readonly string[];
  /// Functions that `sys` does not have yet (3.14 Python/sysmodule.c added _clear_type_descriptors for dataclasses).
  readonly lacksSys: readonly string[];
  /// functools.reduce takes `initial` by name (3.14).
  readonly reduceTakesInitialByName: boolean;
}

export const nativeTypes: Readonly<Record<PythonVersion, NativeTypes>> = {
  '3.11': {
    haveHeapTypes: false, documentsSingletons: false, streamBytes: 192, partialBytes: 64, partialReprIsQualified: false, partialIsDescriptor: 'no', hasPlaceholder: false, reduceTakesInitialByName: false,
    itertoolsBytes: { tee: 40, groupby: 64, accumulate: 48, cycle: 48 }, iteratorsCanBePickled: true, warnsOfPickledIterators: false, teeCopiesTees: false,
    methodcallerBytes: 40, methodcallerKeepsArguments: false, methodcallerUsesTuples: true, operatorAsksForNone: false,
    lacksSys: ['_clear_type_descriptors', '_is_interned'], lacksMath: ['fma', 'sumprod'], odictClearIsChange: false, odictReprIsDict: false, odictSaysArgument: false, missingKeepsEarlier: false
  },
  '3.13': {
    haveHeapTypes: true, documentsSingletons: true, streamBytes: 200, partialBytes: 64, partialReprIsQualified: true, partialIsDescriptor: 'warns', hasPlaceholder: false, reduceTakesInitialByName: false,
    itertoolsBytes: { tee: 48, groupby: 72, accumulate: 56, cycle: 48 }, iteratorsCanBePickled: true, warnsOfPickledIterators: true, teeCopiesTees: true,
    methodcallerBytes: 64, methodcallerKeepsArguments: false, methodcallerUsesTuples: false, operatorAsksForNone: false,
    lacksSys: ['_clear_type_descriptors'], lacksMath: [], odictClearIsChange: true, odictReprIsDict: true, odictSaysArgument: false, missingKeepsEarlier: false
  },
  '3.14': {
    haveHeapTypes: true, documentsSingletons: true, streamBytes: 200, partialBytes: 80, partialReprIsQualified: true, partialIsDescriptor: 'binds', hasPlaceholder: true, reduceTakesInitialByName: true,
    itertoolsBytes: { tee: 48, groupby: 72, accumulate: 56, cycle: 40 }, iteratorsCanBePickled: false, warnsOfPickledIterators: false, teeCopiesTees: true,
    methodcallerBytes: 64, methodcallerKeepsArguments: true, methodcallerUsesTuples: false, operatorAsksForNone: true,
    lacksSys: [], lacksMath: [], odictClearIsChange: true, odictReprIsDict: true, odictSaysArgument: true, missingKeepsEarlier: true
  }
};
