/** What a screen reader is told without being asked: what is loading, how many there are, errors and success, each once. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { AuthorisationStage } from './support/authorisation-stage.ts';
import { extensionId } from './support/chromium.ts';
import { findPanelOf } from './support/find-panel.ts';
import { connectedPopup } from './support/popup-page.ts';
import { sharedStage } from './support/shared-stage.ts';

let stage: AuthorisationStage;
beforeAll(async () => {
  stage = await sharedStage();
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => stage.reset());

/** Begins to listen. @returns what the live regions have said since the last time that this was called. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  const said = await page.evaluateHandle(() => {
    const root = document.querySelector('calira-bookings')?.shadowRoot ?? document;
    const isSilent = (region: Element, node: Node) =>
      node.parentElement?.closest('[aria-live]') !== region && node.parentElement?.closest('[aria-live=off]');
    const textOf = (region: Element) => {
      const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
      let text = '';
      while (walker.nextNode())
        if (!isSilent(region, walker.currentNode)) text += walker.currentNode.textContent;
      return text.replace(/\s+/g, ' ').trim();
    };
    const regions = () => [...root.querySelectorAll('[role=status], [role=alert], [aria-live=polite]')];
    const before = new WeakMap(regions().map((region) => [region, textOf(region)]));
    const heard: string[] = [];
    new MutationObserver(() => {
      for (const region of regions()) {
        const text = textOf(region);
        if (text !== '' && text !== before.get(region)) heard.push(text);
        before.set(region, text);
      }
    }).observe(root, { childList: true, characterData: true, subtree: true });
    return heard;
  });
  return () => said.evaluate((heard) => heard.splice(0));
}

test('the panel: a list that is read again, an error, a selection, an insertion', async () => {
  const { control } = stage.sandbox;
  const opened = await stage.connectedPanel({ field: 'Method' });
  const find = findPanelOf(opened);
  const said = await listen(opened.page);
  const count = await find.summary.innerText();
  const held = control.hold({ path: '/v1/bookings', query: { page: '2' } });
  await find.button('Refresh').click();
  await held.reached;
  held.release();
  await opened.panel.loaded();
  await expect.poll(() => find.summary.innerText()).toBe(count);
  expect(await said()).toEqual(['Loading bookings', count]);

  const fault = control.addFault({
    match: { path: '/v1/bookings' },
    times: 'always',
    kind: { type: 'status', status: 503 },
  });
  await find.button('Refresh').click();
  await find.region.getByRole('alert').waitFor();
  await opened.panel.loaded();
  expect((await said()).filter((text) => text.startsWith('Calira is having trouble.'))).toHaveLength(1);
  fault.remove();

  await opened.panel.booking(control.specimen('todayLate').id).check();
  await find.button('Insert').click();
  await find.region.getByText('1 booking inserted into Method.').waitFor();
  const outcome = await said();
  for (const once of ['1 selected', '1 booking inserted into Method.'])
    expect(outcome.filter((text) => text === once)).toEqual([once]);
});

test('the popup: a choice of labs that is saved', async () => {
  const popup = await connectedPopup(stage, ['Imaging Core', 'Cytometry']);
  await popup.lab('Cytometry').waitFor();
  const said = await listen(popup.page);
  await popup.lab('Cytometry').uncheck();
  await popup.button('Authorise').click();
  await popup.page.getByText('Saved: 1 of 2 labs are authorised.').waitFor();
  expect(await said()).toEqual(['Not saved yet: 1 of 2 labs ticked.', 'Saved: 1 of 2 labs are authorised.']);
  await popup.button('Disconnect').click();
  await popup.page.getByRole('status').getByText('Disconnected', { exact: true }).waitFor();
  expect(await said()).toEqual(['Disconnected']);
});

test('the options: a value that is saved, one that is not, and a test of the connection', async () => {
  const page = await stage.context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  const field = page.getByRole('textbox', { name: 'Calira web address' });
  await field.waitFor();
  // What the page finds out by itself when it opens, of the RSpace servers: it may take longer than the field.
  await page.getByText('This server cannot be reached.').waitFor();
  const said = await listen(page);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await page.getByText('Calira knows this client.').waitFor();
  expect(await said()).toEqual(['Asking Calira…', 'Calira knows this client. Calira’s API answers.']);
  await field.fill('http://calira.example/');
  await field.blur();
  await page.getByText(/must begin with https/).waitFor();
  expect(await said()).toEqual(['Not saved. The address must begin with https://']);
  await page.getByRole('textbox', { name: 'Client ID' }).fill('another');
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await said()).toEqual(['Saved']);
});
