import { computed } from '@preact/signals';
import type { DocumentLanguage } from '../../utils/settings/document-language.ts';
import type { Form } from '../../utils/settings/form.ts';
import { rememberChoices, storedPanelChoices } from '../../utils/settings/panel-choices-item.ts';
import { storedSignal } from '../ui/stored-signal.ts';

export type InsertedTextModel = Awaited<ReturnType<typeof createInsertedTextModel>>;

/** The form and the language of what is inserted. Panels share the choice. */
export async function createInsertedTextModel() {
  const choices = await storedSignal(storedPanelChoices);
  return {
    form: computed(() => choices.value.form),
    /** Null for the browser's. */
    language: computed(() => choices.value.documentLanguage ?? null),
    chooseForm: (form: Form) => void rememberChoices({ form }),
    /** @param language null for the browser's. */
    chooseLanguage: (language: DocumentLanguage | null) =>
      void rememberChoices({ documentLanguage: language }),
  };
}
