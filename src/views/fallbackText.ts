/// The final state and the way there in words: the `text/plain` of a cell's output, for
/// terminals, screen readers and search.

import type { TracePayload } from '../core/trace/payload';
import { leftOutText } from './leftOut';
import { isSequence } from './boxRows';
import { countText, hexAddress } from './naming';
import { Picture } from './picture';
import { garbageOf } from './reach';
import { promptNumber } from './runSummary';
import { inlineText } from './state';
import type { HeapObject, HeapState } from './state';
import { valueInWords } from './valueWords';
import { clip, english, grouped, listed } from './words';
import type { Words } from './words';

const MAX_NAMES = 40;
const MAX_OBJECTS = 40;
/// Steps told from the beginning and from the end.
const FIRST_STEPS = 40;
const LAST_STEPS = 20;

export function fallbackText(payload: TracePayload, words: Words = english): string {
  return pictureText(new Picture(payload, words));
}

/// The same from a picture that is at hand.
export function pictureText(picture: Picture): string {
  const { payload, words, timeline } = picture;
  const state = timeline.at(timeline.end);
  const lines = [
    words.__('memory-sim: the heap after cell [%1]', promptNumber(payload)),
    picture.status(timeline.end),
    '',
    ...section(words.__('Names'), nameLines(state, picture), MAX_NAMES, words),
    ...section(words.__('Objects'), objectLines(state, picture), MAX_OBJECTS, words),
    ...stepLines(picture)
  ];
  const leftOut = leftOutText(payload, words);
  if (leftOut !== '') {
    lines.push('', leftOut);
  }
  return lines.map((line) => line.replace(/\s+(?=\S)/g, oneSpace).replace(/[\u0000-\u001f\u007f]/g, '\ufffd')).join('\n') + '\n';
}

/// Line breaks within a line come from guest strings; indentation is ours.
function oneSpace(blank: string, at: number): string {
  return at === 0 ? blank : ' ';
}

function section(title: string, lines: readonly string[], limit: number, words: Words): string[] {
  if (lines.length === 0) {
    return [`${title}: ${words.__('none')}`, ''];
  }
  const more = lines.length - limit;
  return [`${title}:`, ...lines.slice(0, limit), ...(more > 0 ? ['  ' + words.__('and %1 more', more)] : []), ''];
}

function nameLines(state: HeapState, picture: Picture): string[] {
  const { words, layout: { quiet }, sentences: { naming } } = picture;
  const told = state.frames.flatMap((frame, depth) =>
    [...frame.names].flatMap(([name, ref]) => {
      const where = depth === 0 ? '' : `${clip(frame.name, 40)}(): `;
      return ref === undefined || (depth === 0 && quiet.has(name)) ? [] : [`  ${where}${clip(name, 60)} -> ${naming.target(ref, name)}`];
    })
  );
  return quiet.size === 0 ? told : [...told, '  ' + words._n('and %1 name that this cell does not use: %2', 'and %1 names that this cell does not use: %2', quiet.size, listed([...quiet].map((name) => clip(name, 60)), MAX_NAMES, words))];
}

function objectLines(state: HeapState, picture: Picture): string[] {
  const garbage = garbageOf(state);
  return [...state.objects.values()].filter((object) => picture.layout.places.has(object.serial)).map((object) => '  ' + objectLine(object, garbage, picture));
}

function objectLine(object: HeapObject, garbage: ReadonlySet<number>, picture: Picture): string {
  const { payload, words } = picture;
  const { naming } = picture.sentences;
  const title = words.__('%1 at %2', naming.label(object.serial), hexAddress(object.address));
  if (object.freed) {
    return `${title}: ${words.__('freed')}`;
  }
  const slots = [...object.slots].slice(0, 8).map(([label, ref]) =>
    `${clip(label, 24)} -> ${ref >= 0 ? naming.target(ref, label) : clip(inlineText(ref, payload.strings), 40)}`
  );
  const more = Math.max(object.length ?? 0, object.slots.size) - slots.length;
  const parts = [
    words.__('refcount %1', countText(object.count)),
    ...(garbage.has(object.serial) ? [words.__('garbage, no name reaches it')] : []),
    ...(object.value === undefined || isSequence(object) ? [] : [clip(valueInWords(object.value, object, words).replace(/\s+/g, ' '), 60)]),
    ...(object.weak === undefined ? [] : [words.__('not counted: %1', naming.target(object.weak, ''))]),
    ...slots,
    ...(more > 0 ? [words.__('and %1 more', grouped(more)) + (isSequence(object) && object.value ? ` × ${clip(object.value, 40)}` : '')] : [])
  ];
  return `${title}: ${parts.join(', ')}`;
}

function stepLines(picture: Picture): string[] {
  const { words, timeline } = picture;
  if (timeline.end === 0) {
    return [];
  }
  const lines = [words.__('Steps:')];
  const skipped = timeline.end - FIRST_STEPS - LAST_STEPS;
  for (let n = 1; n <= timeline.end; n++) {
    if (skipped > 0 && n === FIRST_STEPS + 1) {
      lines.push('  ' + words._n('(%1 step left out here)', '(%1 steps left out here)', skipped));
      n += skipped;
    }
    const { line, file } = timeline.moments[n]!;
    const where = line === 0 ? '' : file === picture.payload.file ? words.__('line %1: ', line) : words.__('%1, line %2: ', clip(file, 60), line);
    lines.push(`  ${n}. ${where}${picture.sentences.at(n)}`);
  }
  return lines;
}
