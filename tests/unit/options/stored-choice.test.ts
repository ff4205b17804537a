import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createInsertedTextModel } from '../../../components/options/inserted-text-model.ts';
import { createOutputChoices } from '../../../components/options/output-choices.ts';
import { storedChoice } from '../../../components/ui/stored-choice.ts';
import { rememberChoices, storedPanelChoices } from '../../../utils/settings/panel-choices-item.ts';
import { settled } from '../support/settled.ts';

beforeEach(() => fakeBrowser.reset());

test('a choice is not set back by the news of the one before: by keyboard, they come in quick succession', async () => {
  const model = createInsertedTextModel(await createOutputChoices());
  const seen: (string | null)[] = [];
  model.language.subscribe((language) => void seen.push(language));
  for (const language of ['de', 'fr', 'es'] as const) {
    model.chooseLanguage(language);
    // The first of them is being stored while the next is chosen.
    await Promise.resolve();
  }
  await settled();
  await settled();
  expect(seen).toEqual([null, 'de', 'fr', 'es']);
  expect((await storedPanelChoices.get()).documentLanguage).toBe('es');
});

test('what another page chooses is followed', async () => {
  const model = createInsertedTextModel(await createOutputChoices());
  await rememberChoices({ documentLanguage: 'nb' });
  expect(model.language.value).toBe('nb');
});

test('where a choice cannot be stored, what is stored holds again', async () => {
  const item = { get: async () => 'stored', watch: () => () => {} };
  const { value, choose } = await storedChoice(item);
  const chosen = choose('chosen', () => Promise.reject(new Error('the disk is full')));
  expect(value.value).toBe('chosen');
  await chosen;
  expect(value.value).toBe('stored');
});
