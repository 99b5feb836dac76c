/// The string table of a payload.
import { COMMON_STRINGS } from './commonstrings';

export class StringTable {
  readonly strings: string[] = [...COMMON_STRINGS];
  /// Length as JSON of those that are not common, about: a character that is escaped counts as one.
  size = 0;
  private readonly indices = new Map(COMMON_STRINGS.map((text, index) => [text, index]));

  index(text: string): number {
    let index = this.indices.get(text);
    if (index === undefined) {
      index = this.strings.push(text) - 1;
      this.size += text.length + 3;
      this.indices.set(text, index);
    }
    return index;
  }
}

/// Longest text of an operation: outputs have a place of their own.
const MOST_CHARACTERS = 500;

export function clip(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`;
}
