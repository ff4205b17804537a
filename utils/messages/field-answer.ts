import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import { fieldQuestion } from './field-question.ts';

/** Answers the question whether a text field is open, until `end`. Only the background puts it. */
export function onFieldQuestion(isFieldOpen: () => Promise<boolean>, end: AbortSignal): void {
  const receive = (
    message: { ask?: unknown } | null,
    sender: Browser.runtime.MessageSender,
    answer: (open: boolean) => void,
  ) => {
    if (sender.id !== browser.runtime.id || sender.tab || message?.ask !== fieldQuestion.ask) return;
    void isFieldOpen().then(answer);
    // By this the browser waits for the answer; promises are not understood everywhere.
    return true;
  };
  browser.runtime.onMessage.addListener(receive);
  end.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(receive));
}
