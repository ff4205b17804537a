import { type Arrival, type Match, matcher } from './match.ts';

export interface LoggedRequest extends Readonly<Arrival> {
  at: Date;
  /** Of the answer; null as long as there is none, or when the connection was broken before. */
  status: number | null;
  /** Whether it carried an access token that was good when it arrived. */
  authorised: boolean;
  /** The client went away before the answer was complete. */
  aborted: boolean;
  ended: boolean;
}

interface Entry extends LoggedRequest {
  /** Places of arrival and end in the order of all such events: overlaps are found from these. */
  first: number;
  last: number;
}

/** What is Calira's to answer for an application: its API, tokens and revocation, not the pages for people. */
const CALIRA_REQUESTS: Match = {
  server: 'calira',
  path: /^\/(v1\/|oauth\/(token|revoke)$)/,
};

export class RequestLog {
  #entries: Entry[] = [];
  #clock = 0;

  begin(
    arrival: Arrival,
    at: Date,
    authorised: boolean,
  ): { answered(status: number): void; end(aborted: boolean): void } {
    const entry: Entry = {
      ...arrival,
      at,
      authorised,
      status: null,
      aborted: false,
      ended: false,
      first: this.#tick(),
      last: Number.POSITIVE_INFINITY,
    };
    this.#entries.push(entry);
    return {
      answered: (status) => {
        entry.status = status;
      },
      end: (aborted) => {
        if (entry.ended) return;
        entry.ended = true;
        entry.aborted = aborted;
        entry.last = this.#tick();
      },
    };
  }

  /** The matching requests, in the order of arrival. */
  list(match: Match = {}): LoggedRequest[] {
    return this.#matching(match).map(({ first: _first, last: _last, ...entry }) => entry);
  }

  count(match: Match = {}): number {
    return this.#matching(match).length;
  }

  /** The largest number of matching requests that were in flight at the same time. */
  maxInFlight(match: Match = CALIRA_REQUESTS): number {
    const entries = this.#matching(match);
    const events = entries.flatMap(({ first, last }) => [
      { place: first, change: 1 },
      { place: last, change: -1 },
    ]);
    let now = 0;
    let most = 0;
    for (const { change } of events.sort((a, b) => a.place - b.place)) {
      now += change;
      most = Math.max(most, now);
    }
    return most;
  }

  clear(): void {
    this.#entries = [];
  }

  #matching(match: Match): Entry[] {
    const matches = matcher(match);
    return this.#entries.filter(matches);
  }

  #tick(): number {
    this.#clock += 1;
    return this.#clock;
  }
}
