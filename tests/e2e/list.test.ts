/** The list and the drawer: rows, selection, details, what the document holds already, and where all of it stands. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SpecimenName } from '../sandbox/calira/data/specimens.ts';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import type { FindPanel } from './support/find-panel.ts';
import { afresh, findPanelOf } from './support/find-panel.ts';
import { keepPicture } from './support/screenshots.ts';
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
  await opened.page.setViewportSize({ width: 1360, height: 860 });
  find = await afresh(stage, opened);
});

const selected = (count: number) => find.region.getByText(`${count} selected`, { exact: true }).waitFor();
/** The id of one of the bookings that are in view when the panel opens. */
const idOf = (name: SpecimenName) => stage.sandbox.control.specimen(name).id;
const box = (name: SpecimenName) => find.panel.booking(idOf(name));

describe('selecting', () => {
  test('with Shift takes in everything between, by mouse and by keyboard', async () => {
    const { length } = await find.between(idOf('todayLate'), idOf('todayEarly'));
    expect(length).toBeGreaterThan(2);
    await box('todayLate').click();
    await find
      .row(idOf('todayEarly'))
      .locator('.booking-text')
      .click({ modifiers: ['Shift'] });
    await selected(length);
    await box('todayEarly').focus();
    for (let step = 0; step < 2; step += 1) await find.page.keyboard.press('Shift+ArrowDown');
    await selected(length + 2);
    await box('todayLate').click({ modifiers: ['Shift'] });
    expect(await box('todayLate').isChecked(), 'what a range takes in stays selected').toBe(true);
  });

  test('by keyboard begins at the focus, wherever something was chosen last; Ctrl+A takes everything', async () => {
    const { keyboard } = find.page;
    await box('todayLate').click();
    await box('todayEarly').click();
    await box('todayLate').focus();
    await keyboard.press('Shift+ArrowDown');
    await selected(3);
    await keyboard.press('Control+a');
    await selected(Number((await find.summary.textContent())?.match(/^\d+/)?.[0]));
    await keyboard.press('Control+a');
    await selected(0);
  });

  test('all of what is shown leaves what a filter hides as it is, and can be looked at', async () => {
    await find.choose('Lab', 'cyto');
    await find.checkbox('Select all').check();
    const cytometry = (await find.summary.textContent())?.match(/^\d+/)?.[0];
    await selected(Number(cytometry));
    await find.button('Clear').click();
    await find.choose('Lab', 'imaging');
    expect(await find.checkbox('Select all').isChecked()).toBe(false);
    await selected(Number(cytometry));

    await find.button('show selected only').click();
    await find.region.getByText(`${cytometry} selected bookings`, { exact: true }).waitFor();
    await box('cytometryToday').uncheck();
    await find.region.getByText(`${cytometry} selected bookings`, { exact: true }).waitFor();
    await find.button('show all bookings').click();
    await selected(Number(cytometry) - 1);
  });

  test('survives another order, a search and a reload of the list', async () => {
    const id = String(idOf('todayLate'));
    await box('todayLate').check();
    await find.combobox('Sort by').selectOption('Equipment');
    await find.search.fill('nothing of the kind');
    await find.button('Refresh').click();
    await find.panel.loaded();
    await selected(1);
    await find.button('show selected only').click();
    await expect.poll(() => find.ids()).toEqual([id]);
  });
});

test('what comes and goes above the view, and at its edge, moves nothing that somebody looks at', async () => {
  const { control } = stage.sandbox;
  /** The bookings in view, from the one at the upper edge on, and how far below it they begin. */
  const inView = () =>
    find.grid.evaluate((grid) => {
      const edge = grid.getBoundingClientRect().top;
      const idOf = (row: Element) =>
        row.querySelector('input')?.getAttribute('aria-label')?.match(/\d+/)?.[0];
      return [...grid.querySelectorAll('.booking')]
        .map((row) => ({ id: idOf(row), top: Math.round(row.getBoundingClientRect().top - edge) }))
        .filter(({ top }) => top > -58)
        .toSorted((a, b) => a.top - b.top);
    });
  // Cut by the upper edge.
  const edge = idOf('yesterdayAda');
  await find.row(edge).evaluate((row) => {
    const grid = row.closest('[role=grid]');
    if (grid) grid.scrollTop += row.getBoundingClientRect().top - grid.getBoundingClientRect().top + 20;
  });
  const topOf = async (id: number) => (await inView()).find((row) => row.id === String(id))?.top;
  await expect.poll(() => topOf(edge)).toBe(-20);
  const staying = (await inView()).filter(({ id, top }) => id !== String(edge) && top > 0).slice(0, 2);
  expect(staying).toHaveLength(2);
  // The last one that is drawn, in view or just below it.
  const below = (await inView()).at(-1);
  expect(staying).not.toContainEqual(below);
  const soon = Date.now() + 30 * 86_400_000;
  control.changeBooking(Number(below?.id), { start: soon, end: soon + 3_600_000 });
  control.changeBooking(edge, { status: 'Declined' });
  await find.button('Refresh').click();
  await find.panel.loaded();
  const seen = await inView();
  expect(seen.map(({ id }) => id)).not.toContain(String(edge));
  expect(seen).toEqual(expect.arrayContaining(staying));
  control.seedData({});
});

