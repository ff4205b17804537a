import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { scopes } from '../../utils/calira/oauth.ts';
import { CHROMIUM_KEY, GECKO_ID } from '../../utils/extension-id.ts';
import { bookingColumns } from '../../utils/settings/columns.ts';
import { managedKeys, readPolicy } from '../../utils/settings/managed.ts';
import config from '../../wxt.config.ts';
import { chromiumId, EXTENSION_REDIRECT_URIS } from '../sandbox/redirect-uris.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root }).map((file) => ({ file, text: read(file) }));

/** Relative targets of links and images, without their anchors. */
function targets(text: string): string[] {
  const all = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return all.filter((target) => !/^[a-z]+:/.test(target)).map((target) => target.replace(/#.*/, ''));
}

/** Links to headings, as page and heading: `docs/privacy.md`, `what-it-sends`. */
function anchors(file: string, text: string): { page: string; heading: string }[] {
  const all = [...text.matchAll(/\]\(((?![a-z]+:)[^)\s#]*)#([^)\s]+)\)/g)];
  return all.map(([, target, heading = '']) => ({
    page: target ? join(dirname(file), target) : file,
    heading,
  }));
}

/** The names that a page's headings have in its address. */
const headingsOf = (page: string) =>
  [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

/** The npm scripts that a text names. */
function scripts(text: string): string[] {
  return [...text.matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
    ([, run, short]) => run ?? short ?? '',
  );
}

describe('the documentation', () => {
  test('is found, with links and scripts in it', () => {
    expect(pages.map(({ file }) => file)).toContain('docs/administrators.md');
    expect(targets(read('README.md'))).toContain('docs/images/panel.png');
    expect(scripts(read('README.md'))).toEqual(expect.arrayContaining(['start', 'test', 'sandbox']));
  });

  test.each(pages)('$file: what it links to exists', ({ file, text }) => {
    const missing = targets(text).filter(
      (target) => target && !existsSync(join(root, dirname(file), target)),
    );
    expect(missing).toEqual([]);
  });

  test('links to headings that are there', () => {
    const all = pages.flatMap(({ file, text }) => anchors(file, text));
    expect(all).toContainEqual({ page: 'README.md', heading: 'find-bookings' });
    expect(all.filter(({ page, heading }) => !headingsOf(page).includes(heading))).toEqual([]);
  });

  test.each(pages)('$file: the scripts that it names exist', ({ text }) => {
    expect(Object.keys(packageJson.scripts)).toEqual(expect.arrayContaining(scripts(text)));
  });
});

describe('docs/administrators.md', () => {
  const text = read('docs/administrators.md');

  test('names the redirect URLs of both browsers, and no other', () => {
    const named = text.match(/https:\/\/[\w.-]+\.(?:chromiumapp\.org|extensions\.allizom\.org)\//g);
    expect(named).toEqual(EXTENSION_REDIRECT_URIS);
  });

  test('names the scopes that are asked for', () => {
    expect(text).toContain(`\`${scopes}\``);
  });

  test('sets policies for this extension that can be used as they stand', () => {
    const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) => JSON.parse(json));
    const [chromium, firefox] = [
      examples[0]['3rdparty'].extensions[chromiumId(CHROMIUM_KEY)],
      examples[1].policies['3rdparty'].Extensions[GECKO_ID],
    ];
    for (const policy of [chromium, firefox]) {
      const { settings, unusable } = readPolicy(policy);
      expect(Object.keys(settings)).toEqual(Object.keys(policy));
      expect(unusable).toEqual([]);
    }
    const others = text.match(/extensions[.\\][a-p]{32}/g) ?? [];
    expect(new Set(others.map((place) => place.slice(-32)))).toEqual(new Set([chromiumId(CHROMIUM_KEY)]));
  });

  test('explains every setting of a policy, and every column', () => {
    const settings = [...text.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(settings).toEqual(expect.arrayContaining([...managedKeys]));
    for (const column of bookingColumns) expect(text).toContain(`\`${column}\``);
  });
});

/** Every permission of the manifest, in its order. */
async function permissions(): Promise<string[]> {
  if (typeof config.manifest !== 'function') throw new Error('The manifest is no function any more.');
  const asked = await config.manifest({
    browser: 'chrome',
    mode: 'production',
    command: 'build',
    manifestVersion: 3,
  });
  const optional = asked.optional_host_permissions ?? [];
  return [
    ...(asked.permissions ?? []),
    ...(asked.host_permissions ?? []),
    ...optional.map((host) => `${host} (optional)`),
  ];
}

test('docs/permissions.md has a section for every permission of the manifest, and for no other', async () => {
  const sections = [...read('docs/permissions.md').matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
  expect(sections).toEqual([...(await permissions()), 'What is not asked for']);
});

describe('docs/releasing.md', () => {
  const text = read('docs/releasing.md');

  test('justifies every permission of the manifest, and no other', async () => {
    const [, table = ''] = /### Why each permission\n([\s\S]*?)\n\[/.exec(text) ?? [];
    const justified = [...table.matchAll(/^\| `(.*)`(.*) \| /gm)].map(([, name, rest]) => `${name}${rest}`);
    expect(justified).toEqual(await permissions());
  });

  test('has the name and the summary of the manifest, as long as the stores let them be', () => {
    const [, name = '', summary = ''] =
      /^extension:\n {2}name: (.*)\n {2}description: (.*)$/m.exec(read('assets/locales/en.yml')) ?? [];
    expect(text).toContain(`| Name | ${name} (`);
    expect(text).toContain(`| Summary | ${summary} (`);
    expect(name.length).toBeLessThanOrEqual(45);
    expect(summary.length).toBeLessThanOrEqual(132);
  });

  test('names pictures that are there, in the sizes that they are named after', () => {
    const named = [...text.matchAll(/`(docs\/images\/store\/[^`]*)`/g)].map(([, pattern = '']) => pattern);
    expect(named.length).toBeGreaterThan(3);
    for (const pattern of named) expect(globSync(pattern, { cwd: root }).length, pattern).toBeGreaterThan(0);
    for (const file of globSync('docs/images/store/*', { cwd: root })) {
      const [, ...size] = /-(\d+)x(\d+)\.png$/.exec(file) ?? [];
      const png = readFileSync(join(root, file));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], file).toEqual(size.map(Number));
      // Only where there is no transparency (2: red, green, blue) do the stores take a screenshot or a tile.
      if (!/\/(icon|logo)-/.test(file)) expect(png.readUInt8(25), file).toBe(2);
    }
  });
});

test('docs/troubleshooting.md has a section for every message of an error, word for word', () => {
  const [, block = ''] = /^error:\n((?: {2}.*\n)+)/m.exec(read('assets/locales/en.yml')) ?? [];
  const messages = [...block.matchAll(/^ {2}\w+: (.*)$/gm)].map(([, text = '']) =>
    text.replace(/^"(.*)"$/, '$1'),
  );
  const sections = [...read('docs/troubleshooting.md').matchAll(/^### (.*)$/gm)].map(
    ([, heading]) => heading,
  );
  expect(messages.length).toBeGreaterThan(20);
  expect(sections.toSorted()).toEqual(messages.toSorted());
});
