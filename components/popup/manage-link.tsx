import { i18n } from '#i18n';
import type { PopupModel } from './popup-model.ts';

/** Leads to the page on which Calira lists the applications that the person has authorised. */
export function ManageLink({ model }: { model: PopupModel }) {
  return (
    <a href={model.manageLink()} target="_blank" rel="noopener">
      {i18n.t('popup.manage')}
    </a>
  );
}
