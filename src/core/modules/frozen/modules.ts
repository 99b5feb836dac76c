/// The modules in Python, by name.
import { ctypesSource } from './ctypes';
import { weakrefSource } from './weakref';

export const FROZEN_MODULES: ReadonlyMap<string, string> = new Map([
  ['ctypes', ctypesSource],
  ['weakref', weakrefSource]
]);
