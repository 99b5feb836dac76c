/// The module `sys` (CPython 3.14 Python/sysmodule.c): what programs ask about their interpreter and its objects.
import type { Ptr } from '../memory/ram';
import { indexNumber, setAttr } from '../objects/abstract';
import { bindArguments } from '../objects/args';
import { dictDelItem } from '../objects/dictobject';
import { allocException, excField } from '../objects/exceptions';
import { ExcField } from '../objects/exceptiontree';
import { newFloat } from '../objects/float';
import { newInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { listSteal, newList } from '../objects/list';
import { typeModified } from '../objects/lookup';
import { moduleDict, setModuleItem } from '../objects/module';
import { callBoundSpecial } from '../objects/special';
import { intSsize } from '../objects/ssize';
import { internInPlace, isInterned, isStr, isStrExact, newStr } from '../objects/str';
import { isTuple, newTuple, tupleFrom, tupleSteal } from '../objects/tuple';
import { isType, typeFrom } from '../objects/type';
import type { NativeMethod } from '../objects/typeobject';
import { getFrameObject } from '../vm/frameobject';
import { freeListStats } from '../vm/freelists';
import { setTrace, traceFunction } from '../vm/tracing';
import { vmOf } from '../vm/vm';
import { frameAt } from './frames';
import { refcountOf } from './refcount';
import { addInts, addText, notYet } from './module';
import type { ModuleSpec } from './module';
import { addHooks, hookFunctions } from './syshooks';
import { addFlags, addVersion } from './sysversion';
import { newStreams } from './stream';

const HEAD_BYTES = 16;

/// sys.getsizeof: `__sizeof__` and what lies before the object (_PySys_GetSizeOf).
export function getSizeof(it: Interp, p: Ptr): number {
  const type = it.typeOf(p);
  let size: number;
  if (type.slots.size !== undefined && !type.isHeapType) {
    size = type.slots.size(it, p);
  } else {
    const result = it.own(callBoundSpecial(it, p, '__sizeof__'));
    size = intSsize(it, result);
    if (size < 0) it.valueError('__sizeof__() should return >= 0');
    it.drop();
  }
  // A static type object has no GC head in CPython.
  const isStaticType = type === it.types.type && typeFrom(it, p).isImmutable;
  const head = type.hasGc && !isStaticType ? HEAD_BYTES : 0;
  return size + head + type.preheaderWords * 4;
}

function exit(it: Interp, args: readonly Ptr[]): never {
  const status = args[0] ?? it.singletons.none;
  const wrapped = isTuple(it, status) ? it.newRef(status) : status === it.singletons.none ? newTuple(it, 0) : tupleFrom(it, [status]);
  const exception = it.own(allocException(it, it.types.SystemExit, wrapped));
  setAttr(it, exception, it.name('code'), status);
  it.take();
  it.throwException(exception);
}

function checkedStr(it: Interp, fname: string, p: Ptr): Ptr {
  if (!isStr(it, p)) it.typeError(`${fname}() argument must be str, not ${it.typeOf(p).name}`);
  return p;
}

function intern(it: Interp, p: Ptr): Ptr {
  checkedStr(it, 'intern', p);
  if (!isStrExact(it, p)) it.typeError(`can't intern ${it.typeOf(p).name}`);
  return internInPlace(it, it.newRef(p));
}

function excInfo(it: Interp): Ptr {
  const handled = it.handled();
  if (handled === 0) return tupleFrom(it, [it.singletons.none, it.singletons.none, it.singletons.none]);
  const traceback = excField(it, handled, ExcField.TRACEBACK) || it.singletons.none;
  return tupleFrom(it, [it.typeOf(handled).ptr, handled, traceback]);
}

function getFrame(it: Interp, args: readonly Ptr[]): Ptr {
  const vm = vmOf(it);
  const depth = args[0] === undefined ? 0 : indexNumber(it, args[0]);
  const frame = frameAt(vm, Math.max(depth, 0));
  if (frame === undefined) it.valueError('call stack is not deep enough');
  return it.newRef(getFrameObject(vm, frame));
}

function setRecursionLimit(it: Interp, p: Ptr): Ptr {
  const vm = vmOf(it);
  const limit = indexNumber(it, p);
  if (limit <= 0) it.valueError('recursion limit must be greater or equal than 1');
  if (vm.depth >= limit) {
    it.raise(it.types.RecursionError, `cannot set the recursion limit to ${limit} at the recursion depth ${vm.depth}: the limit is too low`);
  }
  vm.recursionLimit = limit;
  return it.singletons.none;
}

/// A class that another one replaces loses the descriptors that refer to it, so that it can be freed (3.14
/// Python/sysmodule.c sys__clear_type_descriptors).
function clearTypeDescriptors(it: Interp, cls: Ptr): Ptr {
  if (!isType(it, cls)) it.typeError(`_clear_type_descriptors() argument must be type, not ${it.typeOf(cls).name}`);
  const type = typeFrom(it, cls);
  if (type.isImmutable) it.typeError('argument is immutable');
  for (const name of ['__dict__', '__weakref__']) dictDelItem(it, type.dict, it.name(name));
  typeModified(type);
  return it.singletons.none;
}

/// How an interpreter on Linux was built, and where it is.
const SETTINGS = {
  platform: 'linux', byteorder: 'little', float_repr_style: 'short', platlibdir: 'lib', abiflags: '', executable: '/usr/bin/python3',
  prefix: '/usr', exec_prefix: '/usr', base_prefix: '/usr', base_exec_prefix: '/usr'
};

const unsupported = (name: string): NativeMethod => ({ kind: 'keywords', fn: it => notYet(it, `sys.${name}()`) });

export const sysModule: ModuleSpec = {
  name: 'sys',
  functions: {
    getrefcount: { kind: 'o', fn: (it, _self, p) => newInt(it, refcountOf(it, p)) },
    getsizeof: {
      kind: 'keywords',
      fn: (it, _self, args, kwnames) => {
        const [object, fallback] = bindArguments(it, 'getsizeof', ['object', 'default'], { required: 1 }, args, kwnames) as [Ptr, Ptr];
        if (fallback === 0) return newInt(it, getSizeof(it, object));
        const size = it.catching(it.types.TypeError, () => getSizeof(it, object));
        return size === undefined ? it.newRef(fallback) : newInt(it, size);
      }
    },
    _is_interned: { kind: 'o', fn: (it, _self, p) => it.bool(isInterned(it, checkedStr(it, '_is_interned', p))) },
    intern: { kind: 'o', fn: (it, _self, p) => intern(it, p) },
    exit: { kind: 'fastcall', min: 0, max: 1, fn: (it, _self, args) => exit(it, args) },
    exc_info: { kind: 'noargs', fn: excInfo },
    exception: { kind: 'noargs', fn: it => it.newRef(it.handled() || it.singletons.none) },
    _getframe: { kind: 'fastcall', min: 0, max: 1, fn: (it, _self, args) => getFrame(it, args) },
    getrecursionlimit: { kind: 'noargs', fn: it => newInt(it, vmOf(it).recursionLimit) },
    setrecursionlimit: { kind: 'o', fn: (it, _self, p) => setRecursionLimit(it, p) },
    getallocatedblocks: { kind: 'noargs', fn: it => newInt(it, it.memory.allocatedBlocks) },
    _debugmallocstats: {
      kind: 'noargs',
      fn: it => {
        it.hooks.write('stderr', `${it.memory.debugMallocStats()}\n${freeListStats(vmOf(it))}`);
        return it.singletons.none;
      }
    },
    is_finalizing: { kind: 'noargs', fn: it => it.bool(vmOf(it).finalizing) },
    getdefaultencoding: { kind: 'noargs', fn: it => newStr(it, 'utf-8') },
    getfilesystemencoding: { kind: 'noargs', fn: it => newStr(it, 'utf-8') },
    getfilesystemencodeerrors: { kind: 'noargs', fn: it => newStr(it, 'surrogateescape') },
    getswitchinterval: { kind: 'noargs', fn: it => newFloat(it, 0.005) },
    get_int_max_str_digits: { kind: 'noargs', fn: it => newInt(it, it.intMaxStrDigits) },
    set_int_max_str_digits: {
      kind: 'o',
      fn: (it, _self, p) => {
        const digits = indexNumber(it, p);
        if (digits !== 0 && digits < 640) it.valueError('maxdigits must be 0 or larger than 640');
        it.intMaxStrDigits = digits;
        return it.singletons.none;
      }
    },
    settrace: {
      kind: 'o',
      fn: (it, _self, callback) => {
        setTrace(vmOf(it), callback === it.singletons.none ? 0 : callback);
        return it.singletons.none;
      }
    },
    gettrace: { kind: 'noargs', fn: it => it.newRef(traceFunction(vmOf(it)) || it.singletons.none) },
    setprofile: unsupported('setprofile'),
    _clear_type_descriptors: { kind: 'o', fn: (it, _self, cls) => clearTypeDescriptors(it, cls) },
    _clear_type_cache: {
      kind: 'noargs',
      fn: it => {
        it.methodCache.clear(it);
        return it.singletons.none;
      }
    },
    ...hookFunctions
  },
  init: (vm, module) => {
    addVersion(vm, module);
    addInts(vm, module, { maxunicode: 0x10ffff, hexversion: vm.profile.hexVersion, api_version: 1013 });
    for (const [name, text] of Object.entries(SETTINGS)) {
      addText(vm, module, name, text);
    }
    setModuleItem(vm, module, 'dont_write_bytecode', vm.singletons.true);
    setModuleItem(vm, module, 'modules', vm.newRef(vm.modules));
    setModuleItem(vm, module, 'argv', listSteal(vm, [newStr(vm, '')]));
    setModuleItem(vm, module, 'path', listSteal(vm, [newStr(vm, '')]));
    setModuleItem(vm, module, 'warnoptions', newList(vm, 0));
    setModuleItem(vm, module, 'builtin_module_names', tupleSteal(vm, ['builtins', 'gc', 'sys', 'time'].map(name => newStr(vm, name))));
    const { stdout, stderr } = newStreams(vm);
    for (const [name, stream] of [['stdout', stdout], ['stderr', stderr]] as const) {
      setModuleItem(vm, module, `__${name}__`, vm.newRef(stream));
      setModuleItem(vm, module, name, stream);
    }
    setModuleItem(vm, module, 'stdin', vm.singletons.none);
    addFlags(vm, module);
    addHooks(vm, module);
    for (const name of vm.profile.natives.lacksSys) dictDelItem(vm, moduleDict(vm, module), vm.name(name));
  }
};
