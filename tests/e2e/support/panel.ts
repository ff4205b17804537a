import type { Locator, Page } from 'playwright-core';

/** The panel on a document page, by its accessible names. */
export interface PanelOnPage {
  region: Locator;
  open(): Promise<void>;
  button(name: string): Locator;
  /** Waits until every booking is listed and nothing is loading any more. */
  loaded(): Promise<void>;
  /** The checkbox of a booking whose row is in the page. */
  booking(id: string | number): Locator;
  /** The row of a booking, where that is in the page. */
  row(id: string | number): Locator;
  /** *n selected* */
  status: Locator;
}

const boxOf = (id: string | number) => `Select booking ${id}`;

export function panelOn(page: Page): PanelOnPage {
  // Within its host: a page of RSpace's has thousands of elements to look through.
  const region = page.locator('calira-bookings').getByRole('region', { name: 'Calira bookings' });
  return {
    region,
    status: region.getByText(/^\d+ selected$/),
    button: (name) => region.getByRole('button', { name, exact: true }),
    booking: (id) => region.getByRole('checkbox', { name: boxOf(id) }),
    row: (id) => region.getByRole('row').filter({ has: page.getByRole('checkbox', { name: boxOf(id) }) }),
    async open() {
      await page.getByRole('button', { name: 'Insert Calira booking' }).click();
      await region.waitFor();
    },
    async loaded() {
      await region.getByRole('checkbox', { name: 'Select all' }).waitFor();
      await region.getByText(/^updated /).waitFor();
      // What an earlier reading has left is shown while Calira is being asked again.
      await region.getByRole('progressbar', { name: 'Loading bookings' }).waitFor({ state: 'detached' });
    },
  };
}
