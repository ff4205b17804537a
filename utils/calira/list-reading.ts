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
import type { LabChoice } from './lab-choice.ts';
import { authorisedKey, authorisedLabs, isEverythingAuthorised, labsForPanel } from './lab-choice.ts';
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
  /** The ids of those that may appear. */
  const told = new Set<string>();
  /** Whether Calira has said, since this began, that it grants no lab but those that are authorised. */
  let everything = false;
  /** How many bookings there are, as Calira counts them. */
  let total: number | null = null;

  function tell(summaries: Iterable<BookingSummary>, under = view): void {
    const rows = under.rows(summaries);
    for (const { id } of rows) told.add(id);
    if (rows.length > 0) push({ push: 'rows', value: rows });
    push({
      push: 'progress',
      value: { received: told.size, total: everything ? total : null, checking: false },
    });
  }

  function takeBookings({ records, total: counted }: Page<BookingSummary>): void {
    total = counted;
    if (everything) view.confirm(records);
    for (const summary of records) {
      if (cache.isRefused(summary.id)) continue;
      cache.take(summary);
      listed.set(summary.id, summary);
    }
    tell(records);
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

  /** Reads the time zones that are due; rows are told once more where a lab is not what it was when this began. */
  async function readTimeZones(signal: AbortSignal): Promise<Failure | null> {
    const shown = (one: LabChoice) => JSON.stringify(labsForPanel(one).authorised);
    try {
      const failure = await labs.readTimeZones(signal);
      const after = await currentView(signal);
      if (shown(after.choice) !== shown(choice)) tell(listed.values(), after);
      return failure;
    } catch (thrown) {
      signal.throwIfAborted();
      return toFailure(thrown);
    }
  }

  /** Looks whether Calira grants other labs than are known here. Where these are all, so is every booking theirs. */
  async function readGrantedLabs(signal: AbortSignal) {
    try {
      const now = await labs.read(signal);
      everything = isEverythingAuthorised(now) && authorisedKey(now) === authorisedKey(choice);
      if (everything) {
        view.confirm(listed.values());
        tell([...listed.values()].filter(({ id }) => !told.has(id)));
      }
      // What belongs to a lab that could not be understood does not appear: the person is told that something is missing.
      const failure: Failure | null = now.incomplete ? { code: 'unexpectedAnswer', detail: 'labs' } : null;
      return { ids: new Set(now.granted.map(({ id }) => id)), failure };
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
      // Side by side: what no equipment attributes waits for the labs, and nothing else does.
      const lists = Promise.all([
        allPages(readPage, takeBookings),
        ...authorisedLabs(choice).map(({ id }) => readEquipment(id, restored, signal)),
      ]);
      const told = lists.then(() => push({ push: 'told', value: null }));
      const [[list, ...equipment], granted] = await Promise.all([lists, readGrantedLabs(signal), told]);
      const whole = list.failure === null && list.missing === 0;
      if (whole) cache.keepOnly(listed);
      view.keepList(whole ? retrievedAt : null);

      const zones = await readTimeZones(signal);
      const undecided = await judgeOpenBookings(listed, await currentView(signal), readDetails, {
        push,
        signal,
      });
      if (undecided.judged > 0) view.keepList(null);
      // A lab that Calira grants no longer leaves a note, not an error.
      const unread = equipment.filter(({ id }) => granted.ids.has(id)).map(({ failure }) => failure);
      const failures = [list.failure, ...unread, zones, undecided.failure, granted.failure];
      return {
        retrievedAt,
        missing: list.missing + undecided.count,
        failure: failures.find((failure) => failure !== null) ?? null,
      };
    },
  };
}
