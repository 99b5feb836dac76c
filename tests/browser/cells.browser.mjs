// Making cells memory-sim cells.
import { check, checkSoon, test } from './lib/suite.mjs';
import { code, markdown, notebook, sim } from './lib/notebooks.mjs';

const sources = async session => (await session.model()).cells.map(cell => cell.source);
const switcher = page => page.locator('.jp-NotebookPanel-toolbar select[aria-label="Cell type"]');

test('the cell-type menu offers Memory sim, and takes it back', async session => {
  const page = await session.open('menu.ipynb', notebook(code('x = 1'), markdown('words')));
  await session.activate(0);
  await checkSoon(() => switcher(page).locator('option').allTextContents(), ['-', 'Code', 'Markdown', 'Raw', 'Memory sim']);
  await switcher(page).selectOption('memory-sim');
  await checkSoon(() => sources(session), ['%%memory-sim\nx = 1', 'words']);
  await page.waitForFunction(() => document.querySelector('.jp-NotebookPanel-toolbar select[aria-label="Cell type"]').value === 'memory-sim');
  await switcher(page).selectOption('code');
  await checkSoon(() => sources(session), ['x = 1', 'words']);
  await session.activate(1);
  await switcher(page).selectOption('memory-sim');
  await checkSoon(() => sources(session), ['x = 1', '%%memory-sim\nwords']);
  await checkSoon(async () => (await session.model()).cells.map(cell => cell.cell_type), ['code', 'code']);
  await switcher(page).selectOption('markdown');
  await checkSoon(() => sources(session), ['x = 1', 'words']);
});

test('the menu follows what is typed', async session => {
  const page = await session.open('typed.ipynb', notebook(code('')));
  await session.activate(0);
  await page.keyboard.press('Enter');
  await page.keyboard.type('%%memory-sim');
  await page.waitForFunction(() => document.querySelector('.jp-NotebookPanel-toolbar select[aria-label="Cell type"]').value === 'memory-sim');
  await page.keyboard.press('Backspace');
  await page.waitForFunction(() => document.querySelector('.jp-NotebookPanel-toolbar select[aria-label="Cell type"]').value === 'code');
});

test('P makes a cell a memory-sim cell; the palette has the command', async session => {
  const page = await session.open('key.ipynb', notebook(code('x = 1'), code('y = 2')));
  await session.activate(0);
  await page.keyboard.press('p');
  await checkSoon(() => sources(session), ['%%memory-sim\nx = 1', 'y = 2']);
  await page.keyboard.press('p');
  await checkSoon(() => sources(session), ['%%memory-sim\nx = 1', 'y = 2'], 'a second time changes nothing');
  await session.activate(1);
  await page.keyboard.press('Control+Shift+C');
  await page.keyboard.type('memory sim cell type');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.content.model.cells.get(1).sharedModel.getSource().startsWith('%%memory-sim'));
});

test('a new cell below a memory-sim cell is one, and Undo takes it back whole', async session => {
  const page = await session.open('below.ipynb', notebook(sim("print('a')"), code("'plain'")));
  await session.activate(0);
  await page.keyboard.press('b');
  await checkSoon(() => sources(session), ["%%memory-sim\nprint('a')", '%%memory-sim\n', "'plain'"]);
  await page.keyboard.press('Enter');
  await page.keyboard.type('x = 1');
  await checkSoon(async () => (await sources(session))[1], '%%memory-sim\nx = 1', 'typing goes below the magic line');
  await session.activate(2);
  // Undo takes what was done within half a second as one.
  await page.waitForTimeout(700);
  await page.keyboard.press('b');
  await checkSoon(async () => (await sources(session))[3], '', 'below a plain cell comes a plain cell');
  await page.keyboard.press('z');
  await checkSoon(async () => (await sources(session)).length, 3);
  await page.waitForTimeout(700);
  await session.activate(0);
  await page.keyboard.press('b');
  await checkSoon(async () => (await sources(session))[1], '%%memory-sim\n');
  await page.keyboard.press('z');
  await checkSoon(async () => (await sources(session)).length, 3, 'Undo of a memory-sim cell');
});

