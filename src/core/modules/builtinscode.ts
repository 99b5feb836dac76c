/// compile(), eval(), exec(), __import__() and what does not run here.
import type { Ptr } from '../memory/ram';
import { call } from '../objects/abstract';
import { dictGetItemKnownStr, dictSetItem, isDict } from '../objects/dictobject';
import { bindArguments, checkPositional, noKeywords } from '../objects/args';
import { bytesView, isBytes } from '../objects/bytes';
import { asNumber, isInt } from '../objects/int';
import type { Interp } from '../objects/interp';
import { isStr } from '../objects/str';
import type { NativeMethod } from '../objects/typeobject';
import { ownScratchList } from '../objects/scratch';
import { runCode } from '../vm/calls';
import { frameLocals } from '../vm/framelocals';
import { tupleToArray } from '../objects/tuple';
import { hostCode, holdLiterals } from '../vm/codeobject';
import type { TreeLiterals } from '../vm/codeobject';
import { compileSource } from '../vm/compile';
import { vmOf } from '../vm/vm';
import type { Vm } from '../vm/vm';
import { currentFrame } from './frames';
import { notYet } from './module';

const MODES = ['exec', 'eval', 'single'] as const;

function sourceText(it: Interp, source: Ptr, fname: string): string {
  if (isStr(it, source)) return it.text(source);
  // Bytes of source text are ASCII in all that lessons do.
  if (isBytes(it, source)) return String.fromCharCode(...bytesView(it, source));
  const also = fname === 'compile' ? 'AST object' : 'code object';
  it.typeError(`${fname}() arg 1 must be a string, bytes or ${also}`);
}

/// The cells for the free variables of the code, checked; undefined = it has none (builtin_exec_impl, builtin_eval_impl).
function closureFor(it: Interp, fname: 'eval' | 'exec', source: Ptr, closure: Ptr): readonly Ptr[] | undefined {
  const isCode = it.typeOf(source) === it.types.code;
  if (!isCode && closure !== 0) it.typeError('closure can only be used when source is a code object');
  const count = isCode ? hostCode(vmOf(it), source).plain.freevars.length : 0;
  if (count === 0) {
    if (closure !== 0) it.typeError('cannot use a closure with this code object');
    return undefined;
  }
  if (fname === 'eval') it.typeError('code object passed to eval() may not contain free variables');
  const cells = closure !== 0 && it.typeOf(closure) === it.types.tuple ? tupleToArray(it, closure) : [];
  if (cells.length !== count || cells.some(cell => it.typeOf(cell) !== it.types.cell)) {
    it.typeError(`code object requires a closure of exactly length ${count}`);
  }
  return cells;
}

/// The code of a text, held. Its tree, and the list of its objects (_PyArena_New), go behind the run.
function compileToRun(vm: Vm, text: string, fname: 'eval' | 'exec'): Ptr {
  let literals: TreeLiterals | undefined;
  const code = vm.own(compileSource(vm, fname === 'eval' ? text.replace(/^[ \t]+/, '') : text, '<string>', fname, found => { literals = found; }));
  ownScratchList(vm);
  holdLiterals(vm, code, literals!);
  return code;
}

/// eval() and exec(): text or code, run in the given namespaces or those of the caller. 0 = no such argument.
function run(it: Interp, fname: 'eval' | 'exec', source: Ptr, globalsArg: Ptr, localsArg: Ptr, closureArg: Ptr): Ptr {
  const vm = vmOf(it);
  const none = it.singletons.none;
  const globals = globalsArg === 0 || globalsArg === none ? 0 : globalsArg;
  if (globals !== 0 && !isDict(it, globals)) {
    it.typeError(fname === 'eval' ? 'globals must be a dict' : `exec() globals must be a dict, not ${it.typeOf(globals).name}`);
  }
  if (localsArg !== 0 && localsArg !== none && it.typeOf(localsArg).slots.mpSubscript === undefined) {
    it.typeError(fname === 'eval' ? 'locals must be a mapping' : `locals must be a mapping or None, not ${it.typeOf(localsArg).name}`);
  }
  const isCode = it.typeOf(source) === it.types.code;
  const text = isCode ? '' : sourceText(it, source, fname);
  const frame = currentFrame(vm);
  const actualGlobals = globals || frame.globals;
  const locals = localsArg !== 0 && localsArg !== none ? it.newRef(localsArg) : globals !== 0 ? it.newRef(globals) : frameLocals(vm, frame);
  it.own(locals);
  if (dictGetItemKnownStr(it, actualGlobals, it.name('__builtins__')) === 0) {
    dictSetItem(it, actualGlobals, it.name('__builtins__'), vm.builtinsDict);
  }
  const mark = it.held.length;
  const code = isCode ? source : compileToRun(vm, text, fname);
  const closure = closureFor(it, fname, source, closureArg === none ? 0 : closureArg);
  const result = runCode(vm, code, actualGlobals, locals, closure);
  it.unwind(mark);
  it.drop();
  if (fname === 'eval') return result;
  it.decref(result);
  return none;
}

