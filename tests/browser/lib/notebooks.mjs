// Notebooks for tests.
let cells = 0;

export const code = (source, metadata = {}, outputs = []) => ({
  cell_type: 'code', id: `cell-${++cells}`, metadata, execution_count: null, outputs, source
});

export const markdown = source => ({ cell_type: 'markdown', id: `cell-${++cells}`, metadata: {}, source });

/// A memory-sim cell; `options` go on the magic line.
export const sim = (source, { options = '', metadata = {}, outputs = [] } = {}) =>
  code(`%%memory-sim${options && ` ${options}`}\n${source}`, metadata, outputs);

export const notebook = (...list) => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' }, language_info: { name: 'python' } },
  cells: list
});

/// A stored output with a trace; what stands for `payload` is up to the test.
export const traceOutput = (payload, text = 'the heap in words') => ({
  output_type: 'display_data',
  metadata: {},
  data: { 'application/vnd.memory-sim.trace.v1+json': payload, 'image/svg+xml': '<svg xmlns="http://www.w3.org/2000/svg"/>', 'text/plain': text }
});
