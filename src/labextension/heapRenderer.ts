/// Shows saved traces in outputs.
import { CodeCell } from '@jupyterlab/cells';
import { Notebook } from '@jupyterlab/notebook';
import type { IRenderMime } from '@jupyterlab/rendermime';
import type { TranslationBundle } from '@jupyterlab/translation';
import { JSONExt, type PartialJSONValue } from '@lumino/coreutils';
import type { Message } from '@lumino/messaging';
import { Widget } from '@lumino/widgets';
import { TRACE_MIME, type TracePayload } from '../core/trace/payload';
import type { RenderedTrace } from '../widgets/renderTrace';
import { BREAKPOINTS_CHANGED, breakpointsOf, setBreakpoints } from './breakpoints';
import { LINE_CLICKED, showCurrentLine } from './currentLine';
import type { IMemorySimHeaps, Places } from './heaps';
import { keepPlainKeys } from './plainKeys';
import { STEP_WANTED, stepLink } from './stepLinks';

const RANK = 10;

/// The height of the saved picture, for the style sheet: the view will be about so high, and what is below it must not move away then.
const PICTURE_HEIGHT = '--jp-MemorySim-picture-height';

/// The renderers, by their nodes: a context menu knows only where it was opened.
const renderers = new WeakMap<Element, HeapRenderer>();

export const OUTPUT_CLASS = 'jp-MemorySim-output';

/// Nothing stands there yet.
const EMPTY_CLASS = 'jp-mod-empty';

/// The renderer whose node this is.
export function rendererOf(node: Element | undefined): HeapRenderer | undefined {
  return node && renderers.get(node);
}

export class HeapRenderer extends Widget implements IRenderMime.IRenderer {
  private rendered: RenderedTrace | undefined;
  /// The cell's source as it ran.
  private source: string | undefined;
  private clicked: HTMLElement | undefined;
  /// The trace that is shown, or will be.
  private json: PartialJSONValue | undefined;
  /// What is said instead, if it cannot be shown.
  private words: unknown;
  /// The places that `rendered` goes by.
  private known: Places | undefined;
  /// Counts renderings: what draws the heap may arrive when it is no longer wanted.
  private turn = 0;

  constructor(
    private readonly trans: TranslationBundle,
    private readonly heaps: IMemorySimHeaps | null
  ) {
    super();
    this.addClass(OUTPUT_CLASS);
    this.addClass(EMPTY_CLASS);
    renderers.set(this.node, this);
    this.node.addEventListener('keydown', this.leave);
    keepPlainKeys(this.node);
  }

  /// A trace that is broken shows why, and the words that were saved beside it. What was shown before stays until then, so that
  /// the page keeps its height.
  async renderModel(model: IRenderMime.IMimeModel): Promise<void> {
    const json = model.data[TRACE_MIME];
    if (this.json !== undefined && JSONExt.deepEqual(json as PartialJSONValue, this.json)) {
      // Only what stands in for it is new.
      return;
    }
    const turn = ++this.turn;
    this.json = json as PartialJSONValue;
    this.words = model.data['text/plain'];
    const poster = joined(model.data['image/svg+xml']);
    this.node.style.setProperty(PICTURE_HEIGHT, `${/^<svg[^>]*? height="(\d{1,5})"/.exec(poster ?? '')?.[1] ?? 0}px`);
    try {
      const { renderTrace } = await import('../widgets/renderTrace');
      if (this.isDisposed || turn !== this.turn) {
        return;
      }
      const { rendered: old } = this;
      const places = this.places();
      const before = Array.from(this.node.children);
      this.light(0);
      this.source = undefined;
      if (places === this.known && old?.renew(json)) {
        return;
      }
      this.known = places;
      this.rendered = renderTrace(json, {
        document,
        translator: this.trans,
        places,
        poster,
        onStep: ({ line, inCell }) => this.light(inCell ? line : 0),
        onBreakpoints: lines => this.isAsItRan && setBreakpoints(this.cell()!, lines),
        onReady: view => {
          this.removeClass(EMPTY_CLASS);
          if (view) {
            this.source = (this.json as unknown as TracePayload).source;
            this.takeBreakpoints();
          } else {
            this.node.append(words(this.words));
          }
        }
      });
      this.rendered.showIn(this.node);
      old?.dispose();
      before.forEach(element => element.remove());
    } catch (error) {
      // The part of the extension that draws could not be loaded.
      this.clear();
      this.removeClass(EMPTY_CLASS);
      this.node.append(paragraph(this.trans.__('This picture of the heap cannot be drawn: %1', String(error))), words(model.data['text/plain']));
    }
  }

