/** Which field an insertion goes into: opening one from the panel, and everything that RSpace may have against it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { choose, chooseAtOnce } from './support/save-menu.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

const picture = stepPictures('text-fields');

/** Of the sandbox's ordinary document. */
const names = ['Objective', 'Method', 'Results', 'Discussion', 'Equipment & bookings'];
const editQuestion = '/workspace/getRecordInformation';

let stage: AuthorisationStage;
let original: { id: string; html: string }[];
beforeAll(async () => {
  stage = await sharedStage();
  original = stage.sandbox.control.document('123').fields;
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  await stage.leave();
  const { rspace, releaseLock } = stage.sandbox.control;
  rspace.setSessionLost(false);
  releaseLock('123');
  for (const { id, html } of original) rspace.setField('123', id, html);
});

const stored = () =>
  stage.sandbox.control
    .document('123')
    .fields.map(({ html }) => html)
    .join();
const selectOne = ({ panel }: OpenPanel) =>
  panel.booking(stage.sandbox.control.specimen('todayLate').id).check();
const opener = ({ panel }: OpenPanel, field: string) => panel.button(`Open ${field} for editing`);
const tables = ({ editor }: OpenPanel) => editor.locator('table[data-calira-insertion]').count();
const autosaved = (opened: OpenPanel) =>
  opened.page.waitForResponse((response) => response.url().endsWith('/ajax/autosaveField'));

describe('where no text field is open', () => {
  test('the panel lists them; one click opens one, and what is selected goes to its end', async () => {
    const opened = await stage.freshPanel();
    const { panel, page, editor } = opened;
    const listed = panel.region.getByRole('button', { name: /^Open .* for editing$/ });
    await expect
      .poll(() => listed.allTextContents())
      .toEqual(names.map((name) => `Open ${name} for editing`));
    await picture(page, 'nothing-selected');
    await selectOne(opened);
    await panel.region.getByText('No text field is open. The selected booking goes to the end').waitFor();
    await picture(page, 'listed');

    await opener(opened, 'Results').click();
    await panel.region.getByText('1 booking inserted into Results.').waitFor();
    await panel.region.getByText('into Results', { exact: true }).waitFor();
    await expect.poll(() => listed.count()).toBe(0);
    const blocks = editor.locator('body > *');
    const last = await blocks.count();
    expect(await blocks.nth(last - 2).getAttribute('data-tablesource')).toBe('clustermarket');
    expect(stage.sandbox.control.rspace.lockHolder('123'), 'by RSpace’s own pencil').toBeDefined();
    await picture(page, 'inserted');
    await choose(page, 'saveView');
    await page.waitForFunction(() => window.editable === 'VIEW_MODE');
    await page
      .locator('#div_rtf_1234 table[data-calira-insertion]')
      .evaluate((table) => table.scrollIntoView());
    await panel.button('Close').click();
    await picture(page, 'saved');
  });

  test('into an empty field, which then begins with the table', async () => {
    const opened = await stage.freshPanel();
    await selectOne(opened);
    await opener(opened, 'Equipment & bookings').click();
    await opened.panel.region.getByText('1 booking inserted into Equipment & bookings.').waitFor();
    const names = opened.editor.locator('body > *');
    expect(await names.evaluateAll((all) => all.map(({ nodeName }) => nodeName))).toEqual(['TABLE', 'P']);
  });

  test('with nothing selected the field is just opened', async () => {
    const opened = await stage.freshPanel();
    await opener(opened, 'Method').click();
    await opened.panel.region.getByText('into Method', { exact: true }).waitFor();
    expect(await tables(opened)).toBe(0);
    expect(await opened.panel.region.getByRole('status').filter({ hasText: 'opening' }).count()).toBe(0);
  });

  test('by the keyboard', async () => {
    const opened = await stage.freshPanel();
    await selectOne(opened);
    await opener(opened, 'Discussion').press('Enter');
    await opened.panel.region.getByText('1 booking inserted into Discussion.').waitFor();
  });

  test.each([
    [
      'a colleague has taken the lock',
      'Someone else is editing this document.',
      () => stage.sandbox.control.otherUserTakesLock('123'),
    ],
    [
      'the session is gone',
      /^RSpace has signed you out\./,
      () => stage.sandbox.control.rspace.setSessionLost(true),
    ],
  ])('where %s meanwhile, RSpace refuses, and the panel says so', async (_why, sentence, happen) => {
    const opened = await stage.freshPanel();
    const { panel, page } = opened;
    await selectOne(opened);
    const before = stored();
    happen();
    await opener(opened, 'Method').click();
    await panel.region.getByRole('alert').getByText(sentence).waitFor();
    await picture(page, 'refused');
    expect(await panel.status.textContent(), 'the selection is kept').toBe('1 selected');
    expect(stored()).toBe(before);
  });

  test('an RSpace that does not answer can be given up', async () => {
    const opened = await stage.freshPanel();
    const { panel } = opened;
    await selectOne(opened);
    const held = stage.sandbox.control.hold({
      path: '/workspace/editor/structuredDocument/ajax/requestEdit',
    });
    await opener(opened, 'Method').click();
    await panel.region.getByText('RSpace is opening Method.').waitFor();
    await panel.button('Cancel').click();
    await panel.region.getByText('RSpace is opening Method.').waitFor({ state: 'detached' });
    held.release();
    await panel.region.getByText('into Method', { exact: true }).waitFor();
    expect(await tables(opened)).toBe(0);
    expect(await panel.status.textContent()).toBe('1 selected');
  });
});

