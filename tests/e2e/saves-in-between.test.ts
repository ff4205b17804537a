/** Where an insertion goes after RSpace's *Save* has re-created the editor, and put the focus to its very top. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuthorisationStage, OpenPanel } from './support/authorisation-stage.ts';
import { content, installTestEditor, look, undo, write } from './support/editor.ts';
import { choose } from './support/save-menu.ts';
import { sharedStage } from './support/shared-stage.ts';

let stage: AuthorisationStage;
let opened: OpenPanel;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Has RSpace open *Method*, and touches nothing in it. */
async function openMethod({ page, panel }: OpenPanel): Promise<void> {
  await panel.button('Close').click();
  await page.locator('#edit_1233').click();
  await page.locator('#rtf_1233_ifr').waitFor();
  await panel.open();
  await panel.region.getByText('into Method', { exact: true }).waitFor();
}

async function clickAtEndOf(text: string): Promise<void> {
  await opened.editor.getByText(text).click();
  await opened.page.keyboard.press('End');
}

async function select(): Promise<void> {
  await opened.panel.booking(stage.sandbox.control.specimen('todayLate').id).check();
}

async function inserted(): Promise<void> {
  await opened.panel.region.getByText('0 selected', { exact: true }).waitFor();
  await opened.panel.region.getByText('1 booking inserted into Method.').waitFor();
}

async function insertOne(): Promise<void> {
  await select();
  await opened.panel.button('Insert').click();
  await inserted();
}

describe.each(['5.10.9', '5.1.6'] as const)('TinyMCE %s', (tinymce) => {
  let connected = false;
  beforeEach(async () => {
    if (!connected) {
      stage.sandbox.control.rspace.setVersion({ tinymce });
      await stage.reset();
      await stage.connectedPanel();
      connected = true;
    }
    await stage.leave();
    stage.sandbox.control.releaseLock('123');
    stage.sandbox.control.rspace.setField('123', '1233', '<h2>Method</h2><p>one</p><p>two</p>');
    opened = await stage.openPanel();
    await opened.panel.loaded();
    await installTestEditor(opened.page);
  });

  test('at the end, after what was inserted there before it', async () => {
    await openMethod(opened);
    await clickAtEndOf('two');
    await insertOne();
    await opened.save();
    await insertOne();
    expect(await look(opened.page)).toBe('<h2>Method</h2><p>one</p><p>two</p>[table][table]<p>|</p>');
  });

  test('where the caret was, whatever is saved how often', async () => {
    await openMethod(opened);
    await clickAtEndOf('one');
    await opened.save();
    await opened.save();
    await insertOne();
    await opened.save();
    await insertOne();
    expect(await look(opened.page)).toBe('<h2>Method</h2><p>one</p>[table][table]<p>|two</p>');
  });

  test('at the end, where a save has taken away what the caret was in', async () => {
    await openMethod(opened);
    await write(opened.page, '<h2>Method</h2><p>one <mark>t|</mark> three</p><p>four</p>');
    await opened.page.keyboard.type('wo');
    await opened.save();
    await insertOne();
    expect(await look(opened.page)).toBe('<h2>Method</h2><p>one two three</p><p>four</p>[table]<p>|</p>');
  });

  test('at the end of a field that was never clicked', async () => {
    await openMethod(opened);
    await opened.save();
    const undisturbed = await content(opened.page);
    await insertOne();
    expect(await look(opened.page)).toBe('<h2>Method</h2><p>one</p><p>two</p>[table]<p>|</p>');
    await undo(opened.page);
    expect(await content(opened.page)).toBe(undisturbed);
  });

  test.each([
    ['a table', '<table><tbody><tr><td>a</td></tr></tbody></table><p>one</p>'],
    ['an attachment', '<div class="attachmentDiv mceNonEditable"><p>plan.pdf</p></div><p>one</p>'],
    ['a list', '<ul><li>a</li></ul><p>one</p>'],
  ])('at the end of a field that was never clicked, and begins with %s', async (_what, text) => {
    stage.sandbox.control.rspace.setField('123', '1233', text);
    await opened.page.reload();
    await opened.panel.open();
    await opened.panel.loaded();
    await openMethod(opened);
    await opened.save();
    await insertOne();
    expect(await look(opened.page)).toMatch(/<p>one<\/p>\[table\]<p>\|<\/p>$/);
  });

  test('at the end of a field that was never clicked, left for another one and opened again', async () => {
    await openMethod(opened);
    await opened.panel.button('Close').click();
    await opened.page.locator('#edit_1234').click();
    await opened.page.locator('#rtf_1234_ifr').waitFor();
    await opened.panel.open();
    await openMethod(opened);
    await insertOne();
    expect(await look(opened.page)).toBe('<h2>Method</h2><p>one</p><p>two</p>[table]<p>|</p>');
  });

  test('after what was inserted at the end of a field that was never clicked', async () => {
    await openMethod(opened);
    await insertOne();
    await opened.save();
    await insertOne();
    expect(await look(opened.page)).toBe('<h2>Method</h2><p>one</p><p>two</p>[table][table]<p>|</p>');
  });

  test('after what was inserted into a field that the panel has opened', async () => {
    await select();
    await opened.panel.button('Open Method for editing').click();
    await inserted();
    await opened.save();
    await insertOne();
    expect(await look(opened.page)).toBe('<h2>Method</h2><p>one</p><p>two</p>[table][table]<p>|</p>');
  });

  test('at the end of a field that the panel opens again, as it says', async () => {
    await openMethod(opened);
    await clickAtEndOf('one');
    await choose(opened.page, 'saveView');
    await select();
    await opened.panel.region
      .getByText(/^No text field is open\. The selected booking goes to the end/)
      .waitFor();
    await opened.panel.button('Open Method for editing').click();
    await inserted();
    expect(await look(opened.page)).toBe('<h2>Method</h2><p>one</p><p>two</p>[table]<p>|</p>');
  });
});
