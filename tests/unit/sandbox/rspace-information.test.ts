/** What the sandbox's RSpace says of a document, as a real RSpace 2.26 does. */
import { describe, expect, it } from 'vitest';
import { openRSpace } from './rspace-requests.ts';

type OpenRSpace = ReturnType<typeof openRSpace>;

const ask = ({ app }: OpenRSpace, id: string) =>
  app.request(`/workspace/getRecordInformation?recordId=${id}`);
const statusOf = async (rspace: OpenRSpace, id = '123') => (await (await ask(rspace, id)).json()).data;

describe('the information about a document', () => {
  it('tells who holds the lock, and counts the person', async () => {
    const rspace = openRSpace();
    expect(await statusOf(rspace)).toMatchObject({ status: 'VIEW_MODE', currentEditor: null });
    rspace.state.takeLock('123', 'mwelling');
    expect(await statusOf(rspace)).toMatchObject({ status: 'EDIT_MODE', currentEditor: null });
    rspace.state.takeLock('123', 'jokonkwo');
    expect(await statusOf(rspace)).toMatchObject({
      status: 'CANNOT_EDIT_OTHER_EDITING',
      currentEditor: 'Jonas Okonkwo',
    });
  });

  it('tells what can never be edited, and what the person may only read', async () => {
    const rspace = openRSpace();
    expect(await statusOf(rspace, '125')).toMatchObject({ status: 'CAN_NEVER_EDIT' });
    expect(await statusOf(rspace, '126')).toMatchObject({ status: 'CANNOT_EDIT_NO_PERMISSION' });
  });

  it('gives moments in milliseconds since the epoch', async () => {
    const { creationDate, modificationDate } = await statusOf(openRSpace());
    expect(creationDate).toBeLessThan(modificationDate);
  });

  it.each([
    [
      'of a document that the person may not see',
      404,
      (rspace: OpenRSpace) => rspace.state.setPermission('123', 'none'),
    ],
    ['in an older RSpace', 404, (rspace: OpenRSpace) => rspace.state.setRecordInformation(false)],
  ])('is not there %s', async (_what, status, happen) => {
    const rspace = openRSpace();
    happen(rspace);
    expect((await ask(rspace, '123')).status).toBe(status);
  });

  it('of a document that nobody knows is a failure', async () => {
    expect((await ask(openRSpace(), '999999')).status).toBe(500);
  });
});

it('the person who is signed in is told by name', async () => {
  const { app } = openRSpace();
  const { data } = await (await app.request('/directory/ajax/subject')).json();
  expect(data).toMatchObject({ username: 'mwelling', fullName: 'Mira Welling' });
});

describe('another document', () => {
  it.each([
    ['clone', true],
    ['new', false],
  ])('is made by %s', async (which, filled) => {
    const rspace = openRSpace();
    const answer = await rspace.app.request('/workspace/editor/structuredDocument/ajax/anotherDocument', {
      method: 'POST',
      body: new URLSearchParams({ structuredDocumentId: '123', which }),
    });
    const { data } = await answer.json();
    const id = /\d+$/.exec(data)?.[0] ?? '';
    const texts = rspace.state.document(id).fields.map(({ html }) => html);
    expect(texts.some((html) => html !== '')).toBe(filled);
    expect(rspace.state.lockHolder(id)).toBeUndefined();
  });
});
