/// The `memory-sim` command, apart from the process it runs in.
import { PYTHON_VERSIONS } from '../core/profile/profile';
import { DEFAULT_PYTHON, isNotebookFile, readArguments, USAGE } from './arguments';
import type { Host } from './host';
import { FileError, UsageError } from './host';
import { gradeNotebooks } from './gradeNotebooks';
import { lintNotebooks } from './lintNotebooks';
import { releaseNotebook } from './releaseNotebook';
import { runNotebook } from './runNotebook';
import { runScript } from './runScript';
import { serve } from './serve';

const BAD_INPUT = 2;

async function runCommand(words: readonly string[], host: Host, version: string): Promise<number> {
  const command = readArguments(words);
  switch (command.name) {
    case 'run':
      return isNotebookFile(command.options.file) ? runNotebook(host, command.options) : runScript(host, command.options);
    case 'grade':
      return gradeNotebooks(host, command.options);
    case 'lint':
      return lintNotebooks(host, command.options);
    case 'release':
      return releaseNotebook(host, command.options);
    case 'serve':
      return serve(host);
    case 'versions':
      host.write('stdout', PYTHON_VERSIONS.map(known => `${known}${known === DEFAULT_PYTHON ? ' (default)' : ''}\n`).join(''));
      return 0;
    case 'help':
      host.write('stdout', USAGE);
      return 0;
    case 'version':
      host.write('stdout', `memory-sim ${version}\n`);
      return 0;
  }
}

/// The exit status.
export async function main(words: readonly string[], host: Host, version: string): Promise<number> {
  try {
    return await runCommand(words, host, version);
  } catch (error) {
    if (error instanceof UsageError || error instanceof FileError) {
      host.write('stderr', `memory-sim: ${error.message}\n`);
      return BAD_INPUT;
    }
    throw error;
  }
}
