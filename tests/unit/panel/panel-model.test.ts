// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createPanelModel } from '../../../components/panel/panel-model.ts';
import type { LabsForPanel } from '../../../utils/calira/lab-choice.ts';
import type { LoadSummary, PanelPush } from '../../../utils/messages/panel.ts';
import { aLab, aRow } from '../support/bookings.ts';
import { resetExtension } from '../support/fake-extension.ts';
import { background, held } from '../support/panel-and-background.ts';
import { panelWorld } from '../support/panel-world.tsx';
import { settled } from '../support/settled.ts';
import { silentRSpace } from '../support/silent-rspace.ts';

const [imaging, cytometry] = [aLab(), aLab({ id: '1230', name: 'Cytometry' })];
const authorised = (...labs: LabsForPanel['authorised']): PanelPush => ({
  push: 'labs',
  value: { everything: false, authorised: labs, new: [], lost: [] },
});
const rows: PanelPush = {
  push: 'rows',
  value: [aRow({ id: '1', lab: imaging, details: null }), aRow({ id: '2', lab: cytometry, details: null })],
};

let end: AbortController;
beforeEach(() => {
  resetExtension();
  silentRSpace();
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
});

/** A panel that is open and connected, and whose list is being read. */
async function opened() {
  const load = held<LoadSummary>();
  const { connect } = background(
    { load: load.handler },
    {
      greeting: async () => [
        { push: 'connection', value: { state: 'connected', since: 1 } },
        authorised(imaging, cytometry),
      ],
    },
  );
  const model = createPanelModel(document, () => new Promise(() => {}), end.signal);
  void model.show();
  await load.started;
  await vi.waitFor(() => expect(model.labs.value).not.toBeNull());
  return {
    model,
    connect,
    load,
    shown: () => [...model.bookings.rows.value.keys()],
    /** Over the port: it has arrived, and waits until the page has time for it. */
    async arrive(message: PanelPush) {
      load.contexts[0]?.push(message);
      await Promise.resolve();
    },
    /** By another way, on which nothing waits. */
    news: (message: PanelPush) =>
      fakeBrowser.runtime.onMessage.trigger(message, { id: browser.runtime.id }, () => {}),
    /** When all that has arrived is taken in. */
    async settled() {
      for (let step = 0; step < 2; step += 1) await settled();
    },
  };
}

test('rows that arrive are shown', async () => {
  const { shown, arrive } = await opened();
  await arrive(rows);
  expect(shown()).toEqual([]);
  await vi.waitFor(() => expect(shown()).toEqual(['1', '2']));
});

test('rows that arrive in quick succession wait for each other no longer than until all have been told', async () => {
  const { arrive, settled, shown } = await opened();
  await arrive(rows);
  await settled();
  await arrive({ push: 'rows', value: [aRow({ id: '3', lab: imaging, details: null })] });
  await arrive({ push: 'told', value: null });
  await settled();
  expect(shown()).toEqual(['1', '2', '3']);
});

test('rows that arrived before a lab lost its authorisation do not come after that', async () => {
  const { shown, arrive, news, settled } = await opened();
  await arrive(rows);
  await news(authorised(imaging));
  await settled();
  expect(shown()).toEqual(['1']);
});

test('rows that arrived before the person disconnected do not come after that', async () => {
  const { model, shown, arrive, news, settled } = await opened();
  await arrive(rows);
  await news({ push: 'connection', value: { state: 'disconnected' } });
  await settled();
  expect([shown(), model.bookings.state.value.kind]).toEqual([[], 'idle']);
});

test('rows that are told once the list is forgotten are nobody’s', async () => {
  const { shown, arrive, news, settled } = await opened();
  await news({ push: 'connection', value: { state: 'disconnected' } });
  await arrive(rows);
  await settled();
  expect(shown()).toEqual([]);
});

test('a panel that is closed while it loads the details of rows in view does not connect again', async () => {
  const { model, arrive, settled, connect } = await opened();
  await arrive(rows);
  await settled();
  void model.bookings.lookAt(['1', '2']);
  void model.bookings.lookAt(['1', '2']);
  const before = connect.mock.calls.length;
  model.hide();
  await settled();
  expect(connect).toHaveBeenCalledTimes(before);
});

test('a closed panel runs nothing: no timer, and no port', async () => {
  vi.useFakeTimers();
  const world = await panelWorld(end.signal);
  void world.model.show();
  await world.calmDown();
  expect(vi.getTimerCount(), 'open, it follows the clock').toBeGreaterThan(0);
  world.model.hide();
  // What keeps for the next time what has been read ends by itself.
  await vi.advanceTimersByTimeAsync(10_000);
  expect(vi.getTimerCount()).toBe(0);
  expect(world.openPorts()).toBe(0);
});

describe('a page that the browser shows again as it was left', () => {
  const restore = (persisted: boolean) =>
    dispatchEvent(Object.assign(new Event('pageshow'), { persisted }) as PageTransitionEvent);

  test('hears the news again, and reads what may have changed meanwhile', async () => {
    const { model, connect, load, settled } = await opened();
    restore(true);
    await settled();
    expect([connect.mock.calls.length, load.handler.mock.calls.length]).toEqual([2, 2]);
    expect(model.bookings.state.value.kind).toBe('loading');
  });

  test('connects to nothing where its panel is closed, or where the page was loaded', async () => {
    const { model, connect, settled } = await opened();
    restore(false);
    model.hide();
    restore(true);
    await settled();
    expect(connect).toHaveBeenCalledTimes(1);
  });
});
