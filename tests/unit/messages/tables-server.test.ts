import { expect, test, vi } from 'vitest';
import { createTablesServer } from '../../../utils/messages/tables-server.ts';

const page = { id: 'abcdefghijklmnop', frameId: 0, tab: { id: 7 } as never };

function server(mayAsk: () => Promise<boolean>, bring = vi.fn(async (_: number) => {})) {
  return { bring, serve: createTablesServer(mayAsk, bring) };
}

test('a panel has the script brought into its own tab', async () => {
  const { serve, bring } = server(async () => true);
  expect(await serve({ bring: 'tables' }, page)).toBe(true);
  expect(bring.mock.calls).toEqual([[7]]);
});

test.each([
  ['who may not ask', async () => false, page],
  ['who cannot be judged', () => Promise.reject(new Error('no storage')), page],
  ['a sender without a tab', async () => true, { id: page.id }],
])('%s gets none', async (_, mayAsk, sender) => {
  const { serve, bring } = server(mayAsk);
  expect(await serve({ bring: 'tables' }, sender)).toBe(false);
  expect(bring).not.toHaveBeenCalled();
});

test('a tab that takes no script is told so', async () => {
  const refused = vi.fn(() => Promise.reject(new Error('Cannot access contents of the page')));
  expect(await server(async () => true, refused).serve({ bring: 'tables' }, page)).toBe(false);
});

test.each([
  [{ bring: '/content-scripts/rspace-editor.js' }],
  [{ bring: 'tables', tabId: 8 }],
  ['tables'],
  [null],
])('%o is somebody else’s message', (message) => {
  const { serve, bring } = server(async () => true);
  expect(serve(message, page)).toBeUndefined();
  expect(bring).not.toHaveBeenCalled();
});
