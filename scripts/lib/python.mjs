// Python: finding one, and the virtual environment with JupyterLab and this extension.
import fs from 'node:fs';
import path from 'node:path';
import { venv, venvProgram } from './paths.mjs';
import { capture, setupStep, SetupError } from './run.mjs';
import { hashOf, readStamp, writeStamp } from './stamps.mjs';

export const MINIMUM_PYTHON = [3, 10];

const CANDIDATES = [
  ['python3'],
  ['python'],
  ...[14, 13, 12, 11, 10].map(minor => [`python3.${minor}`]),
  ...(process.platform === 'win32' ? [['py', '-3']] : [])
];

const PRINT_VERSION = ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'];

export const newEnough = version => {
  const [major = 0, minor = 0] = version.trim().split('.').map(Number);
  return major > MINIMUM_PYTHON[0] || (major === MINIMUM_PYTHON[0] && minor >= MINIMUM_PYTHON[1]);
};

async function findPython() {
  const found = [];
  for (const [command, ...args] of CANDIDATES) {
    const { code, output } = await capture(command, [...args, ...PRINT_VERSION]);
    if (code === 0 && newEnough(output)) {
      return [command, ...args];
    }
    if (code === 0) {
      found.push(output.trim());
    }
  }
  throw new SetupError(
    `Python ${MINIMUM_PYTHON.join('.')} or newer is needed; ${found.length ? `found only ${found.join(', ')}` : 'none was found'}.`,
    ['Install one from https://www.python.org/ or with your package manager (Debian, Ubuntu: sudo apt-get install python3 python3-venv).']
  );
}

const REQUIREMENTS = 'scripts/requirements.txt';
const requirementsStamp = path.join(venv, 'memory-sim-requirements.stamp');
const extensionStamp = path.join(venv, 'memory-sim-extension.stamp');

/// All that goes into the wheel; the built extension is made by `npm run build`.
const WHEEL_INPUTS = ['pyproject.toml', 'package.json', 'README.md', 'LICENSE', 'install.json', 'jupyterlab_memory_sim'];

/// A .venv with a Python in it that works.
export async function makePythonEnvironment() {
  if (fs.existsSync(requirementsStamp) && fs.existsSync(venvProgram('python'))) {
    return;
  }
  // The stamp is written when all is installed: without it this may be a half-made environment.
  if (fs.existsSync(venv) && (await capture(venvProgram('python'), ['-m', 'pip', '--version'])).code === 0) {
    return;
  }
  fs.rmSync(venv, { recursive: true, force: true });
  const [command, ...args] = await findPython();
  await setupStep('making a Python environment in .venv', command, [...args, '-m', 'venv', venv]);
}

/// The pinned packages of scripts/requirements.txt.
export async function installPythonPackages() {
  const wanted = hashOf([REQUIREMENTS]);
  if (readStamp(requirementsStamp) === wanted) {
    return;
  }
  await setupStep('installing JupyterLab in .venv', venvProgram('python'), [
    '-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '-r', REQUIREMENTS
  ]);
  writeStamp(requirementsStamp, wanted);
}

/// This extension, as a wheel is installed: no build tools are fetched, they are pinned with the rest.
export async function installExtension() {
  const wanted = hashOf(WHEEL_INPUTS) + (readStamp(requirementsStamp) ?? '');
  if (readStamp(extensionStamp) === wanted) {
    return;
  }
  await setupStep('installing the extension in .venv', venvProgram('python'), [
    '-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--no-deps', '--no-build-isolation', '--force-reinstall', '.'
  ]);
  writeStamp(extensionStamp, wanted);
}
