/**
 * The packages for the stores: the same commit gives the same bytes, also built from its source zip alone. The source is
 * built with the dependencies that are installed here; `npm run package:check` installs them from nothing.
 */
import { execFile } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../setup/command.ts';
import { chromiumPackage, packages } from '../setup/packages.ts';
import { unzip } from './unzip.ts';

const folder = mkdtempSync(join(tmpdir(), 'calira-source-'));
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** As a person runs it: Vitest's `NODE_ENV` would make builds for developers, with their folder's path in them. */
const env = { ...process.env, NODE_ENV: undefined };
const runIn = (cwd: string, program: string, ...args: string[]) =>
  promisify(execFile)(program, args, { cwd, env, shell: process.platform === 'win32' });

/** A build keeps one core busy: both are made at once. */
async function build(cwd: string): Promise<void> {
  await Promise.all([runIn(cwd, 'wxt', 'build'), runIn(cwd, 'wxt', 'build', '--browser', 'firefox')]);
}

let first: Map<string, Buffer>;
beforeAll(async () => {
  // Among all tests, both have just been built.
  if (!process.env.BUILT) await build(root);
  first = await packages(root);
});

/** What is in the package whose name ends like this. */
function filesIn(zips: Map<string, Buffer>, ending: string): Map<string, Buffer> {
  const [, bytes] = [...zips].find(([name]) => name.endsWith(ending)) ?? [];
  if (!bytes) throw new Error(`No package ends in ${ending}`);
  return unzip(bytes);
}

test('the zips hold the builds, with the manifest at their root', () => {
  for (const ending of ['-chromium.zip', '-firefox.zip']) {
    const names = [...filesIn(first, ending).keys()];
    expect(names).toEqual(expect.arrayContaining(['background.js', 'manifest.json', 'popup.html']));
    expect(names.filter((name) => !/^[\w./-]+\.(js|json|html|css|png|svg)$/.test(name))).toEqual([]);
  }
});

test('for the first upload to the Chrome store, the key is left out and nothing else', async () => {
  const manifestOf = (files: Map<string, Buffer>) => JSON.parse(String(files.get('manifest.json')));
  const { key, ...rest } = manifestOf(filesIn(first, '-chromium.zip'));
  expect(key).toBeTruthy();
  expect(manifestOf(unzip(await chromiumPackage(root, { key: false })))).toEqual(rest);
});

test('the source zip holds what the builds need, and gives the same files for both browsers', {
  timeout: 300_000,
}, async () => {
  const files = filesIn(first, '-sources.zip');
  const places = new Set([...files.keys()].map((name) => name.split('/')[0]));
  expect([...places].sort()).toEqual(
    [
      ...['CHANGELOG.md', 'LICENSE', 'README.md', 'assets', 'build', 'components', 'docs', 'entrypoints'],
      ...['package-lock.json', 'package.json', 'tsconfig.json', 'utils', 'wxt.config.ts'],
    ].sort(),
  );
  for (const [name, data] of files) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), data);
  }
  if (process.env.FROM_SCRATCH) await runIn(folder, 'npm', 'ci');
  else symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await build(folder);
  for (const browser of ['chromium', 'firefox']) {
    const rebuilt = join(folder, '.output', `${browser === 'chromium' ? 'chrome' : browser}-mv3`);
    const packed = filesIn(first, `-${browser}.zip`);
    const names = globSync('**/*', { cwd: rebuilt, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ parentPath, name }) => relative(rebuilt, join(parentPath, name)).replaceAll(sep, '/'));
    expect(names.sort()).toEqual([...packed.keys()].sort());
    for (const name of names)
      expect(readFileSync(join(rebuilt, name)).equals(packed.get(name) ?? Buffer.of()), name).toBe(true);
  }
});

test('the same files give the same bytes', async () => {
  const again = await chromiumPackage(root);
  const [, before] = [...first].find(([name]) => name.endsWith('-chromium.zip')) ?? [];
  expect(before?.equals(again)).toBe(true);
});
