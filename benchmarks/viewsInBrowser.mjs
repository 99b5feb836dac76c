// The heap view in a real JupyterLab: `node benchmarks/viewsInBrowser.mjs` prints times; a timing is never a test.
//
// - From Shift+Enter to the painted widget of a lesson cell, beside print(1) in a kernel cell of the same notebook, both from key press
//   to the frame with the new output, in turns: run again and again, and as the first run after the page was loaded. A text cell
//   follows each, so that both go on to the like. Where other work wants the processors, Linux shares them between process groups,
//   of which the browser is one, the server one and the kernel one: there, begin with `chrt -r 1`.
// - Opening a long trace: to the first paint, and to the view that can be stepped.
// - Scrubbing a heap of 2,000 objects that are all drawn, with references between them and without: frames, and of each what the page's
//   main thread has to do, script, style, layout and paint.
// - What else one does with a long trace: steps in each tab, filters, drags, saving.
// - Playing, and what runs cost beside a ribbon of many runs and the Memory panel.
//
// A number behind the command names one of these parts: 0 and 1 are the runs beside the kernel, 2 to 4 the traces, 5 the last.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../tests/browser/lib/chromium.mjs';
import { notebook, code, markdown, sim, traceOutput } from '../tests/browser/lib/notebooks.mjs';
import { startServer } from '../tests/browser/lib/server.mjs';
import { Session } from '../tests/browser/lib/session.mjs';
import { longTrace } from './longTrace.mjs';
import { MainThread, timeInteractions } from './mainThread.mjs';
import { median } from './measure.mjs';

const ROUNDS = 20;
const WARM = 3;
const LOADS = 12;
/// What a page does after it was opened is over then; a learner reads first.
const READING_MS = 3000;
const SETTLE_MS = 200;
/// Steps that are played at each speed, and runs that a ribbon tells of.
const PLAYED = 6;
const RUNS = 60;
const FRAMES = 120;
const FRAME_MS = 1000 / 60;
const VIEW = '.jp-MemorySim-output .msim-HeapView';
/// Each run brings its own, in the view that is there.
const WORDS = `${VIEW} .msim-say`;

const ms = time => `${time.toFixed(time < 10 ? 1 : 0)} ms`;

/// Milliseconds from Shift+Enter in the cell at `index` to the paint that follows what `selector` tells of. The cell is being edited,
/// as mostly, and the keys are held as long: in command mode JupyterLab runs a cell when the key is released.
async function runAndTime(session, index, selector) {
  await session.activate(index);
  await session.page.evaluate(async index => {
    const { content } = window.jupyterapp.shell.currentWidget;
    await content.scrollToItem(index, 'start');
    content.mode = 'edit';
  }, index);
  await session.page.waitForFunction(() => document.activeElement?.matches('.jp-Notebook .cm-content'));
  await session.page.evaluate(([index, selector]) => {
    const cell = window.jupyterapp.shell.currentWidget.content.widgets[index].node;
    for (const old of cell.querySelectorAll(selector)) {
      old.dataset.old = 'true';
    }
    window.painted = new Promise(resolve => {
      let started;
      addEventListener('keydown', ({ key }) => (started = key === 'Enter' ? performance.now() : started), { capture: true });
      const look = () => {
        if (started === undefined || !cell.querySelector(`${selector}:not([data-old])`)) {
          return;
        }
        observer.disconnect();
        // After the next frame, the paint is done.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
      };
      const observer = new MutationObserver(look);
      observer.observe(cell, { childList: true, subtree: true, characterData: true });
    });
  }, [index, selector]);
  // What the run before has left to do is not this one's.
  await session.page.waitForTimeout(SETTLE_MS);
  const { keyboard } = session.page;
  await keyboard.down('Shift');
  await keyboard.down('Enter');
  const time = await session.page.evaluate(() => window.painted);
  await keyboard.up('Enter');
  await keyboard.up('Shift');
  return time;
}

/// The cells of a lesson up to the one that is timed, and a kernel cell.
function lessonCells() {
  const lesson = JSON.parse(fs.readFileSync(fileURLToPath(new URL('../lessons/01-reference-counting.ipynb', import.meta.url)), 'utf8'));
  return lesson.cells.filter(cell => cell.cell_type === 'code').slice(0, 3).map(cell => code(cell.source.join('')));
}

const KERNEL_OUTPUT = '.jp-OutputArea-output pre';

