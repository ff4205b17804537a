import { browser } from 'wxt/browser';
import type { Result } from './result.ts';
import { unwrap } from './result.ts';
import type { SurfaceCommand, SurfaceParameters, SurfaceValues } from './surfaces.ts';

/**
 * Asks the background on behalf of one of the extension's own pages.
 * @throws {CodedError} the background's failure.
 */
export async function askBackground<C extends SurfaceCommand>(
  command: C,
  parameters: SurfaceParameters<C>,
): Promise<SurfaceValues[C]> {
  const result: Result<SurfaceValues[C]> = await browser.runtime.sendMessage({ command, parameters });
  return unwrap(result);
}
