/**
 * The arrows between the parts of the extension. They point one way, so that each part can be read, tested and replaced
 * without the ones above it: entrypoints → components → utils, and inside utils as it stands below.
 */
import { describe, expect, test } from 'vitest';
import type { Import, SourceFile } from '../support/source-files.ts';
import { extensionFiles } from '../support/source-files.ts';

const within = (folder: string) => extensionFiles.filter(({ path }) => path.startsWith(`${folder}/`));
const own = ({ to }: Import) => /^(entrypoints|components|utils|tests)\//.test(to);

/** @returns every import of `files` that `allowed` does not allow, as `from → to`. */
function strays(files: SourceFile[], allowed: (target: Import, file: SourceFile) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter((target) => own(target) && !allowed(target, file))
      .map(({ to, typeOnly }) => `${file.path} → ${to}${typeOnly ? ' (types)' : ''}`),
  );
}

test('there are files to look at', () => {
  for (const folder of ['entrypoints', 'components', 'utils'])
    expect(within(folder).length).toBeGreaterThan(3);
  expect(extensionFiles.flatMap(({ imports }) => imports).filter(own).length).toBeGreaterThan(100);
});

test('utils know neither components nor entrypoints', () => {
  const why = 'Move what is shared down into utils, or hand it in as a parameter.';
  expect(
    strays(within('utils'), ({ to }) => to.startsWith('utils/')),
    why,
  ).toEqual([]);
});

test('components know no entrypoint', () => {
  const why = 'An entrypoint only wires: what a component needs of it belongs into components or utils.';
  expect(
    strays(within('components'), ({ to }) => /^(components|utils)\//.test(to)),
    why,
  ).toEqual([]);
});

test('surfaces do not know one another: what they share is in components/ui', () => {
  const surface = (path: string) => path.split('/')[1] ?? '';
  const allowed = ({ to }: Import, { path }: SourceFile) =>
    !to.startsWith('components/') || ['ui', surface(path)].includes(surface(to));
  expect(strays(within('components'), allowed), 'Put what two surfaces need into components/ui.').toEqual([]);
});

describe('inside utils', () => {
  const any = () => true;
  /** Which other folders of utils a folder may import from. */
  const rules: Record<string, (target: Import, path: string) => boolean> = {
    'utils/bookings': () => false,
    'utils/settings': ({ to }) => to.startsWith('utils/bookings/'),
    'utils/messages': (target, path) =>
      (target.typeOnly &&
        /^utils\/(bookings\/booking|calira\/(connection|connection-report|lab-choice)|settings\/columns)\.ts$/.test(
          target.to,
        )) ||
      // What a panel asks to be remembered is checked by the schema of what is stored.
      target.to === 'utils/settings/panel-choices-schema.ts' ||
      // Who is a panel, and where panels are, follows from RSpace's addresses.
      (/\/(policy|panel-broadcast)\.ts$/.test(path) &&
        /^utils\/rspace\/sites\/(sites|active-sites|document-page)\.ts$/.test(target.to)),
    'utils/rspace': ({ to }) => /^utils\/(bookings|settings)\/|^utils\/messages\/failure\.ts$/.test(to),
    'utils/calira': ({ to, typeOnly }) =>
      /^utils\/(bookings|settings)\//.test(to) ||
      /^utils\/messages\/(failure|result)\.ts$/.test(to) ||
      (typeOnly && to === 'utils/messages/panel.ts'),
  };
  const why = {
    'utils/bookings': 'Pure functions on plain data: hand in whatever they need.',
    'utils/settings': 'Settings stand below everything that reads them; they know the words of bookings.',
    'utils/messages':
      'The language of the contexts: types of bookings, labs and the connection, what is remembered, and no more.',
    'utils/rspace': 'RSpace’s side knows bookings, settings and failures, and nothing of Calira.',
    'utils/calira': 'Calira’s side knows bookings, settings, failures and what a panel is told.',
  };

  test.each(Object.entries(why))('%s keeps to its own', (folder, explanation) => {
    const rule = rules[folder] ?? any;
    const allowed = (target: Import, { path }: SourceFile) =>
      target.to.startsWith(`${folder}/`) || /^utils\/[^/]+$/.test(target.to) || rule(target, path);
    expect(strays(within(folder), allowed), explanation).toEqual([]);
  });

  test('every folder has its rule', () => {
    const folders = within('utils').flatMap(({ path }) => /^utils\/[^/]+(?=\/)/.exec(path) ?? []);
    expect([...new Set(folders)].sort(), 'Say above what the new folder may know.').toEqual(
      Object.keys(rules).sort(),
    );
  });

  test('a file beside the folders knows nobody', () => {
    const files = extensionFiles.filter(({ path }) => /^utils\/[^/]+$/.test(path));
    expect(
      strays(files, () => false),
      'It serves all of them, so it stands below all of them.',
    ).toEqual([]);
  });
});

test('nothing imports itself by a detour', () => {
  const circles: string[] = [];
  const done = new Set<string>();
  const follow = (path: string, way: string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (way.includes(path) || done.has(path)) return;
    const file = extensionFiles.find((one) => one.path === path);
    for (const { to, typeOnly } of file?.imports ?? []) if (!typeOnly) follow(to, [...way, path]);
    done.add(path);
  };
  for (const { path } of extensionFiles) follow(path, []);
  expect(circles, 'Take what both need into a file of its own.').toEqual([]);
});
