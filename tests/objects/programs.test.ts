import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newMachineVm } from '../../src/core/machineVm';
import { findBuiltinModule } from '../../src/core/modules/registry';
import { runCode } from '../../src/core/vm/calls';
import { compileSource } from '../../src/core/vm/compile';
import { mainDict } from '../../src/core/vm/lifecycle';
import { VERSIONS } from './heap';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

test.each(VERSIONS)('containers.py prints what CPython %s printed', version => {
  const output: string[] = [];
  const vm = newMachineVm(version, { heapBytes: 64 << 20 }, findBuiltinModule, (_name, text) => output.push(text));
  vm.budget = Number.MAX_SAFE_INTEGER;
  const code = vm.own(compileSource(vm, read('containers.py'), 'containers.py', 'exec'));
  vm.decref(runCode(vm, code, mainDict(vm), mainDict(vm)));
  vm.drop();
  expect(output.join('')).toBe(read(`containers-${version}.txt`));
  expect(vm.held).toEqual([]);
});
