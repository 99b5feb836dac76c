/// Exercises: a starter cell has a Check button, which runs it and then its check cell.
///
/// Which cells belong together stands in their metadata:
/// `"memory-sim": { "exercise": "first-count", "role": "starter" | "check" }`.
import { type Cell, CodeCell } from '@jupyterlab/cells';
import type { ISessionContextDialogs } from '@jupyterlab/apputils';
import { type Notebook, NotebookActions, type NotebookPanel } from '@jupyterlab/notebook';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import type { PanelLayout } from '@lumino/widgets';
import { Widget } from '@lumino/widgets';
import type { ExercisePart } from '../lessons/exercise';
import { exercisePart } from '../lessons/exercise';
import { keepPlainKeys } from './plainKeys';

const exerciseMark = (cell: Cell): ExercisePart | undefined => exercisePart(cell.model.metadata);

/// The check cell of a starter: the nearest below it, else anywhere.
function checkCellFor(cells: readonly Cell[], starter: Cell): CodeCell | undefined {
  const exercise = exerciseMark(starter)?.exercise;
  const checks = cells.filter((cell): cell is CodeCell => {
    const mark = exerciseMark(cell);
    return cell instanceof CodeCell && mark?.role === 'check' && mark.exercise === exercise;
  });
  const from = cells.indexOf(starter);
  return checks.find(cell => cells.indexOf(cell) > from) ?? checks[0];
}

/// How many cells have the same part in the same exercise.
function cellsLike(cells: readonly Cell[], cell: Cell): number {
  const mark = exerciseMark(cell);
  return cells.map(exerciseMark).filter(other => other?.exercise === mark?.exercise && other?.role === mark?.role).length;
}

/// How a cell that has run ended: the last error among its outputs.
function failureOf(cell: CodeCell): { ename: string; evalue: string } | undefined {
  const { outputs } = cell.model;
  for (let i = outputs.length - 1; i >= 0; i--) {
    const output = outputs.get(i).toJSON();
    if (output.output_type === 'error') {
      return { ename: String(output.ename), evalue: String(output.evalue) };
    }
  }
  return undefined;
}

export interface CheckHost {
  notebook: Notebook;
  /// Runs cells in order; as for Run All, a failure stops the rest.
  run(cells: Cell[]): Promise<boolean>;
  trans: TranslationBundle;
}

/// The button and, beside it, what came of it.
export class CheckBar extends Widget {
  private readonly button = document.createElement('button');
  private readonly result = document.createElement('span');

  constructor(private readonly starter: CodeCell, private readonly host: CheckHost) {
    super();
    const { trans } = host;
    this.addClass('jp-MemorySim-check');
    this.node.setAttribute('role', 'group');
    this.node.setAttribute('aria-label', trans.__('Exercise'));
    this.button.type = 'button';
    this.button.className = 'jp-Button jp-MemorySim-checkButton';
    this.button.textContent = trans.__('Check');
    this.button.title = trans.__('Run this cell, then its check');
    this.button.addEventListener('click', () => void this.check());
    this.result.className = 'jp-MemorySim-checkResult';
    this.result.setAttribute('role', 'status');
    this.node.append(this.button, this.result);
    keepPlainKeys(this.node);
  }

  /// Runs the cells and shows the result. A second click while they run does nothing.
  async check(): Promise<void> {
    if (this.button.getAttribute('aria-disabled') === 'true') {
      return;
    }
    const { trans, notebook } = this.host;
    const check = checkCellFor(notebook.widgets, this.starter);
    if (!check) {
      this.tell('failed', trans.__('This exercise has no check cell.'));
      return;
    }
    // Not `disabled`: that would take the focus away.
    this.button.setAttribute('aria-disabled', 'true');
    this.tell('running', trans.__('Checking …'));
    try {
      await this.host.run([this.starter, check]);
      if (!this.isDisposed) {
        this.showOutcome(check);
      }
    } finally {
      this.button.removeAttribute('aria-disabled');
    }
  }

  /// Shows what the outputs tell that were saved with the notebook, if the check ran after the starter.
  restore(): void {
    const check = checkCellFor(this.host.notebook.widgets, this.starter);
    if (check && (check.model.executionCount ?? 0) > (this.starter.model.executionCount ?? Infinity)) {
      this.showOutcome(check);
    }
  }

  private showOutcome(check: CodeCell): void {
    const { trans } = this.host;
    const broken = failureOf(this.starter);
    const failed = failureOf(check);
    if (broken) {
      this.tell('failed', trans.__('The cell itself fails: %1: %2', broken.ename, broken.evalue));
    } else if (failed) {
      const why = failed.ename === 'AssertionError' && failed.evalue !== '' ? failed.evalue : `${failed.ename}: ${failed.evalue}`;
      this.tell('failed', trans.__('Not yet: %1', why));
    } else if (check.model.executionCount === null) {
      this.tell('failed', trans.__('The check did not run.'));
    } else {
      this.tell('passed', trans.__('Passed'));
    }
  }

  private tell(state: 'running' | 'passed' | 'failed', text: string): void {
    const sign = { running: '', passed: '✓ ', failed: '✗ ' }[state];
    const { notebook, trans } = this.host;
    this.result.dataset['state'] = state;
    // A copied cell has its original's metadata, and graders count one of them or refuse both.
    const copies = cellsLike(notebook.widgets, this.starter) > 1 ? ` ${trans.__('There is a copy of this cell: delete one of the two.')}` : '';
    this.result.textContent = sign + text + copies;
  }
}

/// Puts Check buttons under the starter cells of a notebook, and takes them away with the mark.
export class CheckBars {
  private readonly bars = new Map<Cell, CheckBar>();
  private readonly host: CheckHost;

  constructor(panel: NotebookPanel, dialogs: ISessionContextDialogs, translator: ITranslator) {
    const notebook = panel.content;
    this.host = {
      notebook,
      run: cells => NotebookActions.runCells(notebook, cells, panel.sessionContext, dialogs, translator),
      trans: translator.load('jupyterlab_memory_sim')
    };
    void panel.context.ready.then(() => {
      notebook.model?.cells.changed.connect(() => this.update());
      this.update();
    });
  }

  private update(): void {
    for (const cell of this.host.notebook.widgets) {
      if (cell instanceof CodeCell && !this.bars.has(cell)) {
        cell.model.metadataChanged.connect(() => this.updateCell(cell));
        cell.disposed.connect(() => this.bars.delete(cell));
        this.updateCell(cell);
      }
    }
  }

  private updateCell(cell: CodeCell): void {
    const wanted = exerciseMark(cell)?.role === 'starter';
    const bar = this.bars.get(cell);
    if (wanted && !bar) {
      const added = new CheckBar(cell, this.host);
      this.bars.set(cell, added);
      // A cell far from the viewport gets its parts later.
      void cell.ready.then(() => {
        if (!cell.isDisposed && !added.isDisposed) {
          const layout = cell.layout as PanelLayout;
          layout.insertWidget(layout.widgets.findIndex(part => part.hasClass('jp-Cell-outputWrapper')), added);
          added.restore();
        }
      });
    } else if (!wanted && bar) {
      bar.dispose();
      this.bars.delete(cell);
    }
  }
}
