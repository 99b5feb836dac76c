// Taking a step along: as a picture, as a page, as a link, on paper.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { check, checkEqual, checkSoon, test } from './lib/suite.mjs';
import { markdown, notebook, sim } from './lib/notebooks.mjs';

const VIEW = '.jp-MemorySim-output .msim-HeapView';
const SOURCE = 'x = [1]\ny = x\nx = None\ndel y';
const root = fileURLToPath(new URL('../../', import.meta.url));
const python = process.env.MEMORY_SIM_PYTHON ?? path.join(root, '.venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');

async function openSteps(session, name, ...more) {
  const page = await session.open(name, notebook(sim(SOURCE), ...more));
  await session.activate(0);
  await page.keyboard.press('Control+Enter');
  await page.locator(VIEW).waitFor();
  return page;
}

const step = (page, text) => checkSoon(() => page.locator(`${VIEW} .msim-position`).textContent(), text, 'the step that is shown');

/// Saves by the Save menu and gives the path of the file.
async function saveAs(session, as) {
  const { page } = session;
  await page.locator(`${VIEW} summary`, { hasText: 'Save' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`${VIEW} [data-save=${as}]`).click()]);
  const file = path.join(session.server.dir, download.suggestedFilename());
  await download.saveAs(file);
  await page.locator(`${VIEW} .msim-bar [role=status]`, { hasText: 'Saved.' }).waitFor();
  return file;
}

test('a step is saved as SVG and as PNG', async session => {
  const page = await openSteps(session, 'save.ipynb');
  await page.locator(VIEW).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await step(page, 'step 1 of 4');
  const svg = await saveAs(session, 'svg');
  checkEqual(path.basename(svg), 'heap-step-1.svg');
  const drawn = fs.readFileSync(svg, 'utf8');
  check(drawn.startsWith('<svg') && drawn.includes('step 1 of 4') && !/<script|<style|foreignObject|\son\w+=|href/.test(drawn), drawn.slice(0, 300));
  const png = fs.readFileSync(await saveAs(session, 'png'));
  checkEqual(png.subarray(1, 4).toString(), 'PNG');
  check(png.readUInt32BE(16) > 500 && png.readUInt32BE(20) > 150, `a PNG of ${png.readUInt32BE(16)} × ${png.readUInt32BE(20)}`);
});

test('a step is copied as a picture', async session => {
  await session.browserContext.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await openSteps(session, 'copy.ipynb');
  await page.locator(`${VIEW} summary`, { hasText: 'Save' }).click();
  await page.locator(`${VIEW} [data-save=copy]`).click();
  await page.locator(`${VIEW} .msim-bar [role=status]`, { hasText: 'clipboard' }).waitFor();
  checkEqual(await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types)), ['image/png']);
});

test('the page with all steps opens from a file and steps by itself', async session => {
  await openSteps(session, 'page.ipynb');
  const file = await saveAs(session, 'html');
  const page = await session.browserContext.newPage();
  const wrong = [];
  page.on('pageerror', error => wrong.push(error.message));
  page.on('request', request => request.url().startsWith('file:') || wrong.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  const shown = () => page.locator('section:visible h2').allTextContents();
  await checkSoon(shown, ['step 4 of 4']);
  await page.keyboard.press('Home');
  await checkSoon(shown, ['step 0 of 4']);
  await page.keyboard.press('ArrowRight');
  await checkSoon(shown, ['step 1 of 4']);
  await page.getByRole('button', { name: 'Next' }).click();
  await checkSoon(shown, ['step 2 of 4']);
  checkEqual(await page.getByRole('status').textContent(), 'step 2 of 4: line 3 y = x y now names the same list as x, whose count goes 1 → 2.');
  await page.emulateMedia({ media: 'print' });
  await checkSoon(async () => (await shown()).length, 5, 'steps on paper');
  checkEqual(wrong, [], 'errors and requests');
  await page.close();
});

test('a link to a step is copied by right-click, and leads back from a text cell', async session => {
  await session.browserContext.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await openSteps(session, 'link.ipynb', markdown('text'));
  await page.locator(VIEW).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await step(page, 'step 2 of 4');
  await page.locator(`${VIEW} .msim-graph`).click({ button: 'right', position: { x: 5, y: 5 } });
  await page.locator('.lm-Menu').getByText('Copy Link to Step').click();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await checkSoon(async () => /^#memory-sim-step=[^/]+\/2$/.test(await read()), true, 'the clipboard has a link');
  const link = await read();
  await page.locator(VIEW).focus();
  await page.keyboard.press('End');
  await step(page, 'step 4 of 4');
  // Without a mouse: of the active cell, from the palette.
  await session.activate(0);
  await session.command('memory-sim:copy-step-link');
  await checkSoon(async () => /^#memory-sim-step=[^/]+\/4$/.test(await read()), true, 'the clipboard has the link of the active cell');
  await page.evaluate(link => window.jupyterapp.shell.currentWidget.content.widgets[1].model.sharedModel.setSource(`[there](${link})`), link);
  await session.activate(1);
  await session.command('notebook:run-cell');
  await page.locator('.jp-MarkdownOutput a', { hasText: 'there' }).click();
  await step(page, 'step 2 of 4');
  // So does a link from another file.
  await page.locator(VIEW).focus();
  await page.keyboard.press('End');
  await step(page, 'step 4 of 4');
  await page.evaluate(link => window.jupyterapp.shell.currentWidget.setFragment(link), link);
  await step(page, 'step 2 of 4');
});

test('on paper, by nbconvert and on other sites, the saved picture stands for the view', async session => {
  const page = await openSteps(session, 'paper.ipynb');
  // The picture follows the view.
  await checkSoon(async () => 'image/svg+xml' in (await session.model()).cells[0].outputs.at(-1).data, true, 'the picture to save');
  await session.save();
  const { cells } = await session.model();
  const saved = cells[0].outputs.at(-1).data['image/svg+xml'];
  const svg = Array.isArray(saved) ? saved.join('') : saved;
  // File → Print… prints this page.
  const html = await (await session.server.fetch('/nbconvert/html/paper.ipynb')).text();
  check(html.includes(Buffer.from(svg).toString('base64')), 'nbconvert keeps the picture');
  const clean = execFileSync(python, ['-m', 'nbconvert', '--to', 'html', '--stdout', '--log-level=ERROR', '--HTMLExporter.sanitize_html=True', path.join(session.server.dir, 'paper.ipynb')], { encoding: 'utf8', maxBuffer: 64_000_000 });
  check(clean.includes(Buffer.from(svg).toString('base64')), 'its sanitizer keeps the picture');
  // The browser's own print leaves out what only a mouse can use.
  await page.emulateMedia({ media: 'print' });
  await checkSoon(() => page.locator(`${VIEW} .msim-buttons`).isVisible(), false, 'buttons on paper');
  await checkSoon(() => page.locator(`${VIEW} .msim-graph`).isVisible(), true, 'the picture on paper');
});
