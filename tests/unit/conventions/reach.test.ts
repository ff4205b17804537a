/**
 * What runs where. A content script runs beside a page that nobody here controls, and the MAIN-world script inside it:
 * code that holds tokens or calls Calira must not even be there. Types are left out; they are gone when it runs.
 */
import { describe, expect, test } from 'vitest';
import { extensionFiles, reachableFrom } from '../support/source-files.ts';

const background = 'entrypoints/background.ts';
const surfaces = [
  'entrypoints/rspace.content/index.ts',
  'entrypoints/rspace-editor.content.ts',
  'entrypoints/without-button.ts',
  'entrypoints/popup/main.tsx',
  'entrypoints/options/main.tsx',
  'entrypoints/welcome/main.tsx',
];

/** The holders of tokens and secrets, and the callers of Calira. */
const backgroundOnly = [
  'utils/calira/session.ts',
  'utils/calira/sign-in.ts',
  'utils/calira/renewal.ts',
  'utils/calira/token-store.ts',
  'utils/calira/pending-revocations.ts',
  'utils/calira/oauth.ts',
  'utils/calira/oauth-client.ts',
  'utils/calira/auth-window.ts',
  'utils/calira/client.ts',
  'utils/calira/booking-feed.ts',
  'utils/settings/client-secret.ts',
  'oauth4webapi',
  'ky',
  'idb-keyval',
];

/** @returns the ways that lead from an entrypoint to what must not be there. */
function trespasses(entrypoint: string, forbidden: readonly string[]): string[] {
  const reached = reachableFrom(entrypoint);
  return forbidden.flatMap((one) => reached.get(one)?.join(' → ') ?? []);
}

test('the entrypoints are these', () => {
  const found = extensionFiles
    .map(({ path }) => path)
    .filter((path) => /^entrypoints\/([^/]+\.tsx?|[^/]+\/(index|main)\.tsx?)$/.test(path));
  expect(found, 'Say here what a new entrypoint may reach.').toEqual([background, ...surfaces].sort());
});

test('the background holds the tokens and calls Calira', () => {
  const reached = reachableFrom(background);
  const unknown = backgroundOnly.filter((one) => !reached.has(one));
  expect(unknown, 'These are no longer there: take them off the list, and their successors onto it.').toEqual(
    [],
  );
});

describe.each(surfaces)('%s', (entrypoint) => {
  test('has nothing in it that holds a token or calls Calira', () => {
    const why = 'Ask the background instead: by a command in utils/messages, or through what it stores.';
    expect(trespasses(entrypoint, backgroundOnly), why).toEqual([]);
  });
});

test('the script in the page’s world has no dependencies, least of all the browser’s polyfill, which throws there', () => {
  const packages = [...reachableFrom('entrypoints/rspace-editor.content.ts').keys()].filter(
    (one) => !/^(entrypoints|utils)\//.test(one) && one !== 'wxt/utils/define-content-script',
  );
  expect(
    packages,
    'Do it in the panel (utils/rspace/editor/editor-client.ts), outside the page’s world.',
  ).toEqual([]);
});

test('the panel brings neither storage nor the schemas of its commands to the page: they weigh, and others check', () => {
  const heavy = [
    'wxt/utils/storage',
    'valibot',
    'utils/messages/panel-commands.ts',
    'utils/settings/stored-item.ts',
  ];
  const why = 'What has to be stored belongs to the background: ask it, by a command in utils/messages.';
  expect(trespasses('entrypoints/rspace.content/index.ts', heavy), why).toEqual([]);
});

test('the panel does not reach into the page’s world: they talk by events', () => {
  const adapter = [
    'utils/rspace/editor/editor-adapter.ts',
    'utils/rspace/editor/insertion.ts',
    'utils/rspace/editor/open-editor.ts',
  ];
  expect(trespasses('entrypoints/rspace.content/index.ts', adapter)).toEqual([]);
});

test('on a page where nobody opens the panel, nothing of it runs', () => {
  const runs = reachableFrom('entrypoints/rspace.content/index.ts', { late: false });
  const late = [...runs.keys()].filter(
    (one) =>
      /preact|\.tsx$|panel-model|^utils\/bookings/.test(one) ||
      one === 'entrypoints/rspace.content/panel.css',
  );
  expect(late, 'Reach it by import(), as entrypoints/rspace.content/panel.tsx is.').toEqual([]);
});
