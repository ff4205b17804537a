import { browser } from 'wxt/browser';
import { storedConnection } from '../../utils/calira/connection-item.ts';
import { storedLabChoice } from '../../utils/calira/lab-choice-item.ts';
import { askBackground } from '../../utils/messages/surface-client.ts';
import { policySignal } from '../ui/policy-signal.ts';
import { storedSignal } from '../ui/stored-signal.ts';

export type WelcomeModel = Awaited<ReturnType<typeof createWelcomeModel>>;

/** Everything behind the welcome page, read before it is drawn for the first time. */
export async function createWelcomeModel() {
  const [connection, labs, policy, commands] = await Promise.all([
    storedSignal(storedConnection),
    storedSignal(storedLabChoice),
    policySignal(),
    browser.commands.getAll(),
  ]);
  const recover = () => askBackground('recover', {}).catch(() => null);
  void recover();
  return {
    connection,
    labs,
    policy,
    /** The keys that open the panel, as the browser writes them; empty where the browser has given it none. */
    keys: commands.find(({ name }) => name === 'open-panel')?.shortcut ?? '',
    /** Opens Calira's sign-in. How it ends is stored, and so shows in `connection`. */
    connect: () => void askBackground('connect', {}).catch(recover),
    openOptions: () => void browser.runtime.openOptionsPage(),
  };
}
