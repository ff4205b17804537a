/** One reading of all bookings, by Calira's lists: what is told of it, to whom, and what is kept. */
import type { BookingSummary, Equipment } from '../bookings/booking.ts';
import type { Failure } from '../messages/failure.ts';
import { toFailure } from '../messages/failure.ts';
import type { LoadSummary, PanelPush } from '../messages/panel.ts';
import { allPages } from './all-pages.ts';
import type { BookingCache } from './booking-cache.ts';
import type { CaliraClient, Page } from './client.ts';
import type { ReadDetails } from './details-reader.ts';
import type { GrantedLabs } from './granted-labs.ts';
import { authorisedLabs, isEverythingAuthorised } from './lab-choice.ts';
import type { ListView } from './list-view.ts';
import { judgeOpenBookings } from './open-bookings.ts';

export interface ReadingParts {
  client: CaliraClient;
  labs: GrantedLabs;
  cache: BookingCache;
  readDetails: ReadDetails;
  /** @returns how bookings are judged and shown under the choice of labs as it is stored now. */
  currentView(signal: AbortSignal): Promise<ListView>;
  now(): number;
}

export interface Reading {
  /** What it has brought so far: of what an earlier one brought, some may be gone from Calira. */
  listed: ReadonlyMap<string, BookingSummary>;
  /** Reads to the end. @throws {CodedError} where not even the first page could be read. */
  run(signal: AbortSignal): Promise<LoadSummary>;
}

export function createReading(
  { client, labs, cache, readDetails, currentView, now }: ReadingParts,
  view: ListView,
  push: (message: PanelPush) => void,
): Reading {
  const retrievedAt = now();
  const { choice } = view;
  const listed = new Map<string, BookingSummary>();

  function tell(summaries: Iterable<BookingSummary>, under = view): void {
    const rows = under.rows(summaries);
    if (rows.length > 0) push({ push: 'rows', value: rows });
  }

  function takeBookings({ records, total }: Page<BookingSummary>): void {
    for (const summary of records) {
      if (cache.isRefused(summary.id)) continue;
      cache.take(summary);
      listed.set(summary.id, summary);
    }
    tell(records);
    // How many bookings other labs have is nobody's business on the page.
    const known = isEverythingAuthorised(choice) ? total : null;
    push({ push: 'progress', value: { received: listed.size, total: known, checking: 0 } });
  }

  function takeEquipment({ records }: Page<Equipment>): void {
    const news = new Set(records.filter((piece) => cache.takeEquipment(piece)).map(({ id }) => id));
    if (news.size === 0) return;
    tell([...listed.values()].filter(({ equipmentId }) => equipmentId !== null && news.has(equipmentId)));
  }

  async function readEquipment(id: string, restored: Promise<void>, signal: AbortSignal) {
    const read = async (page: number) => {
      const answer = await client.equipment(id, page, signal);
      await restored;
      return answer;
    };
    try {
      const { records, missing, failure } = await allPages(read, takeEquipment);
      if (!failure && missing === 0) cache.keepEquipment(id, new Set(records.map((piece) => piece.id)));
      return { id, failure };
    } catch (thrown) {
      return { id, failure: toFailure(thrown) };
    }
  }

  /** Reads the time zones that are due; rows that showed none are told once more. */
  async function readTimeZones(signal: AbortSignal): Promise<Failure | null> {
    const zones = () => JSON.stringify(authorisedLabs(choice).map(({ timeZone }) => timeZone));
    const before = zones();
    try {
      const failure = await labs.readTimeZones(signal);
      const after = await currentView(signal);
      const changed = JSON.stringify(authorisedLabs(after.choice).map(({ timeZone }) => timeZone)) !== before;
      if (changed) tell(listed.values(), after);
      return failure;
    } catch (thrown) {
      signal.throwIfAborted();
      return toFailure(thrown);
    }
  }

  /** Looks whether Calira grants other labs than are known here. */
  async function readGrantedLabs(signal: AbortSignal) {
    try {
      const { granted } = await labs.lookForChanges(signal);
      return { ids: new Set(granted.map(({ id }) => id)), failure: null };
    } catch (thrown) {
      signal.throwIfAborted();
      return { ids: new Set(choice.granted.map(({ id }) => id)), failure: toFailure(thrown) };
    }
  }

  return {
    listed,
    async run(signal) {
      // Calira is asked at once; what an earlier worker has left is there long before the answer.
      const restored = view.restore();
      const readPage = async (page: number) => {
        const answer = await client.bookings(page, signal);
        await restored;
        signal.throwIfAborted();
        return answer;
      };
      const listRead = allPages(readPage, takeBookings);
      const equipmentRead = Promise.all(
        authorisedLabs(choice).map(({ id }) => readEquipment(id, restored, signal)),
      );
      const list = await listRead;
      const equipment = await equipmentRead;
      const whole = list.failure === null && list.missing === 0;
      if (whole) cache.keepOnly(listed);
      view.keepList(whole ? retrievedAt : null);

      const zones = await readTimeZones(signal);
      const undecided = await judgeOpenBookings(listed, await currentView(signal), readDetails, {
        push,
        signal,
      });
      if (undecided.judged > 0) view.keepList(null);
      const granted = await readGrantedLabs(signal);
      // A lab that Calira grants no longer leaves a note, not an error.
      const lists = equipment.filter(({ id }) => granted.ids.has(id)).map(({ failure }) => failure);
      const failures = [list.failure, ...lists, zones, undecided.failure, granted.failure];
      return {
        retrievedAt,
        missing: list.missing + undecided.count,
        failure: failures.find((failure) => failure !== null) ?? null,
      };
    },
  };
}
