/// The names on the left: a block a frame, the module's first.

import type { HeapState } from './state';
import type { Words } from './words';
import { clip } from './words';

/// The width of a character.
export const CHARACTER = 7.25;
export const NAMES_X = 16;
/// A row is as wide as the names and values of the trace need, within these bounds.
const LEAST_WIDTH = 156;
const MOST_WIDTH = 200;
/// Beside the texts of a row.
const MARGINS = 24;
export const NAME_HEIGHT = 24;
const NAME_PITCH = 28;
export const TITLE_HEIGHT = 24;
const BLOCK_GAP = 10;

/// Names drawn a frame, and frames drawn of a deep stack (the module and the innermost ones).
export const MAX_NAMES = 40;
const MAX_FRAMES = 7;

/// `characters`: of the longest name with its value.
export function namesWidth(characters: number): number {
  return Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, MARGINS + characters * CHARACTER)));
}

/// How many characters a row of this width has room for.
export function nameCharacters(width: number): number {
  return Math.floor((width - MARGINS) / CHARACTER);
}

export interface NameRow {
  readonly depth: number;
  readonly name: string;
  /// Set for a temporary of the value stack: its place, from 0.
  readonly index?: number;
  readonly borrowed?: boolean;
  /// undefined: the name is unbound; its row stays empty.
  readonly ref: number | undefined;
  readonly y: number;
}

export interface FrameBlock {
  readonly depth: number;
  readonly title: string;
  readonly y: number;
  readonly rows: readonly NameRow[];
  /// Names left out.
  readonly more: number;
  /// Names for which one row stands, the first of the block.
  readonly quiet: readonly string[];
}

/// Depths of the frames that are drawn.
export function drawnFrames(count: number): number[] {
  const first = count > MAX_FRAMES ? count - MAX_FRAMES + 1 : 1;
  const depths = [0];
  for (let d = first; d < count; d++) {
    depths.push(d);
  }
  return depths;
}

/// With the temporaries that refer to objects; with all of them if `everything`. For the names of the module in `quietNames` one row stands.
export function frameBlocks(state: HeapState, top: number, words: Words, quietNames: ReadonlySet<string>, everything = false): FrameBlock[] {
  let y = top;
  return drawnFrames(state.frames.length).map((depth, i, depths) => {
    const skipped = depth - (depths[i - 1] ?? -1) - 1;
    const frame = state.frames[depth]!;
    const titleY = y;
    y += TITLE_HEIGHT;
    const rows: NameRow[] = [];
    const quiet = depth === 0 ? [...frame.names.keys()].filter((name) => quietNames.has(name)) : [];
    y += quiet.length > 0 ? NAME_PITCH : 0;
    for (const [name, ref] of frame.names) {
      if (rows.length === MAX_NAMES) {
        break;
      }
      if (depth === 0 && quietNames.has(name)) {
        continue;
      }
      rows.push({ depth, name, ref, y, ...(frame.borrowed.has(name) && { borrowed: true }) });
      y += NAME_PITCH;
    }
    const more = frame.names.size - quiet.length - rows.length;
    frame.stack.slice(0, MAX_NAMES).forEach(({ ref, borrowed }, index) => {
      if (ref >= 0 || (everything && depth === state.frames.length - 1)) {
        rows.push({ depth, name: words.__('temporary'), index, ref, y, ...(borrowed && { borrowed: true }) });
        y += NAME_PITCH;
      }
    });
    y += BLOCK_GAP + (more > 0 ? 16 : 0);
    return { depth, title: (skipped > 0 ? words._n('⋯ %1 frame, then ', '⋯ %1 frames, then ', skipped) : '') + frameTitle(depth, frame.name, words), y: titleY, rows, more, quiet };
  });
}

/// The lower end of a block's rows, less its title.
export function lowestRow({ y, rows, quiet }: FrameBlock): number {
  return y + (rows.length + (quiet.length > 0 ? 1 : 0)) * NAME_PITCH;
}

function frameTitle(depth: number, name: string, words: Words): string {
  if (depth === 0) {
    return words.__('NAMES · module');
  }
  return name === '<module>' ? words.__('import') : `${clip(name, 20)}()`;
}

/// Room for the most names and frames that stand there at once.
export function framesHeight(names: number, frames: number): number {
  const blocks = Math.min(frames, MAX_FRAMES);
  return names * NAME_PITCH + blocks * (TITLE_HEIGHT + BLOCK_GAP);
}
