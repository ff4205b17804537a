import type { Page } from 'playwright-core';

/** The entries of RSpace's SAVE menu that tests use. */
type Entry = 'save' | 'saveView';

/** Chooses from RSpace's SAVE menu, as a person does; an older RSpace has a button for each entry. */
export async function choose(page: Page, entry: Entry): Promise<void> {
  if ((await page.locator(`#${entry}`).count()) === 0)
    await page.getByRole('button', { name: 'SAVE', exact: true }).click();
  await page.locator(`#${entry}`).click();
}

/** The same within one task of the page: for tests of what happens right after it, and where something lies above it. */
export async function chooseAtOnce(page: Page, entry: Entry): Promise<void> {
  await page.evaluate((id) => {
    if (!document.getElementById(id)) document.getElementById('saveMenu')?.click();
    document.getElementById(id)?.click();
  }, entry);
}
