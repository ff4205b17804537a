// @vitest-environment node

import { expect, test } from 'vitest';
import { extensionFiles } from '../support/source-files.ts';

/** What stands on a page: there, a page can make up every event. */
const onPages = extensionFiles.filter(({ path }) => /^components\/(panel|ui)\/.*\.tsx$/.test(path));

/** Events that have no effect but on what is shown: a page may make them up (docs/security.md). */
const harmless: Record<string, string> = {
  'drawer/drawer-edge.tsx div PointerMove': 'only after a press that a person has made',
  'drawer/drawer-edge.tsx div PointerUp': 'only after a press that a person has made',
  'drawer/drawer-edge.tsx div PointerCancel': 'ends what a person has begun',
  'find/day-field.tsx input Input': 'a filter',
  'find/day-field.tsx input Change': 'a filter',
  'find/day-field.tsx input Blur': 'a filter',
  'find/day-field.tsx input KeyDown': 'a filter',
  'find/period-choice.tsx select Change': 'a filter',
  'find/search-field.tsx input Input': 'a filter',
  'find/search-field.tsx input KeyDown': 'a filter',
  'find/sort-choice.tsx select Change': 'the order of the list',
  'insert/insert-as.tsx span FocusOut': 'closes a menu',
  'list/booking-row.tsx div FocusIn': 'where the focus is',
  'panel.tsx section KeyDownCapture': 'has the key act on nothing',
  'ui/combobox-option.tsx div PointerDown': 'keeps the focus',
  'ui/combobox-option.tsx div MouseDown': 'keeps the focus',
  'ui/combobox.tsx input Focus': 'selects its text',
  'ui/combobox.tsx input Input': 'offers what fits',
  'ui/combobox.tsx input Blur': 'a filter',
};

/** Every listener on an element: `panel.tsx section KeyDown`, and what it does. */
const listeners = onPages.flatMap(({ path, text }) =>
  [...text.matchAll(/\bon([A-Z]\w+)=\{/g)].flatMap(({ index, 0: head, 1: event }) => {
    const tag = [...text.slice(0, index).matchAll(/<([A-Za-z]\w*)(?=[\s>])/g)].at(-1)?.[1] ?? '';
    // A component's own listener stands where the component is written.
    if (!/^[a-z]/.test(tag)) return [];
    const inline = balanced(text.slice(index + head.length));
    const body = /^\w+$/.test(inline) ? functionNamed(inline, text) : inline;
    const name = `${path.replace(/^components\/(panel\/)?/, '')} ${tag} ${event}`;
    return [{ name, checks: body.includes('.isTrusted') }];
  }),
);

/** @returns the text up to the brace that closes it. */
function balanced(text: string): string {
  let depth = 1;
  const end = [...text].findIndex((letter) => {
    if (letter === '{') depth += 1;
    if (letter === '}') depth -= 1;
    return depth === 0;
  });
  return text.slice(0, end);
}

function functionNamed(name: string, text: string): string {
  const begin = text.indexOf(`function ${name}(`);
  return begin < 0 ? '' : balanced(text.slice(text.indexOf(' {\n', begin) + 2));
}

test('whatever has an effect on a page is for people only: it asks for isTrusted', () => {
  expect(listeners.length).toBeGreaterThan(30);
  const open = listeners.filter(({ name, checks }) => !checks && !(name in harmless));
  expect(
    open.map(({ name }) => name),
    'A page can make this event up. Ask for event.isTrusted, or say here why it is harmless.',
  ).toEqual([]);
});

test('nothing is called harmless that is not there, or asks anyway', () => {
  const unchecked = new Set(listeners.filter(({ checks }) => !checks).map(({ name }) => name));
  expect(Object.keys(harmless).filter((name) => !unchecked.has(name))).toEqual([]);
});
