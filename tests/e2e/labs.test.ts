/** Only bookings of authorised labs may appear, whatever a page asks for. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import type { FoundBooking } from '../sandbox/calira/data/find-bookings.ts';
import { askApi, connect } from '../sandbox/connect.ts';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { allRead } from './support/authorisation-stage.ts';
import { extensionId } from './support/chromium.ts';
import { isolatedWorldOf } from './support/isolated-world.ts';
import type { PanelOnPage } from './support/panel.ts';
import { storedChoice } from './support/popup-page.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

/** Byron Lab has no equipment of its own: its bookings are all at other labs' facilities. */
const granted = ['Imaging Core', 'Cytometry', 'Genomics Core', 'Byron Lab', 'Rivera Lab'];
const [imaging, cytometry, genomics, byron, rivera] = [1207, 1208, 1215, 1242, 1230] as const;
const grantedIds: readonly number[] = [imaging, cytometry, genomics, byron, rivera];
const picture = stepPictures('labs');

let stage: AuthorisationStage;

beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => stage.reset());

async function openPopup(): Promise<Page> {
  const popup = await stage.context.newPage();
  await popup.setViewportSize({ width: 380, height: 600 });
  await popup.goto(
    `chrome-extension://${extensionId}/popup.html?url=${encodeURIComponent(stage.sandbox.rspaceUrl)}`,
  );
  return popup;
}

/** The browser has opened the popup below the toolbar's button, where no test can reach into it. */
async function expectPopupOpened(): Promise<void> {
  const opened = () =>
    stage.own.evaluate(async () => {
      const popups = await chrome.runtime.getContexts({ contextTypes: ['POPUP'] });
      return popups.map(({ documentUrl }) => new URL(documentUrl ?? '').pathname);
    });
  await expect.poll(opened).toEqual(['/popup.html']);
}

/** Ticks exactly these labs in the popup and presses *Authorise*. */
async function choose(labs: readonly string[]): Promise<void> {
  const popup = await openPopup();
  const group = popup.getByRole('group', { name: 'Authorised labs' });
  for (const name of granted) {
    const box = group.getByRole('checkbox', { name, exact: true });
    if ((await box.count()) > 0) await box.setChecked(labs.includes(name));
  }
  await group.getByRole('button', { name: 'Authorise', exact: true }).click();
  await popup.getByText(/^Saved/).waitFor();
  await picture(popup, 'chosen');
  await popup.close();
}

/** How many of the bookings that Calira returns may appear: all, or those of the authorised labs. */
async function expectedCount(
  grantedIds: readonly number[],
  authorisedIds: readonly number[],
): Promise<number> {
  const { access_token } = await connect(stage.sandbox, { labs: grantedIds });
  const ask = async (path: string) => (await askApi(stage.sandbox, access_token, path)).json();
  const bookings: { id: number; equipment_id: number | null }[] = [];
  for (let page = 1; bookings.length === (page - 1) * 100; page += 1)
    bookings.push(...(await ask(`bookings?page=${page}`)));
  if (grantedIds.every((id) => authorisedIds.includes(id))) return bookings.length;

  const lists = await Promise.all(authorisedIds.map((id) => ask(`equipment?account=${id}`)));
  const equipment = new Set(lists.flat().map(({ id }: { id: number }) => id));
  const isTheirs = async ({ id, equipment_id }: (typeof bookings)[number]) => {
    if (equipment_id !== null && equipment.has(equipment_id)) return true;
    const { provider_lab, requester_lab } = await ask(`bookings/${id}`);
    return [provider_lab, requester_lab].some((lab) => lab && authorisedIds.includes(lab.id));
  };
  return (await Promise.all(bookings.map(isTheirs))).filter(Boolean).length;
}

/** Whether the view that opens shows a booking: all but those that were called off, as far as Calira tells. */
const isInView = ({ id, status }: FoundBooking) => id % 17 === 3 || !/^(declined|cancelled)$/i.test(status);

/** Waits until the panel knows exactly so many bookings; those that were called off are not in view. */
async function expectListed({ region }: PanelOnPage, count: number): Promise<void> {
  await region.getByText(new RegExp(`^(\\d+ of )?${count} bookings$`)).waitFor();
}

test('shows only bookings of the labs chosen, also at facilities outside, and asks Calira about no other', async () => {
  const document = await stage.connectedPanel({ labs: grantedIds });
  const { page, panel } = document;
  const chosen: readonly number[] = [cytometry, byron];
  const count = await expectedCount(grantedIds, chosen);
  await expectListed(panel, await expectedCount(grantedIds, grantedIds));
  stage.sandbox.control.clearRequests();
  await choose(['Cytometry', 'Byron Lab']);
  await expectListed(panel, count);
  await panel.loaded();
  await picture(page, 'two-labs');

  const asked = stage.sandbox.control.requests().filter(({ path }) => path.startsWith('/v1/'));
  const labsNamed = asked.flatMap(({ path, query }) => [
    path.split('/')[3],
    query.account,
    query.provider_account,
  ]);
  for (const id of grantedIds.filter((one) => !chosen.includes(one)))
    expect(labsNamed).not.toContain(String(id));
  expect(labsNamed).toContain(String(cytometry));

  // The verdicts are known now: no booking is asked about again, by this worker or the next.
  await allRead(document);
  for (const stop of [async () => {}, stage.stopWorker]) {
    await stop();
    stage.sandbox.control.clearRequests();
    await panel.button('Refresh').click();
    await expect.poll(() => stage.sandbox.control.countRequests({ path: '/v1/bookings' })).toBeGreaterThan(0);
    await panel.loaded();
    expect(stage.sandbox.control.countRequests({ path: '/v1/bookings/:id' })).toBe(0);
  }
});

