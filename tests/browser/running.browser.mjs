// Running cells: on the heap, on the kernel, and both.
import { check, checkEqual, checkSoon, test } from './lib/suite.mjs';
import { code, markdown, notebook, sim } from './lib/notebooks.mjs';

test('a notebook of memory-sim cells runs without a kernel and asks for none', async session => {
  const page = await session.open('kernelless.ipynb', notebook(markdown('# Lesson'), sim("x = 1\nprint(x)"), sim("x += 1\nprint(x)"), code('')));
  await session.runAll();
  await checkSoon(() => session.texts(), ['1', '2', '']);
  await checkSoon(async () => (await session.prompts()).slice(1), ['[1]:', '[2]:', '[ ]:']);
  await checkSoon(() => session.labDialogs(), []);
  await checkSoon(async () => (await session.kernels()).length, 0, 'kernels');
  await checkSoon(() => page.workers().length, 1, 'workers');
});

test('the value of a last expression is shown with its number and not kept alive', async session => {
  await session.open('value.ipynb', notebook(sim('import sys\nx = [1, 2]\nx'), sim('sys.getrefcount(x)')));
  await session.runAll();
  const { cells } = await session.model();
  const values = cells.map(cell => cell.outputs.find(output => output.output_type === 'execute_result'));
  checkEqual(values.map(value => [value?.data['text/plain'], value?.execution_count]), [['[1, 2]', 1], ['2', 2]]);
});

test('a kernel cell that is added later gets its kernel', async session => {
  await session.open('later.ipynb', notebook(sim("print('simulated')"), code('')));
  await session.page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.ready);
  await checkSoon(async () => (await session.kernels()).length, 0, 'kernels at first');
  await session.page.evaluate(() => window.jupyterapp.shell.currentWidget.content.model.cells.get(1).sharedModel.setSource('print(6 * 7)'));
  await session.activate(1);
  await session.page.keyboard.press('Control+Enter');
  await session.waitForText(1, /^42$/);
  await checkSoon(async () => (await session.kernels()).length, 1, 'kernels');
});

test('kernel and memory-sim cells run in the order of the notebook', async session => {
  const page = await session.open(
    'mixed.ipynb',
    notebook(
      code("import time; time.sleep(0.7); print('first')"), sim("x = 1\nprint('second')"), code("time.sleep(0.3); print('third')"),
      code("print('fourth')"), sim("x += 1\nprint(x)")
    )
  );
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle');
  await page.evaluate(() => {
    window.arrivals = [];
    for (const cell of window.jupyterapp.shell.currentWidget.content.model.cells) {
      cell.outputs.changed.connect(outputs => outputs.length > 0 && window.arrivals.push(cell.id));
    }
  });
  await session.runAll();
  await checkSoon(() => session.texts(), ['first', 'second', 'third', 'fourth', '2']);
  const arrivals = await page.evaluate(() => [...new Set(window.arrivals)]);
  const { cells } = await session.model();
  checkEqual(arrivals, cells.map(cell => cell.id), 'order of the outputs');
});

test('Run All right after a notebook was opened waits for its kernel', async session => {
  const page = await session.open('early.ipynb', notebook(code("print('first')"), sim("print('second')"), code("print('third')"), sim("print('fourth')")));
  check(await page.evaluate(() => !window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel), 'the kernel is there already');
  await session.startCommand('notebook:run-all-cells');
  await checkSoon(() => session.texts(), ['first', 'second', 'third', 'fourth']);
  checkEqual(await session.labDialogs(), [], 'JupyterLab asks for nothing');
});

test('Run All while the notebook is being read asks for no kernel', async session => {
  session.write('unread.ipynb', notebook(code("print('first')"), sim("print('second')")));
  const page = await session.newPage();
  await page.goto(`${session.server.url}/lab/tree/unread.ipynb?reset&token=${session.server.token}`);
  const cells = await page.evaluate(async () => {
    const panel = () => window.jupyterapp?.shell?.currentWidget;
    while (!panel()?.content?.widgets?.length) {
      await new Promise(resolve => setTimeout(resolve));
    }
    const { length } = panel().content.widgets;
    void window.jupyterapp.commands.execute('notebook:run-all-cells');
    return length;
  });
  checkEqual(cells, 1, 'cells that stand there while the file is read');
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle');
  checkEqual(await session.labDialogs(), [], 'JupyterLab asks for nothing');
  await session.runAll();
  await checkSoon(() => session.texts(), ['first', 'second']);
});

