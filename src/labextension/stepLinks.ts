/// Links to a step of a cell's heap view, as fragments in the manner of JupyterLab's own (`#cell-id=…`):
/// `#memory-sim-step=CELL/STEP`.
import type { NotebookPanel } from '@jupyterlab/notebook';
import { goToCell } from './goToCell';

const PREFIX = '#memory-sim-step=';

/// The event that tells a cell of a step to go to; its detail is the step.
export const STEP_WANTED = 'memory-sim-step-wanted';

export function stepLink(cell: string, step: number): string {
  return `${PREFIX}${encodeURIComponent(cell)}/${step}`;
}

/// What a fragment says, if it is one of ours.
export function parseStepLink(fragment: string): { cell: string; step: number } | undefined {
  const match = fragment.startsWith(PREFIX) ? /^([^/]+)\/(\d{1,9})$/.exec(fragment.slice(PREFIX.length)) : null;
  try {
    return match ? { cell: decodeURIComponent(match[1]!), step: Number(match[2]) } : undefined;
  } catch {
    return undefined;
  }
}

/// Links in a notebook's texts lead to the step, and so do links from other files.
export function followStepLinks(panel: NotebookPanel): void {
  panel.node.addEventListener('click', event => {
    const href = (event.target as Element).closest?.('a')?.getAttribute('href') ?? '';
    if (parseStepLink(href)) {
      event.preventDefault();
      void goToStep(panel, href);
    }
  }, true);
  const setFragment = panel.setFragment.bind(panel);
  panel.setFragment = fragment => {
    if (parseStepLink(fragment)) {
      void panel.context.ready.then(() => goToStep(panel, fragment));
    } else {
      setFragment(fragment);
    }
  };
}

async function goToStep({ content }: NotebookPanel, fragment: string): Promise<void> {
  const { cell, step } = parseStepLink(fragment)!;
  const target = content.widgets.find(({ model }) => model.id === cell);
  if (target) {
    await goToCell(content, target.model);
    target.node.dispatchEvent(new CustomEvent(STEP_WANTED, { detail: step }));
  }
}
