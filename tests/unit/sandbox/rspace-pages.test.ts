import { describe, expect, it } from 'vitest';

import { sanitise } from '../../sandbox/rspace/sanitiser.ts';
import { openRSpace } from './rspace-requests.ts';

const get = async (path: string, rspace = openRSpace()) => {
  const response = await rspace.app.request(path);
  return { status: response.status, location: response.headers.get('Location'), text: await response.text() };
};

describe('the document page', () => {
  it.each(['/workspace', '/notebook'])('has what makes an RSpace page, under %s', async (start) => {
    const { text, status } = await get(`${start}/editor/structuredDocument/123`);
    expect(status).toBe(200);
    expect(text).toContain(
      '<title>Live-cell imaging of Zebrafish vessels, clutch 14 | ResearchSpace</title>',
    );
    expect(text).toContain('<table id="structuredDocument"');
    expect(text).toMatch(/<span class="rs-global-id">ID: <a href="\/globalId\/SD123">/);
    expect(text).toMatch(/<tr id="field_1231" name="text" class="field">/);
    expect(text).toMatch(/<tr id="field_1232" name="date" class="field">/);
    expect(text).toMatch(/<textarea\s+id="rtf_1231"[^>]*class="tinymce"/);
    expect(text).toContain('/scripts/tinymce/tinymce5109/tinymce.min.js');
  });

  it.each([
    ['123', 'VIEW_MODE', 'true', ''],
    ['125', 'CAN_NEVER_EDIT', 'false', ''],
    ['126', 'CANNOT_EDIT_NO_PERMISSION', 'false', ''],
    ['128', 'CANNOT_EDIT_OTHER_EDITING', 'false', 'jokonkwo'],
    ['124?editMode=true', 'EDIT_MODE', 'true', 'mwelling'],
  ])('%s starts as %s', async (path, editable, isEditable, editor) => {
    const { text } = await get(`/workspace/editor/structuredDocument/${path}`);
    expect(text).toContain(`var editable = "${editable}";`);
    expect(text).toContain(`var isEditable = "${isEditable}";`);
    expect(text).toContain(`var editor = "${editor}";`);
    expect(text).toContain("let currentUser = 'mwelling';");
  });

  it('does not show the name of the only field of a basic document', async () => {
    const { text } = await get('/workspace/editor/structuredDocument/124');
    expect(text).toContain('id="rtf_1241"');
    expect(text).not.toContain('fieldHeaderName');
  });

  it('shows an old revision that can never be edited', async () => {
    const { text } = await get('/workspace/editor/structuredDocument/audit/view?recordId=123&revision=4');
    expect(text).toContain('href="/globalId/SD123v4"');
    expect(text).toContain('var editable = "CAN_NEVER_EDIT";');
  });

  it('loads the TinyMCE of the version switch or of the address', async () => {
    const rspace = openRSpace();
    rspace.state.setVersion({ rspace: '2.19.0', tinymce: '5.1.6' });
    expect((await get('/workspace/editor/structuredDocument/123', rspace)).text).toContain(
      '/tinymce516/tinymce.min.js',
    );
    const asked = await get('/workspace/editor/structuredDocument/123?tinymce=5.10.9', rspace);
    expect(asked.text).toContain('/tinymce5109/tinymce.min.js');
    expect((await get('/public/version', rspace)).text).toBe('2.19.0');
  });

  it('cannot be broken by what a field contains', async () => {
    const rspace = openRSpace();
    rspace.state.setField('123', '1232', '"></textarea><script>');
    const { text } = await get('/workspace/editor/structuredDocument/123', rspace);
    expect(text).not.toContain('"></textarea><script>');
  });
});

describe('other pages', () => {
  it('lists every document in the workspace', async () => {
    const rspace = openRSpace();
    const { text } = await get('/workspace', rspace);
    for (const { id } of rspace.state.documents())
      expect(text).toContain(`/workspace/editor/structuredDocument/${id}`);
  });

  it.each([
    ['/globalId/SD123', '/workspace/editor/structuredDocument/123'],
    ['/globalId/NB400', '/notebookEditor/400'],
    ['/', '/workspace'],
  ])('%s leads to %s', async (path, location) => {
    expect(await get(path)).toMatchObject({ status: 302, location });
  });

  it.each(['/workspace/editor/structuredDocument/999', '/globalId/XX1', '/notebookEditor/1', '/nothing'])(
    '%s is not there',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );
});

describe('seeds', () => {
  it('change texts, not ids', () => {
    const [one, two] = [openRSpace(1).state, openRSpace(2).state];
    expect(one.documents()).toEqual(two.documents());
    expect(one.document('123')).not.toEqual(two.document('123'));
    expect(one.document('123')).toEqual(openRSpace(1).state.document('123'));
  });

  it('have texts as RSpace would have stored them', () => {
    const { state } = openRSpace();
    const texts = state
      .documents()
      .flatMap(({ id }) => state.document(id).fields.filter(({ type }) => type === 'text'));
    for (const { name, html } of texts) expect(sanitise(html), name).toBe(html);
  });

  it('have fields near the size limit', () => {
    const sizes = openRSpace()
      .state.document('127')
      .fields.map(({ html }) => new URLSearchParams({ dataValue: html }).toString().length);
    expect(sizes[0]).toBeGreaterThan(1_500_000);
    expect(sizes[0]).toBeLessThan(1_700_000);
    expect(sizes[1]).toBeGreaterThan(1_880_000);
    expect(sizes[1]).toBeLessThan(1_900_000);
  });
});
