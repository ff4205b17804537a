import { describe, expect, test, vi } from 'vitest';
import type { LoadSummary, PanelPush } from '../../../utils/messages/panel.ts';
import type { PanelContext } from '../../../utils/messages/panel-server.ts';
import { portPair } from '../support/fake-ports.ts';
import { background, held, sender } from '../support/panel-and-background.ts';
import { settled } from '../support/settled.ts';

const summary: LoadSummary = { retrievedAt: 0, missing: 0, failure: null };

/** Connects to a background without our own client, as hostile code in a page's process might. */
function rawConnection(...world: Parameters<typeof background>) {
  const { server } = background(...world);
  const pair = portPair('panel', sender());
  server.connect(pair.background.port);
  return { ...pair, server, say: (message: unknown) => pair.panel.port.postMessage(message) };
}

describe('what a panel may not say', () => {
  test.each([
    ['a command that does not exist', { id: 1, command: 'accessToken', parameters: {} }],
    ['the name of something inherited', { id: 1, command: 'constructor', parameters: {} }],
    ['__proto__', { id: 1, command: '__proto__', parameters: {} }],
    ['a command of the popup', { id: 1, command: 'setClientSecret', parameters: { secret: 'x' } }],
    ['a command without an id', { command: 'load', parameters: { known: false } }],
    ['more than there is to say', { id: 1, command: 'load', parameters: {}, token: true }],
    ['no object', 'load'],
    ['nothing', null],
  ])('%s ends the connection, and nothing runs', async (_what, message) => {
    const load = vi.fn(async () => summary);
    const { panel, say } = rawConnection({ load });
    say(message);
    await settled();
    expect(panel.ended()).toBe(true);
    expect(panel.received).toEqual([]);
    expect(load).not.toHaveBeenCalled();
  });

  test.each([
    ['load', { labs: ['9999'] }],
    ['details', {}],
    ['details', { ids: '4980109' }],
    ['details', { ids: [4980109] }],
    ['details', { ids: ['../accounts/1'] }],
    ['details', { ids: ['1'], apiUrl: 'https://evil.example/' }],
    ['details', { ids: Array.from({ length: 20_001 }, () => '1') }],
    ['renewDetails', { ids: Array.from({ length: 5_001 }, () => '1') }],
  ] as const)('%s with %o is refused, and nothing runs', async (command, parameters) => {
    const handler = vi.fn(async () => [] as never);
    const { panel, say } = rawConnection({ [command]: handler });
    say({ id: 1, command, parameters });
    await vi.waitFor(() => expect(panel.received).toHaveLength(1));
    expect(panel.received).toEqual([
      {
        id: 1,
        result: { ok: false, error: { code: 'unexpectedAnswer', detail: `parameters of ${command}` } },
      },
    ]);
    expect(handler).not.toHaveBeenCalled();
  });

  test('ends what was running for it, too', async () => {
    const contexts: PanelContext[] = [];
    const answer = Promise.withResolvers<LoadSummary>();
    const { say, panel } = rawConnection({
      load: (_, context) => {
        contexts.push(context);
        return answer.promise;
      },
    });
    say({ id: 1, command: 'load', parameters: { known: false } });
    await vi.waitFor(() => expect(contexts).toHaveLength(1));
    say('rubbish');
    await vi.waitFor(() => expect(panel.ended()).toBe(true));
    expect(contexts[0]?.signal.aborted).toBe(true);
    contexts[0]?.push({ push: 'progress', value: { received: 1, total: 1, checking: false } });
    answer.resolve(summary);
    await settled();
    expect(panel.received).toEqual([]);
  });
});

