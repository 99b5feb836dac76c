// Tests are registered by name and run one after the other, each in a browser context of its own.

export const tests = [];

/// `run` gets a Session; it fails by throwing.
export function test(name, run) {
  tests.push({ name, run });
}

export function check(condition, message) {
  if (!condition) {
    throw new Error(message);
  }
}

export function checkEqual(actual, expected, message = 'unexpected value') {
  const [a, e] = [actual, expected].map(value => JSON.stringify(value));
  check(a === e, `${message}\n  expected ${e}\n  got      ${a}`);
}

const PATIENCE_MS = 30_000;

/// What `read` gives becomes `expected`: JupyterLab shows many things a moment after what caused them.
export async function checkSoon(read, expected, message) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const actual = await read();
    if (JSON.stringify(actual) === JSON.stringify(expected) || Date.now() > deadline) {
      checkEqual(actual, expected, message);
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
