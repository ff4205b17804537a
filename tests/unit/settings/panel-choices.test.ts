import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { defaultPanelChoices } from '../../../utils/settings/panel-choices.ts';
import {
  forgetFilters,
  rememberChoices,
  storedPanelChoices,
} from '../../../utils/settings/panel-choices-item.ts';

beforeEach(() => fakeBrowser.reset());

test('what is remembered leaves the rest alone, also when two panels remember at once', async () => {
  await Promise.all([
    rememberChoices({ view: 'booked' }),
    rememberChoices({ width: 700, lab: { id: '1', name: 'Imaging Core' } }),
  ]);
  expect(await storedPanelChoices.get()).toEqual({
    ...defaultPanelChoices,
    view: 'booked',
    width: 700,
    lab: { id: '1', name: 'Imaging Core' },
  });
});

test('names are forgotten with the connection; the way of looking stays', async () => {
  await rememberChoices({
    view: 'booked',
    bookedBy: 'Ada Byron',
    lab: { id: '1', name: 'Imaging Core' },
    equipment: { id: '2', name: 'SP8' },
    period: { preset: 'today' },
    sort: { column: 'equipment', descending: false },
  });
  await forgetFilters();
  expect(await storedPanelChoices.get()).toEqual({
    ...defaultPanelChoices,
    view: 'booked',
    sort: { column: 'equipment', descending: false },
  });
});

test.each([
  ['another view', { view: 'calendar' }],
  ['no day', { period: { from: 'yesterday', to: null } }],
  ['a width that hides the panel', { width: 3 }],
  ['something unknown', { colour: 'red' }],
])('a stored value with %s counts as none', async (_what, over) => {
  await fakeBrowser.storage.local.set({ panelChoices: { ...defaultPanelChoices, ...over } });
  expect(await storedPanelChoices.get()).toEqual(defaultPanelChoices);
});
