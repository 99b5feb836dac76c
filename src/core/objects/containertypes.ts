/// The types of the containers and their iterators, for bootstrap.
import type { BuiltinTypeName } from './builtintypes';
import { initEmptyKeys } from './dictkeys';
import {
  dictItemIteratorSpec, dictKeyIteratorSpec, dictReverseItemIteratorSpec, dictReverseKeyIteratorSpec,
  dictReverseValueIteratorSpec, dictValueIteratorSpec
} from './dictiter';
import { dictSpec } from './dicttype';
import { dictItemsSpec, dictKeysSpec, dictValuesSpec } from './dictviews';
import { enumerateSpec, reversedSpec } from './enumobject';
import type { Interp } from './interp';
import { callableIteratorSpec, sequenceIteratorSpec } from './iterobject';
import { filterSpec, mapSpec, zipSpec } from './iteratortypes';
import { listIteratorSpec, listReverseIteratorSpec, listSpec } from './listtype';
import { mappingProxySpec } from './mappingproxy';
import { longRangeIteratorSpec, rangeIteratorSpec, rangeSpec } from './range';
import { frozensetSpec, setIteratorSpec, setSpec } from './settype';
import { sliceSpec } from './slice';
import { initTuple } from './tuple';
import { tupleIteratorSpec, tupleSpec } from './tupletype';
import type { TypeSpec } from './typeobject';

export const containerSpecs: Partial<Record<BuiltinTypeName, TypeSpec>> = {
  tuple: tupleSpec,
  tuple_iterator: tupleIteratorSpec,
  list: listSpec,
  list_iterator: listIteratorSpec,
  list_reverseiterator: listReverseIteratorSpec,
  dict: dictSpec,
  dict_keys: dictKeysSpec,
  dict_values: dictValuesSpec,
  dict_items: dictItemsSpec,
  dict_keyiterator: dictKeyIteratorSpec,
  dict_valueiterator: dictValueIteratorSpec,
  dict_itemiterator: dictItemIteratorSpec,
  dict_reversekeyiterator: dictReverseKeyIteratorSpec,
  dict_reversevalueiterator: dictReverseValueIteratorSpec,
  dict_reverseitemiterator: dictReverseItemIteratorSpec,
  mappingproxy: mappingProxySpec,
  set: setSpec,
  frozenset: frozensetSpec,
  set_iterator: setIteratorSpec,
  slice: sliceSpec,
  range: rangeSpec,
  range_iterator: rangeIteratorSpec,
  longrange_iterator: longRangeIteratorSpec,
  iterator: sequenceIteratorSpec,
  callable_iterator: callableIteratorSpec,
  enumerate: enumerateSpec,
  reversed: reversedSpec,
  zip: zipSpec,
  map: mapSpec,
  filter: filterSpec
};

/// Makes the empty dict's table and the empty tuple in static memory: before the first malloc of the heap, with the
/// type objects in `it.types`.
export function initContainers(it: Interp): void {
  initEmptyKeys(it);
  initTuple(it);
}