function tell(what, widget, kernel) {
  const [ours, theirs] = [widget, kernel].map(times => [...times].sort((a, b) => a - b));
  const quartile = times => ms(times[Math.floor(times.length * 0.75)]);
  console.log(`${what}: lesson cell to painted widget ${ms(median(ours))} (3/4 within ${quartile(ours)}), print(1) in a kernel ${ms(median(theirs))} (${quartile(theirs)}), ratio ${(median(ours) / median(theirs)).toFixed(2)}`);
}

async function againstKernel(session) {
  const cells = lessonCells();
  const last = cells.length - 1;
  await session.open('speed.ipynb', notebook(...cells, markdown('Next.'), code('print(1)'), markdown('Next.')));
  for (let i = 0; i < last; i++) {
    await session.activate(i);
    await session.page.keyboard.press('Control+Enter');
  }
  const [widget, kernel] = [[], []];
  for (let i = 0; i < WARM + ROUNDS; i++) {
    const a = await runAndTime(session, last, WORDS);
    const b = await runAndTime(session, last + 2, KERNEL_OUTPUT);
    if (i >= WARM) {
      widget.push(a);
      kernel.push(b);
    }
  }
  tell('run again', widget, kernel);
}

async function firstRuns(session) {
  const lesson = sim('class Node:\n    pass\n\n\na = Node()\nb = Node()\na.other = b\nb.other = a\ndel a, b\nprint("a cycle")');
  const [widget, kernel] = [[], []];
  for (let i = 0; i < LOADS; i++) {
    // The kernel runs on over the loads; each cell is the first one of its kind after its load, and before the other every second time.
    await session.open('first.ipynb', notebook(lesson, markdown('Next.'), code('print(1)'), markdown('Next.')));
    await session.page.evaluate(() => window.jupyterapp.shell.currentWidget.sessionContext.ready);
    await session.page.waitForTimeout(READING_MS);
    const ours = async () => widget.push(await runAndTime(session, 0, WORDS));
    const theirs = async () => kernel.push(await runAndTime(session, 2, KERNEL_OUTPUT));
    await (i % 2 === 0 ? ours() : theirs());
    await (i % 2 === 0 ? theirs() : ours());
  }
  tell('first run after the page was loaded', widget, kernel);
}

async function opening(session, name, events, alive, options = {}) {
  const trace = longTrace(events, alive, options);
  session.write('long.ipynb', notebook(code('%%memory-sim', {}, [traceOutput(trace)])));
  session.write('empty.ipynb', notebook(code('')));
  const page = await session.open('empty.ipynb');
  const mainThread = await MainThread.watch(page);
  const [from, first, whole] = await mainThread.section('opening', () => page.evaluate(async view => {
    const { commands } = window.jupyterapp;
    const seen = selector => new Promise(resolve => {
      const look = () => {
        if (document.querySelector(selector)) {
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        }
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { childList: true, subtree: true });
    });
    // The output exists: from here it is ours.
    const times = Promise.all([seen('.jp-MemorySim-output'), seen('.jp-MemorySim-output > *'), seen(view)]);
    await commands.execute('docmanager:open', { path: 'long.ipynb' });
    return times;
  }, VIEW));
  const [{ spent, longest }] = await mainThread.end();
  console.log(`${name}: first paint ${ms(first - from)}, view ${ms(whole - from)}, ${ms(spent)} of the main thread, ${ms(longest)} at most without an answer`);
  return page;
}

