/// Which objects the next cell need not be told of.
import type { Ptr } from '../memory/ram';
import type { Vm } from '../vm/vm';
import type { KnownObject, Ref } from './model';

type Known = ReadonlyMap<Ref, KnownObject>;

/// Of those that stay, objects that no name leads to, at most: garbage above all.
const KEPT_APART = 50;

/// What only such items hold as are not told, and no name in `named`.
export function heldByUntold(vm: Vm, model: { readonly known: Known; lookup(p: Ptr): KnownObject | undefined }, named: Iterable<Ref>): Set<KnownObject> {
  const { known } = model;
  const holders = new Map<Ref, number>();
  const hold = (ref: Ref, change: 1 | -1): void => void holders.set(ref, (holders.get(ref) ?? 0) + change);
  for (const ref of named) hold(ref, 1);
  for (const { parts } of known.values()) for (const ref of parts.values()) hold(ref, 1);
  const items: KnownObject[] = [];
  for (const { p, type, length, parts } of known.values()) {
    if (length > parts.size) type.slots.traverse?.(vm, p, { visit: q => {
      const item = model.lookup(q);
      if (item !== undefined) items.push(item);
    } });
  }
  const held = new Set<KnownObject>();
  for (let item = items.pop(); item !== undefined; item = items.pop()) {
    if (held.has(item) || (holders.get(item.serial) ?? 0) > 0) continue;
    held.add(item);
    for (const ref of item.parts.values()) {
      hold(ref, -1);
      const part = known.get(ref);
      if (part !== undefined) items.push(part);
    }
  }
  return held;
}

/// So many of `known` that are nearest to what names refer to, the last names first, and some of the last that no name leads to.
export function nearest(known: Known, named: Iterable<Ref>, most: number): Set<KnownObject> {
  const near = new Set<KnownObject>();
  const reach = (ref: Ref): void => {
    const object = known.get(ref);
    if (object !== undefined) near.add(object);
  };
  for (const ref of [...named].reverse()) reach(ref);
  for (const { parts } of near) for (const ref of parts.values()) reach(ref);
  const apart = [...known.values()].filter(object => !near.has(object)).slice(-KEPT_APART);
  return new Set([...apart, ...near].slice(0, most));
}
