// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import {
  documentMatches,
  isDocumentPage,
  isDocumentPath,
} from '../../../utils/rspace/sites/document-page.ts';

const path = '/workspace/editor/structuredDocument/123';

test.each([
  [path, true],
  ['/notebook/editor/structuredDocument/123', true],
  [`${path}/`, true],
  ['/workspace/editor/structuredDocument/', false],
  [`${path}//`, false],
  ['/workspace/editor/structuredDocument/SD123', false],
  ['/workspace/editor/structuredDocument/123/history', false],
  ['/workspace/editor/structuredDocument', false],
  ['/audit/editor/structuredDocument/123', false],
  ['/ajax/workspace/editor/structuredDocument/123', false],
  ['/notebookEditor/123', false],
  ['/inventory/sample/123', false],
  ['/workspace', false],
  ['/', false],
])('the path %s is a document’s: %s', (pathname, is) => {
  expect(isDocumentPath(pathname)).toBe(is);
});

describe('a document page', () => {
  const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');
  const main = (inside: string) =>
    page(`<div id="page"><div id="content"><div id="main">${inside}</div></div></div>`);
  const editor = '<table id="structuredDocument"></table>';

  test('has RSpace’s frame and a document in it', () => {
    expect(isDocumentPage(main(editor), path)).toBe(true);
  });

  test.each([
    ['an error page at the same address', main('<h1>You may not read this document</h1>'), path],
    ['a login page at the same address', page('<form><input name="username"></form>'), path],
    ['a document outside RSpace’s frame', page(editor), path],
    ['something else of that name', main('<div id="structuredDocument"></div>'), path],
    ['the right page at another address', main(editor), '/workspace'],
  ])('is not %s', (_what, other, pathname) => {
    expect(isDocumentPage(other, pathname)).toBe(false);
  });
});

test('match patterns reach the documents of a site and nothing else of it', () => {
  expect(documentMatches(['https://*.researchspace.com/*', 'http://127.0.0.1/*'])).toEqual([
    'https://*.researchspace.com/workspace/editor/structuredDocument/*',
    'https://*.researchspace.com/notebook/editor/structuredDocument/*',
    'http://127.0.0.1/workspace/editor/structuredDocument/*',
    'http://127.0.0.1/notebook/editor/structuredDocument/*',
  ]);
  expect(documentMatches([])).toEqual([]);
});
