/** Whatever stands in storage, from an older or a newer version or a damaged profile: the person can go on. */
import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askedOwner, givenUp, storedConnection } from '../../../utils/calira/connection-item.ts';
import { labsForPanel } from '../../../utils/calira/lab-choice.ts';
import { storedLabChoice } from '../../../utils/calira/lab-choice-item.ts';
import { ownerOf } from '../../../utils/calira/token-owner.ts';
import { settle } from '../../../utils/messages/result.ts';
import { hiddenButtons } from '../../../utils/rspace/sites/hidden-buttons.ts';
import {
  builtInSites,
  enabledSites,
  excludedSites,
  siteAddresses,
} from '../../../utils/rspace/sites/sites.ts';
import { startedBefore } from '../../../utils/settings/browser-session.ts';
import { chosenCaliraSettings, defaultCaliraSettings } from '../../../utils/settings/calira-settings.ts';
import { rememberChoices, storedPanelChoices } from '../../../utils/settings/panel-choices-item.ts';
import { stayConnectedChoice } from '../../../utils/settings/stay-connected.ts';
import type { SessionWorld } from '../support/session-world.ts';
import { createSessionWorld, pair, publicClient } from '../support/session-world.ts';

const rubbish: [string, unknown][] = [
  ['nothing', null],
  ['a number', 7],
  ['an empty text', ''],
  ['a text', 'connected'],
  ['true', true],
  ['an empty list', []],
  ['a list of nothings', [null, null]],
  ['an empty object', {}],
  ['an older version', { status: 'connected', token: 'x', labs: [1207] }],
  ['a newer version', { state: 'paused', version: 99, granted: [{ id: 1207 }], sites: { a: 1 } }],
  ['prototypes', JSON.parse('{"__proto__": {"state": "connected"}, "constructor": 1}')],
  ['a million letters', 'x'.repeat(1_000_000)],
];

const items = {
  'local:connection': storedConnection,
  'local:askedOwner': askedOwner,
  'local:givenUp': givenUp,
  'local:labs': storedLabChoice,
  'local:panelChoices': storedPanelChoices,
  'local:calira': chosenCaliraSettings,
  'local:stayConnected': stayConnectedChoice,
  'local:rspaceSites': enabledSites,
  'local:excludedSites': excludedSites,
  'local:siteAddresses': siteAddresses,
  'local:hiddenButtons': hiddenButtons,
  'session:startedBefore': startedBefore,
};

/** Writes to storage as nobody in the extension would. */
async function write(place: string, value: unknown): Promise<void> {
  const [area, key] = place.split(':') as ['local' | 'session', string];
  await fakeBrowser.storage[area].set({ [key]: value });
}

beforeEach(() => fakeBrowser.reset());

describe.each(rubbish)('%s', (_what, value) => {
  test.each(Object.entries(items))('in %s: something sensible is read', async (place, item) => {
    await write(place, value);
    const read = await item.get();
    // What is of the right form may be anything; what is not is as good as never written.
    if (JSON.stringify(read) === JSON.stringify(value)) return;
    fakeBrowser.reset();
    const fresh = await item.get();
    if (place !== 'local:rspaceSites') expect(read).toEqual(fresh);
    else expect(read).toEqual(expect.arrayContaining([...builtInSites]));
  });

  test('everywhere: labs, settings and choices can be used', async () => {
    for (const place of Object.keys(items)) await write(place, value);
    expect(labsForPanel(await storedLabChoice.get()).authorised).toEqual([]);
    expect((await chosenCaliraSettings.get()).webUrl).toBe(defaultCaliraSettings.webUrl);
    await rememberChoices({ maintenanceOnly: true });
    expect(await storedPanelChoices.get()).toMatchObject({ maintenanceOnly: true, form: 'table' });
  });

  describe('in the place of what a session stores', () => {
    let world: SessionWorld;
    beforeEach(async () => {
      world = createSessionWorld();
      await world.connected();
    });

    const places: Record<string, () => Promise<unknown> | unknown> = {
      'the access token': () => write('session:accessToken', value),
      'the refresh token': () => world.lasting.entries.set('refreshToken', value),
      'the refresh token’s owner': () =>
        world.lasting.entries.set('refreshToken', { token: 'refresh-1', owner: String(value) }),
      'revocations to come': () => world.lasting.entries.set('pendingRevocations', value),
      'one of the revocations to come': () => world.lasting.entries.set('pendingRevocations', [value]),
      'a kept refresh token': () => write('session:refreshToken', value),
    };

    test.each(Object.entries(places))(
      '%s: connecting, renewing and disconnecting work',
      async (_where, damage) => {
        await damage();
        const { session, tokens, revocations } = world.worker();
        await session.recover();
        expect(world.connection.value.state).toMatch(/^(connected|expired)$/);
        const used = await settle(() => session.accessToken());
        if (!used.ok) expect(used.error.code).toBe('expired');

        world.protocol.exchangeCode.mockResolvedValueOnce(pair(7, world.state.now));
        await session.connect();
        expect(await session.accessToken()).toBe('access-7');
        expect(await session.accessToken('access-7')).toBe('access-2');

        await session.disconnect();
        expect(world.connection.value).toEqual({ state: 'disconnected' });
        expect(await tokens.read(ownerOf(publicClient))).toEqual({ access: null, refreshToken: null });
        expect(await revocations.has('refresh-2')).toBe(false);
      },
    );
  });
});
