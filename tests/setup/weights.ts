import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './command.ts';
import { chromiumPackage } from './packages.ts';

/** A part of what people download, or of what their pages load, and how heavy it may become (bytes). */
export interface Weight {
  name: string;
  file: string;
  size: number;
  budget: number;
}

const kB = 1_000;

const gzipped = (file: string) => gzipSync(readFileSync(join(root, file)), { level: 9 }).length;

/** @param names of scripts in the build, which are weighed together: all of them, or nothing is. */
function weigh(name: string, names: readonly string[], budget: number): Weight[] {
  const files = names.map((script) => join('.output/chrome-mv3', script));
  if (!files.every((file) => existsSync(join(root, file)))) return [];
  const size = files.map(gzipped).reduce((sum, one) => sum + one);
  return [{ name, file: files.join(' + '), size, budget }];
}

/** The zip that is given to Chrome's store. */
async function weighPackage(budget: number): Promise<Weight> {
  const { length } = await chromiumPackage(root);
  return { name: 'Whole extension, zip', file: 'The package for Chromium', size: length, budget };
}

/** So many parts are weighed. */
export const parts = 5;

/** @returns what the build for Chromium weighs, as far as it is there. To be called after `wxt build`. */
export async function weights(): Promise<Weight[]> {
  return [
    ...weigh(
      'Content script with panel, gzip',
      ['content-scripts/shared.js', 'content-scripts/rspace.js'],
      45 * kB,
    ),
    ...weigh('Script of tables, gzip', ['content-scripts/rspace-tables.js'], 12 * kB),
    ...weigh('Editor adapter, gzip', ['content-scripts/rspace-editor.js'], 8 * kB),
    ...weigh('Background, gzip', ['background.js'], 40 * kB),
    await weighPackage(160 * kB),
  ];
}
