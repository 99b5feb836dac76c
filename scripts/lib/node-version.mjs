// Written in the JavaScript of old Nodes, so that they can read it and say what is wrong.

export const MINIMUM_NODE = 20;

/// True if this Node is new enough; otherwise says so and sets the exit code.
export function checkNode(version = process.versions.node, say = console.error) {
  if (Number(version.split('.')[0]) >= MINIMUM_NODE) {
    return true;
  }
  say('memory-sim needs Node ' + MINIMUM_NODE + ' or newer; this is Node ' + version + '.');
  say('Install a current one from https://nodejs.org/ or with your package manager, then try again.');
  process.exitCode = 1;
  return false;
}
