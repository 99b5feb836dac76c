// The same extension in Notebook 7.
import { check, checkEqual, checkSoon, test } from './lib/suite.mjs';
import { code, notebook, sim } from './lib/notebooks.mjs';

test('Notebook 7 runs, shows and steps memory-sim cells without a kernel', async session => {
  session.write('seven.ipynb', notebook(sim("x = 1\nprint(x)"), sim('while True:\n    pass'), code('')));
  const page = await session.newPage();
  const errors = [];
  // Notebook 7 has one of its own at start, with or without extensions.
  page.on('pageerror', error => error.stack.includes('jupyterlab-memory-sim') && errors.push(error.message));
  await page.goto(`${session.server.url}/notebooks/seven.ipynb?token=${session.server.token}`);
  await page.waitForFunction(() => window.jupyterapp?.restored !== undefined);
  await page.evaluate(() => window.jupyterapp.restored);
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget?.content?.model?.cells?.length === 3);
  // The toolbar is made after the notebook.
  await page.waitForSelector('select[aria-label="Cell type"] option', { state: 'attached' });
  await checkSoon(() => page.locator('select[aria-label="Cell type"] option').allTextContents(), ['-', 'Code', 'Markdown', 'Raw', 'Memory sim']);
  await session.activate(0);
  await page.keyboard.press('Shift+Enter');
  await session.waitForText(0, /^1$/);
  await page.waitForSelector('.jp-MemorySim-output .msim-HeapView');
  await page.keyboard.press('Shift+Enter');
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.content.model.cells.get(1).executionState === 'running');
  await page.waitForTimeout(300);
  await session.command('notebook:interrupt-kernel');
  await session.waitForText(1, /^KeyboardInterrupt/);
  await session.activate(1);
  await page.keyboard.press('b');
  await checkSoon(async () => (await session.model()).cells[2].source, '%%memory-sim\n', 'the new cell');
  await page.locator('.jp-MemorySim-output .msim-HeapView').first().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector('.jp-MemorySim-currentLine');
  await checkSoon(async () => (await session.kernels()).length, 0, 'kernels');
  await checkSoon(async () => (await session.labDialogs()).length, 0, 'dialogs');
  check(page.workers().length === 1, 'one worker');
  checkEqual(await page.locator('.jp-NotebookKernelStatus').textContent(), '', 'a warning about the kernel that is not wanted');
  checkEqual(errors, [], 'errors of the page');
});
