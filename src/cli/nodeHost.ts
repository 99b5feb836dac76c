/// The command's surroundings in Node: files, streams, Ctrl-C.
import fs from 'node:fs';
import path from 'node:path';
import type { Host, StreamName } from './host';
import { FileError } from './host';
import { askLine, lineReader, readLines } from './stdin';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left',
  ELOOP: 'too many symbolic links',
  ENAMETOOLONG: 'its name is too long',
  ERR_FS_FILE_TOO_LARGE: 'it is too large'
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const reasonOf = (error: unknown): string => REASONS[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));

/// UTF-8, a byte order mark removed. Throws a FileError.
function readFile(file: string): string {
  let bytes: Buffer;
  try {
    bytes = fs.readFileSync(file);
  } catch (error) {
    throw new FileError(`cannot read ${file}: ${reasonOf(error)}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FileError(`cannot read ${file}: it is not UTF-8 text`);
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFile(file);
  } catch {
    return undefined;
  }
}

/// Writes beside the file and renames: whoever reads sees the old text or the new. A link keeps pointing
/// where it does, and the file keeps its permissions.
function writeFile(file: string, text: string): void {
  let temporary: string | undefined;
  try {
    const target = fs.existsSync(file) ? fs.realpathSync(file) : file;
    const mode = fs.statSync(target, { throwIfNoEntry: false })?.mode;
    temporary = path.join(path.dirname(target), `.${path.basename(target)}.${process.pid}.tmp`);
    const descriptor = fs.openSync(temporary, 'wx', mode);
    try {
      fs.writeFileSync(descriptor, text);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(temporary, target);
  } catch (error) {
    if (temporary !== undefined) {
      fs.rmSync(temporary, { force: true });
    }
    throw new FileError(`cannot write ${file}: ${reasonOf(error)}`);
  }
}

const DESCRIPTORS: Readonly<Record<StreamName, number>> = { stdout: 1, stderr: 2 };

/// What CPython exits with when nobody reads its output any more.
/// NOT-CPYTHON: no BrokenPipeError is raised in the program, and nothing is told on stderr.
const BROKEN_PIPE = 120;
const BUSY_WAIT_MS = 2;

function writeAll(descriptor: number, bytes: Uint8Array): void {
  let done = 0;
  while (done < bytes.length) {
    try {
      done += fs.writeSync(descriptor, bytes, done);
    } catch (error) {
      if (codeOf(error) === 'EPIPE') {
        process.exit(BROKEN_PIPE);
      }
      if (codeOf(error) !== 'EAGAIN') {
        throw error;
      }
      // A full pipe that does not block: wait for its reader.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_WAIT_MS);
    }
  }
}

const BUFFER_CHARACTERS = 1 << 16;

/// stdout collects what is written within one slice; stderr goes out at once, after what stdout holds.
export class Streams {
  private pending: string[] = [];
  private length = 0;

  write(stream: StreamName, text: string): void {
    if (stream === 'stderr') {
      this.flush();
      writeAll(DESCRIPTORS.stderr, Buffer.from(text));
      return;
    }
    this.pending.push(text);
    this.length += text.length;
    if (this.length >= BUFFER_CHARACTERS) {
      this.flush();
    }
  }

  flush(): void {
    const text = this.pending.join('');
    this.pending = [];
    this.length = 0;
    writeAll(DESCRIPTORS.stdout, Buffer.from(text));
  }
}

function onInterrupt(callback: () => void): () => void {
  process.on('SIGINT', callback);
  return () => void process.off('SIGINT', callback);
}

/// Whoever waits for an answer has seen the question.
function flushing<T>(streams: Streams, read: () => T): () => T {
  return () => {
    streams.flush();
    return read();
  };
}

const STDIN = 0;

/// process.stdin would make a stream, and an import load what few programs need.
const isTerminal = (): boolean => process.getBuiltinModule('node:tty').isatty(STDIN);

/// All of a host that is Node's; the machine and the views come from their own folders.
export const nodeHost = (streams: Streams, readLine = flushing(streams, lineReader())): Omit<Host, 'createMachine' | 'outputBundle'> => ({
  get input() {
    return isTerminal() ? 'ask' : readLine;
  },
  askLine: (prompt, signal) => {
    streams.write('stdout', prompt);
    streams.flush();
    return askLine(signal);
  },
  readFile,
  readIfThere,
  isThere: file => fs.existsSync(file),
  writeFile,
  write: (stream, text) => streams.write(stream, text),
  flush: () => streams.flush(),
  readLines,
  resolvePath: (...parts) => path.resolve(...parts),
  parentOf: file => path.dirname(file),
  onInterrupt,
  yieldTurn: () => {
    streams.flush();
    return new Promise(resolve => setImmediate(resolve));
  }
});
