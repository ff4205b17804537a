import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storedConnection } from '../../../utils/calira/connection-item.ts';
import { panelGreeting } from '../../../utils/calira/panel-greeting.ts';
import { settled } from '../support/settled.ts';

beforeEach(() => fakeBrowser.reset());

test('how things stand is told as it is when everything else has been read: its news may be there already', async () => {
  const policy = Promise.withResolvers<object>();
  vi.spyOn(browser.storage.managed, 'get').mockReturnValue(policy.promise as never);
  await storedConnection.set({ state: 'connecting', since: 1, from: 'disconnected' });
  const greeting = panelGreeting();
  await settled();
  await storedConnection.set({ state: 'connected', since: 2 });
  policy.resolve({});
  expect(await greeting).toContainEqual({ push: 'connection', value: { state: 'connected', since: 2 } });
});
