/** The page that opens once, after the installation. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { authorise, caliraWindow, signIn } from './support/calira-window.ts';
import { startChromium } from './support/chromium.ts';
import { configureFor } from './support/main-job.ts';
import { withOwnIdentity } from './support/own-identity.ts';
import { policyFile } from './support/policy-file.ts';
import { stepPictures } from './support/screenshots.ts';
import { expectUsable } from './support/usable.ts';

const picture = stepPictures('welcome');
const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

test('leads in three steps from the installation to the panel', async () => {
  await using chromium = await startChromium({ welcome: 'kept' });
  const { context } = chromium;
  const page = context.pages().find(isWelcome) as Page;
  const step = (number: number) => page.getByRole('listitem').nth(number - 1);
  await step(1).getByText('does not know your institution’s Calira client').waitFor();
  await step(1).getByRole('button', { name: 'Open options' }).waitFor();
  await picture(page, 'not-configured');
  await expectUsable(page, []);

  await configureFor(chromium, sandbox);
  const connect = step(1).getByRole('button', { name: 'Connect to Calira' });
  await connect.waitFor();
  await picture(page, 'to-connect');
  const window = await caliraWindow(context, () => connect.click());
  await step(1).getByText('Continue in the Calira window.').waitFor();
  await signIn(window);
  await authorise(window, ['Imaging Core', 'Cytometry']);
  await step(1).getByText('Connected', { exact: true }).waitFor();
  await step(2).getByText('Authorised labs: Cytometry, Imaging Core').waitFor();
  await expect.poll(() => connect.count()).toBe(0);
  await picture(page, 'connected');
  await page.setViewportSize({ width: 320, height: 640 });
  await picture(page, 'narrow');
  await expectUsable(page, []);
});

test('opens once, and not when the browser is started again', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'calira-chromium-'));
  try {
    const first = await startChromium({ profile, welcome: 'kept' });
    expect(first.context.pages().filter(isWelcome)).toHaveLength(1);
    await first[Symbol.asyncDispose]();
    await using again = await startChromium({ profile });
    await configureFor(again, sandbox);
    expect(again.context.pages().filter(isWelcome)).toEqual([]);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('stays away where the institution’s policy says so', async () => {
  await using identity = await withOwnIdentity();
  await using policy = await policyFile(identity.id);
  await policy.set({ welcomePage: false });
  await using chromium = await startChromium({ extension: identity.folder, welcome: 'none' });
  const page = await chromium.context.newPage();
  await page.goto(`chrome-extension://${identity.id}/options.html`);
  await page.getByRole('heading', { name: 'Options' }).waitFor();
  expect(chromium.context.pages().filter(isWelcome)).toEqual([]);
});
