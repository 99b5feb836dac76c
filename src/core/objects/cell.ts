/// Cells: variables that a closure shares (Objects/cellobject.c). Field: ob_ref p+4, 0 = empty.
import type { Ptr } from '../memory/ram';
import { hashNotImplemented, richCompare } from './abstract';
import { satisfies } from './intops';
import { checkPositional, noKeywords } from './args';
import { hexAddress } from './object';
import type { Interp } from './interp';
import { newRecord, recordSlots, setReference } from './record';
import { newStr } from './str';
import type { TypeSpec } from './typeobject';

const OB_REF = 4;

/// A new cell with this content (borrowed; 0 = empty).
export function newCell(it: Interp, value: Ptr): Ptr {
  return newRecord(it, it.types.cell, [OB_REF], [value]);
}

/// The content, borrowed; 0 = empty.
export const cellGet = (it: Interp, cell: Ptr): Ptr => it.i32[cell + OB_REF]!;

/// Takes over the reference; 0 empties the cell.
export function cellSet(it: Interp, cell: Ptr, value: Ptr): void {
  setReference(it, cell, OB_REF, value);
}

export const cellSpec: TypeSpec = {
  name: 'cell',
  basicsize: 24,
  hasGc: true,
  slots: {
    ...recordSlots([OB_REF]),
    hash: hashNotImplemented,
    richcompare: (it, a, b, op) => {
      if (it.typeOf(b) !== it.types.cell) return it.singletons.notImplemented;
      const left = cellGet(it, a);
      const right = cellGet(it, b);
      // An empty cell comes before all others.
      return left !== 0 && right !== 0 ? richCompare(it, left, right, op) : it.bool(satisfies(op, Number(left !== 0) - Number(right !== 0)));
    },
    new: (it, _type, args, kwnames) => {
      noKeywords(it, 'cell', kwnames);
      checkPositional(it, 'cell', args.length, 0, 1);
      return newCell(it, args[0] ?? 0);
    },
    repr: (it, p) => {
      const value = cellGet(it, p);
      const content = value === 0 ? 'empty' : `${it.typeOf(value).name} object at ${hexAddress(value)}`;
      return newStr(it, `<cell at ${hexAddress(p)}: ${content}>`);
    }
  },
  getset: {
    cell_contents: {
      get: (it, p) => it.newRef(cellGet(it, p) || it.valueError('Cell is empty')),
      set: (it, p, value) => cellSet(it, p, value === 0 ? 0 : it.newRef(value))
    }
  }
};
