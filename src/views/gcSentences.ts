/// What a collection does, in words: the phases of CPython's Python/gc.c, one clause each.

import { GcPhase, GcVerdict, Op } from '../core/trace/payload';
import type { Telling } from './telling';
import { grouped } from './words';
import type { Words } from './words';

/// The clause of a collector's operation; '' for what the phase's own clause tells.
export function gcClause(t: Telling, op: number, at: number): string {
  const { words, moment: { ops } } = t;
  const a = ops[at + 1]!;
  const b = ops[at + 2]!;
  switch (op) {
    case Op.GC_START:
      return words._n(
        'a %2 begins, %3: %4 candidate', 'a %2 begins, %3: %4 candidates',
        ops[at + 3]!, generationText(a, words), reasonText(b, words), grouped(ops[at + 3]!)
      );
    case Op.GC_PHASE:
      return t.isPart ? phaseBegins(a, words) : phaseClause(t, a);
    case Op.GC_REACHED:
      if (t.isPart) {
        return candidateClause(t, op, at);
      }
      // The rest of what is reached is told by the phase's own clause.
      return t.isDrawn(b) && t.after.collection?.rescued.get(b) === a && t.before.collection?.rescued.has(b) !== true && rescued(t) <= MOST_RESCUES
        ? words.__('%1 refers to %2 and so rescues it', t.naming.noun(a), t.naming.noun(b))
        : '';
    case Op.WEAKREF_CLEARED:
      return words.__('the weak reference to %1 is cleared', t.naming.noun(b));
    case Op.GC_UNSHOWN:
      return unshownClause(t);
    case Op.GC_SWITCH:
      return a === 0
        ? words.__('the collector is switched off: from now on it runs only when gc.collect() is called')
        : words.__('the collector is switched on: it runs when enough containers have been made');
    case Op.GC_STOP:
      return b === 0
        ? words.__('the collection is over: it found no garbage')
        : words._n('the collection is over: %1 object was garbage', 'the collection is over: %1 objects were garbage', b);
    default:
      return t.isPart ? candidateClause(t, op, at) : '';
  }
}

/// Rescues that are told one by one.
const MOST_RESCUES = 2;

/// How many objects this moment took back that had been put aside as unreachable.
function rescued(t: Telling): number {
  const before = t.before.collection?.rescued;
  return [...(t.after.collection?.rescued.keys() ?? [])].filter((serial) => before?.has(serial) !== true && t.isDrawn(serial)).length;
}

/// What happens to one candidate, with the name of gc.c's function.
function candidateClause(t: Telling, op: number, at: number): string {
  const { words, naming, moment: { ops } } = t;
  const a = ops[at + 1]!;
  const b = ops[at + 2]!;
  const by = (serial: number): string => (serial === 0 ? words.__('a candidate that is not shown') : naming.noun(serial));
  switch (op) {
    case Op.GC_REFS:
      return words.__('update_refs: gc_refs of %1 is a copy of its count, %2', naming.noun(a), b);
    case Op.GC_SUBTRACT:
      return words.__('subtract_refs: %1 refers to %2, whose gc_refs goes %3 → %4', by(a), naming.noun(b), ops[at + 3]! + 1, ops[at + 3]!);
    case Op.GC_REACHED:
      return t.before.collection?.verdicts.get(b) === GcVerdict.UNREACHABLE
        ? words.__('move_unreachable: %1 is reachable and refers to %2, which is rescued: its gc_refs is 1 from now on', by(a), naming.noun(b))
        : words.__('move_unreachable: %1 is reachable and refers to %2, whose gc_refs becomes 1: it stays', by(a), naming.noun(b));
    case Op.GC_VERDICT:
      return b === GcVerdict.UNREACHABLE
        ? words.__('move_unreachable: gc_refs of %1 is 0, so it is moved to the unreachable list for now', naming.noun(a))
        : words.__('move_unreachable: gc_refs of %1 is %2, so it is reachable; what it refers to is looked at next', naming.noun(a), t.after.collection?.refs.get(a) ?? 1);
    case Op.GC_PROMOTE:
      return words.__('%1 survives: it is in generation %2 from now on', naming.noun(a), b);
    case Op.GC_CLEAR:
      return words.__('delete_garbage: tp_clear of %1 lets go of what it holds', naming.noun(a));
    default:
      return '';
  }
}

