/// Subscripts, building and unpacking.
import { Opcode as Op } from '../../../compiler/opcodes';
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
  [Op.STORE_SUBSCR]: (e, _arg, ip) => {
    e.spill();
    e.line(`${e.at(e.stack.length, ip)} if (!storeSubscript(frame)) return 0;`);
    e.stack.length -= 3;
  },
  [Op.UNPACK_SEQUENCE]: (e, arg, ip) => {
    e.spill();
    e.line(`${e.at(e.stack.length, ip)} unpackSequence(frame, ${arg});`);
    e.stack.pop();
    e.pushMemory(arg);
  }
};
