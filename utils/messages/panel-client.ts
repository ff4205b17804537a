/** The panel's end of its port to the background. */
import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import type { ErrorCode } from './failure.ts';
import { CodedError } from './failure.ts';
import type { PanelMessage, PanelPush, PanelValues } from './panel.ts';
import { panelPort } from './panel.ts';
import type { PanelCommand, PanelParameters } from './panel-commands.ts';
import type { Result } from './result.ts';
import { unwrap } from './result.ts';

/** Commands that may be carried out more than once, and how often one is sent before it is given up. */
const repeatable = new Set<PanelCommand>(['load', 'details', 'renewDetails', 'remember']);
const mostTries = 3;

export interface PanelClient {
  /**
   * Connects, so that the background can tell what it has to tell.
   * @throws {CodedError} `extensionUpdated`.
   */
  open(): void;
  /**
   * Asks the background and waits for its answer.
   * @throws {CodedError} the background's failure; `interrupted` when it gave the work up, or its worker was stopped;
   *   `cancelled` after `signal`; `extensionUpdated` when this page's copy of the extension is no longer in force.
   */
  ask<C extends PanelCommand>(
    command: C,
    parameters: PanelParameters<C>,
    signal?: AbortSignal,
  ): Promise<PanelValues[C]>;
  close(): void;
  /** Takes in what has arrived over the port by now. To be called before news that came another way: those are later. */
  catchUp(): void;
  /** Whether this page's copy of the extension is the one that is installed: after an update, old ones live on. */
  inForce(): boolean;
}

/**
 * Connects to the background when there is something to ask, and again after its worker was stopped.
 * @param onPush told of everything that the background says by itself.
 * @param onLost told when the worker was stopped; a panel that waits for news may `open` again and so start another.
 * @param together does what it is given in such a way that it is drawn once.
 */
export function createPanelClient(
  onPush: (push: PanelPush) => void,
  onLost: () => void = () => {},
  together: (work: () => void) => void = (work) => work(),
): PanelClient {
  let port: Browser.runtime.Port | null = null;
  /** What arrives while the page is busy is taken in together. */
  const inbox: PanelMessage[] = [];
  let lastId = 0;
  const waiting = new Map<number, (result: Result<unknown>) => void>();

  // After an update or a removal of the extension its old content scripts live on without an id.
  const inForce = () => Boolean(browser.runtime?.id);
  /** The port, unless it is an old copy's: that is closed already, and refuses to be used. */
  const live = () => (inForce() ? port : null);

  function connected(): Browser.runtime.Port {
    if (!inForce()) throw new CodedError('extensionUpdated');
    if (port) return port;
    const opened = browser.runtime.connect({ name: panelPort });
    opened.onMessage.addListener((message: unknown) => {
      if (port === opened && inbox.push(message as PanelMessage) === 1) setTimeout(takeIn);
    });
    opened.onDisconnect.addListener(() => {
      // Nobody waits any more for a port that was left here.
      if (port !== opened) return;
      port = null;
      const asked = [...waiting.values()];
      // What has arrived by now may lead to new questions, over another port.
      takeIn();
      answerAll(asked, 'interrupted');
      onLost();
    });
    port = opened;
    return opened;
  }

  function answerAll(asked: Iterable<(result: Result<unknown>) => void>, code: ErrorCode): void {
    for (const answer of asked) answer({ ok: false, error: { code } });
  }

  function takeIn(): void {
    together(() => inbox.splice(0).forEach(receive));
  }

  function receive(message: PanelMessage): void {
    if ('push' in message) onPush(message);
    else waiting.get(message.id)?.(message.result);
  }

  /**
   * A worker may be stopped at any moment, and forgets what it was reading when the authorisation or the choice of labs
   * changes: reading is simply asked again. What this page itself has given up is not.
   */
  function isAnothers(code: ErrorCode, signal: AbortSignal | undefined): boolean {
    return code === 'interrupted' || (code === 'cancelled' && port !== null && !signal?.aborted);
  }

  async function ask<C extends PanelCommand>(
    command: C,
    parameters: PanelParameters<C>,
    signal?: AbortSignal,
  ) {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const result = await send(command, parameters, signal);
      const again = !result.ok && repeatable.has(command) && isAnothers(result.error.code, signal);
      if (!again) return unwrap(result) as PanelValues[C];
    }
    // Nobody here has given it up: whoever waits for it has to be told.
    throw new CodedError('interrupted');
  }

  async function send<C extends PanelCommand>(
    command: C,
    parameters: PanelParameters<C>,
    signal?: AbortSignal,
  ) {
    signal?.throwIfAborted();
    lastId += 1;
    const id = lastId;
    const answered = Promise.withResolvers<Result<unknown>>();
    const cancel = () => {
      live()?.postMessage({ cancel: id });
      answered.resolve({ ok: false, error: { code: 'cancelled' } });
    };
    waiting.set(id, answered.resolve);
    signal?.addEventListener('abort', cancel);
    try {
      connected().postMessage({ id, command, parameters });
      return await answered.promise;
    } finally {
      waiting.delete(id);
      signal?.removeEventListener('abort', cancel);
    }
  }

  return {
    open: () => void connected(),
    ask,
    catchUp: takeIn,
    inForce,
    close() {
      live()?.disconnect();
      port = null;
      inbox.length = 0;
      answerAll(waiting.values(), 'cancelled');
    },
  };
}
