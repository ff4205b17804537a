import type { Locator, Page } from 'playwright-core';
import type { browser } from 'wxt/browser';
import type { AuthorisationStage, OpenPanel } from './authorisation-stage.ts';
import type { PanelOnPage } from './panel.ts';

/** Of a page of the extension's own, where some functions here are evaluated. */
declare const chrome: typeof browser;

/** The panel's search, filters and list, by their accessible names. */
export interface FindPanel {
  page: Page;
  panel: PanelOnPage;
  region: Locator;
  grid: Locator;
  search: Locator;
  /** `12 of 211 bookings, 1 filter` */
  summary: Locator;
  view(name: string): Locator;
  combobox(name: string): Locator;
  button(name: string | RegExp): Locator;
  checkbox(name: string): Locator;
  /** Rows of bookings that are in the page now, in their order. */
  rows: Locator;
  /** The row of one booking. */
  row(id: string | number): Locator;
  /** The ids of these. */
  ids(): Promise<string[]>;
  /** The ids of those from one booking to another, both included; both are in the page. */
  between(from: string | number, to: string | number): Promise<string[]>;
  /** How many bookings and headings the list has in all. */
  length(): Promise<number>;
  /** Chooses from a combobox by typing. */
  choose(combobox: string, typed: string): Promise<void>;
}

export function findPanelOf({ page, panel }: OpenPanel): FindPanel {
  const { region } = panel;
  const grid = region.getByRole('grid', { name: 'Bookings' });
  const boxes = region.getByRole('checkbox', { name: /^Select booking/ });
  const rows = grid.getByRole('row').filter({ has: page.getByRole('checkbox') });
  const ids = () =>
    boxes.evaluateAll((all) =>
      all.map((box) => (box.getAttribute('aria-label') ?? '').replace('Select booking ', '')),
    );
  const combobox = (name: string) => region.getByRole('combobox', { name, exact: true });
  return {
    page,
    panel,
    region,
    grid,
    search: region.getByRole('searchbox', { name: 'Search bookings' }),
    summary: region.locator('.list-summary').getByRole('status'),
    view: (name) =>
      region.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name, exact: true }),
    combobox,
    button: (name) => region.getByRole('button', { name, exact: typeof name === 'string' }),
    checkbox: (name) => region.getByRole('checkbox', { name, exact: true }),
    rows,
    row: panel.row,
    ids,
    async between(from, to) {
      await panel.booking(from).waitFor();
      await panel.booking(to).waitFor();
      const all = await ids();
      const ends = [from, to].map((id) => all.indexOf(String(id)));
      return all.slice(Math.min(...ends), Math.max(...ends) + 1);
    },
    length: async () => Number(await grid.getAttribute('aria-rowcount')),
    async choose(name, typed) {
      await combobox(name).fill(typed);
      await region.getByRole('listbox', { name, exact: true }).getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
  };
}

/** The same page as if it were opened for the first time: nothing is remembered of how the list was looked at. */
export async function afresh({ own }: AuthorisationStage, opened: OpenPanel): Promise<FindPanel> {
  await own.evaluate(() => chrome.storage.local.remove('panelChoices'));
  await reopened(opened);
  return findPanelOf(opened);
}

/** Loads the page again and opens the panel. */
async function reopened({ page, panel }: Pick<OpenPanel, 'page' | 'panel'>): Promise<void> {
  await page.reload();
  await panel.open();
  await panel.loaded();
}
