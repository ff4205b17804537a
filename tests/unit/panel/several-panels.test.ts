// @vitest-environment happy-dom
/** Several documents are open, each with its panel: what one of them has read, all of them show. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPanelModel } from '../../../components/panel/panel-model.ts';
import { resetExtension } from '../support/fake-extension.ts';
import { panelWorld } from '../support/panel-world.tsx';
import { silentRSpace } from '../support/silent-rspace.ts';

let end: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  resetExtension();
  silentRSpace();
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

/** Two panels that show the list, an hour after it was read. */
async function twoPanels() {
  const world = await panelWorld(end.signal);
  const other = createPanelModel(document, () => new Promise(() => {}), end.signal);
  void world.model.show();
  void other.show();
  await world.calmDown();
  await vi.advanceTimersByTimeAsync(3_600_000);
  const statusOf = (id: string) => other.bookings.rows.value.get(id)?.status;
  return { ...world, other, statusOf };
}

test('what one has read afresh, the other shows, and Calira is asked once', async () => {
  const { calira, model, other, statusOf, calmDown } = await twoPanels();
  calira.bookings.set('1', { ...calira.bookings.get('1'), status: 'Cancelled' } as never);
  calira.bookings.delete('2');
  const before = calira.asked();
  void model.bookings.load();
  await calmDown();
  expect([statusOf('1'), statusOf('2')]).toEqual(['Cancelled', undefined]);
  expect(other.bookings.state.value).toEqual(model.bookings.state.value);
  expect(other.bookings.updatedAt.value).toBe(model.bookings.updatedAt.value);
  const lists = calira
    .asked()
    .slice(before.length)
    .filter((what) => what === 'bookings');
  expect(lists).toHaveLength(1);
});

test('what one could not read is no news for the other', async () => {
  const { calira, model, other, calmDown } = await twoPanels();
  const before = other.bookings.state.value;
  void model.bookings.load();
  await vi.advanceTimersByTimeAsync(0);
  for (const request of [...calira.waiting]) request.fail();
  await calmDown();
  expect(model.bookings.state.value.kind).toBe('failed');
  expect(other.bookings.state.value).toBe(before);
});

test('one that could not read by itself has what the other reads', async () => {
  const { calira, model, other, calmDown } = await twoPanels();
  void other.bookings.load();
  await vi.advanceTimersByTimeAsync(0);
  for (const request of [...calira.waiting]) request.fail();
  await calmDown();
  expect(other.bookings.state.value.kind).toBe('failed');
  void model.bookings.load();
  await calmDown();
  expect(other.bookings.state.value.kind).toBe('ready');
});

test('one that is closed hears nothing', async () => {
  const { model, other, calmDown } = await twoPanels();
  other.hide();
  await calmDown();
  const before = other.bookings.updatedAt.value;
  void model.bookings.load();
  await calmDown();
  expect(other.bookings.updatedAt.value).toBe(before);
});
