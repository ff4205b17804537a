/** More than anybody has: 20 000 bookings, 300 labs, 2 000 pieces of equipment; and a panel that is opened often. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { facilities } from '../sandbox/calira/data/seed-accounts.ts';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import type { FindPanel } from './support/find-panel.ts';
import { findPanelOf } from './support/find-panel.ts';
import { openPopup } from './support/popup-page.ts';
import { watchRemains } from './support/remains.ts';
import { keepPicture } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

const sizes = { bookings: 20_000, labs: 300, equipment: 2_000 };
/** However much there is: so many elements are in the panel at most. */
const most = 1_000;

let stage: AuthorisationStage;
let opened: OpenPanel;
let find: FindPanel;
/** What went wrong in any page. */
const errors: string[] = [];

function listen(page: Page): void {
  page.on('pageerror', ({ stack, message }) => errors.push(stack ?? message));
}

beforeAll(async () => {
  stage = await sharedStage();
  // With so much, an idle computer needs several seconds for what is usually done in one.
  stage.context.setDefaultTimeout(150_000);
});
afterAll(() => stage[Symbol.asyncDispose]());

describe('20 000 bookings of 300 labs', { timeout: 300_000 }, () => {
  const elements = () => find.region.locator('*').count();

  test('are listed whole, and only what is in view is in the page', async () => {
    await stage.reset();
    stage.context.on('page', listen);
    stage.sandbox.control.seedData(sizes);
    opened = await stage.connectedPanel({ labs: facilities(sizes.labs).map(({ id }) => id) });
    find = findPanelOf(opened);
    await find.view('Booked and completed').check();
    await find.summary.getByText(/ of 20,000 bookings$/).waitFor();
    expect(await find.length()).toBeGreaterThan(15_000);
    expect(await elements()).toBeLessThan(most);
    await find.grid.evaluate((grid) => {
      grid.scrollTop = grid.scrollHeight;
    });
    await expect
      .poll(async () => Number(await find.grid.getByRole('row').last().getAttribute('aria-rowindex')))
      .toBe(await find.length());
    await keepPicture(opened.page, 'load/list');
  });

  test('are searched, narrowed down by typing, and selected', async () => {
    for (const name of ['Lab', 'Equipment']) {
      await find.combobox(name).click();
      const offered = find.region.getByRole('listbox', { name, exact: true }).getByRole('option');
      await expect.poll(() => offered.count()).toBeGreaterThan(10);
      expect(await elements()).toBeLessThan(most);
      await opened.page.keyboard.press('Escape');
    }
    await find.choose('Lab', 'sequencing lab 290');
    expect(await find.combobox('Lab').inputValue()).toBe('Sequencing Lab 290');
    await find.summary.getByText(/^\d+ of 20,000 bookings, 1 filter$/).waitFor();
    expect(await find.rows.count()).toBeGreaterThan(0);
    await find.button('Clear: Lab').click();
    await find.search.fill('confocal');
    await find.summary.getByText(/^[\d,]+ of 20,000 bookings$/).waitFor();
    // What only details tell is looked up meanwhile, and would change the number.
    await find.button('Stop').click();
    const [found = ''] = (await find.summary.innerText()).split(' ');
    expect(Number(found.replace(',', ''))).toBeGreaterThan(500);
    await find.checkbox('Select all').check();
    await find.region.getByText(`${found} selected`, { exact: true }).waitFor();
    expect(await elements()).toBeLessThan(most);
    await keepPicture(opened.page, 'load/found');
    await find.checkbox('Select all').uncheck();
  });

  test('have their labs in the popup, which finds one by what is typed', async () => {
    const { page, group, lab } = await openPopup(stage, stage.sandbox.rspaceUrl);
    await group.getByText('300 of 300', { exact: true }).waitFor();
    await group.getByRole('searchbox', { name: 'Search labs' }).fill('sequencing lab 290');
    expect(await group.getByRole('checkbox').count()).toBe(1);
    expect(await lab('Sequencing Lab 290').isChecked()).toBe(true);
    await keepPicture(page, 'load/popup');
    await page.close();
    expect(errors).toEqual([]);
  });
});

test('openings and closings leave no port behind, nor the panels that were closed', async () => {
  stage.sandbox.control.seedData({});
  await stage.reset();
  opened = await stage.connectedPanel();
  await using remains = await watchRemains(stage, opened);
  // Each is closed while its list is being read. A thousand of them are opened by `npm run soak`.
  stage.sandbox.control.addFault({ match: { path: /^\/v1\// }, times: 'always', kind: 'hang' });
  const first = await remains.after(10);
  const last = await remains.after(30);
  expect([first.ports, first.opened, last.ports, last.opened]).toEqual([0, 10, 0, 40]);
  // A panel has several hundred nodes; the latest one may be left for a while.
  expect(last.nodes - first.nodes).toBeLessThan(30 * 100);
  expect(errors).toEqual([]);
});
