/** In a browser that speaks another language: the extension speaks it, fits, and inserts text in the language chosen. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { browser } from 'wxt/browser';
import { tableWords } from '../../utils/rspace/output/table-words.ts';
import { usualColumns } from '../../utils/settings/columns.ts';
import { connect } from '../sandbox/connect.ts';
import { openAuthorisationStage } from './support/authorisation-stage.ts';
import { extensionId } from './support/chromium.ts';
import { openDocument } from './support/document-page.ts';
import { cutOff } from './support/fits.ts';
import { keepPicture } from './support/screenshots.ts';
import { speakerOf } from './support/speaker.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

const english = await speakerOf('en');
const booking = '4980109';
const widths = [360, 900];

/** Every language, and for one of them another that text is then inserted in. */
const languages = [
  ['de', 'fr'],
  ['fr', null],
  ['es', null],
  ['nb', null],
] as const;

test.each(languages)('in %s', async (language, other) => {
  await using stage = await openAuthorisationStage({ language, welcome: 'kept' });
  const { sandbox, context } = stage;
  const says = await speakerOf(language);
  const strangers = new Set(
    [...english.plain]
      .filter(([key, text]) => says.plain.get(key) !== text)
      .map(([, text]) => text)
      // Calira's own words, which nobody translates.
      .filter((text) => !['Booked', 'Completed', 'Calira'].includes(text)),
  );
  for (const text of says.plain.values()) strangers.delete(text);

  /** Everything on this page is in the language, and nothing is cut off. */
  async function look(page: Page, what: string): Promise<void> {
    expect(await languageOf(page), `the language that ${what} says it has`).toBe(language);
    const said = await textsOn(page);
    expect(
      said.filter((text) => strangers.has(text)),
      `English in ${what}`,
    ).toEqual([]);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 860 });
      await keepPicture(page, `languages/${what}-${width}-${language}`);
      expect(await cutOff(page), `${what} at ${width} px`).toEqual([]);
    }
  }
  const own = async (path: string) => {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/${path}.html`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };

  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  const welcome = context.pages().find(isWelcome) as Page;
  await welcome.getByRole('button', { name: says('action.openOptions') }).waitFor();
  expect(
    await welcome.evaluate(() => chrome.i18n.getUILanguage()),
    'This Chromium lacks the language: Debian packs it apart (chromium-l10n).',
  ).toBe(language);
  expect(await welcome.title()).toBe(says('extension.name'));
  await look(welcome, 'welcome');

  await stage.reset();
  await connect(sandbox, { client: 'public', labs: [1207, 1208] });
  sandbox.control.setConsent('skip');
  const { page, edit, editor } = await openDocument(context, sandbox.rspaceUrl);
  const panel = page.getByRole('region', { name: says('panel.title') });
  const button = (key: string) => panel.getByRole('button', { name: says(key), exact: true });
  const open = async () => {
    await edit('Method');
    await page.getByRole('button', { name: says('panel.open'), exact: true }).click();
  };
  const search = panel.getByRole('searchbox', { name: says('find.search') });
  const insert = async () => {
    await search.fill(booking);
    await panel.getByRole('checkbox', { name: says('panel.selectBooking', [booking]) }).check();
    await button('panel.insert').click();
    await panel
      .getByText(
        says('panel.insertedInto', [says.count('panel.bookingsOf', 1, ['1']), 'Method']).replace(/\.$/, ''),
      )
      .waitFor();
  };
  const table = editor.locator('table[data-calira-columns]');
  const headings = () => table.last().locator('th').allTextContents();
  const expectWordsOf = async (chosen: 'de' | 'fr' | 'es' | 'nb') => {
    const words = tableWords[chosen];
    expect(await headings()).toEqual(usualColumns.map((column) => words.columns[column]));
    expect(await table.last().innerText()).toContain(words.provenance('').trim());
  };

  await open();
  await button('action.connect').waitFor();
  await look(page, 'panel-disconnected');
  await button('action.connect').click();
  await panel.getByText(new RegExp(`^${says.count('find.shownOf', 211, ['\\d+', '\\d+'])}`)).waitFor();
  const day = new Intl.DateTimeFormat(language, { weekday: 'long' }).format();
  await panel.getByText(new RegExp(`^${says('panel.day.today')}.*${day}`, 'i')).waitFor();
  await look(page, 'panel');
  await insert();
  await expectWordsOf(language);
  await look(page, 'panel-inserted');
  await button('columns.title').click();
  await panel.getByRole('dialog').getByRole('columnheader').first().waitFor();
  await look(page, 'panel-columns');
  await button('columns.done').click();

  sandbox.control.changeBooking(Number(booking), { status: 'Declined' });
  await button('update.start').click();
  await panel.getByText(says.count('update.changes', 1)).waitFor();
  await look(page, 'panel-update');
  await button('update.apply').click();
  await panel.getByText(says.count('update.done', 1)).waitFor();
  await panel
    .getByRole('dialog')
    .getByRole('button', { name: says('update.close'), exact: true })
    .click();

  sandbox.control.addFault({
    match: { path: '/v1/bookings' },
    times: 'always',
    kind: { type: 'status', status: 503 },
  });
  await button('panel.refresh').click();
  await panel.getByText(says('error.unavailable')).waitFor();
  await look(page, 'panel-error');
  sandbox.control.clearFaults();

  const popup = await own('popup');
  await popup.getByRole('group', { name: says('popup.labs') }).waitFor();
  await look(popup, 'popup');
  await popup.close();

  const options = await own('options');
  const title = await options.title();
  expect(title).toBe(says('options.pageTitle'));
  await look(options, 'options');
  if (!other) return;

  sandbox.control.changeBooking(Number(booking), { status: 'Completed' });
  const choice = options.getByRole('combobox', { name: says('options.language.label') });
  // As a person does, by keyboard: a change that a script makes counts for nothing.
  await choice.focus();
  while ((await choice.inputValue()) !== other) await options.keyboard.press('ArrowDown');
  await expect.poll(() => chosenLanguage(stage.own)).toBe(other);
  await page.bringToFront();
  await page.reload();
  await open();
  await insert();
  await expectWordsOf(other);
});

/** The language of inserted text as the background has stored it. */
function chosenLanguage(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const { panelChoices } = await chrome.storage.local.get<{ panelChoices: { documentLanguage: unknown } }>(
      'panelChoices',
    );
    return panelChoices.documentLanguage;
  });
}

/** What assistive technology takes for the language of a page, or of the panel on it. */
function languageOf(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => {
    const panel = document.querySelector('calira-bookings')?.shadowRoot?.querySelector('.root');
    return (panel ?? document.documentElement).getAttribute('lang');
  });
}

/** Every text and every name on a page, or in the panel on it. */
function textsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root =
      document.querySelector('calira-bookings')?.shadowRoot?.querySelector('.root') ?? document.body;
    const texts: string[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode.textContent?.trim() ?? '');
    const named = [...root.querySelectorAll('*')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [...texts, ...named].filter((text) => text !== '');
  });
}
