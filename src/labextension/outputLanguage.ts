/// The pictures and words that are saved with a cell, in the language of the page. The worker that makes them knows only English.
import type { ITranslator, TranslationBundle } from '@jupyterlab/translation';
import { outputMetadata } from '../views/outputMetadata';
import type { MimeBundle } from './protocol';

const DOMAIN = 'jupyterlab_memory_sim';
/// A text of every picture: where it stays as it is, there is no translation.
const PROBE = 'The simulated heap after the cell';

/// An output's data and metadata.
export async function inPageLanguage(bundle: MimeBundle, translator: ITranslator | undefined): Promise<{ data: MimeBundle; metadata: ReturnType<typeof outputMetadata> }> {
  const trans: TranslationBundle | undefined = translator?.load(DOMAIN);
  if (trans === undefined || trans.__(PROBE) === PROBE) {
    return { data: bundle, metadata: outputMetadata() };
  }
  const { translatedBundle } = await import('../views/outputBundle');
  return { data: translatedBundle(bundle, trans), metadata: outputMetadata(trans) };
}
