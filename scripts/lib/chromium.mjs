// A real Chromium for the browser tests: Playwright's, else an installed one, else Debian's.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { inRoot, stampFile } from './paths.mjs';
import { capture, say, setupStep, SetupError } from './run.mjs';
import { readStamp, writeStamp } from './stamps.mjs';

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium'];
const DOWNLOAD_LIMIT_MS = 180_000;

const works = async file => (await capture(file, ['--version', '--no-sandbox'])).code === 0;

function playwrightPath() {
  const require = createRequire(inRoot('package.json'));
  return require('playwright-core').chromium.executablePath();
}

/// Playwright's own browser, downloaded if need be; undefined where that cannot be done.
async function playwrightChromium() {
  const file = playwrightPath();
  if (fs.existsSync(file) && (await works(file))) {
    return file;
  }
  // A download that failed is not tried at every run; removing node_modules forgets it.
  const stamp = stampFile('playwright-download');
  if (readStamp(stamp) === file) {
    return undefined;
  }
  say("downloading Playwright's Chromium ...");
  const { code } = await capture(process.execPath, [inRoot('node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'], {
    onStart: child => setTimeout(() => child.kill(), DOWNLOAD_LIMIT_MS).unref()
  });
  if (code === 0 && (await works(file))) {
    return file;
  }
  say("... Playwright's Chromium cannot be downloaded or does not run here; looking for another");
  writeStamp(stamp, file);
  return undefined;
}

async function installedChromium() {
  for (const name of [...INSTALLED, ...(process.platform === 'darwin' ? MAC : [])]) {
    if (await works(name)) {
      return name;
    }
  }
  return undefined;
}

async function debianChromium() {
  const mayInstall = process.getuid?.() === 0 && (await capture('apt-get', ['--version'])).code === 0;
  if (!mayInstall) {
    return undefined;
  }
  await setupStep("updating Debian's package lists", 'apt-get', ['update', '-qq']);
  await setupStep("installing Debian's chromium", 'apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    env: { DEBIAN_FRONTEND: 'noninteractive' }
  });
  return installedChromium();
}

/// The full path of a Chromium that starts.
export async function findChromium() {
  const found = (await playwrightChromium()) ?? (await installedChromium()) ?? (await debianChromium());
  if (found === undefined) {
    throw new SetupError('no Chromium for the browser tests.', [
      'Install one (Debian: apt-get install chromium), or let "npx playwright-core install chromium" download one.'
    ]);
  }
  const { code, output } = fs.existsSync(found) ? { code: 1, output: '' } : await capture('which', [found]);
  return code === 0 ? output.trim() : found;
}
