/// `itertools` (CPython 3.14 Modules/itertoolsmodule.c).
import { setModuleItem } from '../objects/module';
import type { ModuleTypeName } from '../objects/moduletypes';
import type { TypeSpec } from '../objects/typeobject';
import { addBuiltinType, addModuleType, visitTypeToo } from './addtype';
import { chainSpec, countSpec, cycleSpec, isliceSpec, repeatSpec } from './itertoolsbasic';
import {
  accumulateSpec, batchedSpec, compressSpec, dropwhileSpec, filterfalseSpec, pairwiseSpec, starmapSpec, takewhileSpec, zipLongestSpec
} from './itertoolsfilter';
import { combinationsSpec, combinationsWithReplacementSpec, permutationsSpec, productSpec } from './itertoolsproduct';
import { ITERTOOLS_REDUCE } from './itertoolsreduce';
import { groupbySpec, grouperSpec, tee, teeDataSpec, teeSpec } from './itertoolstee';
import type { ModuleSpec } from './module';

export const itertoolsModule: ModuleSpec = {
  name: 'itertools',
  functions: { tee },
  init: (vm, module) => {
    const { haveHeapTypes, itertoolsBytes, iteratorsCanBePickled } = vm.profile.natives;
    const known: readonly (readonly [ModuleTypeName, TypeSpec])[] = [
      ['tee', teeSpec(itertoolsBytes.tee)], ['teeData', teeDataSpec], ['groupby', groupbySpec(itertoolsBytes.groupby)], ['grouper', grouperSpec]
    ];
    const withReduce = (spec: TypeSpec): TypeSpec =>
      iteratorsCanBePickled ? { ...spec, methods: { ...spec.methods, ...ITERTOOLS_REDUCE[spec.name] } } : spec;
    const others = [
      accumulateSpec(itertoolsBytes.accumulate), chainSpec, combinationsSpec, combinationsWithReplacementSpec, compressSpec, countSpec,
      cycleSpec(itertoolsBytes.cycle), dropwhileSpec, filterfalseSpec, isliceSpec, pairwiseSpec(haveHeapTypes), permutationsSpec, productSpec,
      repeatSpec, starmapSpec, takewhileSpec, zipLongestSpec
    ];
    if (haveHeapTypes) others.push(batchedSpec);
    for (const [key, spec] of known) setModuleItem(vm, module, spec.name, vm.newRef(addModuleType(vm, key, withReduce(spec), haveHeapTypes).ptr));
    for (const spec of others) {
      const type = addBuiltinType(vm, withReduce(spec));
      if (haveHeapTypes) visitTypeToo(type);
      setModuleItem(vm, module, spec.name, vm.newRef(type.ptr));
    }
  }
};
