/** What a request is for, most urgent first: of those that wait, the first of the first kind is sent next. */
const urgencies = ['list', 'equipment', 'wanted', 'verdict', 'check'] as const;

/**
 * `list`: bookings and labs, without which there is nothing to see. `equipment`: what they are called. `wanted`: details
 * that somebody looks at or is about to insert. `verdict`: whether a booking may appear at all. `check`: details that
 * nobody looks at, of what is selected elsewhere or of what a search looks into.
 */
export type Urgency = (typeof urgencies)[number];

/** A place in the queue, which may become more urgent while its request waits. */
export interface Ticket {
  readonly urgency: Urgency;
  /** Makes it more urgent, never less. */
  raise(to: Urgency): void;
  /** For the queue: told of what it was before. */
  onRaised(listener: (from: Urgency) => void): void;
}

export function createTicket(first: Urgency): Ticket {
  let urgency = first;
  let tell = (_from: Urgency) => {};
  return {
    get urgency() {
      return urgency;
    },
    raise(to) {
      if (urgencies.indexOf(to) >= urgencies.indexOf(urgency)) return;
      const from = urgency;
      urgency = to;
      tell(from);
    },
    onRaised(listener) {
      tell = listener;
    },
  };
}

/**
 * Lets at most so many pieces of work run at a time, the most urgent first, and within one urgency in the order in which
 * they came. What is aborted while it waits never begins.
 *
 * Of our own, because p-queue weighs nine times as much (4.3 kB, gzip) and would still need the urgencies and a way to
 * raise them from elsewhere.
 */
export function createRequestQueue(atATime: number) {
  const waiting = new Map(urgencies.map((urgency) => [urgency, new Set<() => void>()]));
  let running = 0;

  function beginNext(): void {
    if (running >= atATime) return;
    const lane = [...waiting.values()].find(({ size }) => size > 0);
    const [begin] = lane ?? [];
    if (!begin) return;
    lane?.delete(begin);
    running += 1;
    begin();
  }

  /** Waits for its turn. @throws the signal's reason where that is over before. */
  async function turn(ticket: Ticket, signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const leave = () => {
      waiting.get(ticket.urgency)?.delete(resolve);
      reject(signal?.reason);
    };
    signal?.throwIfAborted();
    signal?.addEventListener('abort', leave);
    waiting.get(ticket.urgency)?.add(resolve);
    ticket.onRaised((from) => {
      if (waiting.get(from)?.delete(resolve)) waiting.get(ticket.urgency)?.add(resolve);
    });
    beginNext();
    try {
      await promise;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  return async <T>(work: () => Promise<T>, ticket: Ticket, signal?: AbortSignal): Promise<T> => {
    await turn(ticket, signal);
    try {
      return await work();
    } finally {
      running -= 1;
      beginNext();
    }
  };
}
