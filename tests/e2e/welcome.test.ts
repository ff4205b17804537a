/** The page that opens after the installation; that it opens once, `restart.test.ts` looks at. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { authorise, caliraWindow, signIn } from './support/calira-window.ts';
import { startChromium } from './support/chromium.ts';
import { configureFor } from './support/main-job.ts';
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
