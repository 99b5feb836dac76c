/// The parts of `sys` that say which Python this is and what its numbers can hold.
import type { Ptr } from '../memory/ram';
import { newFloat } from '../objects/float';
import { newBigInt, newInt } from '../objects/int';
import { setModuleItem } from '../objects/module';
import { newStr } from '../objects/str';
import type { Vm } from '../vm/vm';
import { newStructSequence } from './structseq';

export function addVersion(vm: Vm, module: Ptr): void {
  const [major, minor, micro] = vm.profile.release;
  const release = `${major}.${minor}.${micro}`;
  const numbers = (): Ptr[] => [major, minor, micro].map(n => newInt(vm, n));
  const fields = ['major', 'minor', 'micro', 'releaselevel', 'serial'];
  const versionInfo = newStructSequence(vm, 'sys.version_info', fields, [...numbers(), newStr(vm, 'final'), newInt(vm, 0)]);
  setModuleItem(vm, module, 'version_info', versionInfo);
  setModuleItem(vm, module, 'version', newStr(vm, `${release} (main) [memory-sim]`));
  setModuleItem(vm, module, 'copyright', newStr(vm, 'memory-sim simulates CPython; Python is a trademark of the Python Software Foundation.'));
  setModuleItem(vm, module, 'maxsize', newBigInt(vm, 2n ** 63n - 1n));
  setModuleItem(vm, module, 'implementation', namespace(vm, {
    name: newStr(vm, 'cpython'),
    cache_tag: newStr(vm, `cpython-${major}${minor}`),
    version: vm.newRef(versionInfo),
    hexversion: newInt(vm, vm.profile.hexVersion)
  }));
  setModuleItem(vm, module, 'int_info', newStructSequence(vm, 'sys.int_info',
    ['bits_per_digit', 'sizeof_digit', 'default_max_str_digits', 'str_digits_check_threshold'],
    [30, 4, 4300, 640].map(n => newInt(vm, n))));
  setModuleItem(vm, module, 'float_info', newStructSequence(vm, 'sys.float_info',
    ['max', 'max_exp', 'max_10_exp', 'min', 'min_exp', 'min_10_exp', 'dig', 'mant_dig', 'epsilon', 'radix', 'rounds'],
    [
      newFloat(vm, Number.MAX_VALUE), newInt(vm, 1024), newInt(vm, 308), newFloat(vm, 2.2250738585072014e-308), newInt(vm, -1021),
      newInt(vm, -307), newInt(vm, 15), newInt(vm, 53), newFloat(vm, Number.EPSILON), newInt(vm, 2), newInt(vm, 1)
    ]));
}

/// What command-line options set, and how numbers are hashed.
export function addFlags(vm: Vm, module: Ptr): void {
  const zero = (): Ptr => newInt(vm, 0);
  const one = (): Ptr => newInt(vm, 1);
  const no = vm.singletons.false;
  const flags: readonly (readonly [string, Ptr])[] = [
    ['debug', zero()], ['inspect', zero()], ['interactive', zero()], ['optimize', zero()], ['dont_write_bytecode', one()],
    ['no_user_site', zero()], ['no_site', zero()], ['ignore_environment', zero()], ['verbose', zero()], ['bytes_warning', zero()],
    ['quiet', zero()], ['hash_randomization', one()], ['isolated', zero()], ['dev_mode', no], ['utf8_mode', zero()],
    ['warn_default_encoding', zero()], ['safe_path', no], ['int_max_str_digits', newInt(vm, 4300)]
  ];
  const more: readonly (readonly [string, Ptr])[] = vm.profile.moreFlags.map(name => [name, name === 'gil' ? one() : zero()]);
  setModuleItem(vm, module, 'flags', newStructSequence(vm, 'sys.flags', flags.map(([name]) => name), flags.map(([, value]) => value), more));
  setModuleItem(vm, module, 'hash_info', newStructSequence(vm, 'sys.hash_info',
    ['width', 'modulus', 'inf', 'nan', 'imag', 'algorithm', 'hash_bits', 'seed_bits', 'cutoff'],
    [
      newInt(vm, 64), newBigInt(vm, 2n ** 61n - 1n), newInt(vm, 314159), zero(), newInt(vm, 1000003), newStr(vm, 'siphash13'), newInt(vm, 64),
      newInt(vm, 128), zero()
    ]));
}

/// A SimpleNamespace with these attributes; takes over the references.
function namespace(vm: Vm, values: Readonly<Record<string, Ptr>>): Ptr {
  const type = vm.types.SimpleNamespace;
  const p = vm.own(type.slots.new!(vm, type, [], 0));
  for (const [name, value] of Object.entries(values)) {
    type.slots.setattro!(vm, p, vm.name(name), value);
    vm.decref(value);
  }
  return vm.take();
}
