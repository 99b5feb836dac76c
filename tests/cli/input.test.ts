import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lineReader } from '../../src/cli/stdin';
import { createMachine } from '../../src/core/createMachine';
import { command, Folder } from './command';

let folder: Folder;
beforeEach(() => (folder = new Folder()));
afterEach(() => folder.remove());

const SOURCE = "a = input('a? ')\nb = input('b? ')\nprint(a + b)\n";

describe('input()', () => {
  it('reads lines of standard input', async () => {
    const lines = ['1', '2'];
    const ran = await command(['run', folder.file('a.py', SOURCE)], { createMachine, input: () => lines.shift() });
    expect(ran).toMatchObject({ status: 0, stdout: 'a? b? 12\n', stderr: '' });
  });

  it('ends with EOFError as CPython does', async () => {
    const ran = await command(['run', folder.file('a.py', SOURCE)], { createMachine, input: () => undefined });
    expect(ran.stdout).toBe('a? ');
    expect(ran.stderr).toMatch(/\nEOFError: EOF when reading a line\n$/);
    expect(ran.status).toBe(1);
  });

  it('asks the person at a terminal', async () => {
    const ran = await command(['run', folder.file('a.py', SOURCE)], { createMachine, input: 'ask', askLine: prompt => Promise.resolve(prompt[0]) });
    expect(ran).toMatchObject({ status: 0, stdout: 'ab\n' });
  });

  it('can be interrupted while it asks', async () => {
    let interrupt = (): void => {};
    const ran = await command(['run', folder.file('a.py', SOURCE)], {
      createMachine,
      input: 'ask',
      onInterrupt: callback => {
        interrupt = callback;
        return () => {};
      },
      askLine: (_, signal) => new Promise(resolve => {
        signal.addEventListener('abort', () => resolve(undefined));
        interrupt();
      })
    });
    expect(ran.stderr).toMatch(/KeyboardInterrupt\n$/);
    expect(ran.status).toBe(130);
  });
});

describe('lineReader', () => {
  const chunks = (...all: string[]) => {
    const bytes = Buffer.from(all.join('|'));
    let at = 0;
    const ends = all.map(chunk => Buffer.byteLength(chunk));
    return (buffer: Uint8Array): number => {
      const length = ends.shift() ?? 0;
      buffer.set(bytes.subarray(at, at + length));
      at += length + 1;
      return length;
    };
  };
  const all = (read: (buffer: Uint8Array) => number): (string | undefined)[] => {
    const next = lineReader(read);
    const lines = [];
    for (let line = next(); line !== undefined; line = next()) lines.push(line);
    return lines;
  };

  it('cuts at line ends, wherever chunks end', () => {
    expect(all(chunks('a', 'b\nc\r\n', '\nlast'))).toEqual(['ab', 'c', '', 'last']);
    expect(all(chunks('a\n'))).toEqual(['a']);
    expect(all(chunks())).toEqual([]);
  });
});