test('Alt+Enter, and Shift+Enter in the last cell, go on with a memory-sim cell', async session => {
  const page = await session.open('goOn.ipynb', notebook(sim("print('a')"), code('')));
  await session.activate(0);
  await page.keyboard.press('Alt+Enter');
  await checkSoon(() => sources(session), ["%%memory-sim\nprint('a')", '%%memory-sim\n', ''], 'Alt+Enter');
  await page.keyboard.type("print('b')");
  await page.keyboard.press('Shift+Enter');
  await checkSoon(() => sources(session), ["%%memory-sim\nprint('a')", "%%memory-sim\nprint('b')", ''], 'a cell that was there is left alone');
  await session.waitForText(1, /^b$/);
  await session.activate(2);
  await page.keyboard.press('d');
  await page.keyboard.press('d');
  await page.keyboard.press('Shift+Enter');
  await checkSoon(async () => (await sources(session))[2], '%%memory-sim\n', 'Shift+Enter at the end');
  await page.keyboard.type("print('c')");
  await page.keyboard.press('Control+Enter');
  await session.waitForText(2, /^c$/);
});

test('pasted and undone cells are left alone', async session => {
  const page = await session.open('paste.ipynb', notebook(sim('x = 1'), code('')));
  await session.activate(1);
  await page.keyboard.press('x');
  await session.activate(0);
  await page.keyboard.press('v');
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.content.widgets.length === 2);
  await checkSoon(() => sources(session), ['%%memory-sim\nx = 1', '']);
});

const exercise = (role, source, id = 'one') => sim(source, { metadata: { 'memory-sim': { exercise: id, role } } });

test('the Check button runs a starter and its check, by keyboard, and says what came of it', async session => {
  const page = await session.open(
    'exercise.ipynb',
    notebook(exercise('starter', 'x = 1'), sim('y = 7'), exercise('check', "assert x == 2, 'x should be two'"), exercise('starter', "raise ValueError('oh')", 'two'), exercise('check', 'pass', 'two'))
  );
  const bars = page.locator('.jp-MemorySim-check');
  await checkSoon(() => bars.count(), 2, 'Check buttons');
  const button = bars.first().getByRole('button', { name: 'Check' });
  const result = bars.first().getByRole('status');
  await button.focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /Not yet/.test(document.querySelector('.jp-MemorySim-check [role=status]').textContent));
  check(/x should be two/.test(await result.textContent()), await result.textContent());
  await checkSoon(async () => (await session.prompts()).slice(0, 3), ['[1]:', '[ ]:', '[2]:']);
  await page.evaluate(() => window.jupyterapp.shell.currentWidget.content.model.cells.get(0).sharedModel.setSource('%%memory-sim\nx = 2'));
  await button.focus();
  await page.keyboard.press('Space');
  await page.waitForFunction(() => /Passed/.test(document.querySelector('.jp-MemorySim-check [role=status]').textContent));
  await bars.nth(1).getByRole('button').click();
  await page.waitForFunction(() => /ValueError: oh/.test(document.querySelectorAll('.jp-MemorySim-check [role=status]')[1].textContent));
  // A notebook that was saved shows what came of the checks that ran to their end.
  await session.save();
  await page.close();
  session.page = undefined;
  const again = await session.open('exercise.ipynb');
  await checkSoon(() => again.locator('.jp-MemorySim-check [role=status]').allTextContents(), ['✓ Passed', ''], 'results after reopening');
});

test('the check of an exercise says that its cell was copied', async session => {
  const page = await session.open('copied.ipynb', notebook(exercise('starter', 'x = 1'), exercise('check', 'assert x == 1')));
  await session.activate(0);
  await page.keyboard.press('c');
  await page.keyboard.press('v');
  const results = page.locator('.jp-MemorySim-check');
  await checkSoon(() => results.count(), 2, 'Check buttons');
  await results.nth(1).getByRole('button', { name: 'Check' }).click();
  await page.waitForFunction(() => /Passed There is a copy of this cell/.test(document.querySelectorAll('.jp-MemorySim-check [role=status]')[1].textContent));
});
