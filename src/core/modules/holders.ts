/// Who holds an object, in words.
import { BORROWED } from '../vm/frame';
import { hexAddress } from '../objects/object';
import type { Ptr } from '../memory/ram';
import { reprText } from '../objects/abstract';
import { slotOffset } from '../objects/descr';
import { dictNext, dictSize, entry } from '../objects/dictobject';
import { valueAt } from '../objects/dictvalues';
import { attributePlaces, liveValues, managedDictOrNull } from '../objects/instanceattrs';
import { intValue } from '../objects/int';
import { listGet, listSize } from '../objects/list';
import { moduleDict } from '../objects/module';
import { isStr } from '../objects/str';
import { reprOfText } from '../objects/strrepr';
import { isTuple, tupleGet, tupleSize } from '../objects/tuple';
import { isType, typeFrom } from '../objects/type';
import { qualnameOfType } from '../objects/typenames';
import { GENERATIONS, PERMANENT } from '../memory/gchead';
import { reach } from '../vm/heapwalk';
import { visitReferences, visitRoots } from '../vm/roots';
import type { RootHolder } from '../vm/roots';
import type { Vm } from '../vm/vm';
import { inEnglish } from '../vm/said';
import type { Said } from '../vm/said';

/// `Person object at 0x7f3a00001230`
export function describeObject(vm: Vm, p: Ptr): string {
  return inEnglish(saidOf(vm, p));
}

/// The same in words that can be translated.
function saidOf(vm: Vm, p: Ptr): Said {
  if (isType(vm, p)) return ['class %1', qualnameOfType(vm, typeFrom(vm, p))];
  return ['%1 object at %2', qualnameOfType(vm, vm.typeOf(p)), hexAddress(p)];
}

function attribute(vm: Vm, p: Ptr, name: string): Said {
  const [text, ...values] = saidOf(vm, p);
  return [`${text}.%${values.length + 1}`, ...values, name];
}

function describeRoot(holder: RootHolder): Said {
  if (holder.kind === 'interpreter') return [holder.what];
  const { plain } = holder.frame.code;
  const where = plain.name.startsWith('<') ? plain.name : `${plain.qualname}()`;
  if (holder.kind === 'local') return ["local variable '%1' of %2", plain.localsplusnames[holder.slot]!, where];
  if (holder.kind === 'stack') return ['a value %1 is working with', where];
  return ['the call of %1', where];
}

/// The namespaces that have a name of their own: dicts of modules, and of instances.
class Namespaces {
  /// Undefined for a module's dict.
  private readonly owners = new Map<Ptr, Ptr | undefined>();

  constructor(private readonly vm: Vm, objects: Iterable<Ptr>) {
    for (const p of objects) {
      const type = vm.typeOf(p);
      if (type === vm.types.module) this.add(moduleDict(vm, p), undefined);
      else if (isType(vm, p)) this.add(typeFrom(vm, p).dict, p);
      else if (type.hasManagedDict) this.add(managedDictOrNull(vm, p), p);
    }
    const main = vm.frame === undefined ? 0 : vm.frame.globals;
    if (main !== 0 && !this.owners.has(main)) this.owners.set(main, undefined);
  }

  private add(dict: Ptr, owner: Ptr | undefined): void {
    if (dict !== 0) this.owners.set(dict, owner);
  }

  /// How a value under this key of the dict is called.
  item(dict: Ptr, key: Ptr): Said {
    const { vm } = this;
    if (!this.owners.has(dict) || !isStr(vm, key)) return ['%1 at %2[%3]', 'dict', hexAddress(dict), keyText(vm, key)];
    const owner = this.owners.get(dict);
    return owner === undefined ? ["global variable '%1'", vm.text(key)] : attribute(vm, owner, vm.text(key));
  }
}

