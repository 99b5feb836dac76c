// Asking the heap: input(), Tab, Shift+Tab, the panel, outputs that are out of date, the comparison with CPython.
import { check, checkEqual, checkSoon, test } from './lib/suite.mjs';
import { code, notebook, sim } from './lib/notebooks.mjs';

/// Puts the cursor of a cell's editor behind a piece of its text, in edit mode.
async function editBehind(session, index, text) {
  await session.activate(index);
  await session.page.keyboard.press('Enter');
  await session.page.evaluate(
    ([index, text]) => {
      const cell = window.jupyterapp.shell.currentWidget.content.widgets[index];
      const at = cell.model.sharedModel.getSource().indexOf(text) + text.length;
      cell.editor.setCursorPosition(cell.editor.getPositionAt(at));
      cell.editor.focus();
    },
    [index, text]
  );
}

/// Notes every inspection and completion that goes to the kernel.
const spyOnKernel = page =>
  page.evaluate(async () => {
    window.asked = [];
    const { kernel } = window.jupyterapp.shell.currentWidget.sessionContext.session;
    const send = kernel.sendShellMessage.bind(kernel);
    kernel.sendShellMessage = (message, ...rest) => {
      window.asked.push(message.header.msg_type);
      return send(message, ...rest);
    };
  });

test('input() asks in the cell, by keyboard, and the answer is kept', async session => {
  const page = await session.open('input.ipynb', notebook(sim("print('before')\nname = input('Name? ')\nprint('Hello', name, input())"), sim('print(name)')));
  await session.activate(0);
  await page.keyboard.press('Shift+Enter');
  await page.waitForSelector('.jp-Stdin-input');
  await checkSoon(() => page.locator('.jp-Stdin-prompt').textContent(), 'Name? ');
  await checkSoon(async () => (await session.texts())[0], 'before');
  await page.keyboard.type('Ada');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.jp-Stdin-prompt')?.textContent === '');
  await page.keyboard.type('again');
  await page.keyboard.press('Enter');
  await session.waitForText(0, /Hello Ada again/);
  await page.waitForFunction(() => document.querySelector('.jp-Stdin') === null);
  await checkSoon(async () => (await session.texts())[0].replace(/\s+/g, ' '), 'before Name? Ada again Hello Ada again');
  await session.activate(1);
  await page.keyboard.press('Control+Enter');
  await session.waitForText(1, /^Ada$/);
});

test('a cell that waits in input() can be interrupted and restarted', async session => {
  const page = await session.open('input2.ipynb', notebook(sim('x = 1\ninput()'), sim('print(x)')));
  for (const command of ['notebook:interrupt-kernel', 'notebook:restart-kernel']) {
    await session.activate(0);
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.jp-Stdin-input');
    await session.startCommand(command);
    if (command.includes('restart')) {
      const dialog = page.locator('.jp-Dialog');
      await dialog.getByText('Do not ask me again').click();
      await dialog.getByRole('button', { name: 'Confirm Restart' }).click();
    }
    await page.waitForFunction(() => document.querySelector('.jp-Stdin-input') === null);
    await session.activate(1);
    await page.keyboard.press('Control+Enter');
    await session.waitForText(1, command.includes('restart') ? /NameError/ : /^1$/);
  }
  await session.command('notebook:restart-kernel');
  await checkSoon(() => session.labDialogs(), [], 'asked again');
});

