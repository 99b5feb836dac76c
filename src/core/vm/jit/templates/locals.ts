/// Locals, constants and the order of the stack.
import { Opcode as Op } from '../../../compiler/opcodes';
import { MIN_SMALL_INT, SMALL_INT_WORDS } from '../../../objects/int';
import { Func } from '../../funcobject';
import type { Emitter } from '../emitter';
import type { Templates } from './table';

function storeFast(e: Emitter, index: number, ip: number): void {
  e.detachLocal(index);
  const value = e.take(true);
  const old = e.fresh('o');
  const local = e.local(index);
  e.line(`const ${old} = ${local}; ${local} = ${value};`);
  e.spill();
  e.line(`if (${old} !== 0 && (${old} & 1) === 0) { ${e.dropWord(old, e.stack.length, ip)} }`);
}

export const localTemplates: Templates = {
  [Op.NOP]: () => undefined,
  [Op.LOAD_FAST]: (e, arg) => e.pushLocal(arg, true),
  [Op.LOAD_FAST_BORROW]: (e, arg) => e.pushLocal(arg, false),
  [Op.LOAD_FAST_LOAD_FAST]: (e, arg) => {
    e.pushLocal(arg >> 4, true);
    e.pushLocal(arg & 15, true);
  },
  [Op.LOAD_FAST_BORROW_LOAD_FAST_BORROW]: (e, arg) => {
    e.pushLocal(arg >> 4, false);
    e.pushLocal(arg & 15, false);
  },
  [Op.LOAD_FAST_CHECK]: (e, arg, ip) => {
    e.spill();
    e.line(`if (${e.local(arg)} === 0) { ${e.at(e.stack.length, ip)} unboundLocal(vm, frame, ${arg}); }`);
    e.pushLocal(arg, true);
  },
  [Op.STORE_FAST]: storeFast,
  [Op.STORE_FAST_LOAD_FAST]: (e, arg, ip) => {
    storeFast(e, arg >> 4, ip);
    e.pushLocal(arg & 15, true);
  },
  [Op.STORE_FAST_STORE_FAST]: (e, arg, ip) => {
    storeFast(e, arg >> 4, ip);
    storeFast(e, arg & 15, ip);
  },
  [Op.LOAD_CONST]: (e, arg) => e.pushConstant(e.code.consts[arg]!),
  [Op.LOAD_SMALL_INT]: (e, arg) => e.pushConstant(e.vm.statics.smallInts + (arg - MIN_SMALL_INT) * SMALL_INT_WORDS),
  [Op.PUSH_NULL]: e => e.pushConstant(0),
  [Op.COPY]: (e, arg) => e.copy(arg),
  [Op.SWAP]: (e, arg) => e.swap(arg),
  [Op.POP_TOP]: (e, _arg, ip) => e.drop(e.pop(), ip),
  [Op.END_FOR]: (e, _arg, ip) => e.drop(e.pop(), ip),
  [Op.POP_ITER]: (e, _arg, ip) => e.drop(e.pop(), ip),
  [Op.COPY_FREE_VARS]: (e, count) => {
    const closure = e.fresh('p');
    // exec() puts the cells there itself.
    e.line(`if (frame.func !== 0) { const ${closure} = s[frame.func + ${Func.CLOSURE}] + ${e.vm.profile.tupleItems};`);
    for (let i = 0; i < count; i++) {
      const cell = e.fresh('t');
      e.line(`const ${cell} = s[${closure} + ${2 * i}]; ${e.local(e.code.nlocalsplus - count + i)} = ${cell}; ${e.incref(cell)}`);
    }
    e.line('}');
  },
  [Op.LOAD_DEREF]: (e, arg, ip) => {
    const value = e.fresh('t');
    e.line(`const ${value} = s[(${e.local(arg)} & -2) + 4];`);
    e.spill();
    e.line(`if (${value} === 0) { ${e.at(e.stack.length, ip)} unboundLocal(vm, frame, ${arg}); }`);
    e.line(e.incref(value));
    e.pushOwned(value);
  },
  [Op.STORE_DEREF]: (e, arg, ip) => {
    const value = e.take(false);
    e.spill();
    const [cell, old] = [e.fresh('p'), e.fresh('o')];
    e.line(`const ${cell} = (${e.local(arg)} & -2) + 4, ${old} = s[${cell}]; s[${cell}] = ${value};`);
    e.line(`if (${old} !== 0) { ${e.dropWord(old, e.stack.length, ip)} }`);
  }
};
