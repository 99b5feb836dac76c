/// Taking a picture along: to the clipboard, or into a file.

import { stepSvg } from '../views/fallbackSvg';
import type { Picture } from '../views/picture';
import type { Work } from '../views/work';
import { drawingStoryboard } from '../views/storyboard';
import type { SaveAs } from './graphBar';
import { inSlices } from './slices';

/// Pixels of a picture that are painted between two looks at what else the page has to do.
const BAND = 2_000_000;
/// Pixels of a PNG for each of the drawing's, so that it is sharp on paper.
const PNG_SCALE = 2;

/// Does it, and says in words what came of it.
export async function save(picture: Picture, step: number, as: SaveAs, document: Document, part = 0): Promise<string> {
  const { words } = picture;
  try {
    switch (as) {
      case 'svg':
        download(document, new Blob([stepSvg(picture, step, part)], { type: 'image/svg+xml' }), `heap-step-${step}.svg`);
        break;
      case 'html':
        download(document, await page(picture, document), 'heap.html');
        break;
      case 'png':
        download(document, await png(document, stepSvg(picture, step, part)), `heap-step-${step}.png`);
        break;
      case 'copy': {
        const view = document.defaultView!;
        const image = await png(document, stepSvg(picture, step, part));
        await view.navigator.clipboard.write([new view.ClipboardItem({ 'image/png': image })]);
        return words.__('The picture is in the clipboard.');
      }
    }
    return words.__('Saved.');
  } catch {
    return words.__('The browser did not allow it.');
  }
}

/// Each part is encoded by itself: a page may have some 20 MB.
async function page(picture: Picture, document: Document): Promise<Blob> {
  const parts: Blob[] = [];
  await done(drawingStoryboard(picture, (part) => parts.push(new Blob([part]))), document);
  return new Blob(parts, { type: 'text/html' });
}

function done<T>(work: Work<T>, document: Document): Promise<T> {
  return new Promise((resolve) => inSlices(work, document, resolve));
}

/// Fills the canvas with the image, a band at a time.
function* painting(context: CanvasRenderingContext2D, image: HTMLImageElement): Work<void> {
  const { naturalWidth: width, naturalHeight: height } = image;
  const band = Math.max(1, Math.floor(BAND / (width * PNG_SCALE * PNG_SCALE)));
  for (let y = 0; y < height; y += band) {
    const rows = Math.min(band, height - y);
    context.drawImage(image, 0, y, width, rows, 0, y * PNG_SCALE, width * PNG_SCALE, rows * PNG_SCALE);
    yield;
  }
}

function download(document: Document, blob: Blob, name: string): void {
  const { URL } = document.defaultView!;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function png(document: Document, svg: string): Promise<Blob> {
  const image = document.createElement('img');
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * PNG_SCALE;
  canvas.height = image.naturalHeight * PNG_SCALE;
  await done(painting(canvas.getContext('2d')!, image), document);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png'));
}