test('a failing memory-sim cell stops the batch, for the kernel too', async session => {
  await session.open('failing.ipynb', notebook(sim("x = 1"), sim("raise ValueError('no')"), sim("print('not this')"), code("print('nor this')")));
  await session.page.waitForFunction(() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle');
  await session.runAll();
  await checkSoon(() => session.texts(), ['', 'ValueError: no', '', '']);
  await checkSoon(() => session.prompts(), ['[1]:', '[2]:', '[ ]:', '[ ]:']);
  await session.activate(2);
  await session.page.keyboard.press('Control+Enter');
  await session.waitForText(2, /^not this$/);
});

test('a failing kernel cell stops the memory-sim cells behind it', async session => {
  await session.open('failing2.ipynb', notebook(code('1/0'), sim("print('not this')")));
  await session.page.waitForFunction(() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle');
  await session.runAll();
  await session.page.waitForTimeout(500);
  await checkSoon(async () => (await session.texts())[1], '');
  await checkSoon(async () => (await session.prompts())[1], '[ ]:');
});

test('a cell that is tagged raises-exception does not stop the batch', async session => {
  await session.open('tagged.ipynb', notebook(sim("raise ValueError('meant')", { metadata: { tags: ['raises-exception'] } }), sim("print('on')")));
  await session.runAll();
  await session.waitForText(1, /^on$/);
});

test('an endless loop is interrupted at once and the heap stays', async session => {
  const page = await session.open('endless.ipynb', notebook(sim('x = 41'), sim('while True:\n    pass'), sim("print('dropped')"), sim('x += 1\nprint(x)')));
  await session.startCommand('notebook:run-all-cells');
  // All cells count as running from the start: the loop does so when the one before it is over.
  await checkSoon(() => session.prompts(), ['[1]:', '[*]:', '[*]:', '[*]:']);
  await page.waitForTimeout(700);
  await session.activate(1);
  const ms = await page.evaluate(async () => {
    const { content } = window.jupyterapp.shell.currentWidget;
    const { outputs } = content.model.cells.get(1);
    const stopped = new Promise(resolve => outputs.changed.connect(() => resolve(performance.now())));
    const started = performance.now();
    void window.jupyterapp.commands.execute('notebook:interrupt-kernel');
    return (await stopped) - started;
  });
  console.log(`    from the command to KeyboardInterrupt: ${Math.round(ms)} ms`);
  check(/^KeyboardInterrupt/.test((await session.texts())[1]), "no KeyboardInterrupt");
  await checkSoon(async () => (await session.texts())[2], '', 'what waited is dropped');
  await session.activate(3);
  await page.keyboard.press('Control+Enter');
  await session.waitForText(3, /^42$/);
});

test('a loop that writes without end is bounded, says so, and is interrupted at once', async session => {
  const page = await session.open('flood.ipynb', notebook(sim("for i in range(10 ** 9):\n    print('line', i)")));
  await session.startCommand('notebook:run-all-cells');
  await session.waitForText(0, /line 20000\b|line 1\d{4}\b/);
  await page.waitForTimeout(1500);
  const ms = await page.evaluate(async () => {
    const { content } = window.jupyterapp.shell.currentWidget;
    const cell = content.model.cells.get(0);
    const stopped = new Promise(resolve => cell.stateChanged.connect(() => cell.executionState === 'idle' && resolve(performance.now())));
    const started = performance.now();
    void window.jupyterapp.commands.execute('notebook:interrupt-kernel');
    return (await stopped) - started;
  });
  console.log(`    from the command to the end of the cell: ${Math.round(ms)} ms`);
  const [text] = await session.texts();
  check(/memory-sim shows the first 200000 characters that a cell writes; \d+ more were left out/.test(text), 'nothing is said of what was left out');
  check(/KeyboardInterrupt/.test(text) && text.length < 201_000, `${text.length} characters`);
});

test('I, I on the keyboard interrupts', async session => {
  const page = await session.open('endless2.ipynb', notebook(sim('while True:\n    pass')));
  await session.activate(0);
  await page.keyboard.press('Shift+Enter');
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.content.model.cells.get(0).executionState === 'running');
  await session.activate(0);
  await page.keyboard.press('i');
  await page.keyboard.press('i');
  await session.waitForText(0, /^KeyboardInterrupt/);
});

test('restart without a kernel gives a fresh heap, and Run All the same outputs', async session => {
  const page = await session.open('restart.ipynb', notebook(sim('x = 1\nprint(x)'), sim('x += 1\nprint(x)')));
  await session.runAll();
  const first = (await session.model()).cells.map(cell => [cell.execution_count, cell.outputs]);
  await checkSoon(() => session.texts(), ['1', '2']);
  await session.startCommand('notebook:restart-run-all');
  await page.locator('.jp-Dialog').getByRole('button', { name: 'Confirm Restart' }).click();
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.content.model.cells.get(1).executionCount === 2);
  await page.waitForTimeout(300);
  const second = (await session.model()).cells.map(cell => [cell.execution_count, cell.outputs]);
  checkEqual(second, first, 'outputs after restart');
  await session.startCommand('notebook:restart-kernel');
  await page.locator('.jp-Dialog').getByRole('button', { name: 'Confirm Restart' }).click();
  await session.activate(1);
  await page.keyboard.press('Control+Enter');
  await session.waitForText(1, /^NameError/);
  await checkSoon(async () => (await session.kernels()).length, 0, 'kernels');
});

