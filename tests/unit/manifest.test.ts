/** What each build asks of the browser, as it is written down beside this: a change has to be meant. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import config from '../../wxt.config.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

async function manifest(browser: string, mode: string) {
  if (typeof config.manifest !== 'function') throw new Error('The manifest is no function any more.');
  return config.manifest({ browser, mode, command: 'build', manifestVersion: 3 });
}

test.each([
  ['chrome', 'production'],
  ['firefox', 'production'],
  ['chrome', 'sandbox'],
  ['firefox', 'sandbox'],
])('for %s in mode %s', async (browser, mode) => {
  const text = `${JSON.stringify(await manifest(browser, mode), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`manifests/${browser}-${mode}.snap`);
});

describe('an institution’s own build', () => {
  test('requires its RSpace and its Calira, and nothing else besides', async () => {
    vi.stubEnv('WXT_RSPACE_URLS', 'https://rspace.ntnu.no:8443');
    vi.stubEnv('WXT_CALIRA_WEB_URL', 'https://calira.example');
    vi.stubEnv('WXT_CALIRA_API_URL', 'https://calira.example/v1');
    const own = await manifest('chrome', 'production');
    expect(own.host_permissions).toEqual([
      'https://*.researchspace.com/*',
      'https://rspace.ntnu.no/*',
      'https://calira.example/*',
    ]);
    vi.unstubAllEnvs();
    const usual = await manifest('chrome', 'production');
    expect({ ...own, host_permissions: [] }).toEqual({ ...usual, host_permissions: [] });
  });
});
