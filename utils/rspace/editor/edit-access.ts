/** Asking RSpace whether it would still take what is inserted into the document. */
import { CodedError } from '../../messages/failure.ts';
import { orNull, record, text } from '../output/shape.ts';
import { documentId } from '../sites/document-page.ts';

/** What RSpace shows behind its blue (i): whether the person may edit, and whether they hold the lock. */
const information = '/workspace/getRecordInformation';
/** RSpace's page asks this every 20 s while nobody edits. It names another person who does, and tells nothing else apart. */
const otherEditor = '/workspace/editor/structuredDocument/ajax/otherUserEditingRecord';

/** An RSpace that does not answer must not keep anybody waiting (milliseconds). */
const patience = 5_000;

/** Why RSpace would not take an insertion. */
export type AccessRefusal = 'lockedByOther' | 'lockLost' | 'readOnly' | 'signed' | 'signedOut';

/** What RSpace says of this document and this person. */
export type Access =
  /** They hold the edit lock. */
  | { kind: 'held' }
  | { kind: 'refused'; code: AccessRefusal /** Who edits, where RSpace says so. */; editor: string | null }
  /** An RSpace that knows one question only: it names nobody else. */
  | { kind: 'older' }
  /** RSpace could not say. Nobody else is known to edit. */
  | { kind: 'uncertain' };

/** `VIEW_MODE`: nobody holds the lock. `ACCESS_DENIED`: the document is in the trash. */
const statuses: ReadonlyMap<string, 'held' | AccessRefusal> = new Map([
  ['EDIT_MODE', 'held'],
  ['VIEW_MODE', 'lockLost'],
  ['CANNOT_EDIT_OTHER_EDITING', 'lockedByOther'],
  ['CANNOT_EDIT_NO_PERMISSION', 'readOnly'],
  ['ACCESS_DENIED', 'readOnly'],
  ['CAN_NEVER_EDIT', 'signed'],
]);

const readInformation = record({
  data: record<{ status: string; currentEditor: unknown }>({
    status: text(100),
    currentEditor: (value) => value,
  }),
});
const name = text(200, /\S/);

export interface EditAccess {
  /** Asks. @throws {DOMException} after `signal`. */
  ask(signal: AbortSignal): Promise<Access>;
  /**
   * A page does not notice that its session has ended, that the person's rights were withdrawn, or that they do not hold
   * the lock any more: what is inserted then is lost at the next save, or takes the place of a colleague's text.
   *
   * @returns whether RSpace has confirmed that it would take an insertion; if not, nothing is known to speak against it.
   * @throws {CodedError} an `AccessRefusal`; `DOMException` after `signal`.
   */
  confirm(signal: AbortSignal): Promise<boolean>;
}

/** @param page where the document is. */
export function createEditAccess(page: Location): EditAccess {
  /**
   * Whether this RSpace has the information, as its first answer told: 404 is also its answer to who may not read. Where
   * that answer told nothing, a 404 does not either.
   */
  let hasInformation: boolean | 'unclear' | null = null;

  const get = (path: string, signal: AbortSignal): Promise<Response> => {
    const address = new URL(path, page.origin);
    address.searchParams.set('recordId', documentId(page.pathname) ?? '');
    return fetch(address, {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
      credentials: 'same-origin',
      // The login page may be on another server, where a request from here would just fail.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
  };

  async function askInformation(signal: AbortSignal): Promise<Access> {
    const response = await get(information, signal);
    if (isSignedOut(response)) return refused('signedOut');
    if (response.status === 404) {
      hasInformation ??= false;
      if (hasInformation === 'unclear') throw new TypeError('no answer that can be understood');
      return hasInformation ? refused('readOnly') : { kind: 'older' };
    }
    const { status, currentEditor } = readInformation(await response.json()).data;
    const is = statuses.get(status);
    if (!is) throw new TypeError('a status that is not known');
    hasInformation = true;
    return is === 'held' ? { kind: 'held' } : refused(is, nameIn(currentEditor));
  }

  async function askOtherEditor(signal: AbortSignal): Promise<Access | null> {
    const response = await get(otherEditor, signal);
    if (isSignedOut(response)) return refused('signedOut');
    const answer = await response.json();
    const editor = nameIn(answer?.data);
    return editor === null ? null : refused('lockedByOther', editor);
  }

  async function ask(signal: AbortSignal): Promise<Access> {
    const told = await orUnknown(askInformation, signal);
    if (!told) hasInformation ??= 'unclear';
    if (told && told.kind !== 'older') return told;
    return (await orUnknown(askOtherEditor, signal)) ?? told ?? { kind: 'uncertain' };
  }

  return {
    ask,
    async confirm(signal) {
      const access = await ask(signal);
      if (access.kind === 'refused') throw new CodedError(access.code);
      return access.kind !== 'uncertain';
    },
  };
}

const refused = (code: AccessRefusal, editor: string | null = null): Access => ({
  kind: 'refused',
  code,
  editor,
});

/** @returns null where nothing comes, or what cannot be understood. */
async function orUnknown<T>(
  question: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<T | null> {
  try {
    return await question(signal);
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

/** @returns the name of a person, whom RSpace gives as a text or as `{fullName, username}`; null for nobody. */
function nameIn(person: unknown): string | null {
  try {
    if (typeof person === 'string') return name(person);
    const { fullName, username } = record<{ fullName: unknown; username: unknown }>({
      fullName: (value) => value,
      username: (value) => value,
    })(person);
    return orNull(name)(fullName ?? username ?? null);
  } catch {
    return null;
  }
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
