/** Finding bookings: views, search, filters, order, and what is remembered of them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import type { FindPanel } from './support/find-panel.ts';
import { afresh, findPanelOf } from './support/find-panel.ts';
import { sharedStage } from './support/shared-stage.ts';

let stage: AuthorisationStage;
let opened: OpenPanel | undefined;
let find: FindPanel;

beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  // One panel for all: each test begins with nothing remembered.
  if (!opened) await stage.reset();
  opened ??= await stage.connectedPanel();
  stage.sandbox.control.clearFaults();
  stage.sandbox.control.setLatency(0);
  find = await afresh(stage, opened);
});

/** Nothing is known of any booking's details. @param prepare what happens before Calira is asked for anything. */
async function forgotten(prepare: () => void = () => {}): Promise<void> {
  await stage.reset();
  prepare();
  opened = await stage.connectedPanel();
  find = findPanelOf(opened);
}

const statuses = () => find.grid.locator('.status').allTextContents();

describe('views', () => {
  test('begin with Booked and completed, newest first, at today', async () => {
    expect(await find.view('Booked and completed').isChecked()).toBe(true);
    await find.region.getByText(/^Today · /).waitFor();
    expect(await find.grid.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
    await find.grid.evaluate((grid) => {
      grid.scrollTop = 0;
    });
    await find.region.getByText(/^Today · /).waitFor({ state: 'detached' });
    await find.button('Today').click();
    await find.region.getByText(/^Today · /).waitFor();
  });

  test('Today leads there also from another order, and from days that leave it out', async () => {
    await find.combobox('Sort by').selectOption('Equipment');
    await find.combobox('Period').selectOption('Yesterday');
    await find.button('Today').click();
    await find.region.getByText(/^Today · /).waitFor();
    expect(await find.combobox('Sort by').inputValue()).toBe('start');
    expect(await find.combobox('Period').inputValue()).toBe('any');
  });

  test('Booked holds what is to come, Booked equipment each piece once', async () => {
    await find.view('Booked').check();
    await expect.poll(statuses).not.toContain('Completed');
    expect((await statuses()).map((status) => status.toLowerCase())).not.toContain('cancelled');
    await find.view('Booked equipment').check();
    await expect.poll(async () => new Set((await statuses()).map((one) => one.toLowerCase())).size).toBe(1);
    await find.region.getByText(/^\d+ pieces of equipment$/).waitFor();
    const names = await find.grid.locator('.booking-equipment').allTextContents();
    expect(new Set(names).size).toBe(names.length);
  });

  test('by keyboard are one stop, and the arrows choose', async () => {
    await find.view('Booked and completed').focus();
    await find.page.keyboard.press('ArrowLeft');
    expect(await find.view('Booked').isChecked()).toBe(true);
  });
});

describe('a search', () => {
  test('finds several words, marks them, and says how many bookings it has found', async () => {
    await find.search.fill('CONFOC bÿron');
    const row = find.row(stage.sandbox.control.specimen('tomorrowAda').id);
    await expect
      .poll(() => row.locator('mark').allTextContents())
      .toEqual(expect.arrayContaining(['Confoc', 'Byron']));
    expect(await find.summary.textContent()).toMatch(/^\d+ of \d+ bookings$/);
    await find.page.keyboard.press('Escape');
    expect(await find.search.inputValue()).toBe('');
    await find.region.waitFor();
  });

  test('looks details up newest first, can be stopped and goes on; nothing moves when its bar comes and goes', async () => {
    stage.sandbox.control.setLatency(150, { path: '/v1/bookings/:id' });
    await forgotten();
    await find.search.fill('kjaergard');
    const progress = find.region.getByText(/^checked \d+ of \d+/);
    await progress.waitFor();
    await find.region.getByRole('progressbar', { name: 'Loading details' }).waitFor();
    const place = () => find.region.locator('.list, .list-empty').boundingBox();
    const before = await place();
    await find.button('Stop').click();
    await find.button('Go on').waitFor();
    expect(await place()).toEqual(before);
    const [checked = 0, total = 0] = ((await progress.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
    expect(checked).toBeLessThan(total);
    stage.sandbox.control.setLatency(0);
    await find.button('Go on').click();
    await progress.waitFor({ state: 'detached' });
    await find.row(stage.sandbox.control.specimen('bySoren').id).waitFor();
  });

  test('asks for nothing more once the panel is closed, and goes on where it was when that opens again', async () => {
    const { control } = stage.sandbox;
    const details = { path: '/v1/bookings/:id' };
    control.setLatency(200, details);
    await forgotten();
    const asked = () => control.countRequests(details);
    const before = asked();
    await find.checkbox('Maintenance only').check();
    await find.region.getByText(/^checked \d+ of \d+/).waitFor();
    await expect.poll(asked).toBeGreaterThan(before + 10);
    await find.page.keyboard.press('Escape');
    await find.region.waitFor({ state: 'detached' });
    // A queue that went on would send the next one as soon as one has ended, and not rest before the last.
    await expect.poll(() => control.requests(details).filter(({ ended }) => !ended).length).toBe(0);
    const atEnd = asked();
    expect(atEnd).toBeLessThan(150);
    const requests = control.requests(details).filter(({ aborted }) => !aborted);
    const answered = new Set(requests.map(({ path }) => path));
    control.setLatency(0, details);
    await find.panel.open();
    await find.panel.loaded();
    await find.region.getByText(/^checked/).waitFor({ state: 'detached' });
    expect(asked()).toBeGreaterThan(atEnd);
    const again = control
      .requests(details)
      .slice(atEnd)
      .filter(({ path }) => answered.has(path));
    expect(again.length, 'only what was on its way is asked for twice').toBeLessThanOrEqual(
      control.maxInFlight(),
    );
  });

  test('counts what could not be looked up, and tries again', async () => {
    const { control } = stage.sandbox;
    const match = { path: '/v1/bookings/4980109' };
    const kind = { type: 'status', status: 404 } as const;
    await forgotten(() => control.addFault({ match, times: 'always', kind }));
    await find.search.fill('63× objective');
    await find.region.getByText(/^1 booking could not be loaded/).waitFor();
    expect(await find.ids()).not.toContain('4980109');
    control.clearFaults();
    await find.button('Retry').click();
    await expect.poll(() => find.ids()).toContain('4980109');
  });

  test('tells when nothing matches, and leads back', async () => {
    await find.search.fill('zyx 123');
    await find.region.getByText('Nothing matches “zyx 123”.').waitFor();
    await find.button('Clear search and filters').click();
    await expect.poll(() => find.rows.count()).toBeGreaterThan(5);
  });
});

describe('filters', () => {
  test('by lab, equipment and person; they are counted and cleared together', async () => {
    await find.choose('Lab', 'cyto');
    await find.choose('Equipment', 'fortessa');
    await find.choose('Booked by', 'ada');
    await expect.poll(() => find.summary.textContent()).toMatch(/^\d+ of \d+ bookings, 3 filters$/);
    await find.row(stage.sandbox.control.specimen('cytometryPast').id).waitFor();
    for (const text of await find.grid.locator('.booking-text').allTextContents())
      expect(text).toMatch(/^Flow cytometer Fortessa.*Ada Byron · Cytometry/);
    await find.button('Clear').click();
    expect(await find.combobox('Lab').inputValue()).toBe('');
  });

  test('a combobox lists at most 50, moves by arrows, and closes before the panel does', async () => {
    await find.combobox('Booked by').click();
    const options = find.region.getByRole('listbox', { name: 'Booked by' }).getByRole('option');
    const count = await options.count();
    expect(count).toBeGreaterThan(2);
    expect(count).toBeLessThanOrEqual(50);
    await find.page.keyboard.press('ArrowUp');
    await expect
      .poll(() => find.combobox('Booked by').getAttribute('aria-activedescendant'))
      .toMatch(new RegExp(`-${count - 1}$`));
    await find.page.keyboard.press('Escape');
    await options.first().waitFor({ state: 'detached' });
    await find.region.waitFor();
  });

  test('keys with which an input method composes a word are its own', async () => {
    const keyboard = await find.page.context().newCDPSession(find.page);
    const composing = async (...keys: string[]) => {
      for (const key of keys)
        for (const type of ['rawKeyDown', 'keyUp'] as const)
          await keyboard.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: 229 });
    };
    await find.search.fill('confocal');
    await composing('ArrowDown');
    expect(await find.search.evaluate((field) => field.matches(':focus'))).toBe(true);
    const bookedBy = find.combobox('Booked by');
    await bookedBy.fill('a');
    const options = find.region.getByRole('listbox', { name: 'Booked by' }).getByRole('option');
    await options.first().waitFor();
    await composing('ArrowDown', 'Enter', 'Escape');
    expect(await bookedBy.getAttribute('aria-activedescendant')).toBeNull();
    expect(await options.count()).toBeGreaterThan(0);
    expect(await bookedBy.inputValue()).toBe('a');
    await keyboard.detach();
  });

  test('by days: presets, typed days, and the nearest bookings where there are none', async () => {
    await find.combobox('Period').selectOption('Today');
    await find.region.getByText(/^Today · /).waitFor();
    await find.region.getByRole('textbox', { name: 'From' }).fill('2019-01-01');
    await find.region.getByRole('textbox', { name: 'To' }).fill('2 Jan 2019');
    await find.page.keyboard.press('Enter');
    await find.region.getByText('There are no bookings on these days.').waitFor();
    await find.button(/^Next: /).click();
    await expect.poll(() => find.rows.count()).toBeGreaterThan(0);
    await find.region.getByRole('textbox', { name: 'To' }).fill('soon');
    await find.page.keyboard.press('Tab');
    await find.region.getByText(/^Type a day such as/).waitFor();
  });

  test('a day that is none does not outlast other days or Clear, and From takes To along', async () => {
    const from = find.region.getByRole('textbox', { name: 'From' });
    const to = find.region.getByRole('textbox', { name: 'To' });
    const wrong = find.region.getByText(/^Type a day such as/);
    await to.fill('soon');
    await find.combobox('Period').selectOption('Last 30 days');
    await wrong.waitFor({ state: 'detached' });
    await find.combobox('Period').selectOption('Any time');
    await find.checkbox('Maintenance only').check();
    await to.fill('soon');
    await to.press('Tab');
    await wrong.waitFor();
    await find.button('Clear').click();
    await wrong.waitFor({ state: 'detached' });
    expect(await to.inputValue()).toBe('');

    await to.fill('2019-01-05');
    await from.fill('2019-01-10');
    await from.press('Tab');
    await expect.poll(() => to.inputValue()).toBe('10 Jan 2019');
  });

  test('maintenance only shows what was done', async () => {
    await find.checkbox('Maintenance only').check();
    await find.region.getByText(/^checked/).waitFor({ state: 'detached' });
    const service = find.row(stage.sandbox.control.specimen('yesterdayService').id);
    await service.getByText('Annual service: "column alignment"').waitFor();
    for (const row of await find.grid.locator('.booking-facts').allTextContents())
      expect(row).toContain('maintenance');
  });
});

test('the order follows any column, in both directions; only an order in time has headings', async () => {
  const names = () => find.grid.locator('.booking-equipment').allTextContents();
  await find.combobox('Sort by').selectOption('Equipment');
  await expect.poll(() => find.grid.locator('.day').count()).toBe(0);
  const { compare } = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });
  expect(await names()).toEqual((await names()).toSorted(compare));
  const first = (await names())[0];
  await find.button('Ascending').click();
  await expect.poll(async () => (await names())[0]).not.toBe(first);
});