describe('where a field is open', () => {
  test.each([
    [
      'a colleague edits the document now',
      'Someone else is editing this document.',
      () => stage.sandbox.control.otherUserTakesLock('123'),
    ],
    [
      'the session is gone',
      /^RSpace has signed you out\./,
      () => stage.sandbox.control.rspace.setSessionLost(true),
    ],
  ])('but %s, nothing is inserted, and the selection is kept', async (_why, sentence, happen) => {
    const opened = await stage.freshPanel({ field: 'Method' });
    const { panel, page } = opened;
    await selectOne(opened);
    happen();
    await panel.button('Insert').click();
    await panel.region.getByRole('alert').getByText(sentence).waitFor();
    await picture(page, 'would-be-lost');
    expect(await tables(opened)).toBe(0);
    expect(await page.evaluate(() => window.tinymce?.activeEditor?.isDirty())).toBe(false);
    expect(await panel.status.textContent()).toBe('1 selected');

    stage.sandbox.control.rspace.setSessionLost(false);
    stage.sandbox.control.rspace.takeLock('123', 'mwelling');
    await panel.button('Insert').click();
    await panel.region.getByText('1 booking inserted into Method.').waitFor();
  });

  test.each(['reset', { type: 'status', status: 500 }] as const)(
    'an RSpace that does not answer the question (%j) is no reason against inserting',
    async (kind) => {
      const opened = await stage.freshPanel({ field: 'Method' });
      const fault = stage.sandbox.control.addFault({ match: { server: 'rspace', path: editQuestion }, kind });
      await selectOne(opened);
      await opened.panel.button('Insert').click();
      await opened.panel.region.getByText('1 booking inserted into Method.').waitFor();
      expect(fault.struck()).toBe(1);
    },
  );

  test('RSpace’s own requests are all that is posted', async () => {
    const opened = await stage.freshPanel({ field: 'Method' });
    await selectOne(opened);
    await opened.panel.button('Insert').click();
    await opened.panel.region.getByText('1 booking inserted into Method.').waitFor();
    await autosaved(opened);
    const { posts, trapReads } = stage.sandbox.control.rspace.journal();
    expect(posts.filter(({ fromPage, path }) => !fromPage && path !== '/login')).toEqual([]);
    expect(trapReads).toEqual([]);
  });
});

