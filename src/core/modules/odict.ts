/// OrderedDict: the linked list beside a dict. CPython 3.14 Objects/odictobject.c; the type is in odicttype.ts.
///
/// PyODictObject: a dict; od_fast_nodes at p + 12 (a block with a node for each entry of the dict's table), od_fast_nodes_size
/// at p + 14, od_resize_sentinel at p + 16 (the keys table that these are for), od_state at p + 18 (counts changes), od_first at
/// p + 20, od_last at p + 22, od_inst_dict at p + 24, od_weakreflist at p + 26. A node is a block: key at n (counted), hash at
/// n + 2, next at n + 4, prev at n + 6.
import { fillWords } from '../memory/ram';
import type { Ptr } from '../memory/ram';
import { hash } from '../objects/abstract';
import { keysSize } from '../objects/dictkeys';
import { lookup } from '../objects/dictlookup';
import { dictClear, dictKeys, dictPopKnownHash, dictSetItemKnownHash, dictSize, raiseKeyError } from '../objects/dictobject';
import { dropInOrder } from '../objects/dropping';
import type { Interp } from '../objects/interp';

export const ODICT_BYTES = 112;
const NODE_BYTES = 32;

export const Odict = { FAST_NODES: 12, FAST_SIZE: 14, SENTINEL: 16, STATE: 18, FIRST: 20, LAST: 22, INST_DICT: 24, WEAKLIST: 26 } as const;
const Node = { KEY: 0, HASH: 2, NEXT: 4, PREV: 6 } as const;

export const firstNode = (it: Interp, d: Ptr): Ptr => it.i32[d + Odict.FIRST]!;
export const lastNode = (it: Interp, d: Ptr): Ptr => it.i32[d + Odict.LAST]!;
export const nextNode = (it: Interp, node: Ptr): Ptr => it.i32[node + Node.NEXT]!;
export const previousNode = (it: Interp, node: Ptr): Ptr => it.i32[node + Node.PREV]!;
/// The key of a node, borrowed.
export const nodeKey = (it: Interp, node: Ptr): Ptr => it.i32[node + Node.KEY]!;
export const odictState = (it: Interp, d: Ptr): number => it.i32[d + Odict.STATE]!;

function changed(it: Interp, d: Ptr): void {
  it.i32[d + Odict.STATE] = it.i32[d + Odict.STATE]! + 1;
  if (it.recording) it.touch(d);
}

/// The nodes of the dict's entries are put in their places anew (_odict_resize).
function resize(it: Interp, d: Ptr): void {
  const i32 = it.i32;
  const keys = dictKeys(it, d);
  const size = keysSize(it, keys);
  const nodes = it.memory.malloc(size * 8);
  if (nodes === 0) it.noMemory();
  fillWords(i32, 0, nodes, nodes + 2 * size);
  for (let node = firstNode(it, d); node !== 0; node = nextNode(it, node)) {
    const ix = lookup(it, d, i32[node]!, i32[node + Node.HASH]!, i32[node + Node.HASH + 1]!);
    if (ix >= 0) i32[nodes + 2 * ix] = node;
  }
  if (i32[d + Odict.FAST_NODES] !== 0) it.memory.free(i32[d + Odict.FAST_NODES]!);
  i32[d + Odict.FAST_NODES] = nodes;
  i32[d + Odict.FAST_SIZE] = size;
  i32[d + Odict.SENTINEL] = keys;
}

/// Index of the key's entry and node, or less than 0 (_odict_get_index).
function indexOf(it: Interp, d: Ptr, key: Ptr, lo: number, hi: number): number {
  const keys = dictKeys(it, d);
  if (it.i32[d + Odict.SENTINEL] !== keys || it.i32[d + Odict.FAST_SIZE] !== keysSize(it, keys)) resize(it, d);
  return lookup(it, d, key, lo, hi);
}

const nodeWord = (it: Interp, d: Ptr, ix: number): Ptr => it.i32[d + Odict.FAST_NODES]! + 2 * ix;

/// The key's node, or 0; its hash is in `lo` and `it.hashHigh` (_odict_find_node_hash).
function findNodeKnownHash(it: Interp, d: Ptr, key: Ptr, lo: number, hi: number): Ptr {
  if (firstNode(it, d) === 0) return 0;
  const ix = indexOf(it, d, key, lo, hi);
  return ix < 0 ? 0 : it.i32[nodeWord(it, d, ix)]!;
}

export function findNode(it: Interp, d: Ptr, key: Ptr): Ptr {
  if (firstNode(it, d) === 0) return 0;
  const lo = hash(it, key);
  return findNodeKnownHash(it, d, key, lo, it.hashHigh);
}

function link(it: Interp, d: Ptr, node: Ptr, last: boolean): void {
  const i32 = it.i32;
  const [end, other, ahead, behind] = last ? [Odict.LAST, Odict.FIRST, Node.PREV, Node.NEXT] : [Odict.FIRST, Odict.LAST, Node.NEXT, Node.PREV];
  const neighbour = i32[d + end]!;
  i32[node + ahead] = neighbour;
  i32[node + behind] = 0;
  if (neighbour === 0) i32[d + other] = node;
  else i32[neighbour + behind] = node;
  i32[d + end] = node;
  changed(it, d);
}

