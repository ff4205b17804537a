/** Turns Calira's lists and details into rows, as they arrive. What it holds is a cache: it may go at any moment. */
import type { BookingDetails, BookingRow, BookingSummary, Equipment, Lab } from '../bookings/booking.ts';
import { joinRow } from '../bookings/join.ts';
import { CodedError, toFailure } from '../messages/failure.ts';
import type { LoadSummary, MissingBooking, PanelPush } from '../messages/panel.ts';
import type { StoredItem } from '../settings/stored-item.ts';
import { allPages } from './all-pages.ts';
import type { CaliraClient, Page } from './client.ts';
import type { AuthorisedLab } from './labs.ts';
import { readLabs, readTimeZone } from './labs.ts';
import { bookingLink, equipmentLink } from './links.ts';
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
  /** Reads the authorised labs afresh. */
  refreshLabs(signal?: AbortSignal): Promise<AuthorisedLab[]>;
  /** Forgets everything that was read. */
  clear(): void;
}

export function createBookingFeed(
  client: CaliraClient,
  storedLabs: StoredItem<AuthorisedLab[]>,
  webUrl: () => Promise<string>,
  now: () => number,
): BookingFeed {
  const summaries = new Map<string, BookingSummary>();
  const equipment = new Map<string, Equipment>();
  const details = new Map<string, BookingDetails>();
  const labs = new Map<string, Lab>();
  const sharedDetails = createSharedWork<void>();

  async function rowMaker(): Promise<(summary: BookingSummary) => BookingRow> {
    const web = await webUrl();
    const links = {
      booking: (labId: string, id: string) => bookingLink(web, labId, id),
      equipment: (labId: string, id: string) => equipmentLink(web, labId, id),
    };
    return (summary) => joinRow(summary, { equipment, details, labs }, links);
  }

  async function refreshLabs(signal?: AbortSignal): Promise<AuthorisedLab[]> {
    const known = new Map((await storedLabs.get()).map((lab) => [lab.id, lab]));
    const read = await readLabs(client, signal);
    const merged = read.map((lab) => ({
      ...lab,
      timeZone: known.get(lab.id)?.timeZone ?? null,
    }));
    await storedLabs.set(merged);
    return merged;
  }

  async function currentLabs(signal: AbortSignal): Promise<AuthorisedLab[]> {
    const stored = await storedLabs.get();
    const current = stored.length > 0 ? stored : await refreshLabs(signal);
    if (current.length === 0) throw new CodedError('noLabs');
    for (const lab of current) labs.set(lab.id, lab);
    return current;
  }

  /** Time zones come from each lab's own details: read after the first rows, and only once. */
  async function readTimeZones(current: AuthorisedLab[], { push, signal }: FeedContext): Promise<void> {
    const unread = current.filter((lab) => lab.timeZone === null);
    if (unread.length === 0) return;
    const read = await Promise.all(
      unread.map(async (lab) => ({
        ...lab,
        timeZone: await readTimeZone(client, lab, signal),
      })),
    );
    for (const lab of read) labs.set(lab.id, lab);
    const complete = current.map((lab) => ({
      ...lab,
      timeZone: labs.get(lab.id)?.timeZone ?? null,
    }));
    await storedLabs.set(complete);
    push({ push: 'labs', value: complete });
    const row = await rowMaker();
    const changed = new Set(read.map((lab) => lab.id));
    const rows = [...summaries.values()].map(row).filter(({ lab }) => lab && changed.has(lab.id));
    push({ push: 'rows', value: rows });
  }

  async function load(context: FeedContext): Promise<LoadSummary> {
    const { push, signal } = context;
    const retrievedAt = now();
    const current = await currentLabs(signal);
    push({ push: 'labs', value: current });
    const row = await rowMaker();
    let received = 0;

    const takeBookings = ({ records, total }: Page<BookingSummary>) => {
      for (const summary of records) summaries.set(summary.id, summary);
      received += records.length;
      push({ push: 'rows', value: records.map(row) });
      push({ push: 'progress', value: { received, total } });
    };
    const takeEquipment = ({ records }: Page<Equipment>) => {
      const arrived = new Set(records.map((piece) => piece.id));
      for (const piece of records) equipment.set(piece.id, piece);
      const waiting = [...summaries.values()].filter(
        ({ equipmentId }) => equipmentId && arrived.has(equipmentId),
      );
      if (waiting.length > 0) push({ push: 'rows', value: waiting.map(row) });
    };

    const equipmentRead = Promise.allSettled(
      current.map((lab) => allPages((page) => client.equipment(lab.id, page, signal), takeEquipment)),
    );
    const list = await allPages((page) => client.bookings(page, signal), takeBookings);
    const zonesRead = await Promise.allSettled([readTimeZones(current, context)]);
    const failed = [...(await equipmentRead), ...zonesRead].find((outcome) => outcome.status === 'rejected');
    return {
      retrievedAt,
      missing: list.missing,
      failure: list.failure ?? (failed ? toFailure(failed.reason) : null),
    };
  }

  return {
    refreshLabs,
    load,

    async details(ids, context) {
      const { push, signal } = context;
      // A worker that was stopped has forgotten the list that the panel still shows.
      if (ids.some((id) => !summaries.has(id))) await load(context);
      const row = await rowMaker();
      const missing: MissingBooking[] = [];
      const tell = (id: string) => {
        const summary = summaries.get(id);
        if (summary) push({ push: 'rows', value: [row(summary)] });
      };
      await Promise.all(
        ids.map(async (id) => {
          try {
            if (!details.has(id)) {
              const read = async (shared: AbortSignal) =>
                void details.set(id, await client.booking(id, shared));
              await sharedDetails(id, read, signal);
            }
            tell(id);
          } catch (thrown) {
            signal.throwIfAborted();
            missing.push({ id, failure: toFailure(thrown) });
          }
        }),
      );
      return missing;
    },

    clear() {
      for (const cache of [summaries, equipment, details, labs]) cache.clear();
    },
  };
}
