import { i18n } from '#i18n';
import { documentLanguages, readDocumentLanguage } from '../../utils/settings/document-language.ts';
import { forms } from '../../utils/settings/form.ts';
import { spokenLanguage } from '../ui/browser-language.ts';
import type { InsertedTextModel } from './inserted-text-model.ts';

/** @returns a language's name in itself: `Deutsch`. */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** In which form and language text is inserted, in every document. */
export function InsertedText({ model }: { model: InsertedTextModel }) {
  return (
    <section aria-labelledby="inserted-heading">
      <h2 id="inserted-heading">{i18n.t('options.language.heading')}</h2>
      <div class="field">
        <label for="form">{i18n.t('panel.insertAs')}</label>
        <select
          id="form"
          aria-describedby="form-hint"
          value={model.form.value}
          onChange={(event) => {
            const chosen = forms.find((form) => form === event.currentTarget.value);
            if (event.isTrusted && chosen) model.chooseForm(chosen);
          }}
        >
          {forms.map((form) => (
            <option key={form} value={form}>
              {i18n.t(`panel.form.${form}`)}
            </option>
          ))}
        </select>
        <p id="form-hint" class="muted">
          {i18n.t(`panel.formHint.${model.form.value}`)}
        </p>
      </div>
      <div class="field">
        <label for="document-language">{i18n.t('options.language.label')}</label>
        <select
          id="document-language"
          aria-describedby="document-language-hint"
          value={model.language.value ?? ''}
          onChange={(event) => {
            if (event.isTrusted) model.chooseLanguage(readDocumentLanguage(event.currentTarget.value));
          }}
        >
          <option value="">{i18n.t('options.language.browser', [nameOf(spokenLanguage())])}</option>
          {documentLanguages.map((language) => (
            <option key={language} value={language} lang={language}>
              {nameOf(language)}
            </option>
          ))}
        </select>
        <p id="document-language-hint" class="muted">
          {i18n.t('options.language.hint')}
        </p>
      </div>
    </section>
  );
}
