/// Pools and blocks of memory as little squares in rows.

import { svg, TEXT_SIZE } from './dom';

const CELL = 14;
const GAP = 2;
/// From its upper left corner.
const CELL_PATH = `m2 0h${CELL - 5}q2 0 2 2v${CELL - 5}q0 2 -2 2h${5 - CELL}q-2 0 -2 -2v${5 - CELL}q0 -2 2 -2z`;
/// Of an arena and of a pool: they stand side by side, in cells of one size.
export const COLUMNS = 32;

/// Where the cell of that number stands.
function placeOf(i: number): { readonly x: number; readonly y: number } {
  return { x: (i % COLUMNS) * (CELL + GAP) + GAP, y: Math.floor(i / COLUMNS) * (CELL + GAP) + GAP };
}

/// An empty drawing of so many squares.
export function cellsDrawing(document: Document, columns: number, rows: number, label: string, role = 'img'): SVGSVGElement {
  const width = columns * (CELL + GAP) + GAP;
  const height = Math.max(1, rows) * (CELL + GAP) + GAP;
  // As large as the text around it.
  return svg(document, 'svg', { width: `${(width / TEXT_SIZE).toFixed(2)}em`, viewBox: `0 0 ${width} ${height}`, role, 'aria-label': label });
}

/// Live is plain, garbage is crossed by a stroke, freed by two: the form tells what the colour does.
export function cellAt(document: Document, i: number, status: string): SVGElement {
  const { x, y } = placeOf(i);
  const cell = svg(document, 'g', { class: 'msim-cell', 'data-status': status });
  cell.append(svg(document, 'rect', { x: x + 0.5, y: y + 0.5, width: CELL - 1, height: CELL - 1, rx: 2 }));
  if (status === 'garbage' || status === 'freed') {
    const back = status === 'freed' ? `M${x + 3} ${y + 3}l8 8` : '';
    cell.append(svg(document, 'path', { d: `M${x + 3} ${y + 11}l8 -8${back}` }));
  }
  return cell;
}

/// How full a pool of hidden objects is, from below.
export function fill(document: Document, cell: SVGElement, i: number, share: number): void {
  const height = Math.max(1, Math.round((CELL - 2) * share));
  const { x, y } = placeOf(i);
  cell.append(svg(document, 'rect', { class: 'msim-fill', x: x + 1, y: y + CELL - 1 - height, width: CELL - 2, height }));
}

/// Squares that nobody points at, as one drawing.
export function manyCells(document: Document, indices: readonly number[], status: string): SVGElement {
  const cells = svg(document, 'g', { class: 'msim-cell', 'data-status': status });
  cells.append(svg(document, 'path', { class: 'msim-cells', d: indices.map((i) => `M${placeOf(i).x + 0.5} ${placeOf(i).y + 0.5}${CELL_PATH}`).join('') }));
  return cells;
}