test('restarting the kernel gives a fresh heap', async session => {
  const page = await session.open('restart2.ipynb', notebook(code('y = 1'), sim('x = 1'), sim('x += 1\nprint(x)')));
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle');
  await session.runAll();
  await session.waitForText(2, /^2$/);
  await session.startCommand('notebook:restart-kernel');
  await page.locator('.jp-Dialog').getByRole('button', { name: 'Confirm Kernel Restart' }).click();
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle');
  await session.activate(2);
  await page.keyboard.press('Control+Enter');
  await session.waitForText(2, /^NameError/);
});

test('closing a notebook frees its worker', async session => {
  const page = await session.open('close.ipynb', notebook(sim('while True:\n    pass')));
  await session.startCommand('notebook:run-all-cells');
  await page.waitForFunction(() => window.jupyterapp.shell.currentWidget.content.model.cells.get(0).executionState === 'running');
  const deadline = Date.now() + 5000;
  while (page.workers().length === 0 && Date.now() < deadline) {
    await page.waitForTimeout(50);
  }
  await checkSoon(() => page.workers().length, 1, 'workers while it is open');
  await session.save();
  await session.startCommand('application:close');
  while (page.workers().length > 0 && Date.now() < deadline) {
    await page.waitForTimeout(50);
  }
  await checkSoon(() => page.workers().length, 0, 'workers after closing');
});

test('a module cell can be imported, and options that are wrong are named', async session => {
  await session.open(
    'module.ipynb',
    notebook(sim('y = 5', { options: '--module helper' }), sim("import helper\nprint('imported')"), sim('', { options: '--pyton 3.11' }), sim("print('x')", { options: '--python 3.11' }))
  );
  for (const index of [0, 1, 2, 3]) {
    await session.activate(index);
    await session.page.keyboard.press('Control+Enter');
    // A failure drops what waits, so each gets its turn first.
    await session.waitForText(index, [/ready/, /imported/, /UsageError/, /UsageError.*restart/][index]);
  }
  const texts = await session.texts();
  check(/helper is ready/.test(texts[0]), texts[0]);
  checkEqual(texts[1], 'imported');
  check(/UsageError.*'--pyton'/.test(texts[2]), texts[2]);
});

test('running makes the notebook dirty and records times', async session => {
  const page = await session.open('timing.ipynb', notebook(sim("print('a')")));
  await page.evaluate(() => (window.jupyterapp.shell.currentWidget.content.notebookConfig = { ...window.jupyterapp.shell.currentWidget.content.notebookConfig, recordTiming: true }));
  await checkSoon(() => page.evaluate(() => window.jupyterapp.shell.currentWidget.context.model.dirty), false, 'dirty before');
  await session.runAll();
  await checkSoon(() => page.evaluate(() => window.jupyterapp.shell.currentWidget.context.model.dirty), true, 'dirty after');
  const { execution } = (await session.model()).cells[0].metadata;
  for (const label of ['iopub.status.busy', 'iopub.execute_input', 'shell.execute_reply.started', 'shell.execute_reply', 'iopub.status.idle']) {
    check(!Number.isNaN(Date.parse(execution?.[label])), `no time for ${label}`);
  }
});

test('a cell that is moved, or deleted and brought back, while it runs gets its output', async session => {
  const page = await session.open('moved.ipynb', notebook(sim('print("begins")\nprint(input())'), sim('print("second")')));
  const outputs = () => page.evaluate(() => window.jupyterapp.shell.currentWidget.content.model.toJSON().cells.map(cell => cell.outputs.map(output => output.text ?? Object.keys(output.data).length).join()));
  const answer = async () => {
    await page.fill('.jp-Stdin-input', 'ends');
    await page.press('.jp-Stdin-input', 'Enter');
  };
  await session.startCommand('notebook:run-all-cells');
  await session.waitForText(0, /begins/);
  await session.activate(0);
  await session.command('notebook:move-cell-down');
  await checkSoon(() => session.prompts(), ['[*]:', '[*]:']);
  await answer();
  await checkSoon(() => session.prompts(), ['[2]:', '[1]:']);
  await checkSoon(outputs, ['second\n,3', 'begins\n, ends\n,ends\n,3']);
  await session.activate(1);
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector('.jp-Stdin-input');
  // Yjs takes changes within half a second for one: undo would take back the move, too.
  await page.waitForTimeout(600);
  await session.command('notebook:delete-cell');
  await checkSoon(async () => (await session.prompts()).length, 1);
  await session.command('notebook:undo-cell-action');
  await checkSoon(() => session.prompts(), ['[2]:', '[*]:']);
  await answer();
  await checkSoon(() => session.prompts(), ['[2]:', '[3]:']);
  await checkSoon(outputs, ['second\n,3', 'begins\n, ends\n,ends\n,3']);
});
