// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { resetExtension } from '../support/fake-extension.ts';
import { panelWorld } from '../support/panel-world.tsx';
import { silentRSpace } from '../support/silent-rspace.ts';

beforeEach(() => {
  vi.useFakeTimers();
  resetExtension();
  silentRSpace();
  // Nothing has a size here: room for three rows or so.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(240);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('the details of rows that can be seen are asked for before those of the rows kept ready above them', async () => {
  const end = new AbortController();
  const world = await panelWorld(end.signal);
  void world.model.show();
  await world.calmDown();
  world.scroll(20);
  const asked = vi.spyOn(world.calira.client, 'booking');
  await world.calmDown();
  const order = world.model.list.rows.value.map(({ id }) => id);
  const places = asked.mock.calls.map(([id]) => order.indexOf(id));
  expect(places.slice(0, 3)).toEqual([20, 21, 22]);
  expect(places.slice(3)).toEqual(expect.arrayContaining([17, 18, 19]));
  end.abort();
  await vi.advanceTimersByTimeAsync(1_000);
});
