import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import type { PanelPush } from './panel.ts';

/**
 * Listens to the news for every panel (`panel-broadcast.ts`) until `end`. Another extension cannot reach this listener;
 * our own pages do not use it.
 */
export function onNews(listener: (message: PanelPush) => void, end: AbortSignal): void {
  const receive = (message: unknown, sender: Browser.runtime.MessageSender) => {
    if (sender.id === browser.runtime.id && !sender.tab) listener(message as PanelPush);
  };
  browser.runtime.onMessage.addListener(receive);
  end.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(receive));
}
