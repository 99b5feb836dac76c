/// What is said about the pictures in an output. In a file of its own: JupyterLab loads it before there is anything to draw.
import { english } from './words';
import type { Words } from './words';

/// The metadata that goes with every bundle; nbconvert reads the text to its readers who cannot see the picture.
export function outputMetadata(words: Words = english): { 'image/svg+xml': { alt: string } } {
  return { 'image/svg+xml': { alt: words.__('The heap after the cell. The text form of this output says the same in words.') } };
}
