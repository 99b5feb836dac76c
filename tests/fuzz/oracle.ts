/// A real CPython that programs are sent to; it works ahead of us.
import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

/// A set of numbers and strs, whose order is the same wherever they lie.
const ORDERED = /^(-?\d[\d.]*|'[^']*')(, (-?\d[\d.]*|'[^']*'))*$/;

/// What the two may differ in: addresses, and so the order in which sets of other objects are shown, and the counts of what lives
/// for ever.
export const normalize = (text: string): string =>
  text.replace(/0x[0-9a-f]+/g, '0x').replace(/\b(\d000\d{6}|4294967295|3221225472)\b/g, 'immortal')
    .replace(/\{([^{}:\n]*)\}/g, (set, items: string) => (ORDERED.test(items) ? set : `{${items.split(', ').sort().join(', ')}}`));

export class Oracle {
  /// `3.14`.
  readonly version: string;
  private readonly process: ChildProcess;
  private readonly waiting: ((text: string) => void)[] = [];

  /// `taken`: how many blocks of each size it has in use that other ones have not.
  constructor(python: string, taken = 0, allocator: 'pymalloc' | 'malloc' = 'pymalloc') {
    this.version = execFileSync(python, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], { encoding: 'utf8' }).trim();
    // Bytecode caches, or none, change where the collector stands when a program begins.
    this.process = spawn(python, [path.join(process.cwd(), 'tests', 'fuzz', 'oracle.py'), String(taken)], {
      env: { ...process.env, PYTHONHASHSEED: '0', PYTHONMALLOC: allocator, PYTHONDONTWRITEBYTECODE: '1', PYTHONPYCACHEPREFIX: '/nonexistent' },
      stdio: ['pipe', 'pipe', 'inherit']
    });
    createInterface(this.process.stdout!).on('line', line => this.waiting.shift()!(normalize(JSON.parse(line) as string)));
    this.process.on('exit', code => {
      if (this.waiting.length > 0) throw new Error(`the oracle ended with status ${code}`);
    });
  }

  /// What CPython prints for the program.
  ask(program: string): Promise<string> {
    this.process.stdin!.write(`${JSON.stringify(program)}\n`);
    return new Promise(resolve => this.waiting.push(resolve));
  }

  close(): void {
    this.process.stdin!.end();
  }
}

/// It crashed, or took too much time or memory (a program without end does): no answer to compare with.
export const hasNoAnswer = (expected: string): boolean => expected.includes('killed by signal') || expected.includes('MemoryError');
