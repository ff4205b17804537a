import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { storage } from 'wxt/utils/storage';
import {
  caliraSettings,
  chosenCaliraSettings,
  defaultCaliraSettings,
} from '../../../utils/settings/calira-settings.ts';

const own = {
  clientId: 'client-1',
  webUrl: 'https://calira.example/',
  apiUrl: 'https://api.calira.example/v1/',
};

beforeEach(() => fakeBrowser.reset());

test('by default it is Calira’s production, and no client', () => {
  expect(defaultCaliraSettings).toEqual({
    clientId: '',
    webUrl: 'https://app.clustermarket.com/',
    apiUrl: 'https://api.clustermarket.com/v1/',
  });
});

test('an institution may set its own client, and another Calira', async () => {
  await chosenCaliraSettings.set(own);
  expect(await caliraSettings.get()).toEqual(own);
});

test.each([
  ['http', { webUrl: 'http://calira.example/' }],
  ['no slash at its end', { apiUrl: 'https://api.calira.example/v1' }],
  ['a script', { webUrl: 'javascript:alert(1)//' }],
  ['a user name', { webUrl: 'https://app.clustermarket.com@evil.example/' }],
  ['a question', { apiUrl: 'https://api.calira.example/v1/?x=1' }],
  ['no address at all', { webUrl: undefined }],
  ['a number for a client', { clientId: 7 }],
])('settings that were corrupted with %s are not used: tokens go nowhere else', async (_what, change) => {
  await storage.setItem('local:calira', { ...own, ...change });
  expect(await caliraSettings.get()).toEqual(defaultCaliraSettings);
});
