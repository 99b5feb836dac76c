/// The ribbon of a notebook: a segment a run, with births, deaths and collections. Pressing one goes to its cell; arrow keys go
/// from one to the next.
import type { TranslationBundle } from '@jupyterlab/translation';
import type { RunSummary } from '../views/runSummary';

const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 32;
const MIDDLE = HEIGHT / 2;
/// Room above and below for the highest bar.
const BAR = MIDDLE - 2;

export interface RibbonSegment extends RunSummary {
  /// The number in the cell's prompt.
  readonly run: number;
}

export interface RibbonOptions {
  trans: TranslationBundle;
  /// Undefined for a run whose cell has run again or is gone.
  onGo(run: number): (() => void) | undefined;
  isStale(run: number): boolean;
}

export function ribbon(segments: readonly RibbonSegment[], { trans, onGo, isStale }: RibbonOptions): HTMLElement {
  const list = document.createElement('div');
  list.className = 'jp-MemorySim-ribbon';
  list.setAttribute('role', 'list');
  list.setAttribute('aria-label', trans.__('Runs of this heap'));
  const most = Math.max(1, ...segments.flatMap(({ parts }) => parts.flatMap(({ births, deaths }) => [births, deaths])));
  for (const segment of segments) {
    const item = document.createElement('div');
    item.setAttribute('role', 'listitem');
    // Long runs are wider, but leave room for the short ones.
    item.style.flexGrow = String(Math.log2(2 + segment.steps));
    item.append(button(segment, most, trans, onGo(segment.run), isStale(segment.run)));
    list.append(item);
  }
  list.addEventListener('keydown', event => walk(list, event));
  markCurrentRun(list, undefined);
  return list;
}

/// Says which run belongs to where the learner is; that one, or the last, is in the tab order.
export function markCurrentRun(parent: HTMLElement, run: number | undefined): void {
  const buttons = [...parent.querySelectorAll<HTMLButtonElement>('[data-run]')];
  const current = buttons.find(button => button.dataset['run'] === String(run));
  for (const button of buttons) {
    button.tabIndex = button === (current ?? buttons[buttons.length - 1]) ? 0 : -1;
    if (button === current) {
      button.setAttribute('aria-current', 'true');
    } else {
      button.removeAttribute('aria-current');
    }
  }
  current?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
}

function walk(list: HTMLElement, event: KeyboardEvent): void {
  const buttons = [...list.querySelectorAll<HTMLButtonElement>('[data-run]')];
  const at = buttons.findIndex(button => button === event.target);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: buttons.length - 1 }[event.key];
  const next = to === undefined ? undefined : buttons[to];
  if (at < 0 || to === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  if (next) {
    buttons.forEach(button => (button.tabIndex = button === next ? 0 : -1));
    next.focus();
  }
}

function button(segment: RibbonSegment, most: number, trans: TranslationBundle, go: (() => void) | undefined, stale: boolean): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.dataset['run'] = String(segment.run);
  const label = [
    trans.__('Run [%1]', segment.run),
    trans._n('%1 step', '%1 steps', segment.steps),
    trans._n('%1 object born', '%1 objects born', segment.births),
    trans.__('%1 freed', segment.deaths),
    trans._n('%1 collection', '%1 collections', segment.collections),
    ...(stale ? [trans.__('older than what ran above it, or run again')] : [])
  ].join(', ');
  element.classList.toggle('jp-mod-stale', stale);
  element.title = label;
  element.setAttribute('aria-label', label);
  if (go) {
    element.addEventListener('click', go);
  } else {
    element.setAttribute('aria-disabled', 'true');
  }
  const number = document.createElement('span');
  number.textContent = `[${segment.run}]`;
  element.append(drawing(segment, most), number);
  return element;
}

/// Births go up from the middle line, deaths down; a collection is a line across, longer for an older generation.
function drawing({ parts, marks }: RunSummary, most: number): SVGElement {
  const width = parts.length * 4;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${width} ${HEIGHT}`);
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  const add = (kind: string, x: number, y: number, w: number, h: number): void => {
    if (h === 0) {
      // In most parts of most runs nothing is born, or nothing dies.
      return;
    }
    const rect = document.createElementNS(SVG, 'rect');
    rect.setAttribute('class', `jp-MemorySim-${kind}`);
    for (const [name, value] of Object.entries({ x, y, width: w, height: h })) {
      rect.setAttribute(name, String(Math.round(value * 100) / 100));
    }
    svg.append(rect);
  };
  parts.forEach(({ births, deaths }, i) => {
    // By the root, so that one object is seen beside a thousand.
    const up = Math.sqrt(births / most) * BAR;
    const down = Math.sqrt(deaths / most) * BAR;
    add('births', i * 4 + 0.5, MIDDLE - up, 3, up);
    add('deaths', i * 4 + 0.5, MIDDLE, 3, down);
  });
  for (const { at, generation } of marks) {
    const half = (MIDDLE * (generation + 1)) / 3;
    add('collection', at * width - 0.4, MIDDLE - half, 0.8, half * 2);
  }
  return svg;
}
