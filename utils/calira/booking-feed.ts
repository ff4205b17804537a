/** Turns Calira's lists and details into rows, as they arrive. What it holds is a cache: it may go at any moment. */
import type { BookingDetails, BookingRow, BookingSummary, Equipment, Lab } from '../bookings/booking.ts';
import { joinRow } from '../bookings/join.ts';
import type { Failure } from '../messages/failure.ts';
import { CodedError, toFailure } from '../messages/failure.ts';
import type { LoadSummary, MissingBooking, PanelPush } from '../messages/panel.ts';
import { settle } from '../messages/result.ts';
import type { StoredItem } from '../settings/stored-item.ts';
import { allPages } from './all-pages.ts';
import type { CaliraClient, Page } from './client.ts';
import type { AuthorisedLab } from './labs.ts';
import { readLabs, readTimeZone } from './labs.ts';
import { bookingLink, equipmentLink } from './links.ts';
import { createSharedWork } from './shared-work.ts';

/** Pushes the rows of bookings that are known already and concerned by what has come since. */
type TellAgain = (concerned: (summary: BookingSummary) => boolean) => void;

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
  const sharedList = createSharedWork<LoadSummary>();
  /** Aborted when everything is forgotten: what is still on its way then must not be kept. */
  let life = new AbortController();
  const whileAlive = (signal?: AbortSignal) => AbortSignal.any([life.signal, ...(signal ? [signal] : [])]);

  async function rowMaker(): Promise<(summary: BookingSummary) => BookingRow> {
    const web = await webUrl();
    const links = {
      booking: (labId: string, id: string) => bookingLink(web, labId, id),
      equipment: (labId: string, id: string) => equipmentLink(web, labId, id),
    };
    return (summary) => joinRow(summary, { equipment, details, labs }, links);
  }

  async function refreshLabs(signal?: AbortSignal): Promise<AuthorisedLab[]> {
    const alive = whileAlive(signal);
    const known = new Map((await storedLabs.get()).map((lab) => [lab.id, lab]));
    const read = await readLabs(client, alive);
    alive.throwIfAborted();
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
  async function readTimeZones(
    current: AuthorisedLab[],
    tellAgain: TellAgain,
    { push, signal }: FeedContext,
  ): Promise<Failure | null> {
    const unread = current.filter((lab) => lab.timeZone === null);
    const read = await Promise.all(
      unread.map((lab) =>
        settle(async () => ({ ...lab, timeZone: await readTimeZone(client, lab, signal) })),
      ),
    );
    signal.throwIfAborted();
    const known = read.flatMap((result) => (result.ok ? [result.value] : []));
    if (known.length > 0) {
      for (const lab of known) labs.set(lab.id, lab);
      const complete = current.map((lab) => ({ ...lab, timeZone: labs.get(lab.id)?.timeZone ?? null }));
      await storedLabs.set(complete);
      push({ push: 'labs', value: complete });
      tellAgain(() => true);
    }
    return read.flatMap((result) => (result.ok ? [] : [result.error]))[0] ?? null;
  }

  async function load(context: FeedContext): Promise<LoadSummary> {
    const { push, signal } = context;
    const retrievedAt = now();
    const current = await currentLabs(signal);
    push({ push: 'labs', value: current });
    const row = await rowMaker();
    /** What this load has brought: of what an earlier one brought, some may be gone from Calira. */
    const listed = new Map<string, BookingSummary>();
    const tellAgain: TellAgain = (concerned) => {
      const rows = [...listed.values()].filter(concerned).map(row);
      if (rows.length > 0) push({ push: 'rows', value: rows });
    };

    const takeBookings = ({ records, total }: Page<BookingSummary>) => {
      for (const summary of records) {
        summaries.set(summary.id, summary);
        listed.set(summary.id, summary);
      }
      push({ push: 'rows', value: records.map(row) });
      if (total !== null) push({ push: 'progress', value: { received: listed.size, total } });
    };
    const takeEquipment = ({ records }: Page<Equipment>) => {
      for (const piece of records) equipment.set(piece.id, piece);
      const arrived = new Set(records.map((piece) => piece.id));
      tellAgain(({ equipmentId }) => equipmentId !== null && arrived.has(equipmentId));
    };
    const readEquipment = ({ id }: Lab) =>
      allPages((page) => client.equipment(id, page, signal), takeEquipment)
        .then((list) => list.failure)
        .catch(toFailure);

    const equipmentRead = Promise.all(current.map(readEquipment));
    const list = await allPages((page) => client.bookings(page, signal), takeBookings);
    const zones = await settle(() => readTimeZones(current, tellAgain, context));
    const failures = [list.failure, ...(await equipmentRead), zones.ok ? zones.value : zones.error];
    return {
      retrievedAt,
      missing: list.missing,
      failure: failures.find((failure) => failure !== null) ?? null,
    };
  }

  return {
    refreshLabs,
    load: ({ push, signal }) => load({ push, signal: whileAlive(signal) }),

    async details(ids, { push, signal: wanted }) {
      const signal = whileAlive(wanted);
      // A worker that was stopped has forgotten the list that the panel still shows.
      if (ids.some((id) => !summaries.has(id))) {
        await sharedList('', (shared) => load({ push, signal: shared }), signal);
      }
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
      life.abort();
      life = new AbortController();
      for (const cache of [summaries, equipment, details, labs]) cache.clear();
    },
  };
}
