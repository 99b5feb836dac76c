/// What differs in the types of _collections, _functools, _operator and itertools.
import type { PythonVersion } from './profile';

export interface NativeTypes {
  /// The types of _collections and itertools are heap types (3.12+), as those of _functools and _operator always are.
  readonly haveHeapTypes: boolean;
}

export const nativeTypes: Readonly<Record<PythonVersion, NativeTypes>> = {
  '3.11': { haveHeapTypes: false },
  '3.13': { haveHeapTypes: true },
  '3.14': { haveHeapTypes: true }
};
