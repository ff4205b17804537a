/** What RSpace says of the document decides whether something is inserted, and the panel follows who edits it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { withLaterEditor } from './support/later-editor.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

const picture = stepPictures('document-access');
const information = { path: '/workspace/getRecordInformation' };

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  await stage.leave();
  const { rspace, releaseLock } = stage.sandbox.control;
  rspace.setRecordInformation(true);
  rspace.setPermission('123', 'write');
  releaseLock('123');
});

const selectOne = ({ panel }: OpenPanel) =>
  panel.booking(stage.sandbox.control.specimen('todayLate').id).check();
const tables = ({ editor }: OpenPanel) => editor.locator('table[data-calira-insertion]').count();
const unconfirmed = ({ panel }: OpenPanel) =>
  panel.region.getByText('RSpace did not confirm that it will keep this change.');

/** A field is open, and a booking chosen for it. */
async function chosen(): Promise<OpenPanel> {
  const opened = await stage.freshPanel({ field: 'Method' });
  await selectOne(opened);
  return opened;
}

describe('nothing is inserted, and the selection is kept', () => {
  const control = () => stage.sandbox.control;
  test.each([
    [
      'the person may only read it by now',
      'You may only read this document.',
      () => control().rspace.setPermission('123', 'read'),
    ],
    [
      'the person may not even see it by now',
      'You may only read this document.',
      () => control().rspace.setPermission('123', 'none'),
    ],
    [
      'its lock is lost, and free again',
      'RSpace no longer holds this document for you.',
      () => control().releaseLock('123'),
    ],
    [
      'a colleague holds its lock',
      'Someone else is editing this document.',
      () => control().otherUserTakesLock('123'),
    ],
  ])('where %s', async (_why, sentence, happen) => {
    const opened = await chosen();
    const { panel } = opened;
    happen();
    await panel.button('Insert').click();
    await panel.region.getByRole('alert').getByText(sentence).waitFor();
    expect(await tables(opened)).toBe(0);
    expect(await panel.status.textContent()).toBe('1 selected');
  });
});

describe('something is inserted', () => {
  const inserted = ({ panel }: OpenPanel) => panel.region.getByText('1 booking inserted into Method.');

  test('where RSpace says that the person holds the lock', async () => {
    const opened = await chosen();
    await opened.panel.button('Insert').click();
    await inserted(opened).waitFor();
    expect(await unconfirmed(opened).count()).toBe(0);
    // When the panel opens, and right before the insertion: RSpace is asked no more often than that.
    expect(stage.sandbox.control.countRequests(information)).toBe(2);
  });

  test('into an older RSpace, which has answered 404 from the beginning', async () => {
    stage.sandbox.control.rspace.setRecordInformation(false);
    const opened = await chosen();
    await opened.panel.button('Insert').click();
    await inserted(opened).waitFor();
    expect(await unconfirmed(opened).count()).toBe(0);
  });

  test('where RSpace could not say, and the panel says that', async () => {
    const opened = await chosen();
    stage.sandbox.control.addFault({
      match: information,
      times: 'always',
      kind: { type: 'status', status: 500 },
    });
    await opened.panel.button('Insert').click();
    await inserted(opened).waitFor();
    await unconfirmed(opened).waitFor();
    await picture(opened.page, 'unconfirmed');
  });
});

test('the panel follows a colleague who begins and ends to edit, by name', async () => {
  const opened = await stage.freshPanel();
  const { page, panel } = opened;
  const openers = panel.region.getByRole('button', { name: /^Open .* for editing$/ });
  const editing = panel.region.getByText('Jonas Okonkwo is editing this document.');
  await openers.first().waitFor();
  // RSpace's page asks every 20 s.
  await page.clock.install();
  await page.reload();
  await panel.open();
  await panel.loaded();
  await selectOne(opened);
  await openers.first().waitFor();
  stage.sandbox.control.otherUserTakesLock('123');
  await page.clock.fastForward(20_000);
  await editing.waitFor();
  expect(await openers.count()).toBe(0);
  await picture(page, 'colleague');
  stage.sandbox.control.releaseLock('123');
  await page.clock.fastForward(20_000);
  await openers.first().waitFor();
  expect(await editing.count()).toBe(0);
});

test('a document without a text field is said to have none, and the bookings can be copied', async () => {
  const opened = await stage.freshPanel({ document: '130' });
  const { page, panel } = opened;
  await selectOne(opened);
  await panel.region.getByText('This document has no text field.').waitFor();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.button('Copy').click();
  await panel.region.getByText('1 booking copied as a table.').waitFor();
  await picture(page, 'no-text-field');
});

test('an editor of another version is said to be unknown, and the bookings can be copied', async () => {
  const opened = await stage.freshPanel();
  const { page, panel } = opened;
  await withLaterEditor(page);
  await page.reload();
  await opened.edit('Method');
  await panel.open();
  await panel.loaded();
  await selectOne(opened);
  await panel.region.getByText('This RSpace has an editor that the extension does not know yet.').waitFor();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.button('Copy').click();
  await panel.region.getByText('1 booking copied as a table.').waitFor();
});
