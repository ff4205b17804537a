import type { Locator } from 'playwright-core';

/**
 * The list of bookings also has rows that are scrolled out of view; a person takes those that they see.
 * @returns the names of the first `count` checkboxes in view.
 */
export async function firstInView(panel: Locator, count: number): Promise<string[]> {
  const names = await panel.getByRole('grid', { name: 'Bookings' }).evaluate((grid) => {
    const { top, bottom } = grid.getBoundingClientRect();
    const inView = [...grid.querySelectorAll('[role=row] input[type=checkbox]')].filter((box) => {
      const place = box.getBoundingClientRect();
      return place.top >= top && place.bottom <= bottom;
    });
    return inView.map((box) => box.getAttribute('aria-label') ?? '');
  });
  return names.slice(0, count);
}
