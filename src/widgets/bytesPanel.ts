/// The chosen object's struct, byte by byte.

import type { Picture } from '../views/picture';
import { structOf } from '../views/structs';
import { html } from './dom';

export class BytesPanel {
  readonly element: HTMLElement;

  constructor(private readonly options: { readonly document: Document; readonly picture: Picture }) {
    this.element = html(options.document, 'div', 'msim-bytes');
  }

  /// Shows the object at the moment; where none is chosen, the one that the moment is about.
  show(moment: number, selected: number | undefined, part = 0): void {
    const { document, picture } = this.options;
    const { words } = picture;
    const state = picture.state(moment, part);
    const serial = selected ?? picture.subject(moment, part);
    const object = serial === undefined ? undefined : state.objects.get(serial);
    if (object === undefined) {
      const text = serial === undefined
        ? state.objects.size === 0 ? words.__('No objects are shown at this step.') : words.__('Choose an object in the graph, in Memory or by its lifeline.')
        : words.__('%1 is not on the heap at this step.', picture.sentences.naming.label(serial));
      this.element.replaceChildren(html(document, 'p', 'msim-empty', text));
      return;
    }
    const before = moment > 0 ? picture.timeline.passage(moment, part).before.objects.get(object.serial) : undefined;
    const struct = structOf(object, before, state, { python: picture.payload.python, types: picture.payload.types, strings: picture.payload.strings, naming: picture.sentences.naming, words, told: picture.figures.wordsOf(object.serial, moment), links: part === 0 ? picture.figures.linksOf(object, moment) : undefined });
    const title = html(document, 'p', 'msim-bytesTitle');
    title.append(html(document, 'b', '', struct.title), ' · ', html(document, 'code', '', struct.cName), ' · ', html(document, 'span', 'msim-dimmed', words.__('%1 bytes with its header', object.size)));
    const table = html(document, 'table', 'msim-table mod-bytes');
    const head = html(document, 'tr');
    for (const text of [words.__('offset'), words.__('bytes'), words.__('field'), words.__('value')]) {
      const cell = html(document, 'th', '', text);
      cell.scope = 'col';
      head.append(cell);
    }
    const thead = html(document, 'thead');
    thead.append(head);
    const body = html(document, 'tbody');
    for (const field of struct.fields) {
      const row = html(document, 'tr', field.changed ? 'mod-changed' : '');
      row.append(
        html(document, 'td', '', field.offset < 0 ? `−${-field.offset}` : `+${field.offset}`),
        html(document, 'td', field.bytes === undefined ? 'msim-dimmed' : 'msim-hex', field.bytes ?? Array<string>(field.size).fill('··').join(' ')),
        html(document, 'td', '', field.name), html(document, 'td', 'msim-dimmed', field.meaning)
      );
      body.append(row);
    }
    table.append(thead, body);
    const hint = selected === undefined ? words.__('Choose another object in the graph, in Memory or by its lifeline.') : '';
    this.element.replaceChildren(title, table, html(document, 'p', 'msim-empty', [struct.note, hint].filter((text) => text !== '').join(' ')));
  }

  dispose(): void {
    this.element.remove();
  }
}
