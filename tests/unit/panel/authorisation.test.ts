import { signal } from '@preact/signals';
import { expect, test, vi } from 'vitest';
import { followAuthorisation } from '../../../components/panel/connection/authorisation.ts';
import type { BookingsModel, ListState } from '../../../components/panel/connection/bookings-model.ts';
import type { HandoverModel } from '../../../components/panel/insert/handover-model.ts';
import type { SelectionModel } from '../../../components/panel/list/selection-model.ts';
import type { Connection } from '../../../utils/calira/connection.ts';

const connected = (since: number): Connection => ({ state: 'connected', since });

/** A panel that somebody is about to open, before the background has told how things stand. */
function opening() {
  const wanted = signal(true);
  const connection = signal<Connection | null>(null);
  const state = signal<ListState>({ kind: 'idle' });
  const load = vi.fn(async (_another?: boolean) => {
    state.value = { kind: 'loading', received: 0, total: null, checking: false };
  });
  const forget = vi.fn(() => {
    state.value = { kind: 'idle' };
  });
  followAuthorisation({
    wanted,
    connection,
    bookings: { state, load, forget } as unknown as BookingsModel,
    selection: { clear: vi.fn() } as unknown as SelectionModel,
    handover: { state: signal({ kind: 'idle' }), cancel: vi.fn() } as unknown as HandoverModel,
  });
  return { wanted, connection, state, load, forget };
}

test('the list is asked for before the panel is told how things stand, and not again when it is', () => {
  const { connection, load } = opening();
  expect(load).toHaveBeenCalledTimes(1);
  connection.value = connected(1);
  expect(load).toHaveBeenCalledTimes(1);
  // What it was read under is known now: another one is another account's, perhaps.
  connection.value = connected(2);
  expect(load.mock.lastCall).toEqual([true]);
});

test.each<Connection>([
  { state: 'notConfigured' },
  { state: 'disconnected' },
  { state: 'expired', since: 1 },
])('where it is $state, nothing is left of having asked', (told) => {
  const { connection, state, load, forget } = opening();
  state.value = { kind: 'failed', failure: { code: 'disconnected' } };
  connection.value = told;
  expect(forget).toHaveBeenCalled();
  expect(state.value.kind).toBe('idle');
  connection.value = connected(2);
  expect(load).toHaveBeenCalledTimes(2);
});

test('who was refused a moment before the sign-in is answered now', () => {
  const { connection, state, load } = opening();
  state.value = { kind: 'failed', failure: { code: 'disconnected' } };
  connection.value = connected(1);
  expect(load).toHaveBeenCalledTimes(2);
});

test('a press that comes to nothing is followed by a fresh beginning', () => {
  const { wanted, connection, load } = opening();
  wanted.value = false;
  wanted.value = true;
  expect(load).toHaveBeenCalledTimes(2);
  connection.value = connected(1);
  expect(load).toHaveBeenCalledTimes(2);
});
