import { describe, expect, it } from 'vitest';

import { openRSpace, postTo } from './rspace-requests.ts';

describe('services', () => {
  it.each([
    ['/public/status', 'RSpace OK'],
    ['/public/version', '2.26.0'],
    ['/deploymentproperties/ajax/property?name=clustermarket.web.url', 'http://127.0.0.1:4401/'],
  ])('%s answers plain text', async (path, text) => {
    const response = await openRSpace().app.request(path);
    expect(response.headers.get('Content-Type')).toContain('text/plain');
    expect(await response.text()).toBe(text);
  });

  it('says what RSpace’s own Calira integration is', async () => {
    const rspace = openRSpace();
    rspace.state.setIntegration({ available: true, enabled: true });
    const response = await rspace.app.request('/integration/integrationInfo?name=CLUSTERMARKET');
    expect(await response.json()).toMatchObject({
      data: { available: true, enabled: true, oauthConnected: false },
    });
  });

  it.each(['/apps/clustermarket/accessToken', '/integration/allIntegrations'])(
    '%s is a trap',
    async (path) => {
      const rspace = openRSpace();
      expect(await (await rspace.app.request(path)).text()).toContain('sandbox-raw-token');
      expect(rspace.state.journal().trapReads).toEqual([
        { method: 'GET', path, at: '2026-03-02T10:00:00.000Z', fromPage: false },
      ]);
    },
  );

  it('keeps every POST and whether the page itself made it', async () => {
    const rspace = openRSpace();
    await postTo(rspace, 'unlockrecord', { id: '123' });
    await rspace.app.request('/anything?a=1', { method: 'POST', headers: { 'X-RSpace-Page': '1' } });
    expect(rspace.state.journal().posts).toMatchObject([
      { path: '/workspace/editor/structuredDocument/ajax/unlockrecord', fromPage: false },
      { path: '/anything?a=1', fromPage: true },
    ]);
  });
});

describe('a lost session', () => {
  it.each([
    '/workspace',
    '/workspace/editor/structuredDocument/123',
    '/integration/integrationInfo?name=CLUSTERMARKET',
  ])('%s leads to the login page', async (path) => {
    const rspace = openRSpace();
    rspace.state.setSessionLost(true);
    const response = await rspace.app.request(path);
    expect([response.status, response.headers.get('Location')]).toEqual([302, '/login']);
    expect(await (await rspace.app.request('/login')).text()).toContain(
      '<title>Login | ResearchSpace</title>',
    );
  });

  it('refuses what a script asks for, and gives the answer no type', async () => {
    const rspace = openRSpace();
    rspace.state.setSessionLost(true);
    const response = await rspace.app.request('/integration/integrationInfo?name=CLUSTERMARKET', {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    expect([response.status, response.headers.get('Content-Type')]).toEqual([403, null]);
  });

  it('leaves public pages and files alone, and ends with a login', async () => {
    const rspace = openRSpace();
    rspace.state.setSessionLost(true);
    expect(await (await rspace.app.request('/public/status')).text()).toBe('RSpace OK');
    expect((await rspace.app.request('/styles/theme.css')).status).toBe(200);
    await rspace.app.request('/login', { method: 'POST' });
    expect((await rspace.app.request('/workspace')).status).toBe(200);
  });
});

describe('files', () => {
  it.each([
    ['/scripts/tinymce/tinymce5109/tinymce.min.js', 'text/javascript'],
    ['/scripts/tinymce/tinymce5109/plugins/table/plugin.min.js', 'text/javascript'],
    ['/scripts/tinymce/tinymce5109/icons/custom_icons/icons.min.js', 'text/javascript'],
    ['/scripts/rspace/page.js', 'text/javascript'],
    ['/styles/typoEdit.css', 'text/css'],
    ['/images/icons/pdf.png', 'image/svg+xml'],
  ])('%s is served', async (path, type) => {
    const response = await openRSpace().app.request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toContain(type);
  });

  it.each([
    '/scripts/rspace/no.js',
    '/scripts/tinymce/tinymce5109/%2e%2e/hono/package.json',
    '/scripts/tinymce/tinymce5109/',
  ])('%s is not', async (path) => {
    expect((await openRSpace().app.request(path)).status).toBe(404);
  });
});

describe('a reset', () => {
  it('brings the seeded state back', async () => {
    const rspace = openRSpace();
    const before = rspace.state.document('123');
    rspace.state.setField('123', '1236', '<p>A</p>');
    rspace.state.takeLock('123', 'someone');
    rspace.state.setSessionLost(true);
    await rspace.app.request('/x', { method: 'POST' });
    rspace.reset();
    expect(rspace.state.document('123')).toEqual(before);
    expect(rspace.state.lockHolder('123')).toBeUndefined();
    expect(rspace.state.lockHolder('128')).toBe('jokonkwo');
    expect(rspace.state.journal()).toEqual({ posts: [], trapReads: [] });
    expect((await rspace.app.request('/workspace')).status).toBe(200);
  });

  it('does not know documents and fields that are not there', () => {
    const { state } = openRSpace();
    expect(() => state.document('9')).toThrow('No document 9');
    expect(() => state.setField('123', '9', '')).toThrow('No field 9');
    expect(() => state.takeLock('9', 'a')).toThrow('No document 9');
  });
});
