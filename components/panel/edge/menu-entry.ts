import { i18n } from '#i18n';
import { askEditor } from '../../../utils/rspace/editor/editor-client.ts';
import { editorOpen, editorReady } from '../../../utils/rspace/editor/editor-protocol.ts';
import { isVisible } from '../../../utils/rspace/page/visible.ts';

/**
 * Has the entry *Calira booking* put into RSpace's menus, and follows it being chosen there. The words come from here:
 * the page's world cannot read the extension's texts.
 *
 * @param end ends the following.
 */
export function offerInMenus(page: Document, show: () => void, end: AbortSignal): void {
  const words = { text: i18n.t('menu.entry'), aliases: i18n.t('menu.aliases').split(' ') };
  const offer = () => void askEditor('offer', words).catch(() => {});
  const chosen = () => {
    // Any script of the page can say this, but only a person's key or click comes before it.
    if (!navigator.userActivation.isActive) return;
    focusEditor(page);
    show();
  };
  page.addEventListener(editorReady, offer, { signal: end });
  page.addEventListener(editorOpen, chosen, { signal: end });
  offer();
}

/** An item of a menu is gone once it was chosen: what comes after it goes back to the text that the menu belongs to. */
function focusEditor(page: Document): void {
  const editors = page.querySelectorAll<HTMLIFrameElement>('iframe[id^="rtf_"]');
  [...editors].find(isVisible)?.contentDocument?.body.focus();
}
