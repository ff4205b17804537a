import { describe, expect, it } from 'vitest';

import { createEditLocks, requestEdit, statusOnOpening } from '../../sandbox/rspace/edit-lock.ts';
import { openRSpace, postTo } from './rspace-requests.ts';

describe('the edit lock', () => {
  const document = openRSpace().state.document('123');
  const ofColleague = createEditLocks();
  ofColleague.set('123', 'jokonkwo');
  const mine = createEditLocks();
  mine.set('123', 'mwelling');

  it.each([
    ['free', document, createEditLocks(), 'VIEW_MODE', 'EDIT_MODE'],
    ['mine', document, mine, 'VIEW_MODE', 'EDIT_MODE'],
    ['of another person', document, ofColleague, 'CANNOT_EDIT_OTHER_EDITING', 'CANNOT_EDIT_OTHER_EDITING'],
    ['signed', { ...document, signed: true }, ofColleague, 'CAN_NEVER_EDIT', 'CAN_NEVER_EDIT'],
    [
      'read only',
      { ...document, permission: 'read' as const },
      createEditLocks(),
      'CANNOT_EDIT_NO_PERMISSION',
      'CANNOT_EDIT_NO_PERMISSION',
    ],
  ])('%s', (_what, of, locks, onOpening, onRequest) => {
    expect(statusOnOpening(of, locks, 'mwelling')).toBe(onOpening);
    expect(requestEdit(of, locks, 'mwelling')).toBe(onRequest);
  });

  it('is not taken by opening a page, but by asking for it, and given back', async () => {
    const rspace = openRSpace();
    await rspace.app.request('/workspace/editor/structuredDocument/123');
    expect(rspace.state.lockHolder('123')).toBeUndefined();
    expect(await postTo(rspace, 'requestEdit', { recordId: '123' })).toBe('EDIT_MODE');
    expect(rspace.state.lockHolder('123')).toBe('mwelling');
    await postTo(rspace, 'unlockrecord', { id: '123' });
    expect(rspace.state.lockHolder('123')).toBeUndefined();
  });

  it('is taken by the page opened with editMode=true', async () => {
    const rspace = openRSpace();
    await rspace.app.request('/workspace/editor/structuredDocument/124?editMode=true');
    expect(rspace.state.lockHolder('124')).toBe('mwelling');
  });

  it('names the holder to a page that asks', async () => {
    const rspace = openRSpace();
    rspace.state.takeLock('123', 'someone');
    const path = '/workspace/editor/structuredDocument/ajax/otherUserEditingRecord?recordId=';
    expect(await (await rspace.app.request(`${path}123`)).json()).toMatchObject({
      data: { username: 'someone', fullName: 'someone' },
      success: true,
    });
    rspace.state.releaseLock('123');
    expect(await (await rspace.app.request(`${path}123`)).json()).toMatchObject({
      data: null,
      success: false,
    });
  });

  it('cannot be given back for another person', async () => {
    const rspace = openRSpace();
    await postTo(rspace, 'unlockrecord', { id: '128' });
    expect(rspace.state.lockHolder('128')).toBe('jokonkwo');
  });
});
