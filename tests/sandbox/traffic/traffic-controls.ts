import type { FaultHandle, FaultOptions } from './fault.ts';
import type { Hold, HoldPoint } from './gate.ts';
import type { Match } from './match.ts';
import type { LoggedRequest } from './request-log.ts';
import type { Traffic } from './traffic.ts';

/** What a test may do to requests on their way, and know about them. */
export interface TrafficControls {
  /** A delay (ms) before requests reach the server, from now on; without a match: all of Calira's. */
  setLatency(ms: number, match?: Match): void;
  addFault(options: FaultOptions): FaultHandle;
  clearFaults(): void;
  /** Holds matching requests before the server sees them, or (`response`) when its work is done. */
  hold(match: Match, at?: HoldPoint): Hold;
  requests(match?: Match): LoggedRequest[];
  countRequests(match?: Match): number;
  /** The most requests at the same time; without a match: those of an application to Calira (API, tokens). */
  maxInFlight(match?: Match): number;
  clearRequests(): void;
}

export const trafficControls = (traffic: Traffic): TrafficControls => ({
  setLatency: (ms, match) => traffic.setLatency(ms, match),
  addFault: (options) => traffic.faults.add(options),
  clearFaults: () => traffic.faults.clear(),
  hold: (match, at) => traffic.gates.hold(match, at),
  requests: (match) => traffic.log.list(match),
  countRequests: (match) => traffic.log.count(match),
  maxInFlight: (match) => traffic.log.maxInFlight(match),
  clearRequests: () => traffic.log.clear(),
});
