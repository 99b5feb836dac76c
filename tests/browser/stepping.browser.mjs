// Stepping in a heap view: by line, by instruction, over calls, to breakpoints, through a collection; by keyboard alone.
import { check, checkEqual, checkSoon, test } from './lib/suite.mjs';
import { notebook, sim } from './lib/notebooks.mjs';

const CYCLE = [
  'import gc', 'class P:', '    def __init__(self, name):', '        self.name = name', 'a, b = P("a"), P("b")', 'a.friend, b.friend = b, a', 'del a, b', 'found = gc.collect()',
  'last = 1'
].join('\n');

async function open(session, name) {
  const page = await session.open(name, notebook(sim(CYCLE)));
  await session.runAll();
  const view = page.locator('.msim-HeapView').first();
  await view.waitFor();
  await view.focus();
  const text = selector => view.locator(selector).first().textContent();
  return { page, view, text };
}

test('arrow keys go by line; Shift over calls and collections; Home and End to the ends', async session => {
  const { page, text } = await open(session, 'stepping.ipynb');
  await page.keyboard.press('Home');
  await checkSoon(async () => (await text('.msim-position')).startsWith('step 0 of '), true);
  const lines = [];
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('Shift+ArrowRight');
    lines.push(await text('.msim-where'));
  }
  // The magic line is line 1. Neither the constructor's line 5 nor a phase of the collection is among them.
  check(!lines.includes('line 5'), `entered a call: ${lines}`);
  check(lines.includes('line 10'), `did not pass the collection: ${lines}`);
  checkEqual(lines.filter(line => line.includes('full collection')).length, 0, 'phases shown');
  await page.keyboard.press('End');
  await checkSoon(async () => /^step (\d+) of \1$/.test(await text('.msim-position')), true);
});

test('by instruction: temporaries on the stack, and one candidate after the other in a collection, both ways', async session => {
  const { page, view, text } = await open(session, 'instructions.ipynb');
  await page.keyboard.press('Home');
  await view.locator('select').first().selectOption('instruction');
  await view.focus();
  const told = [];
  for (let i = 0; i < 140; i++) {
    await page.keyboard.press('ArrowRight');
    told.push(await text('.msim-sentence'));
  }
  check(told.some(sentence => /LOAD_NAME P: pushes the class P/.test(sentence)), 'no instruction was told');
  check(told.some(sentence => /subtract_refs: P “a” refers to P “b”, whose gc_refs goes 1 → 0/.test(sentence)), 'no subtraction was told');
  check(told.some(sentence => /tp_clear of P “a”/.test(sentence)), 'no tp_clear was told');
  await page.keyboard.press('End');
  await view.locator('select').first().selectOption('line');
  await view.locator('.msim-phase').nth(2).click();
  await view.locator('select').first().selectOption('instruction');
  await view.focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowLeft');
  const there = await text('.msim-sentence');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  checkEqual(await text('.msim-sentence'), there, 'back and forth');
});

test('play stops at a breakpoint that was set by key or by button', async session => {
  const { page, view, text } = await open(session, 'breakpoints.ipynb');
  await view.locator('.msim-lines summary').click();
  await view.locator('.msim-lineNumber').nth(6).click();
  checkEqual(await view.locator('.msim-lines summary').textContent(), 'Lines and breakpoints: stops at line 7');
  await view.locator('select').nth(1).selectOption({ label: 'fast' });
  await view.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press(' ');
  await checkSoon(() => text('.msim-where'), 'line 7');
  checkEqual(await view.locator('[data-move=play]').getAttribute('aria-label'), 'Play (Space)');
  await view.focus();
  await page.keyboard.press('b');
  checkEqual(await view.locator('.msim-lineNumber[aria-pressed=true]').count(), 0);
});

test('breakpoints are set beside a line of the editor, by key in it, and in the view', async session => {
  const { page, view, text } = await open(session, 'gutter.ipynb');
  const dots = page.locator('.jp-MemorySim-breakpoints .cm-gutterElement:visible');
  const summary = () => view.locator('.msim-lines summary').textContent();
  await dots.nth(5).click();
  await checkSoon(summary, 'Lines and breakpoints: stops at line 6');
  await page.locator('.jp-InputArea-editor .cm-line').nth(6).click();
  await checkSoon(() => text('.msim-where'), 'line 7', 'a click on a line jumps to its next step');
  await page.keyboard.press('F9');
  await checkSoon(summary, 'Lines and breakpoints: stops at lines 6, 7');
  await view.focus();
  await page.keyboard.press('b');
  await checkSoon(summary, 'Lines and breakpoints: stops at line 6');
  await checkSoon(async () => (await dots.allTextContents()).filter(each => each === '●').length, 1);
  // A run makes a new view; it stops where the editor says.
  await session.runAll();
  await checkSoon(summary, 'Lines and breakpoints: stops at line 6');
});

test('the pools stand beside their arena where there is room, and below it where there is none', async session => {
  const page = await session.open('arena.ipynb', notebook(sim('names = [object() for i in range(5)]')));
  await session.runAll();
  const view = page.locator('.jp-MemorySim-output .msim-HeapView');
  await view.locator('[data-tab=memory]').click();
  const isBeside = () => view.evaluate(view => {
    const [arena, pool] = ['.msim-arenaMap', '.msim-pool'].map(part => view.querySelector(part).getBoundingClientRect());
    return { beside: pool.left >= arena.right && pool.top < arena.bottom, below: pool.left === arena.left && pool.top >= arena.bottom };
  });
  await checkSoon(isBeside, { beside: true, below: false });
  await page.setViewportSize({ width: 1000, height: 1000 });
  await checkSoon(isBeside, { beside: false, below: true });
});
