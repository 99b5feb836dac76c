/// The object that a moment is about, for what shows one object and was given none.

import { changesBetween } from './changes';
import type { Layout } from './layout';
import { ObjectKind } from '../core/trace/payload';
import type { HeapState } from './state';

/// Of the objects with a box: one whose count changed, one that is new, one that changed at all; else an instance that is there, or
/// anything. undefined: there is none.
export function subjectOf(before: HeapState | undefined, state: HeapState, { places, passing }: Layout): number | undefined {
  const changes = before && changesBetween(before, state);
  const isDrawn = (serial: number): boolean => places.has(serial) && !passing.has(serial) && state.objects.has(serial);
  const live = [...state.objects.values()].filter(({ freed }) => !freed);
  const candidates = [
    ...(changes?.counts.keys() ?? []), ...(changes?.born ?? []), ...(changes?.freed ?? []), ...(changes?.objects ?? []),
    ...live.filter(({ kind }) => kind === ObjectKind.INSTANCE).map(({ serial }) => serial), ...live.map(({ serial }) => serial)
  ];
  return candidates.find(isDrawn);
}
