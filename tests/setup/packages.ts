/** What is given to the browsers' stores: a zip for Chromium, one for Firefox, and the source that Firefox's is built from. */
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import process from 'node:process';
import packageJson from '../../package.json' with { type: 'json' };
import { root } from './command.ts';
import { quickly, tightly } from './deflated.ts';
import type { ZipEntry } from './zip.ts';
import { zip } from './zip.ts';

/** Everything that a build is made from, and what tells how. Nothing else is in the source zip. */
const sources = [
  '{README,CHANGELOG}.md',
  'LICENSE',
  'docs/releasing.md',
  '{package,package-lock,tsconfig}.json',
  'wxt.config.ts',
  'assets/**/*.{css,json,png,svg,yml}',
  '{build,entrypoints,components,utils}/**/*.{ts,tsx,css,html}',
];

function entriesIn(folder: string, patterns: readonly string[]): ZipEntry[] {
  const found = globSync([...patterns], { cwd: folder, withFileTypes: true }).filter((one) => one.isFile());
  return found.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    const inside = path.slice(folder.length + 1);
    return { name: inside.replaceAll(sep, '/'), data: readFileSync(path) };
  });
}

/** When the commit was made that is packed; outside a clone, `SOURCE_DATE_EPOCH` or the earliest that a zip can tell. */
function commitTime(): Date {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given) return new Date(Number(given) * 1000);
  try {
    const seconds = execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
    return new Date(Number(seconds) * 1000);
  } catch {
    return new Date(Date.UTC(1980, 0, 1));
  }
}

/** The Chrome store takes no `key` at the first upload, and gives one: docs/releasing.md. */
function withoutKey(entry: ZipEntry): ZipEntry {
  if (entry.name !== 'manifest.json') return entry;
  const { key: _, ...manifest } = JSON.parse(Buffer.from(entry.data).toString('utf8'));
  return { ...entry, data: Buffer.from(JSON.stringify(manifest)) };
}

const built = (folder: string, build: string) => entriesIn(join(folder, '.output', build), ['**/*']);

/** @returns the bytes of the zip for Chromium. @param key whether its manifest keeps the `key`. */
export function chromiumPackage(folder: string, { key = true } = {}): Promise<Buffer> {
  const entries = built(folder, 'chrome-mv3');
  return zip(key ? entries : entries.map(withoutKey), commitTime(), tightly);
}

/**
 * Packs what has been built.
 * @param folder of the project.
 * @param key whether the Chromium zip's manifest keeps its `key`.
 * @returns each zip's bytes by its file name. The same commit gives the same bytes.
 */
export async function packages(folder: string, { key = true } = {}): Promise<Map<string, Buffer>> {
  const name = `${packageJson.name}-${packageJson.version}`;
  return new Map([
    [`${name}-chromium.zip`, await chromiumPackage(folder, { key })],
    [`${name}-firefox.zip`, await zip(built(folder, 'firefox-mv3'), commitTime(), tightly)],
    [`${name}-firefox-sources.zip`, await zip(entriesIn(folder, sources), commitTime(), quickly)],
  ]);
}
