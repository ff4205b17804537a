/** Tables that were inserted earlier are brought up to date: shown before, the person's own words kept, one undo step. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { FoundBooking } from '../sandbox/calira/data/find-bookings.ts';
import type { SpecimenName } from '../sandbox/calira/data/specimens.ts';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { chooseAtOnce } from './support/save-menu.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

const picture = stepPictures('update');

let stage: AuthorisationStage;
/** The booking that is in the table, as it was then; another one in each test. */
let booked: FoundBooking;

beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  await stage.leave();
  const { rspace, releaseLock } = stage.sandbox.control;
  rspace.setVersion({ tinymce: '5.10.9' });
  rspace.setSessionLost(false);
  releaseLock('123');
  stage.sandbox.control.seedData({});
});

/** What TinyMCE would save. */
const content = (page: Page) =>
  page.evaluate(() => {
    const { tinymce } = window as unknown as { tinymce: { activeEditor: { getContent(): string } } };
    return tinymce.activeEditor.getContent();
  });
const undo = (page: Page) =>
  page.evaluate(() => {
    const { tinymce } = window as unknown as {
      tinymce: { activeEditor: { undoManager: { undo(): void } } };
    };
    tinymce.activeEditor.undoManager.undo();
  });
/** Does to the open field what a person does in it. */
async function edit({ page, editor }: OpenPanel, change: (body: HTMLElement) => void): Promise<void> {
  await editor.locator('body').evaluate(change);
  await page.evaluate(() => {
    const { tinymce } = window as unknown as {
      tinymce: { activeEditor: { setDirty(dirty: boolean): void; undoManager: { add(): void } } };
    };
    tinymce.activeEditor.undoManager.add();
    tinymce.activeEditor.setDirty(true);
  });
}

const sheet = ({ panel }: OpenPanel) =>
  panel.region.getByRole('dialog', { name: 'Update bookings in this field' });
const cells = async ({ editor }: OpenPanel) => {
  const texts = await editor.locator(`tr[data-calira-booking="${booked.id}"] td`).allInnerTexts();
  return texts.map((text) => text.trim());
};

async function insertFound(open: OpenPanel, name: SpecimenName): Promise<void> {
  booked = stage.sandbox.control.specimen(name);
  await open.panel.region.getByRole('searchbox', { name: 'Search bookings' }).fill(String(booked.id));
  await open.panel.booking(booked.id).check();
  await open.panel.button('Insert').click();
  await open.panel.region.getByText('1 booking inserted into Method.').waitFor();
}

/** The document keeps what an earlier test has saved. */
async function opened(): Promise<OpenPanel> {
  const open = await stage.freshPanel({ field: 'Method' });
  await edit(open, (body) => {
    for (const table of body.querySelectorAll('table')) table.remove();
  });
  return open;
}

async function withTable(name: SpecimenName): Promise<OpenPanel> {
  const open = await opened();
  await insertFound(open, name);
  return open;
}

/** Somebody changes, in Calira, the booking that is in the table. */
const change = (to: { status?: string; note?: string }) => stage.sandbox.control.changeBooking(booked.id, to);

async function look(open: OpenPanel, says: string | RegExp): Promise<void> {
  await open.panel.button('Update bookings in this field').click();
  await sheet(open).getByText(says).waitFor();
}

test.each(['5.10.9', '5.1.6'] as const)(
  'what Calira has changed is shown, then taken over in TinyMCE %s, as one undo step; the person’s words stay',
  async (tinymce) => {
    stage.sandbox.control.rspace.setVersion({ tinymce });
    const open = await withTable('documented');
    const { page, editor } = open;
    await edit(open, (body) => {
      const row = body.querySelector<HTMLTableRowElement>('tr[data-calira-booking]');
      for (const line of body.querySelectorAll('table[data-calira-columns] tr')) {
        const own = body.ownerDocument.createElement(line.parentElement?.nodeName === 'THEAD' ? 'th' : 'td');
        own.textContent = line === row ? 'dish 7' : 'Sample';
        line.children[2]?.before(own);
      }
      if (row?.lastElementChild) row.lastElementChild.textContent = 'Beautiful';
    });
    await open.panel.button('Close').click();
    await open.save();
    await open.panel.open();
    await open.panel.loaded();
    const before = await content(page);

    change({ status: 'Cancelled', note: 'Laser failed' });
    await look(open, '1 booking has changed in Calira. Nothing is changed here before you press Update.');
    await expect.poll(() => sheet(open).getByText('Status:').innerText()).toMatch(/^Status:/);
    expect(await sheet(open).getByRole('listitem').innerText()).toMatch(
      new RegExp(`Booking ${booked.id}\\s+Status: Completed → Cancelled$`),
    );
    expect(await content(page)).toBe(before);
    await picture(page, 'preview');
    await sheet(open).getByRole('button', { name: 'Update', exact: true }).click();
    await sheet(open).getByText('1 booking is up to date. One undo step takes it back.').waitFor();
    const said = await cells(open);
    expect([said[2], said[6], said[7]]).toEqual(['dish 7', 'Cancelled', 'Beautiful']);
    expect(await editor.locator('table[data-calira-columns]').count()).toBe(1);
    await picture(page, 'done');
    await undo(page);
    expect(await content(page)).toBe(before);
  },
);

