import { i18n } from '#i18n';
import { documentLanguages, readDocumentLanguage } from '../../utils/settings/document-language.ts';
import { spokenLanguage } from '../ui/browser-language.ts';
import type { DocumentLanguageModel } from './document-language-model.ts';

/** @returns a language's name in itself: `Deutsch`. */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** In which language text is inserted, for every document that is opened from now on. */
export function DocumentLanguageChoice({ model }: { model: DocumentLanguageModel }) {
  return (
    <section aria-labelledby="language-heading">
      <h2 id="language-heading">{i18n.t('options.language.heading')}</h2>
      <div class="field">
        <label for="document-language">{i18n.t('options.language.label')}</label>
        <select
          id="document-language"
          aria-describedby="document-language-hint"
          value={model.chosen.value ?? ''}
          onChange={(event) => {
            if (event.isTrusted) model.choose(readDocumentLanguage(event.currentTarget.value));
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
