export type ServerName = 'calira' | 'rspace';

/** A request as the layer in front of both servers sees it. */
export interface Arrival {
  server: ServerName;
  method: string;
  path: string;
  query: Record<string, string>;
  /** The `grant_type` of a request to `/oauth/token`. */
  grantType: string | null;
}

/**
 * Which requests are meant; what is not given matches everything. A path is a pattern such as `/v1/bookings`
 * (the list alone), `/v1/bookings/:id` (any details) or `/v1/*` (all below), or a regular expression on the path.
 */
export interface Match {
  server?: ServerName;
  method?: string;
  path?: string | RegExp;
  /** A whole segment of the path. */
  id?: string | number;
  query?: Record<string, string>;
  grantType?: string;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const patternFor = (path: string): RegExp => {
  const segments = path.split('/').map((segment) => {
    if (segment === '*') return '.*';
    return segment.startsWith(':') ? '[^/]+' : escaped(segment);
  });
  return new RegExp(`^${segments.join('/')}$`);
};

/** Makes the test for a match once, for use with many requests. */
export const matcher = (match: Match): ((arrival: Arrival) => boolean) => {
  const path = typeof match.path === 'string' ? patternFor(match.path) : match.path;
  const query = Object.entries(match.query ?? {});
  return (arrival) =>
    (match.server === undefined || match.server === arrival.server) &&
    (match.method === undefined || match.method.toUpperCase() === arrival.method) &&
    (path === undefined || arrival.path.search(path) >= 0) &&
    (match.id === undefined || arrival.path.split('/').includes(String(match.id))) &&
    (match.grantType === undefined || match.grantType === arrival.grantType) &&
    query.every(([name, value]) => arrival.query[name] === value);
};

/** Reads what a request is about, without spending its body. */
export const describeRequest = async (server: ServerName, request: Request): Promise<Arrival> => {
  const { pathname, searchParams } = new URL(request.url);
  const isToken = server === 'calira' && request.method === 'POST' && pathname === '/oauth/token';
  const body = isToken ? new URLSearchParams(await request.clone().text()) : undefined;
  return {
    server,
    method: request.method,
    path: pathname,
    query: Object.fromEntries(searchParams),
    grantType: body?.get('grant_type') ?? null,
  };
};
