/// A notebook file (nbformat 4): reading it, putting outputs into it, writing it back.
///
/// The JSON as read is kept, so that all that is not touched comes out as it went in.

export type JsonObject = Record<string, unknown>;

/// Why a text is not a notebook, in words for its author.
export class NotebookError extends Error {}

export interface Cell {
  readonly type: string;
  /// The text as one string, however the file splits it.
  readonly source: string;
  readonly metadata: JsonObject;
  /// The cell's own JSON object inside `Notebook.json`.
  readonly json: JsonObject;
}

export interface Notebook {
  readonly cells: readonly Cell[];
  readonly json: JsonObject;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string | string[] =>
  typeof value === 'string' || (Array.isArray(value) && value.every(line => typeof line === 'string'));

function readCell(json: unknown, index: number): Cell {
  if (!isObject(json) || typeof json.cell_type !== 'string') {
    throw new NotebookError(`cell ${index + 1} is not a cell`);
  }
  if (!isText(json.source)) {
    throw new NotebookError(`cell ${index + 1} has no source`);
  }
  return {
    type: json.cell_type,
    source: typeof json.source === 'string' ? json.source : json.source.join(''),
    metadata: isObject(json.metadata) ? json.metadata : {},
    json
  };
}

/// Throws a NotebookError if the text is not a notebook of nbformat 4.
export function readNotebook(text: string): Notebook {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new NotebookError('its text is not JSON');
  }
  if (!isObject(json) || typeof json.nbformat !== 'number') {
    throw new NotebookError('it has no "nbformat"');
  }
  if (json.nbformat !== 4) {
    throw new NotebookError(`it is of nbformat ${json.nbformat}; open and save it in JupyterLab to make it nbformat 4`);
  }
  if (!Array.isArray(json.cells)) {
    throw new NotebookError('it has no list of cells');
  }
  return { json, cells: json.cells.map(readCell) };
}

/// Lines with their ends, as nbformat stores text.
const splitLines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+/g) ?? [];

const isJsonMime = (mime: string): boolean => mime === 'application/json' || /^application\/.*\+json$/.test(mime);

function splitBundle(data: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(data).map(([mime, value]) => [mime, typeof value === 'string' && !isJsonMime(mime) ? splitLines(value) : value])
  );
}

/// An output in memory has texts as strings, one in a file has them as lists of lines.
function outputForFile(output: JsonObject): JsonObject {
  const split = { ...output };
  if (typeof output.text === 'string') {
    split.text = splitLines(output.text);
  }
  if (isObject(output.data)) {
    split.data = splitBundle(output.data);
  }
  return split;
}

/// `cell.source` stays what it was read as.
export function setSource(cell: Cell, source: string): void {
  cell.json.source = splitLines(source);
}

/// Replaces the outputs of a code cell; null as count means that it has not run.
export function setOutputs(cell: Cell, outputs: readonly object[], executionCount: number | null): void {
  cell.json.outputs = outputs.map(output => outputForFile({ ...output }));
  cell.json.execution_count = executionCount;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sortKeys);
  }
  if (!isObject(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map(key => [key, sortKeys(value[key])])
  );
}

/// The text as Jupyter's own writer makes it (nbformat v4 writes: sorted keys, one space a level),
/// so that saving from JupyterLab afterwards changes nothing.
export const writeNotebook = (notebook: Notebook): string => `${JSON.stringify(sortKeys(notebook.json), undefined, 1)}\n`;
