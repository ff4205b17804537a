/** The browsers that the project runs in: where they are found, and how Debian installs them. */
import { existsSync } from 'node:fs';
import process from 'node:process';

export interface InstallableBrowser {
  name: string;
  /** The environment variable that names another one. */
  variable: string;
  /** Where Debian, Ubuntu, Fedora, Arch, macOS and Windows put it. */
  places: readonly string[];
  /** Debian's packages, with the languages that it packs apart; the fonts are those that its pages, and so our screenshots, are set in. */
  packages: readonly string[];
}

export const browsers = {
  /** Not Chrome: since version 137 it no longer loads unpacked extensions from the command line. */
  chromium: {
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    places: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/snap/bin/chromium',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      `${process.env.LOCALAPPDATA}\\Chromium\\Application\\chrome.exe`,
    ],
    packages: ['chromium', 'chromium-l10n', 'fonts-roboto', 'fonts-noto-color-emoji'],
  },
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    places: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/snap/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      `${process.env.PROGRAMFILES}\\Mozilla Firefox\\firefox.exe`,
    ],
    packages: ['firefox-esr', 'firefox-esr-l10n-nb-no', 'fonts-roboto', 'fonts-noto-color-emoji'],
  },
} as const satisfies Record<string, InstallableBrowser>;

/** @returns the program to start: the one that the variable names, or the first that is installed; null where there is none. */
export function browserPath({ variable, places }: InstallableBrowser): string | null {
  const candidates = [process.env[variable], ...places];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}
