// The npm packages that package-lock.json pins.
import fs from 'node:fs';
import { inRoot } from './paths.mjs';
import { capture, setupStep, SetupError } from './run.mjs';

const readJson = file => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
};

/// Whether node_modules holds what the lock file pins. npm writes its own list last, when all is in place;
/// packages for other platforms are in the lock file only.
export function packagesInstalled(lock, installed) {
  if (!lock?.packages || !installed?.packages) {
    return false;
  }
  return Object.entries(lock.packages).every(
    ([name, wanted]) => name === '' || wanted.optional || wanted.link || installed.packages[name]?.version === wanted.version
  );
}

export async function installNodePackages() {
  const lock = readJson(inRoot('package-lock.json'));
  if (packagesInstalled(lock, readJson(inRoot('node_modules', '.package-lock.json')))) {
    return;
  }
  const npm = await capture('npm', ['--version']);
  if (npm.code !== 0) {
    throw new SetupError('npm was not found.', ["It comes with Node from https://nodejs.org/; Debian's nodejs needs: sudo apt-get install npm"]);
  }
  await setupStep('installing npm packages', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
