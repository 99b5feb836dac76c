/// Which instructions of a program are audited.

/// Says yes to the first `dense` instructions and then at growing distances, which the seed shifts: as many in each factor of
/// 2.72 after them.
export function auditSchedule(dense: number, seed: number): (instruction: number) => boolean {
  let next = 0;
  let state = seed;
  return instruction => {
    if (instruction < next) return false;
    if (instruction < dense) return true;
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    next = instruction + 1 + Math.floor((2 * instruction * (state / 2 ** 32)) / dense);
    return true;
  };
}
