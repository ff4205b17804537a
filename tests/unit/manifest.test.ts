// @vitest-environment node

/** What every build has in common, and the little in which the sandbox's differs. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import config from '../../wxt.config.ts';

const manifestOf = async (browser: string, mode: string) => {
  if (typeof config.manifest !== 'function') throw new Error('The manifest is no function any more.');
  return await config.manifest({ browser, mode, command: 'build', manifestVersion: 3 });
};

test('every target is Manifest V3, and every import is written out', () => {
  expect(config).toMatchObject({ manifestVersion: 3, imports: false });
});

describe.each(['chrome', 'firefox'])('the sandbox’s build for %s', (browser) => {
  test('differs in the servers that it may reach, and in nothing else', async () => {
    const production = await manifestOf(browser, 'production');
    const sandbox = await manifestOf(browser, 'sandbox');
    const csp = production.content_security_policy?.extension_pages ?? '';
    expect(sandbox).toEqual({
      ...production,
      host_permissions: [...(production.host_permissions ?? []), 'http://127.0.0.1/*', 'https://127.0.0.1/*'],
      optional_host_permissions: [...(production.optional_host_permissions ?? []), 'http://localhost/*'],
      content_security_policy: {
        extension_pages: csp.replace(
          'connect-src https:',
          'connect-src https: http://127.0.0.1:* http://localhost:*',
        ),
      },
    });
  });
});

test('package.json asks for the Node that it brings along, and the set-up for no other', () => {
  const setUp = readFileSync(new URL('../setup/pinned-node.mjs', import.meta.url), 'utf8');
  const required = /const required = (\d+);/.exec(setUp)?.[1];
  expect(packageJson.engines.node).toBe(`>=${required}`);
  expect(packageJson.devDependencies.node).toMatch(new RegExp(`^\\^${required}\\.`));
});
