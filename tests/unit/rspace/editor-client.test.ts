// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askEditor } from '../../../utils/rspace/editor/editor-client.ts';
import type { EditorRequest } from '../../../utils/rspace/editor/editor-protocol.ts';
import { editorAnswer, editorRequest } from '../../../utils/rspace/editor/editor-protocol.ts';
import { failureOf } from '../support/failure-of.ts';

/** Stands for the two seconds that an answer may take; aborted, they are over. */
let patience: AbortController;
let page: AbortController;

beforeEach(() => {
  patience = new AbortController();
  page = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => patience.signal);
});
afterEach(() => {
  page.abort();
  vi.restoreAllMocks();
});

const say = (detail: unknown) => document.dispatchEvent(new CustomEvent(editorAnswer, { detail }));

/** A page that answers each request with what `answer` makes of it: an object travels as JSON, a string as it is. */
function pageThatAnswers(answer: (request: EditorRequest) => unknown) {
  const requests: EditorRequest[] = [];
  const listen = (event: Event) => {
    const request: EditorRequest = JSON.parse((event as CustomEvent<string>).detail);
    requests.push(request);
    const answered = answer(request);
    say(typeof answered === 'string' ? answered : JSON.stringify(answered));
  };
  document.addEventListener(editorRequest, listen, { signal: page.signal });
  return requests;
}

const description = {
  editable: 'EDIT_MODE',
  field: { id: '42', name: 'Methods' },
  fields: [{ id: '43', name: 'Results' }],
  selected: null,
  insertion: null,
  hasBookings: false,
  hasTextField: true,
  editor: 'known',
};
const insertion = { field: '42', html: '', marker: '' };

describe('an adapter that works', () => {
  test('is asked in a JSON string and answers in one', async () => {
    const requests = pageThatAnswers(({ id }) => ({ id, value: description }));
    expect(await askEditor('describe', {})).toEqual(description);
    expect(requests).toEqual([{ id: expect.any(String), command: 'describe', parameters: {} }]);
  });

  test('tells that nothing is open, or that it does not know', async () => {
    const values = [
      { ...description, editable: 'VIEW_MODE', field: null },
      {
        editable: null,
        field: null,
        fields: [],
        selected: null,
        insertion: null,
        hasBookings: false,
        hasTextField: true,
        editor: 'none',
      },
    ];
    for (const value of values) {
      pageThatAnswers(({ id }) => ({ id, value }));
      expect(await askEditor('describe', {})).toEqual(value);
      page.abort();
      page = new AbortController();
    }
  });

  test('is given the table and its marker', async () => {
    const requests = pageThatAnswers(({ id }) => ({ id, value: { inserted: true, field: 'Methods' } }));
    const parameters = { ...insertion, html: '<table>…</table>', marker: 'm-1' };
    expect(await askEditor('insert', parameters)).toEqual({ inserted: true, field: 'Methods' });
    expect(requests[0]?.parameters).toEqual(parameters);
  });

  test.each(['notEditing', 'lockedByOther', 'readOnly', 'signed', 'selectionChanged', 'insertFailed'])(
    'may refuse with %s',
    async (refused) => {
      pageThatAnswers(({ id }) => ({ id, refused }));
      expect(await failureOf(askEditor('insert', insertion))).toEqual({ code: refused });
    },
  );

  test('answers each of several questions', async () => {
    pageThatAnswers(({ id, command }) => ({
      id,
      value: command === 'describe' ? description : { inserted: true, field: null },
    }));
    const answers = [askEditor('describe', {}), askEditor('insert', insertion)] as const;
    expect(await Promise.all(answers)).toEqual([description, { inserted: true, field: null }]);
  });
});

describe('what a page may answer instead', () => {
  test.each([
    ['no JSON', () => '{'],
    ['another question’s answer', () => ({ id: 'another', value: description })],
    ['a refusal of its own making', ({ id }: EditorRequest) => ({ id, refused: 'expired' })],
    ['neither a value nor a refusal', ({ id }: EditorRequest) => ({ id })],
    ['a list', () => []],
    [
      'more than fits',
      ({ id }: EditorRequest) => ({ id, value: description, padding: 'x'.repeat(4_000_000) }),
    ],
  ])('%s is not heard', async (_what, answer) => {
    pageThatAnswers(answer);
    const asked = failureOf(askEditor('describe', {}));
    patience.abort();
    expect(await asked).toMatchObject({ code: 'insertFailed', detail: 'no editor adapter' });
  });

  test('an object instead of a string is not heard', async () => {
    document.addEventListener(
      editorRequest,
      (event) => {
        const { id } = JSON.parse((event as CustomEvent<string>).detail);
        say({ id, value: description });
        say(null);
        say(undefined);
      },
      { signal: page.signal },
    );
    const asked = failureOf(askEditor('describe', {}));
    patience.abort();
    expect(await asked).toMatchObject({ code: 'insertFailed' });
  });

  test.each([
    ['nothing', null],
    ['words', 'yes'],
    ['a field without a number', { ...description, field: { id: 'rtf_42', name: 'Methods' } }],
    ['a field with an endless name', { ...description, field: { id: '42', name: 'x'.repeat(201) } }],
    ['endless fields', { ...description, fields: Array(1_001).fill({ id: '42', name: '' }) }],
    ['a selection that is only words', { ...description, selected: 'words' }],
    ['an endless state', { ...description, editable: 'x'.repeat(201) }],
    ['the answer to another command', { inserted: true, field: null }],
  ])('%s instead of a description is refused', async (_what, value) => {
    pageThatAnswers(({ id }) => ({ id, value }));
    expect(await failureOf(askEditor('describe', {}))).toMatchObject({ code: 'insertFailed' });
  });

  test('more than was asked for is left out', async () => {
    pageThatAnswers(({ id }) => ({ id, value: { ...description, token: 'x' } }));
    expect(await askEditor('describe', {})).toEqual(description);
  });

  test('of two answers the first counts', async () => {
    pageThatAnswers(({ id }) => {
      say(JSON.stringify({ id, refused: 'signed' }));
      return { id, value: description };
    });
    expect(await failureOf(askEditor('describe', {}))).toEqual({ code: 'signed' });
  });
});

test('a page without an adapter is given up after two seconds', async () => {
  const asked = failureOf(askEditor('insert', insertion));
  expect(AbortSignal.timeout).toHaveBeenCalledWith(2_000);
  patience.abort();
  expect(await asked).toEqual({ code: 'insertFailed', detail: 'no editor adapter' });
});

test('nothing keeps listening once the answer is there', async () => {
  const removed = vi.spyOn(document, 'removeEventListener');
  pageThatAnswers(({ id }) => ({ id, value: description }));
  await askEditor('describe', {});
  expect(removed).toHaveBeenCalledWith(editorAnswer, expect.any(Function));
});
