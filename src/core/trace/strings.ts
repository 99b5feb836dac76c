/// The string table of a payload.
export class StringTable {
  readonly strings: string[] = [];
  private readonly indices = new Map<string, number>();

  index(text: string): number {
    let index = this.indices.get(text);
    if (index === undefined) {
      index = this.strings.push(text) - 1;
      this.indices.set(text, index);
    }
    return index;
  }
}
