/// The module `gc` (CPython 3.14 Modules/gcmodule.c).
import { bindArguments } from '../objects/args';
import { index } from '../objects/abstract';
import { GcDebug } from '../gc/collector';
import type { Collector } from '../gc/collector';
import { isFinalized, isTracked } from '../memory/gchead';
import type { Ptr } from '../memory/ram';
import { dictSetItem, newDict } from '../objects/dictobject';
import { intValue, newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { listAppendSteal, listFrom, newList } from '../objects/list';
import { setModuleItem } from '../objects/module';
import { ssizeNumber } from '../objects/ssize';
import { tupleSteal } from '../objects/tuple';
import type { NativeMethod } from '../objects/typeobject';
import { vmOf } from '../vm/vm';
import { addInts } from './module';
import type { ModuleSpec } from './module';

const collectorOf = (it: Interp): Collector => vmOf(it).gc.collector;
const intTuple = (it: Interp, values: readonly number[]): Ptr => tupleSteal(it, values.map(value => newInt(it, value)));

function integer(it: Interp, p: Ptr): number {
  const n = Number(intValue(it, it.own(index(it, p))));
  it.drop();
  return n;
}

/// A C int, as Argument Clinic converts it.
function cInt(it: Interp, p: Ptr): number {
  const n = integer(it, p);
  return n === (n | 0) ? n : it.raise(it.types.OverflowError, 'Python int too large to convert to C int');
}

/// The same, as PyArg_Parse's "i" converts it.
function parsedInt(it: Interp, p: Ptr): number {
  const n = integer(it, p);
  if (n === (n | 0)) return n;
  const limit = n > 0 ? 'signed integer is greater than maximum' : 'signed integer is less than minimum';
  return it.raise(it.types.OverflowError, Math.abs(n) < 2 ** 63 ? limit : 'Python int too large to convert to C long');
}

type Generation = 0 | 1 | 2;

function generation(it: Interp, p: Ptr): Generation {
  const n = cInt(it, p);
  if (n < 0 || n > 2) it.valueError('invalid generation');
  return n as Generation;
}

/// The generation asked for by gc.get_objects(); undefined = all (None, or -1).
function generationOrAll(it: Interp, p: Ptr): Generation | undefined {
  if (p === 0 || p === it.singletons.none) return undefined;
  if (it.typeOf(p).slots.nbIndex === undefined) it.typeError(`argument should be integer or None, not '${it.typeOf(p).name}'`);
  const n = ssizeNumber(it, p);
  if (n === -1) return undefined;
  if (n < 0) it.valueError('generation parameter cannot be negative');
  if (n > 2) it.valueError('generation parameter must be less than the number of available generations (3)');
  return n as Generation;
}

function collect(it: Interp, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const [which] = bindArguments(it, 'collect', ['generation'], {}, args, kwnames) as [Ptr];
  return newInt(it, collectorOf(it).collect(which === 0 ? 2 : generation(it, which)));
}

function setThreshold(it: Interp, args: readonly Ptr[]): Ptr {
  const [few, many] = it.profile.thresholdWords;
  if (args.length === 0) it.typeError(few);
  if (args.length > 3) it.typeError(many.replace('N', String(args.length)));
  const collector = collectorOf(it);
  const [zero, one, two] = collector.thresholds;
  const value = (i: number, fallback: number): number => (args[i] === undefined ? fallback : parsedInt(it, args[i]!));
  collector.thresholds = [value(0, zero), value(1, one), value(2, two)];
  return it.singletons.none;
}

/// Before anything is made, which may collect.
function getStats(it: Interp): Ptr {
  const stats = collectorOf(it).stats.map(each => ({ ...each }));
  const list = newList(it, 0);
  for (const { collections, collected, uncollectable } of stats) {
    const dict = newDict(it);
    for (const [name, count] of Object.entries({ collections, collected, uncollectable })) {
      const value = newInt(it, count);
      dictSetItem(it, dict, it.name(name), value);
      it.decref(value);
    }
    listAppendSteal(it, list, dict);
  }
  return list;
}

function getObjects(it: Interp, args: readonly Ptr[], kwnames: Ptr): Ptr {
  const [which] = bindArguments(it, 'get_objects', ['generation'], {}, args, kwnames) as [Ptr];
  return listFrom(it, collectorOf(it).getObjects(generationOrAll(it, which)));
}

/// The tracked objects that refer to one of the arguments, newest list excluded.
function getReferrers(it: Interp, args: readonly Ptr[]): Ptr {
  return listFrom(it, collectorOf(it).getReferrers(args));
}

const onOff = (enabled: boolean): NativeMethod => ({
  kind: 'noargs',
  fn: it => {
    it.gcEnabled = enabled;
    return it.singletons.none;
  }
});

const hasHead = (it: Interp, p: Ptr): boolean => vmOf(it).gc.isGc(p);

export const gcModule: ModuleSpec = {
  name: 'gc',
  functions: {
    enable: onOff(true),
    disable: onOff(false),
    isenabled: { kind: 'noargs', fn: it => it.bool(it.gcEnabled) },
    collect: { kind: 'keywords', fn: (it, _self, args, kwnames) => collect(it, args, kwnames) },
    get_count: { kind: 'noargs', fn: it => intTuple(it, collectorOf(it).counts) },
    get_threshold: { kind: 'noargs', fn: it => intTuple(it, collectorOf(it).thresholds) },
    set_threshold: { kind: 'fastcall', min: 0, max: Infinity, fn: (it, _self, args) => setThreshold(it, args) },
    get_stats: { kind: 'noargs', fn: getStats },
    get_objects: { kind: 'keywords', fn: (it, _self, args, kwnames) => getObjects(it, args, kwnames) },
    get_referrers: { kind: 'fastcall', min: 0, max: Infinity, fn: (it, _self, args) => getReferrers(it, args) },
    get_referents: { kind: 'fastcall', min: 0, max: Infinity, fn: (it, _self, args) => listFrom(it, args.flatMap(p => collectorOf(it).getReferents(p))) },
    is_tracked: { kind: 'o', fn: (it, _self, p) => it.bool(hasHead(it, p) && isTracked(it.i32, p)) },
    is_finalized: { kind: 'o', fn: (it, _self, p) => it.bool(hasHead(it, p) && isFinalized(it.i32, p)) },
    freeze: {
      kind: 'noargs',
      fn: it => {
        collectorOf(it).freeze();
        return it.singletons.none;
      }
    },
    unfreeze: {
      kind: 'noargs',
      fn: it => {
        collectorOf(it).unfreeze();
        return it.singletons.none;
      }
    },
    get_freeze_count: { kind: 'noargs', fn: it => newInt(it, collectorOf(it).freezeCount()) },
    get_debug: { kind: 'noargs', fn: it => newInt(it, collectorOf(it).debug) },
    set_debug: {
      kind: 'o',
      fn: (it, _self, flags) => {
        collectorOf(it).debug = cInt(it, flags);
        return it.singletons.none;
      }
    }
  },
  init: (vm, module) => {
    addInts(vm, module, {
      DEBUG_STATS: GcDebug.STATS,
      DEBUG_COLLECTABLE: GcDebug.COLLECTABLE,
      DEBUG_UNCOLLECTABLE: GcDebug.UNCOLLECTABLE,
      DEBUG_SAVEALL: GcDebug.SAVEALL,
      DEBUG_LEAK: GcDebug.LEAK
    });
    setModuleItem(vm, module, 'garbage', vm.newRef(vm.gc.garbage));
    setModuleItem(vm, module, 'callbacks', vm.newRef(vm.gc.callbacks));
  }
};
