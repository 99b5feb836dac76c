/// Objects by what a learner knows of them: the number that `id()` gave, a name that leads to them, a type.

import type { Naming } from './naming';
import type { Picture } from './picture';
import type { HeapObject } from './state';
import { PORTION } from './work';
import type { Work } from './work';

export interface Found {
  /// The object to choose; undefined = none is there at this moment.
  readonly serial: number | undefined;
  /// What came of it, in words.
  readonly text: string;
}

/// The next object after `selected` that fits, of those that are there: in order of birth, tombstones and
/// what has no box last. In portions. A number, decimal or hexadecimal, is an address or the end of one as the boxes show it; any
/// other text is a part of what the object is called. Four letters and more that could be digits are both.
export function* finding(query: string, picture: Picture, moment: number, part: number, selected: number | undefined): Work<Found> {
  const { words, survey, sentences: { naming } } = picture;
  const matches = matcher(query, naming);
  const there = [...picture.state(moment, part).objects.values()].filter(matches);
  const rank = ({ serial, freed }: HeapObject): number => (picture.layout.places.has(serial) ? 0 : 2) + (freed ? 1 : 0);
  const found = there.sort((a, b) => rank(a) - rank(b) || a.serial - b.serial).map(({ serial }) => serial);
  const at = (found.indexOf(selected ?? -1) + 1) % Math.max(1, found.length);
  const serial = found[at];
  if (serial !== undefined) {
    const which = words.__('%1 of %2: %3', at + 1, found.length, naming.label(serial));
    return { serial, text: picture.layout.places.has(serial) ? which : words.__('%1, which has no box in this picture', which) };
  }
  let looked = 0;
  for (const story of survey.objects.values()) {
    if (matches(story)) {
      const label = naming.label(story.serial);
      return {
        serial,
        text: story.gone <= survey.end
          ? words.__('%1 is not there at this step: it comes in step %2, and its place is taken in step %3.', label, story.born, story.gone)
          : words.__('%1 is not there at this step: it comes in step %2.', label, story.born)
      };
    }
    if (++looked % PORTION === 0) {
      yield;
    }
  }
  return { serial, text: words.__('No such object in this cell.') };
}

function matcher(query: string, naming: Naming): (object: { readonly serial: number; readonly address: number }) => boolean {
  const text = query.trim().toLowerCase();
  if (/^\d{6,}$/.test(text)) {
    return ({ address }) => String(address) === text || address.toString(16).endsWith(text);
  }
  const end = /^(?:0x|…|\.\.\.)([0-9a-f]+)$/.exec(text)?.[1];
  const couldEnd = /^[0-9a-f]{4,}$/.test(text);
  return end === undefined
    ? ({ serial, address }) => text !== '' && (naming.label(serial).toLowerCase().includes(text) || (couldEnd && address.toString(16).endsWith(text)))
    : ({ address }) => address.toString(16).endsWith(end);
}
