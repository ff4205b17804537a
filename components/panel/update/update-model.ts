import { signal } from '@preact/signals';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import type { Failure } from '../../../utils/messages/failure.ts';
import { CodedError, toFailure } from '../../../utils/messages/failure.ts';
import { createOneAtATime } from '../../../utils/one-at-a-time.ts';
import type { EditAccess } from '../../../utils/rspace/editor/edit-access.ts';
import { askEditor } from '../../../utils/rspace/editor/editor-client.ts';
import type { FieldTable, TextField } from '../../../utils/rspace/editor/editor-protocol.ts';
import { formBytes, roomFor } from '../../../utils/rspace/editor/field-size.ts';
import type { TablePlan } from '../../../utils/rspace/output/update-plan.ts';
import { bookingsIn, planUpdate } from '../../../utils/rspace/output/update-plan.ts';
import { keepingFocus } from '../drawer/keeping-focus.ts';
import { untilKept } from '../insert/kept-by-rspace.ts';
import { ownZone } from '../locale.ts';

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
  | { kind: 'replacing' }
  /** `confirmed`: whether RSpace has confirmed that it keeps what was replaced. */
  | { kind: 'done'; count: number; confirmed: boolean }
  | { kind: 'failed'; failure: Failure };

export type UpdateModel = ReturnType<typeof createUpdateModel>;

/**
 * @param read asks Calira for bookings as they are now.
 * @param access tells whether RSpace would keep what is replaced.
 */
export function createUpdateModel(
  read: (ids: readonly string[], signal: AbortSignal) => Promise<Renewed>,
  access: EditAccess,
) {
  const state = signal<Update>({ kind: 'idle' });
  const oneAtATime = createOneAtATime();

  async function plan(signal: AbortSignal): Promise<void> {
    state.value = { kind: 'reading', count: 0 };
    const { field, tables } = await askEditor('tables', {});
    signal.throwIfAborted();
    const ids = [...new Set(tables.flatMap(({ html }) => bookingsIn(html)))];
    state.value = { kind: 'reading', count: ids.length };
    const { rows, retrievedAt, unread } =
      ids.length > 0 ? await read(ids, signal) : { rows: new Map(), retrievedAt: Date.now(), unread: [] };
    signal.throwIfAborted();
    const options = { retrievedAt, timeZone: ownZone() };
    const planned = tables.flatMap((table): PlannedTable[] => {
      const one = planUpdate(table.html, rows, { ...options, marker: crypto.randomUUID() });
      return one.kind === 'other' ? [] : [{ table, plan: withoutUnread(one, unread) }];
    });
    state.value = { kind: 'planned', field, tables: planned, unread };
  }

  const exclusively = (work: (signal: AbortSignal) => Promise<void>) =>
    oneAtATime.run(work, (thrown) => {
      state.value = { kind: 'failed', failure: toFailure(thrown) };
    });

  /** Replaces what was planned, all of it or nothing. @returns whether RSpace has confirmed that it keeps it. */
  async function replace(
    { field, tables }: Update & { kind: 'planned' },
    signal: AbortSignal,
  ): Promise<boolean> {
    const replacements = tables.flatMap(({ table, plan }) =>
      plan.kind === 'update' && plan.checked > 0
        ? [{ position: table.position, expected: table.html, html: plan.html }]
        : [],
    );
    const confirmed = await untilKept(field.id, access, signal);
    const { bytes } = await askEditor('tables', {});
    const added = replacements.map(({ html, expected }) => formBytes(html) - formBytes(expected));
    if (roomFor(bytes + added.reduce((sum, one) => sum + one, 0)) === 'none')
      throw new CodedError('fieldFull');
    signal.throwIfAborted();
    const { outcome } = await askEditor('replace', { field: field.id, tables: replacements });
    if (outcome === 'changedMeanwhile') throw new CodedError('tableChanged');
    if (outcome !== 'replaced') throw new CodedError('insertFailed');
    return confirmed;
  }

  /** Does what `state` says would be done. */
  async function apply(): Promise<void> {
    const planned = state.value;
    if (planned.kind !== 'planned') return;
    state.value = { kind: 'replacing' };
    await exclusively(async (signal) => {
      const confirmed = await keepingFocus(() => replace(planned, signal));
      state.value = { kind: 'done', count: changedBookings(planned.tables), confirmed };
    });
  }

  return {
    state,
    /** Reads the field's tables and asks Calira; what would change is then in `state`. */
    start: () => exclusively(plan),
    apply,
    cancel() {
      oneAtATime.cancel();
      state.value = { kind: 'idle' };
    },
  };
}

/** @returns how many bookings have changed: one that stands in several tables counts once. */
export function changedBookings(tables: readonly PlannedTable[]): number {
  const changes = tables.flatMap(({ plan }) => (plan.kind === 'update' ? plan.changes : []));
  return new Set(changes.map(({ id }) => id)).size;
}

/** What could not be read is not known to be invisible. */
function withoutUnread(plan: PlannedTable['plan'], unread: readonly string[]): PlannedTable['plan'] {
  if (plan.kind !== 'update') return plan;
  return { ...plan, notVisible: plan.notVisible.filter((id) => !unread.includes(id)) };
}
