// A real JupyterLab on an empty folder, with settings, workspaces and sessions of its own.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const venvPython = path.join(root, '.venv', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
const START_LIMIT_MS = 60_000;
const TOKEN = 'browser-tests';

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function writeSettings(folder, plugin, name, settings) {
  fs.mkdirSync(path.join(folder, plugin), { recursive: true });
  fs.writeFileSync(path.join(folder, plugin, `${name}.jupyterlab-settings`), JSON.stringify(settings));
}

/// Gives { url, token, dir, fetch, stop }. MEMORY_SIM_LABEXTENSIONS names a folder whose extensions go before installed ones.
export async function startServer() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'memory-sim-lab-'));
  const dir = path.join(home, 'notebooks');
  fs.mkdirSync(dir);
  const settings = path.join(home, 'settings');
  writeSettings(settings, '@jupyterlab/apputils-extension', 'notification', { fetchNews: 'false', checkForUpdates: false });
  const port = await freePort();
  const extensions = process.env.MEMORY_SIM_LABEXTENSIONS;
  const args = [
    '-m', 'jupyterlab', '--no-browser', '--allow-root', '--ip=127.0.0.1', `--port=${port}`, '--ServerApp.port_retries=0',
    `--ServerApp.root_dir=${dir}`, `--IdentityProvider.token=${TOKEN}`, '--LabApp.expose_app_in_browser=True', '--JupyterNotebookApp.expose_app_in_browser=True',
    ...(extensions ? [`--LabServerApp.extra_labextensions_path=${extensions}`] : [])
  ];
  const child = spawn(process.env.MEMORY_SIM_PYTHON ?? venvPython, args, {
    cwd: dir,
    env: {
      ...process.env,
      HOME: home,
      JUPYTER_CONFIG_DIR: path.join(home, 'config'),
      JUPYTER_DATA_DIR: path.join(home, 'data'),
      JUPYTER_RUNTIME_DIR: path.join(home, 'runtime'),
      JUPYTERLAB_SETTINGS_DIR: settings,
      JUPYTERLAB_WORKSPACES_DIR: path.join(home, 'workspaces'),
      IPYTHONDIR: path.join(home, 'ipython')
    },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  let log = '';
  let ended = false;
  const closed = new Promise(resolve => child.once('close', resolve)).then(() => (ended = true));
  child.on('error', error => (log += error.message));
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => (log += text));
  }
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (!ended) {
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await closed;
      clearTimeout(hard);
    }
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const fetchApi = (address, options) => fetch(`${url}${address}`, { ...options, headers: { Authorization: `token ${TOKEN}` } });
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline && !ended) {
    const up = await fetchApi('/api/status').then(response => response.ok, () => false);
    if (up) {
      return { url, token: TOKEN, dir, fetch: fetchApi, stop };
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  await stop();
  throw new Error(`JupyterLab did not start:\n${log}`);
}
