/// Runs the command on real files with a fake machine, and keeps what it writes.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Host } from '../../src/cli/host';
import { main } from '../../src/cli/main';
import { nodeHost, Streams } from '../../src/cli/nodeHost';
import { TRACE_MIME } from '../../src/core/trace/payload';
import { FakeMachine } from './fakeMachine';

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
  /// The same in the order of writing.
  all: string;
  machines: FakeMachine[];
}

export class Folder {
  readonly path = fs.mkdtempSync(path.join(os.tmpdir(), 'memory-sim-'));

  file(name: string, text: string | Buffer): string {
    const file = path.join(this.path, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return file;
  }

  read(name: string): string {
    return fs.readFileSync(path.join(this.path, name), 'utf8');
  }

  names(): string[] {
    return fs.readdirSync(this.path).sort();
  }

  remove(): void {
    fs.rmSync(this.path, { recursive: true });
  }
}

export async function command(words: string[], changes: Partial<Host> = {}): Promise<Ran> {
  const ran: Ran = { status: 0, stdout: '', stderr: '', all: '', machines: [] };
  const host: Host = {
    ...nodeHost(new Streams()),
    write: (stream, text) => {
      ran[stream] += text;
      ran.all += text;
    },
    yieldTurn: () => Promise.resolve(),
    createMachine: options => {
      const machine = new FakeMachine(options);
      ran.machines.push(machine);
      return machine;
    },
    outputBundle: trace => ({ [TRACE_MIME]: trace, 'image/svg+xml': `<svg>${trace.run}</svg>\n`, 'text/plain': `run ${trace.run}` }),
    ...changes
  };
  ran.status = await main(words, host, '1.2.3');
  return ran;
}
