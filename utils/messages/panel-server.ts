/** The background's end of the panels' ports: checks, runs, answers, cancels. */
import * as v from 'valibot';
import type { Browser } from 'wxt/browser';
import { CodedError } from './failure.ts';
import type { PanelMessage, PanelPush, PanelValues } from './panel.ts';
import { panelPort } from './panel.ts';
import type { PanelCommand, PanelParameters } from './panel-commands.ts';
import { panelCommands, panelRequest } from './panel-commands.ts';
import { settle } from './result.ts';

/** What a command may use: a way to tell more than its answer, and a signal that it is no longer wanted. */
export interface PanelContext {
  push(message: PanelPush): void;
  signal: AbortSignal;
}

export type PanelHandlers = {
  [C in PanelCommand]: (parameters: PanelParameters<C>, context: PanelContext) => Promise<PanelValues[C]>;
};

export interface PanelServer {
  /** A listener for `runtime.onConnect`. */
  connect(port: Browser.runtime.Port): void;
  /** Tells every panel that is open. */
  tell(message: PanelPush): void;
  /** To be called when the extension works elsewhere from now on: ports of pages that it has left are closed. */
  judgeAgain(): Promise<void>;
}

/**
 * @param mayConnect whether a port's sender is a panel on a page where the extension is enabled.
 * @param greeting what a panel is told as soon as it has connected.
 */
export function createPanelServer(
  handlers: PanelHandlers,
  mayConnect: (sender: Browser.runtime.MessageSender | undefined) => Promise<boolean>,
  greeting: () => Promise<PanelPush[]>,
): PanelServer {
  /** By the port: how it is told something, and how it is ended. A panel leaves by itself where its site is disabled; a script that was taken over does not. */
  const open = new Map<Browser.runtime.Port, { send(message: PanelMessage): void; end(): void }>();
  // Who cannot be judged may not.
  const judge = (port: Browser.runtime.Port) => mayConnect(port.sender).catch(() => false);

  function connect(port: Browser.runtime.Port): void {
    if (port.name !== panelPort) return;
    const allowed = judge(port);
    const gone = new AbortController();
    const running = new Map<number, AbortController>();
    /** What commands have to tell before the greeting is out: rows come after the choices by which they are shown. */
    let held: PanelMessage[] | null = [];
    const send = (message: PanelMessage) => {
      if (gone.signal.aborted) return;
      if (held) held.push(message);
      else port.postMessage(message);
    };
    // Only the other end is told of a disconnection: here, what runs has to be ended as well.
    const end = () => {
      open.delete(port);
      gone.abort();
      port.disconnect();
    };
    open.set(port, { send, end });

    port.onMessage.addListener(async (message: unknown) => {
      const request = v.safeParse(panelRequest, message);
      if (!request.success || !(await allowed)) return end();
      if (gone.signal.aborted) return;
      if ('cancel' in request.output) return running.get(request.output.cancel)?.abort();
      const { id, command, parameters } = request.output;
      const controller = new AbortController();
      running.set(id, controller);
      const signal = AbortSignal.any([gone.signal, controller.signal]);
      const result = await settle(() => run(handlers, command, parameters, { push: send, signal }));
      running.delete(id);
      send({ id, result });
    });
    port.onDisconnect.addListener(() => {
      open.delete(port);
      gone.abort();
    });
    void allowed.then(async (yes) => {
      if (!yes) return end();
      // Without it a panel still has its commands.
      const first = await greeting().catch(() => []);
      const all = [...first, ...(held ?? [])];
      held = null;
      all.forEach(send);
    });
  }

  return {
    connect,
    tell(message) {
      for (const { send } of open.values()) send(message);
    },
    async judgeAgain() {
      await Promise.all([...open].map(async ([port, { end }]) => (await judge(port)) || end()));
    },
  };
}

async function run<C extends PanelCommand>(
  handlers: PanelHandlers,
  command: C,
  parameters: unknown,
  context: PanelContext,
): Promise<PanelValues[C]> {
  const checked = v.safeParse(panelCommands[command], parameters);
  if (!checked.success)
    throw new CodedError('unexpectedAnswer', {
      detail: `parameters of ${command}`,
    });
  return handlers[command](checked.output as PanelParameters<C>, context);
}
