/// Runs programs with the recorder on, and looks at machine and recorder from inside.
import { createMachine } from '../../src/core/createMachine';
import type { MachineOptions } from '../../src/core/machine';
import type { Recorder } from '../../src/core/trace/recorder';
import type { TracePayload } from '../../src/core/trace/payload';
import type { Vm } from '../../src/core/vm/vm';

export interface Insides {
  readonly vm: Vm;
  readonly recorder: Recorder;
}

export interface Recorded extends Insides {
  readonly trace: TracePayload;
  readonly printed: string;
}

/// The trace of the program, and what it printed. `onStep` is called at the end of each step.
export function record(source: string, options: MachineOptions = {}, onStep?: (insides: Insides) => void): Recorded {
  let printed = '';
  const machine = createMachine({
    heapBytes: 16 << 20, ...options,
    onOutput: output => { printed += output.output_type === 'error' ? output.traceback.join('\n') : output.text; }
  });
  // The fields are private: only tests look at them.
  const { vm, recorder } = machine as unknown as Insides;
  if (onStep !== undefined) {
    const flush = recorder.flush.bind(recorder);
    recorder.flush = () => {
      flush();
      onStep({ vm, recorder });
    };
  }
  machine.begin(source, 'cell.py');
  for (;;) {
    const result = machine.resume(1_000_000);
    if (result?.trace !== undefined) return { vm, recorder, trace: result.trace, printed };
    if (result !== undefined) throw new Error('no trace');
  }
}

/// Traces of cells that run one after the other, as a notebook runs them.
export function cells(...sources: string[]): TracePayload[] {
  const machine = createMachine({ heapBytes: 16 << 20 });
  return sources.map((source, i) => {
    machine.begin(source, `<cell ${i + 1}>`, { display: true });
    for (;;) {
      const result = machine.resume(1_000_000);
      if (result !== undefined) return result.trace!;
    }
  });
}
