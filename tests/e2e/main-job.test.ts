/** The job that everything else stands on, from a fresh profile to the saved document. */
import { Window } from 'happy-dom';
import { describe, expect, test } from 'vitest';
import { askApi, connect } from '../sandbox/connect.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { authorise, caliraWindow } from './support/calira-window.ts';
import { startChromium } from './support/chromium.ts';
import { someLabs } from './support/main-job.ts';
import { sharedStage } from './support/shared-stage.ts';
import type { WholeJob } from './support/whole-job.ts';
import { doWholeJob } from './support/whole-job.ts';

const method = '1233';
const authorised = { 1207: 'Imaging Core', 1208: 'Cytometry' };

let sandbox: Sandbox;

/** The tables that the sandbox's RSpace has stored, as a reader's browser would build them. */
function storedTables(): HTMLTableElement[] {
  const field = sandbox.control.document('123').fields.find(({ id }) => id === method);
  const { document } = new Window();
  document.body.innerHTML = field?.html ?? '';
  return [
    ...document.querySelectorAll('table[data-tablesource=clustermarket]'),
  ] as unknown as HTMLTableElement[];
}

/** What Calira itself says of a booking. */
async function truth(id: string) {
  const tokens = await connect(sandbox, { labs: [1207, 1208] });
  const answer = await askApi(sandbox, tokens.access_token, `bookings/${id}`);
  return (await answer.json()) as {
    status: string | null;
    duration: number;
    requester: { name: string } | null;
    equipment: { id: number; name: string } | null;
    requester_lab: { id: number } | null;
    provider_lab: { id: number } | null;
  };
}

/** When each booking of the ticked labs starts, by Calira's own list. */
async function startTimes(): Promise<Map<string, number>> {
  const tokens = await connect(sandbox, { labs: [1207, 1208] });
  const starts = new Map<string, number>();
  for (let page = 1; starts.size === (page - 1) * 100; page += 1) {
    const answer = await askApi(sandbox, tokens.access_token, `bookings?page=${page}`);
    const list = (await answer.json()) as { id: number; start_time: string }[];
    for (const { id, start_time } of list) starts.set(String(id), Date.parse(start_time));
  }
  return starts;
}

async function expectDocumentHolds({ inserted, page }: WholeJob): Promise<void> {
  const tables = storedTables();
  expect(tables).toHaveLength(2);
  expect(tables[0]?.parentElement, 'the tables are siblings').toBe(tables[1]?.parentElement);
  const starts = await startTimes();
  for (const [index, table] of tables.entries()) {
    expect(table.querySelector('table'), 'a table is never nested in another').toBeNull();
    expect(table.parentElement?.closest('table')).toBeNull();
    expect(table.getAttribute('border')).toBe('1');
    expect(table.getAttribute('cellpadding')).toBe('5');
    expect(table.dataset.caliraInsertion).toBeTruthy();
    expect(table.caption?.textContent.trim()).toMatch(
      /^Calira bookings · retrieved \d+ \w+ \d{4}, \d\d:\d\d GMT$/,
    );
    const heads = [...table.querySelectorAll('thead th[scope=col]')].map((head) => head.textContent);
    expect(heads).toEqual(['Booking ID', 'Equipment', 'Booked by', 'Start', 'Duration', 'Status', 'Notes']);
    const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    expect(rows.map((row) => row.dataset.caliraBooking)).toEqual(inserted[index]);
    for (const row of rows) await expectRowIsTrue(row, starts);
  }
  await page.locator(`#div_rtf_${method} table`).nth(1).waitFor();
}

/** What a cell says. TinyMCE keeps an empty one open with a no-break space. */
const text = (cell: HTMLTableCellElement | undefined) => cell?.textContent.trim();

/** Reads `25 Nov 2026, 14:00 GMT`, in summer `BST`, elsewhere `GMT+1` or `GMT+5:30`. */
function instant(text = ''): number {
  const [, when, sign = '+', hours = text.endsWith('BST') ? '1' : '0', minutes = '00'] =
    /^(.*) (?:GMT|BST)(?:([+-])(\d+)(?::(\d\d))?)?$/.exec(text) ?? [];
  return Date.parse(`${when} GMT${sign}${hours.padStart(2, '0')}${minutes}`);
}

/** @returns minutes, from `3 h 15 min`. */
function minutes(text = ''): number {
  const [, hours = 0, rest = 0] = /^(?:(\d+)\sh)?\s?(?:(\d+)\smin)?$/.exec(text) ?? [];
  return Number(hours) * 60 + Number(rest);
}

async function expectRowIsTrue(row: HTMLTableRowElement, starts: Map<string, number>): Promise<void> {
  const id = row.dataset.caliraBooking ?? '';
  const booking = await truth(id);
  const [number, equipment, bookedBy, start, duration, status, notes] = [...row.querySelectorAll('td')];
  expect(text(number)).toBe(id);
  // Where a booking leaves its equipment out, the list of equipment has told.
  if (booking.equipment) expect(text(equipment)).toBe(booking.equipment.name);
  else expect(text(equipment)).not.toBe('');
  expect(text(bookedBy)).toBe(booking.requester?.name ?? '');
  expect(instant(text(start))).toBe(starts.get(id));
  expect(minutes(text(duration))).toBe(booking.duration);
  expect(text(status)).toBe(booking.status ?? '');
  expect(text(notes)).toBe('');
  const lab = booking.requester_lab?.id;
  const web = `${sandbox.caliraWebUrl}accounts/${lab}`;
  if (lab) expect(number?.querySelector('a')?.getAttribute('href')).toBe(`${web}/my_bookings/${id}`);
  if (lab && booking.equipment)
    expect(equipment?.querySelector('a')?.getAttribute('href')).toBe(
      `${web}/equipment/${booking.equipment.id}`,
    );
  const labs = [booking.provider_lab?.id, booking.requester_lab?.id].map(String);
  expect(
    labs.some((one) => one in authorised),
    'only bookings of the labs that were ticked',
  ).toBe(true);
}

describe('the main job', () => {
  test('connects, lists every booking of the ticked labs, inserts three and two more, and finds them saved', async () => {
    await using opened = new AsyncDisposableStack();
    sandbox = await startSandbox();
    opened.defer(() => sandbox.close());
    const browser = opened.use(await startChromium());
    const job = await doWholeJob(browser, sandbox, { name: 'main-job' });
    const tokens = await connect(sandbox, { labs: [1207, 1208] });
    const list = await askApi(sandbox, tokens.access_token, 'bookings?per_page=1');
    const total = Number(list.headers.get('x-total-records'));
    expect(total).toBeGreaterThan(100);
    expect(job.summary).toContain(`${total} bookings`);
    await expectDocumentHolds(job);
  });

  test('is not disturbed by a service worker that is stopped before each step', async () => {
    await using stage = await sharedStage();
    const { context } = stage;
    ({ sandbox } = stage);
    await stage.reset();
    // Whoever uses the extension for the first time signs in at Calira as well.
    await context.clearCookies();
    const job = await doWholeJob(stage, sandbox, {
      name: 'main-job-stopped-worker',
      configured: true,
      beforeStep: () => stage.stopWorker(),
      // Stopped while Calira's window is open, a worker takes the sign-in along: its window leads nowhere now.
      async finishSignIn(window, panel) {
        await panel.region.getByText('Sign-in was interrupted.').waitFor();
        await window.close();
        const next = await caliraWindow(context, () => panel.button('Try again').click());
        await authorise(next, someLabs);
      },
    });
    await expectDocumentHolds(job);
  });
});
