// All that must be there before JupyterLab or the tests can run.
import { build } from './build.mjs';
import { installNodePackages } from './node-packages.mjs';
import { installExtension, installPythonPackages, makePythonEnvironment } from './python.mjs';

/// Does what is missing or out of date, in order; does nothing twice.
export async function setup() {
  // First what may be missing on the machine, then what takes long.
  await makePythonEnvironment();
  await installNodePackages();
  await installPythonPackages();
  await build();
  await installExtension();
}
