/// The notebook toolbar's cell-type menu, with "Memory sim" in it.
import { CellTypeSwitcher, type Notebook, type NotebookPanel } from '@jupyterlab/notebook';
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import type { Cell, ICellModel } from '@jupyterlab/cells';
import * as React from 'react';
import { cellTypeOf, changeCellType, type ShownCellType } from './cellType';

type SelectElement = React.ReactElement<React.SelectHTMLAttributes<HTMLSelectElement>>;

export class MemorySimCellTypeSwitcher extends CellTypeSwitcher {
  private readonly trans: TranslationBundle;
  private watched: ICellModel | undefined;

  constructor(private readonly notebook: Notebook, translator: ITranslator) {
    super(notebook, translator);
    this.trans = translator.load('jupyterlab_memory_sim');
    notebook.activeCellChanged.connect(this.watch, this);
    this.watch(notebook, notebook.activeCell);
  }

  override handleChange = (event: React.ChangeEvent<HTMLSelectElement>): void => {
    if (event.target.value !== '-') {
      changeCellType(this.notebook, event.target.value as ShownCellType);
      this.notebook.activate();
    }
  };

  override render(): SelectElement {
    const menu = super.render() as SelectElement;
    return React.cloneElement(
      menu,
      { value: this.shownType() },
      ...React.Children.toArray(menu.props.children),
      <option key="memory-sim" value="memory-sim">
        {this.trans.__('Memory sim')}
      </option>
    );
  }

  /// The type that all selected cells have, or `-`.
  private shownType(): ShownCellType | '-' {
    const types = new Set(this.notebook.widgets.filter(cell => this.notebook.isSelectedOrActive(cell)).map(cellTypeOf));
    const [only] = types;
    return types.size === 1 && only ? only : '-';
  }

  /// Typing the magic line changes a cell's type as well.
  private watch(_: Notebook, cell: Cell | null): void {
    this.watched?.contentChanged.disconnect(this.update, this);
    this.watched = cell?.model;
    this.watched?.contentChanged.connect(this.update, this);
  }
}

export function createCellTypeSwitcher(panel: NotebookPanel, translator: ITranslator): MemorySimCellTypeSwitcher {
  return new MemorySimCellTypeSwitcher(panel.content, translator);
}
