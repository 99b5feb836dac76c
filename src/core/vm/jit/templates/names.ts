/// Globals and the names of modules: the entry that the name had when the code became hot, if it is still there.
import { Opcode as Op } from '../../../compiler/opcodes';
import { UNICODE_ENTRY } from '../../../objects/dictkeys';
import { CACHE_WORDS } from '../../inlinecache';
import type { Emitter, Hint } from '../emitter';
import type { Templates } from './table';

interface Entry {
  readonly keys: number;
  readonly word: number;
}

/// The entry number `ix` of a dict's keys table if its key is the name.
function entryOf(e: Emitter, dict: number, name: number, ix: number): Entry | undefined {
  const { i32 } = e.vm;
  const keys = i32[dict + 8]!;
  if (i32[dict + 10] !== 0 || i32[keys + 5] !== UNICODE_ENTRY || ix >= i32[keys + 6]!) return undefined;
  const word = i32[keys + 7]! + UNICODE_ENTRY * ix;
  return i32[word] === name && i32[word + 2] !== 0 ? { keys, word } : undefined;
}

/// Expression that is true if the dict still has the entry.
const isThere = (dict: string, { keys, word }: Entry, name: number): string =>
  `s[${dict} + 8] === ${keys} && s[${dict} + 10] === 0 && s[${keys + 5}] === ${UNICODE_ENTRY} && s[${word}] === ${name}`;

/// Sets `result` to the value of a global or builtin name, borrowed, if the entry is still there. Returns the value now.
function findGlobal(e: Emitter, result: string, name: number, ip: number, condition: string): Hint | undefined {
  const { cache } = e.code;
  const { globals, builtins } = e.frame;
  const at = ip * CACHE_WORDS;
  const own = entryOf(e, globals, name, cache[at]!);
  if (own !== undefined) {
    e.line(`if (${condition}${isThere('g', own, name)}) ${result} = s[${own.word + 2}];`);
    return { callable: e.vm.i32[own.word + 2]!, receiver: -1 };
  }
  const builtin = entryOf(e, builtins, name, cache[at + 2]!);
  const version = cache[at + 1]!;
  if (version === 0 || builtin === undefined || e.vm.i32[e.vm.i32[globals + 8]! + 3] !== version) return undefined;
  e.line(`if (${condition}s[g + 10] === 0 && s[s[g + 8] + 3] === ${version} && ${isThere('builtins', builtin, name)}) ${result} = s[${builtin.word + 2}];`);
  return { callable: e.vm.i32[builtin.word + 2]!, receiver: -1 };
}

export const nameTemplates: Templates = {
  [Op.LOAD_GLOBAL]: (e, arg, ip) => {
    e.spill();
    const result = e.fresh('t');
    const name = e.code.names[arg >> 1]!;
    e.line(`let ${result} = 0;`);
    const hint = findGlobal(e, result, name, ip, '');
    e.line(`if (${result} === 0) { ${e.at(e.stack.length, ip)} ${result} = loadGlobal(frame, ${ip}, ${name}); } ${e.incref(result)}`);
    e.pushOwned(result, undefined, hint);
    if ((arg & 1) !== 0) e.pushConstant(0);
  },
  [Op.LOAD_NAME]: (e, arg, ip) => {
    e.spill();
    const result = e.fresh('t');
    const name = e.code.names[arg]!;
    e.line(`let ${result} = 0;`);
    const hint = e.frame.locals !== e.frame.globals ? undefined : findGlobal(e, result, name, ip, 'frame.locals === g && ');
    e.line(`if (${result} !== 0) { ${e.incref(result)} } else { ${e.at(e.stack.length, ip)} ${result} = loadNameOf(frame, ${ip}, ${name}); }`);
    e.pushOwned(result, undefined, hint);
  },
  [Op.STORE_NAME]: (e, arg, ip) => {
    const name = e.code.names[arg]!;
    const { locals } = e.frame;
    const { types } = e.vm;
    const entry = locals !== 0 && e.vm.i32[locals + 3] === types.dict.index ? entryOf(e, locals, name, e.code.cache[ip * CACHE_WORDS]!) : undefined;
    if (entry === undefined) {
      e.spill();
      e.line(`${e.at(e.stack.length, ip)} storeNameTop(frame, ${ip}, ${name});`);
      e.stack.pop();
      return;
    }
    const value = e.pop();
    e.spill();
    const depth = e.stack.length;
    const [done, dict, old] = [e.fresh('d'), e.fresh('p'), e.fresh('o')];
    e.line(`const ${dict} = frame.locals; let ${done} = false;`);
    e.line(`if (s[${dict} + 3] === ${types.dict.index} && ${isThere(dict, entry, name)} && s[${dict} - 4] !== 0) { const ${old} = s[${entry.word + 2}];`);
    // An old value that would die sees the new one still on the stack: out of line.
    e.line(`if (${old} !== 0 && ((c = s[${old}]) !== 1 || s[${old} + 3] === ${types.int.index})) { ${done} = true; ${value.drop === 'owned' ? '' : `newRef(${value.ptr});`} s[${entry.word + 2}] = ${value.ptr};`);
    e.line(`s[${old}] = (c = s[${old}]) - 1 - (c >> 31); if (c === 1) dealloc(${old});`);
    if (value.drop === 'word') e.line(`if ((${value.word} & 1) === 0) s[${value.ptr}] = (c = s[${value.ptr}]) - 1 - (c >> 31);`);
    e.line(`} } if (!${done}) { ${value.spill} ${e.at(depth + 1, ip)} storeNameTop(frame, ${ip}, ${name}); }`);
  }
};
