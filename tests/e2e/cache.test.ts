/** What the panel knows from the last time: shown at once, brought up to date, and gone with the authorisation. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { usualPatience } from '../../utils/calira/client.ts';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { keptBookings } from './support/authorisation-stage.ts';
import { openDocument } from './support/document-page.ts';
import { panelOn } from './support/panel.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

const bookings = { path: '/v1/bookings' };
const details = { path: '/v1/bookings/:id' };
const picture = stepPictures('cache');

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
beforeEach(() => stage.reset());
afterAll(() => stage[Symbol.asyncDispose]());

/** Rows in view whose details have not come yet. */
const unfinished = ({ panel }: OpenPanel) => panel.region.getByRole('row').filter({ hasText: '…' }).count();

/** Reads the list and the details of what is in view, then leaves the page and stops the worker. */
async function lastTime(): Promise<void> {
  const { page } = await stage.connectedPanel();
  const kept = async () => Object.keys(await keptBookings(stage.own));
  await expect.poll(kept).toContain('list');
  await expect
    .poll(async () => (await kept()).filter((key) => key.startsWith('details ')).length)
    .toBe(stage.sandbox.control.countRequests(details));
  await page.close();
  await stage.stopWorker();
  stage.sandbox.control.clearRequests();
}

test('a panel that opens shows what is known before Calira has answered, and how old it is', async () => {
  await lastTime();
  const hold = stage.sandbox.control.hold(bookings);
  const document = await stage.openPanel();
  const { panel, page } = document;
  await hold.reached;
  await panel.region.getByRole('checkbox', { name: 'Select all' }).waitFor();
  await panel.region.getByText('updated just now').waitFor();
  await panel.region.getByRole('progressbar', { name: 'Loading bookings' }).waitFor();
  await expect.poll(() => panel.region.getByRole('row').count()).toBeGreaterThan(9);
  expect(await unfinished(document)).toBe(0);
  await picture(page, 'known');
  hold.release();
  await panel.loaded();
});

test('what is known of the rows in view is not asked for again, after the worker was stopped either', async () => {
  await lastTime();
  const document = await stage.openPanel();
  await document.panel.loaded();
  expect(await unfinished(document)).toBe(0);
  expect(stage.sandbox.control.countRequests(details)).toBe(0);
});

test('an open panel goes on after its worker was stopped without reading the list again', async () => {
  const document = await stage.connectedPanel();
  await expect.poll(async () => Object.keys(await keptBookings(stage.own))).toContain('list');
  await stage.stopWorker();
  stage.sandbox.control.clearRequests();
  await document.panel.region.getByRole('grid').hover();
  await document.page.mouse.wheel(0, 2000);
  await expect.poll(() => stage.sandbox.control.countRequests(details)).toBeGreaterThan(3);
  await expect.poll(() => unfinished(document)).toBe(0);
  expect(stage.sandbox.control.countRequests(bookings)).toBe(0);
});

test('a press of the button begins to read before it is over; one that comes to nothing ends it, and opens nothing', async () => {
  await lastTime();
  const hold = stage.sandbox.control.hold(bookings);
  const { page } = await openDocument(stage.context, stage.sandbox.rspaceUrl);
  await page.getByRole('button', { name: 'Insert Calira booking' }).hover();
  await page.mouse.down();
  await hold.reached;
  await page.mouse.move(300, 300);
  await page.mouse.up();
  // Sooner than where the extension's own patience ends.
  const aborted = () => stage.sandbox.control.requests(bookings).map((request) => request.aborted);
  await expect.poll(aborted, { timeout: usualPatience.timeout / 2 }).toEqual([true]);
  expect(await panelOn(page).region.count()).toBe(0);
  hold.release();
});

test('a lab that is taken away leaves nothing behind', async () => {
  const document = await stage.connectedPanel();
  await expect.poll(() => keptBookings(stage.own)).toHaveProperty('list');
  const popup = await stage.popup();
  await popup.getByRole('checkbox', { name: 'Cytometry' }).uncheck();
  const hold = stage.sandbox.control.hold(bookings);
  await popup.getByRole('button', { name: 'Authorise', exact: true }).click();
  await hold.reached;
  expect(await keptBookings(stage.own)).toEqual({});
  hold.release();
  await document.panel.loaded();
  await expect.poll(async () => JSON.stringify(await keptBookings(stage.own))).toContain('"choice":"1207"');
});
