import { computed } from '@preact/signals';
import type { DocumentLanguage } from '../../utils/settings/document-language.ts';
import type { Form } from '../../utils/settings/form.ts';
import type { OutputChoicesHere } from './output-choices.ts';

export type InsertedTextModel = ReturnType<typeof createInsertedTextModel>;

/** The form and the language of what is inserted. Panels share the choice. */
export function createInsertedTextModel(choices: OutputChoicesHere) {
  return {
    form: computed(() => choices.value.value.form),
    /** Null for the browser's. */
    language: computed(() => choices.value.value.documentLanguage ?? null),
    chooseForm: (form: Form) => choices.choose({ form }),
    /** @param language null for the browser's. */
    chooseLanguage: (language: DocumentLanguage | null) => choices.choose({ documentLanguage: language }),
  };
}
