import { beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createTransferModel } from '../../../components/options/transfer-model.ts';
import { chosenSettings } from '../../../utils/rspace/sites/settings-transfer.ts';
import { chosenCaliraSettings, defaultCaliraSettings } from '../../../utils/settings/calira-settings.ts';
import { writeSettingsFile } from '../../../utils/settings/settings-file.ts';
import { fakeLocks } from '../support/fake-locks.ts';

beforeEach(() => {
  fakeBrowser.reset();
  fakeLocks();
  vi.restoreAllMocks();
});

/** A file of settings with another client, and the settings as they were before it is imported. */
async function settingsFile(): Promise<File> {
  await chosenCaliraSettings.set({ ...defaultCaliraSettings, clientId: 'imported' });
  const file = new File([writeSettingsFile(await chosenSettings())], 'settings.json');
  await chosenCaliraSettings.set(defaultCaliraSettings);
  return file;
}
const clientId = async () => (await chosenCaliraSettings.get()).clientId;

test('settings come from a file', async () => {
  const model = createTransferModel();
  await model.import(await settingsFile());
  expect([model.outcome.value, await clientId()]).toEqual(['imported', 'imported']);
});

test.each([
  ['is of something else', new File(['{"a":1}'], 'other.json')],
  ['cannot be read any more', { text: () => Promise.reject(new DOMException('', 'NotFoundError')) } as File],
])('a file that %s is refused', async (_, file) => {
  const model = createTransferModel();
  await model.import(file);
  expect(model.outcome.value).toBe('notSettings');
});

test('a browser that cannot save them is told of', async () => {
  const file = await settingsFile();
  vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
  const model = createTransferModel();
  await model.import(file);
  expect(model.outcome.value).toBe('notSaved');
});
