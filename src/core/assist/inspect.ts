/// What Shift+Tab says of the name at the cursor.
import type { Ptr } from '../memory/ram';
import { describeHolders } from '../modules/holders';
import { refcountOf } from '../modules/refcount';
import { hexAddress } from '../objects/object';
import { isStr } from '../objects/str';
import { isType, typeFrom } from '../objects/type';
import { qualnameOfType } from '../objects/typenames';
import { hostCode } from '../vm/codeobject';
import { Func } from '../vm/funcobject';
import type { Vm } from '../vm/vm';
import { isMethodOfInstance } from './complete';
import type { Path } from './context';
import { contextAt, pathBefore } from './context';
import type { Said } from '../vm/said';
import { lookupAttribute, lookupPath } from './lookup';
import { functionOf, parametersOf, signatureText } from './signature';
import { valueWords } from './words';

const SHOWN_HOLDERS = 8;
const INDENT = '          ';
/// What needs no translation.
const asIs = (text: string): Said => ['%1', text];
const REST_OF_WORD = /^[\p{ID_Continue}]*/u;

/// Line by line; undefined = the heap does not know what is at the cursor. No guest code runs, and the heap does not change.
export function inspect(vm: Vm, source: string, cursor: number): Said[] | undefined {
  const context = contextAt(source, cursor);
  const end = cursor + REST_OF_WORD.exec(source.slice(cursor))![0].length;
  const path = context.inText ? undefined : pathBefore(source.slice(0, end));
  for (const candidate of [path, context.call]) {
    const p = candidate === undefined ? 0 : lookupPath(vm, candidate);
    if (p !== 0) return describe(vm, candidate!, p);
  }
  return undefined;
}

function describe(vm: Vm, path: Path, p: Ptr): Said[] {
  const name = path.map((part, i) => (i === 0 || part.startsWith('[') ? part : `.${part}`)).join('');
  const callable = functionOf(vm, p);
  const lines: Said[] = [];
  if (callable !== undefined && isCallableWord(vm, p)) {
    lines.push(asIs(`${name}${signatureText(parametersOf(vm, callable.fn, callable.isBound || isMethodOfInstance(vm, path)))}`), asIs(''));
  } else if (!isType(vm, p)) {
    lines.push(asIs(`${name} = ${valueWords(vm, p)}`), asIs(''));
  }
  lines.push(isType(vm, p) ? ['type      class %1', qualnameOfType(vm, typeFrom(vm, p))] : ['type      %1', qualnameOfType(vm, vm.typeOf(p))]);
  lines.push(...countLines(vm, p));
  lines.push(['address   %1', hexAddress(p)]);
  if (callable !== undefined && isCallableWord(vm, p)) lines.push(...whereDefined(vm, callable.fn));
  const doc = docText(vm, p);
  return doc === '' ? lines : [...lines, asIs(''), asIs(doc)];
}

/// Instances with `__call__` are shown by their value.
const isCallableWord = (vm: Vm, p: Ptr): boolean => isType(vm, p) || !vm.typeOf(p).isHeapType;

/// The count, and each reference that makes it up.
function countLines(vm: Vm, p: Ptr): Said[] {
  if (vm.isImmortal(p)) {
    const count = refcountOf(vm, p);
    return [vm.profile.immortalRefcount === undefined ? ['refcount  %1 (it is never freed)', count] : ['refcount  %1 (immortal: it is never freed)', count]];
  }
  const holders = describeHolders(vm, p, 0);
  const shown = holders.slice(0, SHOWN_HOLDERS).map(([text, ...values]): Said => [`${INDENT}${text}`, ...values]);
  if (holders.length > shown.length) shown.push([`${INDENT}… and %1 more`, holders.length - shown.length]);
  return [['refcount  %1', refcountOf(vm, p)], ...shown];
}

function whereDefined(vm: Vm, fn: Ptr): Said[] {
  const { filename, firstlineno } = hostCode(vm, vm.i32[fn + Func.CODE]!).plain;
  return [['defined   %1, line %2', filename, firstlineno]];
}

function docText(vm: Vm, p: Ptr): string {
  const doc = vm.typeOf(p) === vm.types.function ? vm.i32[p + Func.DOC]! : isType(vm, p) ? lookupAttribute(vm, p, '__doc__') : 0;
  return doc !== 0 && isStr(vm, doc) ? vm.text(doc).trim() : '';
}
