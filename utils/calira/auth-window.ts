/** Calira's pages in a window of the browser's own (`identity.launchWebAuthFlow`), and what its errors mean. */
import { browser } from 'wxt/browser';
import { CodedError } from '../messages/failure.ts';
import { windowStillOpen } from './window-still-open.ts';

/** A person may look for a password, but not for ever. Firefox by itself would wait without end (milliseconds). */
const interactiveLimit = 10 * 60_000;
/** Nobody watches a silent attempt; Chromium would give a hanging server more than a minute (milliseconds). */
const silentLimit = 10_000;
/** A server that cannot even begin to answer is told of before a window opens (milliseconds). */
const probeLimit = 10_000;

/** What the browsers say when a person closes the window (Chromium 156, Firefox 153). */
const closed = /did not approve|cancelled or denied/i;
const busy = /only one web auth flow/i;
/** … and when a page would have to be shown in a silent attempt. */
const interactionRequired = /user interaction/i;
/** … and when Chromium's own limit of a silent attempt is over. */
const timedOut = /timed out/i;

type FlowDetails = Parameters<typeof browser.identity.launchWebAuthFlow>[0];

/** @throws {CodedError} `late` when `limit` (milliseconds) is over; the browser's own flow may still go on then. */
async function launch(flow: Promise<string | undefined>, limit: number, late: CodedError): Promise<string> {
  const over = Promise.withResolvers<never>();
  const timer = setTimeout(() => over.reject(late), limit);
  try {
    const redirected = await Promise.race([flow, over.promise]);
    if (!redirected) throw new CodedError('authPageFailed', { detail: 'no redirect' });
    return redirected;
  } catch (thrown) {
    if (thrown instanceof CodedError) throw thrown;
    throw flowFailure(thrown instanceof Error ? thrown.message : String(thrown), thrown);
  } finally {
    clearTimeout(timer);
  }
}

function flowFailure(message: string, cause: unknown): CodedError {
  if (closed.test(message)) return new CodedError('cancelled', {}, { cause });
  if (busy.test(message)) return stillOpen({ cause });
  if (interactionRequired.test(message)) return new CodedError('expired', { detail: message }, { cause });
  if (timedOut.test(message)) return new CodedError('timeout', { detail: message }, { cause });
  return new CodedError('authPageFailed', { detail: message }, { cause });
}

const stillOpen = (options?: ErrorOptions) =>
  new CodedError('interrupted', { detail: windowStillOpen }, options);

/** Whether a window of ours is open: after the time limit it may be, and the browsers bear only one. */
let open = false;

/**
 * Opens Calira's page for the person.
 *
 * @returns the address that Calira led back to; a refusal on Calira's page is in its query.
 * @throws {CodedError} `cancelled` when the window was closed, `interrupted` when an older window is still open or
 *   this one is left open for ten minutes, `authPageFailed` when the page cannot be loaded.
 */
export async function openAuthWindow(url: string): Promise<string> {
  // Firefox would end both and leave the second window to itself; Chromium says so by itself.
  if (open) throw stillOpen();
  await probe(url);
  open = true;
  const flow = browser.identity.launchWebAuthFlow({ url, interactive: true }).finally(() => {
    open = false;
  });
  return launch(flow, interactiveLimit, stillOpen());
}

/**
 * Asks Calira without showing anything: works where the browser is signed in to Calira and no consent is asked.
 * @throws {CodedError} `expired` when Calira wants the person after all, `timeout` when it does not answer.
 */
export async function authoriseSilently(url: string): Promise<string> {
  // Firefox throws for options that it does not know, and waits for the time limit of ours.
  const chromium = { abortOnLoadForNonInteractive: true, timeoutMsForNonInteractive: silentLimit };
  const details: FlowDetails = { url, interactive: false, ...(import.meta.env.FIREFOX ? {} : chromium) };
  const late = new CodedError('timeout', { detail: 'silent sign-in' });
  return launch(browser.identity.launchWebAuthFlow(details), silentLimit, late);
}

/** Firefox shows nothing at all for a page that cannot be loaded, so a dead server has to be found out first. */
async function probe(url: string): Promise<void> {
  try {
    const signal = AbortSignal.timeout(probeLimit);
    // Redirects are not followed and no cookie is sent: this must not use up anything.
    const response = await fetch(url, { redirect: 'manual', credentials: 'omit', signal });
    await response.body?.cancel();
    if (response.status >= 500) throw new Error(`HTTP ${response.status}`);
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : 'authorize';
    throw new CodedError('authPageFailed', { detail }, { cause: thrown });
  }
}
