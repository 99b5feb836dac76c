// Running other programs, and saying how it goes.
import { spawn } from 'node:child_process';
import { diagnose } from './diagnose.mjs';
import { root } from './paths.mjs';

const HEARTBEAT_MS = 20_000;
/// npm says what is wrong first, pip last.
const HEAD_LINES = 8;
const TAIL_LINES = 20;

/// What went wrong in set-up, in words for the user, with what to do about it.
export class SetupError extends Error {
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

export const say = text => console.log(`memory-sim: ${text}`);

/// Whatever ends this process (a closed terminal, say) leaves none of them behind.
const children = new Set();
process.on('exit', () => children.forEach(child => child.kill('SIGTERM')));

function start(command, args, options) {
  const child = spawn(command, args, { ...options, shell: needsShell(command) });
  children.add(child);
  child.on('close', () => children.delete(child));
  return child;
}

const seconds = since => `${Math.round((Date.now() - since) / 1000)} s`;

const quoted = argument => (/[\s;<>]/.test(argument) ? JSON.stringify(argument) : argument);

/// npm is a .cmd file on Windows, which only a shell starts.
const needsShell = command => process.platform === 'win32' && command === 'npm';

/// Runs a program to its end and gives { code, output }; code is undefined if it could not be started.
export function capture(command, args, { env, onStart } = {}) {
  return new Promise(resolve => {
    let output = '';
    const child = start(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    onStart?.(child);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', text => (output += text));
    }
    child.on('error', error => resolve({ code: undefined, output: String(error.message) }));
    child.on('close', (code, signal) => resolve({ code: code ?? signal, output }));
  });
}

/// Runs a program with its output on this terminal; gives its exit code, or undefined if it could not be started.
export function show(command, args, { env, cwd = root, stdin = 'ignore', onStart } = {}) {
  return new Promise(resolve => {
    const child = start(command, args, { cwd, env: { ...process.env, ...env }, stdio: [stdin, 'inherit', 'inherit'] });
    onStart?.(child);
    child.on('error', error => {
      console.error(error.message);
      resolve(undefined);
    });
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

function excerpt(output) {
  const lines = output.trimEnd().split('\n');
  return lines.length <= HEAD_LINES + TAIL_LINES ? lines.join('\n') : [...lines.slice(0, HEAD_LINES), '...', ...lines.slice(-TAIL_LINES)].join('\n');
}

/// One step of the set-up: says what it does and how long it took. Throws a SetupError that tells what to do:
/// `advice`, or what the output suggests.
export async function setupStep(title, command, args, { advice, ...options } = {}) {
  const started = Date.now();
  say(`${title} ...`);
  const heartbeat = setInterval(() => say(`... still at it (${seconds(started)})`), HEARTBEAT_MS);
  const { code, output } = await capture(command, args, options);
  clearInterval(heartbeat);
  if (code !== 0) {
    console.error(excerpt(output));
    throw new SetupError(`${title}: failed (${[command, ...args].map(quoted).join(' ')})`, advice ?? diagnose(output));
  }
  say(`${title}: done in ${seconds(started)}`);
  return output;
}

/// Tells what went wrong: a SetupError with its advice; anything else is a defect of ours and keeps its stack.
export function tell(error) {
  const lines = error instanceof SetupError ? [error.message, ...(error.advice ?? [])] : [error.stack ?? String(error)];
  console.error(`memory-sim: ${lines.join('\n  ')}`);
}