test('a lab taken away vanishes from an open panel at once', async () => {
  const { panel } = await stage.connectedPanel({ labs: [imaging, cytometry] });
  await expectListed(panel, await expectedCount([imaging, cytometry], [imaging, cytometry]));
  const held = stage.sandbox.control.hold({ path: '/v1/bookings' });
  const popup = await openPopup();
  const group = popup.getByRole('group', { name: 'Authorised labs' });
  await group.getByRole('checkbox', { name: 'Imaging Core', exact: true }).uncheck();
  await group.getByRole('button', { name: 'Authorise', exact: true }).click();
  await held.reached;
  // The list cannot have been read again yet: what is gone went by itself.
  const { control } = stage.sandbox;
  await expect.poll(() => panel.region.getByRole('row').filter({ hasText: 'Imaging Core' }).count()).toBe(0);
  await panel.booking(control.specimen('cytometryToday').id).waitFor();
  await panel.region.getByRole('checkbox', { name: 'Select all' }).check();
  // Of what Cytometry's people have booked elsewhere, the details may not be there to tell.
  const own = control.findBookings({ lab: 'Cytometry' }).filter(isInView);
  const elsewhere = control.findBookings({ lab: 'Imaging Core', requesterLab: 'Cytometry' }).filter(isInView);
  const selected = Number.parseInt(await panel.status.innerText(), 10);
  expect(selected).toBeGreaterThanOrEqual(own.length);
  expect(selected).toBeLessThanOrEqual(own.length + elsewhere.length);
  held.release();
  await expectListed(panel, await expectedCount([imaging, cytometry], [cytometry]));
});

test('a lab added in Calira afterwards is new, and silent until it is authorised', async () => {
  const { page, panel } = await stage.connectedPanel({ labs: [imaging, cytometry] });
  stage.sandbox.control.grantLab(genomics);
  stage.sandbox.control.clearRequests();
  await panel.button('Refresh').click();
  await panel.region.getByText('1 new lab is not authorised yet: Genomics Core').waitFor();
  await picture(page, 'new-lab');
  await expectListed(panel, await expectedCount([imaging, cytometry, genomics], [imaging, cytometry]));
  expect(
    stage.sandbox.control.countRequests({ path: '/v1/equipment', query: { account: String(genomics) } }),
  ).toBe(0);

  await panel.button('Authorise').click();
  await expectPopupOpened();

  const popup = await openPopup();
  const group = popup.getByRole('group', { name: 'Authorised labs' });
  await group.getByRole('checkbox', { name: 'Genomics Core', exact: true }).check();
  await group.getByRole('button', { name: 'Authorise', exact: true }).click();
  await expectListed(
    panel,
    await expectedCount([imaging, cytometry, genomics], [imaging, cytometry, genomics]),
  );
});

test('a lab that Calira no longer grants disappears with a note, not with an error', async () => {
  const { page, panel } = await stage.connectedPanel({ labs: [imaging, cytometry] });
  stage.sandbox.control.withdrawLab(imaging);
  await panel.button('Refresh').click();
  await panel.region.getByText('Calira no longer grants: Imaging Core').waitFor();
  await panel.loaded();
  expect(await panel.region.getByRole('alert').count()).toBe(0);
  await picture(page, 'lost-lab');
  await panel.button('Dismiss').click();
  await expect.poll(() => panel.region.getByText('no longer grants').count()).toBe(0);
  expect((await storedChoice(stage.own)).lost).toEqual([]);
});

test('without any lab authorised the panel says so, and leads to where that is changed', async () => {
  const { page, panel } = await stage.connectedPanel({ labs: [imaging, cytometry] });
  await choose([]);
  await panel.region.getByText('No lab is authorised.').waitFor();
  expect(await panel.region.getByRole('row').count()).toBe(0);
  await picture(page, 'no-lab');
  await panel.button('Choose labs').click();
  await expectPopupOpened();
});

test('a forged message cannot ask for another lab’s bookings', async () => {
  const { page, panel } = await stage.connectedPanel({ labs: grantedIds });
  await choose(['Cytometry']);
  await expectListed(panel, await expectedCount(grantedIds, [cytometry]));
  stage.sandbox.control.clearRequests();
  await using world = await isolatedWorldOf(stage.context, page);
  /** What the background says to a message on a port of its own, until it answers or hangs up. */
  const overPort = (message: object) =>
    world.evaluate(`new Promise((resolve) => {
      const said = [];
      const port = chrome.runtime.connect({ name: 'panel' });
      port.onMessage.addListener((one) => { said.push(one); if (one.id === 1) resolve(JSON.stringify(said)); });
      port.onDisconnect.addListener(() => resolve('hung up'));
      port.postMessage(${JSON.stringify({ id: 1, ...message })});
    })`);
  // 4980109 is Imaging Core's, booked by its own people.
  expect(
    await overPort({ command: 'details', parameters: { ids: ['4980109'], check: false } }),
  ).not.toContain('Confocal');
  expect(await overPort({ command: 'load', parameters: { labs: ['1207'] } })).toContain('"ok":false');
  expect(await overPort({ command: 'authoriseLabs', parameters: { ids: ['1207'] } })).toBe('hung up');
  const oneShot = JSON.stringify({ command: 'authoriseLabs', parameters: { ids: ['1207'] } });
  expect(
    await world.evaluate(`chrome.runtime.sendMessage(${oneShot}).then((one) => one ?? 'silence', String)`),
  ).toBe('silence');
  expect(stage.sandbox.control.countRequests({ path: '/v1/bookings/:id', id: '4980109' })).toBe(0);
  await panel.button('Refresh').click();
  await expectListed(panel, await expectedCount(grantedIds, [cytometry]));
});
