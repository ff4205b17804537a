/** Whatever is sent to the background: it never crashes, and no handler runs with parameters that were not checked. */
import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test, vi } from 'vitest';
import { panelCommands } from '../../../utils/messages/panel-commands.ts';
import type { PanelHandlers } from '../../../utils/messages/panel-server.ts';
import type { SurfaceHandlers } from '../../../utils/messages/surface-server.ts';
import { createSurfaceServer } from '../../../utils/messages/surface-server.ts';
import { surfaceCommands } from '../../../utils/messages/surfaces.ts';
import { portPair } from '../support/fake-ports.ts';
import { background, sender } from '../support/panel-and-background.ts';
import { settled } from '../support/settled.ts';

const own = 'chrome-extension://abcdefghijklmnop/';
type Schemas = Record<string, v.GenericSchema>;

/** Handlers that accept nothing but what their schema describes, and count how often they ran. */
function strict(schemas: Schemas) {
  const ran = vi.fn();
  const handlers = Object.fromEntries(
    Object.entries(schemas).map(([command, schema]) => [
      command,
      async (parameters: unknown) => {
        ran(command);
        expect(v.is(schema, parameters)).toBe(true);
      },
    ]),
  );
  return { handlers, ran };
}

/** Messages that are almost right, and such as nobody has thought of. */
function messages(schemas: Schemas) {
  const command = fc.oneof(
    fc.constantFrom(...Object.keys(schemas), '__proto__', 'constructor', 'toString', 'accessToken'),
    fc.string(),
  );
  const parameters = fc.oneof(
    fc.constant({}),
    fc.record(
      {
        ids: fc.oneof(fc.array(fc.oneof(fc.string(), fc.integer())), fc.jsonValue()),
        check: fc.oneof(fc.boolean(), fc.jsonValue()),
        known: fc.oneof(fc.boolean(), fc.jsonValue()),
        secret: fc.jsonValue(),
        tabId: fc.oneof(fc.integer(), fc.jsonValue()),
        choices: fc.object(),
      },
      { requiredKeys: [] },
    ),
    fc.anything(),
  );
  const id = fc.oneof(fc.integer(), fc.double(), fc.jsonValue());
  const request = fc.record({ id, command, parameters, cancel: id }, { requiredKeys: [] });
  return fc.oneof(request, fc.record({ id: fc.integer(), command, parameters }), fc.anything());
}

const inherited = Object.getOwnPropertyNames(Object.prototype).length;

describe('a panel', () => {
  test('any messages: answers to what it asked, or the end of the connection', async () => {
    const sequences = fc.array(messages(panelCommands), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(sequences, async (all) => {
        const { handlers, ran } = strict(panelCommands);
        const { server } = background(handlers as Partial<PanelHandlers>);
        const pair = portPair('panel', sender());
        server.connect(pair.background.port);
        for (const message of all) pair.panel.port.postMessage(message);
        await settled();
        const answers = pair.panel.received as { id: number; result: { ok: boolean; error?: object } }[];
        for (const { result } of answers) {
          if (!result.ok) expect(result.error).toMatchObject({ code: 'unexpectedAnswer' });
        }
        // An assertion that fails in a handler is answered as a failure of another kind.
        const failed = answers.filter(({ result }) => JSON.stringify(result).includes('AssertionError'));
        expect(failed).toEqual([]);
        expect(answers.filter(({ result }) => result.ok).length).toBeLessThanOrEqual(ran.mock.calls.length);
        expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(inherited);
      }),
    );
  });
});

describe('popup and options', () => {
  const from = fc.oneof(
    fc.constantFrom(
      `${own}popup.html`,
      'https://rspace.example/workspace/editor/structuredDocument/1',
      'chrome-extension://another/popup.html',
      own.slice(0, -1),
      `https://evil.example/?${own}popup.html`,
    ),
    fc.option(fc.webUrl(), { nil: undefined }),
  );

  test('any message from anybody: an answer to our own pages, silence to all others', async () => {
    await fc.assert(
      fc.asyncProperty(messages(surfaceCommands), from, async (message, url) => {
        const { handlers, ran } = strict(surfaceCommands);
        const server = createSurfaceServer(handlers as unknown as SurfaceHandlers, own);
        const answer = server(message, { ...(url !== undefined && { url }) });
        const result = await answer;
        if (!url?.startsWith(own)) expect([answer, ran.mock.calls]).toEqual([undefined, []]);
        if (result && !result.ok) {
          expect(result.error.code).toBe('unexpectedAnswer');
          expect(result.error.detail).toMatch(/^parameters of /);
        }
        expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(inherited);
      }),
    );
  });
});