test('an order by what is still being looked up shows its beginning, also once everything is known', async () => {
  const details = { path: '/v1/bookings/:id' };
  stage.sandbox.control.setLatency(150, details);
  await forgotten();
  await find.combobox('Sort by').selectOption('Booked by');
  await find.region.getByText(/^checked \d+ of \d+/).waitFor();
  stage.sandbox.control.setLatency(0, details);
  await find.region.getByText(/^checked/).waitFor({ state: 'detached' });
  expect(await find.grid.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  await expect.poll(() => find.rows.first().textContent()).toContain('Ada Byron');
});

test('choices survive a closed panel, another page and a stopped worker', async () => {
  await find.view('Booked').check();
  await find.choose('Lab', 'cyto');
  await find.combobox('Sort by').selectOption('Duration');
  await find.page.keyboard.press('Escape');
  await find.panel.open();
  await expect.poll(() => find.combobox('Lab').inputValue()).toBe('Cytometry');
  await stage.stopWorker();
  const other = await stage.openPanel();
  const again = findPanelOf(other);
  await other.panel.loaded();
  expect(await again.view('Booked').isChecked()).toBe(true);
  expect(await again.combobox('Lab').inputValue()).toBe('Cytometry');
  expect(await again.combobox('Sort by').inputValue()).toBe('duration');
  await other.page.close();
});
