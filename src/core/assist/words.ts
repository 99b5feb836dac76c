/// Objects in words, without asking their `__repr__`.
import { hexAddress } from '../objects/object';
import type { Ptr } from '../memory/ram';
import { dictNext, dictSize, entry } from '../objects/dictobject';
import { listGet, listSize } from '../objects/list';
import { setNext, setSize } from '../objects/set';
import { tupleGet, tupleSize } from '../objects/tuple';
import { isType, typeFrom } from '../objects/type';
import { qualnameOfType } from '../objects/typenames';
import { inlineText } from '../trace/anatomy';
import type { Vm } from '../vm/vm';

const SHOWN_ITEMS = 8;

/// Text as short as `repr` where that is built in, and `<Person at 0x...>` where it is not.
export function shortText(vm: Vm, p: Ptr): string {
  const text = inlineText(vm, p);
  if (text !== undefined) return text;
  if (isType(vm, p)) return `<class '${qualnameOfType(vm, typeFrom(vm, p))}'>`;
  return `<${qualnameOfType(vm, vm.typeOf(p))} at ${hexAddress(p)}>`;
}

/// The same, with the first items of a built-in container.
export function valueWords(vm: Vm, p: Ptr): string {
  const { types } = vm;
  const type = vm.typeOf(p);
  const items: string[] = [];
  if (type === types.list) {
    for (let i = 0; i < Math.min(listSize(vm, p), SHOWN_ITEMS); i++) items.push(shortText(vm, listGet(vm, p, i)));
    return `[${joined(items, listSize(vm, p))}]`;
  }
  if (type === types.tuple) {
    for (let i = 0; i < Math.min(tupleSize(vm, p), SHOWN_ITEMS); i++) items.push(shortText(vm, tupleGet(vm, p, i)));
    return `(${joined(items, tupleSize(vm, p))}${items.length === 1 ? ',' : ''})`;
  }
  if (type === types.dict) {
    for (let at = dictNext(vm, p, 0); at >= 0 && items.length < SHOWN_ITEMS; at = dictNext(vm, p, at)) {
      const { key, value } = entry;
      items.push(`${shortText(vm, key)}: ${shortText(vm, value)}`);
    }
    return `{${joined(items, dictSize(vm, p))}}`;
  }
  if (type === types.set && setSize(vm, p) > 0) {
    for (let e = setNext(vm, p, 0); e !== 0 && items.length < SHOWN_ITEMS; e = setNext(vm, p, e)) items.push(shortText(vm, vm.i32[e]!));
    return `{${joined(items, setSize(vm, p))}}`;
  }
  return shortText(vm, p);
}

const joined = (items: readonly string[], length: number): string => `${items.join(', ')}${length > items.length ? `, … (${length} in all)` : ''}`;
