// What axe-core finds, and what a screen reader and a keyboard find, in every part of the extension.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { check, checkEqual, checkSoon, test } from './lib/suite.mjs';
import { notebook, sim } from './lib/notebooks.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIEW = '.jp-MemorySim-output .msim-HeapView';
const THEMES = ['JupyterLab Light', 'JupyterLab Dark', 'JupyterLab Dark High Contrast'];

const FRIENDS = `import gc
class Person:
    def __init__(self, name):
        self.name = name
        self.friends = []
michael, sarah = Person('Michael'), Person('Sarah')
michael.friends.append(sarah)
sarah.friends.append(michael)
michael = sarah = None
gc.collect()`;

/// Fails with what axe-core has to say about a part of the page.
async function axe(page, selector, where) {
  const found = await page.evaluate(async selector => {
    const { violations } = await window.axe.run({ include: [selector] }, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`).join(' | ')}`);
  }, selector);
  check(found.length === 0, `${where}:\n${found.join('\n')}`);
}

async function openFriends(session, name) {
  const page = await session.open(name, notebook(sim(FRIENDS)));
  await session.runAll();
  await page.locator(VIEW).waitFor();
  await page.evaluate(AXE);
  return page;
}

async function useTheme(session, theme) {
  await session.command('apputils:change-theme', { theme });
  await session.page.waitForFunction(theme => document.body.dataset.jpThemeName === theme, theme);
}

const tab = (page, name) => page.locator(`${VIEW} [data-tab=${name}]`);

test('axe-core finds nothing in any tab, in any theme', async session => {
  const page = await openFriends(session, 'axe.ipynb');
  for (const theme of THEMES) {
    await useTheme(session, theme);
    for (const name of ['graph', 'memory', 'events', 'bytes']) {
      await tab(page, name).click();
      await checkSoon(() => tab(page, name).getAttribute('aria-selected'), 'true');
      await axe(page, VIEW, `${theme}, ${name}`);
    }
    await tab(page, 'graph').click();
    // Inside the collection, with an object chosen and both menus open.
    await page.locator(VIEW).focus();
    await page.keyboard.press('End');
    await page.getByLabel('What a step is').selectOption('collection');
    await page.locator(VIEW).focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByLabel('What a step is').selectOption('line');
    await page.locator(VIEW).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.locator(`${VIEW} .msim-gcrefs`).first().waitFor();
    await axe(page, VIEW, `${theme}, a collection`);
    await page.locator(`${VIEW} .msim-hit`).first().click();
    await page.locator(`${VIEW} .msim-detail`).waitFor();
    await axe(page, VIEW, `${theme}, an object's details`);
    for (const menu of await page.locator(`${VIEW} summary`).all()) {
      await menu.click();
      await axe(page, VIEW, `${theme}, a menu`);
      await page.keyboard.press('Escape');
    }
    await page.locator(`${VIEW} .msim-hit`).first().click();
  }
});

test('axe-core finds nothing in the panel, the marks and the dialogs', async session => {
  const page = await session.open('axe2.ipynb', notebook(
    sim(FRIENDS), sim("michael = Person('again')"), sim('x = 1', { metadata: { 'memory-sim': { exercise: 'a', role: 'starter' } } }), sim("assert x == 2, 'two'", { metadata: { 'memory-sim': { exercise: 'a', role: 'check' } } })
  ));
  await session.runAll();
  await page.locator(VIEW).first().waitFor();
  await session.activate(0);
  await page.keyboard.press('Control+Enter');
  await page.locator('.jp-MemorySim-stale').first().waitFor();
  await session.command('memory-sim:show-memory');
  await page.locator('.jp-MemorySim-panel .msim-HeapView').waitFor();
  await page.locator('.jp-MemorySim-ribbon').first().waitFor();
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.locator('.jp-MemorySim-check [data-state=failed]').waitFor();
  await page.evaluate(AXE);
  for (const theme of THEMES) {
    await useTheme(session, theme);
    for (const part of ['.jp-MemorySim-panel', '.jp-MemorySim-check', '.jp-MemorySim-stale', '.jp-MemorySim-ribbon']) {
      await axe(page, part, `${theme}, ${part}`);
    }
    await session.activate(0);
    await session.startCommand('memory-sim:compare-with-cpython');
    await page.locator('.jp-MemorySim-comparison').waitFor();
    await axe(page, '.jp-MemorySim-comparison', `${theme}, the comparison`);
    await page.locator('.jp-Dialog').getByRole('button', { name: 'Close' }).click();
    await page.locator('.jp-Dialog').waitFor({ state: 'detached' });
  }
});

test('where the system forces its colours, the picture takes them in every theme', async session => {
  const page = await openFriends(session, 'forced.ipynb');
  await page.emulateMedia({ forcedColors: 'active' });
  for (const theme of THEMES) {
    await useTheme(session, theme);
    const { system, parts } = await page.locator(VIEW).evaluate(view => {
      const probe = document.body.appendChild(document.createElement('div'));
      const systemColour = name => ((probe.style.color = name), getComputedStyle(probe).color);
      const of = (selector, property) => getComputedStyle(view.querySelector(selector))[property];
      const system = ['CanvasText', 'Canvas', 'ButtonText'].map(systemColour);
      probe.remove();
      return { system, parts: [of('.msim-type', 'fill'), of('.msim-name rect', 'fill'), of('.msim-button svg', 'fill')] };
    });
    checkEqual(parts, system, theme);
  }
});

