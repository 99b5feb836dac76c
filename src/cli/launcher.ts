/// Starts the command that lies beside this file: command.cjs with command.cache, which is what V8 made of it when it was
/// built (scripts/lib/code-cache.mjs). Reading a program anew takes V8 longer than a short run of it. Another version of V8
/// does not take the cache and reads.
import fs from 'node:fs';
import module from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

const file = path.join(__dirname, 'command.cjs');

function readCache(): Buffer | undefined {
  try {
    return fs.readFileSync(path.join(__dirname, 'command.cache'));
  } catch {
    return undefined;
  }
}

/// The bundle is ASCII.
const script = new vm.Script(module.wrap(fs.readFileSync(file, 'latin1')), { filename: file, cachedData: readCache() });
(script.runInThisContext() as (...names: unknown[]) => void)(exports, require, module, file, __dirname);
