// Saved notebooks: reopened, broken, malicious.
import { check, checkEqual, checkSoon, test } from './lib/suite.mjs';
import { code, notebook, sim, traceOutput } from './lib/notebooks.mjs';

const VIEW = '.jp-MemorySim-output .msim-HeapView';

test('a cell shows its heap, and a reopened notebook shows the same without running', async session => {
  let page = await session.open('reopen.ipynb', notebook(sim("x = 1\nprint(x)\nx = 2")));
  await session.runAll();
  await page.waitForSelector(VIEW);
  const first = await page.locator(VIEW).textContent();
  const { cells } = await session.model();
  const data = cells[0].outputs.find(output => output.output_type === 'display_data').data;
  checkEqual(Object.keys(data).sort(), ['application/vnd.memory-sim.trace.v1+json', 'image/svg+xml', 'text/plain']);
  checkEqual(data['application/vnd.memory-sim.trace.v1+json'].source, '%%memory-sim\nx = 1\nprint(x)\nx = 2', 'the source in the trace');
  await session.save();
  await page.close();
  session.page = undefined;
  page = await session.open('reopen.ipynb');
  await page.waitForSelector(VIEW);
  await checkSoon(() => page.locator(VIEW).textContent(), first, 'what is shown');
  await checkSoon(async () => (await session.kernels()).length, 0, 'kernels');
});

test('a notebook that is saved the moment its cell has run has all of the output', async session => {
  await session.open('at-once.ipynb', notebook(sim('x = [1]')));
  // All in one go, so that nothing is idle in between.
  await session.page.evaluate(async () => {
    const { commands, shell } = window.jupyterapp;
    const { model } = shell.currentWidget.content;
    const ran = commands.execute('notebook:run-all-cells');
    await new Promise(resolve => model.cells.get(0).stateChanged.connect((_, { name, newValue }) => name === 'executionCount' && newValue !== null && resolve()));
    await commands.execute('docmanager:save');
    await ran;
  });
  const [cell] = session.read('at-once.ipynb').cells;
  checkEqual(Object.keys(cell.outputs.at(-1).data).sort(), ['application/vnd.memory-sim.trace.v1+json', 'image/svg+xml', 'text/plain']);
});

test('stepping lights the line in the editor, until the cell is edited', async session => {
  const page = await session.open('lit.ipynb', notebook(sim("x = 1\nprint(x)\nx = 2")));
  await session.runAll();
  await page.waitForSelector(VIEW);
  const lit = () => page.evaluate(() => [...document.querySelectorAll('.jp-MemorySim-currentLine')].map(line => line.textContent));
  await page.locator(VIEW).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.waitForSelector('.jp-MemorySim-currentLine');
  const first = await lit();
  await page.keyboard.press('End');
  await page.waitForFunction(() => document.querySelector('.jp-MemorySim-currentLine')?.textContent === 'x = 2');
  check(first.length === 1 && first[0] !== 'x = 2', `lit at the first step: ${first}`);
  await page.locator('.cm-line', { hasText: 'print(x)' }).click();
  await page.waitForFunction(() => document.querySelector('.jp-MemorySim-currentLine')?.textContent === 'print(x)');
  await page.locator(VIEW).focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.type('#');
  await checkSoon(() => lit(), [], 'lit after an edit');
});

test('a lesson can be run and looked at by keyboard alone', async session => {
  const page = await session.open('keyboard.ipynb', notebook(sim('x = 1'), sim('x += 1\nprint(x)')));
  await session.activate(0);
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Control+Enter');
  await session.waitForText(1, /^2$/);
  await page.waitForFunction(selector => document.querySelectorAll(selector).length === 2, VIEW);
  const focused = () => page.evaluate(selector => document.activeElement?.closest(selector) !== null, VIEW);
  for (let i = 0; i < 60 && !(await focused()); i++) {
    await page.keyboard.press('Tab');
  }
  check(await focused(), 'Tab does not reach the heap view');
  const before = await page.locator(VIEW).last().textContent();
  await page.evaluate(selector => [...document.querySelectorAll(selector)].at(-1).focus(), VIEW);
  await page.keyboard.press('ArrowLeft');
  await checkSoon(async () => (await page.locator(VIEW).last().textContent()) !== before, true, 'ArrowLeft changes what is shown');
  await page.keyboard.type('ddbx');
  await checkSoon(() => session.prompts(), ['[1]:', '[2]:'], 'plain keys in the view must not reach the notebook');
  await page.keyboard.press('Escape');
  await page.keyboard.press('b');
  await checkSoon(async () => (await session.model()).cells.length, 3, 'after Escape they do');
});

