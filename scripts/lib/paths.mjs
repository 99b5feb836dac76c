// Where things are in the checkout.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

export const inRoot = (...parts) => path.join(root, ...parts);

const windows = process.platform === 'win32';

export const venv = inRoot('.venv');

/// A program of the virtual environment, such as `python` or `jupyter`.
export const venvProgram = name => path.join(venv, windows ? 'Scripts' : 'bin', windows ? `${name}.exe` : name);

/// Stamps lie in node_modules: whoever removes that also wants everything redone.
export const stampFile = name => inRoot('node_modules', '.cache', 'memory-sim', `${name}.stamp`);
