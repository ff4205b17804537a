import type { BookingRow, BookingSummary } from '../bookings/booking.ts';
import type { Verdict } from '../bookings/verdict.ts';
import type { Failure } from '../messages/failure.ts';
import { toFailure } from '../messages/failure.ts';
import type { PanelPush } from '../messages/panel.ts';

/** How bookings are judged and shown under a choice of labs. */
interface View {
  verdict(summary: BookingSummary): Verdict;
  rows(summaries: Iterable<BookingSummary>): BookingRow[];
  /** Remembers of a booking that it may not appear, and nothing else. */
  refuse(summary: BookingSummary): void;
  keep(): Promise<void>;
}

interface Context {
  push(message: PanelPush): void;
  signal: AbortSignal;
}

/**
 * Asks whose the bookings are that no list of equipment attributes, newest first, and pushes those that may appear.
 * @returns how many could not be found out, and why.
 */
export async function judgeOpenBookings(
  listed: ReadonlyMap<string, BookingSummary>,
  view: View,
  readDetails: (id: string, signal: AbortSignal) => Promise<void>,
  { push, signal }: Context,
): Promise<{ count: number; failure: Failure | null }> {
  const open = [...listed.values()]
    .filter((summary) => view.verdict(summary) === 'open')
    .sort((a, b) => Date.parse(b.start) - Date.parse(a.start));
  const failures: Failure[] = [];
  let checking = open.length;
  const tell = () => push({ push: 'progress', value: { received: listed.size, total: null, checking } });

  async function judge(summary: BookingSummary): Promise<void> {
    try {
      await readDetails(summary.id, signal);
      if (view.verdict(summary) === 'mayNot') view.refuse(summary);
      else push({ push: 'rows', value: view.rows([summary]) });
    } catch (thrown) {
      signal.throwIfAborted();
      failures.push(toFailure(thrown));
    }
    checking -= 1;
    tell();
  }

  if (open.length === 0) return { count: 0, failure: null };
  tell();
  await Promise.all(open.map(judge));
  await view.keep();
  return { count: failures.length, failure: failures[0] ?? null };
}
