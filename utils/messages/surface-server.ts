/** The background's end of the messages from the extension's own pages. */
import * as v from 'valibot';
import type { Browser } from 'wxt/browser';
import { CodedError } from './failure.ts';
import type { Result } from './result.ts';
import { settle } from './result.ts';
import type { SurfaceCommand, SurfaceParameters, SurfaceValues } from './surfaces.ts';
import { surfaceCommands, surfaceRequest } from './surfaces.ts';

export type SurfaceHandlers = {
  [C in SurfaceCommand]: (parameters: SurfaceParameters<C>) => Promise<SurfaceValues[C]>;
};

/**
 * @param ownOrigin `runtime.getURL('')`.
 * @returns what to do with a message. Those of anybody else are left unanswered.
 */
export function createSurfaceServer(handlers: SurfaceHandlers, ownOrigin: string) {
  return (message: unknown, sender: Browser.runtime.MessageSender): Promise<Result<unknown>> | undefined => {
    if (!sender.url?.startsWith(ownOrigin)) return;
    const request = v.safeParse(surfaceRequest, message);
    if (!request.success) return;
    const { command, parameters } = request.output;
    return settle(() => run(handlers, command, parameters));
  };
}

async function run<C extends SurfaceCommand>(handlers: SurfaceHandlers, command: C, parameters: unknown) {
  const checked = v.safeParse(surfaceCommands[command], parameters);
  if (!checked.success)
    throw new CodedError('unexpectedAnswer', {
      detail: `parameters of ${command}`,
    });
  return handlers[command](checked.output as SurfaceParameters<C>);
}