test('Tab completes and Shift+Tab explains from the heap, without a kernel', async session => {
  const page = await session.open('tab.ipynb', notebook(sim('class Lamp:\n    def shine(self, brightness=3): ...\nlamp = Lamp()\nother = lamp'), sim('lamp.\nlamp')));
  await session.activate(0);
  await page.keyboard.press('Shift+Enter');
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.content.model.cells.get(0).executionCount === 1);
  await editBehind(session, 1, 'lamp.');
  await page.keyboard.press('Tab');
  await page.locator('.jp-Completer-item').first().waitFor();
  await checkSoon(() => page.locator('.jp-Completer-item').allTextContents(), ['fshinefunction'], 'what is offered');
  await page.keyboard.press('Enter');
  await session.page.waitForFunction(() => window.jupyterapp.shell.currentWidget.content.widgets[1].model.sharedModel.getSource().includes('lamp.shine'));
  await page.keyboard.type('(');
  await page.keyboard.press('Shift+Tab');
  await page.waitForSelector('.jp-Tooltip');
  await page.locator('.jp-Tooltip', { hasText: 'lamp.shine(brightness=3)' }).waitFor();
  await page.keyboard.press('Escape');
  await editBehind(session, 1, '\nlam');
  await page.keyboard.press('Shift+Tab');
  await page.waitForFunction(() => /refcount {2}2/.test(document.querySelector('.jp-Tooltip')?.textContent ?? ''));
  await page.locator('.jp-Tooltip', { hasText: "global variable 'other'" }).waitFor();
  await checkSoon(async () => (await session.kernels()).length, 0, 'kernels');
});

test('a kernel is not asked about memory-sim cells, and still is about others', async session => {
  const page = await session.open('tab2.ipynb', notebook(code('kernel_name = 1'), sim('heap_name = 1'), sim('ker\nheap_n'), code('kernel_n')));
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle');
  await session.runAll();
  await spyOnKernel(page);
  await editBehind(session, 2, 'ker');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await editBehind(session, 2, 'heap_n');
  await page.keyboard.press('Tab');
  await page.locator('.jp-Completer-item').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.content.widgets[2].model.sharedModel.getSource().endsWith('heap_name'));
  await page.waitForTimeout(500);
  checkEqual((await page.evaluate(() => window.asked)).filter(type => /inspect|complete/.test(type)), [], 'asked of the kernel');
  await checkSoon(async () => (await session.model()).cells[2].source, '%%memory-sim\nker\nheap_name');
  await editBehind(session, 3, 'kernel_n');
  await page.keyboard.press('Tab');
  await page.waitForFunction(() => window.asked.includes('complete_request'));
});

test('outputs below a cell that runs again are marked as out of date', async session => {
  const page = await session.open('stale.ipynb', notebook(sim('x = 1'), sim('print(x)'), sim('print(x + 1)')));
  await session.runAll();
  const stale = () => page.evaluate(() => [...document.querySelectorAll('.jp-Cell')].map(cell => cell.querySelector('.jp-MemorySim-stale') !== null));
  await checkSoon(() => stale(), [false, false, false]);
  await session.activate(0);
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => document.querySelectorAll('.jp-MemorySim-stale').length === 2);
  await session.activate(1);
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => document.querySelectorAll('.jp-MemorySim-stale').length === 1);
  await checkSoon(() => stale(), [false, false, true]);
  await session.runAll();
  await checkSoon(() => stale(), [false, false, false]);
});

test('the Memory panel shows the live heap of the notebook in front', async session => {
  const page = await session.open('panel.ipynb', notebook(sim('treasure = [1, 2]'), sim('del treasure\nfound = [3]')));
  await session.command('memory-sim:show-memory');
  const panel = page.locator('#memory-sim-panel');
  await panel.getByText('No memory-sim cell of this notebook has run yet').waitFor();
  await session.activate(0);
  await page.keyboard.press('Control+Enter');
  await panel.locator('.msim-HeapView').waitFor();
  const shows = name => page.waitForFunction(name => document.querySelector('#memory-sim-panel').textContent.includes(name), name);
  await shows('treasure');
  check((await panel.boundingBox()).width >= 420, 'the panel is too narrow for a picture');
  await session.activate(1);
  await page.keyboard.press('Control+Enter');
  await shows('found');
  await checkSoon(async () => (await panel.textContent()).includes('treasure'), false, 'what is gone is still shown');
  await checkSoon(() => page.workers().length, 1, 'workers');
  const runs = panel.locator('.jp-MemorySim-ribbon button');
  await checkSoon(() => runs.allTextContents(), ['[1]', '[2]'], 'the ribbon');
  check(/^Run \[2\], 2 steps, \d+ objects? born, 1 freed, 0 collections$/.test(await runs.nth(1).getAttribute('aria-label')), await runs.nth(1).getAttribute('aria-label'));
  await runs.first().click();
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.content?.activeCellIndex === 0);
});

