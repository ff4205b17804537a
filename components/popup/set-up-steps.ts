import type { Connection } from '../../utils/calira/connection.ts';
import type { LabChoice } from '../../utils/calira/lab-choice.ts';
import { authorisedLabs } from '../../utils/calira/lab-choice.ts';

export interface SetUpStep {
  id: 'client' | 'connection' | 'labs' | 'site';
  done: boolean;
}

/** What the popup knows of the page in front: only an RSpace that is not enabled is something to do. */
export type SiteState = 'enabled' | 'notEnabled' | 'other';

/** @returns what has to be in place before bookings can be inserted, in the order in which it is done. */
export function setUpSteps(connection: Connection, choice: LabChoice, site: SiteState): SetUpStep[] {
  const steps: SetUpStep[] = [
    { id: 'client', done: connection.state !== 'notConfigured' },
    { id: 'connection', done: isConnected(connection) },
    { id: 'labs', done: !choice.unread && authorisedLabs(choice).length > 0 },
  ];
  return site === 'other' ? steps : [...steps, { id: 'site', done: site === 'enabled' }];
}

/** An authorisation stays in force while the person is asked to extend it to more labs. */
function isConnected(connection: Connection): boolean {
  return (
    connection.state === 'connected' || (connection.state === 'connecting' && connection.from === 'connected')
  );
}
