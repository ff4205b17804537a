import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createSecureServer, type Http2Session } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Outgoing } from './traffic/connection.ts';

/** Certificate and key (PEM): with them the listener speaks HTTP/2 over TLS, and HTTP/1.1 to who asks for that. */
export interface Tls {
  cert: string;
  key: string;
}

export interface Listener {
  port: number;
  /** Stops listening and ends every connection at once, hanging ones too. */
  close(): Promise<void>;
  /** Listens again on the same port after `close`. */
  reopen(): Promise<void>;
}

export type Handler = (request: Request, outgoing: Outgoing) => Promise<Response>;

interface ListenOptions {
  /** 0 for a free one. */
  port: number;
  handler: Handler;
  /** Also listen on `::1`, so that the name `localhost` reaches it whatever it resolves to. */
  dual?: boolean;
  tls?: Tls | undefined;
}

const bind = async (server: Server | ReturnType<typeof createSecureServer>, port: number, host: string) => {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ port, host }, resolve);
  await promise;
  server.off('error', reject);
  return (server.address() as AddressInfo).port;
};

const open = async ({ handler, tls }: ListenOptions, port: number, host: string): Promise<Listener> => {
  const listener = getRequestListener((request, { outgoing }) => handler(request, outgoing), {
    // Tests run this in the process of their own fetch, whose Request and Response must stay Node's.
    overrideGlobalObjects: false,
  });
  const sessions = new Set<Http2Session>();
  const secure = tls && createSecureServer({ ...tls, allowHTTP1: true }, listener);
  secure?.on('session', (session) => {
    sessions.add(session);
    session.once('close', () => sessions.delete(session));
  });
  const server = secure ?? createServer(listener);
  const sockets = new Set<IncomingMessage['socket']>();
  server.on('connection', (socket: IncomingMessage['socket']) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const bound = await bind(server, port, host);
  return {
    port: bound,
    reopen: async () => void (await bind(server, bound, host)),
    async close() {
      if (!server.listening) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      for (const session of sessions) session.destroy();
      for (const socket of sockets) socket.destroy();
      await promise;
    },
  };
};

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Starts an HTTP server on 127.0.0.1. Rejects when the port is taken. */
export const listen = async (options: ListenOptions): Promise<Listener> => {
  for (let attempt = 1; ; attempt += 1) {
    const four = await open(options, options.port, '127.0.0.1');
    if (!options.dual) return four;
    try {
      const six = await open(options, four.port, '::1');
      return {
        port: four.port,
        close: async () => void (await Promise.all([four.close(), six.close()])),
        reopen: async () => void (await Promise.all([four.reopen(), six.reopen()])),
      };
    } catch (error) {
      // A free port here may be taken there; and a machine without IPv6 does not need it.
      if (codeOf(error) !== 'EADDRINUSE') return four;
      await four.close();
      if (options.port !== 0 || attempt === 5) throw error;
    }
  }
};