test('a ribbon over the cells shows the runs of the notebook, saved ones too', async session => {
  const page = await session.open('ribbon.ipynb', notebook(sim('treasure = [1, 2]'), sim('import gc\ndel treasure\ngc.collect()')));
  const bar = page.locator('.jp-MemorySim-ribbonBar');
  check(!(await bar.isVisible()), 'a ribbon before any run');
  await session.runAll();
  const runs = bar.locator('button');
  await checkSoon(() => runs.allTextContents(), ['[1]', '[2]']);
  await checkSoon(async () => (await runs.nth(1).locator('.jp-MemorySim-collection').count()) > 0, true, 'its collection');
  await runs.first().click();
  await checkSoon(() => page.evaluate(() => window.jupyterapp.shell.currentWidget.content.activeCellIndex), 0);
  await checkSoon(() => bar.locator('[aria-current]').allTextContents(), ['[1]']);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await checkSoon(() => bar.locator('[aria-current]').allTextContents(), ['[2]']);
  await session.activate(0);
  await page.keyboard.press('Control+Enter');
  await checkSoon(() => runs.evaluateAll(all => all.map(each => each.classList.contains('jp-mod-stale'))), [true, true, false]);
  await session.save();
  await session.open('ribbon.ipynb');
  await checkSoon(() => runs.allTextContents(), ['[2]', '[3]'], 'the runs of the saved outputs');
});

test('a busy heap shows in the toolbar', async session => {
  const page = await session.open('busy.ipynb', notebook(sim('while True:\n    pass')));
  await session.activate(0);
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.jp-MemorySim-status[data-state=busy]');
  await checkSoon(() => page.locator('.jp-MemorySim-status').getAttribute('aria-label'), 'Simulated Python: busy');
  await session.command('notebook:interrupt-kernel');
  await page.waitForSelector('.jp-MemorySim-status[data-state=idle]');
});

test('Compare with CPython runs the cell in the kernel’s Python, beside its variables', async session => {
  const page = await session.open(
    'compare.ipynb',
    notebook(code('x = "the kernel’s"'), sim("x = 'ours'", { options: '--python 3.11' }), sim("import sys\nprint(x)\nprint(sys.version.split()[0])", { options: '--python 3.11' }))
  );
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle');
  await session.runAll();
  const version = await page.evaluate(async () => (await window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.info).language_info.version);
  await session.activate(2);
  await session.startCommand('memory-sim:compare-with-cpython');
  const dialog = page.locator('.jp-Dialog', { hasText: /memory-sim 3\.11|follow Python 3\.11/ });
  await dialog.waitFor();
  const text = await dialog.textContent();
  if (version.startsWith('3.11.')) {
    check(/memory-sim 3\.11/.test(text) && text.includes(`CPython ${version}`), text);
    await checkSoon(() => dialog.locator('tbody tr').first().textContent(), 'oursours', 'the first line');
  } else {
    check(/follow Python 3\.11/.test(text) && /ipykernel install/.test(text), text);
  }
  await page.keyboard.press('Escape');
});

test('Compare with CPython says how to get one where there is none', async session => {
  const page = await session.open('compare2.ipynb', notebook(sim('print(1)')));
  await session.activate(0);
  await session.startCommand('memory-sim:compare-with-cpython');
  const dialog = page.locator('.jp-Dialog', { hasText: 'It has no kernel' });
  await dialog.waitFor();
  const text = await dialog.textContent();
  check(/It has no kernel/.test(text) && text.includes('python3.14 -m ipykernel install'), text);
  await page.keyboard.press('Escape');
  await checkSoon(async () => (await session.kernels()).length, 0, 'kernels');
});