/// Seeks from frame to frame and takes the time of each.
async function scrub(page, name) {
  const mainThread = await MainThread.watch(page);
  const frames = await mainThread.section('scrubbing', () => page.evaluate(async ([view, FRAMES]) => {
    const slider = document.querySelector(`${view} input[type=range]`);
    const end = Number(slider.max);
    const frames = [];
    const drawing = [];
    await new Promise(resolve => {
      let n = 0;
      let last = performance.now();
      const frame = now => {
        frames.push(now - last);
        last = now;
        if (n++ === FRAMES) {
          resolve();
          return;
        }
        const t0 = performance.now();
        slider.value = String(end - n * 3);
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        drawing.push(performance.now() - t0);
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    });
    return { frames: frames.slice(10), drawing: drawing.slice(10), boxes: document.querySelectorAll(`${view} .msim-hit`).length };
  }, [VIEW, FRAMES]));
  const [{ spent, longest }] = await mainThread.end();
  const work = spent / FRAMES;
  const sorted = [...frames.frames].sort((a, b) => a - b);
  console.log(`${name}, ${frames.boxes} boxes drawn: a frame each ${ms(median(frames.frames))} (95 % within ${ms(sorted[Math.floor(sorted.length * 0.95)])}), of it script ${ms(median(frames.drawing))}; the main thread works ${ms(work)} a frame, ${(work / FRAME_MS).toFixed(2)} of what 60 frames a second leave, ${ms(longest)} at most`);
}

/// As they are shown at first, each by itself, and so small that all are in sight.
async function manyObjects(session, name, options) {
  const page = await opening(session, name, 100_000, 2_000, options);
  await scrub(page, 'scrubbing it');
  for (let group; (group = await page.$(`${VIEW} [data-group]`));) {
    const key = await group.getAttribute('data-group');
    await group.dispatchEvent('click');
    await page.waitForFunction(([view, key]) => ![...document.querySelectorAll(`${view} [data-group]`)].some(({ dataset }) => dataset.group === key), [VIEW, key]);
  }
  await scrub(page, 'each by itself');
  await page.evaluate(view => {
    for (let i = 0; i < 20; i++) {
      document.querySelector(`${view} .msim-graph`).dispatchEvent(new WheelEvent('wheel', { ctrlKey: true, deltaY: 1, bubbles: true, cancelable: true }));
    }
  }, VIEW);
  await scrub(page, 'zoomed out');
}

/// Playing at each speed; and runs while the ribbon tells of many and the Memory panel shows the heap.
async function besides(session) {
  const heap = 'class Item:\n    pass\n\n\nitems = []\nfor n in range(300):\n    item = Item()\n    item.number = n\n    item.last = items[-1] if items else None\n    items.append(item)';
  const page = await session.open('besides.ipynb', notebook(sim(heap), sim('del items[-1]\nprint(len(items))')));
  await session.activate(0);
  await page.keyboard.press('Control+Enter');
  await page.waitForSelector(VIEW);
  await page.waitForTimeout(READING_MS);
  const mainThread = await MainThread.watch(page);
  const counts = [];
  const at = () => page.$eval(`${VIEW} input[type=range]`, slider => Number(slider.value));
  const play = () => page.$eval(VIEW, view => view.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true })));
  for (const [name, pace] of [['slow', 1800], ['normal', 900], ['fast', 300]]) {
    await page.$eval(VIEW, (view, pace) => {
      const speeds = [...view.querySelectorAll('select')].find(({ options }) => [...options].some(({ value }) => value === pace));
      speeds.value = pace;
      speeds.dispatchEvent(new Event('change', { bubbles: true }));
    }, String(pace));
    await page.$eval(`${VIEW} input[type=range]`, slider => {
      slider.value = '100';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await mainThread.section(`playing, ${name}`, async () => {
      await play();
      await page.waitForTimeout(PLAYED * pace);
      await play();
    });
    counts.push((await at()) - 100);
  }
  await session.activate(1);
  for (let i = 0; i < RUNS; i++) {
    await session.command('notebook:run-cell');
  }
  await mainThread.section('a run beside a ribbon of many', () => runs(session), SETTLE_MS);
  await mainThread.section('opening the Memory panel', () => session.command('memory-sim:show-memory'), READING_MS);
  await mainThread.section('a run beside the Memory panel, too', () => runs(session), SETTLE_MS);
  counts.push(ROUNDS, 1, ROUNDS);
  (await mainThread.end()).forEach(({ name, spent, longest }, i) => console.log(`${name}: ${ms(spent / counts[i])} of the main thread, ${ms(longest)} at most without an answer`));
}

async function runs(session) {
  for (let i = 0; i < ROUNDS; i++) {
    await session.command('notebook:run-cell');
    await session.page.waitForTimeout(SETTLE_MS);
  }
}

const server = await startServer();
const browser = await launchBrowser();
try {
  const parts = [
    session => againstKernel(session),
    session => firstRuns(session),
    async session => {
      const page = await opening(session, '1,000,000 events', 1_000_000, 400);
      await scrub(page, 'scrubbing it');
      await timeInteractions(page, VIEW, console.log);
    },
    session => manyObjects(session, '100,000 events, 2,000 objects', {}),
    session => manyObjects(session, '100,000 events, 2,000 objects with references', { linked: true }),
    besides
  ];
  for (const part of process.argv[2] ? [parts[Number(process.argv[2])]] : parts) {
    const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
    const session = new Session(context, server);
    await part(session);
    await session.close();
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