test('details that could not be loaded are counted, and asked for again', async () => {
  const { control } = stage.sandbox;
  const kind = { type: 'status', status: 404 } as const;
  await find.page.keyboard.press('Escape');
  await stage.reset();
  control.addFault({ match: { path: '/v1/bookings/:id' }, times: 'always', kind });
  opened = await stage.connectedPanel();
  find = findPanelOf(opened);
  await find.region.getByText(/· the details of \d+ bookings could not be loaded ·/).waitFor();
  expect(await find.row(idOf('todayLate')).textContent()).toContain('details could not be loaded');
  control.clearFaults();
  await find.button('Retry').click();
  await find.region
    .getByText(/details could not be loaded/)
    .first()
    .waitFor({ state: 'detached' });
  await find.region
    .getByText(/could not be loaded/)
    .first()
    .waitFor({ state: 'detached' });
});

test('how many of the rows in view have their details is told where that takes long', async () => {
  const { control } = stage.sandbox;
  const details = { path: '/v1/bookings/:id' };
  await find.page.keyboard.press('Escape');
  await stage.reset();
  opened = await stage.connectedPanel();
  find = findPanelOf(opened);
  const progress = find.region.getByRole('progressbar', { name: 'Loading details' });
  const value = () => progress.evaluate((bar) => (bar as HTMLProgressElement).value);
  expect(await progress.count()).toBe(0);
  const all = control.hold(details);
  await find.grid.evaluate((grid) => {
    grid.scrollTop = 2_000;
  });
  await progress.waitFor();
  const most = Number(await progress.getAttribute('max'));
  expect(most).toBeGreaterThan(10);
  await find.region.getByText(` · details 0 of ${most}`, { exact: true }).waitFor();
  // Of those that wait for one of the ten places: the last one.
  const last = control.hold({ path: `/v1/bookings/${(await find.ids()).at(-1)}` });
  all.release();
  await expect.poll(value).toBe(most - 1);
  await find.region.getByText(` · details ${most - 1} of ${most}`, { exact: true }).waitFor();
  last.release();
  await progress.waitFor({ state: 'detached' });
});

test('everything about a booking on request, with the ways to it in Calira', async () => {
  await find.search.fill('4980109');
  await expect.poll(() => find.ids()).toEqual(['4980109']);
  await box('documented').focus();
  await find.page.keyboard.press('ArrowRight');
  await find.region
    .getByText('Please use the 63× objective <oil> & clean it afterwards', { exact: true })
    .waitFor();
  const details = find.region.locator('.booking-details');
  for (const text of ['Leica', 'TCS SP8', 'Ada Byron', 'Byron Lab', '3\u00a0h 15\u00a0min'])
    expect(await details.textContent()).toContain(text);
  const link = find.region.getByRole('link', { name: 'Booking 4980109 in Calira' });
  expect(await link.getAttribute('href')).toBe(
    `${stage.sandbox.caliraWebUrl}accounts/1242/my_bookings/4980109`,
  );
  await find.page.keyboard.press('Tab');
  expect(await link.evaluate((element) => element.matches(':focus'))).toBe(true);
  await box('documented').focus();
  await find.page.keyboard.press('ArrowLeft');
  await details.waitFor({ state: 'detached' });
});

test('expanded rows are scrolled past and back again, with the focus in one of them', async () => {
  const ids = (await find.between(idOf('todayLate'), idOf('todayEarly'))).slice(0, 3);
  expect(ids).toHaveLength(3);
  const details = (id: string) => find.button(`Details of booking ${id}`);
  for (const id of ids) {
    await details(id).click();
    await find.region.getByRole('link', { name: `Booking ${id} in Calira` }).waitFor();
  }
  await find.grid.hover();
  const top = () => find.grid.evaluate(({ scrollTop }) => scrollTop);
  const begin = await top();
  for (const way of [1, -1])
    for (let step = 1; step <= 10; step += 1) {
      await find.page.mouse.wheel(0, way * 200);
      await expect.poll(top).toBe(begin + 200 * (way > 0 ? step : 10 - step));
    }
  expect(await details(ids.at(-1) ?? '').evaluate((button) => button.matches(':focus'))).toBe(true);
});

