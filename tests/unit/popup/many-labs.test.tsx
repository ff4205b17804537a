// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { LabList } from '../../../components/popup/lab-list.tsx';
import { createLabsModel } from '../../../components/popup/labs-model.ts';
import { LabsOutcome } from '../../../components/popup/labs-outcome.tsx';
import { storedLabChoice } from '../../../utils/calira/lab-choice-item.ts';
import { speakEnglish } from '../support/english.ts';
import { resetExtension } from '../support/fake-extension.ts';
import { grantedLab } from '../support/labs.ts';

const place = document.createElement('div');

beforeEach(() => {
  resetExtension();
  speakEnglish();
});
afterEach(() => render(null, place));

const institutes = ['Institute for Molecular Medicine', 'Department of Bioscience Services'];
const labs = Array.from({ length: 300 }, (_, index) =>
  grantedLab(`Lab ${index + 1}`, ['Northgate University', institutes[index % 2] ?? '']),
);

test('300 labs: found by what is typed, ticked by the branch', async () => {
  const decisions = Object.fromEntries(labs.map(({ id }) => [id, false]));
  await storedLabChoice.set({ ...(await storedLabChoice.get()), granted: labs, decisions });
  const model = await createLabsModel();
  render(
    <>
      <LabList model={model} />
      <LabsOutcome model={model} />
    </>,
    place,
  );
  const boxes = () => [...place.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
  const ticked = () => boxes().filter(({ checked }) => checked).length;
  expect([boxes().length, ticked()]).toEqual([300, 0]);
  const search = async (text: string, found: number) => {
    model.query.value = text;
    await vi.waitFor(() => expect(boxes()).toHaveLength(found));
  };

  await search('  LAB 300', 1);
  await search('molecular', 150);
  pressed('All labs shown of Northgate University, Institute for Molecular Medicine');
  await vi.waitFor(() => expect(ticked()).toBe(150));
  await search('no such lab', 0);
  expect(place.textContent).toContain('No lab matches.');
  await search('', 300);
  expect(ticked()).toBe(150);
  expect(place.textContent).toContain('Not saved yet: 150 of 300 labs ticked.');

  const asked = vi.fn(async () => ({ ok: true }));
  Object.assign(browser.runtime, { sendMessage: asked });
  model.authorise();
  const chosen = labs.filter(({ path }) => path.includes('Institute for Molecular Medicine'));
  const ids = chosen.map(({ id }) => id);
  expect(asked).toHaveBeenCalledWith({ command: 'authoriseLabs', parameters: { ids } });
  await vi.waitFor(() => expect(place.textContent).toContain('Saved: 150 of 300 labs are authorised.'));
});

/** A person presses a button. */
function pressed(name: string): void {
  const click = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(click, 'isTrusted', { value: true });
  place.querySelector(`[aria-label="${name}"]`)?.dispatchEvent(click);
}