function unlink(it: Interp, d: Ptr, node: Ptr): void {
  const i32 = it.i32;
  const next = nextNode(it, node);
  const previous = previousNode(it, node);
  if (previous === 0) i32[d + Odict.FIRST] = next;
  else i32[previous + Node.NEXT] = next;
  if (next === 0) i32[d + Odict.LAST] = previous;
  else i32[next + Node.PREV] = previous;
  changed(it, d);
}

/// A node at the end for a key that has none yet (_odict_add_new_node).
function addNode(it: Interp, d: Ptr, key: Ptr, lo: number, hi: number): void {
  const i32 = it.i32;
  const ix = indexOf(it, d, key, lo, hi);
  if (ix < 0) raiseKeyError(it, key);
  if (i32[nodeWord(it, d, ix)] !== 0) return;
  const node = it.memory.malloc(NODE_BYTES);
  if (node === 0) it.noMemory();
  fillWords(i32, 0, node, node + (NODE_BYTES >> 2));
  i32[node] = it.newRef(key);
  i32[node + Node.HASH] = lo;
  i32[node + Node.HASH + 1] = hi;
  link(it, d, node, true);
  i32[nodeWord(it, d, ix)] = node;
}

/// PyODict_SetItem: both are borrowed.
export function odictSetItem(it: Interp, d: Ptr, key: Ptr, value: Ptr): void {
  it.own(it.newRef(key));
  const lo = hash(it, key);
  const hi = it.hashHigh;
  dictSetItemKnownHash(it, d, key, lo, hi, value);
  addNode(it, d, key, lo, hi);
  it.drop();
}

/// Takes the key's node out of the list, if there is one (_odict_clear_node).
function clearNode(it: Interp, d: Ptr, key: Ptr, lo: number, hi: number): void {
  if (firstNode(it, d) === 0) return;
  const ix = indexOf(it, d, key, lo, hi);
  if (ix < 0) return;
  const word = nodeWord(it, d, ix);
  const node = it.i32[word]!;
  if (node === 0) return;
  it.i32[word] = 0;
  unlink(it, d, node);
  const stored = nodeKey(it, node);
  it.memory.free(node);
  it.decref(stored);
}

/// Takes a key out and returns its value, a new reference, or 0 (_odict_popkey_hash).
export function odictPop(it: Interp, d: Ptr, key: Ptr): Ptr {
  it.own(it.newRef(key));
  const lo = hash(it, key);
  const hi = it.hashHigh;
  // CPython looks for the node first, and so compares keys once more.
  if (findNodeKnownHash(it, d, key, lo, hi) === 0) return it.dropFor(0);
  clearNode(it, d, key, lo, hi);
  return it.dropFor(dictPopKnownHash(it, d, key, lo, hi));
}

/// Deletes a key; false if it is not there (PyODict_DelItem).
export function odictDelItem(it: Interp, d: Ptr, key: Ptr): boolean {
  it.own(it.newRef(key));
  const lo = hash(it, key);
  const hi = it.hashHigh;
  clearNode(it, d, key, lo, hi);
  const old = it.dropFor(dictPopKnownHash(it, d, key, lo, hi));
  it.xdecref(old);
  return old !== 0;
}

/// Moves a key to one end; KeyError if it is not there.
export function odictMoveToEnd(it: Interp, d: Ptr, key: Ptr, last: boolean): void {
  const end = last ? lastNode(it, d) : firstNode(it, d);
  if (end === 0) raiseKeyError(it, key);
  if (key === nodeKey(it, end)) return;
  const node = findNode(it, d, key);
  if (node === 0) raiseKeyError(it, key);
  if (node === end) return;
  unlink(it, d, node);
  link(it, d, node, last);
}

/// Takes all nodes away, which drops their keys from the first to the last (_odict_clear_nodes).
export function clearNodes(it: Interp, d: Ptr): void {
  const i32 = it.i32;
  if (i32[d + Odict.FAST_NODES] !== 0) it.memory.free(i32[d + Odict.FAST_NODES]!);
  i32[d + Odict.FAST_NODES] = i32[d + Odict.FAST_SIZE] = i32[d + Odict.SENTINEL] = 0;
  if (it.profile.natives.odictClearIsChange) changed(it, d);
  const keys: Ptr[] = [];
  let node = firstNode(it, d);
  i32[d + Odict.FIRST] = i32[d + Odict.LAST] = 0;
  while (node !== 0) {
    const next = nextNode(it, node);
    keys.push(nodeKey(it, node));
    it.memory.free(node);
    node = next;
  }
  dropInOrder(it, keys);
}

/// The dict first, then the nodes (odict_clear).
export function odictClear(it: Interp, d: Ptr): void {
  dictClear(it, d);
  clearNodes(it, d);
}

/// What sys.getsizeof counts beside the dict (odict_sizeof).
export const nodesBytes = (it: Interp, d: Ptr): number =>
  8 * it.i32[d + Odict.FAST_SIZE]! + (firstNode(it, d) === 0 ? 0 : NODE_BYTES * dictSize(it, d));

/// The keys in order, borrowed.
export function odictKeys(it: Interp, d: Ptr): Ptr[] {
  const keys: Ptr[] = [];
  for (let node = firstNode(it, d); node !== 0; node = nextNode(it, node)) keys.push(nodeKey(it, node));
  return keys;
}
