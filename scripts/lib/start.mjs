// npm start: JupyterLab on the lessons.
import { inRoot, venvProgram } from './paths.mjs';
import { say, show, tell } from './run.mjs';
import { setup } from './setup.mjs';

/// JupyterLab refuses to run as root (in containers, mostly) unless told that it is meant.
const rootArguments = () => (process.getuid?.() === 0 ? ['--allow-root'] : []);

/// The terminal sends Ctrl-C to JupyterLab as well: it asks or ends. Other requests to end are passed on.
function leaveSignalsTo(child) {
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
}

export async function start(args) {
  try {
    await setup();
  } catch (error) {
    tell(error);
    process.exitCode = 1;
    return;
  }
  say('starting JupyterLab on lessons/ (Ctrl-C twice stops it)');
  const jupyter = ['-m', 'jupyterlab', `--ServerApp.root_dir=${inRoot('lessons')}`, ...rootArguments(), ...args];
  process.exitCode = await show(venvProgram('python'), jupyter, { stdin: 'inherit', onStart: leaveSignalsTo });
}