/// What the phase did to the candidates that are told as a sum, and to those told one by one that have no box, as classes mostly.
function unshownClause({ words, isDrawn, after: { collection } }: Telling): string {
  let { n, lost } = collection?.unshown ?? { n: 0, lost: 0 };
  if (collection?.phase === GcPhase.UPDATE_REFS) {
    n += [...collection.refs.keys()].filter((serial) => !isDrawn(serial)).length;
  } else if (collection?.phase === GcPhase.SUBTRACT_REFS) {
    n += collection.links.filter(({ to }) => !isDrawn(to)).length;
  } else if (collection?.phase === GcPhase.MOVE_UNREACHABLE) {
    const verdicts = [...collection.verdicts].filter(([serial]) => !isDrawn(serial));
    n += verdicts.length;
    lost += verdicts.filter(([, verdict]) => verdict === GcVerdict.UNREACHABLE).length;
  }
  switch (collection?.phase) {
    case GcPhase.SUBTRACT_REFS:
      return words._n('with %2 more reference to a candidate that is not shown', 'with %2 more references to candidates that are not shown', n, grouped(n));
    case GcPhase.CLEAR:
      return words._n('so are those of %2 object that is not shown', 'so are those of %2 objects that are not shown', n, grouped(n));
    case GcPhase.MOVE_UNREACHABLE:
      return lost === 0
        ? words._n('%2 candidate that is not shown stays too', '%2 candidates that are not shown stay too', n, grouped(n))
        : words._n('of %2 candidate that is not shown, %3 is garbage', 'of %2 candidates that are not shown, %3 are garbage', n, grouped(n), grouped(lost));
    default:
      return words._n('so is that of %2 candidate that is not shown', 'so are those of %2 candidates that are not shown', n, grouped(n));
  }
}

/// What a phase is going to do, told before it does it object by object.
function phaseBegins(phase: number, words: Words): string {
  switch (phase) {
    case GcPhase.UPDATE_REFS:
      return words.__('update_refs begins: each candidate\'s count is copied to a scratch count, gc_refs');
    case GcPhase.SUBTRACT_REFS:
      return words.__('subtract_refs begins: each reference from one candidate to another takes 1 off its target\'s gc_refs');
    case GcPhase.MOVE_UNREACHABLE:
      return words.__('move_unreachable begins: the candidates are looked at one by one; gc_refs above 0 means that something outside refers to it');
    case GcPhase.HANDLE_WEAKREFS:
      return words.__('handle_weakrefs begins: weak references to the garbage are cleared');
    case GcPhase.FINALIZE:
      return words.__('finalize_garbage begins: each finalizer that has not run yet runs');
    case GcPhase.HANDLE_RESURRECTED:
      return words.__('handle_resurrected_objects begins: finalizers have run, so the garbage is counted once more');
    case GcPhase.CLEAR:
      return words.__('delete_garbage begins: tp_clear is called for each object that is left');
    default:
      return words.__('the collection goes on');
  }
}

export function generationText(generation: number, words: Words): string {
  switch (generation) {
    case 0:
      return words.__('young collection');
    case 1:
      return words.__('middle collection');
    default:
      return words.__('full collection');
  }
}

/// The generation in one word.
export function generationWord(generation: number, words: Words): string {
  return generation === 0 ? words.__('young') : generation === 1 ? words.__('middle') : words.__('full');
}

function reasonText(reason: number, words: Words): string {
  switch (reason) {
    case 0:
      return words.__('because the count went over its threshold');
    case 1:
      return words.__('because gc.collect() was called');
    default:
      return words.__('because the interpreter shuts down');
  }
}

/// The six stages a learner sees; the first is the choice of candidates.
export function phaseTitles(words: Words): string[] {
  return [words.__('candidates'), words.__('copy counts'), words.__('subtract'), words.__('unreachable'), words.__('finalize'), words.__('clear & free')];
}

/// Which of these stages a `GcPhase` belongs to; -1 and 0 stay.
export function stageOf(phase: number): number {
  return phase === GcPhase.HANDLE_WEAKREFS || phase === GcPhase.HANDLE_RESURRECTED ? GcPhase.FINALIZE : phase;
}

