import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { command, Folder } from './command';
import { PACKED_VERSION } from '../../src/core/trace/savedtrace';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
});
afterEach(() => folder.remove());

describe('memory-sim run FILE.py', () => {
  it('prints what the program prints, then what shutdown prints', async () => {
    const ran = await command(['run', folder.file('a.py', 'print one\nvalue never\nat-exit deleted\nwarn two\nprint three')]);
    expect(ran).toMatchObject({ status: 0, stdout: 'one\nthree\ndeleted\n', stderr: 'two\n', all: 'one\ntwo\nthree\ndeleted\n' });
    expect(ran.machines[0]!.shutdowns).toBe(1);
  });

  it('runs the program under its full path on Python 3.14 without recording', async () => {
    const file = folder.file('a.py', '\uFEFFprint x');
    const ran = await command(['run', path.relative(process.cwd(), file)]);
    expect(ran.machines[0]!.begun).toEqual([{ source: 'print x', filename: file }]);
    expect(ran.machines[0]!.options).toMatchObject({ python: '3.14', record: false });
  });

  it('takes a version, with = or without', async () => {
    const file = folder.file('a.py', '');
    expect((await command(['run', file, '--python', '3.11'])).machines[0]!.python).toBe('3.11');
    expect((await command(['run', '--python=3.13', file])).machines[0]!.python).toBe('3.13');
  });

  it('ends with the traceback on stderr and 1 after an error, shutdown included', async () => {
    const file = folder.file('a.py', 'at-exit bye\nraise ValueError no\nprint never');
    const ran = await command(['run', file]);
    expect(ran.status).toBe(1);
    expect(ran.stderr).toBe(`Traceback (most recent call last):\n  File "${file}", line 1, in <module>\nValueError: no\n`);
    expect(ran.stdout).toBe('bye\n');
  });

  it.each([
    ['', 0, ''],
    [' None', 0, ''],
    [' 3', 3, ''],
    [' 256', 0, ''],
    [' -1', 255, ''],
    [' done here', 1, 'done here\n']
  ])('SystemExit%s gives %i', async (value, status, stderr) => {
    expect(await command(['run', folder.file('a.py', `raise SystemExit${value}`)])).toMatchObject({ status, stderr });
  });

  it('imports the modules beside the program, packages first, and no others', async () => {
    folder.file('memutil.py', 'print util');
    folder.file('pack/__init__.py', 'package');
    folder.file('pack.py', 'module');
    folder.file('pack/inner.py', 'inner');
    const ran = await command(['run', folder.file('a.py', 'import memutil\nimport pack\nimport pack.inner\nimport ../a')]);
    const at = (name: string) => path.join(folder.path, name);
    expect(ran.stdout).toBe(
      `${at('memutil.py')}: print util\n${at('pack/__init__.py')}: package\n${at('pack/inner.py')}: inner\n`
    );
    expect(ran.stderr).toContain('ModuleNotFoundError: ../a');
  });

  it('saves a trace', async () => {
    const ran = await command(['run', folder.file('a.py', 'print x'), '--trace', path.join(folder.path, 'out.json')]);
    expect(ran.machines[0]!.options.record).toBe(true);
    expect(JSON.parse(folder.read('out.json'))).toMatchObject({ version: PACKED_VERSION, run: 1, python: '3.14' });
  });

  it('stops at the limit, with the orderly end of an interrupted program', async () => {
    const ran = await command(['run', folder.file('a.py', 'at-exit bye\nloop'), '--limit', '1200000']);
    expect(ran).toMatchObject({ status: 124, stdout: 'bye\n' });
    expect(ran.stderr).toMatch(/KeyboardInterrupt: \nmemory-sim: stopped after 1200000 instructions \(--limit\)\n$/);
  });

  it('does not take an error for the limit that it did not reach', async () => {
    const ran = await command(['run', folder.file('a.py', 'raise ValueError x'), '--limit', '100']);
    expect(ran).toMatchObject({ status: 1, stderr: expect.stringMatching(/ValueError: x\n$/) as unknown });
  });

  it('stops at the limit a program that does not heed interrupts', async () => {
    const ran = await command(['run', folder.file('a.py', 'deaf'), '--limit=10']);
    expect(ran).toMatchObject({ status: 124, stderr: 'memory-sim: stopped after 10 instructions (--limit)\n' });
    expect(ran.machines[0]!.shutdowns).toBe(0);
  });

  it('raises KeyboardInterrupt in the program at Ctrl-C', async () => {
    let press = (): void => {};
    let listening = 0;
    const ran = await command(['run', folder.file('a.py', 'at-exit bye\nloop')], {
      onInterrupt: callback => {
        listening += 1;
        press = callback;
        return () => (listening -= 1);
      },
      yieldTurn: () => Promise.resolve(press())
    });
    expect(ran).toMatchObject({ status: 130, stdout: 'bye\n' });
    expect(ran.stderr).toContain('KeyboardInterrupt');
    expect(listening).toBe(0);
  });
});

describe('bad input', () => {
  const bad = async (words: string[], message: string | RegExp) => {
    const ran = await command(words);
    expect(ran).toMatchObject({ status: 2, stdout: '', machines: [] });
    expect(ran.stderr).toMatch(/^memory-sim: [^\n]+\n$/);
    expect(ran.stderr).toMatch(message);
  };

  it('is told in one line and ends with 2', async () => {
    const file = folder.file('a.py', '');
    const notebook = folder.file('a.ipynb', '{');
    await bad([], /no command/);
    await bad(['walk'], /no command 'walk'/);
    await bad(['run'], /run needs a file/);
    await bad(['run', file, 'b.py'], /'b.py' is a second/);
    await bad(['run', file, '--python', '2.7'], /no Python '2.7'; the versions are 3.11, 3.13, 3.14/);
    await bad(['run', file, '--python'], /Option '--python <value>' argument missing/);
    await bad(['run', file, '--fast'], /Unknown option '--fast'/);
    await bad(['run', file, '--limit', '0'], /--limit takes a number/);
    await bad(['run', file, '--limit', '1e3'], /--limit takes a number/);
    await bad(['run', file, '--write'], /--write is for notebooks/);
    await bad(['versions', '-v'], /versions takes no '-v'/);
    await bad(['run', path.join(folder.path, 'none.py')], /cannot read .*none\.py: no such file/);
    await bad(['run', folder.path], /it is a folder/);
    await bad(['run', folder.file('latin.py', Buffer.from([0x23, 0xff]))], /it is not UTF-8 text/);
    await bad(['run', notebook], /a\.ipynb is not a notebook: its text is not JSON/);
  });

  it('leaves a file that cannot be replaced as it was', async () => {
    fs.mkdirSync(path.join(folder.path, 'out.json'));
    const ran = await command(['run', folder.file('a.py', 'print x'), '--trace', path.join(folder.path, 'out.json')]);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toMatch(/^memory-sim: cannot write .*out\.json: /);
    expect(folder.names()).toEqual(['a.py', 'out.json']);
  });
});

describe('other commands', () => {
  it('versions lists the profiles', async () => {
    expect(await command(['versions'])).toMatchObject({ status: 0, stdout: '3.11\n3.13\n3.14 (default)\n' });
  });

  it('--version and --help answer on stdout', async () => {
    expect(await command(['--version'])).toMatchObject({ status: 0, stdout: 'memory-sim 1.2.3\n' });
    const help = await command(['run', '--help']);
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toMatch(/^usage: memory-sim run/);
  });
});
