/// How an import uses a free list: how many objects it takes from it at most at one time, and how many it keeps
/// (more may come back than were taken).
export type ListUse = readonly [most: number, net: number];

/// What an import does to the free lists and to the collector's count, without the modules that it loads on the way.
/// What it keeps of other types, and what comes from a free list that has no more, is counted.
export interface ImportCost {
  readonly count: number;
  /// The module is looked for on sys.path, where the script's folder is first.
  readonly path?: boolean;
  /// Modules that it loads on the way, without those that one of them loads.
  readonly needs?: readonly string[];
  readonly dict?: ListUse;
  readonly list?: ListUse;
  readonly list_iterator?: ListUse;
  readonly tuple_iterator?: ListUse;
  readonly method?: ListUse;
  readonly builtin_function_or_method?: ListUse;
  readonly slice?: ListUse;
  /// What importlib has from the free lists while the module is compiled and runs.
  readonly holds?: { readonly dicts: number; readonly lists: number; readonly tuples: readonly number[] };
  /// The same with the modules that it loads on the way, if none of them is there.
  readonly whole?: ImportCost;
  /// With the number of items first.
  readonly tuples?: readonly (readonly [size: number, most: number, net: number])[];
}
