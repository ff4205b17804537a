import type { Page } from 'playwright-core';
import { panelOn } from '../e2e/support/panel.ts';
import type { Figure } from './statistics.ts';
import { figureOf } from './statistics.ts';

export interface Interaction {
  /** From the event's time stamp to the end of the frame that shows what it has done (milliseconds). */
  answer: Figure;
  /** The longest task of the page's main thread meanwhile (milliseconds); 0 where none was longer than 50. */
  longestTask: number;
}

const watched = ['keydown', 'click', 'wheel'];

/** Does something several times, and measures inside the page how long each takes to be seen. */
async function measured(
  page: Page,
  times: number,
  act: (time: number) => Promise<void>,
): Promise<Interaction> {
  await page.evaluate((types) => {
    const seen = { answers: [] as number[], tasks: [0] };
    const channel = new MessageChannel();
    const pending: number[] = [];
    channel.port1.onmessage = () => {
      for (const at of pending.splice(0)) seen.answers.push(performance.now() - at);
    };
    const end = new AbortController();
    const note = ({ timeStamp }: Event) => {
      requestAnimationFrame(() => {
        pending.push(timeStamp);
        channel.port2.postMessage(null);
      });
    };
    for (const type of types)
      addEventListener(type, note, { capture: true, passive: true, signal: end.signal });
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration);
    });
    tasks.observe({ type: 'longtask' });
    Object.assign(globalThis, {
      seenByBench: () => {
        end.abort();
        tasks.disconnect();
        return seen;
      },
    });
  }, watched);
  for (let time = 0; time < times; time += 1) {
    await act(time);
    // The next one begins when this one is over: two frames, and whatever they had to do.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }
  const { answers, tasks } = await page.evaluate(() =>
    (globalThis as unknown as { seenByBench(): { answers: number[]; tasks: number[] } }).seenByBench(),
  );
  return { answer: figureOf(answers), longestTask: Math.max(...tasks) };
}

/** What a person does in a long list. @param page a document with its panel open and everything listed. */
export async function interactions(page: Page, times: number): Promise<Record<string, Interaction>> {
  const { region } = panelOn(page);
  const grid = region.getByRole('grid', { name: 'Bookings' });
  const search = region.getByRole('searchbox', { name: 'Search bookings' });
  const all = region.getByRole('checkbox', { name: 'Select all' });
  const sort = region.getByRole('combobox', { name: 'Sort by' });
  const results: Record<string, Interaction> = {};

  results['Toggle a booking'] = await measured(page, times, (time) =>
    grid
      .getByRole('checkbox')
      .nth(8 + (time % 3))
      .click(),
  );
  results['Select all, and none'] = await measured(page, times * 2, () => all.click());
  await grid.hover();
  results.Scroll = await measured(page, times * 4, (time) =>
    page.mouse.wheel(0, time % 20 < 10 ? 1_500 : -1_500),
  );
  results['Sort, other direction'] = await measured(page, times, () =>
    region.getByRole('button', { name: /^(Ascending|Descending)$/ }).click(),
  );
  await sort.focus();
  results['Sort by another column'] = await measured(page, 6, (time) =>
    page.keyboard.press(time < 3 ? 'ArrowDown' : 'ArrowUp'),
  );
  await search.focus();
  const word = 'confocal';
  results['Search: a keystroke'] = await measured(page, times * 2, (time) =>
    time % (word.length * 2) < word.length
      ? page.keyboard.press(word[time % word.length] ?? 'o')
      : page.keyboard.press('Backspace'),
  );
  await search.fill('');
  return results;
}