/// The phase's function in CPython's Python/gc.c.
export function phaseName(phase: number, words: Words): string {
  const names: Readonly<Record<number, string>> = {
    [GcPhase.UPDATE_REFS]: 'update_refs', [GcPhase.SUBTRACT_REFS]: 'subtract_refs', [GcPhase.MOVE_UNREACHABLE]: 'move_unreachable',
    [GcPhase.HANDLE_WEAKREFS]: 'handle_weakrefs', [GcPhase.FINALIZE]: 'finalize_garbage', [GcPhase.HANDLE_RESURRECTED]: 'handle_resurrected_objects',
    [GcPhase.CLEAR]: 'delete_garbage'
  };
  return names[phase] ?? words.__('candidates');
}

function phaseClause(t: Telling, phase: number): string {
  const { words } = t;
  switch (phase) {
    case GcPhase.UPDATE_REFS:
      return words.__('each candidate\'s count is copied to a scratch count, gc_refs');
    case GcPhase.SUBTRACT_REFS: {
      const zero = [...(t.after.collection?.refs ?? [])].filter(([serial, refs]) => refs === 0 && t.isDrawn(serial)).length;
      const text = words.__('each reference from one candidate to another takes 1 off its target\'s gc_refs');
      return zero === 0
        ? words.__('%1: none of those shown falls to 0', text)
        : text + words._n(': %1 of those shown falls to 0', ': %1 of those shown fall to 0', zero);
    }
    case GcPhase.MOVE_UNREACHABLE:
      return unreachableClause(t);
    case GcPhase.HANDLE_WEAKREFS:
      return words.__('weak references to the garbage are cleared');
    case GcPhase.HANDLE_RESURRECTED: {
      const revived = [...(t.after.collection?.verdicts ?? [])].filter(
        ([serial, verdict]) => verdict === GcVerdict.REACHABLE && t.before.collection?.verdicts.get(serial) === GcVerdict.UNREACHABLE
      ).length;
      const text = words.__('finalizers have run, so the garbage is counted once more');
      return revived === 0
        ? words.__('%1: nothing has come back', text)
        : text + words._n(': %1 object has come back to life', ': %1 objects have come back to life', revived);
    }
    case GcPhase.FINALIZE:
      return hasGarbage(t) ? words.__('the finalizers of the garbage run, before anything is taken apart') : words.__('there is no garbage, so there is no finalizer to run');
    case GcPhase.CLEAR: {
      const freed = t.changes.freed.size;
      // The clauses of each freed object would say the same thing one by one.
      for (const serial of t.changes.freed) {
        t.told.add(serial);
      }
      if (!hasGarbage(t)) {
        return words.__('there is no garbage to clear');
      }
      return freed === 0
        ? words.__('the references inside the garbage are cleared')
        : words._n(
          'the references inside the garbage are cleared, so its counts reach 0: %1 object is freed',
          'the references inside the garbage are cleared, so its counts reach 0: %1 objects are freed', freed
        );
    }
    default:
      return words.__('the collection goes on');
  }
}

function unreachableClause(t: Telling): string {
  const { words } = t;
  const verdicts = [...(t.after.collection?.verdicts ?? [])].filter(([serial]) => t.isDrawn(serial)).map(([, verdict]) => verdict);
  const lost = verdicts.filter((verdict) => verdict === GcVerdict.UNREACHABLE).length;
  const kept = verdicts.length - lost;
  const back = rescued(t);
  const text = lost > 0
    ? words._n('nothing outside reaches %1 of the objects shown: it is garbage', 'nothing outside reaches %1 of the objects shown: they are garbage', lost)
      + (kept === 0 ? '' : words._n('; %1 is held from outside and stays', '; %1 are held from outside and stay', kept))
    : kept === 0
    ? words.__('none of the objects shown is a candidate')
    : words._n('the one candidate shown is held from outside and stays', 'the %1 candidates shown are held from outside and stay', kept);
  return text + (back <= MOST_RESCUES ? '' : words._n(', %1 of them put aside at first and then rescued', ', %1 of them put aside at first and then rescued', back));
}

/// Whether anything was found unreachable and has stayed so, as far as is told.
function hasGarbage({ after: { collection } }: Telling): boolean {
  return collection === undefined || collection.lost > 0 || [...collection.verdicts.values()].includes(GcVerdict.UNREACHABLE);
}
