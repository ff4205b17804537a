import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { extensionId } from '../e2e/support/chromium.ts';
import { openDocument } from '../e2e/support/document-page.ts';
import { panelOn } from '../e2e/support/panel.ts';
import type { BenchStage } from './stage.ts';
import type { Appearance } from './stopwatch.ts';
import { appearance } from './stopwatch.ts';

/** How the extension is found when somebody opens its panel. */
export interface Condition {
  /** Whether nothing is known from the last time. */
  cold: boolean;
  /** Whether the worker has been stopped, as after half a minute in which nobody needed it. */
  stopped: boolean;
  /** Whether it is opened by the keyboard: that takes no time, and a press of the mouse does. */
  keyboard?: boolean;
}

/** So long a person's hand needs at least, once it has come to the button, to press it (milliseconds). */
const approach = 100;
/** So long a person's finger stays on the mouse's button (milliseconds). What counts is the time after that: the click. */
const press = 80;

/** Opens the panel of a fresh document page. @returns that page, and what was seen when. */
export async function openMeasured(
  stage: BenchStage,
  bookings: number,
  { cold, stopped, keyboard }: Condition,
): Promise<{ page: Page; seen: Appearance }> {
  const { context } = stage.chromium;
  await stage.rest({ forget: cold });
  const { page } = await openDocument(context, stage.sandbox.rspaceUrl);
  const toggle = page.getByRole('button', { name: 'Insert Calira booking' });
  await toggle.waitFor();
  if (!stopped) await wakeWorker(stage.own);
  await stage.settled(page);
  stage.sandbox.control.clearRequests();
  const click = async () => {
    if (keyboard) await toggle.focus();
    else await toggle.hover();
    await setTimeout(approach);
    if (keyboard) await page.keyboard.press('Enter');
    else await toggle.click({ delay: press });
  };
  const seen = await appearance(page, { look: look(bookings), click });
  return { page, seen };
}

/** One opening from beginning to end: when what was seen, and what it cost Calira until all rows were there. */
export async function opening(stage: BenchStage, bookings: number, condition: Condition) {
  const { page, seen } = await openMeasured(stage, bookings, condition);
  const { control } = stage.sandbox;
  const lists =
    control.countRequests({ path: '/v1/bookings' }) + control.countRequests({ path: '/v1/equipment' });
  await panelOn(page).loaded();
  await stage.kept(bookings);
  const figures = { ...seen, lists, inFlight: control.maxInFlight(), twice: repeatedRequests(stage) };
  await page.close();
  return figures;
}

/** Requests that were sent although the same one had been sent before in this opening. */
function repeatedRequests({ sandbox }: BenchStage): number {
  const all = sandbox.control
    .requests({ server: 'calira' })
    .map(({ path, query }) => path + JSON.stringify(query));
  return all.length - new Set(all).size;
}

async function wakeWorker(own: Page): Promise<void> {
  await own.evaluate(
    () =>
      new Promise((resolve) =>
        chrome.runtime.sendMessage({ command: 'hasClientSecret', parameters: {} }, resolve),
      ),
  );
}

/** Runs in the page: whether rows are there, and whether all of them are. */
const look = (bookings: number) => `() => {
  const root = document.querySelector('calira-bookings').shadowRoot;
  const numbers = (root.querySelector('.list-summary [role=status]')?.textContent.match(/[\\d,]+/g) ?? [])
    .map((number) => Number(number.replaceAll(',', '')));
  const done = numbers[0] === ${bookings} || root.querySelector('progress') === null;
  return {
    first: root.querySelector('[role=row] input') !== null,
    all: done && numbers.at(-1) === ${bookings},
  };
}`;

declare const chrome: { runtime: { sendMessage(message: object, answer: (value: unknown) => void): void } };
export const extensionOrigin = `chrome-extension://${extensionId}`;