const SCRIPT = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

const payload = changes => ({
  version: 1, python: '3.14', file: '<cell 1>', source: '%%memory-sim\nx = 1', run: 1, strings: [], start: [], steps: [[2]],
  totals: { live: 0, shown: 0, freed: 0, count: [0, 0, 0], threshold: [2000, 10, 10] }, ...changes
});

test('views out of sight are not made, and one that is hidden draws nothing', async session => {
  const trace = payload({ strings: ['x', '1'], steps: Array.from({ length: 300 }, () => [2, 3, 0, 0, -2]) });
  const page = await session.open('many.ipynb', notebook(...Array.from({ length: 12 }, () => code('%%memory-sim\nx = 1', {}, [traceOutput(trace)]))));
  await page.locator(VIEW).first().waitFor();
  await page.waitForTimeout(500);
  const made = await page.locator(VIEW).count();
  check(made < 12, `${made} views were made at once`);
  // JupyterLab renders the outputs above as they come in sight, which can push a cell that was scrolled to out of it.
  await checkSoon(async () => {
    await page.evaluate(() => window.jupyterapp.shell.currentWidget.content.scrollToItem(11, 'center'));
    return page.locator('.jp-Notebook .jp-CodeCell').nth(11).locator('.msim-HeapView').isVisible();
  }, true, 'the view of the last cell is made when it comes in sight');
  await page.evaluate(() => window.jupyterapp.shell.currentWidget.content.scrollToItem(8, 'start'));
  const empty = () => page.evaluate(view => {
    const { content } = window.jupyterapp.shell.currentWidget;
    const { top, bottom } = content.outerNode.getBoundingClientRect();
    const places = [...content.node.querySelectorAll('.jp-MemorySim-output')].map(node => [node.getBoundingClientRect(), node.querySelector(view)]);
    return places.filter(([place, made]) => place.bottom > top + 10 && place.top < bottom - 10 && !made).length;
  }, VIEW);
  await checkSoon(empty, 0, 'cells that are partly in sight and without a view');
  // Playing on behind another tab.
  const view = page.locator(VIEW).first();
  await page.evaluate(() => window.jupyterapp.shell.currentWidget.content.scrollToItem(0, 'start'));
  await view.getByLabel('Speed of playing').selectOption('300');
  await view.getByRole('button', { name: 'Play (Space)' }).click();
  await checkSoon(async () => /^step [1-9]/.test(await view.locator('.msim-position').textContent()), true, 'it plays');
  await session.command('launcher:create');
  await view.waitFor({ state: 'hidden' });
  await page.waitForTimeout(300);
  await view.evaluate(element => {
    window.drawn = 0;
    for (const part of element.querySelectorAll('.msim-say, .msim-stage, .msim-lifelines, .msim-under')) {
      new MutationObserver(changes => (window.drawn += changes.length)).observe(part, { childList: true, subtree: true, attributes: true, characterData: true });
    }
  });
  const hidden = await view.locator('.msim-position').textContent();
  await checkSoon(async () => (await view.locator('.msim-position').textContent()) !== hidden, true, 'it plays on');
  checkEqual(await page.evaluate(() => window.drawn), 0, 'changes of what nobody sees');
});