  override dispose(): void {
    this.clear();
    super.dispose();
  }

  protected override onAfterAttach(message: Message): void {
    super.onAfterAttach(message);
    this.clicked = this.cell()?.node;
    this.clicked?.addEventListener(LINE_CLICKED, this.seekLine);
    this.clicked?.addEventListener(STEP_WANTED, this.seekStep);
    this.clicked?.addEventListener(BREAKPOINTS_CHANGED, this.takeBreakpoints);
  }

  protected override onBeforeDetach(message: Message): void {
    this.clicked?.removeEventListener(LINE_CLICKED, this.seekLine);
    this.clicked?.removeEventListener(STEP_WANTED, this.seekStep);
    this.clicked?.removeEventListener(BREAKPOINTS_CHANGED, this.takeBreakpoints);
    this.light(0);
    super.onBeforeDetach(message);
  }

  /// A click on a line of the cell goes to the line's next step, if the cell still is what ran.
  private readonly seekLine = (event: Event): void => {
    if (this.isAsItRan) {
      this.rendered?.view?.seekLine((event as CustomEvent<number>).detail);
    }
  };

  /// The view stops where the editor says.
  private readonly takeBreakpoints = (): void => {
    if (this.isAsItRan) {
      this.rendered?.view?.setBreakpoints(breakpointsOf(this.cell()!));
    }
  };

  private get isAsItRan(): boolean {
    return this.source !== undefined && this.cell()?.model.sharedModel.getSource() === this.source;
  }

  private readonly seekStep = (event: Event): void => {
    this.rendered?.seek((event as CustomEvent<number>).detail);
  };

  /// A link to the step that is shown; none outside a notebook.
  get stepLink(): string | undefined {
    const cell = this.cell();
    const view = this.rendered?.view;
    return cell && view && stepLink(cell.model.id, view.step);
  }

  /// Objects keep their place over the cells of a notebook.
  private places(): Places | undefined {
    const notebook = this.cell()?.parent;
    return notebook instanceof Notebook && notebook.model ? this.heaps?.places(notebook.model) : undefined;
  }

  private clear(): void {
    this.light(0);
    this.json = undefined;
    this.rendered?.dispose();
    this.rendered = undefined;
    this.source = undefined;
    this.node.replaceChildren();
  }

  private light(line: number): void {
    const cell = this.cell();
    if (cell && this.source !== undefined && (line !== 0 || this.lit !== 0)) {
      this.lit = line;
      showCurrentLine(cell, line, this.source);
    }
  }
  /// The line of the cell that is marked; 0 = none.
  private lit = 0;

  /// Escape goes from the view back to the cell, where the notebook's keys work.
  private readonly leave = (event: KeyboardEvent): void => {
    const cell = this.cell();
    if (event.key === 'Escape' && !event.defaultPrevented && cell) {
      event.preventDefault();
      cell.node.focus({ preventScroll: true });
    }
  };

  /// The cell that this output is part of; none in an output view or a preview.
  private cell(): CodeCell | undefined {
    let widget: Widget | null = this.parent;
    while (widget && !(widget instanceof CodeCell)) {
      widget = widget.parent;
    }
    return widget ?? undefined;
  }
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = 'jp-MemorySim-broken';
  element.textContent = text;
  return element;
}

/// The saved text fallback, whatever it is.
function words(text: unknown): HTMLElement {
  const element = document.createElement('pre');
  element.textContent = joined(text) ?? '';
  return element;
}

/// nbformat keeps a text whole or in lines.
function joined(text: unknown): string | undefined {
  return Array.isArray(text) ? text.join('') : typeof text === 'string' ? text : undefined;
}

export function heapRendererFactory(trans: TranslationBundle, heaps: IMemorySimHeaps | null): IRenderMime.IRendererFactory {
  return {
    safe: true,
    mimeTypes: [TRACE_MIME],
    defaultRank: RANK,
    createRenderer: () => new HeapRenderer(trans, heaps)
  };
}
