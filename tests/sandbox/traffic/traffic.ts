import { setTimeout as delay } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Outgoing, whenEnded } from './connection.ts';
import { Faults } from './fault.ts';
import { Gates } from './gate.ts';
import { type Arrival, describeRequest, type Match, matcher, type ServerName } from './match.ts';
import { RequestLog } from './request-log.ts';
import { strikeAfter, strikeBefore } from './strike.ts';

interface Latency {
  matches: (arrival: Arrival) => boolean;
  ms: number;
}

/** The layer in front of both servers: it logs, delays, holds and breaks requests. */
export class Traffic {
  readonly log = new RequestLog();
  readonly faults = new Faults();
  readonly gates = new Gates();
  #latencies: Latency[] = [];
  readonly #closed = new AbortController();
  readonly #now: () => Date;
  readonly #isAuthorised: (request: Request) => boolean;

  /** `isAuthorised` tells for the log whether a request carries a good token; it must change nothing. */
  constructor(now: () => Date, isAuthorised: (request: Request) => boolean) {
    this.#now = now;
    this.#isAuthorised = isAuthorised;
  }

  /** A delay (ms) before requests reach a server; the one set last wins. Without a match: all of Calira's. */
  setLatency(ms: number, match: Match = { server: 'calira' }): void {
    this.#latencies.push({ matches: matcher(match), ms });
  }

  /** Takes a request through everything that tests have asked for, and to the server if it gets there. */
  async handle(
    server: ServerName,
    request: Request,
    outgoing: Outgoing,
    answer: (request: Request) => Response | Promise<Response>,
  ): Promise<Response> {
    const arrival = await describeRequest(server, request);
    const entry = this.log.begin(arrival, this.#now(), this.#isAuthorised(request));
    whenEnded(outgoing, entry.end);

    const latency = this.#latencies.findLast((one) => one.matches(arrival))?.ms ?? 0;
    if (latency > 0) await delay(latency, undefined, { signal: this.#closed.signal }).catch(() => undefined);
    await this.gates.pass(arrival, 'request');
    if (this.#closed.signal.aborted) return RESPONSE_ALREADY_SENT;

    const fault = this.faults.take(arrival);
    const early = fault && (await strikeBefore(fault, outgoing));
    const worked = early ?? (await answer(request));
    await this.gates.pass(arrival, 'response');
    const response = fault && !early ? await strikeAfter(fault, worked, outgoing) : worked;
    if (response !== RESPONSE_ALREADY_SENT) entry.answered(response.status);
    return response;
  }

  /** No latency, no faults, nothing held, an empty log. */
  reset(): void {
    this.#latencies = [];
    this.faults.clear();
    this.gates.releaseAll();
    this.log.clear();
  }

  /** Ends every delay and lets go of whatever is held. */
  close(): void {
    this.#closed.abort();
    this.gates.releaseAll();
  }
}
