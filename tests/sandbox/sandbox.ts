import { bearerToken } from './calira/api/bearer.ts';
import { createCalira } from './calira/calira.ts';
import { type Control, createControl } from './control.ts';
import { controlApp } from './control-http.ts';
import { listen, type Tls } from './listen.ts';
import { EXTENSION_REDIRECT_URIS } from './redirect-uris.ts';
import { createRSpace } from './rspace/rspace.ts';
import { Traffic } from './traffic/traffic.ts';

export interface SandboxOptions {
  /** Another seed, other bookings and documents; 1 where not given. */
  seed?: number;
  /** 0 or nothing: a free one. */
  rspacePort?: number;
  caliraPort?: number;
  now?: () => Date;
  /** Callback addresses of both OAuth clients; this extension's where not given. */
  redirectUris?: readonly string[];
  /** The sandbox never listens on anything but this machine's loopback. */
  host?: '127.0.0.1';
  /** Serves Calira over HTTP/2 with TLS. */
  caliraTls?: Tls;
}

export interface Sandbox {
  rspaceUrl: string;
  caliraWebUrl: string;
  caliraApiUrl: string;
  clients: {
    public: { id: string };
    confidential: { id: string; secret: string };
  };
  control: Control;
  /** Stops both servers; connections that hang are ended at once. */
  close(): Promise<void>;
}

/** Starts a Calira and an RSpace on two ports of this machine. Rejects when a given port is taken. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { seed = 1, now = () => new Date(), redirectUris = EXTENSION_REDIRECT_URIS } = options;
  const calira = createCalira({ seed, now, redirectUris });
  const traffic = new Traffic(now, (request) => {
    const token = bearerToken(request.headers.get('Authorization'));
    return typeof calira.state.grants.inspect(token) === 'object';
  });

  const caliraListener = await listen({
    port: options.caliraPort ?? 0,
    tls: options.caliraTls,
    handler: async (request, outgoing) => {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/_control')) return controlFace.fetch(request);
      return traffic.handle('calira', request, outgoing, calira.app.fetch);
    },
  });
  const origin = `${options.caliraTls ? 'https' : 'http'}://127.0.0.1:${caliraListener.port}/`;
  const rspace = createRSpace({ seed, now, caliraWebUrl: origin });

  const rspaceListener = await listen({
    port: options.rspacePort ?? 0,
    dual: true,
    handler: (request, outgoing) => traffic.handle('rspace', request, outgoing, rspace.app.fetch),
  }).catch(async (error: unknown) => {
    await caliraListener.close();
    throw error;
  });
  const listeners = { calira: caliraListener, rspace: rspaceListener };
  const control = createControl({ traffic, calira: calira.state, rspace, listeners });
  const controlFace = controlApp(control);

  const client = (confidential: boolean) => {
    const found = calira.state.clients.find((one) => one.confidential === confidential);
    if (!found) throw new Error('the sandbox has a public and a confidential client');
    return found;
  };
  const { id, secret } = client(true);
  return {
    rspaceUrl: `http://127.0.0.1:${rspaceListener.port}/`,
    caliraWebUrl: origin,
    caliraApiUrl: `${origin}v1/`,
    clients: { public: { id: client(false).id }, confidential: { id, secret } },
    control,
    async close() {
      traffic.close();
      await Promise.all([caliraListener.close(), rspaceListener.close()]);
    },
  };
};
