import { globSync, readFileSync } from 'node:fs';
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

/** @param pattern of files in `.output`, which are weighed together. @param size of one's content. */
function weigh(name: string, pattern: string, budget: number, size: (content: Buffer) => number): Weight[] {
  const files = globSync(join('.output', pattern), { cwd: root }).sort();
  const sizes = files.map((file) => size(readFileSync(join(root, file))));
  const all = sizes.reduce((sum, one) => sum + one, 0);
  return files.length > 0 ? [{ name, file: files.join(' + '), size: all, budget }] : [];
}

const gzipped = (content: Buffer) => gzipSync(content, { level: 9 }).length;

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
      'chrome-mv3/content-scripts/{shared,rspace}.js',
      40 * kB,
      gzipped,
    ),
    ...weigh('Script of tables, gzip', 'chrome-mv3/content-scripts/rspace-tables.js', 12 * kB, gzipped),
    ...weigh('Editor adapter, gzip', 'chrome-mv3/content-scripts/rspace-editor.js', 8 * kB, gzipped),
    ...weigh('Background, gzip', 'chrome-mv3/background.js', 40 * kB, gzipped),
    await weighPackage(150 * kB),
  ];
}