test('a screen reader is told the names, the objects, and each step in a sentence', async session => {
  const page = await openFriends(session, 'reader.ipynb');
  const view = page.getByRole('group', { name: /Simulated heap/ });
  await view.focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('ArrowRight');
  }
  // What changes is said without the focus moving.
  const said = view.locator('[aria-live=polite]').first();
  const before = await said.textContent();
  await page.keyboard.press('ArrowRight');
  await checkSoon(async () => (await said.textContent()) !== before, true, 'the live region follows the step');
  await view.getByRole('toolbar', { name: 'Steps' }).waitFor();
  await view.getByRole('slider', { name: 'Step', exact: true }).waitFor();
  checkEqual(await view.getByRole('slider', { name: 'Step', exact: true }).getAttribute('aria-valuetext'), await view.locator('.msim-position').textContent());
  await page.keyboard.press('End');
  const tree = await view.ariaSnapshot();
  for (const expected of [/tablist/, /tab "Graph" \[selected\]/, /tabpanel/, /button "(First step|Next)/, /group "Names and objects"/, /list "Phases of the collection"/]) {
    check(expected.test(tree), `${expected} is not in\n${tree}`);
  }
  await page.keyboard.press('Home');
  for (let i = 0; i < 30 && !(await view.getByRole('button', { name: /Person .*refcount 1/ }).count()); i++) {
    await page.keyboard.press('ArrowRight');
  }
  await view.getByRole('button', { name: /^Person .*refcount 1.*; \d+ bytes at 0x[0-9a-f]+$/ }).first().waitFor();
});

test('every control of a view is reached and worked by keyboard alone', async session => {
  const page = await openFriends(session, 'keys.ipynb');
  await page.locator(VIEW).focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('ArrowRight');
  }
  const reached = new Set();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const what = await page.evaluate(view => {
      const at = document.activeElement;
      return at?.closest(view) ? at.getAttribute('aria-label') ?? at.textContent : undefined;
    }, VIEW);
    if (what === undefined) {
      break;
    }
    reached.add(what);
  }
  const names = [...reached];
  for (const expected of ['First step (Home)', 'Back (←)', 'Next (→)', 'Last step (End)', 'Play (Space)', 'What a step is', 'Speed of playing', 'Step', 'Graph', 'Smaller', 'Larger', 'Fit the width', 'Save ▾']) {
    check(names.includes(expected), `Tab does not reach “${expected}”, only ${names.join(', ')}`);
  }
  check(names.some(name => /Person|list/.test(name)), `Tab does not reach an object: ${names.join(', ')}`);
  // An object: arrows to the next, Enter chooses it, its details have buttons.
  await page.locator(`${VIEW} .msim-hit[tabindex="0"]`).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator(`${VIEW} .msim-hit[aria-pressed=true]`).waitFor();
  await page.locator(`${VIEW} .msim-detail`).waitFor();
  // The tabs.
  await tab(page, 'graph').focus();
  for (const name of ['memory', 'events', 'bytes']) {
    await page.keyboard.press('ArrowRight');
    await checkSoon(() => tab(page, name).getAttribute('aria-selected'), 'true', name);
    await checkSoon(() => page.evaluate(() => document.activeElement.dataset.tab), name, 'the focus goes along');
  }
});

test('the focus stays in the view when what had it goes with a step, and one object is in the tab order', async session => {
  const page = await openFriends(session, 'focus.ipynb');
  const view = page.locator(VIEW);
  const focused = () => page.evaluate(view => {
    const at = document.activeElement;
    return at?.closest(view) ? at.getAttribute('class').split(' ')[0] : 'elsewhere';
  }, VIEW);
  await view.focus();
  await page.keyboard.press('Home');
  await tab(page, 'graph').focus();
  for (let i = 0; i < 9; i++) {
    await page.keyboard.press('PageDown');
  }
  await view.locator('.msim-hit[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  checkEqual([await focused(), await view.locator('.msim-hit[tabindex="0"]').count()], ['msim-hit', 1]);
  // Before the first step there are no objects.
  await page.keyboard.press('Home');
  checkEqual(await focused(), 'msim-HeapView');
  await page.keyboard.press('PageDown');
  check(await view.locator('.msim-position').textContent() !== 'step 0', 'keys still step');
  // A link of the details that leads to another object.
  const list = view.getByRole('button', { name: /^list .*\.friends, refcount 1/ }).first();
  for (let i = 0; i < 30 && !(await list.count()); i++) {
    await page.keyboard.press('ArrowRight');
  }
  await list.focus();
  await page.keyboard.press('Enter');
  await view.locator('.msim-detail .msim-link[data-select]').first().focus();
  await page.keyboard.press('Enter');
  checkEqual(await focused(), 'msim-detail');
});
