// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { LateDetails } from '../../../components/panel/list/late-details.tsx';
import type { PanelModel } from '../../../components/panel/panel-model.ts';
import { aRow } from '../support/bookings.ts';

afterEach(() => vi.restoreAllMocks());
beforeEach(() => {
  Object.assign(browser.i18n, { getMessage: (name: string) => name });
});

/** An expanded row. @param need how the script that draws it comes. */
function expanded(need: () => Promise<unknown>) {
  const here = signal<object | null>(null);
  const model = { tables: { here, need } } as unknown as PanelModel;
  const place = document.createElement('div');
  const heights: number[] = [];
  const row = (
    <LateDetails
      model={model}
      row={aRow()}
      day="2026-11-19"
      onMeasure={(_, height) => heights.push(height)}
    />
  );
  render(row, place);
  return { here, place, heights };
}

test('what draws it is asked for, and draws it once it is there', async () => {
  const need = vi.fn(async () => {});
  const { here, place } = expanded(need);
  await vi.waitFor(() => expect(need).toHaveBeenCalledOnce());
  expect(place.textContent).toBe('');
  here.value = { BookingDetailsView: ({ day }: { day: string }) => <p>{day}</p> };
  await vi.waitFor(() => expect(place.textContent).toBe('2026-11-19'));
});

test('where that does not come, it says so, and the list makes room for it', async () => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(30);
  const { place, heights } = expanded(() => Promise.reject(new Error('no script')));
  await vi.waitFor(() => expect(place.querySelector('[role=alert]')?.textContent).toBeTruthy());
  expect(heights).toEqual([30]);
});
