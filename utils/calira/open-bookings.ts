import type { BookingSummary } from '../bookings/booking.ts';
import type { Failure } from '../messages/failure.ts';
import { toFailure } from '../messages/failure.ts';
import type { PanelPush } from '../messages/panel.ts';
import type { ReadDetails } from './details-reader.ts';
import type { ListView } from './list-view.ts';

interface Context {
  push(message: PanelPush): void;
  signal: AbortSignal;
}

/**
 * Asks whose the bookings are that no list of equipment attributes, newest first, and pushes those that may appear.
 * @returns how many were asked about, how many could not be found out, and why.
 */
export async function judgeOpenBookings(
  listed: ReadonlyMap<string, BookingSummary>,
  view: ListView,
  readDetails: ReadDetails,
  { push, signal }: Context,
): Promise<{ judged: number; count: number; failure: Failure | null }> {
  const open = [...listed.values()]
    .filter((summary) => view.verdict(summary) === 'open')
    .sort((a, b) => Date.parse(b.start) - Date.parse(a.start));
  const failures: Failure[] = [];
  let received = listed.size - open.length;
  const tell = () => push({ push: 'progress', value: { received, total: null, checking: true } });

  async function judge(summary: BookingSummary): Promise<void> {
    try {
      await readDetails(summary.id, 'verdict', signal);
      if (view.verdict(summary) === 'mayNot') view.refuse(summary);
      else {
        view.keepDetails(summary);
        push({ push: 'rows', value: view.rows([summary]) });
        received += 1;
        tell();
      }
    } catch (thrown) {
      signal.throwIfAborted();
      failures.push(toFailure(thrown));
    }
  }

  if (open.length === 0) return { judged: 0, count: 0, failure: null };
  tell();
  await Promise.all(open.map(judge));
  return { judged: open.length, count: failures.length, failure: failures[0] ?? null };
}
