import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AutosavedField } from '../../../components/options/autosaved-field.ts';
import { createAutosavedField, pause } from '../../../components/options/autosaved-field.ts';
import { checkAddress } from '../../../components/options/checks.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function addressField(extra: { save?: (value: string) => Promise<void>; shown?: () => string } = {}) {
  const save = vi.fn(extra.save ?? (async () => {}));
  const lastSaved = signal<AutosavedField | null>(null);
  const options = { initial: 'https://a.example/', check: checkAddress, lastSaved, ...extra, save };
  return { field: createAutosavedField(options), save, lastSaved, options };
}

it('saves once, when the person pauses, and leaves the text as it was typed', async () => {
  const { field, save } = addressField();
  field.edit('b.exampl');
  await vi.advanceTimersByTimeAsync(pause - 1);
  field.edit('b.example');
  await vi.advanceTimersByTimeAsync(pause - 1);
  expect(save).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(save.mock.calls).toEqual([['https://b.example/']]);
  expect(field.text.value).toBe('b.example');
  expect(field.saved.value).toBe(true);
});

it('saves at once when the person leaves, not again later, and shows the normal form', async () => {
  const { field, save } = addressField();
  field.edit('b.example');
  field.commit('b.example');
  expect(save.mock.calls).toEqual([['https://b.example/']]);
  expect(field.text.value).toBe('https://b.example/');
  await vi.advanceTimersByTimeAsync(pause * 2);
  expect(save).toHaveBeenCalledTimes(1);
});

it('does not save what is no address, and says why until it is one', async () => {
  const { field, save } = addressField();
  field.commit('http://b.example');
  expect(save).not.toHaveBeenCalled();
  expect(field.problem.value).toBe('notHttps');
  expect(field.text.value).toBe('http://b.example');
  field.commit('https://b.example');
  expect(field.problem.value).toBeNull();
  expect(save).toHaveBeenCalledTimes(1);
});

it('says so when the browser could not save', async () => {
  const { field } = addressField({ save: () => Promise.reject(new Error('quota')) });
  field.commit('b.example');
  await vi.advanceTimersByTimeAsync(0);
  expect(field.problem.value).toBe('notSaved');
  expect(field.saved.value).toBe(false);
});

it('takes “Saved” back at the next edit, be it of another field', async () => {
  const { field, options } = addressField();
  const other = createAutosavedField(options);
  field.commit('b.example');
  await vi.advanceTimersByTimeAsync(0);
  expect([field.saved.value, other.saved.value]).toEqual([true, false]);
  other.edit('c.example');
  expect([field.saved.value, other.saved.value]).toEqual([false, false]);
  other.commit('c.example');
  await vi.advanceTimersByTimeAsync(0);
  expect([field.saved.value, other.saved.value]).toEqual([false, true]);
});

it('saves what still waits when the page goes, and nothing when nothing waits', () => {
  const { field, save } = addressField();
  field.flush();
  expect(save).not.toHaveBeenCalled();
  field.edit('b.example');
  field.flush();
  expect(save.mock.calls).toEqual([['https://b.example/']]);
});

it('shows what was stored elsewhere, but never over what is being typed', () => {
  const { field } = addressField();
  field.show('https://c.example/');
  expect(field.text.value).toBe('https://c.example/');
  field.edit('d.exam');
  field.show('https://e.example/');
  expect(field.text.value).toBe('d.exam');
  field.commit('d.example');
  field.show('https://e.example/');
  expect(field.text.value).toBe('https://e.example/');
});

it('shows what the institution has set over what is being typed, and does not save that', async () => {
  const { field, save } = addressField();
  field.edit('d.exam');
  field.override('https://f.example/');
  expect(field.text.value).toBe('https://f.example/');
  await vi.advanceTimersByTimeAsync(pause * 2);
  expect(save).not.toHaveBeenCalled();
  field.show('https://g.example/');
  expect(field.text.value).toBe('https://g.example/');
});

it('empties itself where it holds a secret', () => {
  const { field, save } = addressField({ shown: () => '' });
  field.commit('b.example');
  expect(save.mock.calls).toEqual([['https://b.example/']]);
  expect(field.text.value).toBe('');
});
