// A view on paper: light colours in every theme, nothing to press, and all of a picture that has to be scrolled on a screen.
import { check, checkEqual, checkSoon, test } from './lib/suite.mjs';
import { notebook, sim } from './lib/notebooks.mjs';

const VIEW = '.jp-MemorySim-output .msim-HeapView';
const BOXES = 150;

/// Names that each hold a list: more than are drawn where they cannot be seen.
const TALL = Array.from({ length: BOXES }, (_, i) => `x${i} = [${i}]${i % 10 === 9 ? '\n' : '; '}`).join('');

const drawn = page => page.locator(`${VIEW} .msim-boxes > g`).count();

test('a view is printed whole, in light colours and without its controls', async session => {
  const page = await session.open('print.ipynb', notebook(sim(TALL)));
  await session.runAll();
  await page.locator(`${VIEW} .msim-foot`).waitFor();
  await session.command('apputils:change-theme', { theme: 'JupyterLab Dark High Contrast' });
  check((await drawn(page)) < BOXES, 'all boxes are in sight: they say nothing of printing');
  await page.emulateMedia({ media: 'print' });
  for (const control of ['.msim-buttons', '.msim-slider', '.msim-tabs', '.msim-bar', '.msim-lines']) {
    checkEqual(await page.locator(`${VIEW} ${control}`).first().isVisible(), false, control);
  }
  for (const part of ['.msim-say', '.msim-graph svg', '.msim-lifelines svg', '.msim-foot']) {
    checkEqual(await page.locator(`${VIEW} ${part}`).first().isVisible(), true, part);
  }
  const colours = await page.locator(VIEW).evaluate(view => {
    const of = (selector, property) => getComputedStyle(view.querySelector(selector))[property];
    return [getComputedStyle(view).backgroundColor, of('.msim-sentence', 'color'), of('.msim-type', 'fill'), of('.msim-name text', 'fill')];
  });
  checkEqual(colours, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'rgb(0, 0, 0)', 'rgb(0, 0, 0)']);
  await page.evaluate(selector => window.addEventListener('beforeprint', () => (window.printed = document.querySelectorAll(selector).length)), `${VIEW} .msim-boxes > g`);
  const pdf = await page.pdf();
  checkEqual(pdf.subarray(0, 5).toString(), '%PDF-');
  checkEqual(await page.evaluate(() => window.printed), BOXES, 'boxes on paper');
  await page.emulateMedia({ media: 'screen' });
  await checkSoon(async () => (await drawn(page)) < BOXES, true, 'after printing only what is in sight is drawn');
});
