import { vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import type { PanelPush } from '../../../utils/messages/panel.ts';
import { createPanelClient } from '../../../utils/messages/panel-client.ts';
import type { PanelContext, PanelHandlers } from '../../../utils/messages/panel-server.ts';
import { createPanelServer } from '../../../utils/messages/panel-server.ts';
import { portPair } from './fake-ports.ts';

export const sender = (over: Partial<Browser.runtime.MessageSender> = {}): Browser.runtime.MessageSender => ({
  id: browser.runtime.id,
  url: 'https://lab.researchspace.com/workspace/editor/structuredDocument/123',
  frameId: 0,
  tab: { id: 7 } as Browser.tabs.Tab,
  ...over,
});

/** Handlers of which each can be replaced; what a test does not replace must not be called. */
const handlers = (over: Partial<PanelHandlers> = {}): PanelHandlers => {
  const unexpected = (command: string) => async (): Promise<never> => {
    throw new Error(`${command} was not expected`);
  };
  return {
    connect: unexpected('connect'),
    openOptions: unexpected('openOptions'),
    openLabs: async () => {},
    openCalira: unexpected('openCalira'),
    dismissLost: unexpected('dismissLost'),
    load: unexpected('load'),
    details: unexpected('details'),
    renewDetails: unexpected('renewDetails'),
    remember: unexpected('remember'),
    ...over,
  };
};

export interface WorldOptions {
  mayConnect?: (sender: Browser.runtime.MessageSender | undefined) => Promise<boolean>;
  greeting?: () => Promise<PanelPush[]>;
}

/** A background that listens, and the means to connect to it as a content script does. */
export function background(over: Partial<PanelHandlers> = {}, options: WorldOptions = {}) {
  const server = createPanelServer(
    handlers(over),
    options.mayConnect ?? (async () => true),
    options.greeting ?? (async () => []),
  );
  const connections: ReturnType<typeof portPair>[] = [];
  /** What `runtime.connect` does; the panel's end comes back. */
  const connect = vi.fn(({ name }: { name: string }) => {
    const pair = portPair(name, sender());
    connections.push(pair);
    server.connect(pair.background.port);
    return pair.panel.port;
  });
  Object.assign(browser.runtime, { connect });
  return {
    server,
    connect,
    connections,
    stopWorker: () => connections.at(-1)?.stopWorker(),
  };
}

/** A panel's client, and what it was told. */
export function panel() {
  const pushes: PanelPush[] = [];
  const onLost = vi.fn();
  const client = createPanelClient((push) => pushes.push(push), onLost);
  return { client, pushes, onLost };
}

/** A handler that does not answer before it is told to, and keeps what it was given. */
export function held<T>() {
  const answer = Promise.withResolvers<T>();
  const contexts: PanelContext[] = [];
  const started = Promise.withResolvers<void>();
  const handler = vi.fn(async (_parameters: unknown, context: PanelContext) => {
    contexts.push(context);
    started.resolve();
    return answer.promise;
  });
  return { ...answer, handler, contexts, started: started.promise };
}