test('pressed while RSpace saves: waits for the editor that follows, and is not lost with the old one', async () => {
  const open = await withTable('goingOn');
  await open.save();
  change({ status: 'Cancelled' });
  await look(open, /^1 booking has changed in Calira/);
  await edit(open, (body) => body.append('One more word.'));
  const held = stage.sandbox.control.hold({
    path: '/workspace/editor/structuredDocument/ajax/saveStructuredDocument',
  });
  await chooseAtOnce(open.page, 'save');
  await held.reached;
  await sheet(open).getByRole('button', { name: 'Update', exact: true }).press('Enter');
  held.release();
  await sheet(open).getByText('1 booking is up to date. One undo step takes it back.').waitFor();
  expect(await cells(open)).toContain('Cancelled');
});

test('the field is closed while an update is on its way: nothing is changed, and it is said; opened again, it is updated', async () => {
  const open = await withTable('yesterdayAda');
  const { page, panel } = open;
  change({ status: 'Cancelled' });
  await look(open, /^1 booking has changed in Calira/);
  const held = stage.sandbox.control.hold({
    path: '/workspace/getRecordInformation',
  });
  await sheet(open).getByRole('button', { name: 'Update', exact: true }).click();
  await held.reached;
  await chooseAtOnce(page, 'saveView');
  await page.locator('#div_rtf_1233').waitFor();
  held.release();
  await sheet(open).getByText('Open a text field for editing first').waitFor();
  expect(await page.locator('#div_rtf_1233').innerText()).not.toContain('Cancelled');
  await sheet(open).press('Escape');
  await panel.button('Open Method for editing').click();
  await panel.region.getByText('into Method', { exact: true }).waitFor();
  await look(open, /^1 booking has changed in Calira/);
  await sheet(open).getByRole('button', { name: 'Update', exact: true }).click();
  await sheet(open).getByText('1 booking is up to date. One undo step takes it back.').waitFor();
});

test('nothing has changed: only the moment of retrieval is renewed', async () => {
  const open = await withTable('cytometryPast');
  await look(open, /^There is nothing to take over from Calira\./);
  await picture(open.page, 'unchanged');
  const before = await cells(open);
  await sheet(open).getByRole('button', { name: 'Update', exact: true }).click();
  await sheet(open).getByText('The tables are up to date.').waitFor();
  expect(await cells(open)).toEqual(before);
});

test('a booking that is gone, and a text that was rewritten, stay and are named', async () => {
  const open = await withTable('yesterdayService');
  const gone = stage.sandbox.control.specimen('todayEarly').id;
  await open.panel.region.getByRole('searchbox', { name: 'Search bookings' }).fill(String(gone));
  await open.panel.booking(gone).check();
  await open.panel.button('Insert').click();
  await open.editor.locator(`tr[data-calira-booking="${gone}"]`).waitFor();
  await open.editor.locator(`tr[data-calira-booking="${booked.id}"]`).evaluate((row) => {
    const status = row.children[5];
    if (status) status.textContent = 'Aborted by me';
  });
  // As if it were typed.
  await edit(open, () => {});
  change({ status: 'Declined' });
  stage.sandbox.control.deleteBooking(gone);
  const before = await content(open.page);
  await look(open, 'Yours, left as it is');
  const text = await sheet(open).innerText();
  expect(text).toContain('Aborted by me (in Calira: Declined)');
  expect(text).toMatch(
    new RegExp(`Not visible to you: deleted or not shared\\s+Stays as it is: booking ${gone}`),
  );
  await picture(open.page, 'kept');
  await sheet(open).getByRole('button', { name: 'Update', exact: true }).click();
  await sheet(open).getByText('The tables are up to date.').waitFor();
  const after = await content(open.page);
  const words = (html: string) => html.replace(/<caption>.*?<\/caption>/gs, '').replace(/<[^>]*>/g, '');
  expect(words(after)).toBe(words(before));
});