test('the first booking of a day comes into view with its heading', async () => {
  await box('todayLate').focus();
  await find.page.keyboard.press('Home');
  await expect.poll(() => find.grid.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
});

test('a row that another search brings back leaves the focus where somebody types', async () => {
  const row = box('todayEarly');
  await row.check();
  await find.search.fill('centrifuge');
  await row.waitFor({ state: 'detached' });
  await find.rows.first().waitFor();
  await find.search.fill('');
  await row.waitFor();
  expect(await find.search.evaluate((field) => field.matches(':focus'))).toBe(true);
});

test('a booking that stands in the document is marked, as soon as it is inserted and no longer once it is gone', async () => {
  const document = await stage.openPanel('Discussion');
  const there = findPanelOf(document);
  await there.panel.loaded();
  const id = idOf('todayLate');
  await there.panel.booking(id).check();
  await there.button('Insert').click();
  const mark = there.row(id).getByText('in this document');
  await mark.waitFor();
  await document.editor.locator('body').click();
  await document.page.keyboard.press('Control+z');
  await mark.waitFor({ state: 'detached' });
  await document.page.close({ runBeforeUnload: false });
});

test('what was inserted as a list, as links or by RSpace’s own dialog is marked too, and stays so once it is saved', async () => {
  const document = await stage.openPanel('Remarks', '129');
  const there = findPanelOf(document);
  await there.panel.loaded();
  // Who is found by their lab has one, and so a link: whom a service was for, nobody tells.
  const ofOneLab = async () => {
    await there.search.fill('byron lab');
    await there.region.locator('mark').first().waitFor();
    await there.region.getByText(/^checked/).waitFor({ state: 'detached' });
  };
  await ofOneLab();
  const [asList, asLinks, byDialog, forged] = (
    ['todayAfternoon', 'goingOn', 'yesterdayAda', 'tomorrowAda'] as const
  ).map((name) => String(idOf(name))) as [string, string, string, string];
  const marks = there.rows.filter({ hasText: 'in this document' });
  const marked = async () =>
    (await marks.getByRole('checkbox').evaluateAll((all) => all.map((box) => box.ariaLabel))).toSorted();
  const names = (...ids: string[]) => ids.map((id) => `Select booking ${id}`).toSorted();
  for (const [id, form] of [
    [asList, 'List'],
    [asLinks, 'Links'],
  ] as const) {
    await there.checkbox(`Select booking ${id}`).check();
    await there.button('Insert as').click();
    await there.region.getByRole('menuitemradio', { name: form }).click();
    await expect.poll(marked).toContain(`Select booking ${id}`);
  }
  // RSpace's own dialog leaves no ids, just links; one on another host is none to Calira.
  await there.checkbox(`Select booking ${byDialog}`).press('ArrowRight');
  const page = await there.region
    .getByRole('link', { name: `Booking ${byDialog} in Calira` })
    .getAttribute('href');
  const other = new URL(page ?? '');
  other.host = 'app.clustermarket.com.example';
  const link = (href: string) => `<p><a href="${href}">x</a></p>`;
  await document.editor
    .locator('body')
    .evaluate(
      (body, html) => body.insertAdjacentHTML('beforeend', html),
      link(page ?? '') + link(other.href.replace(byDialog, forged)),
    );
  await expect.poll(marked).toEqual(names(asList, asLinks, byDialog));
  await document.editor.locator('body').press('x');
  await document.save();
  await document.page.reload();
  await there.panel.open();
  await there.panel.loaded();
  await ofOneLab();
  await expect.poll(marked).toEqual(names(asList, asLinks, byDialog));
  await document.page.close();
});

test('what is typed in the panel reaches no listener of the page, but for those that come before every other', async () => {
  const { page } = find;
  /** What the page hears: the event, where it listens, and what it takes for its target. */
  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  await page.evaluate(() => {
    const all: string[] = [];
    Object.assign(globalThis, { heard: all });
    for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste'])
      for (const [name, place] of Object.entries({ window, document }))
        for (const capture of [true, false])
          place.addEventListener(
            type,
            ({ target }) => all.push(`${type} ${name} ${capture} ${(target as Element).localName}`),
            { capture },
          );
  });
  const { keyboard } = page;
  await find.search.focus();
  await keyboard.type('flow');
  for (const key of ['Control+b', 'Control+s', 'Control+a', 'Control+x', 'Control+v', 'ArrowDown', 'Space'])
    await keyboard.press(key);
  await selected(1);
  await find.combobox('Lab').press('ArrowDown');
  const events = await heard();
  // The panel itself gets a key only if it goes on from there.
  expect(events).toContain('keydown window true calira-bookings');
  expect(events).toContain('paste document true calira-bookings');
  expect(events.filter((event) => !event.endsWith(' true calira-bookings'))).toEqual([]);
});

describe('the drawer', () => {
  const width = async () => (await find.region.boundingBox())?.width;

  test('becomes wider by keyboard and by dragging, and stays so', async () => {
    const edge = find.region.getByRole('separator', { name: 'Width of the panel' });
    expect(await width()).toBe(560);
    await edge.press('ArrowLeft');
    await expect.poll(width).toBe(580);
    expect(await edge.getAttribute('aria-valuenow')).toBe('580');
    const { mouse } = find.page;
    await mouse.move(1360 - 580, 400);
    await mouse.down();
    await mouse.move(1360 - 700, 400, { steps: 4 });
    await mouse.up();
    await expect.poll(width).toBe(700);
    await find.page.reload();
    await find.panel.open();
    await expect.poll(width).toBe(700);
    await find.page.setViewportSize({ width: 720, height: 860 });
    // Some of the document stays in sight.
    await expect.poll(width).toBe(640);
    await find.page.setViewportSize({ width: 1360, height: 860 });
    await expect.poll(width).toBe(700);
  });

  test('is a sheet from below on a narrow window', async () => {
    await find.page.setViewportSize({ width: 360, height: 700 });
    const sheet = await find.region.boundingBox();
    expect(sheet).toMatchObject({ x: 0, width: 360 });
    expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBe(700);
    expect(sheet?.y).toBeGreaterThan(40);
    await find.button('Filters').click();
    await find.combobox('Lab').waitFor();
  });

  test('is not printed', async () => {
    await find.page.emulateMedia({ media: 'print' });
    expect(await find.region.isVisible()).toBe(false);
    await find.page.emulateMedia({ media: null });
  });
});

test('the panel follows what is wanted of contrast, colours and motion', async () => {
  const { page, region } = find;
  const styleOf = (selector: string, property: string) =>
    region.evaluate(
      (panel, [of, wanted]) => {
        const element = of ? panel.querySelector(of) : panel;
        return element && getComputedStyle(element).getPropertyValue(wanted);
      },
      [selector, property] as const,
    );
  await box('todayLate').click();
  await page.emulateMedia({ reducedMotion: 'no-preference', contrast: 'no-preference' });
  expect(await styleOf('', 'animation-name')).toBe('arrive');
  expect(await styleOf('.booking-facts', 'color')).toBe('rgb(85, 100, 111)');
  expect(await styleOf('.booking-selected', 'outline-style')).toBe('none');

  await page.emulateMedia({ reducedMotion: 'reduce', contrast: 'more' });
  expect(await styleOf('', 'animation-name')).toBe('none');
  expect(await styleOf('.booking-facts', 'color')).toBe('rgb(51, 51, 51)');
  await keepPicture(page, 'list/more-contrast');

  await page.emulateMedia({ reducedMotion: null, contrast: null, forcedColors: 'active' });
  expect(await styleOf('.booking-selected', 'outline-style')).toBe('solid');
  expect(await styleOf('.status', 'border-top-style')).toBe('solid');
  await keepPicture(page, 'list/forced-colours');
  await page.emulateMedia({ forcedColors: null });
});

test('of 5 000 bookings only those in view are in the page, and every row knows its place', async () => {
  const { control } = stage.sandbox;
  control.seedData({ bookings: 5_000, labs: 3, equipment: 100 });
  await find.button('Refresh').click();
  await find.panel.loaded();
  const length = await find.length();
  expect(length).toBeGreaterThan(3_000);
  await find.grid.evaluate((grid) => {
    grid.scrollTop = grid.scrollHeight;
  });
  await expect
    .poll(() => find.grid.getByRole('row').last().getAttribute('aria-rowindex'))
    .toBe(String(length));
  await find.checkbox('Select all').check();
  await find.combobox('Equipment').click();
  const offered = find.region.getByRole('listbox', { name: 'Equipment' }).getByRole('option');
  await expect.poll(() => offered.count()).toBe(50);
  await find.region.getByText(/^\d+ more: type to find them\.$/).waitFor();
  expect(await find.region.locator('*').count()).toBeLessThan(1_500);
  control.seedData({});
});
