/// Arenas, pools and blocks: where in memory the objects of the picture lie.

import { kib } from '../views/figures';
import { memoryMap, POOL_BYTES } from '../views/memoryMap';
import type { Arena, Block, MemoryMap, Pool } from '../views/memoryMap';
import { hexAddress } from '../views/naming';
import type { Picture } from '../views/picture';
import { garbageOf } from '../views/reach';
import { grouped } from '../views/words';
import { Disposables, arrange, html, set, svg } from './dom';
import { COLUMNS, cellAt, cellsDrawing, fill, manyCells } from './memoryCells';
import { Roving, STOP, stop } from './roving';

export interface MemoryPanelOptions {
  readonly document: Document;
  readonly picture: Picture;
  readonly onSelect: (serial: number) => void;
  /// The pointer or the focus is on an object's block; undefined = on none any more.
  readonly onPoint: (serial: number | undefined) => void;
}

const MAX_BLOCKS = 342;
const MAX_POOLS = 40;

export class MemoryPanel {
  readonly element: HTMLElement;
  private readonly disposables = new Disposables();
  private readonly stops: Roving;
  /// The pools with shown objects, in their arenas.
  private readonly pools: Roving;

  constructor(private readonly options: MemoryPanelOptions) {
    this.element = html(options.document, 'div', 'msim-memory');
    // It scrolls, so the keyboard must reach it.
    this.element.tabIndex = 0;
    this.element.setAttribute('role', 'region');
    this.element.setAttribute('aria-label', options.picture.words.__('Memory'));
    this.disposables.listen(this.element, 'click', (event) => {
      const serial = this.serialAt(event.target);
      const pool = (event.target as Element | null)?.closest?.('[data-pool]')?.getAttribute('data-pool');
      if (serial !== undefined) {
        options.onSelect(serial);
      } else if (pool != null) {
        this.poolAt(Number(pool))?.scrollIntoView({ block: 'nearest' });
      }
    });
    const arrows = { next: ['ArrowRight', 'ArrowDown'], back: ['ArrowLeft', 'ArrowUp'] };
    this.pools = new Roving({ root: this.element, ...arrows, onPress: (address) => this.poolAt(address)?.querySelector<SVGElement>(`.${STOP}`)?.focus() }, this.disposables);
    this.stops = new Roving({
      root: this.element, ...arrows, onPress: (serial) => options.onSelect(serial),
      onFocus: (serial) => options.onPoint(serial)
    }, this.disposables);
    this.disposables.listen(this.element, 'pointerover', (event) => options.onPoint(this.serialAt(event.target)));
    this.disposables.listen(this.element, 'pointerleave', () => options.onPoint(undefined));
  }

  /// Shows the memory at the moment, the chosen object marked.
  show(moment: number, selected: number | undefined, part = 0): void {
    const { document, picture } = this.options;
    const { words } = picture;
    const state = picture.state(moment, part);
    const map = memoryMap(state, garbageOf(state), picture.figures.pools(moment), picture.figures.poolBlocksAt(moment));
    const hasFocus = this.stops.hasFocus;
    const isAtPool = this.pools.hasFocus;
    const parts: Element[] = [];
    let left = MAX_POOLS;
    for (const arena of map.arenas) {
      const shown = arena.pools.filter(({ blocks }) => blocks.length > 0);
      const title = words.__('ARENA %1 · 1 MiB · %2 pools of 16 KiB', hexAddress(arena.address), arena.poolCount);
      const inUse = arena.pools.filter(({ used }) => (used ?? 0) > 0).length;
      const told = arena.pools.some(({ used }) => used !== undefined);
      const heading = told ? words.__('%1, %2 in use, %3 with objects shown', title, inUse, shown.length) : words.__('%1, %2 with objects shown', title, shown.length);
      const chosen = shown.find(({ blocks }) => chosenOf(blocks, selected) !== undefined)?.index;
      const map = this.keep(`arena ${arena.address}`, [arena, chosen], () => this.arena(arena, heading, chosen));
      const pools = shown.slice(0, left).map((pool) => this.keep(`pool ${pool.address}`, [pool, chosenOf(pool.blocks, selected)], () => this.pool(pool, selected)));
      const both = this.keep(`both ${arena.address}`, undefined, () => html(document, 'div', 'msim-arena'));
      const beside = this.keep(`pools ${arena.address}`, undefined, () => html(document, 'div', 'msim-pools'));
      arrange(beside, pools);
      arrange(both, [map, beside]);
      parts.push(both);
      left = Math.max(0, left - shown.length);
    }
    if (map.large.length > 0) {
      parts.push(html(document, 'p', 'msim-heading', words.__('LARGER THAN 512 BYTES · from malloc, not in a pool')));
      parts.push(this.keep('large', [map.large, chosenOf(map.large, selected)], () => this.blocks(map.large, map.large.length, selected)));
    }
    if (parts.length === 0) {
      parts.push(html(document, 'p', 'msim-empty', words.__('No objects are shown at this step.')));
    }
    const isTold = map.arenas.every(({ pools }) => pools.every(({ blocks, others }) => blocks.length === 0 || others !== undefined));
    arrange(this.element, [...this.figures(moment), this.keep('legend', isTold, () => this.legend(isTold)), ...parts, this.summary(map)]);
    for (const [key, { element }] of this.kept) {
      if (!this.element.contains(element)) {
        this.kept.delete(key);
      }
    }
    this.pools.update(Array.from(this.element.querySelectorAll(`.${STOP}[data-pool]`)), isAtPool);
    this.stops.update(Array.from(this.element.querySelectorAll(`.${STOP}[data-block]`)), hasFocus);
  }

