// The browser: MEMORY_SIM_CHROMIUM or CHROMIUM, Playwright's own, or the machine's.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { chromium } from 'playwright-core';

/// Nothing but the page under test: no updates, no field trials, no background traffic.
const CHROMIUM_ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync'
];

function chromiumPath() {
  const given = process.env.MEMORY_SIM_CHROMIUM ?? process.env.CHROMIUM;
  if (given) {
    return given;
  }
  const own = chromium.executablePath();
  if (fs.existsSync(own)) {
    return own;
  }
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // Not this one.
    }
  }
  throw new Error('no Chromium found: name one in CHROMIUM');
}

export const launchBrowser = () => chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });
