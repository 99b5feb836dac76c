/// Taking a picture along: to the clipboard, or into a file.

import { stepSvg } from '../views/fallbackSvg';
import type { Picture } from '../views/picture';
import { drawingStoryboard } from '../views/storyboard';
import type { SaveAs } from './graphBar';
import { inSlices } from './slices';

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
  await new Promise<void>((resolve) => inSlices(drawingStoryboard(picture, (part) => parts.push(new Blob([part]))), document, resolve));
  return new Blob(parts, { type: 'text/html' });
}

/// The page has its turn.
function rest(document: Document): Promise<unknown> {
  return new Promise((resolve) => document.defaultView!.setTimeout(resolve));
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
  await rest(document);
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  await rest(document);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png'));
}
