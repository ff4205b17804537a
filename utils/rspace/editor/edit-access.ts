/** Asking RSpace, right before something is inserted, whether it would still take it. */
import { CodedError } from '../../messages/failure.ts';
import { documentId } from '../sites/document-page.ts';

/** RSpace's page asks the same every 20 s while nobody edits. It changes nothing. */
const question = '/workspace/editor/structuredDocument/ajax/otherUserEditingRecord';

/** An RSpace that does not answer must not keep anybody waiting (milliseconds). */
const patience = 5_000;

/**
 * A page does not notice that its session has ended, or that somebody else holds the edit lock by now: what is
 * inserted then is lost at the next save. Where RSpace cannot be asked (no network, another version), nothing speaks
 * against inserting: RSpace itself says so when a save fails.
 *
 * @throws {CodedError} `signedOut`, `lockedByOther`; `cancelled` after `signal`.
 */
export async function confirmEditAccess({ origin, pathname }: Location, signal: AbortSignal): Promise<void> {
  const address = new URL(question, origin);
  address.searchParams.set('recordId', documentId(pathname) ?? '');
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(address, {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
      credentials: 'same-origin',
      // The login page may be on another server, where a request from here would just fail.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    answer = await response.json().catch(() => null);
  } catch {
    signal.throwIfAborted();
    return;
  }
  if (isSignedOut(response)) throw new CodedError('signedOut');
  if (namesSomebody(answer)) throw new CodedError('lockedByOther');
}

/**
 * A real RSpace 2.26 refuses a script's request with 403 and no Content-Type when its session has ended; without the
 * header that names it a script's, or behind another login, it leads to a page. A proxy's own 403 has a Content-Type.
 */
function isSignedOut({ headers, ok, status, type }: Response): boolean {
  const content = headers.get('Content-Type');
  if (type === 'opaqueredirect' || status === 401) return true;
  return status === 403 ? content === null : ok && (content?.includes('text/html') ?? false);
}

/** @returns whether `{data: {username}}` names another user; `{data: null}` means nobody. */
function namesSomebody(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null || !('data' in answer)) return false;
  const { data } = answer;
  return typeof data === 'object' && data !== null && 'username' in data && typeof data.username === 'string';
}
