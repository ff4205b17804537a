import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { CodedError } from '../../../utils/messages/failure.ts';
import type { LoadSummary } from '../../../utils/messages/panel.ts';
import { createPanelClient } from '../../../utils/messages/panel-client.ts';
import { failureOf } from '../support/failure-of.ts';
import { background, held, panel } from '../support/panel-and-background.ts';

const summary: LoadSummary = { retrievedAt: 1_795_000_000_000, missing: 0, failure: null };

beforeEach(() => {
  Object.assign(browser.runtime, { id: 'test-extension-id' });
});

describe('asking', () => {
  test('brings the answer', async () => {
    background({ load: async () => summary });
    expect(await panel().client.ask('load', { known: false })).toEqual(summary);
  });

  test('brings the parameters', async () => {
    const details = vi.fn(async () => []);
    background({ details });
    await panel().client.ask('details', { ids: ['4980109', '90071992547409931'], check: false });
    expect(details).toHaveBeenCalledWith(
      { ids: ['4980109', '90071992547409931'], check: false },
      expect.anything(),
    );
  });

  test('brings the failure, with everything that it tells', async () => {
    background({
      load: async () => {
        throw new CodedError('rateLimited', { retryAfter: 7_000, detail: 'HTTP 429' });
      },
    });
    expect(await failureOf(panel().client.ask('load', { known: false }))).toEqual({
      code: 'rateLimited',
      retryAfter: 7_000,
      detail: 'HTTP 429',
    });
  });

  test('several things at once: each answer finds its question', async () => {
    const load = held<LoadSummary>();
    background({
      load: load.handler,
      details: async ({ ids }) => [{ id: ids[0] ?? '', failure: { code: 'offline' } }],
    });
    const { client } = panel();
    const loading = client.ask('load', { known: false });
    expect(await client.ask('details', { ids: ['1'], check: false })).toMatchObject([{ id: '1' }]);
    expect(await client.ask('details', { ids: ['2'], check: false })).toMatchObject([{ id: '2' }]);
    load.resolve(summary);
    expect(await loading).toEqual(summary);
  });

  test('goes over one port however much is asked', async () => {
    const { connect } = background({ load: async () => summary });
    const { client } = panel();
    client.open();
    await Promise.all([client.ask('load', { known: false }), client.ask('load', { known: false })]);
    expect(connect).toHaveBeenCalledTimes(1);
  });
});

describe('what the background tells by itself', () => {
  test('is the greeting, and whatever a command pushes', async () => {
    background(
      {
        load: async (_, { push }) => {
          push({ push: 'progress', value: { received: 1, total: 2, checking: false } });
          return summary;
        },
      },
      { greeting: async () => [{ push: 'connection', value: { state: 'disconnected' } }] },
    );
    const { client, pushes } = panel();
    await client.ask('load', { known: false });
    expect(pushes).toHaveLength(2);
    expect(pushes).toEqual(
      expect.arrayContaining([
        { push: 'connection', value: { state: 'disconnected' } },
        { push: 'progress', value: { received: 1, total: 2, checking: false } },
      ]),
    );
  });
});

