// @vitest-environment node

import { expect, test } from 'vitest';
import { pageListeners } from '../support/page-listeners.ts';
import { extensionFiles, reachableFrom } from '../support/source-files.ts';

/** What stands on a page: there, a page can make up every event. */
const onPages = new Set([
  ...reachableFrom('entrypoints/rspace.content/index.ts').keys(),
  ...reachableFrom('entrypoints/rspace-editor.content.ts').keys(),
  // Takes the place of a part of WXT, so that no import names it.
  ...reachableFrom('utils/content-script-context.ts').keys(),
]);

/** Events that have no effect but on what is shown: a page may make them up (docs/security.md). */
const harmless: Record<string, string> = {
  'connection/follow-restored.ts window pageshow': 'reads the list afresh',
  'drawer/drawer-edge.tsx div PointerMove': 'only after a press that a person has made',
  'drawer/drawer-edge.tsx div PointerUp': 'only after a press that a person has made',
  'drawer/drawer-edge.tsx div PointerCancel': 'ends what a person has begun',
  'edge/edge.ts button pointerdown': 'remembers where the focus is',
  'edge/edge.ts button pointerleave': 'ends what a person has begun',
  'edge/menu-entry.ts page editorOpen': 'only after a key or click that a person has made',
  'edge/menu-entry.ts page editorReady': 'offers the entry in RSpace’s menus again',
  'edge/shadow-host.ts inside click': 'refuses what a page has made up',
  'edge/shadow-host.ts inside event': 'keeps what is typed from the page',
  'find/day-field.tsx input Blur': 'a filter',
  'find/day-field.tsx input Change': 'a filter',
  'find/day-field.tsx input Input': 'a filter',
  'find/day-field.tsx input KeyDown': 'a filter',
  'find/period-choice.tsx select Change': 'a filter',
  'find/search-field.tsx input Input': 'a filter',
  'find/search-field.tsx input KeyDown': 'a filter',
  'find/sort-choice.tsx select Change': 'the order of the list',
  'insert/clipboard.ts document copy': 'follows a click within the same task',
  'insert/document-bookings.ts page event': 'looks at what the document names',
  'insert/editor-model.ts page event': 'looks at what can be edited',
  'insert/field-opening.ts page tinymce-iframe-loaded': 'looks whether a field has opened',
  'insert/insert-as.tsx span FocusOut': 'closes a menu',
  'list/booking-row.tsx div FocusIn': 'where the focus is',
  'list/list-summary.tsx progress …': 'how much has been read',
  'list/scrolling.ts scroller.current gesture': 'where the list stands',
  'list/viewport.ts current scroll': 'which rows are drawn',
  'panel.tsx section KeyDownCapture': 'has the key act on nothing',
  'ui/combobox-option.tsx div MouseDown': 'keeps the focus',
  'ui/combobox-option.tsx div PointerDown': 'keeps the focus',
  'ui/combobox.tsx input Blur': 'a filter',
  'ui/combobox.tsx input Focus': 'selects its text',
  'ui/combobox.tsx input Input': 'offers what fits',
  'ui/keep-focus.ts root focusin': 'where the focus is',
  'ui/keep-focus.ts root focusout': 'where the focus is',
  'utils/content-script-context.ts document started': 'ends a script that another one has replaced',
  'utils/rspace/editor/editor-adapter.ts document editorRequest': 'does what the page could do by itself',
  'utils/rspace/editor/editor-adapter.ts document editorTakeover':
    'ends a script that another one has replaced',
  'utils/rspace/editor/menu-entries.ts page editorReady':
    'our entry asks the panel to open, as it did before',
  'utils/rspace/page/layers.ts page event': 'the page is looked at once more',
  'utils/rspace/editor/editor-client.ts document editorAnswer': 'checked by a schema',
};

const listeners = extensionFiles
  .filter(({ path }) => onPages.has(path))
  .flatMap(({ path, text }) =>
    pageListeners(path, text).map(({ name, asksFirst }) => ({
      name: `${path.replace(/^components\/(panel\/)?/, '')} ${name}`,
      asksFirst,
    })),
  );

test('whatever has an effect on a page is for people only: it asks for isTrusted before it does anything', () => {
  const open = listeners.filter(({ asksFirst }) => !asksFirst).map(({ name }) => name);
  // Each by itself: of two with the same name, one may be harmless.
  expect(
    open.sort(),
    'A page can make this event up. Ask for event.isTrusted first, or say here why it is harmless.',
  ).toEqual(Object.keys(harmless).sort());
});
