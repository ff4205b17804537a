import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { choose } from './save-menu.ts';

/** An RSpace document, used as a person uses it. */
export interface DocumentPage {
  page: Page;
  /** Opens a text field for editing with RSpace's pencil and puts the caret at the end of its text. */
  edit(field: string): Promise<void>;
  /** The editor of the field that is open. */
  editor: FrameLocator;
  /** RSpace's *Save*: the editor is removed and created afresh. */
  save(): Promise<void>;
}

/** @param tab the one to open it in, if not a new one. */
export async function openDocument(
  context: BrowserContext,
  rspaceUrl: string,
  id = '123',
  tab?: Page,
): Promise<DocumentPage> {
  const page = tab ?? (await context.newPage());
  await page.goto(`${rspaceUrl}workspace/editor/structuredDocument/${id}`);
  const editor = page.frameLocator('iframe[id^=rtf_]');
  return {
    page,
    editor,
    async edit(field) {
      const row = rowOf(page, field);
      await row.getByTitle('Edit').click();
      await editor.locator('body').click();
      await page.keyboard.press('Control+End');
    },
    async save() {
      const ready = page.evaluate(
        () =>
          new Promise((resolve) =>
            document.addEventListener('tinymce-iframe-loaded', resolve, { once: true }),
          ),
      );
      await choose(page, 'save');
      await ready;
    },
  };
}

function rowOf(page: Page, field: string): Locator {
  return page.locator('tr.field').filter({ has: page.locator('.fieldHeaderName', { hasText: field }) });
}
