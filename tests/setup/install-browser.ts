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

/**
 * Makes sure that a browser is there: on Debian, as root, it is installed where it is missing.
 * @returns whether it is there now; if not, the person has been told what to do.
 */
export function installBrowser(browser: InstallableBrowser): boolean {
  if (browserPath(browser)) return true;
  if (!isDebianAsRoot()) {
    console.error(`${browser.name} is missing: install it, or name its program in ${browser.variable}.`);
    return false;
  }
  console.log(`Installing ${browser.name}: apt-get install ${browser.packages.join(' ')}`);
  const quietly = { DEBIAN_FRONTEND: 'noninteractive' };
  const installed =
    run('apt-get', ['update'], quietly) &&
    run('apt-get', ['install', '--yes', '--no-install-recommends', ...browser.packages], quietly);
  if (installed && browserPath(browser)) return true;
  console.error(`${browser.name} could not be installed, for the reason above.`);
  return false;
}
