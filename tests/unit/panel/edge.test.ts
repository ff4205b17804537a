// @vitest-environment happy-dom

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createEdge } from '../../../components/panel/edge/edge.ts';
import { createLatePanel } from '../../../components/panel/edge/late-panel.ts';

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
  Object.assign(browser.i18n, { getMessage: (name: string) => name, getUILanguage: () => 'en-GB' });
});
afterEach(() => end.abort());

/** The button of a page on which nobody has opened the panel yet. */
function unopened() {
  const panel = { prepare: vi.fn(), show: vi.fn(async () => {}), press: vi.fn() };
  const start = vi.fn(async () => panel);
  const edge = createEdge(document, '', true, end.signal);
  edge.onUse(createLatePanel(start));
  const button = edge.root.querySelector('button');
  /** @param person whether it is a person's doing, or a script's of the page. */
  async function happens(type: string, person: boolean, init: PointerEventInit = {}) {
    const event = new PointerEvent(type, { bubbles: true, button: 0, pointerType: 'mouse', ...init });
    if (person) Object.defineProperty(event, 'isTrusted', { value: true });
    button?.dispatchEvent(event);
    await Promise.resolve();
    await Promise.resolve();
  }
  return { happens, start, ...panel };
}

const everything = ['pointerenter', 'focus', 'pointerdown', 'pointerup', 'click', 'pointerleave'];

test('a page that presses the button by itself starts nothing: no panel, and no question to the background', async () => {
  const { happens, start } = unopened();
  for (const type of everything) await happens(type, false);
  expect(start).not.toHaveBeenCalled();
});

test.each([
  ['comes near', 'pointerenter', [0, 0]],
  ['comes to it by keyboard', 'focus', [0, 0]],
  ['begins to press', 'pointerdown', [1, 0]],
  ['clicks', 'click', [0, 1]],
] as const)('a person who %s does', async (_how, type, [presses, shows]) => {
  const { happens, start, press, show } = unopened();
  await happens(type, true);
  await vi.waitFor(() => expect([press.mock.calls.length, show.mock.calls.length]).toEqual([presses, shows]));
  expect(start).toHaveBeenCalledOnce();
});

test.each([
  ['a finger', { pointerType: 'touch' }],
  ['another button', { button: 2 }],
])('%s asks for nothing before it is sure', async (_what, init) => {
  const { happens, start } = unopened();
  await happens('pointerdown', true, init);
  expect(start).not.toHaveBeenCalled();
});

test('a page that makes up that the pointer has left takes a question back at most', async () => {
  const { happens, press, show } = unopened();
  await happens('pointerdown', true);
  await happens('pointerleave', false);
  await vi.waitFor(() => expect(press.mock.calls).toEqual([[true], [false]]));
  expect(show).not.toHaveBeenCalled();
});
