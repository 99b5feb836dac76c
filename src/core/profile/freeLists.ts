/// The limits of the free lists, by version.

/// How many objects of a kind are kept at most; 0 = none.
export interface FreeListLimits {
  readonly float: number;
  readonly int: number;
  /// Of each size from 1 to 20.
  readonly tuple: number;
  readonly list: number;
  readonly dict: number;
  /// Tables of eight slots with str keys.
  readonly dictKeys: number;
  readonly slice: number;
  readonly range: number;
  readonly range_iterator: number;
  readonly list_iterator: number;
  readonly tuple_iterator: number;
  readonly method: number;
  readonly builtin_function_or_method: number;
}

export const freeLists311: FreeListLimits = {
  float: 100, int: 0, tuple: 2000, list: 80, dict: 80, dictKeys: 80, slice: 1, range: 0, range_iterator: 0, list_iterator: 0, tuple_iterator: 0,
  method: 0, builtin_function_or_method: 0
};

export const freeLists314: FreeListLimits = {
  ...freeLists311, int: 100, range: 6, range_iterator: 6, list_iterator: 10, tuple_iterator: 10, method: 20, builtin_function_or_method: 16
};