test('broken traces show a message and the words that were saved', async session => {
  const broken = [
    {}, [], 'text', null, payload({ version: 99 }), payload({ steps: 'none' }), payload({ start: [1, 2] }), payload({ strings: [1] }), payload({ totals: null }),
    payload({ start: [3, 5, 77, 1] }), JSON.stringify(payload({})).slice(0, 40)
  ];
  const page = await session.open('broken.ipynb', notebook(...broken.map(each => code('%%memory-sim\nx = 1', {}, [traceOutput(each)])), sim("print('alive')")));
  await page.waitForSelector('.jp-MemorySim-output');
  await session.activate(broken.length);
  await page.keyboard.press('Control+Enter');
  await session.waitForText(broken.length, /^alive$/);
  for (const [index, each] of broken.entries()) {
    const cell = page.locator('.jp-Notebook .jp-CodeCell').nth(index);
    await cell.scrollIntoViewIfNeeded();
    const area = cell.locator('.jp-OutputArea');
    await area.getByText(/cannot be/).first().waitFor();
    const text = await area.textContent();
    check(/the heap in words/.test(text), `${JSON.stringify(each)} shows: ${text}`);
  }
});

test('scripts in a trace stay text', async session => {
  const strings = Array.from({ length: 8 }, (_, i) => `${SCRIPT}${i}`);
  const evil = payload({
    python: SCRIPT, file: SCRIPT, source: `%%memory-sim\n${SCRIPT}`, strings, folded: SCRIPT,
    start: [1, 0, 1, 1, 5, 1, 2, 0, 4096, 48, 6, 1, 1, 7, 1, 3, 8, 1, 4, -6, 3, 0, 5, 1], steps: [[2, 13, 0, 6, 14, 7, 0], [2, 3, 0, 6, -8]]
  });
  const page = await session.open('evil.ipynb', notebook(code(`%%memory-sim\n${SCRIPT}`, {}, [traceOutput(evil, SCRIPT)])));
  await page.waitForSelector('.jp-MemorySim-output > *');
  const view = page.locator(VIEW);
  if (await view.count()) {
    await view.focus();
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'End']) {
      await page.keyboard.press(key);
    }
  }
  await page.waitForTimeout(300);
  await checkSoon(() => page.evaluate(() => window.hacked), undefined, 'a script ran');
  await checkSoon(() => page.locator('.jp-MemorySim-output img, .jp-MemorySim-output script').count(), 0, 'markup from strings');
});

test('a file that is no notebook does not break JupyterLab for the next one', async session => {
  session.write('garbage.ipynb', 'this is {{{ not a notebook \u0000\u0001');
  const page = await session.open('garbage.ipynb', undefined, { loads: false });
  await page.waitForSelector('.jp-Dialog');
  await page.keyboard.press('Escape');
  session.write('strange.ipynb', JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [{ cell_type: 'code', id: 'a', metadata: { 'memory-sim': 'odd' }, outputs: [], execution_count: null, source: ['%%memory-sim --python 2.7\n', 'x'] }, { cell_type: 'code', id: 'b', metadata: { 'memory-sim': { role: 'starter' } }, outputs: [], execution_count: null, source: '%%memory-sim' }] }));
  await session.open('strange.ipynb');
  await session.runAll();
  check(/UsageError: .*2\.7/.test((await session.texts())[0]), 'the bad version is not named');
  await session.open('fine.ipynb', notebook(sim("print('fine')")));
  await session.runAll();
  await checkSoon(() => session.texts(), ['fine']);
});

test('both themes show the view', async session => {
  const page = await session.open('theme.ipynb', notebook(sim('x = 1')));
  await session.runAll();
  await page.waitForSelector(VIEW);
  const colour = () => page.locator(VIEW).evaluate(element => getComputedStyle(element).color);
  const wear = async theme => {
    await session.command('apputils:change-theme', { theme });
    await page.waitForFunction(theme => document.body.dataset.jpThemeName === theme, theme);
  };
  // JupyterLab keeps the theme of an earlier test.
  await wear('JupyterLab Light');
  const light = await colour();
  await wear('JupyterLab Dark');
  await checkSoon(async () => (await colour()) !== light, true, 'the text has another colour in the dark theme');
});
