import { mkdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { root } from './command.ts';

/** Tells the steps of a job as they are done, and keeps a picture of each. */
export interface StepLog {
  folder: string;
  /** The picture of each step, by its name. */
  pictures: Map<string, string>;
  /** Does one step, and then takes a picture of `page`; also when the step fails, and then it rejects. */
  step<T>(name: string, page: Page, work: () => Promise<T>): Promise<T>;
}

/** @param name the folder in artefacts/ for the pictures; those of an earlier run are deleted. */
export async function createStepLog(name: string): Promise<StepLog> {
  const folder = join(root, 'artefacts', name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pictures = new Map<string, string>();

  async function takePicture(step: string, page: Page): Promise<void> {
    const number = String(pictures.size + 1).padStart(2, '0');
    const file = join(folder, `${number}-${step.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`);
    pictures.set(step, file);
    await page.screenshot({ path: file });
  }

  return {
    folder: relative(root, folder),
    pictures,
    async step(step, page, work) {
      try {
        const value = await work();
        await takePicture(step, page);
        console.log(`  ✓ ${step}`);
        return value;
      } catch (thrown) {
        console.log(`  ✗ ${step}`);
        await takePicture(`${step} failed`, page).catch(() => null);
        throw thrown;
      }
    },
  };
}
