/** Where a table lands, in the real TinyMCE: never nested, nothing lost, one undo step, the caret after it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import type { Chromium } from './support/chromium.ts';
import { startChromium } from './support/chromium.ts';
import type { DocumentPage } from './support/document-page.ts';
import { readyToInsert } from './support/main-job.ts';
import type { PanelOnPage } from './support/panel.ts';

let sandbox: Sandbox;
let browser: Chromium;
let document: DocumentPage;
let panel: PanelOnPage;

beforeAll(async () => {
  sandbox = await startSandbox();
  browser = await startChromium();
  ({ document, panel } = await readyToInsert(browser, sandbox));
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await sandbox.close();
});

/** Fills the open field and puts the caret at `|`; `[` and `]` are the ends of a selection. */
async function write(page: Page, html: string): Promise<void> {
  await page.evaluate((marked) => {
    const { tinymce } = window as unknown as { tinymce: { activeEditor: TestEditor } };
    const editor = tinymce.activeEditor;
    editor.focus();
    editor.setContent(marked);
    const walker = editor.getDoc().createTreeWalker(editor.getBody(), NodeFilter.SHOW_TEXT);
    const range = editor.getDoc().createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const mark of ['[', ']', '|']) {
        const at = (node.nodeValue ?? '').indexOf(mark);
        if (at < 0) continue;
        node.nodeValue = (node.nodeValue ?? '').replace(mark, '');
        if (mark !== ']') range.setStart(node, at);
        if (mark !== '[') range.setEnd(node, at);
      }
    }
    editor.selection.setRng(range);
    editor.undoManager.clear();
    editor.undoManager.add();
  }, html);
}

interface TestEditor {
  focus(): void;
  setContent(html: string): void;
  getContent(): string;
  getBody(): HTMLElement;
  getDoc(): Document;
  selection: { setRng(range: Range): void; getNode(): Element };
  undoManager: { clear(): void; add(): void; undo(): void };
}

/** What would be saved, every inserted table written as `[table]`, and where the caret is. */
const look = (page: Page) =>
  page.evaluate(() => {
    const { tinymce } = window as unknown as { tinymce: { activeEditor: TestEditor } };
    const editor = tinymce.activeEditor;
    const content = new DOMParser().parseFromString(editor.getContent(), 'text/html').body;
    for (const table of content.querySelectorAll('table[data-calira-insertion]'))
      table.replaceWith('[table]');
    for (const text of content.querySelectorAll('p'))
      if (text.textContent === '\u00a0') text.textContent = '';
    const before = editor.selection.getNode().previousElementSibling;
    return {
      html: content.innerHTML.replace(/\n/g, ''),
      afterTable: before?.hasAttribute('data-calira-insertion') ?? false,
    };
  });

const undo = (page: Page) =>
  page.evaluate(() => {
    const { tinymce } = window as unknown as { tinymce: { activeEditor: TestEditor } };
    tinymce.activeEditor.undoManager.undo();
  });

test.for<[string, string, string]>([
  ['in the middle of a text', '<p>one |two</p>', '<p>one</p>[table]<p>two</p>'],
  ['at the start of a paragraph', '<p>|one</p><p>two</p>', '[table]<p>one</p><p>two</p>'],
  ['at the end of a paragraph', '<p>one|</p><p>two</p>', '<p>one</p>[table]<p>two</p>'],
  ['with a selection, which stays', '<p>one [two] three</p>', '<p>one two</p>[table]<p>three</p>'],
  [
    'in a cell of a table',
    '<table><tbody><tr><td>a|</td><td>b</td></tr></tbody></table><p>after</p>',
    '<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>[table]<p>after</p>',
  ],
  [
    'in a table within a table',
    '<table><tbody><tr><td>a<table><tbody><tr><td>b|</td></tr></tbody></table></td></tr></tbody></table>',
    '<table><tbody><tr><td>a<table><tbody><tr><td>b</td></tr></tbody></table></td></tr></tbody></table>[table]<p></p>',
  ],
  [
    'in a list',
    '<ul><li>on|e</li><li>two</li></ul><p>after</p>',
    '<ul><li>one</li><li>two</li></ul>[table]<p>after</p>',
  ],
  ['in a heading', '<h2>Meth|od</h2><p>after</p>', '<h2>Method</h2>[table]<p>after</p>'],
  [
    'in a block that cannot be edited',
    '<div class="mceNonEditable">file|</div><p>after</p>',
    '<div class="mceNonEditable">file</div>[table]<p>after</p>',
  ],
])('%s', async ([, before, after]) => {
  const { page } = document;
  await write(page, before);
  const undisturbed = (await look(page)).html;
  await panel.region
    .getByRole('checkbox', { name: /^Select booking/ })
    .first()
    .check();
  await panel.button('Insert').click();
  await panel.region.getByText('1 booking inserted into Method.').waitFor();
  const inserted = await look(page);
  expect(inserted.html).toBe(after);
  expect(inserted.afterTable, 'the caret is in the paragraph after the table').toBe(true);
  await undo(page);
  expect((await look(page)).html, 'one undo takes away what was inserted').toBe(undisturbed);
});

test('an insertion that fails half-way is taken back, and said so', async () => {
  const { page } = document;
  await write(page, '<p>one|</p>');
  await page.evaluate(() => {
    const { tinymce } = window as unknown as {
      tinymce: { activeEditor: { once(name: string, act: (event: { content: string }) => void): void } };
    };
    tinymce.activeEditor.once('BeforeSetContent', (event) => {
      event.content = event.content.replace('data-calira-insertion', 'data-stripped');
    });
  });
  await panel.region
    .getByRole('checkbox', { name: /^Select booking/ })
    .first()
    .check();
  await panel.button('Insert').click();
  await panel.region.getByText('The table could not be inserted; nothing was changed.').waitFor();
  expect((await look(page)).html).toBe('<p>one</p>');
  await panel.button('Insert').click();
  await panel.region.getByText('1 booking inserted into Method.').waitFor();
});

test('closing the panel gives the focus back to the editor', async () => {
  const { page } = document;
  await panel.button('Close').click();
  await document.editor.locator('p').first().click();
  await panel.open();
  await page.keyboard.press('Escape');
  await panel.region.waitFor({ state: 'detached' });
  await expect.poll(() => page.evaluate(() => window.document.activeElement?.nodeName)).toBe('IFRAME');
  await panel.open();
  await panel.loaded();
});

test('in a field that has never been clicked, at its end', async () => {
  const { page } = document;
  await page.locator('#saveView').click();
  await panel.region.getByText('Open a text field for editing first (the pencil).').waitFor();
  await panel.button('Close').click();
  await page.locator('#edit_1234').click();
  await document.editor.locator('body').waitFor();
  await panel.open();
  await panel.loaded();
  await panel.region.getByText('into Results').waitFor();
  await panel.region
    .getByRole('checkbox', { name: /^Select booking/ })
    .first()
    .check();
  await panel.button('Insert').click();
  await panel.region.getByText('1 booking inserted into Results.').waitFor();
  const blocks = document.editor.locator('body > *');
  const last = await blocks.count();
  expect(await blocks.nth(last - 2).getAttribute('data-tablesource')).toBe('clustermarket');
});
