import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PanelPush } from '../../../utils/messages/panel.ts';
import { tellButton, tellEverywhere, tellPanels, tellTab } from '../../../utils/messages/panel-broadcast.ts';
import { onNews } from '../../../utils/messages/panel-news.ts';
import { enabledSites } from '../../../utils/rspace/sites/sites.ts';
import { fakeEvent } from '../support/fake-ports.ts';

const news: PanelPush = { push: 'connection', value: { state: 'disconnected' } };
const query = vi.fn();
const sendMessage = vi.fn();
let onMessage: ReturnType<typeof fakeEvent<[unknown, { id?: string; tab?: object }]>>;

beforeEach(() => {
  fakeBrowser.reset();
  query.mockReset().mockResolvedValue([]);
  sendMessage.mockReset().mockResolvedValue(undefined);
  onMessage = fakeEvent();
  Object.assign(browser.tabs, { query, sendMessage });
  Object.assign(browser.runtime, { id: 'test-extension-id', onMessage });
});

describe('news for panels', () => {
  test('go to document pages on enabled servers, and nowhere else', async () => {
    await enabledSites.set(['https://rspace.ntnu.no/*']);
    query.mockResolvedValue([{ id: 7 }, {}, { id: 9 }]);
    await tellPanels(news);
    expect(query.mock.calls).toEqual([
      [
        {
          url: [
            'https://*.researchspace.com/workspace/editor/structuredDocument/*',
            'https://*.researchspace.com/notebook/editor/structuredDocument/*',
            'https://rspace.ntnu.no/workspace/editor/structuredDocument/*',
            'https://rspace.ntnu.no/notebook/editor/structuredDocument/*',
          ],
        },
      ],
    ]);
    expect(sendMessage.mock.calls).toEqual([
      [7, news],
      [9, news],
    ]);
  });

  test('reach every panel although a page does not listen yet', async () => {
    query.mockResolvedValue([{ id: 7 }, { id: 9 }]);
    sendMessage.mockRejectedValueOnce(new Error('Could not establish connection.'));
    await expect(tellPanels(news)).resolves.toBeUndefined();
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });
});

describe('scripts of ours', () => {
  test('are told wherever they are, and those that heard it are known', async () => {
    query.mockResolvedValue([{ id: 7 }, { id: 8 }, {}]);
    sendMessage.mockImplementation(async (id: number) => {
      if (id === 8) throw new Error('Receiving end does not exist.');
    });
    const sites: PanelPush = { push: 'sites', value: { sites: [], excluded: [] } };
    expect(await tellEverywhere(sites)).toEqual(new Set([7]));
    expect(query.mock.calls).toEqual([[{}]]);
    expect(await tellTab(7, news)).toBe(true);
    expect(await tellTab(8, news)).toBe(false);
  });

  test('that never answer keep nobody waiting', async () => {
    vi.useFakeTimers();
    try {
      query.mockResolvedValue([{ id: 7 }, { id: 8 }]);
      sendMessage.mockImplementation((id: number) => (id === 7 ? new Promise(() => {}) : Promise.resolve()));
      const heard = tellEverywhere({ push: 'sites', value: { sites: [], excluded: [] } });
      await vi.advanceTimersByTimeAsync(2_000);
      // It is there, whatever it is by now: no second script is put beside it.
      expect(await heard).toEqual(new Set([7, 8]));
    } finally {
      vi.useRealTimers();
    }
  });

  test('hear about their button, each of its own site', async () => {
    query.mockResolvedValue([
      { id: 7, url: 'https://rspace.ntnu.no/workspace/editor/structuredDocument/1' },
      { id: 8, url: 'https://lab.researchspace.com/workspace/editor/structuredDocument/1' },
    ]);
    await tellButton({ withoutButton: ['https://rspace.ntnu.no/*'] });
    expect(sendMessage.mock.calls).toEqual([
      [7, { push: 'button', value: false }],
      [8, { push: 'button', value: true }],
    ]);
  });
});

describe('a panel that listens', () => {
  test.each([
    ['hears the background', { id: 'test-extension-id' }, 1],
    ['does not hear another extension', { id: 'somebody-else' }, 0],
    ['does not hear another page', { id: 'test-extension-id', tab: {} }, 0],
  ])('%s', (_what, sender, heard) => {
    const listen = vi.fn();
    onNews(listen, new AbortController().signal);
    onMessage.emit(news, sender);
    expect(listen.mock.calls).toEqual(heard ? [[news]] : []);
  });

  test('is gone when it ends', () => {
    const end = new AbortController();
    onNews(vi.fn(), end.signal);
    expect(onMessage.count()).toBe(1);
    end.abort();
    expect(onMessage.count()).toBe(0);
  });
});
