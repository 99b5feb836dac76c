/// Lines for input() from standard input.
import fs from 'node:fs';

const DESCRIPTOR = 0;
const BUSY_WAIT_MS = 20;

/// One chunk, waiting for it; nothing at the end of input.
function readChunk(buffer: Uint8Array): number {
  for (;;) {
    try {
      return fs.readSync(DESCRIPTOR, buffer);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'EOF') {
        return 0;
      }
      if (code !== 'EAGAIN') {
        throw error;
      }
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_WAIT_MS);
    }
  }
}

/// Reads lines at once, for files and pipes.
export function lineReader(read: (buffer: Uint8Array) => number = readChunk): () => string | undefined {
  const decoder = new TextDecoder();
  const buffer = new Uint8Array(1 << 16);
  let text = '';
  let ended = false;
  return () => {
    let newline = text.indexOf('\n');
    while (newline < 0 && !ended) {
      const length = read(buffer);
      ended = length === 0;
      text += ended ? decoder.decode() : decoder.decode(buffer.subarray(0, length), { stream: true });
      newline = text.indexOf('\n');
    }
    if (newline < 0 && text === '') {
      return undefined;
    }
    const line = newline < 0 ? text : text.slice(0, newline);
    text = newline < 0 ? '' : text.slice(newline + 1);
    return line.replace(/\r$/, '');
  };
}

/// Asks the person at the terminal; undefined: the end of input, or `signal` came first.
export function askLine(signal: AbortSignal): Promise<string | undefined> {
  return new Promise(resolve => {
    const lines = process.getBuiltinModule('node:readline').createInterface({ input: process.stdin, terminal: false });
    let answer: string | undefined;
    signal.addEventListener('abort', () => lines.close(), { once: true });
    lines.once('line', line => {
      answer = line;
      lines.close();
    });
    lines.once('close', () => resolve(answer));
  });
}

/// Calls back with each line of a stream as it comes. A line ends with a newline and nothing else (node:readline has more).
export function readLines(callback: (line: string) => void, stream: NodeJS.ReadableStream = process.stdin): Promise<void> {
  let begun = '';
  return new Promise(resolve => {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      const lines = (begun + text).split('\n');
      begun = lines.pop()!;
      lines.forEach(callback);
    });
    stream.on('end', resolve);
  });
}
