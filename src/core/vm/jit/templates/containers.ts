/// Subscripts, building and unpacking.
import { Opcode as Op } from '../../../compiler/opcodes';
import { isDue } from '../../specialization';
import type { Emitter } from '../emitter';
import type { Templates } from './table';

/// BINARY_OP []: an item of a list in place, the rest out of line.
export function writeSubscript(e: Emitter, ip: number): void {
  const { list, int } = e.vm.types;
  const key = e.pop();
  const container = e.pop();
  e.spill();
  const depth = e.stack.length;
  const [result, i] = [e.fresh('t'), e.fresh('i')];
  const isInt = key.isLiteral ? '' : ` && s[${key.ptr} + 3] === ${int.index} && s[${key.ptr} + 4] === 0`;
  e.line(`let ${result} = 0;`);
  // As an int32 index: a fraction cannot be, and what is out of range is the other way's.
  e.line(`if (s[${container.ptr} + 3] === ${list.index}${isInt}) { const ${i} = ${key.number ?? `f[(${key.ptr} >> 1) + 3]`};`);
  e.line(`if (${i} >= 0 && ${i} < s[${container.ptr} + 4]) ${result} = s[s[${container.ptr} + 6] + 2 * ${i}]; }`);
  e.line(`if (${result} !== 0) { ${e.incref(result)} ${e.dropInt(key)}`);
  if (container.drop !== 'none') {
    const drop = e.dropWord(container.word, depth + 1, ip);
    e.line(`${e.slot(depth)} = ${result}; ${container.drop === 'word' ? `if ((${container.word} & 1) === 0) { ${drop} }` : drop}`);
  }
  e.line(`} else { ${container.spill} ${key.spill} ${e.at(depth + 2, ip)} if (!subscript(frame)) return 0; ${result} = ${e.slot(depth)}; }`);
  e.pushOwned(result);
}

/// STORE_SUBSCR: an item of a list in place, the rest out of line.
function storeSubscript(e: Emitter, _arg: number, ip: number): void {
  const { list, int } = e.vm.types;
  const key = e.pop();
  const container = e.pop();
  const value = e.pop();
  e.spill();
  const depth = e.stack.length;
  const [done, i, word, old] = [e.fresh('d'), e.fresh('i'), e.fresh('p'), e.fresh('o')];
  const isInt = key.isLiteral ? '' : ` && s[${key.ptr} + 3] === ${int.index} && s[${key.ptr} + 4] === 0`;
  e.line(`let ${done} = false; if (s[${container.ptr} + 3] === ${list.index}${isInt}) { const ${i} = ${key.number ?? `f[(${key.ptr} >> 1) + 3]`};`);
  e.line(`if (${i} >= 0 && ${i} < s[${container.ptr} + 4]) { const ${word} = s[${container.ptr} + 6] + 2 * ${i}, ${old} = s[${word}];`);
  // An old value that would die sees the new one still on the stack: out of line, but for an int.
  e.line(`if ((c = s[${old}]) !== 1 || s[${old} + 3] === ${int.index}) { ${done} = true; ${value.drop === 'owned' ? '' : `newRef(${value.ptr});`} s[${word}] = ${value.ptr};`);
  e.line(`s[${old}] = (c = s[${old}]) - 1 - (c >> 31); if (c === 1) dealloc(${old});`);
  if (value.drop === 'word') e.line(`if ((${value.word} & 1) === 0) s[${value.ptr}] = (c = s[${value.ptr}]) - 1 - (c >> 31);`);
  e.line(e.dropInt(key));
  if (container.drop !== 'none') {
    const drop = e.dropWord(container.word, depth, ip);
    e.line(container.drop === 'word' ? `if ((${container.word} & 1) === 0) { ${drop} }` : drop);
  }
  e.line(`} } } if (!${done}) { ${value.spill} ${container.spill} ${key.spill} ${e.at(depth + 3, ip)} if (!storeSubscript(frame)) return 0; }`);
}

/// A tuple of two in place (CPython 3.14 UNPACK_SEQUENCE_TWO_TUPLE), the rest out of line; so is the first time, where the iterator
/// that it makes shows.
function unpackSequence(e: Emitter, count: number, ip: number): void {
  const depth = e.stack.length - 1;
  if (count !== 2 || (e.vm.types.tuple_iterator.freeList !== undefined && !isDue(e.vm, e.code, ip - 1))) {
    e.spill();
    e.line(`${e.at(depth + 1, ip)} unpackSequence(frame, ${count});`);
    e.stack.pop();
    e.pushMemory(count);
    return;
  }
  const { tupleItems } = e.vm.profile;
  const sequence = e.pop();
  e.spill();
  const [first, second] = [e.fresh('t'), e.fresh('t')];
  e.line(`let ${first} = 0, ${second} = 0;`);
  e.line(`if (s[${sequence.ptr} + 3] === ${e.vm.types.tuple.index} && s[${sequence.ptr} + 4] === 2) { ${first} = s[${sequence.ptr} + ${tupleItems}]; ${second} = s[${sequence.ptr} + ${tupleItems + 2}];`);
  e.line(`${e.incref(first)} ${e.incref(second)}`);
  if (sequence.drop !== 'none') {
    // It may die, with the two on the stack.
    const drop = e.dropWord(sequence.word, depth + 2, ip);
    e.line(`${e.slot(depth)} = ${second}; ${e.slot(depth + 1)} = ${first}; ${sequence.drop === 'word' ? `if ((${sequence.word} & 1) === 0) { ${drop} }` : drop}`);
  }
  e.line(`} else { ${sequence.spill} ${e.at(depth + 1, ip)} unpackSequence(frame, 2); ${second} = ${e.slot(depth)}; ${first} = ${e.slot(depth + 1)}; }`);
  e.pushOwned(second);
  e.pushOwned(first);
}

/// An instruction that takes `taken` values and leaves one result, all out of line.
const outOfLine = (call: (arg: number) => string, taken: (arg: number) => number) => (e: Emitter, arg: number, ip: number): void => {
  e.spill();
  const result = e.fresh('t');
  e.line(`${e.at(e.stack.length, ip)} const ${result} = ${call(arg)};`);
  e.stack.length -= taken(arg);
  e.pushOwned(result);
};

export const containerTemplates: Templates = {
  [Op.BUILD_LIST]: outOfLine(arg => `buildList(frame, ${arg})`, arg => arg),
  [Op.BUILD_TUPLE]: outOfLine(arg => `buildTuple(frame, ${arg})`, arg => arg),
  [Op.LIST_APPEND]: (e, arg, ip) => {
    e.spill();
    e.line(`${e.at(e.stack.length, ip)} listAppendTop(frame, ${arg});`);
    e.stack.pop();
  },
  [Op.STORE_SUBSCR]: storeSubscript,
  [Op.UNPACK_SEQUENCE]: unpackSequence
};
