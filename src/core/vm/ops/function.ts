/// Making functions and classes.
import { Func, newFunction } from '../funcobject';
import { setReference } from '../../objects/record';
import { newStr } from '../../objects/str';
import { peek, pop, push, replace } from './stack';
import type { ColdOps } from './table';

/// SET_FUNCTION_ATTRIBUTE's argument bit and the field it fills.
const ATTRIBUTES: Readonly<Record<number, number>> = { 1: Func.DEFAULTS, 2: Func.KWDEFAULTS, 4: Func.ANNOTATIONS, 8: Func.CLOSURE, 16: Func.ANNOTATE };

export const functionOps: ColdOps = {
  MAKE_FUNCTION: (vm, frame) => {
    replace(vm, frame, 1, newFunction(vm, peek(vm, frame, 0), frame.globals));
    return undefined;
  },
  SET_FUNCTION_ATTRIBUTE: (vm, frame, arg) => {
    const fn = pop(vm, frame);
    const value = pop(vm, frame);
    const field = ATTRIBUTES[arg]!;
    // Its own code does not know whose annotations it makes.
    if (field === Func.ANNOTATE) setReference(vm, value, Func.QUALNAME, newStr(vm, `${vm.text(vm.i32[fn + Func.QUALNAME]!)}.__annotate__`));
    setReference(vm, fn, field, value);
    push(vm, frame, fn);
    return undefined;
  },
  LOAD_BUILD_CLASS: (vm, frame) => {
    push(vm, frame, vm.newRef(vm.builtin('__build_class__')));
    return undefined;
  }
};