const runner = (fname: 'eval' | 'exec'): NativeMethod => ({
  kind: 'keywords',
  fn: (it, _self, args, kwnames) => {
    const positionalOnly = it.profile.namesEvalNamespaces ? 1 : 3;
    if (fname === 'eval' && positionalOnly === 3) {
      noKeywords(it, fname, kwnames);
      checkPositional(it, fname, args.length, 1, 3);
    }
    const [params, keywordOnly] = fname === 'exec' ? [['', 'globals', 'locals', 'closure'], 1] : [['', 'globals', 'locals'], 0];
    const [source, globals, locals, closure] = bindArguments(it, fname, params, { positionalOnly, required: 1, keywordOnly }, args, kwnames);
    return run(it, fname, source!, globals!, locals!, closure ?? 0);
  }
});

/// exit() and quit() of the module site: SystemExit.
const leaver = (name: string): NativeMethod => ({
  kind: 'keywords',
  fn: (it, _self, args, kwnames) => {
    const [code] = bindArguments(it, name, ['code'], { required: 0 }, args, kwnames);
    return it.throwException(call(it, it.types.SystemExit.ptr, [code === undefined || code === 0 ? it.singletons.none : code]));
  }
});

export const codeFunctions: Readonly<Record<string, NativeMethod>> = {
  compile: {
    kind: 'keywords',
    fn: (it, _self, args, kwnames) => {
      const params = ['source', 'filename', 'mode', 'flags', 'dont_inherit', 'optimize'];
      const [source, filename, mode] = bindArguments(it, 'compile', params, { required: 3 }, args, kwnames) as [Ptr, Ptr, Ptr];
      if (!isStr(it, mode)) it.typeError(`compile() argument 'mode' must be str, not ${it.typeOf(mode).name}`);
      const wanted = it.text(mode);
      const modeText = MODES.find(m => m === wanted) ?? it.valueError("compile() mode must be 'exec', 'eval' or 'single'");
      if (!isStr(it, filename)) it.typeError(`expected str, bytes or os.PathLike object, not ${it.typeOf(filename).name}`);
      return vmOf(it).compile(sourceText(it, source, 'compile'), it.text(filename), modeText);
    }
  },
  eval: runner('eval'),
  exec: runner('exec'),
  __import__: {
    kind: 'keywords',
    fn: (it, _self, args, kwnames) => {
      const params = ['name', 'globals', 'locals', 'fromlist', 'level'];
      const [name, globals, , fromlist, level] = bindArguments(it, '__import__', params, { required: 1 }, args, kwnames) as [Ptr, Ptr, Ptr, Ptr, Ptr];
      if (!isStr(it, name)) it.typeError(`module name must be a string`);
      const depth = level === 0 ? 0 : isInt(it, level) ? asNumber(it, level) : it.typeError(`'${it.typeOf(level).name}' object cannot be interpreted as an integer`);
      return vmOf(it).importName(name, globals, fromlist, depth);
    }
  },
  exit: leaver('exit'),
  quit: leaver('quit'),
  help: { kind: 'keywords', fn: it => notYet(it, 'help()') },
  aiter: { kind: 'keywords', fn: it => notYet(it, 'aiter(), asynchronous iteration,') },
  anext: { kind: 'keywords', fn: it => notYet(it, 'anext(), asynchronous iteration,') },
  breakpoint: { kind: 'keywords', fn: it => notYet(it, 'breakpoint()') },
  open: { kind: 'keywords', fn: it => notYet(it, 'open()') }
};
