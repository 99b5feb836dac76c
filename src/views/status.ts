/// How an object fares at a moment.

import type { HeapObject } from './state';

export type BoxStatus = 'live' | 'garbage' | 'dying' | 'freed';

export function statusOf(object: HeapObject, garbage: ReadonlySet<number>): BoxStatus {
  return object.freed ? 'freed' : garbage.has(object.serial) ? 'garbage' : object.count === 0 ? 'dying' : 'live';
}
