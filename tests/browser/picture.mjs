// Takes README's picture anew: node tests/browser/picture.mjs [FILE.png]
//
// As in the browser tests, MEMORY_SIM_CHROMIUM and MEMORY_SIM_PYTHON say which programs to use.
import { fileURLToPath } from 'node:url';
import { launchBrowser } from './lib/chromium.mjs';
import { notebook, sim } from './lib/notebooks.mjs';
import { startServer } from './lib/server.mjs';
import { Session } from './lib/session.mjs';

const PREPARATION = `class Person:
    def __init__(self, name):
        self.name = name
        self.friends = []

    def __del__(self):
        print(f"Person {self.name} deleted")


def churn(n):
    lists = list(map(list, [()] * n))`;

const CELL = `michael, sarah = Person("Michael"), Person("Sarah")
michael.friends.append(sarah)
sarah.friends.append(michael)
michael = None
sarah = None  # now nothing can reach either of them
churn(2_000)`;

const LINE_SHOWN = 6;

const server = await startServer();
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1130, height: 1600 }, deviceScaleFactor: 2 });
  const session = new Session(context, server);
  const page = await session.open('picture.ipynb', notebook(sim(PREPARATION), sim(CELL)));
  await session.command('application:toggle-left-area');
  await session.runAll();
  const cell = page.locator('.jp-Notebook .jp-CodeCell').nth(1);
  const view = cell.locator('.msim-HeapView');
  await view.locator('.msim-lifelines svg').waitFor();
  await view.focus();
  await page.keyboard.press('Home');
  for (let line = ''; line !== `line ${LINE_SHOWN}`; line = await view.locator('.msim-where').textContent()) {
    await page.keyboard.press('ArrowRight');
  }
  await cell.screenshot({ path: process.argv[2] ?? fileURLToPath(new URL('../../docs/heap-view.png', import.meta.url)) });
  await session.close();
} finally {
  await browser.close();
  await server.stop();
}
