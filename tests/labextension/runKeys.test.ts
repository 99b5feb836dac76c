// @vitest-environment jsdom
import './jsdomStubs';
import type { JupyterFrontEnd } from '@jupyterlab/application';
import { describe, expect, it } from 'vitest';
import { runAtOnce } from '../../src/labextension/runKeys';

/// Whether a cell hears that the key is up, after a press that JupyterLab takes or not.
async function isReleased(cell: string, key: string, taken: boolean, { capture = false } = {}): Promise<boolean> {
  const page = document.implementation.createHTMLDocument();
  page.body.innerHTML = `<div class="jp-Cell ${cell}"><div class="cm-content"></div></div>`;
  const editor = page.querySelector('.cm-content')!;
  const app = { started: Promise.resolve() } as JupyterFrontEnd;
  runAtOnce(app, page);
  // JupyterLab's own listener.
  page.addEventListener('keydown', event => {
    if (taken) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, capture);
  await app.started;
  const codes: string[] = [];
  editor.addEventListener('keyup', event => codes.push((event as KeyboardEvent).code));
  editor.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, shiftKey: true, bubbles: true, cancelable: true }));
  return codes.join() === key;
}

describe('runAtOnce', () => {
  it('ends the hold of a key that runs a memory-sim cell, in whichever phase JupyterLab listens', async () => {
    expect(await isReleased('jp-MemorySim-cell', 'Enter', true)).toBe(true);
    expect(await isReleased('jp-MemorySim-cell', 'Enter', true, { capture: true })).toBe(true);
  });

  it('leaves all else to JupyterLab', async () => {
    expect(await isReleased('jp-MemorySim-cell', 'Enter', false)).toBe(false);
    expect(await isReleased('jp-MemorySim-cell', 'Tab', true)).toBe(false);
    expect(await isReleased('', 'Enter', true)).toBe(false);
  });
});
