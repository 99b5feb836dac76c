// Knowing what is up to date: a stamp holds the hash of all that a result was made from.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';

const IGNORED = new Set(['node_modules', '__pycache__', '.ipynb_checkpoints']);

function* filesUnder(name) {
  const file = inRoot(name);
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat?.isFile()) {
    yield name;
  } else if (stat?.isDirectory()) {
    for (const entry of fs.readdirSync(file).sort()) {
      if (!IGNORED.has(entry)) {
        yield* filesUnder(path.join(name, entry));
      }
    }
  }
}

/// A hash of names and contents of files and of all files under folders; what does not exist counts as absent.
export function hashOf(names) {
  const hash = createHash('sha256');
  for (const name of names) {
    for (const file of filesUnder(name)) {
      const content = fs.readFileSync(inRoot(file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

export function readStamp(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

export function writeStamp(file, value) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, value);
}