test.each<[string, (open: OpenPanel) => Promise<OpenPanel>]>([
  [
    'Calira refuses to tell of (403)',
    async (open) => {
      stage.sandbox.control.addFault({
        match: { path: '/v1/bookings/:id', id: booked.id },
        kind: { type: 'status', status: 403 },
        times: 'always',
      });
      return open;
    },
  ],
  [
    'is of a lab that is not authorised any more',
    async (open) => {
      await open.panel.button('Close').click();
      await open.save();
      await stage.reset();
      return stage.connectedPanel({ labs: [1208], field: 'Method' });
    },
  ],
])('a booking that %s stays as it is, and is named as not visible', async (_why, happen) => {
  const open = await happen(await withTable('todayAfternoon'));
  change({ status: 'Declined' });
  const before = await content(open.page);
  await look(open, /Not visible to you: deleted or not shared/);
  expect(await sheet(open).innerText()).toContain(`Stays as it is: booking ${booked.id}`);
  expect(await sheet(open).innerText()).toContain('Nothing here can be updated.');
  expect(await sheet(open).getByRole('button', { name: 'Update', exact: true }).isDisabled()).toBe(true);
  expect(await content(open.page)).toBe(before);
});

test('a guest’s booking at a facility that is not authorised is updated as any other', async () => {
  await stage.reset();
  // Byron Lab's own, on equipment of the Nanofabrication Unit.
  const open = await stage.connectedPanel({ labs: [1207, 1242], field: 'Method' });
  await insertFound(open, 'guest');
  change({ status: 'Cancelled' });
  await look(open, /^1 booking has changed in Calira/);
  await sheet(open).getByRole('button', { name: 'Update', exact: true }).click();
  await sheet(open).getByText('1 booking is up to date. One undo step takes it back.').waitFor();
  expect(await cells(open)).toContain('Cancelled');
});

test('merged cells and a lost header row are refused with the reason; the other table is updated', async () => {
  const open = await withTable('overMidnight');
  await insertAgain(open);
  await insertAgain(open);
  await edit(open, (body) => {
    const [first, second] = body.querySelectorAll<HTMLTableElement>('table[data-calira-columns]');
    const row = first?.querySelector('tr[data-calira-booking]');
    row?.children[6]?.remove();
    row?.children[5]?.setAttribute('colspan', '2');
    second?.querySelector('thead')?.remove();
  });
  change({ status: 'Declined' });
  await look(open, '1 booking has changed in Calira. Nothing is changed here before you press Update.');
  const tables = sheet(open).getByRole('region', { name: /^Table/ });
  expect(await tables.nth(0).innerText()).toContain('This table has merged or missing cells');
  expect(await tables.nth(1).innerText()).toContain('This table has lost its header row');
  expect(await tables.nth(2).innerText()).toMatch(/Completed → Declined$/);
  await picture(open.page, 'refused');
  await sheet(open).getByRole('button', { name: 'Update', exact: true }).click();
  await sheet(open).getByText('1 booking is up to date.').waitFor();
  const statuses = open.editor.locator('tr[data-calira-booking] td:nth-child(6)');
  expect(await statuses.allInnerTexts()).toEqual(['Completed', 'Completed', 'Declined']);
});

async function insertAgain(open: OpenPanel): Promise<void> {
  await open.panel.booking(booked.id).check();
  await open.panel.button('Insert').click();
  await expect.poll(() => open.panel.status.innerText()).toBe('0 selected');
}

test('a table of RSpace’s own dialog is updated in its form', async () => {
  const open = await opened();
  await edit(open, (body) => {
    const { ownerDocument } = body;
    const row = (name: string, texts: string[]) => {
      const line = ownerDocument.createElement('tr');
      for (const text of texts) {
        const cell = ownerDocument.createElement(name);
        cell.textContent = text;
        line.append(cell);
      }
      return line;
    };
    const table = ownerDocument.createElement('table');
    table.dataset.tablesource = 'clustermarket';
    const line = row('td', ['', 'Old name', 'Duration of my own', '195', 'Booked']);
    const link = ownerDocument.createElement('a');
    // The example of Calira's documentation.
    link.href = 'https://app.clustermarket.com/accounts/11/my_bookings/4980109';
    link.textContent = '4980109';
    line.firstElementChild?.append(link);
    table.append(ownerDocument.createElement('tbody'));
    table.tBodies[0]?.append(
      row('th', ['Booking ID', 'Equipment Name', 'Notes', 'Duration (mins)', 'Status']),
      line,
    );
    body.append(table);
  });
  await open.panel.button('Close').click();
  await open.save();
  await open.panel.open();
  await open.panel.loaded();
  await look(open, /^1 booking has changed in Calira\./);
  await sheet(open).getByRole('button', { name: 'Update', exact: true }).click();
  await sheet(open).getByText('1 booking is up to date.').waitFor();
  const said = await open.editor.locator('table[data-tablesource="clustermarket"] td').allInnerTexts();
  expect(said).toEqual(['4980109', 'Old name', 'Duration of my own', '195', 'Completed']);
});

