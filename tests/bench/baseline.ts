import type { BenchStage } from './stage.ts';
import type { Appearance } from './stopwatch.ts';
import { appearance } from './stopwatch.ts';

/** Opens the native pattern's dialog on a page of its own: nothing is seen before everything is. */
export async function nativeOpening(stage: BenchStage, url: string, bookings: number) {
  const page = await stage.chromium.context.newPage();
  await page.goto(url);
  stage.sandbox.control.clearRequests();
  const look = `() => {
    const rows = document.querySelectorAll('tbody tr').length;
    return { first: rows > 0, all: rows === ${bookings} };
  }`;
  const button = page.getByRole('button', { name: 'Open' });
  const seen: Appearance = await appearance(page, { look, click: () => button.click() });
  const requests = stage.sandbox.control.countRequests({ server: 'calira' });
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  await page.close();
  return { ...seen, requests, elements };
}
