import type { BookingSummary } from '../bookings/booking.ts';
import type { PanelPush } from '../messages/panel.ts';
import type { BookingCache } from './booking-cache.ts';
import type { ListView } from './list-view.ts';

/** Rows in the first message: enough to fill any window. */
const inView = 100;
/** Rows in every other one: few enough to be read within a frame. */
const atOnce = 500;
/** The first have had time to be drawn when the others come (milliseconds). */
const headStart = 100;

/** Tells a panel what an earlier reading has left, what is nearest to now first: that is what the panel opens at. */
export async function tellKnown(
  cache: BookingCache,
  view: ListView,
  { push, signal }: { push(message: PanelPush): void; signal: AbortSignal },
  now: number,
): Promise<void> {
  await view.restore();
  const retrievedAt = cache.retrievedAt();
  if (signal.aborted || retrievedAt === null) return;
  const nearest = nearestFirst(cache.summaries.values(), now);
  const tell = (from: number, end: number) =>
    push({ push: 'known', value: { retrievedAt, rows: view.rows(nearest.slice(from, end)) } });
  tell(0, inView);
  if (nearest.length <= inView) return;
  await new Promise((resolve) => setTimeout(resolve, headStart));
  if (signal.aborted) return;
  for (let from = inView; from < nearest.length; from += atOnce) tell(from, from + atOnce);
  push({ push: 'told', value: null });
}

function nearestFirst(summaries: Iterable<BookingSummary>, now: number): BookingSummary[] {
  return [...summaries]
    .map((summary) => ({ summary, away: Math.abs(Date.parse(summary.start) - now) }))
    .sort((a, b) => a.away - b.away)
    .map(({ summary }) => summary);
}
