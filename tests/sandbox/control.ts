import { type CaliraControls, caliraControls } from './calira/calira-controls.ts';
import type { CaliraState } from './calira/state.ts';
import { COLLEAGUE } from './rspace/people.ts';
import type { RSpace } from './rspace/rspace.ts';
import type { RSpaceState } from './rspace/state.ts';
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
  /** Back to the beginning: data, tokens, sessions, manners, documents, faults, holds, latency and log. */
  reset(): void;
}

interface ControlParts {
  traffic: Traffic;
  calira: CaliraState;
  rspace: RSpace;
}

export const createControl = ({ traffic, calira, rspace }: ControlParts): Control => ({
  ...trafficControls(traffic),
  ...caliraControls(calira),
  otherUserTakesLock: (documentId) => rspace.state.takeLock(documentId, COLLEAGUE.userName),
  releaseLock: (documentId) => rspace.state.releaseLock(documentId),
  document: (documentId) => rspace.state.document(documentId),
  rspace: rspace.state,
  reset: () => {
    traffic.reset();
    calira.reset();
    rspace.reset();
  },
});
