import { signal } from '@preact/signals';
import type { BookingRow } from '../../utils/bookings/booking.ts';
import type { Failure } from '../../utils/messages/failure.ts';
import { CodedError, toFailure } from '../../utils/messages/failure.ts';
import { askEditor } from '../../utils/rspace/editor-client.ts';
import type { FieldTable, TextField } from '../../utils/rspace/editor-protocol.ts';
import { sizeWith } from '../../utils/rspace/field-size.ts';
import type { TablePlan } from '../../utils/rspace/update-plan.ts';
import { bookingsIn, planUpdate } from '../../utils/rspace/update-plan.ts';
import { ownZone } from './locale.ts';

/** What Calira says of some bookings now. */
export interface Renewed {
  rows: ReadonlyMap<string, BookingRow>;
  /** When it was asked, in milliseconds since the epoch. */
  retrievedAt: number;
  /** Bookings of which it could not be found out whether they can be seen. */
  unread: readonly string[];
}

/** A table of the open field, and what an update would do to it. */
export interface PlannedTable {
  table: FieldTable;
  plan: Exclude<TablePlan, { kind: 'other' }>;
}

/** Updating the tables of the open field. Nothing is changed before the person has seen what would be. */
export type Update =
  | { kind: 'idle' }
  | { kind: 'reading'; count: number }
  | { kind: 'planned'; field: TextField; tables: PlannedTable[]; unread: readonly string[] }
  | { kind: 'done'; field: string; count: number }
  | { kind: 'failed'; failure: Failure };

/** @param read asks Calira for bookings as they are now. */
export function createUpdateModel(read: (ids: readonly string[], signal: AbortSignal) => Promise<Renewed>) {
  const state = signal<Update>({ kind: 'idle' });
  let running: AbortController | null = null;

  async function plan(signal: AbortSignal): Promise<void> {
    state.value = { kind: 'reading', count: 0 };
    const { field, tables } = await askEditor('tables', {});
    const ids = [...new Set(tables.flatMap(({ html }) => bookingsIn(html)))];
    state.value = { kind: 'reading', count: ids.length };
    const { rows, retrievedAt, unread } =
      ids.length > 0 ? await read(ids, signal) : { rows: new Map(), retrievedAt: Date.now(), unread: [] };
    signal.throwIfAborted();
    const options = { language: 'en-GB', retrievedAt, timeZone: ownZone() } as const;
    const planned = tables.flatMap((table): PlannedTable[] => {
      const one = planUpdate(table.html, rows, { ...options, marker: crypto.randomUUID() });
      return one.kind === 'other' ? [] : [{ table, plan: withoutUnread(one, unread) }];
    });
    state.value = { kind: 'planned', field, tables: planned, unread };
  }

  /** Reads the field's tables and asks Calira; what would change is then in `state`. */
  async function start(): Promise<void> {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    try {
      await plan(mine.signal);
    } catch (thrown) {
      if (running === mine && !mine.signal.aborted)
        state.value = { kind: 'failed', failure: toFailure(thrown) };
    }
  }

  async function apply(): Promise<void> {
    if (state.value.kind !== 'planned') return;
    const { field, tables } = state.value;
    const replacements = tables.flatMap(({ table, plan }) =>
      plan.kind === 'update' && plan.checked > 0
        ? [{ position: table.position, expected: table.html, html: plan.html }]
        : [],
    );
    const count = tables.reduce(
      (sum, { plan }) => sum + (plan.kind === 'update' ? plan.changes.length : 0),
      0,
    );
    try {
      const { bytes } = await askEditor('tables', {});
      // What is replaced is counted twice: closer to the limit, nobody updates a table either.
      const added = replacements.map(({ html, expected }) => html.slice(expected.length)).join('');
      if (sizeWith(bytes, added).room === 'none') throw new CodedError('fieldFull');
      const { outcome } = await askEditor('replace', { field: field.id, tables: replacements });
      if (outcome !== 'replaced')
        throw new CodedError(outcome === 'changedMeanwhile' ? 'tableChanged' : 'insertFailed');
      state.value = { kind: 'done', field: field.name, count };
    } catch (thrown) {
      state.value = { kind: 'failed', failure: toFailure(thrown) };
    }
  }

  return {
    state,
    start,
    apply,
    cancel() {
      running?.abort();
      state.value = { kind: 'idle' };
    },
  };
}

/** What could not be read is not known to be invisible. */
function withoutUnread(plan: PlannedTable['plan'], unread: readonly string[]): PlannedTable['plan'] {
  if (plan.kind !== 'update') return plan;
  return { ...plan, notVisible: plan.notVisible.filter((id) => !unread.includes(id)) };
}
