import { describe, expect, test, vi } from 'vitest';
import type { LoadSummary } from '../../../utils/messages/panel.ts';
import { failureOf } from '../support/failure-of.ts';
import { background, held, panel } from '../support/panel-and-background.ts';

const summary: LoadSummary = { retrievedAt: 1_795_000_000_000, missing: 0, failure: null };

describe('cancelling', () => {
  test('ends the question at once and the work behind it', async () => {
    const load = held<LoadSummary>();
    background({ load: load.handler });
    const controller = new AbortController();
    const asked = failureOf(panel().client.ask('load', { known: false }, controller.signal));
    await load.started;
    controller.abort();
    expect(await asked).toEqual({ code: 'cancelled' });
    await vi.waitFor(() => expect(load.contexts[0]?.signal.aborted).toBe(true));
  });

  test('leaves other questions alone', async () => {
    const [load, details] = [held<LoadSummary>(), held<[]>()];
    background({ load: load.handler, details: details.handler });
    const { client } = panel();
    const controller = new AbortController();
    const loading = client.ask('load', { known: false });
    const asked = failureOf(client.ask('details', { ids: ['1'], check: false }, controller.signal));
    await details.started;
    controller.abort();
    await asked;
    await vi.waitFor(() => expect(details.contexts[0]?.signal.aborted).toBe(true));
    expect(load.contexts[0]?.signal.aborted).toBe(false);
    load.resolve(summary);
    expect(await loading).toEqual(summary);
  });

  test('before asking asks nothing', async () => {
    const load = vi.fn(async () => summary);
    background({ load });
    const { client } = panel();
    expect(await failureOf(client.ask('load', { known: false }, AbortSignal.abort()))).toEqual({
      code: 'cancelled',
    });
    expect(load).not.toHaveBeenCalled();
  });

  test('closing cancels everything, and nobody waits for ever', async () => {
    const load = held<LoadSummary>();
    background({ load: load.handler });
    const { client } = panel();
    const asked = failureOf(client.ask('load', { known: false }));
    await load.started;
    client.close();
    expect(await asked).toEqual({ code: 'cancelled' });
    await vi.waitFor(() => expect(load.contexts[0]?.signal.aborted).toBe(true));
  });

  test('work that answers after the panel has gone disturbs nobody', async () => {
    const load = held<LoadSummary>();
    const { connections } = background({ load: load.handler });
    const { client } = panel();
    const asked = failureOf(client.ask('load', { known: false }));
    await load.started;
    client.close();
    await asked;
    await vi.waitFor(() => expect(load.contexts[0]?.signal.aborted).toBe(true));
    load.contexts[0]?.push({ push: 'progress', value: { received: 1, total: 2, checking: false } });
    load.resolve(summary);
    await load.promise;
    expect(connections[0]?.panel.received).toEqual([]);
  });
});
