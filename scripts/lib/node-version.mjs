// Written in the JavaScript of old Nodes, so that they can read it and say what is wrong.

/// The build needs `require()` of ES modules: Node 20.19, 22.12 and everything newer have it (package.json, engines).
function newEnough(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0];
  const minor = parts[1];
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

/// True if this Node is new enough; otherwise says so and sets the exit code.
export function checkNode(version = process.versions.node, say = console.error) {
  if (newEnough(version)) {
    return true;
  }
  say('memory-sim needs Node 20.19 or newer (of Node 22: 22.12); this is Node ' + version + '.');
  say('Install a current one from https://nodejs.org/ or with your package manager, then try again.');
  process.exitCode = 1;
  return false;
}
