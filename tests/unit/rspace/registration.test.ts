import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { browser } from 'wxt/browser';
import { injectIntoOpenTabs, reconcileRegistrations } from '../../../utils/rspace/registration.ts';

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
    executeScript: vi.fn(async () => []),
  };
}

let scripting: ReturnType<typeof fakeScripting>;
let granted: Set<string>;

beforeEach(() => {
  scripting = fakeScripting();
  granted = new Set([cloud, ntnu]);
  const contains = async ({ origins = [] }: { origins?: string[] }) =>
    origins.every((one) => granted.has(one));
  Object.assign(browser, { scripting });
  Object.assign(browser.permissions, { contains });
  // happy-dom has no locks; one that lets everybody wait for the one before is enough.
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, work: () => Promise<unknown>) => {
    last = last.then(work, work);
    return last;
  };
  Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
});

const scripts = () => [...scripting.registered.values()];

describe('content scripts', () => {
  test('are registered for the documents of every enabled site, one of them in the page’s world', async () => {
    await reconcileRegistrations([cloud, ntnu]);
    expect(scripts()).toEqual([
      {
        id: 'panel',
        js: ['/content-scripts/rspace.js'],
        matches: matchesOf(cloud, ntnu),
        runAt: 'document_idle',
      },
      {
        id: 'editor',
        js: ['/content-scripts/rspace-editor.js'],
        matches: matchesOf(cloud, ntnu),
        runAt: 'document_idle',
        world: 'MAIN',
      },
    ]);
  });

  test('stay as they are when it is done twice', async () => {
    await reconcileRegistrations([cloud]);
    const before = scripts();
    await reconcileRegistrations([cloud]);
    expect(scripts()).toEqual(before);
  });

  test('are registered once although it is done twice at the same time', async () => {
    await Promise.all([reconcileRegistrations([cloud]), reconcileRegistrations([cloud])]);
    expect(scripting.calls).toEqual(['register', 'update']);
  });

  test('follow a list that grows and shrinks', async () => {
    await reconcileRegistrations([cloud]);
    await reconcileRegistrations([cloud, ntnu]);
    expect(scripts().map(({ matches }) => matches)).toEqual([matchesOf(cloud, ntnu), matchesOf(cloud, ntnu)]);
    await reconcileRegistrations([ntnu]);
    expect(scripts().map(({ matches }) => matches)).toEqual([matchesOf(ntnu), matchesOf(ntnu)]);
  });

  test('do not reach a site that the browser has not granted', async () => {
    granted.delete(ntnu);
    await reconcileRegistrations([cloud, ntnu]);
    expect(scripts()[0]?.matches).toEqual(matchesOf(cloud));
  });

  test('are gone where nothing is granted any more', async () => {
    await reconcileRegistrations([cloud]);
    granted.clear();
    await reconcileRegistrations([cloud]);
    expect(scripts()).toEqual([]);
  });

  test('that an older version has left behind are removed', async () => {
    await scripting.registerContentScripts([{ id: 'old', js: ['/old.js'], matches: [cloud] }]);
    await reconcileRegistrations([cloud]);
    expect(scripts().map(({ id }) => id)).toEqual(['panel', 'editor']);
  });
});

describe('documents that are open already', () => {
  test('get both scripts, each in its world', async () => {
    Object.assign(browser.tabs, { query: async () => [{ id: 7 }, {}] });
    await injectIntoOpenTabs([ntnu]);
    expect(scripting.executeScript.mock.calls).toEqual([
      [{ target: { tabId: 7 }, files: ['/content-scripts/rspace.js'], world: 'ISOLATED' }],
      [{ target: { tabId: 7 }, files: ['/content-scripts/rspace-editor.js'], world: 'MAIN' }],
    ]);
  });

  test('are only those of granted sites', async () => {
    const query = vi.fn(async () => []);
    Object.assign(browser.tabs, { query });
    granted.delete(ntnu);
    await injectIntoOpenTabs([ntnu]);
    expect(query).not.toHaveBeenCalled();
  });

  test('get them although another tab has just been closed', async () => {
    Object.assign(browser.tabs, { query: async () => [{ id: 7 }, { id: 9 }] });
    scripting.executeScript.mockRejectedValueOnce(new Error('No tab with id: 7.'));
    await expect(injectIntoOpenTabs([ntnu])).resolves.toBeUndefined();
    expect(scripting.executeScript).toHaveBeenCalledTimes(4);
  });
});
