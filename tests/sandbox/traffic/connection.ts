import { once } from 'node:events';
import { constants } from 'node:http2';
import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

export type Outgoing = (HttpBindings | Http2Bindings)['outgoing'];

/**
 * Breaks a connection: the socket's in HTTP/1.1, the stream's in HTTP/2. A `reset` may overtake what was sent before
 * it; an `end` lets that arrive first.
 */
export const breakConnection = (outgoing: Outgoing, how: 'reset' | 'end' = 'reset'): Response => {
  if ('stream' in outgoing) outgoing.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else if (how === 'reset') outgoing.socket?.resetAndDestroy();
  else outgoing.socket?.destroy();
  return RESPONSE_ALREADY_SENT;
};

/** Says nothing more until the client goes away, or the sandbox closes. */
export const keepSilent = async (outgoing: Outgoing): Promise<Response> => {
  if (!outgoing.destroyed) await once(outgoing, 'close');
  return RESPONSE_ALREADY_SENT;
};

/** Calls back once, when the answer is out or the client has gone (`aborted`). */
export const whenEnded = (outgoing: Outgoing, ended: (aborted: boolean) => void): void => {
  outgoing.once('finish', () => ended(false));
  outgoing.once('close', () => ended(!outgoing.writableFinished));
};

/** Sends status, headers and the first half of a body whose whole length is announced. */
export const sendHalf = async (outgoing: Outgoing, response: Response): Promise<void> => {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  outgoing.setHeader('Content-Length', body.byteLength + 1);
  const { promise, resolve } = Promise.withResolvers<void>();
  // Both kinds of response take a callback; their types cannot be called as a union.
  const write: (chunk: Buffer, done: () => void) => boolean = outgoing.write.bind(outgoing);
  write(body.subarray(0, Math.ceil(body.byteLength / 2)), resolve);
  await promise;
};
