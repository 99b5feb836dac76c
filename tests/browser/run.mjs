// The browser tests: a real Chromium against a real JupyterLab that has this extension.
//
//     node tests/browser/run.mjs [PART OF A NAME]
//
// MEMORY_SIM_CHROMIUM (or CHROMIUM) and MEMORY_SIM_PYTHON say which programs to use.
import fs from 'node:fs';
import { launchBrowser } from './lib/chromium.mjs';
import { startServer } from './lib/server.mjs';
import { Session } from './lib/session.mjs';
import { tests } from './lib/suite.mjs';

const TEST_LIMIT_MS = 120_000;

async function withTimeLimit(promise) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took longer than ${TEST_LIMIT_MS / 1000} s`)), TEST_LIMIT_MS);
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}

async function runTest({ name, run }, browser, server) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
  const session = new Session(context, server);
  const started = Date.now();
  try {
    await withTimeLimit(run(session));
    if (session.dialogs.length > 0) {
      throw new Error(`the page opened alerts: ${session.dialogs.join(' | ')}`);
    }
    console.log(`  ✓ ${name} (${Date.now() - started} ms)`);
    return true;
  } catch (error) {
    console.log(`  ✗ ${name}\n${String(error.stack ?? error).replace(/^/gm, '      ')}`);
    const folder = process.env.MEMORY_SIM_SCREENSHOTS;
    if (folder && session.page) {
      await session.page.screenshot({ path: `${folder}/${name.replace(/\W+/g, '-')}.png` }).catch(() => {});
    }
    return false;
  } finally {
    await session.close().catch(() => {});
    await context.close().catch(() => {});
  }
}

const files = fs.readdirSync(new URL('.', import.meta.url)).filter(file => file.endsWith('.browser.mjs')).sort();
for (const file of files) {
  await import(new URL(file, import.meta.url));
}
/// A JupyterLab without the extension would fail every test, slowly.
async function checkInstalled(server) {
  const page = await (await server.fetch('/lab')).text();
  if (!page.includes('jupyterlab-memory-sim')) {
    await server.stop();
    throw new Error('this JupyterLab does not have the extension: build and install it first (npm test does both)');
  }
}

const wanted = tests.filter(({ name }) => name.includes(process.argv[2] ?? ''));
const server = await startServer();
await checkInstalled(server);
const browser = await launchBrowser();
let passed = 0;
let failed = 0;
try {
  for (const each of wanted) {
    // As JupyterLab's own tests: a browser on a busy machine gets a second chance, and the first failure stays in print.
    (await runTest(each, browser, server)) || (await runTest(each, browser, server)) ? passed++ : failed++;
  }
} finally {
  await browser.close();
  await server.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
