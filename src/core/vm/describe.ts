/// How messages name a callable (Objects/object.c _PyObject_FunctionStr).
import type { Ptr } from '../memory/ram';
import { getOptionalAttr, strText } from '../objects/abstract';
import { isStr } from '../objects/str';
import type { Vm } from './vm';

/// `module.qualname()`, or the object's str if it has no qualified name.
export function callableName(vm: Vm, callable: Ptr): string {
  const qualname = getOptionalAttr(vm, callable, '__qualname__');
  if (qualname === 0) return strText(vm, callable);
  const text = isStr(vm, qualname) ? vm.text(qualname) : '?';
  vm.decref(qualname);
  const module = getOptionalAttr(vm, callable, '__module__');
  const prefix = module !== 0 && isStr(vm, module) && vm.text(module) !== 'builtins' ? `${vm.text(module)}.` : '';
  vm.xdecref(module);
  return `${prefix}${text}()`;
}
