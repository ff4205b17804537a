/**
 * Turns Calira's lists and details into rows, as they arrive, and lets nothing through that belongs to a lab which is
 * not authorised. What it holds is a cache: it may go at any moment.
 */
import type { BookingSummary } from '../bookings/booking.ts';
import { CodedError, toFailure } from '../messages/failure.ts';
import type { LoadSummary, MissingBooking, PanelPush } from '../messages/panel.ts';
import type { BookingCache } from './booking-cache.ts';
import type { CaliraClient } from './client.ts';
import { createDetailsReader } from './details-reader.ts';
import { forEach } from './for-each.ts';
import { createGatherers } from './gathered-push.ts';
import type { GrantedLabs } from './granted-labs.ts';
import { tellKnown } from './known-rows.ts';
import { authorisedKey, authorisedLabs, labsForPanel } from './lab-choice.ts';
import { createReading } from './list-reading.ts';
import type { ListView } from './list-view.ts';
import { listView } from './list-view.ts';
import { createSharedReadings } from './shared-readings.ts';

export interface FeedContext {
  push(message: PanelPush): void;
  signal: AbortSignal;
}

export interface BookingFeed {
  /**
   * Reads every booking of the authorised labs, pushing rows page by page. Panels that want it at the same time share
   * one reading.
   * @param known whether what an earlier reading has left is to be pushed first.
   * @param enough of when a whole reading would do: what it has brought is pushed, and Calira is not asked.
   * @throws {CodedError} where not even the first page could be read; what came is pushed all the same.
   */
  load(wish: { known: boolean; enough?: number | undefined }, context: FeedContext): Promise<LoadSummary>;
  /**
   * Reads the details of bookings, pushing rows as they come.
   * @param check whether nobody looks at these bookings, so that they can wait for all others.
   * @returns those that could not be read.
   */
  details(wish: { ids: readonly string[]; check: boolean }, context: FeedContext): Promise<MissingBooking[]>;
  /** Reads the details again, whatever is known of them. @returns those that could not be read. */
  renewDetails(wish: { ids: readonly string[] }, context: FeedContext): Promise<MissingBooking[]>;
  /** Forgets everything that was read, and cancels what is on its way. */
  clear(): Promise<void>;
}

export interface FeedDependencies {
  client: CaliraClient;
  labs: GrantedLabs;
  cache: BookingCache;
  webUrl(): Promise<string>;
  /** Told when a whole list has been read: one panel that asks Calira is enough for all that are open. */
  tellRead(retrievedAt: number): void;
  now(): number;
}

/** So many details are asked for side by side by one panel: more than Calira is asked for at a time, and no flood. */
const sideBySide = 50;

export function createBookingFeed({
  client,
  labs,
  cache,
  webUrl,
  tellRead,
  now,
}: FeedDependencies): BookingFeed {
  const readDetails = createDetailsReader(client, cache);
  const gatheredFor = createGatherers();
  /** The latest whole reading. */
  let whole: { choice: string; summary: LoadSummary } | null = null;
  /** Aborted when everything is forgotten: what is still on its way then must not be kept. */
  let life = new AbortController();
  const whileAlive = (signal: AbortSignal) => AbortSignal.any([life.signal, signal]);

  /** The view that was asked for last: time zones may have come to be known since an older one. */
  let latest: ListView | null = null;

  async function currentView(signal: AbortSignal): Promise<ListView> {
    const [choice, web] = await Promise.all([labs.current(signal), webUrl()]);
    latest = listView(cache, choice, web);
    return latest;
  }

  const parts = { client, labs, cache, readDetails, currentView, now };
  const read = createSharedReadings((view, tell) => createReading(parts, view, tell));

  /** A reading has come to its end. */
  function note(choice: string, summary: LoadSummary): void {
    if (summary.failure !== null || summary.missing > 0) return;
    whole = { choice, summary };
    tellRead(summary.retrievedAt);
  }

  const load: BookingFeed['load'] = async ({ known, enough }, { push, signal }) => {
    const view = await currentView(signal);
    push({ push: 'labs', value: labsForPanel(view.choice) });
    if (authorisedLabs(view.choice).length === 0) throw new CodedError('noLabs');
    const choice = authorisedKey(view.choice);
    const gathered = gatheredFor(push);
    if (enough !== undefined && whole?.choice === choice && whole.summary.retrievedAt >= enough) {
      gathered.push({ push: 'rows', value: view.rows(cache.summaries.values()) });
      gathered.flush();
      return whole.summary;
    }
    if (known) void tellKnown(cache, view, { push, signal }, now());
    // Of this reading alone: another one may be telling the same panel.
    const tell = (message: PanelPush) => gathered.push(message);
    try {
      const summary = await read(view, tell, signal);
      if (!signal.aborted && summary !== whole?.summary) note(choice, summary);
      return summary;
    } finally {
      gathered.flush();
    }
  };

  async function details(
    { ids, check }: { ids: readonly string[]; check: boolean },
    { push, signal: wanted }: FeedContext,
  ): Promise<MissingBooking[]> {
    const signal = whileAlive(wanted);
    const isUnknown = (id: string) => !cache.summaries.has(id) && !cache.isRefused(id);
    // A worker that was stopped takes up what it had stored of the list that the panel still shows, or reads it again.
    if (ids.some(isUnknown)) await (await currentView(signal)).restore();
    if (ids.some(isUnknown)) await load({ known: false }, { push, signal });
    const view = await currentView(signal);
    const gathered = gatheredFor(push);
    const missing: MissingBooking[] = [];
    const readOne = async (id: string) => {
      try {
        // Nothing is asked of Calira about a booking that is not known to be an authorised lab's.
        listed(id, view);
        await readDetails(id, check ? 'check' : 'wanted', signal);
        // Meanwhile the list may have brought another version of it, or none.
        const now = latest ?? view;
        const summary = listed(id, now);
        now.keepDetails(summary);
        gathered.push({ push: 'rows', value: now.rows([summary]) });
      } catch (thrown) {
        signal.throwIfAborted();
        missing.push({ id, failure: toFailure(thrown) });
      }
    };
    try {
      await forEach(ids, sideBySide, readOne);
    } finally {
      gathered.flush();
    }
    return missing;
  }

  /** @throws {CodedError} where a booking is not in the list, or may not appear. */
  function listed(id: string, { verdict }: ListView): BookingSummary {
    const summary = cache.summaries.get(id);
    if (summary && verdict(summary) === 'mayAppear') return summary;
    throw new CodedError('unexpectedAnswer', { detail: 'not listed' });
  }

  return {
    load: (wish, { push, signal }) => load(wish, { push, signal: whileAlive(signal) }),

    details,

    async renewDetails({ ids }, context) {
      for (const id of ids) cache.outdate(id);
      return details({ ids, check: false }, context);
    },

    async clear() {
      life.abort();
      life = new AbortController();
      whole = null;
      await cache.clear();
    },
  };
}
