import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import type { Places } from '../../../utils/rspace/sites/registration.ts';
import { injectIntoOpenTabs, reconcileRegistrations } from '../../../utils/rspace/sites/registration.ts';

type Script = Browser.scripting.RegisteredContentScript;

const cloud = 'https://*.researchspace.com/*';
const ntnu = 'https://rspace.ntnu.no/*';
const matchesOf = (...sites: string[]) =>
  sites.flatMap((site) =>
    ['workspace', 'notebook'].map((part) => site.replace(/\*$/, `${part}/editor/structuredDocument/*`)),
  );

/** Registrations as Chromium keeps them: it refuses to register twice, and to change or remove what is not there. */
function fakeScripting() {
  const registered = new Map<string, Script>();
  const calls: string[] = [];
  const mustBe = (there: boolean, ids: string[]) => {
    const wrong = ids.find((id) => registered.has(id) !== there);
    if (wrong) throw new Error(there ? `Nonexistent script ID '${wrong}'` : `Duplicate script ID '${wrong}'`);
  };
  return {
    registered,
    calls,
    getRegisteredContentScripts: async () => [...registered.values()],
    registerContentScripts: async (scripts: Script[]) => {
      calls.push('register');
      mustBe(
        false,
        scripts.map(({ id }) => id),
      );
      for (const script of scripts) registered.set(script.id, script);
    },
    updateContentScripts: async (scripts: Script[]) => {
      calls.push('update');
      mustBe(
        true,
        scripts.map(({ id }) => id),
      );
      for (const script of scripts) registered.set(script.id, { ...registered.get(script.id), ...script });
    },
    unregisterContentScripts: async ({ ids = [] }: { ids?: string[] }) => {
      calls.push('unregister');
      mustBe(true, ids);
      for (const id of ids) registered.delete(id);
    },
    executeScript: vi.fn(async (_injection: object) => []),
  };
}

let scripting: ReturnType<typeof fakeScripting>;

beforeEach(() => {
  scripting = fakeScripting();
  Object.assign(browser, { scripting });
});

const scripts = () => [...scripting.registered.values()];
const on = (...sites: string[]): Places => ({ sites, excluded: [], withoutButton: [] });
const audits = (...sites: string[]) =>
  sites.map((site) => site.replace(/\*$/, 'workspace/editor/structuredDocument/audit/*'));

describe('content scripts', () => {
  test('are registered for the documents of every site, one of them in the page’s world', async () => {
    await reconcileRegistrations(on(cloud, ntnu));
    const places = {
      matches: matchesOf(cloud, ntnu),
      excludeMatches: audits(cloud, ntnu),
      runAt: 'document_idle',
    };
    expect(scripts()).toEqual([
      { id: 'panel', js: ['/content-scripts/shared.js', '/content-scripts/rspace.js'], ...places },
      { id: 'editor', js: ['/content-scripts/rspace-editor.js'], ...places, world: 'MAIN' },
    ]);
  });

  test('stay as they are when it is done twice', async () => {
    await reconcileRegistrations(on(cloud));
    const before = scripts();
    await reconcileRegistrations(on(cloud));
    expect(scripts()).toEqual(before);
    expect(scripting.calls).toEqual(['register', 'update']);
  });

  test('follow a list that grows and shrinks', async () => {
    await reconcileRegistrations(on(cloud));
    await reconcileRegistrations(on(cloud, ntnu));
    expect(scripts().map(({ matches }) => matches)).toEqual([matchesOf(cloud, ntnu), matchesOf(cloud, ntnu)]);
    await reconcileRegistrations(on(ntnu));
    expect(scripts().map(({ matches }) => matches)).toEqual([matchesOf(ntnu), matchesOf(ntnu)]);
  });

  test('keep away from excluded hosts, and come back when the exclusion is gone', async () => {
    const demo = 'https://demo.researchspace.com/*';
    await reconcileRegistrations({ ...on(cloud), excluded: [demo] });
    for (const { excludeMatches } of scripts())
      expect(excludeMatches).toEqual(expect.arrayContaining(matchesOf(demo)));
    await reconcileRegistrations(on(cloud));
    for (const { excludeMatches } of scripts()) expect(excludeMatches).toEqual(audits(cloud));
  });

  test('come with word of a hidden button on its hosts, and only there', async () => {
    await reconcileRegistrations({ ...on(cloud, ntnu), withoutButton: [ntnu] });
    expect(scripts().map(({ id, js, matches }) => ({ id, js, matches }))).toEqual([
      {
        id: 'panel',
        js: ['/content-scripts/shared.js', '/content-scripts/rspace.js'],
        matches: matchesOf(cloud, ntnu),
      },
      {
        id: 'panel-without-button',
        js: ['/without-button.js', '/content-scripts/shared.js', '/content-scripts/rspace.js'],
        matches: matchesOf(ntnu),
      },
      { id: 'editor', js: ['/content-scripts/rspace-editor.js'], matches: matchesOf(cloud, ntnu) },
    ]);
    expect(scripting.registered.get('panel')?.excludeMatches).toEqual(
      expect.arrayContaining(matchesOf(ntnu)),
    );
  });

  test('are gone where there is no site any more', async () => {
    await reconcileRegistrations(on(cloud));
    await reconcileRegistrations(on());
    expect(scripts()).toEqual([]);
  });

  test('that an older version has left behind are removed', async () => {
    await scripting.registerContentScripts([{ id: 'old', js: ['/old.js'], matches: [cloud] }]);
    await reconcileRegistrations(on(cloud));
    expect(scripts().map(({ id }) => id)).toEqual(['panel', 'editor']);
  });
});

