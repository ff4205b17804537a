import { describe, expect, it } from 'vitest';

import { formPost, openRSpace, postTo } from './rspace-requests.ts';

type OpenRSpace = ReturnType<typeof openRSpace>;

const FIELD = '1236';
const htmlOf = (rspace: OpenRSpace) =>
  rspace.state.document('123').fields.find(({ id }) => id === FIELD)?.html;

describe('saving', () => {
  it('makes the autosaved, sanitised text the content and keeps the lock', async () => {
    const rspace = openRSpace();
    await postTo(rspace, 'requestEdit', { recordId: '123' });
    expect(
      await postTo(rspace, 'autosaveField', { fieldId: FIELD, dataValue: '<p onclick="x">A</p>' }),
    ).toEqual({
      data: true,
    });
    expect(htmlOf(rspace)).toBe('');
    expect(
      await postTo(rspace, 'saveStructuredDocument', { structuredDocumentId: '123', unlock: 'false' }),
    ).toEqual({
      data: '/workspace',
      error: null,
    });
    expect(htmlOf(rspace)).toBe('<p>A</p>');
    expect(rspace.state.document('123').fields[5]?.modifiedAt).toBe('2026-03-02T10:00:00.000Z');
    expect(rspace.state.lockHolder('123')).toBe('mwelling');
  });

  it('with unlock gives the lock back', async () => {
    const rspace = openRSpace();
    await postTo(rspace, 'requestEdit', { recordId: '123' });
    await postTo(rspace, 'saveStructuredDocument', { structuredDocumentId: '123', unlock: 'true' });
    expect(rspace.state.lockHolder('123')).toBeUndefined();
  });

  it('says when nothing was different', async () => {
    const rspace = openRSpace();
    await postTo(rspace, 'requestEdit', { recordId: '123' });
    expect(
      await postTo(rspace, 'saveStructuredDocument', { structuredDocumentId: '123', unlock: 'false' }),
    ).toEqual({
      data: '/workspace',
      error: { errorMessages: ['content.not.changed'] },
    });
  });

  it('offers what autosave kept to the next page, until a cancel drops it', async () => {
    const rspace = openRSpace();
    await postTo(rspace, 'requestEdit', { recordId: '123' });
    await postTo(rspace, 'autosaveField', { fieldId: FIELD, dataValue: '<p>A</p>' });
    const kept = '/workspace/editor/structuredDocument/getAutoSavedFields?recordId=123';
    expect(await (await rspace.app.request(kept)).json()).toMatchObject([
      { id: FIELD, fieldData: '<p>A</p>' },
    ]);
    await postTo(rspace, 'cancelAutosavedEdits', { structuredDocumentId: '123' });
    expect(await (await rspace.app.request(kept)).json()).toEqual([]);
    expect(htmlOf(rspace)).toBe('');
    expect(rspace.state.lockHolder('123')).toBeUndefined();
  });

  it.each([
    [
      'another person has taken the lock',
      500,
      (rspace: OpenRSpace) => rspace.state.takeLock('123', 'jokonkwo'),
    ],
    [
      'the person may only read by now',
      404,
      (rspace: OpenRSpace) => rspace.state.setPermission('123', 'read'),
    ],
  ])('is refused where %s', async (_when, status, happen) => {
    const rspace = openRSpace();
    happen(rspace);
    const posts = [
      ['autosaveField', { fieldId: FIELD, dataValue: '<p>A</p>' }],
      ['saveStructuredDocument', { structuredDocumentId: '123' }],
      ['cancelAutosavedEdits', { structuredDocumentId: '123' }],
    ] as const;
    for (const [path, form] of posts) expect((await formPost(rspace, path, form)).status).toBe(status);
    expect(htmlOf(rspace)).toBe('');
  });

  it('is done while nobody holds the lock', async () => {
    const rspace = openRSpace();
    await postTo(rspace, 'autosaveField', { fieldId: FIELD, dataValue: '<p>A</p>' });
    await postTo(rspace, 'saveStructuredDocument', { structuredDocumentId: '123', unlock: 'false' });
    expect(htmlOf(rspace)).toBe('<p>A</p>');
  });

  it('is refused above 2 MB, measured as the form is encoded', async () => {
    const rspace = openRSpace();
    await postTo(rspace, 'requestEdit', { recordId: '123' });
    const post = (length: number) =>
      formPost(rspace, 'autosaveField', { fieldId: FIELD, dataValue: '<'.repeat(length) });
    expect((await post(600_000)).status).toBe(200);
    expect((await post(700_000)).status).toBe(302);
  });
});
