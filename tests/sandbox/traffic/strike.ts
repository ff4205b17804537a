import { setTimeout as delay } from 'node:timers/promises';
import { breakConnection, keepSilent, type Outgoing, sendHalf } from './connection.ts';
import { type FaultKind, faultType } from './fault.ts';

const LOGIN_PAGE =
  '<!doctype html><title>Sign in</title><h1>Sign in to Calira</h1><form method="post"></form>';

const rewritten = (
  response: Response,
  body: BodyInit | null,
  headers: Record<string, string | null> = {},
) => {
  const changed = new Headers(response.headers);
  changed.delete('Content-Length');
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) changed.delete(name);
    else changed.set(name, value);
  }
  return new Response(body, { status: response.status, headers: changed });
};

/** An answer that is given instead of asking the server, for the faults that strike before it; otherwise undefined. */
export const strikeBefore = async (kind: FaultKind, outgoing: Outgoing): Promise<Response | undefined> => {
  if (kind === 'hang') return keepSilent(outgoing);
  if (kind === 'reset') return breakConnection(outgoing);
  if (kind === 'html')
    return new Response(LOGIN_PAGE, {
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
    });
  if (kind === 'redirect')
    return new Response(null, {
      status: 302,
      headers: { Location: '/users/sign_in' },
    });
  if (typeof kind === 'string' || kind.type !== 'status') return undefined;
  const headers = new Headers({
    'Content-Type': 'text/plain; charset=utf-8',
    ...kind.headers,
  });
  if (kind.retryAfter !== undefined) headers.set('Retry-After', String(kind.retryAfter));
  return new Response(kind.body ?? null, { status: kind.status, headers });
};

const dripping = (response: Response, body: Uint8Array<ArrayBuffer>, ms: number) => {
  const parts = 10;
  const size = Math.ceil(body.byteLength / parts) || 1;
  let sent = 0;
  const drops = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (sent >= body.byteLength) return controller.close();
      await delay(ms / parts);
      controller.enqueue(body.subarray(sent, sent + size));
      sent += size;
    },
  });
  return rewritten(response, drops);
};

const misshapen = (json: unknown): unknown => (Array.isArray(json) ? { data: json } : [json]);

/** What becomes of the server's answer, for the faults that strike after it. */
export const strikeAfter = async (
  kind: FaultKind,
  response: Response,
  outgoing: Outgoing,
): Promise<Response> => {
  if (typeof kind === 'object') {
    if (kind.type === 'headers') return rewritten(response, await response.arrayBuffer(), kind.headers);
    if (kind.type === 'slow')
      return dripping(response, new Uint8Array(await response.arrayBuffer()), kind.ms);
    if (kind.type === 'edit') return rewritten(response, JSON.stringify(kind.edit(await response.json())));
    if (kind.type === 'body')
      return rewritten(response, kind.body, {
        'Content-Type': kind.contentType ?? 'application/json',
      });
  }
  switch (faultType(kind)) {
    case 'resetAfter':
      return breakConnection(outgoing);
    case 'resetBody':
      await sendHalf(outgoing, response);
      return breakConnection(outgoing, 'end');
    case 'hangBody':
      await sendHalf(outgoing, response);
      return keepSilent(outgoing);
    case 'truncatedJson': {
      const text = await response.text();
      return rewritten(response, text.slice(0, Math.ceil(text.length / 2)));
    }
    case 'emptyBody':
      return rewritten(response, null);
    case 'wrongShape':
      return rewritten(response, JSON.stringify(misshapen(await response.json())));
    case 'wrongContentType':
      return rewritten(response, await response.arrayBuffer(), {
        'Content-Type': 'text/plain',
      });
    case 'gzipGarbage':
      return rewritten(response, 'this is not gzip', {
        'Content-Encoding': 'gzip',
      });
    case 'hugeBody':
      return rewritten(response, JSON.stringify({ padding: 'x'.repeat(10 * 2 ** 20) }));
    default:
      return response;
  }
};
