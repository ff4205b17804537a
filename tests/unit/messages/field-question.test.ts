/** The popup learns from the panel's script whether a text field is open, and nobody else does. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onFieldQuestion } from '../../../utils/messages/field-answer.ts';
import { askForField, fieldQuestion } from '../../../utils/messages/field-question.ts';
import { fakeEvent } from '../support/fake-ports.ts';

const sendMessage = vi.fn();
let onMessage: ReturnType<typeof fakeEvent<[unknown, object, (open: boolean) => void]>>;

beforeEach(() => {
  fakeBrowser.reset();
  sendMessage.mockReset();
  onMessage = fakeEvent();
  Object.assign(browser.tabs, { sendMessage });
  Object.assign(browser.runtime, { id: 'own', onMessage });
});

describe('the background', () => {
  test.each([
    ['yes', true, true],
    ['no', false, false],
    ['nothing', undefined, null],
    ['something else', { open: true }, null],
  ])('is told %s', async (_what, answer, understood) => {
    sendMessage.mockResolvedValue(answer);
    expect(await askForField(7)).toBe(understood);
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith(7, fieldQuestion);
  });

  test('asks a tab that has no script of ours', async () => {
    sendMessage.mockRejectedValue(new Error('Could not establish connection.'));
    expect(await askForField(7)).toBeNull();
  });
});

describe('the panel’s script', () => {
  test.each([true, false])('answers: %s', async (open) => {
    const answer = vi.fn();
    onFieldQuestion(async () => open, new AbortController().signal);
    onMessage.emit(fieldQuestion, { id: 'own' }, answer);
    await expect.poll(() => answer.mock.calls).toEqual([[open]]);
  });

  test.each([
    ['another extension', fieldQuestion, { id: 'other' }],
    ['a page of ours', fieldQuestion, { id: 'own', tab: {} }],
    ['somebody with other news', { push: 'show', value: null }, { id: 'own' }],
    ['somebody with nothing to say', null, { id: 'own' }],
  ])('gives %s no answer', (_who, message, sender) => {
    const isOpen = vi.fn(async () => true);
    onFieldQuestion(isOpen, new AbortController().signal);
    onMessage.emit(message, sender, vi.fn());
    expect(isOpen).not.toHaveBeenCalled();
  });
});
