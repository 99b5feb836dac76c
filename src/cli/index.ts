/// The process `memory-sim`.
import { createMachine } from '../core/createMachine';
import type { MachineOptions } from '../core/machine';
import { outputBundle } from '../views/outputBundle';
import { INTERRUPTED } from './host';
import type { Host } from './host';
import { main } from './main';
import { nodeHost, Streams } from './nodeHost';

/// Set by scripts/build-cli.mjs.
declare const MEMORY_SIM_VERSION: string;

/// `EX_SOFTWARE` of sysexits.h: the fault is ours, not the program's.
const DEFECT = 70;

const streams = new Streams();

function end(status: number): void {
  streams.flush();
  if (status === INTERRUPTED && process.platform !== 'win32') {
    // As CPython does (Modules/main.c exit_sigint): a shell loop around us must see that Ctrl-C ended us.
    process.removeAllListeners('SIGINT');
    process.kill(process.pid, 'SIGINT');
  } else {
    process.exitCode = status;
  }
}

/// Of the 984 KB that V8 lets the main thread have: what natives are taken to need is up to a sixth too little.
const STACK_BYTES = 780_000;

const host: Host = Object.assign(nodeHost(streams), {
  // Not copied: `input` is read when it is needed.
  createMachine: (options: MachineOptions) => createMachine(Object.assign(options, { stackBytes: STACK_BYTES })),
  outputBundle
});

main(process.argv.slice(2), host, MEMORY_SIM_VERSION).then(end, error => {
  streams.flush();
  streams.write('stderr', `memory-sim: a defect of the simulator, please report it\n${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = DEFECT;
});
