import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import type { InstallableBrowser } from './browsers.ts';
import { browserPath } from './browsers.ts';
import { run } from './command.ts';

/** Whether packages can be installed here without asking anybody. */
function isDebianAsRoot(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

/** Whether Debian has this package installed. */
function isInstalled(name: string): boolean {
  return /^ii /m.test(String(spawnSync('dpkg-query', ['--list', name]).stdout));
}

/**
 * Makes sure that a browser is there: on Debian, as root, it is installed where it is missing. So are its languages, which
 * Debian packs apart; elsewhere a browser brings them.
 * @returns whether it is there now; if not, the person has been told what to do.
 */
export function installBrowser(browser: InstallableBrowser): boolean {
  if (process.env[browser.variable] && browserPath(browser)) return true;
  const missing = isDebianAsRoot() ? browser.packages.filter((name) => !isInstalled(name)) : [];
  if (missing.length === 0 && browserPath(browser)) return true;
  if (missing.length === 0) {
    console.error(`${browser.name} is missing: install it, or name its program in ${browser.variable}.`);
    return false;
  }
  console.log(`Installing ${browser.name}: apt-get install ${missing.join(' ')}`);
  const quietly = { DEBIAN_FRONTEND: 'noninteractive' };
  const installed =
    run('apt-get', ['update'], quietly) &&
    run('apt-get', ['install', '--yes', '--no-install-recommends', ...missing], quietly);
  if (!installed) console.error(`${missing.join(', ')} could not be installed, for the reason above.`);
  return browserPath(browser) !== null;
}