describe('while an insertion is on its way', () => {
  /** Holds RSpace's answer to the question that comes right before the insertion. */
  async function onItsWay() {
    const opened = await stage.freshPanel({ field: 'Method' });
    const held = stage.sandbox.control.hold({ server: 'rspace', path: editQuestion });
    await selectOne(opened);
    await opened.panel.button('Insert').click();
    await held.reached;
    return { opened, held };
  }

  test('a save re-creates the editor: the insertion goes into the new one', async () => {
    const { opened, held } = await onItsWay();
    await choose(opened.page, 'save');
    held.release();
    await opened.panel.region.getByText('1 booking inserted into Method.').waitFor();
    expect(await tables(opened)).toBe(1);
    const blocks = opened.editor.locator('body > *');
    expect(await blocks.nth((await blocks.count()) - 2).getAttribute('data-tablesource')).toBe(
      'clustermarket',
    );
  });

  test('the person opens another field: nothing goes there', async () => {
    const { opened, held } = await onItsWay();
    const { page, panel } = opened;
    // The panel covers RSpace's pencil.
    await page
      .locator('#div_rtf_1231 p')
      .first()
      .dblclick({ position: { x: 30, y: 10 } });
    await panel.region.getByText('into Objective', { exact: true }).waitFor();
    held.release();
    await panel.region.getByRole('alert').getByText('Open a text field for editing first').waitFor();
    expect(await page.locator('table[data-calira-insertion]').count()).toBe(0);
    expect(await tables(opened)).toBe(0);
    expect(await panel.status.textContent()).toBe('1 selected');
  });

  test('the person closes the document: nothing is inserted, and the page says so', async () => {
    const { opened, held } = await onItsWay();
    const { page, panel } = opened;
    await choose(page, 'saveView');
    await page.locator('#div_rtf_1233').waitFor();
    held.release();
    await panel.region.getByRole('alert').getByText('Open a text field for editing first').waitFor();
    expect(await page.locator('table[data-calira-insertion]').count()).toBe(0);
  });

  test('the person leaves the page: the document stays as it was', async () => {
    const { opened, held } = await onItsWay();
    const before = stored();
    await opened.page.goto(`${stage.sandbox.rspaceUrl}workspace`);
    held.release();
    await opened.page.goto(`${stage.sandbox.rspaceUrl}workspace/editor/structuredDocument/123`);
    expect(stored()).toBe(before);
    await opened.panel.open();
    await opened.panel.loaded();
    expect(await opened.panel.region.getByRole('alert').count()).toBe(0);
  });
});

test('what the person undoes is not said to be inserted any more', async () => {
  const opened = await stage.freshPanel({ field: 'Method' });
  const { page, panel } = opened;
  const said = panel.region.getByText('1 booking inserted into Method.');
  await selectOne(opened);
  await panel.button('Insert').click();
  await said.waitFor();
  await opened.editor.locator('body').press('Control+z');
  await said.waitFor({ state: 'detached' });
  expect(await tables(opened)).toBe(0);
  await picture(page, 'undone');
});

test('Insert right after RSpace’s Save waits for the next editor', async () => {
  const opened = await stage.freshPanel({ field: 'Method' });
  const { page, panel } = opened;
  await selectOne(opened);
  // RSpace asks for the toolbar of the editor that it creates.
  const [reached, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await page.route('**/toolbar.json', async (route) => {
    reached.resolve();
    await release.promise;
    await route.continue();
  });
  await chooseAtOnce(page, 'save');
  await reached.promise;
  expect(await page.locator('iframe[id^=rtf_]').count()).toBe(0);
  await panel.button('Insert').click();
  release.resolve();
  await panel.region.getByText('1 booking inserted into Method.').waitFor();
  expect(await tables(opened)).toBe(1);
  await page.unroute('**/toolbar.json');
});
