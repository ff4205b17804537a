import { describe, expect, test, vi } from 'vitest';
import { CodedError } from '../../../utils/messages/failure.ts';
import type { SurfaceHandlers } from '../../../utils/messages/surface-server.ts';
import { createSurfaceServer } from '../../../utils/messages/surface-server.ts';

const own = 'chrome-extension://abcdefghijklmnop/';

function surfaces(over: Partial<SurfaceHandlers> = {}) {
  const handlers = {
    connect: vi.fn(async () => {}),
    disconnect: vi.fn(async () => {}),
    failureSeen: vi.fn(async () => {}),
    recover: vi.fn(async () => {}),
    authoriseLabs: vi.fn(async () => {}),
    readLabs: vi.fn(async () => {}),
    setClientSecret: vi.fn(async () => {}),
    hasClientSecret: vi.fn(async () => true),
    testConnection: vi.fn(async () => ({ web: { kind: 'clientKnown' }, api: { kind: 'reached' } }) as const),
    showPanel: vi.fn(async () => true),
    isFieldOpen: vi.fn(async () => null),
    ...over,
  };
  const server = createSurfaceServer(handlers, own);
  const ask = (message: unknown, url: string | undefined = `${own}popup.html`) =>
    server(message, { id: 'abcdefghijklmnop', ...(url !== undefined && { url }) });
  const called = () => Object.values(handlers).some((handler) => vi.mocked(handler).mock.calls.length > 0);
  return { handlers, ask, called };
}

describe('our own pages', () => {
  test.each(['popup.html', 'options.html', 'popup.html?site=https%3A%2F%2Frspace.example'])(
    '%s gets an answer',
    async (page) => {
      const { ask } = surfaces();
      expect(await ask({ command: 'hasClientSecret', parameters: {} }, own + page)).toEqual({
        ok: true,
        value: true,
      });
    },
  );

  test('are told of a failure as plain data', async () => {
    const { ask } = surfaces({
      connect: async () => {
        throw new CodedError('accessDenied', { detail: 'authorize: access_denied' });
      },
    });
    expect(await ask({ command: 'connect', parameters: {} })).toEqual({
      ok: false,
      error: { code: 'accessDenied', detail: 'authorize: access_denied' },
    });
  });

  test.each([
    ['setClientSecret', {}],
    ['setClientSecret', { secret: 7 }],
    ['setClientSecret', { secret: 'x'.repeat(501) }],
    ['connect', { url: 'https://evil.example/' }],
  ])('are refused %s with %o', async (command, parameters) => {
    const { ask, called } = surfaces();
    expect(await ask({ command, parameters })).toMatchObject({
      ok: false,
      error: { code: 'unexpectedAnswer' },
    });
    expect(called()).toBe(false);
  });
});

describe('everybody else is left without an answer, and nothing runs', () => {
  const command = { command: 'hasClientSecret', parameters: {} };
  test.each([
    ['a page', 'https://lab.researchspace.com/workspace/editor/structuredDocument/123'],
    ['a page that carries our address', `https://evil.example/${own}popup.html`],
    ['another extension', 'chrome-extension://ponmlkjihgfedcba/popup.html'],
    ['an extension whose id begins as ours', 'chrome-extension://abcdefghijklmnopq/popup.html'],
    ['our address, written otherwise', 'CHROME-EXTENSION://abcdefghijklmnop/popup.html'],
    ['a blob', `blob:${own}1234`],
    ['somebody without an address', undefined],
  ])('%s', (_who, url) => {
    const { handlers, called } = surfaces();
    const server = createSurfaceServer(handlers, own);
    expect(server(command, { id: 'abcdefghijklmnop', ...(url !== undefined && { url }) })).toBeUndefined();
    expect(called()).toBe(false);
  });

  test.each([
    ['a command that does not exist', { command: 'accessToken', parameters: {} }],
    ['something inherited', { command: 'toString', parameters: {} }],
    ['a push for panels', { push: 'connection', value: { state: 'connected', since: 0 } }],
    ['nothing', null],
  ])('%s', (_what, message) => {
    const { ask, called } = surfaces();
    expect(ask(message)).toBeUndefined();
    expect(called()).toBe(false);
  });
});
