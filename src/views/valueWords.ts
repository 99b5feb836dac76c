/// What the recorder says of values in words of its own, in the page's language.

import type { HeapObject } from './state';
import { ObjectKind } from '../core/trace/payload';
import type { Words } from './words';

/// The value of a weak reference or a generator; all others are the learner's.
export function valueInWords(value: string, { kind }: Pick<HeapObject, 'kind'>, words: Words): string {
  if (kind !== ObjectKind.OTHER) {
    return value;
  }
  switch (value) {
    case 'refers weakly':
      return words.__('refers weakly');
    case 'dead':
      return words.__('dead');
    case 'not started':
      return words.__('not started');
    case 'suspended':
      return words.__('suspended');
    case 'running':
      return words.__('running');
    case 'finished':
      return words.__('finished');
    default:
      return value;
  }
}
