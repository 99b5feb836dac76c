/// The string table of a payload.
export class StringTable {
  readonly strings: string[] = [];
  /// Length as JSON, about: a character that is escaped counts as one.
  size = 0;
  private readonly indices = new Map<string, number>();

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
