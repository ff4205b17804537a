import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { FaultKind } from '../../sandbox/traffic/fault.ts';
import type { Match } from '../../sandbox/traffic/match.ts';

/** A fault under way. */
export interface Strike {
  end(): Promise<void> | void;
  /** How many requests it has met; null where nobody can count them. */
  met(): number | null;
}

export interface Fault {
  name: string;
  /** @param times how many requests it meets at most. */
  begin(sandbox: Sandbox, match: Match, times: number | 'always'): Promise<Strike> | Strike;
  /** A request that nobody sends then. */
  without?: 'sign-in';
  /** Whether it is the time limits that end it: they are short then. */
  waits?: true;
}

const fault = (
  name: string,
  kind: FaultKind | (() => FaultKind),
  more: Pick<Fault, 'waits'> = {},
): Fault => ({
  name,
  begin(sandbox, match, times) {
    const handle = sandbox.control.addFault({
      match,
      times,
      kind: typeof kind === 'function' ? kind() : kind,
    });
    return { end: handle.remove, met: handle.struck };
  },
  ...more,
});

const status = (code: number, retryAfter?: string | number): FaultKind => ({
  type: 'status',
  status: code,
  ...(retryAfter !== undefined && { retryAfter }),
});

/** A date in the form of HTTP, so many seconds from now. */
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

/** Lets every request fail as it does where the name of Calira's host is not found. */
const unknownHost: Fault = {
  name: 'DNS failure',
  begin(sandbox, match, times) {
    const real = globalThis.fetch;
    const { pathname } = new URL(sandbox.caliraApiUrl);
    const isMeant = (path: string) =>
      typeof match.path === 'string' && new RegExp(`^${match.path.replace(':id', '[^/]+')}$`).test(path);
    let met = 0;
    globalThis.fetch = async (input, init) => {
      const { pathname: path } = new URL(input instanceof Request ? input.url : input);
      const ours = path.startsWith(pathname) || path.startsWith('/oauth/');
      if (!ours || !isMeant(path) || (times !== 'always' && met >= times)) return real(input, init);
      met += 1;
      throw new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND calira') });
    };
    return {
      end() {
        globalThis.fetch = real;
      },
      met: () => met,
    };
  },
};

/** Nobody listens where Calira was. */
const refusedConnections: Fault = {
  name: 'connection refused',
  // The browser cannot open Calira's page either.
  without: 'sign-in',
  async begin(sandbox) {
    const { restore } = await sandbox.control.refuseConnections('calira');
    return { end: restore, met: () => null };
  },
};

/** Statuses that say nothing about whether the same request would succeed a moment later. */
const refusing = [400, 404, 409, 422].map((code) => fault(String(code), status(code)));
const troubled = [408, 500, 502, 503, 504].map((code) => fault(String(code), status(code)));

export const faults: readonly Fault[] = [
  ...refusing,
  fault('401', status(401)),
  fault('403', status(403)),
  ...troubled,
  fault('503, Retry-After: a day', status(503, 86_400)),
  fault('429', status(429)),
  fault('429, Retry-After: 7', status(429, 7)),
  fault('429, Retry-After: a date in 30 s', () => status(429, inSeconds(30))),
  fault('429, Retry-After: a date long past', () => status(429, inSeconds(-86_400))),
  fault('429, Retry-After: a day', status(429, 86_400)),
  fault('429, Retry-After: -5', status(429, -5)),
  fault('429, Retry-After: soon', status(429, 'soon')),
  unknownHost,
  refusedConnections,
  fault('reset before the answer', 'reset'),
  fault('reset after the work was done', 'resetAfter'),
  fault('reset in the middle of the body', 'resetBody'),
  fault('no answer at all', 'hang', { waits: true }),
  fault('silence in the middle of the body', 'hangBody', { waits: true }),
  fault('a body that takes 60 s', { type: 'slow', ms: 2_000 }, { waits: true }),
  fault('half of the JSON', 'truncatedJson'),
  fault('an object for a list, a list for an object', 'wrongShape'),
  fault('null', { type: 'body', body: 'null', contentType: 'application/json' }),
  fault('a text', { type: 'body', body: '"ok"', contentType: 'application/json' }),
  fault('HTML with 200', 'html'),
  fault('a redirect to the sign-in page', 'redirect'),
  fault('an empty body', 'emptyBody'),
  fault('10 MB of something else', 'hugeBody'),
  fault('the wrong content type', 'wrongContentType'),
  fault('gzip that is none', 'gzipGarbage'),
];
