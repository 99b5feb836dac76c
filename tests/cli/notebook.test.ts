import { outputMetadata } from '../../src/views/outputMetadata';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TRACE_MIME } from '../../src/core/trace/payload';
import { PACKED_VERSION } from '../../src/core/trace/savedtrace';
import { cellFilename, moduleFilename } from '../../src/lessons/magic';
import { command, Folder } from './command';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

const code = (source: string, more: object = {}) => ({
  cell_type: 'code', execution_count: 9, id: 'x', metadata: {}, outputs: [{ output_type: 'stream', name: 'stdout', text: ['old\n'] }], source, ...more
});
const sim = (source: string, more: object = {}) => code(`%%memory-sim\n${source}`, more);

function notebook(...cells: object[]): string {
  const json = { cells, metadata: { kernelspec: { name: 'python3' } }, nbformat: 4, nbformat_minor: 5 };
  return folder.file('n.ipynb', JSON.stringify(json));
}

const written = (): { cells: ReturnType<typeof code>[] } => JSON.parse(folder.read('n.ipynb'));

describe('memory-sim run FILE.ipynb', () => {
  it('runs the memory-sim cells in order on one heap, and no others', async () => {
    const file = notebook(sim('print 1'), code('import os'), { cell_type: 'markdown', metadata: {}, source: ['# Title'] }, sim('warn 2'));
    const before = folder.read('n.ipynb');
    const ran = await command(['run', file]);
    expect(ran).toMatchObject({ status: 0, stdout: '1\n', stderr: '2\n' });
    expect(ran.machines).toHaveLength(1);
    expect(ran.machines[0]!.begun).toEqual([
      { source: '\nprint 1', filename: cellFilename(1) },
      { source: '\nwarn 2', filename: cellFilename(2) }
    ]);
    expect(folder.read('n.ipynb')).toBe(before);
  });

  it('lets cells import modules that cells define, else files beside the notebook', async () => {
    folder.file('beside.py', 'b');
    const file = notebook(sim('import memutil', { source: '%%memory-sim --module memutil\nm = 1' }), sim('import memutil\nimport beside'));
    const ran = await command(['run', file]);
    expect(ran.stdout).toBe(`Module memutil is ready: other cells can import it.\n${moduleFilename('memutil')}: \nm = 1\n${path.join(folder.path, 'beside.py')}: b\n`);
    expect(ran.machines[0]!.begun).toHaveLength(1);
  });

  it('--write stores outputs, counts and a trace with its fallbacks, and leaves other cells alone', async () => {
    const file = notebook(sim('print a\nprint b\nwarn c\nprint d'), code('import os'), sim('print e'));
    expect((await command(['run', file, '--write'])).status).toBe(0);
    const [first, other, last] = written().cells;
    expect(first).toMatchObject({
      execution_count: 1,
      outputs: [
        { output_type: 'stream', name: 'stdout', text: ['a\n', 'b\n'] },
        { output_type: 'stream', name: 'stderr', text: ['c\n'] },
        { output_type: 'stream', name: 'stdout', text: ['d\n'] },
        {
          output_type: 'display_data',
          metadata: outputMetadata(),
          data: { [TRACE_MIME]: expect.objectContaining({ run: 1, python: '3.14' }) as unknown, 'image/svg+xml': ['<svg>1</svg>\n'], 'text/plain': ['run 1'] }
        }
      ]
    });
    expect(other).toEqual(code('import os'));
    expect(last).toMatchObject({ execution_count: 2 });
    expect(folder.names()).toEqual(['n.ipynb']);
  });

  it("shows and stores the value of a cell's last expression", async () => {
    const ran = await command(['run', notebook(sim('print a'), sim('value 42')), '--write']);
    expect(ran.stdout).toBe('a\n42\n');
    expect(written().cells[1]).toMatchObject({
      execution_count: 2,
      outputs: [{ output_type: 'execute_result', execution_count: 2, data: { 'text/plain': ['42'] }, metadata: {} }, { output_type: 'display_data' }]
    });
  });

  it('--write gives the text that JupyterLab would save: sorted keys, one space, a last newline', async () => {
    await command(['run', notebook(sim('')), '--write']);
    const text = folder.read('n.ipynb');
    expect(text).toMatch(/^\{\n "cells": \[\n  \{\n   "cell_type": "code",\n/);
    expect(text.endsWith('}\n')).toBe(true);
    await command(['run', path.join(folder.path, 'n.ipynb'), '--write']);
    expect(folder.read('n.ipynb')).toBe(text);
  });

  it('--write keeps permissions and follows links', async () => {
    const file = notebook(sim('print 1'));
    fs.chmodSync(file, 0o640);
    const link = path.join(folder.path, 'link.ipynb');
    fs.symlinkSync(file, link);
    await command(['run', link, '--write']);
    expect(fs.lstatSync(link).isSymbolicLink()).toBe(true);
    expect(fs.statSync(file).mode & 0o777).toBe(0o640);
    expect(written().cells[0]!.outputs[0]).toMatchObject({ text: ['1\n'] });
  });

  it('stops at a cell that fails: 1, its error is stored, and later cells lose their old outputs', async () => {
    const ran = await command(['run', notebook(sim('raise ValueError no'), sim('print never'), code('1')), '--write']);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toMatch(/ValueError: no\n$/);
    const [failed, after, other] = written().cells;
    expect(failed!.outputs[0]).toMatchObject({ output_type: 'error', ename: 'ValueError', evalue: 'no' });
    expect(after).toMatchObject({ execution_count: null, outputs: [] });
    expect(other!.execution_count).toBe(9);
  });

  it('goes on after a cell that is tagged to fail', async () => {
    const ran = await command(['run', notebook(sim('raise ValueError no', { metadata: { tags: ['raises-exception'] } }), sim('print on'))]);
    expect(ran).toMatchObject({ status: 0, stdout: 'on\n' });
  });

  it('saves a list of traces', async () => {
    await command(['run', notebook(sim(''), sim('')), '--trace', path.join(folder.path, 't.json')]);
    expect(JSON.parse(folder.read('t.json'))).toMatchObject([{ version: PACKED_VERSION, run: 1, python: '3.14' }, { run: 2 }]);
  });

  it('takes the version that a cell names, unless the command names one', async () => {
    const file = notebook(sim(''), code('%%memory-sim --python 3.11\n'));
    expect((await command(['run', file])).machines[0]!.python).toBe('3.11');
    expect((await command(['run', file, '--python', '3.13'])).machines[0]!.python).toBe('3.13');
  });

  it('stops at the limit, which all cells share', async () => {
    const ran = await command(['run', notebook(sim('loop'), sim('print never')), '--limit', '5']);
    expect(ran).toMatchObject({ status: 124, stdout: '' });
  });

  it.each([
    ['a list', '[]', 'it has no "nbformat"'],
    ['old nbformat', '{"nbformat": 3, "worksheets": []}', 'it is of nbformat 3'],
    ['no cells', '{"nbformat": 4}', 'it has no list of cells'],
    ['a number as cell', '{"nbformat": 4, "cells": [3]}', 'cell 1 is not a cell'],
    ['a cell without source', '{"nbformat": 4, "cells": [{"cell_type": "code"}]}', 'cell 1 has no source'],
    ['nothing to run', '{"nbformat": 4, "cells": []}', 'has no memory-sim cells'],
    ['a misspelt option', JSON.stringify({ nbformat: 4, cells: [code('%%memory-sim --pyton 3.11\n')] }), "cell 1: %%memory-sim: unknown option '--pyton'"],
    [
      'two versions',
      JSON.stringify({ nbformat: 4, cells: [code('%%memory-sim --python 3.11\n'), code('%%memory-sim --python 3.13\n')] }),
      'cell 1 asks for Python 3.11 and cell 2 for 3.13'
    ]
  ])('refuses %s in one line and writes nothing', async (_, text, message) => {
    const ran = await command(['run', folder.file('n.ipynb', text), '--write']);
    expect(ran).toMatchObject({ status: 2, stdout: '', machines: [] });
    expect(ran.stderr).toMatch(/^memory-sim: [^\n]+\n$/);
    expect(ran.stderr).toContain(message);
    expect(folder.read('n.ipynb')).toBe(text);
  });
});
