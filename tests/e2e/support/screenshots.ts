import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = join(import.meta.dirname, '../../../artefacts/screenshots');

/** @returns a function that keeps a picture of each step of a test, in the order of the steps. */
export function stepPictures(name: string) {
  mkdirSync(folder, { recursive: true });
  let step = 0;
  return async (page: Page, what: string) => {
    step += 1;
    const number = String(step).padStart(2, '0');
    await page.screenshot({ path: join(folder, `${name}-${number}-${what}.png`), animations: 'disabled' });
  };
}

/** Keeps a picture under a name of its own; folders in it are made. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
