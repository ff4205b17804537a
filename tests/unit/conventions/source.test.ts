import { describe, expect, test } from 'vitest';
import { extensionFiles, sourceFiles } from '../support/source-files.ts';

describe('every file of the extension', () => {
  test('has at most 200 lines', () => {
    const long = extensionFiles
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 200)
      .map(({ path, lines }) => `${path}: ${lines} lines`);
    expect(long, 'One concept per file: take the second one into a file of its own.').toEqual([]);
  });

  test('never turns text into HTML', () => {
    const joined =
      /\.(inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|createContextualFragment|setHTMLUnsafe|parseFromString|\beval\(|new Function\b/;
    // A table that the editor has already is read there, to be planned with; nothing of Calira's passes through it.
    const exempt = 'utils/rspace/output/parse-table.ts';
    const guilty = extensionFiles
      .filter(({ path, text }) => path !== exempt && joined.test(text))
      .map(({ path }) => path);
    const why =
      'A booking’s values come from other people. Build nodes and set textContent, as rspace/table.ts does.';
    expect(guilty, why).toEqual([]);
  });

  test('imports files by their full names', () => {
    const nameless = extensionFiles.flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ to }) => /^(entrypoints|components|utils|assets)\//.test(to) && !/\.(tsx?|css|svg)$/.test(to),
        )
        .map(({ to }) => `${path} → ${to}`),
    );
    expect(nameless, 'Write the extension: Node runs this source as it stands.').toEqual([]);
  });
});

test('texts are asked for by `i18n.t(…)`, and in no other way', () => {
  const otherwise = extensionFiles
    .map(({ path, text }) => ({ path, rest: text.replace("import { i18n } from '#i18n';", '') }))
    .filter(({ rest }) => /#i18n|(?<!browser\.|\/)\bi18n\b(?!\.t\()/.test(rest))
    .map(({ path }) => path);
  expect(
    otherwise,
    'The build puts numbers there alone (build/numbered-texts.ts): anything else would say nothing.',
  ).toEqual([]);
});

test('a tab that a link opens cannot reach back', () => {
  const opening = extensionFiles.flatMap(({ path, text }) =>
    [...text.matchAll(/_blank/g)].map(({ index }) => ({ path, near: text.slice(index - 80, index + 80) })),
  );
  expect(opening.length).toBeGreaterThan(5);
  expect(opening.filter(({ near }) => !/\bnoopener\b/.test(near)).map(({ path }) => path)).toEqual([]);
});

test('the extension’s pages hold no script but their own file, and no handler', () => {
  const pages = sourceFiles(['entrypoints', 'components'], 'html,htm');
  expect(pages.length).toBeGreaterThan(2);
  for (const { path, text } of pages) {
    const scripts = text.match(/<script\b[^>]*>[^<]*/g) ?? [];
    expect(scripts, path).toEqual([expect.stringMatching(/^<script type="module" src="\.\/main\.tsx">$/)]);
    expect(text, path).not.toMatch(/\son\w+=|javascript:/i);
  }
});

test('utils and components export by name', () => {
  const anonymous = extensionFiles
    .filter(({ path, text }) => !path.startsWith('entrypoints/') && /^export default\b/m.test(text))
    .map(({ path }) => path);
  expect(
    anonymous,
    'A default export has another name wherever it is used. Entrypoints need one: WXT asks.',
  ).toEqual([]);
});

test('files and folders are named in kebab-case', () => {
  const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
  const files = [
    ...sourceFiles(['entrypoints', 'components', 'utils', 'tests'], 'ts,tsx,js,mjs,css,html'),
    ...sourceFiles(['assets'], 'css,svg,yml'),
  ];
  const others = files
    .map(({ path }) => path)
    // These have the names that they have in RSpace.
    .filter((path) => !path.startsWith('tests/sandbox/rspace/page/') && !path.includes('node_modules'))
    .filter((path) => !path.split('/').every((part) => kebab.test(part)));
  expect(others, 'Such as booking-list.tsx: file systems do not agree on capitals.').toEqual([]);
  expect(files.length).toBeGreaterThan(100);
});
