/** Only bookings of authorised labs may appear, whatever a page asks for. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import type { Chromium } from './support/chromium.ts';
import { extensionId, startChromium } from './support/chromium.ts';
import { readyToInsert } from './support/main-job.ts';
import { panelOn } from './support/panel.ts';
import { stepPictures } from './support/screenshots.ts';
import { stopWorker } from './support/worker.ts';

/** Byron Lab has no equipment of its own: its bookings are all at other labs' facilities. */
const granted = ['Imaging Core', 'Cytometry', 'Genomics Core', 'Byron Lab', 'Rivera Lab'];
const genomics = 1215;
const picture = stepPictures('labs');

let sandbox: Sandbox;
let browser: Chromium;

beforeEach(async () => {
  sandbox = await startSandbox();
  browser = await startChromium();
});
afterEach(async () => {
  await browser[Symbol.asyncDispose]();
  await sandbox.close();
});

async function openPopup(): Promise<Page> {
  const popup = await browser.context.newPage();
  await popup.setViewportSize({ width: 380, height: 600 });
  await popup.goto(
    `chrome-extension://${extensionId}/popup.html?url=${encodeURIComponent(sandbox.rspaceUrl)}`,
  );
  return popup;
}

/** Ticks exactly these labs in the popup and presses *Authorise*. */
async function choose(labs: readonly string[]): Promise<void> {
  const popup = await openPopup();
  const group = popup.getByRole('group', { name: 'Authorised labs' });
  for (const name of granted)
    await group.getByRole('checkbox', { name, exact: true }).setChecked(labs.includes(name));
  await group.getByRole('button', { name: 'Authorise', exact: true }).click();
  await popup.getByText(/^Saved/).waitFor();
  await picture(popup, 'chosen');
  await popup.close();
}

/** The labs and the equipment that the rows in the panel name, after looking at all of them. */
async function shownLabs(page: Page): Promise<Set<string>> {
  const panel = panelOn(page);
  const labs = new Set<string>();
  const list = panel.region.getByRole('grid', { name: 'Bookings' });
  const facts = list.locator('.booking-facts');
  const end = await list.evaluate((grid) => grid.scrollHeight);
  for (let top = 0; top < end; top += 500) {
    await list.evaluate((grid, to) => grid.scrollTo(0, to), top);
    await expect
      .poll(async () => (await facts.allTextContents()).filter((text) => text.includes('…')).length)
      .toBe(0);
    for (const text of await facts.allTextContents())
      for (const name of granted) if (text.includes(name)) labs.add(name);
  }
  return labs;
}

test('shows only bookings of the labs chosen, also at facilities outside, and asks Calira about no other', async () => {
  const { document, panel } = await readyToInsert(browser, sandbox, granted);
  const all = Number(
    /^(\d+) bookings/.exec((await panel.region.locator('.list-summary').textContent()) ?? '')?.[1],
  );
  await choose(['Cytometry', 'Byron Lab']);
  await expect.poll(async () => panel.region.locator('.list-summary').textContent()).toMatch(/^\d+ bookings/);
  sandbox.control.clearRequests();
  await panel.button('Refresh').click();
  await panel.loaded();
  const some = Number(
    /^(\d+) bookings/.exec((await panel.region.locator('.list-summary').textContent()) ?? '')?.[1],
  );
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  await picture(document.page, 'two-labs');

  const asked = sandbox.control.requests().filter(({ path }) => path.startsWith('/v1/'));
  const named = asked.map(({ path, query }) => `${path} ${JSON.stringify(query)}`).join('\n');
  for (const id of [1207, genomics, 1230]) expect(named).not.toMatch(new RegExp(`\\b${id}\\b`));
  expect(named).toContain('1208');
});

test('a lab taken away vanishes from an open panel at once', async () => {
  const { document, panel } = await readyToInsert(browser, sandbox, ['Imaging Core', 'Cytometry']);
  expect(await shownLabs(document.page)).toContain('Imaging Core');
  const popup = await openPopup();
  const group = popup.getByRole('group', { name: 'Authorised labs' });
  await group.getByRole('checkbox', { name: 'Imaging Core', exact: true }).uncheck();
  const held = sandbox.control.hold({ path: '/v1/bookings' });
  await group.getByRole('button', { name: 'Authorise', exact: true }).click();
  await held.reached;
  // The list cannot have been read again yet: what is gone went by itself.
  await expect.poll(() => panel.region.getByText('Imaging Core').count()).toBe(0);
  held.release();
  await panel.loaded();
  expect(await shownLabs(document.page)).toContain('Cytometry');
  expect(await shownLabs(document.page)).not.toContain('Imaging Core');
});

test('a lab added in Calira afterwards is new, and silent until it is authorised', async () => {
  const { document, panel } = await readyToInsert(browser, sandbox, ['Imaging Core', 'Cytometry']);
  sandbox.control.grantLab(genomics);
  sandbox.control.clearRequests();
  // The labs are looked at again with the next list, a minute later at the earliest: a new worker has not looked yet.
  await stopWorker(browser.context, document.page);
  await panel.button('Refresh').click();
  await panel.region.getByText('1 new lab is not authorised yet: Genomics Core').waitFor();
  await picture(document.page, 'new-lab');
  expect(await shownLabs(document.page)).not.toContain('Genomics Core');
  expect(sandbox.control.countRequests({ path: '/v1/equipment', query: { account: String(genomics) } })).toBe(
    0,
  );
});
