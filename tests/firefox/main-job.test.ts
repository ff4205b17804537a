/** The main job in a real Firefox: from the options page to the saved document. */
import { describe, expect, test, vi } from 'vitest';
import { click, waitForText } from './support/by-role.ts';
import { patience, takePicture } from './support/firefox.ts';
import { authorise, configure, loaded, openPanel } from './support/job.ts';
import type { FirefoxStage } from './support/stage.ts';
import { openStage } from './support/stage.ts';

/** Connects, inserts three bookings and saves. @param beforeStep runs before each step of the person's. */
async function doJob(
  { firefox, sandbox }: FirefoxStage,
  beforeStep: () => Promise<void> = async () => {},
): Promise<void> {
  /** What the sandbox's RSpace has stored for the field *Method*. */
  const stored = () =>
    sandbox.control.document('123').fields.find(({ name }) => name === 'Method')?.html ?? '';
  await beforeStep();
  const page = await openPanel(firefox, sandbox.rspaceUrl, 'Method');
  await beforeStep();
  await authorise(firefox, page, 'Connect to Calira', ['Imaging Core', 'Cytometry']);
  await loaded(page);
  await beforeStep();
  const { findBookings, specimen } = sandbox.control;
  const chosen = (['todayEarly', 'todayAfternoon', 'todayLate'] as const).map((name) => specimen(name).id);
  // In the order of the list.
  const ids = findBookings({ id: chosen }).map(({ id }) => String(id));
  for (const id of ids) await click(page, 'checkbox', `Select booking ${id}`);
  await waitForText(page, '3 selected');
  await beforeStep();
  await click(page, 'button', 'Insert');
  await waitForText(page, '3 bookings inserted into Method.');
  await takePicture(page, 'inserted');
  await page.keyboard.press('Escape');
  await page.locator('#saveMenu').click();
  await page.locator('#save').click();
  await vi.waitUntil(() => stored().includes('data-tablesource="clustermarket"'), patience);
  const rows = [...stored().matchAll(/data-calira-booking="(\d+)"/g)].map(([, id]) => id);
  expect(rows).toEqual(ids);
}

describe('the main job in Firefox', () => {
  test('connects, inserts three bookings and finds them saved', async () => {
    await using stage = await openStage();
    await configure(stage.firefox, stage.sandbox);
    await doJob(stage);
  });

  test('is not disturbed by a background that is stopped before each step', async () => {
    await using stage = await openStage();
    await stage.configure();
    let stops = 0;
    await doJob(stage, async () => {
      await stage.firefox.stopBackground();
      stops += 1;
    });
    expect(stops).toBe(4);
  });
});
