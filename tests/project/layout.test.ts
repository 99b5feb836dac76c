/// The rules of ARCHITECTURE.md and CONTRIBUTING.md that a program can check.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, violation } from './imports';

const root = path.join(import.meta.dirname, '..', '..');
const src = path.join(root, 'src');

const sources = fs
  .readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file))
  .map(file => ({ file: file.split(path.sep).join('/'), text: fs.readFileSync(path.join(src, file), 'utf8') }));

describe('imports', () => {
  it('follow the arrows', () => {
    const found = sources.flatMap(({ file, text }) => importsOf(text).flatMap(specifier => violation(file, specifier) ?? []));
    expect(found).toEqual([]);
  });

  it.each([
    ['core/gc/gc.ts', '../vm/frame'],
    ['core/memory/obmalloc.ts', '../objects/heap'],
    ['core/objects/list.ts', '../machine'],
    ['core/compiler/compile.ts', '../vm/eval'],
    ['core/machine.ts', 'node:fs'],
    ['core/syntax/parse.ts', 'py-ast'],
    ['core/machine.ts', '../views/words'],
    ['views/state.ts', '../core/objects/heap'],
    ['views/state.ts', '../widgets/graph'],
    ['widgets/graph.ts', '../lessons/magic'],
    ['widgets/graph.ts', '@jupyterlab/cells'],
    ['lessons/magic.ts', '../views/words'],
    ['cli/main.ts', '../labextension/index'],
    ['cli/main.ts', '@lumino/widgets'],
    ['labextension/index.ts', '../cli/main'],
    ['labextension/index.ts', 'node:path'],
    ['cli/main.ts', '../../tests/cli/command']
  ])('%s may not import %s', (file, specifier) => {
    expect(violation(file, specifier)).toContain(file);
  });

  it('are found in every form', () => {
    const text = [
      "import a from './a';", "import type { B,\n  C } from './b';", "import './c';", "export { d } from './d';",
      "const e = await import('./e');", "new Worker(new URL('./f', import.meta.url))", "const words = 'import from ' + 'nowhere';",
      "// import g from './g' is only told\n"
    ].join('\n');
    expect(importsOf(text).sort()).toEqual(['./a', './b', './c', './d', './e', './f']);
  });
});

/// Files that are one long list, with why that is right.
const LONG: Readonly<Record<string, string>> = {
  'core/syntax/ast.ts': 'the node types of Parser/Python.asdl, one after the other',
  'core/vm/evalloop.ts': 'one function: the loop over the frequent instructions, which the host compiles as a whole'
};

describe('source files', () => {
  it('have at most 500 lines', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 501).map(({ file }) => file);
    expect(long.filter(file => !(file in LONG))).toEqual([]);
  });

  it('export names: no default exports (but the extension\'s entry, as JupyterLab wants it), no export *', () => {
    const found = sources.filter(({ file, text }) => {
      const entry = file === 'labextension/index.ts';
      return /^export \*/m.test(text) || (!entry && /^export default\b/m.test(text));
    });
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  it('of core use no clock and no randomness', () => {
    const found = sources.filter(({ file, text }) => file.startsWith('core/') && /\bMath\.random\(|\bDate\.now\(|\bnew Date\(|\bperformance\.now\(/.test(text));
    expect(found.map(({ file }) => file)).toEqual([]);
  });
});
