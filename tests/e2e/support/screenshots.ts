import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { picturesAreWanted } from '../../setup/pictures.ts';

const folder = join(import.meta.dirname, '../../../artefacts/screenshots');

/** @returns a function that keeps a picture of each step of a test, in the order of the steps. */
export function stepPictures(name: string) {
  let step = 0;
  return async (page: Page, what: string) => {
    step += 1;
    await keepPicture(page, `${name}-${String(step).padStart(2, '0')}-${what}`);
  };
}

/** Keeps a picture under a name of its own, if pictures are wanted; folders in it are made. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (picturesAreWanted) await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}
