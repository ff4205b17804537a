import type { Connection } from '../../utils/calira/connection.ts';
import type { LabChoice } from '../../utils/calira/lab-choice.ts';
import { authorisedLabs } from '../../utils/calira/lab-choice.ts';

export interface SetUpStep {
  id: 'client' | 'connection' | 'labs' | 'site' | 'field';
  done: boolean;
}

/** What the popup knows of the page in front: only an RSpace that is not enabled is something to do. */
export type SiteState = 'enabled' | 'notEnabled' | 'other';

/**
 * @param fieldOpen whether a text field is open on the page in front; null where that cannot be.
 * @returns what has to be in place before bookings can be inserted, in the order in which it is done.
 */
export function setUpSteps(
  connection: Connection,
  choice: LabChoice,
  site: SiteState,
  fieldOpen: boolean | null,
): SetUpStep[] {
  const steps: SetUpStep[] = [
    { id: 'client', done: connection.state !== 'notConfigured' },
    { id: 'connection', done: isConnected(connection) },
    { id: 'labs', done: !choice.unread && authorisedLabs(choice).length > 0 },
  ];
  if (site !== 'other') steps.push({ id: 'site', done: site === 'enabled' });
  if (fieldOpen !== null) steps.push({ id: 'field', done: fieldOpen });
  return steps;
}

/** An authorisation stays in force while the person is asked to extend it to more labs. */
function isConnected(connection: Connection): boolean {
  return (
    connection.state === 'connected' || (connection.state === 'connecting' && connection.from === 'connected')
  );
}