test('what changes in the field meanwhile is not overwritten', async () => {
  const open = await withTable('requested');
  change({ status: 'Declined' });
  await look(open, /^1 booking has changed in Calira\./);
  await edit(open, (body) => {
    const notes = body.querySelector('tr[data-calira-booking]')?.lastElementChild;
    if (notes) notes.textContent = 'written meanwhile';
  });
  await sheet(open).getByRole('button', { name: 'Update', exact: true }).click();
  await sheet(open).getByRole('alert').waitFor();
  expect(await sheet(open).getByRole('alert').innerText()).toBe(
    'The table was changed meanwhile; nothing was updated. Look again.',
  );
  expect((await cells(open)).slice(5)).toEqual([booked.status, 'written meanwhile']);
  await sheet(open).getByRole('button', { name: 'Retry' }).click();
  await sheet(open).getByRole('button', { name: 'Update', exact: true }).click();
  await sheet(open).getByText('1 booking is up to date.').waitFor();
  expect((await cells(open)).slice(5)).toEqual(['Declined', 'written meanwhile']);
});

test.each([
  [
    'somebody else edits the document now',
    'Someone else is editing this document.',
    () => stage.sandbox.control.otherUserTakesLock('123'),
  ],
  [
    'RSpace answers with its login page',
    /^RSpace has signed you out\./,
    () => stage.sandbox.control.rspace.setSessionLost(true),
  ],
])('where %s, nothing is updated until that is over', async (_why, sentence, happen) => {
  const open = await withTable('withoutRequester');
  change({ status: 'Declined' });
  await look(open, /^1 booking has changed in Calira\./);
  const before = await content(open.page);
  happen();
  await sheet(open).getByRole('button', { name: 'Update', exact: true }).click();
  await sheet(open).getByRole('alert').getByText(sentence).waitFor();
  expect(await content(open.page)).toBe(before);

  stage.sandbox.control.rspace.setSessionLost(false);
  stage.sandbox.control.rspace.takeLock('123', 'mwelling');
  await sheet(open).getByRole('button', { name: 'Retry' }).click();
  await sheet(open).getByRole('button', { name: 'Update', exact: true }).click();
  await sheet(open).getByText('1 booking is up to date.').waitFor();
  expect((await cells(open))[5]).toBe('Declined');
});

test('while Calira cannot be reached nothing is planned; what could not be loaded can be tried again', async () => {
  const open = await withTable('todayLate');
  const down = await stage.sandbox.control.refuseConnections('calira');
  await open.panel.button('Update bookings in this field').click();
  await sheet(open).getByRole('alert').waitFor();
  expect(await sheet(open).getByRole('button', { name: 'Update', exact: true }).count()).toBe(0);
  await down.restore();
  const fault = stage.sandbox.control.addFault({
    match: { path: '/v1/bookings/:id', id: booked.id },
    kind: { type: 'status', status: 400 },
    times: 'always',
  });
  await sheet(open).getByRole('button', { name: 'Retry' }).click();
  await sheet(open).getByText(`Could not be loaded, and stays as it is: booking ${booked.id}`).waitFor();
  await picture(open.page, 'unread');
  fault.remove();
  await sheet(open).getByRole('button', { name: 'Retry' }).click();
  await sheet(open)
    .getByText(/^There is nothing to take over from Calira\./)
    .waitFor();
});

test.each(['Escape', 'Close'])(
  'closed by %s, the sheet gives the focus back to where it was',
  async (how) => {
    const open = await opened();
    const { page, panel } = open;
    await insertFound(open, 'todayLate');
    const start = panel.button('Update bookings in this field');
    await open.save();
    // The script of the sheet comes only now, as on a page where nobody has selected anything.
    await page.reload();
    await open.edit('Method');
    await panel.open();
    await panel.loaded();
    await start.focus();
    await page.keyboard.press('Enter');
    await sheet(open).waitFor();
    if (how === 'Escape') await page.keyboard.press('Escape');
    else
      await sheet(open)
        .getByRole('button', { name: /^Close/ })
        .click();
    await sheet(open).waitFor({ state: 'detached' });
    await expect.poll(() => start.evaluate((button) => button.matches(':focus'))).toBe(true);
    await page.keyboard.press('Escape');
    await panel.region.waitFor({ state: 'detached' });
  },
);
