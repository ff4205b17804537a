import type { BookingDetails, BookingRow, BookingSummary, Equipment, Lab } from '../bookings/booking.ts';
import type { LinkMaker } from '../bookings/join.ts';
import { joinRow } from '../bookings/join.ts';
import { verdictOn } from '../bookings/verdict.ts';
import type { BookingStore } from './booking-store.ts';
import { areDue } from './details-life.ts';
import type { LabChoice } from './lab-choice.ts';
import { authorisedKey, authorisedLabs, isEverythingAuthorised } from './lab-choice.ts';

const nothing: ReadonlySet<string> = new Set();

export type BookingCache = ReturnType<typeof createBookingCache>;

/**
 * What has been read of bookings, and the judgement on each under a choice of labs. In memory it is gone with the
 * worker; what may appear is on the disk as well, and of what may not, the id.
 */
export function createBookingCache(store: BookingStore, now: () => number) {
  const summaries = new Map<string, BookingSummary>();
  const equipment = new Map<string, Equipment>();
  const details = new Map<string, BookingDetails>();
  /** When the details were read, by the booking's id. */
  const readAt = new Map<string, number>();
  /** Bookings whose details are to be read again; until then these tell whose a booking is. */
  const outdated = new Set<string>();
  const refused = new Set<string>();
  /** Bookings that came while every granted lab was authorised, by Calira's own word of that moment. */
  const confirmed = new Set<string>();
  /** When the list was last read to its end. */
  let retrievedAt: number | null = null;
  /** Counts how often everything was forgotten: what was read from the disk before must not come back. */
  let lives = 0;
  let restored: { choice: string; done: Promise<void> } | null = null;

  const parts = [summaries, equipment, details, readAt, outdated, refused, confirmed];

  /** Takes up what an earlier worker has left, if the choice of labs is still the same. What is known by now is newer. */
  async function takeUp(choice: string, isWanted: () => boolean): Promise<void> {
    const stored = await store.read();
    if (!isWanted()) return;
    if (stored.refused?.choice === choice) for (const id of stored.refused.ids) refused.add(id);
    // Of labs that are not authorised nothing is kept, whatever kept it from being cleared.
    if (stored.list?.choice !== choice) return store.clear();
    retrievedAt ??= stored.list.retrievedAt;
    for (const piece of stored.list.equipment) if (!equipment.has(piece.id)) equipment.set(piece.id, piece);
    for (const summary of stored.list.summaries) {
      const { id } = summary;
      const known = stored.details.get(id);
      if (summaries.has(id) || refused.has(id)) continue;
      summaries.set(id, summary);
      // Only what might appear was stored.
      confirmed.add(id);
      if (!known || details.has(id)) continue;
      details.set(id, known.details);
      readAt.set(id, known.readAt);
    }
    for (const id of stored.details.keys()) if (!details.has(id)) store.forgetDetails(id);
  }

  function drop(id: string): void {
    confirmed.delete(id);
    details.delete(id);
    readAt.delete(id);
    outdated.delete(id);
    store.forgetDetails(id);
  }

  const isDue = ({ id, end }: BookingSummary) =>
    details.has(id) && (outdated.has(id) || areDue(end, readAt.get(id) ?? 0, now()));

  /** @returns the cache as it is seen under a choice of labs. */
  function under(choice: LabChoice) {
    const key = authorisedKey(choice);
    const labs = new Map<string, Lab>(authorisedLabs(choice).map((lab) => [lab.id, lab]));
    const everything = isEverythingAuthorised(choice);
    const sources = {
      confirmed: everything ? confirmed : nothing,
      authorised: new Set(labs.keys()),
      equipment,
      details,
    };
    const verdict = (summary: BookingSummary) =>
      refused.has(summary.id) ? 'mayNot' : verdictOn(summary, sources);
    return {
      verdict,
      /** Calira has just said that it grants no lab but those authorised: whatever it returned may appear. */
      confirm(returned: Iterable<BookingSummary>) {
        for (const { id } of returned) confirmed.add(id);
      },
      row(summary: BookingSummary, links: LinkMaker): BookingRow {
        const row = joinRow(summary, { equipment, details, labs }, links);
        return isDue(summary) ? { ...row, detailsDue: true } : row;
      },
      /** Of a booking that may not appear only its id is remembered. */
      refuse({ id }: BookingSummary) {
        refused.add(id);
        summaries.delete(id);
        drop(id);
        store.keepRefused(() => ({ choice: key, ids: [...refused] }));
      },
      /** Stores the details of a booking that may appear. */
      keepDetails({ id }: BookingSummary) {
        const known = details.get(id);
        if (known) store.keepDetails(id, { readAt: readAt.get(id) ?? now(), details: known });
      },
      /** Stores the list. @param readToEnd when it was asked for, if it is whole. */
      keepList(readToEnd: number | null) {
        retrievedAt = readToEnd ?? retrievedAt ?? now();
        const at = retrievedAt;
        store.keepList(() => ({
          choice: key,
          retrievedAt: at,
          summaries: [...summaries.values()].filter((summary) => verdict(summary) === 'mayAppear'),
          equipment: [...equipment.values()],
        }));
      },
      /** Takes up, once in the life of a worker, what an earlier one has left. */
      restore(): Promise<void> {
        if (restored?.choice === key) return restored.done;
        const beginning = lives;
        const done = takeUp(key, () => lives === beginning);
        restored = { choice: key, done };
        return done;
      },
    };
  }

  return {
    /** Takes a summary up; details that were read of an earlier version of the booking are out of date. */
    take(summary: BookingSummary) {
      const before = summaries.get(summary.id);
      if (before && JSON.stringify(before) !== JSON.stringify(summary)) drop(summary.id);
      summaries.set(summary.id, summary);
    },
    takeDetails(id: string, read: BookingDetails) {
      details.set(id, read);
      readAt.set(id, now());
      outdated.delete(id);
    },
    /** @returns whether a piece of equipment is new, or not what it was. */
    takeEquipment(piece: Equipment): boolean {
      const isNews = JSON.stringify(equipment.get(piece.id)) !== JSON.stringify(piece);
      equipment.set(piece.id, piece);
      return isNews;
    },
    /** Forgets a lab's equipment that is no longer listed: it may be another lab's by now. */
    keepEquipment(labId: string, listed: ReadonlySet<string>) {
      for (const [id, piece] of equipment) if (piece.labId === labId && !listed.has(id)) equipment.delete(id);
    },
    /** Forgets the bookings that are no longer listed: Calira has them no more. */
    keepOnly(listed: ReadonlyMap<string, unknown>) {
      for (const id of [...summaries.keys()]) {
        if (listed.has(id)) continue;
        summaries.delete(id);
        drop(id);
      }
    },
    /** A booking's details are to be read again, however old they are. */
    outdate: (id: string) => void outdated.add(id),
    summaries: summaries as ReadonlyMap<string, BookingSummary>,
    /** When the list was last read to its end, in milliseconds since the epoch; null where it never was. */
    retrievedAt: () => retrievedAt,
    /** @returns whether a booking's details are here and not too old. */
    hasDetails(id: string) {
      const summary = summaries.get(id);
      return details.has(id) && !(summary && isDue(summary));
    },
    under,
    isRefused: (id: string) => refused.has(id),
    async clear() {
      lives += 1;
      restored = null;
      retrievedAt = null;
      for (const part of parts) part.clear();
      await store.clear();
    },
  };
}
