import { i18n } from '#i18n';
import type { PanelModel } from '../panel-model.ts';

/** Searches as somebody types. Escape empties it first; only an empty one lets the panel close. */
export function SearchField({ model: { find } }: { model: PanelModel }) {
  return (
    <input
      class="search"
      type="search"
      aria-label={i18n.t('find.search')}
      placeholder={i18n.t('find.searchPlaceholder')}
      autocomplete="off"
      spellcheck={false}
      value={find.search.value}
      onInput={(event) => {
        find.search.value = event.currentTarget.value;
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && find.search.value) {
          event.stopPropagation();
          event.preventDefault();
          find.search.value = '';
        }
        if (event.key === 'ArrowDown') {
          event.preventDefault();
          const panel = event.currentTarget.closest('.panel');
          panel?.querySelector<HTMLElement>('.booking input[tabindex="0"]')?.focus();
        }
      }}
    />
  );
}
