import { signal } from '@preact/signals';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import type { Failure } from '../../../utils/messages/failure.ts';
import { toFailure } from '../../../utils/messages/failure.ts';
import type { MissingBooking } from '../../../utils/messages/panel.ts';
import type { PanelClient } from '../../../utils/messages/panel-client.ts';
import { createLooks } from '../list/looks.ts';

/** What the loading of details has to know of the list that they belong to. */
interface KnownList {
  /** A booking as it has arrived last, be it on screen yet or not. */
  latest(id: string): BookingRow | undefined;
  /** Shows what has arrived by now. */
  flush(): void;
  /** Whether a booking may be asked for: under another authorisation, only what that has brought. */
  isCurrent(id: string): boolean;
  /** Resolves when the reading that is under way is over. */
  whenRead(): Promise<void>;
}

const byId = (missing: readonly MissingBooking[]) =>
  new Map(missing.map(({ id, failure }) => [id, failure] as const));

/** The details of the bookings that the panel knows, and the loading of them. */
export function createDetailsModel(client: PanelClient, { latest, flush, isCurrent, whenRead }: KnownList) {
  /** Why the details of a booking could not be loaded, by its id. */
  const unavailable = signal<ReadonlyMap<string, Failure>>(new Map());

  /** Whether a booking's details are here, and young enough to be relied on. */
  function isComplete(id: string): boolean {
    const row = latest(id);
    return row?.details != null && !row.detailsDue;
  }

  /** Whether they are not, and it is not known that they cannot be had. */
  function isLacking(id: string): boolean {
    return latest(id) !== undefined && isCurrent(id) && !isComplete(id) && !unavailable.value.has(id);
  }

  /** Notes what has become of details that were asked for. */
  function note(asked: readonly string[], failed: ReadonlyMap<string, Failure>): void {
    const known = new Map(unavailable.value);
    // Where nothing was and is missing, no row has to be drawn again.
    if (known.size + failed.size === 0) return;
    for (const id of asked) known.delete(id);
    unavailable.value = new Map([...known, ...failed]);
  }

  /**
   * Loads the details of bookings that have none yet, or old ones.
   * @param check whether nobody looks at these bookings, so that they can wait for all others.
   * @returns why, by id, for those whose details could not be loaded.
   */
  async function loadDetails(
    ids: readonly string[],
    signal?: AbortSignal,
    check = false,
  ): Promise<ReadonlyMap<string, Failure>> {
    while (!signal?.aborted && !ids.every(isCurrent)) await whenRead();
    const wanted = ids.filter((id) => latest(id) && !isComplete(id));
    try {
      const missing = wanted.length > 0 ? await client.ask('details', { ids: wanted, check }, signal) : [];
      const failed = byId(missing);
      note(wanted, failed);
      return failed;
    } catch (thrown) {
      const failure = toFailure(thrown);
      // A row in view must not go on promising what nobody asks for any more.
      if (failure.code !== 'cancelled' && !check) note(wanted, new Map(wanted.map((id) => [id, failure])));
      throw thrown;
    } finally {
      flush();
    }
  }

  /** Reads the details of bookings again, whatever is known of them. @returns why not, by id. */
  async function renewDetails(
    ids: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, Failure>> {
    const missing = await client.ask('renewDetails', { ids: [...ids] }, signal);
    flush();
    return byId(missing);
  }

  const looks = createLooks(loadDetails, isLacking);

  return {
    unavailable,
    isComplete,
    isLacking,
    loadDetails,
    renewDetails,
    /** Loads the details of the rows in view. */
    lookAt(ids: readonly string[]): Promise<void> {
      return looks.at(ids.filter((id) => !unavailable.value.has(id)));
    },
    looking: looks.now,
    endLooking: looks.end,
  };
}
