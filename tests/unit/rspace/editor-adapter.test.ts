// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEditorAdapter } from '../../../utils/rspace/editor/editor-adapter.ts';
import { askEditor } from '../../../utils/rspace/editor/editor-client.ts';
import { editorAnswer, editorRequest, editorTakeover } from '../../../utils/rspace/editor/editor-protocol.ts';
import { failureOf } from '../support/failure-of.ts';
import { fakeEditor, fakeTinyMce } from '../support/fake-tinymce.ts';

/** RSpace's page: its globals, and the fields with the names beside them. */
function rspace(globals: { editable?: unknown; tinymce?: unknown }) {
  document.body.innerHTML = `
    <table id="structuredDocument">
      <tr id="field_42"><td class="field-name"> Methods </td></tr>
      <tr id="field_43"><td class="field-name">Results &lt;raw&gt;</td></tr>
    </table>`;
  Object.assign(window, { editable: undefined, tinymce: undefined, ...globals });
}

beforeEach(() => startEditorAdapter(window));
afterEach(() => {
  document.dispatchEvent(new CustomEvent(editorTakeover));
  rspace({});
});

const describeField = () => askEditor('describe', {});
const insert = (field = '42') => askEditor('insert', { field, html: '<table></table>', marker: 'm' });

describe('the open field', () => {
  test('is told with its name as RSpace shows it', async () => {
    rspace({ editable: 'EDIT_MODE', tinymce: fakeTinyMce([fakeEditor('rtf_43')]) });
    expect(await describeField()).toEqual({
      editable: 'EDIT_MODE',
      field: { id: '43', name: 'Results <raw>' },
      fields: [],
      selected: null,
      insertion: null,
      hasBookings: false,
      hasTextField: false,
      editor: 'known',
    });
  });

  test('is the active one of several', async () => {
    const [methods, results] = [fakeEditor('rtf_42'), fakeEditor('rtf_43')];
    rspace({ editable: 'EDIT_MODE', tinymce: fakeTinyMce([methods, results], { activeEditor: results }) });
    expect((await describeField()).field?.name).toBe('Results <raw>');
  });

  test('has no name where RSpace shows none', async () => {
    rspace({ editable: 'EDIT_MODE', tinymce: fakeTinyMce([fakeEditor('rtf_44')]) });
    expect((await describeField()).field).toEqual({ id: '44', name: '' });
  });

  const hidden = document.createElement('div');
  hidden.style.display = 'none';
  document.documentElement.append(hidden);
  test.each([
    ['RSpace has no editor yet', undefined],
    ['no editor is there, as between two fields', fakeTinyMce([])],
    ['the editor is not ready', fakeTinyMce([fakeEditor('rtf_42', { initialized: false })])],
    ['the editor has been removed', fakeTinyMce([fakeEditor('rtf_42', { removed: true })])],
    ['the editor is read-only', fakeTinyMce([fakeEditor('rtf_42', { mode: { get: () => 'readonly' } })])],
    ['the editor is hidden', fakeTinyMce([fakeEditor('rtf_42', { getContainer: () => hidden })])],
    ['the editor is that of a comment', fakeTinyMce([fakeEditor('comment_42')])],
    ['the editor is another version', fakeTinyMce([fakeEditor('rtf_42')], { majorVersion: '8' })],
  ])('is none where %s', async (_why, tinymce) => {
    rspace({ editable: 'EDIT_MODE', tinymce });
    expect(await describeField()).toMatchObject({ editable: 'EDIT_MODE', field: null });
    expect(await failureOf(insert())).toEqual({ code: 'notEditing' });
  });
});

describe('where nothing can be edited, an insertion is refused', () => {
  test.each([
    ['VIEW_MODE', 'notEditing'],
    ['CANNOT_EDIT_OTHER_EDITING', 'lockedByOther'],
    ['CANNOT_EDIT_NO_PERMISSION', 'readOnly'],
    ['CAN_NEVER_EDIT', 'signed'],
    ['constructor', 'notEditing'],
    [undefined, 'notEditing'],
    [{ toString: (): string => 'EDIT_MODE' }, 'notEditing'],
  ])('%o: %s', async (editable, code) => {
    const editor = fakeEditor('rtf_42');
    rspace({ editable, tinymce: fakeTinyMce([editor]) });
    expect(await describeField()).toMatchObject({
      editable: typeof editable === 'string' ? editable : null,
      field: null,
    });
    expect(await failureOf(insert())).toEqual({ code });
    expect(editor.insertContent).not.toHaveBeenCalled();
  });
});

test('an editor that fails is said to have failed', async () => {
  const editor = fakeEditor('rtf_42', {
    undoManager: {
      add: () => undefined,
      transact: () => {
        throw new Error('TinyMCE is in a bad mood');
      },
    },
  });
  rspace({ editable: 'EDIT_MODE', tinymce: fakeTinyMce([editor]) });
  expect(await insert()).toEqual({ inserted: false, field: 'Methods' });
});

test('an insertion meant for another field than the open one is refused', async () => {
  const editor = fakeEditor('rtf_42');
  rspace({ editable: 'EDIT_MODE', tinymce: fakeTinyMce([editor]) });
  expect(await failureOf(insert('43'))).toEqual({ code: 'notEditing' });
  expect(editor.insertContent).not.toHaveBeenCalled();
});

test('the fields that RSpace offers to open are told in their order, without those that have no pencil in view', async () => {
  rspace({ editable: 'VIEW_MODE' });
  document.body.innerHTML = `
    <table><tr class="field" name="text" id="field_7"><td class="field-name" id="field-name-7">
      <div class="fieldHeaderName"> Aim  of it </div><button id="edit_7"></button><div>Autosaving...</div></td></tr>
    <tr class="field" name="date" id="field_8"><td><button id="edit_8"></button></td></tr>
    <tr class="field" name="text" id="field_9"><td style="visibility: hidden"><button id="edit_9"></button></td></tr>
    <tr class="field" name="text" id="field_10"><td class="field-name"></td></tr></table>`;
  expect((await describeField()).fields).toEqual([{ id: '7', name: 'Aim of it' }]);
});

test('a table that is not there afterwards is told of', async () => {
  rspace({ editable: 'EDIT_MODE', tinymce: fakeTinyMce([fakeEditor('rtf_42')]) });
  expect(await insert()).toEqual({ inserted: false, field: 'Methods' });
});

describe('of two adapters', () => {
  const answersTo = (detail: unknown) => {
    const answers: unknown[] = [];
    const listen = (event: Event) => answers.push((event as CustomEvent).detail);
    document.addEventListener(editorAnswer, listen);
    document.dispatchEvent(new CustomEvent(editorRequest, { detail }));
    document.removeEventListener(editorAnswer, listen);
    return answers;
  };

  test('only the newer one answers', () => {
    startEditorAdapter(window);
    startEditorAdapter(window);
    expect(answersTo(JSON.stringify({ id: '1', command: 'describe', parameters: {} }))).toHaveLength(1);
  });

  test('neither answers what is no request', () => {
    expect(answersTo({ id: '1', command: 'describe', parameters: {} })).toEqual([]);
    expect(answersTo(undefined)).toEqual([]);
  });
});
