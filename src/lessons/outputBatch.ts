/// Gathers what a cell writes, so that a reader gets few messages and bounded text.
import type { Output } from '../core/machine';

const OUTPUT_LIMIT = 200_000;

export class OutputBatch {
  private pending: Output[] = [];
  private room: number;
  private leftOut = 0;

  /// `limit` is in UTF-16 units of all text, streams and values together. Errors are always kept.
  constructor(private readonly limit: number = OUTPUT_LIMIT) {
    this.room = limit;
  }

  add(output: Output): void {
    if (output.output_type === 'error') {
      this.pending.push(output);
      return;
    }
    const kept = this.keep(output.output_type === 'stream' ? output.text : output.data['text/plain']);
    if (kept === '') {
      return;
    }
    if (output.output_type === 'execute_result') {
      this.pending.push({ ...output, data: { 'text/plain': kept } });
      return;
    }
    const last = this.pending.at(-1);
    if (last?.output_type === 'stream' && last.name === output.name) {
      last.text += kept;
    } else {
      this.pending.push({ ...output, text: kept });
    }
  }

  /// The part of a text that there is room for.
  private keep(text: string): string {
    const kept = text.length <= this.room ? text : wholeCharacters(text, this.room);
    this.room = kept.length < text.length ? 0 : this.room - kept.length;
    this.leftOut += text.length - kept.length;
    return kept;
  }

  /// What has come since the last call.
  take(): Output[] {
    const taken = this.pending;
    this.pending = [];
    return taken;
  }

  /// What came since the last call, and a line that says how much was left out of the whole.
  takeLast(): Output[] {
    if (this.leftOut > 0) {
      const text = `\n[memory-sim shows the first ${this.limit} characters that a cell writes; ${this.leftOut} more were left out]\n`;
      const error = this.pending.findIndex(output => output.output_type === 'error');
      this.pending.splice(error < 0 ? this.pending.length : error, 0, { output_type: 'stream', name: 'stderr', text });
      this.leftOut = 0;
    }
    return this.take();
  }
}

/// Cuts a text without splitting a surrogate pair.
function wholeCharacters(text: string, length: number): string {
  const unit = text.charCodeAt(length - 1);
  return text.slice(0, unit >= 0xd800 && unit < 0xdc00 ? length - 1 : length);
}
