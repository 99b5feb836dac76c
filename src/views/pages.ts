/// Where there is room beside it, a tall picture goes on in columns of its own to the right, as a text does on the next page.
/// What hangs together stays together: an object, and what it was the first to hold.

/// An object that a name holds, or none at all, with all that hangs on to it.
export interface Family {
  /// The room that it takes in a picture of one page.
  readonly top: number;
  readonly bottom: number;
  /// The page on which it stood in the picture of an earlier cell.
  readonly page: number | undefined;
  /// How wide its boxes are, by column; 0 = none there.
  readonly widths: readonly number[];
}

/// A page is not begun before the one to its left is about so high.
export const PAGE_HEIGHT = 440;
const MOST_PAGES = 3;

export function together(a: Family, b: Family): Family {
  return {
    top: Math.min(a.top, b.top), bottom: Math.max(a.bottom, b.bottom), page: a.page ?? b.page,
    widths: Array.from({ length: Math.max(a.widths.length, b.widths.length) }, (_, c) => Math.max(a.widths[c] ?? 0, b.widths[c] ?? 0))
  };
}

/// Makes one of families that refer to each other, by pairs of their keys, as long as a page has room for it. The result tells
/// the key under which a family is found now.
export function uniteFamilies(families: Map<number, Family>, pairs: readonly (readonly [number, number])[]): (key: number) => number {
  const heads = new Map<number, number>();
  const headOf = (key: number): number => {
    let at = key;
    for (let above = heads.get(at); above !== undefined; above = heads.get(at)) {
      at = above;
    }
    return at;
  };
  for (const pair of pairs) {
    const [one, other] = [headOf(pair[0]), headOf(pair[1])];
    const [a, b] = [families.get(one), families.get(other)];
    if (one === other || a === undefined || b === undefined || a.page !== b.page) {
      continue;
    }
    const both = together(a, b);
    if (both.bottom - both.top <= PAGE_HEIGHT) {
      families.set(one, both);
      families.delete(other);
      heads.set(other, one);
    }
  }
  return headOf;
}

/// The page of each family; undefined: all stand on one. `room` is what the columns of all pages may take, each with `gap`.
export function pagesOf(families: readonly Family[], room: number, gap: number): readonly number[] | undefined {
  const top = families.reduce((least, family) => Math.min(least, family.top), Infinity);
  const height = families.reduce((most, family) => Math.max(most, family.bottom), 0) - top;
  for (let count = Math.min(MOST_PAGES, Math.ceil(height / PAGE_HEIGHT)); count > 1; count--) {
    const pages = cut(families, count, Math.max(PAGE_HEIGHT, height / count));
    if (new Set(pages).size > 1 && widthOf(families, pages, gap) <= room) {
      return pages;
    }
  }
  return undefined;
}

/// Families go on the first page as long as there is room, in the order in which they stand; those of earlier cells stay.
function cut(families: readonly Family[], count: number, target: number): number[] {
  const pages = families.map(({ page }) => Math.min(page ?? 0, count - 1));
  /// What earlier cells left on the pages behind the first; on the first, the others stand below it anyway.
  const taken = Array.from({ length: count }, (_, page) =>
    page === 0 ? 0 : families.reduce((sum, family, i) => sum + (family.page !== undefined && pages[i] === page ? family.bottom - family.top : 0), 0)
  );
  const order = families.map((_, i) => i).sort((a, b) => families[a]!.top - families[b]!.top || a - b);
  let page = 0;
  let start = families[order[0] ?? 0]?.top ?? 0;
  for (const i of order) {
    const family = families[i]!;
    if (family.page !== undefined) {
      continue;
    }
    while (page < count - 1 && (family.top > start || taken[page]! > 0) && taken[page]! + family.bottom - start > target) {
      page++;
      start = family.top;
    }
    pages[i] = page;
  }
  return pages;
}

function widthOf(families: readonly Family[], pages: readonly number[], gap: number): number {
  const widest: number[][] = [];
  families.forEach(({ widths }, i) => {
    const columns = (widest[pages[i]!] ??= []);
    widths.forEach((width, c) => {
      columns[c] = Math.max(columns[c] ?? 0, width);
    });
  });
  return widest.flat().reduce((sum, width) => sum + (width > 0 ? width + gap : 0), 0);
}
