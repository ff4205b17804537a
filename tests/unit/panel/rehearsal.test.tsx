// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PanelModel } from '../../../components/panel/panel-model.ts';
import { rehearsal } from '../../../components/panel/rehearsal.tsx';
import type { BookingRow } from '../../../utils/bookings/booking.ts';
import { aRow } from '../support/bookings.ts';

const Panel = vi.hoisted(() => vi.fn<(props: { model: PanelModel }) => null>());
vi.mock('../../../components/panel/panel.tsx', () => ({ Panel }));

beforeEach(() => {
  vi.useFakeTimers();
  Panel.mockReset().mockReturnValue(null);
});
afterEach(() => vi.useRealTimers());

/** A panel that nobody has opened yet. */
function unopened(known: readonly BookingRow[] = []) {
  const open = signal(false);
  const rows = signal<ReadonlyMap<string, BookingRow>>(new Map(known.map((row) => [row.id, row])));
  const root = document.createElement('div');
  const model = { open, bookings: { rows } } as unknown as PanelModel;
  return { open, rows, root, prepare: rehearsal(model, root) };
}

test('it draws one booking, once, and leaves nothing', async () => {
  const drawn: number[] = [];
  Panel.mockImplementation(({ model }) => {
    drawn.push(model.bookings.rows.peek().size);
    return null;
  });
  const { prepare, root, rows } = unopened();
  prepare();
  prepare();
  await vi.runAllTimersAsync();
  expect(drawn).toEqual([1]);
  expect([root.childElementCount, rows.value.size]).toEqual([0, 0]);
});

test('where the panel cannot be drawn, nothing stays of what was made up', async () => {
  Panel.mockImplementation(() => {
    throw new Error('cannot be drawn');
  });
  const { prepare, root, rows } = unopened();
  prepare();
  await vi.runAllTimersAsync();
  expect(Panel).toHaveBeenCalled();
  expect([root.childElementCount, rows.value.size]).toEqual([0, 0]);
});

test('who opens the panel meanwhile does not wait for it', async () => {
  const { prepare, open } = unopened();
  prepare();
  open.value = true;
  await vi.runAllTimersAsync();
  expect(Panel).not.toHaveBeenCalled();
});

test('bookings that are known already stay as they are', async () => {
  const { prepare, rows } = unopened([aRow()]);
  prepare();
  await vi.runAllTimersAsync();
  expect(Panel).not.toHaveBeenCalled();
  expect(rows.value.size).toBe(1);
});
