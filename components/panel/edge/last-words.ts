import { i18n } from '#i18n';
import { failureSentence } from '../../ui/failure-sentence.ts';

/** What an old copy of the extension still has to say: after an update it can no longer read its own texts. */
export interface LastWords {
  open: string;
  title: string;
  close: string;
  outdated: string;
}

/** Reads them while they can be read. */
export function lastWords(): LastWords {
  return {
    open: i18n.t('panel.open'),
    title: i18n.t('panel.title'),
    close: i18n.t('panel.close'),
    outdated: failureSentence('extensionUpdated'),
  };
}
