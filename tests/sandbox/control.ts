import { type CaliraControls, caliraControls } from './calira/calira-controls.ts';
import type { CaliraState } from './calira/state.ts';
import type { Listener } from './listen.ts';
import { COLLEAGUE } from './rspace/people.ts';
import type { RSpace } from './rspace/rspace.ts';
import type { RSpaceState } from './rspace/state.ts';
import type { ServerName } from './traffic/match.ts';
import type { Traffic } from './traffic/traffic.ts';
import { type TrafficControls, trafficControls } from './traffic/traffic-controls.ts';

/** What a test may do to RSpace; `rspace` has all the rest. */
export interface RSpaceControls {
  otherUserTakesLock(documentId: string): void;
  releaseLock(documentId: string): void;
  /** What is stored: the document's fields with id, name and html. Throws when there is no such document. */
  document(documentId: string): ReturnType<RSpaceState['document']>;
  readonly rspace: RSpaceState;
}

/** The sandbox's strings: everything that a test may change about it or ask it. */
export interface Control extends TrafficControls, CaliraControls, RSpaceControls {
  /** Breaks a server's connections and refuses new ones until `restore`, which takes the same port again. */
  refuseConnections(server: ServerName): Promise<{ restore(): Promise<void> }>;
  /** Back to the beginning: data, tokens, sessions, manners, documents, faults, holds, latency and log. */
  reset(): void;
}

interface ControlParts {
  traffic: Traffic;
  calira: CaliraState;
  rspace: RSpace;
  listeners: Record<ServerName, Listener>;
}

export const createControl = ({ traffic, calira, rspace, listeners }: ControlParts): Control => ({
  ...trafficControls(traffic),
  ...caliraControls(calira),
  otherUserTakesLock: (documentId) => rspace.state.takeLock(documentId, COLLEAGUE.userName),
  releaseLock: (documentId) => rspace.state.releaseLock(documentId),
  document: (documentId) => rspace.state.document(documentId),
  rspace: rspace.state,
  refuseConnections: async (server) => {
    await listeners[server].close();
    return { restore: () => listeners[server].reopen() };
  },
  reset: () => {
    traffic.reset();
    calira.reset();
    rspace.reset();
  },
});
