/** What *Copy* puts on the clipboard, pasted by the keyboard into RSpace's editor. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { content, installTestEditor, look, undo, write } from './support/editor.ts';
import { stepPictures } from './support/screenshots.ts';
import { sharedStage } from './support/shared-stage.ts';

const picture = stepPictures('copy-and-paste');

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

test.each(['5.10.9', '5.1.6'] as const)(
  'pasted into TinyMCE %s, it is the very table that is inserted',
  async (tinymce) => {
    stage.sandbox.control.rspace.setVersion({ tinymce });
    await stage.reset();
    const { page, panel } = await stage.connectedPanel({ field: 'Method' });
    await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await installTestEditor(page);
    for (const name of ['todayEarly', 'todayLate'] as const)
      await panel.booking(stage.sandbox.control.specimen(name).id).check();

    await panel.button('Copy').click();
    await panel.region.getByText('2 bookings copied as a table.').waitFor();
    await write(page, '<p>one|</p><p>two</p>');
    await page.keyboard.press('Control+v');
    await expect.poll(() => look(page)).toMatch(/^<p>one<\/p>\[table\]/);
    const pasted = await content(page);
    await picture(page, `pasted-${tinymce}`);
    await undo(page);

    await write(page, '<p>one|</p>');
    for (const tables of ['[table]', '[table][table]']) {
      await page.keyboard.press('Control+v');
      await expect.poll(() => look(page)).toBe(`<p>one</p>${tables}<p>|</p>`);
    }
    await page.keyboard.press('Control+z');
    await expect.poll(() => look(page)).toMatch(/^<p>one<\/p>\[table\](?!\[table)/);

    await write(page, '<p>one|</p><p>two</p>');
    await panel.button('Insert').click();
    await panel.region.getByText('2 bookings inserted into Method.').waitFor();
    const table = (html: string) =>
      /<table.*<\/table>/s.exec(html)?.[0].replace(/data-calira-insertion="[^"]*"/, '') ?? html;
    expect(table(pasted)).toBe(table(await content(page)));
  },
);
