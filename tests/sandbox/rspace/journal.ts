/** A request of interest, as it came in. */
type JournalEntry = {
  method: string;
  /** Path and query. */
  path: string;
  /** ISO 8601. */
  at: string;
  /** Sent by the page's own scripts, which mark their requests with the header `X-RSpace-Page`. */
  fromPage: boolean;
};

/** What a test asks afterwards: every POST, and every read of an address that no guest on the page may read. */
export type Journal = {
  posts: JournalEntry[];
  trapReads: JournalEntry[];
};

/** Returns an empty journal. */
export function createJournal(): Journal {
  return { posts: [], trapReads: [] };
}

/** Describes `request` for the journal. */
export function journalEntry(request: Request, at: Date): JournalEntry {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    path: pathname + search,
    at: at.toISOString(),
    fromPage: request.headers.get('X-RSpace-Page') === '1',
  };
}
