/// `_ctypes`: reads of simulated memory in the shape that C code would see. The Python part is frozen/ctypes.ts.
import { isTracked, track } from '../memory/gchead';
import { BASE_ADDRESS, addressOf, ptrOf } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { FREED } from '../memory/obmalloc';
import { isType, typeFrom } from '../objects/type';
import { newFloat } from '../objects/float';
import { indexNumber } from '../objects/abstract';
import { newBigInt, newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { bytearrayView, isBytearray } from '../objects/bytearray';
import { bytesView, isBytes, newBytes } from '../objects/bytes';
import { newStr } from '../objects/str';
import { objectAround, objectAt } from '../vm/heapwalk';
import { vmOf } from '../vm/vm';
import type { Vm } from '../vm/vm';
import { decoded, encoded } from './ctypesvalues';
import { layoutOf, objectWord } from './layouts';
import type { ByteRow } from './layouts';
import { notYet } from './module';
import type { ModuleSpec } from './module';
import { refcountWord } from './refcount';

const hex = (address: number): string => `0x${address.toString(16)}`;

/// Byte offset in the memory of `size` bytes at an address.
function offsetOf(it: Interp, address: number, size: number): number {
  const offset = address - BASE_ADDRESS;
  if (offset < 0 || offset + size > it.ram.bytes) it.valueError(`memory-sim: address ${hex(address)} is not in the simulated memory`);
  return offset;
}

/// Whether the word is the count, dk_usable or dk_nentries of a table of keys, beside which the simulator keeps numbers of its own.
function isNumberOfKeys({ i32 }: Vm, block: Ptr, w: Ptr): boolean {
  if (block === 0 || (w !== block && w !== block + 4 && w !== block + 6)) return false;
  const log2Size = i32[block + 2]! & 0xff;
  const log2Bytes = (i32[block + 2]! >> 8) & 0xff;
  const entries = block + 8 + ((1 << log2Bytes) >> 2);
  return log2Size > 2 && i32[block + 1] === (1 << log2Size) - 1 && (i32[block + 7] === entries || i32[block + 7] === entries + 2);
}

/// The 8 bytes at a word as CPython would have them, if the simulator keeps something else there: a field of an object,
/// the link of a free block.
function translated(vm: Vm, w: Ptr): bigint | undefined {
  const object = objectAround(vm, w);
  const field = object === 0 ? undefined : layoutOf(vm, object).find(one => one.offset === (w - object) * 4);
  if (field !== undefined) return objectWord(vm, object, field);
  const low = vm.i32[w]!;
  const high = vm.i32[w + 1]!;
  if (objectAt(vm, w) !== 0) return refcountWord(vm, w);
  const kept = w % 4 === 0 ? vm.keptWord(w) : undefined;
  if (kept !== undefined) return kept === 0 ? 0n : BigInt(addressOf(kept));
  const type = vm.typeTable[high];
  if (low !== 0 && type !== undefined && type.ptr === low) return BigInt(addressOf(low));
  if (high === FREED && !vm.memory.isBlockLive(w)) return low === 0 ? 0n : BigInt(addressOf(low));
  if (isNumberOfKeys(vm, vm.memory.blockOf(w), w)) return BigInt(low);
  // Item blocks and tables of keys hold pointers to objects.
  if (high === 0 && low > 0 && objectAt(vm, low) !== 0) return BigInt(addressOf(low));
  return undefined;
}

/// What the block around a word holds that is no live object, 8 bytes a row; offsets count from the word.
export function describeBlock(vm: Vm, at: Ptr): ByteRow[] {
  const block = vm.memory.blockOf(at) || at;
  const size = block === at && vm.memory.blockOf(at) === 0 ? 16 : vm.memory.blockSize(block);
  const kept = vm.keptWord(at) !== undefined;
  const free = !kept && !vm.memory.isBlockLive(block);
  return Array.from({ length: size / 8 }, (_, i) => {
    const offset = 8 * i - (at - block) * 4;
    const link = kept ? offset === 0 : free && i === 0;
    return {
      offset, bytes: bytesAt(vm, addressOf(block) + 8 * i, 8),
      name: link ? 'next free' : '', meaning: link ? 'the block that is handed out after this one' : free || kept ? 'what is left of the last owner' : ''
    };
  });
}

function bytesAt(vm: Vm, address: number, size: number): number[] {
  offsetOf(vm, address, size);
  return Array.from({ length: size }, (_, i) => Number(readUnsigned(vm, address + i, 1)));
}

/// The bytearrays that ctypes objects of their own live in.
const ownMemory = new WeakMap<Interp, Set<Ptr>>();

/// Offset of an address in the memory of a ctypes object of its own, which holds plain bytes; undefined for any other.
function ownOffset(vm: Vm, address: number, size: number): number | undefined {
  const owners = ownMemory.get(vm);
  for (const owner of owners ?? []) {
    if (objectAt(vm, owner) === 0 || vm.typeOf(owner) !== vm.types.bytearray) {
      owners!.delete(owner);
      continue;
    }
    const { byteOffset, byteLength } = bytearrayView(vm, owner);
    const offset = address - BASE_ADDRESS;
    if (offset >= byteOffset && offset + size <= byteOffset + byteLength) return offset;
  }
  return undefined;
}

/// Writes where it may: into memory of ctypes objects.
function put(vm: Vm, at: number, bytes: Uint8Array): Ptr {
  offsetOf(vm, at, 1);
  const offset = ownOffset(vm, at, bytes.length);
  if (offset === undefined) return notYet(vm, objectAt(vm, ptrOf(at)) === 0 ? 'writing to memory with ctypes' : 'writing ob_refcnt with ctypes');
  vm.u8.set(bytes, offset);
  return vm.singletons.none;
}

/// An unsigned integer of 1, 2, 4 or 8 bytes. Words of 8 bytes keep their value in the low half.
function readUnsigned(vm: Vm, address: number, size: number): bigint {
  const offset = offsetOf(vm, address, size);
  const w = (offset & ~7) / 4;
  const isOwn = ownOffset(vm, address, size) !== undefined;
  const word = isOwn ? undefined : translated(vm, w);
  if (word !== undefined) return BigInt.asUintN(size * 8, word >> BigInt((offset & 7) * 8));
  if (!isOwn && size === 8 && (offset & 7) === 0) return BigInt.asUintN(64, BigInt(vm.i32[w]!));
  let value = 0n;
  for (let i = size - 1; i >= 0; i--) value = (value << 8n) | BigInt(vm.u8[offset + i]!);
  return value;
}

/// A pointer field: the address that it holds.
function readPointer(vm: Vm, address: number): bigint {
  const offset = offsetOf(vm, address, 8);
  if (ownOffset(vm, address, 8) !== undefined) return readUnsigned(vm, address, 8);
  if ((offset & 7) !== 0) notYet(vm, 'unaligned pointers in ctypes');
  const word = translated(vm, offset / 4);
  if (word !== undefined) return word;
  const p = vm.i32[offset / 4]!;
  return p === 0 ? 0n : BigInt(addressOf(p));
}

function object(vm: Vm, address: number): Ptr {
  const offset = offsetOf(vm, address, 16);
  const p = offset % 16 === 0 ? objectAt(vm, ptrOf(address)) : 0;
  if (p === 0) vm.valueError(`memory-sim: no object lives at address ${hex(address)}`);
  return vm.newRef(p);
}

function read(vm: Vm, address: number, size: number, kind: string): Ptr {
  switch (kind) {
    case 'signed': return newBigInt(vm, BigInt.asIntN(size * 8, readUnsigned(vm, address, size)));
    case 'unsigned': return newBigInt(vm, readUnsigned(vm, address, size));
    case 'pointer': return newBigInt(vm, readPointer(vm, address));
    case 'object': {
      const at = readPointer(vm, address);
      return at === 0n ? vm.valueError('PyObject is NULL') : object(vm, Number(at));
    }
    case 'text': {
      const at = readPointer(vm, address);
      return at === 0n ? vm.singletons.none : object(vm, Number(at));
    }
    case 'bool': return vm.bool(readUnsigned(vm, address, 1) !== 0n);
    case 'wchar': return newStr(vm, String.fromCodePoint(Number(readUnsigned(vm, address, 4))));
    case 'char': return newBytes(vm, [Number(readUnsigned(vm, address, 1))]);
    case 'float': return newFloat(vm, new DataView(vm.ram.u8.buffer).getFloat32(offsetOf(vm, address, 4), true));
    case 'double': return newFloat(vm, new DataView(vm.ram.u8.buffer).getFloat64(offsetOf(vm, address, 8), true));
    default: return notYet(vm, `ctypes fields of kind ${kind}`);
  }
}

const address = (it: Interp, p: Ptr): number => indexNumber(it, p);

export const ctypesMemoryModule: ModuleSpec = {
  name: '_ctypes',
  functions: {
    read: {
      kind: 'fastcall', min: 3, max: 4,
      fn: (it, _self, args) => {
        const at = address(it, args[0]!) + (args.length > 3 ? indexNumber(it, args[3]!) : 0);
        return read(vmOf(it), at, indexNumber(it, args[1]!), it.text(args[2]!));
      }
    },
    write: {
      kind: 'fastcall', min: 4, max: 4,
      fn: (it, _self, args) => put(vmOf(it), address(it, args[0]!), encoded(it, indexNumber(it, args[1]!), it.text(args[2]!), args[3]!))
    },
    /// The bytes at an address become others.
    put: { kind: 'fastcall', min: 2, max: 2, fn: (it, _self, args) => put(vmOf(it), address(it, args[0]!), isBytes(it, args[1]!) ? bytesView(it, args[1]!) : it.typeError('this needs bytes')) },
    /// What an object of the kind has as its value once it was given this one; without one, zero.
    convert: {
      kind: 'fastcall', min: 2, max: 3,
      fn: (it, _self, args) => decoded(it, it.text(args[1]!), encoded(it, indexNumber(it, args[0]!), it.text(args[1]!), args[2] ?? 0))
    },
    /// The address of a bytearray's bytes, which one may write to from now on.
    address_of: {
      kind: 'o',
      fn: (it, _self, p) => {
        if (!isBytearray(it, p)) return notYet(it, `a buffer of type ${it.typeOf(p).name} for ctypes`);
        const owners = ownMemory.get(it) ?? new Set();
        ownMemory.set(it, owners.add(p));
        return newInt(it, BASE_ADDRESS + bytearrayView(it, p).byteOffset);
      }
    },
    /// An instance with nothing set (Modules/_ctypes/_ctypes.c GenericPyCData_new).
    new: {
      kind: 'o',
      fn: (it, _self, cls) => {
        const type = isType(it, cls) ? typeFrom(it, cls) : it.typeError('this needs a class');
        // What a builtin type keeps in its instances, its own constructor must set.
        if (!type.mro.every(base => base.isHeapType || base === it.types.object)) it.typeError(`${type.name} is no class of ctypes`);
        const p = it.allocInstance(type, 0);
        if (!isTracked(it.i32, p)) track(it.i32, p);
        return p;
      }
    },
    object_at: { kind: 'o', fn: (it, _self, p) => object(vmOf(it), address(it, p)) },
    incref: {
      kind: 'o',
      fn: (it, _self, p) => {
        it.incref(p);
        return it.singletons.none;
      }
    },
    decref: {
      kind: 'o',
      fn: (it, _self, p) => {
        it.decref(p);
        return it.singletons.none;
      }
    },
    string_at: {
      kind: 'fastcall', min: 2, max: 2,
      fn: (it, _self, args) => {
        const size = indexNumber(it, args[1]!);
        return newBytes(it, bytesAt(vmOf(it), address(it, args[0]!), size));
      }
    }
  }
};
