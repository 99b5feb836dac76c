// What the extension costs: bytes at JupyterLab's start, and what comes later.
import zlib from 'node:zlib';
import { check, checkEqual, checkSoon, test } from './lib/suite.mjs';
import { notebook, sim } from './lib/notebooks.mjs';

const START_LIMIT = 60 * 1024;

test('JupyterLab loads little of the extension at its start, and the rest on first use', async session => {
  const page = await session.newPage();
  const loaded = [];
  page.on('response', response => response.url().includes('/jupyterlab-memory-sim/static/') && loaded.push(response));
  const bytes = async () => (await Promise.all(loaded.map(async response => zlib.gzipSync(await response.body()).length))).reduce((a, b) => a + b, 0);
  session.write('other.ipynb', notebook({ cell_type: 'markdown', id: 'a', metadata: {}, source: 'text' }));
  await session.open('other.ipynb');
  await page.waitForTimeout(1000);
  const atStart = await bytes();
  const files = loaded.length;
  checkEqual(page.workers().length, 0, 'workers without memory-sim cells');
  console.log(`    ${Math.round(atStart / 1024)} KB gzip in ${files} files at the start`);
  for (const source of await Promise.all(loaded.map(response => response.text()))) {
    check(!source.includes('This memory-sim output cannot be shown') && !source.includes('LOAD_FAST'), 'the heap view or the machine is in the page from the start');
  }
  check(atStart > 0 && atStart <= START_LIMIT, `${atStart} bytes at the start`);
  session.write('used.ipynb', notebook(sim('x = [1]')));
  await page.evaluate(() => window.jupyterapp.commands.execute('docmanager:open', { path: 'used.ipynb' }));
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.context?.path === 'used.ipynb' && window.jupyterapp.shell.currentWidget.content.model?.cells.length === 1);
  await checkSoon(() => page.workers().length, 1, 'workers in a notebook that is seen');
  await session.runAll();
  await page.waitForSelector('.jp-MemorySim-output .msim-HeapView');
  console.log(`    ${Math.round((await bytes()) / 1024)} KB gzip once a cell has run, the worker included`);
  check(loaded.length > files, 'everything was there from the start');
  checkEqual(page.workers().length, 1, 'workers');
});
