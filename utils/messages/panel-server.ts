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

/**
 * @returns a listener for `runtime.onConnect`.
 * @param mayConnect whether a port's sender is a panel on a page where the extension is enabled.
 * @param greeting what a panel is told as soon as it has connected.
 */
export function createPanelServer(
  handlers: PanelHandlers,
  mayConnect: (sender: Browser.runtime.MessageSender | undefined) => Promise<boolean>,
  greeting: () => Promise<PanelPush[]>,
) {
  return (port: Browser.runtime.Port): void => {
    if (port.name !== panelPort) return;
    // Who cannot be judged may not.
    const allowed = mayConnect(port.sender).catch(() => false);
    const gone = new AbortController();
    const running = new Map<number, AbortController>();
    const send = (message: PanelMessage) => {
      if (!gone.signal.aborted) port.postMessage(message);
    };
    // Only the other end is told of a disconnection: here, what runs has to be ended as well.
    const end = () => {
      gone.abort();
      port.disconnect();
    };

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
    port.onDisconnect.addListener(() => gone.abort());
    void allowed.then(async (yes) => {
      if (!yes) return end();
      // Without it a panel still has its commands.
      for (const message of await greeting().catch(() => [])) send(message);
    });
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
