import { browserPath, browsers } from './browsers.ts';

/** @returns the Chromium to use: `CHROMIUM_PATH`, or the first that is installed; null where there is none. */
export function chromiumPath(): string | null {
  return browserPath(browsers.chromium);
}
