/// "Did you mean": the name nearest to a mistyped one. CPython 3.14 Python/suggestions.c

const MAX_CANDIDATE_ITEMS = 750;
const MAX_STRING_SIZE = 40;
const MOVE_COST = 2;
const CASE_COST = 1;

function substitutionCost(a: number, b: number): number {
  if ((a & 31) !== (b & 31)) return MOVE_COST;
  if (a === b) return 0;
  return lower(a) === lower(b) ? CASE_COST : MOVE_COST;
}

const lower = (c: number): number => (c >= 0x41 && c <= 0x5a ? c + 32 : c);

/// Weighted edit distance; more than `maxCost` if it is over that. CPython 3.14 levenshtein_distance
function levenshteinDistance(from: string, to: string, maxCost: number): number {
  let a = from;
  let b = to;
  while (a !== '' && b !== '' && a[0] === b[0]) {
    a = a.slice(1);
    b = b.slice(1);
  }
  while (a !== '' && b !== '' && a.at(-1) === b.at(-1)) {
    a = a.slice(0, -1);
    b = b.slice(0, -1);
  }
  if (a === '' || b === '') return (a.length + b.length) * MOVE_COST;
  if (a.length > MAX_STRING_SIZE || b.length > MAX_STRING_SIZE) return maxCost + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE_COST > maxCost) return maxCost + 1;
  const buffer = Array.from(a, (_, i) => (i + 1) * MOVE_COST);
  let result = 0;
  for (let bi = 0; bi < b.length; bi++) {
    let distance = bi * MOVE_COST;
    result = distance;
    let minimum = Infinity;
    for (let i = 0; i < a.length; i++) {
      const substitute = distance + substitutionCost(b.charCodeAt(bi), a.charCodeAt(i));
      distance = buffer[i]!;
      result = Math.min(substitute, Math.min(result, distance) + MOVE_COST);
      buffer[i] = result;
      minimum = Math.min(minimum, result);
    }
    if (minimum > maxCost) return maxCost + 1;
  }
  return result;
}

/// The candidate nearest to `name`, or undefined if none is near. CPython 3.14 _Py_CalculateSuggestions
export function calculateSuggestion(candidates: readonly string[], name: string): string | undefined {
  if (candidates.length >= MAX_CANDIDATE_ITEMS) return undefined;
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const allowed = Math.floor(((name.length + candidate.length + 3) * MOVE_COST) / 6);
    const maxDistance = Math.min(allowed, bestDistance - 1);
    const distance = levenshteinDistance(name, candidate, maxDistance);
    if (distance <= maxDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
