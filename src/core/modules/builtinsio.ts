/// print() and input().
import type { Ptr } from '../memory/ram';
import { bindArguments, initParser, positionalCount } from '../objects/args';
import { call, checkSignals, callMethod, getAttr, isTrue, strText } from '../objects/abstract';
import { dictGetItemKnownStr } from '../objects/dictobject';
import type { Interp } from '../objects/interp';
import { passScratch, unrecorded } from '../objects/scratch';
import { isStr, newStr } from '../objects/str';
import type { NativeMethod } from '../objects/typeobject';
import { readLine } from '../vm/asking';
import { vmOf } from '../vm/vm';
import { streamName } from './stream';

/// The value of `sys.name`, borrowed; 0 = none.
export function sysObject(it: Interp, name: string): Ptr {
  const { sysDict } = vmOf(it);
  return sysDict === 0 ? 0 : dictGetItemKnownStr(it, sysDict, it.name(name));
}

function separator(it: Interp, name: string, value: Ptr, fallback: string): string {
  if (value === 0 || value === it.singletons.none) return fallback;
  if (!isStr(it, value)) it.typeError(`${name} must be None or a string, not ${it.typeOf(value).name}`);
  return it.text(value);
}

const lookupWrite = (it: Interp, file: Ptr): Ptr => getAttr(it, file, it.name('write'));

/// Something to print on, owned by the hold stack.
class Writer {
  private text = '';
  private readonly native: 'stdout' | 'stderr' | undefined;
  private readonly method: Ptr;

  constructor(private readonly it: Interp, private readonly file: Ptr) {
    this.native = streamName(it, file);
    this.method = this.native !== undefined ? 0 : it.own(lookupWrite(it, file));
  }

  /// The stream's method is looked up anew for each text, before str() of what becomes the text.
  begin(): void {
    const { it } = this;
    if (this.native !== undefined) passScratch(it, it.types.builtin_function_or_method);
    this.check();
  }

  /// The same for an object whose str() may run guest code, which finds the method there: the text.
  textOf(p: Ptr): string {
    const { it } = this;
    if (this.native !== undefined) it.own(unrecorded(it, lookupWrite, this.file));
    this.check();
    this.flush();
    const text = strText(it, p);
    if (this.native !== undefined) it.drop();
    return text;
  }

  private check(): void {
    const { it } = this;
    if (it.gcScheduled) this.flush();
    checkSignals(it);
  }

  write(text: string): void {
    if (this.native !== undefined) {
      this.text += text;
      return;
    }
    const { it } = this;
    const str = it.own(newStr(it, text));
    it.decref(call(it, this.method, [str]));
    it.drop();
  }

  /// Lets out what was written so far: before guest code runs, which may write too, or raise.
  flush(): void {
    if (this.native === undefined || this.text === '') return;
    const text = this.text;
    this.text = '';
    this.it.hooks.write(this.native, text);
  }

  close(): void {
    this.flush();
    if (this.method !== 0) this.it.drop();
  }
}

function print(it: Interp, args: readonly Ptr[], kwnames: Ptr): void {
  const count = positionalCount(it, args, kwnames);
  // With or without names.
  initParser(it, 'print', 4);
  const [sepArg, endArg, fileArg, flush] = kwnames === 0 ? [0, 0, 0, 0] as const
    : bindArguments(it, 'print', ['sep', 'end', 'file', 'flush'], { keywordOnly: 4 }, args.slice(count), kwnames) as [Ptr, Ptr, Ptr, Ptr];
  const doesFlush = flush !== 0 && isTrue(it, flush);
  const file = fileArg === 0 || fileArg === it.singletons.none ? sysObject(it, 'stdout') : fileArg;
  if (file === 0) it.raise(it.types.RuntimeError, 'lost sys.stdout');
  // sys.stdout may be None, and then print is silent.
  if (file === it.singletons.none) return;
  const mark = it.held.length;
  if (it.profile.holdsStdFiles) it.own(it.newRef(file));
  const sep = separator(it, 'sep', sepArg, ' ');
  const end = separator(it, 'end', endArg, '\n');
  const writer = new Writer(it, file);
  for (let i = 0; i < count; i++) {
    if (i > 0) {
      writer.begin();
      writer.write(sep);
    }
    const arg = args[i]!;
    const type = it.typeOf(arg);
    if (type.isHeapType || type.hasGc) {
      writer.write(writer.textOf(arg));
      continue;
    }
    writer.begin();
    writer.write(type === it.types.str ? it.text(arg) : strText(it, arg));
  }
  writer.begin();
  writer.write(end);
  writer.close();
  if (doesFlush) it.decref(callMethod(it, file, 'flush'));
  it.unwind(mark);
}

function input(it: Interp, _self: Ptr, args: readonly Ptr[]): Ptr {
  const prompt = (): string => (args.length === 0 ? '' : strText(it, args[0]!));
  const line = readLine(vmOf(it), input, prompt, text => writeOn(it, 'stdout', text));
  if (line === undefined) it.raise(it.types.EOFError, 'EOF when reading a line');
  return newStr(it, line);
}

export const printFunctions: Readonly<Record<string, NativeMethod>> = {
  print: {
    kind: 'keywords',
    fn: (it, _self, args, kwnames) => {
      print(it, args, kwnames);
      return it.singletons.none;
    }
  },
  input: {
    kind: 'fastcall', min: 0, max: 1,
    fn: input
  }
};

/// Writes to sys.stderr as Python would, or to the machine's own if that is gone.
export const writeStderr = (it: Interp, text: string): void => writeOn(it, 'stderr', text);

/// Writes to sys.stdout or sys.stderr as Python would, nowhere if that is None, or to the machine's own if it is not there.
export function writeOn(it: Interp, stream: 'stdout' | 'stderr', text: string): void {
  const file = sysObject(it, stream);
  if (file === 0) it.hooks.write(stream, text);
  else if (file !== it.singletons.none) {
    const writer = new Writer(it, file);
    writer.write(text);
    writer.close();
  }
}
