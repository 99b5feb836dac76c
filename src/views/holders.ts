/// The receipt of a refcount: each reference that the picture shows, and how many it does not.

import type { Naming } from './naming';
import type { HeapState } from './state';
import { clip } from './words';
import type { Words } from './words';

const MAX_HOLDERS = 8;

/// "held by v1, friends of Person “Michael”, and 1 more that is not shown"; '' if nothing holds it.
export function receipt(state: HeapState, serial: number, naming: Naming, words: Words): string {
  const object = state.objects.get(serial);
  if (object === undefined || object.freed) {
    return '';
  }
  const holders: string[] = [];
  state.frames.forEach((frame, depth) => {
    for (const [name, ref] of frame.names) {
      if (ref === serial) {
        holders.push(depth === 0 ? clip(name, 40) : words.__('%1 in %2()', clip(name, 40), clip(frame.name, 40)));
      }
    }
  });
  for (const holder of state.objects.values()) {
    for (const [label, ref] of holder.slots) {
      if (ref === serial) {
        holders.push(words.__('%1 of %2', clip(label, 32), naming.noun(holder.serial)));
      }
    }
  }
  const listed = holders.slice(0, MAX_HOLDERS).join(', ') + (holders.length > MAX_HOLDERS ? ', …' : '');
  const hidden = object.count - holders.length;
  if (hidden <= 0) {
    return listed === '' ? '' : words.__('Held by %1.', listed);
  }
  const rest = words._n('%1 reference that is not shown', '%1 references that are not shown', hidden);
  return listed === '' ? words.__('Held by %1.', rest) : words.__('Held by %1, and by %2.', listed, rest);
}
