import { onNews } from '../../../utils/messages/panel-news.ts';
import { editorTakeover } from '../../../utils/rspace/editor/editor-protocol.ts';
import { isActive } from '../../../utils/site-pattern.ts';

/** Where the extension is disabled while a page is open, nothing of it stays there, in neither of the two worlds. */
export function leaveWhenDisabled(page: Document, leave: () => void, end: AbortSignal): void {
  onNews((message) => {
    if (message.push !== 'sites' || isActive(page.URL, message.value)) return;
    page.dispatchEvent(new CustomEvent(editorTakeover));
    leave();
  }, end);
}