describe('documents that are open already', () => {
  const document = (host: string) => `https://${host}/workspace/editor/structuredDocument/1`;
  const openTabs = (tabs: { id?: number; url?: string }[]) =>
    Object.assign(browser.tabs, { query: async () => tabs });
  const injected = () => scripting.executeScript.mock.calls.flat();

  test('get both scripts, each in its world', async () => {
    openTabs([{ id: 7, url: document('rspace.ntnu.no') }, {}]);
    await injectIntoOpenTabs(on(ntnu), new Set());
    expect(injected()).toEqual([
      {
        target: { tabId: 7 },
        files: ['/content-scripts/shared.js', '/content-scripts/rspace.js'],
        world: 'ISOLATED',
      },
      { target: { tabId: 7 }, files: ['/content-scripts/rspace-editor.js'], world: 'MAIN' },
    ]);
  });

  test('hear that their button is hidden', async () => {
    openTabs([{ id: 7, url: document('rspace.ntnu.no') }]);
    await injectIntoOpenTabs({ ...on(ntnu), withoutButton: [ntnu] }, new Set());
    expect(injected()[0]).toMatchObject({
      files: ['/without-button.js', '/content-scripts/shared.js', '/content-scripts/rspace.js'],
    });
  });

  test.each([
    ['has them already', { id: 9, url: document('rspace.ntnu.no') }],
    ['is an old revision', { id: 8, url: `${document('rspace.ntnu.no').slice(0, -1)}audit/view?recordId=1` }],
    ['is on an excluded host', { id: 8, url: document('demo.researchspace.com') }],
    ['has an address that the browser does not tell', { id: 8 }],
  ])('do not get them where a tab %s', async (_why, tab) => {
    openTabs([tab]);
    await injectIntoOpenTabs(
      { ...on(cloud, ntnu), excluded: ['https://demo.researchspace.com/*'] },
      new Set([9]),
    );
    expect(injected()).toEqual([]);
  });

  test('get them although another tab has just been closed', async () => {
    openTabs([
      { id: 7, url: document('rspace.ntnu.no') },
      { id: 9, url: document('rspace.ntnu.no') },
    ]);
    scripting.executeScript.mockRejectedValueOnce(new Error('No tab with id: 7.'));
    await expect(injectIntoOpenTabs(on(ntnu), new Set())).resolves.toBeUndefined();
    expect(scripting.executeScript).toHaveBeenCalledTimes(4);
  });
});
