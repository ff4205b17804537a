/**
 * Turns Calira's lists and details into rows, as they arrive, and lets nothing through that belongs to a lab which is
 * not authorised. What it holds is a cache: it may go at any moment.
 */
import type { BookingRow, BookingSummary, Equipment } from '../bookings/booking.ts';
import type { Failure } from '../messages/failure.ts';
import { CodedError, toFailure } from '../messages/failure.ts';
import type { LoadSummary, MissingBooking, PanelPush } from '../messages/panel.ts';
import { allPages } from './all-pages.ts';
import type { BookingCache } from './booking-cache.ts';
import type { CaliraClient, Page } from './client.ts';
import type { GrantedLabs } from './granted-labs.ts';
import type { LabChoice } from './lab-choice.ts';
import { authorisedLabs, isEverythingAuthorised, labsForPanel } from './lab-choice.ts';
import { bookingLink, equipmentLink } from './links.ts';
import { judgeOpenBookings } from './open-bookings.ts';
import { createSharedWork } from './shared-work.ts';

export interface FeedContext {
  push(message: PanelPush): void;
  signal: AbortSignal;
}

export interface BookingFeed {
  /**
   * Reads every booking of the authorised labs, pushing rows page by page.
   * @throws {CodedError} where not even the first page could be read; what came is pushed all the same.
   */
  load(context: FeedContext): Promise<LoadSummary>;
  /** Reads the details of bookings, pushing rows as they come. @returns those that could not be read. */
  details(ids: readonly string[], context: FeedContext): Promise<MissingBooking[]>;
  /** Forgets everything that was read, and cancels what is on its way. */
  clear(): Promise<void>;
}

export interface FeedDependencies {
  client: CaliraClient;
  labs: GrantedLabs;
  cache: BookingCache;
  webUrl(): Promise<string>;
  now(): number;
}

export function createBookingFeed({ client, labs, cache, webUrl, now }: FeedDependencies): BookingFeed {
  const sharedDetails = createSharedWork<void>();
  const sharedList = createSharedWork<LoadSummary>();
  /** Aborted when everything is forgotten: what is still on its way then must not be kept. */
  let life = new AbortController();
  const whileAlive = (signal?: AbortSignal) => AbortSignal.any([life.signal, ...(signal ? [signal] : [])]);

  /** How a booking is shown and judged under a choice of labs. */
  async function viewOf(choice: LabChoice) {
    const web = await webUrl();
    const links = {
      booking: (labId: string, id: string) => bookingLink(web, labId, id),
      equipment: (labId: string, id: string) => equipmentLink(web, labId, id),
    };
    const view = cache.under(choice);
    /** @returns the rows of those bookings that may appear. */
    const rows = (summaries: Iterable<BookingSummary>): BookingRow[] =>
      [...summaries].filter((one) => view.verdict(one) === 'mayAppear').map((one) => view.row(one, links));
    return { ...view, rows };
  }

  function readDetails(id: string, signal: AbortSignal): Promise<void> {
    if (cache.details.has(id)) return Promise.resolve();
    return sharedDetails(
      id,
      async (shared) => void cache.details.set(id, await client.booking(id, shared)),
      signal,
    );
  }

  async function load({ push, signal }: FeedContext): Promise<LoadSummary> {
    const retrievedAt = now();
    const choice = await labs.current(signal);
    push({ push: 'labs', value: labsForPanel(choice) });
    const authorised = authorisedLabs(choice);
    if (authorised.length === 0) throw new CodedError('noLabs');
    const view = await viewOf(choice);
    await view.restore();
    /** What this load has brought: of what an earlier one brought, some may be gone from Calira. */
    const listed = new Map<string, BookingSummary>();
    const tell = (summaries: Iterable<BookingSummary>) => {
      const rows = view.rows(summaries);
      if (rows.length > 0) push({ push: 'rows', value: rows });
    };

    const takeBookings = ({ records, total }: Page<BookingSummary>) => {
      for (const summary of records) {
        if (cache.isRefused(summary.id)) continue;
        cache.take(summary);
        listed.set(summary.id, summary);
      }
      tell(records);
      // How many bookings other labs have is nobody's business on the page.
      const known = isEverythingAuthorised(choice) ? total : null;
      push({ push: 'progress', value: { received: listed.size, total: known, checking: 0 } });
    };
    const takeEquipment = ({ records }: Page<Equipment>) => {
      for (const piece of records) cache.equipment.set(piece.id, piece);
      const arrived = new Set(records.map((piece) => piece.id));
      tell(
        [...listed.values()].filter(({ equipmentId }) => equipmentId !== null && arrived.has(equipmentId)),
      );
    };
    const readEquipment = async (id: string): Promise<{ id: string; failure: Failure | null }> => {
      const list = allPages((page) => client.equipment(id, page, signal), takeEquipment);
      return { id, failure: await list.then(({ failure }) => failure, toFailure) };
    };

    const equipmentRead = Promise.all(authorised.map(({ id }) => readEquipment(id)));
    const list = await allPages((page) => client.bookings(page, signal), takeBookings);
    const equipment = await equipmentRead;
    const zones = await labs.readTimeZones(signal).catch(toFailure);
    const zoned = await viewOf(await labs.current(signal));
    const rows = zoned.rows(listed.values());
    if (rows.length > 0) push({ push: 'rows', value: rows });
    const undecided = await judgeOpenBookings(listed, zoned, readDetails, { push, signal });
    const granted = await readGrantedLabs(choice, signal);

    // A lab that Calira grants no longer leaves a note, not an error.
    const lists = equipment.filter(({ id }) => granted.ids.has(id)).map(({ failure }) => failure);
    const failures = [list.failure, ...lists, zones, undecided.failure, granted.failure];
    return {
      retrievedAt,
      missing: list.missing + undecided.count,
      failure: failures.find((failure) => failure !== null) ?? null,
    };
  }

  /** Looks whether Calira grants other labs than are known here. */
  async function readGrantedLabs(before: LabChoice, signal: AbortSignal) {
    try {
      const { granted } = await labs.lookForChanges(signal);
      return { ids: new Set(granted.map(({ id }) => id)), failure: null };
    } catch (thrown) {
      signal.throwIfAborted();
      return { ids: new Set(before.granted.map(({ id }) => id)), failure: toFailure(thrown) };
    }
  }

  return {
    load: ({ push, signal }) => load({ push, signal: whileAlive(signal) }),

    async details(ids, { push, signal: wanted }) {
      const signal = whileAlive(wanted);
      // A worker that was stopped has forgotten the list that the panel still shows.
      if (ids.some((id) => !cache.summaries.has(id) && !cache.isRefused(id))) {
        await sharedList('', (shared) => load({ push, signal: shared }), signal);
      }
      const view = await viewOf(await labs.current(signal));
      const missing: MissingBooking[] = [];
      const readOne = async (id: string) => {
        try {
          const summary = cache.summaries.get(id);
          // Nothing is asked of Calira about a booking that is not known to be an authorised lab's.
          if (!summary || view.verdict(summary) !== 'mayAppear')
            throw new CodedError('unexpectedAnswer', { detail: 'not listed' });
          await readDetails(id, signal);
          push({ push: 'rows', value: view.rows([summary]) });
        } catch (thrown) {
          signal.throwIfAborted();
          missing.push({ id, failure: toFailure(thrown) });
        }
      };
      await Promise.all(ids.map(readOne));
      return missing;
    },

    async clear() {
      life.abort();
      life = new AbortController();
      await cache.clear();
    },
  };
}
