import type { ReadonlySignal } from '@preact/signals';
import type { Connection } from '../../../utils/calira/connection.ts';
import { authorisedSince } from '../../../utils/calira/connection.ts';
import type { PanelClient } from '../../../utils/messages/panel-client.ts';
import type { BookingsModel } from './bookings-model.ts';

interface Parts {
  open: ReadonlySignal<boolean>;
  connection: ReadonlySignal<Connection | null>;
  bookings: BookingsModel;
  client: PanelClient;
}

/**
 * A page that the browser has kept, and shows again when somebody goes back to it, has lost its port and heard no news
 * meanwhile (https://developer.chrome.com/blog/bfcache-extension-messaging-changes): its panel connects anew, is told how
 * things stand, and reads the list afresh.
 *
 * @param end ends the following.
 */
export function followRestored({ open, connection, bookings, client }: Parts, end: AbortSignal): void {
  const restore = ({ persisted }: PageTransitionEvent) => {
    if (!persisted || !open.value || !client.inForce()) return;
    client.close();
    client.open();
    const isAuthorised = connection.value !== null && authorisedSince(connection.value) !== null;
    if (isAuthorised) void bookings.load();
  };
  addEventListener('pageshow', restore, { signal: end });
}
