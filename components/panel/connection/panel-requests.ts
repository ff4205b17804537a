import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Connection } from '../../../utils/calira/connection.ts';
import { windowStillOpen } from '../../../utils/calira/window-still-open.ts';
import type { Failure } from '../../../utils/messages/failure.ts';
import { toFailure } from '../../../utils/messages/failure.ts';
import type { PanelClient } from '../../../utils/messages/panel-client.ts';

/**
 * What a click in the panel asks of the background, besides bookings.
 *
 * @param failure told that there is no background any more.
 */
export function createRequests(
  client: PanelClient,
  connection: ReadonlySignal<Connection | null>,
  failure: Signal<Failure | null>,
) {
  const ask = (command: 'openCalira' | 'openLabs' | 'dismissLost' | 'openOptions') => () =>
    void client.ask(command, {}).catch(() => {});

  async function connect(): Promise<void> {
    const before = connection.value;
    try {
      await client.ask('connect', {});
    } catch (thrown) {
      const { code, detail } = toFailure(thrown);
      // How a sign-in ended shows in `connection`; here nobody can begin one any more.
      if (code === 'extensionUpdated') failure.value = { code };
      // A worker that was stopped before it took the click has not told of any sign-in: the next one is asked.
      const lost = code === 'interrupted' && detail !== windowStillOpen && connection.value === before;
      if (lost) await client.ask('connect', {}).catch(() => {});
    }
  }

  return {
    /** Opens Calira's sign-in. How it ends shows in `connection`. */
    connect: () => void connect(),
    openCalira: ask('openCalira'),
    openLabs: ask('openLabs'),
    openOptions: ask('openOptions'),
    /** Labs that are gone need no telling any more. */
    dismissLost: ask('dismissLost'),
  };
}
