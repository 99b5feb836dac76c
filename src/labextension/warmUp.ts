/// A program that does a little of what lessons do. It runs some times on a heap of its own before the first cell comes:
/// the JavaScript engine then knows the machine's code, and a cell takes half the time.
import type { IMachine, MachineOptions } from '../core/machine';
import type { TracePayload } from '../core/trace/payload';

const ROUNDS = 30;
const HEAP_BYTES = 8 << 20;
const PORTION = 100_000;

const PROGRAM = `import gc, sys
class Person:
    def __init__(self, name):
        self.name = name
        self.friends = []
    def __del__(self):
        print(f"{self.name} goes")
def pair(first, second="Bob"):
    a, b = Person(first), Person(second)
    a.friends.append(b)
    b.friends.append(a)
    return sys.getrefcount(a) - 1
people = [Person(str(n)) for n in range(3)]
total = 0
for p in people:
    total += pair(p.name)
same = people
same.append((total, p))
del people, p
same = None
found = {"total": total, "freed": gc.collect()}
try:
    found["missing"]
except KeyError as error:
    print(type(error).__name__, error)
print("done", *sorted(found), id(found) > 0)
`;

/// Each round is one step of the iterator. `use`: what is done with a cell's trace.
export function* warmUp(createMachine: (options: MachineOptions) => IMachine, use: (trace: TracePayload) => void): Generator<void> {
  const machine = createMachine({ heapBytes: HEAP_BYTES, onOutput: () => {} });
  for (let round = 0; round < ROUNDS; round++) {
    machine.begin(PROGRAM, '<warm-up>', { display: true });
    let result = machine.resume(PORTION);
    while (result === undefined) {
      result = machine.resume(PORTION);
    }
    if (result.trace) {
      use(result.trace);
    }
    yield;
  }
}
