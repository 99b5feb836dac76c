/// What Tab offers at the cursor: names, attributes and parameters of the simulated heap as it is.
import type { Ptr } from '../memory/ram';
import { visitModuleNames } from '../modules/registry';
import { qualnameOfType } from '../objects/typenames';
import { isType } from '../objects/type';
import { keywords } from '../syntax/tokens';
import { mainDict } from '../vm/lifecycle';
import type { Vm } from '../vm/vm';
import type { Context, Path } from './context';
import { contextAt } from './context';
import { isComputed, lookupModule, lookupPath, visitAttributesOf, visitNamespace } from './lookup';
import { functionOf, parametersOf, signatureText } from './signature';

/// What can stand at the cursor in place of source[start..end).
export interface Completions {
  start: number;
  end: number;
  matches: Completion[];
}

export interface Completion {
  text: string;
  kind: 'keyword' | 'function' | 'class' | 'module' | 'instance' | 'param' | 'property';
  /// A signature or a type's name; '' = nothing to say.
  detail: string;
}

class Offer {
  private readonly found = new Map<string, Completion>();

  constructor(private readonly prefix: string) {}

  /// The first of a name counts. Names with a leading underscore are offered to who has typed one.
  add(text: string, kind: Completion['kind'], detail = ''): void {
    if (!text.startsWith(this.prefix) || this.found.has(text) || (text.startsWith('_') && !this.prefix.startsWith('_'))) return;
    this.found.set(text, { text, kind, detail });
  }

  at(start: number): Completions {
    return { start, end: start + this.prefix.length, matches: [...this.found.values()] };
  }
}

/// Offsets are in UTF-16 units. No guest code runs, and the heap does not change.
export function complete(vm: Vm, source: string, cursor: number): Completions {
  const context = contextAt(source, cursor);
  const offer = new Offer(context.prefix);
  if (!context.inText) addTo(vm, offer, context);
  return offer.at(context.start);
}

function addTo(vm: Vm, offer: Offer, { owner, call, importing, words }: Context): void {
  if (importing !== undefined && owner === undefined) {
    addImports(vm, offer, importing.from);
  } else if (owner === undefined) {
    if (call !== undefined) addParameters(vm, offer, call);
    addNames(vm, offer, words);
  } else if (owner !== 'unknown') {
    const p = lookupPath(vm, owner);
    if (p !== 0) addAttributes(vm, offer, p);
  }
}

function addNames(vm: Vm, offer: Offer, words: ReadonlySet<string>): void {
  visitNamespace(vm, mainDict(vm), (name, value) => offer.add(name, kindOf(vm, value), detailOf(vm, value)));
  for (const word of words) if (!keywords.has(word)) offer.add(word, 'instance');
  for (const keyword of keywords.keys()) offer.add(keyword, 'keyword');
  visitNamespace(vm, vm.builtinsDict, (name, value) => offer.add(name, kindOf(vm, value), detailOf(vm, value)));
}

function addAttributes(vm: Vm, offer: Offer, p: Ptr): void {
  visitAttributesOf(vm, p, (name, value) => {
    if (isComputed(vm, value)) offer.add(name, 'property');
    else offer.add(name, kindOf(vm, value), detailOf(vm, value));
  });
}

function addParameters(vm: Vm, offer: Offer, call: Path): void {
  const p = lookupPath(vm, call);
  const found = p === 0 ? undefined : functionOf(vm, p);
  if (found === undefined) return;
  const isBound = found.isBound || isMethodOfInstance(vm, call);
  for (const { name, kind } of parametersOf(vm, found.fn, isBound)) if (kind === 'plain' || kind === 'keyword') offer.add(`${name}=`, 'param');
}

/// `object.method` binds its first parameter, `Class.method` and `module.function` do not.
export function isMethodOfInstance(vm: Vm, path: Path): boolean {
  if (path.length < 2) return false;
  const owner = lookupPath(vm, path.slice(0, -1));
  const last = path[path.length - 1]!;
  if (owner === 0 || isType(vm, owner) || vm.typeOf(owner) === vm.types.module || last.startsWith('[')) return false;
  let fromClass = false;
  for (const base of vm.typeOf(owner).mro) visitNamespace(vm, base.dict, name => { fromClass ||= name === last; });
  return fromClass;
}

function addImports(vm: Vm, offer: Offer, from: string | undefined): void {
  if (from === undefined) {
    visitModuleNames(name => offer.add(name, 'module'));
    return;
  }
  const module = lookupModule(vm, from);
  if (module !== 0) addAttributes(vm, offer, module);
}

function kindOf(vm: Vm, p: Ptr): Completion['kind'] {
  const { types } = vm;
  const type = vm.typeOf(p);
  if (type === types.module) return 'module';
  if (isType(vm, p)) return 'class';
  return type.slots.call === undefined || type.isHeapType ? 'instance' : 'function';
}

function detailOf(vm: Vm, p: Ptr): string {
  const kind = kindOf(vm, p);
  if (kind === 'instance') return qualnameOfType(vm, vm.typeOf(p));
  const found = kind === 'function' ? functionOf(vm, p) : undefined;
  return found === undefined ? '' : signatureText(parametersOf(vm, found.fn, found.isBound));
}
