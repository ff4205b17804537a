import { existsSync } from 'node:fs';
import process from 'node:process';

/** Where Debian, Ubuntu, Fedora, Arch, macOS and Windows put a Chromium or a Chrome that loads unpacked extensions. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  `${process.env.LOCALAPPDATA}\\Chromium\\Application\\chrome.exe`,
];

/** @returns the Chromium to use: `CHROMIUM_PATH`, or the first that is installed; null where there is none. */
export function chromiumPath(): string | null {
  const candidates = [process.env.CHROMIUM_PATH, ...places];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}
