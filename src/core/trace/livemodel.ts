/// The heap as it is now, told once for somebody who looks on and keeps nothing: much more of it than outputs can keep.
import type { Ptr } from '../memory/ram';
import { dictNext, entry } from '../objects/dictobject';
import { isStr } from '../objects/str';
import { mainDict } from '../vm/lifecycle';
import type { Vm } from '../vm/vm';
import { HeapModel } from './model';
import { Op } from './payload';
import type { StringTable } from './strings';

const LIVE = { objects: 2_200, reached: 2_200, reachedAfter: { characters: Infinity, objects: 2_200 }, kept: 2_200, items: 2_500, slots: 30_000 };

/// The serial numbers of what only the live heap tells; a heap's own do not get there.
const FIRST_SERIAL = 1_000_000_000;

export class LiveModel extends HeapModel {
  /// `kept`: what outputs tell of the heap; its objects have the same serial numbers here.
  constructor(vm: Vm, strings: StringTable, kept: HeapModel) {
    super(vm, strings, LIVE);
    for (const object of kept.known.values()) {
      this.known.set(object.serial, { ...object });
      this.serials.set(object.p, object.serial);
    }
    this.nextSerial = FIRST_SERIAL;
  }

  /// The heap, and the module's names that are among `names`.
  tell(strings: StringTable, names: Iterable<string>): number[] {
    const ops = this.restart(strings);
    const wanted = new Set(names);
    const namespace = mainDict(this.vm);
    for (let at = dictNext(this.vm, namespace, 0); at >= 0; at = dictNext(this.vm, namespace, at)) {
      const { key, value } = entry;
      const name = isStr(this.vm, key) ? this.vm.text(key) : '';
      if (wanted.delete(name)) this.push(Op.NAME, 0, strings.index(name), this.encode(this.ref(value)));
    }
    this.update([...this.known.values()]);
    return [...ops, ...this.takeOps()];
  }

  /// The heap itself is left as it is.
  protected override mark(_p: Ptr, _serial: number): void {}
}
