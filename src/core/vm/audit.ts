/// The invariant that holds between any two instructions: an object's count is the number of references to it.
import type { Ptr } from '../memory/ram';
import { BEFORE_OBJECTS, objectInBlock, reachAll, visitBlocks } from './heapwalk';
import type { Reached } from './heapwalk';
import type { ReferenceCounts } from './placetable';
import type { Vm } from './vm';

/// Compares the count of every live object that is not immortal with the references found by traversing all roots and
/// objects. The function says what is wrong first, or undefined. Slow: for tests.
export function auditor(vm: Vm): () => string | undefined {
  let reached: Reached | undefined;
  return () => {
    reached = reachAll(vm, reached);
    return firstWrong(vm, reached);
  };
}

function firstWrong(vm: Vm, { counts, parts }: Reached): string | undefined {
  for (const p of counts.keys()) {
    const stored = vm.i32[p]!;
    if (stored >= 0 && stored !== counts.get(p)) return `${vm.describe(p)}: ${counts.get(p)} references found${detail(vm, p)}`;
  }
  let leak: string | undefined;
  visitBlocks(vm, block => {
    if (leak !== undefined || parts.has(block) || hasObject(counts, block)) return;
    const p = objectInBlock(vm, block);
    // Type 0 (`object`) is left out: zeroed memory looks like it.
    if (p === 0 || vm.i32[p]! <= 0 || vm.i32[p + 3] === 0) return;
    leak = `${vm.describe(p)}: nothing refers to it${detail(vm, p)}`;
  });
  return leak;
}

/// Whether a walk came to the object in the block.
function hasObject(counts: ReferenceCounts, block: Ptr): boolean {
  for (const before of BEFORE_OBJECTS) if (counts.has(block + before)) return true;
  return false;
}

/// A few words on what the object is.
function detail(vm: Vm, p: Ptr): string {
  const type = vm.typeOf(p);
  return type === vm.types.str ? ` (${JSON.stringify(vm.text(p).slice(0, 40))})` : '';
}
