/// Attributes, by what the instruction's inline cache found when the code became hot.
import { Opcode as Op } from '../../../compiler/opcodes';
import { CACHE_WORDS, Kind, VALID } from '../../inlinecache';
import type { TypeObject } from '../../../objects/typeobject';
import type { Emitter } from '../emitter';
import type { Templates } from './table';

interface Cached {
  readonly version: number;
  readonly kind: number;
  readonly first: number;
  readonly second: number;
}

function cached(e: Emitter, ip: number): Cached {
  const [version, kind, first, second] = e.code.cache.subarray(ip * CACHE_WORDS, (ip + 1) * CACHE_WORDS);
  return { version: version!, kind: kind!, first: first!, second: second! };
}

/// The type that has this version.
const typeOf = (e: Emitter, version: number): TypeObject | undefined => (version === 0 ? undefined : e.vm.typeTable.find(type => type?.version === version));

/// Expression that is true for an instance of the type as it is now. A builtin type stays so.
const isOf = (e: Emitter, ptr: string, type: TypeObject): string =>
  `s[${ptr} + 3] === ${type.index}${type.isImmutable ? '' : ` && ${e.constant(type)}.version === ${type.version}`}`;

function loadAttr(e: Emitter, arg: number, ip: number): void {
  if ((arg & 1) !== 0) {
    loadMethod(e, arg, ip);
    return;
  }
  const owner = e.pop();
  e.spill();
  const depth = e.stack.length;
  const { version, kind, first, second } = cached(e, ip);
  const type = typeOf(e, version);
  const result = e.fresh('t');
  e.line(`let ${result} = 0;`);
  if (type !== undefined && kind === Kind.VALUE) {
    e.line(`if (${isOf(e, owner.ptr, type)} && s[${owner.ptr} + ${first}] >= ${VALID}) ${result} = s[${owner.ptr} + ${first + 2 + 2 * second}];`);
  } else if (type !== undefined && kind === Kind.SLOT) {
    e.line(`if (${isOf(e, owner.ptr, type)}) ${result} = s[${owner.ptr} + ${first}];`);
  } else if (type !== undefined && kind === Kind.VALUE_APART) {
    const values = e.fresh('v');
    e.line(`let ${values} = 0; if (${isOf(e, owner.ptr, type)} && (${values} = s[${owner.ptr} - 8]) !== 0) ${result} = s[${values} + ${2 + 2 * second}];`);
  }
  e.line(`if (${result} !== 0) { ${e.incref(result)}`);
  if (owner.drop !== 'none') {
    const drop = e.dropWord(owner.word, depth + 1, ip);
    e.line(`${e.slot(depth)} = ${result}; ${owner.drop === 'word' ? `if ((${owner.word} & 1) === 0) { ${drop} }` : drop}`);
  }
  e.line(`} else { ${owner.spill} ${e.at(depth + 1, ip)} if (!loadAttribute(frame, ${ip}, ${e.code.names[arg >> 1]!})) return 0; ${result} = ${e.slot(depth)}; }`);
  e.pushOwned(result);
}

function loadMethod(e: Emitter, arg: number, ip: number): void {
  const owner = e.pop();
  e.spill();
  const depth = e.stack.length;
  const { version, kind, first, second } = cached(e, ip);
  const slow = `${owner.spill} ${e.at(depth + 1, ip)} if (!loadMethodTop(frame, ${ip}, ${e.code.names[arg >> 1]!})) return 0;`;
  let test = '';
  const type = typeOf(e, version);
  if (type !== undefined && kind === Kind.METHOD_NO_DICT) test = isOf(e, owner.ptr, type);
  if (type !== undefined && (kind === Kind.METHOD || kind === Kind.METHOD_APART)) {
    const hasValues = kind === Kind.METHOD ? `s[${owner.ptr} + ${type.basicsize >> 2}] >= ${VALID}` : `s[${owner.ptr} - 8] !== 0`;
    test = `${isOf(e, owner.ptr, type)} && s[${type.cachedKeys + 6}] === ${second} && ${hasValues}`;
  }
  if (test === '' || type === undefined) {
    e.line(slow);
    e.pushMemory(2);
  } else {
    const word = owner.drop === 'none' && owner.spill.includes('newRef') ? `newRef(${owner.ptr})` : owner.word;
    e.line(`if (${test}) { ${e.slot(depth + 1)} = ${word}; ${e.slot(depth)} = ${first}; ${e.incref(`${first}`)} } else { ${slow} }`);
    e.push({ kind: 'memory', hint: { callable: first, receiver: type.index } });
    e.pushMemory();
  }
}

function storeAttr(e: Emitter, arg: number, ip: number): void {
  const owner = e.pop();
  const { version, kind, first, second } = cached(e, ip);
  const slow = (spills: string): string => `${spills} ${e.at(e.stack.length, ip)} if (!storeAttribute(frame, ${ip}, ${e.code.names[arg]!})) return 0;`;
  const type = typeOf(e, version);
  if (type === undefined) {
    e.line(owner.spill);
    e.spill();
    e.push({ kind: 'memory' });
    e.line(slow(''));
    e.stack.length -= 2;
    return;
  }
  const value = e.pop();
  e.spill();
  const depth = e.stack.length;
  const [word, old, done] = [e.fresh('p'), e.fresh('o'), e.fresh('d')];
  let test = isOf(e, owner.ptr, type);
  if (kind === Kind.VALUE) test += ` && s[${owner.ptr} + ${first}] >= ${VALID} && s[${owner.ptr} - 6] === 0`;
  if (kind === Kind.VALUE_APART) test += ` && s[${owner.ptr} - 8] !== 0`;
  const values = kind === Kind.VALUE_APART ? `s[${owner.ptr} - 8]` : `${owner.ptr} + ${first}`;
  const at = kind === Kind.SLOT ? '' : ` + ${2 + 2 * second}`;
  const insert = kind === Kind.SLOT ? '' : `if (${old} === 0) addToInsertionOrder(vm, ${values}, ${second});`;
  e.line(`let ${done} = false; if (${test}) { const ${word} = ${values}${at}, ${old} = s[${word}];`);
  // An old value that would die sees the new one still on the stack: out of line.
  e.line(`if (${old} === 0 || (c = s[${old}]) !== 1) { ${done} = true; ${insert} ${value.drop === 'owned' ? '' : `newRef(${value.ptr});`} s[${word}] = ${value.ptr}; if (${old} !== 0) s[${old}] = s[${old}] - 1 - (s[${old}] >> 31);`);
  // The order of the two does not matter: the value has another reference now.
  if (value.drop === 'word') e.line(`if ((${value.word} & 1) === 0) s[${value.ptr}] = (c = s[${value.ptr}]) - 1 - (c >> 31);`);
  if (owner.drop !== 'none') {
    const drop = e.dropWord(owner.word, depth, ip);
    e.line(owner.drop === 'word' ? `if ((${owner.word} & 1) === 0) { ${drop} }` : drop);
  }
  e.line(`} } if (!${done}) { ${value.spill} ${owner.spill} ${e.at(depth + 2, ip)} if (!storeAttribute(frame, ${ip}, ${e.code.names[arg]!})) return 0; }`);
}

export const attributeTemplates: Templates = { [Op.LOAD_ATTR]: loadAttr, [Op.STORE_ATTR]: storeAttr };
