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

const libcHere = () => (process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl');

/// The machine this runs on, in package.json's words.
const thisMachine = () => ({ os: process.platform, cpu: process.arch, libc: process.platform === 'linux' ? libcHere() : undefined });

/// A package of binaries for this machine. Other optional packages may be left out for good reasons.
const isBinaryFor = (machine, { os, cpu, libc }) =>
  os?.includes(machine.os) && cpu?.includes(machine.cpu) && (libc === undefined || libc.includes(machine.libc));

/// Whether node_modules holds what the lock file pins. npm writes its own list last, when all is in place.
/// Packages for other machines are in the lock file only, so a folder that came from one is found out.
export function packagesInstalled(lock, installed, machine = thisMachine()) {
  if (!lock?.packages || !installed?.packages) {
    return false;
  }
  return Object.entries(lock.packages).every(
    ([name, wanted]) =>
      name === '' ||
      wanted.link ||
      (wanted.optional && !isBinaryFor(machine, wanted)) ||
      installed.packages[name]?.version === wanted.version
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
