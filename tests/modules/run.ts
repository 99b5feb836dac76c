/// Runs a program to its end, shutdown included.
import { createMachine } from '../../src/core/createMachine';
import type { MachineOptions } from '../../src/core/machine';

/// What it printed on stdout, with the traceback if it failed.
export function run(source: string, options: MachineOptions = {}): string {
  let printed = '';
  const machine = createMachine({
    ...options,
    onOutput: output => {
      if (output.output_type === 'error') printed += output.traceback.join('\n');
      else if (output.name === 'stdout') printed += output.text;
    }
  });
  machine.begin(source, 'program.py');
  while (machine.resume(1_000_000) === undefined);
  machine.shutdown();
  return printed;
}