  /// The part that stands there already, if it is to show the same: most of the memory is as it was.
  private keep(key: string, shows: unknown, make: () => Element): Element {
    const signature = JSON.stringify(shows) ?? '';
    let part = this.kept.get(key);
    if (part?.signature !== signature) {
      this.kept.set(key, (part = { signature, element: make() }));
    }
    return part.element;
  }
  private readonly kept = new Map<string, { readonly signature: string; readonly element: Element }>();

  dispose(): void {
    this.disposables.dispose();
    this.element.remove();
  }

  private poolAt(address: number): Element | null {
    return this.element.querySelector(`[data-address="${address}"]`);
  }

  private serialAt(target: EventTarget | null): number | undefined {
    const serial = (target as Element | null)?.closest?.('[data-block]')?.getAttribute('data-block');
    return serial == null ? undefined : Number(serial);
  }

  /// `chosen`: the pool that holds the chosen object.
  private arena(arena: Arena, heading: string, chosen: number | undefined): Element {
    const { document, picture: { words } } = this.options;
    const part = html(document, 'div', 'msim-arenaMap');
    const pools = new Map(arena.pools.map((pool) => [pool.index, pool]));
    const rows = Math.ceil(arena.poolCount / COLUMNS);
    const drawing = cellsDrawing(document, COLUMNS, rows, words.__('Pools of the arena'), 'group');
    for (let i = 0; i < arena.poolCount; i++) {
      const pool = pools.get(i);
      const status = pool === undefined ? 'none' : statusOfPool(pool);
      const cell = cellAt(document, i, status);
      const label = pool === undefined ? words.__('pool %1: free', i) : this.poolText(pool);
      if (status === 'hidden') {
        fill(document, cell, i, pool!.used! / pool!.capacity);
      }
      if (pool !== undefined && pool.blocks.length > 0) {
        cell.setAttribute('data-pool', String(pool.address));
        stop(cell, pool.address, label);
      } else if (pool !== undefined) {
        set(cell, { role: 'img', 'aria-label': label });
      }
      cell.classList.toggle('mod-selected', i === chosen);
      cell.append(svg(document, 'title', {}, label));
      drawing.append(cell);
    }
    part.append(html(document, 'p', 'msim-heading', heading), drawing);
    return part;
  }

  /// A pool in words.
  private poolText({ index, blockSize, capacity, used, blocks }: Pool): string {
    const { words } = this.options.picture;
    return used === undefined
      ? words.__('pool %1: size class %2 bytes', index, blockSize)
      : words.__('pool %1: size class %2 bytes, %3 of %4 blocks in use, %5 of them shown', index, blockSize, used, capacity, blocks.filter(({ status }) => status !== 'freed').length);
  }

  private pool(pool: Pool, selected: number | undefined): Element {
    const { document, picture: { words } } = this.options;
    const part = html(document, 'div', 'msim-pool');
    part.dataset['address'] = String(pool.address);
    // Whole rows, as far as something is shown.
    const last = Math.max(pool.blocks[pool.blocks.length - 1]?.index ?? 0, pool.others?.[pool.others.length - 1] ?? 0);
    const shown = Math.min(pool.capacity, MAX_BLOCKS, (Math.floor(last / COLUMNS) + 1) * COLUMNS);
    const blocks = pool.used === undefined ? words.__('%1 blocks', pool.capacity) : words.__('%1 of %2 in use', pool.used, pool.capacity);
    const title = words.__('POOL %1 at %2 · size class %3 bytes · %4', pool.index, hexAddress(pool.address), pool.blockSize, blocks);
    part.append(html(document, 'p', 'msim-heading', shown < pool.capacity ? words.__('%1, %2 drawn', title, shown) : title));
    part.append(this.blocks(pool.blocks, shown, selected, pool.others));
    return part;
  }

