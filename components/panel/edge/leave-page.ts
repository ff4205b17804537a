import { i18n } from '#i18n';
import { onNews } from '../../../utils/messages/panel-news.ts';
import { askEditor } from '../../../utils/rspace/editor/editor-client.ts';
import { editorTakeover } from '../../../utils/rspace/editor/editor-protocol.ts';
import { isActive } from '../../../utils/site-pattern.ts';

/** Where the extension is disabled while a page is open, nothing of it stays there, in neither of the two worlds. */
export function leaveWhenDisabled(page: Document, leave: () => void, end: AbortSignal): void {
  onNews((message) => {
    if (message.push !== 'sites' || isActive(page.URL, message.value)) return;
    // The page's world hears an event at once, and so has taken our entry away before it is told to end.
    void askEditor('withdraw', { sentence: i18n.t('menu.withdrawn') }).catch(() => {});
    page.dispatchEvent(new CustomEvent(editorTakeover));
    leave();
  }, end);
}
