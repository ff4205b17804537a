import { signal } from '@preact/signals';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import type { Failure } from '../../../utils/messages/failure.ts';
import { toFailure } from '../../../utils/messages/failure.ts';
import type { PanelPushes } from '../../../utils/messages/panel.ts';
import type { PanelClient } from '../../../utils/messages/panel-client.ts';
import { createDetailsModel } from './details-model.ts';

/** How the list of bookings stands. What has been loaded stays on screen in every state. */
export type ListState =
  | { kind: 'idle' }
  | { kind: 'loading'; received: number; total: number | null; checking: boolean }
  | {
      kind: 'ready';
      retrievedAt: number;
      missing: number;
      failure: Failure | null;
    }
  | { kind: 'failed'; failure: Failure };

/** Rows arrive in many small messages: the first is shown at once, and then ten times a second at most (milliseconds). */
const frame = 100;

export type BookingsModel = ReturnType<typeof createBookingsModel>;

/** The bookings that the panel knows, and the loading of them. */
export function createBookingsModel(client: PanelClient) {
  const rows = signal<ReadonlyMap<string, BookingRow>>(new Map());
  const state = signal<ListState>({ kind: 'idle' });
  /** When Calira told what is shown, in milliseconds since the epoch; null as long as nothing is. */
  const updatedAt = signal<number | null>(null);

  const arrived = new Map<string, BookingRow>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let loading: AbortController | null = null;
  /** The ids that this load has brought: what is no longer among them at its end has gone from Calira. */
  let seen = new Set<string>();
  /** Whether rows of another authorisation may still be on screen, where they keep the place for their successors. */
  let outdated = false;
  let loaded: Promise<void> = Promise.resolve();

  function flush(): void {
    if (arrived.size === 0) return;
    rows.value = new Map([...rows.value, ...arrived]);
    arrived.clear();
  }

  function flushInTime(): void {
    if (arrived.size === 0 || timer !== null) return;
    flush();
    timer = setTimeout(() => {
      timer = null;
      flushInTime();
    }, frame);
  }

  /** Shows what has arrived, and then what comes next, without waiting for more of it. */
  function told(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    flush();
  }

  function receive(pushed: readonly BookingRow[]): void {
    for (const row of pushed) seen.add(row.id);
    show(pushed);
  }

  /** Rows that an earlier reading has left are shown until this one has told otherwise. */
  function recall({ rows: known, retrievedAt }: PanelPushes['known']): void {
    if (state.value.kind !== 'loading') return;
    updatedAt.value = retrievedAt;
    show(known.filter(({ id }) => !seen.has(id)));
  }

  /** A row that is as it was stays the same object: nothing on screen, and nothing that depends on it, moves. */
  function show(all: readonly BookingRow[]): void {
    for (const row of all) {
      const before = arrived.get(row.id) ?? rows.value.get(row.id);
      if (!before || JSON.stringify(before) !== JSON.stringify(row)) arrived.set(row.id, row);
    }
    flushInTime();
  }

  function progress(value: PanelPushes['progress']): void {
    if (state.value.kind === 'loading') state.value = { kind: 'loading', ...value };
  }

  /** @param another whether this is under another authorisation: nothing that came through an older one stays. */
  function load(another = false, enough?: number): Promise<void> {
    outdated ||= another && rows.value.size > 0;
    loaded = read(enough);
    return loaded;
  }

  /** Shows what another panel has had read, which costs Calira nothing. */
  function follow(readAt: number): void {
    if ('failure' in state.value && readAt > (updatedAt.value ?? 0)) void load(false, readAt);
  }

  async function read(enough?: number): Promise<void> {
    loading?.abort();
    const mine = new AbortController();
    loading = mine;
    seen = new Set();
    details.unavailable.value = new Map();
    state.value = { kind: 'loading', received: 0, total: null, checking: false };
    try {
      const summary = await client.ask('load', { known: rows.value.size === 0, enough }, mine.signal);
      // Its end may come in just when another one has begun, which has seen nothing yet and tells its own end.
      if (loading !== mine) return;
      flush();
      // What was merely not read this time has not gone from Calira.
      if ((!summary.failure && summary.missing === 0) || outdated) keepSeen();
      updatedAt.value = summary.retrievedAt;
      state.value = { kind: 'ready', ...summary };
    } catch (thrown) {
      flush();
      if (loading !== mine) return;
      if (outdated) keepSeen();
      state.value = { kind: 'failed', failure: toFailure(thrown) };
    }
  }

  function keepSeen(): void {
    outdated = false;
    if ([...rows.value.keys()].every((id) => seen.has(id))) return;
    rows.value = new Map([...rows.value].filter(([id]) => seen.has(id)));
  }

  const details = createDetailsModel(client, {
    latest: (id) => {
      const shown = rows.value.get(id);
      return arrived.get(id) ?? shown;
    },
    flush,
    isCurrent: (id) => !outdated || seen.has(id),
    whenRead: () => loaded,
  });

  /** Takes away at once what may no longer be shown. */
  function keepOnly(mayStay: (row: BookingRow) => boolean): void {
    flush();
    rows.value = new Map([...rows.value].filter(([, row]) => mayStay(row)));
  }

  function forget(): void {
    loading?.abort();
    loading = null;
    details.endLooking();
    outdated = false;
    updatedAt.value = null;
    arrived.clear();
    rows.value = new Map();
    details.unavailable.value = new Map();
    state.value = { kind: 'idle' };
  }

  return {
    rows,
    state,
    updatedAt,
    receive,
    recall,
    progress,
    told,
    load,
    follow,
    keepOnly,
    forget,
    ...details,
  };
}
