/** Bookings of which it is open whose they are. */
import { expect, test, vi } from 'vitest';
import type { BookingSummary } from '../../../utils/bookings/booking.ts';
import type { Verdict } from '../../../utils/bookings/verdict.ts';
import type { ListView } from '../../../utils/calira/list-view.ts';
import { judgeOpenBookings } from '../../../utils/calira/open-bookings.ts';
import { CodedError } from '../../../utils/messages/failure.ts';
import type { PanelPush } from '../../../utils/messages/panel.ts';
import { aRow } from '../support/bookings.ts';

const day = (id: string, start: string): BookingSummary => ({
  id,
  start,
  end: start,
  status: 'Booked',
  equipmentId: null,
});

/** Some bookings under a choice of labs, and what their details will tell. */
function world(bookings: readonly BookingSummary[], tell: (id: string) => Verdict) {
  const verdicts = new Map<string, Verdict>();
  const pushes: PanelPush[] = [];
  const refuse = vi.fn(({ id }: BookingSummary) => void id);
  const view = {
    verdict: ({ id }: BookingSummary) => verdicts.get(id) ?? 'open',
    rows: (all: Iterable<BookingSummary>) => [...all].map(({ id }) => aRow({ id })),
    refuse,
    keepDetails: () => {},
  } as Partial<ListView> as ListView;
  const readDetails = vi.fn(async (id: string) => void verdicts.set(id, tell(id)));
  const judge = (signal = new AbortController().signal) =>
    judgeOpenBookings(new Map(bookings.map((one) => [one.id, one])), view, readDetails, {
      push: (message) => pushes.push(message),
      signal,
    });
  const shown = () => pushes.flatMap((one) => (one.push === 'rows' ? one.value.map(({ id }) => id) : []));
  return { verdicts, view, readDetails, refuse, judge, shown };
}

test('are asked about newest first, by the moment and not by its text', async () => {
  const { judge, readDetails } = world(
    [
      day('old', '2026-01-05T10:00:00.000+00:00'),
      day('later', '2026-11-23T09:30:00.000-05:00'),
      day('sooner', '2026-11-23T10:00:00.000+00:00'),
    ],
    () => 'mayNot',
  );
  await judge();
  expect(readDetails.mock.calls.map(([id]) => id)).toEqual(['later', 'sooner', 'old']);
});

test('appear or are refused; those that are settled are not asked about', async () => {
  const bookings = ['ours', 'theirs', 'known'].map((id) => day(id, '2026-11-23T10:00:00.000+00:00'));
  const { judge, readDetails, refuse, shown, verdicts } = world(bookings, (id) =>
    id === 'ours' ? 'mayAppear' : 'mayNot',
  );
  verdicts.set('known', 'mayAppear');
  expect(await judge()).toEqual({ judged: 2, count: 0, failure: null });
  expect(readDetails).toHaveBeenCalledTimes(2);
  expect(shown()).toEqual(['ours']);
  expect(refuse.mock.calls.map(([{ id }]) => id)).toEqual(['theirs']);
});

test('one that cannot be asked about is counted, and is not shown', async () => {
  const { judge, readDetails, shown } = world([day('1', '2026-11-23T10:00:00.000+00:00')], () => 'mayAppear');
  readDetails.mockRejectedValueOnce(new CodedError('unavailable'));
  expect(await judge()).toEqual({ judged: 1, count: 1, failure: { code: 'unavailable' } });
  expect(shown()).toEqual([]);
});
