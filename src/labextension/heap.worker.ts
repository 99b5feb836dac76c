/// The worker of one notebook: one heap, and nothing of the page.
import { createMachine } from '../core/createMachine';
import { CellRunner } from './cellRunner';
import { standIns, traceBundle } from '../views/outputBundle';
import type { FromWorker, ToWorker } from './protocol';

/// The part of a worker's global scope that is used here; the page's types are in force in this folder.
interface WorkerScope {
  postMessage(message: FromWorker): void;
  onmessage: ((event: { data: ToWorker }) => void) | null;
}

const scope = self as unknown as WorkerScope;

// A message to oneself comes back at once but after those that wait; timers would be slowed to 4 ms.
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

const runner = new CellRunner({
  createMachine,
  bundle: traceBundle,
  standIns: trace => standIns(trace),
  post: message => scope.postMessage(message),
  later: callback => {
    waiting.push(callback);
    channel.port2.postMessage(undefined);
  },
  now: () => performance.now()
});

scope.onmessage = ({ data }) => {
  runner.receive(data);
};
