import { computed } from '@preact/signals';
import type { DocumentLanguage } from '../../utils/settings/document-language.ts';
import { rememberChoices, storedPanelChoices } from '../../utils/settings/panel-choices-item.ts';
import { storedSignal } from '../ui/stored-signal.ts';

export type DocumentLanguageModel = Awaited<ReturnType<typeof createDocumentLanguageModel>>;

/** The language of inserted text, where the person has chosen one. Panels share the choice. */
export async function createDocumentLanguageModel() {
  const choices = await storedSignal(storedPanelChoices);
  return {
    /** Null for the browser's. */
    chosen: computed(() => choices.value.documentLanguage ?? null),
    /** @param language null for the browser's. */
    choose: (language: DocumentLanguage | null) => void rememberChoices({ documentLanguage: language }),
  };
}
