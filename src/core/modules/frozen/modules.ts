/// The modules in Python, by name.
import { annotationlibSource } from './annotationlib';
import { abcSource } from './abc';
import { bisectSource, heapqSource } from './algorithms';
import { collectionsSource } from './collections';
import { collectionsAbcSource } from './collectionsabc';
import { contextlibSource } from './contextlib';
import { copySource } from './copy';
import { copyregSource } from './copyreg';
import { ctypesSource } from './ctypes';
import { dataclassesSource } from './dataclasses';
import { enumSource } from './enum';
import { functoolsSource } from './functools';
import { ioSource } from './io';
import { operatorSource } from './operator';
import { randomSource } from './random';
import { futureSource, keywordSource, warningsSource } from './small';
import { stringSource } from './string';
import { templatelibSource } from './templatelib';
import { tracebackSource } from './traceback';
import { typesSource } from './types';
import { typevarsSource } from './typevars';
import { typingSource } from './typing';
import { userCollectionsSource } from './usercollections';
import { weakDictionaries } from './weakcollections';
import { COPYING, GUARDED } from './weakiteration';
import { weakrefSource } from './weakref';
import { weakSet } from './weakset';

export const FROZEN_MODULES: ReadonlyMap<string, string> = new Map([
  ['__future__', futureSource],
  ['_typing', typevarsSource],
  ['abc', abcSource],
  ['annotationlib', annotationlibSource],
  ['bisect', bisectSource],
  ['collections', collectionsSource],
  ['collections.abc', collectionsAbcSource],
  ['contextlib', contextlibSource],
  ['copy', copySource],
  ['copyreg', copyregSource],
  ['ctypes', ctypesSource],
  ['dataclasses', dataclassesSource],
  ['enum', enumSource],
  ['functools', functoolsSource],
  ['heapq', heapqSource],
  ['io', ioSource],
  ['keyword', keywordSource],
  ['operator', operatorSource],
  ['random', randomSource],
  ['string', stringSource],
  ['string.templatelib', templatelibSource],
  ['traceback', tracebackSource],
  ['types', typesSource],
  ['typing', typingSource],
  ['warnings', warningsSource],
  ['weakref', weakrefSource],
  ['_weakrefset', weakSet(COPYING)],
  ['_guarded_weakrefset', weakSet(GUARDED)],
  ['_usercollections', userCollectionsSource],
  ['_weakdicts', weakDictionaries(COPYING)],
  ['_guarded_weakdicts', weakDictionaries(GUARDED)]
]);
