/// Runs cells in a real CPython: the one that a notebook's kernel runs in, but in a process of its own, so that the
/// kernel's variables stay as they are and IPython holds nothing.
import type { Kernel, KernelMessage } from '@jupyterlab/services';

export interface ProgramCell {
  readonly source: string;
  /// The file name in tracebacks.
  readonly file: string;
  /// The cell defines this module instead of running.
  readonly module: string | undefined;
}

export interface CellOutcome {
  /// What the last cell printed, the value of a last expression included.
  readonly stdout: string;
  /// How it failed, or a cell before it: `NameError: name 'x' is not defined`.
  readonly error: string | undefined;
}

const LIMIT_S = 60;

/// Runs in the child: cells from stdin, then nothing but their output. Literals of a running cell are held by its syntax
/// tree, as the parser's arena holds those of a script.
const DRIVER = `
import sys
def run():
    import ast, json, os, types
    cells, mark = json.load(sys.stdin)
    main = types.ModuleType('__main__')
    sys.modules['__main__'] = main
    sys.path.insert(0, os.getcwd())
    def show(value):
        if value is not None:
            print(repr(value))
    sys.displayhook = show
    error = None
    for source, file in cells:
        print(mark, end='')
        try:
            tree = ast.parse(source, file)
            last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
            exec(compile(tree, file, 'exec'), main.__dict__)
            if last is not None:
                exec(compile(ast.Interactive([last]), file, 'single'), main.__dict__)
        except BaseException as raised:
            error = type(raised).__name__ + (': ' + str(raised) if str(raised) else '')
            break
    print(mark + 'end' + json.dumps(error), end='', flush=True)
    os._exit(0)
run()
`;

/// The code for the kernel. It leaves no names behind.
export function kernelCode(cells: readonly ProgramCell[], mark: string): string {
  const modules = cells.filter(cell => cell.module !== undefined).map(cell => [`${cell.module!}.py`, cell.source]);
  const program = [cells.filter(cell => cell.module === undefined).map(cell => [cell.source, cell.file]), mark];
  const text = (value: unknown): string => JSON.stringify(JSON.stringify(value));
  return `
def _memory_sim_compare():
    import json, os, subprocess, sys, tempfile
    with tempfile.TemporaryDirectory() as folder:
        for name, source in json.loads(${text(modules)}):
            with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
                file.write(source)
        try:
            ran = subprocess.run([sys.executable, '-c', ${JSON.stringify(DRIVER)}], input=${text(program)}, cwd=folder, timeout=${LIMIT_S},
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8', errors='replace',
                env={**os.environ, 'PYTHONIOENCODING': 'utf-8', 'PYTHONDONTWRITEBYTECODE': '1'})
            print(json.dumps([ran.stdout, ran.stderr]))
        except subprocess.TimeoutExpired:
            print(json.dumps(None))
try:
    _memory_sim_compare()
finally:
    del _memory_sim_compare
`;
}

/// What came of it; throws an Error in words if the child did not run to its end.
export function readOutcome(printed: string, mark: string): CellOutcome {
  const result = JSON.parse(printed) as [stdout: string, stderr: string] | null;
  if (result === null) {
    throw new Error(`CPython did not finish within ${LIMIT_S} seconds`);
  }
  const parts = result[0].split(`${mark}end`);
  if (parts.length < 2) {
    throw new Error(result[1].trim().split('\n').at(-1) || 'CPython ended before the cell did');
  }
  const error = JSON.parse(parts[1]!) as string | null;
  return { stdout: parts[0]!.split(mark).at(-1)!, error: error ?? undefined };
}

export async function runInCPython(kernel: Kernel.IKernelConnection, cells: readonly ProgramCell[]): Promise<CellOutcome> {
  // Output that contains the mark by chance would need to know it.
  const mark = `\u0001${crypto.randomUUID()}\u0001`;
  const future = kernel.requestExecute({ code: kernelCode(cells, mark), silent: true, store_history: false, allow_stdin: false, stop_on_error: false });
  let printed = '';
  future.onIOPub = message => {
    if (message.header.msg_type === 'stream') {
      const { name, text } = message.content as KernelMessage.IStreamMsg['content'];
      printed += name === 'stdout' ? text : '';
    }
  };
  const { content } = await future.done;
  if (content.status !== 'ok') {
    throw new Error(content.status === 'error' ? `${content.ename}: ${content.evalue}` : 'the kernel did not run it');
  }
  return readOutcome(printed, mark);
}
