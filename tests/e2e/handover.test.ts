/** Handing bookings over: waiting for their details, naming what is missing, copying, and documents that refuse. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

const picture = stepPictures('handover');

/** By the sandbox's documents: nothing open, signed, read-only, locked by a colleague. */
const refusals = {
  123: 'Open a text field for editing first (the pencil).',
  125: 'This document is signed and cannot be changed.',
  126: 'You may only read this document.',
  128: 'Jonas Okonkwo is editing this document.',
};

let stage: AuthorisationStage;

beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => stage.reset());

const ready = () => stage.connectedPanel({ field: 'Method' });

/** The text of the open field as TinyMCE would save it. */
const content = (page: Page) => page.evaluate(() => window.tinymce?.activeEditor?.getBody().textContent);

test('waits for the details of everything selected, says how far it is, and can be cancelled', async () => {
  const { page, editor, panel } = await ready();
  const before = await content(page);
  const held = stage.sandbox.control.hold({ path: '/v1/bookings/:id' });
  await panel.region.getByRole('checkbox', { name: 'Select all' }).check();
  await panel.button('Insert').click();
  await panel.region.getByText(/^Preparing \d+ of \d+$/).waitFor();
  await picture(page, 'preparing');
  await panel.button('Cancel').click();
  await panel.region.getByText(/^Preparing/).waitFor({ state: 'detached' });
  held.release();
  expect(await content(page)).toBe(before);

  const [selected = ''] = (await panel.status.innerText()).split(' ');
  await panel.button('Insert').click();
  await panel.region.getByText(`${selected} bookings inserted into Method.`).waitFor();
  expect(await editor.locator('tbody tr[data-calira-booking]').count()).toBe(Number(selected));
});

test('names the bookings that could not be loaded before anything is inserted', async () => {
  stage.sandbox.control.addFault({
    match: { path: '/v1/bookings/:id', id: '4980109' },
    kind: { type: 'status', status: 404 },
    times: 'always',
  });
  const { page, editor, panel } = await ready();
  await panel.region.getByRole('checkbox', { name: 'Select all' }).check();
  await panel.button('Insert').click();
  const notice = panel.region.getByRole('alert');
  await notice.getByText(/^1 booking could not be loaded: .*\(4980109\)$/).waitFor();
  expect(await editor.locator('table[data-tablesource]').count()).toBe(0);
  await picture(page, 'incomplete');

  stage.sandbox.control.clearFaults();
  await notice.getByRole('button', { name: 'Retry' }).click();
  await panel.region.getByText(/^\d+ bookings inserted into Method\.$/).waitFor();
  expect(await editor.locator('tr[data-calira-booking="4980109"]').count()).toBe(1);
});

test('goes on without what could not be loaded, if the person says so', async () => {
  stage.sandbox.control.addFault({
    match: { path: '/v1/bookings/:id', id: '4980109' },
    kind: { type: 'status', status: 404 },
    times: 'always',
  });
  const { editor, panel } = await ready();
  await panel.region.getByRole('checkbox', { name: 'Select all' }).check();
  await panel.button('Insert').click();
  await panel.region.getByRole('button', { name: /^Go on with the other \d+$/ }).click();
  await panel.region.getByText(/^\d+ bookings inserted into Method\.$/).waitFor();
  expect(await editor.locator('tr[data-calira-booking="4980109"]').count()).toBe(0);
});

test('copies the same table as HTML and as text', async () => {
  const { page, panel } = await ready();
  await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.booking(stage.sandbox.control.specimen('todayLate').id).check();
  await panel.button('Copy').click();
  await panel.region.getByText('1 booking copied as a table.').waitFor();
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text();
    return { html: await read('text/html'), text: await read('text/plain') };
  });
  expect(copied.html).toContain('data-tablesource="clustermarket"');
  expect(copied.text).toMatch(
    /^Calira bookings · retrieved .*\nBooking ID\tEquipment\tBooked by\tStart\tDuration\tStatus\tNotes\n\d+\t/,
  );
});

test('says why a document cannot be edited, and still lets the person browse and copy', async () => {
  await ready();
  for (const [id, sentence] of Object.entries(refusals)) {
    await stage.leave();
    const { page, panel } = await stage.openPanel(undefined, id);
    await panel.loaded();
    await panel.region.getByText(sentence, { exact: true }).waitFor();
    await panel.booking(stage.sandbox.control.specimen('todayLate').id).check();
    expect(await panel.button('Insert').getAttribute('aria-disabled')).toBe('true');
    await picture(page, `refused-${id}`);
    await panel.button('Copy').click();
    await panel.region.getByText('1 booking copied as a table.').waitFor();
  }
});
