/// The TypeErrors of a call with wrong arguments (CPython 3.14 Python/ceval.c too_many_positional, format_missing, ...).
import type { Frame } from './frame';
import { Func } from './funcobject';
import type { Ptr } from '../memory/ram';
import { tupleSize, tupleToArray } from '../objects/tuple';
import { calculateSuggestion } from '../objects/suggestions';
import type { Vm } from './vm';

const qualname = (vm: Vm, frame: Frame): string => vm.text(vm.i32[frame.func + Func.QUALNAME]!);

/// `'a', 'b', and 'c'`
function list(names: readonly string[]): string {
  const quoted = names.map(name => `'${name}'`);
  if (quoted.length <= 2) return quoted.join(' and ');
  return `${quoted.slice(0, -1).join(', ')}, and ${quoted[quoted.length - 1]}`;
}

export const argumentErrors = {
  tooManyPositional(vm: Vm, frame: Frame, given: number): never {
    const { plain } = frame.code;
    const defaults = vm.i32[frame.func + Func.DEFAULTS]!;
    const ndefaults = defaults === 0 ? 0 : tupleSize(vm, defaults);
    const plural = ndefaults > 0 ? true : plain.argcount !== 1;
    const takes = ndefaults > 0 ? `from ${plain.argcount - ndefaults} to ${plain.argcount}` : `${plain.argcount}`;
    let kwonlyGiven = 0;
    for (let i = plain.argcount; i < plain.argcount + plain.kwonlyargcount; i++) if (vm.i32[frame.base + i] !== 0) kwonlyGiven++;
    const extra = kwonlyGiven > 0 ? ` positional argument${given !== 1 ? 's' : ''} (and ${kwonlyGiven} keyword-only argument${kwonlyGiven !== 1 ? 's' : ''})` : '';
    vm.typeError(`${qualname(vm, frame)}() takes ${takes} positional argument${plural ? 's' : ''} but ${given}${extra} ${given === 1 && kwonlyGiven === 0 ? 'was' : 'were'} given`);
  },

  missing(vm: Vm, frame: Frame, names: readonly string[], kind: 'positional' | 'keyword-only'): never {
    vm.typeError(`${qualname(vm, frame)}() missing ${names.length} required ${kind} argument${names.length === 1 ? '' : 's'}: ${list(names)}`);
  },

  multipleValues(vm: Vm, frame: Frame, name: string): never {
    vm.typeError(`${qualname(vm, frame)}() got multiple values for argument '${name}'`);
  },

  unexpectedKeyword(vm: Vm, frame: Frame, name: string, kwnames: Ptr): never {
    const { plain } = frame.code;
    const given = tupleToArray(vm, kwnames).map(p => vm.text(p));
    const wrong = plain.varnames.slice(0, plain.posonlyargcount).filter(parameter => given.includes(parameter));
    if (wrong.length > 0) vm.typeError(`${qualname(vm, frame)}() got some positional-only arguments passed as keyword arguments: '${wrong.join(', ')}'`);
    const names = plain.varnames.slice(plain.posonlyargcount, plain.argcount + plain.kwonlyargcount);
    const suggestion = vm.profile.suggestsKeywords ? calculateSuggestion(names, name) : undefined;
    vm.typeError(`${qualname(vm, frame)}() got an unexpected keyword argument '${name}'${suggestion === undefined ? '' : `. Did you mean '${suggestion}'?`}`);
  }
};
