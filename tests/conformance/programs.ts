/// The corpus: programs with what real CPythons print for them, and how one is run on the machine.
import fs from 'node:fs';
import path from 'node:path';
import { moduleFinder } from '../../src/cli/moduleFinder';
import { nodeHost, Streams } from '../../src/cli/nodeHost';
import { createMachine } from '../../src/core/createMachine';
import type { MachineOptions, PythonVersion } from '../../src/core/machine';

export const corpus = import.meta.dirname;

export interface Golden {
  stdout: string;
  /// An exit status, of which only zero or not is compared.
  exit: number | string;
}

export interface Program {
  /// `refcount/local_names.py`, under the corpus.
  name: string;
  goldens: Record<PythonVersion, Golden>;
}

/// Every .py file with a recording beside it.
export function programs(folder = ''): Program[] {
  return fs
    .readdirSync(path.join(corpus, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) {
        return programs(name);
      }
      const recording = path.join(corpus, name.replace(/\.py$/, '.json'));
      return name.endsWith('.py') && fs.existsSync(recording)
        ? [{ name, goldens: JSON.parse(fs.readFileSync(recording, 'utf8')) as Program['goldens'] }]
        : [];
    });
}

export interface Ran {
  stdout: string;
  stderr: string;
  failed: boolean;
  /// How many instructions it took, rounded up to a slice.
  instructions: number;
}

/// More than any program of the corpus needs; one that goes on is cut off as a failure.
const BUDGET = 50_000_000;
const SLICE = 1000;

/// Addresses as record_demos.py hides them; the other recordings have none.
const hideAddresses = (text: string): string => text.replace(/\b\d{14,15}\b/g, '<address>');

/// Runs a program as `python NAME` would, shutdown included. With `audit`, counts are compared with references before the
/// instructions that it names; it throws at the first difference.
export function runProgram(name: string, python: PythonVersion, options: Pick<MachineOptions, 'audit' | 'compileAfter'> = {}): Ran {
  const file = path.join(corpus, name);
  const ran: Ran = { stdout: '', stderr: '', failed: false, instructions: 0 };
  const machine = createMachine({
    python,
    record: false,
    ...options,
    source: moduleFinder(nodeHost(new Streams()), path.dirname(file)),
    onOutput: output => {
      if (output.output_type === 'stream') {
        ran[output.name] += output.text;
      } else if (output.output_type === 'error') {
        ran.stderr += `${output.traceback.join('\n')}\n`;
        ran.failed = true;
      }
    }
  });
  machine.begin(fs.readFileSync(file, 'utf8'), file, { script: true });
  do {
    if (ran.instructions >= BUDGET) {
      return { ...ran, stderr: `${ran.stderr}no end after ${BUDGET} instructions\n`, failed: true };
    }
    ran.instructions += SLICE;
  } while (machine.resume(SLICE) === undefined);
  machine.shutdown();
  return name.startsWith('demos/') ? { ...ran, stdout: hideAddresses(ran.stdout) } : ran;
}