describe('a sender who may not connect', () => {
  test.each([
    ['is not allowed', async () => false],
    [
      'cannot be judged, because storage fails',
      async () => {
        throw new Error('storage is gone');
      },
    ],
  ])('is sent away where it %s: told nothing, and nothing runs', async (_why, mayConnect) => {
    const load = vi.fn(async () => summary);
    const greeting = vi.fn(async () => [{ push: 'connection', value: { state: 'disconnected' } } as const]);
    const { panel, say } = rawConnection({ load }, { mayConnect, greeting });
    say({ id: 1, command: 'load', parameters: { known: false } });
    await settled();
    expect(panel.ended()).toBe(true);
    expect(panel.received).toEqual([]);
    expect(load).not.toHaveBeenCalled();
    expect(greeting).not.toHaveBeenCalled();
  });

  test('is told nothing while it is being judged', async () => {
    const judged = Promise.withResolvers<boolean>();
    const load = vi.fn(async () => summary);
    const { panel, say } = rawConnection({ load }, { mayConnect: () => judged.promise });
    say({ id: 1, command: 'load', parameters: { known: false } });
    await settled();
    expect(load).not.toHaveBeenCalled();
    judged.resolve(true);
    await vi.waitFor(() => expect(panel.received).toHaveLength(1));
  });

  test('over a port of another name is none of our business', async () => {
    const mayConnect = vi.fn(async () => true);
    const { server } = background({}, { mayConnect });
    const pair = portPair('somebody else', sender());
    server.connect(pair.background.port);
    await settled();
    expect(mayConnect).not.toHaveBeenCalled();
    expect(pair.panel.ended()).toBe(false);
  });
});

test('a greeting that cannot be given leaves the panel connected', async () => {
  const greeting = async () => {
    throw new Error('storage is gone');
  };
  const { panel, say } = rawConnection({ load: async () => summary }, { greeting });
  say({ id: 1, command: 'load', parameters: { known: false } });
  await vi.waitFor(() => expect(panel.received).toHaveLength(1));
  expect(panel.ended()).toBe(false);
});

describe('where the extension works elsewhere from now on', () => {
  test('the port of a page that it has left is closed, and what was running for it is over', async () => {
    let enabled = true;
    const running = held<LoadSummary>();
    const { panel, say, server } = rawConnection(
      { load: running.handler },
      { mayConnect: async () => enabled },
    );
    say({ id: 1, command: 'load', parameters: { known: false } });
    await running.started;
    enabled = false;
    await server.judgeAgain();
    running.contexts[0]?.push({ push: 'progress', value: { received: 1, total: 1, checking: false } });
    await settled();
    expect(running.contexts[0]?.signal.aborted).toBe(true);
    expect(panel.ended()).toBe(true);
    expect(panel.received).toEqual([]);
    expect(running.handler).toHaveBeenCalledOnce();
  });

  test('every other port stays, whether it was judged before or is being judged', async () => {
    const { panel, say, server } = rawConnection({ load: async () => summary });
    await server.judgeAgain();
    say({ id: 1, command: 'load', parameters: { known: false } });
    await vi.waitFor(() => expect(panel.received).toHaveLength(1));
    expect(panel.ended()).toBe(false);
  });

  test('a port that cannot be judged any more is closed', async () => {
    const mayConnect = vi.fn(async () => true);
    const { panel, server } = rawConnection({}, { mayConnect });
    await settled();
    mayConnect.mockRejectedValue(new Error('storage is gone'));
    await server.judgeAgain();
    await settled();
    expect(panel.ended()).toBe(true);
  });

  test('nobody asks about a port that is gone', async () => {
    const mayConnect = vi.fn(async () => true);
    const { panel, server } = rawConnection({}, { mayConnect });
    panel.port.disconnect();
    await settled();
    await server.judgeAgain();
    expect(mayConnect).toHaveBeenCalledOnce();
  });
});

test('what a command has to tell comes after the greeting, and the command does not wait for that', async () => {
  const greeted = Promise.withResolvers<PanelPush[]>();
  const load = vi.fn(async (_: unknown, { push }: PanelContext) => {
    push({ push: 'progress', value: { received: 1, total: 1, checking: false } });
    return summary;
  });
  const { panel, say } = rawConnection({ load }, { greeting: () => greeted.promise });
  say({ id: 1, command: 'load', parameters: { known: true } });
  await vi.waitFor(() => expect(load).toHaveBeenCalled());
  await settled();
  expect(panel.received).toEqual([]);
  greeted.resolve([{ push: 'connection', value: { state: 'disconnected' } }]);
  await vi.waitFor(() => expect(panel.received).toHaveLength(3));
  expect(panel.received).toMatchObject([{ push: 'connection' }, { push: 'progress' }, { id: 1 }]);
});
