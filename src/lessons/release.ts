/// The learner's version of a lesson: solutions and hidden tests, in nbgrader's marks, taken out.
import { NotebookError, readNotebook, setOutputs, setSource } from './notebook';
import type { Notebook } from './notebook';

/// What a learner finds where a solution was.
const STUB = '# YOUR CODE HERE';

/// nbgrader's ClearSolutions and ClearHiddenTests by default.
const REGIONS = [
  { begin: '### BEGIN SOLUTION', end: '### END SOLUTION', stub: [STUB] },
  { begin: '### BEGIN HIDDEN TESTS', end: '### END HIDDEN TESTS', stub: [] }
] as const;

const indentOf = (line: string): string => /^[ \t]*/.exec(line)![0];

/// Throws a NotebookError that names the line of a mark without its other half.
export function withoutRegions(source: string): string {
  const kept: string[] = [];
  let open: { region: (typeof REGIONS)[number]; line: number } | undefined;
  source.split('\n').forEach((text, index) => {
    const line = index + 1;
    const begun = REGIONS.find(({ begin }) => text.includes(begin));
    const ended = REGIONS.find(({ end }) => text.includes(end));
    if (begun && open) {
      throw new NotebookError(`line ${line}: '${begun.begin}' stands in the part that line ${open.line} begins: end that first`);
    }
    if (ended && ended !== open?.region) {
      throw new NotebookError(`line ${line}: '${ended.end}' ends nothing: there is no '${ended.begin}' above it`);
    }
    if (begun) {
      open = { region: begun, line };
      kept.push(...begun.stub.map(stub => indentOf(text) + stub));
    } else if (ended) {
      open = undefined;
    } else if (!open) {
      kept.push(text);
    }
  });
  if (open) {
    throw new NotebookError(`line ${open.line}: '${open.region.begin}' has no '${open.region.end}' below it`);
  }
  return kept.join('\n');
}

export const hasSolution = (notebook: Notebook): boolean =>
  notebook.cells.some(({ type, source }) => type === 'code' && source.includes(REGIONS[0].begin));

/// A new notebook, without outputs; the one given stays as it is. Throws a NotebookError that names cell and line.
export function release(notebook: Notebook): Notebook {
  const copy = readNotebook(JSON.stringify(notebook.json));
  copy.cells.forEach((cell, index) => {
    if (cell.type !== 'code') {
      return;
    }
    try {
      setSource(cell, withoutRegions(cell.source));
    } catch (error) {
      throw error instanceof NotebookError ? new NotebookError(`cell ${index + 1}, ${error.message}`) : error;
    }
    setOutputs(cell, [], null);
  });
  return readNotebook(JSON.stringify(copy.json));
}