/// The repr of a key, unless that would run code of the program. Makes no object for the common ones.
function keyText(vm: Vm, key: Ptr): string {
  const type = vm.typeOf(key);
  if (type === vm.types.str) return reprOfText(vm.text(key));
  if (type === vm.types.int) return String(intValue(vm, key));
  return type.isHeapType || type.hasGc ? `<${describeObject(vm, key)}>` : reprText(vm, key);
}

/// The references to `target` in one object, in words; those without a name of their own are left to the caller.
function named(vm: Vm, p: Ptr, target: Ptr, namespaces: Namespaces): Said[] {
  const type = vm.typeOf(p);
  const found: Said[] = [];
  if (type.isSubtypeOf(vm.types.list)) {
    for (let i = 0; i < listSize(vm, p); i++) if (listGet(vm, p, i) === target) found.push(['%1 at %2[%3]', type.name, hexAddress(p), i]);
  } else if (isTuple(vm, p)) {
    for (let i = 0; i < tupleSize(vm, p); i++) if (tupleGet(vm, p, i) === target) found.push(['%1 at %2[%3]', type.name, hexAddress(p), i]);
  } else if (type.isSubtypeOf(vm.types.dict)) {
    found.push(...inDict(vm, p, target, namespaces));
  }
  if (type.hasManagedDict) found.push(...inValues(vm, p, target));
  for (const base of type.mro) if (base.slotOffsets.length > 0) found.push(...inSlots(vm, p, base.dict, target));
  return found;
}

function inDict(vm: Vm, dict: Ptr, target: Ptr, namespaces: Namespaces): Said[] {
  const found: Said[] = [];
  if (dictSize(vm, dict) === 0) return found;
  for (let at = dictNext(vm, dict, 0); at >= 0; at = dictNext(vm, dict, at)) {
    const { key, value } = entry;
    if (value === target) found.push(namespaces.item(dict, key));
    if (key === target) found.push(['a key of dict at %1', hexAddress(dict)]);
  }
  return found;
}

function inValues(vm: Vm, p: Ptr, target: Ptr): Said[] {
  const type = vm.typeOf(p);
  const values = liveValues(vm, p, type);
  if (values === 0) return [];
  return attributePlaces(vm, type).filter((_, ix) => vm.i32[valueAt(values, ix)] === target).map(name => attribute(vm, p, vm.text(name)));
}

function inSlots(vm: Vm, p: Ptr, typeDict: Ptr, target: Ptr): Said[] {
  const found: Said[] = [];
  for (let at = dictNext(vm, typeDict, 0); at >= 0; at = dictNext(vm, typeDict, at)) {
    const { key, value } = entry;
    const offset = slotOffset(vm, value, vm.typeOf(p));
    if (offset !== 0 && vm.i32[p + offset] === target) found.push(attribute(vm, p, vm.text(key)));
  }
  return found;
}

/// One entry a reference. `argument`: the stack word of the call that asks, which is left out; 0 = none.
export function describeHolders(vm: Vm, target: Ptr, argument: Ptr): Said[] {
  const found: Said[] = [];
  const argumentIndex = argument === 0 ? -1 : argument - vm.frame!.stackBase;
  visitRoots(vm, (p, holder) => {
    if (p !== target) return;
    if (holder.kind === 'stack' && holder.frame === vm.frame && holder.index === argumentIndex && (vm.i32[argument]! & BORROWED) === 0) return;
    found.push(describeRoot(holder));
  });
  const { counts } = reach(vm, [...GENERATIONS, PERMANENT]);
  const namespaces = new Namespaces(vm, counts.keys());
  const seenKeys = new Set<Ptr>();
  let references = 0;
  const visitor = { visit: (p: Ptr): void => { if (p === target) references++; } };
  for (const p of counts.keys()) {
    references = 0;
    visitReferences(vm, p, visitor, seenKeys);
    if (references === 0) continue;
    const names = named(vm, p, target, namespaces);
    found.push(...names);
    for (let i = names.length; i < references; i++) found.push(saidOf(vm, p));
  }
  return found;
}
