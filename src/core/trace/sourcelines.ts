/// The source of lines that steps name in other files than the cell's: a learner steps through functions of earlier cells.
import type { Vm } from '../vm/vm';
import type { StringTable } from './strings';

/// Lines that are told, and characters of each.
const MOST_LINES = 200;
const MOST_CHARACTERS = 100;

export class SourceLines {
  /// [str file, line, str text] each, as the payload has them.
  readonly told: number[][] = [];
  private readonly known = new Set<string>();

  /// `cell`: the file whose source the payload has as a whole.
  constructor(private readonly vm: Vm, private readonly strings: StringTable, private readonly cell: string) {}

  note(file: string, line: number): void {
    if (file === this.cell || line <= 0 || this.told.length >= MOST_LINES) return;
    const key = `${file}:${line}`;
    if (this.known.has(key)) return;
    this.known.add(key);
    const text = this.vm.sourceLine(file, line).trim();
    if (text !== '') this.told.push([this.strings.index(file), line, this.strings.index(text.slice(0, MOST_CHARACTERS))]);
  }
}
