/// Packages beside a program. What is expected is what CPython 3.11, 3.13 and 3.14 print.
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createMachine } from '../../src/core/createMachine';
import { command, Folder } from './command';

let folder: Folder;
beforeEach(() => {
  folder = new Folder();
  folder.file('pkg/__init__.py', 'print("init", __name__)');
  folder.file('pkg/sub.py', 'X = 1');
  folder.file('pkg/circle.py', 'from pkg import circle\nprint("circle", circle.__name__)');
  folder.file('pkg/deep/__init__.py', 'from .. import sub\nfrom ..sub import X as Y\nfrom . import leaf\n__all__ = ["leaf", "extra"]');
  folder.file('pkg/deep/leaf.py', 'import pkg.deep.leaf as me\nprint(me.__name__)');
  folder.file('pkg/deep/extra.py', 'E = 2');
  folder.file('pkg/deep/bad.py', 'from .. import sub\nfrom ...pkg import nothing');
  folder.file('pkg/deep/far.py', 'from .... import x');
  folder.file('pkg/deep/fails.py', 'raise ValueError("no")');
  folder.file('memutil.py', '');
});
afterEach(() => folder.remove());

const PROGRAM = `
import sys
from pkg.deep import *
print(leaf.__name__, extra.E, sorted(n for n in sys.modules if n.startswith('pkg')))
for line in ('from pkg.deep import bad', 'from pkg.deep import far', 'from . import x', 'from .x import y', 'from pkg.deep import fails',
             'import pkg.nix', 'from pkg.nix import a', 'import memutil.z', 'from pkg import deep as d, sub', 'from pkg import circle',
             'import pkg.deep.extra as e; print(e.E)', 'from pkg import missing', 'import pkg.deep.fails'):
    try:
        exec(line)
    except Exception as e:
        print(line, '->', type(e).__name__, e, getattr(e, 'name', None))
print(d.__package__, d.__path__, sub.__package__, sys.modules['memutil'].__package__ == '')
`;

it.each(['3.11', '3.13', '3.14'])('packages import as in CPython %s', async python => {
  const { stdout, stderr } = await command(['run', '--python', python, folder.file('main.py', PROGRAM)], { createMachine });
  expect(stderr).toBe('');
  expect(stdout.replaceAll(`${folder.path}${path.sep}`, '')).toBe(`init pkg
pkg.deep.leaf
pkg.deep.leaf 2 ['pkg', 'pkg.deep', 'pkg.deep.extra', 'pkg.deep.leaf', 'pkg.sub']
from pkg.deep import bad -> ImportError attempted relative import beyond top-level package None
from pkg.deep import far -> ImportError attempted relative import beyond top-level package None
from . import x -> ImportError attempted relative import with no known parent package None
from .x import y -> ImportError attempted relative import with no known parent package None
from pkg.deep import fails -> ValueError no None
import pkg.nix -> ModuleNotFoundError No module named 'pkg.nix' pkg.nix
from pkg.nix import a -> ModuleNotFoundError No module named 'pkg.nix' pkg.nix
import memutil.z -> ModuleNotFoundError No module named 'memutil.z'; 'memutil' is not a package memutil.z
circle pkg.circle
2
from pkg import missing -> ImportError cannot import name 'missing' from 'pkg' (pkg/__init__.py) pkg
import pkg.deep.fails -> ValueError no None
pkg.deep ['pkg/deep'] pkg True
`);
});