describe('a worker that is stopped', () => {
  test('is asked again for what only reads, once it has been started anew', async () => {
    const first = held<LoadSummary>();
    const answers = [first.handler, vi.fn(async () => summary)];
    const { stopWorker, connect } = background({
      load: (parameters, context) => (answers.shift() ?? first.handler)(parameters, context),
    });
    const { client, onLost } = panel();
    const asked = client.ask('load', { known: false });
    await first.started;
    stopWorker();
    expect(await asked).toEqual(summary);
    expect(connect).toHaveBeenCalledTimes(2);
    expect(onLost).toHaveBeenCalledTimes(1);
  });

  test('again and again is asked three times in all', async () => {
    const world = background({
      load: async () => {
        world.stopWorker();
        return summary;
      },
    });
    expect(await failureOf(panel().client.ask('load', { known: false }))).toEqual({ code: 'interrupted' });
    expect(world.connect).toHaveBeenCalledTimes(3);
  });

  test('has told something that leads to another question: that is put to its successor', async () => {
    const never = held<LoadSummary>().handler;
    const answers = [never, async () => summary];
    const { connections, stopWorker, connect } = background({
      load: (parameters, context) => (answers.shift() ?? never)(parameters, context),
    });
    const later: Promise<LoadSummary>[] = [];
    const wish = { known: false };
    const first = new AbortController();
    const client = createPanelClient(() => {
      first.abort();
      later.push(client.ask('load', wish));
    });
    const asked = failureOf(client.ask('load', wish, first.signal));
    await Promise.resolve();
    connections[0]?.background.port.postMessage({ push: 'choices', value: {} });
    await Promise.resolve();
    stopWorker();
    expect(await asked).toEqual({ code: 'cancelled' });
    expect(await Promise.all(later)).toEqual([summary]);
    expect(connect).toHaveBeenCalledTimes(2);
  });

  test('is never asked twice to open a sign-in window', async () => {
    const connecting = held<void>();
    const { stopWorker, connect } = background({ connect: connecting.handler });
    const asked = failureOf(panel().client.ask('connect', {}));
    await connecting.started;
    stopWorker();
    expect(await asked).toEqual({ code: 'interrupted' });
    expect([connect.mock.calls.length, connecting.handler.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('a background that has forgotten what it was reading, because the authorisation or the labs have changed', () => {
  const cancelled = async (): Promise<never> => {
    throw new CodedError('cancelled');
  };

  test('is asked again', async () => {
    const answers = [cancelled, async () => []];
    background({ details: () => (answers.shift() ?? cancelled)() });
    expect(await panel().client.ask('details', { ids: ['1'], check: false })).toEqual([]);
  });

  test('again and again is asked three times in all, and whoever waits is told', async () => {
    const details = vi.fn(cancelled);
    background({ details });
    expect(await failureOf(panel().client.ask('details', { ids: ['1'], check: false }))).toEqual({
      code: 'interrupted',
    });
    expect(details).toHaveBeenCalledTimes(3);
  });

  test('is not asked again for what this page has given up', async () => {
    const details = held<never>();
    const { connect } = background({ details: details.handler });
    const { client } = panel();
    const over = new AbortController();
    const given = failureOf(client.ask('details', { ids: ['1'], check: false }, over.signal));
    const closed = failureOf(client.ask('details', { ids: ['2'], check: false }));
    await details.started;
    over.abort();
    client.close();
    expect([await given, await closed]).toEqual([{ code: 'cancelled' }, { code: 'cancelled' }]);
    expect([connect.mock.calls.length, details.handler.mock.calls.length]).toEqual([1, 2]);
  });
});

describe('an extension that was updated', () => {
  test('is told to whoever asks from the page of the old one', async () => {
    const { connect } = background({ load: async () => summary });
    Object.assign(browser.runtime, { id: undefined });
    const { client } = panel();
    expect(await failureOf(client.ask('load', { known: false }))).toEqual({ code: 'extensionUpdated' });
    expect(() => client.open()).toThrow(expect.objectContaining({ failure: { code: 'extensionUpdated' } }));
    expect(connect).not.toHaveBeenCalled();
  });

  test('while something is under way: that can be given up, and nothing else can be asked', async () => {
    const load = held<LoadSummary>();
    const { connections } = background({ load: load.handler });
    const { client } = panel();
    const givenUp = new AbortController();
    const asked = failureOf(client.ask('load', { known: false }, givenUp.signal));
    await load.started;
    // The old copy's port refuses to be used, and nothing has told it so.
    connections[0]?.panel.port.disconnect();
    Object.assign(browser.runtime, { id: undefined });
    givenUp.abort();
    expect(await asked).toEqual({ code: 'cancelled' });
    expect(await failureOf(client.ask('load', { known: false }))).toEqual({ code: 'extensionUpdated' });
  });
});
