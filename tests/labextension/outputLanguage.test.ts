// @vitest-environment jsdom
import './jsdomStubs';
import type { ITranslator } from '@jupyterlab/translation';
import { describe, expect, it } from 'vitest';
import { inPageLanguage } from '../../src/labextension/outputLanguage';
import { outputBundle } from '../../src/views/outputBundle';
import { english } from '../../src/views/words';
import { record } from '../trace/recorded';

const translator = (translate: (text: string) => string): ITranslator =>
  ({ load: () => ({ __: (text: string, ...args: string[]) => english.__(translate(text), ...args), _n: (one: string, many: string, n: number, ...args: string[]) => english._n(translate(one), translate(many), n, ...args) }) }) as unknown as ITranslator;

describe('what is saved with a cell', () => {
  const bundle = outputBundle(record('class P: pass\na = P()\na.me = a\ndel a\n').trace);

  it('stays as the worker made it where there is no translation', async () => {
    expect((await inPageLanguage(bundle, translator((text) => text))).data).toBe(bundle);
    expect((await inPageLanguage(bundle, undefined)).data).toBe(bundle);
  });

  it('speaks the language of the page, in picture, words and description', async () => {
    const { data, metadata } = await inPageLanguage(bundle, translator((text) => `«${text}»`));
    expect(data['image/svg+xml']).toContain('<title>«The simulated heap after the cell»</title>');
    expect(data['text/plain']).toContain('«refcount');
    expect(metadata['image/svg+xml'].alt).toMatch(/^«The heap after the cell/);
    const plain = (text: unknown): string => String(text).replace(/[«»]/g, '');
    expect(plain(data['text/plain'])).toBe(bundle['text/plain']);
  });
});
