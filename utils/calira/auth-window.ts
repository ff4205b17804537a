import { browser } from 'wxt/browser';
import { CodedError } from '../messages/failure.ts';

/** A person may look for a password, but not for ever (milliseconds). Firefox by itself would wait without end. */
const interactiveLimit = 10 * 60_000;

/** What the two browsers say when a person closes the window (tried in Chromium 156 and Firefox 153). */
const closed = /did not approve|cancelled or denied/i;
const busy = /only one web auth flow/i;

/**
 * Opens Calira's sign-in in a window of the browser's own (`launchWebAuthFlow`).
 *
 * @returns the address that Calira led back to; a refusal on Calira's page is in its query.
 * @throws {CodedError} `cancelled` when the window was closed, `interrupted` when an older window is still open,
 *   `timeout` after ten minutes, `authPageFailed` when the page could not be loaded.
 */
export async function openAuthWindow(url: string): Promise<string> {
  const limit = AbortSignal.timeout(interactiveLimit);
  const late = new Promise<never>((_, reject) => {
    limit.addEventListener('abort', () => reject(new CodedError('timeout', { detail: 'sign-in window' })));
  });
  try {
    const redirected = await Promise.race([
      browser.identity.launchWebAuthFlow({ url, interactive: true }),
      late,
    ]);
    if (!redirected) throw new CodedError('authPageFailed', { detail: 'no redirect' });
    return redirected;
  } catch (thrown) {
    if (thrown instanceof CodedError) throw thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    if (closed.test(message)) throw new CodedError('cancelled', {}, { cause: thrown });
    if (busy.test(message)) throw new CodedError('interrupted', { detail: message }, { cause: thrown });
    throw new CodedError('authPageFailed', { detail: message }, { cause: thrown });
  }
}
