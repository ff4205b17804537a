import type { BookingDetails, BookingRow, BookingSummary, Equipment, Lab } from '../bookings/booking.ts';
import type { LinkMaker } from '../bookings/join.ts';
import { joinRow } from '../bookings/join.ts';
import { verdictOn } from '../bookings/verdict.ts';
import type { StoredItem } from '../settings/stored-item.ts';
import type { LabChoice } from './lab-choice.ts';
import { authorisedKey, authorisedLabs, isEverythingAuthorised } from './lab-choice.ts';

type Refused = StoredItem<{ choice: string; ids: string[] }>;

export type BookingCache = ReturnType<typeof createBookingCache>;

/** What has been read of bookings, and the judgement on each under a choice of labs. Gone with the worker. */
export function createBookingCache(storedRefused: Refused) {
  const summaries = new Map<string, BookingSummary>();
  const equipment = new Map<string, Equipment>();
  const details = new Map<string, BookingDetails>();
  const refused = new Set<string>();

  /** @returns the cache as it is seen under a choice of labs. */
  function under(choice: LabChoice) {
    const labs = new Map<string, Lab>(authorisedLabs(choice).map((lab) => [lab.id, lab]));
    const everything = isEverythingAuthorised(choice);
    const sources = { everything, authorised: new Set(labs.keys()), equipment, details };
    const verdict = (summary: BookingSummary) =>
      refused.has(summary.id) ? 'mayNot' : verdictOn(summary, sources);
    return {
      verdict,
      row: (summary: BookingSummary, links: LinkMaker): BookingRow =>
        joinRow(summary, { equipment, details, labs }, links),
      /** Of a booking that may not appear only its id is remembered. */
      refuse({ id }: BookingSummary) {
        refused.add(id);
        summaries.delete(id);
        details.delete(id);
      },
      /** Takes up the verdicts of an earlier worker, if the choice is still the same. */
      async restore() {
        const stored = await storedRefused.get();
        if (stored.choice === authorisedKey(choice)) for (const id of stored.ids) refused.add(id);
      },
      keep: () => storedRefused.set({ choice: authorisedKey(choice), ids: [...refused] }),
    };
  }

  return {
    /** Takes a summary up; details that were read of an earlier version of the booking are out of date. */
    take(summary: BookingSummary) {
      const before = summaries.get(summary.id);
      if (before && JSON.stringify(before) !== JSON.stringify(summary)) details.delete(summary.id);
      summaries.set(summary.id, summary);
    },
    summaries,
    equipment,
    details,
    under,
    isRefused: (id: string) => refused.has(id),
    async clear() {
      for (const part of [summaries, equipment, details, refused]) part.clear();
      await storedRefused.set({ choice: '', ids: [] });
    },
  };
}