  private blocks(blocks: readonly Block[], count: number, selected: number | undefined, others: readonly number[] = []): Element {
    const { document, picture } = this.options;
    const byIndex = new Map(blocks.map((block) => [block.index, block]));
    const drawing = cellsDrawing(document, Math.min(COLUMNS, count), Math.ceil(count / COLUMNS), picture.words.__('Blocks'), 'group');
    const inUse = new Set(others);
    const free = Array.from({ length: count }, (_, i) => i).filter((i) => !byIndex.has(i) && !inUse.has(i));
    // Nobody points at these: they are one drawing each.
    for (const [status, indices] of [['none', free], ['hidden', others.filter((i) => i < count)]] as const) {
      if (indices.length > 0) {
        drawing.append(manyCells(document, indices, status));
      }
    }
    for (const block of [...byIndex.values()].filter(({ index }) => index < count)) {
      const cell = cellAt(document, block.index, block.status);
      cell.setAttribute('data-block', String(block.serial));
      cell.classList.toggle('mod-selected', block.serial === selected);
      const label = `${picture.sentences.naming.label(block.serial)} · ${this.statusText(block.status)}`;
      stop(cell, block.serial, label);
      cell.append(svg(document, 'title', {}, label));
      drawing.append(cell);
    }
    return drawing;
  }

  /// `isTold`: of every block that is drawn, whether it is in use.
  private legend(isTold: boolean): Element {
    const { document, picture: { words } } = this.options;
    const list = html(document, 'p', 'msim-legend');
    // Of looks: to who hears them, each cell tells what it is.
    list.setAttribute('aria-hidden', 'true');
    for (const status of ['live', 'garbage', 'freed', 'hidden', 'none'] as const) {
      const drawing = cellsDrawing(document, 1, 1, '');
      drawing.setAttribute('aria-hidden', 'true');
      const cell = cellAt(document, 0, status);
      if (status === 'hidden') {
        fill(document, cell, 0, 0.6);
      }
      drawing.append(cell);
      const item = html(document, 'span');
      item.append(drawing, status === 'none' ? (isTold ? words.__('free') : words.__('free, or holds something not shown')) : status === 'hidden' ? words.__('holds something not shown; a pool, as full as it is') : this.statusText(status));
      list.append(item);
    }
    return list;
  }

  /// The whole heap at the moment, hidden objects too; of older traces, after the cell.
  private figures(moment: number): Element[] {
    const { document, picture: { words, figures, payload } } = this.options;
    const now = figures.at(moment);
    const shown = now ?? payload.memory;
    if (shown === undefined) {
      return [];
    }
    const { used, reserved, large, pools, pinnedPools, freePools } = shown;
    const share = reserved === 0 ? 0 : Math.round((100 * (reserved - used)) / reserved);
    const text = words.__('%1: %2 KiB used of %3 KiB reserved in arenas (%4 % not used); %5 pools in use, %6 free; %7 KiB more from malloc.', now === undefined ? words.__('After the cell') : words.__('At this step'), kib(used), kib(reserved), share, grouped(pools), grouped(freePools), kib(large));
    const pinned = words._n('%2 pool cannot be given back for one live block in it.', '%2 pools cannot be given back for one live block each.', pinnedPools, grouped(pinnedPools));
    const line = html(document, 'p', 'msim-empty', pinnedPools === 0 ? text : `${text} ${pinned}`);
    return reserved === 0 ? [line] : [line, this.gauge(used, pools * POOL_BYTES, reserved)];
  }

  /// Reserved bytes as a bar: in use, lost in pools that are not full, in free pools.
  private gauge(used: number, inPools: number, reserved: number): Element {
    const { document, picture: { words } } = this.options;
    const gauge = html(document, 'div', 'msim-gauge');
    const label = words.__('%1 KiB in blocks in use, %2 KiB free in pools that are in use, %3 KiB in free pools', kib(used), kib(inPools - used), kib(reserved - inPools));
    gauge.title = label;
    gauge.setAttribute('role', 'img');
    gauge.setAttribute('aria-label', label);
    for (const [kind, bytes] of [['used', used], ['pools', inPools - used]] as const) {
      const part = html(document, 'span', `mod-${kind}`);
      part.style.width = `${(100 * bytes) / reserved}%`;
      gauge.append(part);
    }
    return gauge;
  }

  private summary({ bytes }: MemoryMap): Element {
    const { document, picture: { words } } = this.options;
    const text = words.__('Objects shown: %1 bytes live, %2 bytes garbage, %3 bytes freed and not used again.', grouped(bytes.live), grouped(bytes.garbage), grouped(bytes.freed));
    return html(document, 'p', 'msim-empty', text);
  }

  private statusText(status: Block['status']): string {
    const { words } = this.options.picture;
    switch (status) {
      case 'garbage':
        return words.__('garbage');
      case 'freed':
        return words.__('freed, next to be reused');
      case 'dying':
        return words.__('being freed');
      default:
        return words.__('live');
    }
  }
}

/// What a pool is drawn as. One whose shown objects are all freed is as full as hidden ones make it.
function statusOfPool({ blocks, used }: Pool): string {
  const statuses = new Set(blocks.map(({ status }) => status));
  if (statuses.has('garbage')) {
    return 'garbage';
  }
  if (statuses.has('live') || statuses.has('dying')) {
    return 'live';
  }
  return blocks.length === 0 || (used ?? 0) > 0 ? 'hidden' : 'freed';
}

/// The chosen object, if it is in one of the blocks.
function chosenOf(blocks: readonly Block[], selected: number | undefined): number | undefined {
  return blocks.some(({ serial }) => serial === selected) ? selected : undefined;
}
